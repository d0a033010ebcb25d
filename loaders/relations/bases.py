"""What a document rests on and carries out (căn cứ; thực hiện, triển khai), from its preamble,
title and first article.

Nghị định 30/2020/NĐ-CP, Phụ lục I, mục II.6: each căn cứ is a line of its own; letters and plans
open with "Thực hiện …".
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from luocdo.graph.vocabulary import Meaning
from luocdo.graph.vocabulary.phrasing import capitalised, of, opening
from luocdo.loaders.citations.changing import CHANGED_BY
from luocdo.loaders.citations.citing import Naming, edge
from luocdo.loaders.relations.basis_kinds import basis_kind
from luocdo.loaders.relations.change_clauses import LIST
from luocdo.loaders.relations.change_kinds import THIS_DOCUMENT
from luocdo.loaders.text.bare import bare
from luocdo.loaders.text.marks import in_capitals
from luocdo.loaders.text.page import Span

if TYPE_CHECKING:
    from luocdo.graph.records import Relation
    from luocdo.loaders.context import ReadingContext

_FAR = 220
_FIRST_ARTICLE = 2000  # longest sentence of the article that issues the plan
# The opening of a letter or plan ends at its first heading.
_LINE = r"(?m)^(?:[^\S\n]|[#>*|])*"
_ARTICLE = capitalised(Meaning.DIVISION, "article")
_CHAPTER = capitalised(Meaning.DIVISION, "part", "chapter", "section")
_FIRST_HEADING = re.compile(rf"{_LINE}(?:(?:{_ARTICLE}|{_CHAPTER})\s+\w+[.:\s]|[IA1][.)]\s|1\.1)")
_FIRST_ARTICLE_MARK = re.compile(rf"{_LINE}{_ARTICLE}\s+1\b")
_BASIS = opening(Meaning.BASIS_OPENS, "basis")
_DOES = opening(Meaning.BASIS_OPENS, "carries_out")
_OTHER = opening(Meaning.BASIS_OPENS, "asked", "weighs")
_OPENING = re.compile(
    rf"(?P<basis>{_BASIS})|(?:(?<=[\n;.:,])|^)[\s\-+*]{{0,40}}(?P<does>{_DOES})"
    rf"|(?P<other>{_OTHER})|{in_capitals(Meaning.RESOLVES, 'verb', 'order')}",
)
CARRIES_OUT = of(Meaning.DEALS_WITH, "carries_out", "sums_up")
_CARRIES_OUT = re.compile(f"(?i){CARRIES_OUT}")
_ISSUED_WITH = rf"(?:{of(Meaning.ATTACHED)}\s+[\w\s]{{0,40}}?{THIS_DOCUMENT}\s+)?"
_ISSUES_PLAN = re.compile(
    rf"(?i){of(Meaning.ISSUING, 'signed', 'approved')}\s+{_ISSUED_WITH}"
    rf"[\w\s,“”\"]{{0,30}}?{of(Meaning.PROGRAMME)}"
)
# Between a basis and the acts that amended it: they are facts about it, no bases.
_AMENDED = re.compile(f"(?i){CHANGED_BY}")
# "… theo Luật số 36/2009/QH12; Luật số 42/2019/QH14": a basis is named, what amended it has its
# number alone.
_NUMBER_ALONE = re.compile(r"Luat\s+so\s")
# Between "thực hiện" and what is carried out.
_NEXT_TO = re.compile(rf"(?i)(?:(?!{of(Meaning.PREPOSITION, 'after', 'at')})[^.;:“”]){{0,60}}")
_NOT_OWN = re.compile(f"(?i){of(Meaning.OCCASION)}")


def preamble_relations(context: ReadingContext, namings: list[Naming]) -> list[Relation]:
    """Return BASED_ON of each "Căn cứ" and IMPLEMENTS of each "Thực hiện", "Triển khai" of the
    opening.
    """
    text = bare(context.page.flat)
    found: list[Relation] = []
    for zone in _opening_zones(context, text):
        starts = list(_OPENING.finditer(text, zone.start, zone.end))
        ends = [*(start.start() for start in starts[1:]), zone.end]
        for start, end in zip(starts, ends, strict=False):
            found += _opened_by(context, namings, start, end)
    return found


def _opened_by(
    context: ReadingContext, namings: list[Naming], start: re.Match[str], end: int
) -> list[Relation]:
    """Return what "Căn cứ" or "Thực hiện" says of the documents listed behind it; other openers
    say neither.
    """
    if start["other"] or not (start["basis"] or start["does"]):
        return []
    text = bare(context.page.flat)
    chain = _chain(text, namings, start.end(), end)
    make = _basis if start["basis"] else _implements
    return [make(context, naming, _lead(text, start.start(), chain)) for naming in chain]


def title_relations(context: ReadingContext, namings: list[Naming]) -> list[Relation]:
    """Return IMPLEMENTS of the title's or V/v's own "thực hiện", and of the plan that the first
    article issues.
    """
    text = bare(context.page.flat)
    title, body = context.part.title, context.part.body
    found = [
        naming
        for naming in _carried_out(text, namings, title)
        if not _NOT_OWN.search(text, title.start, naming.citation.name.start)
    ]
    issues = _ISSUES_PLAN.search(text, body.start, min(body.end, body.start + 500))
    if issues:
        end = next(
            (n.citation.span.end for n in namings if n.citation.name.start > issues.end()),
            body.start,
        )
        if end - issues.end() < _FIRST_ARTICLE:
            found += _carried_out(text, namings, Span(issues.end(), body.end), _FAR)
    return [
        _implements(context, naming, _lead(text, found[0].sentence.start, found))
        for naming in found
    ]


def _opening_zones(context: ReadingContext, text: str) -> list[Span]:
    """The preamble, and what stands before the body's first heading; a telegram (công điện) opens
    behind its title.
    """
    part = context.part
    consolidated = "VBHN" in (
        context.header.number or ""
    )  # its items 1., 2. name the acts that it joins
    heading = (_FIRST_ARTICLE_MARK if consolidated else _FIRST_HEADING).search(
        text, part.body.start, part.body.end
    )
    opening = Span(part.body.start, heading.start() if heading else part.body.end)
    telegram = (
        part.title if context.header.kind == "Công điện" and not part.preamble else Span(0, 0)
    )
    return [zone for zone in (telegram, part.preamble, opening) if zone]


def _carried_out(
    text: str, namings: list[Naming], zone: Span, far: int | None = None
) -> list[Naming]:
    verb = _CARRIES_OUT.search(
        text, zone.start, min(zone.end, zone.start + far) if far else zone.end
    )
    while verb:
        chain = _chain(text, namings, verb.end(), zone.end)
        if chain and _NEXT_TO.fullmatch(text, verb.end(), chain[0].citation.name.start):
            return chain
        verb = _CARRIES_OUT.search(
            text, verb.end(), min(zone.end, zone.start + far) if far else zone.end
        )
    return []


def _chain(text: str, namings: list[Naming], start: int, end: int) -> list[Naming]:
    """Return the first document named behind ``start``, and those that follow it as a list; not
    those that amended one.
    """
    found: list[Naming] = []
    at, amending = start, False
    for naming in namings:
        first = naming.citation.name.start
        if naming.citation.nested or not start <= first < end:
            continue
        gap = text[at:first]
        amending = bool(found) and _is_amending(text, gap, first, amending=amending)
        if not amending and not _joins(gap, begun=bool(found)):
            break
        if not amending:
            found.append(naming)
        at = naming.citation.span.end
    return found


def _is_amending(text: str, gap: str, first: int, *, amending: bool) -> bool:
    """Return whether this is a document that amended the one before it, or goes on with a list of
    such (``amending``).
    """
    if _AMENDED.fullmatch(gap) is not None:
        return True
    return amending and (";" not in gap or _NUMBER_ALONE.match(text, first) is not None)


def _joins(gap: str, *, begun: bool) -> bool:
    """Return whether these are words between two documents of a list, or between its opener and
    the first (not ``begun``).
    """
    if begun:
        return LIST.fullmatch(gap) is not None
    return len(gap) <= _FAR and re.search(r"[.;]\s", gap) is None


def _lead(text: str, start: int, chain: list[Naming]) -> Span | None:
    """The words that open a list, up to its first name, white space left out at the start."""
    if not chain:
        return None
    first = chain[0]
    start = max(min(start, first.citation.name.start), first.sentence.start)
    while text[start].isspace():
        start += 1
    return Span(start, first.citation.name.end)


def _basis(context: ReadingContext, naming: Naming, lead: Span | None) -> Relation:
    kind = basis_kind(naming.citation.mention)
    derives = kind == "content" and not context.header.draft
    return edge(context, naming, "BASED_ON", {"derives": derives, "basis_kind": kind}, lead)


def _implements(context: ReadingContext, naming: Naming, lead: Span | None) -> Relation:
    return edge(context, naming, "IMPLEMENTS", {"derives": not context.header.draft}, lead)
