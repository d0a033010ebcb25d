"""Verbs by which one document changes another (sửa đổi, thay thế, bãi bỏ …), and how far they
reach.

Source: Luật Ban hành văn bản quy phạm pháp luật 64/2025/QH15 (sửa đổi, bổ sung, thay thế, bãi bỏ,
đình chỉ, ngưng hiệu lực, đính chính, hợp nhất, quy định chi tiết). Patterns are matched against
text without accents.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from luocdo.graph.vocabulary import Meaning, document_kinds
from luocdo.graph.vocabulary.phrasing import either, of, optional, several
from luocdo.loaders.citations.changing import (
    AND,
    AND_OR,
    ANY_VERB,
    ARTICLES,
    BEFALLS,
    CHANGING,
    DETERMINER,
    type_of,
)
from luocdo.loaders.text.bare import bare
from luocdo.loaders.text.page import Page, Span

if TYPE_CHECKING:
    from luocdo.graph.records import Value

ANY_DOCUMENT = [
    bare(kind.name).lower().replace(" ", r"\s+") for kind in document_kinds() if kind.any
]
VERB = re.compile(rf"(?i)\b{ANY_VERB}\b")
# Between a verb and the document that it changes none of these may stand; "ban hành kèm theo Quyết
# định số …" and "quy định tại mục A của …" name what is changed.
BLOCK = re.compile(rf"(?i)[.;]\s|{of(Meaning.BARS_CHANGE)}")
_VALUE = r"(?:\d+[a-z]?|[a-z]|[ivxlc]+)(?!\w)"
_ORDER = optional(of(Meaning.DIVISION, "order"))
_NEXT_VALUE = rf"[,\s]+{optional(either(AND, of(Meaning.PREPOSITION, 'until')))}{_ORDER}"
_ALONE = of(Meaning.DIVISION, "annex", "row")
_NUMBERED = of(Meaning.DIVISION, *ARTICLES, "row", "form")
_ITEM = rf"{optional(DETERMINER)}(?:{_NUMBERED}\s+{_ORDER}{several(_VALUE, _NEXT_VALUE)}|{_ALONE})"
_NEXT_ITEM = rf"[,\s]+{optional(either(AND, of(Meaning.PREPOSITION, 'of', 'at')))}"
_TEXT = of(Meaning.DIVISION, "content", "rule")
_TEXT_AT = rf"(?:{optional(DETERMINER)}{_TEXT}\s+{of(Meaning.PREPOSITION, 'at')}\s+)?"
# "khoản 7 Điều 15 Phụ lục I", "số thứ tự 2, 3, 4 mục A": one place, from its smallest unit to its
# largest.
_PART = re.compile(
    rf"(?i)\b(?:{_TEXT_AT}{several(_ITEM, _NEXT_ITEM)}"
    rf"|{of(Meaning.DIVISION, 'words')}|{of(Meaning.SOME_OF, 'provisions', 'share')})"
)
# "được sửa đổi, bổ sung hoặc thay thế": what is said of the document, not what it does.
_PASSIVE = re.compile(rf"(?i)\b{BEFALLS}\s+(?:(?:{CHANGING}|{AND_OR}|,)[\s,]*)*$")
# What a verb of whole documents may say between itself and the number.
_OF_ALL = either(
    DETERMINER,
    of(Meaning.SOME_OF, "whole"),
    of(Meaning.IN_FORCE, "named"),
    of(Meaning.DIVISION, "content"),
    of(Meaning.PREPOSITION, "of", "to"),
    *ANY_DOCUMENT,
)
_ENCLOSURE = either(of(Meaning.DOCUMENT_KIND), of(Meaning.DIVISION, "enclosure", "list"))
_WHOLE = re.compile(
    rf"(?i)[\s:*]*(?:(?:{_OF_ALL}|\d+|[\s,:*\-])\s*)*"
    rf"(?:{_ENCLOSURE}[^;“”]*?{of(Meaning.ATTACHED, 'issued')}\s*)?"
)
# Verbs of one object: "sửa đổi, bổ sung", "sửa đổi hoặc ban hành thay thế".
_TOGETHER = re.compile(
    rf"(?i)[\s,/]*{optional(AND_OR)}{optional(of(Meaning.ISSUING, 'signed', 'anew'))}[\s,]*"
)
_LONGEST_PART = 160
_TEXT_UNITS = (*ARTICLES, "row", "form", "content", "words", "word")
_COMMA = r"[\s,]+"
_VERBS_OF_PART = re.compile(rf"(?i){several(CHANGING, _COMMA)}\s+")
_JOINING = re.compile(rf"(?i)\s{of(Meaning.PREPOSITION, 'of', 'at')}$")
_WORDS_OF_TEXT = re.compile(
    rf"(?i)\s*(?:,\s*)?{optional(DETERMINER)}(?:{of(Meaning.DIVISION, *_TEXT_UNITS)}|{DETERMINER})"
)


@dataclass(frozen=True, slots=True)
class Change:
    """What a verb does to a document: edge ``type``, ``extent`` whole or part, ``part`` as
    printed; ``at`` is the verb.
    """

    type: str
    extent: str
    part: str | None
    at: int

    def properties(
        self,
        *,
        planned: bool = False,
        effective_on: str | None = None,
        effective_by: str | None = None,
    ) -> dict[str, Value]:
        """Return the edge's properties."""
        if self.type == "GUIDES":
            return {}
        made: dict[str, Value] = {"extent": self.extent}
        if self.part:
            made["part"] = _of_part(self.part)
        if planned:
            made["planned"] = True
        elif effective_on:
            made |= {"effective_on": effective_on, "effective_by": effective_by}
        return made


def _of_part(words: str) -> str:
    """Return what names a part without the verb before it and what joins it to its document:
    "Bãi bỏ Điều 7 và Điều 8 của" is "Điều 7 và Điều 8".
    """
    verb = _VERBS_OF_PART.match(bare(words))
    said = words[verb.end() :] if verb else words
    joined = _JOINING.search(bare(said))
    return said[: joined.start()] if joined else said


def names_a_part(words: str) -> bool:
    """Tell words that are nothing but a place within an act: "khoản 2, khoản 3 Điều 2 và khoản 1
    Điều 3"; ``words`` without accents.
    """
    return _PART.fullmatch(words.strip()) is not None


def change_before(page: Page, text: str, start: int, at: int) -> tuple[Change, ...]:
    """Return what the last verbs between ``start`` and ``at`` (where the document is named) do to
    it.

    "sửa đổi, bổ sung khoản 2 Điều 5 Quyết định …" amends a part; "sửa đổi hoặc ban hành thay thế"
    may do either.
    """
    made: dict[str, Change] = {}
    later = at
    for hit in reversed(list(VERB.finditer(text, start, at))):
        if BLOCK.search(text, hit.end(), at) or _PASSIVE.search(
            text, max(start, hit.start() - 60), hit.start()
        ):
            break
        if made and not _TOGETHER.fullmatch(text, hit.end(), later):
            return () if "GUIDES" in made else tuple(made.values())
        change = _change(page, text, hit, at)
        made.setdefault(change.type, change)
        later = hit.start()
    return tuple(made.values())


def _change(page: Page, text: str, verb: re.Match[str], at: int) -> Change:
    kind = type_of(verb[0])
    if kind == "REPLACES" and _WORDS_OF_TEXT.match(text, verb.end(), at):
        kind = "AMENDS"
    if parts := list(_PART.finditer(text, verb.end(), at)):
        said = page.text(Span(parts[0].start(), parts[-1].end())).strip(" ,")
        return Change(kind, "part", said, verb.start())
    if kind == "AMENDS" or _WHOLE.fullmatch(text, verb.end(), at):
        return Change(kind, "part" if kind == "AMENDS" else "whole", None, verb.start())
    gap = page.text(Span(verb.end(), at))
    return Change(kind, "part", gap if len(gap) <= _LONGEST_PART else None, verb.start())
