"""Times that are words of another meaning once their accents are read (đúng dấu): "mỗi quý" is a
time, "đổi mới quy trình" is none.

The grammar reads text without accents, as OCR leaves it; where a word bears accents, they count.
"""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING

from luocdo.graph.vocabulary import Meaning, terms
from luocdo.graph.vocabulary.matching import plain

if TYPE_CHECKING:
    from collections.abc import Mapping


@cache
def _spelt() -> Mapping[str, frozenset[str]]:
    """Return how the words of what recurs at a known rate are spelt, by their letters without
    accents.
    """
    told = (term for term in terms(Meaning.RECURRENCE) if term.value)
    words = {word.lower() for term in told for one in term.prints for word in one.split()}
    letters = {plain(word) for word in words}
    return {one: frozenset(word for word in words if plain(word) == one) for one in letters}


def recurs_as_spelt(printed: str) -> bool:
    """Return whether the first two words of a time that recurs are those of the vocabulary, with
    their accents where they bear any; a time of another kind is not looked at.

    >>> recurs_as_spelt("mỗi quý"), recurs_as_spelt("mới quy"), recurs_as_spelt("moi quy")
    (True, False, True)
    """
    words = printed.lower().split()[:2]
    known = [_spelt().get(plain(word)) for word in words]
    if not all(known):
        return True
    return all(
        word.isascii() or word in (spelt or ()) for word, spelt in zip(words, known, strict=True)
    )
