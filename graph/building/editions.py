"""One document in several files (cùng một văn bản ở nhiều tệp): each fact once, from the file that says most.

A decision may lie in one file and its annex in another, or the same paper be loaded as text and as a scan. The file with most
facts comes first; of the others only what it lacks is written: rows at other places or of other words, ties to others.
"""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass
from typing import TYPE_CHECKING

from msgspec.structs import replace

from luocdo.graph.text import fold

if TYPE_CHECKING:
    from collections.abc import Iterable

    from luocdo.graph.building.documents import DocumentIndex
    from luocdo.graph.building.draft import Draft
    from luocdo.graph.records import DocumentRecord, FileRecord


@dataclass(frozen=True, slots=True)
class Edition:
    """What one file adds to a document; ``before`` says how many tasks, targets and sums better files hold."""

    record: FileRecord
    ordinal: int
    document: DocumentRecord
    before: tuple[int, int, int] = (0, 0, 0)


def editions(files: Iterable[FileRecord], index: DocumentIndex) -> list[Edition]:
    """Return every document of every file, those of one document by what they say, without what a better one says."""
    held: dict[str, list[Edition]] = defaultdict(list)
    for record in files:
        for ordinal, document in enumerate(record.documents):
            held[index.own(record.file, ordinal)].append(Edition(record, ordinal, document))
    return [
        edition for each in held.values() for edition in (each if len(each) == 1 else _without_repeats(each, index))
    ]


def repeated_edges(draft: Draft, index: DocumentIndex) -> frozenset[str]:
    """Return the ids of edges from a document that a better file of the same document states too."""
    best: dict[tuple[str, str, str, str], tuple[int, str]] = {}
    repeated: set[str] = set()
    for key in sorted(draft.edges):
        edge = draft.edges[key]
        rank = index.rank(edge.start, str(edge.properties.get("source") or ""))
        if rank is None:
            continue
        fact = (edge.type, edge.start, edge.end, fold(str(edge.properties.get("part") or "")))
        kept = best.get(fact)
        if kept is None or kept[0] == rank:
            best.setdefault(fact, (rank, key))
        elif rank < kept[0]:
            repeated.add(kept[1])
            best[fact] = (rank, key)
        else:
            repeated.add(key)
    return frozenset(repeated)


def _without_repeats(each: list[Edition], index: DocumentIndex) -> list[Edition]:
    told = _Told()
    tasks = targets = sums = 0
    found: list[Edition] = []
    for edition in sorted(each, key=lambda one: (index.rank_of(one.record.file, one.ordinal), one.ordinal)):
        document = edition.document
        new = replace(
            document,
            tasks=tuple(
                one for one in document.tasks if told.is_new("task", one.text, f"{one.place} {one.code or ''}")
            ),
            targets=tuple(one for one in document.targets if told.is_new("target", one.text)),
            allocations=tuple(one for one in document.allocations if told.is_new("sum", one.text)),
        )
        told.end_of_file()
        found.append(Edition(edition.record, edition.ordinal, new, (tasks, targets, sums)))
        tasks, targets, sums = tasks + len(new.tasks), targets + len(new.targets), sums + len(new.allocations)
    return found


class _Told:
    """What better files have told: a row by its words, and by its place and code where it has one."""

    def __init__(self) -> None:
        self._before: set[tuple[str, str]] = set()
        self._now: set[tuple[str, str]] = set()

    def is_new(self, kind: str, text: str, place: str = "") -> bool:
        """Tell whether no better file has that row; a row may repeat within one file."""
        keys = {(kind, fold(text))} | ({(f"{kind} at", place)} if place.strip() else set())
        self._now |= keys
        return not keys & self._before

    def end_of_file(self) -> None:
        """Count what the file told among what is told."""
        self._before |= self._now
