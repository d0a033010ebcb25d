"""Changes from one document to another, decided by the subject of the verb (ai sửa đổi, ai bị sửa
đổi).

"Quyết định này thay thế Quyết định số 942/QĐ-TTg" is the document's own; "Nghị định số
82/2024/NĐ-CP sửa đổi Nghị định số 73/2019/NĐ-CP" is a statement about 82/2024; "Luật A được sửa
đổi bởi Luật B" one about B.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from luocdo.graph.text import fold
from luocdo.graph.vocabulary import Meaning
from luocdo.graph.vocabulary.phrasing import either, of, optional
from luocdo.loaders.citations.changing import ANY_VERB, MATTER, verbs
from luocdo.loaders.citations.citing import Naming, edge
from luocdo.loaders.relations.change_clauses import (
    LIST,
    MARK,
    clause_start,
    continues_article,
    under_changes,
    under_force,
    without_short_names,
)
from luocdo.loaders.relations.change_kinds import ANY_KIND, DECIDING, ENACTING, RULING_KIND, THIS
from luocdo.loaders.relations.change_lists import listed_changes
from luocdo.loaders.relations.change_relation import change_relation
from luocdo.loaders.relations.change_verbs import VERB, Change, change_before
from luocdo.loaders.relations.endings import endings
from luocdo.loaders.text.bare import bare

if TYPE_CHECKING:
    from collections.abc import Iterator

    from luocdo.graph.records import Relation
    from luocdo.loaders.context import ReadingContext

_OTHER_CLAUSE = re.compile(f"(?i){of(Meaning.OTHER_CLAUSE)}")
_PHRASE = re.compile(rf"(?i){of(Meaning.DIVISION, 'words')}\s*[“\"«'][^”\"»]*$")
_LONGEST_PHRASE = 200
_RULES_OF = rf"{optional(of(Meaning.ISSUING, 'signed'))}{of(Meaning.DIVISION, 'rule')}"
_TITLE_VERB = re.compile(
    rf"(?i)[\s*#]*+(?:{ANY_KIND})?[\s*#]*+{MATTER}(?:{_RULES_OF}\s+(?={verbs('GUIDES')}))?{ANY_VERB}"
)
_HEAD_KIND = re.compile(rf"(?i)[\s*#|]*+(?:{RULING_KIND})[\s*#]+")
_AND_ALSO = re.compile(rf"(?i)[\s,;]*{optional(of(Meaning.JOINS, 'and', 'also'))}")
_ENDS = re.compile(f"(?i){either(verbs('REPEALS'), verbs('REPLACES'))}")
_BLANK = re.compile(r"[\s*#>]*")
_ITEM_MARK = re.compile(r"(?:\n|[;:.])\s*$")


def own_changes(context: ReadingContext, namings: list[Naming]) -> list[Relation]:
    """Return what the document itself changes; only kinds of documents that can."""
    if context.header.kind == "Văn bản hợp nhất" or "VBHN" in (context.header.number or ""):
        return [
            edge(context, one, "CONSOLIDATES", {"derives": False})
            for one in _consolidated(context, namings)
        ]
    text = without_short_names(bare(context.page.flat))
    outer = (
        naming
        for naming in namings
        if not naming.citation.nested and naming.zone in ("title", "body")
    )
    top = [
        naming
        for naming in outer
        if not _is_a_phrase(text, naming) and text[naming.citation.name.start] != " "
    ]
    found = [*_said_of_each(context, text, top), *listed_changes(context, top)]
    return _without_general(found + endings(context, text, top))


def _said_of_each(context: ReadingContext, text: str, top: list[Naming]) -> Iterator[Relation]:
    """Yield the changes that the words around each document say; one that goes on with a list
    shares those of the last.
    """
    amending = bool(_TITLE_VERB.match(text, *_title(context, text)))
    before: Naming | None = None
    shared: tuple[Change, ...] = ()
    for naming in top:
        changes = _own(context, text, naming, before, amending=amending)
        if (
            not changes
            and before
            and LIST.fullmatch(text, before.citation.span.end, naming.citation.name.start)
        ):
            changes = shared
        before, shared = naming, changes
        yield from (change_relation(context, naming, change) for change in changes)


def _is_a_phrase(text: str, naming: Naming) -> bool:
    """Return whether this is a document that is only named within a phrase to be put in another's
    place: "thay thế cụm từ “Luật …”".
    """
    at = naming.citation.name.start
    return _PHRASE.search(text, max(0, at - _LONGEST_PHRASE), at) is not None


def _without_general(found: list[Relation]) -> list[Relation]:
    """Leave out "sửa đổi, bổ sung một số điều" where another edge names the part."""
    keys = {(one.type, _named(one.target)) for one in found if not _is_general(one)}
    return [
        one for one in found if not _is_general(one) or (one.type, _named(one.target)) not in keys
    ]


def _is_general(relation: Relation) -> bool:
    part = fold(str(relation.properties.get("part") or ""))
    return relation.properties.get("extent") == "part" and (not part or part.startswith("mot so"))


def _named(target: object) -> str:
    return fold(getattr(target, "number", None) or getattr(target, "name", None) or "")


def _title(context: ReadingContext, text: str) -> tuple[int, int]:
    zone = context.part.title
    kind = _HEAD_KIND.match(text, zone.start, zone.end)
    return (kind.end() if kind else zone.start), zone.end


def _own(
    context: ReadingContext, text: str, naming: Naming, before: Naming | None, *, amending: bool
) -> tuple[Change, ...]:
    """Return what the document itself does to what is named; a verb behind another naming must
    open its own clause.
    """
    at = naming.citation.name.start
    title = naming.zone == "title"
    start = _title(context, text)[0] if title else clause_start(text, context.part.body.start, at)
    ended = before.citation.span.end if before and before.citation.span.end > start else start
    changes = change_before(context.page, text, ended, at)
    if not changes:
        return ()
    verb = min(change.at for change in changes)
    if ended > start and not _AND_ALSO.fullmatch(text, ended, verb):
        return ()
    if title:
        return changes if amending else ()
    if _is_subject(text, start, verb):
        return changes
    guides = any(change.type == "GUIDES" for change in changes)
    return changes if not guides and _opens(context, text, start, at, amending=amending) else ()


def _is_subject(text: str, start: int, verb: int) -> bool:
    """Return whether "Quyết định này" before the verb is its subject: "… có hiệu lực từ ngày … và
    thay thế …".
    """
    return any(
        not _OTHER_CLAUSE.search(text, this.end(), verb)
        for this in THIS.finditer(text, start, verb)
    )


def _opens(context: ReadingContext, text: str, start: int, at: int, *, amending: bool) -> bool:
    """Return whether the clause opens with the verb: in an article, under one of force, anywhere
    where the title says so; in a paragraph of its own that ends another act.
    """
    mark = MARK.match(text, start, at)
    if mark is None or context.header.kind not in DECIDING or VERB.match(text, mark.end()) is None:
        return False
    if mark["article"] is not None or amending:
        return True
    if under_force(text, start) or under_changes(text, start):
        return True
    return context.header.kind in ENACTING and _is_own_paragraph(text, start, mark)


def _is_own_paragraph(text: str, start: int, mark: re.Match[str]) -> bool:
    """Tell a paragraph of an article that ends another act: "Bãi bỏ thủ tục có số thứ tự 2 tại …"
    behind what the article enacts.
    """
    ends = _ENDS.match(text, mark.end()) is not None
    return ends and _BLANK.fullmatch(mark[0]) is not None and continues_article(text, start)


def _consolidated(context: ReadingContext, namings: list[Naming]) -> list[Naming]:
    """Of a consolidated text (văn bản hợp nhất): the acts it joins, named before its
    first căn cứ.
    """
    text = bare(context.page.flat)
    first = re.compile(r"\bCan\s+cu\b").search(
        text, context.part.title.start, context.part.body.end
    )
    end = first.start() if first else context.part.body.end
    top = [
        naming
        for naming in namings
        if not naming.citation.nested and naming.citation.name.start < end
    ]
    return [
        naming
        for naming in top
        if naming is top[0]
        or _ITEM_MARK.search(text, naming.citation.name.start - 12, naming.citation.name.start)
    ]
