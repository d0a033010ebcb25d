"""The graph as sheets (bảng tính), what clerks pass on: a row is a printed assignment, a document,
a unit, a relation.
"""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass
from typing import TYPE_CHECKING

from luocdo.graph.export.sorting import in_order
from luocdo.graph.schema import EDGE_TYPES, NODE_TYPES

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

    from luocdo.graph.export.laid_out import Shown
    from luocdo.graph.export.sorting import Key, Row
    from luocdo.graph.model import Edge, Node
    from luocdo.graph.records import Value

_ROLES = ("LED_BY", "COORDINATED_BY", "APPROVED_BY", "REPORTS_TO", "NAMED_PARTNER")
_FACTS = ("code", "section", "place", "text", "origin", "force", "result", "progress")


@dataclass(frozen=True, slots=True)
class Sheet:
    """A sheet: its ``title``, Vietnamese ``heads`` and ``rows`` of words and numbers, to be gone
    over once.
    """

    title: str
    heads: tuple[str, ...]
    rows: Iterable[tuple[Value, ...]]


def sheets(leaving: Shown) -> Iterator[Sheet]:
    """Yield the assignments first, then every kind of node that stands for something, then who
    stands to whom.
    """
    leaving.index()
    yield _assignments(leaving)
    for label in ("Document", "Unit", "Target", "Allocation"):
        yield _of_kind(label, leaving)
    yield _relations(leaving)


def _assignments(leaving: Shown) -> Sheet:
    terms = {one.name: one.term for one in NODE_TYPES["Task"].properties}
    heads = [
        "văn bản",
        "ngày văn bản",
        *(terms[name] for name in _FACTS),
        *(EDGE_TYPES[role].term for role in _ROLES),
    ]
    heads += ["thời hạn", "đến ngày", "sản phẩm", "căn cứ riêng", "tệp", "câu trích"]
    leaves = (task for task in leaving.nodes_of("Task") if task.properties.get("leaf"))
    rows = in_order(_assignment(task, leaving) for task in leaves)
    return Sheet("Phân công", tuple(heads), rows)


def _assignment(task: Node, leaving: Shown) -> tuple[Key, Row]:
    """Return where an assignment comes in the order of documents and places, and its row."""
    out = _out(task.id, leaving)
    top = _top(task.id, leaving)
    mandate = leaving.first_ending_at(top, "MANDATES")
    document = leaving.node(mandate.start).properties if mandate else {}
    proof = mandate.properties if mandate else {}
    due = [leaving.node(edge.end).properties for edge in out["DUE"]]
    row = (
        document.get("name"),
        document.get("date") or document.get("year"),
        *(task.properties.get(name) for name in _FACTS),
        *(_names(out[role], leaving, "display") for role in _ROLES),
        "; ".join(str(one.get("text")) for one in due),
        "; ".join(str(one["end_date"]) for one in due if one.get("end_date")),
        _names(out["PRODUCES"], leaving, "text"),
        _names(_out(top, leaving)["BASED_ON"], leaving, "name"),
        proof.get("source"),
        proof.get("quote"),
    )
    ordinal = int(leaving.node(top).properties.get("ordinal") or 0)
    return (mandate.start if mandate else "", ordinal, task.id), row


def _out(task: str, leaving: Shown) -> Mapping[str, list[Edge]]:
    """Return the edges that begin at a task by their types."""
    found: dict[str, list[Edge]] = defaultdict(list)
    for edge in leaving.begun_at(task):
        found[edge.type].append(edge)
    return found


def _top(task: str, leaving: Shown) -> str:
    while above := _out(task, leaving)["PART_OF"]:
        task = above[0].end
    return task


def _names(edges: Iterable[Edge], leaving: Shown, name: str) -> str:
    told = (leaving.node(edge.end).properties.get(name) or edge.end for edge in edges)
    return "; ".join(dict.fromkeys(map(str, told)))


def _of_kind(label: str, leaving: Shown) -> Sheet:
    kind = NODE_TYPES[label]
    told = [one for one in kind.properties if one.exported]
    rows = (
        tuple(node.id if one.name == "id" else node.properties.get(one.name) for one in told)
        for node in leaving.nodes_of(label)
    )
    return Sheet(kind.term.capitalize(), tuple(one.term for one in told), rows)


def _relations(leaving: Shown) -> Sheet:
    facts = ("place", "quote", "source", "reading")
    heads = ("từ", "quan hệ", "đến", "chỗ", "câu trích", "tệp", "cách đọc")
    rows = (
        (
            _caption(leaving.node(edge.start)),
            EDGE_TYPES[edge.type].term,
            _caption(leaving.node(edge.end)),
            *(edge.properties.get(one) for one in facts),
        )
        for edge in leaving.edges
    )
    return Sheet("Quan hệ", heads, rows)


def _caption(node: Node) -> str:
    return str(node.properties.get(NODE_TYPES[node.label].caption) or node.id)
