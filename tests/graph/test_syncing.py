"""Two stores are made equal and compared; comparing changes nothing."""

from __future__ import annotations

from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from luocdo.cli import main
from luocdo.graph.stores.opening import open_store
from luocdo.graph.syncing import drift


@pytest.fixture
def target(tmp_path: Path) -> str:
    return f"ladybug:{tmp_path / 'dich.lbug'}"


def sync(source: str, target: str, *more: str) -> Result:
    return CliRunner().invoke(main, ["sync", "--store", source, "--to", target, *more])


def test_a_copy_holds_the_same_and_a_second_run_changes_nothing(
    sample_store: str, target: str
) -> None:
    for _ in range(2):
        assert sync(sample_store, target).exit_code == 0
        with open_store(sample_store) as ours, open_store(target) as theirs:
            assert not drift(ours, theirs)
    assert "hai kho giống nhau" in sync(sample_store, target, "--check").output


def test_what_the_source_no_longer_has_is_told_in_both_directions_then_deleted(
    sample_store: str, target: str
) -> None:
    assert sync(sample_store, target).exit_code == 0
    run = CliRunner().invoke(main, ["forget", "131-qd-ttg.txt", "--store", target])
    assert run.exit_code == 0, run.output
    told = sync(target, sample_store, "--check")
    assert told.exit_code == 1
    assert "thừa ở đích" in told.output
    assert "SourceFile 131-qd-ttg.txt" in told.output
    assert "thiếu ở đích" in sync(sample_store, target, "--check").output
    assert sync(sample_store, target).exit_code == 0
    assert sync(sample_store, target, "--check").exit_code == 0


def test_comparing_changes_nothing(sample_store: str, target: str, tmp_path: Path) -> None:
    assert sync(sample_store, target).exit_code == 0
    CliRunner().invoke(main, ["forget", "131-qd-ttg.txt", "--store", target])
    before = (tmp_path / "dich.lbug.records").read_bytes()
    sync(sample_store, target, "--check")
    assert (tmp_path / "dich.lbug.records").read_bytes() == before


@pytest.mark.parametrize("command", ["load", "sync"])
def test_a_file_that_is_no_store_is_not_written_over(
    sample_store: str, tmp_path: Path, command: str
) -> None:
    important = tmp_path / "quan-trong.txt"
    important.write_text("đừng ghi đè", encoding="utf-8")
    papers = Path(__file__).parents[2] / "samples"
    asked = {
        "load": ["load", str(papers), "--store", str(important)],
        "sync": ["sync", "--store", sample_store, "--to", str(important)],
    }[command]
    done = CliRunner().invoke(main, asked)
    assert done.exit_code == 3, done.output
    assert "không phải kho" in done.output
    assert "đọc 1" not in done.output  # it is refused before anything is read
    assert important.read_text(encoding="utf-8") == "đừng ghi đè"
    assert [one.name for one in tmp_path.iterdir() if not one.name.endswith(".lock")] == [
        important.name
    ]
