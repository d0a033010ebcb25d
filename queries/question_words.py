"""What the words of a question mean (nghĩa của lời hỏi): the fewest words of the vocabulary that
account for all of it.

Beside the words that the vocabulary has for questions, a kind of document asks for documents
("nghị định nào", "thông tư"), and the noun of a body behind which "nào" stands asks who ("phòng
nào", "xã nào").

Words are compared with their accents where both are written with them, else without: "co viec nao"
and "có việc nào" are one, "cơ" is not "có".
"""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass, replace
from functools import cache
from itertools import pairwise
from typing import TYPE_CHECKING

from luocdo.graph.vocabulary.kinds import document_kinds
from luocdo.graph.vocabulary.lexicon import as_compared
from luocdo.graph.vocabulary.rows import prints, terms
from luocdo.graph.vocabulary.term import Meaning
from luocdo.graph.words import Word, shown, words_of

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

UNKNOWN = "?"
NOTHING = frozenset({"nothing", "courtesy", "please"})
_DENIAL = "not"
_WHICH, _SEVERAL = "nào", "các"
_DOCUMENT, _WHO, _UNIT = "doc", "who", "unit"
_ON, _ABOUT, _SILENT = "on", "about", "nothing"
_COST_OF_UNKNOWN = 1000  # more than any number of known phrases
_COST_OF_PHRASE = 10


@dataclass(frozen=True, slots=True)
class Said:
    """Words of a question from ``start`` to ``end`` (numbers of words) and the ``idea`` they
    mean; `UNKNOWN` where the vocabulary has none.
    """

    idea: str
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class _Phrase:
    words: tuple[Word, ...]
    idea: str


@cache
def _phrases() -> Mapping[str, Sequence[_Phrase]]:
    """Return the phrases of the vocabulary by their first word without accents."""
    found: dict[tuple[str, ...], _Phrase] = {}
    for spelt, idea in (*_asked_words(), *_asked_kinds()):
        words = tuple(words_of(shown(spelt)))
        found.setdefault(tuple(as_compared(word.printed) for word in words), _Phrase(words, idea))
    by_first: dict[str, list[_Phrase]] = defaultdict(list)
    for phrase in found.values():
        by_first[phrase.words[0].plain].append(phrase)
    return by_first


def _asked_words() -> Iterator[tuple[str, str]]:
    return ((spelt, term.value) for term in terms(Meaning.QUESTION_WORD) for spelt in term.prints)


def _asked_kinds() -> Iterator[tuple[str, str]]:
    """Yield what asks for documents of a kind, or for bodies of one ("các bộ" names none)."""
    for kind in document_kinds():
        for name in kind.names:
            yield f"{name} {_WHICH}", _DOCUMENT
            yield name, _DOCUMENT
    for noun in sorted(prints(Meaning.UNIT_HEAD) | prints(Meaning.CLASS_NOUN)):
        yield f"{noun} {_WHICH}", _WHO
        yield f"{_SEVERAL} {noun}", _UNIT


def ideas_of(words: Sequence[Word], free: Sequence[int]) -> tuple[Said, ...]:
    """Return what the words numbered ``free`` mean, in order; a phrase never reaches over a word
    that is not free. At the end "không", "chưa" ask and deny nothing.
    """
    said = _pointed([one for run in _runs(free) for one in _cheapest(words, run)])
    last = next((at for at in reversed(range(len(said))) if said[at].idea != "courtesy"), None)
    if last is None or said[last].idea != _DENIAL or said[-1].end != len(words):
        return tuple(said)
    return tuple(one for at, one in enumerate(said) if at != last)


def _pointed(said: Sequence[Said]) -> list[Said]:
    """Return the pieces with "về" told apart: before words of which nobody knows one it points at
    what the question is about ("việc về học liệu số"), elsewhere it says nothing.
    """
    return [
        replace(one, idea=_ABOUT if _opens_topic(said, at) else _SILENT)
        if one.idea == _ON
        else one
        for at, one in enumerate(said)
    ]


def _opens_topic(said: Sequence[Said], at: int) -> bool:
    """Return whether a word that nobody knows stands behind the piece numbered ``at``, with no
    name in between.
    """
    for one, following in pairwise(said[at:]):
        if following.start != one.end:
            return False
        if following.idea == UNKNOWN:
            return True
    return False


def _runs(free: Sequence[int]) -> Iterator[tuple[int, int]]:
    """Yield where words stand that are free one behind the other."""
    start = None
    for at, place in enumerate(free):
        start = place if start is None else start
        if at + 1 == len(free) or free[at + 1] != place + 1:
            yield start, place + 1
            start = None


def _cheapest(words: Sequence[Word], run: tuple[int, int]) -> list[Said]:
    """Return the phrases that leave the fewest words unknown, the fewest of them."""
    first, last = run
    cost = {last: 0}
    step: dict[int, Said] = {}
    for at in reversed(range(first, last)):
        choices = [Said(UNKNOWN, at, at + 1), *_at(words, at, last)]
        step[at] = min(choices, key=lambda one: _price(one) + cost[one.end])
        cost[at] = _price(step[at]) + cost[step[at].end]
    found = []
    at = first
    while at < last:
        found.append(step[at])
        at = step[at].end
    return found


def _price(said: Said) -> int:
    """Return what a phrase costs; "moi" is rather "mới" than "mọi", which says nothing."""
    if said.idea == UNKNOWN:
        return _COST_OF_UNKNOWN
    return _COST_OF_PHRASE + (said.idea in NOTHING)


def _at(words: Sequence[Word], at: int, last: int) -> Iterator[Said]:
    for phrase in _phrases().get(words[at].plain, ()):
        end = at + len(phrase.words)
        if end <= last and all(map(is_same, words[at:end], phrase.words)):
            yield Said(phrase.idea, at, end)


def is_same(typed: Word, known: Word) -> bool:
    """Return whether a typed word is a known one: with its accents, or typed without any; "nợ" is
    no English "no", "máy" no "May".
    """
    if typed.plain != known.plain:
        return False
    return typed.printed.isascii() or as_compared(typed.printed) == as_compared(known.printed)
