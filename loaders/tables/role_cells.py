"""Cells that name bodies in both roles (ô ghi cả chủ trì và phối hợp): "Sở A chủ trì, phối hợp với
Sở B".
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from luocdo.graph.vocabulary.wordings import wording
from luocdo.loaders.tables.cells import CellText

if TYPE_CHECKING:
    from luocdo.loaders.context import ReadingContext
    from luocdo.loaders.text.page import Span

_SAYS_ROLE, _BOTH, _ROLE_WORDS, _PART = (
    wording(__package__, "cell_wordings", name)
    for name in ("says a role", "both roles", "role words", "part")
)


def split_roles(
    context: ReadingContext, pieces: tuple[Span, ...]
) -> tuple[tuple[Span, ...], tuple[Span, ...]]:
    """Part a cell of leads from the coordinators that it also names, and leave out the words of
    the role.
    """
    cell = CellText.of(context.page, pieces)
    both = _BOTH.search(cell.letters) if _SAYS_ROLE.search(cell.letters) else None
    if both is None:
        words = _ROLE_WORDS.search(cell.letters)
        if words is None:
            return pieces, ()
        if ";" in cell.letters[words.start() :] and words.start():
            return _without_parts(cell), ()
        return (
            cell.spans(0, words.start())
            if words.start()
            else cell.spans(words.end(), len(cell.letters))
        ), ()
    return cell.spans(*both.span("lead")), cell.spans(*both.span("with"))


def _without_parts(cell: CellText) -> tuple[Span, ...]:
    """Return the names of a cell, cut where each tells its part; a semicolon stays with the name
    behind it.
    """
    spans: list[Span] = []
    at = 0
    for part in _PART.finditer(cell.letters):
        spans += cell.spans(at, part.start())
        at = part.end()
    return (*spans, *cell.spans(at, len(cell.letters)))
