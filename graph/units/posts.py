"""Posts and doings around a unit's name (chức danh): what is left is the unit, or the class of
units, that is meant.

The holder of a post below a body's head is the unit (Chánh Văn phòng -> Văn phòng); classes of
heads are the class of bodies (Chủ tịch UBND các tỉnh -> UBND các tỉnh); what a unit is to do is no
part of its name.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator

_POST = re.compile(
    r"""(?ix)^(?:các\s+)?(?:đồng\s+chí\s+|đ/c\s+|ông\s+|bà\s+)?(?:quyền\s+|phó\s+)?(?:
      chánh\s+(?=văn\s+phòng|thanh\s+tra|t[òo][àa]\s)
    | (?:tổng\s+cục|chi\s+cục|cục|vụ|viện|phòng|ban)\s+trưởng\s+(?=tổng\s+cục|chi\s+cục|cục|vụ|viện|phòng|ban|cơ\s+quan)
    | (?:tổng\s+)?giám\s+đốc\s+(?=\S)
    | trưởng\s+(?=ban|phòng|công\s+an|đoàn|thuế)
    | hiệu\s+trưởng\s+
    | chủ\s+nhiệm\s+(?=văn\s+phòng|ủy\s+ban|uỷ\s+ban)
    | thủ\s+trưởng\s+(?:cơ\s+quan\s+)?(?=công\s+an|bộ\s+chỉ\s+huy|kho\s+bạc|thuế|bảo\s+hiểm)
    | tổng\s+biên\s+tập\s+
    | viện\s+trưởng\s+(?=viện)
    | chánh\s+án\s+(?=t[òo][àa]\s)
    | thống\s+đốc\s+(?=ngân\s+hàng|nhnn)
    | tổng\s+(?=thanh\s+tra|kiểm\s+toán)
    | chỉ\s+huy\s+trưởng\s+(?=bộ)
    )""",
)
_OFFICE = re.compile(r"(?i)^(?:phó\s+)?(?:chánh\s+vp|p?cvp)(?=\s|$)")
_HEADS = re.compile(
    r"(?i)^(?:thủ\s+trưởng|người\s+đứng\s+đầu|giám\s+đốc|chủ\s+tịch|lãnh\s+đạo|trưởng|bí\s+thư)\s+"
    r"(?=các|cơ\s+quan|những|sở|ubnd|[ủu][ỷy]\s+ban|đơn\s+vị)",
)
_DOING = re.compile(
    r"(?<!được\sgiao)(?<!được\sphân\scông)\s+(?:chủ\s+trì|phối\s+hợp\s+với|thực\s+hiện|triển\s+khai|chịu\s+trách\s+nhiệm|có\s+trách\s+nhiệm|nghiên\s+cứu\s+(?:các|và|,)"
    r"|xác\s+nhận|Triển\s+khai|Xét\s+báo\s+cáo|tại\s+(?:các\s+)?(?:văn\s+bản|công\s+văn|tờ\s+trình|báo\s+cáo))\b.*$",
)
# Words that a unit's name never goes on with: what follows tells what it does, why, when, where.
_CLAUSE = re.compile(
    r"\s+(?:để|trong|khi|trước|sau|chậm|theo|giúp|tiến\s+hành|báo\s+cáo|quyết\s+định|hướng\s+dẫn|thẩm\s+định|tham\s+mưu|căn\s+cứ"
    r"|thể\s+chế|với|cùng|đã|đang|sẽ|là|được|rà\s+soát|xem\s+xét|phê\s+duyệt|ký|trình|gửi|tổng\s+hợp|kiểm\s+tra|đôn\s+đốc"
    r"|thường\s+xuyên|thừa\s+ủy\s+quyền|thay\s+mặt|thẳng\s+thắn|và|có|về|tại|cho|xây\s+dựng|ban\s+hành)(?=\s|$)",
)
_PERSON = re.compile(r"(?<=\w)\s+(?=(?:[A-ZĐÀ-Ỹ][a-zà-ỹ]+\s+){1,4}[A-ZĐÀ-Ỹ][a-zà-ỹ]+$)")
_AUTHORITIES = re.compile(
    r"(?i)^(?:phó\s+)?(?:thủ\s+tướng|bộ\s+trưởng|chủ\s+tịch|pct|pctr|ct|p?ttg(?:cp)?|tổng\s+bí\s+thư)\b"
)
# What a body is in an affair, behind a dash: "Bộ A - Cơ quan thường trực Ban chỉ đạo" is Bộ A.
_STANDING = ("cơ quan thường trực", "đơn vị thường trực", "cơ quan đầu mối", "đơn vị đầu mối", "cơ quan chủ trì",
             "đơn vị chủ trì", "thành viên", "phó trưởng ban", "trưởng ban")  # fmt: skip
_NOTE = re.compile(r"\s*\[\d+\].*$")


def without_post(words: str) -> str:
    """Return the unit that the holder of a post below a body's head stands for."""
    return _POST.sub("", _OFFICE.sub("Văn phòng", words)).strip() or words


def without_doing(words: str) -> str:
    """Return the name without what the unit is to do ("Các địa phương chủ trì") and without a
    footnote mark.
    """
    return _DOING.sub("", _NOTE.sub("", words)) or words


def beginnings(words: str) -> Iterator[str]:
    """Yield what may be the name at the head of a clause, longest first; before a person's name,
    the post.
    """
    cuts = [found.start() for found in _CLAUSE.finditer(words)] + _appositions(words)
    if _AUTHORITIES.match(words):
        cuts += [found.start() for found in _PERSON.finditer(words)]
    for cut in sorted(cuts, reverse=True):
        yield words[:cut].rstrip(" ,;:")


def _appositions(words: str) -> list[int]:
    """Return where a dash begins what the body before it is ("– đơn vị đầu mối")."""
    dashes = (at for at, mark in enumerate(words) if mark in "-–" and words[at - 1 : at] == " ")
    return [
        at - 1 for at in dashes if " ".join(words[at + 1 :].lower().split()).startswith(_STANDING)
    ]


def without_heads(words: str) -> str:
    """Return the class of bodies behind the class of their heads: "Thủ trưởng các đơn vị thuộc
    Bộ".
    """
    bare = _HEADS.sub("", words)
    if bare != words and re.match(r"(?i)cơ\s+quan\s+(?:ngang\s+bộ|thuộc\s+chính\s+phủ)$", bare):
        return f"Các {bare[:1].lower()}{bare[1:]}"
    return bare
