"""Changes of a list (danh sách văn bản bị bãi bỏ): "Bãi bỏ các văn bản sau: 1. …; 2. …", each item
one document.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from typing import TYPE_CHECKING

from luocdo.graph.vocabulary import Meaning
from luocdo.graph.vocabulary.phrasing import either, of
from luocdo.loaders.citations.changing import DETERMINER, verbs
from luocdo.loaders.citations.citing import Naming, edge
from luocdo.loaders.relations.change_clauses import PART
from luocdo.loaders.relations.change_days import day_of_change
from luocdo.loaders.relations.change_kinds import DECIDING, THIS_DOCUMENT
from luocdo.loaders.relations.change_verbs import names_a_part
from luocdo.loaders.text.bare import bare
from luocdo.loaders.text.clauses import Clause, read_clauses

if TYPE_CHECKING:
    from collections.abc import Iterator

    from luocdo.graph.records import Relation, Value
    from luocdo.loaders.context import ReadingContext

_OF_MANY = either(
    DETERMINER,
    of(Meaning.SOME_OF, "whole"),
    of(Meaning.IN_FORCE, "named"),
    of(Meaning.PREPOSITION, "to"),
    r"\d+",
)
_MANY = rf"(?:{_OF_MANY}\s+)+"
# What opens the list; its subject is the document itself, or nobody is named before the verb.
_OPENER = re.compile(
    rf"(?i)(?:^\W*|[.:]\s|{THIS_DOCUMENT}[^.;:]{{0,120}}?\s)(?:{verbs('REPEALS')}|(?P<REPLACES>{verbs('REPLACES')}))"
    rf"(?:\s+{_MANY}[^;:]{{0,300}})?\s*:\s*$"
    rf"|{_MANY}{of(Meaning.DOCUMENT_KIND)}[^;:]{{0,160}}?{of(Meaning.IN_FORCE, 'ends')}[^;:]{{0,160}}:\s*$"
)
_AROUND_PART = " :,-"
_NEAR = 90  # characters between an item's mark and its document: "Khoản 2 Điều 5 của …"


def listed_changes(context: ReadingContext, top: list[Naming]) -> Iterator[Relation]:
    """Yield the change of each document that an item of such a list begins with."""
    if context.header.kind not in DECIDING:
        return
    text = bare(context.page.flat)
    starts = [one.citation.name.start for one in top]
    for clause in read_clauses(context.page, context.part.body):
        at = bisect_left(starts, clause.span.start)
        if at == len(starts) or not clause.above or not _begins(text, clause, starts[at]):
            continue
        if opener := _opener(text, clause.above[-1]):
            yield edge(context, top[at], opener, _of_item(context, clause, top[at]))


def _begins(text: str, clause: Clause, at: int) -> bool:
    """Return whether an item begins with the document at ``at``, or with which part of it is
    meant.
    """
    first, end = clause.span
    return at < end and (at - first <= _NEAR or names_a_part(text[first:at].strip(_AROUND_PART)))


def _of_item(context: ReadingContext, clause: Clause, naming: Naming) -> dict[str, Value]:
    """Return what an item says of the change: of which part, from which day."""
    before = context.page.flat[clause.span.start : naming.citation.name.start].strip(_AROUND_PART)
    part = " ".join(before.split()) if PART.search(bare(before)) else ""
    properties: dict[str, Value] = {"derives": False, "extent": "part" if part else "whole"}
    if part:
        properties["part"] = part
    if day := day_of_change(context, naming):
        properties |= {
            "effective_on": day.get("effective_on"),
            "effective_by": day.get("effective_by"),
        }
    return properties


def _opener(text: str, clause: Clause) -> str | None:
    found = _OPENER.search(text[clause.span.start : clause.span.end])
    if found is None:
        return None
    return "REPLACES" if found["REPLACES"] else "REPEALS"
