"""Words of time within a question, by their ideas (từ chỉ thời gian): phrases, figures, years,
compared with their accents where both are written with them.
"""

from __future__ import annotations

from collections import defaultdict
from functools import cache
from typing import TYPE_CHECKING, NamedTuple

from luocdo.graph.vocabulary.rows import terms
from luocdo.graph.vocabulary.term import Meaning
from luocdo.graph.words import Word, shown, words_of
from luocdo.queries.question_words import is_same

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

MONTHS_OF_YEAR = 12
_CENTURY = 2000
_YEARS = range(1945, 2201)
_SHORT_YEAR = 2  # figures: "25"


class _Phrase(NamedTuple):
    words: tuple[Word, ...]
    ideas: frozenset[str]


@cache
def _phrases() -> Mapping[str, Sequence[_Phrase]]:
    """Return the words of time by their first word without accents, the longest first."""
    found: dict[str, list[_Phrase]] = defaultdict(list)
    for term in terms(Meaning.QUESTION_TIME):
        for spelt in term.prints:
            words = tuple(words_of(shown(spelt)))
            found[words[0].plain].append(_Phrase(words, frozenset(term.value.split())))
    for phrases in found.values():
        phrases.sort(key=lambda one: len(one.words), reverse=True)
    return found


def idea_at(words: Sequence[Word], at: int, *ideas: str) -> int:
    """Return where the longest phrase at ``at`` that has one of ``ideas`` ends; 0 for none."""
    for phrase in _phrases().get(words[at].plain, ()) if 0 <= at < len(words) else ():
        end = at + len(phrase.words)
        is_there = end <= len(words) and all(map(is_same, words[at:end], phrase.words))
        if is_there and not phrase.ideas.isdisjoint(ideas):
            return end
    return 0


def figure_at(words: Sequence[Word], at: int, kind: str, most: int) -> tuple[int, int] | None:
    """Return the figure at ``at``, in digits or as the vocabulary names it, and where it ends."""
    if at < len(words) and words[at].plain.isdecimal():
        return (int(words[at].plain), at + 1) if 1 <= int(words[at].plain) <= most else None
    for figure in range(1, min(most, MONTHS_OF_YEAR) + 1):
        if end := idea_at(words, at, f"{kind}:{figure}"):
            return figure, end
    return None


def year_at(words: Sequence[Word], at: int, *, short: bool = False) -> tuple[int, int] | None:
    """Return the year at ``at`` ("năm 2025", "of 2025", "2025") and where it ends."""
    at = idea_at(words, at, "year", "in") or at
    if at >= len(words) or not words[at].plain.isdecimal():
        return None
    if int(words[at].plain) in _YEARS:
        return int(words[at].plain), at + 1
    if short and len(words[at].plain) == _SHORT_YEAR:
        return _CENTURY + int(words[at].plain), at + 1
    return None
