"""Tasks whose roles stand as labelled lines below them (nhiệm vụ có dòng phân công): "Cơ quan chủ trì: …", "Thời gian: …".

Plans that have no table print one item per task and under it lines such as "Đơn vị chủ trì", "Đơn vị phối hợp", "Thời
gian thực hiện", "Kết quả". The item is the task; a line that only groups others ("b) Cơ quan thực hiện:") is none.
"""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING

from luocdo.graph.records import DeadlineRecord, Relation, TaskRecord, UnitMention
from luocdo.graph.units.grammar import starts_with_head
from luocdo.graph.units.resolving import split_units
from luocdo.graph.vocabulary import Meaning, Scope, alternation
from luocdo.loaders.limits import read_cell
from luocdo.loaders.relations.relations import task_relations
from luocdo.loaders.tasks.deliverables import read_deliverables
from luocdo.loaders.text.bare import bare
from luocdo.loaders.text.page import Span
from luocdo.loaders.times.known_year import KnownYear

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from luocdo.loaders.context import ReadingContext
    from luocdo.loaders.text.clauses import Clause

PRODUCES = "PRODUCES"
_ROLES = ("LED_BY", "COORDINATED_BY", "APPROVED_BY")
_MEANINGS = {
    "LED_BY": Meaning.LABEL_LEAD,
    "COORDINATED_BY": Meaning.LABEL_COORDINATE,
    "APPROVED_BY": Meaning.LABEL_APPROVER,
    "DUE": Meaning.LABEL_TIME,
    PRODUCES: Meaning.LABEL_PRODUCT,
}
# What procedures say of themselves (thủ tục hành chính); they are no tasks.
_PROCEDURE = re.compile(r"(?i)thu\s+tuc\s+hanh\s+chinh|\bTTHC\b|le\s+phi|thanh\s+phan\s+ho\s+so")
_LONGEST = 2000


@cache
def _label() -> re.Pattern[str]:
    """Return the pattern of a label before its colon, in text without accents; the group's name says what it labels."""
    groups = (f"(?P<{name}>{alternation(meaning, Scope.LABEL)})" for name, meaning in _MEANINGS.items())
    return re.compile(rf"(?i)\W*(?:{'|'.join(groups)})\s*:")


def labelled_tasks(context: ReadingContext, clauses: Sequence[Clause]) -> Iterator[TaskRecord]:
    """Yield a task for each item of ``clauses`` with a line that names who leads it."""
    text = bare(context.page.flat)
    if _PROCEDURE.search(bare(context.header.title or "")):
        return
    items: dict[Clause, list[tuple[str, Clause, int]]] = {}
    for clause in clauses:
        label = _label().match(text, clause.span.start, clause.span.end)
        item = _item(text, clause) if label else None
        if label and item:
            items.setdefault(item, []).append((str(label.lastgroup), clause, label.end()))
    for item, lines in items.items():
        roles = [role for kind, clause, at in lines if kind in _ROLES for role in _roles(context, kind, clause, at)]
        if any(role.type == "LED_BY" for role in roles):
            yield _task(context, clauses, item, lines, tuple(roles))


def _item(text: str, clause: Clause) -> Clause | None:
    """Return the nearest clause above that is no label itself."""
    return next((one for one in reversed(clause.above) if not _label().match(text, one.span.start)), None)


def _roles(context: ReadingContext, kind: str, clause: Clause, at: int) -> Iterator[Relation]:
    value = context.page.trim(Span(at, clause.span.end))
    printed = context.page.flat[value.start : value.end].rstrip(" .;")
    if not value or not starts_with_head(" ".join(printed.split())):
        return
    for piece in split_units(printed, context.resolver, context.units):
        name = Span(value.start + piece.start, value.start + piece.end)
        evidence = context.page.evidence(clause.place, clause.span, printed=name)
        yield Relation(
            type=kind,
            target=UnitMention(as_printed=context.page.text(name), name=piece.name),
            evidence=evidence,
            properties={"heading": context.page.text(Span(clause.span.start, at)).strip(" :-")},
        )


def _task(
    context: ReadingContext,
    clauses: Sequence[Clause],
    item: Clause,
    lines: list[tuple[str, Clause, int]],
    roles: tuple[Relation, ...],
) -> TaskRecord:
    first = min(line.span.start for _, line, _ in lines)
    own = [one for one in clauses if item.span.start <= one.span.start < first and _is_own(context, one)]
    span = context.page.trim(Span(item.span.start, min(max(one.span.end for one in own), item.span.start + _LONGEST)))
    products = tuple(
        product
        for kind, line, at in lines
        if kind == PRODUCES
        for product in read_deliverables(context.page, (_value(context, line, at),), line.place)
    )
    deadlines = [one for kind, line, at in lines if kind == "DUE" for one in _limits(context, line, at)]
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


def _value(context: ReadingContext, line: Clause, at: int) -> Span:
    value = context.page.trim(Span(at, line.span.end))
    printed = context.page.flat[value.start : value.end]
    return Span(value.start, value.start + len(printed.rstrip(" .;")))


def _limits(context: ReadingContext, line: Clause, at: int) -> tuple[DeadlineRecord, ...]:
    value = context.page.trim(Span(at, line.span.end))
    heading = context.page.text(Span(line.span.start, at)).strip(" :-")
    return read_cell(context.page, [value], line.place, heading, known=KnownYear.of(context.header))


def _is_own(context: ReadingContext, clause: Clause) -> bool:
    return not _label().match(bare(context.page.flat[clause.span.start : clause.span.end]))
