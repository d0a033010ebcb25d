"""Words for people (cách nói): a document in one line, a date as Vietnamese write it, a relation by its term."""

from __future__ import annotations

from typing import TYPE_CHECKING

from luocdo.graph.schema import EDGE_TYPES

if TYPE_CHECKING:
    from collections.abc import Mapping

UNKNOWN = "không rõ"


def date_vi(iso: object) -> str:
    """Return an ISO day as dd/mm/yyyy; a year or other words stay.

    >>> date_vi("2022-01-25")
    '25/01/2022'
    """
    words = str(iso or "")
    parts = words.split("-")
    return "/".join(reversed(parts)) if len(parts) == 3 else words  # noqa: PLR2004 - year, month, day


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
    """Return a document's short name for a cell: its number, or kind and symbol with the year."""
    number, year = str(document.get("number") or ""), str(document.get("year") or "")
    return number or f"{document.get('kind') or 'Văn bản'} {document.get('issuer') or ''} {year}".strip()


def relation_vi(relation: str) -> str:
    """Return the Vietnamese term of an edge type."""
    return EDGE_TYPES[relation].term.split(",")[0] if relation in EDGE_TYPES else relation.lower()


def distinguished(nodes: tuple[dict[str, object], ...]) -> list[str]:
    """Return a line for each of several matches, with what tells them apart."""
    return [_unit_line(node) if node.get("_label") == "Unit" else document_line(node) for node in nodes]


def _unit_line(node: Mapping[str, object]) -> str:
    lived = "–".join(date_vi(node.get(key)) for key in ("active_from", "active_to")) if node.get("active_to") else ""
    return " · ".join(str(piece) for piece in (node.get("display"), node.get("short_name"), lived) if piece)
