"""What rules of time make of their words, by the names that `rules.toml` calls them."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from luocdo.loaders.times import days, returning, spans
from luocdo.loaders.times.time import Time

if TYPE_CHECKING:
    from luocdo.loaders.times.rule import Make, Words


def nothing(_: Words, __: int | None) -> tuple[Time, ...]:
    """Make no time: the words are read, so that no other rule takes them for a limit."""
    return ()


def _always(time: Time) -> Make:
    return lambda _hit, _year: (time,)


MAKERS: Final[dict[str, Make]] = {
    "nothing": nothing,
    "conditional": _always(Time("conditional")),
    "ongoing": _always(Time("ongoing")),
    "from time to time": _always(Time("recurring")),
    "days": days.read_days,
    "days of one month": days.days_of_month,
    "span of days": days.span_of_days,
    "from a day": days.from_day,
    "days after a day": days.days_after_day,
    "month": spans.whole("month", 1),
    "span of months": spans.span_of_months,
    "from a month or quarter": spans.from_month_or_quarter,
    "part of a month": spans.third_of_month,
    "half of a month": spans.half_of_month,
    "months in a list": spans.listed_months,
    "quarter": spans.whole("quarter", 3),
    "span of quarters": spans.span_of_quarters,
    "part of a quarter": spans.third_of_quarter,
    "part of a year": spans.part_of_year,
    "months of a year": spans.months_of_year,
    "year": spans.whole_year,
    "years": spans.whole_years,
    "school year": spans.school_year,
    "from a school year": spans.from_school_year,
    "onwards": spans.onwards,
    "after a year": spans.after_year,
    "year of the plan": spans.plan_year,
    "mixed span": spans.mixed,
    "days of every year": returning.days_of_years,
    "months of every year": returning.months_of_years,
    "end of each": returning.end_of_each,
    "day of each month": returning.day_of_month,
    "day of each quarter": returning.day_of_quarter,
    "month of each quarter": returning.month_of_quarter,
    "days after each": returning.after_quarter,
    "weekday": returning.on_weekday,
    "each": returning.each,
    "so often": returning.so_often,
    "every": returning.every,
}
