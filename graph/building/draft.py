"""A graph being drafted (đồ thị đang dựng): nodes and edges by id; what is added twice is one
thing.
"""

from __future__ import annotations

from hashlib import sha256
from typing import TYPE_CHECKING

from luocdo.graph.model import Edge, Graph, Node

if TYPE_CHECKING:
    from collections.abc import Mapping

    from luocdo.graph.records import Evidence, Issue, Value


class Draft:
    """Collects nodes, edges and issues; the order in which they come does not show."""

    def __init__(self) -> None:
        """Begin empty."""
        self.nodes: dict[str, Node] = {}
        self.edges: dict[str, Edge] = {}
        self._issues: dict[str, tuple[str, Issue]] = {}

    def node(self, label: str, key: str, properties: Mapping[str, Value]) -> str:
        """Add a node; facts already known of it stay, missing ones are filled in.
        Return its id.
        """
        facts = filled(properties)
        old = self.nodes.get(key)
        self.nodes[key] = Node(label, key, {**facts, **old.properties} if old else facts)
        return key

    def edge(
        self,
        kind: str,
        start: str,
        end: str,
        file: str,
        evidence: Evidence,
        properties: Mapping[str, Value],
    ) -> None:
        """Add an edge read from ``file``."""
        key = edge_id(kind, start, end, file, f"{evidence.place} {evidence.from_char}")
        proof: dict[str, Value] = {
            "source": file,
            "place": evidence.place,
            "quote": evidence.quote,
            "from_char": evidence.from_char,
            "to_char": evidence.to_char,
            "as_printed": evidence.as_printed,
            "reading": evidence.reading,
            "confidence": evidence.confidence,
        }
        facts = {
            name: value for name, value in {**properties, **proof}.items() if value is not None
        }
        if key not in self.edges or len(facts) > len(self.edges[key].properties):
            self.edges[key] = Edge(kind, key, start, end, facts)

    def registry_edge(
        self, kind: str, start: str, end: str, properties: Mapping[str, Value] | None = None
    ) -> None:
        """Add an edge that the registry or the shape of a row tells, not a sentence."""
        facts = {name: value for name, value in (properties or {}).items() if value is not None}
        key = edge_id(kind, start, end, "", str(sorted(facts.items())))
        self.edges[key] = Edge(kind, key, start, end, facts)

    def issue(self, file: str, issue: Issue) -> None:
        """Add an issue of ``file``."""
        self._issues[issue_key(file, issue)] = (file, issue)

    def graph(self, drop: frozenset[str] = frozenset()) -> Graph:
        """Return the graph in the order of ids, without the edges in ``drop``."""
        return Graph(
            tuple(self.nodes[key] for key in sorted(self.nodes)),
            tuple(self.edges[key] for key in sorted(self.edges) if key not in drop),
            tuple(self._issues[key] for key in sorted(self._issues)),
        )


def filled(properties: Mapping[str, Value]) -> dict[str, Value]:
    """Return what is said, without what is left open."""
    return {name: value for name, value in properties.items() if value is not None and value != ""}


def issue_key(file: str, issue: Issue) -> str:
    """Return what tells one issue from others."""
    return "\x00".join((file, issue.kind, issue.place, issue.message, str(issue.from_char)))


def edge_id(kind: str, start: str, end: str, file: str, place: str) -> str:
    """Return the id of an edge: a function of its type, its ends, the source file and
    the place.
    """
    words = f"{kind}\x00{start}\x00{end}\x00{file}\x00{place}"
    return f"{kind.lower()}:{sha256(words.encode()).hexdigest()[:20]}"
