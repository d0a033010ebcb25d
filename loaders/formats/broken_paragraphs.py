"""Paragraphs that a web page breaks within a sentence (đoạn bị ngắt): pages made of PDF files set
each line of print as a paragraph.

A paragraph goes on where the next begins with a small letter and it has not ended, or where it
ends with "và". What a list, a heading or a label begins stays apart.
"""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from luocdo.graph.text import fold
from luocdo.loaders.formats.blocks import Line

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from luocdo.loaders.formats.blocks import Block

_ENDS = (".", ";", ":", "!", "?", "…", "”", '"', "/.")
_AND = "và"
_DAY = ["ngay", "thang", "nam"]
_PLACE_AND_DAY = 7  # words: the last of a place, then "ngày 16 tháng 10 năm 2025"
_FEWEST = 2  # words of a paragraph that may go on, letters of a word that may follow


def whole_paragraphs(blocks: Iterable[Block]) -> Iterator[Block]:
    """Yield ``blocks``, broken paragraphs put together."""
    last: Block | None = None
    for block in blocks:
        if isinstance(last, Line) and isinstance(block, Line) and _goes_on(last, block):
            last = replace(last, text=f"{last.text} {block.text}")
            continue
        if last is not None:
            yield last
        last = block
    if last is not None:
        yield last


def _goes_on(above: Line, below: Line) -> bool:
    words, following = above.text.split(), below.text.split()
    if len(words) < _FEWEST or not following or below.behind_break or above.text.isupper():
        return False
    if _ends_with_place_and_day(words):
        return False
    first = following[0].strip(",.;:")
    if not first.isalpha() or len(first) < _FEWEST:
        return False
    return words[-1] == _AND or (first[0].islower() and not words[-1].endswith(_ENDS))


def _ends_with_place_and_day(words: Sequence[str]) -> bool:
    """Tell a line of the letterhead: "Hà Nội, ngày 16 tháng 10 năm 2025", beside what a letter is
    about.
    """
    place, *day = words[-_PLACE_AND_DAY:] if len(words) >= _PLACE_AND_DAY else [""]
    return place.endswith(",") and [fold(word) for word in day[::2]] == _DAY
