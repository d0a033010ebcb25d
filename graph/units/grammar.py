"""The grammar of unit names (cách đặt tên cơ quan): head words, collectives, kinds.

Sources: Luật Tổ chức Chính phủ 63/2025/QH15, Luật Tổ chức chính quyền địa phương 72/2025/QH15, Nghị định 123/2016/NĐ-CP
(vụ, văn phòng, thanh tra, cục, tổng cục, đơn vị sự nghiệp), Điều lệ Đảng.
"""

from __future__ import annotations

import re
from functools import lru_cache

from luocdo.graph.text import fold

# head word(s), kind
HEADS: tuple[tuple[str, str], ...] = (
    ("văn phòng", "văn phòng"),
    ("thanh tra", "thanh tra"),
    ("tổng cục", "tổng cục"),
    ("chi cục", "chi cục"),
    ("tổng công ty", "doanh nghiệp nhà nước"),
    ("tập đoàn", "doanh nghiệp nhà nước"),
    ("công ty", "doanh nghiệp"),
    ("ngân hàng", "ngân hàng"),
    ("trung tâm", "trung tâm"),
    ("ban quản lý", "ban"),
    ("ban chỉ đạo", "ban chỉ đạo"),
    ("tổ công tác", "tổ"),
    ("ủy ban", "ủy ban"),
    ("uỷ ban", "ủy ban"),
    ("ubnd", "ubnd"),
    ("hội đồng nhân dân", "hđnd"),
    ("hđnd", "hđnd"),
    ("hội đồng", "hội đồng"),
    ("công an", "công an"),
    ("bộ chỉ huy", "quân sự"),
    ("bộ đội", "quân sự"),
    ("bộ tư lệnh", "quân sự"),
    ("bộ tư pháp", "bộ"),
    ("học viện", "học viện"),
    ("đại học", "đại học"),
    ("đhqg", "đại học"),
    ("trường", "trường"),
    ("viện", "viện"),
    ("tòa án", "tòa án"),
    ("toà án", "tòa án"),
    ("kiểm toán", "kiểm toán"),
    ("kho bạc", "kho bạc"),
    ("bảo hiểm xã hội", "bhxh"),
    ("thông tấn xã", "báo chí"),
    ("đài", "báo chí"),
    ("báo", "báo chí"),
    ("tạp chí", "báo chí"),
    ("nhà xuất bản", "báo chí"),
    ("cổng thông tin", "báo chí"),
    ("liên đoàn", "đoàn thể"),
    ("liên hiệp", "đoàn thể"),
    ("hội", "đoàn thể"),
    ("mặt trận", "đoàn thể"),
    ("ubmttq", "đoàn thể"),
    ("đoàn thanh niên", "đoàn thể"),
    ("đoàn tncs", "đoàn thể"),
    ("tỉnh đoàn", "đoàn thể"),
    ("thành đoàn", "đoàn thể"),
    ("trung ương đoàn", "đoàn thể"),
    ("trung ương hội", "đoàn thể"),
    ("tổng liên đoàn", "đoàn thể"),
    ("tỉnh ủy", "cơ quan đảng"),
    ("tỉnh uỷ", "cơ quan đảng"),
    ("thành ủy", "cơ quan đảng"),
    ("thành uỷ", "cơ quan đảng"),
    ("đảng ủy", "cơ quan đảng"),
    ("đảng uỷ", "cơ quan đảng"),
    ("đảng đoàn", "cơ quan đảng"),
    ("quân ủy", "cơ quan đảng"),
    ("ban thường vụ", "cơ quan đảng"),
    ("thường trực", "cơ quan đảng"),
    ("ban bí thư", "cơ quan đảng"),
    ("bộ chính trị", "cơ quan đảng"),
    ("quốc hội", "cơ quan trung ương"),
    ("chính phủ", "cơ quan trung ương"),
    ("thủ tướng", "thẩm quyền"),
    ("phó thủ tướng", "thẩm quyền"),
    ("chủ tịch", "thẩm quyền"),
    ("bộ trưởng", "thẩm quyền"),
    ("cục", "cục"),
    ("vụ", "vụ"),
    ("sở", "sở"),
    ("ban", "ban"),
    ("phòng", "phòng"),
    ("bộ", "bộ"),
    ("tổ", "tổ"),
    ("thuế", "thuế"),
    ("thống kê", "thống kê"),
    ("cơ quan", "cơ quan"),
    ("đơn vị", "đơn vị"),
    ("tỉnh", "ubnd"),
    ("thành phố", "ubnd"),
    ("xã", "ubnd"),
    ("tp", "ubnd"),
    ("thị xã", "ubnd"),
    ("đặc khu", "ubnd"),
    ("phường", "ubnd"),
    ("nhnn", "ngân hàng"),
    ("vp", "văn phòng"),
    ("vpub", "văn phòng"),
    ("cvp", "văn phòng"),
    ("pcvp", "văn phòng"),
    ("ct", "thẩm quyền"),
    ("pct", "thẩm quyền"),
    ("tt", "đơn vị"),
    ("tand", "tòa án"),
    ("vksnd", "viện kiểm sát"),
    ("viện kiểm sát", "viện kiểm sát"),
    ("thi hành án", "thi hành án"),
    ("bhxh", "bhxh"),
    ("kbnn", "kho bạc"),
    ("ubmttqvn", "đoàn thể"),
    ("ttub", "ubnd"),
    ("bchqs", "quân sự"),
    ("bch", "đơn vị"),
    ("đoàn đbqh", "cơ quan trung ương"),
    ("đoàn đại biểu quốc hội", "cơ quan trung ương"),
    ("bưu điện", "doanh nghiệp nhà nước"),
    ("viễn thông", "doanh nghiệp nhà nước"),
    ("hiệp hội", "đoàn thể"),
    ("liên minh hợp tác xã", "đoàn thể"),
)
_POSTS = (
    "chánh",
    "cục trưởng",
    "vụ trưởng",
    "viện trưởng",
    "giám đốc",
    "tổng giám đốc",
    "thủ trưởng",
    "trưởng",
    "hiệu trưởng",
    "chủ nhiệm",
    "thống đốc",
    "tổng thanh tra",
    "người đứng đầu",
    "bí thư",
)
_HEADS = {fold(head): kind for head, kind in HEADS}
_SPELT = frozenset(head for head, _ in HEADS)
_SPELT_POSTS = tuple(f"{post} " for post in _POSTS)
_FOLDED_POSTS = tuple(f"{fold(post)} " for post in _POSTS)
_NO_NAME = re.compile(
    r"(?i)(?:ban\s+hành|tổ\s+chức(?!,|\s*$|\s+(?:có|chính|xã|tín|đảng|đoàn|liên|hành|khoa|kinh))|báo\s+cáo|bộ\s+(?:phận|tiêu|chỉ\s+(?:số|tiêu))|bộ\s+công\s+cụ|hội\s+(?:nghị|thảo)|phòng\s+(?:chống|ngừa|,)|kiểm\s+toán\s+viên|sở\s+hữu|đơn\s+vị\s+(?:tính|hành\s+chính))"
)
_LONGEST = max(len(head.split()) for head in _HEADS)
_COLLECTIVE = re.compile(
    r"""(?ix)^(?:
      (?:các|những|mọi|tất\s+cả|toàn\s+thể|một\s+số|từng)\b
    | (?:thủ\s+trưởng|người\s+đứng\s+đầu|giám\s+đốc|lãnh\s+đạo|chủ\s+tịch|bí\s+thư|trưởng)\s+(?:các|cơ\s+quan|những|đơn\s+vị|sở,)
    | (?:bộ|ban|sở|tập\s+đoàn|tổng\s+công\s+ty)\s*,\s*(?:ban|ngành|sở|cơ\s+quan|doanh\s+nghiệp|tổng\s+công\s+ty|địa\s+phương)
    | lãnh\s+đạo\b
    | (?:cơ\s+quan|đơn\s+vị|tổ\s+chức|cá\s+nhân|doanh\s+nghiệp|địa\s+phương|cơ\s+sở|hộ|trường\s+học|ngành|cấp\s+[ủu][ỷy])\b
    | đại\s+biểu\s+(?:hội\s+đồng\s+nhân\s+dân|hđnd|quốc\s+hội)\b
    | (?:chủ\s+tịch\s+)?(?:ubnd|[ủu][ỷy]\s+ban\s+nhân\s+dân|hđnd|hội\s+đồng\s+nhân\s+dân)\s+(?:cấp\s+)?tỉnh\s*,\s*thành\s+phố
    | (?:(?:chủ\s+tịch|phó\s+chủ\s+tịch|pct|ct|(?:thường\s+trực|tt\.?))\s+)?
      (?:ubnd|[ủu][ỷy]\s+ban\s+nhân\s+dân|hđnd|hội\s+đồng\s+nhân\s+dân|công\s+an|phòng\s+[^,;]{2,40}|sở\s+[^,;]{2,60}|thuế|chi\s+cục\s+[^,;]{2,40}|tỉnh\s+ủy|mttq)
      \s+(?:(?:các|\d+)\s+(?:tỉnh|thành|huyện|xã|phường|quận|thị|đặc|địa|cấp|khu)|huyện\b(?!\s+(?-i:[A-ZĐÀ-Ỹ]))|cấp\b|xã\b(?!\s+(?-i:[A-ZĐÀ-Ỹ]))|quận\b(?!\s+(?-i:[A-ZĐÀ-Ỹ]))|phường\b(?!\s+(?-i:[A-ZĐÀ-Ỹ]))|thị\s+xã\b(?!\s+(?-i:[A-ZĐÀ-Ỹ]))|đặc\s+khu\b)
    )""",
)
_COVERS: tuple[tuple[str, frozenset[str]], ...] = (
    ("don vi thuoc", frozenset({"vụ", "cục", "văn phòng", "thanh tra", "tổng cục"})),
    (
        "don vi truc thuoc",
        frozenset({"vụ", "cục", "văn phòng", "thanh tra", "tổng cục", "viện", "báo", "tạp chí", "ban", "trung tâm"}),
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
    """Tell whether a name speaks of several bodies at once ("Các đơn vị thuộc Bộ", "Thủ trưởng các cơ quan")."""
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
    """Tell whether words begin as a unit's name does: a head word, a post, a determiner.

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
_CAPITAL_NOUNS = frozenset({"vu", "cuc", "nganh", "ban"})


def is_bare_noun(word: str) -> bool:
    """Tell a bare noun that goes on with a collective: in small letters, or one of those that are often capitalised."""
    return (fold(word) in _NOUNS and not word[:1].isupper()) or fold(word) in _CAPITAL_NOUNS
