"""Lines of answers in English (tiếng Anh): whole lines by templates, what stands in their places
in its turn.

What a document says stays as it says it; a line that no template knows stays Vietnamese rather
than half translated.
"""

from __future__ import annotations

import csv
import re
from functools import cache, lru_cache
from importlib.resources import files

_APART = " · "
_PLACE = "{}"
_DEEPEST = 3


def in_english(words: str, depth: int = 0) -> str:
    """Return a line in English, piece by piece where it is several.

    >>> in_english("DỰ THẢO để ngoài: 3 phân công")
    'DRAFTS left out: 3 assignments'
    """
    whole = _by_template(words, depth)
    if whole is not None:
        return whole
    pieces = words.split(_APART)
    return (
        _APART.join(in_english(piece, depth + 1) for piece in pieces) if len(pieces) > 1 else words
    )


@lru_cache(maxsize=2048)
def _by_template(words: str, depth: int) -> str | None:
    if depth > _DEEPEST:
        return None
    for pattern, english in _templates():
        if found := pattern.fullmatch(words):
            parts = iter(found.groups())
            pieces = english.split(_PLACE)
            return (
                "".join(piece + in_english(next(parts, ""), depth + 1) for piece in pieces[:-1])
                + pieces[-1]
            )
    return None


@cache
def _templates() -> tuple[tuple[re.Pattern[str], str], ...]:
    text = (files(__package__) / "english.tsv").read_text("utf-8")
    lines = (line for line in text.splitlines() if not line.startswith("#"))
    rows = csv.DictReader(lines, delimiter="\t", quoting=csv.QUOTE_NONE)
    return tuple((_pattern(row["vietnamese"]), row["english"]) for row in rows)


def _pattern(template: str) -> re.Pattern[str]:
    return re.compile("(.*?)".join(re.escape(piece) for piece in template.split(_PLACE)))
