"""Words for people (cách nói): a document in one line, a date as Vietnamese write it, a relation
by its term.
"""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING

from luocdo.queries.nodes import DocumentNode, UnitNode

if TYPE_CHECKING:
    from collections.abc import Iterable

UNKNOWN = "không rõ"
_DAY = re.compile(r"\d{4}-\d\d-\d\d")
READINGS = {
    "stated": "",
    "inherited": "theo ô gộp",
    "corrected": "sửa lỗi in",
    "inferred": "suy ra",
}
# What the values of a property mean to a reader; the property's own term stands before those that
# are not here.
_VALUES: dict[tuple[str, object], str] = {
    ("basis_kind", "content"): "căn cứ nội dung",
    ("basis_kind", "competence"): "căn cứ thẩm quyền",
    ("derives", True): "truyền nhiệm vụ",
    ("derives", False): "không truyền nhiệm vụ",
    ("mode", "issued_with"): "ban hành kèm theo",
    ("mode", "sent_with"): "gửi kèm",
    ("manner", "carries_out"): "để thực hiện",
    ("manner", "about"): "là đối tượng của việc",
    ("manner", "procedure"): "theo thủ tục của",
    ("manner", "mention"): "nhắc đến",
    ("extent", "whole"): "toàn bộ",
    ("extent", "part"): "một phần",
    ("planned", True): "được giao làm",
    ("effective_by", "stated"): "nêu rõ",
    ("effective_by", "own_force"): "theo ngày văn bản có hiệu lực",
    ("effective_by", "own_date"): "tính theo ngày ban hành",
    ("signature", "printed"): "in trong văn bản",
    ("signature", "digital"): "chữ ký số",
    ("signature", "initial"): "ký nháy, chữ ký số",
    ("status", "loaded"): "đã nạp",
    ("status", "cited"): "chưa nạp, chỉ được dẫn",
    ("system", "state"): "Nhà nước",
    ("system", "party"): "Đảng",
    ("system", "front"): "Mặt trận",
    ("nature", "normative"): "quy phạm pháp luật",
    ("nature", "individual"): "cá biệt",
    ("nature", "administrative"): "hành chính",
    ("nature", "party"): "văn bản của Đảng",
}


@cache
def _symbols() -> dict[str, str]:
    # its patterns are compiled only where a kind is shortened
    from luocdo.graph.numbers import KINDS  # noqa: PLC0415

    return {kind: symbol for symbol, kind, _ in reversed(KINDS)}


def date_vi(iso: str) -> str:
    """Return an ISO day as dd/mm/yyyy; a year or other words stay as they are.

    >>> date_vi("2022-01-25")
    '25/01/2022'
    """
    return "/".join(reversed(iso.split("-"))) if _DAY.fullmatch(iso) else iso


def document_line(document: DocumentNode) -> str:
    """Return what tells a document from another: name, date, issuer, title."""
    pieces = (
        document.name,
        date_vi(document.day_or_year) or f"ngày {UNKNOWN}",
        document.issuer or f"cơ quan ban hành {UNKNOWN}",
        document.title if document.title not in document.name else "",
    )
    draft = "DỰ THẢO" if document.draft else ""
    return " · ".join(piece for piece in (draft, *pieces) if piece)


def short_name(document: DocumentNode) -> str:
    """Return a document's short name for a cell: its number, else the kind's symbol with year and
    issuer.

    >>> short_name(DocumentNode(kind="Quyết định", year=2022, issuer="Bộ trưởng Bộ Y tế"))
    'QĐ 2022 Bộ trưởng Bộ Y tế'
    """
    if document.number:
        return document.number
    pieces = (
        _symbols().get(document.kind, document.kind),
        str(document.year or ""),
        document.issuer,
    )
    told = [piece for piece in pieces if piece]
    return " ".join(told) if len(told) > 1 else document.name


def value_vi(key: str, value: str | float | bool | None) -> str:  # noqa: FBT001 - a property of any kind
    """Return the value of a property as a reader says it; empty where there is none."""
    if words := _VALUES.get((key, value)):
        return words
    if isinstance(value, bool):
        return "có" if value else "không"
    return "" if value is None else date_vi(str(value))


def relation_vi(relation: str) -> str:
    """Return the Vietnamese term of an edge type."""
    from luocdo.graph.schema import EDGE_TYPES  # noqa: PLC0415 - few answers name a relation

    return EDGE_TYPES[relation].term.split(",")[0] if relation in EDGE_TYPES else relation.lower()


def distinguished(nodes: Iterable[DocumentNode | UnitNode]) -> list[str]:
    """Return a line for each of several matches, with what tells them apart."""
    return [
        _unit_line(node) if isinstance(node, UnitNode) else document_line(node) for node in nodes
    ]


def _unit_line(node: UnitNode) -> str:
    lived = f"{date_vi(node.active_from)}–{date_vi(node.active_to)}" if node.active_to else ""
    return " · ".join(piece for piece in (node.display, node.short_name, lived) if piece)
