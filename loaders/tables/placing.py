"""Under which column each cell of a printed row belongs (ô thuộc cột nào), where the row has fewer
cells than the table.

A row that begins with a number, or with empty cells, lacks its last cells; another lacks the
first, which stand merged in a row above (web pages print them once). Where that puts a time under
a column of units, an empty cell was not printed: the cells are told by what they hold.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from luocdo.graph.units.grammar import starts_with_head
from luocdo.loaders.tables.cell_fit import UNITS, fit_cells, is_time
from luocdo.loaders.text.page import Page, Span

if TYPE_CHECKING:
    from luocdo.loaders.tables.columns import Columns
    from luocdo.loaders.tables.headings import Role
    from luocdo.loaders.tables.printed import PrintedTable

CODE = re.compile(
    r"\(?(?:[IVXLC]{1,6}|[A-Za-zĐđ]|\d{1,3}[a-zđ]?)(?:[.\-][\dIVXa-zđ]{1,4})*[.)]{0,2}"
)
_GLUED = re.compile(r"(?P<code>\(?\d{1,3}(?:\.\d{1,3})*[.)])\s+(?=[A-ZĐÀ-Ỹ])")
_LEAST_MARKS = 2
_NAMING: frozenset[Role] = frozenset({"code", "text", "target", "group"})
_BESIDE: frozenset[Role] = frozenset({"group", "other", "code"})


def placed(page: Page, columns: Columns, cells: tuple[Span, ...]) -> tuple[Span, ...]:
    """Return one cell for each column; what is not printed is an empty span."""
    cells = _unglued(page, columns, cells)
    if len(cells) >= len(columns):
        return cells[: len(columns)]
    texts = [page.text(cell) for cell in cells]
    coded = CODE.fullmatch(texts[0]) is not None
    if not texts[0] or coded or columns.all[0].role != "code" or sum(map(bool, texts)) == 1:
        return (coded and _fitted(columns, cells, texts)) or _padded(
            columns, cells, lacks_last=True
        )
    fitted = _fitted_below(columns, cells, texts)
    return fitted or _with_unit(page, columns, _padded(columns, cells, lacks_last=False))


def _unglued(page: Page, columns: Columns, cells: tuple[Span, ...]) -> tuple[Span, ...]:
    """Part the number from the words that are printed in one cell with it ("1. Lập danh mục")."""
    found = _GLUED.match(page.flat, cells[0].start, cells[0].end)
    if found is None or len(cells) != len(columns) - 1 or columns.all[0].role != "code":
        return cells
    return (Span(*found.span("code")), Span(found.end(), cells[0].end), *cells[1:])


def _padded(columns: Columns, cells: tuple[Span, ...], *, lacks_last: bool) -> tuple[Span, ...]:
    at = cells[-1].end if lacks_last else cells[0].start
    missing = (Span(at, at),) * (len(columns) - len(cells))
    return (*cells, *missing) if lacks_last else (*missing, *cells)


def _fitted(
    columns: Columns, cells: tuple[Span, ...], texts: list[str]
) -> tuple[Span, ...] | None:
    """Place the cells of a numbered row by what they hold, where the plain reading puts a time
    among the units.
    """
    roles = [column.role for column in columns.all]
    strayed = any(
        text and role in UNITS and is_time(text) for role, text in zip(roles, texts, strict=False)
    )
    found = fit_cells(texts[1:], roles[1:]) if strayed and roles[0] == "code" else None
    if found is None or any(last - first > 1 for first, last in found):
        return None
    end = cells[-1].end
    return (
        cells[0],
        *(cells[first + 1] if last > first else Span(end, end) for first, last in found),
    )


def _fitted_below(
    columns: Columns, cells: tuple[Span, ...], texts: list[str]
) -> tuple[Span, ...] | None:
    """Place the cells of a row below merged ones by what they hold, where flush right they would
    stray: a unit among times.
    """
    last = [column.role for column in columns.all][-len(cells) :]
    if not any(text and _strays(role, text) for role, text in zip(last, texts, strict=True)):
        return None
    first = next((at for at, column in enumerate(columns.all) if column.role not in _NAMING), 0)
    found = fit_cells(texts, [column.role for column in columns.all[first:]])
    if found is None or any(behind - start > 1 for start, behind in found):
        return None
    at = cells[0].start
    front = (Span(at, at),) * first
    return (*front, *(cells[start] if behind > start else Span(at, at) for start, behind in found))


def _strays(role: Role, text: str) -> bool:
    """Tell a unit in a column of times, or a time in a column of units."""
    return (
        starts_with_head(text) and not is_time(text)
        if role == "deadline"
        else role in UNITS and is_time(text)
    )


def _with_unit(page: Page, columns: Columns, cells: tuple[Span, ...]) -> tuple[Span, ...]:
    """Move the first cell of a row below merged ones to the column of units at its left, where it
    names units.
    """
    at = next(at for at, cell in enumerate(cells) if cell)
    unit = next((left for left in range(at - 1, -1, -1) if columns.all[left].role in UNITS), None)
    if (
        columns.all[at].role not in _BESIDE
        or unit is None
        or not starts_with_head(page.text(cells[at]))
    ):
        return cells
    empty = Span(cells[at].start, cells[at].start)
    moved = {unit: cells[at], at: empty}
    return tuple(moved.get(place, cell) for place, cell in enumerate(cells))


def mark_column(page: Page, table: PrintedTable, code_at: int) -> int:
    """Return the column whose codes say what belongs to what: one beside the running numbers that
    holds "1", "a)", "b)".
    """
    text_at = table.columns.first("text") or 0
    for at in range(text_at):
        words = [
            page.text(row.cells[at]) for row in table.rows if row.cells[at] and not row.whole_width
        ]
        if at != code_at and len(words) >= _LEAST_MARKS and all(map(CODE.fullmatch, words)):
            return at
    return code_at
