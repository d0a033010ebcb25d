"""Printed rows and cells of tables (dòng, ô của bảng), before anything is known of their meaning.

A row is a line with tabs, or a Markdown line with pipes between its cells, at its ends too or not.
Cells are spans of the flat text, trimmed; an empty cell is an empty span at its place, and so is
what a merged cell covers. Where the source draws its tables each row knows which it is; a line of
plain text or Markdown cannot say.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NamedTuple

from luocdo.loaders.text.page import Page, Span

if TYPE_CHECKING:
    from collections.abc import Iterator

    from luocdo.loaders.drawn import DrawnRow

_RULE = re.compile(r"[\s|:\-]*-{2,}[\s|:\-]*")
_BREAK_TAG = re.compile(r"(?i)<br\s*/?>|</?p\b[^<>]*>|</?li\b[^<>]*>|</?ul\b[^<>]*>")
_LEAST_PIPES = 3


class PrintedRow(NamedTuple):
    """A line of the page: ``cells`` of a table row, or the one cell of a line outside tables (not
    ``tabular``).

    ``after_gap`` tells that an empty line stands before it, as where a page ends; ``drawn`` is the
    row as the source draws it, None where it does not.
    """

    cells: tuple[Span, ...]
    span: Span
    tabular: bool
    after_gap: bool = False
    drawn: DrawnRow | None = None


def printed_rows(page: Page, span: Span) -> Iterator[PrintedRow]:
    """Yield the lines of ``span`` that hold anything; the ruler under a Markdown heading is left
    out.
    """
    gap = False
    for line in _lines(page, span):
        text = page.flat[line.start : line.end]
        drawn = page.drawn_rows.get(line.start)
        if drawn is not None:
            yield PrintedRow(
                _drawn_cells(page, drawn), line, tabular=True, after_gap=gap, drawn=drawn
            )
            gap = False
            continue
        if "\t" not in text and "|" not in text:  # prose
            if text and not text.isspace():
                yield PrintedRow((line,), line, tabular=False, after_gap=gap)
                gap = False
            else:
                gap = True
            continue
        if not text.replace("|", "").strip() and "\t" not in text:
            gap = True
            continue
        if "|" in text and _RULE.fullmatch(text):
            continue
        yield _row(page, line, after_gap=gap)
        gap = False


def _drawn_cells(page: Page, row: DrawnRow) -> tuple[Span, ...]:
    """Return the cells that begin in ``row``; what a merged one covers is an empty span beside
    them.
    """
    cells: list[Span] = []
    at = page.normal.position(row.start)
    for column, cell in enumerate(row.cells):
        own = row.state(column) != "covered"
        cells.append(page.cell(cell) if own else Span(at, at))
        at = cells[-1].end
    return tuple(cells)


def cell_text(page: Page, pieces: tuple[Span, ...]) -> str:
    """Return the words of a cell whose ``pieces`` may lie on several pages."""
    return " ".join(page.text(piece) for piece in pieces if page.text(piece))


def cell_letters(page: Page, pieces: tuple[Span, ...]) -> str:
    """Return the flat text of a cell's ``pieces``, joined by blanks; a mark-up break (``<br>``,
    ``<li>``) is a line feed.
    """
    return " ".join(_with_breaks(page, piece) for piece in pieces)


def _with_breaks(page: Page, piece: Span) -> str:
    letters = list(page.flat[piece.start : piece.end])
    for found in _BREAK_TAG.finditer(page.normal.text, piece.start, piece.end):
        letters[found.start() - piece.start] = "\n"
    return "".join(letters)


def _lines(page: Page, span: Span) -> Iterator[Span]:
    start = span.start
    while start < span.end:
        end = page.flat.find("\n", start, span.end)
        end = span.end if end < 0 else end
        yield Span(start, end)
        start = end + 1


def _row(page: Page, line: Span, *, after_gap: bool) -> PrintedRow:
    text = page.flat[line.start : line.end]
    if "\t" in text:
        return PrintedRow(_split(page, line, "\t"), line, tabular=True, after_gap=after_gap)
    if text.lstrip().startswith("|") and text.count("|") >= _LEAST_PIPES:
        return PrintedRow(
            _split(page, _between_pipes(page, line), "|"), line, tabular=True, after_gap=after_gap
        )
    if text.count(" | ") >= _LEAST_PIPES - 1:
        return PrintedRow(
            _split(page, page.trim(line), "|"), line, tabular=True, after_gap=after_gap
        )
    return PrintedRow((line,), line, tabular=False, after_gap=after_gap)


def _between_pipes(page: Page, line: Span) -> Span:
    inner = page.trim(line)
    closed = page.flat[inner.end - 1] == "|"
    return Span(inner.start + 1, inner.end - 1 if closed else inner.end)


def _split(page: Page, span: Span, mark: str) -> tuple[Span, ...]:
    cells: list[Span] = []
    start = span.start
    for part in page.flat[span.start : span.end].split(mark):
        cells.append(page.trim(Span(start, start + len(part))))
        start += len(part) + 1
    return tuple(cells)
