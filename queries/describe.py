"""Words for people (cách nói): a document in one line, a date as Vietnamese write it, a relation by its term."""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping

UNKNOWN = "không rõ"
_DAY = re.compile(r"\d{4}-\d\d-\d\d")
READINGS = {"stated": "", "inherited": "theo ô gộp", "corrected": "sửa lỗi in", "inferred": "suy ra"}
# What the values of a property mean to a reader; the property's own term stands before those that are not here.
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
    from luocdo.graph.numbers import KINDS  # noqa: PLC0415 - its patterns are compiled only where a kind is shortened

    return {kind: symbol for symbol, kind, _ in reversed(KINDS)}


def date_vi(iso: object) -> str:
    """Return an ISO day as dd/mm/yyyy; a year or other words stay as they are.

    >>> date_vi("2022-01-25")
    '25/01/2022'
    """
    words = str(iso or "")
    return "/".join(reversed(words.split("-"))) if _DAY.fullmatch(words) else words


def document_line(document: Mapping[str, object]) -> str:
    """Return what tells a document from another: name, date, issuer, title."""
    title = str(document.get("title") or "")
    pieces = (
        str(document.get("name") or ""),
        date_vi(document.get("date") or document.get("year")) or f"ngày {UNKNOWN}",
        str(document.get("issuer") or f"cơ quan ban hành {UNKNOWN}"),
        title if title not in str(document.get("name")) else "",
    )
    draft = "DỰ THẢO" if document.get("draft") else ""
    return " · ".join(piece for piece in (draft, *pieces) if piece)


def short_name(document: Mapping[str, object]) -> str:
    """Return a document's short name for a cell: its number, else the kind's symbol with year and issuer.

    >>> short_name({"kind": "Quyết định", "year": 2022, "issuer": "Bộ trưởng Bộ Y tế"})
    'QĐ 2022 Bộ trưởng Bộ Y tế'
    """
    if number := str(document.get("number") or ""):
        return number
    kind = str(document.get("kind") or "")
    pieces = (_symbols().get(kind, kind), document.get("year"), document.get("issuer"))
    return " ".join(str(piece) for piece in pieces if piece) or str(document.get("name") or "")


def value_vi(key: str, value: object) -> str:
    """Return the value of a property as a reader says it; empty where the property has no words of its own."""
    words = _VALUES.get((key, value), "")
    return words or ("có" if value is True else "không" if value is False else date_vi(value))


def relation_vi(relation: str) -> str:
    """Return the Vietnamese term of an edge type."""
    from luocdo.graph.schema import EDGE_TYPES  # noqa: PLC0415 - few answers name a relation

    return EDGE_TYPES[relation].term.split(",")[0] if relation in EDGE_TYPES else relation.lower()


def distinguished(nodes: tuple[dict[str, object], ...]) -> list[str]:
    """Return a line for each of several matches, with what tells them apart."""
    return [_unit_line(node) if node.get("_label") == "Unit" else document_line(node) for node in nodes]


def _unit_line(node: Mapping[str, object]) -> str:
    lived = "–".join(date_vi(node.get(key)) for key in ("active_from", "active_to")) if node.get("active_to") else ""
    return " · ".join(str(piece) for piece in (node.get("display"), node.get("short_name"), lived) if piece)
