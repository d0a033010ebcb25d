"""Who proposed a document and who answers the telephone (theo đề nghị của, đầu mối liên hệ)."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from luocdo.graph.records import PersonMention, Relation, UnitMention, Value
from luocdo.graph.units.cell_units import split_units
from luocdo.graph.units.resolving import UnitContext, UnitResolver
from luocdo.graph.vocabulary import Meaning
from luocdo.graph.vocabulary.phrasing import in_any_case, of
from luocdo.loaders.text.bare import bare
from luocdo.loaders.text.page import Page, Span

if TYPE_CHECKING:
    from collections.abc import Iterator

    from luocdo.loaders.text.zones import Part

_IN_PAPER = rf"{of(Meaning.PREPOSITION, 'at')}\s+{of(Meaning.DOCUMENT_KIND)}"
_PROPOSED = re.compile(
    rf"(?i)(?:^|\n|(?<=;)|(?<=\.)|(?<=\*)|\s){of(Meaning.BASIS_OPENS, 'asked')}\s+"
    rf"{of(Meaning.PREPOSITION, 'of')}\s+(?P<who>[^;.\n]+?)(?=\s+{_IN_PAPER}|[;.\n])"
)
_CONTACT = re.compile(
    rf"(?is){of(Meaning.CONTACT)}\s*:?\s*{of(Meaning.NAME_TITLE)}\s+"
    r"(?P<name>(?:[A-Z][\w]*\s?){2,5})(?P<rest>[^\n]{0,200}(?:\n[^\n]+){0,4})"
)
# What every contact's words hold, letters first, and how far before it they may begin.
_TOUCH = re.compile(in_any_case("lien he"))
_NEAR = 40
_PHONE = re.compile(r"(?:\+84|0)\d[\d .]{7,12}\d")
_MAIL = re.compile(r"[\w.+-]+@[\w-]+(?:\.[\w-]+)+")


def read_proposals(page: Page, part: Part, resolver: UnitResolver) -> Iterator[Relation]:
    """Yield PROPOSED_BY and CONTACT of the document."""
    text = bare(page.flat)
    yield from _proposed(page, text, part, resolver, UnitContext(None, {}, None, None))
    yield from _contacts(page, text, part)


def _proposed(
    page: Page, text: str, part: Part, resolver: UnitResolver, context: UnitContext
) -> Iterator[Relation]:
    found = _PROPOSED.search(text, part.title.start, max(part.body.start, part.preamble.end))
    if not found:
        return
    zone = Span(found.start("who"), found.end("who"))
    for piece in split_units(page.flat[zone.start : zone.end], resolver, context):
        span = Span(zone.start + piece.start, zone.start + piece.end)
        evidence = page.evidence(
            "Căn cứ", page.trim(Span(found.start(), found.end())), printed=span
        )
        yield Relation(
            type="PROPOSED_BY",
            target=UnitMention(as_printed=page.text(span), name=piece.name),
            evidence=evidence,
        )


def _contacts(page: Page, text: str, part: Part) -> Iterator[Relation]:
    first = _TOUCH.search(text, part.body.start, part.closing.end)
    found = (
        _CONTACT.search(text, max(part.body.start, first.start() - _NEAR), part.closing.end)
        if first
        else None
    )
    if not found:
        return
    name = page.trim(Span(found.start("name"), found.end("name")))
    rest = page.flat[found.start("rest") : found.end("rest")]
    phone, mail = _PHONE.search(rest), _MAIL.search(rest)
    properties: dict[str, Value] = {
        key: value[0] for key, value in (("phone", phone), ("email", mail)) if value
    }
    evidence = page.evidence("Liên hệ", page.trim(Span(found.start(), found.end())), printed=name)
    yield Relation(
        type="CONTACT",
        target=PersonMention(name=page.text(name)),
        evidence=evidence,
        properties=properties,
    )
