"""A naming of a document (một lần viện dẫn): what was found, and its words as the
source has them.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from luocdo.graph.records import DocumentMention
    from luocdo.loaders.text.page import Page, Span

_TAG = re.compile(r"\*+|</?\w+[^<>\n]{0,100}>")


@dataclass(frozen=True, slots=True)
class Citation:
    """One naming: ``span`` all of it, ``name`` what identifies it ("Quyết định số 131/QĐ-TTg"),
    ``title`` its trích yếu.

    ``nested`` ones stand inside the title of another naming. ``conveys`` is whose words a notice
    carries ("TTgCP" in "TBKL số 331/TB-VPCP … của TTgCP"): the office that numbers it stays its
    issuer. ``by_title``: it is what the title of another act changes, named there by its title
    alone, a fact about that act only.
    """

    span: Span
    mention: DocumentMention
    name: Span
    title: Span | None = None
    nested: bool = False
    conveys: str | None = None
    by_title: bool = False


def printed_words(page: Page, span: Span) -> str:
    """Return the words of ``span`` as the source has them (``Ð`` stays ``Ð``), markup dropped,
    white space collapsed.
    """
    return " ".join(_TAG.sub(" ", page.normal.quote(span.start, span.end)).split())


def is_younger(one: DocumentMention, other: DocumentMention) -> bool:
    """Return whether ``one`` is of a later day, or year, than ``other`` as far as the
    text says.
    """
    mine, others = _day(one), _day(other)
    return bool(mine and others) and mine[: len(others)] > others[: len(mine)]


def _day(mention: DocumentMention) -> str:
    return mention.date or (str(mention.year) if mention.year else "")
