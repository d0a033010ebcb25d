"""The grammar of unit names (cách đặt tên cơ quan): head words, collectives, kinds.

Sources: Luật Tổ chức Chính phủ 63/2025/QH15, Luật Tổ chức chính quyền địa phương 72/2025/QH15,
Nghị định 123/2016/NĐ-CP (vụ, văn phòng, thanh tra, cục, tổng cục, đơn vị sự nghiệp), Điều lệ Đảng.
"""

from __future__ import annotations

import re
from functools import lru_cache

from luocdo.graph.text import fold
from luocdo.graph.vocabulary import Meaning, alternation, terms

HEADS: tuple[tuple[str, str], ...] = tuple(
    (spelt, term.value) for term in terms(Meaning.UNIT_HEAD) for spelt in term.prints
)
_HEADS = {fold(head): kind for head, kind in HEADS}
_SPELT = frozenset(head for head, _ in HEADS)
_SPELT_POSTS = tuple(f"{post.term} " for post in terms(Meaning.POST) if post.value != "class")
_FOLDED_POSTS = tuple(f"{fold(post)} " for post in _SPELT_POSTS)
_NO_NAME = re.compile(f"(?i:{alternation(Meaning.NO_UNIT, accents=True)})")
_LONGEST = max(len(head.split()) for head in _HEADS)
_COLLECTIVE = re.compile(
    r"""(?ix)^(?:
      (?:các|những|mọi|tất\s+cả|toàn\s+thể|một\s+số|từng|(?:hai|ba|bốn)\s+(?:bộ|sở|ngành|cơ\s+quan|đơn\s+vị|tỉnh|xã|phường))\b
    | (?:thủ\s+trưởng|người\s+đứng\s+đầu|giám\s+đốc|lãnh\s+đạo|chủ\s+tịch|bí\s+thư|trưởng)\s+(?:các|cơ\s+quan|những|đơn\s+vị|sở,)
    | (?:bộ|ban|sở|tập\s+đoàn|tổng\s+công\s+ty)\s*,\s*(?:ban|ngành|sở|cơ\s+quan|doanh\s+nghiệp|tổng\s+công\s+ty|địa\s+phương)
    | lãnh\s+đạo\b
    | chính\s+quyền\s+(?:địa\s+phương|cơ\s+sở|các\s+cấp|cấp)\b
    | (?:cơ\s+quan|đơn\s+vị|tổ\s+chức|cá\s+nhân|doanh\s+nghiệp|địa\s+phương|cơ\s+sở|hộ|trường\s+học|ngành|cấp\s+[ủu][ỷy])\b
    | (?:cán\s+bộ|công\s+chức|đoàn\s+viên|đảng\s+viên)(?:,|\s+và)\s+(?:công\s+chức|viên\s+chức|đảng\s+viên|chiến\s+sĩ|giáo\s+viên|thanh\s+niên|hội\s+viên)\b
    | (?:chủ\s+đầu\s+tư|nhà\s+thầu|chủ\s+rừng|chủ\s+phương\s+tiện|người\s+lao\s+động|đoàn\s+viên\s+công\s+đoàn)\b
    | đại\s+biểu\s+(?:hội\s+đồng\s+nhân\s+dân|hđnd|quốc\s+hội)\b
    | (?:chủ\s+tịch\s+)?(?:ubnd|[ủu][ỷy]\s+ban\s+nhân\s+dân|hđnd|hội\s+đồng\s+nhân\s+dân)\s+(?:cấp\s+)?tỉnh\s*,\s*thành\s+phố
    | (?:(?:chủ\s+tịch|phó\s+chủ\s+tịch|pct|ct|(?:thường\s+trực|tt\.?))\s+)?
      (?:ubnd|[ủu][ỷy]\s+ban\s+nhân\s+dân|hđnd|hội\s+đồng\s+nhân\s+dân|công\s+an|phòng\s+[^,;]{2,40}|sở\s+[^,;]{2,60}|thuế|chi\s+cục\s+[^,;]{2,40}|tỉnh\s+ủy|mttq|(?:ban\s+công\s+tác\s+|[ủu][ỷy]\s+ban\s+)?mặt\s+trận(?:\s+tổ\s+quốc)?(?:\s+việt\s+nam)?|hội\s+(?!nghị|thảo)[^,;]{2,40}|đoàn\s+thanh\s+niên|công\s+đoàn|liên\s+đoàn\s+lao\s+động|(?:trưởng\s+)?đoàn\s+đại\s+biểu\s+quốc\s+hội)
      \s+(?:(?:các|\d+)\s+(?:tỉnh|thành|huyện|xã|phường|quận|thị|đặc|địa|cấp|khu|trường|thôn|ấp)|huyện\b(?!\s+(?-i:[A-ZĐÀ-Ỹ]))|cấp\s+(?:tỉnh|huyện|xã|phường|quận|cơ\s+sở|trung)|xã\b(?!\s+(?:hội\b|(?-i:[A-ZĐÀ-Ỹ])))|quận\b(?!\s+(?-i:[A-ZĐÀ-Ỹ]))|phường\b(?!\s+(?-i:[A-ZĐÀ-Ỹ]))|thị\s+xã\b(?!\s+(?-i:[A-ZĐÀ-Ỹ]))|đặc\s+khu\b(?!\s+(?-i:[A-ZĐÀ-Ỹ])))
    )""",
)
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
    return bool(_COLLECTIVE.match(words))


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
