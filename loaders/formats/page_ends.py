"""Tables over the end of a page (bảng qua trang): the row that the page cut, the cells that reach
over.
"""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from luocdo.loaders.formats.lines import goes_on
from luocdo.loaders.formats.page_tables import PageCell, PageTable, words_of
from luocdo.loaders.formats.row_lines import Cell

if TYPE_CHECKING:
    from collections.abc import Sequence


_SAME_COLUMN = 4  # points
_NAMING = 2  # columns that name a row: its number and its words


def join_pages(above: PageTable, below: PageTable) -> None:
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


def _first_words(table: PageTable) -> list[Cell]:
    return [words_of(cell) for cell in table.rows[0]] if table.rows else []


def _without_row(table: PageTable, at: int) -> list[PageCell | None]:
    """Take out the row ``at``; a cell that begins in it and reaches further down begins one row
    below.
    """
    taken = table.rows.pop(at)
    for column, cell in enumerate(taken):
        if cell and cell.place.rows > 1 and at < len(table.rows):
            rest = replace(cell.place, rows=cell.place.rows - 1)
            table.rows[at][column] = PageCell(cell.edges, [], rest, goes_on=True)
    return taken


def _reach_over(above: PageTable, first: Sequence[PageCell | None]) -> None:
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


def _covering(table: PageTable, column: int) -> PageCell | None:
    """Return the cell that covers the last place of a column."""
    for back, row in enumerate(reversed(table.rows), start=1):
        cell = row[column]
        if cell is not None:
            return cell if cell.place.rows >= back else None
    return None


def _is_cut(row: Sequence[PageCell | None], rest: Sequence[PageCell | None]) -> bool:
    """Return whether ``rest`` is the lower half of ``row``: each cell goes on above, one of them
    within a sentence.
    """
    pairs = _halves(row, rest) if len(row) == len(rest) else []
    fitting = [_fits(cell, below) for cell, below in pairs]
    low = any(
        fits and below.paragraphs[0][0].text[0].islower()
        for fits, (_, below) in zip(fitting, pairs, strict=True)
    )
    return low and all(
        fits or _is_item(below) for fits, (_, below) in zip(fitting, pairs, strict=True)
    )


def _halves(
    row: Sequence[PageCell | None], rest: Sequence[PageCell | None]
) -> list[tuple[PageCell, PageCell]]:
    """Return the cells that both rows fill; none where both have a number.

    What stands in the middle of its row, a number or a unit, is printed in one half alone.
    """
    pairs = [
        (cell, below)
        for cell, below in zip(row, rest, strict=True)
        if cell and cell.paragraphs and below and below.paragraphs
    ]
    return [] if pairs and pairs[0] == (row[0], rest[0]) else pairs


def _fits(cell: PageCell, below: PageCell) -> bool:
    return goes_on(cell.paragraphs[-1][-1], below.paragraphs[0][0], cell.edges)


def _is_item(cell: PageCell) -> bool:
    return cell.paragraphs[0][0].text.startswith(("-", "+", "•"))


def _join(cell: PageCell, rest: PageCell) -> None:
    first, *others = rest.paragraphs
    if cell.paragraphs and _fits(cell, rest):
        cell.paragraphs[-1] += first
    else:
        cell.paragraphs.append(first)
    cell.paragraphs += others
