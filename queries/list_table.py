"""A list as a table (bảng của danh sách): its heads in both languages, its rows, the evidence
beneath each.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from luocdo.graph.answers import Table

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

_UNDER = ("quote", "source")
EVIDENCE = (("quote", ("Câu trích", "Quote")), ("source", ("Tệp", "File")))
Head = tuple[str, tuple[str, str]]


def list_table(
    title: tuple[str, str],
    heads: Sequence[Head],
    rows: Iterable[tuple[str, ...]],
    under: tuple[str, ...] = _UNDER,
    hidden: frozenset[str] = frozenset(),
) -> Table:
    """Return ``rows`` under ``heads``: the columns ``under`` beneath each row, ``hidden`` ones in
    files only.
    """
    lines = tuple(tuple(" ".join(cell.split()) for cell in row) for row in rows)
    return Table(
        title,
        tuple(name for name, _ in heads),
        tuple(head for _, head in heads),
        lines,
        under,
        hidden,
    )
