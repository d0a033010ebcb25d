"""Classes of units (nhóm đơn vị trong câu): article, noun, and what tells which of the class are
meant.

class := [post] [determiner] noun { qualifier | name | "các" noun } [trade]
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from luocdo.graph.units.grammar import is_collective
from luocdo.graph.vocabulary.term import Meaning
from luocdo.loaders.sentences.boundaries import FIRM, NO_NOUN, TELLING, Boundaries
from luocdo.loaders.sentences.class_qualifiers import OF, ClassQualifiers
from luocdo.loaders.sentences.class_trades import ClassTrades

if TYPE_CHECKING:
    from collections.abc import Callable

    from luocdo.graph.vocabulary.lexicon import Place
    from luocdo.loaders.sentences.headed_names import HeadedNames
    from luocdo.loaders.sentences.words import Words

_LONGEST_QUALIFIER = 14  # words before "có trách nhiệm"
_LONGEST_BRACKET = 60
_NOUN_BEFORE_VERB = 8
_NOUN_BEFORE_QUALIFIER = 3
_AND = frozenset({"và", "va"})
_BY_FUNCTION = (
    ("theo", "chức", "năng"),
    ("căn", "cứ", "chức"),
    ("theo", "chuc", "nang"),
    ("can", "cu", "chuc"),
)
_WHOLE = (
    "full"  # a class that needs no noun of its own: what follows "các địa phương" is what they do
)


class ClassNames:
    """Reads classes of units at a place of a sentence."""

    def __init__(
        self, bounds: Boundaries, headed: HeadedNames, known: Callable[[Words, int], int | None]
    ) -> None:
        """``known`` returns where a unit of the registry ends."""
        self._bounds, self._headed, self._known = bounds, headed, known
        self._trades = ClassTrades(bounds)
        self._qualifiers = ClassQualifiers(bounds, self._trades, known)

    def end(self, words: Words, place: int, *, goes_on: bool) -> int | None:
        """Return where the class that begins at ``place`` ends; where it ``goes_on`` with another,
        it needs no article.
        """
        at = self._past_posts(words, place)
        posts = at > place
        if posts and (known := self._known(words, at)):
            return known
        determiner = self._bounds.term(words, at, Meaning.DETERMINER)
        if (
            determiner is None
            and not goes_on
            and not is_collective(words.phrase(place, place + TELLING))
        ):
            return None
        at += determiner.words if determiner else 0
        noun = self._noun(words, at, bare=determiner is None, goes_on=goes_on)
        alone = determiner is None and not goes_on and not posts
        return self._behind_noun(words, at, noun, alone=alone) if noun else None

    def _past_posts(self, words: Words, at: int) -> int:
        while post := self._bounds.term(words, at, Meaning.POST):
            at += post.words
        return at

    def _noun(self, words: Words, at: int, *, bare: bool, goes_on: bool) -> Place | None:
        nouns = (
            (Meaning.CLASS_NOUN,)
            if bare and not goes_on
            else (Meaning.CLASS_NOUN, Meaning.UNIT_HEAD)
        )
        noun = self._bounds.term(words, at, *nouns)
        if noun is None or self._bounds.term(words, at, Meaning.NO_UNIT):
            return None
        if bare and (
            self._bounds.is_verb(words, at, at + noun.words)
            or (goes_on and self._is_proper(words, at, noun))
        ):
            return None
        return noun

    def _is_proper(self, words: Words, at: int, noun: Place) -> bool:
        """Return whether this is a name of its own ("Cục Thuế"), not a noun of the class with a
        capital ("Tổng Công ty, đơn vị …").
        """
        return words.is_capital(at) and words.is_capital(at + noun.words)

    def _behind_noun(self, words: Words, at: int, noun: Place, *, alone: bool) -> int | None:
        behind = at + noun.words
        if (
            words.is_capital(behind)
            and not words.begins_line(behind)
            and not self._bounds.ends_name(words, behind)
            and not self._is_told_in_capitals(words, behind)
        ):
            place = self._bounds.term(words, at, Meaning.REGION)
            return self._past_place(words, behind) if place else self._headed.run(words, behind)
        whole = noun.term.value == _WHOLE
        end = self._class_end(words, behind, noun)
        lone = alone and end == behind and words.printed[end : end + 1] != (",",)
        return None if lone and not whole and "," not in noun.term.term else end

    def _past_place(self, words: Words, at: int) -> int:
        """Pass the proper name of a place: "các phường Lâm Viên, …"."""
        while words.is_capital(at):
            at += 1
        return at

    def _is_told_in_capitals(self, words: Words, at: int) -> bool:
        """Return whether this is "CÁC TRƯỜNG HỌC TRỰC THUỘC SỞ": a heading in capitals, whose
        class goes on as in small letters.
        """
        word, told = words.printed[at], self._bounds.term(words, at, Meaning.CLASS_QUALIFIER)
        capitals = len(word) > 1 and word.isupper()
        return capitals and told is not None and words.compared[at + told.words - 1] in OF

    def _class_end(self, words: Words, place: int, noun: Place) -> int:
        whole, at = noun.term.value == _WHOLE, self._qualifiers.end(words, place)
        if at >= len(words) or words.is_mark(at) or words.compared[at] in _AND:
            return at
        if obliged := self._obliged(words, at):
            return obliged
        if (at == place or noun.term.value == FIRM) and (
            trade := self._trades.end(words, at, noun)
        ):
            return trade
        if self._bounds.ends_name(words, at) or whole or at > place:
            return at
        return self._noun_end(words, at)

    def _noun_end(self, words: Words, start: int) -> int:
        """Return where a noun that no list has ends: "doanh nghiệp viễn thông bảo đảm …";
        ``start`` where it is a verb.
        """
        verb = self._bounds.term(words, start, Meaning.ACTS)
        for end in range(start + 1, min(len(words), start + 1 + _NOUN_BEFORE_VERB)):
            if self._bounds.term(words, end - 1, *NO_NOUN) or words.is_mark(end - 1):
                return start
            if self._bounds.ends_name(words, end) or words.printed[end] == ":":
                return end
            if end - start <= _NOUN_BEFORE_QUALIFIER and self._bounds.term(
                words, end, Meaning.CLASS_QUALIFIER
            ):
                return self._qualifiers.end(words, end)
            if self._bounds.opens_item(words, end):
                return end
            if words.printed[end] == "," and not verb and end - start <= _NOUN_BEFORE_QUALIFIER:
                return (
                    end
                    if self._bounds.begins_class(words, end + 1) or words.is_capital(end + 1)
                    else start
                )
        return start

    def _obliged(self, words: Words, at: int) -> int | None:
        """Return where "có trách nhiệm" stands, when a clause about the class stands before it,
        and brackets.
        """
        if self._bounds.opens_clause(words, at) or self._bounds.term(words, at, Meaning.DIRECTS):
            return None  # "các cơ quan, khi nhận được hồ sơ, phải …": when, not which
        place, bracket, limit = at + 1, None, at + _LONGEST_QUALIFIER
        while place < min(len(words), limit):
            if words.printed[place] == "(" and bracket is None:
                bracket, limit = place, limit + _LONGEST_BRACKET
                place = self._trades.past_bracket(words, place)
            elif words.is_mark(place):
                return None
            elif charge := self._charge(words, at, place):
                return bracket if bracket and words.printed[place - 1] == ")" else charge
            else:
                place += 1
        return None

    def _charge(self, words: Words, at: int, place: int) -> int | None:
        """Return where a class that begins before ``at`` is charged: by its functions, or at "phải
        có trách nhiệm" behind what tells which are meant.
        """
        by_function = words.compared[place : place + 3] in _BY_FUNCTION
        if by_function and not self._bounds.ends_name(words, at):
            return place
        found = self._bounds.term(words, place, Meaning.OBLIGES)
        if found is None or found.words == 1:
            return None
        return place - (self._bounds.term(words, place - 1, Meaning.OBLIGES) is not None)
