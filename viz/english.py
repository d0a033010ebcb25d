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
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Iterator

_FILES = ("english.tsv", "english_remarks.tsv", "english_commands.tsv")
_APART = (" · ", "; ", " + ", ": ")
_LISTED = ", "
_PLACES = re.compile(r"\{(#?)\}")
_NUMBER, _ANYTHING = r"([\d./–-]+)", "(.*?)"
_DEEPEST = 4


class _Template(NamedTuple):
    """A line with places: its pattern, and the English one as pieces between them."""

    pattern: re.Pattern[str]
    pieces: tuple[str, ...]
    rank: tuple[
        bool, int
    ]  # one that begins with words of its own is surer, then the one with more of them


def in_english(words: str, depth: int = 0) -> str:
    """Return a line in English, piece by piece where it is several.

    >>> in_english("DỰ THẢO để ngoài: 3 phân công")
    'DRAFTS left out: 3 assignments'
    """
    whole = _whole(words, depth)
    if whole is not None:
        return whole
    for apart in _APART:
        if apart in words:
            return apart.join(in_english(piece, depth + 1) for piece in words.split(apart))
    return _list(words)


def _list(words: str) -> str:
    """Return a list of words in English; a single word among them stays as it is: it may be a
    name's.
    """
    pieces = words.split(_LISTED)
    told = [
        _whole(piece, _DEEPEST) if " " in piece or len(pieces) == 1 else None for piece in pieces
    ]
    return _LISTED.join(
        piece if english is None else english for piece, english in zip(pieces, told, strict=True)
    )


@lru_cache(maxsize=4096)
def _whole(words: str, depth: int) -> str | None:
    if (exact := _lines().get(words)) is not None:
        return exact
    if depth >= _DEEPEST:
        return None
    for template in _templates():
        if found := template.pattern.fullmatch(words):
            told = [in_english(part, depth + 1) for part in found.groups()]
            return "".join(
                piece + part for piece, part in zip(template.pieces, (*told, ""), strict=True)
            )
    return None


@cache
def _lines() -> dict[str, str]:
    return {line: english for line, english in _rows() if not _PLACES.search(line)}


@cache
def _templates() -> tuple[_Template, ...]:
    """Return the templates, those that say most first."""
    found = [_template(line, english) for line, english in _rows() if _PLACES.search(line)]
    return tuple(sorted(found, key=lambda one: one.rank))


def _template(line: str, english: str) -> _Template:
    pieces = _PLACES.split(line)
    said, numbers = pieces[::2], pieces[1::2]
    places = [_NUMBER if one else _ANYTHING for one in numbers]
    pattern = "".join(
        re.escape(words) + place for words, place in zip(said, (*places, ""), strict=True)
    )
    return _Template(
        re.compile(pattern),
        tuple(_PLACES.split(english)[::2]),
        (not said[0], -sum(map(len, said))),
    )


def _rows() -> Iterator[tuple[str, str]]:
    for name in _FILES:
        text = (files(__package__) / name).read_text("utf-8")
        lines = (line for line in text.splitlines() if not line.startswith("#"))
        for row in csv.DictReader(lines, delimiter="\t", quoting=csv.QUOTE_NONE):
            yield row["vietnamese"], row["english"]
