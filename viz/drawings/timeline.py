"""Time limits as a timeline (dòng thời gian): a row per assignment under its document, months
along the top.

A mark stands at the last day, a bar covers a period; what recurs or has no day stands at the right
edge. Colour and shape both tell the state, so that neither is needed alone.
"""

from __future__ import annotations

import datetime
from typing import TYPE_CHECKING

from luocdo.viz.drawings.drawing import Box, Drawing, Line, Words, fitted
from luocdo.viz.states import STATES

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from luocdo.graph.answers import Assignment

MOST = 60
_NAMES, _ROW, _TOP, _EDGE = 430, 24, 40, 120
_AXIS = 900
_MARK = 12
_SHORTEST = 60  # days: a period shorter than this is drawn as if it were so long
_LONG = 900  # days: beyond this the axis counts years, not months


def timeline(
    assignments: Sequence[Assignment],
    as_of: datetime.date,
    address: Callable[[str], str],
    *,
    lang: str = "vi",
) -> Drawing:
    """Return the picture of at most `MOST` assignments, grouped by document, in the
    order given.
    """
    shown = list(assignments)[:MOST]
    first, last = _span(shown, as_of)
    scale = _Scale(first, last)
    boxes: list[Box] = []
    words: list[Words] = []
    lines: list[Line] = [*scale.ticks(_TOP + _rows(shown) * _ROW)]
    words += scale.months()
    y, document = float(_TOP), ""
    for one in shown:
        if one.document_id != document:
            document = one.document_id
            words.append(Words(0, y + 17, fitted(one.short, _NAMES, 1)[0], "heading"))
            y += _ROW
        words.append(
            Words(
                10,
                y + 17,
                fitted(f"{one.code} {one.text or one.top_text}", _NAMES, 1)[0],
                "",
                href=address(one.leaf),
            )
        )
        boxes.append(_mark(one, scale, y, address(one.leaf), lang))
        y += _ROW
    today = scale.at(as_of)
    lines.append(Line(((today, _TOP - 6), (today, y)), "today"))
    words.append(Words(today, _TOP - 24, ("hôm tính", "as of")[lang == "en"], "small", "middle"))
    return Drawing(
        ("Dòng thời gian", "Timeline")[lang == "en"],
        _NAMES + _AXIS + _EDGE,
        y + 10,
        tuple(boxes),
        tuple(lines),
        tuple(words),
    )


def _rows(shown: Sequence[Assignment]) -> int:
    return len(shown) + len({one.document_id for one in shown})


def _span(
    shown: Sequence[Assignment], as_of: datetime.date
) -> tuple[datetime.date, datetime.date]:
    days = [day for one in shown for day in _days(one)] + [as_of]
    first, last = min(days), max(days)
    return first, max(last, first + datetime.timedelta(days=_SHORTEST))


def _days(one: Assignment) -> list[datetime.date]:
    if one.limit is None:
        return []
    found = [_day(words) for words in (one.limit.start_date, one.limit.end_date) if words]
    return [day for day in found if day is not None]


def _day(words: str) -> datetime.date | None:
    try:
        return datetime.date.fromisoformat(words)
    except ValueError:
        return None


def _mark(one: Assignment, scale: _Scale, y: float, href: str, lang: str) -> Box:
    days, state = _days(one), one.state
    told = (
        f"{one.text or one.top_text} · {one.limit.text if one.limit else ''} ·"
        f" {STATES[state][lang == 'en']}"
    )
    style = f"mark {state}"
    if not days:
        return Box(_NAMES + _AXIS + 20, y + 6, _MARK, _MARK, (), style, href, told)
    start, end = scale.at(days[0]), scale.at(days[-1])
    width = max(_MARK, end - start)
    return Box(end - width, y + 6, width, _MARK, (), style, href, told)


class _Scale:
    """Days to pixels."""

    def __init__(self, first: datetime.date, last: datetime.date) -> None:
        self._first, self._days = first, max(1, (last - first).days)
        self._last = last

    def at(self, day: datetime.date) -> float:
        """Return the place of ``day``, within the axis."""
        return _NAMES + _AXIS * min(1.0, max(0.0, (day - self._first).days / self._days))

    def _starts(self) -> list[datetime.date]:
        day = self._first.replace(day=1)
        starts = []
        while day <= self._last:
            if day >= self._first and (self._days <= _LONG or day.month == 1):
                starts.append(day)
            day = (day + datetime.timedelta(days=32)).replace(day=1)
        step = max(1, len(starts) // 14)
        return starts[::step]

    def ticks(self, bottom: float) -> list[Line]:
        """Return a thin line at each month or year."""
        return [
            Line(((self.at(day), _TOP - 6), (self.at(day), bottom)), "axis")
            for day in self._starts()
        ]

    def months(self) -> list[Words]:
        """Return the words above the lines: "11/2025", or the year alone."""
        long = self._days > _LONG
        return [
            Words(
                self.at(day),
                _TOP - 12,
                str(day.year) if long else f"{day.month}/{day.year}",
                "small",
                "middle",
            )
            for day in self._starts()
        ]
