"""What changes in a graph (phần thay đổi): the nodes and edges to write and those to take out, of
all that a graph holds.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Protocol

if TYPE_CHECKING:
    from collections.abc import Iterable

    from luocdo.graph.model import Edge, Node
    from luocdo.graph.records import Issue

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
    """``nodes`` to write whether they are there or not, ``edges`` that are not there; ids to take
    out.

    ``gone_nodes`` are (label, id), ``gone_edges`` (type, id, the node they begin at); an edge that
    says something else now is among both, and nothing that is left ends at a node that goes.
    """

    nodes: tuple[Node, ...] = ()
    edges: tuple[Edge, ...] = ()
    gone_nodes: tuple[tuple[str, str], ...] = ()
    gone_edges: tuple[tuple[str, str, str], ...] = ()

    @property
    def size(self) -> int:
        """Return how many nodes and edges are written or taken out."""
        return sum(map(len, (self.nodes, self.edges, self.gone_nodes, self.gone_edges)))


class Telling(Protocol):
    """A graph as it can be gone over, as often as one likes; a `Graph` is one."""

    @property
    def nodes(self) -> Iterable[Node]:
        """Return the nodes."""

    @property
    def edges(self) -> Iterable[Edge]:
        """Return the edges."""

    @property
    def issues(self) -> Iterable[tuple[str, Issue]]:
        """Return what could not be read, with its file."""


@dataclass(frozen=True, slots=True)
class Growth:
    """A graph that has changed: the ``difference`` from the one of the records of generation
    ``since``, or all of it.
    """

    since: str
    difference: Difference
    whole: Telling


def has_known_label(node: Node) -> bool:
    """Return whether the id of a node tells its label, as that of every node does which a build
    makes.
    """
    return _LABELS.get(node.id.partition(":")[0]) == node.label


def label_of(key: str) -> str:
    """Return the label of the node with that id."""
    return _LABELS[key.partition(":")[0]]
