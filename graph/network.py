"""The graph as networkx (mạng): for what Cypher cannot say well - cycles, centrality, layers."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass
from itertools import combinations
from typing import TYPE_CHECKING

from luocdo.graph.schema import DERIVING

if TYPE_CHECKING:
    from collections.abc import Iterable

    import networkx as nx

    from luocdo.graph.answers import Answer
    from luocdo.graph.model import Edge, Graph

_COUNTED_WHOLE = 400  # units whose ways are all followed
_PIVOTS = 128  # of more units, from how many the ways are followed


@dataclass(frozen=True, slots=True)
class Connecting:
    """Units that join others: unit -> (how many it works with, its betweenness from 0 to 1).

    ``pivots`` is the number of units from which the ways were followed, None where all were.
    """

    units: dict[str, tuple[int, float]]
    pivots: int | None


def as_network(graph: Graph, types: Iterable[str] | None = None) -> nx.MultiDiGraph[str]:
    """Return ``graph`` as a MultiDiGraph: nodes carry ``label`` and properties, edges are keyed by
    id and carry ``type``.

    With ``types`` only edges of those types, and the nodes they join.
    """
    import networkx as nx  # noqa: PLC0415 - slow to import; a look-up never needs it

    wanted = None if types is None else frozenset(types)
    network: nx.MultiDiGraph[str] = nx.MultiDiGraph()
    edges = [edge for edge in graph.edges if wanted is None or edge.type in wanted]
    joined = None if wanted is None else {end for edge in edges for end in (edge.start, edge.end)}
    for node in graph.nodes:
        if joined is None or node.id in joined:
            network.add_node(node.id, label=node.label, **dict(node.properties))
    for edge in edges:
        facts = {key: value for key, value in edge.properties.items() if key not in {"id", "key"}}
        network.add_edge(edge.start, edge.end, key=edge.id, type=edge.type, **facts)
    return network


def answer_network(answer: Answer) -> nx.MultiDiGraph[str]:
    """Return an answer's assignments as a MultiDiGraph: document, assignment and units, joined by
    mandates and roles.
    """
    import networkx as nx  # noqa: PLC0415 - see above

    network: nx.MultiDiGraph[str] = nx.MultiDiGraph()
    for one in answer.assignments:
        network.add_node(
            one.document_id, label="Document", name=one.document, date=one.document_date
        )
        network.add_node(
            one.leaf, label="Task", code=one.code, text=one.text, place=one.place, block=one.block
        )
        network.add_edge(
            one.document_id,
            one.leaf,
            key=f"MANDATES {one.leaf}",
            type="MANDATES",
            quote=one.quote,
            source=one.source,
        )
        for role in one.roles:
            network.add_node(
                role.unit_id, label="Unit", name=role.unit, display=role.display, kind=role.kind
            )
            facts = {
                "as_printed": role.as_printed,
                "reading": role.reading,
                "quote": role.quote,
                "source": role.source,
            }
            key = f"{role.role} {one.leaf} {role.unit_id} {role.place}"
            network.add_edge(one.leaf, role.unit_id, key=key, type=role.role, **facts)
    return network


def cycles(graph: Graph) -> list[list[Edge]]:
    """Return the documents that rest on one another in a ring, each ring as its edges: an error of
    reading or drafting.
    """
    import networkx as nx  # noqa: PLC0415 - see above

    resting: nx.DiGraph[str] = nx.DiGraph()
    for edge in graph.edges:
        if edge.type in DERIVING and edge.properties.get("derives"):
            known = resting.get_edge_data(edge.start, edge.end)
            resting.add_edge(
                edge.start, edge.end, edge=min(known["edge"], edge, key=_id) if known else edge
            )
    rings = sorted(
        sorted(ring) for ring in nx.strongly_connected_components(resting) if len(ring) > 1
    )
    return [
        [
            resting.edges[start, end]["edge"]
            for start, end in nx.find_cycle(resting.subgraph(ring), ring[0])
        ]
        for ring in rings
    ]


def connecting_units(shares: Iterable[tuple[str, str]]) -> Connecting:
    """Say of each unit with how many others it shares work, and how often the shortest way between
    others leads over it.

    ``shares`` are (assignment, unit). Of many units the ways from a fixed choice of them are
    followed, for those from all would take time with the square of their number: the second figure
    is then an estimate, the same on every run.
    """
    import networkx as nx  # noqa: PLC0415 - see above

    teams: dict[str, set[str]] = defaultdict(set)
    for task, unit in shares:
        teams[task].add(unit)
    network: nx.Graph[str] = nx.Graph()
    for team in sorted({tuple(sorted(team)) for team in teams.values()}):
        network.add_nodes_from(team)
        network.add_edges_from(combinations(team, 2))
    pivots = _PIVOTS if len(network) > _COUNTED_WHOLE else None
    between = nx.betweenness_centrality(network, k=pivots, seed=0)
    units = {unit: (int(network.degree(unit)), float(between[unit])) for unit in network}
    return Connecting(units, pivots)


def _id(edge: Edge) -> str:
    return edge.id
