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
_BEHIND_NUMBERS = " .)"
_UNSURE = 0.5  # confidence in a number that was not read


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
    prints = [" ".join(word.text for word in words if word.within(box)) for box in boxes]
    bare = [_without_specks(text) for text in prints]
    told = dict(_told(bare))
    if bare and prints[-1] and not bare[-1] and _agree(bare[-3:-1]):
        told[len(bare) - 1] = str(int(bare[-2]) + 1)
    for at, box in enumerate(boxes):
        if at in told:
            yield box, told[at]
        elif bare[at].isdecimal() and not prints[at].strip(_BEHIND_NUMBERS).isdecimal():
            yield box, bare[at]


def _told(prints: Sequence[str]) -> Iterator[tuple[int, str]]:
    """Yield the cells between two numbers that are as far apart as their cells, and none of which
    agrees with its neighbour; with their numbers.
    """
    first = {at: int(text) - at for at, text in enumerate(prints) if text.isdecimal()}
    agreed = {at for at in first if first[at] in (first.get(at - 1), first.get(at + 1))}
    for above, below in combinations(first, 2):
        between = {*range(above + 1, below)}
        near = first[above] == first[below] and below - above <= _MOST
        if near and not agreed & between and all(len(prints[at]) <= _LONGEST for at in between):
            yield from ((at, str(first[above] + at)) for at in between)


def _agree(numbers: Sequence[str]) -> bool:
    """Tell two numbers of which the second follows the first."""
    known = [int(one) for one in numbers if one.isdecimal()]
    return len(known) > 1 and known[1] == known[0] + 1


def _without_specks(text: str) -> str:
    """Return ``text`` from its first letter or figure to its last."""
    known = [at for at, letter in enumerate(text) if letter.isalnum()]
    return text[known[0] : known[-1] + 1] if known else ""
