"""Duties of body clauses (trách nhiệm trong thân văn bản): who is to do what, with whom, reporting to whom, by when.

Whoever is responsible or has to report is the lead. The actor stands in the sentence, in the heading above it ("2. Cục
Công nghệ thông tin"), or in "Kính gửi" of a letter. Purposes, goals and statements of fact are no duties.
"""

from __future__ import annotations

from dataclasses import dataclass
from itertools import pairwise
from typing import TYPE_CHECKING

import msgspec

from luocdo.graph.records import AllocationRecord, DeadlineRecord, Issue, Relation, TargetRecord, TaskRecord
from luocdo.loaders.figures.body_targets import read_body_targets
from luocdo.loaders.figures.money import read_money
from luocdo.loaders.relations.relations import task_relations
from luocdo.loaders.tasks.actors import HEADING, ActorFinder
from luocdo.loaders.tasks.audit import unread_duties
from luocdo.loaders.tasks.duty_roles import Duty, DutyRoles, Kind
from luocdo.loaders.tasks.duty_words import FORCE, DutyWords, duty_words
from luocdo.loaders.tasks.labelled import labelled_tasks
from luocdo.loaders.tasks.letters import Letter
from luocdo.loaders.text.bare import bare
from luocdo.loaders.text.clauses import Clause, read_clauses
from luocdo.loaders.text.page import Span
from luocdo.loaders.times.reading import behind_front_time, find_limits

if TYPE_CHECKING:
    from collections.abc import Iterator

    from luocdo.loaders.context import ReadingContext
    from luocdo.loaders.tasks.actors import Actor

_SURELY_LONG = 4 * HEADING  # with all the blanks that a heading may hold
_PLAIN = 9  # the level of a paragraph without a number
_LAW = frozenset(
    {
        "Luật",
        "Bộ luật",
        "Nghị định",
        "Thông tư",
        "Thông tư liên tịch",
        "Pháp lệnh",
        "Văn bản hợp nhất",
        "Nghị quyết liên tịch",
    }
)


@dataclass(frozen=True, slots=True)
class DutyReading:
    """What the body clauses mandate: tasks, targets, sums, and what could not be read."""

    tasks: tuple[TaskRecord, ...] = ()
    targets: tuple[TargetRecord, ...] = ()
    allocations: tuple[AllocationRecord, ...] = ()
    issues: tuple[Issue, ...] = ()


def read_duties(context: ReadingContext) -> DutyReading:
    """Read the clauses of the document's body and of the programmes attached to it."""
    clauses = tuple(clause for zone in _zones(context) for clause in read_clauses(context.page, zone))
    reader = _Reader(context, clauses)
    tasks = [task for clause in clauses for task in reader.clause(clause)]
    bound = tuple(clause for clause in clauses if not reader.is_excluded(clause))
    tasks += labelled_tasks(context, bound)
    targets, money = tuple(read_body_targets(context, clauses)), read_money(context, bound)
    quotes = [one.evidence for one in tasks] + [one.evidence for task in tasks for one in task.relations]
    quotes += [one.evidence for one in targets] + [one.evidence for one in money.allocations]
    facts = [Span(quote.from_char, quote.to_char) for quote in quotes]
    unread = unread_duties(context, bound, facts)
    return DutyReading(tuple(tasks), targets, money.allocations, (*_invalid(tasks), *money.issues, *unread))


def _invalid(tasks: list[TaskRecord]) -> Iterator[Issue]:
    for task in tasks:
        for deadline in task.deadlines:
            if deadline.kind == "invalid":
                yield Issue(
                    kind="invalid_date",
                    message=f"hạn in sai: {deadline.text}",
                    place=task.place,
                    quote=deadline.evidence.quote,
                    from_char=deadline.evidence.from_char,
                )


def _zones(context: ReadingContext) -> Iterator[Span]:
    letter = context.header.kind == "Công văn"
    yield Span(context.part.preamble.start if letter else context.part.body.start, context.part.body.end)
    for annex in context.part.annexes:
        if not annex.label.startswith("Phụ lục"):
            yield annex.span


class _Reader:
    """Reads clause after clause of one document."""

    def __init__(self, context: ReadingContext, clauses: tuple[Clause, ...]) -> None:
        self._context, self._page = context, context.page
        self._words: DutyWords = duty_words(context.page.flat)
        self._text = context.page.flat if self._words.accented else bare(context.page.flat)
        self._actors = ActorFinder(context, self._words, self._text, clauses)
        self._opening = frozenset(one.above[-1].span for one in clauses if one.above)
        self._roles = DutyRoles(context, self._words, self._text)
        self._letter = Letter(context, self._words, self._text)
        self._asking = False
        self._excluded: dict[Span, bool] = {}
        self._barren: dict[Span, bool] = {}
        self._final: dict[Span, bool] = {}
        self._binding = context.header.kind not in _LAW and context.header.nature != "normative"

    def clause(self, clause: Clause) -> Iterator[TaskRecord]:
        """Yield the duties of one clause, none where its section gives none."""
        yield from self._retold(clause)
        if self._letter.addressed and self._words.asks.search(self._text, clause.span.start, clause.span.end):
            self._asking = self._letter.opens(clause.span)
            if self._asking:
                return
        if not clause.span or self.is_excluded(clause) or self._heading(clause):
            return
        for number, duty in enumerate(self._duties(clause), 1):
            yield from self._tasks(clause, duty, number)

    def is_excluded(self, clause: Clause) -> bool:
        """Tell purposes, goals and facts by the heading they stand under; of laws only the closing articles count."""
        if clause.span not in self._excluded:
            self._excluded[clause.span] = self._says_no_duty(clause)
        return self._excluded[clause.span]

    def _says_no_duty(self, clause: Clause) -> bool:
        if any(self._without_duties(one.span) for one in clause.above):
            return True
        if self._binding or self._words.enforces.search(self._text, clause.span.start, clause.span.end):
            return False
        return not any(self._closes(one.span) for one in clause.above)

    def _closes(self, heading: Span) -> bool:
        """Tell the heading of a closing article, or of one that charges somebody, judged once."""
        if heading not in self._final:
            words = self._bare(heading)[:160]
            charges = self._context.header.kind not in _LAW and self._words.charges.search(words)
            self._final[heading] = bool(charges or self._words.closing.search(words))
        return self._final[heading]

    def _without_duties(self, heading: Span) -> bool:
        """Tell a heading of purposes, goals or facts; each is judged once for all that stands under it."""
        if heading not in self._barren:
            words = self._bare(heading)[:160]
            self._barren[heading] = len(words) < HEADING and bool(self._words.no_duties.search(words))
        return self._barren[heading]

    def _heading(self, clause: Clause) -> bool:
        """Tell a heading from a clause: short, without a verb of its own behind its first word, not ended as a sentence."""
        if clause.span.end - clause.span.start > _SURELY_LONG:
            return False
        words = self._bare(clause.span)
        if self._words.first_verb.match(words) and words.endswith((".", ";")):
            return False
        if words.endswith(":") and (
            self._words.opens_items.search(words) or (len(words) < HEADING and clause.span in self._opening)
        ):
            return True
        return len(words) < HEADING and not self._words.verb.search(words)

    def _duties(self, clause: Clause) -> list[Duty]:
        found: list[Duty] = []
        actor = heading = self._actors.of_heading(clause)
        asked, gathered = self._asking and clause.level < _PLAIN, False
        for start, end in self._segments(clause.span):
            if self._only_informs(start, end):
                continue
            own, verb = self._actors.of_sentence(start, end)
            if heading and own and not self._letter.addressed and self._words.demanding.match(self._text, start):
                own, verb = None, start
            if self._letter.asks(start, end, asked=asked, own=own):
                asked, verb = True, start
                own = self._letter.addressed if actor is not self._letter.addressed else None
            elif self._letter.addressed and not self._letter.conveys:
                continue
            actor = own or (heading if self._returns(heading, found, start) else actor)
            if actor is None:
                continue
            words = self._text[behind_front_time(bare(self._page.flat), verb, end) : end]
            if own is None and not found and not asked and not self._begins_with_verb(words):
                continue
            kind = self._kind(words)
            if kind == "does" and own is None and actor.opening:
                kind = self._kind(self._text[actor.opening.start : actor.opening.end])
            if found and own is None and found[-1].actor is actor and (found[-1].kind == kind or gathered):
                found[-1].end = end
                found[-1].kind = kind
            else:
                found.append(Duty(actor, kind, start, end))
            gathered = self._words.gathers.match(words) is not None
        return found

    def _returns(self, heading: Actor | None, found: list[Duty], start: int) -> bool:
        """Tell a new sentence without a subject in a clause whose first had none either: the heading's units act."""
        return any(one.actor is heading for one in found) and self._text[max(0, start - 3) : start].rstrip().endswith(
            "."
        )

    def _only_informs(self, start: int, end: int) -> bool:
        if self._letter.conveys and self._words.conveys.search(self._text, start, end):
            return True
        return self._words.informs.search(self._text, start, min(end, start + HEADING)) is not None

    def _kind(self, words: str) -> Kind:
        if self._words.coordinates.match(words) or self._words.coordinates.match(self._words.lead_in.sub("", words)):
            return "coordinates"
        return "reports" if self._words.reports.match(words) else "does"

    def _retold(self, clause: Clause) -> Iterator[TaskRecord]:
        retold = self._letter.retold(clause.span)
        if retold is None:
            return
        roles = tuple(
            self._roles.role(kind, piece, at, retold.span, clause.place)
            for kind, pieces in (("LED_BY", retold.leads), ("COORDINATED_BY", retold.partners))
            for piece, at in pieces
        )
        told = self._task(clause, retold.span, f"{clause.place} (giao lại)", roles, plain=True)
        evidence = msgspec.structs.replace(told.evidence, reading="inferred", as_printed=None)
        yield msgspec.structs.replace(told, mandated_by=retold.document, evidence=evidence)

    def _begins_with_verb(self, words: str) -> bool:
        first = self._words.first_verb
        return bool(first.match(words) or first.match(self._words.lead_in.sub("", words)))

    def _segments(self, span: Span) -> Iterator[tuple[int, int]]:
        """Cut a clause into sentences and items; names that a list goes on from stay with its verb ("A; B; C chịu trách nhiệm …")."""
        words = self._text[span.start : span.end]
        hits = (*self._words.segment.finditer(words), *self._words.inner_report.finditer(words))
        cuts = sorted({0, *(hit.end() for hit in hits), len(words)})
        pending: int | None = None
        for start, end in pairwise(cuts):
            if not words[start:end].strip():
                continue
            begin = start if pending is None else pending
            pending = begin if end < len(words) and self._actors.lists(words[start:end]) else None
            if pending is None:
                yield span.start + begin, span.start + end

    def _tasks(self, clause: Clause, duty: Duty, number: int) -> Iterator[TaskRecord]:
        span = self._page.trim(Span(duty.start, duty.end))
        place = clause.place if number == 1 else f"{clause.place} ({number})"
        yield self._task(clause, span, place, self._roles.of(duty, place))
        for then, (piece, printed) in enumerate(self._roles.then(duty), 1):
            role = self._roles.role("LED_BY", piece, printed, span, place)
            yield self._task(clause, span, f"{place} (tiếp {then})", (role,), plain=True)

    def _task(
        self, clause: Clause, span: Span, place: str, relations: tuple[Relation, ...], *, plain: bool = False
    ) -> TaskRecord:
        words = bare(self._bare(span)[:200]).lower()
        cited = () if plain else task_relations(self._context, (span,), place)
        deadlines: tuple[DeadlineRecord, ...] = find_limits(self._context, span, place)
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
