"""A load that is stopped loses nothing: what it has read is kept, nobody works on, and the next
load goes on.
"""

from __future__ import annotations

import os
import select
import signal
import subprocess
import sys
from contextlib import contextmanager
from pathlib import Path
from typing import IO, TYPE_CHECKING

import pytest

from luocdo.graph.stores.opening import open_store
from luocdo.loaders.loading import load_paths

if TYPE_CHECKING:
    from collections.abc import Iterator

pytestmark = pytest.mark.skipif(
    sys.platform != "linux", reason="signals and processes as Linux tells them"
)

FILES = 12
LUOCDO = "import sys; from luocdo.cli import main; main(sys.argv[1:])"
# Every worker reads the first few files and then holds on to one until it is ended. Whoever
# started the tests may ignore a signal (nohup); the load that is to be stopped hears them all.
HEARING = """
import signal
signal.signal(signal.SIGINT, signal.default_int_handler)
for name in ("SIGTERM", "SIGHUP"):
    signal.signal(getattr(signal, name), signal.SIG_DFL)
"""
SLOW = """
import sys, time, pathlib
from luocdo.loaders import readings
reads, first = readings.read_record, {first}
def slowly(source, **more):
    if int(pathlib.Path(source.name).stem) > first:
        print("held", flush=True)
        time.sleep(600)
    return reads(source, **more)
readings.read_record = slowly
"""
LOAD = "if __name__ == '__main__':\n    from luocdo.cli import main\n    main(sys.argv[1:])\n"


def plan(number: int) -> str:
    return (
        f"BỘ Y TẾ\nSố: {number:02}/KH-BYT\nHà Nội, ngày 10 tháng 3 năm 2025\n\nKẾ HOẠCH\nKiểm tra lần {number:02}\n\n"
        f"Căn cứ Luật Y tế;\nBộ ban hành Kế hoạch như sau:\n1. Vụ Pháp chế chủ trì rà soát quy định, xong trước ngày "
        f"{number + 10}/9/2025.\n"
    )


@pytest.fixture
def papers(tmp_path: Path) -> Path:
    folder = tmp_path / "van-ban"
    folder.mkdir()
    for number in range(1, FILES + 1):
        (folder / f"{number:02}.txt").write_text(plan(number), encoding="utf-8")
    return folder


@pytest.fixture
def store(tmp_path: Path) -> str:
    return f"ladybug:{tmp_path / 'kho.lbug'}"


def exported(store: str) -> str:
    done = subprocess.run(
        [sys.executable, "-c", LUOCDO, "export", "--store", store],
        capture_output=True,
        text=True,
        check=True,
    )
    return done.stdout


@contextmanager
def held_load(
    papers: Path, store: str, tmp_path: Path, *, jobs: int, first: int
) -> Iterator[subprocess.Popen[str]]:
    """A real load that has read ``first`` files and holds on to the next ones."""
    program = tmp_path / "load.py"
    program.write_text(HEARING + SLOW.format(first=first) + LOAD, encoding="utf-8")
    command = [
        sys.executable,
        str(program),
        "load",
        str(papers),
        "--store",
        store,
        "--jobs",
        str(jobs),
    ]
    with subprocess.Popen(
        command, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True
    ) as load:
        assert load.stdout is not None
        for _ in range(jobs):
            until(load.stdout, "held")
        yield load
        load.kill()


def until(stream: IO[str], words: str) -> None:
    for line in stream:
        if words in line:
            return
    raise AssertionError(words)


def group_of(process: int) -> list[int]:
    """The processes that descend from ``process``."""
    found: list[int] = []
    for place in Path("/proc").glob("[0-9]*/stat"):
        try:
            parent = int(place.read_text().rpartition(")")[2].split()[1])
        except OSError:
            continue
        if parent == process:
            child = int(place.parent.name)
            found += [child, *group_of(child)]
    return found


def wait_until_gone(processes: list[int]) -> None:
    """Wait for the ends of ``processes``; the test runner's own time limit is the limit."""
    for process in processes:
        try:
            watched = os.pidfd_open(process)
        except ProcessLookupError:
            continue
        select.select([watched], [], [], 60)
        os.close(watched)
        status = Path(f"/proc/{process}/status")
        assert not status.exists() or "zombie" in status.read_text(), f"{process} works on"


@pytest.mark.parametrize(
    "number", [signal.SIGTERM, signal.SIGHUP, signal.SIGKILL], ids=["TERM", "HUP", "KILL"]
)
def test_no_worker_outlives_a_load_that_is_ended(
    papers: Path, store: str, tmp_path: Path, number: int
) -> None:
    with held_load(papers, store, tmp_path, jobs=2, first=6) as load:
        workers = group_of(load.pid)
        assert len(workers) >= 2
        load.send_signal(number)
        load.wait()
        wait_until_gone(workers)
    assert load.returncode != 0


@pytest.mark.parametrize("number", [signal.SIGTERM, signal.SIGKILL], ids=["TERM", "KILL"])
def test_the_next_load_goes_on_where_one_was_ended(
    papers: Path, store: str, tmp_path: Path, number: int
) -> None:
    with held_load(papers, store, tmp_path, jobs=1, first=5) as load:
        load.send_signal(number)
        load.wait()
    with open_store(store) as opened:
        before = set(opened.arrived())
        assert opened.records() == {}  # nobody sees half a load
        assert len(before) >= 1
        report = load_paths(opened, [papers], jobs=1)
    assert set(report.resumed) == before
    assert len(report.read) == FILES - len(before)
    whole = f"ladybug:{tmp_path / 'khac.lbug'}"
    with open_store(whole) as other:
        load_paths(other, [papers], jobs=1)
    assert exported(store) == exported(whole)


@pytest.mark.parametrize("jobs", [1, 2])
def test_ctrl_c_takes_into_the_graph_what_was_read(
    papers: Path, store: str, tmp_path: Path, jobs: int
) -> None:
    with held_load(papers, store, tmp_path, jobs=jobs, first=5) as load:
        workers = group_of(load.pid)
        load.send_signal(signal.SIGINT)
        said, complaint = load.communicate()
        wait_until_gone(workers)
    assert load.returncode == 130, complaint
    assert "chạy lại lệnh này" in complaint
    assert "Traceback" not in complaint
    with open_store(store) as opened:
        kept = set(opened.records())
        assert kept == set(opened.stamps())
        assert f"đã đọc {len(kept)} tệp" in said
        assert kept
        report = load_paths(opened, [papers], jobs=1)
        assert set(report.skipped) == kept
        assert len(opened.records()) == FILES
