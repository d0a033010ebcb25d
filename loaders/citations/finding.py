"""Documents as a text names them (viện dẫn văn bản): found, with what the text says of each;
nothing is resolved here.

One compiled pattern finds the numbers; what stands before (kind) and behind (date, issuer, trích
yếu) is read around each. Laws are named by name and date, short forms by kind and serial ("Đề án
06"), programmes by their quoted title, the document itself as "Quyết định này". A trích yếu may
name further documents: these are found too, nested.
"""

from __future__ import annotations

import re
from dataclasses import replace
from itertools import pairwise
from typing import TYPE_CHECKING

import msgspec

from luocdo.graph.numbers import LETTER, DocumentNumber
from luocdo.graph.records import DocumentMention
from luocdo.graph.text import fold
from luocdo.loaders.citations import law_words, words
from luocdo.loaders.citations.citation import Citation, printed_words
from luocdo.loaders.citations.laws import find_constitutions, find_laws
from luocdo.loaders.citations.objects import changing_titles, find_objects
from luocdo.loaders.citations.own_titles import until_younger
from luocdo.loaders.citations.particulars import Particulars, date_before, read_particulars
from luocdo.loaders.citations.short import find_locals, find_named, find_sessions
from luocdo.loaders.text.bare import bare
from luocdo.loaders.text.covering import Cover
from luocdo.loaders.text.page import Page, Span
from luocdo.loaders.text.pipeline import CITATIONS

if TYPE_CHECKING:
    from luocdo.loaders.context import ReadingContext

__all__ = ["Citation", "find_citations", "find_numbered"]

# What a naming without a number begins with.
_OPENINGS = (
    law_words.HEAD,
    law_words.CONSTITUTION,
    words.NAMED,
    words.SHORT_HEAD,
    words.SESSION,
    words.LOCAL_END,
)
_GENERIC = frozenset({"Văn bản", "Đề án", "Chương trình", "Phương án", "Quy chế"})


def find_citations(
    page: Page, span: Span, context: ReadingContext | None = None
) -> tuple[Citation, ...]:
    """Find every naming of a document in ``span``, in order of place.

    With ``context`` the document's own number counts as itself (``mention.local``), as "Quyết định
    này" does.
    """
    text = bare(page.flat)
    own = _own_title(page, span, context)
    if not own and _names_nothing(page, span):
        return ()
    found = find_laws(page, text, span)
    found += _numbers(page, text, span, found)
    found += find_constitutions(page, text, span)
    found += find_objects(page, text, [*changing_titles(found, text), *own])
    found += find_named(page, text, span, found)
    found += find_sessions(page, span)
    found += find_locals(page, span)
    found = until_younger(page, text, found)
    return _ordered([_own(citation, context) if context else citation for citation in found])


def _own_title(page: Page, span: Span, context: ReadingContext | None) -> list[Span]:
    """Return the trích yếu of the document itself where ``span`` holds it."""
    if context is None or context.page is not page:
        return []
    title = context.part.title
    return [title] if span.start <= title.start and title.end <= span.end else []


def _names_nothing(page: Page, span: Span) -> bool:
    """Return whether no naming may begin in ``span``, as in most cells and sentences."""
    numbered = next(page.found(CITATIONS, span), None)
    return numbered is None and not page.begins_any(_OPENINGS, span)


def find_numbered(page: Page, span: Span) -> list[Citation]:
    """Find the namings in ``span`` that give a number, in order of place."""
    text = bare(page.flat)
    laws = find_laws(page, text, span)
    found = [*laws, *_numbers(page, text, span, laws)]
    return sorted(
        (one for one in found if one.mention.number),
        key=lambda one: (one.span.start, -one.span.end),
    )


def _ordered(found: list[Citation]) -> tuple[Citation, ...]:
    """Sort by place and tell which stand inside the title of another: they are not younger than
    that other.
    """
    found.sort(key=lambda citation: (citation.span.start, -citation.span.end))
    made: list[Citation] = []
    outer: list[Citation] = []
    for citation in found:
        outer = [one for one in outer if one.title and one.title.end > citation.name.start]
        made.append(_nested(citation, outer[-1].mention) if outer else citation)
        if citation.title:
            outer.append(citation)
            outer.sort(key=lambda one: -(one.title.end if one.title else 0))
    return tuple(made)


def _nested(citation: Citation, within: DocumentMention) -> Citation:
    day = within.date or (str(within.year) if within.year else None)
    return replace(
        citation, nested=True, mention=msgspec.structs.replace(citation.mention, not_after=day)
    )


def _own(citation: Citation, context: ReadingContext) -> Citation:
    """Mark what names the document itself: its number, or the plan that it is or
    issues, by title.
    """
    mention, header = citation.mention, context.header
    if mention.number:
        number, own = (
            DocumentNumber.parse(mention.number),
            DocumentNumber.parse(header.number or ""),
        )
        same = number is not None and own is not None and number.key == own.key
    else:
        title = fold(header.title or "")
        named = fold(mention.title or "")
        acts = words.ACT_OF_TITLE.sub("", title).startswith(
            fold(f"{mention.kind} {mention.title}")
        )
        same = bool(named) and (acts or (mention.kind == header.kind and title.startswith(named)))
    return (
        replace(citation, mention=msgspec.structs.replace(mention, local=True))
        if same
        else citation
    )


def _numbers(page: Page, text: str, span: Span, laws: list[Citation]) -> list[Citation]:
    found: list[Citation] = []
    numbered = Cover(law.name for law in laws if law.mention.number)
    last_end = -1
    for hit in page.found(CITATIONS, span):
        number = DocumentNumber.parse(page.flat[hit.start : hit.end])
        if number is None or numbered.holds(hit.start):
            continue
        listed = last_end >= 0 and words.SEPARATOR.fullmatch(text, last_end, hit.start) is not None
        start, kind, said = _before(text, hit.start, span.start)
        if not _is_document(text, hit.start, number, said=said or listed):
            continue
        found.append(_numbered(page, span, Span(start, hit.end), number, kind))
        last_end = hit.end
    return _sharing_dates(text, found)


def _sharing_dates(text: str, found: list[Citation]) -> list[Citation]:
    """Give "số 8/CĐ-UBND và số 9/CĐ-UBND ngày 19/11/2025" one date: two numbers of one symbol
    behind one kind.
    """
    made = list(found)
    for at, (first, second) in enumerate(pairwise(found)):
        if first.mention.date or not _goes_on(text, first, second):
            continue
        day, year = second.mention.date, second.mention.year
        shared = msgspec.structs.replace(first.mention, date=day, year=year)
        made[at] = replace(first, mention=shared)
    return made


def _goes_on(text: str, first: Citation, second: Citation) -> bool:
    """Tell the second of two numbers joined by "và", whose kind is that of the first."""
    joined = text[first.span.end : second.name.start].split() == ["va"]
    opened = text[second.name.start : second.name.start + 2].lower()
    own_kind = not opened[:1].isdigit() and opened not in ("so", "s6")
    symbols = {
        number.symbol if (number := DocumentNumber.parse(one.mention.number or "")) else ""
        for one in (first, second)
    }
    return joined and not own_kind and len(symbols) == 1


def _before(text: str, at: int, first: int) -> tuple[int, str | None, bool]:
    """Return where the naming starts, the kind as its words say, and whether words introduce it at
    all.
    """
    hit = words.KIND_BEFORE.search(text, max(first, at - 48), at)
    if hit is None:
        return at, None, False
    if hit["kind"] is None:
        return hit.start("so"), None, True
    key = " ".join(hit["kind"].lower().split())
    return (
        hit.start(),
        words.KIND_OF.get(key) or words.KIND_OF.get(re.sub(r"[pb]inh", "dinh", key)),
        True,
    )


def _is_document(text: str, at: int, number: DocumentNumber, *, said: bool) -> bool:
    """Return whether this is a document's number, not the number of a form, a rate, a unit of
    measure.
    """
    if words.FORM_BEFORE.search(text, max(0, at - 24), at):
        return False
    if number.style != "state" or number.kind_symbol or number.year:
        return number.kind_symbol is None or said or "-" in number.symbol or "/" in number.symbol
    return said or bool(re.fullmatch(r"[A-ZĐ&]{3,}\d*(?:-[A-ZĐ&]{2,}\w*)+", number.symbol))


def _numbered(
    page: Page, span: Span, name: Span, number: DocumentNumber, kind: str | None
) -> Citation:
    text = bare(page.flat)
    particulars = read_particulars(page, text, name.end, span.end)
    date_before(page, text, span, name, particulars)
    conveys = _conveyed(page, number, particulars)
    mention = DocumentMention(
        as_printed=printed_words(page, name),
        number=str(number),
        kind=_kind(number, kind),
        issuer=particulars.issuer,
        date=particulars.date,
        year=number.year or particulars.year,
        title=page.text(particulars.title) if particulars.title else None,
    )
    return Citation(
        Span(name.start, particulars.end), mention, name, particulars.title, conveys=conveys
    )


def _conveyed(page: Page, number: DocumentNumber, particulars: Particulars) -> str | None:
    """Return whose conclusion a notice carries; a person above the office is then not
    its issuer.
    """
    if number.kind_symbol != "TB" or not (number.issuer_symbol or "").startswith("VP"):
        return None
    if particulars.issuer and words.CONVEYED.match(bare(particulars.issuer)):
        whose, particulars.issuer = particulars.issuer, None
        return whose
    title = page.text(particulars.title) if particulars.title else ""
    said = words.CONCLUSION.match(bare(title))
    return title[said.start("who") : said.end("who")] if said else None


def _kind(number: DocumentNumber, printed: str | None) -> str | None:
    """The symbol decides; the words do where it says nothing, and between the Party's Quyết định
    and Quy định.
    """
    if (
        number.style == "party"
        and number.kind_symbol == "QĐ"
        and printed in {"Quy định", "Quyết định"}
    ):
        return printed
    if printed == LETTER:  # "công văn số 3316/CT-CS": CT is an office there, no Chỉ thị
        return printed
    if (
        number.kind == LETTER
        and number.kind_symbol is None
        and printed
        and printed not in _GENERIC
    ):
        return printed
    return number.kind or printed
