"""Rows joined (nối việc): what is offered as the same work, less what a reader denied, and what a
reader said.

No node is merged. Only papers that touch one another are compared: a paper that came in costs what
those it touches cost.
"""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, NamedTuple

from luocdo.graph.building.draft import edge_id
from luocdo.graph.building.known import Facts
from luocdo.graph.building.units import UnitFacts
from luocdo.graph.corrections.correction import Correction
from luocdo.graph.growing.step import Cell, Of
from luocdo.graph.joining.proposing import Proposal, proposals, sharing, siblings
from luocdo.graph.joining.responsibility import Responsibility
from luocdo.graph.joining.touching import Upwards
from luocdo.graph.joining.work import Work, earlier_last, ordinal
from luocdo.graph.text import fold

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from luocdo.graph.building.ground import Ground
    from luocdo.graph.records import Value

_CERTAIN = 1.0
_BETWEEN = "\0"
Edged = tuple[str, str, str, str, dict[str, "Value"]]


class _Compared(NamedTuple):
    """Two rows to compare, each by its document and its task, and the relation that they would
    have.
    """

    kind: str
    later: tuple[str, str]
    earlier: tuple[str, str]


@dataclass(frozen=True, slots=True)
class Judged:
    """What a reader says of two rows, ``later`` and ``earlier``, by the ids of their tasks."""

    later: str
    earlier: str
    correction: Correction


def works(ground: Ground, cell: Cell) -> None:
    """Of a document: its rows as they are compared, in the order of the paper; drafts and what
    they give are left out.
    """
    found = [work for several in cell.ask(Of.WORK, cell.name, list[Work]) for work in several]
    for facts in cell.ask(Of.FACTS, cell.name, Facts) if found else ():
        told = facts.properties
        if not told.get("draft"):
            body = frozenset(fold(str(told.get("issuer") or "")).split())
            dated = str(told.get("date") or told.get("year") or "")
            rows = (replace(work, dated=dated, body=body) for work in found)
            cell.tell(
                Of.WORKS, cell.name, sorted(rows, key=lambda work: (ordinal(work), work.task))
            )
    del ground


def touch(ground: Ground, cell: Cell) -> None:
    """Of a document with rows: which it carries out, below which it stands beside others."""
    if not _works(cell, cell.name):
        return
    ways = cell.ask(Of.UP, cell.name, Upwards)
    cell.tell(Of.TOUCH, cell.name, sorted({one for way in ways for one in way.above}))
    for origin in {one for way in ways for one in way.cited} - {cell.name}:
        if not any(cell.ask(Of.NORMATIVE, origin, bool)):
            cell.tell(Of.CHILD, origin, value=True)
    cell.tell(Of.CHILD, cell.name, value=True)
    del ground


def families(ground: Ground, cell: Cell) -> None:
    """Of an origin: rows to compare of the papers below it."""
    papers = [paper for paper, _ in cell.ask_whom(Of.CHILD, cell.name, bool)]
    if len(papers) > 1:
        direct = {(paper, above) for paper in papers for above in _above(cell, paper)}
        pairs = siblings([_works(cell, paper) for paper in papers], direct)
        _tell_pairs(cell, "SAME_AS", pairs)
    del ground


def takings(ground: Ground, cell: Cell) -> None:
    """Of a paper: its rows to compare with those of what it carries out."""
    mine = _works(cell, cell.name) if (above := _above(cell, cell.name)) else []
    _tell_pairs(
        cell, "TAKES_UP", (pair for one in above for pair in sharing(mine, _works(cell, one)))
    )
    del ground


def judged(ground: Ground, cell: Cell) -> None:
    """Of a file: what readers said of rows of it and of another."""
    found: dict[str, list[Judged]] = defaultdict(list)
    for several in cell.ask(Of.SAID, cell.name, list[Correction]):
        for said in several:
            if said.kind in ("same", "not_same"):
                one = _row(_rows(cell, said.file), said.place, said.quote)
                other = _row(_rows(cell, said.other_file), said.other_place, said.other_quote)
                if one is not None and other is not None and one.task != other.task:
                    later, earlier = earlier_last(one, other)
                    found[_pair(one, other)].append(Judged(later.task, earlier.task, said))
    cell.tell_each(Of.JUDGED, found)
    del ground


def lay(ground: Ground, cell: Cell) -> None:
    """Of two papers: the edges between their rows."""
    papers = sorted(set(cell.name.split(_BETWEEN)))
    every = [work for paper in papers for work in _works(cell, paper)]
    rows = {work.task: work for work in every}
    printed = {
        (work.document, work.task): work for work in every
    }  # one row may be given by a paper and retold by another
    last = _last_said(cell, rows)
    told = {one for several in cell.ask(Of.PAIR, cell.name, list[_Compared]) for one in several}
    pairs = [(kind, printed[one], printed[other]) for kind, one, other in sorted(told)]
    offered = proposals(pairs, every, Responsibility(_Units(ground, cell))) if pairs else []
    edges = [
        _offered(one)
        for one in offered
        if frozenset((one.later.task, one.earlier.task)) not in last
    ]
    edges += [
        _said_to_be_one(cell, rows, one) for one in last.values() if one.correction.kind == "same"
    ]
    if edges:
        cell.tell(Of.LAID, cell.name, sorted(edges, key=lambda edge: edge[1]))


def _last_said(cell: Cell, rows: Mapping[str, Work]) -> dict[frozenset[str], Judged]:
    """Return what readers said last of each two rows of the papers."""
    said = [one for several in cell.ask(Of.JUDGED, cell.name, list[Judged]) for one in several]
    said.sort(key=lambda one: (one.correction.at, one.correction.id))
    return {
        frozenset((one.later, one.earlier)): one
        for one in said
        if {one.later, one.earlier} <= rows.keys()
    }


def _said_to_be_one(cell: Cell, rows: Mapping[str, Work], one: Judged) -> Edged:
    """Return the edge between two rows of which a reader said that they are one work."""
    later, earlier = rows[one.later], rows[one.earlier]
    kind = "TAKES_UP" if earlier.document in _above(cell, later.document) else "SAME_AS"
    return _by_a_reader(kind, later, earlier, one.correction)


class _Units:
    """Units as papers name them, else as the registry has them."""

    def __init__(self, ground: Ground, cell: Cell) -> None:
        self._ground, self._cell = ground, cell

    def kind(self, unit: str) -> str:
        """Return what kind of body it is; "" where that is not known."""
        return next((kind for kind, _ in self._facts(unit) if kind), "")

    def above(self, unit: str) -> list[str]:
        """Return the bodies that it is part of."""
        return sorted({parent for _, parent in self._facts(unit) if parent})

    def later(self, unit: str) -> list[str]:
        """Return who took over from it."""
        return [one.new.id for one in self._ground.later.get(unit, ())]

    def _facts(self, unit: str) -> list[UnitFacts]:
        if (entry := self._ground.unit(unit)) is not None:
            return [UnitFacts(entry.kind, entry.parent)]
        return self._cell.ask_set(Of.UNIT, unit, UnitFacts)


def _works(cell: Cell, document: str) -> list[Work]:
    found = cell.ask(Of.WORKS, document, list[Work])
    return found[0] if found else []


def _above(cell: Cell, document: str) -> list[str]:
    found = cell.ask(Of.TOUCH, document, list[str])
    return found[0] if found else []


def _rows(cell: Cell, file: str) -> list[Work]:
    documents = cell.ask(Of.GIVES, file, list[str])
    return [
        work
        for several in documents
        for one in several
        for work in _works(cell, one)
        if work.file == file
    ]


def _row(mine: list[Work], place: str, quote: str) -> Work | None:
    """Return the row a reader spoke of; its words count where the place is not its own."""
    words = fold(quote)
    for found in (
        [work for work in mine if work.place == place and fold(work.text) == words],
        [work for work in mine if work.place == place],
        [work for work in mine if words and fold(work.text) == words],
    ):
        if len(found) == 1:
            return found[0]
    return None


def _pair(one: Work, other: Work) -> str:
    """Return what two rows' papers are known by together."""
    return _BETWEEN.join(sorted((one.document, other.document)))


def _tell_pairs(cell: Cell, kind: str, pairs: Iterable[tuple[Work, Work]]) -> None:
    found: dict[str, list[_Compared]] = defaultdict(list)
    for one, other in pairs:
        found[_pair(one, other)].append(
            _Compared(kind, (one.document, one.task), (other.document, other.task))
        )
    cell.tell_each(Of.PAIR, found)


def _offered(one: Proposal) -> Edged:
    facts: dict[str, Value] = {"score": one.score, "reasons": "; ".join(one.reasons)}
    return _edge(one.kind, one.later, one.earlier, facts, "inferred")


def _by_a_reader(kind: str, later: Work, earlier: Work, said: Correction) -> Edged:
    reason = f"{said.by}, {said.at[:10]}" + (f": {said.why}" if said.why else "")
    return _edge(kind, later, earlier, {"score": _CERTAIN, "reasons": reason}, "corrected")


def _edge(kind: str, later: Work, earlier: Work, facts: dict[str, Value], reading: str) -> Edged:
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
    return kind, key, later.task, earlier.task, {**facts, **proof}
