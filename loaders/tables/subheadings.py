"""A second row of headings (tiêu đề cột hai tầng), joined with the one above it."""

from __future__ import annotations

from itertools import groupby
from typing import TYPE_CHECKING

from luocdo.graph.text import fold
from luocdo.graph.units.grammar import starts_with_head
from luocdo.loaders.tables.column_roles import FEWEST_PARTIES, once
from luocdo.loaders.tables.columns import Columns
from luocdo.loaders.tables.headings import Column, months_of, read_heading

if TYPE_CHECKING:
    from collections.abc import Sequence

    from luocdo.loaders.tables.headings import Role

# What may stand in a second row of headings.
_LOWER: frozenset[Role] = frozenset(
    {"lead", "coordinate", "money", "sources", "value", "unit", "deadline", "approver", "mark"}
)
_WHOLE: frozenset[Role] = frozenset({"code", "text", "target"})
_FIGURES: frozenset[Role] = frozenset({"money", "sources", "value"})
_TIMES: frozenset[Role] = frozenset({"deadline", "progress"})
_FAMILIES: dict[Role, frozenset[Role]] = {
    "lead": frozenset({"lead"}),
    "coordinate": frozenset({"lead"}),
    "deadline": frozenset({"deadline"}),
    "mark": _TIMES,
}
_LONGEST_LOWER = 30
_MOST_LOST = 3
_MONTHS = 12
_OVER_UNITS: frozenset[Role] = frozenset({"lead", "coordinate", "unit", "other", "party"})


def with_subheadings(columns: Columns, below: Sequence[str]) -> Columns | None:
    """Join a second row of headings ("Chủ trì", "Phối hợp"; years under "Kinh phí"); None where
    ``below`` is none.

    Web pages print only the lower cells: they then replace the heading that spans them.
    """
    columns = _widened(columns, len(below))
    filled = [at for at, text in enumerate(below) if text]
    if len(filled) == len(below) < len(columns):
        known = [read_heading(text) for text in below]
        return (
            _spread(columns, known)
            if known and all(column.role in _LOWER for column in known)
            else None
        )
    if (
        not filled
        or len(below) > len(columns)
        or any(columns.all[at].role in _WHOLE for at in filled)
    ):
        return None
    known = [_below(columns, at, below[at]) for at in filled]
    if (
        not any(column.role in _LOWER for column in known)
        and [one.role for one in known[:FEWEST_PARTIES]] != ["party"] * 2
    ):
        return None
    if any(len(below[at]) > _LONGEST_LOWER or not _is_spread(columns, at) for at in filled):
        return None
    settled = [
        _below(columns, at, below[at] if at < len(below) else "") for at in range(len(columns))
    ]
    return Columns(tuple(once(settled, at) for at in range(len(settled))), columns.kind)


def _widened(columns: Columns, size: int) -> Columns:
    """Give back the empty cells at the end of a heading row, which a print leaves out: the last
    heading spans them.
    """
    most = _MONTHS - 1 if columns.all[-1].role in _TIMES else _MOST_LOST
    lost = min(max(size - len(columns), 0), most)
    return Columns((*columns.all, *(Column("other", "") for _ in range(lost))), columns.kind)


def _is_spread(columns: Columns, at: int) -> bool:
    """Return whether the heading above a cell spans several columns: it is empty, or an empty one
    follows.
    """
    return not columns.all[at].heading or (
        at + 1 < len(columns) and not columns.all[at + 1].heading
    )


def _spread(columns: Columns, lower: list[Column]) -> Columns | None:
    """Put the lower headings in the places of those that span them: units under units, times under
    a time.
    """
    found = list(columns.all)
    for kinds, group in groupby(lower, key=lambda column: _FAMILIES.get(column.role, _FIGURES)):
        run = list(group)
        years = all(column.role == "value" for column in run)
        places = (kinds, _TIMES) if years else (kinds,)
        at = next(
            (at for wanted in places for at, column in enumerate(found) if column.role in wanted),
            None,
        )
        if at is None:
            return None
        spread = Columns((found[at], Column("other", "")), columns.kind)
        found[at : at + 1] = [_below(spread, 1, column.heading) for column in run]
    return Columns(tuple(once(found, at) for at in range(len(found))), columns.kind)


def _below(columns: Columns, at: int, text: str) -> Column:
    """Name the column ``at`` by its own second heading and by the spread heading at its left."""
    above = next(
        (columns.all[left] for left in range(at, -1, -1) if columns.all[left].heading),
        columns.all[at],
    )
    if not text:
        return columns.all[at]
    own = read_heading(text)
    if own.role == "other" and above.role in _OVER_UNITS and starts_with_head(text):
        crossed: Role | None = above.role if above.role in {"lead", "coordinate"} else None
        return Column("party", f"{above.heading} {text}".strip(), crossed=crossed)
    if own.role == "other" and above.role == "lead" and columns.all[at] is above:
        return Column("lead", f"{above.heading} {text}".strip())  # "Chính" beside "Phối hợp"
    timed = above.role in _TIMES and own.role in {"mark", "value", "other"}
    months = own.months or (months_of(fold(text), fold(above.heading)) if timed else None)
    if timed and months is None and own.year:
        months = (1, _MONTHS)
    money = above.role in {"money", "sources"} and bool(own.year or own.months)
    role: Role = "mark" if months else own.role
    role = "money" if money else role
    return Column(
        role,
        f"{above.heading} {text}".strip(),
        own.year or (above.year if months else None),
        months,
    )
