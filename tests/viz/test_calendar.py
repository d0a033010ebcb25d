"""A calendar that one library writes another reads: days, sentences, and what comes again on each
of its days.
"""

from __future__ import annotations

import datetime
from typing import TYPE_CHECKING, Any

import pytest
import vobject

from luocdo.graph.answers import Answer, Assignment, TimeLimit
from luocdo.viz.calendar import calendar_file

if TYPE_CHECKING:
    from collections.abc import Iterator

DAY = datetime.date(2025, 12, 15)


def limit(**facts: object) -> TimeLimit:
    plain: dict[str, Any] = {
        "text": "như in", "kind": "date", "start_date": "", "end_date": "", "exclusive": False, "recurrence": "",
        "reading": "stated", "state": "open",
    }  # fmt: skip
    return TimeLimit(**(plain | facts))


def assignment(leaf: str, one: TimeLimit, **facts: object) -> Assignment:
    plain: dict[str, Any] = {
        "leaf": leaf, "top": leaf, "ordinal": 1, "code": "1", "place": "Phụ lục › 1", "text": f"Việc {leaf}",
        "top_text": "", "origin": "annex", "force": "", "progress": "", "result": "", "document_id": "doc:1",
        "document": "12/KH-BGDĐT", "document_date": "2025-01-01", "draft": False, "source": "kh.txt",
        "quote": "câu\nin", "limits": (one,),
    }  # fmt: skip
    return Assignment(**(plain | facts))


def events(*assignments: Assignment) -> Iterator[Any]:
    data = calendar_file(
        Answer(kind="due", title="HẠN", assignments=assignments, as_of="2025-11-23")
    )
    yield from vobject.readOne(data.decode()).contents.get("vevent", [])


def test_an_event_is_a_whole_day_with_its_sentence_and_its_paper() -> None:
    (event,) = events(assignment("a", limit(end_date="2025-12-15")))
    assert (event.dtstart.value, event.dtend.value) == (DAY, DAY + datetime.timedelta(days=1))
    assert event.summary.value == "Việc a"
    assert "«câu in»" in event.description.value
    assert "12/KH-BGDĐT, Phụ lục › 1" in event.description.value


def test_before_a_day_is_the_day_before() -> None:
    (event,) = events(assignment("a", limit(end_date="2025-12-16", exclusive=True)))
    assert event.dtstart.value == DAY


@pytest.mark.parametrize(
    ("rule", "days"),
    [
        (
            "FREQ=YEARLY;BYMONTH=6;BYMONTHDAY=10;UNTIL=20281231",
            ["2026-06-10", "2027-06-10", "2028-06-10"],
        ),
        (
            "FREQ=MONTHLY;BYMONTH=3,6,9,12;BYMONTHDAY=-1;UNTIL=20260701",
            ["2026-03-31", "2026-06-30"],
        ),
    ],
)
def test_what_comes_again_comes_on_each_of_its_days(rule: str, days: list[str]) -> None:
    one = assignment("a", limit(kind="recurring", start_date=days[0], recurrence=rule))
    (event,) = events(one)
    assert [f"{day:%Y-%m-%d}" for day in event.getrruleset()] == days


def test_two_days_of_one_work_are_two_events_and_the_bytes_are_always_the_same() -> None:
    pair = (
        assignment("a", limit(end_date="2025-12-15")),
        assignment("a", limit(end_date="2026-12-15")),
    )
    assert len({event.uid.value for event in events(*pair)}) == 2
    answer = Answer(kind="due", title="HẠN", assignments=pair, as_of="2025-11-23")
    assert calendar_file(answer) == calendar_file(answer)


def test_what_has_no_day_is_no_event() -> None:
    assert not list(events(assignment("a", limit(kind="conditional"))))


def test_a_duty_of_a_collective_says_so() -> None:
    shared = assignment(
        "a", limit(end_date="2025-12-15"), via="Các đơn vị thuộc Bộ", via_relation="MEMBER_OF"
    )
    (event,) = events(shared)
    assert "Giao chung: Các đơn vị thuộc Bộ" in event.description.value
