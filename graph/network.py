"""The graph as networkx (mạng): for what Cypher cannot say well - cycles, centrality, layers."""

from __future__ import annotations

from typing import TYPE_CHECKING

from luocdo.graph.schema import DERIVING

if TYPE_CHECKING:
    from collections.abc import Iterable

    import networkx as nx

    from luocdo.graph.model import Graph


def as_network(graph: Graph, types: Iterable[str] | None = None) -> nx.MultiDiGraph[str]:
    """Return ``graph`` as a MultiDiGraph: nodes carry ``label`` and properties, edges are keyed by id and carry ``type``.

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


def cycles(graph: Graph) -> list[list[str]]:
    """Return the cycles among documents that rest on one another: each is an error of reading or of drafting."""
    import networkx as nx  # noqa: PLC0415 - see above

    network = as_network(graph, DERIVING)
    documents = network.subgraph(node for node, facts in network.nodes(data=True) if facts["label"] == "Document")
    return sorted(sorted(cycle) for cycle in nx.simple_cycles(nx.DiGraph(documents), length_bound=10))


def central_units(graph: Graph, most: int = 20) -> list[tuple[str, float]]:
    """Return the units on whom most work comes together: PageRank over who leads and who coordinates."""
    import networkx as nx  # noqa: PLC0415 - see above

    network = nx.DiGraph(as_network(graph, ("LED_BY", "COORDINATED_BY")))
    ranks = nx.pagerank(network) if network else {}
    units = [(node, rank) for node, rank in ranks.items() if network.nodes[node]["label"] == "Unit"]
    return sorted(units, key=lambda one: (-one[1], one[0]))[:most]
