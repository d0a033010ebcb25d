"""Which papers touch one another (văn bản có liên hệ): only their rows are compared.

A plan touches the decision it carries out or rests on. Two papers that carry out, rest on or cite one and the same
decision, programme or conclusion are siblings; laws and decrees, which everybody cites, make none.
"""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass
from typing import TYPE_CHECKING

from luocdo.graph.text import fold
from luocdo.graph.vocabulary import document_kinds

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from luocdo.graph.model import Edge, Graph, Node

_NATURE = "normative"
_CHANGES = frozenset({"AMENDS", "CONSOLIDATES"})


@dataclass(frozen=True, slots=True)
class Touching:
    """``above``: a document -> those it carries out; ``families``: a decision -> the papers that carry it out or cite it."""

    above: Mapping[str, frozenset[str]]
    families: Mapping[str, frozenset[str]]


def touching(graph: Graph, documents: Iterable[str]) -> Touching:
    """Return how ``documents`` (ids of those that give tasks) touch one another."""
    nodes = {node.id: node for node in graph.nodes}
    giving = frozenset(documents)
    carriers = {edge.end: edge.start for edge in graph.edges if edge.type == "MANDATES"}
    above: dict[str, set[str]] = defaultdict(set)
    cited: dict[str, set[str]] = defaultdict(set)
    for edge in graph.edges:
        if nodes[edge.end].label != "Document":
            continue
        paper = carriers.get(edge.start, edge.start)
        if _carries_out(edge):
            above[paper].add(edge.end)
        if edge.type in ("IMPLEMENTS", "BASED_ON", "CITES", *_CHANGES):
            cited[paper].add(edge.end)
    families = _families(giving, cited, nodes)
    return Touching({paper: frozenset(up) for paper, up in above.items() if paper in giving}, families)


def _carries_out(edge: Edge) -> bool:
    properties = edge.properties
    if edge.type in ("IMPLEMENTS", "AMENDS"):
        return properties.get("planned") is not True
    if edge.type == "BASED_ON":
        return properties.get("basis_kind") != "competence"
    return edge.type == "CITES" and properties.get("manner") == "carries_out"


def _families(
    giving: frozenset[str], cited: Mapping[str, set[str]], nodes: Mapping[str, Node]
) -> dict[str, frozenset[str]]:
    found: dict[str, set[str]] = defaultdict(set)
    for paper in giving:
        for origin in cited.get(paper, ()):
            if not _is_normative(nodes[origin]):
                found[origin].add(paper)
        found[paper].add(paper)
    return {origin: frozenset(papers) for origin, papers in found.items() if len(papers) > 1}


def _is_normative(document: Node) -> bool:
    kind = fold(str(document.properties.get("kind") or ""))
    if not kind:
        return str(document.properties.get("number") or "") == ""
    return document.properties.get("nature") == _NATURE or kind in _normative_kinds()


def _normative_kinds() -> frozenset[str]:
    names = (one for one in document_kinds() if one.nature == _NATURE)
    return frozenset(fold(one.name) for one in names)
