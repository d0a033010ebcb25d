"""Cells of an answer's tables on a page (ô của bảng): names lead to their pages, the words that
were looked for are marked.
"""

from __future__ import annotations

import re
from collections.abc import Mapping

from markupsafe import Markup, escape

from luocdo.viz.web.addresses import address
from luocdo.viz.web.rendering import plain, source_of
from luocdo.viz.words import cell_in

APART = frozenset(
    {"quote", "source", "other_quote", "other_source"}
)  # shown as evidence, not as columns
_DOCUMENTS = frozenset(
    {
        "document",
        "from",
        "to",
        "later_document",
        "earlier_document",
        "nearest_document",
        "plan",
    }
)
_SEVERAL = ("parent",)  # columns that name several documents
_MARKS = {"text": "marks", "product": "product_marks"}
_OPENS = (
    ("task", "task"),
    ("document", "document"),
    ("unit", "unit"),
)  # the id beside a text, and the page that it opens
_OF_UNITS = ("units", "centrality")  # answers whose rows are units
_OF_PAPERS = ("check",)  # answers whose rows name no document
_SPAN = re.compile(r"(\d+)-(\d+)")


def kept_apart(kind: str) -> frozenset[str]:
    """Return the columns that are shown as evidence alone; where an answer speaks of many papers
    the file is a column: a reader must see of which one a row speaks.
    """
    return APART - {"source"} if kind in _OF_PAPERS else APART


def cell(column: str, cells: Mapping[str, str], kind: str, lang: str) -> Markup:
    """Return a cell of the row ``cells`` of an answer of ``kind``."""
    if column in _SEVERAL:
        links = [_linked(words, address("document", words)) for words in cells[column].split("; ")]
        return Markup("; ").join(links)
    words = cell_in(column, cells[column], lang)
    shown = _marked(words, cells.get(_MARKS.get(column, ""), ""))
    return _linked(shown, _address(column, cells, kind) if words else "")


def _linked(shown: str, href: str) -> Markup:
    return Markup('<a href="{}">{}</a>').format(href, shown) if href else escape(shown)


def _address(column: str, cells: Mapping[str, str], kind: str) -> str:
    if kind == "find" and column == "text":
        return next((address(page, cells[name]) for name, page in _OPENS if cells.get(name)), "")
    if column == "source":
        return source_of(cells[column])
    if column in _DOCUMENTS:
        return address("document", cells[column])
    return address("unit", cells[column]) if column == "unit" and kind in _OF_UNITS else ""


def _marked(words: str, marks: str) -> Markup:
    """Return ``words`` with the stretches that ``marks`` names ("0-15 40-55") marked."""
    pieces: list[Markup] = []
    at = 0
    for start, end in ((int(a), int(b)) for a, b in _SPAN.findall(marks)):
        if at <= start < end <= len(words):
            pieces += [
                escape(plain(words[at:start])),
                Markup("<mark>{}</mark>").format(plain(words[start:end])),
            ]
            at = end
    return Markup("").join([*pieces, escape(plain(words[at:]))])
