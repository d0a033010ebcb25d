"""Tables as text (bảng chữ): on a terminal cells wrap to its width, on a pipe each row is one line
and nothing is cut.
"""

from __future__ import annotations

import shutil
import sys
import unicodedata
from itertools import zip_longest
from textwrap import wrap
from typing import TYPE_CHECKING

from luocdo.viz.words import one_line

if TYPE_CHECKING:
    from collections.abc import Sequence

_PADDED = 100  # on a pipe a cell wider than this is not padded to: it shifts its own row alone
_APART = 2  # columns of the screen between two columns of a table
_INDENT = " "
_WORD = 22  # letters of a word that a column makes room for
_FEWEST = 4
_DAY = 10  # letters of a day, 31/12/2025: no column is narrower than its days and numbers


def terminal_width() -> int | None:
    """Return how many columns the terminal has; None on a pipe."""
    return shutil.get_terminal_size((100, 40)).columns if sys.stdout.isatty() else None


def text_table(
    heads: Sequence[str], rows: Sequence[Sequence[str]], below: Sequence[str] = ()
) -> list[str]:
    """Return the lines of an aligned table; ``below`` holds a line to stand beneath each row,
    across the whole width.
    """
    if not rows:
        return []
    width = terminal_width()
    heads, rows = composed(heads), [composed(row) for row in rows]
    unbroken = _unbroken(heads, rows)
    room = width and width - 1 - _APART * (len(heads) - 1) - len(_INDENT)
    if width and room is not None and sum(min(_DAY, one) for one in unbroken) > room:
        return _records(heads, rows, below, width)
    longest = [max(len(head), *(len(row[at]) for row in rows)) for at, head in enumerate(heads)]
    widths = shares(longest, room, unbroken) if room else [min(_PADDED, one) for one in longest]
    lines = _row(heads, widths, wrapped=bool(width))
    for cells, under in zip_longest(rows, below[: len(rows)], fillvalue=""):
        lines += _row(list(cells), widths, wrapped=bool(width)) + _under(under, width)
    return lines


def composed(cells: Sequence[str]) -> list[str]:
    """Return the cells with letter and accent as one character each: a character is a column of
    the screen.
    """
    return [unicodedata.normalize("NFC", cell) for cell in cells]


def _unbroken(heads: Sequence[str], rows: Sequence[Sequence[str]]) -> list[int]:
    """Return for each column the length of its longest word, as far as one gives way to it:
    numbers and days stay whole.
    """
    words = [
        [word for cell in column for word in cell.split()]
        for column in zip(heads, *rows, strict=True)
    ]
    return [min(_WORD, max(map(len, found), default=0)) for found in words]


def shares(wanted: Sequence[int], room: int, least: Sequence[int] = ()) -> list[int]:
    """Share ``room`` among columns: narrow ones whole, the wide ones alike, each its ``least``
    where there is room for all.

    >>> shares([10, 100, 80], 70)
    [10, 30, 30]
    >>> shares([10, 100, 80], 70, [10, 12, 40])
    [10, 20, 40]
    """
    floor = _floor(wanted, room, least)
    given = [0] * len(wanted)
    waiting = sorted(range(len(wanted)), key=wanted.__getitem__)
    while waiting:
        share = room // len(waiting)
        firm = [at for at in waiting if floor[at] > share] or [
            at for at in waiting if wanted[at] <= share
        ]
        for at in firm or waiting:
            given[at] = max(floor[at], min(wanted[at], share))
            room -= given[at]
        waiting = [at for at in waiting if not given[at]] if firm else []
    return given


def _floor(wanted: Sequence[int], room: int, least: Sequence[int]) -> list[int]:
    """Return how narrow each column may be: as its longest word, as a day, as little as can be."""
    for floor in (list(least), [min(_DAY, one) for one in least]):
        if floor and sum(floor) <= room:
            return floor
    return [min(_FEWEST, one) for one in wanted]


def markdown_table(heads: Sequence[str], rows: Sequence[Sequence[str]]) -> list[str]:
    """Return the lines of a table in GitHub's Markdown; a bar within a cell stays a bar."""
    lines = [heads, ["---"] * len(heads), *rows]
    return [
        "| " + " | ".join(one_line(cell).replace("|", "\\|") for cell in line) + " |"
        for line in lines
    ]


def _row(cells: Sequence[str], widths: Sequence[int], *, wrapped: bool) -> list[str]:
    columns = [
        wrap(cell, width, break_on_hyphens=False) if wrapped else [cell]
        for cell, width in zip(cells, widths, strict=True)
    ]
    return [
        _INDENT
        + "  ".join(piece.ljust(width) for piece, width in zip(line, widths, strict=True)).rstrip()
        for line in zip_longest(*columns, fillvalue="")
    ]


def wrapped_lines(lines: Sequence[str]) -> list[str]:
    """Return lines of words, those wider than the terminal broken between words; on a pipe they
    stay as they are.
    """
    width = terminal_width()
    if not width:
        return list(lines)
    return [piece for line in lines for piece in _fitted(line, width)]


def _fitted(line: str, width: int) -> list[str]:
    line = unicodedata.normalize("NFC", line)
    if len(line) < width:
        return [line]
    indent = line[: len(line) - len(line.lstrip())]
    return wrap(
        line.strip(),
        width - 1,
        initial_indent=indent,
        subsequent_indent=indent + _INDENT * 4,
        break_long_words=False,
        break_on_hyphens=False,
    )


def _under(words: str, width: int | None) -> list[str]:
    indent = _INDENT * 4
    if not words:
        return []
    return _wrapped(words, width, indent) if width else [indent + words]


def _wrapped(words: str, width: int, indent: str, further: str = "") -> list[str]:
    return wrap(
        words,
        width - 1,
        initial_indent=indent,
        subsequent_indent=further or indent,
        break_on_hyphens=False,
    )


def _records(
    heads: Sequence[str], rows: Sequence[Sequence[str]], below: Sequence[str], width: int
) -> list[str]:
    """Return each row as lines of "head: cell", for many columns on a narrow terminal."""
    lines: list[str] = []
    for cells, under in zip_longest(rows, below[: len(rows)], fillvalue=""):
        for head, cell in zip(heads, cells, strict=True):
            lines += _wrapped(f"{head}: {cell}", width, _INDENT, _INDENT * 4) if cell else []
        lines += [*_under(under, width), ""]
    return lines
