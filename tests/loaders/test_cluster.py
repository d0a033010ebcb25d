"""Files read on other machines come to the same records; a machine that dies takes none along."""

from __future__ import annotations

import io
import os
import signal
import subprocess
import sys
from contextlib import ExitStack, contextmanager
from typing import TYPE_CHECKING

import pytest
from click.testing import CliRunner
from conftest import free_port

from luocdo.cli import main
from luocdo.graph.export import write
from luocdo.graph.library import graph_of
from luocdo.graph.stores.opening import open_store
from luocdo.loaders import cluster
from luocdo.loaders.loading import load_paths

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

FILES = 30
PLAN = (
    "BỘ Y TẾ\nSố: {number}/KH-BYT\nHà Nội, ngày 10 tháng 3 năm 2025\n\nKẾ HOẠCH\nKiểm tra lần {number}\n\nCăn cứ Luật Y tế;\n"
    "Bộ ban hành Kế hoạch như sau:\n1. Vụ Pháp chế chủ trì rà soát quy định, xong trước ngày 30/9/2025.\n"
)


@pytest.fixture
def papers(tmp_path: Path) -> Path:
    folder = tmp_path / "van-ban"
    folder.mkdir()
    for number in range(1, FILES + 1):
        (folder / f"{number:02}.txt").write_text(PLAN.format(number=number), encoding="utf-8")
    (folder / "trong.txt").touch()
    return folder


@contextmanager
def running(*arguments: str) -> Iterator[subprocess.Popen[str]]:
    """A program of Dask, once it says that it is there."""
    command = [sys.executable, "-m", "dask", *arguments]
    with subprocess.Popen(command, stderr=subprocess.PIPE, text=True) as program:
        assert program.stderr is not None
        for line in program.stderr:
            if "Scheduler at:" in line or "Starting established connection" in line:
                break
        yield program
        program.kill()
        program.stderr.close()


@pytest.fixture
def workers(scheduler: str) -> Iterator[list[subprocess.Popen[str]]]:
    with ExitStack() as stack:
        started = ("worker", scheduler, "--nthreads", "1", "--no-dashboard", "--no-nanny")
        yield [stack.enter_context(running(*started)) for _ in range(2)]


@pytest.fixture
def scheduler() -> Iterator[str]:
    port = str(free_port())
    with running("scheduler", "--host", "127.0.0.1", "--port", port, "--no-dashboard"):
        yield f"tcp://127.0.0.1:{port}"


def exported(url: str) -> bytes:
    out = io.BytesIO()
    with open_store(url) as store:
        write(graph_of(store), "jsonl", out)
    return out.getvalue()


def test_a_worker_that_is_killed_takes_no_file_along(
    papers: Path, scheduler: str, workers: list[subprocess.Popen[str]], tmp_path: Path
) -> None:
    here, there = (f"ladybug:{tmp_path / name / 'kho.lbug'}" for name in ("here", "there"))
    with open_store(here) as store:
        load_paths(store, [papers], jobs=1)

    def killed(_: str) -> None:  # ten files are read, each worker has others in hand
        workers[0].kill()

    with open_store(there) as store:
        report = load_paths(store, [papers], cluster=scheduler, say=killed)
        assert len(report.read) == FILES
        assert [name for name, _ in report.refused] == ["trong.txt"]
        assert store.copies is not None
        assert all(store.copies.read(one.digest) for one in store.stamps().values())
    assert workers[0].wait() == -signal.SIGKILL
    assert exported(there) == exported(here)


def test_a_file_that_kills_its_reader_kills_no_worker() -> None:
    def lost(item: int, _: Exception) -> str:
        return f"{item} is given up"

    assert cluster.in_own_process(os._exit, lost, 9) == "9 is given up"  # type: ignore[arg-type]
    assert cluster.in_own_process(str, lost, 7) == "7"


@pytest.mark.parametrize(
    ("address", "reason"),
    [
        ("tcp://127.0.0.1:9", "không tới được bộ lập lịch"),  # nobody listens there
        ("khong-phai://dia-chi", "không tới được bộ lập lịch"),
    ],
)
def test_a_cluster_that_is_not_there_is_a_sentence_and_nothing_is_loaded(
    papers: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, address: str, reason: str
) -> None:
    monkeypatch.setattr(cluster, "PATIENCE", 0.1)
    url = f"ladybug:{tmp_path / 'kho.lbug'}"
    done = CliRunner().invoke(main, ["load", str(papers), "--cluster", address, "--store", url])
    assert done.exit_code == 3, done.output
    assert reason in done.output
    with open_store(url) as store:
        assert store.records() == {}
