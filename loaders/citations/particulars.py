"""What stands behind a document's name: date, issuer, trích yếu (Nghị định 30/2020/NĐ-CP, Phụ lục
I, mục II.5).
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date

from luocdo.graph.vocabulary import Meaning
from luocdo.graph.vocabulary.phrasing import of
from luocdo.loaders.citations import words
from luocdo.loaders.citations.changing import DETERMINER
from luocdo.loaders.text.page import Page, Span

LONGEST_TITLE = 700
_LONGEST_ISSUER = 130
# "sửa đổi, bổ sung một số điều của các Nghị định liên quan đến …": none of them is named.
_CLASS_CHANGED = re.compile(
    rf"(?i){DETERMINER}\s+{of(Meaning.DOCUMENT_KIND)}(?![^.;]*\bs[o06]\s+\d)"
)


@dataclass(slots=True)
class Particulars:
    """What stands behind a name."""

    end: int
    date: str | None = None
    year: int | None = None
    issuer: str | None = None
    title: Span | None = None


def read_particulars(
    page: Page, text: str, at: int, end: int, *, titled: bool = True
) -> Particulars:
    """Read date and issuer, in either order, then the trích yếu, behind ``at``."""
    particulars = Particulars(at)
    for _ in range(2):
        _date(text, particulars, end)
        _issuer(page, text, particulars, end)
    if titled:
        _title(page, text, particulars, end)
    return particulars


def _date(text: str, particulars: Particulars, end: int) -> None:
    hit = (
        None
        if particulars.date or particulars.year
        else words.DATE.match(text, particulars.end, end)
    )
    if hit is None:
        return
    particulars.end = (
        hit.end() if not hit.group().endswith(")") or "(" in hit.group() else hit.end() - 1
    )
    year = hit["year"] or hit["year2"] or hit["year3"]
    particulars.year = int(year)
    day, month = hit["day"], hit["month"]
    if day and month:
        particulars.date = _iso(int(year), int(month), int(day))


def date_before(page: Page, text: str, span: Span, name: Span, particulars: Particulars) -> None:
    """Read "Ngày 25/01/2022, Thủ tướng Chính phủ đã ban hành Quyết định số …", where nothing
    behind gives the date.
    """
    if particulars.date or particulars.year:
        return
    hit = words.DATE_BEFORE.search(text, max(span.start, name.start - 140), name.start)
    if hit:
        particulars.year = int(hit["year"])
        particulars.date = _iso(particulars.year, int(hit["month"]), int(hit["day"]))
        particulars.issuer = particulars.issuer or page.text(Span(*hit.span("issuer")))


def _iso(year: int, month: int, day: int) -> str | None:
    try:
        return date(year, month, day).isoformat()
    except ValueError:
        return None


def _issuer(page: Page, text: str, particulars: Particulars, end: int) -> None:
    hit = None if particulars.issuer else words.ISSUER.match(text, particulars.end, end)
    if hit is None:
        return
    stops = words.ISSUER_END.finditer(text, hit.end(), min(end, hit.end() + _LONGEST_ISSUER))
    stop = next((stop for stop in stops if _is_word(page, stop)), None)
    last = stop.start() if stop else min(end, hit.end() + _LONGEST_ISSUER)
    issuer = page.trim(Span(hit.end(), last))
    if issuer and (stop or last == end):
        particulars.issuer, particulars.end = page.text(issuer).rstrip(",./"), issuer.end


def _is_word(page: Page, hit: re.Match[str]) -> bool:
    """Return whether this is a stop word, not one that looks like it without accents; text without
    any accents has no way to say.
    """
    word = hit["lead"] or hit["word"]
    accented = words.ACCENTED.get((word or "").lower())
    if word is None or accented is None:
        return True
    group = "lead" if hit["lead"] else "word"
    printed = page.flat[hit.start(group) : hit.end(group)].lower()
    told = printed != word.lower() or printed == word
    return told and printed in (accented | {word.lower()})


def _title(page: Page, text: str, particulars: Particulars, end: int) -> None:
    hit = words.TITLE.match(text, particulars.end, end)
    if hit is None:
        return
    start = hit.start("title")
    if page.flat[start : hit.end()].lower() in {"vệ", "vẽ"}:
        return
    last = _title_end(text, start, min(end, start + LONGEST_TITLE))
    while last > start and text[last - 1] in " \n\t,.*-/":
        last -= 1
    if last > start + 3:
        particulars.title, particulars.end = Span(start, last), last


class _Quoting:
    """Counts quotation marks on the way through a title."""

    def __init__(self) -> None:
        """Begin outside of any."""
        self.depth = 0

    def counts(self, mark: str) -> bool:
        """Count ``mark`` if it is a quotation mark."""
        if mark in "“«":
            self.depth += 1
        elif mark in "”»":
            self.depth = max(0, self.depth - 1)
        elif mark == '"':
            self.depth = 0 if self.depth else 1
        else:
            return False
        return True


def _title_end(text: str, start: int, end: int) -> int:
    """Walk to the end of the clause; nothing ends it between quotation marks."""
    quoting = _Quoting()
    changes = words.CHANGES.match(text, start) is not None
    for hit in words.TITLE_END.finditer(text, start, end):
        if quoting.counts(hit.group()):
            if quoting.depth == 0 and hit.group() in "”»" and text[start] in "“«":
                return hit.end()
        elif quoting.depth == 0 and not _is_within(text, start, hit, changes=changes):
            return hit.start()
    return _unclosed(text, start, end) if quoting.depth else end


def _is_within(text: str, start: int, hit: re.Match[str], *, changes: bool) -> bool:
    """Return whether this is a bracket that was opened in the title, and "và" + a number where the
    title lists what it ``changes``.
    """
    if hit.group() == ")":
        return text.count("(", start, hit.start()) > text.count(")", start, hit.start())
    return changes and hit.group().strip().startswith("va") and _lists(text, start, hit)


def _lists(text: str, start: int, hit: re.Match[str]) -> bool:
    """Return whether "và Nghị định số …" goes on with what is changed; behind a class without
    numbers it is a new document.
    """
    return not (
        text.startswith("cac", hit.end()) or _CLASS_CHANGED.search(text, start, hit.start())
    )


def _unclosed(text: str, start: int, end: int) -> int:
    """A quotation that never closes ends with its paragraph."""
    stop = re.compile(r"[;\t]|\n\s*\n|\.\s*\n").search(text, start, end)
    return stop.start() if stop else end
