"""Pairs of rows that are one work (cặp việc được nối): joined themselves, or both with one row of
a third paper.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from itertools import combinations
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from luocdo.queries.joined_rows import JoinedPairsRow
    from luocdo.queries.nodes import DocumentNode


@dataclass(frozen=True, slots=True)
class Pair:
    """Two rows that are one work, that of the later paper first."""

    relation: str
    later: str
    earlier: str
    score: float
    reading: str
    reasons: str


def pairs_asked(found: list[JoinedPairsRow], asked: Sequence[DocumentNode]) -> list[Pair]:
    """Return the pairs asked for; of two papers also rows that a third paper's row joins."""
    direct = [
        Pair(one.relation, one.later, one.earlier, one.score, one.reading, one.reasons)
        for one in found
    ]
    if not asked:
        return direct
    papers = {one.later: one.later_document for one in found} | {
        one.earlier: one.earlier_document for one in found
    }
    wanted = {one.id for one in asked}
    if len(asked) == 1:
        return [pair for pair in direct if wanted & {papers[pair.later], papers[pair.earlier]}]
    between = [pair for pair in direct if {papers[pair.later], papers[pair.earlier]} == wanted]
    return between + _through_third(
        direct, papers, wanted, {frozenset((pair.later, pair.earlier)) for pair in between}
    )


def _through_third(
    direct: Iterable[Pair],
    papers: Mapping[str, str],
    wanted: set[str],
    known: set[frozenset[str]],
) -> list[Pair]:
    """Return rows of the two papers that are not joined themselves, but both with one row of
    another paper.
    """
    near: dict[str, list[Pair]] = defaultdict(list)
    for pair in direct:
        near[pair.later].append(pair)
        near[pair.earlier].append(pair)
    found: dict[frozenset[str], Pair] = {}
    for middle, pairs in near.items():
        for one, two in combinations(pairs, 2):
            first, second = (
                pair.earlier if pair.later == middle else pair.later for pair in (one, two)
            )
            key = frozenset((first, second))
            if (
                papers[middle] in wanted
                or {papers[first], papers[second]} != wanted
                or key in known
            ):
                continue
            score, why = (
                round(min(one.score, two.score), 3),
                f"qua cùng một việc của {papers[middle]}",
            )
            found.setdefault(key, Pair("SAME_AS", first, second, score, "inferred", why))
    return list(found.values())
