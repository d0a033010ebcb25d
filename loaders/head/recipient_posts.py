"""Posts and persons in lists of recipients (chức danh, họ tên): short forms in full, a person told
from a unit.
"""

from __future__ import annotations

import re
from functools import cache

from luocdo.graph.vocabulary import Meaning, terms
from luocdo.loaders.head.names import families, is_person

_GLUED_PLACE = re.compile(r"(?<=UBND|HĐND|TTĐT|CTXH|MTTQ|ĐBQH)TP\b")
_DOTTED = re.compile(r"(?<=[A-ZĐa-zà-ỹ]{2})\.\s*(?=[A-ZĐ])")
_PERSON = re.compile(
    r"(?i)(?:ông|bà|quý|anh|chị)\s+(?=[A-ZĐ])(?!(?:giám|chủ|bí|trưởng|phó|viện|cục|vụ|chánh|hiệu|tổng)\s)"
)


def in_full(words: str) -> str:
    """Return ``words`` with the posts of such lists in full, glued signs parted: "UBNDTP" is "UBND
    TP".
    """
    words = _DOTTED.sub(" ", _GLUED_PLACE.sub(" TP", " ".join(words.split())))
    words = re.sub(r"(?i)^(các\s+)?(?:đ/c|đồng chí)\s+", lambda found: found[1] or "", words)
    return _short().sub(lambda found: _long()[found[0].casefold()], words)


def without_person(words: str) -> str:
    """Return a post without the name of who holds it: "PTTg Nguyễn Văn A"."""
    pieces = words.split()
    for at in range(1, len(pieces) - 1):
        if pieces[at].casefold() in families() and all(
            piece[:1].isupper() and piece[1:].islower() for piece in pieces[at:]
        ):
            head = " ".join(pieces[:at]).rstrip(" .,")
            return head if _is_post(head) else words
    return words


def _is_post(words: str) -> bool:
    return in_full(words) != words or bool(
        re.search(r"(?i)(?:trưởng|tướng|tịch|đốc|nhiệm|thư|chánh|phó)$", words)
    )


def names_person(words: str) -> bool:
    """Return whether an entry names only a person: "Trần Văn Nam", "Bà Lê Thị Hoa"."""
    return _PERSON.match(words) is not None or is_person(words)


@cache
def _long() -> dict[str, str]:
    return {
        one.casefold(): term.value
        for term in terms(Meaning.RECIPIENT_SHORT)
        for one in term.prints
    }


@cache
def _short() -> re.Pattern[str]:
    shorts = sorted(
        (one for term in terms(Meaning.RECIPIENT_SHORT) for one in term.prints),
        key=len,
        reverse=True,
    )
    return re.compile(rf"(?<![\w-])(?:{'|'.join(map(re.escape, shorts))})(?![\w-])")
