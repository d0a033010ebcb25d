"""How people name documents (cách gọi văn bản): "QĐ 131", "131 ttg", "3/NQ-CP", "nghị quyết 03 của
chính phủ", a title.

What is asked is taken apart once: kind, serial, year or day, and words that must stand in the
number's symbol or in the issuer, behind a serial that no symbol follows also in the title. An
exact number wins over words of a title, a whole title over a piece of one, and what looks like a
number is never answered by a title.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING

from luocdo.graph.text import clean, fold, squeeze
from luocdo.queries.describe import short_name
from luocdo.queries.nodes import DocumentNode
from luocdo.queries.unit_names import is_piece

if TYPE_CHECKING:
    from collections.abc import Callable

    from luocdo.queries.document_rows import DocumentsNamedRow, DocumentsRow

    Named = DocumentsRow | DocumentsNamedRow
    Fits = Callable[[Named], bool]

_SYMBOLS = {"cv": "cong van", "cd": "cong dien", "da": "de an", "vb": "", "so": ""}
_NO_KIND = frozenset({"", "van ban"})
_PROMULGATED = frozenset(
    {"de an", "chuong trinh", "chien luoc", "du an"}
)  # names of what one of these puts into force:
_PROMULGATES = frozenset({"quyet dinh", "nghi quyet", "ke hoach", "chi thi", ""})
_GLUED = re.compile(r"(?<=[a-z])(?=\d)|(?<=\d)(?=[a-z])")
_SERIAL = re.compile(
    r"^(?P<kind>(?:[a-z]+ )*?)(?:so )?0*(?P<serial>\d{1,5})(?P<rest>(?: [a-z0-9]+)*)$"
)
_SERIAL_LAST = re.compile(
    r"^(?P<before>[a-z ]+) so (?P<serial>\d{1,5}(?: .*)?)$"
)  # "quyết định của thủ tướng số 131"
_DAY = re.compile(
    r"\b(?:ngay )?(?P<day>\d{1,2}) (?:thang )?(?P<month>\d{1,2}) (?:nam )?(?P<year>(?:19|20)\d\d)$"
)
_STOPS = ".,;:()“”\"'"
_YEAR = re.compile(r"^(?:19|20)\d\d$")
_NAME_AND_YEAR = re.compile(r"^(?P<name>.+?)(?: nam)? (?P<year>(?:19|20)\d\d)$")
_JOINING = frozenset({"cua", "do", "ngay", "nam", "ban", "hanh"})
_NUMBER = re.compile(
    r"\d+\s*[/-]\s*(?:\d{4}\s*/\s*)?[A-ZĐ]|(?<![\d/])\d+\s*/\s*\d{4}\b(?!\s*/)", re.IGNORECASE
)
_DATE = re.compile(r"\b\d{1,2}\s*[/.-]\s*\d{1,2}\s*[/.-]\s*\d{4}\b")
_LONGEST_KIND = 4  # words
_LONG = 5  # letters from which words may be a piece of a title


@dataclass(frozen=True, slots=True)
class AskedNumber:
    """What words say of a number: ``kind`` without accents, ``rest`` what must stand in the symbol
    or the issuer.
    """

    kind: str
    serial: str
    year: str
    date: str
    rest: tuple[str, ...]
    in_title: bool = False

    @classmethod
    def of(cls, words: str) -> AskedNumber | None:
        """Take ``words`` apart; None where they name no number.

        >>> AskedNumber.of("nghị quyết 03 của chính phủ").rest
        ('chinh', 'phu')
        """
        plain = _GLUED.sub(" ", fold(words))
        dated = _DAY.search(plain)
        asked = _serial_first(plain[: dated.start()].strip() if dated else plain)
        found = _SERIAL.match(asked)
        if not found or (kind := _kind_of(found["kind"].strip())) is None:
            return None
        rest = [word for word in found["rest"].split() if word not in _JOINING]
        years = [word for word in rest if _YEAR.match(word)]
        day = f"{dated['year']}-{int(dated['month']):02}-{int(dated['day']):02}" if dated else ""
        year = years[0] if years else ""
        others = tuple(word for word in rest if not _YEAR.match(word))
        return cls(
            kind,
            found["serial"],
            year,
            day,
            others,
            in_title=not _NUMBER.search(_DATE.sub(" ", words)),
        )

    def fits(self, document: Named) -> bool:
        """Return whether ``document`` may be the one asked for."""
        serial = re.match(r"0*(\d+)", document.number)
        if serial is None or serial[1] != self.serial:
            return False
        if self.year and self.year != str(document.year or ""):
            return False
        if self.date and self.date != document.date:
            return False
        return self._is_of_kind(fold(document.kind)) and self._names(document)

    def _is_of_kind(self, kind: str) -> bool:
        return (
            self.kind in _NO_KIND
            or kind == self.kind
            or (self.kind in _PROMULGATED and kind in _PROMULGATES)
        )

    def _names(self, document: Named) -> bool:
        """Return whether what else was said stands in the number's symbol, as a word or whole, in
        the issuer, or the title.
        """
        issuer = fold(document.issuer).split()
        known = {*_GLUED.sub(" ", fold(document.number)).split(), *issuer}
        symbol = squeeze(re.sub(r"^\d+", "", document.number))
        if (
            all(word in known for word in self.rest)
            or "".join(self.rest) in symbol.split("/", 1)[-1]
        ):
            return True
        if not self.in_title:
            return False
        titled = known | set((document.title_fold or "").split())
        return all(word in titled for word in self.rest) or is_piece(self.rest, issuer)


@cache
def _kinds() -> dict[str, str]:
    # its patterns are compiled only where a kind is shortened
    from luocdo.graph.numbers import KINDS  # noqa: PLC0415

    # its table is read only there too
    from luocdo.graph.vocabulary.kinds import document_kinds  # noqa: PLC0415

    names = {fold(name): fold(kind.name) for kind in document_kinds() for name in kind.names}
    return {fold(symbol): fold(kind) for symbol, kind, _ in reversed(KINDS)} | names | _SYMBOLS


def _kind_of(words: str) -> str | None:
    """Return the kind that ``words`` name, empty where they name none, None where they are
    something else.
    """
    words = words.removesuffix(" so").removesuffix("so").strip() if words != "so" else ""
    if words in _NO_KIND or words in _PROMULGATED:
        return words
    return _kinds().get(words)


def _serial_first(plain: str) -> str:
    """Put the serial behind its kind: "quyet dinh cua thu tuong so 131" is "quyet dinh 131 cua thu
    tuong".
    """
    last = _SERIAL_LAST.match(plain)
    if last is None:
        return plain
    kind, rest = _kind_first(last["before"])
    return " ".join(piece for piece in (kind, last["serial"], rest) if piece)


def _kind_first(plain: str) -> tuple[str, str]:
    """Return the kind that words begin with, the longest one, and what follows it."""
    words = plain.split()
    for many in range(min(len(words), _LONGEST_KIND), 0, -1):
        if _kind_of(" ".join(words[:many])):
            return " ".join(words[:many]), " ".join(words[many:])
    return "", plain


def ways(words: str) -> tuple[tuple[Fits, str], ...]:
    """Return the ways in which ``words`` may name a document, the surest first, each with how it
    understands them.
    """
    asked, number = squeeze(words), AskedNumber.of(words)
    exact: tuple[tuple[Fits, str], ...] = (
        (lambda one: one.id == words, ""),
        (lambda one: bool(one.number) and squeeze(one.number) == asked, ""),
        (lambda one: asked in (squeeze(one.name), squeeze(_short(one))), ""),
    )
    if number is not None and not _YEAR.match(number.serial):
        return (
            *exact,
            (number.fits, "số và loại văn bản"),
            (_number_in(words), "số, ký hiệu trong lời hỏi"),
        )
    if _NUMBER.search(_DATE.sub(" ", words)):
        return (*exact, (_number_in(words), "số, ký hiệu trong lời hỏi"))
    return (
        *exact,
        (_named_on(words), "tên và ngày"),
        (_whole_title(words), "tên"),
        (_of_year(words), "loại, năm và cơ quan ban hành"),
        (_piece_of_title(words), "lời trích yếu"),
        (_all_words(words), "các từ trong trích yếu"),
    )


def _short(one: Named) -> str:
    """Return how an answer shortens the name of a document without number."""
    if one.number:
        return one.name
    return short_name(DocumentNode(kind=one.kind, year=one.year, issuer=one.issuer, name=one.name))


def _number_in(words: str) -> Fits:
    """A document whose whole number, from its first digit to its last letter, stands
    in ``words``.
    """
    asked = f" {fold(words)} "
    return lambda one: len(squeeze(one.number)) > _LONG and f" {fold(one.number)} " in asked


def _named_on(words: str) -> Fits:
    """A law named by its title and its day: "Luật Giao dịch điện tử ngày 22/6/2023"."""
    plain = fold(words)
    dated = _DAY.search(plain)
    name = plain[: dated.start()].strip() if dated else ""
    day = f"{dated['year']}-{int(dated['month']):02}-{int(dated['day']):02}" if dated else ""
    return lambda one: bool(name) and one.date == day and name in _names_of(one)


def _names_of(one: Named) -> str:
    """Return all that a document is called by: its name, its kind with its title ("Luật Tổ chức
    Chính phủ").
    """
    return f"{one.name_fold} {fold(one.kind)} {one.title_fold}"


def _whole_title(words: str) -> Fits:
    """A document whose title, with its kind or without, is what is asked; the year may follow:
    "Luật Đất đai 2024".
    """
    found = _NAME_AND_YEAR.match(fold(words))
    name, year = (found["name"], found["year"]) if found else (fold(words), "")

    def fits(one: Named) -> bool:
        titles = (one.name_fold, one.title_fold, f"{fold(one.kind)} {one.title_fold}")
        return len(name) > _LONG and name in titles and year in ("", str(one.year or ""))

    return fits


def _of_year(words: str) -> Fits:
    """A document told by its kind, its year and a piece of who issued it: "quyết định 2022 của bộ
    trưởng bộ gddt".
    """
    kind, rest = _kind_first(_GLUED.sub(" ", fold(words)))
    years = [word for word in rest.split() if _YEAR.match(word)]
    issuer = [word for word in rest.split() if word not in _JOINING and not _YEAR.match(word)]
    named = _kind_of(kind)

    def fits(one: Named) -> bool:
        told = bool(named) and len(years) == 1 and bool(issuer)
        return (
            told
            and (fold(one.kind), str(one.year or "")) == (named, years[0])
            and is_piece(issuer, fold(one.issuer).split())
        )

    return fits


def _piece_of_title(words: str) -> Fits:
    asked = fold(words)
    return lambda one: len(asked) > _LONG and f" {asked} " in f" {_names_of(one)} "


def _all_words(words: str) -> Fits:
    asked = {word for word in fold(words).split() if len(word) > 1}
    typed = _with_accents(words)

    def fits(one: Named) -> bool:
        """Return whether all words are of its name, with the accents where any was typed."""
        if len(asked) <= 1 or not asked <= set(_names_of(one).split()):
            return False
        return words.isascii() or typed <= _with_accents(f"{one.kind} {one.name} {one.title}")

    return fits


def _with_accents(words: str) -> set[str]:
    """Return the words as they are printed, but for capitals and marks."""
    return {word.strip(_STOPS) for word in clean(words).lower().split()} - {""}
