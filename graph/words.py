"""Words of a text with their places (từ và chỗ): as they are compared, and where they stand in the
text that is shown.
"""

from __future__ import annotations

import re
from typing import NamedTuple

from luocdo.graph.text import clean, fold

_WORD = re.compile(r"[^\W_]+|%")


class Word(NamedTuple):
    """A word of a shown text: ``plain`` as it is compared, ``printed`` as it stands there, from
    ``start`` to ``end``.
    """

    plain: str
    printed: str
    start: int
    end: int


def shown(text: str) -> str:
    """Return ``text`` as it is shown and as `words_of` counts its characters."""
    return clean(text)


def words_of(text: str) -> list[Word]:
    """Return the words of a shown text.

    >>> [word.plain for word in words_of("Trí tuệ nhân tạo (AI)")]
    ['tri', 'tue', 'nhan', 'tao', 'ai']
    """
    found = ((one, fold(one.group())) for one in _WORD.finditer(text))
    return [Word(plain, one.group(), one.start(), one.end()) for one, plain in found if plain]
