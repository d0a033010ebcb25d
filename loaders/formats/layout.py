"""From words on pages to text (bố cục trang): paragraphs, and ruled tables by their cells, over the ends of pages.

A page of a PDF and a scanned page are the same thing here: words with their places, in points, and the boxes of cells.
What was one paragraph for the drafter is one line of text; a row that the page cut is one row.
"""

from __future__ import annotations

from dataclasses import dataclass
from itertools import pairwise
from typing import TYPE_CHECKING

from luocdo.loaders.formats.lines import (
    Box,
    PageWords,
    PrintedLine,
    Word,
    goes_on,
    joined,
    printed_lines,
    rows_of_words,
)
from luocdo.loaders.formats.rendering import Block, Cell, Grid, Line

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

Edges = tuple[float, float]
Boxes = tuple[tuple[Box | None, ...], ...]
Laid = tuple[Block, tuple[Word, ...]]
_PADDING = 6  # points between the rule of a cell and its words
_LOOSER = 0.25  # of a line's height: the gap between paragraphs is wider than that between lines
_SAME_COLUMN = 4  # points


@dataclass(slots=True)
class _Cell:
    """A cell being read: where its words may stand, its paragraphs."""

    edges: Edges
    paragraphs: list[list[PrintedLine]]


@dataclass(slots=True)
class _Table:
    """A table as far as one page holds it."""

    columns: tuple[float, ...]
    rows: list[list[_Cell | None]]


@dataclass(slots=True)
class _Paragraph:
    """A paragraph as far as it is read."""

    edges: Edges
    lines: list[PrintedLine]


def blocks(pages: Iterable[PageWords]) -> Iterator[Laid]:
    """Yield the paragraphs and tables of ``pages``, each with its words in reading order."""
    last: _Paragraph | _Table | None = None
    for page in pages:
        lines = printed_lines(page)
        turned = True
        for piece in _ordered(page, lines):
            if isinstance(piece, PrintedLine):
                edges = _edges(page, lines)
                if isinstance(last, _Paragraph) and _continues(last, piece, turned=turned):
                    last.lines.append(piece)
                else:
                    yield from _laid(last)
                    last = _Paragraph(edges, [piece])
            else:
                table = _table(page.words, piece)
                if isinstance(last, _Table) and turned:
                    _mend_cut_row(last, table)
                yield from _laid(last)
                last = table
            turned = False
    yield from _laid(last)


def _laid(piece: _Paragraph | _Table | None) -> Iterator[Laid]:
    if isinstance(piece, _Paragraph):
        yield Line(joined(piece.lines, piece.edges)), tuple(word for line in piece.lines for word in line.words)
    elif piece is not None and piece.rows:
        inner = [line for row in piece.rows for cell in row if cell for one in cell.paragraphs for line in one]
        yield (
            Grid(tuple(tuple(_words(cell) for cell in row) for row in piece.rows)),
            tuple(word for line in inner for word in line.words),
        )


def _words(cell: _Cell | None) -> Cell:
    return tuple(joined(lines, cell.edges) for lines in cell.paragraphs) if cell else ()


def _ordered(page: PageWords, lines: Sequence[PrintedLine]) -> list[PrintedLine | Boxes]:
    """Return lines and tables from top to bottom."""
    pieces: list[tuple[float, int, PrintedLine | Boxes]] = [
        (min(box[1] for row in table for box in row if box), -1, table) for table in page.tables
    ]
    top = 0.0
    for number, line in enumerate(lines):
        top = max(top, line.box[1]) if not line.beside else top or line.box[1]
        pieces.append((top, number, line))
    return [piece for _, _, piece in sorted(pieces, key=lambda piece: piece[:2])]


def _edges(page: PageWords, lines: Sequence[PrintedLine]) -> Edges:
    """Return where lines begin and end; the margins are taken as equal where all lines are short."""
    left = min(line.box[0] for line in lines)
    return left, max(page.width - left, *(line.box[2] for line in lines))


def _continues(paragraph: _Paragraph, line: PrintedLine, *, turned: bool) -> bool:
    """Tell whether ``line`` belongs to ``paragraph``; on the next page any place is near."""
    return (turned or _is_near(paragraph.lines, line)) and goes_on(paragraph.lines[-1], line, paragraph.edges)


def _is_near(lines: Sequence[PrintedLine], following: PrintedLine) -> bool:
    above, below = lines[-1].box, following.box
    height = above[3] - above[1]
    gap = below[1] - above[3]
    usual = above[1] - lines[-2].box[3] if len(lines) > 1 and above[1] > lines[-2].box[3] else gap
    return -height / 2 < gap < height and gap < usual + height * _LOOSER


def _table(words: Sequence[Word], boxes: Boxes) -> _Table:
    rows = [[_cell([word for word in words if box and word.within(box)], box) for box in row] for row in boxes]
    starts = {round(box[0]) for row in boxes for box in row if box}
    return _Table(tuple(sorted(starts)), rows)


def _cell(words: Sequence[Word], box: Box | None) -> _Cell | None:
    """Return the paragraphs of a cell."""
    if not words or box is None:
        return None
    lines = [PrintedLine(tuple(row)) for row in rows_of_words(words)]
    padding = min(_PADDING, max(0.0, min(line.box[0] for line in lines) - box[0]))
    edges = (box[0] + padding, box[2] - padding)
    paragraphs: list[list[PrintedLine]] = [[lines[0]]]
    for line, following in pairwise(lines):
        if goes_on(line, following, edges):
            paragraphs[-1].append(following)
        else:
            paragraphs.append([following])
    return _Cell(edges, paragraphs)


def _mend_cut_row(above: _Table, below: _Table) -> None:
    """Join the last row of a page with the first of the next one where the page cut it."""
    if not _same_columns(above.columns, below.columns):
        return
    at = 1 if _first_words(below) == _first_words(above) else 0
    if at < len(below.rows) and above.rows and _is_cut(above.rows[-1], below.rows[at]):
        for cell, rest in zip(above.rows[-1], below.rows.pop(at), strict=True):
            if cell and rest:
                _join(cell, rest)


def _same_columns(above: Sequence[float], below: Sequence[float]) -> bool:
    return len(above) == len(below) and all(
        abs(left - right) <= _SAME_COLUMN for left, right in zip(above, below, strict=True)
    )


def _first_words(table: _Table) -> list[Cell]:
    return [_words(cell) for cell in table.rows[0]] if table.rows else []


def _is_cut(row: Sequence[_Cell | None], rest: Sequence[_Cell | None]) -> bool:
    """Tell whether ``rest`` is the lower half of ``row``: each cell goes on above, one of them within a sentence."""
    pairs = [(cell, below) for cell, below in zip(row, rest, strict=False) if below]
    if len(row) != len(rest) or rest[0] or not pairs or any(cell is None for cell, _ in pairs):
        return False
    fitting = [cell is not None and _fits(cell, below) for cell, below in pairs]
    low = any(
        fits and below.paragraphs[0][0].text[0].islower() for fits, (_, below) in zip(fitting, pairs, strict=True)
    )
    return low and all(fits or _is_item(below) for fits, (_, below) in zip(fitting, pairs, strict=True))


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
