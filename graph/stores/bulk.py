"""Writing an embedded graph anew (ghi mới cả đồ thị), in a process of its own, opened and counted
before it counts.

The engine ends its process where a write fails (full disk, limited file size): another process
turns that into a sentence, and whatever the engine did, a graph is good only if it answers with
the counts that were written. The child dies with its parent, so that nothing writes any more when
the lock is free.
"""

from __future__ import annotations

import json
import os
import shutil
import sqlite3
import subprocess
import sys
import threading
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING

from luocdo.graph.errors import LuocdoError, StoreError
from luocdo.graph.stores.engine import Engine
from luocdo.graph.stores.places import lasting

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from luocdo.graph.stores.growth import Difference, Telling

_JOB = "job.json"


def write_graph(path: Path, graph: Telling, checksums: Mapping[str, str], mark: str) -> None:
    """Write ``graph`` to ``path``, and ``mark`` beside it once it was opened and counted.

    Raises:
        StoreError: it could not be written whole, whatever the reason.
    """
    from luocdo.graph.stores.ddl import ladybug_ddl  # noqa: PLC0415 - a look-up writes nothing
    from luocdo.graph.stores.name_index import write_index  # noqa: PLC0415
    from luocdo.graph.stores.spool import spool  # noqa: PLC0415

    with _written_beside(path, mark) as folder:
        rows = spool(graph, checksums, folder)
        _do(folder, path, [*ladybug_ddl(), *rows.copies()], rows.counts())
        write_index(_names(path), graph, mark)


def amend_graph(path: Path, old: Path, difference: Difference, mark: str) -> None:
    """Write the graph at ``old`` as ``difference`` has it to ``path``, and ``mark`` beside it once
    it was opened and counted.

    Raises:
        StoreError: it could not be written whole, whatever the reason.
    """
    # a look-up writes nothing
    from luocdo.graph.stores.name_index import amend_index  # noqa: PLC0415
    from luocdo.graph.stores.spool_changes import spool_changes  # noqa: PLC0415

    with _written_beside(path, mark) as folder:
        shutil.copyfile(old, path)
        rows = spool_changes(difference, folder)
        _do(folder, path, rows.statements(), rows.counts())
        shutil.copyfile(_names(old), _names(path))
        amend_index(_names(path), difference, mark)


@contextmanager
def _written_beside(path: Path, mark: str) -> Iterator[Path]:
    """Give a folder for what is on its way; ``mark`` says in the end that ``path`` is whole."""
    folder = path.with_name(f"{path.name}.rows")
    try:
        folder.mkdir()
        yield folder
        path.with_name(f"{path.name}.built").write_text(mark, "utf-8")
    except OSError as error:
        raise _failed(error.strerror or str(error)) from error
    except sqlite3.Error as error:
        raise _failed(str(error)) from error


def _names(path: Path) -> Path:
    return path.with_name(f"{path.name}.names")


def _do(folder: Path, path: Path, statements: list[str], counts: dict[str, int]) -> None:
    job = {"graph": str(path.absolute()), "statements": statements, "counts": counts}
    (folder / _JOB).write_text(json.dumps(job), "utf-8")
    _in_another_process(folder)
    lasting(path)


def _in_another_process(folder: Path) -> None:
    command = [sys.executable, "-P", "-m", "luocdo.graph.stores.bulk", _JOB]
    with subprocess.Popen(  # noqa: S603 - this module itself
        command,
        cwd=folder,
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,
        start_new_session=True,  # a key pressed at the terminal is the parent's to answer
    ) as child:
        try:
            said = child.stdout.read() if child.stdout else b""
            code = child.wait()
        except BaseException:
            child.kill()
            raise
    if code:
        raise _failed(
            said.decode("utf-8", "replace").strip() or f"tiến trình ghi dừng với mã {code}"
        )


def _failed(why: str) -> StoreError:
    return StoreError(
        f"không ghi được đồ thị (đĩa đầy, quá cỡ tệp cho phép?): {why}. Kho giữ như trước"
    )


def _written(job: Path) -> None:
    """Write the graph that ``job`` describes, then open it again and count.

    Raises:
        StoreError: the engine refuses, or does not answer with what was written.
    """
    asked = json.loads(job.read_text("utf-8"))
    path = Path(asked["graph"])
    engine = Engine(path, writing=True)
    for statement in (*asked["statements"], "CHECKPOINT"):
        engine.raw(statement)
    engine.close()
    engine = Engine(path)
    for question, wanted in asked["counts"].items():
        ((found,),) = engine.raw(question)
        if found != wanted:
            message = f"{question}: {found}, phải là {wanted}"
            raise StoreError(message)
    engine.close()


def _end_with_parent() -> None:
    """Wait until the parent's end of standard input is closed, which is when it ends, however it
    ends.
    """
    sys.stdin.buffer.read()
    os._exit(1)


def main() -> None:
    """Do the job named on the command line; what is refused is printed, and the engine is left
    without another word.
    """
    threading.Thread(target=_end_with_parent, daemon=True).start()
    code = 0
    try:
        _written(Path(sys.argv[1]))
    except (LuocdoError, OSError) as error:
        sys.stdout.buffer.write(str(error).encode())
        code = 1
    sys.stdout.flush()
    os._exit(code)  # an engine that failed would end the process with a core dump


if __name__ == "__main__":
    main()
