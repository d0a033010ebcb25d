"""What changes in a graph (phần thay đổi): the nodes and edges to write and those to take out, of all that a graph holds."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from luocdo.graph.model import Edge, Graph, Node

_LABELS = {
    "doc": "Document",
    "unit": "Unit",
    "task": "Task",
    "deadline": "Deadline",
    "deliverable": "Deliverable",
    "target": "Target",
    "allocation": "Allocation",
    "person": "Person",
    "remark": "Remark",
}


@dataclass(frozen=True, slots=True)
class Difference:
    """``nodes`` to write whether they are there or not, ``edges`` that are not there; ids to take out.

    ``gone_nodes`` are (label, id), ``gone_edges`` (type, id, the node they begin at); an edge that says something else now is
    among both, and nothing that is left ends at a node that goes.
    """

    nodes: tuple[Node, ...] = ()
    edges: tuple[Edge, ...] = ()
    gone_nodes: tuple[tuple[str, str], ...] = ()
    gone_edges: tuple[tuple[str, str, str], ...] = ()

    @property
    def size(self) -> int:
        """Return how many nodes and edges are written or taken out."""
        return sum(map(len, (self.nodes, self.edges, self.gone_nodes, self.gone_edges)))


@dataclass(frozen=True, slots=True)
class Growth:
    """A graph that has changed: the ``difference`` from the one of the records of generation ``since``, or all of it."""

    since: str
    difference: Difference
    whole: Callable[[], Graph]


def label_of(key: str) -> str:
    """Return the label of the node with that id."""
    return _LABELS[key.partition(":")[0]]
