"""The place that a paper is about (nơi làm việc với): "Tỉnh", "Phường" in its text are what its
title names.

"Kết luận … tại buổi làm việc với lãnh đạo tỉnh Điện Biên": "Tỉnh rà soát …" charges Điện Biên.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from luocdo.graph.vocabulary.lexicon import WORD, as_compared, lexicon
from luocdo.graph.vocabulary.term import Meaning

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

_LONGEST = 4  # words of a place's name: "Buôn Ma Thuột"
_WITH = "với"


def places_of_title(title: str | None) -> dict[str, str]:
    """Return what a place is called alone -> its whole name, for each sort of place of which the
    title names one, behind "với".

    >>> places_of_title("Kết luận tại buổi làm việc với lãnh đạo tỉnh Điện Biên")
    {'Tỉnh': 'tỉnh Điện Biên'}
    """
    words = [hit[0] for hit in WORD.finditer(title or "")]
    compared = [as_compared(word) for word in words]
    if _WITH not in compared:
        return {}
    named = dict.fromkeys(_places(words, compared, compared.index(_WITH)))
    nouns = [noun for noun, _ in named]
    return {noun.capitalize(): f"{noun} {name}" for noun, name in named if nouns.count(noun) == 1}


def _places(
    words: Sequence[str], compared: Sequence[str], start: int
) -> Iterator[tuple[str, str]]:
    for at in range(start, len(words)):
        noun = lexicon().at(compared, at, Meaning.REGION)
        if noun is not None and (name := _name(words, at, at + noun.words)):
            yield " ".join(compared[at : at + noun.words]), name


def _name(words: Sequence[str], noun: int, first: int) -> str:
    """Return the proper name behind a noun; in a title in capitals only where the title ends with
    it.
    """
    last = first
    while last < len(words) and words[last][0].isupper() and last - first < _LONGEST:
        last += 1
    if words[noun].isupper() and last < len(words):
        return ""
    return " ".join(word.capitalize() if word.isupper() else word for word in words[first:last])
