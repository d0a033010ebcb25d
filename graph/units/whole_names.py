"""Where the name of one unit ends in a cell (tên trọn của một đơn vị): over which commas and "và"
a name or a collective goes on.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from luocdo.graph.text import fold
from luocdo.graph.units.cell_words import CAPITALS, part_words, piece_between, run_words
from luocdo.graph.units.grammar import is_bare_noun, is_collective, starts_with_head
from luocdo.graph.units.pieces import Known, UnitPiece, is_branch

if TYPE_CHECKING:
    from luocdo.graph.units.cell_parts import CellPart

_OWNED = re.compile(r"(?i)\bthuộc\s+(?:bộ|tỉnh|sở|thành phố|cơ quan)\s*$")
# Classes outside the administration: with words of their own they follow "bộ, ngành, địa phương"
# as an entry of their own.
_OUTSIDE = re.compile(r"(?i)(?:doanh nghiệp|hiệp hội|tập đoàn|trường|viện|ngân hàng)\s+\S")
_OUTSIDE_CLASS = re.compile(
    r"(?i)(?:các|những)\s+(?P<noun>doanh nghiệp|hiệp hội|tập đoàn|trường|viện|ngân hàng)\s+\S"
)
_STATE = re.compile(r"(?i)\b(?:bộ|ngành|địa phương|sở|cơ quan)\s*$")
_BARE_CLASS = re.compile(
    r"(?i)(?:các|những)\s+(?:hiệp hội|hội|trường|viện|doanh nghiệp|tập đoàn|tổ chức)\s*$"
)
_DETERMINED = re.compile(r"(?i)(?:các|những|một số|mọi)\b")
_CONCERNED = re.compile(r"(?i)(?:đơn vị|cơ quan|tổ chức)\s+(?:có\s+)?liên quan")
_OF_UNITS = re.compile(r"(?i)\b(?:vụ|cục|sở)\b(?!\s*,)")
_CLASSES = frozenset({"co quan", "don vi", "to chuc"})
_OF_PLACES = re.compile(
    r"(?i)(?:ubnd|ủy ban|uỷ ban)\b.*(?:trực thuộc\s+(?:trung ương|tw)|\b(?:xã|phường|đặc khu|thị"
    r" trấn))\s*$"
)
_STAFF = re.compile(r"(?i)(?:cán bộ|lãnh đạo\s+các|đại biểu\s+(?:hội đồng|hđnd|quốc hội))\b")
_ANY_BODY = re.compile(r"(?i)(?:cơ quan|đơn vị|tổ chức|cá nhân)\b")
# "Thủ trưởng các Vụ, Cục thuộc Bộ": whose they are is said once, behind the last.
_OF_ALL = re.compile(
    r"(?i)(?:vụ|cục|viện|ban|sở|phòng|trung tâm|văn phòng|thanh tra|tổng"
    r" cục)\s+(?:(?:trực\s+)?thuộc|(?:có\s+)?liên quan)\b"
)
# "Ban Quản lý Khu kinh tế và các khu công nghiệp" is one unit.
_MANAGES = re.compile(r"(?i)^ban\s+quản\s+lý\b")
# Places of one class go on: "các xã, phường, đặc khu".
_PLACE_NOUN = re.compile(r"(?:tỉnh|thành phố|huyện|quận|thị xã|thị trấn|xã|phường|đặc khu)")
_CITIZENS = re.compile(r"(?i)(?:cộng đồng|người dân|nhân dân)\b")
# Party committees of one class go on in small letters: "các huyện ủy, thành ủy, đảng ủy trực
# thuộc".
_COMMITTEES = re.compile(r"(?:tỉnh|huyện|thành|thị|quận|đảng)\s+[ủu][ỷy]\b")
_BARE_KIND = re.compile(
    r"(?i)\bcác\s+(?:(?:vụ|cục|viện|ban|sở|phòng|trung tâm|văn phòng|thanh tra|tổng"
    r" cục)\s*,?\s*)+$"
)
_ZONES = re.compile(r"(?i)^các\s+(?:khu|cụm)\b")
# "Văn phòng HĐND và UBND xã" is one office.
_OFFICE = re.compile(r"(?i)^văn\s+phòng\s+(?:đoàn\s+\S+|hđnd|hội\s+đồng\s+nhân\s+dân)$")
_COUNCIL = re.compile(r"(?i)(?:ubnd|[uủ][yỷ]\s+ban\s+nhân\s+dân|hđnd|hội\s+đồng\s+nhân\s+dân)\b")

# "Đảng ủy Mặt trận Tổ quốc và các đoàn thể tỉnh" is one committee (folded).
_SHARED_BY_FRONT = ("dang uy ", "dang bo ", "chi bo ", "cong doan ", "van phong ", "khoi ")
_FRONT = ("mat tran", "mat tran to quoc", "mat tran to quoc viet nam", "mttq", "mttq viet nam")
_MASS = ("doan the", "to chuc chinh tri")


def whole_name(
    cell: str, parts: list[CellPart], at: int, known: Known
) -> tuple[list[UnitPiece], int]:
    """Take one unit: the longest run of parts that the registry knows, else up to the next that
    begins a name.
    """
    for last in range(min(len(parts), at + 6) - 1, at, -1):
        joins = all(_may_join(cell, parts, place, at, known) for place in range(at + 1, last + 1))
        if joins and known(run_words(cell, parts, at, last)):
            return [piece_between(cell, parts[at].start, parts[last].end)], last + 1
    last = at
    group = is_collective(part_words(cell, parts[at])) or is_collective(
        run_words(cell, parts, at, min(at + 1, len(parts) - 1))
    )
    while (
        last + 1 < len(parts)
        and (parts[last + 1].separator != "hard" or _broken(cell, parts, last + 1))
        and _goes_on(cell, parts, at, last + 1, known, group=group)
    ):
        last += 1
    return [piece_between(cell, parts[at].start, parts[last].end)], last + 1


def _may_join(cell: str, parts: list[CellPart], at: int, first: int, known: Known) -> bool:
    """Return whether a name that begins at ``first`` may run over what stands before ``at``: a
    comma, "và", a line's end.

    A line that begins as a name does ("Vụ Giáo dục ⏎ Đại học") goes on only where what stands
    above is no name yet.
    """
    if parts[at].separator == "hard":
        gap = cell[parts[at - 1].end : parts[at].start]
        broken = "\n" in gap and ";" not in gap
        return broken and not (
            starts_with_head(part_words(cell, parts[at]))
            and known(run_words(cell, parts, first, at - 1))
        )
    return parts[at].separator in ("soft", "and")


def _broken(cell: str, parts: list[CellPart], at: int) -> bool:
    """Return whether a line ends within a name: the next one goes on in small letters, without a
    bullet.
    """
    gap, words = cell[parts[at - 1].end : parts[at].start], part_words(cell, parts[at])
    return not gap.strip() and words[:1].islower() and not starts_with_head(words)


def _goes_on(
    cell: str, parts: list[CellPart], first: int, at: int, known: Known, *, group: bool
) -> bool:
    """Return whether a part belongs to the name before it."""
    words = part_words(cell, parts[at])
    if parts[at].separator in ("along", "colon"):
        return parts[at].separator == "colon" and not starts_with_head(words)
    if words.isupper() and _PLACE_NOUN.fullmatch(words.lower()):
        return True  # "CÁC XÃ, PHƯỜNG" of a heading in capitals
    if group:
        return _in_group(cell, parts, first, at, words, known)
    before = cell[parts[first].start : parts[at - 1].end].strip()
    if (_PLACE_NOUN.fullmatch(words) or _is_of_front(before, words)) or (
        parts[at].separator == "and" and _is_one_name(before, words)
    ):
        return True
    signs = CAPITALS.match(before) and CAPITALS.match(words)
    if signs or (known(before) and (starts_with_head(words) or known(words))):
        return False
    return not (starts_with_head(words) or known(words) or is_branch(words, known))


def _is_one_name(before: str, words: str) -> bool:
    """Return whether these are the two halves of a name that "và" joins: a board of several zones,
    the office of two bodies.
    """
    zones = _MANAGES.match(before) and _ZONES.match(words)
    return bool(zones or (_OFFICE.match(before) and _COUNCIL.match(words)))


def _is_of_front(before: str, words: str) -> bool:
    """Tell "Đảng ủy Mặt trận Tổ quốc và các đoàn thể tỉnh": one committee, office or branch of the
    Front and the mass organisations, which have it together.
    """
    shared = fold(before).startswith(_SHARED_BY_FRONT) and fold(before).endswith(_FRONT)
    return shared and fold(words).removeprefix("cac ").startswith(_MASS)


def _in_group(
    cell: str, parts: list[CellPart], first: int, at: int, words: str, known: Known
) -> bool:
    """A collective goes on over bare nouns ("các bộ, ngành, địa phương"), not over a determiner or
    a unit of its own.
    """
    before, separator = cell[parts[first].start : parts[at - 1].end], parts[at].separator
    if (_COMMITTEES.match(words) and _DETERMINED.match(before)) or (
        _OF_ALL.match(words) and _BARE_KIND.search(before)
    ):
        return True
    if known(words) or _DETERMINED.match(words) or _is_another_class(before, separator, words):
        return False
    if separator == "and" and _OUTSIDE.match(words) and _BARE_CLASS.match(before):
        return True
    if (
        starts_with_head(words)
        and words[:1].isupper()
        and len(words.split()) > 1
        and not is_collective(words)
    ):
        return False
    noun = is_bare_noun(words.split(maxsplit=1)[0])
    if separator == "and" and _CONCERNED.match(words):
        return noun and not _OF_UNITS.search(before.partition(" ")[2])
    return noun or not starts_with_head(words) or words[:1].islower()


def _is_another_class(before: str, separator: str, words: str) -> bool:
    """Return whether this is a class that a collective does not go on over: firms behind "bộ,
    ngành", "cơ quan" behind "thuộc Bộ" or places.
    """
    if (_OF_PLACES.search(before) and _ANY_BODY.match(words)) or _STAFF.match(words):
        return True
    if _OUTSIDE.match(words) and fold(words).startswith(_class_noun(before)):
        return True
    firms = separator == "soft" and bool(_OUTSIDE.match(words)) and bool(_STATE.search(before))
    citizens = separator == "and" and bool(_CITIZENS.match(words)) and bool(_STATE.search(before))
    return firms or citizens or (bool(_OWNED.search(before)) and fold(words) in _CLASSES)


def _class_noun(before: str) -> str:
    """Return the noun of a class outside the administration, folded; what no words begin with
    where there is none.
    """
    noun = _OUTSIDE_CLASS.match(before)
    return fold(noun["noun"]) if noun else "\n"
