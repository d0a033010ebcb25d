"""What comes back (định kỳ): RRULEs of years, quarters, months, weeks (RFC 5545)."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from luocdo.graph.vocabulary import Meaning
from luocdo.loaders.times.days import excludes, read_days, yearly_days
from luocdo.loaders.times.printed import days, months, quarters
from luocdo.loaders.times.spelt_out import number, part, unit, weekday
from luocdo.loaders.times.terminals import words_of
from luocdo.loaders.times.time import MONTHS_OF_YEAR, Time, recurring

if TYPE_CHECKING:
    from luocdo.loaders.times.rule import Words

_EVERY: Final = {
    "day": "FREQ=DAILY",
    "week": "FREQ=WEEKLY",
    "month": "FREQ=MONTHLY",
    "quarter": "FREQ=MONTHLY;INTERVAL=3",
    "year": "FREQ=YEARLY",
}
_MONTHS_IN: Final = {"month": 1, "quarter": 3, "year": MONTHS_OF_YEAR}
_COUNTED: Final = re.compile(
    rf"(?i)(?:(?P<n>\d{{1,2}}|{words_of(Meaning.TIME_NUMBER)})\s*)?"
    rf"(?P<unit>{words_of(Meaning.TIME_UNIT, *_EVERY)})"
)
_OF_YEAR: Final = {"first": "1", "middle": "6", "last": "12"}
_OF_QUARTER: Final = {"first": "1,4,7,10", "middle": "2,5,8,11", "last": "3,6,9,12"}


def days_of_years(hit: Words, year: int | None) -> tuple[Time, ...]:
    """Read days of every year; "báo cáo hằng năm trước ngày 15/12/2026" prints one of its own."""
    printed = days(hit[0])
    if any(one.year for one in printed):
        return read_days(hit, year)
    return yearly_days(printed, exclusive=excludes(hit[0]))


def months_of_years(hit: Words, _: int | None) -> tuple[Time, ...]:
    """Read "tháng 01 hằng năm"; a quarter that comes back is due in its last month."""
    found = [one.month for one in months(hit[0])] or [3 * one.month for one in quarters(hit[0])]
    return (recurring(f"FREQ=YEARLY;BYMONTH={','.join(map(str, found))}"),)


def end_of_each(hit: Words, _: int | None) -> tuple[Time, ...]:
    """Read "cuối mỗi quý", "vào cuối năm" of every year."""
    counted, which = unit(hit["unit"]), part(hit["part"])
    if counted == "month":
        return (recurring("FREQ=MONTHLY;BYMONTHDAY=-1" if which == "last" else "FREQ=MONTHLY"),)
    months_ = (_OF_QUARTER if counted == "quarter" else _OF_YEAR)[which]
    return (recurring(f"FREQ=YEARLY;BYMONTH={months_}"),)


def day_of_month(hit: Words, _: int | None) -> tuple[Time, ...]:
    """Read "ngày 15 và 30 hằng tháng", "ngày 05 của tháng sau"."""
    days_ = ",".join(str(int(one)) for one in re.findall(r"\d+", hit["n"] or hit["m"]))
    return (recurring(f"FREQ=MONTHLY;BYMONTHDAY={days_}", exclusive=excludes(hit[0])),)


def day_of_quarter(hit: Words, _: int | None) -> tuple[Time, ...]:
    """Read "ngày 20 của tháng cuối quý", "ngày 05 tháng đầu quý sau"."""
    rule = f"FREQ=YEARLY;BYMONTH={_OF_QUARTER[part(hit['part'])]};BYMONTHDAY={int(hit['n'])}"
    return (recurring(rule, exclusive=excludes(hit[0])),)


def month_of_quarter(hit: Words, _: int | None) -> tuple[Time, ...]:
    """Read "tháng đầu mỗi quý"."""
    return (recurring(f"FREQ=YEARLY;BYMONTH={_OF_QUARTER[part(hit['part'])]}"),)


def after_quarter(hit: Words, _: int | None) -> tuple[Time, ...]:
    """Read "15 ngày sau khi kết thúc quý": the fifteenth of the month that follows."""
    count, counted = int(hit["n"]), unit(hit["unit"])
    if count > 28 or hit["working"]:  # noqa: PLR2004 - the shortest month
        return (recurring(_EVERY[counted]),)
    rules = {
        "month": f"FREQ=MONTHLY;BYMONTHDAY={count}",
        "quarter": f"FREQ=YEARLY;BYMONTH=1,4,7,10;BYMONTHDAY={count}",
        "year": f"FREQ=YEARLY;BYMONTH=1;BYMONTHDAY={count}",
    }
    return (recurring(rules[counted]),)


def on_weekday(hit: Words, _: int | None) -> tuple[Time, ...]:
    """Read "thứ Sáu hằng tuần"."""
    return (
        recurring(
            f"FREQ=WEEKLY;BYDAY={weekday(hit['day'] or hit['own'] or hit['weekly'])}",
            exclusive=excludes(hit[0]),
        ),
    )


def each(hit: Words, _: int | None) -> tuple[Time, ...]:
    """Read "tuần cuối hằng tháng" as once a month."""
    return (recurring(_EVERY[unit(hit["unit"])]),)


def so_often(hit: Words, _: int | None) -> tuple[Time, ...]:
    """Read "02 lần/năm" as every six months; what does not divide evenly as once in the unit."""
    counted = unit(hit["unit"])
    size, count = _MONTHS_IN.get(counted, 0), number(hit["n"])
    if size and count and size % count == 0:
        return (recurring(_months_apart(size // count)),)
    return (recurring(_EVERY[counted]),)


def _months_apart(size: int) -> str:
    if size == MONTHS_OF_YEAR:
        return "FREQ=YEARLY"
    return f"FREQ=MONTHLY;INTERVAL={size}" if size > 1 else "FREQ=MONTHLY"


def every(hit: Words, _: int | None) -> tuple[Time, ...]:
    """Read "hằng tháng, hằng quý, 6 tháng và hằng năm": a rule for each."""
    return (recurring(*(_rule(unit(one["unit"]), one["n"]) for one in _COUNTED.finditer(hit[0]))),)


def _rule(counted: str, count: str | None) -> str:
    times = number(count) if count else 1
    if counted in _MONTHS_IN:
        return _months_apart(times * _MONTHS_IN[counted])
    return _EVERY[counted] + (f";INTERVAL={times}" if times > 1 else "")
