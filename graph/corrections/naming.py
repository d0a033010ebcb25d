"""Which row or name of a file a reader means (chỗ được chỉ): by its place as printed, its number,
the end of its place.
"""

from __future__ import annotations

from luocdo.graph.corrections.mentions import relations_of
from luocdo.graph.corrections.places import rows_of
from luocdo.graph.errors import NothingFoundError
from luocdo.graph.records import DocumentMention, FileRecord, TaskRecord, UnitMention
from luocdo.graph.text import fold

_SHOWN = 5


def named_row(record: FileRecord, words: str, *, leaf: bool) -> TaskRecord:
    """Return the one row that ``words`` name; ``leaf`` asks for an assignment, not a row that has
    several.

    Raises:
        NothingFoundError: none or several do; the message lists what is near.
    """
    rows = [row for row in rows_of(record) if not (leaf and row.parts)]
    asked = fold(words)
    for found in (
        [row for row in rows if row.place == words],
        [
            row
            for row in rows
            if row.code is not None and fold(row.code) == asked and row.origin == "annex"
        ],
        [row for row in rows if f" {fold(row.place)}".endswith(f" {asked}")],
        [row for row in rows if asked and asked in fold(row.text)],
    ):
        if len(found) == 1:
            return found[0]
        if found:
            message = f"'{words}' chỉ {len(found)} chỗ; hãy gõ cả chỗ:{_lines(found)}"
            raise NothingFoundError(message)
    message = f"{record.file} không có chỗ '{words}'"
    raise NothingFoundError(message, tuple(row.place for row in rows[:_SHOWN]))


def printed_as(record: FileRecord, words: str, kind: type) -> str:
    """Return the name of that ``kind`` of mention as the file prints it.

    Raises:
        NothingFoundError: the file prints no such name.
    """
    asked = fold(words)
    targets = (one.target for one in relations_of(record) if isinstance(one.target, kind))
    printed = dict.fromkeys(
        one.as_printed for one in targets if isinstance(one, DocumentMention | UnitMention)
    )
    found = [name for name in printed if fold(name) == asked]
    if found:
        return found[0]
    near = tuple(
        name for name in printed if asked and (asked in fold(name) or fold(name) in asked)
    )
    message = f"{record.file} không in tên '{words}'"
    raise NothingFoundError(message, near[:_SHOWN])


def _lines(found: list[TaskRecord]) -> str:
    return "".join(_line(row) for row in found[: _SHOWN * 2])


def _line(row: TaskRecord) -> str:
    return f"\n  {row.place}: {row.text[:60]}"
