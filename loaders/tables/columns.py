"""Columns of a table known by their headings, in any order and wording (cột, tiêu đề cột)."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from itertools import groupby
from typing import TYPE_CHECKING

from luocdo.graph.text import fold
from luocdo.graph.units.grammar import starts_with_head
from luocdo.loaders.tables.headings import (
    Column,
    counts_rows,
    is_other_list,
    months_of,
    read_heading,
)

if TYPE_CHECKING:
    from collections.abc import Sequence

    from luocdo.loaders.tables.headings import Role, TableKind

# Of two columns for times the one that says when the work ends is the time limit.
_ENDING = re.compile(r".*\b(ket thuc|hoan thanh|den ngay|xong)\b.*")
# What may stand in a second row of headings.
_LOWER: frozenset[Role] = frozenset(
    {"lead", "coordinate", "money", "sources", "value", "unit", "deadline", "approver", "mark"}
)
_WHOLE: frozenset[Role] = frozenset({"code", "text", "target"})
_FIGURES: frozenset[Role] = frozenset({"money", "sources", "value"})
_INSTEAD_OF_TARGET: tuple[Role, ...] = (
    "text",
    "product",
)  # what a column of goals is in a table of tasks
_TIMES: frozenset[Role] = frozenset({"deadline", "progress"})
_FAMILIES: dict[Role, frozenset[Role]] = {
    "lead": frozenset({"lead"}),
    "coordinate": frozenset({"lead"}),
    "deadline": frozenset({"deadline"}),
    "mark": _TIMES,
}
_YEAR = re.compile(r"20\d\d")
_LONGEST_HEADING = 90
_LONGEST_LOWER = 30
_LEAST_COLUMNS = 3
_MOST_LOST = 3
_MONTHS = 12
_FEWEST_PARTIES = 2
_FEWEST_MONTHS = 2
_OVER_UNITS: frozenset[Role] = frozenset({"lead", "coordinate", "unit", "other", "party"})


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
        return self.kind == "tasks" and self.first("text") is None and _is_matrix(self.all)

    def heading(self, role: Role) -> str | None:
        """Return the printed heading of the first column of that role."""
        at = self.first(role)
        return None if at is None else self.all[at].heading


def read_columns(headings: Sequence[str]) -> Columns | None:
    """Read a row of headings; None where the row is no heading of a table of tasks or targets."""
    if sum(map(bool, headings)) < _LEAST_COLUMNS or any(
        len(heading) > _LONGEST_HEADING for heading in headings
    ):
        return None
    columns = [read_heading(heading) for heading in headings]
    filled = [column for column in columns if column.heading]
    if len(filled) < _LEAST_COLUMNS:
        return None
    if is_other_list(filled):
        return None
    if any(
        re.fullmatch(r"[\d.,%]+", column.heading) and not _YEAR.search(column.heading)
        for column in filled
    ):
        return None
    if (
        columns[0].role != "code"
        and sum(column.role != "other" for column in filled) < _LEAST_COLUMNS
    ):
        return None
    return _settle(columns)


def glued_heading(columns: Columns, texts: Sequence[str]) -> int | None:
    """Return where a row of headings is glued behind the cells of a row of ``columns``."""
    starts = range(len(columns), len(texts) - 2) if len(texts) > len(columns) else ()
    return next(
        (
            at
            for at in starts
            if (found := read_columns(texts[at:])) and found.all[0].role == "code"
        ),
        None,
    )


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
        len(first) < _LEAST_COLUMNS
        or len(columns) < _LEAST_COLUMNS
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
        and [one.role for one in known[:_FEWEST_PARTIES]] != ["party"] * 2
    ):
        return None
    if any(len(below[at]) > _LONGEST_LOWER or not _is_spread(columns, at) for at in filled):
        return None
    settled = [
        _below(columns, at, below[at] if at < len(below) else "") for at in range(len(columns))
    ]
    return Columns(tuple(_once(settled, at) for at in range(len(settled))), columns.kind)


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


def is_numbering(cells: Sequence[str]) -> bool:
    """Return whether a row only numbers the columns: (1), (2), (3) and so on."""
    filled = [cell.strip("() ") for cell in cells if cell]
    return len(filled) >= _LEAST_COLUMNS and filled == [
        str(at) for at in range(int(filled[0] == "1"), len(filled) + int(filled[0] == "1"))
    ]


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
    return Columns(tuple(_once(found, at) for at in range(len(found))), columns.kind)


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


def _settle(columns: list[Column]) -> Columns | None:
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
        return Columns(tuple(columns), "tasks") if _is_matrix(columns) else None
    headed = [_as_party(column) for column in columns]
    if sum(column.role == "party" for column in headed) >= _FEWEST_PARTIES:
        return Columns(tuple(headed), "tasks")
    return Columns(tuple(columns), "tasks") if "lead" in roles or len(named) > 1 else None


def _is_matrix(columns: Sequence[Column]) -> bool:
    """Tell a row for each unit and a column for each month, which hold the works (ma trận đơn vị ×
    tháng).
    """
    roles = [column.role for column in columns]
    return (
        "lead" in roles and sum(column.months is not None for column in columns) >= _FEWEST_MONTHS
    )


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
    if "text" not in roles and "group" in roles and not swap:
        swap[roles.index("group")] = "text"
    settled = [
        replace(column, role=swap.get(at, column.role)) for at, column in enumerate(columns)
    ]
    return [_once(settled, at) for at in range(len(settled))]


def _is_pace(column: Column) -> bool:
    """Tell "Tiến độ", "Ngày", which are time limits where no column has them; how a work stands
    ("Tình trạng") is none.
    """
    return column.role == "day" or (
        column.role == "progress" and fold(column.heading).startswith("tien do")
    )


def _once(columns: list[Column], at: int) -> Column:
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
