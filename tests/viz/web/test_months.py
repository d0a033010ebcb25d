"""A month shows each assignment on its last day, leads to the months that hold something, and a
matrix counts what it opens.
"""

from __future__ import annotations

import datetime
import re
from dataclasses import replace
from html import unescape
from typing import TYPE_CHECKING

import pytest

from luocdo.graph.answers import Assignment, TimeLimit
from luocdo.viz.web.months import month

if TYPE_CHECKING:
    from starlette.testclient import TestClient

TODAY = datetime.date(2025, 11, 23)
LIMIT = TimeLimit(
    "", "day", "", "2025-12-15", exclusive=False, recurrence="", reading="", state="open"
)
ONE = Assignment("t", "t", 1, "1", "Phụ lục › 1", "Lập kế hoạch", "", "annex", "giao", "", "", "d",
                 "1/KH", "2025-01-01", draft=False, source="x", quote="x")  # fmt: skip


def due(day: str, **facts: object) -> Assignment:
    return replace(ONE, limits=(replace(LIMIT, end_date=day, **facts),))


@pytest.mark.parametrize(
    ("found", "chosen", "shown", "days"),
    [
        ([due("2025-12-15")], "", "2025-12", [15]),
        # "before the 15th" is in time on the 14th
        ([due("2025-12-15", exclusive=True)], "", "2025-12", [14]),
        # the first month from today on that holds something, not what is past
        ([due("2025-03-31"), due("2026-02-01"), due("2027-02-01")], "", "2026-02", [1]),
        # all is past: the last month
        ([due("2024-03-31"), due("2025-03-31")], "", "2025-03", [31]),
        ([due("2025-12-15")], "2026-01", "2026-01", []),
        # an address that names no month is as if it named none
        ([due("2025-12-15")], "2026-13", "2025-12", [15]),
        # what comes again stands on the day that it was counted out to
        ([due("", start_date="2025-12-02", recurrence="FREQ=YEARLY")], "", "2025-12", [2]),
        ([due("2025-12-15"), replace(due("2025-12-16"), block="draft")], "", "2025-12", [15]),
    ],
)
def test_a_month_holds_what_is_due_in_it_on_its_day(
    found: list[Assignment], chosen: str, shown: str, days: list[int]
) -> None:
    made = month(found, TODAY, chosen)
    assert made is not None
    assert made.key == shown
    assert [day.date.day for week in made.weeks for day in week if day and day.due] == days
    assert made.number == len(days)


def test_the_months_beside_it_are_those_that_hold_something() -> None:
    made = month(
        [due("2025-01-31"), due("2025-01-02"), due("2025-12-15"), due("2027-06-30")], TODAY
    )
    assert made is not None
    assert made.before is not None
    assert made.after is not None
    assert (made.before.key, made.before.number) == ("2025-01", 2)
    assert (made.after.key, made.after.number) == ("2027-06", 1)


def test_without_a_day_there_is_no_month() -> None:
    assert month([ONE], TODAY) is None


@pytest.mark.parametrize(
    ("path", "apart"),
    [
        # duties and what words name stand in blocks of their own, never added to the rows
        ("/owners?doc=QĐ 131", {"duties", "words"}),
        ("/due?from=2022-01-01", set()),
        ("/unit?name=vu gddh", set()),
    ],
)
def test_a_matrix_opens_what_it_counts(client: TestClient, path: str, apart: set[str]) -> None:
    words = client.get(path).text
    (line, *_) = re.findall(r'<tr><th scope="row">.*?</tr>', words.partition('id="ma-tran"')[2])
    counted = re.findall(r'href="([^"]*only-role[^"]*)">(\d+)</a>', line)
    assert len(counted) > 1
    for address, number in counted:
        rows = client.get(unescape(address).replace("?", ".json?", 1)).json()
        tasks = {row["task"] for row in rows if row["block"] not in apart}
        assert len(tasks) == int(number), address
