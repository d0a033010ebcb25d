"""What ends a name, and what looks like a name and is none (ranh giới của tên): asked of the
vocabulary word by word.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from luocdo.graph.vocabulary.term import Meaning

if TYPE_CHECKING:
    from luocdo.graph.vocabulary.lexicon import Lexicon, Place
    from luocdo.loaders.sentences.words import Words

STARTS = (Meaning.LEADS, Meaning.COORDINATES, Meaning.OBLIGES, Meaning.REPORTS, Meaning.ASSIGNS)
NO_NOUN = (Meaning.DESCRIBES, Meaning.GOES_ON, Meaning.CONDITION)
_VERBS_TOO = frozenset({("tổ", "chức"), ("to", "chuc")})
FIRM = "firm"
"""The value of a noun whose trade or proper name tells which are meant (doanh nghiệp, công ty)."""
TELLING = 8  # words that say whether a name begins


class Boundaries:
    """Asks the vocabulary where names end."""

    def __init__(self, lexicon: Lexicon) -> None:
        """Use ``lexicon``."""
        self._lexicon = lexicon
        self.accents = lexicon.accents

    def term(self, words: Words, at: int, *meanings: Meaning) -> Place | None:
        """Return the longest term of ``meanings`` that begins at a word."""
        return self._lexicon.at(words.compared, at, *meanings)

    def ends_name(self, words: Words, place: int) -> bool:
        """Return whether a predicate surely begins at ``place``: no name goes on with it."""
        if place >= len(words):
            return True
        found = self._lexicon.at(words.compared, place, *STARTS, Meaning.ACTS, Meaning.MANNER)
        if found is None or found.term.value in ("opens", "item", "inner"):
            return False
        if words.is_small(place):
            return True
        orders = found.term.meaning not in (Meaning.ACTS, Meaning.ASSIGNS, Meaning.REPORTS)
        return (
            orders
            and found.words > 1
            and all(map(words.is_small, range(place + 1, place + found.words)))
        )

    def is_small_manner(self, words: Words, at: int) -> bool:
        """Return whether this is "sẽ", "phải" and the like, which a verb follows: no name has
        them.
        """
        manner = self._lexicon.at(words.compared, at, Meaning.MANNER, Meaning.OBLIGES)
        return manner is not None and words.is_small(at) and words.is_small(at + manner.words)

    def opens_clause(self, words: Words, at: int) -> bool:
        """Return whether this is "khi", "nếu", which tell when a class acts, not which of it are
        meant.
        """
        opened = self._lexicon.at(words.compared, at, Meaning.CONDITION)
        return opened is not None and opened.term.value == "clause"

    def opens_item(self, words: Words, at: int) -> bool:
        """Return whether this is a verb in small letters that opens items; in names and behind
        nouns it may stand too.
        """
        return (
            words.is_small(at) and self._lexicon.at(words.compared, at, Meaning.ACTS) is not None
        )

    def begins_predicate(self, words: Words, at: int) -> bool:
        """Return whether any predicate, surely or not, begins at ``at``; a colon
        stands for one.
        """
        if at >= len(words):
            return False
        return words.printed[at] == ":" or self.ends_name(words, at) or self.opens_item(words, at)

    def begins_order(self, words: Words, at: int) -> bool:
        """Return whether this is a predicate whose first letter is a capital: a heading glued to
        its sentence ("Giao Sở A Theo dõi …").
        """
        found = self._lexicon.at(words.compared, at, *STARTS, Meaning.ACTS, Meaning.MANNER)
        if found is None or at + found.words > len(words):
            return False
        return (
            all(words.is_small(place) for place in range(at + 1, at + found.words))
            and found.words > 1
        )

    def begins_class(self, words: Words, at: int) -> bool:
        """Return whether a class of units may begin: its noun or its article stands there."""
        return (
            self._lexicon.at(words.compared, at, Meaning.CLASS_NOUN, Meaning.DETERMINER)
            is not None
        )

    def is_verb(self, words: Words, place: int, end: int) -> bool:
        """Return whether this is "Thanh tra, kiểm tra …", "Tổ chức, quản lý …": a word for a body
        that is a verb, unless a charge follows.
        """
        if end >= len(words):
            return False
        comma = words.printed[end] == ","
        if words.compared[place:end] in _VERBS_TOO and comma:
            return self.term(words, end + 1, Meaning.CLASS_NOUN) is None and not words.is_capital(
                end + 1
            )
        verb = self.term(words, place, Meaning.ACTS)
        if verb is None or place + verb.words < end:
            return False
        if words.is_mark(end):
            return comma and words.is_small(end + 1)
        return (
            self.term(
                words, end, Meaning.LEADS, Meaning.OBLIGES, Meaning.COORDINATES, Meaning.MANNER
            )
            is None
        )
