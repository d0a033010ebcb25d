"""What months, quarters, halves, years and periods mean (tháng, quý, năm, giai đoạn)."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from luocdo.loaders.times.days import completed, excludes
from luocdo.loaders.times.printed import Figures, days, months, quarter_number, quarters, years
from luocdo.loaders.times.spelt_out import number, part
from luocdo.loaders.times.time import (
    MONTHS_OF_YEAR,
    Kind,
    Time,
    before,
    day_of,
    first_day,
    is_month,
    last_day,
    months_of,
)

if TYPE_CHECKING:
    from collections.abc import Callable

    from luocdo.loaders.times.rule import Make, Words

_THIRDS = {"first": 0, "middle": 1, "last": 2}
_LAST_DAYS_OF_THIRDS = (10, 20, None)
_HALF_A_YEAR = "6"


def _of_the_last(
    printed: Callable[[str], list[Figures]], mean: Callable[[Words, int, int], Time]
) -> Make:
    """Make a time of the last month or quarter that is printed, in the year that is known."""

    def make(hit: Words, year: int | None) -> tuple[Time, ...]:
        last = printed(hit[0])[-1]
        own = last.year or year
        if own is None:
            return ()
        found = mean(hit, own, last.month)
        found = before(found) if excludes(hit[0]) else found
        return (found if last.year else found.guessed(),)

    return make


def _third(hit: Words) -> int:
    """Return 0 for "đầu", 1 for "giữa", 2 for "cuối"."""
    return _THIRDS[part(hit["part"]).split()[0]]


def whole(kind: Kind, size: int) -> Make:
    """Make the whole of a month (size 1) or quarter (size 3); "trước …" ends on the day before."""
    return _of_the_last(
        months if size == 1 else quarters,
        lambda _, year, number: months_of(year, size * number - size + 1, size * number, kind),
    )


def _days_of_month(year: int, month: int, first: int, last: int | None) -> Time:
    """Return the days of a month from ``first`` to ``last``, its end where none is named."""
    if not is_month(month):
        return Time("invalid")
    end = last_day(year, month)
    return Time("period", f"{end[:-2]}{first:02}", f"{end[:-2]}{last:02}" if last else end)


def _third_of_month(hit: Words, year: int, month: int) -> Time:
    """Read "cuối tháng 8/2026" as its last ten days (hạ tuần)."""
    third = _third(hit)
    return _days_of_month(year, month, 10 * third + 1, _LAST_DAYS_OF_THIRDS[third])


def _third_of_quarter(hit: Words, year: int, quarter: int) -> Time:
    """Read "cuối quý II/2026" as its last month."""
    month = 3 * quarter - 2 + _third(hit)
    return months_of(year, month, month)


def _half_of_month(hit: Words, year: int, month: int) -> Time:
    """Read "nửa đầu tháng 9/2026"."""
    if part(hit["half"]) == "first":
        return _days_of_month(year, month, 1, 15)
    return _days_of_month(year, month, 16, None)


third_of_month: Final = _of_the_last(months, _third_of_month)
third_of_quarter: Final = _of_the_last(quarters, _third_of_quarter)
half_of_month: Final = _of_the_last(months, _half_of_month)


def _join(printed: list[Figures], year: int | None, size: int) -> tuple[Time, ...]:
    """Make one period of the first and the last of what is printed."""
    first, last = (completed(printed, year)[at] for at in (0, -1))
    begin, end = size * first.month - size + 1, size * last.month
    if first.year is None or last.year is None:
        return ()
    from_year = first.year - 1 if printed[0].year is None and begin > end else first.year
    if not (is_month(begin) and is_month(end)) or (from_year, begin) > (last.year, end):
        return (Time("invalid"),)
    found = Time("period", first_day(from_year, begin), last_day(last.year, end))
    return (found.guessed() if all(one.year is None for one in printed) else found,)


def span_of_months(hit: Words, year: int | None) -> tuple[Time, ...]:
    """Read "từ tháng 4 đến tháng 6/2026", "tháng 3,4,5/2026"."""
    printed = months(hit[0])
    if hit["first"]:
        printed = [Figures(None, int(hit["first"])), *printed]
    return _join(printed, year, 1)


def span_of_quarters(hit: Words, year: int | None) -> tuple[Time, ...]:
    """Read "Quý II - Quý IV/2025"."""
    printed = quarters(hit[0])
    if hit["last"]:  # "Quý I, II, III/2026"
        printed.append(
            Figures(int(hit["last"][-4:]), quarter_number(hit["last"].split("/")[0].strip()))
        )
    return _join(printed, year, 3)


def from_month_or_quarter(hit: Words, year: int | None) -> tuple[Time, ...]:
    """Read "từ quý II/2026": a beginning only."""
    printed = (
        months(hit[0]) or [Figures(one.year, 3 * one.month - 2) for one in quarters(hit[0])]
    )[-1]
    own = printed.year or year
    if own is None:
        return ()
    found = (
        Time("period", first_day(own, printed.month))
        if is_month(printed.month)
        else Time("invalid")
    )
    return (found if printed.year else found.guessed(),)


def part_of_year(hit: Words, year: int | None) -> tuple[Time, ...]:
    """Read "đầu năm" as the first quarter, "giữa năm" as the second (sơ kết 6 tháng), "cuối năm"
    as the last.
    """
    own = next(reversed(years(hit[0])), year)
    if own is None:
        return ()
    month = {0: 1, 1: 4, 2: 10}[_third(hit)]
    found = months_of(own, month, month + 2)
    return ((before(found) if excludes(hit[0]) else found).guessed(),)


def months_of_year(hit: Words, year: int | None) -> tuple[Time, ...]:
    """Read "6 tháng đầu năm 2026", "nửa cuối năm 2026"."""
    own = next(reversed(years(hit[0])), year)
    if own is None:
        return ()
    count = number(hit["months"] or hit["quarters"] or _HALF_A_YEAR)
    size = (3 if hit["quarters"] else 1) * count
    if size > MONTHS_OF_YEAR:
        return ()
    first = 1 if part(hit["half"]) == "first" else MONTHS_OF_YEAR + 1 - size
    found = months_of(own, first, first + size - 1)
    return (found if years(hit[0]) else found.guessed(),)


def whole_year(hit: Words, _: int | None) -> tuple[Time, ...]:
    """Read "trong năm 2026"; "trước năm 2030" ends on the day before."""
    own = years(hit[0])[-1]
    found = months_of(own, 1, 12, "year")
    return (before(found) if excludes(hit[0]) else found,)


def whole_years(hit: Words, _: int | None) -> tuple[Time, ...]:
    """Read "giai đoạn 2026 - 2030"."""
    found = years(hit[0])
    if found[0] > found[-1]:
        return ()
    return (Time("period", f"{found[0]}-01-01", f"{found[-1]}-12-31"),)


def onwards(hit: Words, _: int | None) -> tuple[Time, ...]:
    """Read "năm 2026 và những năm tiếp theo": a beginning only."""
    return (Time("period", f"{years(hit[0])[0]}-01-01"),)


def after_year(hit: Words, _: int | None) -> tuple[Time, ...]:
    """Read "sau năm 2030"."""
    return (Time("period", f"{years(hit[0])[0] + 1}-01-01"),)


def plan_year(_: Words, year: int | None) -> tuple[Time, ...]:
    """Read "trong năm": the year that the plan is about."""
    return (months_of(year, 1, 12, "year").guessed(),) if year else ()


def school_year(hit: Words, _: int | None) -> tuple[Time, ...]:
    """Read "năm học 2025-2026": from September to the end of May (khung kế hoạch thời gian năm
    học).
    """
    first, last = years(hit[0])[0], years(hit[0])[-1]
    return (Time("period", f"{first}-09-01", f"{last}-05-31", inferred=True),)


def from_school_year(hit: Words, _: int | None) -> tuple[Time, ...]:
    """Read "từ năm học 2026 - 2027": a beginning only."""
    return (Time("period", f"{years(hit[0])[0]}-09-01", inferred=True),)


def mixed(hit: Words, year: int | None) -> tuple[Time, ...]:
    """Read "từ ngày 15/8 đến hết tháng 10/2026", "từ tháng 4 đến ngày 30/6/2026", "từ tháng 9/2025
    đến hết năm 2027".
    """
    start, end = (_edge(hit[name], year, last=name == "till") for name in ("since", "till"))
    own = re.findall(r"20\d\d", hit[0])
    if start is None and own:
        start = _edge(hit["since"], int(own[-1]), last=False)
    if start is None or end is None:
        return ()
    return (Time("period", start, end),) if start <= end else (Time("invalid"),)


def _edge(text: str, year: int | None, *, last: bool) -> str | None:
    """Return the first or last day of what is printed at one end of a span."""
    if day := days(text):
        own = day[0].year or year
        return day_of(own, day[0].month, day[0].day).end if own else None
    if month := months(text) or [
        one._replace(month=3 * one.month - (0 if last else 2)) for one in quarters(text)
    ]:
        own = month[0].year or year
        if own is None or not is_month(month[0].month):
            return None
        return (last_day if last else first_day)(own, month[0].month)
    found = years(text)
    edge = "12-31" if last else "01-01"
    return f"{found[0]}-{edge}" if found else None


def listed_months(hit: Words, year: int | None) -> tuple[Time, ...]:
    """Read "tháng 6, 12" of the plan's year."""
    return _join([Figures(None, int(one)) for one in re.findall(r"\d+", hit["list"])], year, 1)
