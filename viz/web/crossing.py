"""Rows of a named question counted by two of their columns (bảng chéo): the values of one down,
those of the other across; and the same counts as a picture.
"""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from typing import TYPE_CHECKING

from luocdo.viz.drawings.shared import Pair
from luocdo.viz.web.addresses import page_of_id

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from luocdo.graph.stores.base import Rows

DOWN, ACROSS = "down", "across"
_MOST_ACROSS = 24  # values that a table has room for beside one another; the rest is one column
REST = "…"


@dataclass(frozen=True, slots=True)
class Crossing:
    """The columns ``down`` and ``across`` among those that can be chosen, their values, most rows
    first, and how many rows each two share.
    """

    columns: tuple[str, ...]
    down: str
    across: str
    heads: tuple[str, ...]
    folded: int
    lines: tuple[tuple[str, tuple[int, ...]], ...]
    pairs: tuple[Pair, ...]


def words_of(value: object) -> str:
    """Return a cell as a reader says it: a node by its name."""
    if isinstance(value, dict):
        names = (value.get(key) for key in ("display", "name", "text", "quote"))
        return str(next((name for name in names if name), ""))
    return "" if value is None else str(value)


def kept(rows: Rows, given: Mapping[str, str]) -> Rows:
    """Return the rows whose columns hold what ``given`` (column to words) asks for."""
    wanted = {
        rows.columns.index(key): words for key, words in given.items() if key in rows.columns
    }
    found = (
        row for row in rows.rows if all(words_of(row[at]) == words for at, words in wanted.items())
    )
    return type(rows)(rows.columns, tuple(found))


def crossing(rows: Rows, down: str = "", across: str = "") -> Crossing | None:
    """Return ``rows`` counted by two columns, the two chosen where they are, else those with the
    fewest values; None where no two columns have values that recur.
    """
    values = {
        column: Counter(words_of(row[at]) for row in rows.rows)
        for at, column in enumerate(rows.columns)
    }
    able = [column for column, counted in values.items() if 1 < len(counted) < len(rows.rows)]
    chosen = [one for one in dict.fromkeys((down, across)) if one in able]
    fewest = sorted(able, key=lambda column: (_told_badly(values[column]), len(values[column])))
    chosen += [one for one in fewest if one not in chosen]
    if len(chosen) < 2:  # noqa: PLR2004 - down and across
        return None
    one, other = chosen[:2]
    if not (down and across) and len(values[one]) < len(values[other]):
        one, other = other, one  # the longer one has more room downwards
    return _counted(rows, tuple(able), (one, other), (values[one], values[other]))


def _counted(
    rows: Rows,
    able: tuple[str, ...],
    chosen: tuple[str, str],
    values: tuple[Counter[str], Counter[str]],
) -> Crossing:
    at, beside = (rows.columns.index(column) for column in chosen)
    counts = Counter((words_of(row[at]), words_of(row[beside])) for row in rows.rows)
    down, across = (_ordered(one) for one in values)
    shown, rest = across[:_MOST_ACROSS], across[_MOST_ACROSS:]
    lines = tuple(
        (
            value,
            (
                *(counts[value, head] for head in shown),
                *([sum(counts[value, head] for head in rest)] if rest else []),
            ),
        )
        for value in down
    )
    pairs = tuple(Pair(*ends, number) for ends, number in counts.items())
    heads = (*shown, *([REST] if rest else []))
    return Crossing(able, *chosen, heads, len(rest), lines, pairs)


def _told_badly(values: Counter[str]) -> int:
    """Return how little values tell a reader: words, numbers, ids."""
    (common, _), *_ = values.most_common(1)
    return 2 * bool(page_of_id(common)) + common.isdigit()


def _ordered(values: Counter[str]) -> Sequence[str]:
    return sorted(values, key=lambda value: (-values[value], value))
