"""Numbers of documents (số, ký hiệu văn bản) as value objects: parsed, printed and compared.

Forms: ``131/QĐ-TTg`` and ``69/2017/NĐ-CP`` (Nghị định 30/2020/NĐ-CP, Phụ lục I, II.3),
``1552/BTTTT-TTH`` (a letter), ``08/2012/QH13`` (acts of the National Assembly), ``57-NQ/TW`` (the
Party: Hướng dẫn 36-HD/VPTW), ``TCVN 14423:2025`` (a national standard). `DocumentNumber.parse` and
``str`` round-trip; `DocumentNumber.key` makes spellings of one number equal: ``Đ``, ``Ð`` and
``D``, upper and lower case, spaces and line breaks inside, leading zeros, shapes that OCR leaves.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from functools import cached_property, lru_cache
from typing import Literal

from luocdo.graph.text import clean, fold
from luocdo.graph.vocabulary import document_kinds

Style = Literal["state", "party", "assembly", "standard"]

# symbol, kind (tên loại văn bản), source
KINDS: tuple[tuple[str, str, str], ...] = tuple(
    (symbol, kind.name, kind.source) for kind in document_kinds() for symbol in kind.symbols
)
# Central issuers whose symbol fixes the case of its letters (Nghị định 30/2020/NĐ-CP, Phụ lục
# III).
ISSUERS: tuple[str, ...] = (
    "TTg",
    "CP",
    "CTN",
    "QH",
    "UBTVQH",
    "TW",
    "TU",
    "VPCP",
    "UBND",
    "HĐND",
    "BCĐTW",
    "VPTW",
)
# Shapes that OCR leaves of a symbol, mended before a central issuer ("Qb-TTg", "QP-TTg"), and in
# text that OCR misread.
_CENTRAL = frozenset({"ttg", "cp"})
_MISREAD = {
    "qb": "QĐ",
    "qp": "QĐ",
    "qdp": "QĐ",
    "qbd": "QĐ",
    "qo": "QĐ",
    "nb": "NĐ",
    "np": "NĐ",
    "ndp": "NĐ",
}
LETTER = "Công văn"

_KIND_OF = {symbol: kind for symbol, kind, _ in KINDS}
_CENTRAL_KINDS = frozenset(
    symbol for kind in document_kinds() if kind.central for symbol in kind.symbols
)
_JOINT_KINDS = frozenset(
    symbol for kind in document_kinds() if kind.joint for symbol in kind.symbols
)
_FOLDED = {fold(symbol): symbol for symbol in (*(s for s, _, _ in reversed(KINDS)), *ISSUERS)}
_STANDARD = re.compile(
    r"(?P<body>TCVN|QCVN|TCCS|TCQS)\s*(?P<serial>\d+(?:-\d+)?)\s*:\s*(?P<year>\d{4})(?P<more>\s*/\s*\w+)?",
    re.IGNORECASE,
)
_STATE = re.compile(
    r"""(?x)
    (?P<serial>\d{1,6}[a-zđ]?)              # 131, 04, 18a
    (?:\s*/\s*(?P<year>(?:19|20)\d\d))?     # /2017: normative documents alone carry it
    \s*/\s*(?P<symbol>[^\W\d_].*)           # QĐ-TTg
    """,
)
_PARTY = re.compile(r"(?P<serial>\d{1,6}[a-zđ]?)\s*[-–]\s*(?P<symbol>[^\W\d_][^/]*/.+)")
_SPACED_FIGURES = re.compile(
    r"(?<=\d) (?=\d+ ?[/-])"
)  # "14 6/QĐ-TTg": a line ends within the serial
_JOINT = re.compile(r"\s*([-–/])\s*")
_ASSEMBLY = re.compile(r"(?:UBTV)?QH\d*", re.IGNORECASE)


@dataclass(frozen=True)
class DocumentNumber:
    """A number with its symbol: ``serial`` "131", ``year`` 2017 or None, ``symbol`` "QĐ-TTg",
    ``style`` how it is joined.
    """

    serial: str
    symbol: str
    year: int | None = None
    style: Style = "state"

    @classmethod
    def parse(cls, text: str) -> DocumentNumber | None:
        """Read ``text``, a number and nothing else; None when it is none.

        ``131/QĐ-TTg``, ``131/Qb-⏎TTg``, ``1897 /SGDDT-VP``, ``57-NQ/TW``, ``08/2012/QH13``, ``TCVN
        14423:2025``.
        """
        return _parsed(text)

    @classmethod
    def _read(cls, words: str) -> DocumentNumber | None:
        standard = _STANDARD.fullmatch(words)
        if standard:
            more = re.sub(r"\s+", "", standard["more"] or "").upper()
            return cls(
                standard["serial"],
                standard["body"].upper() + more,
                int(standard["year"]),
                "standard",
            )
        party = _PARTY.fullmatch(words)
        if party:
            return cls(party["serial"], _symbol(party["symbol"]), None, "party")
        state = _STATE.fullmatch(words)
        if state is None:
            return None
        symbol = _symbol(state["symbol"])
        year = int(state["year"]) if state["year"] else None
        return cls(
            state["serial"], symbol, year, "assembly" if _ASSEMBLY.fullmatch(symbol) else "state"
        )

    def __str__(self) -> str:
        """Print the number as its drafting rule has it."""
        if self.style == "standard":
            body, *more = self.symbol.split("/", 1)
            return f"{body} {self.serial}:{self.year}" + "".join(f"/{piece}" for piece in more)
        if self.style == "party":
            return f"{self.serial}-{self.symbol}"
        return (
            f"{self.serial}/{self.year}/{self.symbol}"
            if self.year
            else f"{self.serial}/{self.symbol}"
        )

    def with_kind_mended(self) -> DocumentNumber:
        """Return the number with the kind that OCR misread: "876/Qb-BGTVT" is a Quyết định."""
        first, joint, rest = self.symbol.partition("-")
        if not joint:
            return self
        bare = first[1:] if first[:1] in "Il1|" else ""  # the slash read once more: "265/IKH-UBND"
        meant = _MISREAD.get(fold(first)) or (bare if bare in _KIND_OF else None)
        return replace(self, symbol=f"{meant}-{rest}") if meant else self

    @cached_property
    def key(self) -> str:
        """The number for comparison: serial without leading zeros, year, symbol folded, without
        the assembly's term.
        """
        symbol = fold(self.symbol).replace(" ", "-")
        if self.style == "assembly" and self.year:
            symbol = symbol.rstrip(
                "0123456789"
            )  # "72/2025/QH15", "72/2025/QH": a year lies within one term
        return f"{self.serial.lower().lstrip('0') or '0'}/{self.year or ''}/{symbol}"

    @property
    def kind_symbol(self) -> str | None:
        """The symbol of the kind ("QĐ"), None for a letter, an act of the National Assembly, a
        standard.
        """
        if self.style in ("assembly", "standard"):
            return None
        first = re.split(r"[-/]", self.symbol, maxsplit=1)[0]
        return first if first in _KIND_OF else None

    @property
    def kind(self) -> str | None:
        """The kind that the symbol implies (tên loại): "Quyết định"; "Công văn" where there is
        none.

        None for ``QH13``: laws and resolutions of the National Assembly share one form.
        """
        if self.style == "assembly":
            return None
        if self.style == "standard":
            return (
                "Tiêu chuẩn quốc gia"
                if self.symbol.startswith("TCVN")
                else "Quy chuẩn kỹ thuật quốc gia"
            )
        return _KIND_OF[self.kind_symbol] if self.kind_symbol else LETTER

    @property
    def is_central(self) -> bool:
        """Return whether its form or kind is used at the centre only: a decree, a circular, a law,
        a national standard.
        """
        return self.style in ("assembly", "standard") or self.kind_symbol in _CENTRAL_KINDS

    @property
    def is_joint(self) -> bool:
        """Return whether its kind has several issuers (liên tịch, phối hợp)."""
        return self.kind_symbol in _JOINT_KINDS

    @property
    def issuer_symbol(self) -> str | None:
        """The symbol of the issuer: "TTg", "CP", "UBND", "TW"; of several issuers all
        ("BKHCN-BTTTT").
        """
        if self.style == "standard":
            return self.symbol.partition("/")[2] or None
        pieces = re.split(r"[-/]", self.symbol)
        if self.kind_symbol is None:
            return re.sub(r"\d+$", "", pieces[0])
        return re.sub(r"\d+$", "", "-".join(pieces[1:])) or None


@lru_cache(maxsize=4096)
def _parsed(text: str) -> DocumentNumber | None:
    """Read each print once: a text names the same few documents again and again."""
    return DocumentNumber._read(_SPACED_FIGURES.sub("", clean(text)))  # noqa: SLF001 - the class's own reading, behind its memory


def _symbol(text: str) -> str:
    """Return the symbol with known pieces in their own letters and nothing around the joints."""
    pieces = _JOINT.split(re.sub(r"(?<=\w)\s+(?=[-–/])|(?<=[-–/])\s+", "", text).strip())
    issuer = fold(pieces[-1])
    made = [_piece(piece, issuer if at == 0 else "") for at, piece in enumerate(pieces[::2])]
    joints = ["-" if joint == "–" else joint for joint in pieces[1::2]]
    return made[0] + "".join(joint + piece for joint, piece in zip(joints, made[1:], strict=True))


def _piece(piece: str, issuer: str) -> str:
    """Mend the letters of one piece: known symbols print one way, an OCR shape is mended before a
    central issuer.
    """
    piece = re.sub(r"\s+", "", piece)
    folded = fold(piece)
    if issuer in _CENTRAL and folded in _MISREAD:
        return _MISREAD[folded]
    if piece in _KIND_OF:
        return piece
    known = _FOLDED.get(folded)
    if known:
        return known
    return (
        piece
        if any(c.islower() for c in piece) and any(c.isupper() for c in piece)
        else piece.upper()
    )
