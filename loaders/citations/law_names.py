"""Names of laws that are known (tên luật đã biết), looked up word by word: a name ends where the
longest one ends.
"""

from __future__ import annotations

import re
from functools import cache
from itertools import islice
from typing import TYPE_CHECKING

from luocdo.graph.registry.laws import known_laws
from luocdo.loaders.text.bare import bare

if TYPE_CHECKING:
    from collections.abc import Iterable

_LONGEST = 400  # characters, with all the blanks and line ends that a name may hold
_PIECE = re.compile(r"\S+")
_OPENING = re.compile(r"(\w+)(?:\s+(\w+))?")
_KINDS = ("Bộ luật ", "Luật ", "Pháp lệnh ")


class LawNames:
    """Some names, by their first two words; white space, case, accents and what OCR misreads make
    no difference.
    """

    def __init__(self, names: Iterable[str]) -> None:
        """Index ``names``, the longest first."""
        self._by_opening: dict[tuple[str, str], list[tuple[str, ...]]] = {}
        for name in sorted(names, key=len, reverse=True):
            spelt = _compared(bare(name))
            if opening := _OPENING.match(spelt):
                self._by_opening.setdefault((opening[1], opening[2] or ""), []).append(
                    tuple(spelt.split())
                )

    def end(self, text: str, at: int, limit: int) -> int | None:
        """Return where the longest name that begins at ``at`` of ``text`` (without
        accents) ends.
        """
        limit = min(limit, at + _LONGEST)
        opening = _OPENING.match(text, at, limit)
        if opening is None:
            return None
        first, second = _compared(opening[1]), _compared(opening[2] or "")
        names = [
            name
            for key in ((first, second), (first, ""))
            for name in self._by_opening.get(key, ())
        ]
        if not names:
            return None
        longest = max(map(len, names))
        hits = list(islice(_PIECE.finditer(text, at, limit), longest))
        printed = [_compared(hit[0]) for hit in hits]
        found = next((name for name in names if _begins(printed, name)), None)
        return hits[len(found) - 1].start() + len(found[-1]) if found else None


def _begins(printed: list[str], name: tuple[str, ...]) -> bool:
    """Return whether ``printed`` begins with the words of ``name``; a mark may be glued to the
    last of them.
    """
    size = len(name)
    if (
        len(printed) < size
        or tuple(printed[: size - 1]) != name[:-1]
        or not printed[size - 1].startswith(name[-1])
    ):
        return False
    return not printed[size - 1][len(name[-1]) :][:1].isalnum()


def _compared(word: str) -> str:
    """Return a word in small letters; OCR reads "Định" as "Pinh", "Bịnh"."""
    return word.lower().replace("pinh", "dinh").replace("binh", "dinh")


def _known() -> frozenset[str]:
    return frozenset(law.name for law in known_laws()) - {"Hiến pháp"}


@cache
def full_names() -> LawNames:
    """Return the names with their kind: "Luật Đất đai"."""
    return LawNames(_known())


@cache
def own_names() -> LawNames:
    """Return the names without their kind: "đất đai", which prose writes behind "luật" in small
    letters.
    """
    return LawNames(
        name.removeprefix(kind) for name in _known() for kind in _KINDS if name.startswith(kind)
    )
