"""A file as the passages that a reader finds in it (đoạn văn): each paragraph with its place,
nothing understood.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from luocdo.graph.errors import LuocdoError
from luocdo.graph.stores.prose_index import Passage
from luocdo.loaders.source import decode_source
from luocdo.loaders.text.clauses import read_clauses
from luocdo.loaders.text.page import Page, Span

if TYPE_CHECKING:
    from collections.abc import Iterator


def passages(file: str, data: bytes) -> Iterator[Passage]:
    """Yield the paragraphs of a file in order; of one that cannot be read there are none."""
    try:
        source = decode_source(file, data)
    except LuocdoError:
        return
    page = Page.of(
        source.name,
        source.text,
        format=source.format,
        confidences=source.confidences,
        tables=source.tables,
    )
    for clause in read_clauses(page, Span(0, len(page.flat))):
        yield Passage(clause.place, clause.text)
