"""What comes back (định kỳ): RRULEs of years, quarters, months, weeks (RFC 5545); the words stand
in `each_year_rules`, `each_period_rules` and `how_often_rules`.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from luocdo.loaders.times.days import excludes, read_days, yearly_days
from luocdo.loaders.times.terminals import UNIT, days, months, quarters
from luocdo.loaders.times.time import Time, recurring

if TYPE_CHECKING:
    from luocdo.loaders.times.rule import Words

_EVERY: Final = {
    "ngay": "FREQ=DAILY",
    "tuan": "FREQ=WEEKLY",
    "thang": "FREQ=MONTHLY",
    "quy": "FREQ=MONTHLY;INTERVAL=3",
    "nam": "FREQ=YEARLY",
}
_MONTHS_IN: Final = {"tuan": 0, "thang": 1, "quy": 3, "nam": 12}
_WORD = re.compile(rf"(?i)(?:(?P<n>\d{{1,2}}|sau|ba|hai|bon)\s*)?(?P<unit>{UNIT})\b(?!\s+xuat)")
_NUMBERS = {"mot": 1, "hai": 2, "ba": 3, "bon": 4, "sau": 6, "muoi hai": 12}
_WEEKDAYS = {
    "hai": "MO",
    "ba": "TU",
    "tu": "WE",
    "nam": "TH",
    "sau": "FR",
    "bay": "SA",
    "nhat": "SU",
}
_WEEKDAYS |= {
    str(number): code for number, code in zip(range(2, 8), _WEEKDAYS.values(), strict=False)
}
_OF_QUARTER = {"dau": "1,4,7,10", "giua": "2,5,8,11", "cuoi": "3,6,9,12"}


def _number(printed: str) -> int:
    return int(printed) if printed.isdigit() else _NUMBERS[" ".join(printed.lower().split())]


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
    unit, part = hit["unit"].lower(), hit["part"].lower()
    if unit == "thang":
        return (recurring("FREQ=MONTHLY;BYMONTHDAY=-1" if part == "cuoi" else "FREQ=MONTHLY"),)
    months_ = _OF_QUARTER[part] if unit == "quy" else {"dau": "1", "giua": "6", "cuoi": "12"}[part]
    return (recurring(f"FREQ=YEARLY;BYMONTH={months_}"),)


def day_of_month(hit: Words, _: int | None) -> tuple[Time, ...]:
    """Read "ngày 15 và 30 hằng tháng", "ngày 05 của tháng sau"."""
    days_ = ",".join(str(int(one)) for one in re.findall(r"\d+", hit["n"] or hit["m"]))
    return (recurring(f"FREQ=MONTHLY;BYMONTHDAY={days_}", exclusive=excludes(hit[0])),)


def day_of_quarter(hit: Words, _: int | None) -> tuple[Time, ...]:
    """Read "ngày 20 của tháng cuối quý", "ngày 05 tháng đầu quý sau"."""
    rule = f"FREQ=YEARLY;BYMONTH={_OF_QUARTER[hit['part'].lower()]};BYMONTHDAY={int(hit['n'])}"
    return (recurring(rule, exclusive=excludes(hit[0])),)


def month_of_quarter(hit: Words, _: int | None) -> tuple[Time, ...]:
    """Read "tháng đầu mỗi quý"."""
    return (recurring(f"FREQ=YEARLY;BYMONTH={_OF_QUARTER[hit['part'].lower()]}"),)


def after_quarter(hit: Words, _: int | None) -> tuple[Time, ...]:
    """Read "15 ngày sau khi kết thúc quý": the fifteenth of the month that follows."""
    count, unit = int(hit["n"]), hit["unit"].lower()
    if count > 28 or hit["working"]:  # noqa: PLR2004 - the shortest month
        return (recurring(_EVERY[unit]),)
    rules = {
        "thang": f"FREQ=MONTHLY;BYMONTHDAY={count}",
        "quy": f"FREQ=YEARLY;BYMONTH=1,4,7,10;BYMONTHDAY={count}",
        "nam": f"FREQ=YEARLY;BYMONTH=1;BYMONTHDAY={count}",
    }
    return (recurring(rules[unit]),)


def weekday(hit: Words, _: int | None) -> tuple[Time, ...]:
    """Read "thứ Sáu hằng tuần"."""
    word = hit[0].lower().split()
    day = word[word.index("thu") + 1] if "thu" in word else "nhat"
    return (recurring(f"FREQ=WEEKLY;BYDAY={_WEEKDAYS[day]}", exclusive=excludes(hit[0])),)


def so_often(hit: Words, _: int | None) -> tuple[Time, ...]:
    """Read "02 lần/năm" as every six months; what does not divide evenly as once in the unit."""
    size, count = _MONTHS_IN[hit["unit"].lower()], _number(hit["n"])
    if size and count and size % count == 0:
        return (recurring(_months_apart(size // count)),)
    return (recurring(_EVERY[hit["unit"].lower()]),)


def _months_apart(size: int) -> str:
    if size == 12:  # noqa: PLR2004 - a year
        return "FREQ=YEARLY"
    return f"FREQ=MONTHLY;INTERVAL={size}" if size > 1 else "FREQ=MONTHLY"


def every(hit: Words, _: int | None) -> tuple[Time, ...]:
    """Read "hằng tháng, hằng quý, 6 tháng và hằng năm": a rule for each."""
    return (recurring(*(_rule(one["unit"].lower(), one["n"]) for one in _WORD.finditer(hit[0]))),)


def _rule(unit: str, count: str | None) -> str:
    number = _number(count) if count else 1
    if unit in {"thang", "quy", "nam"}:
        return _months_apart(number * _MONTHS_IN[unit])
    return _EVERY[unit] + (f";INTERVAL={number}" if number > 1 else "")
