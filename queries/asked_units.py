"""Units named within a question (cơ quan trong câu hỏi): the longest words that name one of the
store, and are not words of the question itself.
"""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING

from luocdo.graph.text import fold
from luocdo.graph.vocabulary.rows import prints
from luocdo.graph.vocabulary.term import Meaning
from luocdo.queries.naming import units_called
from luocdo.queries.question_words import UNKNOWN, ideas_of
from luocdo.queries.runner import run
from luocdo.queries.unit_names import ways as unit_ways
from luocdo.queries.unit_rows import UnitsRow

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from luocdo.graph.stores.base import Store
    from luocdo.graph.words import Word
    from luocdo.queries.naming import Found
    from luocdo.queries.nodes import UnitNode

_LONGEST_UNIT = 12
_GROUP = "nhóm"
_LEAST_ALIAS = 3  # letters below which a short name is as often a word
_FEW = 2  # words of a name that a phrase beside it may break


@dataclass(frozen=True, slots=True)
class NamedUnit:
    """Words of a question, from ``start`` to ``end`` (numbers of words), that mean a unit, or
    several.
    """

    words: str
    start: int
    end: int
    found: Found[UnitNode]


def units_in(
    store: Store, words: Sequence[Word], taken: Sequence[tuple[int, int]]
) -> Iterator[NamedUnit]:
    """Yield what names units, the longest words first; words already taken name no unit, and words
    of the language none that is called so: "báo" of "báo cáo", "tỉnh nào".
    """
    known = _KnownUnits.of(run(store, UnitsRow))
    free = [all(not start <= at < end for start, end in taken) for at in range(len(words))]
    said = ideas_of(words, [at for at, is_free in enumerate(free) if is_free])
    spoken = [(one.start, one.end) for one in said if one.idea != UNKNOWN]
    at = 0
    while at < len(words):
        might = _units_at(store, words, at, free, known)
        named = next((one for one in might if not _is_language(one, spoken)), None)
        if named:
            yield named
        at = named.end if named else at + 1


def _is_language(named: NamedUnit, spoken: Sequence[tuple[int, int]]) -> bool:
    """Return whether words that might name a unit are rather said as everybody says them: within a
    phrase, broken by one, made of phrases alone ("cơ quan phối hợp"), or a class of bodies ("cá
    nhân").
    """
    is_group = all(one.kind == _GROUP for one in named.found.matches)
    if is_group and fold(named.words) in _classes():
        return True
    inside = (end - start for start, end in spoken if named.start <= start and end <= named.end)
    if sum(inside) == named.end - named.start:
        return True
    return any(_takes(start, end, named) for start, end in spoken)


def _takes(start: int, end: int, named: NamedUnit) -> bool:
    """Return whether a phrase takes a name's words: all of them, or one of a short name."""
    if start <= named.start and named.end <= end:
        return True
    is_inside = named.start <= start and end <= named.end
    is_apart = end <= named.start or named.end <= start
    return not is_inside and not is_apart and named.end - named.start <= _FEW


@cache
def _classes() -> frozenset[str]:
    return frozenset(map(fold, prints(Meaning.CLASS_NOUN)))


def _units_at(
    store: Store, words: Sequence[Word], at: int, free: Sequence[bool], known: _KnownUnits
) -> Iterator[NamedUnit]:
    for end in range(min(len(words), at + _LONGEST_UNIT), at, -1):
        plain = " ".join(word.plain for word in words[at:end])
        if not all(free[at:end]) or not known.may_be(plain):
            continue
        said = " ".join(word.printed for word in words[at:end])
        found = units_called(store, said)
        if found.matches and (
            plain in known.names or (len(found.matches) == 1 and known.within(plain))
        ):
            yield NamedUnit(said, at, end, found)


@dataclass(frozen=True, slots=True)
class _KnownUnits:
    """The units of a store: their ``names`` without accents, and their rows by the word that a
    name begins with.

    Most words of a question name nothing: that is told here, and only what names a unit is looked
    up.
    """

    names: frozenset[str]
    beginning: Mapping[str, Sequence[UnitsRow]]

    def within(self, plain: str) -> bool:
        """Return whether a whole name stands in ``plain``, with words beside it: "vu giao duc dai
        hoc bo gddt".
        """
        words = plain.split()
        return any(" ".join(words[:end]) in self.names for end in range(1, len(words)))

    @classmethod
    def of(cls, rows: Sequence[UnitsRow]) -> _KnownUnits:
        """Index ``rows``."""
        names: set[str] = set()
        beginning: dict[str, list[UnitsRow]] = defaultdict(list)
        for row in rows:
            called = {
                fold(row.name),
                fold(row.display),
                fold(row.short_name),
                *row.aliases_fold.split("|"),
            }
            names |= called
            for word in {name.partition(" ")[0] for name in called if row.kind != _GROUP}:
                beginning[word].append(row)
        return cls(frozenset(name for name in names if len(name) >= _LEAST_ALIAS), beginning)

    def may_be(self, plain: str) -> bool:
        """Return whether the words are a name, or begin as names do and mean one unit alone in
        some way.
        """
        if plain in self.names:
            return True
        first, _, rest = plain.partition(" ")
        rows = self.beginning.get(first, ()) if rest else ()
        counts = (sum(fits(row) for row in rows) for fits, _ in unit_ways(plain)[1:])
        return bool(rows) and next(filter(None, counts), 0) == 1
