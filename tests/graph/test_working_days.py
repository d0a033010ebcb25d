"""Working days: without week-ends, Tết, holidays and the days swapped for them; not counted in
years not yet decided.
"""

from __future__ import annotations

import pytest

from luocdo.graph.working_days import after_working_days


@pytest.mark.parametrize(
    ("start", "count", "last"),
    [
        ("2026-03-15", 10, "2026-03-27"),  # from a Sunday: two whole weeks
        ("2025-04-28", 5, "2025-05-08"),  # 30/4, 1/5, and 2/5 that Saturday 26/4 was worked for
        ("2025-04-25", 1, "2025-04-26"),  # that Saturday
        ("2025-01-24", 1, "2025-02-03"),  # Tết from 27/1 to 31/1
        ("2024-04-26", 1, "2024-05-02"),  # Monday 29/4 off, Saturday 4/5 worked instead
        ("2024-05-03", 1, "2024-05-04"),
        ("2026-12-31", 1, None),  # the next year is not decided
        ("2096-03-15", 10, None),
    ],
)
def test_the_last_day(start: str, count: int, last: str | None) -> None:
    assert after_working_days(start, count) == last
