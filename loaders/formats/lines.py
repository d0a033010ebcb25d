"""Lines of print (dòng in): words side by side made lines, columns apart, and which lines are one
paragraph.

A line goes on in the next one where the next word had no room left in it. A narrow column breaks
even words: the halves are told by not being syllables.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from itertools import pairwise
from typing import TYPE_CHECKING

from luocdo.graph.vocabulary.wordings import wording
from luocdo.loaders.formats.syllables import are_halves, is_syllable

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from luocdo.loaders.drawn import Box
    from luocdo.loaders.formats.ruled import RuledTable

_LEADING = 14  # points: the next line of the same column
_ONE_LINE = 4  # points between the feet of words on one line of print
_WIDE_GAP = 0.05  # of the page's width: two columns
_INDENT = 9
_SHORT = 2  # words
_YEAR = 4  # digits
_SPACE = 0.6  # of a letter's width
_WIDER = 1.2  # a letter may be wider than the others
_BEHIND_A_WORD = ",.;:)%"
_BEGINS, _PAGE_NUMBER, _STAMP = (
    wording(__package__, "lines", name) for name in ("begins a paragraph", "page number", "stamp")
)
_TOP_MARGIN = 0.09
_BOTTOM_MARGIN = 0.93


@dataclass(frozen=True, slots=True)
class Word:
    """A word and its place in points; ``sure`` is the OCR's confidence, 0 to 1."""

    text: str
    x0: float
    x1: float
    top: float
    bottom: float
    sure: float | None = None

    def within(self, box: Box) -> bool:
        """Return whether the middle of the word lies in ``box``."""
        return (
            box[0] <= (self.x0 + self.x1) / 2 <= box[2]
            and box[1] <= (self.top + self.bottom) / 2 <= box[3]
        )


@dataclass(frozen=True, slots=True)
class PrintedLine:
    """A line of print; ``beside`` another one where columns stand side by side."""

    words: tuple[Word, ...]
    beside: bool = False

    @property
    def text(self) -> str:
        """The words, one space between them."""
        return " ".join(word.text for word in self.words)

    @property
    def box(self) -> Box:
        """The place of the line."""
        first, last = self.words[0], self.words[-1]
        return (
            first.x0,
            min(word.top for word in self.words),
            last.x1,
            max(word.bottom for word in self.words),
        )


@dataclass(frozen=True, slots=True)
class PageWords:
    """What stands on one page: its words and its ruled tables, in points."""

    words: tuple[Word, ...]
    tables: tuple[RuledTable, ...]
    width: float
    height: float


def goes_on(line: PrintedLine, following: PrintedLine, edges: tuple[float, float]) -> bool:
    """Return whether the paragraph of ``line`` goes on in ``following``: its first word had no
    room before.
    """
    if line.beside or following.beside:
        return False
    if _BEGINS.search(following.text + " ") and not _is_period(line, following):
        return False
    if (
        _cries(line) != _cries(following)
        and line.words[-1].text.isupper() != following.words[0].text.isupper()
    ):
        return False
    left, right = edges
    x0, _, x1, _ = line.box
    indented = following.box[0] > left + _INDENT and following.box[0] > x0 + 1
    if indented and line.text.endswith((".", ";", ":")):
        return False
    centred = x0 > left + _INDENT and abs((x0 - left) - (right - x1)) < 2 * _INDENT
    room = (right - left) - (x1 - x0) if centred else right - x1
    first = following.words[0]
    return first.x1 - first.x0 + _letter(line) > room - 1


def _is_period(line: PrintedLine, following: PrintedLine) -> bool:
    """Tell "2026" at the end of a line and "- 2030" in the next, which begins no item."""
    mark, *others = (word.text for word in following.words)
    behind = others[0].rstrip(".,;)") if others else ""
    return mark in {"-", "–"} and _is_year(line.words[-1].text) and _is_year(behind)


def _cries(line: PrintedLine) -> bool:
    """Return whether a line is in capitals, as headings are; a short form of one or two words is
    no heading.
    """
    return len(line.words) > _SHORT and line.text.isupper()


def _letter(line: PrintedLine) -> float:
    """Return the mean width of a letter, which is about that of a space."""
    return (
        sum(word.x1 - word.x0 for word in line.words)
        / max(1, sum(len(word.text) for word in line.words))
        * _SPACE
    )


def joined(lines: Sequence[PrintedLine], edges: tuple[float, float]) -> str:
    """Return the words of one paragraph; what a narrow column broke is whole again."""
    text = lines[0].text
    for line, following in pairwise(lines):
        text += ("" if _broken(line, following, edges) else " ") + following.text
    return text


def _broken(line: PrintedLine, following: PrintedLine, edges: tuple[float, float]) -> bool:
    """Return whether one word was broken between two lines: "131/QĐ-" and "TTg", or
    "KHCNM" and "T".
    """
    last, first = line.words[-1].text, following.words[0].text
    if re.search(r"(?:\d|/[A-ZĐ]+)-$", last):
        return True
    if (
        len(line.words) > 1
        or not last[-1].isalnum()
        or _has_room_for_a_letter(line, following, edges)
    ):
        return False
    return first[0] in _BEHIND_A_WORD or _is_one_word(line, following, edges)


def _is_one_word(line: PrintedLine, following: PrintedLine, edges: tuple[float, float]) -> bool:
    """Return whether the lone word of a full line and the first one below it are halves of one."""
    last, first = line.words[-1].text, following.words[0].text
    if last[-1].isdigit():
        return first[0] in "0123456789/" and not (_is_year(last) and _is_year(first))
    end, beginning = re.split(r"\W", last)[-1], re.split(r"\W", first)[0]
    if not beginning.isalpha() or end.isupper() != beginning[0].isupper():
        return False
    if is_syllable(end) and is_syllable(beginning):
        return are_halves(end, beginning) and not _has_room(line, following, edges)
    return True


def _has_room_for_a_letter(
    line: PrintedLine, following: PrintedLine, edges: tuple[float, float]
) -> bool:
    """Return whether a further letter would stand at the end of a line."""
    first = following.words[0]
    letter = max(_letter(line) / _SPACE * _WIDER, (first.x1 - first.x0) / len(first.text))
    return edges[1] - line.box[2] > letter


def _is_year(word: str) -> bool:
    return word.isdecimal() and len(word) == _YEAR


def _has_room(line: PrintedLine, following: PrintedLine, edges: tuple[float, float]) -> bool:
    """Return whether the two words at the end of a line would stand side by side in its column: no
    word is broken that has room.
    """
    first = following.words[0]
    return line.box[2] - line.box[0] + first.x1 - first.x0 <= edges[1] - edges[0]


def printed_lines(page: PageWords) -> list[PrintedLine]:
    """Return the lines outside tables, the left of two columns whole before the right one; page
    numbers are dropped.
    """
    boxes = [cell.box for table in page.tables for cell in table.cells]
    outside = [word for word in page.words if not any(word.within(box) for box in boxes)]
    lines = [part for row in rows_of_words(outside) for part in _columns(row, page.width)]
    return [line for line in _stacked(lines) if not _furniture(line, page)]


def rows_of_words(words: Iterable[Word]) -> list[list[Word]]:
    """Return the words of each line of print, from left to right."""
    rows: list[list[Word]] = []
    for word in sorted(words, key=lambda word: (word.bottom, word.x0)):
        if rows and abs(rows[-1][0].bottom - word.bottom) <= _ONE_LINE:
            rows[-1].append(word)
        else:
            rows.append([word])
    return [sorted(row, key=lambda word: word.x0) for row in rows]


def _columns(row: Sequence[Word], width: float) -> list[PrintedLine]:
    """Cut a row of words where a wide gap stands: two columns."""
    groups: list[list[Word]] = [[row[0]]]
    for left, right in pairwise(row):
        if right.x0 - left.x1 > width * _WIDE_GAP:
            groups.append([right])
        else:
            groups[-1].append(right)
    return [PrintedLine(tuple(group), beside=len(groups) > 1) for group in groups]


def _stacked(lines: Sequence[PrintedLine]) -> list[PrintedLine]:
    """Where lines stand side by side, put the left column whole before the right one.

    A line of the left column alone belongs to it where the columns go on below: a letterhead has
    its lines at odd heights.
    """
    found: list[PrintedLine] = []
    run: list[PrintedLine] = []
    waiting: list[PrintedLine] = []
    for line in lines:
        near = bool(run) and line.box[1] - (waiting or run)[-1].box[3] < _LEADING
        if line.beside or (near and line.box[0] >= _middle(run) - 5):
            run += [replace(one, beside=True) for one in (*waiting, line)]
            waiting = []
        elif near and line.box[2] < _right_edge(run):
            waiting.append(line)
        else:
            found += [*_by_column(run), *waiting, line]
            run, waiting = [], []
    return [*found, *_by_column(run), *waiting]


def _right_edge(run: Sequence[PrintedLine]) -> float:
    """Return where the right column begins."""
    middle = _middle(run)
    return min(line.box[0] for line in run if line.box[0] >= middle)


def _by_column(run: Sequence[PrintedLine]) -> list[PrintedLine]:
    middle = _middle(run) if run else 0
    return [line for line in run if line.box[0] < middle] + [
        line for line in run if line.box[0] >= middle
    ]


def _middle(run: Sequence[PrintedLine]) -> float:
    """Return where the right column begins: behind the widest step between the places where lines
    begin.
    """
    starts = sorted(line.box[0] for line in run)
    steps = [(right - left, (left + right) / 2) for left, right in pairwise(starts)]
    return max(steps)[1] if steps else starts[0]


def _furniture(line: PrintedLine, page: PageWords) -> bool:
    """Tell page numbers at the edges, and the visible stamp of a digital signature."""
    edge = line.box[1] < _TOP_MARGIN * page.height or line.box[3] > _BOTTOM_MARGIN * page.height
    return bool((edge and _PAGE_NUMBER.search(line.text)) or _STAMP.search(line.text))


def printed_signatures(pages: Iterable[PageWords]) -> list[str]:
    """Return the lines of the visible stamps, page by page, which are no text of the document."""
    rows = ((row, page.width) for page in pages for row in rows_of_words(page.words))
    lines = (line.text for row, width in rows for line in _columns(row, width))
    return [line for line in lines if _STAMP.search(line)]
