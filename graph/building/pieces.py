"""What one file gives to the graph (phần của một tệp): nodes and edges of its own, and what it
tells of things that are shared.

A task, its deadline, an edge with its sentence are told by one file alone; a unit, a person, a
document, the edge that puts a unit below another by many.
"""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING

from luocdo.graph.building.changes import CHANGING
from luocdo.graph.building.documents import Held, Resolved, resolved
from luocdo.graph.building.draft import Draft
from luocdo.graph.building.editions import Edition, without_repeats
from luocdo.graph.building.known import Facts
from luocdo.graph.building.paper import Paper
from luocdo.graph.building.units import UnitBuilder
from luocdo.graph.growing.step import Cell, Of
from luocdo.graph.joining.touching import carries_out, upwards
from luocdo.graph.joining.work import works_of
from luocdo.graph.model import Edge, Graph, Node, check
from luocdo.graph.records import DocumentMention, FileRecord, Issue, Value
from luocdo.graph.text import fold

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from luocdo.graph.building.ground import Ground

STRONGER = CHANGING | {"BASED_ON", "IMPLEMENTS", "GUIDES"}
_SHARED = frozenset({"Unit", "Person", "Document"})
_ENDING = frozenset({"REPLACES", "REPEALS"})
NodeRow = tuple[str, str, dict[str, Value]]
EdgeRow = tuple[str, str, str, str, dict[str, Value]]


@dataclass(frozen=True, slots=True)
class Pieces:
    """The nodes and edges that a file alone tells, as rows of `Node` and `Edge`; what of it could
    not be read.
    """

    nodes: list[NodeRow]
    edges: list[EdgeRow]
    issues: list[Issue]


@dataclass(frozen=True, slots=True)
class Link:
    """An edge from a document to something that others know too."""

    type: str
    id: str
    end: str
    source: str
    place: str
    quote: str
    part: str
    derives: bool
    carries_out: bool


@dataclass(frozen=True, slots=True)
class Ending:
    """That the document ``by`` replaces or repeals another as a whole on a ``day``."""

    by: str
    day: str


def pieces(ground: Ground, cell: Cell) -> None:
    """Of a file: what it gives to the graph."""
    record = ground.record(cell, cell.name)
    if record is None:
        return
    meant = _Meant(ground, cell, record)
    draft = Draft()
    units = UnitBuilder(draft, meant.papers.resolver)
    for issue in record.issues:
        draft.issue(record.file, issue)
    for edition in meant.editions():
        Paper(draft, units, meant, edition).build()
    _tell_ends(cell, meant, draft)
    _tell(ground, cell, draft)
    for unit, parent in units.parents.items():
        cell.tell_set(Of.UNIT, unit, [parent])
        cell.tell_set(Of.NAMED, unit, [True])
    cell.tell_each(Of.GROUP, units.groups)


class _Meant:
    """What the mentions of a file mean, and what the graph knows of documents."""

    def __init__(self, ground: Ground, cell: Cell, record: FileRecord) -> None:
        self._ground, self._cell, self._record = ground, cell, record
        self.papers = ground.papers(cell, record)
        (self.own,) = cell.ask(Of.OWN, record.file, list[str])

    @cached_property
    def _resolved(self) -> dict[tuple[int, DocumentMention], Resolved]:
        return {
            (at, mention): one for at, mention, one in resolved(self._cell, self.papers, self.own)
        }

    def find(self, at: int, mention: DocumentMention) -> Resolved:
        """Return which document a mention means in the document ``at`` that place of the file."""
        return self._resolved[at, mention]

    def facts(self, document: str) -> Mapping[str, Value]:
        """Return a document's properties."""
        found = self._cell.ask(Of.FACTS, document, Facts)
        return found[0].properties if found else {}

    def editions(self) -> list[Edition]:
        """Return the file's documents without what a better edition in another file says."""
        mine = [Edition(self._record, at, one) for at, one in enumerate(self._record.documents)]
        return [self._without_repeats(one) for one in mine]

    def _without_repeats(self, edition: Edition) -> Edition:
        key = self.own[edition.ordinal]
        ranks = {file: at for at, file in reversed([*enumerate(rank(self._cell, key))])}
        if not ranks:
            return edition
        held = self._cell.ask_whom(Of.HELD, key, list[Held])
        places = sorted((ranks[file], one.at, file) for file, several in held for one in several)
        each = [self._edition(file, at) for _, at, file in places]
        own = (self._record.file, edition.ordinal)
        return next(one for one in without_repeats(each) if (one.record.file, one.ordinal) == own)

    def _edition(self, file: str, at: int) -> Edition:
        record = (
            self._record if file == self._record.file else self._ground.record(self._cell, file)
        )
        assert record is not None  # it holds the document, says the ledger  # noqa: S101
        return Edition(record, at, record.documents[at])


def rank(cell: Cell, document: str) -> list[str]:
    """Return the files that hold a document, best first; none where it is no file of several."""
    found = cell.ask(Of.RANK, document, list[str])
    return found[0] if found else []


def _tell_shared(cell: Cell, graph: Graph, between: Iterable[Edge]) -> None:
    """Tell what other files may say too: edges ``between`` units, and units, people with their
    facts.
    """
    for edge in between:
        cell.tell_set(Of.EDGE, edge.id, [edge_row(edge)])
    for node in (node for node in graph.nodes if node.label in _SHARED - {"Document"}):
        cell.tell_set(Of.NODE, node.id, [node_row(node)])


def _links(edges: Iterable[Edge], labels: Mapping[str, str]) -> dict[str, list[Link]]:
    """Return document -> its edges to what other files speak of too."""
    links: dict[str, list[Link]] = defaultdict(list)
    for edge in edges:
        if labels[edge.start] == "Document" and labels[edge.end] in _SHARED:
            links[edge.start].append(_link(edge))
    return links


def _tell(ground: Ground, cell: Cell, draft: Draft) -> None:
    """Tell what is the file's own, and what it says of what is shared."""
    graph = _with_documents(draft)
    check(graph)
    weaker = _weaker_of_tasks(graph.edges)
    own = Graph(graph.nodes, tuple(edge for edge in graph.edges if edge.id not in weaker))
    labels = {node.id: node.label for node in graph.nodes}
    private = [edge for edge in own.edges if labels[edge.start] != "Unit"]
    _tell_shared(cell, graph, [edge for edge in own.edges if labels[edge.start] == "Unit"])
    nodes = [node_row(node) for node in graph.nodes if node.label not in _SHARED]
    issues = [issue for _, issue in graph.issues]
    cell.tell(Of.PIECES, cell.name, Pieces(nodes, [edge_row(edge) for edge in private], issues))
    cell.tell_each(Of.LINK, _links(private, labels))
    works = works_of(own, ground.abbreviations)
    cell.tell_each(Of.WORK, works)
    cell.tell(Of.GIVES, cell.name, sorted(works))
    for document, up in upwards(own).items():
        cell.tell(Of.UP, document, up)


def _with_documents(draft: Draft) -> Graph:
    """Return the draft with a bare node for each document that it speaks of."""
    graph = draft.graph()
    named = {
        end for edge in graph.edges for end in (edge.start, edge.end) if end not in draft.nodes
    }
    documents = (Node("Document", key, {}) for key in named)
    return Graph(
        tuple(sorted((*graph.nodes, *documents), key=lambda node: node.id)),
        graph.edges,
        graph.issues,
    )


def _weaker_of_tasks(edges: Iterable[Edge]) -> frozenset[str]:
    """Return the ids of CITES edges of tasks whose ends a stronger edge joins; those of documents
    many files tell.
    """
    of_tasks = [edge for edge in edges if not edge.start.startswith("doc:")]
    strong = {(edge.start, edge.end) for edge in of_tasks if edge.type in STRONGER}
    return frozenset(
        edge.id for edge in of_tasks if edge.type == "CITES" and (edge.start, edge.end) in strong
    )


def _link(edge: Edge) -> Link:
    facts = edge.properties
    return Link(
        edge.type,
        edge.id,
        edge.end,
        str(facts.get("source") or ""),
        str(facts.get("place") or ""),
        str(facts.get("quote") or ""),
        fold(str(facts.get("part") or "")),
        bool(facts.get("derives")),
        carries_out(edge),
    )


def _tell_ends(cell: Cell, meant: _Meant, draft: Draft) -> None:
    """Tell what a document of the file replaces or repeals as a whole, and from which day."""
    ended: dict[str, list[Ending]] = defaultdict(list)
    for edge in draft.edges.values():
        facts = edge.properties
        if edge.type not in _ENDING or facts.get("planned") or facts.get("extent") != "whole":
            continue
        day = facts.get("effective_on")
        if edge.start.startswith("doc:") and day and not meant.facts(edge.start).get("draft"):
            ended[edge.end].append(Ending(edge.start, str(day)))
    cell.tell_each(Of.ENDED, ended)


def node_row(node: Node) -> NodeRow:
    """Return a node as a row."""
    return node.label, node.id, dict(node.properties)


def edge_row(edge: Edge) -> EdgeRow:
    """Return an edge as a row."""
    return edge.type, edge.id, edge.start, edge.end, dict(edge.properties)
