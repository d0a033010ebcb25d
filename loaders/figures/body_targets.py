"""Measurable goals in prose (mục tiêu, chỉ tiêu trong thân văn bản): what is to be reached, how much of it, by when.

Only clauses below a heading that says "mục tiêu" or "chỉ tiêu" hold goals; a figure anywhere else is a statement of fact.
"""

from __future__ import annotations

import re
from itertools import pairwise
from typing import TYPE_CHECKING

from luocdo.graph.records import TargetRecord
from luocdo.loaders.text.bare import bare
from luocdo.loaders.text.page import Span

if TYPE_CHECKING:
    from collections.abc import Iterator

    from luocdo.loaders.context import ReadingContext
    from luocdo.loaders.text.clauses import Clause

_LONGEST_HEADING = 160
_GOALS = re.compile(r"(?i)\b(?:muc\s+tieu|chi\s+tieu)\b")
_CUT = re.compile(r";\s+|(?<=[^\sA-Z0-9])\.\s+(?=[A-Z])")
_VALUE = re.compile(
    r"""(?ix)
    (?P<value>
      (?:(?:tren|duoi|it\s+nhat|toi\s+thieu|toi\s+da|khong\s+qua|khoang|tu)\s+)*
      \d[\d.,]*(?:\s*-\s*\d[\d.,]*)?\s*%
    )
    | (?:(?:tren|it\s+nhat|toi\s+thieu|toi\s+da|khong\s+qua|dat|co)\s+)+
      (?<!\d)(?P<count>\d{1,3}(?:\.\d{3})*(?:,\d+)?)(?![\d/%.,]*\d|\s*(?:%|/|thang|nam\s+20))\s+(?P<unit>[^\W\d]+(?:\s+[^\W\d]+)?)
    """,
)
_BY = re.compile(
    r"(?i)\b(?:den|het|trong|vao|cuoi)\s+(?:het\s+)?(?:nam\s+)?(20\d\d)\b|\bgiai\s+doan\s+20\d\d\s*-\s*(20\d\d)\b|^\W*nam\s+(20\d\d)\b"
)


def read_body_targets(context: ReadingContext, clauses: tuple[Clause, ...]) -> Iterator[TargetRecord]:
    """Yield the goals that ``clauses`` state with a figure; one for each sentence or item."""
    text = bare(context.page.flat)
    goals: dict[Span, bool] = {}  # each heading is judged once for all that stands under it
    for clause in clauses:
        for one in clause.above:
            if one.span not in goals:
                goals[one.span] = _is_goal_heading(text, one)
        if any(goals[one.span] for one in clause.above):
            for span in _sentences(context, text, clause.span):
                target = _target(context, text, clause, span)
                if target is not None:
                    yield target


def _is_goal_heading(text: str, clause: Clause) -> bool:
    words = " ".join(text[clause.span.start : clause.span.end].split())
    return len(words) < _LONGEST_HEADING and _GOALS.search(words) is not None


def _sentences(context: ReadingContext, text: str, span: Span) -> Iterator[Span]:
    cuts = [span.start, *(hit.end() for hit in _CUT.finditer(text, span.start, span.end)), span.end]
    for start, end in pairwise(cuts):
        piece = context.page.trim(Span(start, end))
        if piece:
            yield piece


def _target(context: ReadingContext, text: str, clause: Clause, span: Span) -> TargetRecord | None:
    hit = _VALUE.search(text, span.start, span.end)
    if hit is None:
        return None
    page = context.page
    percent = hit["value"] is not None
    value = page.text(Span(hit.start("value"), hit.end("value")) if percent else Span(hit.start(), hit.end("count")))
    return TargetRecord(
        origin="body",
        text=page.text(span).strip(" .;-*"),
        evidence=page.evidence(clause.place, span),
        place=clause.place,
        value=value,
        unit="%" if percent else page.text(Span(hit.start("unit"), hit.end("unit"))),
        by=_by(text, clause, span),
    )


def _by(text: str, clause: Clause, span: Span) -> str | None:
    """Return the last day of the year that the sentence names, else the nearest heading above it."""
    for piece in (span, *(one.span for one in reversed(clause.above))):
        years = {next(filter(None, groups)) for groups in _BY.findall(text[piece.start : piece.end])}
        if len(years) == 1:
            return f"{years.pop()}-12-31"
        if years:
            return None
    return None
