"""Whole meanings found in one pass over a text (tìm cụm từ): Aho-Corasick, then what must not
stand around.

The text is in any case and, unless asked otherwise, without accents; a line's end or a tab stands
for a blank.
"""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING, NamedTuple

import ahocorasick

from luocdo.graph.vocabulary.matching import behind, plain, spellings
from luocdo.graph.vocabulary.rows import terms

if TYPE_CHECKING:
    from collections.abc import Iterator

    from luocdo.graph.vocabulary.term import Meaning, Term

_BLANKS = str.maketrans("\n\t\r\u00a0", "    ")
_Entry = tuple[int, "Term"]


class Found(NamedTuple):
    """A term where it stands: ``start`` to ``end`` of the text."""

    start: int
    end: int
    term: Term


class Phrases:
    """Finds the terms of some meanings; made once by `phrases`."""

    def __init__(self, meanings: tuple[Meaning, ...], *, accents: bool) -> None:
        """Hold the terms of ``meanings``; the first of two that spell alike counts."""
        self._accents = accents
        self._automaton = ahocorasick.Automaton()
        self._behind: dict[str, re.Pattern[str]] = {}
        for term in (one for meaning in meanings for one in terms(meaning)):
            for spelt in dict.fromkeys(
                print_ for one in term.prints for print_ in spellings(one.lower(), accents=accents)
            ):
                if spelt not in self._automaton:
                    self._automaton.add_word(spelt, (len(spelt), term))
        self._automaton.make_automaton()

    def find(self, text: str) -> Iterator[Found]:
        """Yield the longest terms of ``text`` in order, whole words only, none over another."""
        lower = text.translate(_BLANKS).lower()
        if len(lower) != len(
            text
        ):  # a letter that has two small ones: nothing is found rather than something misplaced
            return
        last = 0
        for start, end, term in sorted(self._hits(lower), key=lambda hit: (hit[0], -hit[1])):
            if start >= last and self._stands(lower, start, end, term):
                yield Found(start, end, term)
                last = end

    def _hits(self, lower: str) -> Iterator[tuple[int, int, Term]]:
        for last, (size, term) in self._automaton.iter(lower):
            start, end = last - size + 1, last + 1
            if not (start and lower[start - 1].isalnum()) and not lower[end : end + 1].isalnum():
                yield start, end, term

    def _stands(self, lower: str, start: int, end: int, term: Term) -> bool:
        before = lower[max(0, start - 20) : start].rstrip()
        if any(before.endswith(one if self._accents else plain(one)) for one in term.not_before):
            return False
        if not term.not_behind:
            return True
        pattern = self._behind.setdefault(
            term.term, re.compile(behind(term, accents=self._accents))
        )
        return pattern.match(lower, end) is not None


@cache
def phrases(*meanings: Meaning, accents: bool = False) -> Phrases:
    """Return the finder of ``meanings``."""
    return Phrases(meanings, accents=accents)
