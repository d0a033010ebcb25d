"""From the rows of a table to tasks (nhiệm vụ) with their assignments (phân công)."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

import msgspec

from luocdo.graph.records import AllocationRecord, Issue, TargetRecord, TaskRecord
from luocdo.graph.text import fold
from luocdo.loaders.advance import counted
from luocdo.loaders.figures.goal_cells import row_goals
from luocdo.loaders.figures.money_sums import money_issues
from luocdo.loaders.figures.money_tables import read_allocations
from luocdo.loaders.figures.money_totals import as_printed, contradicted, read_totals, unconverted
from luocdo.loaders.figures.target_tables import read_targets
from luocdo.loaders.tables.cells import CellText, points_elsewhere, unit_relations
from luocdo.loaders.tables.draft import DraftRow, SubRow, row_place
from luocdo.loaders.tables.grid import cell_text, printed_rows
from luocdo.loaders.tables.issues import row_issues, table_issues, unread_table
from luocdo.loaders.tables.lost_beginnings import completed_relations, whole_cell
from luocdo.loaders.tables.role_cells import split_roles
from luocdo.loaders.tables.rows import drafted_rows
from luocdo.loaders.tables.tables import find_tables
from luocdo.loaders.tables.upright import upright_tables
from luocdo.loaders.tasks.crossed_units import crossed_units
from luocdo.loaders.tasks.deliverables import read_deliverables
from luocdo.loaders.tasks.row_deadlines import row_deadlines
from luocdo.loaders.tasks.row_words import (
    caption_leads,
    heading_leads,
    named_partners,
    row_basis,
    row_citations,
    unresolved_basis,
    word_leads,
    word_partners,
)

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from luocdo.graph.records import Reading, Relation, Value
    from luocdo.loaders.context import ReadingContext
    from luocdo.loaders.tables.headings import Role
    from luocdo.loaders.tables.printed import PrintedTable
    from luocdo.loaders.text.page import Span

ROLES: tuple[tuple[Role, str], ...] = (
    ("lead", "LED_BY"),
    ("coordinate", "COORDINATED_BY"),
    ("approver", "APPROVED_BY"),
)
_ENDS = " -–+•*"
_REPORTS = re.compile(
    r"\b(bao cao|tong ket|so ket|danh gia|theo doi|kiem diem|ket qua thuc hien|tinh hinh)\b"
)
_STATE_HEADING = re.compile(r"(tinh hinh|ket qua xu ly)\b")


@dataclass(frozen=True, slots=True)
class TableReading:
    """What the tables of a document say; ``contradicted`` are numbers that the text tells in
    another unit.
    """

    tasks: tuple[TaskRecord, ...] = ()
    targets: tuple[TargetRecord, ...] = ()
    allocations: tuple[AllocationRecord, ...] = ()
    issues: tuple[Issue, ...] = ()
    contradicted: frozenset[str] = frozenset()


def read_annex_tables(context: ReadingContext) -> TableReading:
    """Read all tables of tasks and of targets in the document, in annexes or elsewhere."""
    tables, issues = _tables(context)
    tasks: list[TaskRecord] = []
    targets: list[TargetRecord] = []
    totals: list[AllocationRecord] = []
    numbers: frozenset[str] = frozenset()
    found = list(issues)
    for table in tables:
        if table.columns.kind == "targets":
            targets += read_targets(context, table)
            continue
        rows = drafted_rows(context.page, table)
        said = _telling_rows(context, rows)
        records = [_task(context, table, row) for row in counted("dòng", said)]
        sums = tuple(read_totals(context, table))
        if twice := contradicted(context, table):
            numbers |= twice
            records, sums = (
                [unconverted(record) for record in records],
                tuple(map(as_printed, sums)),
            )
        totals += sums
        tasks += records
        if not records:
            found.append(unread_table(context.page, table))
        found += table_issues(context.page, table, rows)
        found += [issue for row in said for issue in _pointing(context, table, row)]
        found += [issue for record in records for issue in row_issues(record)]
        found += [
            issue
            for row, task in zip(said, records, strict=True)
            for issue in unresolved_basis(context, row, task)
        ]
        found += money_issues(context, table, rows)
    return TableReading(tuple(tasks), tuple(targets), tuple(totals), tuple(found), numbers)


def _tables(context: ReadingContext) -> tuple[tuple[PrintedTable, ...], tuple[Issue, ...]]:
    """Find the tables in the order of the page, those of one cell to a line too."""
    page, part = context.page, context.part
    rows = list(printed_rows(page, part.span))
    tables, issues = find_tables(page, part, rows)
    upright, unread = upright_tables(page, part, [row for row in rows if not row.tabular])
    found = sorted((*tables, *upright), key=lambda table: table.heading.start)
    return tuple(_as_planned(context, table) for table in found), (*issues, *unread)


def _as_planned(context: ReadingContext, table: PrintedTable) -> PrintedTable:
    """Read "Kết quả thực hiện" of a plan as what is to come of the work; in a report or beside a
    state it tells what came.
    """
    roles = {column.role for column in table.columns.all}
    reports = _REPORTS.search(fold(f"{context.header.kind or ''} {context.header.title or ''}"))
    if (
        "result" not in roles
        or roles & {"product", "progress"}
        or reports
        or table.columns.kind != "tasks"
    ):
        return table
    at = table.columns.first("result") or 0
    if _STATE_HEADING.match(fold(table.columns.all[at].heading)):
        return table
    return replace(table, columns=table.columns.with_role(at, "product"))


def _pointing(context: ReadingContext, table: PrintedTable, row: DraftRow) -> Iterator[Issue]:
    """Report cells that name no unit but the document that does."""
    for pieces in (sub.get(role) for sub in row.subrows for role, _ in ROLES):
        if pieces and points_elsewhere(CellText.of(context.page, pieces)):
            evidence = context.page.evidence(row_place(table, row), *pieces)
            message = "Ô này chỉ dẫn sang văn bản khác, không nêu cơ quan."
            yield Issue(
                kind="role_elsewhere",
                message=message,
                place=evidence.place,
                quote=evidence.quote[:200],
                from_char=evidence.from_char,
            )


def _telling_rows(context: ReadingContext, rows: Iterable[DraftRow]) -> list[DraftRow]:
    """Return the rows that say what is to be done; none where their column holds figures alone."""
    told = [(row, cell_text(context.page, row.text).strip(_ENDS)) for row in rows]
    if not any(any(map(str.isalpha, words)) for _, words in told):
        return []
    return [row for row, words in told if words]


def _task(context: ReadingContext, table: PrintedTable, row: DraftRow) -> TaskRecord:
    page, place = context.page, row_place(table, row)
    text = row.group if row.group and len(row.subrows) > 1 else row.text
    basis, state = row_basis(context, table, row, place)
    relations = (*basis, *row_citations(context, row, place, basis))
    top = TaskRecord(
        place=place,
        text=cell_text(page, text).strip(_ENDS),
        origin="annex",
        evidence=page.evidence(place, *text),
        code=row.code,
        section=_section(context, row, text),
        basis=state,
        relations=relations,
    )
    if len(row.subrows) == 1:
        return _with_leaf(context, table, row, row.subrows[0], top)
    parts = []
    for at, sub in enumerate(row.subrows, start=1):
        parts.append(_with_leaf(context, table, row, sub, _part(context, top, row, sub, at)))
    return _replace(top, parts=tuple(parts))


def _section(context: ReadingContext, row: DraftRow, text: tuple[Span, ...]) -> str | None:
    """Return the group headings of a row, innermost last; a column for groups counts as one."""
    names = [str(row.sections[-1])] if row.sections else []
    if row.group and row.group != text:
        names.append(cell_text(context.page, row.group))
    return " › ".join(names) or None


def _part(
    context: ReadingContext, top: TaskRecord, row: DraftRow, sub: SubRow, at: int
) -> TaskRecord:
    words = (sub.text if row.group or at > 1 else ()) or row.text
    place = f"{top.place} › {at}"
    return TaskRecord(
        place=place,
        text=cell_text(context.page, words).strip(_ENDS),
        origin="annex",
        evidence=context.page.evidence(place, *words),
        section=top.section,
        basis=top.basis,
    )


def _with_leaf(
    context: ReadingContext, table: PrintedTable, row: DraftRow, sub: SubRow, task: TaskRecord
) -> TaskRecord:
    """Hang roles, time limit, products and state of one assignment on ``task``."""
    page, place = context.page, task.place
    roles = _roles(context, table, row, sub, place)
    given: Reading = "inherited" if "product" in sub.inherited else "stated"
    result, progress = _state(
        page_text(context, sub.get("result")), page_text(context, sub.get("progress"))
    )
    return _replace(
        task,
        relations=(
            *task.relations,
            *roles,
            *named_partners(context, sub.text or row.text, place, roles),
        ),
        deadlines=row_deadlines(context, table, row, sub, place),
        deliverables=(
            read_deliverables(page, sub.get("product"), place, given) if sub.get("product") else ()
        ),
        allocations=read_allocations(context, table, sub, place),
        targets=row_goals(context, table, sub, place),
        result=result,
        progress=progress,
    )


def page_text(context: ReadingContext, pieces: tuple[Span, ...]) -> str | None:
    """Return the words of a cell, None where it is empty."""
    return cell_text(context.page, pieces) or None


_STATE_AT_END = re.compile(
    r"(?:^|(?<=[.;”)\s]))(?P<state>(?:Đã|Chưa|Đang|Chậm)\s+(?:hoàn\s+thành|thực\s+hiện|triển\s+khai)(?:\s+(?:quá|đúng|trước)\s+hạn)?)$",
)


def _state(result: str | None, progress: str | None) -> tuple[str | None, str | None]:
    """Cut off a progress word that slipped to the end of the result."""
    if progress or not result:
        return result, progress
    found = _STATE_AT_END.search(result)
    if found is None:
        return result, progress
    return result[: found.start()].strip() or None, found.group("state")


def _roles(
    context: ReadingContext,
    table: PrintedTable,
    row: DraftRow,
    sub: SubRow,
    place: str,
) -> tuple[Relation, ...]:
    relations: list[Relation] = []
    for role, kind in ROLES:
        reading: Reading = "inherited" if role in sub.inherited else "stated"
        heading = table.columns.heading(role)
        properties: dict[str, Value] = {"heading": heading} if heading else {}
        own, partners = (
            split_roles(context, sub.get(role)) if role == "lead" else (sub.get(role), ())
        )
        whole = whole_cell(context, table, role, own) if row.orphan and own else None
        if whole:
            relations += completed_relations(context, kind, own, whole, place, properties)
        elif own:
            relations += unit_relations(context, kind, own, place, reading, properties)
        if partners:
            relations += unit_relations(
                context, "COORDINATED_BY", partners, place, reading, properties
            )
    relations += crossed_units(context, table, sub, place)
    if table.columns.first("lead") is None and all(one.type != "LED_BY" for one in relations):
        said = word_leads(context, sub.text or row.text, place)
        relations += (
            said or heading_leads(context, row, place) or caption_leads(context, table, place)
        )
        if said and table.columns.first("coordinate") is None:
            relations += word_partners(context, sub.text or row.text, place)
    return tuple(relations)


def _replace(task: TaskRecord, **changes: object) -> TaskRecord:
    return msgspec.structs.replace(task, **changes)
