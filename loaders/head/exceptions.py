"""What of a document takes effect on another day than the rest (ngoại lệ về hiệu lực), as printed.

"… có hiệu lực từ ngày 01/7/2026, trừ Điều 5 có hiệu lực từ ngày 01/01/2027"; "Riêng khoản 2 Điều 1
có hiệu lực từ ngày ký" in a sentence of its own.
"""

from __future__ import annotations

import re
from itertools import takewhile
from typing import TYPE_CHECKING

from luocdo.graph.text import fold
from luocdo.loaders.head.force import said_of_force
from luocdo.loaders.text.clauses import read_clauses
from luocdo.loaders.text.page import Span

if TYPE_CHECKING:
    from collections.abc import Iterator

    from luocdo.loaders.text.clauses import Clause
    from luocdo.loaders.text.page import Page
    from luocdo.loaders.text.zones import Part

_CONSOLIDATED = "Văn bản hợp nhất"
_EXCEPT = "tru "
_SOME_PART = (
    "rieng ",
    "dieu ",
    "khoan ",
    "diem ",
    "chuong ",
    "cac dieu",
    "cac khoan",
    "cac quy dinh tai ",
    "quy dinh tai ",
    "noi dung quy dinh tai ",
)
_IN_FORCE = "co hieu luc"
_OF_THE_WHOLE = ("nay co hieu luc", "tiep tuc co hieu luc")
_LONGEST = 300
_SENTENCE = re.compile(r"[;.](?=\s|$)")


def force_exceptions(page: Page, text: str, part: Part, kind: str | None) -> str | None:
    """Return what a document excepts from its day of effect, in its own words; None where it
    excepts nothing.
    """
    found = None if kind == _CONSOLIDATED else said_of_force(text, part, kind)
    if found is None:
        return None
    zone = Span(part.body.start, part.closing.end)
    clauses = [one for one in read_clauses(page, zone) if one.span.end > found.end()]
    told = [
        words
        for sentence in _sentences(page, clauses, found.end())
        if _is_exception(words := " ".join(sentence.split()).strip(" ,()"))
    ]
    whole = "; ".join(told)
    return (whole[:_LONGEST] + ("…" if whole[_LONGEST:] else "")) or None


def _sentences(page: Page, clauses: list[Clause], at: int) -> Iterator[str]:
    """Yield what follows ``at`` in its article, sentence by sentence."""
    article = clauses[0].names[:1] if clauses else ()
    for one in takewhile(lambda clause: clause.names[:1] == article, clauses):
        yield from _SENTENCE.split(page.text(Span(max(at, one.span.start), one.span.end)))


def _is_exception(words: str) -> bool:
    plain = fold(words)
    if plain.startswith(_EXCEPT):
        return True
    part = plain.startswith(_SOME_PART) and _IN_FORCE in plain
    return part and not any(whole in plain for whole in _OF_THE_WHOLE)
