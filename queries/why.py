"""Why one document is tied to another (vì sao): the shortest way, each step with its sentence."""

from __future__ import annotations

from typing import TYPE_CHECKING

from luocdo.graph.answers import Answer, Note, Table
from luocdo.queries.describe import relation_vi
from luocdo.queries.runner import run

if TYPE_CHECKING:
    import datetime
    from collections.abc import Mapping

    from luocdo.graph.stores.base import Store

Row = dict[str, object]
Step = tuple[str, ...]
_FARTHEST = 10
_STRENGTH = ("IMPLEMENTS", "BASED_ON", "ATTACHED_TO", "GUIDES", "AMENDS", "REPLACES", "REPEALS", "CITES")
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
    steps = shortest_way(store, str(first["id"]), str(second["id"]))
    way = Table(("ĐƯỜNG NGẮN NHẤT", "SHORTEST WAY"), _COLUMNS, _HEADS, steps, under=("quote", "place", "source"))
    tables = (way,) if steps else ()
    notes = () if steps else (Note(f"Không có đường nào qua các văn bản trong kho (đến {_FARTHEST} bước)."),)
    return Answer(
        kind="why", title=f"{first['name']} → {second['name']}", tables=tables, notes=notes, as_of=as_of.isoformat()
    )


def shortest_way(store: Store, start: str, goal: str) -> tuple[Step, ...]:
    """Return the steps of a shortest way between two documents, empty where there is none.

    It is walked level by level. Of several ways equally short the strongest edges win (an implementation before a mere
    citation), then the order of ids, so that every engine shows the same.
    """
    came: dict[str, tuple[str, Step]] = {start: ("", ())}
    level = [start]
    for _ in range(_FARTHEST):
        if goal in came or not level:
            break
        rows = run(store, "ties", documents=level).dicts()
        level = []
        for row in sorted(rows, key=_rank):
            near, far = str(row["near_id"]), str(row["far_id"])
            if far not in came:
                came[far] = near, _step(row["p"])
                level.append(far)
    return _traced(came, goal) if goal in came and goal != start else ()


def _traced(came: dict[str, tuple[str, Step]], goal: str) -> tuple[Step, ...]:
    steps: list[Step] = []
    before, step = came[goal]
    while step:
        steps.append(step)
        before, step = came[before]
    return tuple(reversed(steps))


def _rank(row: Row) -> tuple[int, str, str]:
    return _STRENGTH.index(_edge(row["p"])["_type"]), str(row["near_id"]), str(row["far_id"])


def _edge(path: object) -> Mapping[str, str]:
    edge: Mapping[str, str] = path["edges"][0] if isinstance(path, dict) else {}
    return edge


def _step(path: object) -> Step:
    """Return one edge as a row: from, relation, to, and the sentence that proves it."""
    edge = _edge(path)
    names = {node["id"]: str(node["name"]) for node in (path["nodes"] if isinstance(path, dict) else ())}
    return (
        names[edge["_start"]],
        relation_vi(edge["_type"]),
        names[edge["_end"]],
        " ".join(str(edge.get("quote") or "").split()),
        str(edge.get("place") or ""),
        str(edge.get("source") or ""),
    )
