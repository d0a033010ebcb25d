"""Measurable goals in prose (mục tiêu, chỉ tiêu trong thân văn bản): what is to be reached, how much of it, by when.

Only clauses below a heading that says "mục tiêu" or "chỉ tiêu" hold goals; a figure anywhere else is a statement of fact.
"""

from __future__ import annotations

import re
from itertools import pairwise
from typing import TYPE_CHECKING

from luocdo.graph.records import TargetRecord
from luocdo.loaders.figures.measures import measures
from luocdo.loaders.text.bare import bare
from luocdo.loaders.text.page import Span

if TYPE_CHECKING:
    from collections.abc import Iterator

    from luocdo.loaders.context import ReadingContext
    from luocdo.loaders.text.clauses import Clause

_LONGEST_HEADING = 160
_GOALS = re.compile(r"(?i)\b(?:muc\s+tieu|chi\s+tieu)\b")
_CUT = re.compile(r";\s+|\.(?:(?<=[^\sA-Z0-9]\.)|(?<=[A-Z]{3}\.))\s+(?=[A-Z])")  # "30% GDP. Tỉ lệ …", not "TP. Huế"
_BY = re.compile(
    r"(?i)\b(?:den|het|trong|vao|cuoi)\s+(?:het\s+)?(?:nam\s+)?(20\d\d)\b|\bgiai\s+doan\s+20\d\d\s*-\s*(20\d\d)\b|^\W*nam\s+(20\d\d)\b"
)


def read_body_targets(context: ReadingContext, clauses: tuple[Clause, ...]) -> Iterator[TargetRecord]:
    """Yield the goals that ``clauses`` state with a figure; one for each sentence or item, none in a norm."""
    if context.header.nature == "normative":
        return
    text = bare(context.page.flat)
    goals: dict[Span, bool] = {}  # each heading is judged once for all that stands under it
    for clause in clauses:
        for one in clause.above:
            if one.span not in goals:
                goals[one.span] = _is_goal_heading(text, one)
        if any(goals[one.span] for one in clause.above):
            for span in _sentences(context, text, clause.span):
                yield from _targets(context, text, clause, span)


def _is_goal_heading(text: str, clause: Clause) -> bool:
    words = " ".join(text[clause.span.start : clause.span.end].split())
    return len(words) < _LONGEST_HEADING and _GOALS.search(words) is not None


def _sentences(context: ReadingContext, text: str, span: Span) -> Iterator[Span]:
    cuts = [span.start, *(hit.end() for hit in _CUT.finditer(text, span.start, span.end)), span.end]
    for start, end in pairwise(cuts):
        piece = context.page.trim(Span(start, end))
        if piece:
            yield piece


def _targets(context: ReadingContext, text: str, clause: Clause, span: Span) -> Iterator[TargetRecord]:
    page = context.page
    for found in measures(page.flat[span.start : span.end]):
        yield TargetRecord(
            origin="body",
            text=page.text(span).strip(" .;-*"),
            evidence=page.evidence(clause.place, span),
            place=clause.place,
            value=found.value,
            unit=found.unit,
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
