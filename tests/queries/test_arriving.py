"""Which papers came in since a day, and what they give to whom."""

from __future__ import annotations

import datetime
from typing import TYPE_CHECKING

import pytest
from small_papers import decision, plan, row, store_of

from luocdo.graph.errors import QueryError
from luocdo.graph.library import rebuild
from luocdo.graph.records import encode
from luocdo.queries.arriving import NewOptions, new
from luocdo.queries.document_filters import DocumentFilters
from luocdo.queries.due import DueOptions, due
from luocdo.queries.naming import the_unit

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from luocdo.graph.answers import Answer
    from luocdo.graph.stores.base import Store

TODAY = datetime.date(2025, 11, 23)
MINISTRY = "Bộ Giáo dục và Đào tạo"


@pytest.fixture
def store(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Store:
    """A decision that came in on the 1st, a plan on the 20th."""
    monkeypatch.setattr("luocdo.graph.stores.record_file.now", lambda: "2025-11-01T08:00:00+07:00")
    first = decision(row("Lập quỹ học bổng", MINISTRY, day="2026-06-30"))
    store_of(tmp_path, first).close()
    monkeypatch.setattr("luocdo.graph.stores.record_file.now", lambda: "2025-11-20T08:00:00+07:00")
    return store_of(
        tmp_path,
        first,
        plan(row("Soạn quy chế học bổng", "Vụ Giáo dục Đại học", day="2025-12-15")),
    )


def table(answer: Answer, english: str) -> list[dict[str, str]]:
    found = [one for one in answer.tables if one.title[1].startswith(english)]
    return [dict(zip(one.columns, each, strict=True)) for one in found for each in one.rows]


def test_only_what_came_in_since_that_day_is_new(store: Store) -> None:
    assert {
        one["document"] for one in table(new(store, TODAY, NewOptions("2025-11-10")), "PAPERS")
    } == {"12/KH-BGDĐT"}
    both = table(new(store, TODAY, NewOptions("2025-11-01")), "PAPERS")
    assert [one["came"] for one in both] == ["20/11/2025", "01/11/2025"]
    assert not table(new(store, TODAY, NewOptions("2025-11-21")), "PAPERS")


def test_it_says_what_is_given_to_whom_and_what_is_due_first(store: Store) -> None:
    answer = new(store, TODAY, NewOptions("2025-11-10"))
    (given,) = [
        one for one in table(answer, "TO WHOM") if one["unit"].startswith("Vụ Giáo dục Đại học")
    ]
    assert (given["assignments"], given["first_due"], given["documents"]) == (
        "1",
        "15/12/2025",
        "12/KH-BGDĐT",
    )
    assert "Soạn quy chế học bổng" in {one.text for one in answer.assignments}


def test_for_one_unit_only_what_is_its(store: Store) -> None:
    unit, _ = the_unit(store, "vụ giáo dục đại học")
    answer = new(store, TODAY, NewOptions("2025-11-01", unit=unit))
    assert {one.text for one in answer.assignments} == {"Soạn quy chế học bổng"}
    assert {one["document"] for one in table(answer, "PAPERS")} == {"12/KH-BGDĐT"}


def test_by_the_day_of_issue_instead(store: Store) -> None:
    answer = new(store, TODAY, NewOptions("2025-02-01", issued=True))
    assert {one["document"] for one in table(answer, "PAPERS")} == {"12/KH-BGDĐT"}


def test_until_a_day_where_one_is_given(store: Store) -> None:
    answer = new(store, TODAY, NewOptions("2025-11-01", until="2025-11-10"))
    assert [one["came"] for one in table(answer, "PAPERS")] == ["01/11/2025"]
    assert answer.command == "luocdo new --since 01/11/2025 --to 10/11/2025"


@pytest.mark.parametrize(
    "ask",
    [
        lambda store: new(store, TODAY, NewOptions("2025-11-10", until="2025-11-01")),
        lambda store: due(store, DueOptions("2025-11-10", "2025-11-01"), TODAY),
        lambda _: DocumentFilters(start=TODAY, finish=TODAY - datetime.timedelta(days=1)),
    ],
    ids=["new", "due", "documents"],
)
def test_a_period_that_ends_before_it_begins_is_refused(
    store: Store, ask: Callable[[Store], object]
) -> None:
    with pytest.raises(QueryError, match="đứng trước"):
        ask(store)


def test_a_file_read_again_came_when_it_first_came(store: Store) -> None:
    lines = store.records()
    record = decision(row("Lập quỹ học bổng", MINISTRY, day="2026-07-31"))
    lines[record.file] = encode(record)  # the same bytes, read by a better reader
    with store.writing():
        store.replace(lines, rebuild(lines))
    assert store.stamps()[record.file].came.startswith("2025-11-01")
