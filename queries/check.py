"""What could not be read or does not agree (điều cần xem lại), and what is cited but
not loaded.
"""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

from luocdo.graph.answers import Answer, Note, Table
from luocdo.graph.errors import QueryError
from luocdo.graph.issue_kinds import ISSUE_KINDS
from luocdo.queries.as_of import left_later, until
from luocdo.queries.document_rows import DocumentsRow, NotLoadedRow, RemarksRow
from luocdo.queries.runner import run
from luocdo.queries.task_rows import WithoutLeadRow

if TYPE_CHECKING:
    import datetime

    from luocdo.graph.stores.base import Store

_COLUMNS = ("kind", "source", "place", "message", "quote")
_HEADS = (
    ("Loại", "Kind"),
    ("Tệp", "File"),
    ("Chỗ", "Place"),
    ("Điều cần xem", "What"),
    ("Câu trích", "Quote"),
)


def check(store: Store, as_of: datetime.date, kinds: tuple[str, ...] = ()) -> Answer:
    """List the remarks, grouped by kind, each with file and place; ``kinds`` narrows them.

    Raises:
        QueryError: there is no such kind.
    """
    if unknown := sorted(set(kinds) - set(ISSUE_KINDS)):
        message = f"không có loại {', '.join(unknown)}; các loại: {', '.join(sorted(ISSUE_KINDS))}"
        raise QueryError(message)
    later = _later_files(store, as_of)
    every = [row for row in run(store, RemarksRow) if not kinds or row.kind in kinds]
    rows = [row for row in every if row.source not in later]
    counts = Counter(row.kind for row in rows)
    tables = tuple(
        Table(
            (f"{ISSUE_KINDS.get(kind, kind).upper()} ({count})", f"{kind} ({count})"),
            _COLUMNS,
            _HEADS,
            _lines(rows, kind),
            under=("quote", "source"),
            hidden=frozenset({"kind"}),
        )
        for kind, count in sorted(counts.items())
    )
    missing, _ = until(run(store, NotLoadedRow), lambda row: row.issued, as_of)
    notes = (
        Note(f"{len(missing)} văn bản được dẫn mà kho chưa có", "luocdo query not_loaded"),
        Note(
            f"{len(run(store, WithoutLeadRow))} phân công không ghi ai chủ trì",
            "luocdo query without_lead",
        ),
        *left_later(len(every) - len(rows), f"điều của {len(later)} tệp", as_of),
    )
    return Answer(
        kind="check",
        title=f"ĐIỀU CẦN XEM LẠI: {len(rows)}",
        tables=tables,
        notes=notes,
        as_of=as_of.isoformat(),
    )


def _later_files(store: Store, as_of: datetime.date) -> set[str]:
    """Return the files all of whose documents were issued after the day."""
    known, later = until(
        (row for row in run(store, DocumentsRow) if row.source), lambda row: row.date, as_of
    )
    return {row.source for row in later} - {row.source for row in known}


def _lines(rows: list[RemarksRow], kind: str) -> tuple[tuple[str, ...], ...]:
    told = (
        (row.kind, row.source, row.place, row.message, row.quote)
        for row in rows
        if row.kind == kind
    )
    return tuple(tuple(" ".join(words.split()) for words in line) for line in told)
