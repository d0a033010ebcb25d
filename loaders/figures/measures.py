"""How much of a goal is to be reached (mức phấn đấu): the figure that words hold, with its bound
and its unit.

"trên 50%", "tối thiểu 200 công trình", "dưới 40 μg/m3"; an average is its figure ("trung bình 80%"
is 80%). What stands in brackets explains and is taken only where nothing else is; a bare number
without a bound or "đạt" before it counts nothing.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field

from luocdo.graph.vocabulary.wordings import wording, wordings
from luocdo.loaders.text.bare import bare

_FIGURE, _REACHED = (wording(__package__, "measures", name) for name in ("figure", "reached"))
_BOUNDS = tuple(one for one in wordings(__package__, "measures") if one.name == "bound")
_BRACKETED = re.compile(r"\([^()]*\)")


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
    hits = list(_FIGURE.finditer(outside)) or list(_FIGURE.finditer(plain))[:1]
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
    return next((one.value for one in _BOUNDS if one.search(words)), None)


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
