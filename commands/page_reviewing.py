"""Going through what was read, on a page (soát trên trang): the rows of a paper that nobody has
spoken of yet.
"""

from __future__ import annotations

import datetime
from hashlib import sha256
from typing import TYPE_CHECKING

from luocdo.commands.corrections import understood_unit
from luocdo.graph.corrections.keeping import said, say, take_back
from luocdo.graph.corrections.places import rows_of
from luocdo.graph.corrections.saying import Reader, record_of
from luocdo.graph.errors import QueryError
from luocdo.viz.web.library import Review, ReviewRow, Word

if TYPE_CHECKING:
    from luocdo.graph.records import TaskRecord
    from luocdo.graph.stores.base import Store

_KEY = 16  # hexadecimal digits
_DAYS = ("%d/%m/%Y", "%Y-%m-%d")


def review(store: Store, file: str) -> Review:
    """Return the rows of ``file`` that are still to be gone through.

    Raises:
        NothingFoundError: no file of that name is loaded.
    """
    record = record_of(store, file)
    seen = {(one.file, one.place, one.quote) for one in said(store.records())}
    rows = [row for row in rows_of(record) if not row.parts]
    left = tuple(_row(row) for row in rows if (file, row.place, row.text) not in seen)
    return Review(file, left, len(rows))


def _row(row: TaskRecord) -> ReviewRow:
    found = {
        kind: "; ".join(one.evidence.as_printed or "" for one in row.relations if one.type == kind)
        for kind in ("LED_BY", "COORDINATED_BY")
    }
    return ReviewRow(
        key=_key(row),
        place=row.place,
        code=row.code or "",
        text=row.text,
        lead=found["LED_BY"],
        partners=found["COORDINATED_BY"],
        limit="; ".join(one.text for one in row.deadlines),
        quote=row.evidence.quote,
    )


def keep(store: Store, word: Word) -> None:
    """Keep what a reader says of one row.

    Raises:
        QueryError: it says nothing of the row, or nobody says it.
        LuocdoError: the graph cannot be built with it.
    """
    if not word.by or (word.kind in ("lead", "due") and not word.value):
        message = "cần tên người soát, và điều đúng để sửa thành"
        raise QueryError(message)
    row = next(
        (one for one in rows_of(record_of(store, word.file)) if _key(one) == word.row), None
    )
    if row is None:
        message = "dòng này không còn trong tệp; mở lại trang soát"
        raise QueryError(message)
    meant = understood_unit(store, word.value) if word.kind == "lead" else _day(word)
    say(store, [Reader(word.by).about(word.kind, word.file, row.place, row.text, meant)])


def _key(row: TaskRecord) -> str:
    return sha256(f"{row.place}\x00{row.text}".encode()).hexdigest()[:_KEY]


def _day(word: Word) -> str:
    """Return the day of a time limit as ISO.

    Raises:
        QueryError: it is none.
    """
    if word.kind != "due":
        return word.value
    for form in _DAYS:
        try:
            return (
                datetime.datetime.strptime(word.value, form)
                .replace(tzinfo=datetime.UTC)
                .date()
                .isoformat()
            )
        except ValueError:
            continue
    message = f"ngày phải có dạng 31/12/2025: {word.value}"
    raise QueryError(message)


def undo(store: Store, key: str) -> None:
    """Take back what a reader said.

    Raises:
        NothingFoundError: there is no such word.
    """
    take_back(store, key)
