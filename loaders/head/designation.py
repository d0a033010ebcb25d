"""Number and date of a document (số, ngày), as its letterhead states them and as the heading of an
annex does.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from luocdo.graph.text import fold
from luocdo.graph.vocabulary import Meaning
from luocdo.graph.vocabulary.phrasing import of
from luocdo.loaders.head.force import day_of
from luocdo.loaders.head.ocr import mended_figures
from luocdo.loaders.text.dates import DATE_FIGURES
from luocdo.loaders.text.marks import NUMBER_LINE, PLACE_AND_DATE, SHORT_DATE
from luocdo.loaders.text.page import Page

if TYPE_CHECKING:
    from luocdo.loaders.text.zones import Part

_ATTACHED = re.compile(
    rf"(?is)\(?\s{{0,20}}{of(Meaning.ATTACHED, 'issued', 'beside')}\s+[^()]{{0,60}}?s[o06]\s*:?"
    r"(?P<rest>[^)]{4,200})"
)
_ATTACHED_NUMBER = re.compile(
    r"^[\s*_:]*(?P<number>\d{1,6}[\s*_]*(?:/\s*\d{4}\s*)?[-/][\s*_]*[A-Z][\w&.-]*(?:[-/][\w&.]+)*)"
)
_BLANK_NUMBER = re.compile(r"^[\s*_:.…]*(?P<symbol>/\s*[A-Z][A-Z&]*(?:[-/][A-Z&]+)*)")
_DAY = re.compile(rf"(?i)\bng[aà]y[\s*_]*{DATE_FIGURES}")
_LONGEST_PLACE = 8
_PLACE_BEFORE = re.compile(r"(?:^|\s)[A-Z]\w+(?:\s[A-Z]\w+){0,3}\s*,\s*$")


@dataclass(frozen=True, slots=True)
class Designation:
    """Number and date as one place states them."""

    number: str | None = None
    day: str | None = None
    year: int | None = None
    symbol: str | None = None  # where the number itself is blank: "/NQ-CP"


def in_letterhead(page: Page, text: str, part: Part) -> Designation:
    """Read number and date of the letterhead."""
    end = max(part.title.end, part.letterhead.end)
    limit = min(end, part.span.start + 6000)
    found = NUMBER_LINE.search(text, part.span.start, limit)
    number = _number(page, found) if found else None
    written = (
        one
        for one in PLACE_AND_DATE.finditer(text, part.span.start, limit)
        if _is_own_date(text, one, part)
    )
    dated = next(written, None) or SHORT_DATE.search(
        text, part.span.start, max(part.title.start, part.letterhead.end)
    )
    if dated is None:
        return Designation(number)
    return Designation(number, day_of(dated, page), int(dated["year"].replace(" ", "")))


def _is_own_date(text: str, found: re.Match[str], part: Part) -> bool:
    """Return whether this is the letterhead's date, not one in the title: a place stands before
    it, or nothing does.
    """
    line = text[text.rfind("\n", 0, found.start()) + 1 : found.start()]
    before = line.split("\t")[-1].split("|")[-1]
    words = re.sub(r"[\W_]+", " ", before).strip()
    if NUMBER_LINE.match(line):
        return True  # "SỐ 25/2008/QH12 NGÀY 14 THÁNG 11 NĂM 2008" below the title
    return found.start() < part.title.start + 400 and (
        not words
        or (
            len(words.split()) <= _LONGEST_PLACE
            and (before.rstrip(" *_").endswith(",") or words.istitle() or "," in before)
        )
        or bool(_PLACE_BEFORE.search(before))
    )


def _number(page: Page, found: re.Match[str]) -> str | None:
    words = "".join(
        page.flat[found.start("number") : found.end("number")]
        .replace("*", "")
        .replace("_", "")
        .split()
    )
    words = mended_figures(words)
    words = (
        re.sub(r"^(\d+)([-/])[1I|](?=[A-Z]{3,}[/-])", r"\1\2", words)
        if fold(words) == words.casefold()
        else words
    )
    words = re.sub(r"V[/]?v.*$", "", words)
    return words.strip(".-") if re.match(r"\d", words) else None


def blank_symbol(text: str, part: Part) -> str | None:
    """Return the symbol of a letterhead whose number is blank, as if the number were 1."""
    found = NUMBER_LINE.search(text, part.span.start, max(part.title.end, part.letterhead.end))
    return (
        "1" + "".join(found["number"].split())
        if found and not found["number"][:1].isdigit()
        else None
    )


def in_annex_heading(page: Page, text: str, part: Part) -> Designation:
    """Read number and date where an annex says which document it belongs to."""
    for annex in part.annexes:
        said = _ATTACHED.search(
            text, annex.span.start, min(annex.span.end, annex.span.start + 1500)
        )
        if said is None:
            continue
        start = said.start("rest")
        number = _ATTACHED_NUMBER.match(text[start : said.end()])
        dated = _DAY.search(text, start, said.end())
        words = (
            "".join(
                page.flat[start + number.start("number") : start + number.end("number")]
                .replace("*", "")
                .split()
            )
            if number
            else None
        )
        blank = _BLANK_NUMBER.match(text[start : said.end()]) if number is None else None
        symbol = "1" + "".join(blank["symbol"].split()) if blank else None
        return Designation(words, day_of(dated), int(dated["year"]) if dated else None, symbol)
    return Designation()
