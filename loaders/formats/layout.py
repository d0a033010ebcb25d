"""From words on pages to text (bố cục trang): paragraphs, and ruled tables by their cells, over
the ends of pages.

A page of a PDF and a scanned page are the same thing here: words with their places, in points, and
the boxes of cells. What was one paragraph for the drafter is one line of text; a row that the page
cut is one row.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from luocdo.loaders.formats.blocks import Block, Grid, Line, Place
from luocdo.loaders.formats.lines import (
    PageWords,
    PrintedLine,
    Word,
    goes_on,
    joined,
    printed_lines,
)
from luocdo.loaders.formats.page_ends import join_pages
from luocdo.loaders.formats.page_tables import Edges, PageCell, PageTable, page_table, words_of

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from luocdo.loaders.formats.ruled import RuledTable

Laid = tuple[Block, tuple[Word, ...]]
_LOOSER = 0.25  # of a line's height: the gap between paragraphs is wider than that between lines
_SMALL = 0.95  # of the height of a word
_NOTE = re.compile(r"(?:\[?\d{1,2}\]?|\(\d{1,2}\)|\*{1,3})\s*\S")


@dataclass(slots=True)
class _Paragraph:
    """A paragraph as far as it is read."""

    edges: Edges
    lines: list[PrintedLine]


def blocks(pages: Iterable[PageWords]) -> Iterator[Laid]:
    """Yield the paragraphs and tables of ``pages``, each with its words in reading order.

    Footnotes below a table come behind it: it may go on over the page.
    """
    last: _Paragraph | PageTable | None = None
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
                table = page_table(page.words, piece, number)
                if isinstance(last, PageTable) and turned:
                    join_pages(last, table)
                yield from _all_laid((last, *(() if table.goes_on else notes)))
                last, notes = table, notes if table.goes_on else []
            turned = False
        notes += [_Paragraph(_edges(page, lines), [line]) for line in below]
    yield from _all_laid((last, *notes))


def _all_laid(pieces: Iterable[_Paragraph | PageTable | None]) -> Iterator[Laid]:
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


def _laid(piece: _Paragraph | PageTable | None) -> Iterator[Laid]:
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


def _placed(cell: PageCell | None) -> Place | None:
    return (
        None if cell is None else replace(cell.place, lines=words_of(cell), goes_on=cell.goes_on)
    )


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


# ---- over the end of a page
