"""What a reader says, made into corrections (nói lời sửa): the row or name is looked up in the
file first.
"""

from __future__ import annotations

import datetime
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from luocdo.graph.corrections.correction import Correction, Kind
from luocdo.graph.corrections.naming import named_row, printed_as
from luocdo.graph.errors import NothingFoundError
from luocdo.graph.records import DocumentMention, FileRecord, UnitMention, decode

if TYPE_CHECKING:
    from luocdo.graph.stores.base import Store

_OF_A_LEAF = frozenset({"lead", "coordinate", "due"})


def _now() -> str:
    return datetime.datetime.now(tz=datetime.UTC).astimezone().isoformat(timespec="seconds")


@dataclass(frozen=True, slots=True)
class Reader:
    """Who speaks, when and why."""

    name: str
    why: str = ""
    at: str = field(default_factory=_now)

    def about(self, kind: Kind, file: str, place: str, quote: str, value: str = "") -> Correction:
        """Return the reader's word on one place."""
        return Correction(
            kind=kind,
            file=file,
            place=place,
            quote=quote,
            value=value,
            by=self.name,
            at=self.at,
            why=self.why,
        )


def on_row(
    record: FileRecord, kind: Kind, words: str, reader: Reader, value: str = ""
) -> Correction:
    """Return the reader's word on the row that ``words`` name."""
    row = named_row(record, words, leaf=kind in _OF_A_LEAF)
    return reader.about(kind, record.file, row.place, row.text, value)


def on_name(
    record: FileRecord,
    kind: Kind,
    words: str,
    reader: Reader,
    value: str,
    date: str = "",
    issuer: str = "",
) -> Correction:
    """Return the reader's word on a name that the file prints: a unit's or a document's."""
    printed = printed_as(record, words, UnitMention if kind == "unit" else DocumentMention)
    said = reader.about(kind, record.file, "", printed, value)
    return Correction(
        kind=said.kind,
        file=said.file,
        quote=printed,
        value=value,
        date=date,
        issuer=issuer,
        by=said.by,
        at=said.at,
        why=said.why,
    )


def on_pair(
    kind: Kind, one: tuple[FileRecord, str], other: tuple[FileRecord, str], reader: Reader
) -> Correction:
    """Return the reader's word on two rows: whether they are one work. The order in which they are
    named does not show.
    """
    (file, row), (other_file, other_row) = sorted(
        ((record.file, named_row(record, words, leaf=False)) for record, words in (one, other)),
        key=lambda each: (each[0], each[1].place),
    )
    return Correction(
        kind=kind,
        file=file,
        place=row.place,
        quote=row.text,
        other_file=other_file,
        other_place=other_row.place,
        other_quote=other_row.text,
        by=reader.name,
        at=reader.at,
        why=reader.why,
    )


def record_of(store: Store, file: str) -> FileRecord:
    """Return the record of a loaded file.

    Raises:
        NothingFoundError: no file of that name is loaded.
    """
    records = store.records()
    if file not in records:
        message = f"'{file}' chưa nạp: chỉ sửa được văn bản đã nạp"
        raise NothingFoundError(
            message, tuple(name for name in sorted(records) if file and file in name)[:5]
        )
    return decode(records[file])
