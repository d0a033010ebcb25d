"""The head of a document (thể thức): number, kind, issuer, date, title, signer, force, and who
stands around it.

Nghị định 30/2020/NĐ-CP, Phụ lục I; Hướng dẫn 36-HD/VPTW for the Party. Where letterhead and annex
heading differ the letterhead counts and the conflict is reported.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Literal

from luocdo.graph.numbers import DocumentNumber
from luocdo.graph.records import HeaderRecord, Issue, Relation, UnitMention
from luocdo.graph.text import fold
from luocdo.graph.units.resolving import UnitContext
from luocdo.loaders.head.abbreviations import own_abbreviations
from luocdo.loaders.head.force import adopted_on, day_of, effective_from, effective_to
from luocdo.loaders.head.issuers import Issuer, find_issuer
from luocdo.loaders.head.ocr import accented, mended_figures, mended_number, spelled_number
from luocdo.loaders.head.proposals import read_proposals
from luocdo.loaders.head.recipients import read_recipients
from luocdo.loaders.head.signature import SignatureReading, read_signature
from luocdo.loaders.head.titles import read_title
from luocdo.loaders.text.bare import bare
from luocdo.loaders.text.marks import (
    KIND_LINE,
    NUMBER_LINE,
    PLACE_AND_DATE,
    SHORT_DATE,
    kind_of_line,
)
from luocdo.loaders.text.page import Page, Span

if TYPE_CHECKING:
    from luocdo.graph.units.resolving import UnitResolver
    from luocdo.loaders.text.zones import Part

CONDENSED = re.compile(r"(?im)^[^\w\n]*bản\s+rút\s+gọn\s*-\s*luocdo")
_ATTACHED = re.compile(
    r"(?is)\(?\s{0,20}(?:ban\s+hanh\s+)?(?:kem\s+theo|dinh\s+kem)\s+[^()]{0,60}?so\s*:?(?P<rest>[^)]{4,200})"
)
_ATTACHED_NUMBER = re.compile(
    r"^[\s*_:]*(?P<number>\d{1,6}[\s*_]*(?:/\s*\d{4}\s*)?[-/][\s*_]*[A-Z][\w&.-]*(?:[-/][\w&.]+)*)"
)
_BLANK_NUMBER = re.compile(r"^[\s*_:.…]*(?P<symbol>/\s*[A-Z][A-Z&]*(?:[-/][A-Z&]+)*)")
_DAY = re.compile(
    r"(?i)\bng[aà]y\s*[*_]*\s*(?P<day>\d{1,2})[*_.\s]*(?:/|th[aá]ng)\s*[*_]*\s*(?P<month>\d{1,2})[*_.\s]*(?:/|n[aă]m)\s*[*_]*\s*(?P<year>\d{4})"
)
_DRAFT = re.compile(
    r"(?m)^[^\w\n]*(?:DU\s+THAO|Du\s+thao)[^\w\n]*(?:\d+[^\w\n]*)?$|\(\s*(?:DU\s+THAO|Du\s+thao)\s*\)"
)
_PERIOD = re.compile(r"(?i)giai\s+doan\s+(?P<start>20\d\d)\s*[-–]\s*(?P<end>20\d\d)")
_UNTIL = re.compile(r"(?i)den\s+(?:het\s+)?nam\s+(?P<end>20\d\d)")
_LONGEST_PLACE = 8
_PLACE_BEFORE = re.compile(r"(?:^|\s)[A-Z]\w+(?:\s[A-Z]\w+){0,3}\s*,\s*$")
_NORMATIVE = (
    "Luật",
    "Bộ luật",
    "Pháp lệnh",
    "Nghị định",
    "Thông tư",
    "Thông tư liên tịch",
    "Lệnh",
    "Nghị quyết liên tịch",
)
# What lasts for a giai đoạn is a plan; these only speak of one.
_NO_PERIOD = (
    "Công văn",
    "Thông báo",
    "Công điện",
    "Luật",
    "Bộ luật",
    "Nghị định",
    "Thông tư",
    "Báo cáo",
)
_MAY_BE_NORMATIVE = ("Quyết định", "Nghị quyết")


@dataclass(frozen=True, slots=True)
class HeaderReading:
    """The header with the relations it states, the abbreviations the document defines, and what
    does not agree.
    """

    header: HeaderRecord
    relations: tuple[Relation, ...]
    abbreviations: dict[str, str] = field(default_factory=dict)
    issues: tuple[Issue, ...] = ()


@dataclass(frozen=True, slots=True)
class _Top:
    """Number and date as one place states them."""

    number: str | None = None
    day: str | None = None
    year: int | None = None
    symbol: str | None = None  # where the number itself is blank: "/NQ-CP"


def read_header(page: Page, part: Part, resolver: UnitResolver) -> HeaderReading:
    """Read the head of the document that ``part`` cuts out of ``page``."""
    text = bare(page.flat)
    top, annex = _letterhead(page, text, part), _annex_heading(page, text, part)
    kind = _kind(text, part)
    number = top.number or annex.number
    parsed = DocumentNumber.parse(number) if number else None
    parsed = mended_number(parsed, resolver) if parsed and not accented(page, part) else parsed
    number = str(parsed) if parsed else number
    symbol = _blank_symbol(text, part) or annex.symbol
    kind = _kind_of(
        kind, parsed or DocumentNumber.parse(symbol or ""), letter=_is_letter(text, part)
    )
    day, year = top.day or annex.day or adopted_on(text, part), top.year or annex.year
    issuer = find_issuer(page, part, resolver, number or symbol, day)
    if parsed and issuer:
        number = str(spelled_number(parsed, issuer.body, resolver))
    title = read_title(page, part, issuer.span if issuer else None)
    jointly = issuer is not None and bool(issuer.others)
    signature = read_signature(page, part, (day or str(year or "")) or None, jointly=jointly)
    own = own_abbreviations(page, part.span)
    header = HeaderRecord(
        number=number,
        kind=kind,
        issuer=issuer.name if issuer else None,
        body=issuer.body if issuer else None,
        date=day,
        year=year or (int(day[:4]) if day else None) or (parsed.year if parsed else None),
        title=title,
        signer=signature.name,
        signer_title=signature.post,
        draft=_is_draft(text, part),
        unnumbered=number is None,
        condensed=bool(CONDENSED.search(page.normal.text, part.span.start, part.span.start + 400)),
        effective_from=(
            None if kind == "Văn bản hợp nhất" else effective_from(text, part, day, kind)
        ),
        effective_to=None if kind == "Văn bản hợp nhất" else effective_to(text, part, kind),
        period_start=_period(title, "start") if kind not in _NO_PERIOD else None,
        period_end=_period(title, "end") if kind not in _NO_PERIOD else None,
        system=_system(text, part, number),
        nature=_nature(kind, parsed, _system(text, part, number)),
    )
    recipients = read_recipients(page, part, resolver, _within(issuer, resolver, own, day))
    relations = (
        *_issued(page, issuer),
        *signature.relations,
        *recipients.relations,
        *read_proposals(page, part, resolver),
    )
    issues = (*_conflicts(top, annex, kind), *_signing_issues(signature), *recipients.issues)
    return HeaderReading(header, relations, own, issues)


def _within(
    issuer: Issuer | None, resolver: UnitResolver, own: dict[str, str], day: str | None
) -> UnitContext:
    """Return the context in which the document names units: that of its issuer's body."""
    nowhere = UnitContext(None, own, day, None)
    body = resolver.resolve(issuer.body, nowhere) if issuer else None
    return UnitContext(body.id if body else None, own, day, None)


def _letterhead(page: Page, text: str, part: Part) -> _Top:
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
        return _Top(number)
    return _Top(number, day_of(dated, page), int(dated["year"].replace(" ", "")))


def _is_own_date(text: str, found: re.Match[str], part: Part) -> bool:
    """Tell the letterhead's date from one in the title: a place stands before it, or
    nothing does.
    """
    line = text[text.rfind("\n", 0, found.start()) + 1 : found.start()]
    tail = line.split("\t")[-1].split("|")[-1]
    words = re.sub(r"[\W_]+", " ", tail).strip()
    if NUMBER_LINE.match(line):
        return True  # "SỐ 25/2008/QH12 NGÀY 14 THÁNG 11 NĂM 2008" below the title
    return found.start() < part.title.start + 400 and (
        not words
        or (
            len(words.split()) <= _LONGEST_PLACE
            and (tail.rstrip(" *_").endswith(",") or words.istitle() or "," in tail)
        )
        or bool(_PLACE_BEFORE.search(tail))
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


def _blank_symbol(text: str, part: Part) -> str | None:
    found = NUMBER_LINE.search(text, part.span.start, max(part.title.end, part.letterhead.end))
    return (
        "1" + "".join(found["number"].split())
        if found and not found["number"][:1].isdigit()
        else None
    )


def _annex_heading(page: Page, text: str, part: Part) -> _Top:
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
        return _Top(words, day_of(dated), int(dated["year"]) if dated else None, symbol)
    return _Top()


def _kind(text: str, part: Part) -> str | None:
    found = KIND_LINE.match(text, text.rfind("\n", 0, part.title.start) + 1)
    return kind_of_line(found["kind"]) if found else None


def _kind_of(printed: str | None, number: DocumentNumber | None, *, letter: bool) -> str | None:
    """Return the kind: a consolidation by its symbol, else as printed, else a letter, else by the
    symbol.
    """
    told = number.kind if number else None
    if told == "Văn bản hợp nhất":
        return told
    return printed or ("Công văn" if letter else told)


def _is_letter(text: str, part: Part) -> bool:
    return bool(
        re.search(
            r"(?i)kinh\s+gui|\bV\s*[/I]\s*v\b", text[part.span.start : part.body.start + 400]
        )
    )


def _is_draft(text: str, part: Part) -> bool:
    head = Span(part.span.start, part.body.start)
    return bool(_DRAFT.search(text, head.start, head.end)) or part.enclosure_mode == "sent_with"


def _period(title: str | None, end: Literal["start", "end"]) -> str | None:
    words = bare(title or "")
    if found := _PERIOD.search(words):
        return f"{found['start']}-01-01" if end == "start" else f"{found['end']}-12-31"
    until = _UNTIL.search(words) if end == "end" else None
    return f"{until['end']}-12-31" if until else None


def _system(text: str, part: Part, number: str | None) -> Literal["state", "party", "front"]:
    head = text[part.span.start : part.title.end]
    if re.search(r"(?i)dang\s+cong\s+san", head) or re.match(r"\d+-[A-Z]", number or ""):
        return "party"
    return "front" if re.search(r"(?i)mat\s+tran\s+to\s+quoc|MTTQ", head[:400]) else "state"


def _nature(
    kind: str | None, number: DocumentNumber | None, system: str
) -> Literal["normative", "individual", "administrative", "party"]:
    if system == "party":
        return "party"
    if kind in _NORMATIVE or (
        kind in _MAY_BE_NORMATIVE and number is not None and number.year is not None
    ):
        return "normative"
    return "individual" if kind in _MAY_BE_NORMATIVE else "administrative"


def _issued(page: Page, issuer: Issuer | None) -> tuple[Relation, ...]:
    if issuer is None or issuer.span is None:
        return ()
    return tuple(
        Relation(
            type="ISSUED_BY",
            target=UnitMention(as_printed=page.text(span), name=name),
            evidence=page.evidence("Đầu văn bản", span, printed=span),
        )
        for name, span in ((issuer.name, issuer.span), *issuer.others)
    )


def _conflicts(top: _Top, annex: _Top, kind: str | None) -> tuple[Issue, ...]:
    if kind == "Văn bản hợp nhất":
        return ()  # its annexes are those of the act that it joins
    pairs = (("số", top.number, annex.number), ("ngày", top.day, annex.day))
    return tuple(
        Issue(
            kind="header_conflict",
            message=f"{what} ở đầu văn bản {own}, ở tiêu đề phụ lục {other}; lấy đầu văn bản",
            place="Phụ lục",
        )
        for what, own, other in pairs
        if own and other and not fold(own).startswith(fold(other))
    )


def _signing_issues(signature: SignatureReading) -> tuple[Issue, ...]:
    return (
        (
            Issue(
                kind="corrected",
                message=f"chức vụ in «{signature.printed_post}», đọc là «{signature.post}»",
            ),
        )
        if signature.mended
        else ()
    )
