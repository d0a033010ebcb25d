"""Rows that stand under no heading which is understood (bảng mất tiêu đề)."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from luocdo.loaders.tables.headings import names_role
from luocdo.loaders.tables.issues import headless_table, unread_heading
from luocdo.loaders.tables.placing import CODE

if TYPE_CHECKING:
    from collections.abc import Sequence

    from luocdo.graph.records import Issue
    from luocdo.loaders.tables.grid import PrintedRow
    from luocdo.loaders.text.page import Page

_LEAST_HEADLESS = 3
_LEAST_CELLS = 4


@dataclass(slots=True)
class HeadlessRows:
    """Rows of many cells that begin with a number: a table whose heading is lost."""

    rows: list[PrintedRow] = field(default_factory=list)

    def take(self, row: PrintedRow, texts: Sequence[str]) -> None:
        """Keep a row of many cells that begins with a number."""
        numbered = len(texts) >= _LEAST_CELLS and (
            not texts[0] or CODE.fullmatch(texts[0]) is not None
        )
        if numbered:
            self.rows.append(row)

    def issues(self, page: Page) -> list[Issue]:
        """Report the rows, where they are enough for a table."""
        spans = [row.span for row in self.rows]
        return [headless_table(page, spans)] if len(spans) >= _LEAST_HEADLESS else []


def misread_heading(page: Page, row: PrintedRow, texts: Sequence[str]) -> list[Issue]:
    """Report a row of short cells in which one is the heading of a role: a table begins, and
    is not read.
    """
    named = names_role(texts)
    return [unread_heading(page, row.span, named)] if named else []
