"""What days mean (ngày): a day, several days, a span of days, so many days after one."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from luocdo.graph.vocabulary import Meaning
from luocdo.graph.working_days import after_working_days
from luocdo.loaders.times.printed import days
from luocdo.loaders.times.terminals import words_of
from luocdo.loaders.times.time import Time, day_of, is_day, later, recurring

if TYPE_CHECKING:
    from collections.abc import Sequence

    from luocdo.loaders.times.printed import Figures
    from luocdo.loaders.times.rule import Words

_BEFORE = re.compile(rf"(?i)\b{words_of(Meaning.TIME_OPENER, 'before')}")
_FIRST_FIGURE = re.compile(r"\d")


def excludes(text: str) -> bool:
    """Return whether the words say "trước ngày …": the day itself is too late."""
    figure = _FIRST_FIGURE.search(text)
    return _BEFORE.search(text, 0, figure.start() if figure else len(text)) is not None


def completed(printed: Sequence[Figures], year: int | None) -> list[Figures]:
    """Give each figure a year: its own, the next one's in print, the one before it,
    else ``year``.
    """
    known = [one.year for one in printed]
    for at in reversed(range(len(known) - 1)):
        known[at] = known[at] or known[at + 1]
    for at in range(1, len(known)):
        known[at] = known[at] or known[at - 1]
    return [one._replace(year=own or year) for one, own in zip(printed, known, strict=True)]


def yearly_days(printed: Sequence[Figures], *, exclusive: bool) -> tuple[Time, ...]:
    """Return days that come back each year, a rule for each."""
    rules = [
        f"FREQ=YEARLY;BYMONTH={one.month};BYMONTHDAY={one.day}"
        for one in printed
        if is_day(2024, *one[1:])
    ]
    return (
        (recurring(*rules, exclusive=exclusive),)
        if len(rules) == len(printed)
        else (Time("invalid"),)
    )


def read_days(hit: Words, year: int | None) -> tuple[Time, ...]:
    """Read one day or several; several without any year are those of every year."""
    printed, exclusive = days(hit[0]), excludes(hit[0])
    guessed = all(one.year is None for one in printed)
    if guessed and year is None:
        return yearly_days(printed, exclusive=exclusive) if len(printed) > 1 else ()
    found = [
        day_of(one.year, one.month, one.day, exclusive=exclusive)
        for one in completed(printed, year)
        if one.year is not None
    ]
    return tuple(one.guessed() for one in found) if guessed else tuple(found)


def days_of_month(hit: Words, year: int | None) -> tuple[Time, ...]:
    """Read "ngày 20, 21/5/2026": days in a row are a span, others each a day."""
    last = completed(days(hit[0])[-1:], year)[0]
    numbers = [*map(int, re.findall(r"\d+", hit["list"])), last.day]
    if last.year is None:
        return ()
    found = [
        day_of(last.year, last.month, number, exclusive=excludes(hit[0])) for number in numbers
    ]
    begin, end = found[0].end, found[-1].end
    if begin and end and numbers == list(range(numbers[0], numbers[-1] + 1)):
        return (Time("period", begin, end),)
    return tuple(found)


def span_of_days(hit: Words, year: int | None) -> tuple[Time, ...]:
    """Read "từ ngày 01 đến hết ngày 15 tháng 5" by what the last day prints."""
    printed = days(hit[0])
    if hit["first"]:
        printed = [printed[-1]._replace(day=int(hit["first"])), printed[-1]]
    first, last = completed(printed, year)[-2:]
    if first.year is None or last.year is None:
        return ()
    if printed[0].year is None and first[1:] > last[1:]:
        first = first._replace(year=first.year - 1)
    begin, end = (day_of(one.year or 0, one.month, one.day) for one in (first, last))
    if begin.end is None or end.end is None or begin.end > end.end:
        return (Time("invalid"),)
    found = Time("period", begin.end, end.end)
    return (found.guessed() if all(one.year is None for one in printed) else found,)


def from_day(hit: Words, year: int | None) -> tuple[Time, ...]:
    """Read "từ ngày 01/7/2026": a beginning only."""
    return tuple(
        Time("period", one.end, inferred=one.inferred) if one.end else one
        for one in read_days(hit, year)[:1]
    )


def days_after_day(hit: Words, _: int | None) -> tuple[Time, ...]:
    """Count days from a printed one; working days by the holidays of years whose calendar is
    known.
    """
    one = days(hit[0])[-1]
    begin = day_of(one.year or 0, one.month, one.day) if one.year else Time("conditional")
    if hit["working"] and begin.end:
        last = after_working_days(begin.end, int(hit["n"]))
        return (Time("date", end=last).guessed() if last else Time("conditional"),)
    return (Time("date", end=later(begin.end, int(hit["n"]))),) if begin.end else (begin,)
