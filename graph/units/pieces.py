"""Pieces of a cell that were cut and must be looked at together: glued names, words that belong to two names."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace

from luocdo.graph.units.grammar import is_collective

Known = Callable[[str], bool]
_BODY = (
    r"(?:(?:thường\s+trực|tt\.?)\s*)?(?:hđnd|ubnd|hội\s+đồng\s+nhân\s+dân|[ủu][ỷy]\s+ban\s+nhân\s+dân|ubmttq(?:vn)?)"
)
_POST = r"(?:phó\s+)?(?:chủ\s+tịch|ct|cvp|chánh\s+văn\s+phòng)|pct|pcvp"
_BARE = re.compile(rf"(?i)(?:(?P<body>{_BODY})|(?P<post>{_POST}))")
_FULL = re.compile(rf"(?i)(?:(?P<body>{_BODY})|(?P<post>{_POST}))\s+(?P<tail>.+)")
# The places of a class of units go with its name: "Trung tâm Phục vụ hành chính công các xã, phường".
_PLACES = re.compile(r"các\s+(?:tỉnh|thành phố|huyện|quận|thị xã|xã|phường|đặc khu|địa phương)\b")
_LIST = re.compile(r"\s*(?:,|/|và|&)\s*")


@dataclass(frozen=True, slots=True)
class UnitPiece:
    """A unit in a cell: ``text`` as printed at ``start``..``end`` of the cell, ``name`` with what its determiner gives."""

    text: str
    start: int
    end: int
    name: str


def shared(cell: str, pieces: list[UnitPiece]) -> list[UnitPiece]:
    """Give a bare name the words it shares with the next: "HĐND, UBND các xã" is HĐND các xã and UBND các xã."""
    done: list[UnitPiece] = []
    for piece in reversed(pieces):
        bare = _BARE.fullmatch(piece.name)
        after = _FULL.fullmatch(done[-1].name) if done else None
        joined = done and _LIST.fullmatch(cell, piece.end, done[-1].start)
        if bare and after and joined and bare.lastgroup == ("body" if after["body"] else "post"):
            piece = replace(piece, name=f"{piece.name} {after['tail']}")  # noqa: PLW2901 - the same piece, named in full
        done.append(piece)
    return done[::-1]


def unglued(pieces: list[UnitPiece], known: Known) -> Iterator[UnitPiece]:
    """Cut two names that stand without a separator, where both are known or the second has a determiner."""
    for piece in pieces:
        cut = (
            next(
                (
                    found
                    for found in re.finditer(r"\s+(?=(?:các|Các|[A-ZĐ]))", piece.text)
                    if _two_names(piece.text, found, known)
                ),
                None,
            )
            if piece.name == piece.text
            else None
        )
        if cut is None:
            yield piece
            continue
        left = UnitPiece(piece.text[: cut.start()], piece.start, piece.start + cut.start(), piece.text[: cut.start()])
        right = UnitPiece(piece.text[cut.end() :], piece.start + cut.end(), piece.end, piece.text[cut.end() :])
        yield left
        yield from unglued([right], known)


def _two_names(words: str, cut: re.Match[str], known: Known) -> bool:
    left, right = words[: cut.start()], words[cut.end() :]
    if not known(left) or known(words) or is_collective(words):
        return False
    return known(right) or (is_collective(right) and right[:3].lower() == "các" and _PLACES.match(right) is None)
