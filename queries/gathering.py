"""From ids of leaves to whole assignments (phân công): document, row, roles, time limits,
products, successors.
"""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from luocdo.graph.answers import Assignment, Block, Note, Role, TimeLimit
from luocdo.queries.as_of import left_later, until
from luocdo.queries.describe import short_name
from luocdo.queries.force import changes_to, ending
from luocdo.queries.holding import roles_of
from luocdo.queries.progress import News, reported, state_of
from luocdo.queries.retold import with_reports
from luocdo.queries.runner import run_in_pieces
from luocdo.queries.task_rows import AssignmentBasesRow, AssignmentProductsRow, AssignmentsRow

if TYPE_CHECKING:
    import datetime
    from collections.abc import Collection, Iterable, Mapping, Sequence

    from luocdo.graph.stores.base import Store
    from luocdo.queries.force import Change
    from luocdo.queries.nodes import DeadlineNode, Link

_FAR = "9999"


@dataclass(frozen=True, slots=True)
class Via:
    """Through what an assignment came into the answer."""

    block: Block
    name: str = ""
    relation: str = ""
    quote: str = ""
    source: str = ""
    reading: str = "stated"


@dataclass(frozen=True, slots=True)
class Basis:
    """A document that an assignment rests on: ``own`` where the row itself names it."""

    key: str
    name: str
    relation: str
    own: bool


def gather(store: Store, vias: dict[str, Via], as_of: datetime.date) -> tuple[Assignment, ...]:
    """Return the assignments of the leaves in ``vias``, in the order of document and place."""
    if not vias:
        return ()
    leaves = sorted(vias)
    bases = _bases(store, leaves)
    vias = vias | _resting(bases, {leaf: via for leaf, via in vias.items() if not via.name})
    standing = _standing(store, bases, as_of)
    roles = roles_of(store, leaves, as_of)
    products = _products(store, leaves)
    rows: dict[str, list[AssignmentsRow]] = defaultdict(list)
    for row in run_in_pieces(store, AssignmentsRow, "leaves", leaves):
        rows[row.leaf.id].append(row)
    found = [
        replace(
            _assignment(rows[leaf], vias[leaf], roles[leaf], products[leaf], as_of),
            standing=standing.get(leaf, ""),
        )
        for leaf in leaves
        if rows[leaf]
    ]
    return tuple(
        sorted(
            with_reports(store, found, as_of),
            key=lambda one: (
                one.document_date or "9999",
                one.document_id,
                one.ordinal,
                _natural(one.leaf),
            ),
        )
    )


def _assignment(
    rows: Sequence[AssignmentsRow],
    via: Via,
    roles: Sequence[Role],
    products: Sequence[str],
    as_of: datetime.date,
) -> Assignment:
    leaf, top, document, mandate = rows[0][:4]
    news = News(leaf.state or top.state, document.day_or_year)
    progress = leaf.progress or top.progress or news.state
    until = document.period_end
    limits = {
        row.deadline.id: _limit(row.deadline, row.due, news, as_of, until)
        for row in rows
        if row.deadline
    }
    return Assignment(
        leaf=leaf.id,
        top=top.id,
        ordinal=top.ordinal,
        reported=None if limits else reported(news),
        period_end=document.period_end,
        code=leaf.code or top.code,
        place=leaf.place,
        text=leaf.text,
        top_text=top.text,
        origin=top.origin,
        force=leaf.force,
        section=leaf.section or top.section,
        progress=progress,
        result=leaf.result or top.result,
        document_id=document.id,
        document=document.name,
        short=short_name(document),
        document_date=document.day_or_year,
        draft=document.draft,
        source=mandate.source,
        quote=mandate.quote,
        roles=tuple(roles),
        limits=tuple(limits.values()),
        products=tuple(products),
        block=_block(via, top.origin, draft=document.draft),
        via=via.name,
        via_relation=via.relation,
        via_quote=via.quote,
        via_source=via.source,
        reading=_reading(via, mandate),
    )


def _reading(via: Via, mandate: Link) -> str:
    """Return how the row is known: a mandate that another document retells is inferred (giao lại,
    suy ra).
    """
    return (
        mandate.reading
        if mandate.reading == "inferred" and via.reading == "stated"
        else via.reading
    )


def _block(via: Via, origin: str, *, draft: bool) -> Block:
    if draft:
        return "draft"
    return "duties" if origin == "body" and via.block not in ("words", "inherited") else via.block


def issued_until(
    found: Iterable[Assignment], as_of: datetime.date
) -> tuple[tuple[Assignment, ...], tuple[Note, ...]]:
    """Leave out what documents issued after ``as_of`` give, and say how much that is; one without
    a full date stays.
    """
    kept, later = until(found, lambda one: one.document_date, as_of)
    papers = len({one.document_id for one in later})
    return tuple(kept), left_later(len(later), f"phân công của {papers} văn bản", as_of)


def nearest_first(one: Assignment, as_of: datetime.date) -> tuple[bool, str, str, int]:
    """Order: what is still open by its last day, then what has none, then what is past."""
    end = (one.limit.end_date if one.limit else "") or _FAR
    return (end < as_of.isoformat(), end, one.document_id, one.ordinal)


def _bases(store: Store, leaves: list[str]) -> dict[str, dict[str, Basis]]:
    """Return on which documents leaves rest: what the row names, else what its document carries
    out or rests on.
    """
    found: dict[str, dict[str, Basis]] = defaultdict(dict)
    for row in run_in_pieces(store, AssignmentBasesRow, "leaves", leaves):
        own = bool(row.own_id)
        if own or row.carried_out or row.derives:
            relation = "IMPLEMENTS" if row.carried_out and not own else "BASED_ON"
            key, name = (row.own_id, row.own) if own else (row.above_id, row.above)
            basis = Basis(key, name, relation, own=own)
            kept = found[row.leaf_id]
            kept[basis.key] = basis if relation == "IMPLEMENTS" else kept.get(basis.key, basis)
    return found


def _resting(bases: dict[str, dict[str, Basis]], vias: dict[str, Via]) -> dict[str, Via]:
    """Say on which documents the leaves rest that came by no document."""
    found: dict[str, Via] = {}
    for leaf, via in vias.items():
        named = [
            one for one in bases.get(leaf, {}).values() if one.own or one.relation == "IMPLEMENTS"
        ]
        if named:
            names = dict.fromkeys(one.name for one in named)
            found[leaf] = replace(via, name="; ".join(names), relation=named[0].relation)
    return found


def _standing(
    store: Store, bases: dict[str, dict[str, Basis]], as_of: datetime.date
) -> dict[str, str]:
    """Say of each leaf which of its bases were ended, by what and since when, and which remain."""
    changes = changes_to(store, {key for found in bases.values() for key in found}, as_of)
    ended = {key: over for key, found in changes.items() if (over := ending(found, as_of))}
    return {
        leaf: words
        for leaf, found in bases.items()
        if (words := _ended_words(found.values(), ended))
    }


def _ended_words(bases: Collection[Basis], ended: Mapping[str, Change]) -> str:
    """Say which bases of one assignment were ended and which remain; empty where all stand."""
    gone = "; ".join(f"{one.name}: {ended[one.key].words}" for one in bases if one.key in ended)
    left = ", ".join(one.name for one in bases if one.key not in ended)
    if not gone:
        return ""
    return f"{gone}; còn {left}" if left else f"{gone}; không còn căn cứ nào"


def _limit(
    deadline: DeadlineNode, due: Link, news: News, as_of: datetime.date, until: str
) -> TimeLimit:
    return TimeLimit(
        text=deadline.text,
        kind=deadline.kind,
        start_date=deadline.start_date,
        end_date=deadline.end_date,
        exclusive=deadline.exclusive,
        recurrence=deadline.recurrence,
        reading=due.reading,
        state=state_of(
            deadline.kind,
            deadline.end_date,
            news,
            as_of,
            exclusive=deadline.exclusive,
            until=until,
        ),
    )


def _products(store: Store, leaves: list[str]) -> dict[str, list[str]]:
    products: dict[str, list[str]] = defaultdict(list)
    for row in run_in_pieces(store, AssignmentProductsRow, "leaves", leaves):
        products[row.leaf_id].append(row.text)
    return products


def _natural(words: str) -> tuple[object, ...]:
    pieces: list[tuple[int, int | str]] = []
    number = ""
    for character in words + " ":
        if character.isdigit():
            number += character
            continue
        if number:
            pieces.append((0, int(number)))
            number = ""
        pieces.append((1, character))
    return tuple(pieces)
