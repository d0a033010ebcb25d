"""Roles in brackets behind an item's words, each behind the names that have it (phân công trong
ngoặc): "Mở lớp (Sở A chủ trì, Sở B phối hợp, xong trước 30/10/2026)".
"""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING

from luocdo.graph.vocabulary import Meaning, Scope, alternation

if TYPE_CHECKING:
    from collections.abc import Iterator

_IN_BRACKETS = re.compile(r"\((?P<words>[^()]*)\)[\s.;]*\Z")
_STOPS = re.compile(r"[.\s]*\Z")
_JOINS = re.compile(r"[\s;,]*(?:va\s+)?")
_LEADS, _HELPS = "LED_BY", "COORDINATED_BY"
Piece = tuple[str | None, int, int]
"""What a piece of the brackets says (a role, or None for what stands behind the last), and from
where to where it reaches.
"""


@cache
def _role() -> re.Pattern[str]:
    return re.compile(
        rf"(?i)\s(?:(?P<{_LEADS}>{alternation(Meaning.LEADS, Scope.LABEL)})"
        rf"|(?P<{_HELPS}>{alternation(Meaning.COORDINATES, Scope.LABEL)}))\s*(?=[;,]|\Z)"
    )


def pieces_in_brackets(text: str, start: int, end: int) -> tuple[int, tuple[Piece, ...]] | None:
    """Return where the brackets at the end of ``text`` (without accents) open, and their pieces;
    None where they do not say first who leads.
    """
    brackets = _IN_BRACKETS.search(text, start, end)
    if brackets is None:
        return None
    pieces = tuple(_pieces(text, *brackets.span("words")))
    return (brackets.start(), pieces) if pieces and pieces[0][0] == _LEADS else None


def pieces_of_value(text: str, start: int, end: int) -> tuple[Piece, ...]:
    """Return the pieces of a labelled value that says both roles behind the names that have them:
    "Phân công: Sở A chủ trì; Sở B phối hợp"; nothing where it does not say first who leads.
    """
    stop = _STOPS.search(text, start, end)
    pieces = tuple(_pieces(text, start, stop.start() if stop else end))
    return pieces if pieces and pieces[0][0] == _LEADS else ()


def _pieces(text: str, start: int, end: int) -> Iterator[Piece]:
    for role in _role().finditer(text[:end], start):
        yield role.lastgroup, _behind_joint(text, start), role.start()
        start = role.end()
    behind = _behind_joint(text, start)
    if behind < end:
        yield None, behind, end


def _behind_joint(text: str, start: int) -> int:
    joint = _JOINS.match(text, start)
    return joint.end() if joint else start
