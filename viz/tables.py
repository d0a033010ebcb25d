"""Tables as text (bảng chữ): on a terminal cells wrap to its width, on a pipe each row is one line and nothing is cut."""

from __future__ import annotations

import shutil
import sys
from itertools import zip_longest
from textwrap import wrap
from typing import TYPE_CHECKING

from luocdo.viz.words import one_line

if TYPE_CHECKING:
    from collections.abc import Sequence

_PADDED = 100  # on a pipe a cell wider than this is not padded to: it shifts its own row alone
_NARROW = 9  # a terminal with less room for each column shows a record for each row
_INDENT = " "


def terminal_width() -> int | None:
    """Return how many columns the terminal has; None on a pipe."""
    return shutil.get_terminal_size((100, 40)).columns if sys.stdout.isatty() else None


def text_table(heads: Sequence[str], rows: Sequence[Sequence[str]], below: Sequence[str] = ()) -> list[str]:
    """Return the lines of an aligned table; ``below`` holds a line to stand beneath each row, across the whole width."""
    if not rows:
        return []
    width = terminal_width()
    if width and len(heads) * _NARROW > width:
        return _records(heads, rows, below, width)
    longest = [max(len(head), *(len(row[at]) for row in rows)) for at, head in enumerate(heads)]
    room = width and width - 2 * (len(heads) - 1) - len(_INDENT)
    widths = shares(longest, room) if room else [min(_PADDED, one) for one in longest]
    lines = _row(heads, widths, wrapped=bool(width))
    for cells, under in zip_longest(rows, below[: len(rows)], fillvalue=""):
        lines += _row(list(cells), widths, wrapped=bool(width)) + _under(under, width)
    return lines


def shares(wanted: Sequence[int], room: int) -> list[int]:
    """Share ``room`` among columns: narrow ones whole, the wide ones alike.

    >>> shares([10, 100, 80], 70)
    [10, 30, 30]
    """
    given = [0] * len(wanted)
    for rank, at in enumerate(sorted(range(len(wanted)), key=wanted.__getitem__)):
        given[at] = max(4, min(wanted[at], room // (len(wanted) - rank)))
        room -= given[at]
    return given


def markdown_table(heads: Sequence[str], rows: Sequence[Sequence[str]]) -> list[str]:
    """Return the lines of a table in GitHub's Markdown; a bar within a cell stays a bar."""
    lines = [heads, ["---"] * len(heads), *rows]
    return ["| " + " | ".join(one_line(cell).replace("|", "\\|") for cell in line) + " |" for line in lines]


def _row(cells: Sequence[str], widths: Sequence[int], *, wrapped: bool) -> list[str]:
    columns = [
        wrap(cell, width, break_on_hyphens=False) if wrapped else [cell]
        for cell, width in zip(cells, widths, strict=True)
    ]
    return [
        _INDENT + "  ".join(piece.ljust(width) for piece, width in zip(line, widths, strict=True)).rstrip()
        for line in zip_longest(*columns, fillvalue="")
    ]


def _under(words: str, width: int | None) -> list[str]:
    indent = _INDENT * 4
    if not words:
        return []
    return _wrapped(words, width, indent) if width else [indent + words]


def _wrapped(words: str, width: int, indent: str, further: str = "") -> list[str]:
    return wrap(words, width - 1, initial_indent=indent, subsequent_indent=further or indent, break_on_hyphens=False)


def _records(heads: Sequence[str], rows: Sequence[Sequence[str]], below: Sequence[str], width: int) -> list[str]:
    """Return each row as lines of "head: cell", for many columns on a narrow terminal."""
    lines: list[str] = []
    for cells, under in zip_longest(rows, below[: len(rows)], fillvalue=""):
        for head, cell in zip(heads, cells, strict=True):
            lines += _wrapped(f"{head}: {cell}", width, _INDENT, _INDENT * 4)
        lines += [*_under(under, width), ""]
    return lines
