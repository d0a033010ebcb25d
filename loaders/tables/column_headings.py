"""Rows of headings (hàng tiêu đề cột): which rows head a table, read as columns."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from luocdo.loaders.tables.column_roles import settle
from luocdo.loaders.tables.columns import LEAST_COLUMNS, Columns
from luocdo.loaders.tables.headings import counts_rows, is_other_list, read_heading

if TYPE_CHECKING:
    from collections.abc import Sequence


_YEAR = re.compile(r"20\d\d")
_LONGEST_HEADING = 90
_LONGEST_BESIDE_NUMBERS = 180  # where the first is that of the rows' numbers ("STT")


def read_columns(headings: Sequence[str]) -> Columns | None:
    """Read a row of headings; None where the row is no heading of a table of tasks or targets."""
    if sum(map(bool, headings)) < LEAST_COLUMNS or any(
        len(heading) > _longest(headings) for heading in headings
    ):
        return None
    columns = [read_heading(heading) for heading in headings]
    filled = [column for column in columns if column.heading]
    if len(filled) < LEAST_COLUMNS:
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
        and sum(column.role != "other" for column in filled) < LEAST_COLUMNS
    ):
        return None
    return settle(columns)


def _longest(headings: Sequence[str]) -> int:
    return _LONGEST_BESIDE_NUMBERS if counts_rows(headings[0]) else _LONGEST_HEADING


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


def is_numbering(cells: Sequence[str]) -> bool:
    """Return whether a row only numbers the columns: (1), (2), (3) and so on."""
    filled = [cell.strip("() ") for cell in cells if cell]
    return len(filled) >= LEAST_COLUMNS and filled == [
        str(at) for at in range(int(filled[0] == "1"), len(filled) + int(filled[0] == "1"))
    ]
