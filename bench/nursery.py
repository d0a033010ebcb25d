"""Processes that are started to be ended (tiến trình đem thử), and what a store holds afterwards.

A load is a process forked from this one, which has imported all that it needs: the kills then fall
into its work.
"""

from __future__ import annotations

import io
import os
import signal
import sys
import time
from contextlib import suppress
from dataclasses import dataclass, field
from hashlib import sha256
from pathlib import Path
from typing import TYPE_CHECKING

from luocdo.cli import main as luocdo
from luocdo.graph.export import write
from luocdo.graph.library import rebuild
from luocdo.graph.stores import bulk, ladybug  # noqa: F401 - imported before the loads are forked
from luocdo.graph.stores.opening import open_store
from luocdo.loaders import loading, reading  # noqa: F401 - the same

if TYPE_CHECKING:
    from collections.abc import Callable

PAPER = (
    "BỘ Y TẾ\nSố: {number:03}/KH-BYT\nHà Nội, ngày 10 tháng 3 năm 2025\n\nKẾ HOẠCH\nKiểm tra lần {number}\n\nThực hiện Quyết "
    "định số 131/QĐ-TTg ngày 25 tháng 01 năm 2022 của Thủ tướng Chính phủ, Bộ ban hành Kế hoạch như sau:\n"
    "1. Vụ Pháp chế chủ trì rà soát quy định, xong trước ngày 30/9/2025.\n2. Thanh tra chủ trì kiểm tra.\n"
)
FILES = 8


def papers(folder: Path, first: int = 1, many: int = FILES) -> Path:
    """Write an archive of plans."""
    folder.mkdir(parents=True)
    for number in range(first, first + many):
        (folder / f"{number:03}.txt").write_text(PAPER.format(number=number), encoding="utf-8")
    return folder


@dataclass(slots=True)
class Process:
    """A process forked from this one, in a group of its own; what it says goes to a file."""

    number: int
    words: Path
    code: int | None = None

    def wait(self) -> int:
        """Wait for its end; return its exit code, below zero where a signal ended it."""
        if self.code is None:
            self.code = os.waitstatus_to_exitcode(os.waitpid(self.number, 0)[1])
        return self.code

    def said(self) -> str:
        """Return what it said."""
        return self.words.read_text("utf-8", "replace")


@dataclass(slots=True)
class Nursery:
    """Where processes are started, and what went wrong with them."""

    folder: Path
    faults: list[str] = field(default_factory=list)
    _started: int = 0

    def started(self, work: Callable[[], object]) -> Process:
        """Start ``work`` in a process of its own."""
        self._started += 1
        words = self.folder / f"said-{self._started}"
        sys.stdout.flush()
        number = os.fork()
        if not number:
            _become(work, words)
        return Process(number, words)

    def load(self, *arguments: str | Path) -> Process:
        """Start ``luocdo load``."""
        return self.started(lambda: luocdo(["load", *map(str, arguments)], standalone_mode=True))

    def state(self, url: str) -> str:
        """Return what tells the graph that the engine of ``url`` holds, and whether it is that of
        its records.
        """
        process = self.started(lambda: print(_state(url)))
        if process.wait():
            return f"no state: {process.said()[-300:]}"
        return process.said().strip()

    def fault(self, what: str) -> None:
        """Note a fault, and say it at once."""
        self.faults.append(what)
        print(f"FAULT {what}", flush=True)


def _become(work: Callable[[], object], words: Path) -> None:
    """Be the process that does ``work``; does not return."""
    code = 1
    try:
        os.setsid()
        with words.open("wb") as out:
            os.dup2(out.fileno(), 1)
            os.dup2(out.fileno(), 2)
        sys.stdout, sys.stderr = (os.fdopen(number, "w", encoding="utf-8") for number in (1, 2))
        work()
        code = 0
    except SystemExit as end:
        code = end.code if isinstance(end.code, int) else 1
    except BaseException as error:  # noqa: BLE001 - whatever it is, it is said
        print(f"{type(error).__name__}: {error}")
    finally:
        with suppress(OSError):
            sys.stdout.flush()
            sys.stderr.flush()
        os._exit(code)


def _state(url: str) -> str:
    """Return the digest of what the engine holds; of a graph that its records do not
    make, both.
    """
    with open_store(url) as store:
        held, wanted = store.contents(), rebuild(store.records())
    told = [_digest(write, graph) for graph in (held, wanted)]
    return told[0] if told[0] == told[1] else f"engine {told[0]}, records {told[1]}"


def _digest(write: Callable[..., None], graph: object) -> str:
    out = io.BytesIO()
    write(graph, "jsonl", out)
    return sha256(b"\n".join(sorted(out.getvalue().splitlines()))).hexdigest()[:16]


def end_within(process: Process, seconds: float) -> None:
    """End a process by SIGKILL after so many seconds."""
    time.sleep(seconds)
    with suppress(ProcessLookupError):
        os.kill(process.number, signal.SIGKILL)
    process.wait()


def compare(nursery: Nursery, name: str, state: str, seen: dict[str, int]) -> None:
    """Count a state among those that may be; another is a fault."""
    if state in seen:
        seen[state] += 1
    else:
        nursery.fault(f"{name}: neither the old state nor the new one: {state}")


def forget(nursery: Nursery, url: str, folder: Path) -> None:
    """Withdraw the papers of ``folder`` from the store at ``url``."""
    names = sorted(one.name for one in folder.iterdir())
    nursery.started(
        lambda: luocdo(["forget", *names, "--store", url], standalone_mode=True)
    ).wait()
