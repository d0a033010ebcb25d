"""An answer narrowed (lọc): to a role, a unit, a document, a state, a year; the picture and the
files follow.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from luocdo.graph.answers import ROLES
from luocdo.viz.states import STATES

if TYPE_CHECKING:
    from luocdo.graph.answers import Answer, Assignment

_LEAST = 2  # values that a reader can choose among
NO_YEAR = "-"


@dataclass(frozen=True, slots=True)
class Filter:
    """What an answer may be narrowed by: its parameter ``name``, its ``term``, and (value, words,
    how many) to choose from.
    """

    name: str
    term: str
    values: tuple[tuple[str, str, int], ...]
    chosen: str = ""


def narrowed(answer: Answer, given: Mapping[str, str]) -> Answer:
    """Return ``answer`` with the assignments that ``given`` (parameter to value) keeps."""
    kept = [
        one
        for one in answer.assignments
        if all(_keeps(one, name, given.get(name, ""), given) for name in _FACTS)
    ]
    return (
        replace(answer, assignments=tuple(kept)) if len(kept) < len(answer.assignments) else answer
    )


def filters(answer: Answer, given: Mapping[str, str], lang: str) -> tuple[Filter, ...]:
    """Return by what ``answer`` (whole, not narrowed) can be narrowed."""
    found = []
    for name, (term, facts) in _FACTS.items():
        counted: Counter[str] = Counter()
        words: dict[str, str] = {}
        for one in answer.assignments:
            told = dict(facts(one, int(lang == "en")))
            words |= told
            counted.update(told.keys())
        if len(counted) >= _LEAST or given.get(name):
            order = sorted(counted, key=lambda value: (-counted[value], words[value]))
            values = tuple((value, words[value], counted[value]) for value in order)
            found.append(Filter(name, term, values, given.get(name, "")))
    return tuple(found)


def names() -> tuple[str, ...]:
    """Return the parameters."""
    return tuple(_FACTS)


def _keeps(one: Assignment, name: str, value: str, given: Mapping[str, str]) -> bool:
    if not value:
        return True
    if name == "only-role" and given.get("only-unit"):  # a role of the unit that is chosen
        return any(
            ROLES[role.role][0] == value and role.unit_id == given["only-unit"]
            for role in one.roles
        )
    return value in dict(_FACTS[name][1](one, 0))


def _units(one: Assignment, _: int) -> Iterator[tuple[str, str]]:
    yield from ((role.unit_id, role.display) for role in one.roles)


def _roles(one: Assignment, lang: int) -> Iterator[tuple[str, str]]:
    yield from ((ROLES[role.role][0], ROLES[role.role][1 + lang]) for role in one.roles)


def _documents(one: Assignment, _: int) -> Iterator[tuple[str, str]]:
    yield one.document_id, one.short


def _states(one: Assignment, lang: int) -> Iterator[tuple[str, str]]:
    yield one.state, STATES[one.state][lang]


def year_of(one: Assignment) -> str:
    """Return the year of an assignment's last day, `NO_YEAR` where none is printed."""
    return (one.limit.end_date[:4] if one.limit else "") or NO_YEAR


def _years(one: Assignment, lang: int) -> Iterator[tuple[str, str]]:
    year = year_of(one)
    yield year, year if year != NO_YEAR else ("không ghi hạn", "no date")[lang]


Facts = Callable[["Assignment", int], Iterator[tuple[str, str]]]
_FACTS: dict[str, tuple[str, Facts]] = {
    "only-unit": ("Đơn vị", _units),
    "only-role": ("Vai trò", _roles),
    "only-document": ("Văn bản", _documents),
    "only-state": ("Tình trạng", _states),
    "only-year": ("Năm", _years),
}
