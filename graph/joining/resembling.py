"""How alike two rows are in their words (độ giống về lời): words in common, weighed by how rare
they are in the two papers.

What every row of both papers says ("xây dựng", "tổ chức thực hiện") weighs little, what two rows
alone say weighs most. A plan that carries a task over adds its own body's name ("trong ngành giáo
dục"): that weighs nothing against it. A row that is contained in a longer one, and words with
misprints, are seen by rapidfuzz's partial ratio.
"""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, field
from functools import cache, lru_cache
from itertools import chain, pairwise
from math import fsum, log
from typing import TYPE_CHECKING

from rapidfuzz.fuzz import partial_ratio

from luocdo.graph.text import fold
from luocdo.graph.vocabulary import Meaning, terms

if TYPE_CHECKING:
    from collections.abc import Iterable

    from luocdo.graph.joining.work import Work

_WORTH_READING = 0.35  # share of the words below which no likeness of letters makes two rows one
# words that two rows alone share, below which a likeness says little: "Tổ chức triển khai thực
# hiện"
_ENOUGH = 3.0
_SMALL_PART, _WHOLE, _TORN = (
    0.3,
    0.85,
    0.15,
)  # a short row that is part of a long one stands there whole, not in shreds
_SHOWN = 4


@lru_cache(maxsize=65536)
def grams(words: str) -> frozenset[str]:
    """Return the syllables of ``words`` and the pairs of neighbours: most words of Vietnamese have
    two syllables.
    """
    pieces = words.split()
    pairs = (f"{one} {two}" for one, two in pairwise(pieces))
    return frozenset((*(piece for piece in pieces if len(piece) > 1), *pairs))


@cache
def _acts() -> frozenset[str]:
    """Return the syllables of verbs: what a row is about stands in the others."""
    return frozenset(piece for term in terms(Meaning.ACTS) for piece in fold(term.term).split())


@lru_cache(maxsize=65536)
def is_verb(gram: str) -> bool:
    """Return whether all of ``gram`` are syllables of verbs: what is to be done, not to what."""
    return _acts().issuperset(gram.split())


@lru_cache(maxsize=65536)
def _matter(words: str) -> frozenset[str]:
    """Return what of ``words`` says what is acted upon: its grams without verbs."""
    return frozenset(gram for gram in grams(words) if not is_verb(gram))


@lru_cache(maxsize=65536)
def _beside(words: str, body: frozenset[str]) -> frozenset[str]:
    """Return the grams of ``words`` that are not of the name of their own ``body``."""
    return frozenset(gram for gram in grams(words) if not body.issuperset(gram.split()))


@dataclass(slots=True)
class Rarity:
    """How rare words are in the rows of two papers, and what each row weighs."""

    weights: dict[str, float]
    least: float
    _rows: dict[str, float] = field(default_factory=dict)

    @classmethod
    def within(cls, works: Iterable[Work]) -> Rarity:
        """Count over the rows of both papers."""
        rows = [grams(work.words) for work in works]
        counts = Counter(chain.from_iterable(rows))
        most = log(len(rows) + 1)
        return cls({gram: most - log(count) for gram, count in counts.items()}, most)

    def weigh(self, found: Iterable[str]) -> float:
        """Return the weight of several words together, whatever their order; one that every row
        has weighs nothing.
        """
        return fsum(map(self.weights.__getitem__, found))

    def row(self, work: Work) -> float:
        """Return what a row weighs without the words of its own body's name."""
        if work.task not in self._rows:
            self._rows[work.task] = self.weigh(_beside(work.words, work.body))
        return self._rows[work.task]


@dataclass(frozen=True, slots=True)
class Resemblance:
    """``contained``: share of the shorter row's weight that both have; ``shared``: of both rows'
    together.

    ``letters`` is rapidfuzz's partial ratio, 0 to 1; ``mass`` the weight of the matter they share,
    verbs left out, counted in words that two rows alone have; ``common`` the rarest words of both.
    """

    contained: float
    shared: float
    letters: float
    mass: float
    common: tuple[str, ...] = ()

    @property
    def score(self) -> float:
        """Return one figure, 0 to 1."""
        words = 0.6 * self.contained + 0.2 * self.shared + 0.2 * self.letters
        torn = self.shared < _SMALL_PART and self.contained < _WHOLE
        return max(0.0, words - _TORN * torn) * min(1.0, self.mass / _ENOUGH)


def resemblance(one: Work, other: Work, rarity: Rarity) -> Resemblance:
    """Compare the words of two rows."""
    both = grams(one.words) & grams(other.words)
    weight = rarity.weigh(both)
    mine, theirs = rarity.row(one), rarity.row(other)
    matter = rarity.weigh(both & _matter(one.words))
    contained = min(1.0, weight / (min(mine, theirs) or 1.0))
    shared = min(1.0, weight / ((mine + theirs - weight) or 1.0))
    letters = partial_ratio(one.words, other.words) / 100 if contained >= _WORTH_READING else 0.0
    rarest = (
        sorted(both, key=lambda gram: (-rarity.weights[gram] * (1 + gram.count(" ")), gram))
        if letters
        else []
    )
    return Resemblance(
        contained, shared, letters, matter / (rarity.least or 1.0), tuple(rarest[:_SHOWN])
    )
