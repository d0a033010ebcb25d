"""Pieces of a cell that were cut and must be looked at together: glued names, words that belong to
two names.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace

from luocdo.graph.units.grammar import is_collective, starts_with_head
from luocdo.graph.vocabulary import Meaning, alternation, terms
from luocdo.graph.vocabulary.wordings import wording

Known = Callable[[str], bool]
_BARE, _FULL, _OPEN_END, _OF_PROVINCE = (
    wording(__package__, "posts", name) for name in ("bare", "full", "open end", "of a province")
)
_PLACES = wording(__package__, "classes", "places of a class")
_GLUE = re.compile(r"\s+(?=(?:các|Các|[A-ZĐ]))")
LONGEST_NAME = (
    400  # letters of a name with all that it belongs to; more are several names, or none
)
_BRANCH = "chi nhánh "
_OFFICES = frozenset(
    spelt
    for term in terms(Meaning.UNIT_HEAD)
    if term.value in ("văn phòng", "thanh tra")
    for spelt in term.prints
)
_JOINS = frozenset({",", "/", "và", "&"})
_HEAD = re.compile(rf"(?i:{alternation(Meaning.UNIT_HEAD, accents=True)})")
_POST_ALONE = re.compile(rf"(?i:{alternation(Meaning.POST, accents=True)})")


@dataclass(frozen=True, slots=True)
class UnitPiece:
    """A unit in a cell: ``text`` as printed at ``start``..``end`` of the cell, ``name`` with what
    its determiner gives.
    """

    text: str
    start: int
    end: int
    name: str


def shared(cell: str, pieces: list[UnitPiece]) -> list[UnitPiece]:
    """Give a bare name the words it shares with the next: "HĐND, UBND các xã" is HĐND các xã and
    UBND các xã.
    """
    done: list[UnitPiece] = []
    for piece in reversed(pieces):
        bare = _BARE.search(piece.name)
        after = _FULL.search(done[-1].name) if done else None
        joined = done and cell[piece.end : done[-1].start].strip() in _JOINS
        if bare and after and joined and bare.lastgroup == ("body" if after["body"] else "post"):
            piece = replace(piece, name=f"{piece.name} {after['tail']}")  # noqa: PLW2901 - the same piece, named in full
        done.append(piece)
    return done[::-1]


def unglued(pieces: list[UnitPiece], known: Known) -> Iterator[UnitPiece]:
    """Cut two names that stand without a separator, as the lines of a cell whose ends were lost.

    Both are known; or the second has a determiner, begins as the first does ("Phòng Tổ chức Phòng
    Tài chính"), or stands behind a body of the province ("Công an tỉnh Sở Nội vụ"), whose name is
    at its end there, or is the branch of a firm.
    """
    for whole in pieces:
        piece = whole
        while cut := _glue(piece, known):
            words, rest = piece.text[: cut.start()], piece.text[cut.end() :]
            yield UnitPiece(words, piece.start, piece.start + cut.start(), words)
            piece = UnitPiece(rest, piece.start + cut.end(), piece.end, rest)
        yield piece


def _glue(piece: UnitPiece, known: Known) -> re.Match[str] | None:
    """Return the blank between the first two names that stand without a separator; no name is
    looked for beyond its length.
    """
    if piece.name != piece.text:
        return None
    cuts = _GLUE.finditer(piece.text, 0, LONGEST_NAME)
    return next((cut for cut in cuts if _two_names(piece.text, cut, known)), None)


def _two_names(words: str, cut: re.Match[str], known: Known) -> bool:
    left, right = words[: cut.start()], words[cut.end() :]
    if known(words) or is_collective(words) or _is_office_of(left, right):
        return False
    if (
        known(left)
        and (
            (
                known(right) and (" " not in right or starts_with_head(right))
            )  # "Vân Phong" is no "Văn phòng"
            or (is_collective(right) and right[:3].lower() == "các" and not _PLACES.search(right))
        )
    ):
        return True
    return _is_whole(left, known) and (_begins_anew(left, right) or is_branch(right, known))


def _is_office_of(left: str, right: str) -> bool:
    """Tell "Thanh tra Sở Y tế", "Văn phòng Bộ Tài chính": every body has one, which bears its
    name.
    """
    return left.casefold() in _OFFICES and starts_with_head(right) and not is_collective(right)


def _is_whole(words: str, known: Known) -> bool:
    """Return whether this is what may be a name by itself: known, a branch, or a head with words
    that end in none that must go on.
    """
    head = _HEAD.match(words)
    named = (
        known(words) or is_branch(words, known) or (head is not None and head.end() < len(words))
    )
    return named and not _OPEN_END.search(words)


def _begins_anew(left: str, right: str) -> bool:
    """Return whether this is a second name by its head alone, whether anybody knows it or not."""
    first, second = _HEAD.match(left), _HEAD.match(right)
    if first is None or second is None or _POST_ALONE.fullmatch(left):  # "Viện trưởng Viện A"
        return False
    return first[0].lower() == second[0].lower() or bool(_OF_PROVINCE.search(left))


def is_branch(words: str, known: Known) -> bool:
    """Return whether this is the branch of a firm by its sign: "VNPT Lâm Đồng", "NHCSXH chi nhánh
    tỉnh".
    """
    sign, _, place = words.partition(" ")
    placed = place[:1].isupper() or place.startswith(_BRANCH)
    return len(sign) > 3 and placed and known(sign)  # noqa: PLR2004 - a sign, not "Bộ"
