"""Misprints in abbreviated names (lỗi in tên viết tắt): mended only where one unit of the body is
left.
"""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

from luocdo.graph.text import fold

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

_SHORTEST = 4
_MOST_WORDS = 3


def mended(words: str, units: Iterable[tuple[str, Sequence[str]]]) -> tuple[str, str] | None:
    """Return (key, name meant) of the one unit that an abbreviated name is a misprint of, else
    None.

    One letter changed, lost or added ("Vụ GD&ĐT" -> Vụ GDĐH); else the same letters in another
    order or some of them ("Cục NGQLCB" -> Cục NGCBQLGD). The head word must agree: a Vụ is never
    taken for a Cục.
    """
    head, letters = _parts(words)
    if len(letters) < _SHORTEST or len(fold(words).split()) > _MOST_WORDS + 2:
        return None
    for found in _alike(head, letters, units):
        if found:
            return next(iter(found.items())) if len(found) == 1 else None
    return None


def _alike(
    head: str, letters: str, units: Iterable[tuple[str, Iterable[str]]]
) -> tuple[dict[str, str], dict[str, str]]:
    """Return the units, each with the name meant, that are one edit away, and those of the same
    letters.
    """
    near: dict[str, str] = {}
    like: dict[str, str] = {}
    for key, name, own in _abbreviations(head, units):
        if one_edit(letters, own):
            near.setdefault(key, name)
        elif _same_letters(letters, own):
            like.setdefault(key, name)
    return near, like


def _abbreviations(
    head: str, units: Iterable[tuple[str, Iterable[str]]]
) -> Iterator[tuple[str, str, str]]:
    """Yield (key, name, letters) of the abbreviated names that begin with ``head``."""
    for key, names in units:
        for name in names:
            own_head, own = _parts(name)
            if own_head == head and len(own) >= _SHORTEST and _abbreviated(name):
                yield key, name, own


def _parts(name: str) -> tuple[str, str]:
    head, *rest = fold(name).split() or [""]
    return head, "".join(rest)


def _abbreviated(name: str) -> bool:
    """Return whether what follows the head word is written in capital letters."""
    tail = name.partition(" ")[2]
    capitals = sum(c.isupper() for c in tail)
    return capitals >= len([c for c in tail if c.isalpha()]) * 0.6


def one_edit(a: str, b: str) -> bool:
    """Return whether one letter changed, lost or added makes ``b`` of ``a``."""
    if abs(len(a) - len(b)) > 1 or a == b:
        return a == b
    short, long = sorted((a, b), key=len)
    at = next((i for i, (x, y) in enumerate(zip(short, long, strict=False)) if x != y), len(short))
    return short[at:] == long[at + 1 :] if len(a) != len(b) else short[at + 1 :] == long[at + 1 :]


def _same_letters(a: str, b: str) -> bool:
    """Return whether most letters of ``b`` stand in ``a``, in whatever order, and none but them;
    the first agrees.
    """
    return a[0] == b[0] and not Counter(a) - Counter(b) and len(a) >= 0.7 * len(b)
