"""What a document asks for, as lists (danh sách): reports, approvals, changes to other acts,
money, targets.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from luocdo.graph.answers import Answer
from luocdo.queries.as_of import not_yet
from luocdo.queries.describe import date_vi, document_line, relation_vi
from luocdo.queries.list_table import EVIDENCE, list_table
from luocdo.queries.periods import rules_vi
from luocdo.queries.runner import run
from luocdo.queries.task_rows import (
    ApprovalsRow,
    MoneyRow,
    PlannedChangesRow,
    ReportsRow,
    TargetsRow,
)

if TYPE_CHECKING:
    import datetime
    from collections.abc import Iterable, Sequence

    from luocdo.graph.stores.base import Store
    from luocdo.queries.list_table import Head
    from luocdo.queries.nodes import DocumentNode

_RULES = frozenset({"recurrence"})
_PLACE: Head = ("place", ("Chỗ", "Place"))
_TASK: Head = ("text", ("Việc", "Task"))
_LIMIT: tuple[Head, ...] = (
    ("deadline", ("Thời hạn in", "Deadline")),
    ("end_date", ("Đến ngày", "By")),
)


def reports(store: Store, document: DocumentNode, as_of: datetime.date) -> Answer:
    """Say who owes which report to whom, by way of whom, by when."""
    heads = (
        ("unit", ("Ai báo cáo", "Who reports")),
        ("recipient", ("Gửi", "To")),
        ("through", ("Qua", "By way of")),
        *_LIMIT,
        ("again", ("Chu kỳ", "Recurrence")),
        ("recurrence", ("Chu kỳ (RRULE)", "Recurrence (RRULE)")),
        _TASK,
        _PLACE,
        *EVIDENCE,
    )
    rows = (
        (
            one.unit,
            one.recipient,
            one.through,
            one.deadline,
            date_vi(one.end_date),
            rules_vi(one.recurrence),
            one.recurrence,
            one.text,
            one.place,
            one.quote,
            one.source,
        )
        for one in run(store, ReportsRow, id=document.id)
    )
    return _answer("reports", document, ("BÁO CÁO", "REPORTS"), heads, rows, as_of)


def approvals(store: Store, document: DocumentNode, as_of: datetime.date) -> Answer:
    """Say at what level the work of a document is approved, one level after the other."""
    heads = (
        ("approver", ("Cấp phê duyệt", "Approved by")),
        ("lead", ("Chủ trì", "Lead")),
        *_LIMIT,
        _TASK,
        _PLACE,
        *EVIDENCE,
    )
    rows = (
        (
            one.approver,
            one.lead,
            one.deadline,
            date_vi(one.end_date),
            one.text,
            one.place,
            one.quote,
            one.source,
        )
        for one in run(store, ApprovalsRow, id=document.id)
    )
    return _answer("approvals", document, ("CẤP TRÌNH PHÊ DUYỆT", "APPROVALS"), heads, rows, as_of)


def changes(store: Store, document: DocumentNode, as_of: datetime.date) -> Answer:
    """Say which acts the work of a document is to change: planned, they stay what they are until
    somebody does it.
    """
    heads = (
        ("task", ("Nhiệm vụ", "Task")),
        ("relation", ("Được giao", "To be")),
        ("target", ("Văn bản", "Document")),
        ("target_date", ("Ngày", "Date")),
        ("lead", ("Chủ trì", "Lead")),
        *_LIMIT,
        *EVIDENCE,
    )
    rows = (
        (
            one.task,
            relation_vi(one.relation),
            one.target,
            date_vi(one.target_date),
            one.lead,
            one.deadline,
            date_vi(one.end_date),
            one.quote,
            one.source,
        )
        for one in run(store, PlannedChangesRow, id=document.id)
    )
    return _answer(
        "changes", document, ("ĐƯỢC GIAO SỬA ĐỔI, THAY THẾ", "PLANNED CHANGES"), heads, rows, as_of
    )


def money(store: Store, document: DocumentNode, as_of: datetime.date) -> Answer:
    """List the sums that a document names, as printed, with what they come to in đồng."""
    heads = (
        ("text", ("Như in", "As printed")),
        ("unit", ("Đơn vị tính", "Unit")),
        ("amount", ("Đồng", "Đồng")),
        ("year", ("Năm", "Year")),
        ("sources", ("Nguồn", "Sources")),
        ("part_of", ("Thuộc tổng", "Part of")),
        ("task", ("Nhiệm vụ", "Task")),
        *EVIDENCE,
    )
    rows = (
        (
            one.text,
            one.unit,
            _sum(one.amount),
            str(one.year or ""),
            one.sources,
            one.part_of,
            one.task,
            one.quote,
            one.source,
        )
        for one in run(store, MoneyRow, id=document.id)
    )
    return _answer("money", document, ("KINH PHÍ", "MONEY"), heads, rows, as_of)


def targets(store: Store, documents: Sequence[DocumentNode], as_of: datetime.date) -> Answer:
    """Set the targets of documents side by side, those of like words together."""
    heads = (
        ("text", ("Chỉ tiêu", "Target")),
        ("value", ("Giá trị", "Value")),
        ("unit", ("Đơn vị", "Unit")),
        ("by", ("Đến", "By")),
        ("tracker", ("Theo dõi", "Tracked by")),
        ("document", ("Văn bản", "Document")),
        _PLACE,
        *EVIDENCE,
    )
    found = run(store, TargetsRow, documents=[one.id for one in documents])
    trackers = _trackers(found)
    rows = (
        (
            one.text,
            one.value,
            one.unit,
            date_vi(one.by),
            trackers[one.target_id],
            one.document,
            one.place,
            one.quote,
            one.source,
        )
        for one in {row.target_id: row for row in found}.values()
    )
    title = " · ".join(one.name for one in documents)
    table = list_table(("CHỈ TIÊU", "TARGETS"), heads, rows)
    return Answer(
        kind="targets", title=f"CHỈ TIÊU: {title}", tables=(table,), as_of=as_of.isoformat()
    )


def _trackers(found: Iterable[TargetsRow]) -> dict[str, str]:
    """Return by target which bodies keep track of it."""
    names: dict[str, list[str]] = {}
    for row in found:
        names.setdefault(row.target_id, []).append(row.tracker)
    return {target: "; ".join(filter(None, several)) for target, several in names.items()}


def _sum(amount: int) -> str:
    return f"{amount:,}".replace(",", ".") if amount else ""


def _answer(
    kind: str,
    document: DocumentNode,
    title: tuple[str, str],
    heads: Sequence[Head],
    rows: Iterable[tuple[str, ...]],
    as_of: datetime.date,
) -> Answer:
    tables = (list_table(title, heads, rows, hidden=_RULES),)
    said = not_yet(document, as_of)
    return Answer(
        kind,
        document_line(document),
        heads=said,
        tables=tables,
        as_of=as_of.isoformat(),
        subject=document.id,
    )
