"""Which rows are offered as the same work (đề xuất): pairs of papers that touch, rows with rare words in common, the score.

The cost grows with the papers that touch one another: only rows are compared that share words which few rows of the
decision, or of the siblings together, have.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from itertools import combinations, groupby

from luocdo.graph.joining.resembling import Rarity, grams, resemblance
from luocdo.graph.joining.responsibility import Responsibility
from luocdo.graph.joining.scoring import hopeless, judge
from luocdo.graph.joining.touching import Touching
from luocdo.graph.joining.work import Work, earlier_last
from luocdo.graph.model import Graph

_RARE = 24  # rows that may share a word for it to lead from one to another
_LEAST_COMMON = 2  # pairs of syllables that two rows must share to be compared at all

Pair = tuple[Work, Work]


@dataclass(frozen=True, slots=True)
class Proposal:
    """``later`` takes up ``earlier`` (TAKES_UP), or both papers give one piece of work (SAME_AS)."""

    kind: str
    later: Work
    earlier: Work
    score: float
    reasons: tuple[str, ...]


def proposals(graph: Graph, works: Mapping[str, tuple[Work, ...]], touch: Touching) -> list[Proposal]:
    """Return what is offered of ``works``, in the order of the rows."""
    responsibility = Responsibility(graph)
    found: list[Proposal] = []
    compared = sorted(candidates(works, touch), key=_papers)
    for (paper, other_paper), pairs in groupby(compared, key=_papers):
        rarity = Rarity.within((*works[paper], *works[other_paper]))
        for kind, one, other in pairs:
            alike = resemblance(one, other, rarity)
            verdict = None if hopeless(one, other, alike) else judge(one, other, alike, responsibility)
            if verdict and verdict.offered:
                found.append(Proposal(kind, one, other, verdict.score, verdict.reasons))
    return sorted(found, key=lambda one: (one.later.task, one.earlier.task))


def _papers(candidate: tuple[str, Work, Work]) -> tuple[str, str]:
    _, one, other = candidate
    return one.document, other.document


def candidates(works: Mapping[str, tuple[Work, ...]], touch: Touching) -> Iterator[tuple[str, Work, Work]]:
    """Yield the pairs of rows to compare, each once, with the relation they would have."""
    direct = {(paper, above) for paper, up in touch.above.items() for above in up if paper in works and above in works}
    for paper, above in sorted(direct):
        for one, other in _sharing(works[paper], works[above]):
            yield "TAKES_UP", one, other
    seen: set[tuple[str, str]] = set()
    for family in sorted(touch.families):
        for one, other in _siblings(family, touch, works, direct):
            if (one.task, other.task) not in seen:
                seen.add((one.task, other.task))
                yield "SAME_AS", one, other


def _sharing(mine: Iterable[Work], theirs: Iterable[Work]) -> Iterator[Pair]:
    index: dict[str, list[Work]] = defaultdict(list)
    for work in theirs:
        for gram in grams(work.words):
            index[gram].append(work)
    for work in mine:
        common: dict[str, int] = defaultdict(int)
        met: dict[str, Work] = {}
        for gram in grams(work.words):
            sharing = index.get(gram, ())
            for other in sharing if len(sharing) <= _RARE else ():
                common[other.task] += 1
                met[other.task] = other
        yield from ((work, met[task]) for task in sorted(met) if common[task] >= _LEAST_COMMON)


def _siblings(
    family: str, touch: Touching, works: Mapping[str, tuple[Work, ...]], direct: set[tuple[str, str]]
) -> Iterator[Pair]:
    index: dict[str, list[Work]] = defaultdict(list)
    for paper in sorted(touch.families[family] & set(works)):
        for work in works[paper]:
            for gram in grams(work.words):
                index[gram].append(work)
    met: dict[tuple[str, str], int] = defaultdict(int)
    rows: dict[str, Work] = {}
    for sharing in index.values():
        if 1 < len(sharing) <= _RARE:
            for one, other in combinations(sharing, 2):
                if one.document != other.document:
                    met[one.task, other.task] += 1
                    rows[one.task], rows[other.task] = one, other
    for (first, second), common in sorted(met.items()):
        one, other = rows[first], rows[second]
        papers = (one.document, other.document)
        if common < _LEAST_COMMON or papers in direct or papers[::-1] in direct or _by_form(one, other):
            continue
        yield earlier_last(one, other)


def _by_form(one: Work, other: Work) -> bool:
    """Tell two clauses of two papers' own execution, which are alike by form ("… chịu trách nhiệm thi hành"), not by work.

    Clauses that name the same day or the same document to be changed are work, unless both speak of their own paper.
    """
    if one.origin != "body" or other.origin != "body":
        return False
    if one.own_paper and other.own_paper:
        return True
    return not (one.days & other.days or one.changes & other.changes)
