"""What rules of time are made of (mảnh ghép): days, months, quarters, years, clock times, and the
words that open a limit.

A rule's pattern is read over text without accents. In it a blank is any white space, ``~`` white
space or none, and ``{day}`` the piece of that name. Each piece holds no repetition over what its
neighbour may match, so that reading is linear.
"""

from __future__ import annotations

import re
from typing import Final, NamedTuple

from luocdo.graph.vocabulary import Meaning, document_kinds, terms
from luocdo.graph.vocabulary.matching import plain

_YEAR = r"(?P<y>20\d\d)(?![\d/])"
_YEAR_BEHIND = r"(?:~[/-]~|~,?~(?:cua )?nam~)(?P<y>20\d\d)(?![\d/])"
_NUMBER_END = r"(?![\d/]|[.,]\d)"

# The pieces whose values are asked for: named groups d, m, q, y.
DAY: Final = (  # 30/6/2026, 30-6-2026, 30 tháng 6 năm 2026, 30/6
    r"(?<![\d/])(?<!\d[.,])(?!\d{1,2}~-~\d{1,2}~/)"  # "10-12/2025" are months
    r"(?P<d>\d{1,2})(?:~/~|~[.-]~(?=\d{1,2}~[.-]~20\d\d)|~thang~)(?P<m>\d{1,2})"
    r"(?:(?:~[/.-]~|~,?~nam~)(?P<y>20\d\d|(?<=/)[23]\d(?!\d)))?" + _NUMBER_END
)
MONTH: Final = (
    rf"(?:thang )(?P<m>\d{{1,2}})(?:{_YEAR_BEHIND}|(?!~/~\d)(?!\d))"  # tháng 6/2026, tháng 6
)
# 6/2026, T6/2026
MONTH_FIGURES: Final = (
    rf"(?<![\d/])(?<!\d\.)(?:\bt\.?)?(?P<m>\d{{1,2}})(?:~/~|~-~|,? nam )(?P<y>20\d\d){_NUMBER_END}"
)
QUARTER: Final = (  # quý IV/2026, quý 1 năm 2027, Q4 2026, quý II
    rf"(?:quy~|\bq~)(?P<q>IV|III|II|I|0?[1-4])(?:{_YEAR_BEHIND}|"
    r" (?P<yy>20\d\d)(?![\d/])|(?![\w/]))"
)
UNIT: Final = r"(?:nam|quy|thang|tuan|ngay)"
YEAR: Final = rf"(?:nam~)?(?<![\d/.,]){_YEAR}"  # năm 2026, 2026

OPENING: Final = ("before", "latest", "until", "within", "finish")


def _words(meaning: Meaning, *values: str) -> str:
    """Return a group of the words of ``meaning`` (with one of ``values``), the longest first,
    without accents.
    """
    found = (term for term in terms(meaning) if not values or term.value in values)
    prints = {plain(one.lower()) for term in found for one in term.prints}
    return rf"(?:{'|'.join(sorted(prints, key=len, reverse=True))})\b"


def _first_words(meaning: Meaning) -> frozenset[str]:
    return frozenset(
        plain(one.lower()).split()[0] for term in terms(meaning) for one in term.prints
    )


def _openers() -> frozenset[str]:
    """Return what opens a time and what may stand between, without accents."""
    opening = (*terms(Meaning.TIME_OPENER), *terms(Meaning.TIME_FILLER))
    return frozenset(plain(one.lower()) for term in opening for one in term.prints)


# All words of what opens a time; and the second words of those openers that begin with "không".
OPENER_WORDS: Final = frozenset(word for one in _openers() for word in one.split())
BEHIND_NOT: Final = frozenset(one.split()[1] for one in _openers() if one.startswith("khong "))

_PIECES: Final[dict[str, str]] = {
    "ngay": r"(?:ngay~)?",
    "day": rf"(?:ngay~)?{DAY}",
    "month": rf"(?:{MONTH}|{MONTH_FIGURES})",
    "quarter": QUARTER,
    "year": YEAR,
    # 16 giờ 30 phút, 16h30, 16g
    "clock": r"\d{1,2}~(?:gio|h|g(?=\d|\b))(?:~\d{1,2}(?:~phut|')?)?",
    "weekday": r"(?:thu (?:hai|ba|tu|nam|sau|bay|[2-7])|chu nhat)",
    "to": r"(?:~-~|,? den (?:het )?)",
    "and": r"(?:~[,;&+]~(?:va )?| va )",
    "each": r"(?:hang|moi|tung)",
    "next": r"(?:sau|ke tiep|tiep theo|lien ke)",
    "since": r"(?:(?:bat dau|trien khai|thuc hien) ){0,2}(?:ke )?tu",
    "part": r"(?:dau|giua|cuoi|thuong tuan|trung tuan|ha tuan)",
    "by": (
        rf"(?:(?:{_words(Meaning.TIME_OPENER, *OPENING)}|{_words(Meaning.TIME_FILLER)})(?:~[,:])?~)"
    ),
    "finish": _words(Meaning.TIME_OPENER, "finish", "latest"),
    "ending": _words(Meaning.TIME_OPENER, "finish"),
    "from": _words(Meaning.TIME_OPENER, "from"),
    "dated": _words(Meaning.DATED_THING, "thing"),
    "made": _words(Meaning.DATED_THING, "made"),
    "label": _words(Meaning.LABEL_TIME),
    "number": (
        # 52/2015/NĐ-CP
        r"\d{1,5}[\w]?~(?:/~(?:19|20)\d\d~)?[/-]~(?-i:[A-Z])[\w&.-]{0,30}(?:[/-]~?[\w&.-]{1,30}){0,3}"
    ),
    "document": (
        rf"(?:{'|'.join(plain(kind.name.lower()) for kind in document_kinds())}|van ban|y"
        r" kien|bien ban|hop dong)"
    ),
    "count": r"(?:(?<![\d/])\d{1,3}(?![\d/])|mot|hai|ba|bon|nam|sau|bay|muoi)",
    "often": r"(?:(?:~/~| )(?:1 |01 |mot )?lan)",  # /lần, một lần
    "sudden": r"(?:,? (?:va|hoac) (?:theo yeu cau )?dot xuat(?: (?:khi co|theo) yeu cau)?)",
    "unit": UNIT,
    "yearly": rf"\b{_words(Meaning.YEARLY_THING)}",
    "constant": rf"\b{_words(Meaning.CONSTANT_THING)}",
}

# The words that these pieces begin with.
FIRST_WORDS: Final[dict[str, frozenset[str]]] = {
    "{by}": _first_words(Meaning.TIME_OPENER) | _first_words(Meaning.TIME_FILLER),
    "{document}": (
        frozenset(plain(kind.name.lower()).split()[0] for kind in document_kinds())
        | {"van", "y", "bien", "hop"}
    ),
    "{count}": frozenset({"mot", "hai", "ba", "bon", "nam", "sau", "bay", "muoi"}),
}

# In prose a limit is one only behind a word that says so; "đến năm 2030" is a goal, "vào năm 2025"
# a tale.
OPENS: Final = rf"~{_words(Meaning.TIME_OPENER, *OPENING)}"


class Figures(NamedTuple):
    """What a piece says: the year where it is printed, month (or the quarter's number), day."""

    year: int | None
    month: int = 0
    day: int = 0


def compiled(pattern: str) -> re.Pattern[str]:
    """Compile a rule's pattern: pieces put in, blanks opened."""
    return re.compile(
        "(?i)" + _opened(re.sub(r"\{([a-z]+)\}", lambda hit: _inner(_PIECES[hit[1]]), pattern))
    )


def _inner(piece: str) -> str:
    """Return a piece without its named groups, so that a rule may hold it twice."""
    return f"(?:{re.sub(r'[?]P<[a-z]+>', '?:', piece)})"


def _opened(pattern: str) -> str:
    return pattern.replace("~", r"\s*").replace(" ", r"\s+")


_DAYS = re.compile("(?i)" + _opened(DAY))
_MONTHS = re.compile("(?i)" + _opened(MONTH))
_MONTH_FIGURES = re.compile("(?i)" + _opened(MONTH_FIGURES))
_QUARTERS = re.compile("(?i)" + _opened(QUARTER))
_YEARS = re.compile("(?i)" + _opened(YEAR))
_ROMAN = {"I": 1, "II": 2, "III": 3, "IV": 4}


def days(text: str) -> list[Figures]:
    """Return the days that ``text`` prints."""
    return [Figures(_year(hit["y"]), int(hit["m"]), int(hit["d"])) for hit in _DAYS.finditer(text)]


def months(text: str) -> list[Figures]:
    """Return the months that ``text`` prints, in order."""
    hits = sorted(
        (hit.start(), hit)
        for pattern in (_MONTHS, _MONTH_FIGURES)
        for hit in pattern.finditer(text)
    )
    found: dict[int, Figures] = {}
    for _, hit in hits:
        found[hit.start("m")] = Figures(_year(hit["y"]), int(hit["m"]))
    return list(found.values())


def quarters(text: str) -> list[Figures]:
    """Return the quarters that ``text`` prints."""
    return [
        Figures(_year(hit["y"] or hit["yy"]), quarter_number(hit["q"]))
        for hit in _QUARTERS.finditer(text)
    ]


def quarter_number(printed: str) -> int:
    """Return 4 for "IV" and "4"."""
    return _ROMAN.get(printed.upper()) or int(printed)


def years(text: str) -> list[int]:
    """Return the years that ``text`` prints."""
    return [int(hit["y"]) for hit in _YEARS.finditer(text)]


def _year(printed: str | None) -> int | None:
    if printed is None:
        return None
    return int(printed) if len(printed) > 2 else 2000 + int(printed)  # noqa: PLR2004 - "26"
