"""Two stores are made equal and compared; comparing changes nothing."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from click.testing import CliRunner, Result

from luocdo.cli import main
from luocdo.graph.stores.opening import open_store
from luocdo.graph.syncing import drift

if TYPE_CHECKING:
    from pathlib import Path


@pytest.fixture
def target(tmp_path: Path) -> str:
    return f"ladybug:{tmp_path / 'dich.lbug'}"


def sync(source: str, target: str, *more: str) -> Result:
    return CliRunner().invoke(main, ["sync", "--store", source, "--to", target, *more])


def test_a_copy_holds_the_same_and_a_second_run_changes_nothing(sample_store: str, target: str) -> None:
    for _ in range(2):
        assert sync(sample_store, target).exit_code == 0
        with open_store(sample_store) as ours, open_store(target) as theirs:
            assert not drift(ours, theirs)
    assert "hai kho giống nhau" in sync(sample_store, target, "--check").output


def test_what_the_source_no_longer_has_is_told_in_both_directions_then_deleted(sample_store: str, target: str) -> None:
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
