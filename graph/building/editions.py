"""One document in several files (cùng một văn bản ở nhiều tệp): each fact once, from the file that
says most.

A decision may lie in one file and its annex in another, or the same paper be loaded as text and as
a scan. The file with most facts comes first; of the others only what it lacks is written: rows at
other places or of other words, ties to others.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from msgspec.structs import replace

from luocdo.graph.text import fold

if TYPE_CHECKING:
    from luocdo.graph.records import DocumentRecord, FileRecord


@dataclass(frozen=True, slots=True)
class Edition:
    """What one file adds to a document; ``before`` says how many tasks, targets and sums better
    files hold.
    """

    record: FileRecord
    ordinal: int
    document: DocumentRecord
    before: tuple[int, int, int] = (0, 0, 0)


def without_repeats(each: list[Edition]) -> list[Edition]:
    """Return the editions ``each`` of one document, best first, without what a better one says."""
    if len(each) == 1:
        return each
    told = _Told()
    tasks = targets = sums = 0
    found: list[Edition] = []
    for edition in each:
        document = edition.document
        new = replace(
            document,
            tasks=tuple(
                one
                for one in document.tasks
                if told.is_new("task", one.text, f"{one.place} {one.code or ''}")
            ),
            targets=tuple(one for one in document.targets if told.is_new("target", one.text)),
            allocations=tuple(one for one in document.allocations if told.is_new("sum", one.text)),
        )
        told.end_of_file()
        found.append(Edition(edition.record, edition.ordinal, new, (tasks, targets, sums)))
        tasks, targets, sums = (
            tasks + len(new.tasks),
            targets + len(new.targets),
            sums + len(new.allocations),
        )
    return found


class _Told:
    """What better files have told: a row by its words, and by its place and code where
    it has one.
    """

    def __init__(self) -> None:
        self._before: set[tuple[str, str]] = set()
        self._now: set[tuple[str, str]] = set()

    def is_new(self, kind: str, text: str, place: str = "") -> bool:
        """Return whether no better file has that row; a row may repeat within one file."""
        keys = {(kind, fold(text))} | ({(f"{kind} at", place)} if place.strip() else set())
        self._now |= keys
        return not keys & self._before

    def end_of_file(self) -> None:
        """Count what the file told among what is told."""
        self._before |= self._now
