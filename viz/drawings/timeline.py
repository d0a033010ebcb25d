"""Time limits as a timeline (dòng thời gian): a row per assignment under its document, months
along the top.

A mark stands at the last day, a bar covers a period; what recurs or has no day stands at the right
edge. Colour and shape both tell the state, so that neither is needed alone. On a telephone each
name stands above its bar.
"""

from __future__ import annotations

import datetime
from dataclasses import dataclass
from typing import TYPE_CHECKING

from luocdo.viz.drawings.drawing import Box, Drawing, Line, Words, fitted
from luocdo.viz.states import SIGNS, STATES

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from luocdo.graph.answers import Assignment

MOST = 60
_TOP, _HEADING = 48, 24
_MARK = 12
_SHORTEST = 60  # days: a period shorter than this is drawn as if it were so long
_LONG = 900  # days: beyond this the axis counts years, not months


@dataclass(frozen=True, slots=True)
class _Room:
    """How wide the ``names``, the ``axis`` and the ``edge`` behind it are, how high a row, how far
    below its top a mark.
    """

    names: float
    axis: float
    edge: float
    row: float
    mark: float
    axis_from: float
    labels: int  # words along the axis, at most

    @property
    def end(self) -> float:
        """Return where the axis ends."""
        return self.axis_from + self.axis


_WIDE = _Room(names=400, axis=780, edge=100, row=24, mark=6, axis_from=400, labels=14)
_THIN = _Room(names=330, axis=290, edge=34, row=42, mark=24, axis_from=10, labels=5)


def timeline(
    assignments: Sequence[Assignment],
    as_of: datetime.date,
    address: Callable[[str], str],
    *,
    lang: str = "vi",
    narrow: bool = False,
) -> Drawing:
    """Return the picture of at most `MOST` assignments, grouped by document, in the
    order given.
    """
    shown = list(assignments)[:MOST]
    room = _THIN if narrow else _WIDE
    scale = _Scale(*_span(shown, as_of), room)
    boxes: list[Box] = []
    words: list[Words] = scale.months()
    y, document = float(_TOP), ""
    for one in shown:
        if one.document_id != document:
            document = one.document_id
            words.append(Words(0, y + 17, fitted(one.short, room.names, 1)[0], "heading"))
            y += _HEADING
        name = fitted(f"{one.code} {one.text or one.top_text}", room.names, 1)[0]
        words.append(Words(10, y + 17, name, "", href=address(one.leaf)))
        boxes.append(_mark(one, scale, y + room.mark, address(one.leaf), lang))
        y += room.row
    today = scale.at(as_of)
    words.append(
        Words(
            today, _TOP - 28, "/".join(reversed(as_of.isoformat().split("-"))), "small", "middle"
        )
    )
    return Drawing(
        ("Dòng thời gian", "Timeline")[lang == "en"],
        max(room.names, room.end + room.edge),
        y + 10,
        tuple(boxes),
        (*scale.ticks(y), Line(((today, _TOP - 22), (today, y)), "today")),
        tuple(words),
    )


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
        return Box(scale.beyond, y, _MARK, _MARK, (), style, href, told, sign=SIGNS[state])
    start, end = scale.at(days[0]), scale.at(days[-1])
    width = max(_MARK, end - start)
    return Box(end - width, y, width, _MARK, (), style, href, told, sign=SIGNS[state])


class _Scale:
    """Days to pixels."""

    def __init__(self, first: datetime.date, last: datetime.date, room: _Room) -> None:
        self._first, self._days = first, max(1, (last - first).days)
        self._last, self._room = last, room

    @property
    def beyond(self) -> float:
        """Return the place of what has no day."""
        return self._room.end + _MARK

    def at(self, day: datetime.date) -> float:
        """Return the place of ``day``, within the axis."""
        return self._room.axis_from + self._room.axis * min(
            1.0, max(0.0, (day - self._first).days / self._days)
        )

    def _starts(self) -> list[datetime.date]:
        day = self._first.replace(day=1)
        starts = []
        while day <= self._last:
            if day >= self._first and (self._days <= _LONG or day.month == 1):
                starts.append(day)
            day = (day + datetime.timedelta(days=32)).replace(day=1)
        step = -(-len(starts) // self._room.labels)
        return starts[:: step or 1]

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
                _TOP - 11,
                str(day.year) if long else f"{day.month}/{day.year}",
                "small",
                "middle",
            )
            for day in self._starts()
        ]
