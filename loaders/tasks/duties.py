"""Duties of body clauses (trách nhiệm trong thân văn bản): who is to do what, with whom, reporting
to whom, by when.

Whoever is responsible or has to report is the lead. The actor stands in the sentence, in the
heading above it ("2. Cục Công nghệ thông tin"), or in "Kính gửi" of a letter. Purposes, goals and
statements of fact are no duties.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

import msgspec

from luocdo.graph.records import (
    AllocationRecord,
    DeadlineRecord,
    Issue,
    Relation,
    TargetRecord,
    TaskRecord,
)
from luocdo.graph.vocabulary.lexicon import lexicon
from luocdo.loaders.advance import counted
from luocdo.loaders.figures.body_targets import read_body_targets
from luocdo.loaders.figures.money import read_money
from luocdo.loaders.limits import behind_front_time, find_limits
from luocdo.loaders.relations.relations import task_relations
from luocdo.loaders.tasks.actors import HEADING, ActorFinder
from luocdo.loaders.tasks.audit import unread_duties
from luocdo.loaders.tasks.duty_places import PLAIN, DutyPlaces
from luocdo.loaders.tasks.duty_roles import Duty, DutyRoles, Kind
from luocdo.loaders.tasks.duty_words import FORCE, DutyWords, duty_words
from luocdo.loaders.tasks.heading_actors import HeadingActors
from luocdo.loaders.tasks.labelled import completed, fields_by_item, is_told_again, labelled_tasks
from luocdo.loaders.tasks.letters import Letter
from luocdo.loaders.tasks.requests import Requests
from luocdo.loaders.tasks.segments import Segments
from luocdo.loaders.text.bare import bare
from luocdo.loaders.text.clauses import Clause, read_clauses
from luocdo.loaders.text.page import Span

if TYPE_CHECKING:
    from collections.abc import Iterator

    from luocdo.loaders.context import ReadingContext
    from luocdo.loaders.tasks.actors import Actor
    from luocdo.loaders.tasks.fields import Field
    from luocdo.loaders.tasks.labelled import Labelled


_FEWEST = 2  # words: as many order nothing
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
    reader = _Reader(context, clauses)
    bound = tuple(clause for clause in clauses if not reader.places.is_excluded(clause))
    labelled = tuple(labelled_tasks(context, bound, reader.actors))
    tasks = _tasks_of(context, reader, clauses, labelled, fields_by_item(context, bound))
    targets, money = tuple(read_body_targets(context, clauses)), read_money(context, bound)
    quotes = [one.evidence for one in tasks] + [
        one.evidence for task in tasks for one in task.relations
    ]
    quotes += [one.evidence for one in targets] + [one.evidence for one in money.allocations]
    facts = [Span(quote.from_char, quote.to_char) for quote in quotes]
    unread = unread_duties(context, bound, facts, reader.places.begins_with_unit)
    return DutyReading(tuple(tasks), targets, money.allocations, (*money.issues, *unread))


def _tasks_of(
    context: ReadingContext,
    reader: _Reader,
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


@dataclass(slots=True)
class _Run:
    """What is known while the sentences of one clause are read: who acts, whether a letter asks,
    the duties so far.
    """

    heading: Actor | None
    actor: Actor | None
    asked: bool
    gathered: bool = False
    found: list[Duty] = field(default_factory=list)

    def goes_on(self, kind: Kind) -> bool:
        """Tell a sentence without a subject of its own that goes on with the duty before it."""
        last = self.found[-1] if self.found else None
        return (
            last is not None and last.actor is self.actor and (last.kind == kind or self.gathered)
        )


class _Reader:
    """Reads clause after clause of one document."""

    def __init__(self, context: ReadingContext, clauses: tuple[Clause, ...]) -> None:
        self._context, self._page = context, context.page
        self._words: DutyWords = duty_words(context.page.flat)
        self._text = context.page.flat if self._words.accented else bare(context.page.flat)
        self._lexicon = lexicon(accents=self._words.accented)
        self.actors = ActorFinder(context, self._lexicon)
        self._headings = HeadingActors(context, self.actors, clauses)
        self.places = DutyPlaces(
            context, self._words, self._text, self.actors, self._headings, clauses
        )
        self._segments = Segments(self._words, self._text, self.actors)
        self._roles = DutyRoles(context, self.actors)
        self._letter = Letter(context, self._words, self._text)
        self._requests = Requests(context, self.actors)
        self._asking = False

    def clause(self, clause: Clause) -> Iterator[TaskRecord]:
        """Yield the duties of one clause, none where its section gives none."""
        yield from self._retold(clause)
        if self._letter.addressed and self._letter.requests(clause.span):
            self._asking = self._letter.opens(clause.span)
            if self._asking:
                return
        if not clause.span or self._only_opens(clause) or self.places.is_excluded(clause):
            return
        if self.places.is_heading(clause):
            return
        duties = self._duties(clause)
        acting = frozenset(piece.name for duty in duties for piece, _ in duty.actor.pieces)
        for number, duty in enumerate(duties, 1):
            yield from self._tasks(clause, duty, number, acting)

    def _only_opens(self, clause: Clause) -> bool:
        """Tell the paragraph before the body of what is no letter: it may charge whoever the items
        below it bind.
        """
        return (
            self._context.header.kind != "Công văn"
            and clause.span.end <= self._context.part.body.start
        )

    def _duties(self, clause: Clause) -> list[Duty]:
        heading = self._headings.of_heading(clause)
        run = _Run(heading, heading, asked=self._asking and clause.level < PLAIN)
        for start, end in self._segments.of(self._headings.own_words(clause)):
            if not self._only_informs(start, end):
                self._add(clause, run, start, end)
        return run.found

    def _add(self, clause: Clause, run: _Run, start: int, end: int) -> None:
        """Add the duty of one sentence to those of its clause, or let it go on with the one
        before.
        """
        own, verb, is_asked = self._charged(clause, run, start, end)
        if not (is_asked or self._binds_by_itself(own, start, end)):
            return
        run.actor = own or (
            run.heading if self._returns(run.heading, run.found, start) else run.actor
        )
        if run.actor is None:
            return
        verb = behind_front_time(bare(self._page.flat), verb, end)
        if own is None and not (
            run.found or run.asked or self.places.begins_order(clause, verb, end)
        ):
            return
        if run.found and own is None and self._segments.only_ends(start, end):
            run.found[-1].end = end
            return
        kind = self._kind_of(run.actor, own, Span(verb, end))
        if own is None and run.goes_on(kind):
            run.found[-1].end, run.found[-1].kind = end, kind
        else:
            run.found.append(Duty(run.actor, kind, start, end))
        run.gathered = self._words.gathers.match(self._text[verb:end]) is not None

    def _binds_by_itself(self, own: Actor | None, start: int, end: int) -> bool:
        """Return whether a sentence that asks nobody addressed may bind: any outside letters, in
        one what it demands of others.
        """
        if not self._letter.addressed or self._letter.conveys:
            return True
        if own is None:
            return False
        sentence = Span(start, end)
        return self._requests.demands(
            self.actors.words(sentence), self.actors.of_sentence(*sentence)
        )

    def _charged(
        self, clause: Clause, run: _Run, start: int, end: int
    ) -> tuple[Actor | None, int, bool]:
        """Return whom a sentence itself charges, where its verb stands, and whether it is a letter
        that asks.
        """
        own, verb = self._own(clause, start, end)
        if (
            run.heading
            and own
            and run.heading.opening is None
            and not self._letter.addressed
            and self._words.demanding.match(self._text, start)
        ):
            own, verb = (
                None,
                start,
            )  # "- Yêu cầu các đơn vị …" below a unit: that unit is to demand it
        if own and self._letter.addressed and self.actors.orders_as_issuer(Span(start, end)):
            return own, verb, True
        if not self._letter.asks(start, end, asked=run.asked, own=own):
            return own, verb, False
        heading = run.heading if run.asked or self._asking else None
        if own and self._letter.names_its_own(own, below=run.asked):
            run.asked = True
            return own, verb, True
        run.asked = True
        if own is None and run.found and not self._letter.asks(start, end, asked=False, own=None):
            return None, start, True  # "…; lập biểu tổng hợp": whoever the item names goes on
        whom = (
            heading if heading and self._letter.is_told_apart(heading) else self._letter.addressed
        )
        return (whom if run.actor is not whom else None), start, True

    def _kind_of(self, actor: Actor, own: Actor | None, said: Span) -> Kind:
        kind = self._kind(said)
        if kind != "does" or own is not None or actor.opening is None:
            return kind
        opens = self._part(actor.opening)
        far = opens == "coordinates" and self._roles.is_far(actor.opening)
        return kind if far else opens

    def _own(self, clause: Clause, start: int, end: int) -> tuple[Actor | None, int]:
        charge = self.actors.of_sentence(start, end)
        if charge is None or not self.places.accepts(clause, charge):
            return None, start
        return charge.actor, charge.does

    def _returns(self, heading: Actor | None, found: list[Duty], start: int) -> bool:
        """Tell a new sentence without a subject in a clause whose first had none either: the
        heading's units act.
        """
        return any(one.actor is heading for one in found) and self._text[
            max(0, start - 3) : start
        ].rstrip().endswith(".")

    def _only_informs(self, start: int, end: int) -> bool:
        words = self._text[start:end].rstrip()
        if words.endswith(":") and len(words.split()) <= _FEWEST:  # "Cụ thể:"
            return True
        if self._letter.conveys and self._words.conveys.search(self._text, start, end):
            return True
        return self._words.informs.search(self._text, start, min(end, start + HEADING)) is not None

    def _kind(self, said: Span) -> Kind:
        part = self._part(said)
        return "does" if part == "coordinates" and self._roles.takes_on(said) else part

    def _part(self, said: Span) -> Kind:
        words = self._text[said.start : said.end]
        if self._words.coordinates.match(words) or self._words.coordinates.match(
            self._words.lead_in.sub("", words)
        ):
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
        yield msgspec.structs.replace(
            told, mandated_by=retold.document, evidence=evidence, force="giao"
        )

    def _tasks(
        self, clause: Clause, duty: Duty, number: int, acting: frozenset[str]
    ) -> Iterator[TaskRecord]:
        span = self._page.trim(Span(duty.start, duty.end))
        place = clause.place if number == 1 else f"{clause.place} ({number})"
        steps = self._roles.then(duty, place, acting)
        first = self._task(clause, span, place, self._roles.of(duty, place))
        yield self._dated(first, span, until=steps[0][0]) if steps else first
        for then, (begins, roles) in enumerate(steps, 1):
            task = self._task(clause, span, f"{place} (tiếp {then})", roles, plain=True)
            yield self._dated(task, span, since=begins)

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
            if not one.end_date or low <= one.evidence.from_char < (high or one.evidence.to_char)
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


def _openers(clause: Clause) -> tuple[Span, ...]:
    """Return the clauses above that open a list, the nearest first."""
    return tuple(one.span for one in reversed(clause.above) if one.text.endswith(":"))
