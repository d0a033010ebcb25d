"""Which documents of a list are wanted (lọc danh mục): by kind, issuer, signer, day, draft, number
left blank, force.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from luocdo.graph.forces import FORCES
from luocdo.graph.numbers import KINDS
from luocdo.graph.text import fold
from luocdo.graph.vocabulary.rows import terms
from luocdo.graph.vocabulary.term import Meaning
from luocdo.queries.describe import date_vi
from luocdo.queries.force import force_of
from luocdo.queries.naming import find_unit
from luocdo.queries.periods import in_order

if TYPE_CHECKING:
    import datetime
    from collections.abc import Callable, Iterable, Iterator, Sequence

    from luocdo.graph.stores.base import Store
    from luocdo.queries.nodes import DocumentNode


@dataclass(frozen=True, slots=True)
class DocumentFilters:
    """What is asked of a document: empty words, no day and False ask nothing.

    ``start`` and ``finish`` are the first and the last day of issue; ``force`` is a key of
    `graph.forces.FORCES`.

    Raises:
        QueryError: the last day is before the first.
    """

    kind: str = ""
    issuer: str = ""
    signer: str = ""
    start: datetime.date | None = None
    finish: datetime.date | None = None
    draft: bool = False
    unnumbered: bool = False
    force: str = ""

    def __post_init__(self) -> None:
        """Refuse days that are none between."""
        first, last = (day.isoformat() if day else "" for day in (self.start, self.finish))
        in_order(first, last)

    @property
    def whenever(self) -> DocumentFilters:
        """Return them without the two days."""
        return replace(self, start=None, finish=None)

    @property
    def words(self) -> str:
        """Return them as a reader says them, for the head of the list; empty where none is."""
        told = (
            (f"loại {self.kind}", self.kind),
            (f"của {self.issuer}", self.issuer),
            (f"{self.signer} ký", self.signer),
            (f"từ {_day(self.start)}", self.start),
            (f"đến {_day(self.finish)}", self.finish),
            ("dự thảo", self.draft),
            ("để trống số", self.unnumbered),
            (f"hiệu lực: {FORCES[self.force][0] if self.force else ''}", self.force),
        )
        return "; ".join(words for words, asked in told if asked)


def kept(
    store: Store, nodes: Iterable[DocumentNode], asked: DocumentFilters, as_of: datetime.date
) -> list[DocumentNode]:
    """Return the documents that are all that is ``asked``."""
    tests = list(_tests(store, asked))
    found = [one for one in nodes if all(test(one) for test in tests)]
    if not asked.force:
        return found
    forces = force_of(store, found, as_of)
    return [one for one in found if forces[one.id].key == asked.force]


def _tests(store: Store, asked: DocumentFilters) -> Iterator[Callable[[DocumentNode], bool]]:
    if asked.kind:
        kinds = _kinds(asked.kind)
        yield lambda one: fold(one.kind) in kinds
    if asked.issuer:
        names = _issuers(store, asked.issuer)
        yield lambda one: fold(one.issuer) in names or _is_head_of(fold(one.issuer), names)
    if asked.signer:
        name = fold(asked.signer).split()
        yield lambda one: _stands_in(name, fold(one.signer).split())
    if asked.start or asked.finish:
        yield lambda one: _is_within(one.date, asked.start, asked.finish)
    if asked.draft:
        yield lambda one: one.draft
    if asked.unnumbered:
        yield lambda one: one.unnumbered or (one.loaded and not one.number)


def _kinds(words: str) -> frozenset[str]:
    """Return the kinds that ``words`` mean, folded: by name, or by the symbol in numbers
    ("QĐ").
    """
    asked = fold(words)
    named = {fold(kind) for symbol, kind, _ in KINDS if fold(symbol) == asked}
    return frozenset({asked} | named)


def _issuers(store: Store, words: str) -> frozenset[str]:
    """Return the names of the bodies that ``words`` mean, folded; the words themselves where no
    unit is called so.
    """
    units = find_unit(store, words).matches
    return frozenset({fold(one.name) for one in units} | {fold(words)})


def _is_head_of(issuer: str, bodies: Iterable[str]) -> bool:
    """Tell who heads a body: a decision is issued by "Bộ trưởng Bộ Y tế", a letter by
    "Bộ Y tế".
    """
    heads = [fold(one.prints[0]) for one in terms(Meaning.HEAD_POST) if one.value == "head"]
    return any(issuer == f"{head} {body}" for head in heads for body in bodies)


def _stands_in(words: Sequence[str], name: Sequence[str]) -> bool:
    return any(
        list(name[start : start + len(words)]) == list(words)
        for start in range(len(name) - len(words) + 1)
    )


def _is_within(day: str, start: datetime.date | None, finish: datetime.date | None) -> bool:
    """Tell a day between two; a document whose whole day is not known lies in no such time."""
    first = start.isoformat() if start else ""
    return bool(day) and first <= day and (finish is None or day <= finish.isoformat())


def _day(day: datetime.date | None) -> str:
    return date_vi(day.isoformat()) if day else ""
