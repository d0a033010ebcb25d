"""Periods within a question (khoảng thời gian trong câu hỏi): "trong năm 2024", "quý IV năm 2025",
"30 ngày tới", "by the end of".

A period is a span of days (`spans_at` of asked_spans) behind what opens it: before, until, since,
in. What was taken is told, so that nobody reads it again.
"""

from __future__ import annotations

import datetime
from dataclasses import dataclass
from typing import TYPE_CHECKING

from luocdo.queries.asked_spans import span_at
from luocdo.queries.span_of_days import Options, Span
from luocdo.queries.time_words import idea_at

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from luocdo.graph.words import Word

_DAY = datetime.timedelta(days=1)
_OPENERS = ("before", "until", "after", "since", "in", "end")


@dataclass(frozen=True, slots=True)
class Period:
    """The options of `due` that a period is, and the words that said so: from ``start`` to ``end``
    of the question; ``first`` and ``last`` are its days, none where it is open.
    """

    options: Options
    start: int
    end: int
    first: datetime.date | None = None
    last: datetime.date | None = None

    @property
    def days(self) -> Options:
        """Return it as two days, whatever option `due` has for it."""
        return _days(self.first, self.last)


def periods(words: Sequence[Word], today: datetime.date) -> Iterator[Period]:
    """Yield the periods that the words name, none within another; a day that cannot be is
    none.
    """
    at = 0
    while at < len(words):
        found = _period_at(words, at, today)
        if found:
            yield found
        at = found.end if found else at + 1


def _period_at(words: Sequence[Word], at: int, today: datetime.date) -> Period | None:
    if end := idea_at(words, at, "overdue"):
        return Period((("--overdue", ""),), at, end)
    for read in (_between, _opened, _plain):
        try:
            found = read(words, at, today)
        except ValueError:  # a day that cannot be
            continue
        if found:
            return found
    return None


def _between(words: Sequence[Word], at: int, today: datetime.date) -> Period | None:
    """Read "từ … đến …", "giai đoạn 2025 - 2030", "từ nay đến …", "từ đầu năm đến nay"."""
    opened = idea_at(words, at, "since", "between")
    first = _side(words, opened or at, today)
    if first and not opened and not first.began:
        return None
    if first is None:
        return None
    middle = idea_at(words, first.end, "until", "and")
    second = _side(words, middle, today) if middle else None
    if second is None and idea_at(words, at, "between"):
        second = span_at(words, first.end, today, opened=True)
    if second is None:
        return _since_it_began(first, at, today) if first.began else None
    first = first.in_year_of(second)
    start = first.first if first.first <= second.last else second.first
    return _of_days(start, second.last, at, second.end)


def _side(words: Sequence[Word], at: int, today: datetime.date) -> Span | None:
    """Read one end of a period: a span, its beginning, or now."""
    if end := idea_at(words, at, "now"):
        return Span(today, today, (), end)
    began = idea_at(words, at, "beginning")
    span = span_at(words, began or at, today, opened=True)
    return span and (span.begun() if began else span)


def _since_it_began(span: Span, at: int, today: datetime.date) -> Period:
    return _of_days(span.first, today, at, span.end)


def _opened(words: Sequence[Word], at: int, today: datetime.date) -> Period | None:
    """Read what a word opens: "trước 30/6", "đến hết năm 2025", "từ 1/11", "trong quý IV"."""
    for opener in _OPENERS:
        for end in _ends(words, at, opener):
            span = span_at(words, end, today, opened=True)
            if span:
                return _period(opener, span, at, today)
    return None


def _ends(words: Sequence[Word], at: int, opener: str) -> Iterator[int]:
    """Yield where what opens a period may end, the longest first: "đến hết", "đến cuối"."""
    end = idea_at(words, at, opener)
    if not end:
        return
    if opener == "until" and (further := idea_at(words, end, "end", "until")):
        yield further
    yield end


def _period(opener: str, span: Span, at: int, today: datetime.date) -> Period:
    """Return what ``span`` is behind the word that opens it."""
    if opener == "before":
        return _of_days(None, span.first - _DAY, at, span.end)
    if opener in ("until", "end"):
        return _of_days(today if span.is_relative else None, span.last, at, span.end)
    if opener == "after":
        return _of_days(span.last + _DAY, None, at, span.end)
    if opener == "since":
        return _of_days(span.first, None, at, span.end)
    return _whole(span, at)


def _plain(words: Sequence[Word], at: int, today: datetime.date) -> Period | None:
    span = span_at(words, at, today, opened=False)
    return _whole(span, at) if span else None


def _whole(span: Span, at: int) -> Period:
    options = span.options or _days(span.first, span.last)
    return Period(options, at, span.end, span.first, span.last)


def _of_days(first: datetime.date | None, last: datetime.date | None, at: int, end: int) -> Period:
    return Period(_days(first, last), at, end, first, last)


def _days(first: datetime.date | None, last: datetime.date | None) -> Options:
    ends = (("--from", first), ("--to", last))
    return tuple((name, day.isoformat()) for name, day in ends if day)
