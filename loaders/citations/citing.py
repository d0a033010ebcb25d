"""Namings of documents by the zones of the document that names them, each with its sentence and
place.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

import msgspec

from luocdo.graph.records import Relation, Value
from luocdo.graph.text import fold
from luocdo.graph.vocabulary import Meaning
from luocdo.graph.vocabulary.phrasing import of
from luocdo.loaders.advance import counted
from luocdo.loaders.citations.dates_elsewhere import with_date
from luocdo.loaders.citations.finding import Citation, find_citations
from luocdo.loaders.citations.notes import footnotes
from luocdo.loaders.citations.short_forms import full_mention
from luocdo.loaders.text.clause_span import place_of, sentence
from luocdo.loaders.text.page import Span

if TYPE_CHECKING:
    from luocdo.loaders.context import ReadingContext

TITLE, PREAMBLE = "Trích yếu", "Căn cứ"
_OF = of(Meaning.PREPOSITION, "of", accents=True)
_OWNER = re.compile(rf"(?s)^(?P<title>.+)\b(?P<of>{_OF})\s+(?P<body>[^,;“”]+)$")
_COMPETENCE = re.compile(of(Meaning.COMPETENCE, "body"))


@dataclass(frozen=True, slots=True)
class Naming:
    """A citation with its ``zone`` (title, preamble, body, annex, note), its ``sentence`` and
    ``place``.
    """

    citation: Citation
    zone: str
    sentence: Span
    place: str


def zone_namings(context: ReadingContext) -> list[Naming]:
    """Return the namings of title, preamble and body in order; the document itself is not among
    them.
    """
    part = context.part
    zones = (("title", part.title), ("preamble", part.preamble), ("body", part.body))
    return [
        Naming(
            _without_owner(context, citation),
            zone,
            sentence(context.page, span, citation.span),
            _place(context, zone, citation),
        )
        for zone, span in zones
        for citation in counted("viện dẫn", find_citations(context.page, span, context))
        if not citation.mention.local
    ]


def _without_owner(context: ReadingContext, citation: Citation) -> Citation:
    """Leave the document's own issuer out of a title with which its own title ends.

    "Kế hoạch thực hiện Nghị quyết số … về … của Bộ Y tế" is the ministry's plan, the resolution is
    not; only a title about a body's own competence ("… cơ cấu tổ chức của Bộ Y tế") ends in the
    body's name itself.
    """
    mention, header = citation.mention, context.header
    owned = _OWNER.search(mention.title or "")
    own = {fold(name) for name in (header.body, header.issuer) if name}
    if owned is None or citation.title is None or fold(owned["body"]) not in own:
        return citation
    title = owned["title"].rstrip()
    if not fold(header.title or "").endswith(fold(owned.group())) or _COMPETENCE.search(
        fold(title)
    ):
        return citation
    printed = context.page.flat[citation.title.start : citation.title.end]
    end = citation.title.start + printed.rindex(owned["of"], 0, len(printed))
    mention = msgspec.structs.replace(mention, title=title)
    return replace(
        citation, mention=mention, title=context.page.trim(Span(citation.title.start, end))
    )


def annex_prose(context: ReadingContext) -> list[Naming]:
    """Return the namings in the annexes outside the rows of tables; those in rows belong to the
    tasks.
    """
    page = context.page
    return [
        Naming(citation, "annex", sentence(page, annex.span, citation.span), annex.label)
        for annex in context.part.annexes
        for citation in find_citations(page, annex.span, context)
        if not citation.mention.local and not _in_row(page.flat, citation.name.start, annex.span)
    ]


def note_namings(context: ReadingContext) -> list[Naming]:
    """Return the namings in the footnotes, each at the place of its note."""
    page = context.page
    return [
        Naming(citation, "note", sentence(page, note.span, citation.span), note.place)
        for note in footnotes(page, context.part)
        for citation in find_citations(page, note.span, context)
        if not citation.mention.local
    ]


def _in_row(flat: str, at: int, zone: Span) -> bool:
    """Return whether the line around ``at`` is the row of a table."""
    start = max(zone.start, flat.rfind("\n", zone.start, at) + 1)
    end = flat.find("\n", at, zone.end)
    return "\t" in (
        line := flat[start : zone.end if end < 0 else end]
    ) or line.lstrip().startswith("|")


def _place(context: ReadingContext, zone: str, citation: Citation) -> str:
    if zone == "body":
        return place_of(context.page, context.part.body, citation.name.start)
    return TITLE if zone == "title" else PREAMBLE


def edge(
    context: ReadingContext,
    naming: Naming,
    kind: str,
    properties: dict[str, Value],
    lead: Span | None = None,
) -> Relation:
    """Make the document's edge of type ``kind`` to what is named, quoting its sentence.

    ``lead`` holds the verb of a list whose later items stand apart from it; it is quoted before
    the item.
    """
    citation = naming.citation
    pieces = [naming.sentence]
    if lead is not None and lead.end <= naming.sentence.start:
        pieces.insert(0, lead)
    evidence = context.page.evidence(naming.place, *pieces, printed=citation.name)
    evidence = msgspec.structs.replace(evidence, as_printed=citation.mention.as_printed)
    return Relation(
        type=kind,
        target=with_date(context, full_mention(context, citation.mention)),
        evidence=evidence,
        properties=properties,
    )
