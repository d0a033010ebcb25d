"""Who issues (cơ quan ban hành): the enacting words say it, else the letterhead, else the symbol;
never the signer.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from luocdo.graph.numbers import DocumentNumber
from luocdo.graph.text import fold
from luocdo.graph.units.grammar import starts_with_head
from luocdo.graph.units.model import SHOWN
from luocdo.graph.units.posts import without_post
from luocdo.graph.units.resolving import UnitContext, UnitRef, UnitResolver
from luocdo.graph.vocabulary import Meaning
from luocdo.loaders.head.joint import joint_bodies
from luocdo.loaders.head.letterhead import issuing_lines
from luocdo.loaders.text.bare import bare
from luocdo.loaders.text.marks import capitals_end, in_capitals, is_capitals
from luocdo.loaders.text.page import Page, Span

if TYPE_CHECKING:
    from luocdo.loaders.text.zones import Part

# Who may enact, as printed in capitals without accents before the bases.
AUTHORITY = re.compile(
    rf"(?:QUYEN\s+)?{in_capitals(Meaning.HEAD_POST, 'head', 'authority', 'body')}(?:[\s,\-]+[A-Z0-9]+)*"
)
_AUTHORITY_HEAD = re.compile(
    rf"(?:QUYEN\s+)?{in_capitals(Meaning.HEAD_POST, 'head', 'authority', 'body')}"
)
_POST_HEAD = re.compile(in_capitals(Meaning.HEAD_POST, "head"))
_OWNED = re.compile(
    r"(?:\b(?:DAI\s+BIEU|THANH\s+VIEN|KY\s+HOP|CUA|THUOC|DO|BOI|VOI|VA|TAI|CHO|GIUA|VE)|[,-])\s*$"
)
_WHOLE_NAME = (
    "Chinh phu|Quoc hoi|Thu tuong Chinh phu|Chu tich Uy ban nhan dan|Tong Kiem toan nha nuoc"
)
_HEAD_OF_NAME = (
    "Bo truong Bo|Chu tich Uy ban nhan dan|Thong doc|Bo|Uy ban nhan dan|Hoi dong nhan dan"
)
_ISSUES = re.compile(
    rf"(?P<who>{_WHOLE_NAME}|(?:{_HEAD_OF_NAME}) [^,.;\n(]{{3,70}}?)"
    r"\s+(?:\([^)]*\)\s+)?(?:xay\s+dung|ban\s+hanh|quyet\s+dinh)\s",
)
# Where such a sentence begins.
_BEGINS = re.compile(r"(?m)(?:^|(?<=[;:.]\s)|(?<=\),\s)|(?<=\d,\s)|(?<=”,\s))\W*$")
_LONGEST_MARK = 40
_COMMITTEE = "Ủy ban nhân dân "
_PLACED = re.compile(r"(?i)\b(?:tinh|thanh\s+pho|xa|phuong|dac\s+khu)\s")
_ORGAN = re.compile(r"(?i)(?:ban\s+thuong|thuong\s+truc|ban\s+chap\s+hanh|van\s+phong)")
_SMALL = frozenset(["và", "của", "thuộc", "về", "các", "cho", "tại", "trực", "tại"])


@dataclass(frozen=True, slots=True)
class Issuer:
    """The issuer's ``name``, the ``body`` whose units the document speaks of, and where it is
    printed.

    ``others`` issue with it (liên tịch): name and place of each.
    """

    name: str
    body: str
    span: Span | None
    others: tuple[tuple[str, Span], ...] = ()


def find_issuer(
    page: Page, part: Part, resolver: UnitResolver, number: str | None, day: str | None
) -> Issuer | None:
    """Return who issues the document: by the words that enact it, by its letterhead, by its
    number, as it is printed.
    """
    text = bare(page.flat)
    letterhead = issuing_lines(page, text, part)
    if joint := _jointly(page, letterhead, resolver, day):
        return joint
    upper = page.text(letterhead[1]) if len(letterhead) > 1 else ""
    above = _named(page.text(letterhead[0]), upper, resolver, day) if letterhead else None
    consolidated = "VBHN" in (number or "")  # whoever issues the act that it joins
    heads = None if consolidated else _head_who_issues(page, text, part)
    enacting = _enacting(page, text, part, resolver)
    for span in filter(None, (enacting, heads)):
        if unit := _enacts(page.text(span), above, resolver, day):
            return _issuer(unit, span, resolver)
    if above is not None:
        return _issuer(_by_post(above, number, resolver), letterhead[0], resolver)
    if upper and _PLACED.search(bare(upper)) and _ORGAN.match(text[letterhead[0].start :]):
        return _organ_of(page, part, letterhead)
    bodies = (
        joint_bodies(page, letterhead[0]) if letterhead else ()
    )  # a symbol of two bodies names neither alone
    numbered = None if len(bodies) > 1 else _numbered(page, part, resolver, number, day)
    return numbered or _said_to_issue(
        page, part, resolver, day, enacting or next(iter(bodies), None)
    )


def _numbered(
    page: Page, part: Part, resolver: UnitResolver, number: str | None, day: str | None
) -> Issuer | None:
    """Return whose numbers the document's number is one of."""
    found = _by_symbol(resolver, number, day)
    return Issuer(found.name, found.body, _printed_as(page, part, found.name)) if found else None


def _said_to_issue(
    page: Page, part: Part, resolver: UnitResolver, day: str | None, printed: Span | None
) -> Issuer | None:
    """Return whom the text says to have issued it, if known; else what is ``printed`` in the
    issuer's place.
    """
    said = _said(page, bare(page.flat), part)
    unit = _named(page.text(said), "", resolver, day) if said else None
    return _issuer(unit, said, resolver) if unit else _as_printed(page, part, printed)


def _jointly(
    page: Page, letterhead: list[Span], resolver: UnitResolver, day: str | None
) -> Issuer | None:
    """Return the first of several bodies that issue together, the others with it, where all are
    known.
    """
    spans = joint_bodies(page, letterhead[0]) if letterhead else ()
    if len(spans) <= 1:
        return None
    last = page.text(spans[-1])
    units = [
        _named(page.text(span), last if span != spans[-1] else "", resolver, day) for span in spans
    ]
    issuers = [
        _issuer(unit, span, resolver) for unit, span in zip(units, spans, strict=True) if unit
    ]
    if len(issuers) < len(spans):
        return None
    first, *others = issuers
    return replace(first, others=tuple((one.name, one.span) for one in others if one.span))


def _issuer(unit: UnitRef, span: Span | None, resolver: UnitResolver) -> Issuer:
    return Issuer(_full_name(unit), resolver.body_behind(unit).display, span)


def _full_name(unit: UnitRef) -> str:
    """Name a unit of a province with it: "Sở Giáo dục và Đào tạo tỉnh Quảng Ngãi", "Tỉnh ủy Đồng
    Tháp".
    """
    place = _place(unit.display.partition(SHOWN)[2])
    if place is None or fold(place) in fold(unit.name):
        return unit.name
    kind = "tỉnh" if place.startswith("tỉnh") else "thành phố"
    committee = fold(unit.name).endswith(" uy")
    if unit.parent is None and not committee:
        return unit.name
    if committee:  # Tỉnh ủy, Thành ủy and their organs: the kind is in the name
        return f"{unit.name} {place.removeprefix(kind).strip()}"
    return f"{unit.name.removesuffix(kind).rstrip()} {place}"


def _place(body: str) -> str | None:
    """Return "tỉnh Quảng Ngãi" of "Ủy ban nhân dân tỉnh Quảng Ngãi" and of itself; None of any
    other body.
    """
    place = body.removeprefix(_COMMITTEE)
    return place if place != body or body.startswith(("tỉnh ", "thành phố ")) else None


def _enacts(
    printed: str, above: UnitRef | None, resolver: UnitResolver, day: str | None
) -> UnitRef | None:
    """Resolve who enacts; a post or a committee printed without its place is that of the
    letterhead.
    """
    unit = _named(printed, "", resolver, day)
    if unit is not None or above is None:
        return unit
    committee = fold(printed).removeprefix("chu tich ").startswith("uy ban nhan dan")
    if not committee or not above.name.startswith(_COMMITTEE):
        return None
    return _head_of(above, resolver) if fold(printed).startswith("chu tich") else above


def _by_post(unit: UnitRef, number: str | None, resolver: UnitResolver) -> UnitRef:
    """Return the chairman where the symbol says that he issues (CTUBND)."""
    parsed = DocumentNumber.parse(number) if number else None
    chairman = parsed is not None and re.search(r"CT-?UBND", parsed.symbol) is not None
    return _head_of(unit, resolver) if chairman and unit.name.startswith(_COMMITTEE) else unit


def _head_of(committee: UnitRef, resolver: UnitResolver) -> UnitRef:
    head = resolver.resolve(f"Chủ tịch {committee.name}", UnitContext(None))
    return head if head.known else committee


def _organ_of(page: Page, part: Part, letterhead: list[Span]) -> Issuer:
    """Name an organ by the body above it: "BAN THƯỜNG TRỰC" below "ỦY BAN MTTQ VIỆT NAM XÃ …"."""
    body = _spelling(page, part, page.text(letterhead[1]))
    return Issuer(f"{_spelling(page, part, page.text(letterhead[0]))} {body}", body, letterhead[0])


def _printed_as(page: Page, part: Part, name: str) -> Span | None:
    """Find where an issuer that only the symbol tells is named in the document."""
    pattern = re.compile(
        r"\s+".join(re.escape(word) for word in bare(name).split()), re.IGNORECASE
    )
    found = pattern.search(bare(page.flat), part.span.start, part.span.end)
    return Span(found.start(), found.end()) if found else None


def _named(printed: str, upper: str, resolver: UnitResolver, day: str | None) -> UnitRef | None:
    words = " ".join(printed.split()).strip(" .,:-*_|")
    nowhere = UnitContext(None, {}, day, None)
    above = resolver.resolve(upper.strip(" .:-*_|"), nowhere) if upper else None
    context = UnitContext(above.id if above and above.known else None, {}, day, None)
    if re.match(r"(?i)bộ trưởng bộ|thủ tướng|chủ tịch|bộ chính trị", words):
        context = nowhere
    if upper and len(words.split()) <= 2:  # noqa: PLR2004 - "VĂN PHÒNG" alone names no one
        whole = resolver.resolve(f"{words} {' '.join(upper.split()).strip(' .:-*_|')}", nowhere)
        if whole.known:
            return whole
    found = resolver.resolve(words, context)
    if not found.known:  # capitals that OCR misread: "BO GIAODUC VA PAO TAO"
        found = resolver.resolve(words.capitalize(), context)
    return found if found.known and found.kind != "nhóm" else None


def _enacting(page: Page, text: str, part: Part, resolver: UnitResolver) -> Span | None:
    """Find the authority in capitals between the title and the bases."""
    start, end = part.title.start, max(part.preamble.start, part.title.end)
    for line in re.finditer(r"[^\n]+", text[start : end + 1]):
        plain = re.sub(r"[*_#|]+", " ", line[0])
        stripped = re.sub(r"^CUA\s+", "", plain.strip(" :.,-"))
        if (
            is_capitals(stripped)
            and AUTHORITY.fullmatch(" ".join(stripped.split()))
            and line.start()
        ):
            lead = re.match(r"[\W_]*(?:CUA\s+)?", line[0]).end()  # type: ignore[union-attr]  # matches always
            return page.trim(Span(start + line.start() + lead, start + line.end()))
    return _glued_issuer(page, text, Span(start, end), resolver)


def _glued_issuer(page: Page, text: str, zone: Span, resolver: UnitResolver) -> Span | None:
    """Find the issuer at the end of a title in capitals: the longest tail that the registry knows,
    or a post.
    """
    line = text[zone.start : capitals_end(text, zone.start, zone.end)].rstrip(" :*_\n|\t")
    best: int | None = None
    for head in reversed(list(_AUTHORITY_HEAD.finditer(line))):
        tail = line[head.start() :]
        if not is_capitals(tail) or head.start() == 0 or _OWNED.search(line[: head.start()]):
            continue
        printed = page.flat[zone.start + head.start() : zone.start + len(line)]
        known = resolver.knows(" ".join(printed.split()), UnitContext(None, {}, None, None))
        if known or (best is None and _POST_HEAD.match(tail)):
            best = head.start()
    return Span(zone.start + best, zone.start + len(line)) if best is not None else None


def _said(page: Page, text: str, part: Part) -> Span | None:
    """Find who "ban hành" in a document without letterhead and enacting line: "Chính phủ ban hành
    Nghị định …".
    """
    start, end = part.preamble.start, part.body.end
    while found := _ISSUES.search(text, start, end):
        if _BEGINS.search(
            text, max(part.preamble.start, found.start() - _LONGEST_MARK), found.start()
        ):
            return page.trim(Span(found.start("who"), found.end("who")))
        start = found.start() + 1
    return None


def _head_who_issues(page: Page, text: str, part: Part) -> Span | None:
    """Find the head of a body who "ban hành": "Bộ trưởng Bộ Tài chính ban hành Thông tư …"."""
    said = _said(page, text, part)
    return said if said and _POST_HEAD.match(text[said.start : said.end].upper()) else None


def _by_symbol(resolver: UnitResolver, number: str | None, day: str | None) -> Issuer | None:
    parsed = DocumentNumber.parse(number) if number else None
    if parsed is None:
        return None
    for symbol in (parsed.issuer_symbol, *re.split(r"[-/]", parsed.symbol)):
        unit = resolver.issuer_of_symbol(symbol, None, day) if symbol else None
        if unit is not None:
            return Issuer(unit.name, resolver.body_behind(unit).display, None)
    return None


def _as_printed(page: Page, part: Part, span: Span | None) -> Issuer | None:
    """Keep an issuer that the registry does not know, spelt as the text spells it in small
    letters.
    """
    if span is None or not starts_with_head(page.text(span)):
        return None
    body = without_post(
        page.text(span)
    )  # "HIỆU TRƯỞNG TRƯỜNG …": the head of a body below a ministry is the body
    name = _spelling(page, part, body)
    printed = re.search(
        r"\s+".join(map(re.escape, body.split())), page.flat[span.start : span.end]
    )
    start = span.start + printed.start() if printed else span.start
    return Issuer(name, name, Span(start, span.end)) if name else None


def _spelling(page: Page, part: Part, capitals: str) -> str:
    """Spell a name printed in capitals as the document spells it elsewhere, else with the capitals
    of ordinary words.
    """
    words = bare(" ".join(capitals.split()).strip(" .:-*_|")).split()
    pattern = re.compile(r"\s+".join(re.escape(word) for word in words), re.IGNORECASE)
    for found in pattern.finditer(bare(page.flat), part.span.start, part.span.end):
        printed = " ".join(page.text(Span(found.start(), found.end())).split())
        if not is_capitals(bare(printed)):
            return printed[:1].upper() + printed[1:]
    small = " ".join(capitals.split()).strip(" .:-*_|").lower().split()
    name = " ".join(word if word in _SMALL else _capital(word) for word in small)
    return name[:1].upper() + name[1:]


def _capital(word: str) -> str:
    """Return a word of a name with a capital; one without a vowel is an abbreviation: "THPT"."""
    return word.capitalize() if re.search("[aeiouy]", bare(word)) else word.upper()
