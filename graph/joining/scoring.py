"""How likely two rows are one piece of work (điểm, lý do): the words, what they act on, what they
make, who leads them.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING

from luocdo.graph.joining.responsibility import Responsibility, Tie
from luocdo.graph.text import fold
from luocdo.graph.vocabulary import document_kinds

if TYPE_CHECKING:
    from collections.abc import Iterable

    from luocdo.graph.joining.resembling import Resemblance
    from luocdo.graph.joining.work import Work

OFFERED = 0.63  # measured: bench/annotations/pairs, tuning half
_SAME_CHANGE, _OTHER_CHANGE = 0.15, -0.35
_SAME_LAW = 0.75  # what two rows that make one law score, whatever their words
_SAME_KIND, _OTHER_KIND = 0.05, -0.20
_TIES = {
    Tie.SAME: 0.05,
    Tie.SUCCESSOR: 0.05,
    Tie.WITHIN: 0.05,
    Tie.CLASS: 0.0,
    Tie.UNKNOWN: -0.05,
    Tie.HELPS: -0.15,
    Tie.APART: -0.40,
}
_NORMATIVE = "normative"


@dataclass(frozen=True, slots=True)
class Verdict:
    """``score`` 0 to 1 and the ``reasons`` for it in words; ``offered`` where it is high enough to
    be shown.
    """

    score: float
    reasons: tuple[str, ...]

    @property
    def offered(self) -> bool:
        """Return whether the pair is offered to a reader."""
        return self.score >= OFFERED


def hopeless(one: Work, other: Work, alike: Resemblance) -> bool:
    """Return whether nothing besides their words could make two rows one."""
    return (
        not _one_law(one, other)
        and alike.score + _SAME_CHANGE + _SAME_KIND + max(_TIES.values()) < OFFERED
    )


def judge(one: Work, other: Work, alike: Resemblance, responsibility: Responsibility) -> Verdict:
    """Score two rows of two papers, given how alike their words are."""
    tie = responsibility.tie(one, other)
    change, changes = _changes(one, other)
    kind, makes = _products(one, other)
    base = max(alike.score, _SAME_LAW) if _one_law(one, other) else alike.score
    score = base + change + kind + _TIES[tie]
    words = f"lời giống {alike.score:.0%}"
    return Verdict(round(min(1.0, max(0.0, score)), 3), (words, *changes, *makes, str(tie.value)))


def _one_law(one: Work, other: Work) -> bool:
    return bool(one.law) and one.law == other.law


def _changes(one: Work, other: Work) -> tuple[float, tuple[str, ...]]:
    """Weigh which documents the rows are to make, amend, replace or repeal."""
    if _one_law(one, other):
        return 0.0, (f"cùng xây dựng luật ({one.law})",)
    if one.law and other.law:
        return _OTHER_CHANGE, ("khác luật phải xây dựng",)
    if not one.changes or not other.changes:
        return 0.0, ()
    if one.changes & other.changes:
        return _SAME_CHANGE, ("cùng văn bản phải sửa đổi, thay thế",)
    return _OTHER_CHANGE, ("khác văn bản phải sửa đổi, thay thế",)


def _products(one: Work, other: Work) -> tuple[float, tuple[str, ...]]:
    """Weigh which kinds of documents the rows end in: a law is no decree, a decision may approve a
    plan.
    """
    mine, theirs = _kinds(one.products), _kinds(other.products)
    if mine & theirs:
        return _SAME_KIND, ("cùng loại sản phẩm",)
    if mine and theirs and (mine | theirs) & _normative_kinds():
        return _OTHER_KIND, ("khác loại sản phẩm",)
    if set(one.products) & set(other.products):
        return _SAME_KIND, ("cùng sản phẩm",)
    return 0.0, ()


def _kinds(products: Iterable[str]) -> frozenset[str]:
    return frozenset(
        kind
        for product in products
        for kind in _all_kinds()
        if f"{product} ".startswith(f"{kind} ")
    )


@cache
def _all_kinds() -> frozenset[str]:
    return frozenset(fold(one.name) for one in document_kinds())


@cache
def _normative_kinds() -> frozenset[str]:
    return frozenset(fold(one.name) for one in document_kinds() if one.nature == _NORMATIVE)
