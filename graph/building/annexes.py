"""Tables that came without their document (bảng đứng riêng) and lie beside a paper that says it
has an annex.

The paper is the one of the same folder whose text announces an annex; where several do, or none,
the table stays a document of its own, and `luocdo check` names those that it may belong to. A
reader's word goes before both.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from msgspec.structs import replace

from luocdo.graph.growing.step import Of
from luocdo.graph.records import Issue

if TYPE_CHECKING:
    from luocdo.graph.growing.step import Cell
    from luocdo.graph.records import DocumentRecord, FileRecord, HeaderRecord

_MOST_NAMED = 5
_FROM_CARRIER = (
    "number",
    "kind",
    "issuer",
    "body",
    "date",
    "year",
    "title",
    "draft",
    "unnumbered",
    "system",
    "nature",
)
Corrected = Callable[[str], "FileRecord | None"]


def tell_announcing(cell: Cell, record: FileRecord) -> None:
    """Tell of a file which of its documents announce an annex that lies beside them."""
    found = [at for at, document in enumerate(record.documents) if document.announces]
    if found and record.folder:
        cell.tell(Of.ANNOUNCES, record.folder, found)


def with_carrier(
    cell: Cell, record: FileRecord, other: Corrected
) -> tuple[FileRecord, list[Issue]]:
    """Return ``record`` with the head of the paper that its lone tables belong to, and what is to
    be said of that.

    ``other`` returns the record of another file as its readers' corrections have it.
    """
    if not record.folder or not any(map(_is_alone, record.documents)):
        return record, []
    carriers = _carriers(cell, record, other)
    if len(carriers) != 1:
        return record, [_may_belong(carriers)] if carriers else []
    (carrier,) = carriers
    documents = tuple(
        _carried(one, carrier.header) if _is_alone(one) else one for one in record.documents
    )
    return replace(record, documents=documents), [_taken(carrier)]


def _is_alone(document: DocumentRecord) -> bool:
    return document.alone and document.header.number is None


def _carriers(cell: Cell, record: FileRecord, other: Corrected) -> list[DocumentRecord]:
    """Return the numbered papers of the folder that announce an annex; one that lies there twice
    counts once.
    """
    found: dict[tuple[str | None, str | None], DocumentRecord] = {}
    for file, places in cell.ask_whom(Of.ANNOUNCES, record.folder, list[int]):
        beside = None if file == record.file else other(file)
        if beside is None:
            continue
        for paper in (beside.documents[at] for at in places):
            if paper.header.number:
                found.setdefault((paper.header.number, paper.header.date), paper)
    return list(found.values())


def _carried(table: DocumentRecord, head: HeaderRecord) -> DocumentRecord:
    return replace(
        table,
        header=replace(table.header, **{name: getattr(head, name) for name in _FROM_CARRIER}),
    )


def _taken(carrier: DocumentRecord) -> Issue:
    message = f"bảng này không nói thuộc văn bản nào: coi là phụ lục của {_name(carrier)}"
    message += ", văn bản duy nhất cùng thư mục nói có phụ lục"
    return Issue(kind="taken_for_annex", message=message, quote=carrier.announces or "")


def _may_belong(carriers: list[DocumentRecord]) -> Issue:
    names = "; ".join(map(_name, carriers[:_MOST_NAMED]))
    message = "bảng này không nói thuộc văn bản nào; "
    message += f"cùng thư mục có {len(carriers)} văn bản nói có phụ lục: {names}"
    return Issue(
        kind="possible_document",
        message=f"{message}; nếu đúng: luocdo identify TỆP SỐ --date NGÀY",
    )


def _name(carrier: DocumentRecord) -> str:
    day = "/".join(reversed((carrier.header.date or "").split("-")))
    return f"{carrier.header.number} ngày {day}" if day else str(carrier.header.number)
