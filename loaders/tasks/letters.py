"""Duties that letters give (công văn): who is addressed, what a letter retells, whether it conveys
an instruction.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from luocdo.graph.text import fold
from luocdo.graph.units.cell_units import split_units
from luocdo.graph.units.model import GROUP
from luocdo.graph.vocabulary.lexicon import lexicon
from luocdo.graph.vocabulary.term import Meaning
from luocdo.loaders.citations.finding import find_citations
from luocdo.loaders.head.recipient_lists import addressees
from luocdo.loaders.tasks.actors import Actor
from luocdo.loaders.text.page import Span

if TYPE_CHECKING:
    from luocdo.graph.records import DocumentMention
    from luocdo.graph.units.pieces import UnitPiece
    from luocdo.loaders.context import ReadingContext
    from luocdo.loaders.tasks.duty_words import DutyWords


_OFFICES = frozenset({"phòng", "vụ", "cục", "văn phòng", "thanh tra", "đội", "khoa", "tổ"})
_LONGEST_QUOTE = 1500
_LONGEST_OPENER = 600


@dataclass(frozen=True, slots=True)
class Retold:
    """A mandate that a letter retells (giao lại): of which document, to whom, where it
    is printed.
    """

    leads: tuple[tuple[UnitPiece, Span], ...]
    partners: tuple[tuple[UnitPiece, Span], ...]
    span: Span
    document: DocumentMention


class Letter:
    """A letter's own ways of giving duties; of any other document nothing."""

    def __init__(self, context: ReadingContext, words: DutyWords, text: str) -> None:
        """``text`` is that of the page, without accents where ``words`` are."""
        self._context, self._page, self._words, self._text = context, context.page, words, text
        self.addressed = self._addressees() if context.header.kind == "Công văn" else None
        body = context.part.body
        start = context.part.preamble.start
        self.conveys = (
            self.addressed is not None and words.conveys.search(text, start, body.end) is not None
        )
        """An authority's instruction to units that the letter names ("Phó Thủ tướng … có ý kiến như sau")."""

    def asks(self, start: int, end: int, *, asked: bool, own: Actor | None) -> bool:
        """Return whether a sentence asks those addressed; an instruction that names who acts asks
        only them.
        """
        if self.addressed is None or (self.conveys and own is not None):
            return False
        return asked or any(
            not self._quoted(hit.start())
            for hit in self._words.asks.finditer(self._text, start, end)
        )

    def names_its_own(self, own: Actor, *, below: bool = False) -> bool:
        """Tell an item that names its unit ("1. Vụ Pháp chế chủ trì …") from one that speaks of
        all who are addressed.

        An item ``below`` the words that ask may also name a unit that nobody knows, or one of
        several addressed.
        """
        units = [
            self._context.resolver.resolve(piece.name, self._context.units)
            for piece, _ in own.pieces
        ]
        addressed = {
            self._context.resolver.resolve(one.name, self._context.units).id
            for one, _ in self._pieces()
        }
        if below and len(addressed) > 1 and all(unit.id in addressed for unit in units):
            return True
        if below and not any(self._means_all(piece.name) for piece, _ in own.pieces):
            return True
        own_body = self._context.units.body
        return any(
            (unit.known or below) and unit.kind != GROUP and unit.id != own_body for unit in units
        )

    def is_own_office(self, own: Actor) -> bool:
        """Tell offices of the letter's own body ("Phòng Công nghệ thông tin trích xuất …"), which
        it binds without asking.
        """
        body, resolve = self._context.units.body, self._context.resolver.resolve
        units = [resolve(piece.name, self._context.units) for piece, _ in own.pieces]
        return all(unit.parent == body and unit.kind in _OFFICES for unit in units)

    def _means_all(self, name: str) -> bool:
        """Tell "các đơn vị", which may mean all who are addressed, from a class that says which
        ("các bệnh viện").
        """
        words, at, known = fold(name).split(), 0, lexicon(accents=False)
        while before := known.at(words, at, Meaning.DETERMINER, Meaning.POST):
            at += before.words
        return known.at(words, at, Meaning.ANY_BODY) is not None

    def _pieces(self) -> tuple[tuple[UnitPiece, Span], ...]:
        return self.addressed.pieces if self.addressed else ()

    def _quoted(self, at: int) -> bool:
        """Tell words that the letter only quotes (“… đề nghị ban hành …”): a mark whose other half
        is lost quotes nothing.
        """
        flat, first, last = self._page.flat, max(0, at - _LONGEST_QUOTE), at + _LONGEST_QUOTE
        if flat.rfind("“", first, at) <= flat.rfind("”", first, at):
            return False
        closed, opened = flat.find("”", at, last), flat.find("“", at, last)
        return closed >= 0 and not 0 <= opened < closed

    def is_told_apart(self, heading: Actor) -> bool:
        """Tell the heading of some of those who are addressed ("1. Đối với Vụ Pháp chế") from the
        words that ask all.
        """
        return heading.opening is None or self.names_its_own(heading)

    def requests(self, span: Span) -> bool:
        """Return whether a clause asks for something, or opens items that do."""
        return self._words.asks.search(
            self._text, span.start, span.end
        ) is not None or self._asks_below(span)

    def _asks_below(self, span: Span) -> bool:
        words = self._text[max(span.start, span.end - _LONGEST_OPENER) : span.end].rstrip(" *_")
        return words.endswith(":") and self._words.asks_below.search(words) is not None

    def opens(self, span: Span) -> bool:
        """Return whether a clause ends by asking for what its items say; a request that it retells
        before is not its own.
        """
        words = self._text[span.start : span.end].rstrip(" *_")
        last = max(words.rfind(". "), words.rfind("” "), words.rfind(".” ")) + 1
        return words.endswith(":") and (
            self._words.asks.search(words, last) is not None
            or self._words.asks_below.search(words, last) is not None
        )

    def _addressees(self) -> Actor | None:
        spans = list(addressees(self._page, self._context.part))
        pieces = [
            (piece, Span(span.start + piece.start, span.start + piece.end))
            for span in spans
            for piece in split_units(
                self._page.flat[span.start : span.end], self._context.resolver, self._context.units
            )
        ]
        return Actor(tuple(pieces), Span(spans[0].start, spans[-1].end)) if pieces else None

    def retold(self, zone: Span) -> Retold | None:
        """Read "Thủ tướng Chính phủ giao Bộ X chủ trì, phối hợp với Y …": a mandate of the
        document named before it.
        """
        hit = (
            self._words.retold.search(self._text, zone.start, zone.end) if self.addressed else None
        )
        if hit is None:
            return None
        named = [
            one
            for one in find_citations(self._page, Span(zone.start, hit.start()), self._context)
            if one.mention.number
        ]
        if not named:
            return None
        end = self._words.segment.search(self._text, hit.end(), zone.end)
        span = self._page.trim(Span(hit.start(), end.start() if end else zone.end))
        partners = self._words.retold_with.match(self._text, hit.end(), span.end)
        return Retold(
            leads=self._in_line(Span(hit.start("who"), hit.end("who"))),
            partners=(
                self._in_line(Span(partners.start("who"), partners.end("who"))) if partners else ()
            ),
            span=span,
            document=named[-1].mention,
        )

    def _in_line(self, name: Span) -> tuple[tuple[UnitPiece, Span], ...]:
        """Return the units of a stretch of running text, where a line's end parts no names."""
        printed = self._page.flat[name.start : name.end].replace("\n", " ")
        pieces = split_units(printed, self._context.resolver, self._context.units)
        return tuple(
            (piece, Span(name.start + piece.start, name.start + piece.end)) for piece in pieces
        )
