"""The grammar of time (ngữ pháp thời hạn): all rules in one table, and the one reader that finds
their matches.

At each word that a rule may begin with the longest match wins, the earlier rule where two are as
long; matches never overlap. A sentence believes a rule only behind the words that the rule asks
for; a cell or a labelled line holds nothing but a time, and is read by the same rules.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache
from typing import TYPE_CHECKING, Final

import ahocorasick

from luocdo.loaders.times.days import DAY_RULES
from luocdo.loaders.times.each_period_rules import EACH_PERIOD_RULES
from luocdo.loaders.times.each_year_rules import EACH_YEAR_RULES
from luocdo.loaders.times.how_often_rules import HOW_OFTEN_RULES
from luocdo.loaders.times.month_rules import MONTH_RULES
from luocdo.loaders.times.quarter_rules import QUARTER_RULES
from luocdo.loaders.times.rule import CELL_ONLY, Rule, Words
from luocdo.loaders.times.terminals import BEHIND_NOT, FIRST_WORDS, OPENER_WORDS, compiled
from luocdo.loaders.times.waiting import NO_LIMITS, WAITING_RULES
from luocdo.loaders.times.year_rules import YEAR_RULES

if TYPE_CHECKING:
    from collections.abc import Iterator

    from luocdo.loaders.times.time import Time

RULES: Final[tuple[Rule, ...]] = (
    *NO_LIMITS,
    *DAY_RULES,
    *MONTH_RULES,
    *QUARTER_RULES,
    *YEAR_RULES,
    *EACH_YEAR_RULES,
    *EACH_PERIOD_RULES,
    *HOW_OFTEN_RULES,
    *WAITING_RULES,
)
_FIGURE = "#"
_PIECES = f"{_FIGURE} ngay thang t quy q nam"
_LOOK_BACK = 90
_MOST_OPENERS = 6
_OPENER = compiled("{by}")
_WORD = re.compile(r"(?<!\w)(?:\d|[^\W\d_]+)")
# What may follow the first word of a match in a sentence; it spares trying all rules at every
# "trong" and "đến".
_FOLLOWS = re.compile(
    r"\W{0,12}(?:\d|(?:nhat|muon|qua|hon|thanh|tat|thuc|het|ngay|thang|quy|nam|giai|ca|cac|nua|dau|giua|cuoi|chot|tuan|thu|chu|moi"
    r"|hang|tung|suot|thoi|han|gian|trong|tru[oe]c|khoang|vong|la|den|tu|mot|hai|ba|bon|sau|bay|chin|muoi|ky|xuyen|lan|hoan|xong"
    r"|vao|khi|cham|tre|toi|trien|hien|khai|mong|it|hoc|trung|thuong|ha"
    rf"|{'|'.join(sorted(OPENER_WORDS))})\b)"
)
# First words that are common, and what alone may follow them.
_FOLLOWS_ONLY: Final = {
    word: re.compile(rf"\s+(?:{words})\b")
    for word, words in {
        "thuc": "hien (?:ke |bat dau )?tu",
        "trien": "khai (?:ke |bat dau )?tu",
        "theo": "(?:tung )?(?:quy|thang|nam|tuan|ngay)",
        "ket": "thuc",
        "dinh": "ky",
        "thang": "dau|giua|cuoi",
        "dau": "moi|hang|tung",
        "giua": "moi|hang|tung",
        "cuoi": "moi|hang|tung",
        "khong": "|".join(sorted(BEHIND_NOT)),
        "nhiem": "vu thuong xuyen",
        "ke": "tu",
        "chu": "nhat",
        "thu": "hai|ba|tu|nam|sau|bay|\\d",
    }.items()
}
# A figure in front of these words may begin a match: "15 ngày sau khi kết thúc quý", "02 lần/năm",
# "3 tháng một lần".
_BEHIND_FIGURE: Final = frozenset({"ngay", "lan"})
_FIGURE_BEFORE = re.compile(
    r"(?<![\d/.,])\d{1,3}\s{0,3}(?:(?:thang|quy|nam|tuan)(?:\s{0,3}/|\s+mot|\s+0?1)?\s{0,3})?$"
)


@dataclass(frozen=True, slots=True)
class Match:
    """A stretch of text that one rule reads; what it means depends on the year that is known."""

    start: int
    end: int
    rule: Rule
    words: Words

    def times(self, year: int | None) -> tuple[Time, ...]:
        """Return what the words mean, read in ``year`` where they print none."""
        return self.rule.make(self.words, year)


def _table(rules: tuple[Rule, ...]) -> dict[str, tuple[Rule, ...]]:
    """Return which rules may begin with each word."""
    firsts: dict[str, list[Rule]] = {}
    for rule in rules:
        opened = (
            word
            for name, words in FIRST_WORDS.items()
            if name in rule.pattern
            for word in sorted(words)
        )
        for word in dict.fromkeys((*rule.first.split(), *_PIECES.split(), *opened)):
            firsts.setdefault(word, []).append(rule)
    return {word: tuple(found) for word, found in firsts.items()}


Openings = tuple[tuple[re.Pattern[str], tuple[Rule, ...]], ...]


def _by_opening(rules: tuple[Rule, ...]) -> Openings:
    """Group rules by what a sentence must begin with, so that each opening is tried once."""
    groups: dict[re.Pattern[str], list[Rule]] = {}
    for rule in rules:
        groups.setdefault(rule.opening, []).append(rule)
    return tuple((opening, tuple(found)) for opening, found in groups.items())


_RANK: Final = {rule.name: rank for rank, rule in enumerate(RULES)}
_IN_CELL: Final = _table(RULES)
_SPOKEN: Final = tuple(rule for rule in RULES if rule.prose != CELL_ONLY)
# Fillers and bare pieces begin nothing in a sentence.
_NEVER_FIRST: Final = frozenset(
    {"ngay", "q", "t", "nam", "bao", "vong", "khoang", "la", "toi", "quy", "cac"}
)
_IN_SENTENCE: Final = {
    word: _by_opening(rules) for word, rules in _table(_SPOKEN).items() if word not in _NEVER_FIRST
}


def _automaton(words: set[str]) -> ahocorasick.Automaton:
    automaton = ahocorasick.Automaton()
    for word in words:
        automaton.add_word(word, len(word))
    automaton.make_automaton()
    return automaton


_FIRST_WORDS: Final = _automaton(({*_IN_SENTENCE} | _BEHIND_FIGURE) - {_FIGURE})


def in_sentence(text: str) -> Iterator[Match]:
    """Find the times of a text without accents, in order, none over another, that a sentence says
    as times.
    """
    lower = text.lower()
    if len(lower) != len(text):  # a letter that has two small ones
        lower = text
    last = 0
    for at, word in _starts(lower):
        found = _believed(text, at, word) if at >= last else None
        if found:
            yield found
            last = found.end


def sentence_match(text: str, at: int) -> Match | None:
    """Read again what `in_sentence` found at a place of the same text."""
    word = _WORD.match(text, at)
    if word is None:
        return None
    key = _FIGURE if word[0].isdigit() else word[0].lower()
    return _believed(text, at, key)


def _starts(lower: str) -> list[tuple[int, str]]:
    """Return where the words stand that a match may begin with."""
    found: list[tuple[int, str]] = []
    size = len(lower)
    for end, length in _FIRST_WORDS.iter(lower):
        start, behind = end - length + 1, end + 1
        if (start and lower[start - 1].isalnum()) or (behind < size and lower[behind].isalpha()):
            continue
        word = lower[start:behind]
        if word in _BEHIND_FIGURE:
            if figure := _FIGURE_BEFORE.search(lower, max(0, start - 16), start):
                found.append((figure.start(), _FIGURE))
        elif _FOLLOWS_ONLY.get(word, _FOLLOWS).match(lower, behind):
            found.append((start, word))
    found.sort()
    return found


def _believed(text: str, at: int, word: str) -> Match | None:
    """Return the longest match that a sentence says as a time."""
    fitting = [
        rules
        for opening, rules in _IN_SENTENCE.get(word, ())
        if opening.match(text, at) is not None
    ]
    if not fitting:
        return None
    places = _behind_openers(text, at)
    found = (_longest(text, places, rules) for rules in fitting)
    return max(
        (one for one in found if one),
        key=lambda one: (one.end, -_RANK[one.rule.name]),
        default=None,
    )


@lru_cache(maxsize=4096)
def in_cell(text: str) -> tuple[Match, ...]:
    """Find the times of a cell or labelled line without accents: all of it speaks of time."""
    found: list[Match] = []
    last = 0
    for hit in _WORD.finditer(text):
        word = hit[0].lower()
        rules = _IN_CELL.get(_FIGURE if word.isdigit() else word)
        if rules is None or hit.start() < last:
            continue
        match = _longest(text, _behind_openers(text, hit.start()), rules, prose=False)
        if match:
            found.append(match)
            last = match.end
    return tuple(found)


def _longest(
    text: str, places: list[int], rules: tuple[Rule, ...], *, prose: bool = True
) -> Match | None:
    """Return the longest match of ``rules`` at the first of ``places``, or behind the openers that
    stand there.
    """
    best: Match | None = None
    at = places[0]
    for rule in rules:
        hit = first_hit(rule, text, places)
        if (
            hit
            and (best is None or hit.end() > best.end)
            and not (prose and _taken_away(rule, text, at))
        ):
            best = Match(at, hit.end(), rule, Words(text[at : hit.end()], hit))
    return best


def _behind_openers(text: str, at: int) -> list[int]:
    """Return where a time may begin behind the words that open it: at once, or behind each of
    them.
    """
    found = [at]
    while len(found) <= _MOST_OPENERS and (word := _OPENER.match(text, found[-1])):
        found.append(word.end())
    return found


def first_hit(rule: Rule, text: str, places: list[int]) -> re.Match[str] | None:
    """Try one rule at once, and behind each word that opens a limit."""
    for at in places if rule.opened else places[:1]:
        if hit := rule.expression.match(text, at):
            return hit
    return None


def _taken_away(rule: Rule, text: str, at: int) -> bool:
    """Return whether the words right before take the meaning away: "kế hoạch hằng năm"."""
    return (
        rule.behind is not None
        and rule.behind.search(text, max(0, at - _LOOK_BACK), at) is not None
    )
