"""Where a naming stands (chỗ đứng của một viện dẫn): its sentence as evidence, its place among the
headings.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from dataclasses import dataclass
from functools import lru_cache
from typing import TYPE_CHECKING

from luocdo.graph.vocabulary import Meaning
from luocdo.graph.vocabulary.phrasing import capitalised, either, opening
from luocdo.loaders.text.bare import bare
from luocdo.loaders.text.marks import NO_ARTICLE, in_capitals
from luocdo.loaders.text.page import Page, Span

if TYPE_CHECKING:
    from collections.abc import Iterator

_LEFT, _RIGHT = 700, 400
_BEFORE = re.compile(r"[;\t]|\.\s|\n[^\S\n]*\n(?!\s*[a-z])|\n(?=\s*(?:[-+•]|\d+[.)]|[a-z]\))\s)")
_AFTER = re.compile(
    r"[;\t]|\.(?=\s|$)|\n[^\S\n]*\n(?!\s*[a-z])|\n(?=\s*(?:[-+•]|\d+[.)]|[a-z]\))\s)"
)
_PART = either(
    rf"{in_capitals(Meaning.DIVISION, 'part')}\s+\w+",
    rf"{opening(Meaning.DIVISION, 'part')}\s+[IVX]+",
)
_MARKS = (
    rf"(?P<part>{_PART})\b",
    rf"(?P<chapter>{capitalised(Meaning.DIVISION, 'chapter')}\s+[IVXL\d]+)\b",
    rf"(?P<article>{capitalised(Meaning.DIVISION, 'article')}\s+\d+[a-z]?)(?=[.:]|\s{NO_ARTICLE})",
    r"(?P<roman>[IVXL]{1,6})(?=[.)\s]\s*\S)",
    r"(?P<clause>\d{1,2}(?:\.\d{1,2})*)(?=[.)]\s|\s+[A-Z])",
    r"(?P<point>[a-z]{1,2})(?=\)\s)",
)
_HEADING = re.compile(rf"(?m)^[ \t#>*|\-]*{either(*_MARKS)}")
_LEVELS = ("part", "chapter", "article", "roman", "clause", "point")


@dataclass(frozen=True, slots=True)
class Heading:
    """A heading or item mark at ``start``: its ``level`` and its words."""

    start: int
    level: int
    label: str


def sentence(page: Page, zone: Span, within: Span) -> Span:
    """Return the sentence of ``zone`` that holds ``within``."""
    text = bare(page.flat)
    start = max(zone.start, within.start - _LEFT)
    for hit in _BEFORE.finditer(text, start, within.start):
        start = hit.end()
    stop = _AFTER.search(text, within.end, min(zone.end, within.end + _RIGHT))
    end = stop.start() if stop else min(zone.end, within.end + _RIGHT)
    return page.trim(Span(start, end))


def place_of(page: Page, body: Span, at: int) -> str:
    """Return the place of ``at`` in ``body`` as its headings name it: "Điều 1 › III › 2.a"."""
    starts, places = _places(page.flat, body.start, body.end)
    below = bisect_right(starts, at)
    return places[below - 1] if below else "Thân văn bản"


@lru_cache(maxsize=8)
def _places(flat: str, start: int, end: int) -> tuple[list[int], list[str]]:
    """Return where headings stand and the place below each, from there to the next."""
    starts: list[int] = []
    places: list[str] = []
    open_: dict[int, str] = {}
    for heading in _headings(flat, start, end):
        open_ = {level: label for level, label in open_.items() if level < heading.level}
        open_[heading.level] = heading.label
        starts.append(heading.start)
        places.append(_place(open_))
    return starts, places


def _place(open_: dict[int, str]) -> str:
    """Join the labels of the headings that are ``open_``, a point to the clause it belongs to:
    "2.a".
    """
    point = open_.get(_LEVELS.index("point"))
    labels = [open_[level] for level in sorted(open_) if _LEVELS[level] != "point"]
    if point and labels:
        labels[-1] += f".{point}"
    return " › ".join(labels or ([point] if point else []))


def _headings(flat: str, start: int, end: int) -> Iterator[Heading]:
    text = bare(flat)
    return (
        Heading(
            hit.start(),
            _LEVELS.index(str(hit.lastgroup)),
            " ".join(flat[slice(*hit.span(str(hit.lastgroup)))].split()),
        )
        for hit in _HEADING.finditer(text, start, end)
    )
