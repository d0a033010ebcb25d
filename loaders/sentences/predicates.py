"""What somebody is to do in a sentence (vị ngữ).

    predicate := manner* ( obliges | leads | coordinates | reports | asks | acts | any word in
        small letters )

What somebody is ("có …", "là …") is none.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from luocdo.graph.vocabulary.term import Meaning

if TYPE_CHECKING:
    from luocdo.graph.vocabulary.lexicon import Lexicon
    from luocdo.loaders.sentences.words import Words

_VERBS = (
    Meaning.OBLIGES,
    Meaning.LEADS,
    Meaning.COORDINATES,
    Meaning.REPORTS,
    Meaning.APPROVES,
    Meaning.ASSIGNS,
    Meaning.ACTS,
)
_ITEM = "item"
_LIMITS = frozenset({"before", "latest", "until", "within"})
_LONGEST_TIME = 16  # words between who acts and the verb: "trong quý II năm 2026"


@dataclass(frozen=True, slots=True)
class Predicate:
    """What is to be done begins at the word ``at``; ``meaning`` is that of its verb, None of one
    that no list has.

    ``told``: prose tells with that verb too, so that only an item orders with it.
    """

    at: int
    meaning: Meaning | None
    obliged: bool = False
    told: bool = False


class PredicateReader:
    """Reads the predicate behind the actors of a sentence."""

    def __init__(self, lexicon: Lexicon) -> None:
        """``lexicon``: the words of the document's language, with accents or without."""
        self._lexicon = lexicon

    def at(self, words: Words, place: int) -> Predicate | None:
        """Return the predicate that begins at ``place`` behind a list, None where what follows is
        none.
        """
        at = place + 1 if place < len(words) and words.printed[place] == "," else place
        begin = at
        if at < len(words) and len(words.printed[at]) > 1 and words.printed[at].isupper():
            return None
        at = self._past_manner(words, at)
        if self._describes(words, at):
            return None
        timed = self._behind_time(words, at) if at == begin and self._is_time(words, at) else None
        return timed or self._verb(words, begin, at)

    def _past_manner(self, words: Words, at: int) -> int:
        while manner := self._lexicon.at(words.compared, at, Meaning.MANNER):
            at += manner.words
            while (
                at < len(words)
                and words.printed[at] == ","
                and self._lexicon.at(words.compared, at + 1, Meaning.MANNER)
            ):
                at += 1
        return at

    def _verb(self, words: Words, begin: int, at: int) -> Predicate | None:
        verb = self._lexicon.at(words.compared, at, *_VERBS)
        if verb:
            obliged, told = (
                verb.term.meaning is Meaning.OBLIGES,
                at == begin and verb.term.value == _ITEM,
            )
            return Predicate(begin, verb.term.meaning, obliged=obliged, told=told)
        if at > begin:
            return Predicate(begin, Meaning.MANNER)
        if (
            at >= len(words)
            or not words.is_small(at)
            or self._lexicon.at(words.compared, at, Meaning.GOES_ON)
        ):
            return None
        return Predicate(begin, None)

    def _is_time(self, words: Words, at: int) -> bool:
        opened = self._lexicon.at(words.compared, at, Meaning.TIME_OPENER)
        return opened is not None and opened.term.value in _LIMITS

    def _behind_time(self, words: Words, place: int) -> Predicate | None:
        """Read "trong quý II năm 2026 hoàn tất …": the verb behind a time that says when."""
        dated = False
        for at in range(place + 1, min(len(words), place + _LONGEST_TIME)):
            if words.printed[at] in ".;:," or self._describes(words, at):
                return None
            dated = dated or words.printed[at].isdigit()
            verb = self._lexicon.at(words.compared, at, *_VERBS)
            if dated and verb and words.is_small(at):
                return Predicate(place, verb.term.meaning, told=True)
        return None

    def _describes(self, words: Words, at: int) -> bool:
        """Return whether this tells what is: "có văn bản đề xuất" says more than "có"."""
        described = self._lexicon.at(words.compared, at, Meaning.DESCRIBES)
        if described is None or self._leads(words, at):
            return False
        verb = self._lexicon.at(words.compared, at, *_VERBS)
        return verb is None or verb.words <= described.words

    def _leads(self, words: Words, at: int) -> bool:
        return self._lexicon.at(words.compared, at, Meaning.LEADS, Meaning.OBLIGES) is not None
