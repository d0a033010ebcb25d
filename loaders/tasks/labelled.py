"""Tasks whose roles stand as labelled lines below them (nhiệm vụ có dòng phân công): "Cơ quan chủ trì: …", "Thời gian: …".

Plans that have no table print one item per task and under it lines such as "Đơn vị chủ trì", "Đơn vị phối hợp", "Thời
gian thực hiện", "Kết quả". The item is the task; a line that only groups others ("b) Cơ quan thực hiện:") is none.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from luocdo.graph.records import DeadlineRecord, Relation, TaskRecord, UnitMention
from luocdo.graph.units.grammar import starts_with_head
from luocdo.graph.units.resolving import split_units
from luocdo.loaders.limits import read_cell
from luocdo.loaders.relations.relations import task_relations
from luocdo.loaders.tasks.deliverables import read_deliverables
from luocdo.loaders.tasks.fields import DUE, PRODUCES, ROLES, Field, begins_with_label, fields_of
from luocdo.loaders.text.bare import bare
from luocdo.loaders.text.page import Span
from luocdo.loaders.times.known_year import KnownYear

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from luocdo.loaders.context import ReadingContext
    from luocdo.loaders.text.clauses import Clause

# What procedures say of themselves (thủ tục hành chính); they are no tasks.
_PROCEDURE = re.compile(r"(?i)thu\s+tuc\s+hanh\s+chinh|\bTTHC\b|le\s+phi|thanh\s+phan\s+ho\s+so")
_LONGEST = 2000


@dataclass(frozen=True, slots=True)
class Labelled:
    """A task and the ``clauses`` that hold its fields, which say nothing else."""

    task: TaskRecord
    clauses: frozenset[Clause]


def labelled_tasks(context: ReadingContext, clauses: Sequence[Clause]) -> Iterator[Labelled]:
    """Yield a task for each item of ``clauses`` with a field that names who leads it."""
    text = bare(context.page.flat)
    if _PROCEDURE.search(bare(context.header.title or "")):
        return
    items: dict[Clause, list[Field]] = {}
    for clause in clauses:
        found = fields_of(text, clause)
        item = _item(text, clause) if found else None
        if item:
            items.setdefault(item, []).extend(found)
    for item, fields in items.items():
        roles = [role for one in fields if one.kind in ROLES for role in _roles(context, one)]
        if any(role.type == "LED_BY" for role in roles):
            task = _task(context, clauses, item, fields, tuple(roles))
            yield Labelled(task, frozenset(one.clause for one in fields))


def _item(text: str, clause: Clause) -> Clause | None:
    """Return the clause itself where its fields stand behind its words, else the nearest one above that is no field."""
    return next((one for one in (clause, *reversed(clause.above)) if not begins_with_label(text, one.span.start)), None)


def _roles(context: ReadingContext, one: Field) -> Iterator[Relation]:
    value = context.page.trim(Span(one.at, one.end))
    printed = context.page.flat[value.start : value.end].rstrip(" .;")
    if not value or not starts_with_head(" ".join(printed.split())):
        return
    for piece in split_units(printed, context.resolver, context.units):
        name = Span(value.start + piece.start, value.start + piece.end)
        evidence = context.page.evidence(one.clause.place, one.clause.span, printed=name)
        yield Relation(
            type=one.kind,
            target=UnitMention(as_printed=context.page.text(name), name=piece.name),
            evidence=evidence,
            properties={"heading": _heading(context, one)},
        )


def _task(
    context: ReadingContext,
    clauses: Sequence[Clause],
    item: Clause,
    fields: list[Field],
    roles: tuple[Relation, ...],
) -> TaskRecord:
    first = min(one.start for one in fields)
    own = [one for one in clauses if item.span.start <= one.span.start < first and _is_own(context, one)]
    end = min(first, max((one.span.end for one in own), default=first), item.span.start + _LONGEST)
    span = context.page.trim(Span(item.span.start, end))
    products = tuple(
        product
        for one in fields
        if one.kind == PRODUCES
        for product in read_deliverables(context.page, (_value(context, one),), one.clause.place)
    )
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
        deliverables=products,
    )


def _value(context: ReadingContext, one: Field) -> Span:
    value = context.page.trim(Span(one.at, one.end))
    printed = context.page.flat[value.start : value.end]
    return Span(value.start, value.start + len(printed.rstrip(" .;")))


def _heading(context: ReadingContext, one: Field) -> str:
    return context.page.text(Span(one.start, one.at)).strip(" :-+*(;.,")


def _limits(context: ReadingContext, one: Field) -> tuple[DeadlineRecord, ...]:
    value, heading = _value(context, one), _heading(context, one)
    return read_cell(context.page, [value], one.clause.place, heading, known=KnownYear.of(context.header))


def _is_own(context: ReadingContext, clause: Clause) -> bool:
    return not begins_with_label(bare(context.page.flat[clause.span.start : clause.span.end]), 0)
