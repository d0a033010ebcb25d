"""Which column a cell belongs to where the lines do not say (ô thuộc cột nào): told by what the
cells hold.

A unit's name fits a column of units, a time a column of times. The cells keep their order; a
column may stay empty, and lines that go on belong together. Only where one arrangement is better
than every other is it taken.
"""

from __future__ import annotations

import re
from itertools import pairwise
from typing import TYPE_CHECKING

from luocdo.graph.units.grammar import starts_with_head
from luocdo.loaders.cell_limits import is_time as names_time
from luocdo.loaders.tables.cuts import begins_low

if TYPE_CHECKING:
    from collections.abc import Sequence

    from luocdo.loaders.tables.headings import Role

UNITS: frozenset[Role] = frozenset({"lead", "coordinate", "approver", "tracker"})
_LONGEST_TIME = 80
_EMPTY: dict[Role, float] = {"code": -9, "text": -9, "target": -9, "lead": -2, "deadline": -1}
_GOES_ON = 1.0
_MAY_GO_ON = 0.25
_APART = -1.5
_BULLET = re.compile(r"[-+•]")

Arrangement = tuple[tuple[int, int], ...]
_Scored = tuple[float, int, Arrangement]  # how good, in how many ways, and one of them


def fit_cells(texts: Sequence[str], roles: Sequence[Role]) -> Arrangement | None:
    """Return for each column which of ``texts`` belong to it, as (first, behind the last); None
    where it is not clear.
    """
    best: list[_Scored] = [(0.0, 1, ()), *([(float("-inf"), 0, ())] * len(texts))]
    for role in roles:
        best = [_taken(best, texts, role, end) for end in range(len(texts) + 1)]
    score, count, found = best[-1]
    return found if count == 1 and score > 0 else None


def _taken(before: list[_Scored], texts: Sequence[str], role: Role, end: int) -> _Scored:
    """Give the column of ``role`` the texts from some place to ``end``; return the best score, in
    how many ways, and how.
    """
    best: _Scored = (float("-inf"), 0, ())
    for start in range(end + 1):
        score, count, so_far = before[start]
        if not count:
            continue
        total = score + _fit(texts[start:end], role)
        if abs(total - best[0]) < 1e-9:  # noqa: PLR2004 - the same but for rounding
            best = (best[0], best[1] + count, best[2])
        elif total > best[0]:
            best = (total, count, (*so_far, (start, end)))
    return best


def _fit(cells: Sequence[str], role: Role) -> float:
    """Tell how well the lines ``cells`` together make one cell of a column of ``role``."""
    if not cells:
        return _EMPTY.get(role, -0.5)
    together = sum(_together(above, below) for above, below in pairwise(cells))
    return _holds(cells[0], role) + together


def _together(above: str, below: str) -> float:
    """Tell how well the line ``below`` goes on with the one ``above``; a list begins with its
    first bullet.
    """
    if _BULLET.match(below):
        return _GOES_ON if _BULLET.match(above) or above.endswith((":", ";", ",")) else _MAY_GO_ON
    return _GOES_ON if begins_low(below) or above.endswith((",", ";")) else _APART


def _holds(text: str, role: Role) -> float:
    """Tell how well a cell that begins with ``text`` fits a column of ``role``."""
    unit, time = starts_with_head(text.lstrip("-+• ")), is_time(text)
    if role in UNITS:
        return 2.0 if unit and not time else -3.0
    if role == "deadline":
        return 2.0 if time else -3.0
    if role in {"text", "target"}:
        return 1.0
    return -1.0 if time or unit else 0.75


def is_time(text: str) -> bool:
    """Return whether a cell holds a time limit."""
    return len(text) <= _LONGEST_TIME and names_time(text)
