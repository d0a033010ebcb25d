"""Duties of one clause after another (nhiệm vụ trong từng khoản, điểm): which of its
sentences charge somebody, and which go on with the duty before.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from itertools import pairwise
from typing import TYPE_CHECKING

from luocdo.graph.records import TaskRecord
from luocdo.graph.vocabulary.lexicon import lexicon
from luocdo.loaders.limits import behind_front_time, find_limits
from luocdo.loaders.sentences.printed_names import PrintedNames
from luocdo.loaders.tasks.actors import HEADING, ActorFinder
from luocdo.loaders.tasks.assisting import Assisting
from luocdo.loaders.tasks.duty_places import PLAIN, DutyPlaces
from luocdo.loaders.tasks.duty_records import DutyRecords
from luocdo.loaders.tasks.duty_roles import Duty, DutyRoles, Kind
from luocdo.loaders.tasks.duty_words import DutyWords, duty_words
from luocdo.loaders.tasks.heading_actors import HeadingActors
from luocdo.loaders.tasks.letters import Letter
from luocdo.loaders.tasks.names_elsewhere import NamesElsewhere
from luocdo.loaders.tasks.reported_work import due_with_report, reports_on
from luocdo.loaders.tasks.requests import Requests
from luocdo.loaders.tasks.segments import Segments, behind_number
from luocdo.loaders.text.bare import bare
from luocdo.loaders.text.clauses import Clause
from luocdo.loaders.text.page import Span

if TYPE_CHECKING:
    from collections.abc import Iterator

    from luocdo.loaders.context import ReadingContext
    from luocdo.loaders.tasks.actors import Actor

_FEWEST = 2  # words: as many order nothing


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

    def goes_on(self, kind: Kind | None = None) -> bool:
        """Tell a sentence without a subject of its own that goes on with the duty before it, of
        whatever kind where none is given.
        """
        last = self.found[-1] if self.found else None
        if last is None or last.actor is not self.actor:
            return False
        return kind is None or last.kind == kind or self.gathered


class ClauseDuties:
    """Reads clause after clause of one document."""

    def __init__(self, context: ReadingContext, clauses: tuple[Clause, ...]) -> None:
        """``clauses`` are all of the document's, in their order."""
        self._context, self._page = context, context.page
        self._words: DutyWords = duty_words(context.page.flat)
        self._text = context.page.flat if self._words.accented else bare(context.page.flat)
        self._lexicon = lexicon(accents=self._words.accented)
        elsewhere = NamesElsewhere(context, self._lexicon, clauses)
        self.actors = ActorFinder(context, self._lexicon, PrintedNames(elsewhere, self._lexicon))
        self._headings = HeadingActors(context, self.actors, clauses)
        self.places = DutyPlaces(
            context, self._words, self._text, self.actors, self._headings, clauses
        )
        self._segments = Segments(self._words, self._text, self.actors)
        self._roles = DutyRoles(context, self.actors)
        self._assisting = Assisting(self.actors)
        self._letter = Letter(context, self._words, self._text)
        self._records = DutyRecords(context, self._roles, self._letter, self._text)
        self._requests = Requests(context, self.actors)
        self._asking = False

    def clause(self, clause: Clause) -> Iterator[TaskRecord]:
        """Yield the duties of one clause, none where its section gives none."""
        if retold := self._letter.retold(clause.span):
            yield self._records.retold(clause, retold)
        if self._letter.addressed and self._letter.requests(clause.span):
            opens = self._letter.opens(clause.span)
            self._asking = opens or (self._asking and clause.level < PLAIN)
            if opens:
                return
        if not clause.span or self._only_opens(clause) or self.places.is_excluded(clause):
            return
        if self.places.is_heading(clause):
            return
        duties = self._duties(clause)
        yield from self._recorded(clause, duties)

    def _recorded(self, clause: Clause, duties: list[Duty]) -> Iterator[TaskRecord]:
        """Yield the records of the duties of one clause; what a report ends is due with it."""
        acting = frozenset(piece.name for duty in duties for piece, _ in duty.actor.pieces)
        made = [
            list(self._records.of(clause, duty, number, acting))
            for number, duty in enumerate(duties, 1)
        ]
        for (work, report), (tasks, reported) in zip(
            pairwise(duties), pairwise(made), strict=True
        ):
            if len(tasks) == 1 and reports_on(self._text, work, report):
                tasks[0] = due_with_report(tasks[0], reported[0])
        for tasks in made:
            yield from tasks

    def addresses(self, clause: Clause) -> bool:
        """Tell an entry of "Kính gửi"."""
        letter = self._letter.addressed
        return letter is not None and clause.span.start < letter.span.end

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
        run = _Run(heading, heading, asked=self._asking and self.places.may_be_asked(clause))
        for start, end in self._segments.of(self._headings.own_words(clause)):
            if not self._only_informs(clause, start, end):
                self._add(clause, run, start, end)
        return run.found

    def _add(self, clause: Clause, run: _Run, start: int, end: int) -> None:
        """Add the duty of one sentence to those of its clause, or let it go on with the one
        before.
        """
        own, verb, is_asked = self._charged(clause, run, start, end)
        within = own is None and self._runs_on(run, start)
        if not (is_asked or within or self._binds_by_itself(own, start, end)):
            return
        if own and self._only_assists(run, own, Span(verb, end)):
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
        self._join(clause, run, own, Duty(run.actor, "does", start, end), verb)
        run.gathered = self._words.gathers.match(self._text[verb:end]) is not None

    def _join(self, clause: Clause, run: _Run, own: Actor | None, duty: Duty, verb: int) -> None:
        """Let a sentence go on with the duty before it, or stand as one of its own; a numbered
        order stands apart where it has a time of its own.
        """
        behind = behind_number(self._text, verb, duty.end)
        apart = behind > verb and self._is_dated(clause, Span(behind, duty.end))
        said = Span(behind if apart else verb, duty.end)
        duty.kind = self._kind_of(duty.actor, own, said)
        further = own is None and not apart
        if further and run.goes_on(None if behind > verb else duty.kind):
            last = run.found[-1]
            last.end, last.kind = duty.end, last.kind if behind > verb else duty.kind
        else:
            run.found.append(duty)

    def _only_assists(self, run: _Run, own: Actor, said: Span) -> bool:
        """Let "…; Sở B phối hợp thực hiện" go with the duty before it, if there is one."""
        if not (run.found and self._assisting.only_assists(said)):
            return False
        run.found[-1].assisted.append(own)
        run.found[-1].end = said.end
        return True

    def _runs_on(self, run: _Run, start: int) -> bool:
        """Tell what goes on within the sentence that charged: "…, gửi về Sở A"."""
        before = self._text[max(0, start - 3) : start].rstrip()
        return bool(run.found) and before.endswith((",", ";"))

    def _is_dated(self, clause: Clause, said: Span) -> bool:
        """Tell an order among numbered ones that has a time of its own: "(ii) lập dự toán trước
        ngày 30/10".
        """
        return bool(find_limits(self._context, said, clause.place))

    def _binds_by_itself(self, own: Actor | None, start: int, end: int) -> bool:
        """Return whether a sentence that asks nobody addressed may bind: any outside letters, in
        one what it demands of others.
        """
        if not self._letter.addressed or self._letter.conveys:
            return True
        if own is None:
            return False
        if self._letter.is_own_office(own):
            return True
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
            run.asked = True
            return own, verb, True
        if not self._letter.asks(start, end, asked=run.asked, own=own):
            return own, verb, False
        if self._names_another(clause, run, own, Span(start, end)):
            return None, start, False
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

    def _names_another(self, clause: Clause, run: _Run, own: Actor | None, said: Span) -> bool:
        """Tell an item that begins with a body that could not be read, and asks nobody else:
        whoever it is, it is not all who are addressed.
        """
        asks = self._letter.asks(said.start, said.end, asked=False, own=None)
        return not (own or asks or run.found) and self.actors.begins_with_body(clause)

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

    def _only_informs(self, clause: Clause, start: int, end: int) -> bool:
        words = self._text[start:end].rstrip()
        if words.endswith(":") and len(words.split()) <= _FEWEST:  # "Cụ thể:"
            return True
        if self._letter.conveys and self._words.conveys.search(self._text, start, end):
            return True
        if self._words.informs.search(self._text, start, min(end, start + HEADING)) is None:
            return False
        charge = self.actors.of_sentence(start, end) if clause.level < PLAIN else None
        return charge is None or self.actors.is_issuer(charge.actor)

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
