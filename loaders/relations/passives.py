"""Changes said of what is changed (bị động): "X được sửa đổi bởi Y", "X (sửa đổi tại Y)", "X đã
được Y thay thế".

Each is a fact about Y. Of several documents that end before the verb the nearest of Y's kind is
meant that is not younger than Y: in "A sửa đổi B, được sửa đổi tại C" it is B.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from dataclasses import dataclass
from typing import TYPE_CHECKING

from luocdo.graph.vocabulary import Meaning
from luocdo.graph.vocabulary.phrasing import of, optional
from luocdo.loaders.citations.changing import (
    ALREADY,
    AND_OR,
    BEFALLS,
    BY,
    CHANGED_BY,
    CHANGING,
    MATTER,
    OF_PART,
    SOME_OF,
    type_of,
)
from luocdo.loaders.citations.citation import is_younger

if TYPE_CHECKING:
    from luocdo.graph.records import DocumentMention
    from luocdo.loaders.citations.citing import Naming

_CHAIN = rf"(?:[\s,]+{optional(AND_OR)}{CHANGING})*"
PASSIVE = re.compile(f"(?i){CHANGED_BY}")
# Without "được": in brackets "X (sửa đổi, bổ sung tại điểm b khoản 1 Y)", before "bởi" also
# without.
_BY_NAME = of(Meaning.PREPOSITION, "by", "using")
_SHORT_FORM = (
    rf"(?:[\s,]*\(\s*{ALREADY}(?P<verb>{CHANGING}){_CHAIN}(?:\s+{SOME_OF})?\s+{BY}\s+{OF_PART}"
    rf"|[\s,]+(?P<short>{CHANGING}){_CHAIN}\s+{_BY_NAME}\s+{OF_PART})"
)
_SHORT = re.compile(f"(?i){_SHORT_FORM}")
_SHORT_BEFORE = re.compile(f"(?i){_SHORT_FORM}$")
# Who changed it before the verb: "X đã được |Y| sửa đổi, bổ sung".
_BY_BEFORE = re.compile(rf"(?i)[\s,(]*{ALREADY}{BEFALLS}\s+{OF_PART}")
_VERB_BEHIND = re.compile(rf"(?i)[\s,]*(?P<verb>{CHANGING})\b")
# The other way round: what Y does stands in brackets, "Y (sửa đổi, bổ sung một số điều của X)".
BRACKETED = re.compile(rf"(?i)\s*\(\s*{MATTER}(?P<verb>{CHANGING}){_CHAIN}\s+{OF_PART}")
# What all of these begin with, right behind the document.
_OPENING = re.compile(rf"(?i)[\s,(]*{ALREADY}(?:{BEFALLS}|{CHANGING})(?!\w)")
_LONGEST_BRACKET = 160
_FARTHEST = 400  # characters between a document and the one it was changed by


@dataclass(frozen=True, slots=True)
class Said:
    """``changed`` is the document that the naming at hand changes; ``type`` is the edge's."""

    changed: Naming
    type: str


def said_to_suffer(text: str, namings: list[Naming]) -> list[int]:
    """Return which of ``namings`` have words behind them that a passive begins with."""
    return [at for at, one in enumerate(namings) if _OPENING.match(text, one.citation.span.end)]


def changed_by(text: str, namings: list[Naming], at: int, suffering: list[int]) -> Said | None:
    """Return what the naming at ``at`` is said to have changed, None where it is said of nothing;
    ``suffering`` are those of `said_to_suffer`.
    """
    by = namings[at]
    near = _near(namings, at, suffering)
    verbs = [(one, verb) for one in near if (verb := _verb(text, one, by))]
    mention = by.citation.mention
    able = [(one, verb) for one, verb in verbs if not is_younger(one.citation.mention, mention)]
    alike = [pair for pair in able if pair[0].citation.mention.kind == mention.kind]
    left = alike or [
        (one, verb) for one, verb in able if not _is_law(one.citation.mention) or _is_law(mention)
    ]
    return Said(left[-1][0], type_of(left[-1][1])) if left else None


def done_by_what_follows(text: str, start: int, at: int) -> str | None:
    """Return the edge type where the words before ``at`` say that what is named there did it: "(đã
    sửa đổi theo |…".
    """
    found = _SHORT_BEFORE.search(text, max(start, at - _LONGEST_BRACKET), at)
    return type_of(found["verb"] or found["short"]) if found else None


def _near(namings: list[Naming], at: int, suffering: list[int]) -> list[Naming]:
    """Return those of ``suffering`` before ``at`` that stand near enough, in order."""
    start, last = namings[at].citation.name.start, bisect_left(suffering, at)
    first = last
    while first and start - namings[suffering[first - 1]].citation.span.end <= _FARTHEST:
        first -= 1
    return [namings[one] for one in suffering[first:last]]


def _verb(text: str, one: Naming, by: Naming) -> str | None:
    start, end = one.citation.span.end, by.citation.name.start
    if not 0 <= end - start <= _FARTHEST:
        return None
    found = PASSIVE.fullmatch(text, start, end) or _SHORT.fullmatch(text, start, end)
    if found:
        groups = found.groupdict()
        return groups["verb"] or groups["short"]
    after = by.citation.title.start if by.citation.title else by.citation.span.end
    behind = _VERB_BEHIND.match(text, after) if _BY_BEFORE.fullmatch(text, start, end) else None
    return behind["verb"] if behind else None


def _is_law(mention: DocumentMention) -> bool:
    return mention.kind in {"Luật", "Bộ luật", "Pháp lệnh"}
