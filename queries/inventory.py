"""What there is in a store, as lists (danh mục): documents and units."""

from __future__ import annotations

from typing import TYPE_CHECKING

from luocdo.graph.answers import Answer
from luocdo.queries.as_of import left_later, until
from luocdo.queries.describe import date_vi
from luocdo.queries.document_rows import DocumentNodesRow, DocumentsRow
from luocdo.queries.list_table import list_table
from luocdo.queries.runner import run, run_in_pieces
from luocdo.queries.unit_rows import UnitsRow

if TYPE_CHECKING:
    import datetime

    from luocdo.graph.stores.base import Store
    from luocdo.queries.nodes import DocumentNode

_BESIDES = frozenset(
    {"kind", "signer", "effective_from", "source"}
)  # in files of the list, not on a screen


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
    table = list_table(("VĂN BẢN", "DOCUMENTS"), heads, rows, under=("title",), hidden=_BESIDES)
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
    table = list_table(
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
