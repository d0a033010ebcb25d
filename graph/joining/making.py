"""The law that a row is to make (luật phải xây dựng): two rows that make one law are one work,
however else they are worded.
"""

from __future__ import annotations

import re
from functools import cache

from luocdo.graph.text import clean, fold
from luocdo.graph.vocabulary import Meaning, document_kinds, prints

# Laws are known by their title; decrees and circulars have long ones, in which the likeness of the
# words tells enough.
_TITLED = frozenset({"Luật", "Bộ luật", "Pháp lệnh"})
_WORD = re.compile(r"[^\s,;.:()]+|[,;.:()]")
_STOPS = ",;.:()"
_LONGEST = 12  # words of a title
_HEAD = 8  # words before the law: verbs and whoever acts


def law_made(text: str) -> str:
    """Return the title of the law that ``text`` is to make, without accents; empty where it makes
    none.

    >>> law_made("Xây dựng Luật Nhà giáo trong đó sửa đổi một số quy định")
    'nha giao'
    >>> law_made("Xây dựng Nghị định hướng dẫn Luật Nhà giáo")
    ''
    """
    words = _WORD.findall(clean(text))
    for at, word in enumerate(words[:_HEAD]):
        if word in _TITLED and at + 1 < len(words) and words[at + 1][:1].isupper():
            return (
                "" if _is_about_another(words[:at]) else _title(words[at + 1 : at + 1 + _LONGEST])
            )
    return ""


def _is_about_another(before: list[str]) -> bool:
    """Return whether another kind of document is what the row makes ("Nghị định hướng
    dẫn Luật …").
    """
    said = f" {' '.join(before)} ".casefold()
    return any(f" {kind} " in said for kind in _other_kinds())


def _title(words: list[str]) -> str:
    found: list[str] = []
    for at, word in enumerate(words):
        if found and (word in _STOPS or _stops_at(words[at:])):
            break
        found.append(word)
    return fold(" ".join(found))


def _stops_at(words: list[str]) -> bool:
    if words[0] == "và":
        return len(words) == 1 or not words[1][:1].isupper()
    return any(" ".join(words[:length]) in _enders() for length in (1, 2, 3))


@cache
def _enders() -> frozenset[str]:
    meanings = (
        Meaning.ACTS,
        Meaning.GOES_ON,
        Meaning.CONDITION,
        Meaning.DESCRIBES,
        Meaning.REPORTS,
    )
    return frozenset(spelt for meaning in meanings for spelt in prints(meaning))


@cache
def _other_kinds() -> frozenset[str]:
    return frozenset(kind.name.casefold() for kind in document_kinds() if kind.name not in _TITLED)
