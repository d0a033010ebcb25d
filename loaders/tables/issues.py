"""What a table leaves open (điều cần xem lại): jumps in its numbers, rows put together again, a
unit in two roles, no task.
"""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING

from luocdo.graph.records import Issue
from luocdo.graph.text import fold
from luocdo.loaders.tables.draft import row_place

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from luocdo.graph.records import TaskRecord
    from luocdo.loaders.tables.draft import DraftRow
    from luocdo.loaders.tables.printed import PrintedTable
    from luocdo.loaders.text.page import Page, Span


def table_issues(page: Page, table: PrintedTable, rows: tuple[DraftRow, ...]) -> list[Issue]:
    """Report rows that were rebuilt and numbers that jump."""
    found = [_rebuilt(page, table, row) for row in rows if row.rebuilt or row.orphan]
    return [*found, *_gaps(page, table, rows)]


def unread_table(page: Page, table: PrintedTable) -> Issue:
    """Report a table that says who leads and gave no task."""
    heading = table.columns.heading("lead") or table.columns.heading("coordinate") or ""
    return _unread(
        page,
        table.heading,
        f"Bảng có cột «{heading}» nhưng không đọc được nhiệm vụ nào",
        table.label,
    )


def unread_heading(page: Page, span: Span, heading: str) -> Issue:
    """Report a row of headings that names who leads or helps and was not understood."""
    return _unread(page, span, f"Dòng có tiêu đề cột «{heading}» nhưng không hiểu được bảng", "")


def headless_table(page: Page, rows: Sequence[Span]) -> Issue:
    """Report ``rows`` of many cells that stand under no heading."""
    first = rows[0]
    return Issue(
        kind="table_without_heading",
        message=f"Bảng {len(rows)} dòng không có tiêu đề cột, không đọc được nhiệm vụ.",
        quote=page.normal.quote(first.start, first.end)[:200],
        from_char=page.normal.raw_start(first.start),
    )


def _unread(page: Page, span: Span, message: str, place: str) -> Issue:
    row = page.drawn_rows.get(span.start)
    where = f", trang {row.page}" if row is not None and row.page is not None else ""
    quote = page.normal.quote(span.start, span.end)[:200].strip()
    start = page.normal.raw_start(span.start)
    return Issue(
        kind="table_without_tasks",
        message=f"{message}{where}.",
        place=place,
        quote=quote,
        from_char=start,
    )


def _rebuilt(page: Page, table: PrintedTable, row: DraftRow) -> Issue:
    what = (
        "Dòng không có số, phần đầu có thể bị mất"
        if row.orphan
        else "Dòng bị ngắt trang, được ghép lại"
    )
    return _issue(page, "rebuilt_row", f"{what}.", table, row)


def _gaps(page: Page, table: PrintedTable, rows: tuple[DraftRow, ...]) -> Iterator[Issue]:
    if table.columns.is_matrix:  # a row of it holds several works under one number
        return
    for above, below in pairwise(row for row in rows if row.code):
        first, second = _number(above.code or ""), _number(below.code or "")
        if (
            first is None
            or second is None
            or first[0] != second[0]
            or second[1] in {1, first[1] + 1}
        ):
            continue
        message = f"Số thứ tự nhảy từ {above.code} sang {below.code}."
        yield _issue(page, "numbering_gap", message, table, below)


def _number(code: str) -> tuple[str, int] | None:
    """Split "1.10" into what it belongs to and its last number."""
    above, _, last = code.rpartition(".")
    return (above, int(last)) if last.isdigit() else None


def _issue(page: Page, kind: str, message: str, table: PrintedTable, row: DraftRow) -> Issue:
    span = row.subrows[0].span
    quote = page.normal.quote(span.start, span.end)[:200].strip()
    start = page.normal.raw_start(span.start)
    return Issue(
        kind=kind, message=message, place=row_place(table, row), quote=quote, from_char=start
    )


def row_issues(task: TaskRecord) -> Iterator[Issue]:
    """Report units that both lead and coordinate in one assignment."""
    for leaf in task.parts or (task,):
        roles = {
            kind: {fold(r.target.name): r for r in leaf.relations if r.type == kind}
            for kind in ("LED_BY", "COORDINATED_BY")
        }
        for name in roles["LED_BY"].keys() & roles["COORDINATED_BY"].keys():
            printed = roles["LED_BY"][name].target
            message = f"{getattr(printed, 'as_printed', name)} vừa chủ trì vừa phối hợp."
            evidence = roles["COORDINATED_BY"][name].evidence
            yield Issue(
                kind="both_roles",
                message=message,
                place=leaf.place,
                quote=evidence.quote,
                from_char=evidence.from_char,
            )
