"""The time limits that prose gives a duty (thời hạn trong câu văn)."""

from __future__ import annotations

from typing import TYPE_CHECKING

from luocdo.graph.records import DeadlineRecord
from luocdo.loaders.tasks.deadlines import understood
from luocdo.loaders.text.pipeline import DEADLINES

if TYPE_CHECKING:
    from luocdo.loaders.text.page import Page, Span


def find_deadlines(page: Page, span: Span, place: str) -> tuple[DeadlineRecord, ...]:
    """Return the time limits that prose gives a duty: not the dates of documents it cites."""
    found: list[DeadlineRecord] = []
    for hit in page.found(DEADLINES, span):
        words = page.text(hit)
        meant = understood(words)
        found.append(
            DeadlineRecord(
                kind=meant.kind,
                text=words,
                evidence=page.evidence(place, hit),
                start_date=meant.start,
                end_date=meant.end,
                exclusive=meant.exclusive,
                recurrence=meant.recurrence,
            )
        )
    return tuple(found)
