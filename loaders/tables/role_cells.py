"""Cells that name bodies in both roles (ô ghi cả chủ trì và phối hợp): "Sở A chủ trì, phối hợp với
Sở B".
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from luocdo.loaders.tables.cells import CellText

if TYPE_CHECKING:
    from luocdo.loaders.context import ReadingContext
    from luocdo.loaders.text.page import Span

# One cell for both roles: "Sở A chủ trì, phối hợp với Sở B"; "Chủ trì: Sở A; Phối hợp: Sở B".
_OFFICE = r"(?:(?:các\s+)?(?:cơ\s+quan|đơn\s+vị|cq|đv)\s+)?"
_LEADS, _HELPS = rf"{_OFFICE}(?:chủ\s+trì|ct)", rf"{_OFFICE}(?:phối\s+hợp|ph)"
_SAYS_ROLE = re.compile(
    r"(?i)chủ\s+trì|phối\s+hợp|\b(?:ct|ph)\b"
)  # stands in all that `_BOTH` matches
_BOTH = re.compile(
    rf"^[\s\-+•]*(?:giao\s+)?(?:{_LEADS}\s*:\s*(?P<lead>.+?)[\s;,.\-+•]*{_HELPS}\s*:\s*(?P<with>.+)"
    r"|(?P<lead2>.+?)\s+chủ\s+trì\s*(?:[,;]|và)?\s*(?:phối\s+hợp\s+(?:với|cùng)?\s*(?P<with2>.+?)(?:\s+(?:thực\s+hiện|triển\s+khai|tổ\s+chức\s+thực\s+hiện|tham\s+mưu)[^;,]*)?"
    r"|(?P<with3>[^.]+?)\s+phối\s+hợp)[\s.;]*"
    r"|(?P<lead3>[^()]+?)\s*\(\s*(?:chủ\s+trì|ct)\s*\)[\s;,.\-]*(?P<with4>(?:(?!chủ\s+trì|\(\s*ct).)+?)\s*(?:\(\s*(?:phối\s+hợp|ph)\s*\))?[\s.;]*"
    r"|(?P<lead4>(?:(?!chủ\s+trì)[^.;:()])+?)\s+phối\s+hợp\s+(?:với|cùng)\s+(?P<with5>[^.:()]+?)[\s.;]*)$",
    re.IGNORECASE | re.DOTALL,
)
_ROLE_WORDS = re.compile(
    rf"^[\s\-+•]*{_LEADS}\s*:"
    r"|(?<!được\sgiao)(?<![\-+•])\s+(?:chủ\s+trì|thúc\s+đẩy,\s+theo\s+dõi)\b(?!\s*:)[^;()\n]*(?=;|$)",
    re.IGNORECASE,
)
# "Sở A chủ trì hướng dẫn; các sở thực hiện theo lĩnh vực": each with what it is to do.
_PART = re.compile(
    r"\s+(?:chủ\s+trì|hướng\s+dẫn|thực\s+hiện|theo\s+dõi)\b[^;()\n]*(?=;|$)", re.IGNORECASE
)


def split_roles(
    context: ReadingContext, pieces: tuple[Span, ...]
) -> tuple[tuple[Span, ...], tuple[Span, ...]]:
    """Part a cell of leads from the coordinators that it also names, and leave out the words of
    the role.
    """
    cell = CellText.of(context.page, pieces)
    both = _BOTH.match(cell.letters) if _SAYS_ROLE.search(cell.letters) else None
    if both is None:
        words = _ROLE_WORDS.search(cell.letters)
        if words is None:
            return pieces, ()
        if ";" in cell.letters[words.start() :] and words.start():
            return _without_parts(cell), ()
        return (
            cell.spans(0, words.start())
            if words.start()
            else cell.spans(words.end(), len(cell.letters))
        ), ()
    lead, partner = (
        next((name for name in names if both.group(name)), names[0])
        for names in (
            ("lead", "lead2", "lead3", "lead4"),
            ("with", "with2", "with3", "with4", "with5"),
        )
    )
    return cell.spans(*both.span(lead)), cell.spans(*both.span(partner))


def _without_parts(cell: CellText) -> tuple[Span, ...]:
    """Return the names of a cell, cut where each tells its part; a semicolon stays with the name
    behind it.
    """
    spans: list[Span] = []
    at = 0
    for part in _PART.finditer(cell.letters):
        spans += cell.spans(at, part.start())
        at = part.end()
    return (*spans, *cell.spans(at, len(cell.letters)))
