"""Names as a reader understands them (tên gọi theo lời người đọc): a unit or a document that a
file names, meant otherwise.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator

from msgspec.structs import replace

from luocdo.graph.corrections.correction import Correction
from luocdo.graph.numbers import DocumentNumber
from luocdo.graph.records import (
    DocumentMention,
    DocumentRecord,
    FileRecord,
    Mention,
    Relation,
    TargetRecord,
    TaskRecord,
    UnitMention,
)
from luocdo.graph.text import fold

_Meant = Callable[[Mention], Mention | None]


def with_unit(record: FileRecord, correction: Correction) -> FileRecord | None:
    """Return the record with every unit printed as ``correction.quote`` taken for
    ``correction.value``; None if none is.
    """
    printed = fold(correction.quote)

    def meant(mention: Mention) -> Mention | None:
        if isinstance(mention, UnitMention) and fold(mention.as_printed) == printed:
            return replace(mention, name=correction.value)
        return None

    return _renamed(record, meant)


def with_citation(record: FileRecord, correction: Correction) -> FileRecord | None:
    """Return the record with every document printed as ``correction.quote`` taken for that number;
    None if none is.
    """
    printed = fold(correction.quote)
    number = DocumentNumber.parse(correction.value)

    def meant(mention: Mention) -> Mention | None:
        if not isinstance(mention, DocumentMention) or printed not in (
            fold(mention.as_printed),
            fold(mention.name or ""),
        ):
            return None
        return DocumentMention(
            as_printed=mention.as_printed,
            number=str(number) if number else None,
            name=None if number else correction.value,
            kind=mention.kind if number else None,
            issuer=correction.issuer or None,
            date=correction.date or None,
        )

    return _renamed(record, meant)


def _renamed(record: FileRecord, meant: _Meant) -> FileRecord | None:
    new = replace(
        record, documents=tuple(_document(document, meant) for document in record.documents)
    )
    return None if new == record else new


def _document(document: DocumentRecord, meant: _Meant) -> DocumentRecord:
    statements = tuple(
        replace(one, relation=_relation(one.relation, meant)) for one in document.statements
    )
    return replace(
        document,
        relations=tuple(_relation(one, meant) for one in document.relations),
        statements=statements,
        tasks=tuple(_task(task, meant) for task in document.tasks),
        targets=tuple(_target(target, meant) for target in document.targets),
    )


def _task(task: TaskRecord, meant: _Meant) -> TaskRecord:
    relations = tuple(_relation(one, meant) for one in task.relations)
    found = relations != task.relations and any(one.type == "BASED_ON" for one in relations)
    return replace(
        task,
        relations=relations,
        basis="own" if found and task.basis == "own_unresolved" else task.basis,
        targets=tuple(_target(target, meant) for target in task.targets),
        parts=tuple(_task(part, meant) for part in task.parts),
    )


def _target(target: TargetRecord, meant: _Meant) -> TargetRecord:
    return replace(target, relations=tuple(_relation(one, meant) for one in target.relations))


def _relation(relation: Relation, meant: _Meant) -> Relation:
    target = meant(relation.target)
    if target is None or target == relation.target:
        return relation
    return replace(
        relation, target=target, evidence=replace(relation.evidence, reading="corrected")
    )


def relations_of(record: FileRecord) -> Iterator[Relation]:
    """Yield every relation of a file to what it names: of its documents, its rows, its goals."""
    for document in record.documents:
        yield from document.relations
        yield from (one.relation for one in document.statements)
        for task in document.tasks:
            yield from _of_task(task)
        for target in document.targets:
            yield from target.relations


def _of_task(task: TaskRecord) -> Iterator[Relation]:
    yield from task.relations
    for target in task.targets:
        yield from target.relations
    for part in task.parts:
        yield from _of_task(part)
