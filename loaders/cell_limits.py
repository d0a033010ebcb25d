"""Time limits of a cell or of the value of a labelled line (thời hạn của ô, của dòng có nhãn).

A cell holds nothing but times: several dated ones are several limits, each in its words; what
stands in brackets explains; without any the whole cell is a condition.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from luocdo.graph.records import DeadlineRecord, Evidence, Reading
from luocdo.loaders.text.bare import bare
from luocdo.loaders.times.grammar import Match, in_cell
from luocdo.loaders.times.known_year import KnownYear
from luocdo.loaders.times.time import Time

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from luocdo.loaders.text.page import Page, Span


_NO_YEAR = KnownYear()
_ENDS = " .;-*"
_BRACKETS = re.compile(r"\([^()]*\)")


@dataclass(frozen=True, slots=True)
class Found:
    """A time and where its words stand in the text it was found in."""

    start: int
    end: int
    time: Time


def cell_times(text: str, known: KnownYear = _NO_YEAR) -> list[Found]:
    """Return the times that a cell's words name; nothing where they name none (a condition)."""
    matches = in_cell(bare(text))
    outside = _BRACKETS.sub(lambda one: " " * len(one[0]), text)
    kept = [one for one in matches if outside[one.start : one.end].strip()]
    found = _meant(kept, known) or _meant(matches, known)
    if dated := [one for one in found if one.time.is_dated]:
        return distinct(dated)
    kinds = ("recurring", "ongoing", "conditional")
    return next(([one] for kind in kinds for one in found if one.time.kind == kind), [])


def _meant(matches: Iterable[Match], known: KnownYear) -> list[Found]:
    return [Found(one.start, one.end, time) for one in matches for time in known.times(one)]


def distinct(found: Sequence[Found]) -> list[Found]:
    """Return ``found`` without a time that was told before, inferred or not."""
    return list({replace(one.time, inferred=False): one for one in reversed(found)}.values())[::-1]


def is_time(text: str) -> bool:
    """Return whether a cell's words name a time, even one without its year."""
    return any(
        time.kind != "conditional" for match in in_cell(bare(text)) for time in match.times(2000)
    )


def read_cell(
    page: Page,
    spans: Sequence[Span],
    place: str,
    heading: str | None,
    reading: Reading = "stated",
    known: KnownYear = _NO_YEAR,
) -> tuple[DeadlineRecord, ...]:
    """Read the cell of a time column, its pieces as pages cut them; nothing where it is empty."""
    words = " ".join(page.text(span) for span in spans if page.text(span)).strip(_ENDS)
    if not any(c.isalnum() for c in words):
        return ()
    found = cell_times(words, known) or [Found(0, len(words), Time("conditional"))]
    return tuple(
        limit_record(
            one.time,
            text,
            page.evidence(place, *spans, reading=reading_of(one.time, reading)),
            heading,
        )
        for one, text in zip(found, _texts(words, found), strict=True)
    )


def _texts(words: str, found: Sequence[Found]) -> list[str]:
    """Return the words of each limit: all where there is one, else from behind the one
    before it.
    """
    if len(found) == 1:
        return [words]
    behind = 0
    texts = []
    for one in found:
        texts.append(words[min(behind, one.start) : one.end].strip(" .;,-:"))
        behind = one.end
    return texts


def reading_of(time: Time, reading: Reading) -> Reading:
    """Return how ``time`` was read: inferred where its year was, else as ``reading`` says."""
    return "inferred" if time.inferred else reading


def limit_record(
    time: Time, text: str, evidence: Evidence, heading: str | None = None
) -> DeadlineRecord:
    """Return the record of ``time`` as ``text`` says it."""
    return DeadlineRecord(
        kind=time.kind,
        text=text,
        evidence=evidence,
        start_date=time.start,
        end_date=time.end,
        exclusive=time.exclusive,
        recurrence=time.recurrence,
        heading=heading,
    )
