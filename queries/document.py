"""One document with everything about it (một văn bản): its own facts with their sentences, its tasks, who speaks of it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from luocdo.graph.answers import Answer, Note, Table
from luocdo.graph.schema import NODE_TYPES
from luocdo.queries.describe import READINGS, date_vi, document_line, relation_vi, value_vi
from luocdo.queries.force import force_notes
from luocdo.queries.gathering import Via, gather
from luocdo.queries.runner import run

if TYPE_CHECKING:
    import datetime

    from luocdo.graph.stores.base import Store

Row = dict[str, object]
_SKIPPED = frozenset({"id", "name_fold", "title_fold"})
_FACTS = ("relation", "other", "detail", "place", "reading", "quote", "source")
_FACT_HEADS = (
    ("Quan hệ", "Relation"), ("Với", "With"), ("Chi tiết", "Detail"), ("Chỗ", "Place"), ("Cách đọc", "Reading"),
    ("Câu trích", "Quote"), ("Tệp", "Source"),
)  # fmt: skip
_EVIDENCE = frozenset(
    {"id", "source", "place", "quote", "from_char", "to_char", "as_printed", "reading", "confidence", "_type"}
)


def document(store: Store, node: Row, as_of: datetime.date) -> Answer:
    """Show all that is known of the document ``node``; its tasks stand here even when it is a draft."""
    origin = str(node["id"])
    rows = run(store, "document_assignments", id=origin).dicts()
    found = gather(store, {str(row["leaf_id"]): Via("direct") for row in rows}, as_of)
    facts = _table(("VĂN BẢN NÓI GÌ", "WHAT IT SAYS"), run(store, "document_facts", id=origin).dicts())
    mentions = _table(("AI NÓI VỀ VĂN BẢN NÀY", "WHO SPEAKS OF IT"), run(store, "document_mentions", id=origin).dicts())
    loaded = node.get("status") == "loaded"
    notes = () if loaded else (Note("Văn bản này chưa được nạp: chỉ biết qua văn bản khác.", "luocdo load TỆP"),)
    return Answer(
        kind="document",
        title=document_line(node),
        assignments=found,
        heads=force_notes(store, node, as_of),
        notes=notes,
        as_of=as_of.isoformat(),
        subject=origin,
        tables=(_properties(node), facts, mentions),
        roles=frozenset({"LED_BY", "COORDINATED_BY", "APPROVED_BY", "REPORTS_TO", "NAMED_PARTNER"}),
    )


def _properties(node: Row) -> Table:
    terms = {p.name: p.term for p in NODE_TYPES["Document"].properties}
    rows = tuple(
        (terms[key], _shown(key, node[key])) for key in terms if key not in _SKIPPED and node.get(key) not in (None, "")
    )
    return Table(("ĐẦU VĂN BẢN", "HEADER"), ("property", "value"), (("Mục", "Property"), ("Giá trị", "Value")), rows)


def _shown(key: str, value: object) -> str:
    return value_vi(key, value)


def _table(title: tuple[str, str], rows: list[Row]) -> Table:
    lines = tuple(_fact(row) for row in rows)
    return Table(title, _FACTS, _FACT_HEADS, lines, under=("quote", "place", "source"))


def _fact(row: Row) -> tuple[str, ...]:
    link = row["link"] if isinstance(row["link"], dict) else {}
    other = row["other"] if isinstance(row["other"], dict) else {}
    told = (key for key in sorted(link) if key not in _EVIDENCE and link[key] not in (None, "", False))
    detail = ", ".join(value_vi(key, link[key]) for key in told)
    return (
        relation_vi(str(row["relation"])),
        _caption(other),
        detail,
        str(link.get("place") or ""),
        READINGS.get(str(link.get("reading") or ""), ""),
        " ".join(str(link.get("quote") or "").split()),
        str(link.get("source") or ""),
    )


def _caption(node: Row) -> str:
    label = str(node.get("_label") or "")
    if label == "Document":
        pieces = (node.get("name"), date_vi(node.get("date")), node.get("title"))
        return " · ".join(str(piece) for piece in pieces if piece)
    if label == "Task":
        return f"{node.get('place')}: {node.get('text')}"
    return str(node.get(NODE_TYPES[label].caption) or node.get("text") or "") if label in NODE_TYPES else ""
