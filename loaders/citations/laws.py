"""Laws by name (luật, bộ luật, pháp lệnh, Hiến pháp): "Luật Đất đai số 31/2024/QH15", "Luật Dữ
liệu ngày …", "Luật Giá".
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from luocdo.graph.numbers import DocumentNumber
from luocdo.graph.records import DocumentMention
from luocdo.loaders.citations import law_words
from luocdo.loaders.citations.citation import Citation, printed_words
from luocdo.loaders.citations.law_names import KINDS, abbreviated, full_names, own_names
from luocdo.loaders.citations.particulars import Particulars, read_particulars
from luocdo.loaders.citations.words import DRAFTED
from luocdo.loaders.text.bare import bare
from luocdo.loaders.text.numbers import NUMBER
from luocdo.loaders.text.page import Page, Span

if TYPE_CHECKING:
    import re

_LONGEST_NAME = 110
_LONGEST_AMENDING = (
    600  # "Luật sửa đổi … của Luật A, Luật B, …": one law of 2024 names nine others
)


def find_laws(page: Page, text: str, span: Span) -> list[Citation]:
    """Find the laws named in ``span``; those inside the name of an amending law too, laws still to
    be made not.
    """
    found: list[Citation] = []
    named = titled = span.start  # how far the namings found so far reach, and their titles
    for hit in page.matches(law_words.LAW, law_words.HEAD, span):
        if not _begins_name(text, hit.end(), span.end):
            continue
        amending = law_words.AMENDING.match(text, hit.start(), span.end)
        end = (
            _amending_end(text, amending.end(), span.end)
            if amending
            else _law_end(page, text, hit, span.end)
        )
        name = _without_and(text, page.trim(Span(hit.start(), end)))
        said = page.text(name)
        drafted = name.start >= named and _is_drafted(text, name, span)
        if " " not in said or law_words.NO_LAW.match(said) or drafted:
            continue
        law = _law(page, span, name, amending=amending is not None, inner=name.start < titled)
        found.append(law)
        named, titled = (
            max(named, law.span.end),
            max(titled, law.title.end if law.title else titled),
        )
    return found


def _without_and(text: str, name: Span) -> Span:
    """Return a name without the "và" at which it was cut: what it joins is another's."""
    kept = text[name.start : name.end].removesuffix(" va").rstrip()
    return Span(name.start, name.start + len(kept))


def _begins_name(text: str, at: int, end: int) -> bool:
    """Return whether this is a name, not the word "luật" in prose: by its capital, or because a
    law is known by that name.
    """
    return (
        law_words.NAME_OPENS.match(text, at, end) is not None
        or own_names().end(text, at, end) is not None
    )


def _amending_end(text: str, at: int, end: int) -> int:
    end = min(end, at + _LONGEST_AMENDING)
    stop = law_words.AMENDING_END.search(text, at, end)
    return stop.start() if stop else end


def _law_end(page: Page, text: str, head: re.Match[str], end: int) -> int:
    known = full_names().end(text, head.start(), end)
    if known:
        return known
    if short := abbreviated(page.flat, head.end(), end):
        return short[1]
    at = head.end() + 1
    stop = law_words.NAME_END.search(page.flat, at, min(end, at + _LONGEST_NAME))
    return stop.start() if stop else min(end, at + _LONGEST_NAME)


def _is_drafted(text: str, name: Span, span: Span) -> bool:
    """Return whether this is a law still to be made ("xây dựng Luật Nhà giáo"), not one that
    exists.
    """
    if law_words.AMENDED_NAME.match(text, name.end):
        return False
    return DRAFTED.search(text, max(span.start, name.start - 70), name.start) is not None


def _law(page: Page, span: Span, name: Span, *, amending: bool, inner: bool) -> Citation:
    text, number = bare(page.flat), None
    intro = None if inner else law_words.NUMBER_OPENS.match(text, name.end, span.end)
    numbered = NUMBER.match(text, intro.end(), span.end) if intro else None
    if numbered:
        number = DocumentNumber.parse(page.flat[numbered.start() : numbered.end()])
        core = Span(name.start, numbered.end())
    else:
        dated = None if inner else law_words.YEAR.match(text, name.end, span.end)
        core = Span(name.start, dated.end()) if dated else name
    particulars = (
        Particulars(core.end)
        if inner
        else read_particulars(page, text, core.end, span.end, titled=False)
    )
    year = int(text[core.end - 4 : core.end]) if number is None and core.end > name.end else None
    kind = next(
        k
        for k in ("Bộ luật", "Pháp lệnh", "Luật")
        if bare(k).lower() in text[name.start : name.start + 10].lower()
    )
    title = Span(name.start + len(kind) + 1, name.end) if amending else None
    mention = DocumentMention(
        as_printed=printed_words(page, core),
        number=str(number) if number else None,
        kind=kind,
        issuer=particulars.issuer,
        date=particulars.date,
        year=(number.year if number else None) or particulars.year or year,
        name=_in_full(page, name),
    )
    return Citation(Span(name.start, particulars.end), mention, core, title)


def _in_full(page: Page, name: Span) -> str:
    """Return the name as it is known where it is printed shortened: "Luật BHXH"."""
    said = page.text(name)
    kind = next((one for one in KINDS if said.startswith(one)), "")
    short = abbreviated(said, len(kind), len(said)) if kind else None
    return short[0] if short and short[1] == len(said) else said


def find_constitutions(page: Page, text: str, span: Span) -> list[Citation]:
    """Find the Constitution (Hiến pháp) and the Party's charter (Điều lệ Đảng)."""
    found = []
    for hit in page.matches(law_words.CONSTITUTION, law_words.CONSTITUTION, span):
        particulars = read_particulars(page, text, hit.end(), span.end, titled=False)
        name = Span(hit.start(), hit.end())
        called = "Hiến pháp" if text.startswith("Hien", hit.start()) else "Điều lệ Đảng"
        mention = DocumentMention(
            as_printed=printed_words(page, name),
            kind=called.removesuffix(" Đảng"),
            date=particulars.date,
            year=particulars.year,
            name=called,
        )
        found.append(Citation(Span(name.start, particulars.end), mention, name))
    return found
