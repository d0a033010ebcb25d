"""Text without accents, letter for letter (bỏ dấu): what patterns are matched against, so that OCR
and NFD cost nothing.

`bare` keeps length and case: a span found in it is a span of the page. ``đ`` and ``Đ`` become
``d`` and ``D``.
"""

from __future__ import annotations

import unicodedata
from functools import lru_cache

_PLAIN = {"đ": "d", "Đ": "D", "ð": "d", "Ð": "D", "–": "-", "—": "-", "\u00ad": " "}


_PAGE = 2000  # a longer text is a page, which many readers ask for
_LETTER = 120  # so may a shorter one be: that of a letter, or a clause


def _table() -> str:
    """Letter for letter in one string: a table without gaps answers for plain letters too, at no
    exception.
    """
    letters = [chr(code) for code in range(0x2100)]
    for block in ((0xC0, 0x250), (0x1E00, 0x1F00)):
        for code in range(*block):
            letters[code] = unicodedata.normalize("NFD", chr(code))[0]
    for odd, letter in _PLAIN.items():
        letters[ord(odd)] = letter
    return "".join(letters)


_TABLE = _table()


def bare(text: str) -> str:
    """Return ``text`` with every Vietnamese letter replaced by its base letter; same length."""
    if len(text) > _PAGE:
        return _bare_page(text)
    return _bare_letter(text) if len(text) > _LETTER else text.translate(_TABLE)


@lru_cache(maxsize=8)
def _bare_page(text: str) -> str:
    return text.translate(_TABLE)


@lru_cache(maxsize=64)
def _bare_letter(text: str) -> str:
    return text.translate(_TABLE)
