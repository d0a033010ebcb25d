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
from luocdo.graph.vocabulary import Meaning
from luocdo.graph.vocabulary.phrasing import capitalised, of
from luocdo.loaders.head.abbreviations import own_abbreviations
from luocdo.loaders.head.designation import (
    Designation,
    blank_symbol,
    in_annex_heading,
    in_letterhead,
)
from luocdo.loaders.head.exceptions import force_exceptions
from luocdo.loaders.head.force import adopted_on, effective_from, effective_to
from luocdo.loaders.head.issuers import Issuer, find_issuer
from luocdo.loaders.head.kinds import is_letter, kind_of, nature_of, printed_kind, system_of
from luocdo.loaders.head.ocr import accented, mended_number, spelled_number
from luocdo.loaders.head.proposals import read_proposals
from luocdo.loaders.head.recipients import read_recipients
from luocdo.loaders.head.signature import SignatureReading, read_signature
from luocdo.loaders.head.titles import read_title
from luocdo.loaders.head.visited import places_of_title
from luocdo.loaders.text.bare import bare
from luocdo.loaders.text.page import Page, Span

if TYPE_CHECKING:
    from luocdo.graph.units.resolving import UnitResolver
    from luocdo.loaders.text.zones import Part

CONDENSED = re.compile(r"(?im)^[^\w\n]*bản\s+rút\s+gọn\s*-\s*luocdo")
_DRAFT_MARK = capitalised(Meaning.HEAD_MARK, "draft")
_DRAFT = re.compile(
    rf"(?m)^[^\w\n]*{_DRAFT_MARK}[^\w\n]*(?:\d+[^\w\n]*)?$|\(\s*{_DRAFT_MARK}\s*\)"
)
_PERIOD = re.compile(
    rf"(?i){of(Meaning.PERIOD, 'span')}\s+(?P<start>20\d\d)\s*[-–]\s*(?P<end>20\d\d)"
)
_UNTIL = re.compile(rf"(?i){of(Meaning.PERIOD, 'until')}\s+(?P<end>20\d\d)")
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


@dataclass(frozen=True, slots=True)
class HeaderReading:
    """The header with the relations it states, the abbreviations the document defines, and what
    does not agree.
    """

    header: HeaderRecord
    relations: tuple[Relation, ...]
    abbreviations: dict[str, str] = field(default_factory=dict)
    issues: tuple[Issue, ...] = ()


def read_header(page: Page, part: Part, resolver: UnitResolver) -> HeaderReading:
    """Read the head of the document that ``part`` cuts out of ``page``."""
    text = bare(page.flat)
    top, annex = in_letterhead(page, text, part), in_annex_heading(page, text, part)
    kind = printed_kind(text, part)
    number = top.number or annex.number
    parsed = DocumentNumber.parse(number) if number else None
    parsed = mended_number(parsed, resolver) if parsed and not accented(page, part) else parsed
    number = str(parsed) if parsed else number
    symbol = blank_symbol(text, part) or annex.symbol
    kind = kind_of(
        kind, parsed or DocumentNumber.parse(symbol or ""), letter=is_letter(text, part)
    )
    day, year = top.day or annex.day or adopted_on(text, part), top.year or annex.year
    issuer = find_issuer(page, part, resolver, number or symbol, day)
    if parsed and issuer:
        number = str(spelled_number(parsed, issuer.body, resolver))
    title = read_title(page, part, issuer.span if issuer else None)
    jointly = issuer is not None and bool(issuer.others)
    signature = read_signature(page, part, (day or str(year or "")) or None, jointly=jointly)
    own = {**places_of_title(title), **own_abbreviations(page, part.span)}
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
        effective_except=force_exceptions(page, text, part, kind),
        effective_to=None if kind == "Văn bản hợp nhất" else effective_to(text, part, kind),
        period_start=_period(title, "start") if kind not in _NO_PERIOD else None,
        period_end=_period(title, "end") if kind not in _NO_PERIOD else None,
        system=system_of(text, part, number),
        nature=nature_of(kind, parsed, system_of(text, part, number)),
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


def _is_draft(text: str, part: Part) -> bool:
    head = Span(part.span.start, part.body.start)
    return bool(_DRAFT.search(text, head.start, head.end)) or part.enclosure_mode == "sent_with"


def _period(title: str | None, end: Literal["start", "end"]) -> str | None:
    words = bare(title or "")
    if found := _PERIOD.search(words):
        return f"{found['start']}-01-01" if end == "start" else f"{found['end']}-12-31"
    until = _UNTIL.search(words) if end == "end" else None
    return f"{until['end']}-12-31" if until else None


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


def _conflicts(top: Designation, annex: Designation, kind: str | None) -> tuple[Issue, ...]:
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
