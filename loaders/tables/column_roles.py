"""What columns mean beside one another (vai trò của cột): the kind of table that they make, each
role once.
"""

from __future__ import annotations

import re
from dataclasses import replace
from itertools import pairwise
from typing import TYPE_CHECKING

from luocdo.graph.text import fold
from luocdo.graph.units.grammar import starts_with_head
from luocdo.loaders.tables.columns import Columns, heads_months
from luocdo.loaders.tables.headings import Column, counts_rows

if TYPE_CHECKING:
    from collections.abc import Sequence

    from luocdo.loaders.tables.headings import Role

# Of two columns for times the one that says when the work ends is the time limit.
_ENDING = re.compile(r".*\b(ket thuc|hoan thanh|den ngay|xong)\b.*")
_INSTEAD_OF_TARGET: tuple[Role, ...] = (
    "text",
    "product",
)  # what a column of goals is in a table of tasks
FEWEST_PARTIES = 2


def settle(columns: list[Column]) -> Columns | None:
    """Decide the kind of table, and the columns whose meaning depends on the others."""
    roles = {column.role for column in columns}
    if (
        "target" in roles
        and "text" not in roles
        and roles & {"unit", "value", "tracker", "product", "lead"}
    ):
        return Columns(tuple(_as_target(column) for column in columns), "targets")
    columns = _as_tasks(columns)
    roles = {column.role for column in columns}
    named = roles & {"lead", "coordinate", "deadline", "product", "approver", "progress"}
    if "text" not in roles:
        return Columns(tuple(columns), "tasks") if heads_months(columns) else None
    headed = [_as_party(column) for column in columns]
    if sum(column.role == "party" for column in headed) >= FEWEST_PARTIES:
        return Columns(tuple(headed), "tasks")
    return Columns(tuple(columns), "tasks") if "lead" in roles or len(named) > 1 else None


def _as_party(column: Column) -> Column:
    """Take a column whose heading is a unit's name for one of marks."""
    named = column.role == "other" and starts_with_head(column.heading)
    return replace(column, role="party") if named else column


def settled_without_parties(columns: Columns) -> Columns | None:
    """Return ``columns`` with those of units as other ones; None where they then are no table of
    tasks.
    """
    plain = [
        replace(column, role="other") if column.role == "party" else column
        for column in columns.all
    ]
    roles = {column.role for column in plain}
    named = roles & {"lead", "coordinate", "deadline", "product", "approver", "progress"}
    return Columns(tuple(plain), columns.kind) if "lead" in roles or len(named) > 1 else None


def _as_target(column: Column) -> Column:
    role: Role = column.role
    if role in {"product", "result"}:
        role = "value"
    if role in {"lead", "coordinate"}:
        role = "tracker"
    return replace(column, role=role)


def _as_tasks(columns: list[Column]) -> list[Column]:
    roles = [column.role for column in columns]
    swap: dict[int, Role] = {}
    paced = next((at for at, column in enumerate(columns) if _is_pace(column)), None)
    if "deadline" not in roles and paced is not None:
        swap[paced] = "deadline"
    for weaker in ("submitter", "tracker"):
        if weaker in roles and "lead" not in (*roles, *swap.values()):
            swap[roles.index(weaker)] = "lead"
    if (
        "lead" not in roles
        and "unit" in roles
        and roles.count("deadline")
        and not {"value", "money"} & set(roles)
    ):
        swap[roles.index("unit")] = "lead"
    if "target" in roles:
        swap[roles.index("target")] = next(
            (role for role in _INSTEAD_OF_TARGET if role not in roles), "other"
        )
    if "text" not in roles and "target" not in roles and "lead" in roles:
        free = next(
            (at for at, column in enumerate(columns) if column.role == "other" and column.heading),
            None,
        )
        swap |= {} if free is None else {free: "text"}
    if not swap:
        swap = _grouping(roles)
    settled = [
        replace(column, role=swap.get(at, column.role)) for at, column in enumerate(columns)
    ]
    return [once(settled, at) for at in range(len(settled))]


def _grouping(roles: Sequence[Role]) -> dict[int, Role]:
    """Return what a column of groups is beside the others: the words where there are no others;
    the first of two columns of words ("Nhiệm vụ", "Hoạt động") groups what the second says.
    """
    if "group" in roles:
        return {} if "text" in roles else {roles.index("group"): "text"}
    return {roles.index("text"): "group"} if ("text", "text") in pairwise(roles) else {}


def _is_pace(column: Column) -> bool:
    """Tell "Tiến độ", "Ngày", which are time limits where no column has them; how a work stands
    ("Tình trạng") is none.
    """
    return column.role == "day" or (
        column.role == "progress" and fold(column.heading).startswith("tien do")
    )


def once(columns: list[Column], at: int) -> Column:
    """Keep a role for its first column: a second "nội dung" or "đơn vị thực hiện" beside the lead
    is something else.
    """
    column = columns[at]
    if column.role == "deadline":
        last = next(
            (c for c in columns if c.role == "deadline" and _ENDING.fullmatch(fold(c.heading))),
            None,
        )
        first = next(c for c in columns if c.role == "deadline")
        return column if column is (last or first) else replace(column, role="other")
    if column.role == "code":
        counting = next((c for c in columns if c.role == "code" and counts_rows(c.heading)), None)
        first = next(c for c in columns if c.role == "code")
        return column if column is (counting or first) else replace(column, role="other")
    if column.role in {"money", "value", "mark", "party", "other"} or all(
        left.role != column.role for left in columns[:at]
    ):
        return column
    if column.role == "lead":
        return replace(
            column, role="coordinate" if all(c.role != "coordinate" for c in columns) else "other"
        )
    return replace(column, role="other")
