"""What a file says, for finding words in it (lời văn); its readers are brought only where there
is a new file to read.
"""

from __future__ import annotations

import time
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from luocdo.commands.output import say
from luocdo.graph.errors import LuocdoError

if TYPE_CHECKING:
    from collections.abc import Iterator

    from luocdo.queries.prose_index import Passage

_SILENT = 2.0  # seconds that a reader waits without a word


@dataclass(slots=True)
class Passages:
    """Reads what files say, one after the other; where that takes long it tells how far it is."""

    told: float = field(default_factory=time.monotonic)
    read: int = 0

    def __call__(self, file: str, data: bytes, made: bytes | None) -> Iterator[Passage]:
        """Yield the passages of a file, given its bytes and the text that its reading made of
        them, where it was kept.
        """
        self.read += 1
        if time.monotonic() - self.told > _SILENT:
            self.told = time.monotonic()
            say(f"đọc lời văn để tìm: {self.read} tệp (chỉ lần đầu)", err=True)
        yield from _passages(file, data, made)


def _passages(file: str, data: bytes, made: bytes | None) -> Iterator[Passage]:
    """Yield the paragraphs of a file in order; of one that cannot be read there are none."""
    from luocdo.loaders.read_texts import read_again
    from luocdo.loaders.source import decode_source
    from luocdo.loaders.text.clauses import read_clauses
    from luocdo.loaders.text.page import Page, Span
    from luocdo.queries.prose_index import Passage

    try:
        kept = read_again(file, made) if made else None
        read = kept or decode_source(file, data)
    except LuocdoError:
        return
    page = Page.of(
        read.name,
        read.text,
        format=read.format,
        confidences=read.confidences,
        tables=read.tables,
    )
    for clause in read_clauses(page, Span(0, len(page.flat))):
        yield Passage(clause.place, clause.text)
