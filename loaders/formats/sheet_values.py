"""Values of a sheet as people write them (giá trị ô): days, months and shares by the form of the
cell, whole numbers whole.
"""

from __future__ import annotations

import datetime
from typing import TYPE_CHECKING, Literal, TypeGuard

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

Form = Literal["plain", "month", "share"]
Cell = tuple[str, ...]
_DIGITS = 15  # significant digits that a sheet keeps


def are_lines(rows: Iterable[Sequence[object]]) -> bool:
    """Tell whether all words in ``rows`` are printed as they are: one line each, no blanks around
    them.
    """
    words = " ".join([value for row in rows for value in row if value.__class__ is str and value])
    return "  " not in words and words.strip(" ") == words and words.isprintable()


def is_one_line(value: object) -> TypeGuard[str]:
    """Tell a cell that holds words as they are printed, as nearly all do."""
    return (
        value.__class__ is str
        and bool(value)
        and value[0] != " " != value[-1]
        and value.isprintable()
    )


def plain_cells(values: Sequence[object], *, lines: bool) -> tuple[Cell, ...]:
    """Return the cells of a row whose numbers have no form; ``lines``: so are all its words."""
    if lines:
        return tuple(
            [
                (value,) if value.__class__ is str and value else printed_value(value)
                for value in values
            ]
        )
    return tuple([(value,) if is_one_line(value) else printed_value(value) for value in values])


def printed_value(value: object, form: Form = "plain") -> Cell:
    """Return the lines of a cell that holds ``value``."""
    if value is None or value == "":
        return ()
    if isinstance(value, datetime.datetime | datetime.date):
        return (value.strftime("%m/%Y" if form == "month" else "%d/%m/%Y"),)
    if isinstance(value, datetime.time):
        return (f"{value.hour}h{value.minute:02d}",)
    if isinstance(value, float):
        return (_number(value, form),)
    return tuple(line.strip() for line in str(value).splitlines() if line.strip())


def _number(value: float, form: Form) -> str:
    """Print a number: 1.1 is the code 1.1, 0.5 in a cell for shares is 50%."""
    shown = 100 * value if form == "share" else value
    words = str(int(shown)) if shown.is_integer() else f"{shown:.{_DIGITS}g}"
    return f"{words}%" if form == "share" else words
