"""Tables printed with one cell to a line (mỗi ô một dòng), as some web pages leave them.

The heading's lines tell how many columns there are: they end where the first number stands. A row
with as many lines is read whole; in another one the cells are told by what they hold, or, where
that is not clear, only its number and its words are taken. Both are reported.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from luocdo.graph.records import Issue
from luocdo.loaders.tables.cell_fit import fit_cells
from luocdo.loaders.tables.column_headings import read_columns
from luocdo.loaders.tables.columns import Columns
from luocdo.loaders.tables.headings import tells_of_steps
from luocdo.loaders.tables.placing import CODE
from luocdo.loaders.tables.printed import PrintedTable, TableRow, annex_at
from luocdo.loaders.tables.sections import is_heading_code
from luocdo.loaders.text.page import Page, Span

if TYPE_CHECKING:
    from luocdo.loaders.tables.grid import PrintedRow
    from luocdo.loaders.text.zones import Part

_FIRST = re.compile(r"\(?(?:1|I|A)[.)]?")
_CODE_HEADING = re.compile(r"(?i)(?:số\s+)?s?tt")
_END = re.compile(r"(?i)phụ\s+lục\b|nơi\s+nhận|(?:kt|tm|tl|tuq)\.\s")
_FEWEST, _MOST = 4, 10
_LONGEST = 60


def upright_tables(
    page: Page, part: Part, lines: list[PrintedRow]
) -> tuple[list[PrintedTable], list[Issue]]:
    """Find tables of one cell to a line among ``lines``, which stand outside other tables."""
    tables: list[PrintedTable] = []
    issues: list[Issue] = []
    if not any(
        _CODE_HEADING.fullmatch(page.flat[line.span.start : line.span.end].strip())
        for line in lines
    ):
        return tables, issues
    texts = [page.text(line.span) for line in lines]
    at = 0
    while at < len(lines):
        columns = _heading(texts, at)
        if columns is None:
            at += 1
            continue
        end = _end(texts, at + len(columns))
        annex = annex_at(part, lines[at].span.start)
        rows, unread = _rows(
            page, columns, lines[at + len(columns) : end], texts[at + len(columns) : end]
        )
        lost = sum(one.kind == "unread_row" for one in unread)
        if 2 * lost < len(rows):  # else the heading misleads: it is some other list
            tables.append(
                PrintedTable(
                    columns, tuple(rows), lines[at].span, annex.label if annex else "Bảng"
                )
            )
            issues += unread
        at = end
    return tables, issues


def _heading(texts: list[str], at: int) -> Columns | None:
    """Read the heading that begins with the line ``at`` ("TT") and ends before the
    first number.
    """
    if _CODE_HEADING.fullmatch(texts[at]) is None or (at and tells_of_steps(texts[at - 1])):
        return None
    for size in range(_FEWEST, _MOST + 1):
        below = at + size
        if below >= len(texts) or len(texts[below - 1]) > _LONGEST:
            return None
        if _FIRST.fullmatch(texts[below]):
            columns = read_columns(texts[at:below])
            return (
                columns
                if columns is not None and (columns.first("lead") or columns.kind == "targets")
                else None
            )
    return None


def _end(texts: list[str], at: int) -> int:
    ends = (
        n
        for n in range(at, len(texts))
        if _END.match(texts[n]) or _CODE_HEADING.fullmatch(texts[n])
    )
    return next(ends, len(texts))


def _rows(
    page: Page, columns: Columns, lines: list[PrintedRow], texts: list[str]
) -> tuple[list[TableRow], list[Issue]]:
    rows: list[TableRow] = []
    issues: list[Issue] = []
    starts = _starts(texts)
    for start, end in zip(starts, [*starts[1:], len(lines)], strict=True):
        printed = tuple(page.trim(line.span) for line in lines[start:end])
        whole = Span(printed[0].start, printed[-1].end)
        cells = printed
        if len(printed) != len(columns) and not is_heading_code(texts[start]):
            fitted = _fitted(columns, printed, texts[start:end])
            cells = fitted or printed[:2]
            issues.append(_remark(page, whole, read=fitted is not None))
        missing = (Span(whole.end, whole.end),) * (len(columns) - len(cells))
        rows.append(
            TableRow(
                (*cells, *missing)[: len(columns)], whole, after_break=False, printed=len(columns)
            )
        )
    return rows, issues


def _fitted(
    columns: Columns, printed: tuple[Span, ...], texts: list[str]
) -> tuple[Span, ...] | None:
    """Give the lines of a row that has too few or too many to the columns that they fit; None
    where that is not clear.
    """
    arranged = fit_cells(texts, [column.role for column in columns.all])
    if arranged is None:
        return None
    behind = printed[-1].end
    return tuple(
        Span(printed[first].start, printed[last - 1].end) if last > first else Span(behind, behind)
        for first, last in arranged
    )


def _remark(page: Page, whole: Span, *, read: bool) -> Issue:
    how = "các ô được nhận theo nội dung" if read else "chỉ đọc được nội dung"
    return Issue(
        kind="rebuilt_row" if read else "unread_row",
        message=f"Bảng in mỗi ô một dòng, dòng này không đủ hoặc thừa ô: {how}.",
        quote=page.normal.quote(whole.start, whole.end)[:200],
        from_char=page.normal.raw_start(whole.start),
    )


def _starts(texts: list[str]) -> list[int]:
    """Return the lines with which rows begin: numbers that follow one another, and codes of
    groups.
    """
    starts: list[int] = []
    expected = 1
    for at, text in enumerate(texts):
        if CODE.fullmatch(text) is None:
            continue
        bare = text.strip("(.) ")
        if bare.isdigit() and int(bare) not in {expected, 1}:
            continue
        if not bare.isdigit() and not is_heading_code(text) and "." not in bare:
            continue
        expected = int(bare) + 1 if bare.isdigit() else expected
        starts.append(at)
    return starts
