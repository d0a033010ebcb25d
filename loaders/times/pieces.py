"""What rules of time are made of (mảnh ghép): days, months, quarters, years, clock times, and the words that open a limit.

A rule's pattern is read over text without accents. In it a blank is any white space, ``~`` white space or none, and
``{day}`` the piece of that name. Each piece holds no repetition over what its neighbour may match, so that reading is linear.
"""

from __future__ import annotations

import re
from typing import Final, NamedTuple

_YEAR = r"(?P<y>20\d\d)(?![\d/])"
_YEAR_BEHIND = r"(?:~[/-]~|~,?~(?:cua )?nam~)(?P<y>20\d\d)(?![\d/])"
_NUMBER_END = r"(?![\d/]|[.,]\d)"

# The pieces whose values are asked for: named groups d, m, q, y.
DAY: Final = (  # 30/6/2026, 30-6-2026, 30 tháng 6 năm 2026, 30/6
    r"(?<![\d/])(?<!\d[.,])(?!\d{1,2}~-~\d{1,2}~/)"  # "10-12/2025" are months
    r"(?P<d>\d{1,2})(?:~/~|~[.-]~(?=\d{1,2}~[.-]~20\d\d)|~thang~)(?P<m>\d{1,2})"
    r"(?:(?:~[/.-]~|~,?~nam~)(?P<y>20\d\d|(?<=/)[23]\d(?!\d)))?" + _NUMBER_END
)
MONTH: Final = rf"(?:thang )(?P<m>\d{{1,2}})(?:{_YEAR_BEHIND}|(?!~/~\d)(?!\d))"  # tháng 6/2026, tháng 6
MONTH_FIGURES: Final = rf"(?<![\d/])(?<!\d\.)(?P<m>\d{{1,2}})(?:~/~|~-~|,? nam )(?P<y>20\d\d){_NUMBER_END}"  # 6/2026
QUARTER: Final = (  # quý IV/2026, quý 1 năm 2027, Q4 2026, quý II
    rf"(?:quy~|\bq~)(?P<q>IV|III|II|I|0?[1-4])(?:{_YEAR_BEHIND}| (?P<yy>20\d\d)(?![\d/])|(?![\w/]))"
)
YEAR: Final = rf"(?:nam~)?(?<![\d/.,]){_YEAR}"  # năm 2026, 2026

_PIECES: Final[dict[str, str]] = {
    "ngay": r"(?:ngay~)?",
    "day": rf"(?:ngay~)?{DAY}",
    "month": rf"(?:{MONTH}|{MONTH_FIGURES})",
    "quarter": QUARTER,
    "year": YEAR,
    "clock": r"\d{1,2}~(?:gio|h|g(?=\d|\b))(?:~\d{1,2}(?:~phut|')?)?",  # 16 giờ 30 phút, 16h30, 16g
    "weekday": r"(?:thu (?:hai|ba|tu|nam|sau|bay|[2-7])|chu nhat)",
    "n": r"(?<![\d/])\d{1,3}(?![\d/])",
    "to": r"(?:~-~|,? den (?:het )?)",
    "and": r"(?:~[,;]~(?:va )?| va )",
    "each": r"(?:hang|moi|tung)",
    # what stands before a limit and opens it: "hoàn thành trước", "chậm nhất là ngày", "không quá", "đến hết", "trong"
    "by": (
        r"(?:(?:hoan thanh|hoan tat|ket thuc|xong|truoc|tru[oe]c|cham nhat|muon nhat|tre nhat|som nhat|khong (?:cham |muon )?qua"
        r"|khong (?:cham|muon|tre) hon|toi da|het|den|toi|trong|vao|thoi (?:gian|han|diem)|han|la|thuc hien|trien khai"
        r"|bao cao|vong|khoang|ngay)\b(?:~[:,])?~){1,6}?"
    ),
}

# In prose a limit is one only behind a word that says so; "đến năm 2030" is a goal, "vào năm 2025" a tale.
OPENS: Final = (
    r"~(?:tru[oe]c|xong|cham nhat|muon nhat|tre nhat|khong (?:cham |muon )?qua|khong (?:cham|muon|tre) hon"
    r"|hoan (?:thanh|tat)|ket thuc|het|den|trong|vao|thoi (?:gian|han)|han)\b"
)


class Figures(NamedTuple):
    """What a piece says: the year where it is printed, month (or the quarter's number), day."""

    year: int | None
    month: int = 0
    day: int = 0


def compiled(pattern: str) -> re.Pattern[str]:
    """Compile a rule's pattern: pieces put in, blanks opened."""
    return re.compile("(?i)" + _opened(re.sub(r"\{([a-z]+)\}", lambda hit: _inner(_PIECES[hit[1]]), pattern)))


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
    hits = sorted((hit.start(), hit) for pattern in (_MONTHS, _MONTH_FIGURES) for hit in pattern.finditer(text))
    found: dict[int, Figures] = {}
    for _, hit in hits:
        found[hit.start("m")] = Figures(_year(hit["y"]), int(hit["m"]))
    return list(found.values())


def quarters(text: str) -> list[Figures]:
    """Return the quarters that ``text`` prints."""
    return [Figures(_year(hit["y"] or hit["yy"]), quarter_number(hit["q"])) for hit in _QUARTERS.finditer(text)]


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
