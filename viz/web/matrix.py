"""Work as a matrix (ma trận việc): leading units, or the roles of one unit, down, years across,
counts that open what they count.
"""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from typing import TYPE_CHECKING

from luocdo.graph.answers import ROLES
from luocdo.viz.web.narrowing import NO_YEAR, year_of

if TYPE_CHECKING:
    from collections.abc import Iterator

    from luocdo.graph.answers import Answer, Assignment, Role

_ROWS = ("owners", "due", "unit")  # answers that have one
_LED = ("direct", "stated", "inferred")  # blocks of an answer about a document


@dataclass(frozen=True, slots=True)
class Line:
    """A unit in a role: its ids (the role's as filters name it), what the line is called, and a
    count a year.
    """

    unit: str
    role: str
    name: tuple[str, str]
    counts: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class Matrix:
    """Years in order (the last, `NO_YEAR`, for what has no day), and the lines."""

    years: tuple[str, ...]
    lines: tuple[Line, ...]


def matrix(answer: Answer) -> Matrix | None:
    """Return the assignments of ``answer`` by unit and year of their last day, most work first;
    of a unit's own page by its roles. None for answers of other kinds.
    """
    if answer.kind not in _ROWS:
        return None
    counts: Counter[tuple[str, str, str]] = Counter()
    names: dict[tuple[str, str], tuple[str, str]] = {}
    for one in _counted(answer):
        for role in {(role.unit_id, role.role): role for role in _roles(one, answer)}.values():
            key = role.unit_id, role.role
            names[key] = _called(role, answer)
            counts[*key, year_of(one)] += 1
    found = {year for *_, year in counts}
    years = (*sorted(found - {NO_YEAR}), *([NO_YEAR] if NO_YEAR in found else []))
    lines = [
        Line(unit, ROLES[role][0], name, tuple(counts[unit, role, year] for year in years))
        for (unit, role), name in names.items()
    ]
    return Matrix(years, tuple(sorted(lines, key=lambda line: (-sum(line.counts), line.name))))


def _counted(answer: Answer) -> Iterator[Assignment]:
    wanted = (lambda one: one.block in _LED) if answer.kind == "owners" else _binds
    return (one for one in answer.assignments if wanted(one))


def _binds(one: Assignment) -> bool:
    return one.block != "draft"


def _roles(one: Assignment, answer: Answer) -> Iterator[Role]:
    if answer.kind == "unit":
        return (role for role in one.roles if role.unit_id == answer.subject)
    return iter(one.units("LED_BY"))


def _called(role: Role, answer: Answer) -> tuple[str, str]:
    _, vietnamese, english = ROLES[role.role]
    if answer.kind == "unit":
        return vietnamese, english
    return role.display, role.display
