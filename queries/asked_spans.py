"""Spans of days that words of a question name (ngày, tháng, quý, năm trong câu hỏi): a small
grammar over words.
"""

from __future__ import annotations

import calendar
import datetime
from dataclasses import replace
from typing import TYPE_CHECKING

from luocdo.queries.span_of_days import Span
from luocdo.queries.time_words import MONTHS_OF_YEAR, figure_at, idea_at, year_at

if TYPE_CHECKING:
    from collections.abc import Sequence

    from luocdo.graph.words import Word

_MONTHS_OF_QUARTER, _MONTHS_OF_HALF, _DAYS_OF_WEEK, _DAYS_OF_MONTH = 3, 6, 7, 31
_QUARTERS_OF_YEAR = 4
_MOST_DAYS = 999
_ROMAN = ("I", "II", "III", "IV")
_MOVES = {"this": 0, "next": 1, "last": -1}


def span_at(words: Sequence[Word], at: int, today: datetime.date, *, opened: bool) -> Span | None:
    """Return the span named at ``at``; ``opened`` where a word before it says that a time follows,
    so that "30/6" is a day.
    """
    try:
        return (
            _day(words, at, today, opened=opened)
            or _part_of_year(words, at, today)
            or _month(words, at, today, opened=opened)
            or _quarter(words, at, today)
            or _count(words, at, today, opened=opened)
            or _moved(words, at, today)
            or _whole(words, at, today, opened=opened)
            or _year(words, at)
        )
    except ValueError:  # a day that cannot be
        return None


def _day(words: Sequence[Word], at: int, today: datetime.date, *, opened: bool) -> Span | None:
    for idea, days in (("now", 0), ("tomorrow", 1), ("yesterday", -1)):
        end = idea_at(words, at, idea)
        if end and (idea != "now" or words[end - 1].plain != "nay" or end - at > 1):
            day = today + datetime.timedelta(days=days)
            return Span(day, day, (), end, is_relative=True)
    named = idea_at(words, at, "day")
    figure = figure_at(words, named or at, "", _DAYS_OF_MONTH)
    month = figure and _month_of_day(words, figure[1])
    if not figure or not month:
        return _day_in_english(words, named or at, today)
    year = year_at(words, month[1], short=True)
    is_told = year or named or opened or idea_at(words, figure[1], "month")
    if not is_told:
        return None
    day = datetime.date(year[0] if year else today.year, month[0], figure[0])
    return Span(day, day, (), year[1] if year else month[1], lacks_year=not year)


def _month_of_day(words: Sequence[Word], at: int) -> tuple[int, int] | None:
    named = idea_at(words, at, "month")
    return figure_at(words, named or at, "month", MONTHS_OF_YEAR) or (
        figure_at(words, named, "named", MONTHS_OF_YEAR) if named else None
    )


def _day_in_english(words: Sequence[Word], at: int, today: datetime.date) -> Span | None:
    """Read "December 31, 2025"."""
    month = _named_month(words, at)
    figure = month and figure_at(words, month[1], "", _DAYS_OF_MONTH)
    if not month or not figure:
        return None
    year = year_at(words, figure[1])
    day = datetime.date(year[0] if year else today.year, month[0], figure[0])
    return Span(day, day, (), year[1] if year else figure[1])


def _named_month(words: Sequence[Word], at: int) -> tuple[int, int] | None:
    is_figure = at < len(words) and words[at].plain.isdecimal()
    return None if is_figure else figure_at(words, at, "month", MONTHS_OF_YEAR)


def _part_of_year(words: Sequence[Word], at: int, today: datetime.date) -> Span | None:
    """Read "6 tháng đầu năm 2026", "nửa cuối năm", "first half of 2026"."""
    many, is_second, end = _MONTHS_OF_HALF, None, 0
    figure = figure_at(words, at, "number", MONTHS_OF_YEAR)
    months = figure and idea_at(words, figure[1], "month")
    half = idea_at(words, at, "half")
    if figure and months:
        many, (is_second, end) = figure[0], _which(words, months)
    elif half:
        is_second, end = _which(words, half)
    else:
        is_second, end = _which(words, at)
        end = end and idea_at(words, end, "half")
    if is_second is None or not end:
        return None
    year = year_at(words, end)
    named = idea_at(words, end, "year")
    if not year and not named:
        return None
    number, last = year or (today.year, idea_at(words, named, "this") or named)
    first = MONTHS_OF_YEAR - many + 1 if is_second else 1
    return _months(number, first, many, last)


def _which(words: Sequence[Word], at: int) -> tuple[bool | None, int]:
    """Return whether the second part is meant, and where the word that says so ends."""
    if end := idea_at(words, at, "first"):
        return False, end
    if end := idea_at(words, at, "second"):
        return True, end
    return None, 0


def _month(words: Sequence[Word], at: int, today: datetime.date, *, opened: bool) -> Span | None:
    named = idea_at(words, at, "month")
    figure = None
    if named:
        figure = figure_at(words, named, "month", MONTHS_OF_YEAR) or figure_at(
            words, named, "named", MONTHS_OF_YEAR
        )
    figure = figure or _named_month(words, at)
    if not figure:
        return None
    year = _year_behind(words, figure[1], today)
    if not named and not year and not opened:  # "may" is rather a verb
        return None
    number, end = year or (today.year, figure[1])
    span = _months(number, figure[0], 1, end)
    month = (("--month", f"{number}-{figure[0]:02}"),)
    return replace(span, options=month, lacks_year=not year)


def _year_behind(words: Sequence[Word], at: int, today: datetime.date) -> tuple[int, int] | None:
    """Read the year of a month or a quarter: "2026", "năm sau", "sang năm"."""
    if year := year_at(words, at):
        return year
    moved = _moved(words, at, today) if at < len(words) else None
    return (moved.first.year, moved.end) if moved and _is_year(moved) else None


def _is_year(span: Span) -> bool:
    return (span.first.year, span.first.month, span.last.month) == (
        span.last.year,
        1,
        MONTHS_OF_YEAR,
    )


def _quarter(words: Sequence[Word], at: int, today: datetime.date) -> Span | None:
    """Read "quý IV/2025", "quý 4", "Q4 2025", "the fourth quarter of 2025"."""
    named = idea_at(words, at, "quarter")
    figure = figure_at(words, named or at, "quarter", _QUARTERS_OF_YEAR)
    if not figure:
        return None
    end = figure[1]
    if not named:
        follows = idea_at(words, end, "quarter")
        if not follows and not words[at].plain.startswith("q"):
            return None
        end = follows or end
    year = _year_behind(words, end, today)
    number, end = year or (today.year, end)
    return replace(_quarters(number, figure[0] - 1, end), lacks_year=not year)


def _count(words: Sequence[Word], at: int, today: datetime.date, *, opened: bool) -> Span | None:
    """Read "30 ngày tới", "trong vòng hai tuần", "the next 3 months", "10 ngày qua"."""
    past, ahead = idea_at(words, at, "last"), idea_at(words, at, "ahead")
    figure = figure_at(words, past or ahead or at, "number", _MOST_DAYS)
    if not figure:
        return None
    many, end = figure
    for idea in ("day", "week", "month"):
        unit = idea_at(words, end, idea)
        if not unit:
            continue
        gone = unit if past else idea_at(words, unit, "last")
        if gone:
            return _counted_back(many, idea, gone, today)
        coming = idea_at(words, unit, "coming")
        is_told = coming or ahead or opened or idea == "day"
        return _counted(many, idea, coming or unit, today) if is_told else None
    return None


def _counted_back(many: int, idea: str, end: int, today: datetime.date) -> Span:
    """Return the days that are over: "10 ngày qua"."""
    if idea == "month":
        return Span(_months_later(today, -many), today, (), end, is_relative=True)
    days = many * (_DAYS_OF_WEEK if idea == "week" else 1)
    return Span(today - datetime.timedelta(days=days), today, (), end, is_relative=True)


def _counted(many: int, idea: str, end: int, today: datetime.date) -> Span:
    if idea == "month":
        return Span(today, _months_later(today, many), (), end, is_relative=True)
    days = many * (_DAYS_OF_WEEK if idea == "week" else 1)
    last = today + datetime.timedelta(days=days)
    return Span(today, last, (("--within-days", str(days)),), end, is_relative=True)


def _months_later(day: datetime.date, many: int) -> datetime.date:
    months = day.year * MONTHS_OF_YEAR + day.month - 1 + many
    year, month = divmod(months, MONTHS_OF_YEAR)
    return datetime.date(year, month + 1, min(day.day, calendar.monthrange(year, month + 1)[1]))


def _moved(words: Sequence[Word], at: int, today: datetime.date) -> Span | None:
    """Read "tháng này", "quý sau", "năm tới", "next week"."""
    for unit in ("week", "month", "quarter", "year"):
        for move, by in _MOVES.items():
            named = idea_at(words, at, unit)
            end = named and idea_at(words, named, move)
            before = idea_at(words, at, move)
            end = end or (before and idea_at(words, before, unit))
            if end:
                return _of_today(unit, by, end, today)
    return None


def _whole(words: Sequence[Word], at: int, today: datetime.date, *, opened: bool) -> Span | None:
    """Read "(đến cuối) năm", "(từ đầu) tháng", "(by the end of the) year": that of today."""
    if not opened:
        return None
    at = idea_at(words, at, "in") or at
    for unit in ("month", "quarter", "year"):
        if end := idea_at(words, at, unit):
            figure = end < len(words) and words[end].plain.isdecimal()
            return None if figure else _of_today(unit, 0, end, today)
    return None


def _of_today(unit: str, by: int, end: int, today: datetime.date) -> Span | None:
    if unit == "week":
        return _counted(_DAYS_OF_WEEK, "day", end, today) if by >= 0 else None
    if unit == "year":
        return replace(_of_year(today.year + by, end), is_relative=True)
    if unit == "quarter":
        number = today.year * _QUARTERS_OF_YEAR + (today.month - 1) // _MONTHS_OF_QUARTER + by
        return replace(_quarters(*divmod(number, _QUARTERS_OF_YEAR), end), is_relative=True)
    day = _months_later(today.replace(day=1), by)
    span = _months(day.year, day.month, 1, end)
    return replace(span, options=(("--month", f"{day:%Y-%m}"),), is_relative=True)


def _year(words: Sequence[Word], at: int) -> Span | None:
    found = year_at(words, idea_at(words, at, "year") or at)
    return _of_year(*found) if found else None


def _of_year(year: int, end: int) -> Span:
    return replace(_months(year, 1, MONTHS_OF_YEAR, end), options=(("--within", str(year)),))


def _quarters(year: int, quarter: int, end: int) -> Span:
    first = quarter * _MONTHS_OF_QUARTER + 1
    span = _months(year, first, _MONTHS_OF_QUARTER, end)
    return replace(span, options=(("--quarter", f"{_ROMAN[quarter]}/{year}"),))


def _months(year: int, first: int, many: int, end: int) -> Span:
    last = first + many - 1
    return Span(
        datetime.date(year, first, 1),
        datetime.date(year, last, calendar.monthrange(year, last)[1]),
        (),
        end,
    )
