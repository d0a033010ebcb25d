"""Numbers of rows that a scan prints too small (số thứ tự): told by those above and below.

Between the rows 3 and 6 of a table two cells of its first column hold 4 and 5, whatever Tesseract
makes of the one digit. Only where the count of cells and the numbers agree is anything put there.
"""

from __future__ import annotations

from dataclasses import replace
from itertools import combinations
from typing import TYPE_CHECKING

from luocdo.loaders.formats.lines import Word

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from luocdo.loaders.drawn import Box
    from luocdo.loaders.formats.lines import PageWords
    from luocdo.loaders.formats.ruled import RuledTable

_LONGEST = 3  # letters: more are words
_MOST = 4  # cells from one number to the other
_UNSURE = 0.5  # confidence in a number that was not read
_MARKS = " .,)|_-"


def with_numbers(page: PageWords) -> PageWords:
    """Return ``page`` with the numbers that its tables' first columns must hold."""
    words = list(page.words)
    for table in page.tables:
        for box, number in _missing(words, table):
            words = [word for word in words if not word.within(box)]
            middle = (box[1] + box[3]) / 2
            words.append(Word(number, box[0] + 1, box[2] - 1, middle - 4, middle + 4, _UNSURE))
    return replace(page, words=tuple(words)) if words != list(page.words) else page


def _missing(words: Sequence[Word], table: RuledTable) -> Iterator[tuple[Box, str]]:
    """Yield the cells of the first column whose number was not read, with the number."""
    boxes = [cell.box for cell in table.cells if cell.column == 0 and cell.columns == 1]
    prints = [_print(words, box) for box in boxes]
    for above, below in _as_far_apart(prints):
        between = range(above + 1, below)
        if all(len(prints[at]) <= _LONGEST for at in between):
            first = int(prints[above]) - above
            yield from ((boxes[at], str(first + at)) for at in between)


def _as_far_apart(prints: Sequence[str]) -> Iterator[tuple[int, int]]:
    """Yield the cells whose numbers are as far apart as they themselves, with none between them
    that agrees with its neighbour.
    """
    first = {at: int(text) - at for at, text in enumerate(prints) if text.isdecimal()}
    agreed = {at for at in first if first[at] in (first.get(at - 1), first.get(at + 1))}
    for above, below in combinations(first, 2):
        near = 1 < below - above <= _MOST
        if near and first[above] == first[below] and not agreed & {*range(above + 1, below)}:
            yield above, below


def _print(words: Sequence[Word], box: Box) -> str:
    inside = (word.text for word in words if word.within(box))
    return " ".join(inside).strip(_MARKS)
