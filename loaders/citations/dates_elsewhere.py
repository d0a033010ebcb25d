"""The date that the text gives a document elsewhere (ngày của văn bản được dẫn lại): a number is
dated once, in a title, a basis or a footnote, and then named without its date.
"""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING

import msgspec

from luocdo.graph.numbers import DocumentNumber
from luocdo.graph.text import fold
from luocdo.loaders.citations.finding import find_numbered

if TYPE_CHECKING:
    from luocdo.graph.records import DocumentMention
    from luocdo.loaders.context import ReadingContext
    from luocdo.loaders.text.page import Page, Span

_Dated = dict[str, tuple["DocumentMention", ...]]


def with_date(context: ReadingContext, mention: DocumentMention) -> DocumentMention:
    """Return ``mention`` with the date that all other namings of its number agree on; as it is
    where they give two dates, or name another issuer.
    """
    number = DocumentNumber.parse(mention.number or "")
    if number is None or mention.date or mention.not_after:
        return mention
    told = _dated(context.page, context.part.span).get(number.key, ())
    days = {one.date for one in told}
    if len(days) != 1 or not all(_may_be_one(mention, one) for one in told):
        return mention
    return msgspec.structs.replace(mention, date=told[0].date, year=told[0].year)


def _may_be_one(mention: DocumentMention, dated: DocumentMention) -> bool:
    """Tell namings of one document from those of two bodies that count alike."""
    if mention.year and str(mention.year) != (dated.date or "")[:4]:
        return False
    issuers = {fold(one.issuer) for one in (mention, dated) if one.issuer}
    return len(issuers) < 2  # noqa: PLR2004 - one issuer, or one of the two untold


@lru_cache(maxsize=4)
def _dated(page: Page, span: Span) -> _Dated:
    found: _Dated = {}
    for citation in find_numbered(page, span):
        number = DocumentNumber.parse(citation.mention.number or "")
        if number and citation.mention.date:
            found[number.key] = (*found.get(number.key, ()), citation.mention)
    return found
