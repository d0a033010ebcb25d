"""From one file to its record (từ tệp đến bản ghi): each reader in its turn, one bad part never
losing the others.
"""

from __future__ import annotations

from dataclasses import replace
from functools import cache
from typing import TYPE_CHECKING

from luocdo.graph.errors import SourceError
from luocdo.graph.records import DocumentRecord, Evidence, FileRecord, Issue
from luocdo.graph.units.resolving import UnitContext, UnitResolver
from luocdo.loaders.allowance import grant_text
from luocdo.loaders.context import ReadingContext
from luocdo.loaders.figures.money_totals import settled
from luocdo.loaders.giants import refuse_giant_tables
from luocdo.loaders.head.acceptance import is_something_else, why_no_document
from luocdo.loaders.head.header import HeaderReading, read_header
from luocdo.loaders.head.ocr import accented, as_corrected
from luocdo.loaders.head.unsure import unsure_number
from luocdo.loaders.lone_tables import (
    SHEETS,
    announcement,
    lone_table,
    names_its_document,
    with_belonging,
)
from luocdo.loaders.relations.relations import read_relations
from luocdo.loaders.source import Source, read_source
from luocdo.loaders.tasks.assignments import read_annex_tables
from luocdo.loaders.tasks.duties import read_duties
from luocdo.loaders.tasks.impossible import impossible_limits
from luocdo.loaders.tasks.names_elsewhere import printed_names
from luocdo.loaders.text.page import Page
from luocdo.loaders.text.parts import split_parts
from luocdo.loaders.version import reader_version

if TYPE_CHECKING:
    from pathlib import Path

    from luocdo.loaders.text.zones import Part

_AS = '--as "KH 38/KH-UBND"'


def read_file(path: Path) -> FileRecord:
    """Read the file at ``path``.

    Raises:
        SourceError: it cannot be read, or holds no document; the message names the file and says
        why.
    """
    return read_record(read_source(path))


def read_record(source: Source, *, anyway: bool = False) -> FileRecord:
    """Read the documents of a decoded ``source``; ``anyway``, whatever it seems to be.

    Raises:
        SourceError: it holds no document (bài viết, biểu mẫu, bảng thủ tục …); the reason says
        what is missing.
    """
    refuse_giant_tables(source.name, source.text)
    grant_text(source.text)
    page = Page.of(
        source.name,
        source.text,
        format=source.format,
        confidences=source.confidences,
        tables=source.tables,
    )
    parts = split_parts(page)
    reasons = [why_no_document(page, part, resolver()) for part in parts]
    belonging = bool(source.belongs_to) or any(names_its_document(page, part) for part in parts)
    if not parts or all(reasons):
        lone = _alone(source, page, reasons, anyway=anyway)
        if lone is None and not (parts and anyway):
            raise SourceError(source.name, _refusal(page, reasons))
        if lone is not None:
            parts, reasons, belonging = (lone,), [None], True
    documents, issues = [], list(source.issues)
    for part, reason in zip(parts, reasons, strict=True):
        record, found = _read_part(page, part, source.belongs_to, belonging=belonging)
        documents.append(record)
        issues += [*found, *([Issue(kind="not_a_document", message=reason)] if reason else [])]
    return FileRecord(
        file=source.name,
        digest=source.digest,
        reader=reader_version(),
        format=source.format,
        documents=tuple(documents),
        issues=tuple(issues),
    )


def _alone(source: Source, page: Page, reasons: list[str | None], *, anyway: bool) -> Part | None:
    """Return the page as a table that came without its document, where it is a sheet, says its
    document, or a reader does.
    """
    lone = lone_table(page)
    if lone is None or source.belongs_to or anyway:
        return lone
    other = any(map(is_something_else, reasons))
    return (
        lone if not other and (source.format in SHEETS or names_its_document(page, lone)) else None
    )


def _refusal(page: Page, reasons: list[str | None]) -> str:
    """Return why a file is refused, with the remedy.

    A table of tasks in a text without a head is refused too: a newspaper prints such tables, and
    nobody could say whose assignments they are. Its reader can.
    """
    why = next((reason for reason in reasons if reason), "không thấy văn bản nào")
    if lone_table(page) is not None:
        return (
            f"{why}; bảng giao việc này thuộc văn bản nào thì nói bằng {_AS}, hoặc thêm --anyway"
        )
    return f"{why}; vẫn muốn nạp thì thêm --anyway"


def _read_part(
    page: Page, part: Part, belongs_to: str | None, *, belonging: bool
) -> tuple[DocumentRecord, tuple[Issue, ...]]:
    """Read one document; one that is a table without a letterhead has its number from what it
    belongs to (``belonging``).
    """
    reading = read_header(page, part, resolver())
    if belonging and not (
        reading.header.number and reading.header.issuer and reading.header.title
    ):
        reading = replace(reading, header=with_belonging(page, part, reading.header, belongs_to))
    context = _context(page, part, reading)
    relations = read_relations(context)
    tables = read_annex_tables(context)
    names = printed_names(reading.relations, tables.tasks)
    duties = read_duties(replace(context, printed=names))
    record = DocumentRecord(
        header=reading.header,
        relations=(*reading.relations, *relations.relations),
        statements=relations.statements,
        tasks=(*tables.tasks, *duties.tasks),
        targets=(*tables.targets, *duties.targets),
        allocations=(*tables.allocations, *settled(duties.allocations, tables.contradicted)),
        abbreviations=reading.abbreviations,
        enclosure_of=part.enclosure_of,
        enclosure_mode=part.enclosure_mode,
        enclosure_evidence=_enclosing(page, part),
        alone=belonging and reading.header.number is None,
        announces=announcement(page, part),
    )
    record = record if accented(page, part) else as_corrected(record)
    impossible = impossible_limits(record.tasks)
    unsure = unsure_number(page, part, reading.header.number)
    return record, (
        *unsure,
        *reading.issues,
        *relations.issues,
        *tables.issues,
        *duties.issues,
        *impossible,
    )


def _enclosing(page: Page, part: Part) -> Evidence | None:
    """Quote where a carried document is said to go with its carrier; inferred where the carrier is
    not named there.
    """
    if part.enclosure_span is None:
        return None
    named = part.enclosure_name
    return page.evidence(
        "Kèm theo", part.enclosure_span, printed=named, reading="stated" if named else "inferred"
    )


def _context(page: Page, part: Part, reading: HeaderReading) -> ReadingContext:
    header = reading.header
    units = resolver()
    body = units.resolve(
        header.body or header.issuer or "", UnitContext(None, {}, header.date, None)
    )
    context = UnitContext(
        body.id if header.body or header.issuer else None,
        reading.abbreviations,
        header.date,
        page.name,
    )
    return ReadingContext(page, part, header, units, context)


@cache
def resolver() -> UnitResolver:
    """Return the resolver of units, made once per process."""
    return UnitResolver.load()
