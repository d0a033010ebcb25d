"""The mentions of documents that a record holds (các lần viện dẫn), wherever in it they stand."""

from __future__ import annotations

from typing import TYPE_CHECKING

from luocdo.graph.records import DocumentMention, DocumentRecord, HeaderRecord, TaskRecord

if TYPE_CHECKING:
    from collections.abc import Iterator


def mentions_of(document: DocumentRecord) -> Iterator[DocumentMention]:
    """Yield every mention of a document that a record holds."""
    for relation in document.relations:
        if isinstance(relation.target, DocumentMention):
            yield relation.target
    for statement in document.statements:
        yield statement.subject
        if isinstance(statement.relation.target, DocumentMention):
            yield statement.relation.target
    for task in document.tasks:
        yield from _task_mentions(task)


def header_mention(header: HeaderRecord) -> DocumentMention:
    """Return a document's own letterhead as if it were named by another."""
    return DocumentMention(
        as_printed=header.number or header.title or "",
        number=header.number,
        kind=header.kind,
        issuer=header.issuer,
        date=header.date,
        year=header.year,
        title=header.title,
    )


def day_of(said: DocumentMention | HeaderRecord) -> str:
    """Return the day, else the year, that is said of a document; "" where neither is."""
    return said.date or (str(said.year) if said.year else "")


def _task_mentions(task: TaskRecord) -> Iterator[DocumentMention]:
    if task.mandated_by is not None:
        yield task.mandated_by
    for relation in task.relations:
        if isinstance(relation.target, DocumentMention):
            yield relation.target
    for part in task.parts:
        yield from _task_mentions(part)
