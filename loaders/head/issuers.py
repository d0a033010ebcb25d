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
from luocdo.graph.units.posts import without_post
from luocdo.graph.units.resolving import UnitContext, UnitRef, UnitResolver
from luocdo.graph.vocabulary import Meaning
from luocdo.graph.vocabulary.phrasing import either, of
from luocdo.loaders.head.enacting import enacting_authority, head_who_issues, said_to_issue
from luocdo.loaders.head.issuer_names import COMMITTEE, full_name, printed_as, spelling
from luocdo.loaders.head.joint import joint_bodies
from luocdo.loaders.head.letterhead import issuing_lines, line_words
from luocdo.loaders.text.bare import bare
from luocdo.loaders.text.page import Page, Span

if TYPE_CHECKING:
    from luocdo.loaders.text.zones import Part

_PLACED = re.compile(rf"(?i){of(Meaning.REGION)}\s")
_ORGANS = (
    of(Meaning.HEAD_POST, "organ"),
    of(Meaning.LEADING_ORGAN),
    of(Meaning.UNIT_HEAD, "văn phòng"),
)
_ORGAN = re.compile(f"(?i){either(*_ORGANS)}")


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
    nowhere = UnitContext(None, {}, day, None)
    letterhead = issuing_lines(
        page, text, part, lambda words: resolver.resolve(words, nowhere).known
    )
    if joint := _jointly(page, letterhead, resolver, day):
        return joint
    upper = line_words(page, letterhead[1]) if len(letterhead) > 1 else ""
    above = _named(line_words(page, letterhead[0]), upper, resolver, day) if letterhead else None
    consolidated = "VBHN" in (number or "")  # whoever issues the act that it joins
    heads = None if consolidated else head_who_issues(page, text, part)
    enacting = enacting_authority(page, text, part, resolver)
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
    return numbered or _by_words(page, part, resolver, day, enacting or next(iter(bodies), None))


def _numbered(
    page: Page, part: Part, resolver: UnitResolver, number: str | None, day: str | None
) -> Issuer | None:
    """Return whose numbers the document's number is one of."""
    found = _by_symbol(resolver, number, day)
    return Issuer(found.name, found.body, printed_as(page, part, found.name)) if found else None


def _by_words(
    page: Page, part: Part, resolver: UnitResolver, day: str | None, printed: Span | None
) -> Issuer | None:
    """Return whom the text says to have issued it, if known; else what is ``printed`` in the
    issuer's place.
    """
    said = said_to_issue(page, bare(page.flat), part)
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
    return Issuer(full_name(unit), resolver.body_behind(unit).display, span)


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
    if not committee or not above.name.startswith(COMMITTEE):
        return None
    return _head_of(above, resolver) if fold(printed).startswith("chu tich") else above


def _by_post(unit: UnitRef, number: str | None, resolver: UnitResolver) -> UnitRef:
    """Return the chairman where the symbol says that he issues (CTUBND)."""
    parsed = DocumentNumber.parse(number) if number else None
    chairman = parsed is not None and "CTUBND" in parsed.symbol.replace("-", "")
    return _head_of(unit, resolver) if chairman and unit.name.startswith(COMMITTEE) else unit


def _head_of(committee: UnitRef, resolver: UnitResolver) -> UnitRef:
    head = resolver.resolve(f"Chủ tịch {committee.name}", UnitContext(None))
    return head if head.known else committee


def _organ_of(page: Page, part: Part, letterhead: list[Span]) -> Issuer:
    """Name an organ by the body above it: "BAN THƯỜNG TRỰC" below "ỦY BAN MTTQ VIỆT NAM XÃ …"."""
    body = spelling(page, part, line_words(page, letterhead[1]))
    return Issuer(
        f"{spelling(page, part, line_words(page, letterhead[0]))} {body}", body, letterhead[0]
    )


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
    words = line_words(page, span) if span else ""
    if span is None or not starts_with_head(words):
        return None
    body = without_post(
        words
    )  # "HIỆU TRƯỞNG TRƯỜNG …": the head of a body below a ministry is the body
    name = spelling(page, part, body)
    printed = re.search(
        r"\s+".join(map(re.escape, body.split())), page.flat[span.start : span.end]
    )
    start = span.start + printed.start() if printed else span.start
    return Issuer(name, name, Span(start, span.end)) if name else None
