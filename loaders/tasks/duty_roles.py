"""Whom a duty binds (vai): the edges of a body clause's task, with those it names as partners and receivers."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal

from luocdo.graph.records import Relation, UnitMention
from luocdo.graph.units.grammar import starts_with_head
from luocdo.graph.units.resolving import UnitPiece, split_units
from luocdo.loaders.text.bare import bare
from luocdo.loaders.text.page import Span

if TYPE_CHECKING:
    from luocdo.loaders.context import ReadingContext
    from luocdo.loaders.tasks.actors import Actor
    from luocdo.loaders.tasks.duty_words import DutyWords

_AFTER_NAME = re.compile(r"(?i)\s+(?:trước|trong|tình hình|kết quả|theo|để|về)\b.*$", re.DOTALL)

Kind = Literal["does", "coordinates", "reports"]


@dataclass(slots=True)
class Duty:
    """A stretch of a clause with one actor and one kind of duty."""

    actor: Actor
    kind: Kind
    start: int
    end: int


class DutyRoles:
    """Reads the units of stretches of one document's clauses."""

    def __init__(self, context: ReadingContext, words: DutyWords, text: str) -> None:
        """``text`` is that of the page, without accents where ``words`` are."""
        self._context, self._page, self._words, self._text = context, context.page, words, text

    def of(self, duty: Duty, place: str) -> tuple[Relation, ...]:
        """Return the edges of a duty: who acts, with whom, reporting to whom."""
        kind = "COORDINATED_BY" if duty.kind == "coordinates" else "LED_BY"
        acting = [self.role(kind, piece, printed, duty.actor.span, place) for piece, printed in duty.actor.pieces]
        sentence = Span(duty.start, duty.end)
        partners = self._partners(sentence, place)
        if not partners and duty.kind == "does" and duty.actor.opening:  # "Sở A chủ trì, phối hợp với Sở B:"
            partners = self._partners(duty.actor.opening, place)
        return (*acting, *partners, *self._receivers(sentence, place))

    def role(self, kind: str, piece: UnitPiece, printed: Span, quote: Span, place: str) -> Relation:
        """Return one edge; ``printed`` is the name within ``quote``."""
        evidence = self._page.evidence(place, quote, printed=printed)
        return Relation(
            type=kind, target=UnitMention(as_printed=self._page.text(printed), name=piece.name), evidence=evidence
        )

    def _partners(self, sentence: Span, place: str) -> list[Relation]:
        """Read "chủ trì, phối hợp với Y": Y coordinates; in a duty to coordinate the others are only named."""
        words = self._text[sentence.start : sentence.end]
        hit = self._words.patterns["with"].search(words)
        if hit is None:
            return []
        kind = "COORDINATED_BY" if self._words.leads.search(words[: hit.start()]) else "NAMED_PARTNER"
        return self._units(kind, hit, "who", sentence, place)

    def _receivers(self, sentence: Span, place: str) -> list[Relation]:
        words = self._text[sentence.start : sentence.end]
        hit = self._words.reported_to.search(words)
        return self._units("REPORTS_TO", hit, "who", sentence, place) if hit else []

    def _units(self, kind: str, hit: re.Match[str], group: str, sentence: Span, place: str) -> list[Relation]:
        start = sentence.start + hit.start(group)
        printed = self._page.flat[start : sentence.start + hit.end(group)].replace("\n", " ")
        if not starts_with_head(" ".join(printed.split())):
            return []
        pieces = split_units(printed, self._context.resolver, self._context.units)
        quote = self._page.trim(sentence)
        return [self.role(kind, piece, Span(start + piece.start, start + piece.end), quote, place) for piece in pieces]

    def then(self, duty: Duty) -> list[tuple[UnitPiece, Span]]:
        """Read a chain: "gửi X tổng hợp gửi Y thẩm định trình Z": X and Y are responsible too."""
        found: list[tuple[UnitPiece, Span]] = []
        words = self._text[duty.start : duty.end]
        acting = {piece.name for piece, _ in duty.actor.pieces}
        for hit in self._words.then.finditer(words):
            found += self._chained(duty, hit, acting)
            rest_at = hit.start("rest")
            for further in self._words.next.finditer(words[rest_at : hit.end()]):
                start = duty.start + rest_at + further.start("who")
                found += self._pieces(Span(start, duty.start + rest_at + further.end("who")), acting)
        return found

    def _chained(self, duty: Duty, hit: re.Match[str], acting: set[str]) -> list[tuple[UnitPiece, Span]]:
        if not re.search(r"(?i)\b(?:bao\s+cao|gui|trinh|tham\s+muu)\b", bare(hit["rest"])):
            return []
        return self._pieces(Span(duty.start + hit.start("who"), duty.start + hit.end("who")), acting)

    def _pieces(self, span: Span, acting: set[str]) -> list[tuple[UnitPiece, Span]]:
        printed = self._page.flat[span.start : span.end]
        if not starts_with_head(" ".join(printed.split())):
            return []
        printed = _AFTER_NAME.sub("", printed)
        pieces = split_units(printed, self._context.resolver, self._context.units)
        found = [
            (piece, Span(span.start + piece.start, span.start + piece.end))
            for piece in pieces
            if piece.name not in acting
        ]
        return [one for one in found if self._may_bind(one[0].name)]

    def _may_bind(self, name: str) -> bool:
        """Tell whether the issuer may give this unit a duty: a ministry or a department binds its own units only."""
        resolver, body = self._context.resolver, self._context.units.body
        issuer = resolver.get(body) if body else None
        if issuer is None or issuer.kind not in ("bộ", "sở", "cục"):
            return True
        unit = resolver.resolve(name, self._context.units)
        return body in (unit.parent, unit.id)
