"""Which papers touch one another (văn bản có liên hệ): only their rows are compared.

A plan touches the decision it carries out or rests on. Two papers that carry out, rest on or cite
one and the same decision, programme or conclusion are siblings; laws and decrees, which everybody
cites, make none.
"""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass
from typing import TYPE_CHECKING

from luocdo.graph.text import fold
from luocdo.graph.vocabulary import document_kinds

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from luocdo.graph.model import Edge, Graph
    from luocdo.graph.records import Value

_NATURE = "normative"
_CITING = frozenset({"IMPLEMENTS", "BASED_ON", "CITES", "AMENDS", "CONSOLIDATES"})
_DOCUMENT = "doc:"


@dataclass(frozen=True, slots=True)
class Upwards:
    """Of a paper: the documents it carries out (``above``), and those it carries out, rests on or
    cites.
    """

    above: list[str]
    cited: list[str]


def upwards(graph: Graph) -> dict[str, Upwards]:
    """Return paper -> where the tasks that it mandates lead."""
    carriers = {edge.end: edge.start for edge in graph.edges if edge.type == "MANDATES"}
    found: dict[str, list[Edge]] = defaultdict(list)
    for edge in graph.edges:
        if edge.start in carriers and edge.end.startswith(_DOCUMENT):
            found[carriers[edge.start]].append(edge)
    return {
        paper: of_edges((e.type, e.end, carries_out(e)) for e in edges)
        for paper, edges in found.items()
    }


def of_edges(edges: Iterable[tuple[str, str, bool]]) -> Upwards:
    """Return where ``edges`` lead, each as its type, its end, whether its beginning carries it
    out.
    """
    above: set[str] = set()
    cited: set[str] = set()
    for kind, end, carries in edges:
        if end.startswith(_DOCUMENT):
            above |= {end} if carries else set()
            cited |= {end} if kind in _CITING else set()
    return Upwards(sorted(above), sorted(cited))


def carries_out(edge: Edge) -> bool:
    """Return whether what an edge begins at carries out what it ends at."""
    properties = edge.properties
    if edge.type in ("IMPLEMENTS", "AMENDS"):
        return properties.get("planned") is not True
    if edge.type == "BASED_ON":
        return properties.get("basis_kind") != "competence"
    return edge.type == "CITES" and properties.get("manner") == "carries_out"


def is_normative(document: Mapping[str, Value]) -> bool:
    """Return whether a document is a law, a decree or the like, which everybody cites."""
    kind = fold(str(document.get("kind") or ""))
    if not kind:
        return str(document.get("number") or "") == ""
    return document.get("nature") == _NATURE or kind in _normative_kinds()


def _normative_kinds() -> frozenset[str]:
    names = (one for one in document_kinds() if one.nature == _NATURE)
    return frozenset(fold(one.name) for one in names)
