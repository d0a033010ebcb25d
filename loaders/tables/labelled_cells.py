"""Cells that hold fields with labels (ô có nhãn): "Chủ trì: Sở A", "Hoàn thành: 31/7/2026", one
below the other, where the table's heading says "Phân công".
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from luocdo.graph.vocabulary import Meaning, value_of
from luocdo.loaders.tables.cells import CellText

if TYPE_CHECKING:
    from collections.abc import Iterator

    from luocdo.loaders.tables.draft import SubRow
    from luocdo.loaders.tables.headings import Role
    from luocdo.loaders.text.page import Page

_LABELS: tuple[tuple[Meaning, Role], ...] = (
    (Meaning.LABEL_LEAD, "lead"),
    (Meaning.LABEL_COORDINATE, "coordinate"),
    (Meaning.LABEL_TIME, "deadline"),
    (Meaning.LABEL_PRODUCT, "product"),
)
_ENDS = " \t-+•;."


def take_apart(page: Page, sub: SubRow) -> None:
    """Give the fields of a cell of leads to their roles; names alone stay as they are."""
    cell = CellText.of(page, sub.get("lead"))
    fields = dict(_fields(cell))
    if not {"deadline", "product"} & fields.keys():
        return
    sub.cells["lead"] = ()
    for role, (start, end) in fields.items():
        sub.cells[role] = sub.get(role) or cell.spans(start, end)


def _fields(cell: CellText) -> Iterator[tuple[Role, tuple[int, int]]]:
    """Yield each field with where its value stands; lines without a label go on with the field
    above them, those at the head name who leads.
    """
    role: Role = "lead"
    start = end = 0
    for line, at in _lines(cell.letters):
        label, colon, _ = line.partition(":")
        found = _role(label) if colon else None
        if found is not None:
            if end > start:
                yield role, (start, end)
            role, start = found, at + len(label) + 1
        end = at + len(line)
    yield role, (start, end)


def _lines(letters: str) -> Iterator[tuple[str, int]]:
    at = 0
    for line in letters.split("\n"):
        if line.strip(_ENDS):
            yield line, at
        at += len(line) + 1


def _role(label: str) -> Role | None:
    words = " ".join(label.split()).strip(_ENDS)
    return next((role for meaning, role in _LABELS if value_of(meaning, words) is not None), None)
