"""Finding the row again that a reader spoke of (tìm lại chỗ): by its place and its words, also
after a new reading.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass

from msgspec.structs import replace

from luocdo.graph.records import FileRecord, TaskRecord
from luocdo.graph.text import fold

_KNOWN_BY = 40  # letters that two readings of one row share at its beginning

Change = Callable[[TaskRecord], TaskRecord | None]


@dataclass(frozen=True, slots=True)
class Row:
    """A row that is spoken of: its place as printed and the words it had."""

    place: str
    quote: str


def rows_of(record: FileRecord) -> Iterator[TaskRecord]:
    """Yield every row and clause of a file, those within a row after it."""
    for document in record.documents:
        for task in document.tasks:
            yield from _with_parts(task)


def the_row(record: FileRecord, row: Row) -> TaskRecord | None:
    """Return the one row that ``row`` means; None where it is gone or several could be meant."""
    words = fold(row.quote)
    here = [task for task in rows_of(record) if task.place == row.place]
    for found in (
        [task for task in here if fold(task.text) == words],
        [task for task in here if _alike(fold(task.text), words)],
        [task for task in rows_of(record) if words and fold(task.text) == words],
    ):
        if len(found) == 1:
            return found[0]
    return None


def changed(record: FileRecord, meant: TaskRecord, change: Change) -> FileRecord:
    """Return the record with ``change`` done to the row ``meant``; a row that becomes None is left
    out.
    """
    documents = tuple(
        replace(document, tasks=_changed(document.tasks, meant, change))
        for document in record.documents
    )
    return replace(record, documents=documents)


def _with_parts(task: TaskRecord) -> Iterator[TaskRecord]:
    yield task
    for part in task.parts:
        yield from _with_parts(part)


def _alike(words: str, other: str) -> bool:
    """Return whether one begins as the other does: a new reader may end a row elsewhere."""
    least = min(len(words), len(other), _KNOWN_BY)
    return least > 0 and words[:least] == other[:least]


def _changed(
    tasks: tuple[TaskRecord, ...], meant: TaskRecord, change: Change
) -> tuple[TaskRecord, ...]:
    found: list[TaskRecord] = []
    for task in tasks:
        new = (
            change(task)
            if task is meant
            else replace(task, parts=_changed(task.parts, meant, change))
        )
        found += [new] if new is not None else []
    return tuple(found)
