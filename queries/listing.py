"""What a document asks for, as lists (danh sách): reports, approvals, changes to other acts,
money, targets; what there is.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from luocdo.graph.answers import Answer, Table
from luocdo.queries.as_of import left_later, not_yet, until
from luocdo.queries.describe import date_vi, document_line, relation_vi
from luocdo.queries.document_rows import DocumentNodesRow, DocumentsRow
from luocdo.queries.periods import rules_vi
from luocdo.queries.runner import run, run_in_pieces
from luocdo.queries.task_rows import (
    ApprovalsRow,
    MoneyRow,
    PlannedChangesRow,
    ReportsRow,
    TargetsRow,
)
from luocdo.queries.unit_rows import UnitsRow

if TYPE_CHECKING:
    import datetime
    from collections.abc import Iterable, Sequence

    from luocdo.graph.stores.base import Store
    from luocdo.queries.nodes import DocumentNode

_UNDER = ("quote", "source")
_BESIDES = frozenset(
    {"kind", "signer", "effective_from", "source"}
)  # in files of the list, not on a screen
_EVIDENCE = (("quote", ("Câu trích", "Quote")), ("source", ("Tệp", "File")))
_RULES = frozenset({"recurrence"})
Head = tuple[str, tuple[str, str]]
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
        *_EVIDENCE,
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
        *_EVIDENCE,
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
        *_EVIDENCE,
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
        *_EVIDENCE,
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
        ("document", ("Văn bản", "Document")),
        _PLACE,
        *_EVIDENCE,
    )
    rows = (
        (
            one.text,
            one.value,
            one.unit,
            date_vi(one.by),
            one.document,
            one.place,
            one.quote,
            one.source,
        )
        for one in run(store, TargetsRow, documents=[one.id for one in documents])
    )
    title = " · ".join(one.name for one in documents)
    table = _table(("CHỈ TIÊU", "TARGETS"), heads, rows)
    return Answer(
        kind="targets", title=f"CHỈ TIÊU: {title}", tables=(table,), as_of=as_of.isoformat()
    )


def documents(store: Store, as_of: datetime.date, *, cited: bool = False) -> Answer:
    """List the documents that were loaded, the latest first; with ``cited`` those that are only
    named as well.
    """
    known, later = until(run(store, DocumentsRow), lambda one: one.date, as_of)
    keys = [one.id for one in known if cited or one.status == "loaded"]
    left = [one for one in later if cited or one.status == "loaded"]
    nodes = [row.node for row in run_in_pieces(store, DocumentNodesRow, "documents", keys)]
    heads = (
        ("document", ("Văn bản", "Document")),
        ("kind", ("Loại", "Kind")),
        ("date", ("Ngày", "Date")),
        ("issuer", ("Cơ quan ban hành", "Issuer")),
        ("signer", ("Người ký", "Signer")),
        ("signer_title", ("Ký với tư cách", "Signing as")),
        ("state", ("Tình trạng", "State")),
        ("effective_from", ("Hiệu lực từ", "In force from")),
        ("title", ("Trích yếu", "Title")),
        ("source", ("Tệp", "File")),
    )
    latest = sorted(nodes, key=lambda one: (one.day_or_year, one.name, one.id), reverse=True)
    rows = (
        (
            one.name,
            one.kind,
            date_vi(one.day_or_year),
            one.issuer,
            one.signer,
            one.signer_title,
            _state(one),
            date_vi(one.effective_from),
            one.title if one.title not in one.name else "",
            one.source,
        )
        for one in latest
    )
    table = _table(("VĂN BẢN", "DOCUMENTS"), heads, rows, under=("title",), hidden=_BESIDES)
    notes = left_later(len(left), "văn bản", as_of)
    title = f"{len(nodes)} văn bản"
    return Answer(
        kind="documents", title=title, tables=(table,), notes=notes, as_of=as_of.isoformat()
    )


def units(store: Store, as_of: datetime.date) -> Answer:
    """List the units, those of one body together."""
    found = sorted(
        run(store, UnitsRow),
        key=lambda one: (one.display.partition(" · ")[2] or one.display, one.display),
    )
    heads = (
        ("unit", ("Đơn vị", "Unit")),
        ("short_name", ("Tên tắt", "Short name")),
        ("kind", ("Loại", "Kind")),
    )
    table = _table(
        ("ĐƠN VỊ", "UNITS"), heads, ((one.display, one.short_name, one.kind) for one in found), ()
    )
    return Answer(
        kind="units",
        title=f"{len(found)} cơ quan, đơn vị",
        tables=(table,),
        as_of=as_of.isoformat(),
    )


def _state(one: DocumentNode) -> str:
    """Return what a reader must know first: a draft, a number or a day left blank, a document that
    is only named.
    """
    told = (
        ("dự thảo", one.draft),
        ("để trống số", one.unnumbered),
        ("không có ngày", one.loaded and not one.date),
        ("chưa nạp", not one.loaded),
    )
    return ", ".join(words for words, holds in told if holds)


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
    tables = (_table(title, heads, rows, hidden=_RULES),)
    said = not_yet(document, as_of)
    return Answer(
        kind,
        document_line(document),
        heads=said,
        tables=tables,
        as_of=as_of.isoformat(),
        subject=document.id,
    )


def _table(
    title: tuple[str, str],
    heads: Sequence[Head],
    rows: Iterable[tuple[str, ...]],
    under: tuple[str, ...] = _UNDER,
    hidden: frozenset[str] = frozenset(),
) -> Table:
    lines = tuple(tuple(" ".join(cell.split()) for cell in row) for row in rows)
    return Table(
        title,
        tuple(name for name, _ in heads),
        tuple(head for _, head in heads),
        lines,
        under,
        hidden,
    )
