"""The graph out of the ledger (gom đồ thị): what was told of each node and edge, put together."""

from __future__ import annotations

from typing import TYPE_CHECKING

import msgspec

from luocdo.graph.building.pieces import EdgeRow, NodeRow, Pieces, node_row
from luocdo.graph.growing.step import Of
from luocdo.graph.model import Edge, Graph, Node
from luocdo.graph.records import Issue, Value
from luocdo.graph.stores.growth import Difference, label_of
from luocdo.graph.stores.rows import remarks

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Mapping

    from luocdo.graph.growing.ledger import Key, Ledger
    from luocdo.graph.stores.growth import Telling

_pieces = msgspec.msgpack.Decoder(Pieces).decode
_node = msgspec.msgpack.Decoder(NodeRow).decode
_edge = msgspec.msgpack.Decoder(EdgeRow).decode
_edges = msgspec.msgpack.Decoder(list[EdgeRow]).decode
_ids = msgspec.msgpack.Decoder(list[str]).decode
_values = msgspec.msgpack.Decoder(list[bytes]).decode
_issue = msgspec.msgpack.Decoder(tuple[str, Issue]).decode


class Told:
    """The graph that a ledger tells, piece by piece: nothing as large as the graph is held, and it
    may be gone over again.
    """

    def __init__(self, ledger: Ledger) -> None:
        """Gather from ``ledger``."""
        self._ledger = ledger

    @property
    def nodes(self) -> Iterator[Node]:
        """Yield the nodes, in no order."""
        for key in self._ledger.counted_keys(Of.NODE):
            yield Node(*shared_node(self._ledger, key))
        for _, own in self._files():
            yield from (Node(*row) for row in own.nodes)

    @property
    def edges(self) -> Iterator[Edge]:
        """Yield the edges, in no order."""
        for key in self._ledger.counted_keys(Of.EDGE):
            yield Edge(*_edge(self._ledger.counts(Of.EDGE, key)[0].value))
        for _, own in self._files():
            yield from (Edge(*row) for row in own.edges)
        for pair in self._ledger.keys(Of.LAID):
            yield from (Edge(*row) for row in _edges(_one(self._ledger, Of.LAID, pair) or b""))

    @property
    def issues(self) -> Iterator[tuple[str, Issue]]:
        """Yield what could not be read, with its file, in no order."""
        for key in self._ledger.counted_keys(Of.ISSUE):
            yield from (_issue(one.value) for one in self._ledger.counts(Of.ISSUE, key))
        for file, own in self._files():
            yield from ((file, issue) for issue in own.issues)

    def _files(self) -> Iterator[tuple[str, Pieces]]:
        for file in self._ledger.keys(Of.PIECES):
            yield file, _file_now(self._ledger, file)


def in_order(told: Telling) -> Graph:
    """Return the graph that is told, all of it at once."""
    return Graph(
        tuple(sorted(told.nodes, key=lambda node: node.id)),
        tuple(sorted(told.edges, key=lambda edge: edge.id)),
        tuple(sorted(told.issues, key=_by_file)),
    )


def difference(ledger: Ledger, changed: Mapping[Key, bytes | None]) -> Difference:
    """Return how the graph differs that a ledger tells, of whose keys some have ``changed``, each
    with what was told before.
    """
    found = _Found()
    for (relation, key), old in changed.items():
        if differs := _DIFFERING.get(relation):
            differs(ledger, key, old, found)
    for file in {key for relation, key in changed if relation in (Of.PIECES, Of.NEEDLESS)}:
        was, pieces = _file_before(ledger, changed, file), _file_now(ledger, file)
        found.nodes(was.nodes, pieces.nodes)
        found.edges(was.edges, pieces.edges)
        found.issues([(file, one) for one in was.issues], [(file, one) for one in pieces.issues])
    return found.difference()


def _joins_differ(ledger: Ledger, key: str, old: bytes | None, found: _Found) -> None:
    now = _one(ledger, Of.LAID, key)
    found.edges(_edges(old) if old else [], _edges(now) if now else [])


def _issues_differ(ledger: Ledger, key: str, old: bytes | None, found: _Found) -> None:
    found.issues(_told_issues(old), [_issue(one.value) for one in ledger.counts(Of.ISSUE, key)])


class _Found:
    """Rows before and now, by id; a thing may pass from one teller to another."""

    def __init__(self) -> None:
        self._nodes: tuple[dict[str, NodeRow], dict[str, NodeRow]] = ({}, {})
        self._edges: tuple[dict[str, EdgeRow], dict[str, EdgeRow]] = ({}, {})

    def nodes(self, old: Iterable[NodeRow], new: Iterable[NodeRow]) -> None:
        """Note nodes."""
        for kept, rows in zip(self._nodes, (old, new), strict=True):
            kept.update((row[1], row) for row in rows)

    def edges(self, old: Iterable[EdgeRow], new: Iterable[EdgeRow]) -> None:
        """Note edges."""
        for kept, rows in zip(self._edges, (old, new), strict=True):
            kept.update((row[1], row) for row in rows)

    def issues(self, old: Iterable[tuple[str, Issue]], new: Iterable[tuple[str, Issue]]) -> None:
        """Note what could not be read: nodes of the store as well."""
        self.nodes(map(node_row, remarks(old)), map(node_row, remarks(new)))

    def difference(self) -> Difference:
        """Return what differs."""
        (nodes, new_nodes), (edges, new_edges) = self._nodes, self._edges
        return Difference(
            tuple(Node(*row) for key, row in sorted(new_nodes.items()) if nodes.get(key) != row),
            tuple(Edge(*row) for key, row in sorted(new_edges.items()) if edges.get(key) != row),
            tuple((row[0], key) for key, row in sorted(nodes.items()) if key not in new_nodes),
            tuple(
                (row[0], key, row[2])
                for key, row in sorted(edges.items())
                if new_edges.get(key) != row
            ),
        )


def _node_differs(ledger: Ledger, key: str, old: bytes | None, found: _Found) -> None:  # noqa: ARG001 - one of a table
    """Note a node that several tell: what it was before is not known any more, so it is written as
    it is now.
    """
    if ledger.counts(Of.NODE, key):
        found.nodes((), [shared_node(ledger, key)])
    else:
        found.nodes([(label_of(key), key, {})], ())


def _edge_differs(ledger: Ledger, key: str, old: bytes | None, found: _Found) -> None:
    now = [_edge(one.value) for one in ledger.counts(Of.EDGE, key)[:1]]
    found.edges([_edge(value) for value in _values(old)[:1]] if old else [], now)


_DIFFERING: dict[int, Callable[[Ledger, str, bytes | None, _Found], None]] = {
    Of.NODE: _node_differs,
    Of.EDGE: _edge_differs,
    Of.LAID: _joins_differ,
    Of.ISSUE: _issues_differ,
}


def _told_issues(old: bytes | None) -> list[tuple[str, Issue]]:
    return [_issue(value) for value in _values(old)] if old else []


def _one(ledger: Ledger, relation: Of, key: str) -> bytes | None:
    return next((one.value for one in ledger.first(relation, key)), None)


def _file_before(ledger: Ledger, changed: Mapping[Key, bytes | None], file: str) -> Pieces:
    told, needless = (
        changed[relation, file] if (relation, file) in changed else _one(ledger, relation, file)
        for relation in (Of.PIECES, Of.NEEDLESS)
    )
    return _of_file(told, needless)


def _file_now(ledger: Ledger, file: str) -> Pieces:
    return _of_file(_one(ledger, Of.PIECES, file), _one(ledger, Of.NEEDLESS, file))


def _of_file(told: bytes | None, needless: bytes | None) -> Pieces:
    """Return what a file alone tells, without what a stronger edge makes needless."""
    own = _pieces(told) if told else Pieces([], [], [])
    dropped = frozenset(_ids(needless)) if needless else frozenset()
    return Pieces(own.nodes, [row for row in own.edges if row[1] not in dropped], own.issues)


def shared_node(ledger: Ledger, key: str) -> NodeRow:
    """Return one node of what several files tell of it: the longest statement goes first, what it
    lacks is filled in.
    """
    told = sorted(
        (one.value for one in ledger.counts(Of.NODE, key)), key=lambda value: (-len(value), value)
    )
    (label, _, facts), *others = (_node(value) for value in told)
    aliases = [alias for _, _, more in ((label, key, facts), *others) for alias in _aliases(more)]
    for _, _, more in others:
        facts = {**more, **facts}
    if len(told) > 1 and aliases:
        facts["aliases_fold"] = "|".join(dict.fromkeys(aliases))
    return label, key, facts


def _aliases(facts: dict[str, Value]) -> list[str]:
    """Return the names under which a unit can be found besides its own."""
    return [alias for alias in str(facts.get("aliases_fold") or "").split("|") if alias]


def _by_file(one: tuple[str, Issue]) -> tuple[str, str, str, str, str]:
    file, issue = one
    return file, issue.kind, issue.place, issue.message, str(issue.from_char)
