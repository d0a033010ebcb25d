"""Short forms (QĐ 131, Kế hoạch 02, Đề án 06) and what the same text calls in full: one candidate,
or none at all.
"""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING

import msgspec

from luocdo.graph.numbers import DocumentNumber
from luocdo.graph.text import fold
from luocdo.loaders.citations import words
from luocdo.loaders.citations.finding import find_numbered

if TYPE_CHECKING:
    from luocdo.graph.records import DocumentMention
    from luocdo.loaders.context import ReadingContext
    from luocdo.loaders.text.page import Page, Span

# Kinds that are approved by an act of another kind ("Đề án 131" is what 131/QĐ-TTg approves).
_APPROVED = frozenset({"Đề án", "Chương trình", "Chiến lược", "Kế hoạch", "Dự án"})


def full_mention(context: ReadingContext, mention: DocumentMention) -> DocumentMention:
    """Return ``mention`` with the number that the text gives elsewhere, when exactly one document
    answers to it.
    """
    if mention.title and not mention.number:
        return _titled(context, mention)
    serial = (mention.name or "").rpartition(" ")[2]
    if mention.number or not serial.isdigit() or not mention.kind or mention.date:
        return mention
    known = {
        number.key: full
        for number, full in _numbered(context.page, context.part.span)
        if number.serial.lstrip("0") == serial.lstrip("0") and _answers(mention.kind, full)
    }
    if len(known) != 1:
        return mention
    full = next(iter(known.values()))
    return msgspec.structs.replace(
        mention, number=full.number, kind=full.kind, date=full.date, year=full.year
    )


def _titled(context: ReadingContext, mention: DocumentMention) -> DocumentMention:
    """Complete a programme by the one document of the text whose act is to approve or issue it."""
    title = fold(f"{mention.kind} {mention.title}")
    known = {
        number.key: full
        for number, full in _numbered(context.page, context.part.span)
        if words.ACT_OF_TITLE.sub("", fold(full.title or "")).startswith(title)
    }
    if len(known) != 1:
        return mention
    full = next(iter(known.values()))
    return msgspec.structs.replace(
        mention, number=full.number, kind=full.kind, date=full.date, year=full.year
    )


def _answers(kind: str, full: DocumentMention) -> bool:
    return full.kind == kind or (kind in _APPROVED and fold(kind) in fold(full.title or ""))


@lru_cache(maxsize=4)
def _numbered(page: Page, span: Span) -> tuple[tuple[DocumentNumber, DocumentMention], ...]:
    found: dict[tuple[str, str | None], tuple[DocumentNumber, DocumentMention]] = {}
    for citation in find_numbered(page, span):
        number = DocumentNumber.parse(citation.mention.number or "")
        if number and ((number.key, None) not in found or citation.mention.title):
            found[number.key, None] = (number, citation.mention)
    return tuple(found.values())
