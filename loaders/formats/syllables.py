"""Syllables (âm tiết): every word of Vietnamese is one; so the halves of a broken word are told.

A syllable has an onset, a nucleus, a coda and at most one tone (Quy tắc chính tả tiếng Việt, Quyết
định 240/QĐ năm 1984).
"""

from __future__ import annotations

import re
import unicodedata

_SYLLABLE = re.compile(
    r"(?:b|ch?|d|gh?|gi|h|kh?|l|m|ngh?|nh?|ph?|qu?|r|s|t[hr]?|v|x)?[aeiouy]{1,3}(?:ch?|m|ng?|nh|p|t)?",
    re.IGNORECASE,
)
_TONES = frozenset("\u0300\u0301\u0303\u0309\u0323")  # huyền, sắc, ngã, hỏi, nặng
_CONSONANTS = "bcdđghklmnpqrstvx"
# The nuclei, between blanks.
_NUCLEI = (
    " a ai ao au ay e eo i ia iu o oa oai oao oay oe oeo oi oo u ua uao uay ui uy uya uyu y"
    " ă â âu ây ê êu iê iêu oă ô ôi ơ ơi uâ uă uây uê uô uôi uơ uyê yê yêu"
    " ư ưa ưi ưu ươ ươi ươu "
)


def is_syllable(letters: str) -> bool:
    """Return whether ``letters`` can be a syllable, as far as it is told without its accents."""
    bare = "".join(
        one for one in unicodedata.normalize("NFD", letters) if not unicodedata.combining(one)
    )
    return _SYLLABLE.fullmatch(bare.replace("đ", "d").replace("Đ", "D")) is not None


def are_halves(end: str, beginning: str) -> bool:
    """Return whether two syllables are one that was broken: "nghi" and "ệm", "kho" and "a"."""
    whole = unicodedata.normalize("NFD", (end + beginning).lower())
    tones = sum(letter in _TONES for letter in whole)
    toneless = "".join(letter for letter in whole if letter not in _TONES)
    return tones <= 1 and f" {_nucleus(unicodedata.normalize('NFC', toneless))} " in _NUCLEI


def _nucleus(syllable: str) -> str:
    """Return the vowels between onset and coda; the i of "gi" is of the onset."""
    vowels = syllable.strip(_CONSONANTS)
    return vowels[1:] if syllable.startswith("gi") and len(vowels) > 1 else vowels
