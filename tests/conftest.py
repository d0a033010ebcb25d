"""What all tests share: the annotated documents beside the repository, and no silent gaps in CI."""

from __future__ import annotations

import os
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from collections.abc import Generator

ROOT = Path(__file__).resolve().parent.parent
SHARED = ROOT.parent / "shared"
SERVER_MARKS = ("neo4j", "browser")


@pytest.fixture(scope="session")
def shared() -> Path:
    """The folder of real documents and annotations; it is not part of the repository."""
    if not SHARED.is_dir():
        pytest.skip("the annotated documents (../shared) are not here")
    return SHARED


@pytest.hookimpl(tryfirst=True)
def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Give each parallel worker whole files, and one worker all tests of one server."""
    for item in items:
        marks = [mark for mark in SERVER_MARKS if item.get_closest_marker(mark)]
        item.add_marker(pytest.mark.xdist_group(marks[0] if marks else item.path.as_posix()))


def _fails_when_skipped(report: pytest.TestReport | pytest.CollectReport) -> None:
    """In CI everything is installed, so a skip hides a missing install step."""
    if os.environ.get("CI") and report.skipped and not hasattr(report, "wasxfail"):
        reason = report.longrepr[2] if isinstance(report.longrepr, tuple) else report.longrepr
        report.outcome = "failed"
        report.longrepr = f"skipped in CI, where nothing may be missing: {reason}"


@pytest.hookimpl(wrapper=True)
def pytest_runtest_makereport() -> Generator[None, pytest.TestReport, pytest.TestReport]:
    report = yield
    _fails_when_skipped(report)
    return report


@pytest.hookimpl(wrapper=True)
def pytest_make_collect_report() -> Generator[None, pytest.CollectReport, pytest.CollectReport]:
    report = yield
    _fails_when_skipped(report)
    return report
