"""Text without accents, letter for letter (bỏ dấu): what patterns are matched against, so that OCR and NFD cost nothing.

`bare` keeps length and case: a span found in it is a span of the page. ``đ`` and ``Đ`` become ``d`` and ``D``.
"""

from __future__ import annotations

import unicodedata
from functools import lru_cache

_PLAIN = {"đ": "d", "Đ": "D", "ð": "d", "Ð": "D", "–": "-", "—": "-", "\u00ad": " "}


def _table() -> dict[int, str]:
    letters = (chr(code) for block in ((0xC0, 0x250), (0x1E00, 0x1F00)) for code in range(*block))
    plain = {ord(letter): unicodedata.normalize("NFD", letter)[0] for letter in letters}
    return plain | {ord(odd): letter for odd, letter in _PLAIN.items()}


_TABLE = _table()


@lru_cache(maxsize=16)
def bare(text: str) -> str:
    """Return ``text`` with every Vietnamese letter replaced by its base letter; same length."""
    return text.translate(_TABLE)
