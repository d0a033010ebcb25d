"""From words on pages to text (bố cục trang): paragraphs, and ruled tables by their cells, over
the ends of pages.

A page of a PDF and a scanned page are the same thing here: words with their places, in points, and
the boxes of cells. What was one paragraph for the drafter is one line of text; a row that the page
cut is one row.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from itertools import pairwise
from typing import TYPE_CHECKING

from luocdo.loaders.formats.blocks import Block, Grid, Line, Place
from luocdo.loaders.formats.lines import (
    PageWords,
    PrintedLine,
    Word,
    goes_on,
    joined,
    printed_lines,
    rows_of_words,
)
from luocdo.loaders.formats.row_lines import Cell

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from luocdo.loaders.drawn import Box
    from luocdo.loaders.formats.ruled import RuledCell, RuledTable

Edges = tuple[float, float]
Laid = tuple[Block, tuple[Word, ...]]
_PADDING = 6  # points between the rule of a cell and its words
_LOOSER = 0.25  # of a line's height: the gap between paragraphs is wider than that between lines
_SAME_COLUMN = 4  # points
_SMALL = 0.95  # of the height of a word
_NOTE = re.compile(r"(?:\[?\d{1,2}\]?|\(\d{1,2}\)|\*{1,3})\s*\S")
_NAMING = 2  # columns that name a row: its number and its words


@dataclass(slots=True)
class _Cell:
    """A cell being read: where its words may stand, its paragraphs; how much it covers, and where.

    One that ``goes_on`` is the rest of a merged cell of the page before.
    """

    edges: Edges
    paragraphs: list[list[PrintedLine]]
    place: Place
    goes_on: bool = False


@dataclass(slots=True)
class _Table:
    """A table as far as one page holds it; None where another cell covers. One that ``goes_on``
    began a page before.
    """

    columns: tuple[float, ...]
    rows: list[list[_Cell | None]]
    goes_on: bool = False
    ruled: bool = True


@dataclass(slots=True)
class _Paragraph:
    """A paragraph as far as it is read."""

    edges: Edges
    lines: list[PrintedLine]


def blocks(pages: Iterable[PageWords]) -> Iterator[Laid]:
    """Yield the paragraphs and tables of ``pages``, each with its words in reading order.

    Footnotes below a table come behind it: it may go on over the page.
    """
    last: _Paragraph | _Table | None = None
    notes: list[_Paragraph] = []
    for number, page in enumerate(pages, start=1):
        lines = printed_lines(page)
        pieces, below = _without_notes(page, _ordered(page, lines))
        turned = True
        for piece in pieces:
            if isinstance(piece, PrintedLine):
                edges = _edges(page, lines)
                if isinstance(last, _Paragraph) and _continues(last, piece, turned=turned):
                    last.lines.append(piece)
                else:
                    yield from _all_laid((last, *notes))
                    last, notes = _Paragraph(edges, [piece]), []
            else:
                table = _table(page.words, piece, number)
                if isinstance(last, _Table) and turned:
                    _join_pages(last, table)
                yield from _all_laid((last, *(() if table.goes_on else notes)))
                last, notes = table, notes if table.goes_on else []
            turned = False
        notes += [_Paragraph(_edges(page, lines), [line]) for line in below]
    yield from _all_laid((last, *notes))


def _all_laid(pieces: Iterable[_Paragraph | _Table | None]) -> Iterator[Laid]:
    for piece in pieces:
        yield from _laid(piece)


def _without_notes(
    page: PageWords, pieces: Sequence[PrintedLine | RuledTable]
) -> tuple[list[PrintedLine | RuledTable], list[PrintedLine]]:
    """Part the footnotes at the foot of a page whose last other piece is a table: small print that
    begins with a mark.
    """
    at = max(
        (place for place, piece in enumerate(pieces) if not isinstance(piece, PrintedLine)),
        default=-1,
    )
    below = [piece for piece in pieces[at + 1 :] if isinstance(piece, PrintedLine)]
    if at < 0 or not below or not _NOTE.match(below[0].text):
        return list(pieces), []
    heights = sorted(word.bottom - word.top for word in page.words)
    small = all(line.box[3] - line.box[1] < _SMALL * heights[len(heights) // 2] for line in below)
    return (list(pieces[: at + 1]), below) if small else (list(pieces), [])


def _laid(piece: _Paragraph | _Table | None) -> Iterator[Laid]:
    if isinstance(piece, _Paragraph):
        yield (
            Line(joined(piece.lines, piece.edges)),
            tuple(word for line in piece.lines for word in line.words),
        )
    elif piece is not None and piece.rows:
        inner = [
            line
            for row in piece.rows
            for cell in row
            if cell
            for one in cell.paragraphs
            for line in one
        ]
        rows = tuple(tuple(_placed(cell) for cell in row) for row in piece.rows)
        yield (
            Grid(rows, ruled=piece.ruled, goes_on=piece.goes_on),
            tuple(word for line in inner for word in line.words),
        )


def _placed(cell: _Cell | None) -> Place | None:
    return None if cell is None else replace(cell.place, lines=_words(cell), goes_on=cell.goes_on)


def _words(cell: _Cell | None) -> Cell:
    return tuple(joined(lines, cell.edges) for lines in cell.paragraphs) if cell else ()


def _ordered(page: PageWords, lines: Sequence[PrintedLine]) -> list[PrintedLine | RuledTable]:
    """Return lines and tables from top to bottom."""
    pieces: list[tuple[float, int, PrintedLine | RuledTable]] = [
        (table.top, -1, table) for table in page.tables
    ]
    top = 0.0
    for number, line in enumerate(lines):
        top = max(top, line.box[1]) if not line.beside else top or line.box[1]
        pieces.append((top, number, line))
    return [piece for _, _, piece in sorted(pieces, key=lambda piece: piece[:2])]


def _edges(page: PageWords, lines: Sequence[PrintedLine]) -> Edges:
    """Return where lines begin and end; the margins are taken as equal where all lines
    are short.
    """
    left = min(line.box[0] for line in lines)
    return left, max(page.width - left, *(line.box[2] for line in lines))


def _continues(paragraph: _Paragraph, line: PrintedLine, *, turned: bool) -> bool:
    """Return whether ``line`` belongs to ``paragraph``; on the next page any place is near."""
    return (turned or _is_near(paragraph.lines, line)) and goes_on(
        paragraph.lines[-1], line, paragraph.edges
    )


def _is_near(lines: Sequence[PrintedLine], following: PrintedLine) -> bool:
    above, below = lines[-1].box, following.box
    height = above[3] - above[1]
    gap = below[1] - above[3]
    usual = above[1] - lines[-2].box[3] if len(lines) > 1 and above[1] > lines[-2].box[3] else gap
    return -height / 2 < gap < height and gap < usual + height * _LOOSER


def _table(words: Sequence[Word], ruled: RuledTable, page: int) -> _Table:
    rows: list[list[_Cell | None]] = [[None] * ruled.width for _ in range(ruled.height)]
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
                row[column] = _Cell((0.0, 0.0), [], Place(page=page))
    return _Table(tuple(round(edge) for edge in ruled.edges), rows, ruled=ruled.ruled)


def _cell(words: Sequence[Word], ruled: RuledCell, page: int) -> _Cell:
    """Return a cell with its paragraphs."""
    place = Place((), ruled.rows, ruled.columns, page, ruled.box)
    if not words:
        return _Cell((ruled.box[0], ruled.box[2]), [], place)
    lines = [PrintedLine(tuple(row)) for row in rows_of_words(words)]
    edges = _room(lines, ruled.box)
    paragraphs: list[list[PrintedLine]] = [[lines[0]]]
    for line, following in pairwise(lines):
        if goes_on(line, following, edges):
            paragraphs[-1].append(following)
        else:
            paragraphs.append([following])
    return _Cell(edges, paragraphs, place)


def _room(lines: Sequence[PrintedLine], box: Box) -> Edges:
    """Return between which edges the words of a cell may stand."""
    padding = min(_PADDING, max(0.0, min(line.box[0] for line in lines) - box[0]))
    return box[0] + padding, box[2] - padding


# ---- over the end of a page


def _join_pages(above: _Table, below: _Table) -> None:
    """Join a table with what goes on of it on the next page: the row that the page cut, the cells
    that reach over.
    """
    if not _same_columns(above.columns, below.columns) or not above.rows or not below.rows:
        return
    below.goes_on = True
    at = 1 if _first_words(below) == _first_words(above) else 0
    if at < len(below.rows) and _is_cut(above.rows[-1], below.rows[at]):
        for cell, rest in zip(above.rows[-1], _without_row(below, at), strict=True):
            if cell and rest and rest.paragraphs:
                _join(cell, rest)
    elif at < len(below.rows):
        _reach_over(above, below.rows[at])


def _same_columns(above: Sequence[float], below: Sequence[float]) -> bool:
    return len(above) == len(below) and all(
        abs(left - right) <= _SAME_COLUMN for left, right in zip(above, below, strict=True)
    )


def _first_words(table: _Table) -> list[Cell]:
    return [_words(cell) for cell in table.rows[0]] if table.rows else []


def _without_row(table: _Table, at: int) -> list[_Cell | None]:
    """Take out the row ``at``; a cell that begins in it and reaches further down begins one row
    below.
    """
    taken = table.rows.pop(at)
    for column, cell in enumerate(taken):
        if cell and cell.place.rows > 1 and at < len(table.rows):
            rest = replace(cell.place, rows=cell.place.rows - 1)
            table.rows[at][column] = _Cell(cell.edges, [], rest, goes_on=True)
    return taken


def _reach_over(above: _Table, first: Sequence[_Cell | None]) -> None:
    """Tell which empty cells on top of a page are the rest of merged ones: they, or those above
    them, cover several rows.

    A number and its words that are both missing were printed on the page before.
    """
    unnamed = len(first) > _NAMING and not any(
        cell and cell.paragraphs for cell in first[:_NAMING]
    )
    for column, cell in enumerate(first):
        if cell is None or cell.paragraphs:
            continue
        owner = _covering(above, column)
        merged = owner is not None and (owner.place.rows > 1 or cell.place.rows > 1)
        cell.goes_on = merged or (unnamed and column < _NAMING)


def _covering(table: _Table, column: int) -> _Cell | None:
    """Return the cell that covers the last place of a column."""
    for back, row in enumerate(reversed(table.rows), start=1):
        cell = row[column]
        if cell is not None:
            return cell if cell.place.rows >= back else None
    return None


def _is_cut(row: Sequence[_Cell | None], rest: Sequence[_Cell | None]) -> bool:
    """Return whether ``rest`` is the lower half of ``row``: each cell goes on above, one of them
    within a sentence.
    """
    pairs = [
        (cell, below) for cell, below in zip(row, rest, strict=False) if below and below.paragraphs
    ]
    begun = rest[0] is not None and bool(rest[0].paragraphs)
    if (
        len(row) != len(rest)
        or begun
        or not pairs
        or any(not cell or not cell.paragraphs for cell, _ in pairs)
    ):
        return False
    fitting = [cell is not None and _fits(cell, below) for cell, below in pairs]
    low = any(
        fits and below.paragraphs[0][0].text[0].islower()
        for fits, (_, below) in zip(fitting, pairs, strict=True)
    )
    return low and all(
        fits or _is_item(below) for fits, (_, below) in zip(fitting, pairs, strict=True)
    )


def _fits(cell: _Cell, below: _Cell) -> bool:
    return goes_on(cell.paragraphs[-1][-1], below.paragraphs[0][0], cell.edges)


def _is_item(cell: _Cell) -> bool:
    return cell.paragraphs[0][0].text.startswith(("-", "+", "•"))


def _join(cell: _Cell, rest: _Cell) -> None:
    first, *others = rest.paragraphs
    if _fits(cell, rest):
        cell.paragraphs[-1] += first
    else:
        cell.paragraphs.append(first)
    cell.paragraphs += others
