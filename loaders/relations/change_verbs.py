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

from luocdo.loaders.citations.changing import CHANGING, verbs
from luocdo.loaders.text.page import Page, Span

if TYPE_CHECKING:
    from luocdo.graph.records import Value

VERB = re.compile(
    rf"""(?xi)\b(?:
      (?P<REPEALS>{verbs("REPEALS")})
    | (?P<REPLACES>{verbs("REPLACES")})
    | (?P<AMENDS>{verbs("AMENDS")})
    | (?P<SUSPENDS>{verbs("SUSPENDS")})
    | (?P<CORRECTS>{verbs("CORRECTS")})
    | (?P<CONSOLIDATES>hop\s+nhat)
    | (?P<GUIDES>quy\s+dinh\s+chi\s+tiet|huong\s+dan\s+(?:thi\s+hanh|thuc\s+hien|chi\s+tiet)
        |bien\s+phap\s+(?:thi\s+hanh|to\s+chuc,\s+huong\s+dan\s+thi\s+hanh))
    )\b""",
)
# Between a verb and the document that it changes none of these may stand; "ban hành kèm theo Quyết
# định số …" and "quy định tại mục A của …" name what is changed.
BLOCK = re.compile(
    r"""(?xi)[.;]\s
    | \b(?:thuc\s+hien|(?<!kem\s)theo|can\s+cu|quy\s+dinh\s+tai(?!\s+(?:muc|khoan|diem|dieu|phan|phu\s+luc)\b)
      |trien\s+khai|phu\s+hop|nham|bao\s+dam|dap\s+ung
      |duoc\s+ban\s+hanh\s+theo|(?<!cong\s)(?<!chuong\s)(?<!quy\s)(?<!qua\s)trinh|bao\s+cao|de\s+nghi|thuc\s+thi|ke\s+tu|trai\s+voi)\b
    """,
)
_VALUE = r"(?:\d+[a-z]?|[a-z]|[ivxlc]+)(?!\w)"
_VALUES = rf"{_VALUE}(?:[,\s]+(?:(?:va|den)\s+)?(?:thu\s+)?{_VALUE})*"
_COUNTED = r"(?:diem|tiet|khoan|dieu|chuong|muc|phan|phu\s+luc|so\s+thu\s+tu|stt|bieu(?:\s+so)?|mau(?:\s+so)?|bang|dong)"
_ITEM = rf"(?:cac\s+)?(?:{_COUNTED}\s+(?:thu\s+)?{_VALUES}|phu\s+luc\b|so\s+thu\s+tu\b)"
# "khoản 7 Điều 15 Phụ lục I", "số thứ tự 2, 3, 4 mục A": one place, from its smallest unit to its
# largest.
_PART = re.compile(
    rf"""(?xi)
    \b(?:(?:(?:mot\s+so\s+)?(?:noi\s+dung|quy\s+dinh)\s+tai\s+)? {_ITEM} (?:[,\s]+(?:(?:va|tai|thuoc|cua)\s+)?{_ITEM})*
    | cum\s+tu | mot\s+so\s+(?:dieu|noi\s+dung|khoan|diem) | mot\s+phan | mau\s+so)
    """,
)
# "được sửa đổi, bổ sung hoặc thay thế": what is said of the document, not what it does.
_PASSIVE = re.compile(rf"(?i)\b(?:duoc|bi)\s+(?:(?:{CHANGING}|hoac|va|,)[\s,]*)*$")
# What a verb of whole documents may say between itself and the number.
_WHOLE = re.compile(
    r"(?i)[\s:*]*(?:(?:toan\s+bo|cac|hieu\s+luc(?:\s+thi\s+hanh)?|van\s+ban|noi\s+dung|cho|cua|\d+|[\s,:*\-])\s*)*"
    r"(?:(?:quy\s+dinh|quy\s+che|ke\s+hoach|de\s+an|chuong\s+trinh|danh\s+muc|dinh\s+muc)[^;“”]*?ban\s+hanh\s+(?:kem\s+)?theo\s*)?"
)
# Verbs of one object: "sửa đổi, bổ sung", "sửa đổi hoặc ban hành thay thế".
_TOGETHER = re.compile(
    r"(?i)[\s,/]*(?:(?:hoac|va)\s+)?(?:ban\s+hanh\s+(?:moi\s+|van\s+ban\s+)?)?[\s,]*"
)
_LONGEST_PART = 160
_PART_VERBS = ("sửa đổi, bổ sung", "sửa đổi", "bổ sung", "bãi bỏ", "hủy bỏ", "thay thế")
_JOINING = frozenset({"của", "tại", "thuộc"})
_WORDS_OF_TEXT = re.compile(
    r"(?i)\s*(?:,\s*)?(?:cac\s+)?(?:cum\s+tu|tu|mau|bieu|phu\s+luc|diem|khoan|dieu|noi\s+dung|muc|mot\s+so)\b"
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
    said = words
    for verb in _PART_VERBS:
        said = said[len(verb) :].lstrip() if said.lower().startswith(f"{verb} ") else said
    first, _, last = said.rpartition(" ")
    return first if first and last.lower() in _JOINING else said


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
    kind = str(verb.lastgroup)
    if kind == "REPLACES" and _WORDS_OF_TEXT.match(text, verb.end(), at):
        kind = "AMENDS"
    part = _PART.search(text, verb.end(), at)
    if part:
        return Change(
            kind, "part", page.text(Span(part.start(), part.end())).strip(" ,"), verb.start()
        )
    if kind == "AMENDS" or _WHOLE.fullmatch(text, verb.end(), at):
        return Change(kind, "part" if kind == "AMENDS" else "whole", None, verb.start())
    gap = page.text(Span(verb.end(), at))
    return Change(kind, "part", gap if len(gap) <= _LONGEST_PART else None, verb.start())
