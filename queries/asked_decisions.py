"""Which of the documents that a question names is the decision and which the plan (quyết định, kế
hoạch): "việc của NQ 03 mà KH 100 chưa triển khai".
"""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from luocdo.queries.question_rules import sort_of

if TYPE_CHECKING:
    from collections.abc import Sequence

    from luocdo.graph.words import Word
    from luocdo.queries.question_words import Said

_DOCUMENT = "#D"
_LACKS = ("not", "gap", "open")
_PASSIVE = "passive"
_DONE_BY = ("passive", "by")
_OWNING = ("cua", "thuoc", "of", "under")
_MEASURING = ("voi", "with", "to", "against")
_HOLDING = ("trong", "tu", "o", "in", "from", "tai", "theo")
_WITHIN = ("trong", "vao", "from", "in", "by", "boi")  # "chưa có trong KH 100", "missing from"
_SILENT = ("nothing", "courtesy", "please", "left", "of")


def decision_among(pieces: Sequence[Said], words: Sequence[Word]) -> int | None:
    """Return the number of the decision among the documents named; none where one alone is named
    and it is the plan.
    """
    places = [at for at, one in enumerate(pieces) if one.idea == _DOCUMENT]
    plan = _plan(pieces, words, places)
    if len(places) == 1:
        return None if plan == 0 else 0
    others = [number for number in range(len(places)) if number != plan]
    said = [_before(pieces[at], words) for at in places]
    for leading in (_OWNING, _MEASURING, _HOLDING):
        named = [number for number in others if said[number] in leading]
        if named:
            return named[0]
    return others[0]


def _plan(pieces: Sequence[Said], words: Sequence[Word], places: Sequence[int]) -> int | None:
    """Return the number of the document that lacks something: the one right before "chưa",
    "thiếu", or right behind "chưa có trong", "chưa được".
    """
    around = [_said_around(pieces, at) for at in places]
    before = [_before(pieces[at], words) for at in places]
    for number, said in enumerate(around):
        if said.before in _LACKS and before[number] in _WITHIN:
            return number
        if number and said.before in _DONE_BY:
            return number
    for number, said in enumerate(around):
        owns = before[number] in (*_OWNING, *_MEASURING)
        if said.behind in _LACKS and said.next != _PASSIVE and not owns:
            return number
    return None


class _Around(NamedTuple):
    """The idea before a name and the two behind it; what says nothing is passed over."""

    before: str
    behind: str
    next: str


def _said_around(pieces: Sequence[Said], at: int) -> _Around:
    before = [sort_of(one.idea) for one in pieces[:at] if one.idea not in _SILENT]
    behind = [sort_of(one.idea) for one in pieces[at + 1 :] if one.idea not in _SILENT]
    return _Around(before[-1] if before else "", *(*behind, "", "")[:2])


def _before(piece: Said, words: Sequence[Word]) -> str:
    return words[piece.start - 1].plain if piece.start else ""
