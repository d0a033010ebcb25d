"""Names of firms and schools (tên doanh nghiệp, trường), which end with a proper name."""

from __future__ import annotations

from typing import TYPE_CHECKING

from luocdo.graph.vocabulary.term import Meaning
from luocdo.loaders.sentences.boundaries import FIRM, Boundaries

if TYPE_CHECKING:
    from luocdo.loaders.sentences.words import Words


class FirmNames:
    """Tells firms and schools by their noun and the capitals that end their names."""

    def __init__(self, bounds: Boundaries) -> None:
        """Ask ``bounds`` for nouns and posts."""
        self._bounds = bounds

    def ends(self, words: Words, place: int, end: int) -> bool:
        """Return whether this is a firm whose name ends with several capitals: any word behind it
        is a predicate.
        """
        last = words.printed[max(place + 1, end - 2) : end]
        proper = len(last) > 1 and all(map(str.istitle, last))
        return proper and self.begins(words, place)

    def begins(self, words: Words, place: int) -> bool:
        """Return whether this is a firm or a school, which end with a proper name of several
        capitals; their heads too.
        """
        post = self._bounds.term(words, place, Meaning.POST)
        noun = self._bounds.term(words, place + (post.words if post else 0), Meaning.CLASS_NOUN)
        return noun is not None and noun.term.value == FIRM
