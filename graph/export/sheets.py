"""The graph as sheets (bảng tính), what clerks pass on: a row is a printed assignment, a document,
a unit, a relation.
"""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass
from typing import TYPE_CHECKING

from luocdo.graph.export.shown import shown
from luocdo.graph.schema import EDGE_TYPES, NODE_TYPES

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from luocdo.graph.model import Edge, Graph, Node
    from luocdo.graph.records import Value

_ROLES = ("LED_BY", "COORDINATED_BY", "APPROVED_BY", "REPORTS_TO", "NAMED_PARTNER")
Ends = tuple[str, str]  # a node's id and the type of the edge at it
_FACTS = ("code", "section", "place", "text", "origin", "force", "result", "progress")


@dataclass(frozen=True, slots=True)
class Sheet:
    """A sheet: its ``title``, Vietnamese ``heads`` and ``rows`` of words and numbers."""

    title: str
    heads: tuple[str, ...]
    rows: tuple[tuple[Value, ...], ...]


def sheets(graph: Graph) -> list[Sheet]:
    """Return the assignments first, then every kind of node that stands for something, then who
    stands to whom.
    """
    nodes, edges = shown(graph)
    kinds = ("Document", "Unit", "Target", "Allocation")
    return [
        _assignments(nodes, edges),
        *(_of_kind(label, [node for node in nodes if node.label == label]) for label in kinds),
        _relations(nodes, edges),
    ]


def _assignments(nodes: Iterable[Node], edges: Iterable[Edge]) -> Sheet:
    known = {node.id: node for node in nodes}
    out: dict[Ends, list[Edge]] = defaultdict(list)
    into: dict[Ends, list[Edge]] = defaultdict(list)
    for edge in edges:
        out[edge.start, edge.type].append(edge)
        into[edge.end, edge.type].append(edge)
    terms = {one.name: one.term for one in NODE_TYPES["Task"].properties}
    heads = [
        "văn bản",
        "ngày văn bản",
        *(terms[name] for name in _FACTS),
        *(EDGE_TYPES[role].term for role in _ROLES),
    ]
    heads += ["thời hạn", "đến ngày", "sản phẩm", "căn cứ riêng", "tệp", "câu trích"]
    tasks = [
        node for node in known.values() if node.label == "Task" and node.properties.get("leaf")
    ]
    rows = [_assignment(task, known, out, into) for task in tasks]
    return Sheet(
        "Phân công", tuple(heads), tuple(row for _, row in sorted(rows, key=lambda one: one[0]))
    )


def _assignment(
    task: Node,
    known: Mapping[str, Node],
    out: Mapping[Ends, list[Edge]],
    into: Mapping[Ends, list[Edge]],
) -> tuple[tuple[str, int, str], tuple[Value, ...]]:
    """Return where an assignment comes in the order of documents and places, and its row."""
    top = _top(task.id, out)
    mandate = next(iter(into.get((top, "MANDATES"), ())), None)
    document = known[mandate.start].properties if mandate else {}
    proof = mandate.properties if mandate else {}
    due = [known[edge.end].properties for edge in out.get((task.id, "DUE"), ())]
    row = (
        document.get("name"),
        document.get("date") or document.get("year"),
        *(task.properties.get(name) for name in _FACTS),
        *(_names(out.get((task.id, role), ()), known, "display") for role in _ROLES),
        "; ".join(str(one.get("text")) for one in due),
        "; ".join(str(one["end_date"]) for one in due if one.get("end_date")),
        _names(out.get((task.id, "PRODUCES"), ()), known, "text"),
        _names(out.get((top, "BASED_ON"), ()), known, "name"),
        proof.get("source"),
        proof.get("quote"),
    )
    return (
        mandate.start if mandate else "",
        int(known[top].properties.get("ordinal") or 0),
        task.id,
    ), row


def _top(task: str, out: Mapping[Ends, Sequence[Edge]]) -> str:
    while above := out.get((task, "PART_OF")):
        task = above[0].end
    return task


def _names(edges: Iterable[Edge], known: Mapping[str, Node], name: str) -> str:
    return "; ".join(
        dict.fromkeys(str(known[edge.end].properties.get(name) or edge.end) for edge in edges)
    )


def _of_kind(label: str, nodes: Sequence[Node]) -> Sheet:
    kind = NODE_TYPES[label]
    names = [one.name for one in kind.properties if one.exported]
    rows = tuple(
        tuple(node.id if name == "id" else node.properties.get(name) for name in names)
        for node in nodes
    )
    return Sheet(
        kind.term.capitalize(), tuple(one.term for one in kind.properties if one.exported), rows
    )


def _relations(nodes: Iterable[Node], edges: Iterable[Edge]) -> Sheet:
    names = {
        node.id: str(node.properties.get(NODE_TYPES[node.label].caption) or node.id)
        for node in nodes
    }
    facts = ("place", "quote", "source", "reading")
    heads = ("từ", "quan hệ", "đến", "chỗ", "câu trích", "tệp", "cách đọc")
    rows = tuple(
        (
            names[edge.start],
            EDGE_TYPES[edge.type].term,
            names[edge.end],
            *(edge.properties.get(one) for one in facts),
        )
        for edge in edges
    )
    return Sheet("Quan hệ", heads, rows)
