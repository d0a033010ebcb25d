"""How people name documents (cách gọi văn bản): "QĐ 131", "131 ttg", "3/NQ-CP", "nghị quyết 03 của chính phủ", a title.

What is asked is taken apart once: kind, serial, year or day, and words that must stand in the number's symbol or in the
issuer. An exact number wins over words of a title, and what looks like a number is never answered by a title.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING

from luocdo.graph.text import fold, squeeze
from luocdo.queries.describe import short_name
from luocdo.queries.nodes import DocumentNode

if TYPE_CHECKING:
    from collections.abc import Callable

    from luocdo.queries.document_rows import DocumentsNamedRow, DocumentsRow

    Named = DocumentsRow | DocumentsNamedRow
    Fits = Callable[[Named], bool]

_SYMBOLS = {"cv": "cong van", "cd": "cong dien", "da": "de an", "vb": "", "so": ""}
_NO_KIND = frozenset({"", "de an", "chuong trinh", "chien luoc", "van ban"})  # names of what a document promulgates
_GLUED = re.compile(r"(?<=[a-z])(?=\d)|(?<=\d)(?=[a-z])")
_SERIAL = re.compile(r"^(?P<kind>(?:[a-z]+ )*?)(?:so )?0*(?P<serial>\d{1,5})(?P<rest>(?: [a-z0-9]+)*)$")
_DAY = re.compile(r"\b(?:ngay )?(?P<day>\d{1,2}) (?:thang )?(?P<month>\d{1,2}) (?:nam )?(?P<year>(?:19|20)\d\d)$")
_YEAR = re.compile(r"^(?:19|20)\d\d$")
_JOINING = frozenset({"cua", "do", "ngay", "nam", "ban", "hanh"})
_NUMBER = re.compile(r"\d+\s*(?:/|-)\s*(?:\d{4}\s*/\s*)?[A-ZĐ]", re.IGNORECASE)
_LONG = 5  # letters from which words may be a piece of a title


@dataclass(frozen=True, slots=True)
class AskedNumber:
    """What words say of a number: ``kind`` without accents, ``rest`` what must stand in the symbol or the issuer."""

    kind: str
    serial: str
    year: str
    date: str
    rest: tuple[str, ...]

    @classmethod
    def of(cls, words: str) -> AskedNumber | None:
        """Take ``words`` apart; None where they name no number.

        >>> AskedNumber.of("nghị quyết 03 của chính phủ").rest
        ('chinh', 'phu')
        """
        plain = _GLUED.sub(" ", fold(words))
        dated = _DAY.search(plain)
        found = _SERIAL.match(plain[: dated.start()].strip() if dated else plain)
        if not found or (kind := _kind_of(found["kind"].strip())) is None:
            return None
        rest = [word for word in found["rest"].split() if word not in _JOINING]
        years = [word for word in rest if _YEAR.match(word)]
        day = f"{dated['year']}-{int(dated['month']):02}-{int(dated['day']):02}" if dated else ""
        year = years[0] if years else ""
        return cls(kind, found["serial"], year, day, tuple(word for word in rest if not _YEAR.match(word)))

    def fits(self, document: Named) -> bool:
        """Tell whether ``document`` may be the one asked for."""
        serial = re.match(r"0*(\d+)", document.number)
        if serial is None or serial[1] != self.serial:
            return False
        if self.year and self.year != str(document.year or ""):
            return False
        if self.date and self.date != document.date:
            return False
        if self.kind not in _NO_KIND and fold(document.kind) != self.kind:
            return False
        return self._names(document)

    def _names(self, document: Named) -> bool:
        """Tell whether what else was said stands in the number's symbol, as a word or whole, or in the issuer."""
        known = {*_GLUED.sub(" ", fold(document.number)).split(), *fold(document.issuer).split()}
        symbol = squeeze(re.sub(r"^\d+", "", document.number))
        return all(word in known for word in self.rest) or "".join(self.rest) in symbol.split("/", 1)[-1]


@cache
def _kinds() -> dict[str, str]:
    from luocdo.graph.numbers import KINDS  # noqa: PLC0415 - its patterns are compiled only where a kind is shortened

    names = {fold(kind): fold(kind) for _, kind, _ in KINDS}
    return {fold(symbol): fold(kind) for symbol, kind, _ in reversed(KINDS)} | names | _SYMBOLS


def _kind_of(words: str) -> str | None:
    """Return the kind that ``words`` name, empty where they name none, None where they are something else."""
    words = words.removesuffix(" so").removesuffix("so").strip() if words != "so" else ""
    if words in _NO_KIND:
        return words
    return _kinds().get(words)


def ways(words: str) -> tuple[tuple[Fits, str], ...]:
    """Return the ways in which ``words`` may name a document, the surest first, each with how it understands them."""
    asked, number = squeeze(words), AskedNumber.of(words)
    exact: tuple[tuple[Fits, str], ...] = (
        (lambda one: one.id == words, ""),
        (lambda one: bool(one.number) and squeeze(one.number) == asked, ""),
        (lambda one: asked in (squeeze(one.name), squeeze(_short(one))), ""),
    )
    if number is not None and not _YEAR.match(number.serial):
        return (*exact, (number.fits, "số và loại văn bản"), (_number_in(words), "số, ký hiệu trong lời hỏi"))
    if _NUMBER.search(words):
        return (*exact, (_number_in(words), "số, ký hiệu trong lời hỏi"))
    by_day = (_named_on(words), "tên và ngày")
    return (*exact, by_day, (_piece_of_title(words), "lời trích yếu"), (_all_words(words), "các từ trong trích yếu"))


def _short(one: Named) -> str:
    return short_name(DocumentNode(kind=one.kind, year=one.year, issuer=one.issuer, name=one.name))


def _number_in(words: str) -> Fits:
    """A document whose whole number, from its first digit to its last letter, stands in ``words``."""
    asked = f" {fold(words)} "
    return lambda one: len(squeeze(one.number)) > _LONG and f" {fold(one.number)} " in asked


def _named_on(words: str) -> Fits:
    """A law named by its title and its day: "Luật Giao dịch điện tử ngày 22/6/2023"."""
    plain = fold(words)
    dated = _DAY.search(plain)
    name = plain[: dated.start()].strip() if dated else ""
    day = f"{dated['year']}-{int(dated['month']):02}-{int(dated['day']):02}" if dated else ""
    return lambda one: bool(name) and one.date == day and name in f"{one.name_fold} {one.title_fold}"


def _piece_of_title(words: str) -> Fits:
    asked = fold(words)
    return lambda one: len(asked) > _LONG and f" {asked} " in f" {one.name_fold} {one.title_fold} "


def _all_words(words: str) -> Fits:
    asked = {word for word in fold(words).split() if len(word) > 1}
    return lambda one: len(asked) > 1 and asked <= set(f"{one.name_fold} {one.title_fold}".split())
