"""Tasks whose roles stand as labelled lines below them (nhiệm vụ có dòng phân công): "Cơ quan chủ
trì: …", "Thời gian: …".

Plans that have no table print one item per task and under it lines such as "Đơn vị chủ trì", "Đơn
vị phối hợp", "Thời gian thực hiện", "Kết quả". The item is the task; a line that only groups
others ("b) Cơ quan thực hiện:") is none.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

import msgspec

from luocdo.graph.records import (
    DeadlineRecord,
    DeliverableRecord,
    Relation,
    TaskRecord,
    UnitMention,
)
from luocdo.graph.units.grammar import starts_with_head
from luocdo.graph.units.model import GROUP
from luocdo.loaders.cell_limits import read_cell
from luocdo.loaders.relations.relations import task_relations
from luocdo.loaders.tasks.deliverables import read_deliverables
from luocdo.loaders.tasks.fields import DUE, PRODUCES, ROLES, Field, begins_with_label, fields_of
from luocdo.loaders.text.bare import bare
from luocdo.loaders.text.page import Span
from luocdo.loaders.times.known_year import KnownYear

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from luocdo.graph.units.model import UnitRef
    from luocdo.graph.units.pieces import UnitPiece
    from luocdo.loaders.context import ReadingContext
    from luocdo.loaders.tasks.actors import ActorFinder
    from luocdo.loaders.text.clauses import Clause

# What procedures say of themselves (thủ tục hành chính); they are no tasks.
_PROCEDURE = re.compile(r"(?i)thu\s+tuc\s+hanh\s+chinh|\bTTHC\b|le\s+phi|thanh\s+phan\s+ho\s+so")
_LONGEST = 2000


@dataclass(frozen=True, slots=True)
class Labelled:
    """A task, the ``item`` that it is, and the ``clauses`` that hold its fields, which say nothing
    else.
    """

    task: TaskRecord
    item: Clause
    clauses: frozenset[Clause]


def labelled_tasks(
    context: ReadingContext, clauses: Sequence[Clause], actors: ActorFinder
) -> Iterator[Labelled]:
    """Yield a task for each item of ``clauses`` whose fields, or whose own words alone, name who
    leads it.
    """
    for item, fields in fields_by_item(context, clauses).items():
        roles = [
            role for one in fields if one.kind in ROLES for role in _roles(context, one, actors)
        ]
        if not any(role.type == "LED_BY" for role in roles):
            roles = [*_leading_alone(context, item, actors), *roles]
        if any(role.type == "LED_BY" for role in roles):
            task = _task(context, clauses, item, fields, tuple(roles))
            yield Labelled(task, item, frozenset(one.clause for one in fields))


def fields_by_item(
    context: ReadingContext, clauses: Sequence[Clause]
) -> dict[Clause, list[Field]]:
    """Return the fields of each item; those of the description of a procedure are no fields of
    tasks.
    """
    items: dict[Clause, list[Field]] = {}
    if _PROCEDURE.search(bare(context.header.title or "")):
        return items
    text = bare(context.page.flat)
    for clause in clauses:
        found = fields_of(text, clause)
        item = _item(text, clause) if found else None
        if item:
            items.setdefault(item, []).extend(found)
    return items


def completed(
    context: ReadingContext, tasks: list[TaskRecord], fields: Sequence[Field]
) -> list[TaskRecord]:
    """Give the tasks of an item's own words what its fields say of them: time limits, of the first
    the products too.
    """
    limits = tuple(limit for one in fields if one.kind == DUE for limit in _limits(context, one))
    dated = [msgspec.structs.replace(one, deadlines=one.deadlines or limits) for one in tasks]
    products = _products(context, fields)
    return [
        *(msgspec.structs.replace(one, deliverables=products) for one in dated[:1]),
        *dated[1:],
    ]


def is_told_again(context: ReadingContext, task: TaskRecord, labelled: TaskRecord) -> bool:
    """Tell a sentence of an item whose fields name who leads it: those told again, or a class, are
    no further duty.
    """
    named = {unit.id for unit in _bound(context, labelled)}
    return all(unit.id in named or unit.kind == GROUP for unit in _bound(context, task))


def _bound(context: ReadingContext, task: TaskRecord) -> list[UnitRef]:
    """Return the units that lead a task or help with it."""
    mentions = [one.target for one in task.relations if one.type in ("LED_BY", "COORDINATED_BY")]
    return [
        context.resolver.resolve(one.name, context.units)
        for one in mentions
        if isinstance(one, UnitMention)
    ]


def _leading_alone(
    context: ReadingContext, item: Clause, actors: ActorFinder
) -> Iterator[Relation]:
    """Yield who leads an item whose words say no more than that: "Giao Sở A chủ trì:" above its
    fields.
    """
    charge = actors.of_sentence(item.span.start, item.span.end)
    if charge is None or not actors.only_leads(Span(charge.does, item.span.end)):
        return
    for piece, name in charge.actor.pieces:
        evidence = context.page.evidence(item.place, item.span, printed=name)
        yield Relation(
            type="LED_BY",
            target=UnitMention(as_printed=context.page.text(name), name=piece.name),
            evidence=evidence,
        )


def _item(text: str, clause: Clause) -> Clause | None:
    """Return the clause itself where its fields stand behind its words, else the nearest one above
    that is no field.
    """
    return next(
        (
            one
            for one in (clause, *reversed(clause.above))
            if not begins_with_label(text, one.span.start)
        ),
        None,
    )


def _roles(context: ReadingContext, one: Field, actors: ActorFinder) -> Iterator[Relation]:
    value = context.page.trim(Span(one.at, one.end))
    printed = context.page.flat[value.start : value.end].rstrip(" .;")
    if not value or not starts_with_head(" ".join(printed.split())):
        return
    for piece, name in _units(
        context, one.kind, Span(value.start, value.start + len(printed)), actors
    ):
        evidence = context.page.evidence(one.clause.place, one.clause.span, printed=name)
        yield Relation(
            type=one.kind,
            target=UnitMention(as_printed=context.page.text(name), name=piece.name),
            evidence=evidence,
            properties={"heading": _heading(context, one)},
        )


def _units(
    context: ReadingContext, kind: str, value: Span, actors: ActorFinder
) -> Iterator[tuple[UnitPiece, Span]]:
    """Yield the units of a value; one that says what each does names who does it: "Sở A rà soát …;
    Sở B thẩm định …".
    """
    sentences = _sentences(context.page.flat, value) if kind == "LED_BY" else ()
    told = [actors.of_sentence(one.start, one.end) for one in sentences]
    if any(charge and not charge.frame.headed and not charge.frame.open for charge in told):
        yield from (one for charge in told if charge for one in charge.actor.pieces)
        return
    for piece in context.units_in(context.page.flat[value.start : value.end]):
        yield piece, Span(value.start + piece.start, value.start + piece.end)


def _sentences(flat: str, value: Span) -> Iterator[Span]:
    start = value.start
    for at in (*(at for at in range(value.start, value.end) if flat[at] == ";"), value.end):
        if flat[start:at].strip():
            yield Span(start, at)
        start = at + 1


def _task(
    context: ReadingContext,
    clauses: Sequence[Clause],
    item: Clause,
    fields: list[Field],
    roles: tuple[Relation, ...],
) -> TaskRecord:
    first = min(one.start for one in fields)
    own = [
        one
        for one in clauses
        if item.span.start <= one.span.start < first and _is_own(context, one)
    ]
    end = min(first, max((one.span.end for one in own), default=first), item.span.start + _LONGEST)
    span = context.page.trim(Span(item.span.start, end))
    deadlines = [limit for one in fields if one.kind == DUE for limit in _limits(context, one)]
    return TaskRecord(
        place=item.place,
        text=context.page.text(span).strip(" .;:"),
        origin="body",
        evidence=context.page.evidence(item.place, span),
        code=item.names[-1] if item.names else None,
        section=context.page.text(item.heading.span)[:200] if item.heading else None,
        relations=(*roles, *task_relations(context, (span,), item.place)),
        deadlines=tuple(deadlines),
        deliverables=_products(context, fields),
    )


def _products(context: ReadingContext, fields: Sequence[Field]) -> tuple[DeliverableRecord, ...]:
    return tuple(
        product
        for one in fields
        if one.kind == PRODUCES
        for product in read_deliverables(context.page, (_value(context, one),), one.clause.place)
    )


def _value(context: ReadingContext, one: Field) -> Span:
    value = context.page.trim(Span(one.at, one.end))
    printed = context.page.flat[value.start : value.end]
    return Span(value.start, value.start + len(printed.rstrip(" .;")))


def _heading(context: ReadingContext, one: Field) -> str:
    return context.page.text(Span(one.start, one.at)).strip(" :-+*(;.,")


def _limits(context: ReadingContext, one: Field) -> tuple[DeadlineRecord, ...]:
    value, heading = _value(context, one), _heading(context, one)
    return read_cell(
        context.page, [value], one.clause.place, heading, known=KnownYear.of(context.header)
    )


def _is_own(context: ReadingContext, clause: Clause) -> bool:
    return not begins_with_label(bare(context.page.flat[clause.span.start : clause.span.end]), 0)
