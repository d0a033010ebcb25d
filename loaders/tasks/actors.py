"""Who acts in a sentence (chủ thể): the units that it charges, and what they are to do."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from luocdo.graph.units.pieces import UnitPiece
from luocdo.graph.vocabulary.term import Meaning
from luocdo.loaders.sentences.actor_list import ListReader
from luocdo.loaders.sentences.frame import Frame, FrameReader
from luocdo.loaders.sentences.names import NameKind, NameReader
from luocdo.loaders.sentences.words import Words
from luocdo.loaders.tasks.named_units import NamedUnits
from luocdo.loaders.text.page import Span

if TYPE_CHECKING:
    from luocdo.graph.vocabulary.lexicon import Lexicon
    from luocdo.loaders.context import ReadingContext
    from luocdo.loaders.sentences.actor_list import Listing
    from luocdo.loaders.sentences.printed_names import PrintedNames
    from luocdo.loaders.text.clauses import Clause

HEADING = 140  # characters: a heading that names units is no longer
SENTENCE = 2500  # characters: who acts stands within them
_LATELY = 256  # stretches kept as words


@dataclass(frozen=True, slots=True)
class Actor:
    """Units that act, where they are printed; ``opening``: what a clause that only opens its items
    says behind the name.
    """

    pieces: tuple[tuple[UnitPiece, Span], ...]
    span: Span
    opening: Span | None = None


@dataclass(frozen=True, slots=True)
class Charge:
    """Who a sentence charges, where what they are to do begins, and its frame."""

    actor: Actor
    does: int
    frame: Frame


class ActorFinder:
    """Finds who acts in the sentences of one document."""

    def __init__(self, context: ReadingContext, lexicon: Lexicon, printed: PrintedNames) -> None:
        """``lexicon``: the words of the document's language, with accents or without;
        ``printed``: names that the document prints whole.
        """
        self._context, self._page, self.lexicon = context, context.page, lexicon
        self._cut: dict[Span, Words] = {}
        self._charges: dict[Span, Charge | None] = {}
        self._units = NamedUnits(context, lexicon)
        names = NameReader(context.resolver, context.units, lexicon, printed)
        self.lists = ListReader(names, lexicon)
        self.frames = FrameReader(self.lists, lexicon)

    def words(self, span: Span) -> Words:
        """Cut a stretch of the page into words; what was cut lately is asked for again by the next
        readers.
        """
        if span not in self._cut:
            if len(self._cut) >= _LATELY:
                self._cut.clear()
            self._cut[span] = Words.of(self._page.flat, span, accents=self.lexicon.accents)
        return self._cut[span]

    def of_sentence(self, start: int, end: int) -> Charge | None:
        """Find whom a sentence charges, and where what they are to do begins; several readers ask
        of the same.
        """
        sentence = Span(start, end)
        if sentence not in self._charges:
            if len(self._charges) >= _LATELY:
                self._charges.clear()
            self._charges[sentence] = self._charge(start, end)
        return self._charges[sentence]

    def _charge(self, start: int, end: int) -> Charge | None:
        words = self.words(Span(start, min(end, start + SENTENCE)))
        if not len(words):
            return None
        frame = self.frames.read(words)
        if frame is None:
            return None
        actor = self.all_named(words, frame.actors)
        does = words.starts[frame.does] if frame.does < len(words) else min(end, words.ends[-1])
        return Charge(actor, does, frame) if actor else None

    def all_named(self, words: Words, listing: Listing) -> Actor | None:
        """Return the units of a list, and those that brackets behind a class name: "Các cơ quan
        (Sở A, Sở B)".
        """
        actor = self.named(words.span(listing.start, listing.end))
        inner = [
            self.named(words.span(one.start, one.end))
            for one in self.lists.explained(words, listing)
        ]
        further = tuple(piece for one in inner if one for piece in one.pieces)
        return replace(actor, pieces=(*actor.pieces, *further)) if actor and further else actor

    def list_end(self, start: int, end: int) -> int:
        """Return where the names that a sentence begins with end, over semicolons too; ``start``
        where it has none.
        """
        near = self.words(Span(start, min(end, start + HEADING)))
        if not len(near) or self.lists.at(near, self.frames.first_actor(near)) is None:
            return start
        words = self.words(Span(start, min(end, start + SENTENCE)))
        behind = self.frames.list_end(words)
        return words.ends[behind - 1] if behind else start

    def named(self, name: Span) -> Actor | None:
        """Return the units that a stretch of names holds."""
        pieces = self._units.of(name)
        return Actor(pieces, name) if pieces else None

    def begins_with_body(self, clause: Clause) -> bool:
        """Tell a clause whose first words are a unit of the registry, or a name with the head of
        one, and say more.
        """
        words = self.words(
            Span(clause.span.start, min(clause.span.end, clause.span.start + HEADING))
        )
        first = self.frames.first_actor(words) if len(words) else 0
        listing = self.lists.at(words, first) if len(words) else None
        if listing is not None and listing.kinds[0] is NameKind.KNOWN:
            return any(words.is_small(at) for at in range(listing.end, len(words)))
        head = self.lexicon.at(words.compared, first, Meaning.UNIT_HEAD)
        if (
            head is None
            or self.lexicon.at(words.compared, first, Meaning.NO_UNIT)
            or not words.is_capital(first)
        ):
            return False
        return words.is_capital(first + head.words) and any(
            map(words.is_small, range(first, len(words)))
        )

    def only_leads(self, said: Span) -> bool:
        """Tell "chủ trì:" alone: who leads is named, and nothing is said of the work."""
        words = self.words(said)
        leads = self.lexicon.at(words.compared, 0, Meaning.LEADS)
        return leads is not None and all(map(words.is_mark, range(leads.words, len(words))))

    def enacts(self, charge: Charge, words: Words) -> bool:
        """Tell what the issuer says of itself: "Ủy ban nhân dân tỉnh ban hành Kế hoạch
        như sau".
        """
        predicate = charge.frame.predicate
        if predicate is None or not self.is_issuer(charge.actor):
            return False
        return self.lexicon.at(words.compared, words.at(charge.does), Meaning.ENACTS) is not None

    def orders_as_issuer(self, sentence: Span) -> bool:
        """Tell "Bộ A yêu cầu Thủ trưởng các đơn vị …" in Bộ A's own letter from an order that it
        retells.
        """
        words = self.words(sentence)
        listing = self.lists.at(words, self.frames.first_word(words)) if len(words) else None
        if listing is None or not self.lexicon.at(words.compared, listing.end, Meaning.ASSIGNS):
            return False
        actor = self.named(words.span(listing.start, listing.end))
        return actor is not None and self.is_issuer(actor)

    def is_issuer(self, actor: Actor) -> bool:
        """Return whether the document's own issuer acts."""
        body = self._context.units.body
        units = [
            self._context.resolver.resolve(piece.name, self._context.units)
            for piece, _ in actor.pieces
        ]
        return len(units) == 1 and body in (
            units[0].id,
            self._context.resolver.body_behind(units[0]).id,
        )
