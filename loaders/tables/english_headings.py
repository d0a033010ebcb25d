"""Headings in English (tiêu đề cột tiếng Anh): told by their words, where all of them are known.

"Supporting units" coordinate although units alone tell nothing; the most particular word decides.
"""

from __future__ import annotations

from typing import Final

from luocdo.graph.vocabulary import Meaning, phrases

_MOST_PARTICULAR_FIRST: Final = (
    "other",
    "coordinate",
    "deadline",
    "tracker",
    "lead",
    "product",
    "progress",
    "text",
)


def english_role(heading: str) -> str | None:
    """Return the role that an English ``heading`` tells; None where a word of it is unknown."""
    if not heading.isascii():
        return None
    found = list(phrases(Meaning.COLUMN_ENGLISH).find(heading))
    rest = heading
    for hit in reversed(found):
        rest = rest[: hit.start] + rest[hit.end :]
    if any(map(str.isalnum, rest)):
        return None
    told = {hit.term.value for hit in found}
    return next((role for role in _MOST_PARTICULAR_FIRST if role in told), None)
