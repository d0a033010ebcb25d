"""What several files tell of one thing (nhiều tệp cùng nói): collectives and members, successions,
repeated edges, rings.
"""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING

from luocdo.graph.building.draft import Draft
from luocdo.graph.building.known import Facts, tell_issue
from luocdo.graph.building.pieces import STRONGER, Ending, Link, edge_row, node_row, rank
from luocdo.graph.building.units import Standing, UnitBuilder, UnitFacts
from luocdo.graph.growing.step import Cell, Of
from luocdo.graph.joining.touching import of_edges
from luocdo.graph.model import Edge, Graph
from luocdo.graph.network import cycles
from luocdo.graph.records import Issue, Value
from luocdo.graph.registry.classes import COMMUNE, is_class_of_communes
from luocdo.graph.schema import DERIVING
from luocdo.graph.units.membership import communes
from luocdo.graph.units.model import UnitContext

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from luocdo.graph.building.ground import Ground

Resting = tuple[str, str, str, str, str, str]
"""A deriving edge: its id, its type, its end, the file, the place and the words that prove it."""


def classes(ground: Ground, cell: Cell) -> None:
    """Of a collective: the bodies that it covered on a day on which it was asked, named elsewhere
    or not.

    What all were asked, each was asked: the bodies of a class of the state, and those of a body
    that a class of its own covers.
    """
    standing = cell.ask_set(Of.GROUP, cell.name, Standing)
    if not standing:
        return
    resolver, (first, *_) = ground.afresh(), standing
    days = sorted({one.day for one in standing}, key=str)
    draft = Draft()
    units = UnitBuilder(draft, resolver)
    for day in days:
        for member in resolver.members(first.group, UnitContext(first.body, date=day)):
            units.write(member, UnitContext(None))
            draft.registry_edge("MEMBER_OF", member.id, first.group.id, {"whose": first.body})
        for member in resolver.members_of_the_state(first.group, day):
            units.write(member, UnitContext(None))
            draft.registry_edge("MEMBER_OF", member.id, first.group.id)
    _tell_units(cell, draft, units)


def named_communes(ground: Ground, cell: Cell) -> None:
    """Of a unit that is named: that it is a commune's committee."""
    if COMMUNE.search(cell.name) and cell.ask_set(Of.UNIT, cell.name, UnitFacts):
        for top in ("", cell.name.partition("/")[0]):
            cell.tell_set(Of.COMMUNE, top, [cell.name])
    del ground


def members(ground: Ground, cell: Cell) -> None:
    """Of a collective: which of the units that papers name it covers on whatever day."""
    standing = cell.ask_set(Of.GROUP, cell.name, Standing)
    if not standing:
        return
    group, body = standing[0].group, standing[0].body
    draft = Draft()
    for member in ground.afresh().members(group, UnitContext(body)):
        if cell.ask_set(Of.NAMED, member.id, bool):
            draft.registry_edge("MEMBER_OF", member.id, group.id, {"whose": body})
    province = ground.afresh().province_of(group.parent)
    named = (
        cell.ask_set(Of.COMMUNE, province or "", str) if is_class_of_communes(group.name) else []
    )
    for commune in communes(group, province, named):
        draft.registry_edge("MEMBER_OF", commune, group.id)
    _tell_units(cell, draft, None)


def successions(ground: Ground, cell: Cell) -> None:
    """Of a unit that is named: who took over from it, and from them in turn."""
    if not cell.ask_set(Of.UNIT, cell.name, UnitFacts):
        return
    draft = Draft()
    units = UnitBuilder(draft, ground.afresh())
    todo, done = [cell.name], {cell.name}
    while todo:
        old = todo.pop()
        for one in ground.later.get(old, ()):
            units.write(one.new, UnitContext(None))
            facts: dict[str, Value] = {
                "date": one.date,
                "kind": one.kind,
                "scope": one.scope,
                "by": one.by,
                "reading": one.reading,
            }
            draft.registry_edge("SUCCEEDED_BY", old, one.new.id, facts)
            todo += [] if one.new.id in done else [one.new.id]
            done.add(one.new.id)
    _tell_units(cell, draft, None)


def _tell_units(cell: Cell, draft: Draft, units: UnitBuilder | None) -> None:
    for node in draft.nodes.values():
        cell.tell_set(Of.NODE, node.id, [node_row(node)])
    for edge in draft.edges.values():
        cell.tell_set(Of.EDGE, edge.id, [edge_row(edge)])
    for unit, facts in units.parents.items() if units else ():
        cell.tell_set(Of.UNIT, unit, [facts])


def document(ground: Ground, cell: Cell) -> None:
    """Of a document: its node, with the day on which it ends that another, no draft, replaces or
    repeals as a whole.
    """
    for facts in cell.ask(Of.FACTS, cell.name, Facts):
        days = [
            one.day for several in cell.ask(Of.ENDED, cell.name, list[Ending]) for one in several
        ]
        ends: dict[str, Value] = {"effective_to": min(days)} if days else {}
        cell.tell_set(Of.NODE, cell.name, [("Document", cell.name, ends | facts.properties)])
    del ground


def strongest(ground: Ground, cell: Cell) -> None:
    """Of a document: which edges from it say nothing beside others, where the others lead, what it
    rests on.
    """
    links = [one for several in cell.ask(Of.LINK, cell.name, list[Link]) for one in several]
    weak = _weaker(links) | repeated(links, rank(cell, cell.name))
    dropped: dict[str, list[str]] = defaultdict(list)
    for one in links:
        if one.id in weak:
            dropped[one.source].append(one.id)
    cell.tell_each(Of.DROPPED, dropped)
    left = [one for one in links if one.id not in weak]
    up = of_edges((one.type, one.end, one.carries_out) for one in left)
    if up.above or up.cited:
        cell.tell(Of.UP, cell.name, up)
    rests = [
        (o.id, o.type, o.end, o.source, o.place, o.quote)
        for o in left
        if o.type in DERIVING and o.derives
    ]
    if rests:
        cell.tell(Of.RESTS, cell.name, sorted(rests))
    del ground


def needless(ground: Ground, cell: Cell) -> None:
    """Of a file: which of its edges say nothing beside others."""
    found = sorted(
        {key for several in cell.ask(Of.DROPPED, cell.name, list[str]) for key in several}
    )
    if found:
        cell.tell(Of.NEEDLESS, cell.name, found)
    del ground


def _weaker(links: Iterable[Link]) -> set[str]:
    """Return the ids of CITES edges whose ends a stronger edge joins."""
    strong = {one.end for one in links if one.type in STRONGER}
    return {one.id for one in links if one.type == "CITES" and one.end in strong}


def repeated(links: Iterable[Link], files: Sequence[str]) -> set[str]:
    """Return the ids of edges that a better one of the ``files`` of the same document
    states too.
    """
    best: dict[tuple[str, str, str], tuple[int, str]] = {}
    found: set[str] = set()
    for one in sorted(links, key=lambda link: link.id):
        if one.source not in files:
            continue
        fact, place = (one.type, one.end, one.part), files.index(one.source)
        kept = best.get(fact)
        if kept is None or kept[0] == place:
            best.setdefault(fact, (place, one.id))
        elif place < kept[0]:
            found.add(kept[1])
            best[fact] = (place, one.id)
        else:
            found.add(one.id)
    return found


def rings(ground: Ground, cell: Cell) -> None:
    """Of a document: the ring of documents that rest on one another, if it is the first of one."""
    edges = _below(cell)
    if not any(edge.end == cell.name for edge in edges):
        return
    for ring in cycles(Graph((), tuple(sorted(edges, key=lambda edge: edge.id)))):
        if ring[0].start != cell.name:
            continue
        names = [_name(cell, edge.start) for edge in ring]
        facts = ring[-1].properties
        place, quote = str(facts["place"]), str(facts["quote"])
        way = " → ".join([*names, names[0]])
        tell_issue(
            cell,
            str(facts["source"]),
            Issue(kind="ring_of_bases", message=way, place=place, quote=quote),
        )
    del ground


def _below(cell: Cell) -> list[Edge]:
    """Return all edges on ways down from a document."""
    found: list[Edge] = []
    todo, done = [cell.name], {cell.name}
    while todo:
        start = todo.pop()
        for several in cell.ask(Of.RESTS, start, list[Resting]):
            for key, kind, end, source, place, quote in several:
                proof: dict[str, Value] = {
                    "source": source,
                    "place": place,
                    "quote": quote,
                    "derives": True,
                }
                found.append(Edge(kind, key, start, end, proof))
                todo += [] if end in done else [end]
                done.add(end)
    return found


def _name(cell: Cell, document: str) -> str:
    found = cell.ask(Of.FACTS, document, Facts)
    return str(found[0].properties.get("name") or document) if found else document
