"""A table that came without its document (bảng đứng riêng): an annex or a monthly tracking sheet
that has no letterhead.

What it belongs to is said by the reader, by its title rows ("Kèm theo Kế hoạch số …", "Thực hiện
Kế hoạch số …"), or by the name of its file; where none says it, it is a document of its own
without a number.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from pathlib import PurePath
from typing import TYPE_CHECKING

import msgspec

from luocdo.graph.numbers import DocumentNumber
from luocdo.graph.units.grammar import starts_with_head
from luocdo.graph.vocabulary import Meaning, alternation
from luocdo.graph.vocabulary.phrasing import of
from luocdo.loaders.tables.captions import unit_above
from luocdo.loaders.tables.grid import printed_rows
from luocdo.loaders.tables.tables import find_tables
from luocdo.loaders.text.annexes import is_attached
from luocdo.loaders.text.bare import bare
from luocdo.loaders.text.dates import DATE_FIGURES
from luocdo.loaders.text.marks import MOTTO
from luocdo.loaders.text.page import Page, Span
from luocdo.loaders.text.pipeline import CITATIONS
from luocdo.loaders.text.zones import Annex, Part

if TYPE_CHECKING:
    from collections.abc import Iterator

    from luocdo.graph.records import HeaderRecord
    from luocdo.loaders.tables.printed import PrintedTable

SHEETS = frozenset({"xlsx", "xlsm", "xls", "xlsb", "ods", "csv", "tsv"})
_NUMBER = re.compile(r"\d{1,5}(?:/\d{4})?\s*[-/]\s*[A-ZĐÐ][\w&ĐÐ]*(?:\s*[-/]\s*[\w&ĐÐ]+)*")
_IN_NAME = re.compile(
    r"(?<!\d)(?P<figure>\d{1,5})[-_ .]+(?P<kind>[A-ZĐÐ]{2,4})[-_ .]+(?P<issuer>[A-ZĐÐ][\wĐÐ]*)"
)
_DAY = re.compile(DATE_FIGURES)
_ANNOUNCES = re.compile(rf"(?i){alternation(Meaning.ANNOUNCES)}")
_OF, _ABOUT = (
    of(meaning, value, accents=True)
    for meaning, value in ((Meaning.PREPOSITION, "of"), (Meaning.TITLE_OPENS, "matter"))
)
_ISSUER = re.compile(rf"{_OF}\s+(?P<name>[^,;()\n]{{4,80}}?)\s*(?=[,;()\n.]|{_ABOUT}|$)")


@dataclass(frozen=True, slots=True)
class Belonging:
    """Which document a table belongs to, as far as it is said."""

    number: DocumentNumber | None = None
    day: str | None = None
    issuer: str | None = None

    @classmethod
    def of(cls, words: str) -> Belonging | None:
        """Read "KH 38/KH-UBND", "Kế hoạch số 38/KH-UBND ngày 20/01/2026 của UBND tỉnh A"; None
        where no number is said.
        """
        found = _NUMBER.search(words)
        number = DocumentNumber.parse("".join(found.group().split())) if found else None
        if found is None or number is None:
            return None
        day, issuer = _DAY.search(words, found.end()), _ISSUER.search(words, found.end())
        date = f"{day['year']}-{int(day['month']):02d}-{int(day['day']):02d}" if day else None
        return cls(number, date, issuer["name"] if issuer else None)

    @classmethod
    def of_file(cls, name: str) -> Belonging | None:
        """Read the name of a file: "Phu luc KH 38-KH-UBND.xlsx"."""
        found = _IN_NAME.search(PurePath(name).stem)
        number = (
            DocumentNumber.parse(f"{found['figure']}/{found['kind']}-{found['issuer']}")
            if found
            else None
        )
        return None if number is None else cls(number)


def lone_table(page: Page) -> Part | None:
    """Return the page as an annex without its document, where it holds a table of tasks that says
    who leads.
    """
    whole, nothing = Span(0, len(page.flat)), Span(0, 0)
    part = Part(whole, nothing, nothing, nothing, nothing, nothing)
    tables, _ = find_tables(page, part, printed_rows(page, whole))
    tasks = [table for table in tables if table.columns.kind == "tasks" and _says_who(page, table)]
    if not any(table.rows for table in tasks):
        return None
    top = page.trim(Span(0, tasks[0].heading.start))
    title = next(
        (line for line in _lines(page, top) if not _is_letterhead(page.text(line))),
        Span(top.end, top.end),
    )
    return Part(
        whole,
        Span(0, title.start),
        title,
        nothing,
        nothing,
        nothing,
        (Annex(whole, "Phụ lục", top),),
    )


def _says_who(page: Page, table: PrintedTable) -> bool:
    """Return whether a table names who leads: in a column, by marks below units, or in the lines
    above it.
    """
    roles = {column.role for column in table.columns.all}
    return bool(roles & {"lead", "party"}) or unit_above(page, table) is not None


def names_its_document(page: Page, part: Part) -> bool:
    """Tell a table that says above it with which document it goes, number and all: "(Kèm theo Kế
    hoạch số 38/KH-UBND …)".
    """
    above = _title_rows(page, part)
    return is_attached(bare(page.flat), above) and _of_title_rows(page, above) is not None


def announcement(page: Page, part: Part) -> str | None:
    """Return the words by which a paper without annexes says that one lies beside it: "theo biểu
    kèm theo".
    """
    found = (
        None
        if part.annexes
        else _ANNOUNCES.search(bare(page.flat), part.span.start, part.span.end)
    )
    return None if found is None else page.text(Span(*found.span()))


def with_belonging(page: Page, part: Part, header: HeaderRecord, said: str | None) -> HeaderRecord:
    """Return the ``header`` of a table without a letterhead with the number, day and issuer that
    are said of its document.
    """
    told = (
        Belonging.of(said or "")
        or _of_title_rows(page, _title_rows(page, part))
        or Belonging.of_file(page.name)
        or Belonging()
    )
    number = header.number or (str(told.number) if told.number else None)
    return msgspec.structs.replace(
        header,
        number=number,
        kind=header.kind or (told.number.kind if told.number else None),
        issuer=header.issuer or told.issuer,
        body=header.body or told.issuer,
        date=header.date or told.day,
        year=header.year or (int(told.day[:4]) if told.day else None),
        title=header.title or page.text(part.title) or (None if number else _file_title(page)),
        unnumbered=number is None,
    )


def _title_rows(page: Page, part: Part) -> Span:
    """Return the rows above the first table, of the first annex where there are any."""
    start = part.annexes[0].heading.start if part.annexes else part.span.start
    table = page.flat.find("\t", start, part.span.end)
    if table >= 0:
        return Span(start, page.flat.rfind("\n", start, table) + 1 or start)
    return part.annexes[0].heading if part.annexes else Span(0, 0)


def _of_title_rows(page: Page, rows: Span) -> Belonging | None:
    """Return the first document that the rows above the table name."""
    first = next(page.found(CITATIONS, rows), None)
    return None if first is None else Belonging.of(page.flat[first.start : rows.end])


def _file_title(page: Page) -> str:
    """Return the name of the file, of a table that nothing else names."""
    return PurePath(page.name).stem


def _lines(page: Page, span: Span) -> Iterator[Span]:
    at = span.start
    for line in page.flat[span.start : span.end].splitlines(keepends=True):
        if found := page.trim(Span(at, at + len(line))):
            yield found
        at += len(line)


def _is_letterhead(words: str) -> bool:
    """Tell a line in capitals that names a body, or quốc hiệu and tiêu ngữ."""
    return MOTTO.search(bare(words)) is not None or (words.isupper() and starts_with_head(words))
