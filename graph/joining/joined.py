"""The graph with its rows joined (đồ thị đã nối việc): what is offered, less what a reader denied, and what a reader said."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from luocdo.graph.building.draft import edge_id
from luocdo.graph.joining.proposing import Proposal, proposals
from luocdo.graph.joining.touching import touching
from luocdo.graph.joining.work import Work, earlier_last, rows, works_of
from luocdo.graph.model import Edge, Graph
from luocdo.graph.text import fold

if TYPE_CHECKING:
    from luocdo.graph.corrections.correction import Correction
    from luocdo.graph.records import Value

_CERTAIN = 1.0


@dataclass(frozen=True, slots=True)
class _Said:
    """What a reader says of two rows."""

    same: bool
    pair: tuple[Work, Work]
    correction: Correction


def joined(graph: Graph, corrections: Iterable[Correction], abbreviations: Mapping[str, str]) -> Graph:
    """Return ``graph`` with TAKES_UP and SAME_AS edges; no node is merged."""
    works = works_of(graph, abbreviations)
    said = {_key(*one.pair): one for one in _said(works, corrections)}
    touch = touching(graph, works)
    edges = [_offered(one) for one in proposals(graph, works, touch) if _key(one.later, one.earlier) not in said]
    edges += [_by_a_reader(one, touch.above) for one in said.values() if one.same]
    return replace(graph, edges=tuple(sorted((*graph.edges, *edges), key=lambda edge: edge.id)))


def _key(one: Work, other: Work) -> frozenset[str]:
    return frozenset((one.task, other.task))


def _said(works: Mapping[str, tuple[Work, ...]], corrections: Iterable[Correction]) -> Iterator[_Said]:
    pairs = sorted((one for one in corrections if one.kind in ("same", "not_same")), key=lambda one: (one.at, one.id))
    for correction in pairs:
        one = _row(works, correction.file, correction.place, correction.quote)
        other = _row(works, correction.other_file, correction.other_place, correction.other_quote)
        if one is not None and other is not None and one.task != other.task:
            yield _Said(correction.kind == "same", earlier_last(one, other), correction)


def _row(works: Mapping[str, tuple[Work, ...]], file: str, place: str, quote: str) -> Work | None:
    """Return the row a reader spoke of; its words count where the place is not its own."""
    mine = [work for work in rows(works) if work.file == file]
    words = fold(quote)
    for found in (
        [work for work in mine if work.place == place and fold(work.text) == words],
        [work for work in mine if work.place == place],
        [work for work in mine if words and fold(work.text) == words],
    ):
        if len(found) == 1:
            return found[0]
    return None


def _offered(one: Proposal) -> Edge:
    return _edge(one.kind, one.later, one.earlier, {"score": one.score, "reasons": "; ".join(one.reasons)}, "inferred")


def _by_a_reader(one: _Said, above: Mapping[str, frozenset[str]]) -> Edge:
    later, earlier = one.pair
    kind = "TAKES_UP" if earlier.document in above.get(later.document, frozenset()) else "SAME_AS"
    reason = f"{one.correction.by}, {one.correction.at[:10]}" + (
        f": {one.correction.why}" if one.correction.why else ""
    )
    return _edge(kind, later, earlier, {"score": _CERTAIN, "reasons": reason}, "corrected")


def _edge(kind: str, later: Work, earlier: Work, facts: Mapping[str, Value], reading: str) -> Edge:
    proof: dict[str, Value] = {
        "reading": reading,
        "source": later.file,
        "place": later.place,
        "quote": later.text,
        "other_source": earlier.file,
        "other_place": earlier.place,
        "other_quote": earlier.text,
    }
    key = edge_id(kind, later.task, earlier.task, "", "")
    return Edge(kind, key, later.task, earlier.task, {**facts, **proof})
