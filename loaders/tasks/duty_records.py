"""Records of duties (bản ghi nhiệm vụ trong thân văn bản): the roles of those charged, time
limits, documents, the force of the order.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

import msgspec

from luocdo.graph.records import DeadlineRecord, Relation, TaskRecord
from luocdo.loaders.limits import find_limits
from luocdo.loaders.relations.relations import task_relations
from luocdo.loaders.tasks.duty_words import FORCE
from luocdo.loaders.text.bare import bare
from luocdo.loaders.text.page import Span

if TYPE_CHECKING:
    from collections.abc import Iterator

    from luocdo.loaders.context import ReadingContext
    from luocdo.loaders.tasks.duty_roles import Duty, DutyRoles
    from luocdo.loaders.tasks.letters import Letter, Retold
    from luocdo.loaders.text.clauses import Clause

_EACH_DAY = "BYMONTHDAY"


class DutyRecords:
    """Makes the records of the duties of one document."""

    def __init__(
        self, context: ReadingContext, roles: DutyRoles, letter: Letter, text: str
    ) -> None:
        """``text`` is that of the page, without accents where the document has none."""
        self._context, self._page, self._text = context, context.page, text
        self._roles, self._letter = roles, letter

    def of(
        self, clause: Clause, duty: Duty, number: int, acting: frozenset[str]
    ) -> Iterator[TaskRecord]:
        """Yield the task of a duty, and one for each step that it names behind."""
        span = self._page.trim(Span(duty.start, duty.end))
        place = clause.place if number == 1 else f"{clause.place} ({number})"
        steps = self._roles.then(duty, place, acting)
        first = self._task(clause, span, place, self._roles.of(duty, place))
        yield self._dated(first, span, until=steps[0][0]) if steps else first
        for then, (begins, roles) in enumerate(steps, 1):
            task = self._task(clause, span, f"{place} (tiếp {then})", roles, plain=True)
            yield self._dated(task, span, since=begins)

    def retold(self, clause: Clause, retold: Retold) -> TaskRecord:
        """Return the mandate that a letter retells: it is the named document's,
        not the letter's.
        """
        roles = tuple(
            self._roles.role(kind, piece, at, retold.span, clause.place)
            for kind, pieces in (("LED_BY", retold.leads), ("COORDINATED_BY", retold.partners))
            for piece, at in pieces
        )
        told = self._task(clause, retold.span, f"{clause.place} (giao lại)", roles, plain=True)
        evidence = msgspec.structs.replace(told.evidence, reading="inferred", as_printed=None)
        return msgspec.structs.replace(
            told, mandated_by=retold.document, evidence=evidence, force="giao"
        )

    def _dated(
        self, task: TaskRecord, span: Span, *, since: int | None = None, until: int | None = None
    ) -> TaskRecord:
        """Return a step of a chain with the days among its own words: "gửi X trước ngày 5/3 để
        tổng hợp" limits who sends.
        """
        low = self._raw(task, span, since or span.start)
        high = self._raw(task, span, until) if until else None
        kept = (
            one
            for one in task.deadlines
            if not _is_of_a_day(one)
            or low <= one.evidence.from_char < (high or one.evidence.to_char)
        )
        return msgspec.structs.replace(task, deadlines=tuple(kept))

    def _raw(self, task: TaskRecord, span: Span, at: int) -> int:
        return self._page.evidence(task.place, Span(at, span.end)).from_char

    def _task(
        self,
        clause: Clause,
        span: Span,
        place: str,
        relations: tuple[Relation, ...],
        *,
        plain: bool = False,
    ) -> TaskRecord:
        words = bare(self._bare(span)[:200]).lower()
        cited = () if plain else task_relations(self._context, (span,), place)
        deadlines: tuple[DeadlineRecord, ...] = find_limits(
            self._context, span, place, _openers(clause)
        )
        force = (
            "đề nghị"
            if self._letter.addressed and not self._letter.conveys
            else next((name for word, name in FORCE if word in words), "giao")
        )
        return TaskRecord(
            place=place,
            text=self._page.text(span).strip(" .;"),
            origin="body",
            evidence=self._page.evidence(place, span),
            code=clause.names[-1] if clause.names else None,
            section=self._page.text(clause.heading.span)[:200] if clause.heading else None,
            force=force,  # type: ignore[arg-type]  # one of the four words above
            relations=(*relations, *cited),
            deadlines=deadlines,
        )

    def _bare(self, span: Span) -> str:
        return " ".join(self._text[span.start : span.end].split())


def _is_of_a_day(limit: DeadlineRecord) -> bool:
    """Tell a limit that names a day, once or each year: "hằng năm" alone goes for every step."""
    return bool(limit.end_date) or _EACH_DAY in (limit.recurrence or "")


def _openers(clause: Clause) -> tuple[Span, ...]:
    """Return the clauses above that open a list, the nearest first."""
    return tuple(one.span for one in reversed(clause.above) if one.text.endswith(":"))
