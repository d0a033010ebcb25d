"""Names that share words before them without a colon (tên kể lần lượt sau từ chỉ nhóm).

Bodies of places: "UBND các xã Đức Trọng, Di Linh", "Công an các phường: Cam Ly và xã Lạc Dương".
Members of a class: "Giám đốc các Sở Y tế, Giáo dục và Đào tạo".

    places  := body determiner region [ ":" ] place { joint [ [determiner] region ] place }
    members := [post] determiner head member joint member { joint member }
"""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from luocdo.graph.units.cell_words import piece_between
from luocdo.graph.units.grammar import is_collective
from luocdo.graph.units.pieces import Known, UnitPiece
from luocdo.graph.vocabulary.lexicon import WORD, as_compared, lexicon
from luocdo.graph.vocabulary.term import Meaning

if TYPE_CHECKING:
    from luocdo.graph.units.cell_parts import CellPart

_LONGEST_PLACE = 5  # words: "Buôn Ma Thuột", "Đam Rông 1"
_LONGEST_BEFORE = 12  # words before "các xã": "Chủ tịch Ủy ban nhân dân"
_LISTED = frozenset({"phòng", "khoa"})
"""Heads whose members nobody knows: each house has its own."""


class _Cut(NamedTuple):
    """A stretch cut at its determiner and noun: where ``noun`` begins and the name behind it."""

    before: str
    noun: str
    at: int
    name: str


def bodies_of_places(
    cell: str, parts: list[CellPart], at: int, known: Known
) -> tuple[list[UnitPiece], int] | None:
    """Read the body of each place that stands behind "các xã"; None where none is named."""
    opened = _cut(cell, parts[at], Meaning.REGION)
    if opened is None or not opened.before or is_collective(opened.before):
        return None  # "Các doanh nghiệp trên địa bàn các xã …" are one class
    first = at if opened.name else at + 1
    if first > at and (first >= len(parts) or parts[first].separator != "colon"):
        return None
    pieces: list[UnitPiece] = []
    noun, number = opened.noun, first
    while number < len(parts) and (number == first or parts[number].separator != "colon"):
        own = opened if number == at else _place(cell, parts[number], noun)
        if not _is_place(own.name) or known(own.name):
            break
        noun, piece = own.noun, piece_between(cell, own.at, parts[number].end)
        pieces.append(
            UnitPiece(piece.text, piece.start, piece.end, f"{opened.before} {noun} {own.name}")
        )
        number += 1
    return (pieces, number) if pieces else None


def branches_of_class(
    cell: str, parts: list[CellPart], at: int, known: Known
) -> tuple[list[UnitPiece], int] | None:
    """Read "các Trung tâm Y tế: Đức Trọng, Bảo Lộc": the whole name of the class goes to each of
    the places.
    """
    opened = _cut(cell, parts[at], Meaning.UNIT_HEAD)
    if opened is None or not opened.name[:1].isupper() or not _is_post(opened.before):
        return None
    pieces: list[UnitPiece] = []
    for number in range(at + 1, len(parts)):
        if (parts[number].separator == "colon") != (number == at + 1):
            break
        place = piece_between(cell, parts[number].start, parts[number].end)
        if not _is_place(place.name) or known(place.name):
            break
        name = f"{opened.noun} {opened.name} {place.name}"
        pieces.append(UnitPiece(place.text, place.start, place.end, name))
    return (pieces, at + 1 + len(pieces)) if pieces else None


def class_behind(cell: str, part: CellPart) -> tuple[str, int] | None:
    """Return the head of "các Sở Y tế" and where its first member begins; None where no member
    stands behind a head.
    """
    cut = _cut(cell, part, Meaning.UNIT_HEAD)
    if cut is None or not cut.name[:1].isupper() or not _is_post(cut.before):
        return None
    return cut.noun.capitalize(), cut.at


def are_members(pieces: list[UnitPiece], head: str, known: Known) -> bool:
    """Return whether these are members of a class that are told apart: several, one of them known,
    or of a head that every house has.
    """
    if len(pieces) <= 1:
        return False
    return head.lower() in _LISTED or any(known(piece.name) for piece in pieces)


def _cut(cell: str, part: CellPart, noun: Meaning) -> _Cut | None:
    """Cut "UBND các xã Đức Trọng" at its first determiner that a term of ``noun`` follows."""
    hits = list(WORD.finditer(cell, part.start, part.end))
    compared = [as_compared(hit[0]) for hit in hits]
    for at in range(min(len(hits), _LONGEST_BEFORE)):
        several = lexicon().at(compared, at, Meaning.DETERMINER)
        found = lexicon().at(compared, at + several.words, noun) if several else None
        if several is None or found is None:
            continue
        begin = at + several.words
        end = begin + found.words
        before = cell[part.start : hits[at].start()]
        return _Cut(
            " ".join(before.split()),
            " ".join(hit[0] for hit in hits[begin:end]),
            hits[end].start() if end < len(hits) else part.end,
            " ".join(cell[hits[end].start() : part.end].split()) if end < len(hits) else "",
        )
    return None


def _place(cell: str, part: CellPart, noun: str) -> _Cut:
    """Cut a further place, which may bring a noun of its own: "xã Lạc Dương", "các xã Tân An"."""
    hits = list(WORD.finditer(cell, part.start, part.end))
    compared = [as_compared(hit[0]) for hit in hits]
    several = lexicon().at(compared, 0, Meaning.DETERMINER)
    begin = several.words if several else 0
    own = lexicon().at(compared, begin, Meaning.REGION)
    end = begin + own.words if own and hits[begin][0].islower() else 0
    name = " ".join(cell[hits[end].start() : part.end].split()) if end < len(hits) else ""
    told = " ".join(hit[0] for hit in hits[begin:end]) or noun
    return _Cut("", told, hits[end].start() if end < len(hits) else part.end, name)


def _is_place(name: str) -> bool:
    """Return whether this is the proper name of a place: each of its words has a capital or is a
    number.
    """
    words = name.strip(" .;:").split()
    proper = all(word[0].isupper() or word[0].isdigit() for word in words)
    return bool(words) and proper and len(words) <= _LONGEST_PLACE and words[0][0].isalpha()


def _is_post(before: str) -> bool:
    """Return whether this is nothing, or a post, before "các Sở": whoever holds it stands for the
    unit.
    """
    compared = [as_compared(word) for word in before.split()]
    post = lexicon().at(compared, 0, Meaning.POST)
    return not compared or (post is not None and post.words == len(compared))
