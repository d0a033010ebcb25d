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
    from collections.abc import Iterable, Mapping, Sequence

_LONGEST = 400  # characters, with all the blanks and line ends that a name may hold
_PIECE = re.compile(r"\S+")
_OPENING = re.compile(r"(\w+)(?:\s+(\w+))?")
KINDS = ("Bộ luật ", "Luật ", "Pháp lệnh ")
_WORD = re.compile(r"[^\W\d_]+")
# An abbreviation and what may belong to it.
_SHORTENED = re.compile(
    r"[A-ZĐ]{2,}(?:[\s,&]+[^\W\d_]+){0,6}"
)  # an abbreviation and what may belong to it
_JOINING = ("và", "của", "về")


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
        name.removeprefix(kind) for name in _known() for kind in KINDS if name.startswith(kind)
    )


@cache
def _words_of_known() -> Mapping[str, tuple[str, ...]]:
    """Return the words of each known name behind its kind, small letters, without what joins."""
    told = ((law, law.removeprefix(kind)) for law in _known() for kind in KINDS)
    return {
        law: tuple(word for word in _WORD.findall(name.lower()) if word not in _JOINING)
        for law, name in told
        if name != law
    }


def abbreviated(text: str, at: int, limit: int) -> tuple[str, int] | None:
    """Return the known law that the words at ``at`` shorten ("BHXH", "KH,CN&ĐMST", "MTTQ
    Việt Nam") and where they end; none where several laws may be meant.
    """
    found = _SHORTENED.match(text, at, limit)
    pieces = list(_WORD.finditer(text, at, found.end())) if found else []
    for many in range(len(pieces), 0, -1):
        said = [one[0] for one in pieces[:many]]
        meant = [law for law, words in _words_of_known().items() if _shorten(said, words)]
        if len(meant) == 1 and any(map(_is_abbreviation, said)):
            return meant[0], pieces[many - 1].end()
    return None


def _is_abbreviation(word: str) -> bool:
    return word.isupper() and len(word) > 1


def _shorten(said: Sequence[str], words: Sequence[str]) -> bool:
    """Return whether words and abbreviations are those of a name, all of it."""
    at = 0
    for one in said:
        if one.lower() in _JOINING:
            continue
        letters = list(one.lower()) if _is_abbreviation(one) else [one.lower()]
        taken = words[at : at + len(letters)]
        if len(taken) < len(letters) or not all(map(_begins_with, taken, letters)):
            return False
        at += len(letters)
    return at == len(words)


def _begins_with(word: str, letters: str) -> bool:
    return word[0] == letters if len(letters) == 1 else word == letters
