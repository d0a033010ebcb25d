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
from luocdo.loaders.citations.changing import CHANGING, type_of, verbs
from luocdo.loaders.citations.citing import Naming, edge
from luocdo.loaders.head.force import DAY
from luocdo.loaders.relations.change_days import day_of_change
from luocdo.loaders.relations.change_kinds import ANY_KIND, DECIDING, RULING_KIND, THIS
from luocdo.loaders.relations.change_lists import listed_changes
from luocdo.loaders.relations.change_verbs import VERB, Change, change_before
from luocdo.loaders.relations.passives import PASSIVE
from luocdo.loaders.text.bare import bare
from luocdo.loaders.text.page import Span

if TYPE_CHECKING:
    from collections.abc import Iterator

    from luocdo.graph.records import Relation, Value
    from luocdo.loaders.context import ReadingContext

_DOCUMENT = re.compile(rf"(?i)(?:{RULING_KIND})\b")
# The article that says what ends and begins: "Điều 5. Hiệu lực thi hành", "Điều 2. Quyết định này
# có hiệu lực từ …".
_ARTICLE = re.compile(r"\n(?:[^\S\n]|[*#>])*(?:Dieu|DIEU)\s+\d+[a-z]?\s*[.:](?P<words>[^\n]*)")
_OF_FORCE = re.compile(r"(?i)\b(?:hieu\s+luc|dieu\s+khoan\s+thi\s+hanh)\b")
_LONGEST_ARTICLE = 4000
_MARK = re.compile(
    r"[\s*#>\-+]*(?:(?P<article>(?:Dieu|DIEU)\s+\d+[a-z]?)\s*[.:]\s*|\d+(?:\.\d+)*\s*[.)]\s*|[a-z]\)\s*)?[\s*]*"
)
_OTHER_CLAUSE = re.compile(r"(?i)\b(?:thi(?!\s+hanh)|khi|neu|truong\s+hop|truoc\s+khi)\b")
# "Quyết định này có hiệu lực từ ngày 01/11/2025, |các thủ tục đã công bố tại Quyết định …": what
# ends stands behind it.
_BEGINS = re.compile(r"(?i)[\w\s]{0,40}?\bnay\s+co\s+hieu\s+luc[^,;]{0,120},\s*(?:va\s+)?")
_SHORTEST_NAME, _LONGEST_NAME = 8, 200  # letters of what an article's heading names
_PHRASE = re.compile(r"(?i)\bcum\s+tu\s*[“\"«'][^”\"»]*$")
_LONGEST_PHRASE = 200
_ENDS = re.compile(
    r"(?i)[\s,]*(?:deu\s+)?(?:het|cham\s+dut)\s+hieu\s+luc(?:\s+thi\s+hanh)?(?:\s+toan\s+bo)?"
)
# "… quy định danh mục; tỷ lệ (trừ thương hiệu) hết hiệu lực": a title that a semicolon or bracket
# cuts goes on up to the verb.
_ENDS_BEHIND = re.compile(
    r"(?i)\s?[;(][^\n.“”]{0,600}?\s(?:het|cham\s+dut)\s+hieu\s+luc(?:\s+thi\s+hanh)?(?:\s+toan\s+bo)?"
)
_REPLACED = re.compile(
    rf"(?i)[\s,]*(?:duoc|bi)\s+(?P<verb>{verbs('REPLACES', 'REPEALS')})"
    r"\s+(?:boi|bang|theo)\s+[\w\s]{0,20}?\bnay\b"
)
LIST = re.compile(
    r"(?i)[\s,;*\-+]*(?:\d+[.)]\s*|[a-z]\)\s*)?(?:va\s+)?(?:cac\s+)?"
    r"(?:mot\s+so\s+(?:dieu|noi\s+dung)\s+(?:cua\s+)?|(?:diem|khoan|dieu|phu\s+luc|chuong)\s[^.;]{0,60}?\s(?:cua\s+|tai\s+)?)?"
)
_TITLE_VERB = re.compile(
    rf"(?i)[\s*#]*+(?:{ANY_KIND})?[\s*#]*+(?:(?:ve\s+(?:viec\s+)?)|V/v\s+)?"
    r"(?:(?:ban\s+hanh\s+)?quy\s+dinh\s+(?=quy\s+dinh|huong\s+dan))?"
    rf"(?:{CHANGING}|{verbs('SUSPENDS')}|quy\s+dinh\s+chi\s+tiet|huong\s+dan\s+thi)"
)
_FROM_DAY = re.compile(rf"(?i)\s+(?:ke\s+)?tu\s+(?:ngay\s+)?{DAY}")
_HEAD_KIND = re.compile(rf"(?i)[\s*#|]*+(?:{RULING_KIND})[\s*#]+")
_AND_ALSO = re.compile(r"(?i)[\s,;]*(?:(?:va|dong\s+thoi)\s+)?")
_CLAUSE = re.compile(r"\n(?=\s*(?:\n|[\dDA-Za-z*\-+]))|[.;:](?<![\dIVX].)\s")
_ITEM_MARK = re.compile(r"(?:\n|[;:.])\s*$")


def own_changes(context: ReadingContext, namings: list[Naming]) -> list[Relation]:
    """Return what the document itself changes; only kinds of documents that can."""
    if context.header.kind == "Văn bản hợp nhất" or "VBHN" in (context.header.number or ""):
        return [
            edge(context, one, "CONSOLIDATES", {"derives": False})
            for one in _consolidated(context, namings)
        ]
    text = bare(context.page.flat)
    outer = (
        naming
        for naming in namings
        if not naming.citation.nested and naming.zone in ("title", "body")
    )
    top = [naming for naming in outer if not _is_a_phrase(text, naming)]
    found = [*_said_of_each(context, text, top), *listed_changes(context, top)]
    return _without_general(found + _ended(context, text, top))


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
        yield from (_change(context, naming, change) for change in changes)


def _is_a_phrase(text: str, naming: Naming) -> bool:
    """Tell a document that is only named within a phrase to be put in another's place: "thay thế
    cụm từ “Luật …”".
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
    start = _title(context, text)[0] if title else _clause_start(text, context.part.body.start, at)
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
    where the title says so.
    """
    mark = _MARK.match(text, start, at)
    if mark is None or context.header.kind not in DECIDING or VERB.match(text, mark.end()) is None:
        return False
    return mark["article"] is not None or amending or _under_force(text, start)


def _under_force(text: str, start: int) -> bool:
    """Return whether the nearest article above speaks of force: what stands there is the
    document's own act.
    """
    articles = list(_ARTICLE.finditer(text, max(0, start - _LONGEST_ARTICLE), start))
    return bool(articles) and _OF_FORCE.search(articles[-1]["words"]) is not None


def _clause_start(text: str, least: int, at: int) -> int:
    start = max(least, at - 700)
    for hit in _CLAUSE.finditer(text[start:at]):
        least = start + hit.end()
    return max(least, start)


def _change(context: ReadingContext, naming: Naming, change: Change) -> Relation:
    properties: dict[str, Value] = {
        "derives": change.type in ("AMENDS", "GUIDES") and not context.header.draft
    }
    properties |= change.properties(**day_of_change(context, naming))
    return edge(context, naming, change.type, properties)


def _ended(context: ReadingContext, text: str, top: list[Naming]) -> list[Relation]:
    """Read "Quyết định số … hết hiệu lực kể từ ngày Quyết định này có hiệu lực", backwards over
    the list.
    """
    found: list[Relation] = []
    for at, naming in enumerate(top):
        after = top[at + 1].citation.name.start if at + 1 < len(top) else len(text)
        kind = (
            _ending(context, text, naming.citation.span.end, after)
            if naming.zone == "body"
            else None
        )
        if kind is None:
            continue
        chain = _backwards(text, top[: at + 1])
        part = _subject(context, text, chain[0])
        found += [
            _change(context, one, Change(kind, "part" if part else "whole", part, 0))
            for one in chain
        ]
    return found


def _ending(context: ReadingContext, text: str, end: int, after: int) -> str | None:
    """Return what befalls a document by the words behind its name: replaced, or ended by this
    document itself.
    """
    if replaced := _REPLACED.match(text, end):
        return type_of(replaced["verb"])
    ended = _ENDS.match(text, end) or _ENDS_BEHIND.match(text, end, after)
    return "REPEALS" if ended and _by_itself(context, text, ended.end()) else None


def _by_itself(context: ReadingContext, text: str, at: int) -> bool:
    """Return whether "hết hiệu lực" before ``at`` is the document's own doing: with its own day,
    or a day under its force.
    """
    if THIS.search(text, at, min(len(text), at + 90)):
        return True
    return (
        context.header.kind in DECIDING
        and _FROM_DAY.match(text, at) is not None
        and _under_force(text, at)
    )


def _backwards(text: str, top: list[Naming]) -> list[Naming]:
    """The list that ends with the last of ``top``; of "X được sửa đổi bởi Y, Z hết hiệu lực" only
    X.
    """
    chain = [top[-1]]
    for before in reversed(top[:-1]):
        end, start = before.citation.span.end, chain[0].citation.name.start
        if PASSIVE.fullmatch(text, end, start):
            return [before]
        if not LIST.fullmatch(text, end, start):
            break
        chain.insert(0, before)
    return chain


def _subject(context: ReadingContext, text: str, first: Naming) -> str | None:
    """What of the document ends, where the clause names a part of it first ("Nội dung … tại Phụ
    lục ban hành kèm theo …").
    """
    at = first.citation.name.start
    start = _clause_start(text, context.part.body.start, at)
    mark = _MARK.match(text, start, at)
    start = mark.end() if mark else start
    begins = _BEGINS.match(text, start, at)
    words = context.page.text(Span(begins.end() if begins else start, at)).strip(" :,-")
    listed = re.search(r"(?i)\b(?:sau|day|cac)\s*$|:$", bare(words))
    if _DOCUMENT.match(bare(words)):
        return None  # the document's own name, its number behind it
    fits = _SHORTEST_NAME < len(words) <= _LONGEST_NAME
    return words if fits and not listed and "nay" not in fold(words).split() else None


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
