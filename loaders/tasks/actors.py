"""Who acts in a clause (chủ thể): the units that its sentence charges, or that the heading above
it names.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from itertools import pairwise
from typing import TYPE_CHECKING

from luocdo.graph.units.cell_units import split_units
from luocdo.graph.units.grammar import is_collective, starts_with_head
from luocdo.graph.units.pieces import UnitPiece
from luocdo.graph.vocabulary.term import Meaning
from luocdo.loaders.sentences.actor_list import ListReader
from luocdo.loaders.sentences.frame import Frame, FrameReader
from luocdo.loaders.sentences.names import NameKind, NameReader
from luocdo.loaders.sentences.words import Words
from luocdo.loaders.text.page import Span

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from luocdo.graph.vocabulary.lexicon import Lexicon
    from luocdo.loaders.context import ReadingContext
    from luocdo.loaders.sentences.actor_list import Listing
    from luocdo.loaders.text.clauses import Clause

HEADING = 140  # characters: a heading that names units is no longer
_LONGEST_UNKNOWN = 14
_DIRECTS = "chỉ đạo"
_PLAIN = 9  # the level of a paragraph without a number
_STOP = re.compile(r"(?<=[^\sA-Z0-9]\.)\s+(?=[A-Z])")
_LATELY = 256  # stretches kept as words
_SENTENCE = 2500  # characters: who acts stands within them
# What explains a name: "(sau đây gọi là …)", "- Cơ quan thường trực Ban Chỉ đạo".
_CALLED = re.compile(
    r"\((?:sau đây|dưới đây)?\s*(?:gọi|viết)\s[^()]*\)|\((?=[a-zđà-ỹ])[^()]*\)"
    r"|\s[-–]\s(?i:cơ quan|đơn vị)\s(?i:thường trực|đầu mối|chủ trì|tham mưu|chủ quản|phụ"
    r" trách)[^,;:.()]*"
    r"|,\s(?:cơ quan|đơn vị)\s(?:thường trực|tham mưu)[^,;:.()]*"
)
_SEVERAL = re.compile(r"\([^()]*,[^()]*\)")  # units that explain a class; they are read apart
_SIGN = re.compile(r"\(\s*(?P<sign>[A-ZĐ]\w{0,7})\s*\)")
# "Giám đốc các Sở: Nội vụ, Tài chính; …": the post belongs to each member of the class.
_POST_OF_CLASS = re.compile(
    r"(?:Giám đốc|Thủ trưởng|Cục trưởng|Vụ trưởng|Chánh Văn phòng|Chủ tịch|Bộ"
    r" trưởng)\s+(?=[Cc]ác\s+[^,;:]{1,40}:)"
)


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

    def __init__(
        self, context: ReadingContext, lexicon: Lexicon, clauses: Sequence[Clause] = ()
    ) -> None:
        """``clauses`` are all of the document's: headings beside one another tell whether they are
        units.
        """
        self._context, self._page, self.lexicon = context, context.page, lexicon
        self._beside: dict[tuple[int, tuple[str, ...]], list[Clause]] = {}
        for one in clauses:
            self._beside.setdefault((one.level, one.names[:-1]), []).append(one)
        self._opening = frozenset(one.above[-1].span for one in clauses if one.above)
        self._begun: dict[Span, bool] = {}
        self._cut: dict[Span, Words] = {}
        self._charges: dict[Span, Charge | None] = {}
        self.names = NameReader(context.resolver, context.units, lexicon)
        self.lists = ListReader(self.names, lexicon)
        self.frames = FrameReader(self.lists, lexicon)
        self._heads: dict[Span, Actor | None] = {}

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
        words = self.words(Span(start, min(end, start + _SENTENCE)))
        if not len(words):
            return None
        frame = self.frames.read(words)
        if frame is None:
            return None
        actor = self._all_named(words, frame.actors)
        does = words.starts[frame.does] if frame.does < len(words) else min(end, words.ends[-1])
        return Charge(actor, does, frame) if actor else None

    def _all_named(self, words: Words, listing: Listing) -> Actor | None:
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
        words = self.words(Span(start, min(end, start + _SENTENCE)))
        behind = self.frames.list_end(words)
        return words.ends[behind - 1] if behind else start

    def named(self, name: Span) -> Actor | None:
        """Return the units that a stretch of names holds."""
        spans = tuple(one for item in _items(self._page.flat, name) for one in self._pieces(item))
        spans = tuple(one for one in spans if self._plausible(one[0].name))
        return Actor(spans, name) if spans else None

    def _pieces(self, item: Span) -> Iterator[tuple[UnitPiece, Span]]:
        printed = _CALLED.sub(_blank, self._page.flat[item.start : item.end].replace("\n", " "))
        printed = _SIGN.sub(self._sign, _SEVERAL.sub(_blank, printed))
        for piece in split_units(printed, self._context.resolver, self._context.units):
            yield (
                self._without_person(piece),
                Span(item.start + piece.start, item.start + piece.end),
            )

    def _without_person(self, piece: UnitPiece) -> UnitPiece:
        """Name the holder of a post by the post: "Phó Hiệu trưởng Lê Văn An" is the Phó Hiệu
        trưởng.
        """
        words = Words.of(piece.name, Span(0, len(piece.name)), accents=self.lexicon.accents)
        post = self.lexicon.at(words.compared, 0, Meaning.POST, Meaning.UNIT_HEAD)
        if post is None or not all(map(words.is_capital, range(post.words, len(words)))):
            return piece
        person = self.lexicon.at(words.compared, post.words, Meaning.FAMILY_NAME)
        return (
            replace(piece, name=words.phrase(0, post.words))
            if person and len(words) - post.words > 1
            else piece
        )

    def _sign(self, hit: re.Match[str]) -> str:
        """Blank a sign of the document's own behind its name: "Phòng Đào tạo (P3)"."""
        return (
            " " * len(hit.group())
            if hit["sign"] in self._context.units.abbreviations
            else hit.group()
        )

    def _plausible(self, name: str) -> bool:
        """Tell a unit from a stretch of a clause: it begins as a name, and one that nobody knows
        is short.
        """
        unit = self._context.resolver.resolve(name, self._context.units)
        if unit.known and unit.kind != "nhóm":
            return True
        full = self._context.units.abbreviations.get(name, name)
        return (starts_with_head(full) or self._is_post(full)) and (
            unit.kind == "nhóm" or len(name.split()) <= self._longest(name)
        )

    def _is_post(self, name: str) -> bool:
        """Tell "Tổng giám đốc" alone: the head of the body that speaks."""
        words = Words.of(name, Span(0, len(name)), accents=self.lexicon.accents)
        post = self.lexicon.at(words.compared, 0, Meaning.POST)
        return post is not None and post.words == len(words)

    def _longest(self, name: str) -> int:
        """Return how many words a name that nobody knows may have; more where they are those that
        names are made of.
        """
        words = Words.of(name, Span(0, len(name)), accents=self.lexicon.accents)
        made = (
            self.lexicon.at(words.compared, at, Meaning.NAME_PHRASE) for at in range(len(words))
        )
        return 2 * _LONGEST_UNKNOWN if any(made) else _LONGEST_UNKNOWN

    def of_heading(self, clause: Clause) -> Actor | None:
        """Find the actor in the nearest heading above that names units ("2. Cục Công nghệ thông
        tin").
        """
        for one in reversed(clause.above):
            if one.span not in self._heads:
                self._heads[one.span] = self._in_heading(one)
            if actor := self._heads[one.span]:
                return actor
        return None

    def names_units(self, clause: Clause) -> bool:
        """Tell a clause that is nothing but names of units ("2. Trách nhiệm của Sở Nội vụ")."""
        if clause.span not in self._heads:
            self._heads[clause.span] = self._in_heading(clause)
        actor = self._heads[clause.span]
        return actor is not None and actor.opening is None

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

    def only_charges(self, clause: Clause) -> bool:
        """Tell "3. Sở Tư pháp có trách nhiệm" above its items: it says nothing but who
        is charged.
        """
        words = self.words(
            Span(clause.span.start, min(clause.span.end, clause.span.start + _SENTENCE))
        )
        charge = self.of_sentence(*clause.span) if len(words) else None
        return charge is not None and self._only_charges(words, charge)

    def _in_heading(self, one: Clause) -> Actor | None:
        """Find the units that a heading is, or that a clause which opens its items begins with."""
        words = self.words(Span(one.span.start, min(one.span.end, one.span.start + _SENTENCE)))
        if not len(words) or self.frames.is_label(words, self.frames.first_word(words)):
            return None  # "Cơ quan thực hiện:" above its fields
        actor = self._listed(words, one) if one.span.end - one.span.start < 3 * HEADING else None
        if actor:
            return actor
        charge = self._opening_charge(one)
        if charge is None or not (self.opens(one, words) or self._only_charges(words, charge)):
            return self._class_in_heading(words, one)
        if self.enacts(charge, words):
            return None  # "Ủy ban nhân dân tỉnh ban hành Kế hoạch như sau:"
        return replace(charge.actor, opening=Span(charge.does, one.span.end))

    def _opening_charge(self, one: Clause) -> Charge | None:
        """Return whom a clause charges; of a paragraph that opens its items the last sentence
        counts too.
        """
        last = self.last_sentence(one)
        behind = self.of_sentence(last, one.span.end) if last > one.span.start else None
        charge = behind or self.of_sentence(one.span.start, one.span.end)
        return self._directed(charge, one) if charge else None

    def _directed(self, charge: Charge, one: Clause) -> Charge:
        """Return whom an opener lets act through another: "Sở A chỉ đạo Chi cục B thực hiện các
        nội dung sau:".
        """
        words = self.words(Span(charge.does, one.span.end))
        verb = self.lexicon.at(words.compared, 0, Meaning.ACTS) if len(words) else None
        if verb is None or verb.term.term != _DIRECTS or not words.is_capital(verb.words):
            return charge
        frame = self.frames.read(self.words(Span(words.starts[verb.words], one.span.end)))
        told = frame is not None and not frame.headed
        actor = (
            self.named(words.span(verb.words, verb.words + frame.actors.end))
            if frame and told
            else None
        )
        return replace(charge, actor=actor) if actor else charge

    def last_sentence(self, one: Clause) -> int:
        """Return where the last sentence of a paragraph that ends in a colon begins, of any other
        clause its beginning.
        """
        if one.level < _PLAIN or not one.text.rstrip(" *_").endswith(":"):
            return one.span.start
        return one.span.start + max((hit.end() for hit in _STOP.finditer(one.bare)), default=0)

    def own_words(self, one: Clause) -> Span:
        """Return the words of a clause without those of a paragraph's end that charge somebody
        with what its items say.
        """
        if one.span not in self._opening or one.level < _PLAIN:
            return one.span
        last = self.last_sentence(one)
        charge = self.of_sentence(last, one.span.end)
        return Span(one.span.start, last) if charge and charge.frame.assigned else one.span

    def _is_class(self, words: Words, at: int) -> bool:
        determiner = self.lexicon.at(words.compared, at, Meaning.DETERMINER)
        noun = self.lexicon.at(
            words.compared, at + (determiner.words if determiner else 0), Meaning.CLASS_NOUN
        )
        return noun is not None and is_collective(words.phrase(at, len(words)))

    def _says(self, words: Words, at: int) -> bool:
        """Return whether something is said behind a class that a heading names, beyond which of it
        are meant.
        """
        return any(
            self.lexicon.at(words.compared, place, Meaning.OBLIGES, Meaning.LEADS)
            for place in range(at, len(words))
        )

    def enacts(self, charge: Charge, words: Words) -> bool:
        """Tell what the issuer says of itself: "Ủy ban nhân dân tỉnh ban hành Kế hoạch
        như sau".
        """
        predicate = charge.frame.predicate
        if predicate is None or not self._is_issuer(charge.actor):
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
        return actor is not None and self._is_issuer(actor)

    def _is_issuer(self, actor: Actor) -> bool:
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

    def _class_in_heading(self, words: Words, one: Clause) -> Actor | None:
        """Read a class that a clause of its own tells: "6. Các doanh nghiệp đang hoạt động trong
        khu công nghiệp".
        """
        first = self.frames.first_word(words)
        if one.span not in self._opening or one.span.end - one.span.start >= HEADING:
            return None
        listing = self.lists.at(words, first)
        behind = listing.end if listing else first
        several = listing.kinds[-1] is NameKind.CLASS if listing else self._is_class(words, first)
        marks = any(
            words.printed[at] not in "-–"
            for at in range(behind, len(words) - 1)
            if words.is_mark(at)
        )
        if marks or not several or (listing and self._says(words, behind)):
            return None
        if words.printed[-1] == "." and self.of_sentence(*one.span) is not None:
            return None  # a sentence that charges the class; what stands below it closes the paper
        return self.named(words.span(first, len(words) - words.is_mark(len(words) - 1)))

    def opens(self, one: Clause, words: Words) -> bool:
        """Tell a clause that ends in a colon: what its items say is what is to be done."""
        return words.printed[-1] == ":" and words.ends[-1] >= one.span.end - 3

    def _only_charges(self, words: Words, charge: Charge) -> bool:
        """Tell "Sở Tư pháp có trách nhiệm": nothing is said but that they are charged."""
        predicate = charge.frame.predicate
        if predicate is None or not predicate.obliged:
            return False
        verb = self.lexicon.at(words.compared, predicate.at, Meaning.OBLIGES)
        return verb is not None and all(
            map(words.is_mark, range(predicate.at + verb.words, len(words)))
        )

    def _listed(self, words: Words, one: Clause) -> Actor | None:
        charged = self.lexicon.at(
            words.compared, self.frames.first_word(words), Meaning.HEADING_CHARGES
        )
        listing = self.lists.at(
            words, self.frames.first_word(words) + (charged.words if charged else 0)
        )
        if listing is None or any(
            words.printed[at] not in ":.*_" for at in range(listing.end, len(words))
        ):
            return None
        actor = self._all_named(words, listing)
        if actor is None or not (charged or self._surely(actor) or self._among_units(one)):
            return None
        return actor

    def _surely(self, actor: Actor) -> bool:
        """Tell units that are known, or classes with their article, from words that may be a topic
        ("Doanh nghiệp số").
        """
        for piece, _ in actor.pieces:
            unit = self._context.resolver.resolve(piece.name, self._context.units)
            if (unit.known and unit.kind != "nhóm") or self._determined(piece.name):
                return True
        return False

    def _determined(self, name: str) -> bool:
        words = Words.of(name, Span(0, len(name)), accents=self.lexicon.accents)
        return self.lexicon.at(words.compared, 0, Meaning.DETERMINER) is not None

    def _among_units(self, heading: Clause) -> bool:
        """Return whether headings beside this one are units too, where there are any."""
        beside = [
            one
            for one in self._beside.get((heading.level, heading.names[:-1]), ())
            if one.span != heading.span
        ]
        return not beside or any(map(self._begins_with_unit, beside))

    def _begins_with_unit(self, one: Clause) -> bool:
        if one.span not in self._begun:
            words = self.words(Span(one.span.start, min(one.span.end, one.span.start + HEADING)))
            listing = self.lists.at(words, self.frames.first_word(words)) if len(words) else None
            whole = listing is not None and listing.end >= len(words) - 1
            self._begun[one.span] = whole or (
                listing is not None and self.of_sentence(*one.span) is not None
            )
        return self._begun[one.span]


def _blank(hit: re.Match[str]) -> str:
    return " " * len(hit.group())


def _items(flat: str, name: Span) -> Iterator[Span]:
    """Cut a list of names at its semicolons and before the classes that a post governs."""
    printed = flat[name.start : name.end]
    cuts = [Span(0, 0), *(Span(*hit.span()) for hit in re.finditer(r";\s*", printed))]
    cuts += [Span(*hit.span()) for hit in _POST_OF_CLASS.finditer(printed)]
    cuts.sort(key=lambda cut: cut.start)
    for cut, after in pairwise((*cuts, Span(len(printed), len(printed)))):
        if printed[cut.end : after.start].strip(" ,"):
            yield Span(name.start + cut.end, name.start + after.start)
