"""Tables as far as one page holds them (bảng trên một trang): words put into the cells that are
drawn around them.
"""

from __future__ import annotations

from dataclasses import dataclass
from itertools import pairwise
from typing import TYPE_CHECKING

from luocdo.loaders.formats.blocks import Place
from luocdo.loaders.formats.lines import PrintedLine, Word, goes_on, joined, rows_of_words
from luocdo.loaders.formats.row_lines import Cell

if TYPE_CHECKING:
    from collections.abc import Sequence

    from luocdo.loaders.drawn import Box
    from luocdo.loaders.formats.ruled import RuledCell, RuledTable

Edges = tuple[float, float]
_PADDING = 6  # points between the rule of a cell and its words


@dataclass(slots=True)
class PageCell:
    """A cell being read: where its words may stand, its paragraphs; how much it covers, and where.

    One that ``goes_on`` is the rest of a merged cell of the page before.
    """

    edges: Edges
    paragraphs: list[list[PrintedLine]]
    place: Place
    goes_on: bool = False


@dataclass(slots=True)
class PageTable:
    """A table as far as one page holds it; None where another cell covers. One that ``goes_on``
    began a page before.
    """

    columns: tuple[float, ...]
    rows: list[list[PageCell | None]]
    goes_on: bool = False
    ruled: bool = True


def words_of(cell: PageCell | None) -> Cell:
    """Return the paragraphs of a cell, each as one line."""
    return tuple(joined(lines, cell.edges) for lines in cell.paragraphs) if cell else ()


def page_table(words: Sequence[Word], ruled: RuledTable, page: int) -> PageTable:
    """Return a ruled table with the words of the page in its cells."""
    rows: list[list[PageCell | None]] = [[None] * ruled.width for _ in range(ruled.height)]
    drawn = [[False] * ruled.width for _ in range(ruled.height)]
    for one in ruled.cells:
        rows[one.row][one.column] = _cell(
            [word for word in words if word.within(one.box)], one, page
        )
        for at in range(one.row, one.row + one.rows):
            drawn[at][one.column : one.column + one.columns] = [True] * one.columns
    for at, row in enumerate(rows):
        for column in range(ruled.width):
            if not drawn[at][column]:
                row[column] = PageCell((0.0, 0.0), [], Place(page=page))
    return PageTable(tuple(round(edge) for edge in ruled.edges), rows, ruled=ruled.ruled)


def _cell(words: Sequence[Word], ruled: RuledCell, page: int) -> PageCell:
    """Return a cell with its paragraphs."""
    place = Place((), ruled.rows, ruled.columns, page, ruled.box)
    if not words:
        return PageCell((ruled.box[0], ruled.box[2]), [], place)
    lines = [PrintedLine(tuple(row)) for row in rows_of_words(words)]
    edges = _room(lines, ruled.box)
    paragraphs: list[list[PrintedLine]] = [[lines[0]]]
    for line, following in pairwise(lines):
        if goes_on(line, following, edges):
            paragraphs[-1].append(following)
        else:
            paragraphs.append([following])
    return PageCell(edges, paragraphs, place)


def _room(lines: Sequence[PrintedLine], box: Box) -> Edges:
    """Return between which edges the words of a cell may stand."""
    padding = min(_PADDING, max(0.0, min(line.box[0] for line in lines) - box[0]))
    return box[0] + padding, box[2] - padding
