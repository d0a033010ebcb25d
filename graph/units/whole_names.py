"""Where the name of one unit ends in a cell (tên trọn của một đơn vị): over which commas and "và"
a name or a collective goes on.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from luocdo.graph.text import fold
from luocdo.graph.units.cell_words import CAPITALS, part_words, piece_between, run_words
from luocdo.graph.units.grammar import is_bare_noun, is_collective, starts_with_head
from luocdo.graph.units.pieces import Known, UnitPiece, is_branch
from luocdo.graph.vocabulary.wordings import wordings

if TYPE_CHECKING:
    from luocdo.graph.units.cell_parts import CellPart

_NAMES: Final = {one.name: one for one in wordings(__package__, "names")}
_CLASSES = frozenset({"co quan", "don vi", "to chuc"})


def _says(name: str, words: str) -> bool:
    """Return whether words are, or hold, what the table calls by that name."""
    return _NAMES[name].search(words) is not None


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
    if words.isupper() and _says("place", words.lower()):
        return True  # "CÁC XÃ, PHƯỜNG" of a heading in capitals
    if group:
        return _in_group(cell, parts, first, at, words, known)
    before = cell[parts[first].start : parts[at - 1].end].strip()
    joined = parts[at].separator == "and" and _is_one_name(before, words)
    if joined or _says("place", words) or _is_of_front(before, words):
        return True
    signs = CAPITALS.match(before) and CAPITALS.match(words)
    if signs or (known(before) and (starts_with_head(words) or known(words))):
        return False
    return not (starts_with_head(words) or known(words) or is_branch(words, known))


def _is_one_name(before: str, words: str) -> bool:
    """Return whether these are the two halves of a name that "và" joins: a board of several zones,
    the office of two bodies.
    """
    zones = _says("manages", before) and _says("zones", words)
    return zones or (_says("office of two", before) and _says("council", words))


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
    if (_says("party committees", words) and _says("determined", before)) or (
        _says("of all", words) and _says("bare kinds", before)
    ):
        return True
    if known(words) or _says("determined", words) or _is_another_class(before, separator, words):
        return False
    if separator == "and" and _says("outside", words) and _says("bare class", before):
        return True
    if (
        starts_with_head(words)
        and words[:1].isupper()
        and len(words.split()) > 1
        and not is_collective(words)
    ):
        return False
    noun = is_bare_noun(words.split(maxsplit=1)[0])
    if separator == "and" and _says("concerned", words):
        return noun and not _says("of units", before.partition(" ")[2])
    return noun or not starts_with_head(words) or words[:1].islower()


def _is_another_class(before: str, separator: str, words: str) -> bool:
    """Return whether this is a class that a collective does not go on over: firms behind "bộ,
    ngành", "cơ quan" behind "thuộc Bộ" or places.
    """
    if (_says("of places", before) and _says("any body", words)) or _says("staff", words):
        return True
    if _says("outside", words) and fold(words).startswith(_class_noun(before)):
        return True
    firms = separator == "soft" and _says("outside", words) and _says("state", before)
    citizens = separator == "and" and _says("citizens", words) and _says("state", before)
    return firms or citizens or (_says("owned", before) and fold(words) in _CLASSES)


def _class_noun(before: str) -> str:
    """Return the noun of a class outside the administration, folded; what no words begin with
    where there is none.
    """
    noun = _NAMES["class outside"].search(before)
    return fold(noun["noun"]) if noun else "\n"
