"""Numbers of pages that a copy left on lines of their own (số trang), where they cut a number, a
date or a sentence.

They are blanked out, letter for letter, so that "Quyết định số ⏎ 2 ⏎ 131/QĐ-TTg" is 131/QĐ-TTg. A
lone figure elsewhere is a cell or an item and stays.
"""

from __future__ import annotations

import re

from luocdo.graph.vocabulary import Meaning
from luocdo.graph.vocabulary.phrasing import either, in_any_case, of

_LONE = re.compile(r"\n[ \t]*(?P<page>\d{1,3})[ \t]*(?=\n\s*(?P<after>\S))")
_MARKED = re.compile(
    r"\n[ \t]*(?:[-–][ \t]*\d{1,3}[ \t]*[-–]"
    rf"|(?:{in_any_case('trang')})[ \t]+\d{{1,3}}(?:[ \t]*/[ \t]*\d{{1,3}})?)[ \t]*(?=\n)"
)
# A number or a date goes on: "số", "ngày", "QĐ-", "/" before the figure, a figure or a capital
# behind it.
_FIGURES = ("number", "day", "month", "year")
_GOES_ON = either(
    *(
        either(
            of(Meaning.FIGURE_OPENS, *_FIGURES, accents=one),
            of(Meaning.DIVISION, "article", accents=one),
        )
        for one in (True, False)
    )
)
_CUT = re.compile(rf"(?i)(?:{_GOES_ON}|[-/])\s*$")
# A sentence goes on: a long line that ends in a small letter or a comma, a line in small letters
# behind it.
_OPEN = re.compile(r"[^\n]{40}[^\W\d_A-Z]?(?:[a-zà-ỹđ]|,)\s*$")
_MEASURE = re.compile(of(Meaning.COUNTED_THING, accents=True))
_BEFORE, _PAGE = 80, 800  # characters: of a line's end that tells, the least of a page


def without_page_numbers(text: str) -> str:
    """Return ``text`` with the numbers of pages and the line ends before them blanked out; same
    length.
    """
    pages = [(found.start("page"), int(found["page"])) for found in _LONE.finditer(text)]
    spans = [found.span() for found in _MARKED.finditer(text)]
    spans += [found.span() for found in _LONE.finditer(text) if _is_page(text, found, pages)]
    for start, end in spans:
        text = text[:start] + " " * (end - start) + text[end:]
    return text


def _is_page(text: str, found: re.Match[str], pages: list[tuple[int, int]]) -> bool:
    before = text[max(0, found.start() - _BEFORE) : found.start()]
    if _CUT.search(before):
        return found["after"].isdigit() or found["after"].isupper()
    after = text[found.start("after") : found.start("after") + _BEFORE]
    goes_on = _OPEN.search(before) and after[:1].islower() and not _MEASURE.match(after)
    return bool(goes_on) and _has_neighbour(found.start("page"), int(found["page"]), pages)


def _has_neighbour(at: int, number: int, pages: list[tuple[int, int]]) -> bool:
    """Return whether the page before or after is numbered too, a page away."""
    return any(abs(other - number) == 1 and abs(place - at) >= _PAGE for place, other in pages)
