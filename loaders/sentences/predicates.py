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
        while manner := self._lexicon.at(words.compared, at, Meaning.MANNER):
            at += manner.words
            while (
                at < len(words)
                and words.printed[at] == ","
                and self._lexicon.at(words.compared, at + 1, Meaning.MANNER)
            ):
                at += 1
        if self._describes(words, at):
            return None
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

    def _describes(self, words: Words, at: int) -> bool:
        """Tell what is from what is to be done: "có văn bản đề xuất" says more than "có"."""
        described = self._lexicon.at(words.compared, at, Meaning.DESCRIBES)
        if described is None or self._leads(words, at):
            return False
        verb = self._lexicon.at(words.compared, at, *_VERBS)
        return verb is None or verb.words <= described.words

    def _leads(self, words: Words, at: int) -> bool:
        return self._lexicon.at(words.compared, at, Meaning.LEADS, Meaning.OBLIGES) is not None
