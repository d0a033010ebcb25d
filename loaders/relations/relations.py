"""How a document stands to others (quan hệ giữa các văn bản): bases, what it carries out, changes,
cites; from its own words.

`read_relations` reads title, preamble and body; `task_relations` and `basis_relations` read the
cells of a table or a clause.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

import msgspec

from luocdo.graph.numbers import DocumentNumber
from luocdo.graph.records import Evidence, Issue, Relation, Statement, Value
from luocdo.graph.text import fold
from luocdo.loaders.citations.changing import type_of
from luocdo.loaders.citations.citing import Naming, annex_prose, edge, note_namings, zone_namings
from luocdo.loaders.citations.dates_elsewhere import with_date
from luocdo.loaders.citations.finding import Citation, find_citations
from luocdo.loaders.citations.law_words import AMENDED_NAME
from luocdo.loaders.citations.short_forms import full_mention
from luocdo.loaders.relations.bases import preamble_relations, title_relations
from luocdo.loaders.relations.change_verbs import Change, change_before
from luocdo.loaders.relations.changes import own_changes
from luocdo.loaders.relations.citing_manner import manner_of, manner_of_document
from luocdo.loaders.relations.statements import nested_statements
from luocdo.loaders.text.bare import bare
from luocdo.loaders.text.page import Span
from luocdo.loaders.text.passage import Passage

if TYPE_CHECKING:
    from collections.abc import Sequence

    from luocdo.loaders.context import ReadingContext


Tie = tuple[str, dict[str, Value]]
_CELL = 600  # up to here a cell is quoted whole, longer prose around the name


@dataclass(frozen=True, slots=True)
class RelationReading:
    """What the document says of others: its own ``relations``, ``statements`` about other
    documents, ``issues``.
    """

    relations: tuple[Relation, ...]
    statements: tuple[Statement, ...]
    issues: tuple[Issue, ...]


def read_relations(context: ReadingContext) -> RelationReading:
    """Read the document's own words (title, preamble, body, prose of its annexes, footnotes) for
    its ties to others.
    """
    namings = zone_namings(context)
    strong = [
        *preamble_relations(context, namings),
        *title_relations(context, namings),
        *own_changes(context, namings),
    ]
    strong = _distinct(strong)
    statements = nested_statements(context, namings)
    weaker = (*namings, *annex_prose(context), *note_namings(context))
    cites = [_cites(context, naming) for naming in weaker if not naming.citation.by_title]
    joined = {_key(relation) for relation in strong}
    weak = [relation for relation in _best(cites) if _key(relation) not in joined]
    return RelationReading((*strong, *weak), statements, _two_dates(cites))


def task_relations(
    context: ReadingContext, pieces: Sequence[Span], place: str
) -> tuple[Relation, ...]:
    """Read what the words of a task say of documents: planned changes, else CITES with
    its manner.
    """
    passage = Passage.of(context.page, pieces)
    text = bare(passage.page.flat)
    found: list[Relation] = []
    last: Citation | None = None
    changes: tuple[Change, ...] = ()
    for citation in _namings(passage, context):
        if not citation.nested:
            changes = _planned(passage, text, last, citation, changes)
            last = citation
        ties = (
            ()
            if citation.nested
            else tuple((one.type, one.properties(planned=True)) for one in changes)
        )
        manner = manner_of(passage.page, passage.whole, citation)
        cites = ("CITES", {"manner": manner} | _conveys(citation))
        found += [_edge(context, passage, citation, place, tie) for tie in ties or (cites,)]
    return tuple(_without_weak(_distinct(found)))


def _planned(
    passage: Passage,
    text: str,
    last: Citation | None,
    citation: Citation,
    before: tuple[Change, ...],
) -> tuple[Change, ...]:
    """Return what the task is to do to what ``citation`` names; items of a list share the verb
    before the first.
    """
    behind = AMENDED_NAME.match(text, citation.name.end)  # "Xây dựng Luật Viên chức (sửa đổi)"
    if behind:
        replaces = type_of(behind["verb"]) == "REPLACES"
        return (
            Change("REPLACES", "whole", None, behind.start())
            if replaces
            else Change("AMENDS", "part", None, 0),
        )
    start = last.span.end if last else passage.whole.start
    found = change_before(passage.page, text, start, citation.name.start)
    made = tuple(change for change in found if change.type not in ("GUIDES", "CONSOLIDATES"))
    return before if not made and last and _listed(text, last, citation) else made


def _without_weak(relations: list[Relation]) -> list[Relation]:
    strong = {_key(relation) for relation in relations if relation.type != "CITES"}
    return [one for one in relations if one.type != "CITES" or _key(one) not in strong]


def basis_relations(
    context: ReadingContext, pieces: Sequence[Span], place: str
) -> tuple[Relation, ...]:
    """Read a basis cell (ghi chú, văn bản giao nhiệm vụ), its pieces as pages and sub-rows cut
    them: BASED_ON edges.

    Empty where the words name no document ("Thực hiện các nhiệm vụ được giao").
    """
    passage = Passage.of(context.page, pieces)
    found = [
        _edge(context, passage, citation, place, ("BASED_ON", {}))
        for citation in _namings(passage, context)
        if not citation.nested
    ]
    return tuple(_distinct(found))


def _namings(passage: Passage, context: ReadingContext) -> tuple[Citation, ...]:
    found = find_citations(passage.page, passage.whole, context)
    return tuple(
        citation for citation in found if not citation.mention.local and not citation.by_title
    )


def _listed(text: str, before: Citation, citation: Citation) -> bool:
    gap = text[before.span.end : citation.name.start]
    return fold(gap) in {"", "va", "hoac", "cac", "va cac"} and "." not in gap


def _edge(
    context: ReadingContext, passage: Passage, citation: Citation, place: str, tie: Tie
) -> Relation:
    pieces = passage.pieces
    if sum(piece.end - piece.start for piece in pieces) > _CELL:
        pieces = passage.back(_around(passage, citation))
    evidence = _printed(context.page.evidence(place, *pieces), citation.mention.as_printed)
    kind, properties = tie
    return Relation(
        type=kind,
        target=with_date(context, full_mention(context, citation.mention)),
        evidence=evidence,
        properties=properties,
    )


def _around(passage: Passage, citation: Citation) -> Span:
    whole = passage.whole
    return passage.page.trim(
        Span(max(whole.start, citation.span.start - 200), min(whole.end, citation.span.end + 100)),
    )


def _printed(evidence: Evidence, printed: str) -> Evidence:
    return msgspec.structs.replace(evidence, as_printed=printed)


def _cites(context: ReadingContext, naming: Naming) -> Relation:
    manner = manner_of_document(context.page, naming.sentence, naming.citation)
    return edge(
        context, naming, "CITES", {"derives": False, "manner": manner} | _conveys(naming.citation)
    )


def _two_dates(cites: Sequence[Relation]) -> tuple[Issue, ...]:
    """Report a document of one issuer that the text names with two dates; one of them is
    misprinted.
    """
    seen: dict[tuple[str, str], tuple[str, Relation]] = {}
    found: dict[str, Issue] = {}
    for relation in cites:
        number, day = (
            getattr(relation.target, "number", None),
            getattr(relation.target, "date", None),
        )
        parsed = DocumentNumber.parse(number or "")
        if number is None or parsed is None or not day:
            continue
        first, _ = seen.setdefault((parsed.key, _issuer(relation)), (day, relation))
        if first != day and number not in found:
            found[number] = Issue(
                kind="two_dates",
                message=f"{number} được dẫn với hai ngày: {first} và {day}",
                place=relation.evidence.place,
                quote=relation.evidence.quote,
                from_char=relation.evidence.from_char,
            )
    return tuple(found.values())


def _issuer(relation: Relation) -> str:
    return fold(getattr(relation.target, "issuer", None) or "")


def _conveys(citation: Citation) -> dict[str, Value]:
    return {"conveys": citation.conveys} if citation.conveys else {}


def _key(relation: Relation) -> tuple[str, str]:
    """What tells two cited documents apart: the number and its date, or the name."""
    target = relation.target
    number = DocumentNumber.parse(getattr(target, "number", None) or "")
    if number:
        return number.key, ""
    return "", fold(getattr(target, "name", None) or getattr(target, "title", None) or "")


def _best(relations: Sequence[Relation]) -> list[Relation]:
    """Keep one CITES per document and date: the naming that says most."""
    kept: dict[tuple[str, str], dict[str, Relation]] = {}
    for relation in relations:
        dated = kept.setdefault(_key(relation), {})
        day = getattr(relation.target, "date", None) or ""
        if day not in dated or _said(relation) > _said(dated[day]):
            dated[day] = relation
    return [one for dated in kept.values() for day, one in dated.items() if day or len(dated) == 1]


def _said(relation: Relation) -> int:
    target = relation.target
    fields = (
        ("date", "issuer", "title")
        if getattr(target, "number", None)
        else ("date", "issuer", "title", "name")
    )
    return sum(bool(getattr(target, field, None)) for field in fields)


def _distinct(relations: Sequence[Relation]) -> list[Relation]:
    """Keep one edge per type and document, the naming that says most."""
    kept: dict[tuple[str, tuple[str, str], str], Relation] = {}
    for relation in relations:
        part = fold(str(relation.properties.get("part") or ""))
        key = (relation.type, _key(relation), part)
        if key not in kept or _said(relation) > _said(kept[key]):
            kept[key] = relation
    return list(kept.values())
