"""Why one document is tied to another (vì sao): the shortest way, each step with its sentence."""

from __future__ import annotations

from typing import TYPE_CHECKING

from luocdo.graph.answers import Answer, Note, Table
from luocdo.queries.describe import relation_vi
from luocdo.queries.runner import run

if TYPE_CHECKING:
    import datetime

    from luocdo.graph.stores.base import Store

Row = dict[str, object]
_COLUMNS = ("from", "relation", "to", "quote", "place", "source")
_HEADS = (
    ("Từ", "From"),
    ("Quan hệ", "Relation"),
    ("Đến", "To"),
    ("Câu trích", "Quote"),
    ("Chỗ", "Place"),
    ("Tệp", "Source"),
)


def why(store: Store, first: Row, second: Row, as_of: datetime.date) -> Answer:
    """Answer by which chain ``first`` is tied to ``second``."""
    ways = run(store, "path_between", from_id=str(first["id"]), to_id=str(second["id"])).dicts()
    tables = tuple(Table(("ĐƯỜNG NGẮN NHẤT", "SHORTEST WAY"), _COLUMNS, _HEADS, _steps(way["p"])) for way in ways[:1])
    notes = () if ways else (Note("Không có đường nào qua các văn bản trong kho (đến 10 bước)."),)
    return Answer(
        kind="why", title=f"{first['name']} → {second['name']}", tables=tables, notes=notes, as_of=as_of.isoformat()
    )


def _steps(path: object) -> tuple[tuple[str, ...], ...]:
    parts = path if isinstance(path, dict) else {}
    names = {node["id"]: str(node["name"]) for node in parts.get("nodes", [])}
    return tuple(
        (
            names[edge["_start"]],
            relation_vi(str(edge["_type"])),
            names[edge["_end"]],
            " ".join(str(edge.get("quote") or "").split()),
            str(edge.get("place") or ""),
            str(edge.get("source") or ""),
        )
        for edge in parts.get("edges", [])
    )
