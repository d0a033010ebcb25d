"""Which rows are offered as the same work (đề xuất): pairs of papers that touch, rows with rare
words in common, the score.

The cost grows with the papers that touch one another: only rows are compared that share words
which few rows of the decision, or of the siblings together, have.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator
from dataclasses import dataclass
from itertools import combinations

from luocdo.graph.joining.resembling import Rarity, grams, resemblance
from luocdo.graph.joining.responsibility import Responsibility
from luocdo.graph.joining.scoring import hopeless, judge
from luocdo.graph.joining.work import Work, earlier_last

_RARE = 24  # rows that may share a word for it to lead from one to another
_LEAST_COMMON = 2  # pairs of syllables that two rows must share to be compared at all

Pair = tuple[Work, Work]


@dataclass(frozen=True, slots=True)
class Proposal:
    """``later`` takes up ``earlier`` (TAKES_UP), or both papers give one piece of work
    (SAME_AS).
    """

    kind: str
    later: Work
    earlier: Work
    score: float
    reasons: tuple[str, ...]


def proposals(
    pairs: Iterable[tuple[str, Work, Work]], papers: Iterable[Work], responsibility: Responsibility
) -> list[Proposal]:
    """Return what is offered of ``pairs`` of rows of two papers, each with the relation they would
    have, in their order.

    ``papers`` are all rows of both: words are rare or not among them.
    """
    rarity = Rarity.within(papers)
    found: list[Proposal] = []
    for kind, one, other in pairs:
        alike = resemblance(one, other, rarity)
        verdict = None if hopeless(one, other, alike) else judge(one, other, alike, responsibility)
        if verdict and verdict.offered:
            found.append(Proposal(kind, one, other, verdict.score, verdict.reasons))
    return sorted(found, key=lambda one: (one.later.task, one.earlier.task))


def sharing(mine: Iterable[Work], theirs: Iterable[Work]) -> Iterator[Pair]:
    """Yield the rows of a plan and of what it carries out that share words which few rows of the
    latter have.
    """
    index: dict[str, list[Work]] = defaultdict(list)
    for work in theirs:
        for gram in grams(work.words):
            index[gram].append(work)
    for work in mine:
        common: dict[str, int] = defaultdict(int)
        met: dict[str, Work] = {}
        for gram in grams(work.words):
            having = index.get(gram, ())
            for other in having if len(having) <= _RARE else ():
                common[other.task] += 1
                met[other.task] = other
        yield from ((work, met[task]) for task in sorted(met) if common[task] >= _LEAST_COMMON)


def _sharing_rare_words(works: Iterable[Work]) -> Iterator[Pair]:
    """Yield two rows of different papers for each group of words that few rows of all have."""
    index: dict[str, list[Work]] = defaultdict(list)
    for work in works:
        for gram in grams(work.words):
            index[gram].append(work)
    rare = (having for having in index.values() if 1 < len(having) <= _RARE)
    pairs = (pair for having in rare for pair in combinations(having, 2))
    yield from ((one, other) for one, other in pairs if one.document != other.document)


def siblings(
    papers: Iterable[Iterable[Work]], direct: Collection[tuple[str, str]]
) -> Iterator[Pair]:
    """Yield the rows of papers below one origin that share words which few rows of all of them
    have.

    Papers of which one carries out the other (``direct``) are no siblings.
    """
    met: dict[tuple[str, str], int] = defaultdict(int)
    rows: dict[str, Work] = {}
    for one, other in _sharing_rare_words(work for works in papers for work in works):
        met[one.task, other.task] += 1
        rows[one.task], rows[other.task] = one, other
    for (first, second), common in sorted(met.items()):
        one, other = rows[first], rows[second]
        both = (one.document, other.document)
        if (
            common < _LEAST_COMMON
            or both in direct
            or both[::-1] in direct
            or _by_form(one, other)
        ):
            continue
        yield earlier_last(one, other)


def _by_form(one: Work, other: Work) -> bool:
    """Tell two clauses of two papers' own execution, which are alike by form ("… chịu trách nhiệm
    thi hành"), not by work.

    Clauses that name the same day or the same document to be changed are work, unless both speak
    of their own paper.
    """
    if one.origin != "body" or other.origin != "body":
        return False
    if one.own_paper and other.own_paper:
        return True
    return not (one.days & other.days or one.changes & other.changes)
