"""Splitting a cell into units (tách ô): one determiner, one entry; never inside a
unit's own name.
"""

from __future__ import annotations

import re

from luocdo.graph.text import fold
from luocdo.graph.units.bits import Bit, cut
from luocdo.graph.units.grammar import is_bare_noun, is_collective, starts_with_head
from luocdo.graph.units.pieces import Known, UnitPiece, is_branch, shared, unglued
from luocdo.graph.units.siblings import may_have_siblings, sibling_names
from luocdo.graph.vocabulary import Meaning, alternation

_POST = f"(?:{alternation(Meaning.POST, accents=True)})"
_DISTRIBUTES = re.compile(
    rf"(?i)^(?:(?:{_POST}\s+)?(?:các|những)\s+)?(?P<head>vụ|cục|sở|bộ|ban|phòng|viện|trường|tỉnh|thành"
    r" phố|đơn vị|trung tâm|cơ sở|hội|đài)(?:,?\s*(?:tỉnh|thành phố|ngành))*$"
)
# "Các Bộ, cơ quan: Tài chính, Xây dựng, Tập đoàn Điện lực Việt Nam": each a ministry or a body of
# its own name.
_BODIES_OF_CLASS = re.compile(r"(?i)các\s+(?:bộ|sở),\s*(?:cơ quan|ngành|ban, ngành|ban|đơn vị)")
_HEADED = re.compile(
    r"(?i)^(?P<who>ubnd|ủy ban nhân dân|uỷ ban nhân dân)\s+(?:các\s+)?(?P<what>thành"
    r" phố|tỉnh|huyện|xã|phường)$"
)
_LIST_OF_KINDS = re.compile(
    r"(?i)^các\s+(?P<what>cơ sở|trường|trung tâm)\s+(?P<first>[A-ZĐ]{2,}\w*)$"
)
_CAPITALS = re.compile(r"^[A-ZĐ]{2,}\w*$")
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
_LETTER = re.compile(r"\w")
_OF_PLACES = re.compile(
    r"(?i)(?:ubnd|ủy ban|uỷ ban)\b.*(?:trực thuộc\s+(?:trung ương|tw)|\b(?:xã|phường|đặc khu|thị"
    r" trấn))\s*$"
)
_STAFF = re.compile(r"(?i)(?:cán bộ|lãnh đạo\s+các)\b")
_ANY_BODY = re.compile(r"(?i)(?:cơ quan|đơn vị|tổ chức|cá nhân)\b")
# "Thủ trưởng các Vụ, Cục thuộc Bộ": whose they are is said once, behind the last.
_OF_ALL = re.compile(
    r"(?i)(?:vụ|cục|viện|ban|sở|phòng|trung tâm|văn phòng|thanh tra|tổng"
    r" cục)\s+(?:(?:trực\s+)?thuộc|(?:có\s+)?liên quan)\b"
)
_ENDS = " \t\n.,;:-–"
_MOST_SIBLINGS = 80  # names that share one head: the provinces and more
_LONGEST_NAME = 10  # commas and "và" within one unit's own name
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


def split_cell(cell: str, known: Known) -> list[UnitPiece]:
    """Split ``cell``; ``known`` tells whether words are the name of one unit of the registry."""
    bits = list(cut(cell))
    pieces: list[UnitPiece] = []
    at = 0
    while at < len(bits):
        taken = (
            _distributed(cell, bits, at, known)
            or _siblings(cell, bits, at, known)
            or _one(cell, bits, at, known)
        )
        made, at = taken
        pieces += made
    return shared(cell, [piece for piece in unglued(pieces, known) if _LETTER.search(piece.text)])


def _siblings(
    cell: str, bits: list[Bit], at: int, known: Known
) -> tuple[list[UnitPiece], int] | None:
    """Read "Sở Nội vụ, Tài chính, Xây dựng" and "UBND TP. Hà Nội, Đà Nẵng": the rest shares the
    head of the first.
    """
    last = at
    most = min(len(bits) - 1, at + _MOST_SIBLINGS)
    while last < most and bits[last + 1].separator in ("soft", "and"):
        last += 1
    if last == at or not may_have_siblings(_text(cell, bits[at])):
        return None
    if any(
        known(_run(cell, bits, at, end))
        for end in range(at + 1, min(last, at + _LONGEST_NAME) + 1)
    ):
        return None
    words = [_text(cell, bit) for bit in bits[at : last + 1]]
    found = sibling_names(words, [bit.separator == "and" for bit in bits[at : last + 1]], known)
    if not found:
        return None
    pieces = []
    for first, end, name in found:
        piece = _piece(cell, bits[at + first].start, bits[at + end].end)
        pieces.append(UnitPiece(piece.text, piece.start, piece.end, name))
    return pieces, at + found[-1][1] + 1


def _distributed(
    cell: str, bits: list[Bit], at: int, known: Known
) -> tuple[list[UnitPiece], int] | None:
    """Read "các Vụ: GDMN, GDTH" and "UBND các thành phố: Hà Nội, Cần Thơ": the head goes to each
    of the list.
    """
    words = cell[bits[at].start : bits[at].end].strip()
    head = _DISTRIBUTES.match(words) or _HEADED.match(words)
    if head and at + 1 < len(bits) and bits[at + 1].separator == "colon":
        name = (
            head["head"].capitalize()
            if "head" in head.groupdict()
            else f"{head['who']} {head['what']}"
        )
        return _list(cell, bits, at + 1, name, known)
    if _BODIES_OF_CLASS.fullmatch(_run(cell, bits, at, min(at + 1, len(bits) - 1))) and _colon_at(
        bits, at + 2
    ):
        return _list(cell, bits, at + 2, words.split()[-1].capitalize(), known)
    kinds = _LIST_OF_KINDS.match(words)
    if (
        kinds
        and at + 1 < len(bits)
        and bits[at + 1].separator in ("soft", "and")
        and _CAPITALS.match(_text(cell, bits[at + 1]))
    ):
        first = _piece(cell, bits[at].start, bits[at].end)
        made, after = _list(cell, bits, at + 1, f"các {kinds['what']}", known, capitals=True)
        return [first, *made], after
    return None


def _colon_at(bits: list[Bit], at: int) -> bool:
    return at < len(bits) and bits[at].separator == "colon"


def _list(
    cell: str, bits: list[Bit], at: int, head: str, known: Known, *, capitals: bool = False
) -> tuple[list[UnitPiece], int]:
    pieces: list[UnitPiece] = []
    by_semicolons = _has_semicolon(cell, bits, at)
    while at < len(bits):
        words = _text(cell, bits[at])
        if (pieces and _ends_list(cell, bits, at, head, known)) or (
            capitals and not _CAPITALS.match(words)
        ):
            break
        last = at if capitals else _member(cell, bits, at, head, known)
        last = _up_to_semicolon(cell, bits, last, head, known) if by_semicolons else last
        piece = _piece(cell, bits[at].start, bits[last].end)
        whole = (
            piece.text
            if fold(piece.text).startswith(fold(head))
            or (starts_with_head(piece.text) and not known(f"{head} {piece.text}"))
            else f"{head} {piece.text}"
        )
        pieces.append(UnitPiece(piece.text, piece.start, piece.end, whole))
        at = last + 1
    return pieces, at


def _ends_list(cell: str, bits: list[Bit], at: int, head: str, known: Known) -> bool:
    """Tell a name of its own behind a list of members: a line of its own, a head word, a firm's
    sign.
    """
    words = _text(cell, bits[at])
    if known(f"{head} {words}"):
        return False
    apart = (
        bits[at].separator == "hard"
        and not _is_semicolon(cell, bits, at)
        and not _CAPITALS.match(words)
    )
    return apart or starts_with_head(words) or (bits[at].separator == "hard" and known(words))


def _is_semicolon(cell: str, bits: list[Bit], at: int) -> bool:
    return at > 0 and cell[bits[at - 1].end : bits[at].start].strip() == ";"


def _has_semicolon(cell: str, bits: list[Bit], at: int) -> bool:
    """Tell a list whose members semicolons part, so that a comma may stand in a name."""
    return any(_is_semicolon(cell, bits, place) for place in range(at + 1, len(bits)))


def _up_to_semicolon(cell: str, bits: list[Bit], last: int, head: str, known: Known) -> int:
    """Return the last bit of a member among semicolons: what begins no name of its own belongs to
    it.
    """
    while last + 1 < len(bits) and bits[last + 1].separator in ("soft", "and"):
        words = _text(cell, bits[last + 1])
        if starts_with_head(words) or known(f"{head} {words}") or known(words):
            break
        last += 1
    return last


def _member(cell: str, bits: list[Bit], at: int, head: str, known: Known) -> int:
    """Return the last bit of a member: the longest name that is known behind the head ("Văn hóa,
    Thể thao và Du lịch").
    """
    for last in range(min(len(bits), at + 4) - 1, at, -1):
        if all(bit.separator in ("soft", "and") for bit in bits[at + 1 : last + 1]) and known(
            f"{head} {_run(cell, bits, at, last)}"
        ):
            return last
    last, is_whole = at, known(f"{head} {_text(cell, bits[at])}")
    while last + 1 < len(bits) and bits[last + 1].separator == "and":
        words = _text(cell, bits[last + 1])
        if starts_with_head(words) or (is_whole and known(f"{head} {words}")):
            break
        last += 1
    return last


def _one(cell: str, bits: list[Bit], at: int, known: Known) -> tuple[list[UnitPiece], int]:
    """Take one unit: the longest run of bits that the registry knows, else up to the next that
    begins a name.
    """
    for last in range(min(len(bits), at + 6) - 1, at, -1):
        joins = all(_may_join(cell, bits, place, at, known) for place in range(at + 1, last + 1))
        if joins and known(_run(cell, bits, at, last)):
            return [_piece(cell, bits[at].start, bits[last].end)], last + 1
    last = at
    group = is_collective(_text(cell, bits[at])) or is_collective(
        _run(cell, bits, at, min(at + 1, len(bits) - 1))
    )
    while (
        last + 1 < len(bits)
        and (bits[last + 1].separator != "hard" or _broken(cell, bits, last + 1))
        and _goes_on(cell, bits, at, last + 1, known, group=group)
    ):
        last += 1
    return [_piece(cell, bits[at].start, bits[last].end)], last + 1


def _may_join(cell: str, bits: list[Bit], at: int, first: int, known: Known) -> bool:
    """Return whether a name that begins at ``first`` may run over what stands before ``at``: a
    comma, "và", a line's end.

    A line that begins as a name does ("Vụ Giáo dục ⏎ Đại học") goes on only where what stands
    above is no name yet.
    """
    if bits[at].separator == "hard":
        gap = cell[bits[at - 1].end : bits[at].start]
        broken = "\n" in gap and ";" not in gap
        return broken and not (
            starts_with_head(_text(cell, bits[at])) and known(_run(cell, bits, first, at - 1))
        )
    return bits[at].separator in ("soft", "and")


def _broken(cell: str, bits: list[Bit], at: int) -> bool:
    """Return whether a line ends within a name: the next one goes on in small letters, without a
    bullet.
    """
    gap, words = cell[bits[at - 1].end : bits[at].start], _text(cell, bits[at])
    return not gap.strip() and words[:1].islower() and not starts_with_head(words)


def _goes_on(
    cell: str, bits: list[Bit], first: int, at: int, known: Known, *, group: bool
) -> bool:
    """Return whether a bit belongs to the name before it."""
    words = _text(cell, bits[at])
    if bits[at].separator == "colon":
        return not starts_with_head(words)
    if words.isupper() and _PLACE_NOUN.fullmatch(words.lower()):
        return True  # "CÁC XÃ, PHƯỜNG" of a heading in capitals
    if group:
        return _in_group(cell, bits, first, at, words, known)
    before = cell[bits[first].start : bits[at - 1].end].strip()
    if _PLACE_NOUN.fullmatch(words) or (
        bits[at].separator == "and" and _is_one_name(before, words)
    ):
        return True
    signs = _CAPITALS.match(before) and _CAPITALS.match(words)
    if signs or (known(before) and (starts_with_head(words) or known(words))):
        return False
    return not (starts_with_head(words) or known(words) or is_branch(words, known))


def _is_one_name(before: str, words: str) -> bool:
    """Tell the two halves of a name that "và" joins: a board of several zones, the office of two
    bodies.
    """
    zones = _MANAGES.match(before) and _ZONES.match(words)
    return bool(zones or (_OFFICE.match(before) and _COUNCIL.match(words)))


def _in_group(cell: str, bits: list[Bit], first: int, at: int, words: str, known: Known) -> bool:
    """A collective goes on over bare nouns ("các bộ, ngành, địa phương"), not over a determiner or
    a unit of its own.
    """
    before, separator = cell[bits[first].start : bits[at - 1].end], bits[at].separator
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
    """Tell a class that a collective does not go on over: firms behind "bộ, ngành", "cơ quan"
    behind "thuộc Bộ" or places.
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


def _run(cell: str, bits: list[Bit], first: int, last: int) -> str:
    return " ".join(cell[bits[first].start : bits[last].end].split()).strip(_ENDS)


def _text(cell: str, bit: Bit) -> str:
    return " ".join(cell[bit.start : bit.end].split()).strip(_ENDS)


def _piece(cell: str, start: int, end: int) -> UnitPiece:
    words = cell[start:end]
    left = len(words) - len(words.lstrip(_ENDS))
    kept = words.strip(_ENDS)
    return UnitPiece(kept, start + left, start + left + len(kept), " ".join(kept.split()))
