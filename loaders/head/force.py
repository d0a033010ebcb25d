"""When a document takes effect and ends (hiệu lực), by its own words; when an assembly adopted it
(ngày thông qua).

Luật Ban hành văn bản quy phạm pháp luật 64/2025/QH15, Điều 53 to 55. Only what the document says
of itself counts: the days of other documents stand in the same articles.
"""

from __future__ import annotations

import re
from datetime import date, timedelta
from functools import lru_cache
from typing import TYPE_CHECKING

from luocdo.graph.vocabulary import Meaning, terms
from luocdo.graph.vocabulary.phrasing import in_any_case, of, optional
from luocdo.loaders.head.ocr import mended_figures
from luocdo.loaders.text.bare import bare

if TYPE_CHECKING:
    from luocdo.loaders.text.page import Page
    from luocdo.loaders.text.zones import Part

_KIND = of(Meaning.DOCUMENT_KIND)
_NO_SUBJECT = "".join(
    rf"(?<!\b{bare(one)}\s)"
    for meaning, value in ((Meaning.FIGURE_OPENS, "day"), (Meaning.OTHER_CLAUSE, ""))
    for term in terms(meaning)
    for one in term.prints
    if term.value == value and " " not in one
)
_ELSE = of(Meaning.EXCEPTS)
# "kể từ ngày Luật này có hiệu lực" and "trước khi Luật này có hiệu lực" say it of something else.
_ITSELF = rf"(?i){_NO_SUBJECT}(?P<kind>{_KIND})\s+(?:nay\b(?:(?!{_ELSE})[^.;]){{0,160}}?\s)?"
CLOCK = r"(?:\d{1,2}\s*(?:gio|h|:)\s*\d{0,2}(?:\s*phut)?,?\s*)?"
DAY = r"\d{1,2}\s*(?:/|-|thang)\s*\d{1,2}\s*(?:/|-|nam)\s*\d{4}"
_DAY_WORD = of(Meaning.FIGURE_OPENS, "day")
_BEGINS, _END = of(Meaning.IN_FORCE, "begins"), of(Meaning.IN_FORCE, "ends")
_FROM = of(Meaning.PREPOSITION, "from")
_ADOPTS = of(Meaning.ISSUING, "adopted")
_SIGNING = rf"{optional(of(Meaning.BEFALLS, 'passive'))}{of(Meaning.ISSUING, 'signed', 'told')}"
_LATER = rf"{of(Meaning.PREPOSITION, 'since')}\s+(?P<after>\d{{1,3}})[^.;\d]{{0,30}}?{_DAY_WORD},?"
_FORCE = re.compile(
    rf"{_ITSELF}{_BEGINS},?\s+{optional(_LATER)}{_FROM}\s+{CLOCK}{optional(_DAY_WORD)}"
    rf"(?P<when>{_SIGNING}|(?:[^.;:,\d]{{0,80}}?\s)?{_ADOPTS}|{DAY})"
)
_ENDS = re.compile(rf"{_ITSELF}{_END}\s+{_FROM}\s+{optional(_DAY_WORD)}(?P<when>{DAY})")
_LASTS = re.compile(
    rf"{_ITSELF}{of(Meaning.IN_FORCE, 'begins', 'applied')}(?:(?!{_ELSE})[^.;]){{0,120}}?"
    rf"\s{of(Meaning.PREPOSITION, 'until')}\s+{optional(_DAY_WORD)}(?P<when>{DAY})"
)
_DONE = optional(of(Meaning.ALREADY, "done"))
_ADOPTED = re.compile(
    rf"(?i){_KIND}\s+nay\s+{_DONE}{of(Meaning.BEFALLS, 'passive')}\s+[^.;]{{5,200}}?{_ADOPTS}\s+"
    rf"{optional(of(Meaning.PREPOSITION, 'in'))}{_DAY_WORD}\s+(?P<when>{DAY})"
)
# What each of them holds, letters first: looked for at next to no cost.
_IN_FORCE = re.compile(in_any_case("co hieu luc"))
_NO_FORCE = re.compile(in_any_case("het hieu luc"))
_PASSED = re.compile(in_any_case("thong qua"))
_ANY = "van ban"
_LONGEST_SUBJECT, _LONGEST_DAY = 400, 250


def effective_from(text: str, part: Part, day: str | None, kind: str | None = None) -> str | None:
    """Return the day a document takes effect; ``day`` is that of its signing, ``kind`` what it
    calls itself.
    """
    found = said_of_force(text, part, kind)
    if found is None:
        return None
    if found["when"][0].isdigit():
        return day_of(found)
    if found["when"].lower().endswith("qua"):
        day = adopted_on(text, part) or day
    if day is None or found["after"] is None:
        return day
    return _later(day, int(found["after"]))


def said_of_force(text: str, part: Part, kind: str | None) -> re.Match[str] | None:
    """Return the words in which a document says from when it is in force, up to the day."""
    return _said(_FORCE, _IN_FORCE, text, part, kind)


def effective_to(text: str, part: Part, kind: str | None = None) -> str | None:
    """Return the first day on which a document says it is no longer in force: "đến hết ngày 31/12"
    ends on 1 January.
    """
    last = day_of(_said(_LASTS, _IN_FORCE, text, part, kind))
    return day_of(_said(_ENDS, _NO_FORCE, text, part, kind)) or (_later(last, 1) if last else None)


def _later(day: str, days: int) -> str:
    return (date.fromisoformat(day) + timedelta(days=days)).isoformat()


def adopted_on(text: str, part: Part) -> str | None:
    """Return the day of "Luật này được Quốc hội … thông qua ngày …", the date of laws that print
    no other.
    """
    return day_of(_said(_ADOPTED, _PASSED, text, part))


def _said(
    pattern: re.Pattern[str], verb: re.Pattern[str], text: str, part: Part, kind: str | None = None
) -> re.Match[str] | None:
    """Search around each ``verb``, which every match holds: most texts have none.

    A letter that quotes "Nghị định có hiệu lực từ …" says nothing of itself: the subject is of the
    document's own ``kind``.
    """
    start, end = part.body.start, part.closing.end
    near = (
        pattern.search(
            text, max(start, hit.start() - _LONGEST_SUBJECT), min(end, hit.end() + _LONGEST_DAY)
        )
        for hit in verb.finditer(text, start, end)
    )
    return next((found for found in near if found and _is_own(found, kind)), None)


def _is_own(found: re.Match[str], kind: str | None) -> bool:
    said = found.groupdict().get("kind")
    return (
        kind is None or said is None or _plain(said) in (_ANY, _plain(kind)[: len(_plain(said))])
    )


@lru_cache(maxsize=256)
def _plain(words: str) -> str:
    return " ".join(bare(words).lower().split())


def day_of(found: re.Match[str] | None, page: Page | None = None) -> str | None:
    """Return the day of a match as ISO, as ``page`` prints it; None where it is blank or cannot
    be.
    """
    if found is None:
        return None
    groups = found.groupdict()
    if page is not None:
        groups = {
            key: mended_figures(page.flat[found.start(key) : found.end(key)]) for key in groups
        }
    figures = (
        [groups["year"], groups["month"], groups["day"]]
        if "year" in groups
        else list(reversed(re.findall(r"\d+", groups["when"])))
    )
    try:
        return date(*(int(figure.replace(" ", "")) for figure in figures)).isoformat()
    except (ValueError, TypeError):
        return None
