"""Time limits as prose gives them (thời hạn trong câu): the one pattern that finds them, over text without accents."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

import ahocorasick

if TYPE_CHECKING:
    from collections.abc import Iterator

_DAY_MONTH = r"\d{1,2}\s*(?:/|\s+thang\s+)\s*\d{1,2}"
_YEAR = r"\s*(?:/|\s+nam\s+)\s*20\d\d"
_BEFORE = r"tru[oe]c"  # OCR reads "truec"

IN_PROSE = re.compile(
    rf"""(?ix)
    (?P<yearly> {_BEFORE}\s+(?:ngay\s+)?{_DAY_MONTH}(?:\s+va\s+(?:ngay\s+)?{_DAY_MONTH})*\s+(?:hang|moi)\s+nam )
    | (?P<day>
        (?:xong\s+{_BEFORE}|{_BEFORE}|den\s+het|den|trong|cham\s+nhat|muon\s+nhat|vao)\s+(?:ngay\s+)?
        {_DAY_MONTH}{_YEAR} )
    | (?P<month> (?:{_BEFORE}|trong|den\s+het|het|hoan\s+thanh)\s+(?:thang\s+)\d{{1,2}}{_YEAR} )
    | (?P<quarter>
        (?:trong|{_BEFORE}|het|hoan\s+thanh|den\s+het)\s+quy\s+(?:IV|III|II|I|[1-4])\s*(?:/|\s+nam\s+|-)\s*20\d\d )
    | (?P<year> (?:trong|den\s+het|het|hoan\s+thanh|{_BEFORE})\s+nam\s+20\d\d )
    | (?P<recurring>
        (?:dinh\s+ky\s+)?(?:hang|moi)\s+(?:nam|quy|thang|tuan)
        (?:\s+hoac\s+dot\s+xuat(?:\s+khi\s+co\s+yeu\s+cau)?)?(?=[\s,;.]|$)
        | dinh\s+ky\s+(?:\d+\s+thang)?(?=[\s,]) )
    | (?P<ongoing> \bthuong\s+xuyen(?=\s+(?:phoi|theo|ra|kiem|cap|don|to)) )
    """,
)
# What every match of `IN_PROSE` begins with, in small letters: its first word, found by Aho-Corasick, then what follows.
_BEGINS = re.compile(
    r"(?:truoc|truec|xong|den|trong|cham|muon|vao|het|hoan)"
    r"(?=\s+(?:(?:het|thanh|nhat|truoc|truec)\s+)?(?:(?:ngay|thang|nam|quy)\s+)?[\di])"
    r"|(?:hang|moi)\s+[nqt]|dinh\s+ky\s|thuong\s+xuyen\s"
)


def _first_words() -> ahocorasick.Automaton:
    words = [
        "truoc",
        "truec",
        "xong",
        "den",
        "trong",
        "cham",
        "muon",
        "vao",
        "het",
        "hoan",
        "hang",
        "moi",
        "dinh",
        "thuong",
    ]
    automaton = ahocorasick.Automaton()
    for word in words:
        automaton.add_word(word, len(word))
    automaton.make_automaton()
    return automaton


_FIRST_WORDS = _first_words()


def find_in_prose(text: str) -> Iterator[re.Match[str]]:
    """Find the time limits of a whole page without accents, in order, none over another."""
    lower = text.lower()
    if len(lower) != len(text):  # a letter that has two small ones
        yield from IN_PROSE.finditer(text)
        return
    last = 0
    for at in sorted(end - size + 1 for end, size in _FIRST_WORDS.iter(lower)):
        if at >= last and _BEGINS.match(lower, at) and (hit := IN_PROSE.match(text, at)):
            yield hit
            last = hit.end()
