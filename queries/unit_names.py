"""How people name units (cách gọi cơ quan, đơn vị): "cuc cntt", "vu gddh", "ubnd tp hcm", "so y te
ha noi".

Each word asked for is a word of the name, or the initials of several of its words ("gddt": Giáo
dục và Đào tạo); behind the whole name may follow a piece of the body it belongs to.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from luocdo.graph.text import fold, squeeze

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from luocdo.queries.unit_rows import UnitsNamedRow, UnitsRow

    Named = UnitsRow | UnitsNamedRow
    Fits = Callable[[Named], bool]

_LONG = 3  # letters from which words may be a piece of a name
_SKIPPED = "va"  # a word that initials leave out
_FILLING = re.compile(
    r"\b(?:tinh|thanh pho|tp|t p|viet nam)\b"
)  # what people leave out of the names of bodies
_FEWEST = 2  # words that initials stand for
KEYED = ("", "bỏ dấu, viết tắt", "phần tên sau loại đơn vị")
"""How names are understood by a key that the index of names has of each of them."""


def ways(words: str) -> tuple[tuple[Fits, str], ...]:
    """Return the ways in which ``words`` may name a unit, the surest first, each with how it
    understands them.
    """
    asked = fold(words)
    tokens = asked.split()
    return (
        (
            lambda one: words in (one.id, one.display),
            "",
        ),  # as an answer prints it, letter by letter
        (lambda one: _called(asked, one), ""),
        (lambda one: squeeze(words) in _aliases(one), "bỏ dấu, viết tắt"),
        (lambda one: _is_name(tokens, _name(one).split()), "viết tắt"),
        (lambda one: len(tokens) == 1 and _tail(one) == asked, "phần tên sau loại đơn vị"),
        (lambda one: _with_body(tokens, one), "tên kèm cơ quan"),
        (lambda one: _told_shorter(asked, one), "bỏ chữ tỉnh, thành phố, Việt Nam"),
        (
            lambda one: len(asked) > _LONG and _begins(tokens, _name(one).split()),
            "phần đầu của tên",
        ),
        (
            lambda one: len(asked) > _LONG and is_piece(tokens, _name(one).split()),
            "một phần của tên",
        ),
        (
            lambda one: is_piece(told_without_filling(asked), told_without_filling(_name(one))),
            "một phần của tên",
        ),
    )


def _name(unit: Named) -> str:
    return unit.name_fold or fold(unit.name)


def _called(asked: str, unit: Named) -> bool:
    """Return whether ``asked`` is the unit's name, its name with its body, or its kind ("vụ" names
    them all).
    """
    name = _name(unit)
    if asked.startswith(name):
        return asked in (name, fold(unit.display))
    return asked == fold(unit.kind)


def _aliases(unit: Named) -> list[str]:
    """Return the unit's other names without accents or spaces; its short name is among them."""
    return unit.aliases_fold.replace(" ", "").split("|")


def _tail(unit: Named) -> str:
    """Return what follows the kind of unit in its short name: "CNTT" of "Cục CNTT"."""
    return fold(unit.short_name).partition(" ")[2]


def _with_body(tokens: Sequence[str], unit: Named) -> bool:
    """Return whether the tokens are a whole name of the unit, then a piece of the body it belongs
    to.
    """
    body = fold(unit.display.partition(" · ")[2]).split()
    names = [
        _name(unit).split(),
        *(fold(alias).split() for alias in unit.aliases_fold.split("|") if alias),
    ]
    cuts = range(1, len(tokens)) if body else ()
    return any(
        is_piece(tokens[at:], body) and any(_is_name(tokens[:at], name) for name in names)
        for at in cuts
    )


def _told_shorter(asked: str, unit: Named) -> bool:
    """Return whether ``asked`` is the unit's name, with its body or without, where neither says
    what the other leaves out.
    """
    tokens, name, body = (
        told_without_filling(asked),
        told_without_filling(_name(unit)),
        told_without_filling(fold(unit.display.partition(" · ")[2])),
    )
    return len(tokens) > 1 and (_is_name(tokens, name) or _is_name(tokens, [*name, *body]))


def told_without_filling(plain: str) -> list[str]:
    """Return the words of a folded name without those that people leave out ("tỉnh")."""
    return _FILLING.sub(" ", plain).split()


def _is_name(tokens: Sequence[str], words: Sequence[str]) -> bool:
    return len(words) in _ends(tokens, words, 0)


def _begins(tokens: Sequence[str], words: Sequence[str]) -> bool:
    return bool(_ends(tokens, words, 0))


def is_piece(tokens: Sequence[str], words: Sequence[str]) -> bool:
    """Return whether the tokens are words that follow one another in ``words``, or their
    initials.
    """
    return any(_ends(tokens, words, start) for start in range(len(words)))


def _ends(tokens: Sequence[str], words: Sequence[str], start: int) -> set[int]:
    """Return where the tokens may end in ``words`` when they begin at ``start``."""
    places = {start}
    for token in tokens:
        places = {end for place in places for end in _step(token, words, place)}
    return places


def _step(token: str, words: Sequence[str], place: int) -> set[int]:
    if words[place : place + 1] == [_SKIPPED] != [token]:
        return _step(token, words, place + 1)  # "bộ lao động thương binh xã hội"
    ends = {place + 1} if words[place : place + 1] == [token] else set()
    initials, end = "", place
    while end < len(words) and len(initials) < len(token):
        initials += "" if words[end] == _SKIPPED else words[end][0]
        end += 1
        if initials == token and end - place >= _FEWEST:
            ends.add(end)
    return ends
