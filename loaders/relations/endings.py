"""Documents that a text says have ended or been replaced (văn bản hết hiệu lực): what the words
behind their names tell.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from luocdo.graph.text import fold
from luocdo.graph.vocabulary import Meaning
from luocdo.graph.vocabulary.phrasing import of, optional
from luocdo.loaders.citations.changing import AND, BEFALLS, BY, type_of, verbs
from luocdo.loaders.citations.citation import is_younger
from luocdo.loaders.head.force import DAY
from luocdo.loaders.relations.change_clauses import LIST, MARK, PART, clause_start, under_force
from luocdo.loaders.relations.change_kinds import DECIDING, RULING_KIND, THIS, THIS_DOCUMENT
from luocdo.loaders.relations.change_relation import change_relation
from luocdo.loaders.relations.change_verbs import Change
from luocdo.loaders.relations.passives import PASSIVE
from luocdo.loaders.text.bare import bare
from luocdo.loaders.text.page import Span

if TYPE_CHECKING:
    from luocdo.graph.records import Relation
    from luocdo.loaders.citations.citing import Naming
    from luocdo.loaders.context import ReadingContext

_DOCUMENT = re.compile(rf"(?i)(?:{RULING_KIND})\b")
# "Quyết định này có hiệu lực từ ngày 01/11/2025, |các thủ tục đã công bố tại Quyết định …": what
# ends stands behind it.
_IN_FORCE = of(Meaning.IN_FORCE, "begins")
_BEGINS = re.compile(
    rf"(?i)[\w\s]{{0,40}}?{THIS_DOCUMENT}\s+{_IN_FORCE}[^,;]{{0,120}},\s*{optional(AND)}"
)
_SHORTEST_NAME, _LONGEST_NAME = 8, 200  # letters of what an article's heading names
_NO_FORCE = of(Meaning.IN_FORCE, "ends")
_ENDS = re.compile(rf"(?i)[\s,]*{optional(of(Meaning.ALREADY, 'all'))}{_NO_FORCE}")
# "… quy định danh mục; tỷ lệ (trừ thương hiệu) hết hiệu lực": a title that a semicolon or bracket
# cuts goes on up to the verb.
_ENDS_BEHIND = re.compile(rf"(?i)\s?[;(][^\n.“”]{{0,600}}?\s{_NO_FORCE}")
_REPLACED = re.compile(
    rf"(?i)[\s,]*{BEFALLS}\s+(?P<verb>{verbs('REPLACES', 'REPEALS')})\s+{BY}\s+"
    rf"[\w\s]{{0,20}}?{THIS_DOCUMENT}"
)
_OPENS_LIST = re.compile(rf"(?i)(?:{of(Meaning.AS_FOLLOWS)}|{of(Meaning.DETERMINER)})\s*$|:$")
_FROM_DAY = re.compile(
    rf"(?i)\s+{of(Meaning.PREPOSITION, 'from')}\s+{optional(of(Meaning.TIME_FILLER))}{DAY}"
)


def endings(context: ReadingContext, text: str, top: list[Naming]) -> list[Relation]:
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
            change_relation(context, one, Change(kind, "part" if part else "whole", part, 0))
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
        and under_force(text, at)
    )


def _backwards(text: str, top: list[Naming]) -> list[Naming]:
    """The list that ends with the last of ``top``; of "X được sửa đổi bởi Y, Z hết hiệu lực" X,
    and Z where it is older than X, which it cannot have changed.
    """
    chain = [top[-1]]
    for before in reversed(top[:-1]):
        end, start = before.citation.span.end, chain[0].citation.name.start
        if PASSIVE.fullmatch(text, end, start):
            return [before, *_older(chain, before)]
        if not LIST.fullmatch(text, end, start):
            break
        chain.insert(0, before)
    return chain


def _older(chain: list[Naming], than: Naming) -> list[Naming]:
    mention = than.citation.mention
    return [one for one in chain if is_younger(mention, one.citation.mention)]


def _subject(context: ReadingContext, text: str, first: Naming) -> str | None:
    """What of the document ends, where the clause names a part of it first ("Nội dung … tại Phụ
    lục ban hành kèm theo …").
    """
    at = first.citation.name.start
    start = clause_start(text, context.part.body.start, at)
    mark = MARK.match(text, start, at)
    start = mark.end() if mark else start
    begins = _BEGINS.match(text, start, at)
    words = context.page.text(Span(begins.end() if begins else start, at)).strip(" :,-")
    listed = _OPENS_LIST.search(bare(words))
    if _DOCUMENT.match(bare(words)):
        return None  # the document's own name, its number behind it
    shortest = 0 if PART.match(bare(words)) else _SHORTEST_NAME
    fits = shortest < len(words) <= _LONGEST_NAME
    return words if fits and not listed and "nay" not in fold(words).split() else None
