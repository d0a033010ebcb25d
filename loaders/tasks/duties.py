"""Duties of body clauses (trách nhiệm trong thân văn bản): who is to do what, with whom, reporting
to whom, by when.

Whoever is responsible or has to report is the lead. The actor stands in the sentence, in the
heading above it ("2. Cục Công nghệ thông tin"), or in "Kính gửi" of a letter. Purposes, goals and
statements of fact are no duties.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from luocdo.graph.records import (
    AllocationRecord,
    Issue,
    TargetRecord,
    TaskRecord,
)
from luocdo.loaders.advance import counted
from luocdo.loaders.figures.body_targets import read_body_targets
from luocdo.loaders.figures.money import read_money
from luocdo.loaders.tasks.audit import unread_duties
from luocdo.loaders.tasks.clause_duties import ClauseDuties
from luocdo.loaders.tasks.labelled import completed, fields_by_item, is_told_again, labelled_tasks
from luocdo.loaders.text.clauses import Clause, read_clauses
from luocdo.loaders.text.page import Span

if TYPE_CHECKING:
    from collections.abc import Iterator

    from luocdo.loaders.context import ReadingContext
    from luocdo.loaders.tasks.fields import Field
    from luocdo.loaders.tasks.labelled import Labelled

_PARAGRAPH = re.compile(r"\n[ \t]*\n|[.;:][ \t]*\n")


@dataclass(frozen=True, slots=True)
class DutyReading:
    """What the body clauses mandate: tasks, targets, sums, and what could not be read."""

    tasks: tuple[TaskRecord, ...] = ()
    targets: tuple[TargetRecord, ...] = ()
    allocations: tuple[AllocationRecord, ...] = ()
    issues: tuple[Issue, ...] = ()


def read_duties(context: ReadingContext) -> DutyReading:
    """Read the clauses of the document's body and of the programmes attached to it."""
    clauses = tuple(
        clause for zone in _zones(context) for clause in read_clauses(context.page, zone)
    )
    reader = ClauseDuties(context, clauses)
    bound = tuple(clause for clause in clauses if not reader.places.is_excluded(clause))
    labelled = tuple(labelled_tasks(context, bound, reader.actors))
    tasks = _tasks_of(context, reader, clauses, labelled, fields_by_item(context, bound))
    targets, money = tuple(read_body_targets(context, clauses)), read_money(context, bound)
    quotes = [one.evidence for one in tasks] + [
        one.evidence for task in tasks for one in task.relations
    ]
    quotes += [one.evidence for one in targets] + [one.evidence for one in money.allocations]
    facts = [Span(quote.from_char, quote.to_char) for quote in quotes]
    told = tuple(one for one in bound if not reader.addresses(one))
    unread = unread_duties(context, told, facts, reader.places.begins_with_unit)
    return DutyReading(tuple(tasks), targets, money.allocations, (*money.issues, *unread))


def _tasks_of(
    context: ReadingContext,
    reader: ClauseDuties,
    clauses: tuple[Clause, ...],
    labelled: tuple[Labelled, ...],
    fields: dict[Clause, list[Field]],
) -> list[TaskRecord]:
    """Return the tasks of all clauses, those that are told by fields last; an item gets what its
    fields say.
    """
    told = {clause for one in labelled for clause in one.clauses}
    items = {one.item: one.task for one in labelled}
    tasks: list[TaskRecord] = []
    for clause in counted("đoạn", tuple(one for one in clauses if one not in told)):
        own = list(reader.clause(clause))
        if clause in items:
            tasks += [task for task in own if not is_told_again(context, task, items[clause])]
        else:
            tasks += completed(context, own, fields.get(clause, ()))
    return [*tasks, *items.values()]


def _zones(context: ReadingContext) -> Iterator[Span]:
    letter = context.header.kind == "Công văn"
    start = context.part.preamble.start if letter else _opener(context)
    yield Span(start, context.part.body.end)
    for annex in context.part.annexes:
        if not annex.label.startswith("Phụ lục"):
            yield annex.span


def _opener(context: ReadingContext) -> int:
    """Return where the paragraph right before the body begins if it opens it ("… yêu cầu Giám đốc
    các sở:").
    """
    flat, body = context.page.flat, context.part.body.start
    if not flat[context.part.title.start : body].rstrip(" \n*_").endswith(":"):
        return body
    hits = list(_PARAGRAPH.finditer(flat, context.part.title.start, len(flat[:body].rstrip())))
    return hits[-1].end() if hits else body
