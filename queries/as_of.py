"""The state of a day (tính đến ngày): papers issued later are not in an answer, which says how
many they are.

A day is known where a document's whole date is; one of which only the year is known, or nothing,
stays.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, TypeVar

from luocdo.graph.answers import Note
from luocdo.queries.describe import date_vi

if TYPE_CHECKING:
    import datetime
    from collections.abc import Callable, Iterable

    from luocdo.queries.nodes import AnyNode, DocumentNode

T = TypeVar("T")
COMMAND = "--as-of NGÀY"
_DAY = len("2025-01-09")


def is_later(day: str, as_of: datetime.date) -> bool:
    """Return whether a paper of ``day`` (ISO; a year alone tells nothing) was issued after
    ``as_of``.
    """
    return len(day) == _DAY and day > as_of.isoformat()


def of_later_paper(node: AnyNode, as_of: datetime.date) -> bool:
    """Return whether ``node`` is a document issued after ``as_of``."""
    return node.label == "Document" and is_later(node.fact("date"), as_of)


def until(
    rows: Iterable[T], day_of: Callable[[T], str], as_of: datetime.date
) -> tuple[list[T], list[T]]:
    """Return the rows of papers that were there on ``as_of``, and those of later ones."""
    kept: list[T] = []
    later: list[T] = []
    for row in rows:
        (later if is_later(day_of(row), as_of) else kept).append(row)
    return kept, later


def left_later(number: int, what: str, as_of: datetime.date) -> tuple[Note, ...]:
    """Say how much is not in an answer because it came after the day; nothing where nothing is
    left out.
    """
    return (
        (Note(f"BAN HÀNH SAU {date_vi(as_of.isoformat())}, để ngoài: {number} {what}", COMMAND),)
        if number
        else ()
    )


def not_yet(document: DocumentNode, as_of: datetime.date) -> tuple[Note, ...]:
    """Say of a document that is itself younger than the day that it was not there yet."""
    if not is_later(document.date, as_of):
        return ()
    return (
        Note(
            f"Đến {date_vi(as_of.isoformat())} văn bản này chưa ban hành (ngày"
            f" {date_vi(document.date)})."
        ),
    )
