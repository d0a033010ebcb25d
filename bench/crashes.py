"""End loads at random points and let writers meet: nothing may be lost, nothing left that stops
the next load.

``--kills`` loads of a small archive are ended by SIGKILL, each at a random moment of its life, and
repeated until they are done; what the engine holds must be the old graph or the new one after
every kill, and the new one at the end. ``--pairs`` pairs of loads of different files start
together; both files must be there afterwards, or the one that was refused must have said so.
``--server`` does the kills with a Neo4j server of its own, of which ``--deaths`` end the server,
not the load.

A load is a process forked from this one, which has imported all that it needs: the kills then fall
into its work.
"""

from __future__ import annotations

import argparse
import io
import os
import random
import secrets
import shutil
import signal
import sys
import tempfile
import time
from contextlib import contextmanager, suppress
from dataclasses import dataclass, field
from hashlib import sha256
from pathlib import Path
from typing import TYPE_CHECKING

sys.path.insert(0, str(Path(__file__).resolve().parent.parent / "tests"))

from luocdo.cli import main as luocdo
from luocdo.graph.export import write
from luocdo.graph.library import rebuild
from luocdo.graph.stores import bulk, ladybug  # noqa: F401 - imported before the loads are forked
from luocdo.graph.stores.opening import open_store
from luocdo.loaders import loading, reading  # noqa: F401 - the same

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

PAPER = (
    "BỘ Y TẾ\nSố: {number:03}/KH-BYT\nHà Nội, ngày 10 tháng 3 năm 2025\n\nKẾ HOẠCH\nKiểm tra lần {number}\n\nThực hiện Quyết "
    "định số 131/QĐ-TTg ngày 25 tháng 01 năm 2022 của Thủ tướng Chính phủ, Bộ ban hành Kế hoạch như sau:\n"
    "1. Vụ Pháp chế chủ trì rà soát quy định, xong trước ngày 30/9/2025.\n2. Thanh tra chủ trì kiểm tra.\n"
)
FILES = 8
ENDINGS = ("", ".records", ".ledger", ".names", ".built", ".lock", ".files")
KILLED = -signal.SIGKILL


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


def kill_loads(kills: int, chance: random.Random, nursery: Nursery) -> None:
    """End ``kills`` loads into an embedded store at random moments."""
    folder = nursery.folder / "kills"
    first, second = papers(folder / "first", 1), papers(folder / "second", FILES + 1)
    before, wanted = folder / "before" / "kho.lbug", folder / "wanted" / "kho.lbug"
    nursery.load(first, "--store", f"ladybug:{before}", "--jobs", "1").wait()
    old = nursery.state(f"ladybug:{before}")
    shutil.copytree(before.parent, wanted.parent)
    started_at = time.perf_counter()
    nursery.load(second, "--store", f"ladybug:{wanted}", "--jobs", "1").wait()
    length = time.perf_counter() - started_at
    new = nursery.state(f"ladybug:{wanted}")
    seen = {old: 0, new: 0}
    for number in range(kills):
        place = folder / f"k{number}"
        shutil.copytree(before.parent, place)
        store = f"ladybug:{place / 'kho.lbug'}"
        load = nursery.load(second, "--store", store, "--jobs", "1" if number % 4 else "2")
        _end_within(load, chance.uniform(0, 1.1) * length)
        between = nursery.state(store)
        _compare(nursery, f"kill {number}", between, seen)
        again = nursery.load(second, "--store", store, "--jobs", "1")
        if again.wait() or nursery.state(store) != new:
            nursery.fault(
                f"kill {number}: the next load does not complete (exit {again.code}): {again.said()[-300:]}"
            )
        if left := {one.name for one in place.iterdir()} - {f"kho.lbug{end}" for end in ENDINGS}:
            nursery.fault(f"kill {number}: left behind: {sorted(left)}")
        shutil.rmtree(place)
        print(
            f"kill {number + 1}/{kills}: exit {load.code}, old {seen[old]}, new {seen[new]}",
            flush=True,
        )


def _end_within(process: Process, seconds: float) -> None:
    time.sleep(seconds)
    with suppress(ProcessLookupError):
        os.kill(process.number, signal.SIGKILL)
    process.wait()


def _compare(nursery: Nursery, name: str, state: str, seen: dict[str, int]) -> None:
    if state in seen:
        seen[state] += 1
    else:
        nursery.fault(f"{name}: neither the old state nor the new one: {state}")


def pair_loads(pairs: int, nursery: Nursery) -> None:
    """Let two loads of different files meet ``pairs`` times."""
    folder = nursery.folder / "pairs"
    one, two = papers(folder / "one", 1, 2), papers(folder / "two", 3, 2)
    wanted = f"ladybug:{folder / 'pair.lbug'}"
    nursery.load(one, two, "--store", wanted, "--jobs", "1").wait()
    whole, refused = nursery.state(wanted), 0
    for number in range(pairs):
        place = folder / f"p{number}"
        place.mkdir()
        store = f"ladybug:{place / 'kho.lbug'}"
        loads = [nursery.load(papers_, "--store", store, "--jobs", "1") for papers_ in (one, two)]
        codes = [load.wait() for load in loads]
        refused += any(codes)
        if not any(codes) and nursery.state(store) != whole:
            nursery.fault(f"pair {number}: a load was lost without a word")
        for load in loads:
            if load.code:
                nursery.fault(f"pair {number}: exit {load.code}: {load.said()[-300:]}")
        shutil.rmtree(place)
        print(f"pair {number + 1}/{pairs}: refused {refused}", flush=True)


def kill_server_loads(kills: int, deaths: int, chance: random.Random, nursery: Nursery) -> None:
    """End ``kills`` loads into a server, then the server itself during ``deaths`` loads."""
    from conftest import free_port, running_neo4j  # noqa: PLC0415 - the server of the tests

    folder = nursery.folder / "server"
    first, second = papers(folder / "first", 1), papers(folder / "second", FILES + 1)
    home, port = folder / "neo4j", free_port()
    home.mkdir()
    password = os.environ["NEO4J_PASSWORD"] = secrets.token_hex(8)
    url = f"bolt://neo4j@127.0.0.1:{port}"

    def loaded(*folders: Path) -> Process:
        process = nursery.load(*folders, "--store", url, "--jobs", "1")
        process.wait()
        return process

    @contextmanager
    def serving() -> Iterator[int]:
        with running_neo4j(home, port, password) as server:
            yield server.pid

    with serving():
        loaded(first)
        old = nursery.state(url)
        started_at = time.perf_counter()
        loaded(second)
        length = time.perf_counter() - started_at
        new = nursery.state(url)
        seen = {old: 0, new: 0}
        for number in range(kills):
            _forget(nursery, url, second)
            load = nursery.load(second, "--store", url, "--jobs", "1")
            _end_within(load, chance.uniform(0, 1.1) * length)
            _compare(nursery, f"server kill {number}", nursery.state(url), seen)
            again = loaded(second)  # waits for the lease of the one that died
            if again.code or nursery.state(url) != new:
                nursery.fault(
                    f"server kill {number}: the next load (exit {again.code}): {again.said()[-300:]}"
                )
            print(
                f"server kill {number + 1}/{kills}: exit {load.code}, {list(seen.values())}",
                flush=True,
            )
    for number in range(deaths):
        with serving() as server:
            _forget(nursery, url, second)
            load = nursery.load(second, "--store", url, "--jobs", "1")
            time.sleep(chance.uniform(0.1, 1) * length)
            os.kill(server, signal.SIGKILL)
            if load.wait() < 0 or "Traceback" in load.said():
                nursery.fault(f"death {number}: exit {load.code}: {load.said()[-300:]}")
        with serving():
            _compare(nursery, f"death {number}", nursery.state(url), seen)
            again = loaded(second)
            if again.code or nursery.state(url) != new:
                nursery.fault(
                    f"death {number}: the next load (exit {again.code}): {again.said()[-300:]}"
                )
        print(f"death {number + 1}/{deaths}: exit {load.code}, {list(seen.values())}", flush=True)


def _forget(nursery: Nursery, url: str, folder: Path) -> None:
    names = sorted(one.name for one in folder.iterdir())
    nursery.started(
        lambda: luocdo(["forget", *names, "--store", url], standalone_mode=True)
    ).wait()


def main() -> int:
    """Run them, print what went wrong; the exit code is 1 where anything did."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--kills", type=int, default=60)
    parser.add_argument("--pairs", type=int, default=40)
    parser.add_argument("--deaths", type=int, default=0)
    parser.add_argument("--server", action="store_true")
    parser.add_argument("--seed", type=int, default=1)
    options = parser.parse_args()
    chance = random.Random(options.seed)  # noqa: S311 - not for secrets
    with tempfile.TemporaryDirectory(prefix="luocdo-crashes-") as name:
        nursery = Nursery(Path(name))
        if options.server:
            kill_server_loads(options.kills, options.deaths, chance, nursery)
        else:
            kill_loads(options.kills, chance, nursery)
            pair_loads(options.pairs, nursery)
    told = f"{options.kills} kills, {options.pairs} pairs, {options.deaths} deaths of the server"
    print("\n".join(nursery.faults) or f"{told}: nothing lost, nothing left behind")
    return 1 if nursery.faults else 0


if __name__ == "__main__":
    raise SystemExit(main())
