"""Periods as people type them; what comes again falls on days within the period asked, to the end
of its document's own.
"""

from __future__ import annotations

import datetime
from contextlib import nullcontext
from typing import TYPE_CHECKING

import pytest
from icalendar import Calendar
from small_graph import RECORDS, document, edge, small_graph, task

from luocdo.graph.errors import QueryError
from luocdo.graph.model import Graph, Node
from luocdo.graph.stores.ladybug import LadybugStore
from luocdo.queries.due import DueOptions, due
from luocdo.queries.periods import Asked, occurrences, period_asked
from luocdo.viz.calendar import calendar_file

if TYPE_CHECKING:
    from collections.abc import Iterator

    from luocdo.graph.stores.base import Store

TODAY = datetime.date(2025, 11, 15)


@pytest.mark.parametrize(
    ("asked", "period"),
    [
        (Asked(within_days=30), ("2025-11-15", "2025-12-15")),
        (Asked(month="2025-11"), ("2025-11-01", "2025-11-30")),
        (Asked(month="tháng 2/2024"), ("2024-02-01", "2024-02-29")),
        (Asked(quarter="IV/2025"), ("2025-10-01", "2025-12-31")),
        (Asked(quarter="quý 1/2026"), ("2026-01-01", "2026-03-31")),
        (Asked(overdue=True), ("0001-01-01", "2025-11-15")),
        (Asked(year=2025), ("2025-01-01", "2025-12-31")),
        (Asked(), ("2025-11-15", "9999-12-31")),
        (Asked(finish=datetime.datetime(2025, 12, 1)), ("0001-01-01", "2025-12-01")),  # noqa: DTZ001 - as click gives it
    ],
)
def test_a_period_is_understood_as_typed(asked: Asked, period: tuple[str, str]) -> None:
    assert period_asked(TODAY, asked) == period


@pytest.mark.parametrize(
    "asked", [Asked(month="13/2025"), Asked(quarter="V/2025"), Asked(month="11/2025", year=2025)]
)
def test_what_is_no_period_is_refused(asked: Asked) -> None:
    with pytest.raises(QueryError):
        period_asked(TODAY, asked)


@pytest.mark.parametrize(
    ("rule", "days"),
    [
        ("FREQ=YEARLY", ["2024-12-31", "2025-12-31"]),  # a year's work is due at its end
        (
            "FREQ=YEARLY;BYMONTH=6,11;BYMONTHDAY=10",
            ["2024-06-10", "2024-11-10", "2025-06-10", "2025-11-10"],
        ),
        (
            "FREQ=MONTHLY;INTERVAL=6;BYMONTHDAY=15",
            ["2024-01-15", "2024-07-15", "2025-01-15", "2025-07-15"],
        ),
        ("", []),
        ("không phải quy tắc", []),
    ],
)
def test_a_rule_gives_its_days(rule: str, days: list[str]) -> None:
    assert list(occurrences(rule, "2024-01-01", "2025-12-31")) == days


def test_a_quarterly_rule_ends_with_each_quarter() -> None:
    found = list(occurrences("FREQ=MONTHLY;INTERVAL=3", "2025-01-01", "2025-12-31"))
    assert found == ["2025-03-31", "2025-06-30", "2025-09-30", "2025-12-31"]


@pytest.fixture(scope="module")
def store(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Store]:
    base = small_graph()
    nodes = (
        document("gd", "7/KH-BYT", "Kế hoạch", "Bộ Y tế", status="loaded", date="2024-01-02", period_end="2025-12-31"),
        task("nam", "Báo cáo kết quả"),
        task("truoc", "Gửi số liệu"),
        Node("Deadline", "han:nam", {"kind": "recurring", "text": "Hằng năm", "recurrence": "FREQ=YEARLY"}),
        Node("Deadline", "han:15", {"kind": "date", "text": "trước ngày 15/6/2024", "end_date": "2024-06-15", "exclusive": True}),
    )  # fmt: skip
    edges = (
        *(edge("MANDATES", "doc:gd", f"task:{key}", "việc như in") for key in ("nam", "truoc")),
        edge("DUE", "task:nam", "han:nam", "Hằng năm"),
        edge("DUE", "task:truoc", "han:15", "trước ngày 15/6/2024"),
    )
    whole = Graph((*base.nodes, *nodes), (*base.edges, *edges), base.issues)
    with LadybugStore(
        tmp_path_factory.mktemp("due") / "x.lbug", lambda _: nullcontext(whole)
    ) as opened:
        opened.replace(RECORDS, whole)
        yield opened


def days(store: Store, start: str, finish: str) -> list[tuple[str, str]]:
    answer = due(store, DueOptions(start, finish, recurring=True), TODAY)
    return [
        (one.leaf, one.limit.end_date)
        for one in answer.assignments
        if one.limit and one.document == "7/KH-BYT"
    ]


def test_yearly_work_is_due_each_year_until_its_plan_ends(store: Store) -> None:
    assert days(store, "2024-07-01", "2027-12-31") == [
        ("task:nam", "2025-12-31"),
        ("task:nam", "2024-12-31"),
    ]


def test_what_must_be_finished_in_a_year_is_what_ends_in_it(store: Store) -> None:
    answer = due(store, DueOptions("2025-01-01", "2025-12-31"), TODAY)
    assert not [one for one in answer.assignments if one.document == "7/KH-BYT"]


def test_before_the_15th_is_due_on_the_14th_and_printed_as_it_stands(store: Store) -> None:
    assert days(store, "2024-06-01", "2024-06-14") == [("task:truoc", "2024-06-15")]
    assert days(store, "2024-06-15", "2024-06-30") == []


def test_the_calendar_is_read_by_another_reader_with_a_day_for_each(store: Store) -> None:
    book = Calendar.from_ical(
        calendar_file(due(store, DueOptions("2024-06-01", "2025-12-31", recurring=True), TODAY))
    )
    events = {
        (str(event["summary"]), event["dtstart"].dt.isoformat()) for event in book.walk("VEVENT")
    }
    assert events >= {
        ("Báo cáo kết quả", "2024-12-31"),
        ("Báo cáo kết quả", "2025-12-31"),
        ("Gửi số liệu", "2024-06-14"),
    }
    assert all(
        "việc như in" in str(event["description"])
        for event in book.walk("VEVENT")
        if "số liệu" in event["summary"]
    )
