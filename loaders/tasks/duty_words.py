"""Words that give a duty (từ giao việc), those of `duty_wordings.toml` and the verbs of the
vocabulary; for text without accents they are compiled without accents.

Verbs are looked for in small letters: in the names of units they are written with a capital ("Cục
Quản lý chất lượng").
"""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import dataclass
from functools import cache

from luocdo.graph.vocabulary import Meaning, alternation, prints
from luocdo.graph.vocabulary.wordings import wordings
from luocdo.loaders.text.bare import bare

_VERBS = (
    Meaning.ACTS,
    Meaning.MANNER,
    Meaning.OBLIGES,
    Meaning.LEADS,
    Meaning.COORDINATES,
    Meaning.REPORTS,
    Meaning.ASSIGNS,
)
_NO_ORDER = ("opens", "item", "inner")
FORCE = tuple((bare(word), word) for word in ("đề nghị", "yêu cầu", "khuyến khích"))
_SHORT = 5000  # characters: of a shorter text each counts
_SMALL = "àáảãạăằắẳẵặâầấẩẫậđèéẻẽẹêềếểễệìíỉĩịòóỏõọôồốổỗộơờớởỡợùúủũụưừứửữựỳýỷỹỵ"
_MARKED = frozenset(_SMALL + _SMALL.upper())


@dataclass(frozen=True)
class DutyWords:
    """The patterns by name, with or without accents; a name that has no pattern is an error."""

    accented: bool
    verb: re.Pattern[str]
    first_verb: re.Pattern[str]
    coordinates: re.Pattern[str]
    partners: re.Pattern[str]
    reports: re.Pattern[str]
    inner_report: re.Pattern[str]
    gathers: re.Pattern[str]
    enforces: re.Pattern[str]
    demanding: re.Pattern[str]
    conveys: re.Pattern[str]
    asks: re.Pattern[str]
    asks_below: re.Pattern[str]
    lead_in: re.Pattern[str]
    opens_items: re.Pattern[str]
    no_duties: re.Pattern[str]
    closing: re.Pattern[str]
    charges: re.Pattern[str]
    segment: re.Pattern[str]
    informs: re.Pattern[str]
    retold: re.Pattern[str]
    retold_with: re.Pattern[str]


def duty_words(text: str) -> DutyWords:
    """Return the patterns that fit ``text``: with accents unless OCR lost them."""
    letters = {
        one: times
        for one, times in Counter(text[: 20000 : 4 if len(text) > _SHORT else 1]).items()
        if one.isalpha()
    }
    marked = sum(times for one, times in letters.items() if one in _MARKED)
    return _compiled(accented=marked > 0.12 * sum(letters.values()))


def _capitalised(*, accents: bool) -> str:
    """Return the orders that a heading glued to its sentence leaves with a capital: "Giao Sở A
    Khẩn trương …".
    """
    found = (
        print_
        for meaning in (Meaning.LEADS, Meaning.COORDINATES, Meaning.OBLIGES, Meaning.MANNER)
        for print_ in prints(meaning)
    )
    spelt = sorted(one[:1].upper() + one[1:] for one in found if " " in one)
    return "|".join((one if accents else bare(one)).replace(" ", r"\s+") for one in spelt)


@cache
def _compiled(*, accented: bool) -> DutyWords:
    verb = "|".join(
        alternation(meaning, without=_NO_ORDER, accents=accented) for meaning in _VERBS
    )
    table = wordings(__package__, "duty_wordings", accents=accented)
    patterns = {one.name.replace(" ", "_"): one.pattern for one in table}
    # a heading glued to its first sentence leaves a capital: "Giao Sở Nội vụ Khẩn trương …"
    either = rf"(?<!\w)(?:{verb}|{_capitalised(accents=accented)})(?!\w)"
    return DutyWords(accented, verb=re.compile(either), **patterns)
