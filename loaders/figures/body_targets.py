"""Measurable goals in prose (mục tiêu, chỉ tiêu trong thân văn bản): what is to be reached, how
much of it, by when.

Clauses below a heading of goals hold them ("mục tiêu", "chỉ tiêu", "phấn đấu"), and sentences that
set one wherever they stand ("Phấn đấu …", "Đến năm 2030, …" of a year to come); a figure anywhere
else is a statement of fact. The year comes from the sentence, the headings above it, the
document's title or period. Ceilings of legal norms are no goals.
"""

from __future__ import annotations

import re
from itertools import pairwise
from typing import TYPE_CHECKING

from luocdo.graph.records import TargetRecord
from luocdo.graph.vocabulary import Meaning, alternation
from luocdo.loaders.figures.measures import measures
from luocdo.loaders.text.bare import bare
from luocdo.loaders.text.page import Span
from luocdo.loaders.times.known_year import year_of_title

if TYPE_CHECKING:
    from collections.abc import Iterator

    from luocdo.loaders.context import ReadingContext
    from luocdo.loaders.text.clauses import Clause

_LONGEST_HEADING = 160
_GOALS = re.compile(f"(?i:{alternation(Meaning.HEADING_TARGETS)})")
_PAST = re.compile(f"(?i:{alternation(Meaning.HEADING_RESULTS)})")
_AIMS = re.compile(f"(?i:{alternation(Meaning.AIMS)})")
_NAMED_YEAR = re.compile(r"(?i)\bnam\s+(20\d\d)(?:\s+(?:dat|tang|giam|co|con|phan\s+dau)\b|\s*$)")
_BY_THEN = re.compile(
    r"(?i)(?:^[\W\d]*(?:phan\s+dau\s+)?(?:den|vao)\s+(?:het\s+|cuoi\s+)?nam\s+20\d\d\b|den\s+(?:het\s+)?nam\s+20\d\d\s+dat\b)"
)
_TOLD = re.compile(r"(?i)\bda\s")
_CUT = re.compile(
    r";\s+|\.(?:(?<=[^\sA-Z0-9]\.)|(?<=[A-Z]{3}\.)|(?<=20\d\d\.))\s+(?=[A-Z])"
)  # "30% GDP. Tỉ lệ …", not "TP. Huế"
_BY = re.compile(
    r"(?i)\b(?:den|het|trong|vao|cuoi)\s+(?:het\s+)?(?:nam\s+)?(20\d\d)\b|\bgiai\s+doan\s+20\d\d\s*-\s*(20\d\d)\b|^\W*nam\s+(20\d\d)\b"
)


def read_body_targets(
    context: ReadingContext, clauses: tuple[Clause, ...]
) -> Iterator[TargetRecord]:
    """Yield the goals that ``clauses`` state with a figure; one for each sentence or item, none in
    a norm.
    """
    if context.header.nature == "normative":
        return
    text = bare(context.page.flat)
    judged: dict[Span, tuple[bool, bool]] = {}  # each heading once for all that stands under it
    for clause in clauses:
        under_goals, under_results = _under(text, clause, judged)
        aims = _goals(context, text, _sentences(context, text, clause.span))
        for span, sets_goal in aims:
            if under_goals or (not under_results and sets_goal):
                yield from _targets(context, text, clause, span)


def _under(text: str, clause: Clause, judged: dict[Span, tuple[bool, bool]]) -> tuple[bool, bool]:
    """Return whether a clause stands under a heading of goals, and whether of results."""
    for one in clause.above:
        if one.span not in judged:
            judged[one.span] = _judged(text, one)
    headings = [judged[one.span] for one in clause.above]
    return any(goals for goals, _ in headings), any(results for _, results in headings)


def _judged(text: str, heading: Clause) -> tuple[bool, bool]:
    """Return whether a heading is one of goals, and whether it is one of results."""
    if heading.span.end - heading.span.start > 2 * _LONGEST_HEADING:
        return False, False
    words = " ".join(text[heading.span.start : heading.span.end].split())
    if len(words) >= _LONGEST_HEADING:
        return False, False
    goals = _GOALS.search(words) is not None
    return goals, not goals and _PAST.match(words) is not None


def _goals(
    context: ReadingContext, text: str, sentences: Iterator[Span]
) -> Iterator[tuple[Span, bool]]:
    """Yield each sentence, and whether it sets a goal; one goes on behind its semicolons."""
    going_on, last = False, 0
    for span in sentences:
        joined = going_on and ";" in text[last : span.start]
        told = _TOLD.search(text, span.start, span.end) is not None
        going_on = _sets_goal(context, text, span) or (joined and not told)
        yield span, going_on
        last = span.end - (text[span.end - 1] == ";")


def _sets_goal(context: ReadingContext, text: str, span: Span) -> bool:
    """Tell a sentence that sets a goal by its own words, for a time to come."""
    words = text[span.start : span.end]
    if _AIMS.search(words) is None and _BY_THEN.search(words) is None:
        return False
    own = _own_year(words)
    return own is None or context.header.date is None or own >= context.header.date[:4]


def _sentences(context: ReadingContext, text: str, span: Span) -> Iterator[Span]:
    cuts = [
        span.start,
        *(hit.end() for hit in _CUT.finditer(text, span.start, span.end)),
        span.end,
    ]
    for start, end in pairwise(cuts):
        piece = context.page.trim(Span(start, end))
        if piece:
            yield piece


def _targets(
    context: ReadingContext, text: str, clause: Clause, span: Span
) -> Iterator[TargetRecord]:
    page = context.page
    for found in measures(page.flat[span.start : span.end]):
        yield TargetRecord(
            origin="body",
            text=page.text(span).strip(" .;-*"),
            evidence=page.evidence(clause.place, span),
            place=clause.place,
            value=found.value,
            bound=found.bound,
            unit=found.unit,
            by=_by(context, text, clause, span, found.start),
        )


def _year_before(words: str) -> str | None:
    years = _NAMED_YEAR.findall(words)
    return years[-1] if years else None


def _own_year(words: str) -> str | None:
    years = {next(filter(None, groups)) for groups in _BY.findall(words)}
    return years.pop() if len(years) == 1 else None


def _by(context: ReadingContext, text: str, clause: Clause, span: Span, at: int) -> str | None:
    """Return the last day of the year that the sentence names, else the nearest heading, else the
    document's title.

    ``at`` is where the figure stands: "năm 2025 đạt trên 8% và năm 2026 đạt từ 10%" names a year
    for each.
    """
    if said := _year_before(text[span.start : span.start + at]):
        return f"{said}-12-31"
    for piece in (span, *(one.span for one in reversed(clause.above))):
        years = {
            next(filter(None, groups)) for groups in _BY.findall(text[piece.start : piece.end])
        }
        if len(years) == 1:
            return f"{years.pop()}-12-31"
        if years:
            return None
    year = year_of_title(context.header.title)
    return f"{year}-12-31" if year else context.header.period_end
