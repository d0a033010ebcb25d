"""Who acts by the heading above a clause (chủ thể nêu ở đề mục): "2. Cục Công nghệ thông tin",
"Trách nhiệm của Sở Nội vụ", "Sở Y tế có trách nhiệm:".
"""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING

from luocdo.graph.units.grammar import is_collective
from luocdo.graph.vocabulary.term import Meaning
from luocdo.loaders.sentences.names import NameKind
from luocdo.loaders.sentences.words import Words
from luocdo.loaders.tasks.actors import HEADING, SENTENCE, Actor, ActorFinder, Charge
from luocdo.loaders.text.page import Span

if TYPE_CHECKING:
    from collections.abc import Sequence

    from luocdo.loaders.context import ReadingContext
    from luocdo.loaders.text.clauses import Clause

_PLAIN = 9  # the level of a paragraph without a number
_STOP = re.compile(r"(?<=[^\sA-Z0-9]\.)\s+(?=[A-Z])")


class HeadingActors:
    """Finds who acts by the headings of one document."""

    def __init__(
        self, context: ReadingContext, actors: ActorFinder, clauses: Sequence[Clause]
    ) -> None:
        """``clauses`` are all of the document's: headings beside one another tell whether they are
        units.
        """
        self._context, self._actors, self._lexicon = context, actors, actors.lexicon
        self._beside: dict[tuple[int, tuple[str, ...]], list[Clause]] = {}
        for one in clauses:
            self._beside.setdefault((one.level, one.names[:-1]), []).append(one)
        self._opening = frozenset(one.above[-1].span for one in clauses if one.above)
        self._begun: dict[Span, bool] = {}
        self._heads: dict[Span, Actor | None] = {}

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

    def only_charges(self, clause: Clause) -> bool:
        """Tell "3. Sở Tư pháp có trách nhiệm" above its items: it says nothing but who
        is charged.
        """
        words = self._actors.words(
            Span(clause.span.start, min(clause.span.end, clause.span.start + SENTENCE))
        )
        charge = self._actors.of_sentence(*clause.span) if len(words) else None
        return charge is not None and self._only_charges(words, charge)

    def _in_heading(self, one: Clause) -> Actor | None:
        """Find the units that a heading is, or that a clause which opens its items begins with."""
        words = self._actors.words(
            Span(one.span.start, min(one.span.end, one.span.start + SENTENCE))
        )
        if not len(words) or self._actors.frames.is_label(
            words, self._actors.frames.first_word(words)
        ):
            return None  # "Cơ quan thực hiện:" above its fields
        actor = self._listed(words, one) if one.span.end - one.span.start < 3 * HEADING else None
        if actor:
            return actor
        charge = self._opening_charge(one)
        if charge is None or not (self._opens(one, words) or self._only_charges(words, charge)):
            return self._class_in_heading(words, one)
        if self._actors.enacts(charge, words):
            return None  # "Ủy ban nhân dân tỉnh ban hành Kế hoạch như sau:"
        return replace(charge.actor, opening=Span(charge.does, one.span.end))

    def _opening_charge(self, one: Clause) -> Charge | None:
        """Return whom a clause charges; of a paragraph that opens its items the last sentence
        counts too.
        """
        last = self._last_sentence(one)
        behind = self._actors.of_sentence(last, one.span.end) if last > one.span.start else None
        charge = behind or self._actors.of_sentence(one.span.start, one.span.end)
        return self._directed(charge, one) if charge else None

    def _directed(self, charge: Charge, one: Clause) -> Charge:
        """Return whom an opener lets act through another: "Sở A chỉ đạo Chi cục B thực hiện các
        nội dung sau:".
        """
        words = self._actors.words(Span(charge.does, one.span.end))
        verb = self._lexicon.at(words.compared, 0, Meaning.DIRECTS) if len(words) else None
        if verb is None or not words.is_capital(verb.words):
            return charge
        frame = self._actors.frames.read(
            self._actors.words(Span(words.starts[verb.words], one.span.end))
        )
        told = frame is not None and not frame.headed
        actor = (
            self._actors.named(words.span(verb.words, verb.words + frame.actors.end))
            if frame and told
            else None
        )
        return replace(charge, actor=actor) if actor else charge

    def _last_sentence(self, one: Clause) -> int:
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
        last = self._last_sentence(one)
        charge = self._actors.of_sentence(last, one.span.end)
        return Span(one.span.start, last) if charge and charge.frame.assigned else one.span

    def _is_class(self, words: Words, at: int) -> bool:
        determiner = self._lexicon.at(words.compared, at, Meaning.DETERMINER)
        noun = self._lexicon.at(
            words.compared, at + (determiner.words if determiner else 0), Meaning.CLASS_NOUN
        )
        return noun is not None and is_collective(words.phrase(at, len(words)))

    def _says(self, words: Words, at: int) -> bool:
        """Return whether something is said behind a class that a heading names, beyond which of it
        are meant.
        """
        return any(
            self._lexicon.at(words.compared, place, Meaning.OBLIGES, Meaning.LEADS)
            for place in range(at, len(words))
        )

    def _class_in_heading(self, words: Words, one: Clause) -> Actor | None:
        """Read a class that a clause of its own tells: "6. Các doanh nghiệp đang hoạt động trong
        khu công nghiệp".
        """
        first = self._actors.frames.first_word(words)
        if one.span not in self._opening or one.span.end - one.span.start >= HEADING:
            return None
        listing = self._actors.lists.at(words, first)
        behind = listing.end if listing else first
        several = listing.kinds[-1] is NameKind.CLASS if listing else self._is_class(words, first)
        marks = any(
            words.printed[at] not in "-–"
            for at in range(behind, len(words) - 1)
            if words.is_mark(at)
        )
        if marks or not several or (listing and self._says(words, behind)):
            return None
        if words.printed[-1] == "." and self._actors.of_sentence(*one.span) is not None:
            return None  # a sentence that charges the class; what stands below it closes the paper
        return self._actors.named(words.span(first, len(words) - words.is_mark(len(words) - 1)))

    def _opens(self, one: Clause, words: Words) -> bool:
        """Tell a clause that ends in a colon: what its items say is what is to be done."""
        return words.printed[-1] == ":" and words.ends[-1] >= one.span.end - 3

    def _only_charges(self, words: Words, charge: Charge) -> bool:
        """Tell "Sở Tư pháp có trách nhiệm": nothing is said but that they are charged."""
        predicate = charge.frame.predicate
        if predicate is None or not predicate.obliged:
            return False
        verb = self._lexicon.at(words.compared, predicate.at, Meaning.OBLIGES)
        return verb is not None and all(
            map(words.is_mark, range(predicate.at + verb.words, len(words)))
        )

    def _listed(self, words: Words, one: Clause) -> Actor | None:
        charged = self._lexicon.at(
            words.compared, self._actors.frames.first_word(words), Meaning.HEADING_CHARGES
        )
        listing = self._actors.lists.at(
            words, self._actors.frames.first_word(words) + (charged.words if charged else 0)
        )
        if listing is None or any(
            words.printed[at] not in ":.*_" for at in range(listing.end, len(words))
        ):
            return None
        actor = self._actors.all_named(words, listing)
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
        words = Words.of(name, Span(0, len(name)), accents=self._lexicon.accents)
        return self._lexicon.at(words.compared, 0, Meaning.DETERMINER) is not None

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
            words = self._actors.words(
                Span(one.span.start, min(one.span.end, one.span.start + HEADING))
            )
            listing = (
                self._actors.lists.at(words, self._actors.frames.first_word(words))
                if len(words)
                else None
            )
            whole = listing is not None and listing.end >= len(words) - 1
            self._begun[one.span] = whole or (
                listing is not None and self._actors.of_sentence(*one.span) is not None
            )
        return self._begun[one.span]
