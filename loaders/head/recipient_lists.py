"""Where those who receive a document are listed (nơi nhận, kính gửi, điện): the span of each entry
of the list.

Nghị định 30/2020/NĐ-CP, Phụ lục I, II.9: "Kính gửi:" and "Nơi nhận:", one line a recipient behind
a dash, a semicolon at its end. Copies print the list in one line, in the cell of a table, beside
the signature, with items cut by a line's end.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NamedTuple

from luocdo.graph.vocabulary import Meaning
from luocdo.graph.vocabulary.phrasing import either, of, opening, optional, unguarded
from luocdo.loaders.head.recipient_words import DETERMINER, LOWER_UNIT, MINISTRY, OFFICE
from luocdo.loaders.text.bare import bare
from luocdo.loaders.text.marks import in_capitals, is_capitals
from luocdo.loaders.text.page import Page, Span

if TYPE_CHECKING:
    from collections.abc import Iterator

    from luocdo.loaders.text.zones import Part

_RECIPIENTS = re.compile(rf"(?i){unguarded(Meaning.HEAD_MARK, 'received')}[*_ ]*:?[*_ ]*")
_ADDRESSEES = re.compile(
    rf"(?im)^[^\w\n]*{unguarded(Meaning.HEAD_MARK, 'addressed')}[*_ ]*:?[*_ ]*"
)
# A telegram: "THỦ TƯỚNG CHÍNH PHỦ điện:" (Nghị định 30/2020/NĐ-CP, Phụ lục III, mẫu 1.6).
_TELEGRAM = re.compile(rf"[A-Z]{{2,}}\W+{of(Meaning.HEAD_MARK, 'sent')}\s*:")
# What parts one cell, line or column from the next, in text that still has its markup.
_BREAK = re.compile(r"(?P<line>\n|<br\s*/?>)|\t|\||(?<=\S)[ ]{3,}(?=\S)")
_BULLET = re.compile(r"\s*[-–+•*]\s*(?=\w)")
_BETWEEN = re.compile(r";\s*(?:[-–+•]\s*)?|(?<=[.,:])\s+[-–+•]\s+(?=[A-Z])")
_CLOSED = re.compile(r"[;.,]\s*$")
_LAST_LETTERS = 80  # of an entry, in which its end is looked for
_FILED = re.compile(f"(?i){of(Meaning.HEAD_MARK, 'filed')}")
_SIGNS = re.compile(
    rf"\W*{in_capitals(Meaning.CAPACITY)}\s*[./]?\s*[A-Z]{{2}}"
    rf"|\W*\(\s*(?i:{of(Meaning.HEAD_MARK, 'signed')})"
)
_SIGNATURE = re.compile(rf"\s{in_capitals(Meaning.CAPACITY)}\s?\.\s?(?=[A-Z]{{2}})")
# The first sentence of a letter may stand on the line of those it is addressed to.
_OPENS = either(opening(Meaning.BASIS_OPENS), rf"{opening(Meaning.FIGURE_OPENS, 'day')}\s+\d")
_CITY = "Tp"
_SENTENCE = re.compile(rf"(?<=[a-z)0-9])(?<!\b{_CITY})\.\s+(?=[A-Z(])|(?<=[a-z)])\s+(?={_OPENS})")
# "VPCP: BTCN, các PCN; các Vụ: KTTH, TH": what follows the semicolon is still the office's.
_OF_OFFICE = re.compile(rf"(?i){optional(DETERMINER)}{of(Meaning.OFFICE_ROOM)}")
_OFFICE = re.compile(rf"(?i)\s*{OFFICE}[^:;]*:")
# "Các Bộ: TC; NN&MT": a sign behind the semicolon still has the head of the list.
_CLASS = re.compile(rf"(?i)\s*{DETERMINER}\s+[^:;]*:")
_SIGN = re.compile(r"[A-Z][A-Z&.-]*\s*(?:[;.,]|$)")
# "Cục Kiểm tra văn bản ⏎ - Bộ Tư pháp": the dash joins a unit to its body, it begins no entry.
_LOWER_UNIT = re.compile(rf"(?i)\s*{LOWER_UNIT}\s[^;,.]*$")
_UPPER_BODY = re.compile(rf"(?i)\s*[-–]\s*{MINISTRY}")
_FEWEST_WORDS = 2
_NEAR = 300


class _Segment(NamedTuple):
    """What stands between two breaks: ``opens`` where it begins a line."""

    span: Span
    opens: bool


def recipient_items(page: Page, part: Part) -> Iterator[Span]:
    """Yield the entries of "Nơi nhận", the filing entry (Lưu) last."""
    text = bare(page.flat)
    mark = _RECIPIENTS.search(text, part.closing.start, part.closing.end)
    if mark is None:
        return
    lines = _closing_lines(page, text, Span(mark.end(), part.closing.end))
    for line in _with_bodies(text, list(lines)):
        yield from _entries(page, text, line)


def addressees(page: Page, part: Part) -> Iterator[Span]:
    """Yield those whom a letter or a telegram is addressed to (kính gửi, điện)."""
    text = bare(page.flat)
    end = min(part.body.end, max(part.body.start, part.title.end) + _NEAR)
    mark = _ADDRESSEES.search(text, part.title.start, end) or _TELEGRAM.search(
        text, part.title.start, end
    )
    if mark is None:
        return
    for line in _addressed_lines(page, text, Span(mark.end(), part.body.end)):
        yield from _entries(page, text, line)


def _segments(page: Page, zone: Span) -> Iterator[_Segment]:
    """Yield the lines, cells and columns of ``zone`` that hold a word."""
    start, opens = zone.start, True
    marked = page.normal.text
    for found in _BREAK.finditer(marked, zone.start, zone.end):
        span = page.trim(Span(start, found.start()))
        if span and any(map(str.isalnum, page.flat[span.start : span.end])):
            yield _Segment(span, opens)
        start, opens = found.end(), found["line"] is not None
    span = page.trim(Span(start, zone.end))
    if span:
        yield _Segment(span, opens)


def _closing_lines(page: Page, text: str, zone: Span) -> list[Span]:
    """Return the entries of the list as printed: a line that goes on is joined, the signature
    beside it passed over.
    """
    bulleted = _BULLET.search(text, zone.start, zone.end) is not None
    items: list[Span] = []
    for segment in _segments(page, zone):
        span = _before_signature(text, segment.span)
        begins = _BULLET.match(text[span.start : span.end]) is not None
        if items and not begins and _is_filing(text, items[-1]):
            break
        if not span or (not begins and _signs(text[span.start : span.end])):
            continue
        if begins or not items or not bulleted:
            items.append(span)
        elif segment.opens and _is_unfinished(text, items[-1], span):
            items[-1] = Span(items[-1].start, span.end)
    return items


def _is_unfinished(text: str, item: Span, span: Span) -> bool:
    """Return whether this is an entry that the next line goes on with: in small letters, or
    because nothing closed it.
    """
    if text[span.start : span.start + 1].islower():
        return True
    return _CLOSED.search(text, max(item.start, item.end - _LAST_LETTERS), item.end) is None


def _before_signature(text: str, span: Span) -> Span:
    found = _SIGNATURE.search(text, span.start, span.end)
    return Span(span.start, found.start()) if found else span


def _signs(words: str) -> bool:
    """Return whether this is a line of the signature block: a post in capitals, "(Đã ký)"."""
    if _SIGNS.match(words):
        return True
    return (
        is_capitals(words)
        and len(words.split()) >= _FEWEST_WORDS
        and not words.rstrip().endswith(";")
    )


def _is_filing(text: str, item: Span) -> bool:
    bullet = _BULLET.match(text, item.start, item.end)
    return _FILED.match(text, bullet.end() if bullet else item.start) is not None


def _with_bodies(text: str, lines: list[Span]) -> Iterator[Span]:
    """Join a unit to the body printed below it behind a dash."""
    at = 0
    while at < len(lines):
        line = lines[at]
        bullet = _BULLET.match(text, line.start, line.end)
        lower = _LOWER_UNIT.match(text, bullet.end() if bullet else line.start, line.end)
        below = lines[at + 1] if lower and at + 1 < len(lines) else None
        if below and _UPPER_BODY.match(text, below.start, below.end):
            line = Span(line.start, below.end)
            at += 1
        yield line
        at += 1


def _addressed_lines(page: Page, text: str, zone: Span) -> list[Span]:
    """Return the entries behind "Kính gửi": on its line, in its cell, or below it, until the
    letter itself begins.
    """
    items: list[Span] = []
    for segment in _segments(page, zone):
        bulleted = _BULLET.match(text, segment.span.start, segment.span.end) is not None
        if items and not bulleted and not _expects_more(text, items[-1]):
            break
        stop = _SENTENCE.search(text, segment.span.start, segment.span.end)
        span = Span(segment.span.start, stop.start()) if stop else segment.span
        if items and _runs_on(text, items[-1], span, bullet=bulleted):
            items[-1] = Span(items[-1].start, span.end)
        else:
            items.append(span)
        if stop:
            break
    return items


def _expects_more(text: str, item: Span) -> bool:
    return text[item.start : item.end].rstrip().endswith((";", ",", ":"))


def _runs_on(text: str, item: Span, span: Span, *, bullet: bool) -> bool:
    """Return whether a line belongs to the entry above: behind a colon, behind a comma without a
    bullet or within a list.
    """
    above = text[item.start : item.end].rstrip()
    if above.endswith(":"):
        return True
    return (
        above.endswith(",")
        and (not bullet or ":" in above)
        and not _BULLET.match(text, span.end - 1, span.end)
    )


def _entries(page: Page, text: str, line: Span) -> Iterator[Span]:
    """Cut a line at its semicolons; the people and rooms behind an office's colon stay with it."""
    bullet = _BULLET.match(text, line.start, line.end)
    start = bullet.end() if bullet else line.start
    for found in _BETWEEN.finditer(text, start, line.end):
        if _goes_on(text, Span(start, found.start()), Span(found.end(), line.end)):
            continue
        if entry := page.trim(Span(start, found.start())):
            yield entry
        start = found.end()
    if entry := page.trim(Span(start, line.end)):
        yield entry


def _goes_on(text: str, before: Span, behind: Span) -> bool:
    """Return whether what stands behind a semicolon still belongs to the office or the class
    before it.
    """
    office = _OFFICE.match(text, before.start, before.end) and _OF_OFFICE.match(
        text, behind.start, behind.end
    )
    signs = _CLASS.match(text, before.start, before.end) and _SIGN.match(
        text, behind.start, behind.end
    )
    return bool(office or signs)
