"""Lines of a text (dòng của văn bản): where one begins, where it ends, those above it."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from luocdo.loaders.text.page import Span

if TYPE_CHECKING:
    from collections.abc import Iterator


def first_line(text: str, span: Span) -> int:
    """Return where the first line of ``span`` that has words begins."""
    found = re.compile(r"[^\S\n]*\S").search(text, span.start, span.end)
    return line_start(text, found.end() - 1) if found else span.end


def lines_before(text: str, at: int, count: int) -> Iterator[Span]:
    """Yield the last ``count`` lines with words above the one of ``at``, the nearest first."""
    end = line_start(text, at) - 1
    while count and end > 0:
        start = line_start(text, end)
        if text[start:end].strip():
            count -= 1
            yield Span(start, end)
        end = start - 1


def line_start(text: str, at: int) -> int:
    """Return where the line of ``at`` begins."""
    return text.rfind("\n", 0, at) + 1


def line_end(text: str, at: int) -> int:
    """Return where the line of ``at`` ends."""
    end = text.find("\n", at)
    return len(text) if end < 0 else end
