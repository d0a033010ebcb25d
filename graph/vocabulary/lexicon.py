"""Terms at a place of a sequence of words (từ điển theo từ): looked up, not searched for; a reader
of tokens never goes back.
"""

from __future__ import annotations

import re
from functools import cache, lru_cache
from typing import TYPE_CHECKING, NamedTuple

from luocdo.graph.vocabulary.matching import plain
from luocdo.graph.vocabulary.rows import terms
from luocdo.graph.vocabulary.term import Meaning

if TYPE_CHECKING:
    from collections.abc import Sequence

    from luocdo.graph.vocabulary.term import Term

WORD = re.compile(r"[^\W_]+(?:[&'’][^\W_]+)*|[^\w\s]")
"""A word or a mark; an abbreviation such as GD&ĐT, a name such as B'Lao is one word."""

_OLD_TONES = {
    "oà": "òa", "oá": "óa", "oả": "ỏa", "oã": "õa", "oạ": "ọa", "oè": "òe", "oé": "óe", "oẻ": "ỏe", "oẽ": "õe", "oẹ": "ọe",
    "uỷ": "ủy", "uỳ": "ùy", "uý": "úy", "uỹ": "ũy", "uỵ": "ụy",
}  # fmt: skip
_END = ("$",)


class Place(NamedTuple):
    """A term found at a word: how many ``words`` it takes."""

    words: int
    term: Term


class _Row(NamedTuple):
    words: tuple[str, ...]
    not_before: tuple[tuple[str, ...], ...]
    not_behind: tuple[tuple[str, ...], ...]
    term: Term


@lru_cache(maxsize=65_536)
def as_compared(word: str, *, accents: bool = True) -> str:
    """Return a word in small letters, both places of a tone made one; without accents where the
    text has none.
    """
    lower = word.lower()
    if not accents:
        return plain(lower)
    return lower[:-2] + _OLD_TONES[lower[-2:]] if lower[-2:] in _OLD_TONES else lower


class Lexicon:
    """All terms by their first word; made once for text with accents, once for text without."""

    def __init__(self, *, accents: bool) -> None:
        """Index the vocabulary."""
        self.accents = accents
        self._rows: dict[
            str, dict[Meaning, list[_Row]]
        ] = {}  # most words begin no term: they are told by one look
        for meaning in Meaning:
            for term in terms(meaning):
                for spelt in term.prints:
                    row = _Row(
                        self._split(spelt),
                        self._all(term.not_before),
                        self._all(term.not_behind),
                        term,
                    )
                    self._rows.setdefault(row.words[0], {}).setdefault(meaning, []).append(row)
        for by_meaning in self._rows.values():
            for rows in by_meaning.values():
                rows.sort(key=lambda row: len(row.words), reverse=True)

    def at(self, words: Sequence[str], place: int, *meanings: Meaning) -> Place | None:
        """Return the longest term of ``meanings`` that begins at ``place`` of ``words`` (as
        compared).
        """
        begun = self._rows.get(words[place]) if 0 <= place < len(words) else None
        if begun is None:
            return None
        longest: Place | None = None
        for meaning in meanings:
            rows = begun.get(meaning)
            found = _fitting(rows, words, place) if rows else None
            if found and (longest is None or found.words > longest.words):
                longest = found
        return longest

    def _split(self, words: str) -> tuple[str, ...]:
        return tuple(as_compared(word, accents=self.accents) for word in WORD.findall(words))

    def _all(self, several: tuple[str, ...]) -> tuple[tuple[str, ...], ...]:
        return tuple(self._split(one) for one in several)


def _fitting(rows: list[_Row], words: Sequence[str], place: int) -> Place | None:
    for row in rows:
        end = place + len(row.words)
        if tuple(words[place:end]) == row.words and _stands(row, words, place, end):
            return Place(len(row.words), row.term)
    return None


def _stands(row: _Row, words: Sequence[str], start: int, end: int) -> bool:
    if any(tuple(words[max(0, start - len(one)) : start]) == one for one in row.not_before):
        return False
    return not any(
        end >= len(words) if one == _END else tuple(words[end : end + len(one)]) == one
        for one in row.not_behind
    )


@cache
def lexicon(*, accents: bool = True) -> Lexicon:
    """Return the lexicon for text with or without accents."""
    return Lexicon(accents=accents)
