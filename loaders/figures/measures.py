"""How much of a goal is to be reached (mức phấn đấu): the figure that words hold, with its bound
and its unit.

"trên 50%", "tối thiểu 200 công trình", "dưới 40 μg/m3"; an average is its figure ("trung bình 80%"
is 80%). What stands in brackets explains and is taken only where nothing else is; a bare number
without a bound or "đạt" before it counts nothing.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field

from luocdo.loaders.text.bare import bare

_BOUND = r"tren|hon|duoi|it\s+nhat|toi\s+thieu|toi\s+da|khong\s+qua|khong\s+duoi|khoang"
_AVERAGE = r"trung\s+binh|binh\s+quan"
_VALUE = re.compile(
    rf"""(?ix)
    (?P<value>
      tu\s+\d[\d.,]*\s*%?\s+(?:len|den)\s+(?:{_BOUND}\s+)?\d[\d.,]*\s*%
      | (?:(?:{_BOUND}|tu)\s+)*
      \d[\d.,]*(?:\s*-\s*\d[\d.,]*)?\s*%
    )
    | (?:(?:{_BOUND}|{_AVERAGE}|dat|co|tu)\s+)+
      (?<!\d)(?P<count>(?:\d{{1,4}}\s*-\s*)?\d{{1,3}}(?:\.\d{{3}})*(?:,\d+)?)(?![\d/%.,]*\d|\s*(?:%|/|tuoi|ngay|thang|nam\s+20))
      (?:\s+(?P<unit>[^\W\d]+(?:/\w+|\s+[^\W\d]+)?)|(?<=,\d)(?=\s*[.;)]|\s*$)|(?<=,\d\d)(?=\s*[.;)]|\s*$))
    """,
)
_REACHED = re.compile(rf"(?i)(?:(?:dat|co|{_AVERAGE})\s+)+")
_BRACKETED = re.compile(r"\([^()]*\)")


# What bounds a figure, the longest words first; an average bounds nothing.
_BOUNDS = (
    (
        "≥",
        re.compile(
            r"≥|>=|\b(?:it\s+nhat|toi\s+thieu|khong\s+duoi)\b|\btu\b(?!.*\b(?:len|den)\b|.*\d\s*-)|\btro\s+len\b"
        ),
    ),
    ("≤", re.compile(r"≤|<=|\b(?:khong\s+qua|toi\s+da)\b|\btro\s+xuong\b")),
    (">", re.compile(r">|\b(?:tren|hon)\b")),
    ("<", re.compile(r"<|\bduoi\b")),
    ("≈", re.compile(r"≈|~|\bkhoang\b")),
)


@dataclass(frozen=True, slots=True)
class Measure:
    """A figure as printed ("trên 50%"), what it counts ("%", "công trình") and where it stands in
    the words.
    """

    value: str
    unit: str
    bound: str | None = field(default=None, compare=False)
    start: int = field(default=0, compare=False)


def measures(words: str) -> list[Measure]:
    """Return the figures that ``words`` set as goals: "100% người học, 100% nhà giáo" sets two."""
    plain = bare(words)
    outside = _BRACKETED.sub(lambda one: " " * len(one.group()), plain)
    hits = list(_VALUE.finditer(outside)) or list(_VALUE.finditer(plain))[:1]
    return [
        _measure(words, plain, hit)
        for at, hit in enumerate(hits)
        if not (at and _tells_of(plain, hits[at - 1], hit))
    ]


def _tells_of(plain: str, before: re.Match[str], hit: re.Match[str]) -> bool:
    """Tell "70% phụ nữ được khám ít nhất 4 lần": the count says what a share is of."""
    return (
        before["value"] is not None
        and hit["value"] is None
        and "," not in plain[before.end() : hit.start()]
    )


def bound_of(value: str | None) -> str | None:
    """Return what a printed value bounds: ">" for "trên 50%", "≥" for "tối thiểu 60%"; None for
    the figure itself.
    """
    words = bare(value or "").lower()
    return next((sign for sign, pattern in _BOUNDS if pattern.search(words)), None)


def _measure(words: str, plain: str, hit: re.Match[str]) -> Measure:
    if hit["value"] is not None:
        value = _printed(words, hit.start("value"), hit.end("value"))
        return Measure(value, "%", bound_of(value), hit.start())
    reached = _REACHED.match(plain, hit.start())
    start = reached.end() if reached else hit.start()
    value = _printed(words, start, hit.end("count"))
    unit = _printed(words, hit.start("unit"), hit.end("unit")) if hit["unit"] else ""
    return Measure(value, unit, bound_of(value), hit.start())


def _printed(words: str, start: int, end: int) -> str:
    return " ".join(words[start:end].split())
