"""Footnotes below a document (chú thích): what a mark "[1]" in the text refers to, printed behind
the signature.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from luocdo.loaders.text.page import Span

if TYPE_CHECKING:
    from collections.abc import Iterator

    from luocdo.loaders.text.page import Page
    from luocdo.loaders.text.zones import Part

_NOTE = re.compile(r"(?m)^[ \t]*\[(?P<mark>\d{1,3})\][ \t]*(?=\S)")
_PARAGRAPH_ENDS = re.compile(r"\n[ \t]*\n")


@dataclass(frozen=True, slots=True)
class Note:
    """One footnote: the figure of its ``mark`` and its words."""

    mark: str
    span: Span

    @property
    def place(self) -> str:
        """Where it stands, as answers print it."""
        return f"Chú thích {self.mark}"


def footnotes(page: Page, part: Part) -> Iterator[Note]:
    """Yield the notes of the closing whose mark stands in the text above it; a list in brackets is
    none.
    """
    zone = part.closing
    text = page.flat[part.span.start : zone.start]
    starts = list(_NOTE.finditer(page.flat, zone.start, zone.end))
    limits = [*(note.start() for note in starts[1:]), zone.end]
    for note, limit in zip(starts, limits, strict=False):
        if f"[{note['mark']}]" in text:
            ends = _PARAGRAPH_ENDS.search(page.flat, note.end(), limit)
            yield Note(note["mark"], page.trim(Span(note.end(), ends.start() if ends else limit)))
