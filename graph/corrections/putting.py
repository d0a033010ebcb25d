"""Putting a reader's word to the records (áp lời sửa): a pure function, each correction to the one
file it speaks of.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable

from msgspec.structs import replace

from luocdo.graph.corrections.correction import KINDS, NAMES_APART, Correction
from luocdo.graph.corrections.mentions import with_citation, with_unit
from luocdo.graph.corrections.places import Row, changed, the_row
from luocdo.graph.records import (
    DeadlineRecord,
    Evidence,
    FileRecord,
    HeaderRecord,
    Issue,
    Relation,
    TaskRecord,
    UnitMention,
)

DONE = "Đã hoàn thành"
_PAIRS = frozenset({"same", "not_same"})


def corrected(
    record: FileRecord | None,
    said: Iterable[Correction],
    other: Callable[[str], FileRecord | None],
) -> tuple[FileRecord | None, list[Correction]]:
    """Return ``record`` as what was ``said`` of it has it, and the corrections whose place is
    gone.

    ``other`` returns another file's record, as it was read; None where there is none.
    """
    lost: list[Correction] = []
    for correction in said:
        new = _put(record, correction) if _other_stands(correction, other) else None
        lost += [correction] if new is None else []
        record = record if new is None else new
    return record, lost


def orphaned(correction: Correction) -> Issue:
    """Return what `check` says of a correction whose place is gone."""
    words = f"lời sửa {correction.id} ({KINDS[correction.kind]} {correction.value}".rstrip() + ")"
    return Issue(
        kind="orphaned_correction",
        message=f"{words}: không còn chỗ trong {correction.file}",
        place=correction.place,
        quote=correction.quote[:300],
    )


def _other_stands(correction: Correction, other: Callable[[str], FileRecord | None]) -> bool:
    """Return whether the second row of a pair is there; what speaks of one row needs none."""
    if correction.kind not in _PAIRS:
        return True
    found = other(correction.other_file)
    return (
        found is not None
        and the_row(found, Row(correction.other_place, correction.other_quote)) is not None
    )


def _put(record: FileRecord | None, correction: Correction) -> FileRecord | None:
    """Return the file's record with the correction; None where its place is gone."""
    if record is None:
        return None
    if about := _ABOUT_FILE.get(correction.kind):
        return about(record, correction)
    meant = the_row(record, Row(correction.place, correction.quote))
    if meant is None:
        return None
    change = _ABOUT_ROW.get(correction.kind)
    return changed(record, meant, lambda task: change(task, correction)) if change else record


def _lead(task: TaskRecord, correction: Correction) -> TaskRecord:
    old = [one for one in task.relations if one.type == "LED_BY"]
    printed = old[0].evidence.as_printed if old else None
    lead = Relation(
        type="LED_BY",
        target=UnitMention(as_printed=printed or correction.value, name=correction.value),
        evidence=replace(_evidence(task), as_printed=printed),
    )
    return replace(
        task, relations=(*(one for one in task.relations if one.type != "LED_BY"), lead)
    )


def _coordinate(task: TaskRecord, correction: Correction) -> TaskRecord:
    """Put the units named, or nobody, in the place of those that coordinate."""
    old = [one.evidence.as_printed for one in task.relations if one.type == "COORDINATED_BY"]
    names = [name for name in correction.value.split(NAMES_APART) if name]
    printed = old[0] if len(old) == len(names) == 1 else None
    new = (
        Relation(
            type="COORDINATED_BY",
            target=UnitMention(as_printed=printed or name, name=name),
            evidence=replace(_evidence(task), as_printed=printed),
        )
        for name in names
    )
    return replace(
        task, relations=(*(one for one in task.relations if one.type != "COORDINATED_BY"), *new)
    )


def _due(task: TaskRecord, correction: Correction) -> TaskRecord:
    evidence = task.deadlines[0].evidence if task.deadlines else task.evidence
    text = "/".join(reversed(correction.value.split("-")))
    limit = DeadlineRecord(
        kind="date",
        text=text,
        evidence=replace(evidence, reading="corrected"),
        end_date=correction.value,
    )
    return replace(task, deadlines=(limit,))


def _done(task: TaskRecord, correction: Correction) -> TaskRecord:
    proof = f"{correction.value} (theo {correction.by}, {correction.at[:10]})".strip()
    return replace(task, progress=DONE, result=proof, evidence=_evidence(task))


def _left_out(_: TaskRecord, __: Correction) -> None:
    return None


def _document(record: FileRecord, correction: Correction) -> FileRecord | None:
    """Give the file's first document the number, day and issuer that a reader knows it by."""
    if not record.documents:
        return None
    first, *further = record.documents
    header: HeaderRecord = replace(
        first.header,
        number=correction.value or first.header.number,
        date=correction.date or first.header.date,
        year=int(correction.date[:4]) if correction.date else first.header.year,
        issuer=correction.issuer or first.header.issuer,
        unnumbered=False,
        identified=f"{correction.by}, {correction.at[:10]}",
    )
    return replace(record, documents=(replace(first, header=header), *further))


def _evidence(task: TaskRecord) -> Evidence:
    return replace(task.evidence, reading="corrected")


_ABOUT_FILE: dict[str, Callable[[FileRecord, Correction], FileRecord | None]] = {
    "unit": with_unit,
    "citation": with_citation,
    "document": _document,
}
_ABOUT_ROW: dict[str, Callable[[TaskRecord, Correction], TaskRecord | None]] = {
    "lead": _lead,
    "coordinate": _coordinate,
    "due": _due,
    "done": _done,
    "left_out": _left_out,
}
