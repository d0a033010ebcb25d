"""Abbreviations that a document defines itself (viết tắt): "chuyển đổi số (CĐS)", "(sau đây gọi tắt là Chương trình)"."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from luocdo.graph.text import fold

if TYPE_CHECKING:
    from luocdo.loaders.text.page import Page, Span

_BRACKET = re.compile(
    r"\(\s*(?:(?:sau đây\s+)?(?:gọi|viết)\s+(?:tắt|chung)\s+là:?\s+)?(?P<short>[A-ZĐ][A-ZĐa-z&]{1,14})\s*\)"
)
_BEFORE = 160
_LOWER = frozenset({"và", "của", "về", "các", "với", "cho", "trong", "tại"})
_FEWEST = 2


def own_abbreviations(page: Page, span: Span) -> dict[str, str]:
    """Return short form -> full form for each abbreviation whose letters are the initials of the words before it."""
    found: dict[str, str] = {}
    for match in _BRACKET.finditer(page.flat, span.start, span.end):
        short = match["short"]
        before = page.flat[max(span.start, match.start() - _BEFORE) : match.start()]
        words = re.split(r"[^\w\s,\-&]", before)[-1]
        full = _spelled(" ".join(words.replace(",", " , ").split()), short) if words.strip() else None
        if full and short not in found:
            found[short] = full
    return found


def _spelled(words: str, short: str) -> str | None:
    """Return the last words whose initials give ``short``: "và" may be passed over."""
    letters = list(fold(short).replace(" ", ""))
    pieces = words.replace(" ,", ",").split()
    if len(letters) < _FEWEST:
        return None
    at = len(letters) - 1
    for start in range(len(pieces) - 1, -1, -1):
        initial = fold(pieces[start])[:1]
        if at >= 0 and initial == letters[at]:
            at -= 1
        elif pieces[start].lower().strip(",") not in _LOWER:
            return None
        if at < 0:
            return " ".join(pieces[start:])
    return None
