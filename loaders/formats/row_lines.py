"""Cells to the line of their row (dòng của bảng): tabs between them, `` <br> `` between the lines
of one, single blanks.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence

Cell = tuple[str, ...]
_BREAK = " <br> "
_UNTIDY = ("  ", " \t", "\t ")


def row_line(cells: Sequence[Cell], width: int) -> str:
    """Return a row as one line: its cells between tabs, as many as the table has columns."""
    line = "\t".join(map("\n".join, cells)) + "\t" * (width - len(cells))
    if is_tidy(line, width):
        return line
    return "\t".join(map(_written, cells)) + "\t" * (width - len(cells))


def row_lines(rows: Sequence[Sequence[Cell]], width: int, *, tidy: bool = False) -> list[str]:
    """Return each of ``rows`` as one line; ``tidy``: none of them needs tidying, as is known.

    Most tables need none at all: that is looked at once for all their rows.
    """
    lines = ["\t".join(map("\n".join, cells)) for cells in rows]
    if tidy or (is_tidy("\t".join(lines), width * len(rows)) and set(map(len, rows)) == {width}):
        return lines
    return [row_line(cells, width) for cells in rows]


def is_tidy(line: str, width: int) -> bool:
    """Return whether nothing in the words of a row has to be made one blank: nothing but ``width``
    cells and single blanks.
    """
    if line.count("\t") != width - 1 or any(pair in line for pair in _UNTIDY):
        return False
    return line.strip(" ") == line and line.replace("\t", "").isprintable()


def _written(cell: Cell) -> str:
    """Return the lines of a cell as they stand in a row."""
    if len(cell) == 1:
        return clean_line(cell[0])
    return _BREAK.join(clean_line(line) for line in cell if line.strip())


def clean_line(text: str) -> str:
    """Return one line: tabs and line ends in it are spaces, no-break ones too."""
    return " ".join(text.replace("\u00a0", " ").split())
