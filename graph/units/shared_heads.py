"""Lists behind a head that goes to each of them (từ đứng đầu dùng chung): "các Vụ: GDMN, GDTH"."""

from __future__ import annotations

from luocdo.graph.text import fold
from luocdo.graph.units.cell_parts import CellPart
from luocdo.graph.units.cell_words import CAPITALS, part_words, piece_between, run_words
from luocdo.graph.units.grammar import starts_with_head
from luocdo.graph.units.named_places import (
    are_members,
    bodies_of_places,
    branches_of_class,
    class_behind,
)
from luocdo.graph.units.pieces import Known, UnitPiece
from luocdo.graph.vocabulary.wordings import wording

_DISTRIBUTES, _BODIES_OF_CLASS, _LIST_OF_KINDS = (
    wording(__package__, "classes", name)
    for name in ("distributes", "bodies of a class", "list of kinds")
)
_MOST_MEMBERS = 40


def distributed(
    cell: str, parts: list[CellPart], at: int, known: Known
) -> tuple[list[UnitPiece], int] | None:
    """Read "các Vụ: GDMN, GDTH" and "UBND các thành phố: Hà Nội, Cần Thơ": the head goes to each
    of the list.
    """
    words = cell[parts[at].start : parts[at].end].strip()
    if places := bodies_of_places(cell, parts, at, known):
        return places
    head = _DISTRIBUTES.search(words)
    if head and _colon_at(parts, at + 1):
        return _list(cell, parts, at + 1, head["head"].capitalize(), known)
    if members := branches_of_class(cell, parts, at, known) or _members(cell, parts, at, known):
        return members
    if _BODIES_OF_CLASS.search(
        run_words(cell, parts, at, min(at + 1, len(parts) - 1))
    ) and _colon_at(parts, at + 2):
        return _list(cell, parts, at + 2, words.split()[-1].capitalize(), known)
    kinds = _LIST_OF_KINDS.search(words)
    if (
        kinds
        and at + 1 < len(parts)
        and parts[at + 1].separator in ("soft", "and")
        and CAPITALS.match(part_words(cell, parts[at + 1]))
    ):
        first = piece_between(cell, parts[at].start, parts[at].end)
        made, after = _list(cell, parts, at + 1, f"các {kinds['what']}", known, capitals=True)
        return [first, *made], after
    return None


def _members(
    cell: str, parts: list[CellPart], at: int, known: Known
) -> tuple[list[UnitPiece], int] | None:
    """Read "các Sở Y tế, Giáo dục và Đào tạo": the head goes to each of the list without a
    colon.
    """
    opened = class_behind(cell, parts[at])
    if opened is None:
        return None
    head, start = opened
    first = CellPart(start, parts[at].end, "colon")
    made, behind = _list(cell, [first, *parts[at + 1 : at + _MOST_MEMBERS]], 0, head, known)
    return (made, at + behind) if are_members(made, head, known) else None


def _colon_at(parts: list[CellPart], at: int) -> bool:
    return at < len(parts) and parts[at].separator == "colon"


def _list(
    cell: str, parts: list[CellPart], at: int, head: str, known: Known, *, capitals: bool = False
) -> tuple[list[UnitPiece], int]:
    pieces: list[UnitPiece] = []
    by_semicolons = _has_semicolon(cell, parts, at)
    while at < len(parts):
        words = part_words(cell, parts[at])
        if (pieces and _ends_list(cell, parts, at, head, known)) or (
            capitals and not CAPITALS.match(words)
        ):
            break
        last = at if capitals else _member(cell, parts, at, head, known)
        last = _up_to_semicolon(cell, parts, last, head, known) if by_semicolons else last
        piece = piece_between(cell, parts[at].start, parts[last].end)
        whole = (
            piece.text
            if fold(piece.text).startswith(fold(head))
            or (starts_with_head(piece.text) and not known(f"{head} {piece.text}"))
            else f"{head} {piece.text}"
        )
        pieces.append(UnitPiece(piece.text, piece.start, piece.end, whole))
        at = last + 1
    return pieces, at


def _ends_list(cell: str, parts: list[CellPart], at: int, head: str, known: Known) -> bool:
    """Return whether this is a name of its own behind a list of members: a line of its own, a head
    word, a firm's sign.
    """
    words = part_words(cell, parts[at])
    if known(f"{head} {words}"):
        return False
    apart = (
        parts[at].separator == "hard"
        and not _is_semicolon(cell, parts, at)
        and not CAPITALS.match(words)
    )
    return apart or starts_with_head(words) or (parts[at].separator == "hard" and known(words))


def _is_semicolon(cell: str, parts: list[CellPart], at: int) -> bool:
    return at > 0 and cell[parts[at - 1].end : parts[at].start].strip() == ";"


def _has_semicolon(cell: str, parts: list[CellPart], at: int) -> bool:
    """Return whether this is a list whose members semicolons part, so that a comma may stand in a
    name.
    """
    return any(_is_semicolon(cell, parts, place) for place in range(at + 1, len(parts)))


def _up_to_semicolon(cell: str, parts: list[CellPart], last: int, head: str, known: Known) -> int:
    """Return the last part of a member among semicolons: what begins no name of its own belongs to
    it.
    """
    while last + 1 < len(parts) and parts[last + 1].separator in ("soft", "and"):
        words = part_words(cell, parts[last + 1])
        if starts_with_head(words) or known(f"{head} {words}") or known(words):
            break
        last += 1
    return last


def _member(cell: str, parts: list[CellPart], at: int, head: str, known: Known) -> int:
    """Return the last part of a member: the longest name that is known behind the head ("Văn hóa,
    Thể thao và Du lịch").
    """
    for last in range(min(len(parts), at + 4) - 1, at, -1):
        if all(part.separator in ("soft", "and") for part in parts[at + 1 : last + 1]) and known(
            f"{head} {run_words(cell, parts, at, last)}"
        ):
            return last
    last, is_whole = at, known(f"{head} {part_words(cell, parts[at])}")
    while last + 1 < len(parts) and parts[last + 1].separator == "and":
        words = part_words(cell, parts[last + 1])
        if starts_with_head(words) or (is_whole and known(f"{head} {words}")):
            break
        last += 1
    return last
