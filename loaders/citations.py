"""Documents as a text names them (viện dẫn văn bản): found, with what the text says of each; nothing is resolved here.

One compiled pattern finds the numbers; what stands before (kind) and behind (date, issuer, trích yếu) is read around
each. Laws are named by name and date, short forms by kind and serial ("Đề án 06"), programmes by their quoted title,
the document itself as "Quyết định này". A trích yếu may name further documents: these are found too, nested.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from datetime import date
from typing import TYPE_CHECKING

from luocdo.graph.numbers import LETTER, DocumentNumber
from luocdo.graph.records import DocumentMention
from luocdo.loaders import citation_words as words
from luocdo.loaders.bare import bare
from luocdo.loaders.page import Page, Span

if TYPE_CHECKING:
    from luocdo.loaders.context import ReadingContext

LONGEST_TITLE = 700
_LONGEST_ISSUER = 130
_GENERIC = frozenset({"Văn bản", "Đề án", "Chương trình", "Phương án", "Quy chế"})
_TAG = re.compile(r"\*+|</?\w+[^<>\n]{0,100}>")


@dataclass(frozen=True, slots=True)
class Citation:
    """One naming: ``span`` all of it, ``name`` what identifies it ("Quyết định số 131/QĐ-TTg"), ``title`` its trích yếu.

    ``nested`` ones stand inside the title of another naming. ``conveys`` is whose words a notice carries ("TTgCP" in
    "TBKL số 331/TB-VPCP … của TTgCP"): the office that numbers it stays its issuer.
    """

    span: Span
    mention: DocumentMention
    name: Span
    title: Span | None = None
    nested: bool = False
    conveys: str | None = None


@dataclass(slots=True)
class _Tail:
    """What stands behind a name."""

    end: int
    date: str | None = None
    year: int | None = None
    issuer: str | None = None
    title: Span | None = None


def find_citations(page: Page, span: Span, context: ReadingContext | None = None) -> tuple[Citation, ...]:
    """Find every naming of a document in ``span``, in order of place.

    With ``context`` the document's own number counts as itself (``mention.local``), as "Quyết định này" does.
    """
    text = bare(page.flat)
    found = _laws(page, text, span)
    found += _numbers(page, text, span, found)
    found += _constitutions(page, text, span)
    found += _named(page, text, span, found)
    found += _locals(page, text, span)
    own = context.header.number if context else None
    return _ordered([_own(citation, own) for citation in found])


def _ordered(found: list[Citation]) -> tuple[Citation, ...]:
    """Sort by place and tell which stand inside the title of another."""
    found.sort(key=lambda citation: (citation.span.start, -citation.span.end))
    titles = [citation.title for citation in found if citation.title]
    return tuple(
        replace(citation, nested=any(t.start <= citation.name.start < t.end for t in titles)) for citation in found
    )


def _own(citation: Citation, own: str | None) -> Citation:
    number = DocumentNumber.parse(citation.mention.number) if citation.mention.number else None
    mine = DocumentNumber.parse(own) if own else None
    if number is None or mine is None or number.key != mine.key:
        return citation
    return replace(citation, mention=_changed(citation.mention, local=True))


def _changed(mention: DocumentMention, *, local: bool) -> DocumentMention:
    return DocumentMention(
        as_printed=mention.as_printed,
        number=mention.number,
        kind=mention.kind,
        issuer=mention.issuer,
        date=mention.date,
        year=mention.year,
        title=mention.title,
        name=mention.name,
        local=local,
    )


def printed_words(page: Page, span: Span) -> str:
    """Return the words of ``span`` as the source has them (``Ð`` stays ``Ð``), markup dropped, white space collapsed."""
    return " ".join(_TAG.sub(" ", page.normal.quote(span.start, span.end)).split())


# ---- numbers


def _numbers(page: Page, text: str, span: Span, laws: list[Citation]) -> list[Citation]:
    found: list[Citation] = []
    last_end = -1
    for pattern in (words.NUMBER, words.STANDARD):
        for hit in pattern.finditer(text, span.start, span.end):
            number = DocumentNumber.parse(page.flat[hit.start() : hit.end()])
            if number is None or _inside_name(hit.start(), laws):
                continue
            listed = last_end >= 0 and words.SEPARATOR.fullmatch(text, last_end, hit.start()) is not None
            start, kind, said = _before(text, hit.start(), span.start)
            if not _is_document(text, hit, number, said=said or listed):
                continue
            citation = _numbered(page, text, span, Span(start, hit.end()), number, kind)
            found.append(citation)
            last_end = hit.end()
    return found


def _inside_name(at: int, laws: list[Citation]) -> bool:
    return any(law.mention.number and law.name.start <= at < law.name.end for law in laws)


def _before(text: str, at: int, first: int) -> tuple[int, str | None, bool]:
    """Return where the naming starts, the kind as its words say, and whether words introduce it at all."""
    hit = words.KIND_BEFORE.search(text, max(first, at - 48), at)
    if hit is None:
        return at, None, False
    if hit["kind"] is None:
        return hit.start("so"), None, True
    key = " ".join(hit["kind"].lower().split())
    return hit.start(), words.KIND_OF.get(key) or words.KIND_OF.get(re.sub(r"[pb]inh", "dinh", key)), True


def _is_document(text: str, hit: re.Match[str], number: DocumentNumber, *, said: bool) -> bool:
    """Tell a document's number from the number of a form, a rate, a unit of measure."""
    if words.FORM_BEFORE.search(text, max(0, hit.start() - 24), hit.start()):
        return False
    if number.style != "state" or number.kind_symbol or number.year:
        return number.kind_symbol is None or said or "-" in number.symbol or "/" in number.symbol
    return said or bool(re.fullmatch(r"[A-ZĐ&]{3,}\d*(?:-[A-ZĐ&]{2,}\w*)+", number.symbol))


def _numbered(page: Page, text: str, span: Span, name: Span, number: DocumentNumber, kind: str | None) -> Citation:
    tail = _tail(page, text, name.end, span.end)
    _date_before(page, text, span, name, tail)
    conveys = _conveyed(page, number, tail)
    mention = DocumentMention(
        as_printed=printed_words(page, name),
        number=str(number),
        kind=_kind(number, kind),
        issuer=tail.issuer,
        date=tail.date,
        year=number.year or tail.year,
        title=page.text(tail.title) if tail.title else None,
    )
    return Citation(Span(name.start, tail.end), mention, name, tail.title, conveys=conveys)


def _conveyed(page: Page, number: DocumentNumber, tail: _Tail) -> str | None:
    """Return whose conclusion a notice carries; a person above the office is then not its issuer."""
    if number.kind_symbol != "TB" or not (number.issuer_symbol or "").startswith("VP"):
        return None
    if tail.issuer and words.CONVEYED.match(bare(tail.issuer)):
        whose, tail.issuer = tail.issuer, None
        return whose
    title = page.text(tail.title) if tail.title else ""
    said = words.CONCLUSION.match(bare(title))
    return title[said.start("who") : said.end("who")] if said else None


def _kind(number: DocumentNumber, printed: str | None) -> str | None:
    """The symbol decides; the words do where it says nothing, and between the Party's Quyết định and Quy định."""
    if number.style == "party" and number.kind_symbol == "QĐ" and printed in {"Quy định", "Quyết định"}:
        return printed
    if number.kind == LETTER and number.kind_symbol is None and printed and printed not in _GENERIC:
        return printed
    return number.kind or printed


# ---- what stands behind a name


def _tail(page: Page, text: str, at: int, end: int, *, titled: bool = True) -> _Tail:
    tail = _Tail(at)
    for _ in range(2):
        _date(text, tail, end)
        _issuer(page, text, tail, end)
    if titled:
        _title(page, text, tail, end)
    return tail


def _date(text: str, tail: _Tail, end: int) -> None:
    hit = None if tail.date or tail.year else words.DATE.match(text, tail.end, end)
    if hit is None:
        return
    tail.end = hit.end() if not hit.group().endswith(")") or "(" in hit.group() else hit.end() - 1
    year = hit["year"] or hit["year2"] or hit["year3"] or hit["year4"]
    tail.year = int(year)
    day, month = hit["day"] or hit["day2"], hit["month"] or hit["month2"]
    if day and month:
        tail.date = _iso(int(year), int(month), int(day))


def _date_before(page: Page, text: str, span: Span, name: Span, tail: _Tail) -> None:
    """Read "Ngày 25/01/2022, Thủ tướng Chính phủ đã ban hành Quyết định số …", where nothing behind gives the date."""
    if tail.date or tail.year:
        return
    hit = words.DATE_BEFORE.search(text, max(span.start, name.start - 140), name.start)
    if hit:
        tail.year = int(hit["year"])
        tail.date = _iso(tail.year, int(hit["month"]), int(hit["day"]))
        tail.issuer = tail.issuer or page.text(Span(*hit.span("issuer")))


def _iso(year: int, month: int, day: int) -> str | None:
    try:
        return date(year, month, day).isoformat()
    except ValueError:
        return None


def _issuer(page: Page, text: str, tail: _Tail, end: int) -> None:
    hit = None if tail.issuer else words.ISSUER.match(text, tail.end, end)
    if hit is None:
        return
    stops = words.ISSUER_END.finditer(text, hit.end(), min(end, hit.end() + _LONGEST_ISSUER))
    stop = next((stop for stop in stops if _is_word(page, stop)), None)
    last = stop.start() if stop else min(end, hit.end() + _LONGEST_ISSUER)
    issuer = page.trim(Span(hit.end(), last))
    if issuer and (stop or last == end):
        tail.issuer, tail.end = page.text(issuer).rstrip(",./"), issuer.end


def _is_word(page: Page, hit: re.Match[str]) -> bool:
    """Tell a stop word from one that looks like it without accents; text without any accents has no way to say."""
    word = hit["lead"] or hit["word"]
    if word is None or word.lower() not in words.ACCENTED:
        return True
    group = "lead" if hit["lead"] else "word"
    printed = page.flat[hit.start(group) : hit.end(group)].lower()
    return printed in (word.lower(), words.ACCENTED[word.lower()]) and (printed != word.lower() or printed == word)


def _title(page: Page, text: str, tail: _Tail, end: int) -> None:
    hit = words.TITLE.match(text, tail.end, end)
    if hit is None:
        return
    start = hit.start("title")
    if page.flat[start : hit.end()].lower() in {"vệ", "vẽ"}:
        return
    last = _title_end(text, start, min(end, start + LONGEST_TITLE))
    while last > start and text[last - 1] in " \n\t,.*-/":
        last -= 1
    if last > start + 3:
        tail.title, tail.end = Span(start, last), last


def _title_end(text: str, start: int, end: int) -> int:
    """Walk to the end of the clause; nothing ends it between quotation marks, "và" + a number not where it lists changes."""
    depth, brackets = 0, 0
    changes = words.CHANGES.match(text, start) is not None
    for hit in words.TITLE_END.finditer(text, start, end):
        mark = hit.group()
        if mark in "“«":
            depth += 1
        elif mark in "”»":
            depth = max(0, depth - 1)
            if depth == 0 and text[start] in "“«":
                return hit.end()
        elif mark == '"':
            depth = 0 if depth else 1
        elif depth:
            continue
        elif mark == ")" and text.count("(", start, hit.start()) > text.count(")", start, hit.start()):
            brackets += 1
        elif not (changes and mark.strip().startswith("va") and not text.startswith("cac", hit.end())):
            return hit.start()
    return end if not depth else _unclosed(text, start, end)


def _unclosed(text: str, start: int, end: int) -> int:
    """A quotation that never closes ends with its paragraph."""
    stop = re.compile(r"[;\t]|\n\s*\n|\.\s*\n").search(text, start, end)
    return stop.start() if stop else end


# ---- laws by name


def _laws(page: Page, text: str, span: Span) -> list[Citation]:
    found: list[Citation] = []
    for hit in words.LAW.finditer(text, span.start, span.end):
        amending = words.AMENDING_LAW.match(text, hit.start(), span.end)
        end = _amending_end(text, amending.end(), span.end) if amending else _law_end(page, text, hit, span.end)
        name = page.trim(Span(hit.start(), end))
        nested = next((one for one in found if one.title and one.title.start <= name.start < one.title.end), None)
        if len(page.text(name).split()) < 2 or _is_drafted(text, name, span, found):
            continue
        found.append(_law(page, text, span, name, amending=amending is not None, inner=nested is not None))
    return found


def _amending_end(text: str, at: int, end: int) -> int:
    stop = words.AMENDING_END.search(text, at, end)
    return stop.start() if stop else end


def _law_end(page: Page, text: str, head: re.Match[str], end: int) -> int:
    known = words.LAW_NAMES.match(text, head.start(), end)
    at = known.end() if known else head.end() + 1
    if known:
        return at
    stop = words.LAW_END.search(page.flat, at, min(end, at + 110))
    return stop.start() if stop else min(end, at + 110)


def _is_drafted(text: str, name: Span, span: Span, found: list[Citation]) -> bool:
    """Tell a law still to be made ("xây dựng Luật Nhà giáo") from one that exists."""
    if words.AMENDED_NAME.match(text, name.end):
        return False
    return words.DRAFTED.search(text, max(span.start, name.start - 70), name.start) is not None and not any(
        one.span.start <= name.start < one.span.end for one in found
    )


def _law(page: Page, text: str, span: Span, name: Span, *, amending: bool, inner: bool) -> Citation:
    number = None
    intro = None if inner else words.LAW_NUMBER.match(text, name.end, span.end)
    numbered = words.NUMBER.match(text, intro.end(), span.end) if intro else None
    if numbered:
        number = DocumentNumber.parse(page.flat[numbered.start() : numbered.end()])
        core = Span(name.start, numbered.end())
    else:
        dated = None if inner else words.LAW_YEAR.match(text, name.end, span.end)
        core = Span(name.start, dated.end()) if dated else name
    tail = _Tail(core.end) if inner else _tail(page, text, core.end, span.end, titled=False)
    year = int(text[core.end - 4 : core.end]) if number is None and core.end > name.end else None
    kind = next(
        k for k in ("Bộ luật", "Pháp lệnh", "Luật") if bare(k).lower() in text[name.start : name.start + 10].lower()
    )
    title = Span(name.start + len(kind) + 1, name.end) if amending else None
    mention = DocumentMention(
        as_printed=printed_words(page, core),
        number=str(number) if number else None,
        kind=kind,
        issuer=tail.issuer,
        date=tail.date,
        year=(number.year if number else None) or tail.year or year,
        name=page.text(name),
    )
    return Citation(Span(name.start, tail.end), mention, core, title)


def _constitutions(page: Page, text: str, span: Span) -> list[Citation]:
    found = []
    for hit in words.CONSTITUTION.finditer(text, span.start, span.end):
        tail = _tail(page, text, hit.end(), span.end, titled=False)
        name = Span(hit.start(), hit.end())
        called = "Hiến pháp" if text.startswith("Hien", hit.start()) else "Điều lệ Đảng"
        mention = DocumentMention(
            as_printed=printed_words(page, name),
            kind=called.removesuffix(" Đảng"),
            date=tail.date,
            year=tail.year,
            name=called,
        )
        found.append(Citation(Span(name.start, tail.end), mention, name))
    return found


# ---- programmes by title, short forms, the document itself


def _named(page: Page, text: str, span: Span, found: list[Citation]) -> list[Citation]:
    made: list[Citation] = []
    for pattern in (words.QUOTED, words.SHORT, words.PROGRAMME):
        for hit in pattern.finditer(text, span.start, span.end):
            name = Span(hit.start(), hit.end())
            if _overlaps(name, found) or _overlaps(name, made):
                continue
            citation = _short(page, hit) if pattern is words.SHORT else _programme(page, text, span, hit)
            if citation:
                made.append(citation)
    return made


def _overlaps(name: Span, found: list[Citation]) -> bool:
    return any(one.span.start < name.end and name.start < one.span.end for one in found)


def _short(page: Page, hit: re.Match[str]) -> Citation | None:
    """ "QĐ 131", "Quyết định 749", "Đề án 06": the kind and the serial alone; a year is none."""
    printed, name = hit["kind"], Span(hit.start(), hit.end())
    kind = words.KIND_OF.get(" ".join(printed.lower().split()))
    if kind is None or re.fullmatch(r"(?:19|20)\d\d", hit["serial"]):
        return None
    mention = DocumentMention(as_printed=printed_words(page, name), kind=kind, name=f"{kind} {hit['serial']}")
    return Citation(name, mention, name)


def _programme(page: Page, text: str, span: Span, hit: re.Match[str]) -> Citation | None:
    name, title = Span(hit.start(), hit.end()), Span(hit.start("title"), hit.end("title"))
    drafted = words.DRAFTED.search(text, max(span.start, name.start - 70), name.start)
    if drafted or words.NUMBER.search(text, name.start, name.end):
        return None
    kind = page.text(Span(hit.start("kind"), hit.end("kind")))
    named = page.text(title)
    mention = DocumentMention(as_printed=printed_words(page, name), kind=kind, title=named, name=f"{kind} {named}")
    return Citation(name, mention, name, title if '"' in hit.group() or "“" in hit.group() else None)


def _locals(page: Page, text: str, span: Span) -> list[Citation]:
    found = []
    for hit in words.LOCAL.finditer(text, span.start, span.end):
        name = Span(hit.start(), hit.end())
        kind = words.KIND_OF.get(" ".join(hit["kind"].lower().split()))
        printed = printed_words(page, name)
        found.append(Citation(name, DocumentMention(as_printed=printed, kind=kind, name=printed, local=True), name))
    return found
