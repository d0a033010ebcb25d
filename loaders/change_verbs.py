"""Verbs by which one document changes another (sửa đổi, thay thế, bãi bỏ …), and how far they reach.

Source: Luật Ban hành văn bản quy phạm pháp luật 64/2025/QH15 (sửa đổi, bổ sung, thay thế, bãi bỏ, đình chỉ, ngưng hiệu
lực, đính chính, hợp nhất, quy định chi tiết). Patterns are matched against text without accents.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from luocdo.graph.records import Value
from luocdo.loaders.page import Page, Span

VERB = re.compile(
    r"""(?xi)\b(?:
      (?P<REPEALS>bai\s+bo|huy\s+bo)
    | (?P<REPLACES>thay\s+the)
    | (?P<AMENDS>sua\s+doi|bo\s+sung|dieu\s+chinh)
    | (?P<SUSPENDS>(?:tam\s+)?dinh\s+chi|(?:tam\s+)?ngung\s+(?:hieu\s+luc|ap\s+dung))
    | (?P<CORRECTS>dinh\s+chinh)
    | (?P<CONSOLIDATES>hop\s+nhat)
    | (?P<GUIDES>quy\s+dinh\s+chi\s+tiet|huong\s+dan\s+(?:thi\s+hanh|thuc\s+hien|chi\s+tiet)|bien\s+phap\s+(?:thi\s+hanh|to\s+chuc,\s+huong\s+dan\s+thi\s+hanh))
    )\b""",
)
# Between a verb and the document that it changes none of these may stand.
BLOCK = re.compile(
    r"""(?xi)[.;:]\s
    | \b(?:thuc\s+hien|theo|can\s+cu|quy\s+dinh\s+tai|trien\s+khai|phu\s+hop|nham|bao\s+dam|dap\s+ung|duoc\s+ban\s+hanh\s+theo|trinh|bao\s+cao|de\s+nghi|thuc\s+thi|ke\s+tu)\b
    """,
)
_PART = re.compile(
    r"""(?xi)
    (?:(?:mot\s+so\s+)?(?:noi\s+dung|quy\s+dinh)\s+tai\s+)?
    (?:(?:diem|tiet)\s+[a-z](?:[,\s]+(?:va\s+)?(?:diem\s+)?[a-z]\b)*[,\s]+)?
    (?:(?:cac\s+)?khoan\s+\d+[a-z]?(?:[,\s]+(?:va\s+)?(?:khoan\s+)?\d+[a-z]?)*[,\s]+)?
    (?:(?:cac\s+)?(?:dieu\s+\d+[a-z]?(?:[,\s]+(?:va\s+)?(?:dieu\s+)?\d+[a-z]?)*|chuong\s+[ivx]+|muc\s+[ivx\d]+|phu\s+luc(?:\s+[ivx\d]+)?))
    | cum\s+tu | mot\s+so\s+(?:dieu|noi\s+dung|khoan|diem) | mot\s+phan | mau\s+so
    """,
)
_WORDS_OF_TEXT = re.compile(
    r"(?i)\s*(?:,\s*)?(?:cac\s+)?(?:cum\s+tu|tu|mau|bieu|phu\s+luc|diem|khoan|dieu|noi\s+dung|muc|mot\s+so)\b"
)


@dataclass(frozen=True, slots=True)
class Change:
    """What a verb does to a document: edge ``type``, ``extent`` whole or part, ``part`` as printed; ``at`` is the verb."""

    type: str
    extent: str
    part: str | None
    at: int

    def properties(self, *, planned: bool = False, effective_on: str | None = None) -> dict[str, Value]:
        """Return the edge's properties."""
        if self.type == "GUIDES":
            return {}
        made: dict[str, Value] = {"extent": self.extent}
        if self.part:
            made["part"] = self.part
        if planned:
            made["planned"] = True
        elif effective_on:
            made["effective_on"] = effective_on
        return made


def change_before(page: Page, text: str, start: int, at: int) -> tuple[Change, ...]:
    """Return what the last verbs between ``start`` and ``at`` (where the document is named) do to it.

    "sửa đổi, bổ sung khoản 2 Điều 5 Quyết định …" amends a part; "sửa đổi hoặc ban hành thay thế" may do either.
    """
    verbs = [hit for hit in VERB.finditer(text, start, at)]
    made: dict[str, Change] = {}
    for hit in reversed(verbs):
        if BLOCK.search(text, hit.end(), at):
            break
        kind = str(hit.lastgroup)
        gap = page.text(Span(hit.end(), at))
        part = _PART.search(text, hit.end(), at)
        if kind == "REPLACES" and _WORDS_OF_TEXT.match(text, hit.end(), at):
            kind = "AMENDS"
        if kind not in made:
            extent = "part" if part or kind == "AMENDS" or "“" in gap else "whole"
            said = page.text(Span(part.start(), part.end())).strip(" ,") if part else None
            made[kind] = Change(kind, extent, said, hit.start())
    return tuple(made.values())
