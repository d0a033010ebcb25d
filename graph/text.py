"""Text as it is compared and text as it is quoted: normalisation with a way back to the raw
characters.

Two spellings of one word compare equal (NFC and NFD, ``Ð`` U+00D0 and ``Đ`` U+0110, no-break
spaces, accents dropped by `fold`); whatever is shown as evidence is cut from the raw text, by code
points of the decoded file.
"""

from __future__ import annotations

import re
import unicodedata
from bisect import bisect_right
from collections import Counter
from dataclasses import dataclass
from functools import lru_cache
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator

# Letters of Russian keyboards and fonts that look like Latin ones: "16495/BTC" with a Russian Т
# and С is the same number.
_LOOKALIKES = dict(zip("АВЕКМНОРСТУХІЅЈаеорсухіј", "ABEKMHOPCTYXISJaeopcyxij", strict=True))
# Letters and marks that fonts and converters put in the place of others, one for one.
_ODD = {
    **_LOOKALIKES,
    "\u00d0": "Đ",
    "\u00f0": "đ",
    "\u0189": "Đ",
    "\u0256": "đ",
    "\u01a2": "Ư",  # Ƣ: what fonts of the Vietkey years call the letter
    "\u01a3": "ư",
    "\u2044": "/",
    "\u2212": "-",
    "\uf0b7": "-",  # a bullet of the font Symbol
    "\uf02d": "-",
    "\uf0a7": "-",
    "\u25cf": "•",
    "\u25aa": "•",
    "\u00a0": " ",
    "\u2007": " ",
    "\u202f": " ",
    "\u3000": " ",
    "\u2011": "-",
    "\u2010": "-",
}
_DROPPED = frozenset("\ufeff\u200b\u200c\u200d\u2060\u00ad\r")
_SPECIAL = re.compile(
    "[" + "".join(_ODD) + "".join(sorted(_DROPPED)) + "\u0300-\u036f]",
)
_VIETNAMESE = frozenset(
    "ăâđêôơưạảấầẩẫậắằẳẵặẹẻẽếềểễệỉịọỏốồổỗộớờởỡợụủứừửữựỳỵỷỹĂÂĐÊÔƠƯẠẢẤẦẨẪẬẮẰẲẴẶẸẺẼẾỀỂỄỆỈỊỌỎỐỒỔỖỘỚỜỞỠỢỤỦỨỪỬỮỰỲỴỶỸ"
)
_LEAST_VIETNAMESE = (
    0.06  # share of the letters; running text has 0.2 and more, OCR without Vietnamese below 0.03
)
_ACCENTS = re.compile("[\u0300-\u036f]+")
_WORD = re.compile(r"[^a-z0-9%]+")
_FORMULA = ("=", "+", "-", "@", "\t", "\r")
_ASCII_D = str.maketrans(
    {**dict(zip("Đđ\u00d0\u00f0\u0189\u0256\u01a2\u01a3", "DdDdDdUu", strict=True)), **_LOOKALIKES}
)


def clean(text: str) -> str:
    """Return ``text`` in NFC, odd letters and spaces made plain, runs of white space made one
    space, ends stripped.
    """
    if not _SPECIAL.search(text) and unicodedata.is_normalized("NFC", text):
        return " ".join(text.split())
    for odd, plain in _ODD.items():
        if odd in text:
            text = text.replace(odd, plain)
    return " ".join(
        "".join(
            c for c in unicodedata.normalize("NFC", text) if c not in _DROPPED or c == "\r"
        ).split()
    )


@lru_cache(maxsize=65536)
def fold(text: str) -> str:
    """Return ``text`` for comparison: lower case, no accents, đ as d, everything but letters,
    digits and % one space.
    """
    plain = unicodedata.normalize("NFD", text.translate(_ASCII_D))
    return _WORD.sub(" ", _ACCENTS.sub("", plain).casefold()).strip()


def squeeze(text: str) -> str:
    """Return `fold` of ``text`` without any space: names broken by lines or hyphens
    compare equal.
    """
    return fold(text).replace(" ", "")


def harmless(words: str) -> str:
    """Return ``words`` so that no spreadsheet takes what a document says for a formula."""
    return f"'{words}" if words.startswith(_FORMULA) else words


def is_accented(text: str) -> bool:
    """Return whether ``text`` still has the letters that only Vietnamese has; OCR without
    Vietnamese loses them.
    """
    letters = {one: times for one, times in Counter(text).items() if one.isalpha()}
    vietnamese = sum(times for one, times in letters.items() if one in _VIETNAMESE)
    return vietnamese >= _LEAST_VIETNAMESE * sum(letters.values())


@dataclass(frozen=True, slots=True)
class NormalText:
    """A decoded file in normal form, each character traceable to the raw text.

    ``text`` is NFC with odd letters made plain; positions in it are called *normal* positions.
    ``raw_start`` and ``raw_end`` turn a normal position into a code point offset of ``raw``.
    """

    raw: str
    text: str
    _normal: tuple[int, ...] = ()
    _raw: tuple[int, ...] = ()

    @classmethod
    def of(cls, raw: str) -> NormalText:
        """Normalise ``raw``; a text that is normal already costs one scan."""
        if not _SPECIAL.search(raw) and unicodedata.is_normalized("NFC", raw):
            return cls(raw, raw)
        pieces: list[str] = []
        normal: list[int] = [0]
        source: list[int] = [0]
        size = at = 0
        for line in _lines(raw):
            for piece, width in _clusters(line):
                pieces.append(piece)
                size += len(piece)
                at += width
                if len(piece) != width:
                    normal.append(size)
                    source.append(at)
        return cls(raw, "".join(pieces), tuple(normal), tuple(source))

    def raw_start(self, position: int) -> int:
        """Return the raw offset at which the normal character at ``position`` begins."""
        return self._back(position)

    def raw_end(self, position: int) -> int:
        """Return the raw offset just behind the normal character before ``position``."""
        return self._back(position - 1) + self._width(position - 1) if position > 0 else 0

    def position(self, offset: int) -> int:
        """Return the normal position of the raw character at ``offset``; the way back is
        `raw_start`.
        """
        if not self._raw:
            return offset
        step = bisect_right(self._raw, offset) - 1
        following = self._normal[step + 1] if step + 1 < len(self._normal) else len(self.text)
        return min(self._normal[step] + offset - self._raw[step], following)

    def quote(self, start: int, end: int) -> str:
        """Return the raw characters of the normal span, verbatim."""
        return self.raw[self.raw_start(start) : self.raw_end(end)]

    def _back(self, position: int) -> int:
        if not self._normal:
            return position
        step = bisect_right(self._normal, position) - 1
        return self._raw[step] + position - self._normal[step]

    def _width(self, position: int) -> int:
        if not self._normal:
            return 1
        step = bisect_right(self._normal, position)
        if step < len(self._normal) and self._normal[step] == position + 1:
            return self._raw[step] - self._back(position)
        return 1


def _lines(text: str) -> Iterator[str]:
    """Yield the lines of ``text`` with their ends; no line begins with a combining mark."""
    start = 0
    while start < len(text):
        end = text.find("\n", start) + 1 or len(text)
        while end < len(text) and unicodedata.combining(text[end]):
            end += 1
        yield text[start:end]
        start = end


def _clusters(line: str) -> Iterator[tuple[str, int]]:
    """Yield each letter of ``line`` with its marks in normal form, and its length as it was.

    A line that is normal already is one piece.
    """
    if not _SPECIAL.search(line) and unicodedata.is_normalized("NFC", line):
        yield line, len(line)
        return
    at = 0
    while at < len(line):
        end = at + 1
        while end < len(line) and unicodedata.combining(line[end]):
            end += 1
        yield _normal_cluster(line[at:end]), end - at
        at = end


def _normal_cluster(cluster: str) -> str:
    if len(cluster) == 1:
        if cluster in _DROPPED:
            return ""
        return _ODD.get(cluster) or unicodedata.normalize("NFC", cluster)
    return unicodedata.normalize("NFC", "".join(_ODD.get(c, c) for c in cluster))
