"""The grammar of unit names (cách đặt tên cơ quan): head words, collectives, kinds.

Sources: Luật Tổ chức Chính phủ 63/2025/QH15, Luật Tổ chức chính quyền địa phương 72/2025/QH15,
Nghị định 123/2016/NĐ-CP (vụ, văn phòng, thanh tra, cục, tổng cục, đơn vị sự nghiệp), Điều lệ Đảng.
"""

from __future__ import annotations

import re
from functools import lru_cache

from luocdo.graph.text import fold
from luocdo.graph.vocabulary import Meaning, alternation, terms
from luocdo.graph.vocabulary.wordings import wording

HEADS: tuple[tuple[str, str], ...] = tuple(
    (spelt, term.value) for term in terms(Meaning.UNIT_HEAD) for spelt in term.prints
)
_HEADS = {fold(head): kind for head, kind in HEADS}
_SPELT = frozenset(head for head, _ in HEADS)
_SPELT_POSTS = tuple(f"{post.term} " for post in terms(Meaning.POST) if post.value != "class")
_FOLDED_POSTS = tuple(f"{fold(post)} " for post in _SPELT_POSTS)
_NO_NAME = re.compile(f"(?i:{alternation(Meaning.NO_UNIT, accents=True)})")
_LONGEST = max(len(head.split()) for head in _HEADS)
_COLLECTIVE = wording(__package__, "classes", "collective")
_COVERS: tuple[tuple[str, frozenset[str]], ...] = (
    ("don vi thuoc", frozenset({"vụ", "cục", "văn phòng", "thanh tra", "tổng cục"})),
    (
        "don vi truc thuoc",
        frozenset(
            {
                "vụ",
                "cục",
                "văn phòng",
                "thanh tra",
                "tổng cục",
                "viện",
                "báo",
                "tạp chí",
                "ban",
                "trung tâm",
            }
        ),
    ),
    ("don vi trong bo", frozenset({"vụ", "cục", "văn phòng", "thanh tra"})),
    ("don vi bo", frozenset({"vụ", "cục", "văn phòng", "thanh tra"})),
    ("don vi vu cuc", frozenset({"vụ", "cục"})),
    ("vu cuc", frozenset({"vụ", "cục"})),
    ("so ban nganh", frozenset({"sở"})),
    ("so nganh", frozenset({"sở"})),
    ("cac so", frozenset({"sở"})),
)


@lru_cache(maxsize=16384)
def is_collective(words: str) -> bool:
    """Return whether a name speaks of several bodies at once ("Các đơn vị thuộc Bộ", "Thủ trưởng
    các cơ quan").
    """
    return bool(_COLLECTIVE.search(words))


def collective_of(words: str) -> frozenset[str]:
    """Return the kinds of unit that a folded collective name covers within its body."""
    found: frozenset[str] = frozenset()
    for phrase, kinds in _COVERS:
        if phrase in words:
            found |= kinds
    return found


def kind_of(name: str) -> str:
    """Return the kind that a name's head word tells, "đơn vị" where none does."""
    words = fold(name).split()
    for length in range(_LONGEST, 0, -1):
        if kind := _HEADS.get(" ".join(words[:length])):
            return kind
    return "đơn vị"


@lru_cache(maxsize=16384)
def starts_with_head(words: str) -> bool:
    """Return whether words begin as a unit's name does: a head word, a post, a determiner.

    Accents count ("Bộ", not "bổ sung"), except in text that has none.
    """
    if is_collective(words):
        return not _NO_NAME.match(words)
    spelt = " ".join(words.casefold().split())
    plain = spelt.isascii()
    heads, posts = (_HEADS, _FOLDED_POSTS) if plain else (_SPELT, _SPELT_POSTS)
    pieces = re.findall(r"[\w&]+", spelt)
    known = any(" ".join(pieces[:length]) in heads for length in range(1, _LONGEST + 1))
    return (known and not _NO_NAME.match(words)) or any(spelt.startswith(post) for post in posts)


_NOUNS = frozenset(
    [
        "ban",
        "nganh",
        "dia",
        "bo",
        "so",
        "co",
        "don",
        "to",
        "doan",
        "ca",
        "doanh",
        "hiep",
        "hoi",
        "thi",
        "thanh",
        "huyen",
        "xa",
        "phuong",
        "vu",
        "cuc",
        "quan",
        "tinh",
        "truc",
        "cong",
        "nguoi",
    ]
)
_CAPITAL_NOUNS = frozenset({"vu", "cuc", "nganh", "ban", "phong", "khoa"})


def is_bare_noun(word: str) -> bool:
    """Return whether this is a bare noun that goes on with a collective: in small letters, or one
    of those that are often capitalised.
    """
    return (fold(word) in _NOUNS and not word[:1].isupper()) or fold(word) in _CAPITAL_NOUNS
