"""Whom a duty binds (vai): the edges of a body clause's task, with those it names as partners and
receivers.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Literal

import msgspec

from luocdo.graph.records import Relation, UnitMention
from luocdo.graph.vocabulary.term import Meaning
from luocdo.loaders.sentences.partners import PartnerReader
from luocdo.loaders.tasks.assisting import Assisting
from luocdo.loaders.text.page import Span

if TYPE_CHECKING:
    from luocdo.graph.units.pieces import UnitPiece
    from luocdo.loaders.context import ReadingContext
    from luocdo.loaders.sentences.actor_list import Listing
    from luocdo.loaders.sentences.words import Words
    from luocdo.loaders.tasks.actors import Actor, ActorFinder

_OF_OWN_ACCORD = frozenset({("chủ", "động"), ("chu", "dong")})
_FURTHER = frozenset(
    {",", "để", "de"}
)  # what they do besides follows: "phối hợp với Sở A, xây dựng … như sau:"
Kind = Literal["does", "coordinates", "reports"]


@dataclass(slots=True)
class Duty:
    """A stretch of a clause with one actor and one kind of duty."""

    actor: Actor
    kind: Kind
    start: int
    end: int
    assisted: list[Actor] = field(default_factory=list)
    """those whom a sentence behind names, who only assist"""


class DutyRoles:
    """Reads the units of stretches of one document's clauses."""

    def __init__(self, context: ReadingContext, actors: ActorFinder) -> None:
        """Read names as ``actors`` does."""
        self._context, self._page, self._actors = context, context.page, actors
        self._partner_reader = PartnerReader(actors.lists, actors.lexicon)
        self._assisting = Assisting(actors)

    def of(self, duty: Duty, place: str) -> tuple[Relation, ...]:
        """Return the edges of a duty: who acts, with whom, reporting to whom."""
        acting = [
            self.role(kind, piece, printed, duty.actor.span, place)
            for (piece, printed), kind in zip(duty.actor.pieces, self._kinds(duty), strict=True)
        ]
        assisting = [
            self.role("COORDINATED_BY", piece, printed, one.span, place)
            for one in duty.assisted
            for piece, printed in one.pieces
        ]
        sentence = Span(duty.start, duty.end)
        partners = self._partners(sentence, place)
        if (
            not partners and duty.kind == "does" and duty.actor.opening
        ):  # "Sở A chủ trì, phối hợp với Sở B:"
            partners = self._partners(duty.actor.opening, place)
        return (*acting, *partners, *assisting, *self._receivers(sentence, place))

    def _kinds(self, duty: Duty) -> tuple[str, ...]:
        """Return how each unit takes part: all who only coordinate, else as brackets say."""
        if duty.kind == "coordinates":
            return ("COORDINATED_BY",) * len(duty.actor.pieces)
        return self._assisting.parts(duty.actor)

    def role(
        self, kind: str, piece: UnitPiece, printed: Span, quote: Span, place: str
    ) -> Relation:
        """Return one edge; ``printed`` is the name within ``quote``."""
        evidence = self._page.evidence(place, quote, printed=printed)
        return Relation(
            type=kind,
            target=UnitMention(as_printed=self._page.text(printed), name=piece.name),
            evidence=evidence,
        )

    def _partners(self, sentence: Span, place: str) -> list[Relation]:
        """Read "chủ trì, phối hợp với Y": Y coordinates; in a duty to coordinate the others are
        only named.
        """
        words = self._actors.words(sentence)
        found = self._partner_reader.partners(words)
        if found is None:
            return []
        return self._units(
            "COORDINATED_BY" if found.leads else "NAMED_PARTNER",
            words,
            found.units,
            sentence,
            place,
        )

    def is_far(self, opening: Span) -> bool:
        """Tell an opener that says more than with whom: its items are what they do, not what they
        help with.
        """
        words = self._actors.words(opening)
        verb = next(
            (at for at in range(len(words)) if self._is_coordinating(words, at)), len(words)
        )
        behind = (at for at in range(verb + 1, len(words)) if words.compared[at - 1] in _FURTHER)
        return any(self._actors.lexicon.at(words.compared, at, Meaning.ACTS) for at in behind)

    def takes_on(self, sentence: Span) -> bool:
        """Tell who works with others of their own accord, or does more besides, from one who only
        helps.

        "Sở A chủ động phối hợp với Sở B …", "Hội A phối hợp với Sở B, tăng cường giám sát …".
        """
        words = self._actors.words(sentence)
        verb = next(
            (at for at in range(len(words)) if self._is_coordinating(words, at)), len(words)
        )
        if any(words.compared[at : at + 2] in _OF_OWN_ACCORD for at in range(verb)):
            return True
        found = self._partner_reader.partners(words)
        behind = found.units.end if found else len(words)
        if words.compared[behind : behind + 1] != (",",):
            return False
        return (
            self._actors.lexicon.at(words.compared, behind + 1, Meaning.ACTS, Meaning.MANNER)
            is not None
        )

    def _is_coordinating(self, words: Words, at: int) -> bool:
        return self._actors.lexicon.at(words.compared, at, Meaning.COORDINATES) is not None

    def _receivers(self, sentence: Span, place: str) -> list[Relation]:
        words = self._actors.words(sentence)
        found = self._partner_reader.receivers(words)
        if found is None:
            return []
        if channel := self._partner_reader.channel(words, found):
            to, through = channel
            return self._through(
                self._units("REPORTS_TO", words, to, sentence, place), words, through
            )
        told = self._units("REPORTS_TO", words, found, sentence, place)
        beyond = self._partner_reader.beyond(words)
        further = self._units("REPORTS_TO", words, beyond, sentence, place) if beyond else []
        return [*told, *self._through(further, words, found)]

    def _through(self, reports: list[Relation], words: Words, channel: Listing) -> list[Relation]:
        """Say by way of whom it is reported, by the full name of that unit."""
        named = self._actors.named(words.span(channel.start, channel.end))
        resolve = self._context.resolver.resolve
        names = (
            [resolve(piece.name, self._context.units).name for piece, _ in named.pieces]
            if named
            else []
        )
        told = {"through": "; ".join(names)} if names else {}
        return [
            msgspec.structs.replace(one, properties={**one.properties, **told}) for one in reports
        ]

    def _units(
        self, kind: str, words: Words, units: Listing, sentence: Span, place: str
    ) -> list[Relation]:
        named = self._actors.named(words.span(units.start, units.end))
        quote = self._page.trim(sentence)
        return (
            [self.role(kind, piece, printed, quote, place) for piece, printed in named.pieces]
            if named
            else []
        )

    def then(
        self, duty: Duty, place: str, acting: frozenset[str]
    ) -> list[tuple[int, tuple[Relation, ...]]]:
        """Read a chain: "gửi X tổng hợp gửi Y thẩm định trình Z": X and Y are responsible too,
        each reports to the next; with each where its own words begin.

        Those ``acting`` are charged by the clause itself.
        """
        span = Span(duty.start, duty.end)
        words = self._actors.words(span)
        found: list[tuple[int, tuple[Relation, ...]]] = []
        for step in self._partner_reader.steps(words):
            named = self._actors.named(words.span(step.units.start, step.units.end))
            told = self._units("REPORTS_TO", words, step.to, span, place) if step.to else []
            if not told and self._is_issuer(named):
                continue  # "báo cáo UBND tỉnh để tổng hợp …": it gathers for itself
            bound = [one for one in named.pieces if one[0].name not in acting] if named else []
            begins = words.span(step.verb, step.verb + 1).start
            found += [
                (
                    begins,
                    (self.role("LED_BY", piece, printed, self._page.trim(span), place), *told),
                )
                for piece, printed in bound
                if self._may_bind(piece.name)
            ]
        return found

    def _is_issuer(self, named: Actor | None) -> bool:
        """Tell the document's own issuer alone from units that it binds."""
        resolve, units = self._context.resolver.resolve, self._context.units
        return named is not None and [resolve(one.name, units).id for one, _ in named.pieces] == [
            units.body
        ]

    def _may_bind(self, name: str) -> bool:
        """Return whether the issuer may give this unit a duty: a ministry or a department binds
        its own units only.
        """
        resolver, body = self._context.resolver, self._context.units.body
        issuer = resolver.get(body) if body else None
        if issuer is None or issuer.kind not in ("bộ", "sở", "cục"):
            return True
        unit = resolver.resolve(name, self._context.units)
        return body in (unit.parent, unit.id)
