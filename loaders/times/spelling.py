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
def _by_letters(*words: str) -> Mapping[str, frozenset[str]]:
    """Return words by their letters without accents."""
    letters = {plain(word) for word in words}
    return {one: frozenset(word for word in words if plain(word) == one) for one in letters}


@cache
def _spelt() -> Mapping[str, frozenset[str]]:
    """Return how the words of what recurs at a known rate are spelt."""
    told = (term for term in terms(Meaning.RECURRENCE) if term.value)
    return _by_letters(*(word for term in told for one in term.prints for word in one.split()))


@cache
def _each() -> Mapping[str, frozenset[str]]:
    """Return how the words before a unit that comes back are spelt (mỗi, hằng)."""
    return _by_letters(*(one for term in terms(Meaning.TIME_EACH) for one in term.prints))


def recurs_as_spelt(printed: str) -> bool:
    """Return whether the first two words of a time that recurs are those of the vocabulary, with
    their accents where they bear any; a time of another kind is not looked at.

    >>> recurs_as_spelt("mỗi quý"), recurs_as_spelt("mới quy"), recurs_as_spelt("moi quy")
    (True, False, True)
    >>> recurs_as_spelt("mới 15 ngày")
    False
    """
    words = printed.lower().split()[:2]
    if not words or not _fits(words[0], _each().get(plain(words[0]))):
        return not words
    known = [_spelt().get(plain(word)) for word in words]
    return not all(known) or all(map(_fits, words, known))


def _fits(word: str, spelt: frozenset[str] | None) -> bool:
    """Return whether a word bears the accents of one of ``spelt``, if it bears any."""
    return spelt is None or word.isascii() or word in spelt
