"""In which year a time without one is read (năm không in): the heading's or the title's, else the
next after the document's day.

A plan of several years means every one of them by "trước ngày 15 tháng 12". Each such reading is
inferred.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from luocdo.graph.text import fold
from luocdo.loaders.times.days import excludes, yearly_days
from luocdo.loaders.times.makers import nothing
from luocdo.loaders.times.printed import days
from luocdo.loaders.times.terminals import YEAR_WORD

if TYPE_CHECKING:
    from luocdo.graph.records import HeaderRecord
    from luocdo.loaders.times.grammar import Match
    from luocdo.loaders.times.time import Time

_YEAR = re.compile(r"20\d\d")
_YEAR_OF_PLAN = re.compile(rf"\b{YEAR_WORD} (20\d\d)\b")
_DAY_OF_ACT = re.compile(r"\b\d{1,2} (?:[a-z]+ )?\d{1,2} (?:[a-z]+ )?20\d\d\b")


@dataclass(frozen=True, slots=True)
class KnownYear:
    """``year``: the one that everything is about; ``since``: the document's own day (ISO);
    ``every``: it covers several years.
    """

    year: int | None = None
    since: str | None = None
    every: bool = False

    @classmethod
    def of(cls, header: HeaderRecord, year: int | None = None) -> KnownYear:
        """Return what the head of a document tells; ``year`` is what a nearer heading says."""
        own = year or year_of_title(header.title)
        start, end = header.period_start, header.period_end
        several = own is None and start is not None and end is not None and start[:4] != end[:4]
        return cls(own, header.date, several)

    def times(self, match: Match) -> tuple[Time, ...]:
        """Return what a match means here; nothing where no year can be told."""
        found = match.times(self.year)
        if found or self.year is not None or match.rule.make is nothing:
            return found
        if self.every:
            printed = days(match.words[0])
            yearly = yearly_days(printed, exclusive=excludes(match.words[0])) if printed else ()
            return tuple(replace(one, inferred=True) for one in yearly)
        return self._next(match)

    def _next(self, match: Match) -> tuple[Time, ...]:
        if self.since is None:
            return ()
        year = int(self.since[:4])
        found = match.times(year)
        past = any(one.end is not None and one.end < self.since for one in found)
        return match.times(year + 1) if past else found


def year_of_title(title: str | None) -> int | None:
    """Return the one year that a title names ("Kế hoạch … năm 2026"), not that of a day on which
    an act was issued.
    """
    words = _DAY_OF_ACT.sub("", fold(title or ""))
    years = _YEAR_OF_PLAN.findall(words)
    return int(years[0]) if len(years) == 1 and set(_YEAR.findall(words)) == set(years) else None
