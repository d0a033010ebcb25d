"""Whether a page's text layer can be read (lớp chữ của trang PDF): garbage and letters torn apart
are told from words.

A scanner's hidden layer may hold other letters than the picture shows (fonts without a map to
Unicode, a poor OCR), or each letter by itself ("B Ộ T Ư"). Such a page is read from its picture.
"""

from __future__ import annotations

import re
import unicodedata
from typing import TYPE_CHECKING

from luocdo.loaders.text.bare import bare

if TYPE_CHECKING:
    from collections.abc import Iterable

# A Vietnamese syllable without accents: onset, vowels, coda (Quy tắc chính tả tiếng Việt, Quyết
# định 240/QĐ năm 1984).
_SYLLABLE = re.compile(
    r"(?:ngh|ng|nh|gh|gi|kh|ph|th|tr|ch|qu|[bcdghklmnprstvx])?[aeiouy]{1,3}(?:ch|nh|ng|[cmnpt])?",
    re.IGNORECASE,
)
_NO_MAP = re.compile(r"\(cid:\d+\)")
_FEW_WORDS = 12
_MOST_ODD = 0.1  # of the letters
_MOST_SINGLE = 0.4  # of the words; running text has 0.03
_LEAST_SYLLABLES = 0.5  # of the words; running text has 0.9, tables of abbreviations 0.6


def is_garbled(words: Iterable[str]) -> bool:
    """Return whether the ``words`` of a page are no text that anybody wrote."""
    found = list(words)
    return _has_odd_letters("".join(found)) or _is_torn(found) or not _is_language(found)


def _has_odd_letters(text: str) -> bool:
    unmapped = len(_NO_MAP.findall(text))
    odd = sum(
        unicodedata.category(letter) in ("Co", "Cn", "Cc", "So") or letter == "\ufffd"
        for letter in text
    )
    return (odd + unmapped) > _MOST_ODD * max(1, len(_NO_MAP.sub("?", text)))


def _is_torn(words: list[str]) -> bool:
    """Tell letters that stand apart: "B Ộ T Ư P H Á P"."""
    spelt = [word for word in words if word.isalpha()]
    return len(spelt) >= _FEW_WORDS and sum(len(word) == 1 for word in spelt) > _MOST_SINGLE * len(
        spelt
    )


def _is_language(words: list[str]) -> bool:
    spelt = [
        word
        for word in (one.strip(".,;:()“”\"'/-") for one in words)
        if word.isalpha() and len(word) > 1
    ]
    if len(spelt) < _FEW_WORDS:
        return True
    return sum(
        _SYLLABLE.fullmatch(bare(word)) is not None for word in spelt
    ) >= _LEAST_SYLLABLES * len(spelt)
