"""What there is in a store, as lists (danh mục): documents and units."""

from __future__ import annotations

from typing import TYPE_CHECKING

from luocdo.graph.answers import Answer
from luocdo.graph.text import fold
from luocdo.queries.as_of import left_later, until
from luocdo.queries.describe import date_vi
from luocdo.queries.document_filters import DocumentFilters, kept
from luocdo.queries.document_rows import DocumentNodesRow, DocumentsRow
from luocdo.queries.force import force_of
from luocdo.queries.list_table import list_table
from luocdo.queries.naming import find_unit
from luocdo.queries.runner import run, run_in_pieces
from luocdo.queries.unit_rows import UnitsRow

if TYPE_CHECKING:
    import datetime

    from luocdo.graph.stores.base import Store
    from luocdo.queries.nodes import DocumentNode

_BESIDES = frozenset(
    {"kind", "signer", "effective_from", "force", "source"}
)  # in files of the list, not on a screen


_ALL = DocumentFilters()


def documents(
    store: Store,
    as_of: datetime.date,
    asked: DocumentFilters = _ALL,
    *,
    cited: bool = False,
) -> Answer:
    """List the documents that were loaded and are what is ``asked``, the latest first; with
    ``cited`` those that are only named as well.
    """
    known, later = until(run(store, DocumentsRow), lambda one: one.date, as_of)
    keys = [one.id for one in known if cited or one.status == "loaded"]
    left = [one for one in later if cited or one.status == "loaded"]
    each = [row.node for row in run_in_pieces(store, DocumentNodesRow, "documents", keys)]
    nodes = kept(store, each, asked, as_of)
    forces = force_of(store, nodes, as_of)
    heads = (
        ("document", ("Văn bản", "Document")),
        ("kind", ("Loại", "Kind")),
        ("date", ("Ngày", "Date")),
        ("issuer", ("Cơ quan ban hành", "Issuer")),
        ("signer", ("Người ký", "Signer")),
        ("signer_title", ("Ký với tư cách", "Signing as")),
        ("state", ("Tình trạng", "State")),
        ("effective_from", ("Hiệu lực từ", "In force from")),
        ("force", ("Hiệu lực", "In force")),
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
            forces[one.id].words,
            one.title if one.title not in one.name else "",
            one.source,
        )
        for one in latest
    )
    table = list_table(("VĂN BẢN", "DOCUMENTS"), heads, rows, under=("title",), hidden=_BESIDES)
    notes = left_later(len(left), "văn bản", as_of)
    title = f"{len(nodes)} văn bản" + (f": {asked.words}" if asked.words else "")
    return Answer(
        kind="documents", title=title, tables=(table,), notes=notes, as_of=as_of.isoformat()
    )


def units(store: Store, as_of: datetime.date, kind: str = "", body: str = "") -> Answer:
    """List the units, those of one body together: of a ``kind``, of the ``body`` so named, where
    they are asked for.
    """
    found = sorted(
        (one for one in run(store, UnitsRow) if not kind or fold(one.kind) == fold(kind)),
        key=lambda one: (_body(one) or one.display, one.display),
    )
    if body:
        bodies = {fold(one.display) for one in find_unit(store, body).matches} | {fold(body)}
        found = [one for one in found if fold(_body(one)) in bodies]
    asked = "; ".join(filter(None, (kind and f"loại {kind}", body and f"của {body}")))
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
        title=f"{len(found)} cơ quan, đơn vị" + (f": {asked}" if asked else ""),
        tables=(table,),
        as_of=as_of.isoformat(),
    )


def _body(one: UnitsRow) -> str:
    """Return the body that a unit belongs to, as its name is shown: behind the dot."""
    return one.display.partition(" · ")[2]


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
