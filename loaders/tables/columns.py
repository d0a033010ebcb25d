"""Columns of a table (cột), as their headings make them known, from left to right."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from luocdo.loaders.tables.headings import Column

if TYPE_CHECKING:
    from collections.abc import Sequence

    from luocdo.loaders.tables.headings import Role, TableKind

LEAST_COLUMNS = 3  # a table has them
_FEWEST_MONTHS = 2


@dataclass(frozen=True, slots=True)
class Columns:
    """The columns of one table, from left to right."""

    all: tuple[Column, ...]
    kind: TableKind

    def __len__(self) -> int:
        """Count the columns."""
        return len(self.all)

    def first(self, role: Role) -> int | None:
        """Return the place of the first column of that role."""
        return next((at for at, column in enumerate(self.all) if column.role == role), None)

    def with_role(self, at: int, role: Role) -> Columns:
        """Return the columns with another role for the one at ``at``."""
        return Columns(
            (*self.all[:at], replace(self.all[at], role=role), *self.all[at + 1 :]), self.kind
        )

    @property
    def is_matrix(self) -> bool:
        """Whether the works stand below months, in the row of the unit that does them."""
        return self.kind == "tasks" and self.first("text") is None and heads_months(self.all)

    def heading(self, role: Role) -> str | None:
        """Return the printed heading of the first column of that role."""
        at = self.first(role)
        return None if at is None else self.all[at].heading


def lacks_cells(again: Columns, columns: Columns) -> bool:
    """Tell a heading that comes again without the cells that stand merged beside it: the same
    roles in order, fewer of them.
    """
    if again.kind != columns.kind or len(again) >= len(columns):
        return False
    rest = iter(columns.all)
    return all(any(column.role == one.role for column in rest) for one in again.all)


def with_numbers(columns: Columns) -> Columns:
    """Return ``columns`` behind one for the numbers of the rows, which the heading has lost."""
    return Columns((Column("code", ""), *columns.all), columns.kind)


def with_spread_text(
    columns: Columns, first: Sequence[str], code: re.Pattern[str]
) -> Columns | None:
    """Part a heading of words that spreads over numbers and words, as the ``first`` row below has
    them; None where none does.
    """
    if (
        len(first) < LEAST_COLUMNS
        or len(columns) < LEAST_COLUMNS
        or columns.first("code") is not None
    ):
        return None
    wide, beside = columns.all[:2]
    if (
        wide.role != "text"
        or beside.heading
        or not code.fullmatch(first[0])
        or not first[1]
        or code.fullmatch(first[1])
    ):
        return None
    return Columns((Column("code", ""), wide, *columns.all[2:]), columns.kind)


def heads_months(columns: Sequence[Column]) -> bool:
    """Tell a row for each unit and a column for each month, which hold the works (ma trận đơn vị ×
    tháng).
    """
    roles = [column.role for column in columns]
    return (
        "lead" in roles and sum(column.months is not None for column in columns) >= _FEWEST_MONTHS
    )
