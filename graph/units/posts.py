"""Posts and doings around a unit's name (chức danh): what is left is the unit, or the class of
units, that is meant.

The holder of a post below a body's head is the unit (Chánh Văn phòng -> Văn phòng); classes of
heads are the class of bodies (Chủ tịch UBND các tỉnh -> UBND các tỉnh); what a unit is to do is no
part of its name.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from luocdo.graph.vocabulary.wordings import wording

if TYPE_CHECKING:
    from collections.abc import Iterator

_POST, _OFFICE, _HEADS, _STATE, _DOING, _CLAUSE, _AUTHORITIES = (
    wording(__package__, "posts", name)
    for name in (
        "post below a head",
        "head of an office, in letters",
        "class of heads",
        "state bodies",
        "doing",
        "clause begins",
        "authority",
    )
)
_PERSON = re.compile(r"(?<=\w)\s+(?=(?:[A-ZĐÀ-Ỹ][a-zà-ỹ]+\s+){1,4}[A-ZĐÀ-Ỹ][a-zà-ỹ]+$)")
# What a body is in an affair, behind a dash: "Bộ A - Cơ quan thường trực Ban chỉ đạo" is Bộ A.
_STANDING = ("cơ quan thường trực", "đơn vị thường trực", "cơ quan đầu mối", "đơn vị đầu mối", "cơ quan chủ trì",
             "đơn vị chủ trì", "thành viên", "phó trưởng ban", "trưởng ban")  # fmt: skip
_NOTE = re.compile(r"\s*\[\d+\].*$")


def without_post(words: str) -> str:
    """Return the unit that the holder of a post below a body's head stands for."""
    return _POST.sub(_OFFICE.sub(words, "Văn phòng")).strip() or words


def without_doing(words: str) -> str:
    """Return the name without what the unit is to do ("Các địa phương chủ trì") and without a
    footnote mark.
    """
    return _DOING.sub(_NOTE.sub("", words)) or words


def beginnings(words: str) -> Iterator[str]:
    """Yield what may be the name at the head of a clause, longest first; before a person's name,
    the post.
    """
    cuts = [found.start() for found in _CLAUSE.finditer(words)] + _appositions(words)
    if _AUTHORITIES.search(words):
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
    bare = _HEADS.sub(words)
    if bare != words and _STATE.search(bare):
        return f"Các {bare[:1].lower()}{bare[1:]}"
    return bare
