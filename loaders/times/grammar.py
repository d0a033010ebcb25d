"""The grammar of time (ngữ pháp thời hạn): all rules in one table, and the one reader that finds their matches.

At each word that a rule may begin with the longest match wins, the earlier rule where two are as long; matches never
overlap. A sentence believes a rule only behind the words that the rule asks for; a cell or a labelled line holds nothing
but a time, and is read by the same rules.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache
from typing import TYPE_CHECKING, Final

import ahocorasick

from luocdo.loaders.times.days import DAY_RULES
from luocdo.loaders.times.pieces import FIRST_WORDS
from luocdo.loaders.times.returning import RETURNING_RULES
from luocdo.loaders.times.rule import CELL_ONLY, Rule
from luocdo.loaders.times.spans import SPAN_RULES
from luocdo.loaders.times.time import Time
from luocdo.loaders.times.waiting import NO_LIMITS, WAITING_RULES

if TYPE_CHECKING:
    from collections.abc import Iterator

RULES: Final[tuple[Rule, ...]] = (*NO_LIMITS, *DAY_RULES, *SPAN_RULES, *RETURNING_RULES, *WAITING_RULES)
_FIGURE = "#"
_PIECES = f"{_FIGURE} ngay thang quy q nam"
_LOOK_BACK = 90
_LOOK_AHEAD = 90
# What stands near the beginning of every match in a sentence.
_NEAR = re.compile(r"\d|\bquy\b|\bhang\b|\bmoi\b|\btung\b|\bky\b|\bxuyen\b|\bthuc hien\b|\bdau\b|\bcuoi\b|\bngay\b")
_WORD = re.compile(r"(?<!\w)(?:\d|[^\W\d_]+)")


@dataclass(frozen=True, slots=True)
class Match:
    """A stretch of text that one rule reads; what it means depends on the year that is known."""

    start: int
    end: int
    rule: Rule
    hit: re.Match[str]

    def times(self, year: int | None) -> tuple[Time, ...]:
        """Return what the words mean, read in ``year`` where they print none."""
        return self.rule.make(self.hit, year)


def _table(rules: tuple[Rule, ...]) -> dict[str, tuple[Rule, ...]]:
    """Return which rules may begin with each word."""
    firsts: dict[str, list[Rule]] = {}
    for rule in rules:
        opened = (word for name, words in FIRST_WORDS.items() if name in rule.pattern for word in sorted(words))
        for word in dict.fromkeys((*rule.first.split(), *_PIECES.split(), *opened)):
            firsts.setdefault(word, []).append(rule)
    return {word: tuple(found) for word, found in firsts.items()}


def _in_sentence(word: str, rules: tuple[Rule, ...]) -> tuple[Rule, ...]:
    """Leave out the rules that a sentence never believes behind ``word``."""
    if word != _FIGURE:
        return tuple(rule for rule in rules if rule.prose != CELL_ONLY)
    return tuple(rule for rule in rules if rule.opening.match("1 "))


_IN_CELL: Final = _table(RULES)
_IN_SENTENCE: Final = {
    word: kept
    for word, rules in _table(tuple(rule for rule in RULES if rule.prose != CELL_ONLY)).items()
    if (kept := _in_sentence(word, rules)) and word not in {"ngay", "q", "nam", "bao", "vong", "khoang", "la", "toi"}
}


def _automaton(words: set[str]) -> ahocorasick.Automaton:
    automaton = ahocorasick.Automaton()
    for word in words:
        automaton.add_word(word, len(word))
    automaton.make_automaton()
    return automaton


_FIRST_WORDS: Final = _automaton({*_IN_SENTENCE} - {_FIGURE} | set("0123456789"))


def in_sentence(text: str) -> Iterator[Match]:
    """Find the times of a text without accents, in order, none over another, that a sentence says as times."""
    lower = text.lower()
    if len(lower) != len(text):  # a letter that has two small ones
        lower = text
    last = 0
    for at, word in _starts(lower):
        if at < last or _NEAR.search(lower, at, at + _LOOK_AHEAD) is None:
            continue
        found = _longest(text, at, _IN_SENTENCE[word], prose=True)
        if found:
            yield found
            last = found.end


def _starts(lower: str) -> list[tuple[int, str]]:
    """Return where the words stand that a match may begin with."""
    found: list[tuple[int, str]] = []
    size = len(lower)
    for end, length in _FIRST_WORDS.iter(lower):
        start = end - length + 1
        if start and lower[start - 1].isalnum():
            continue
        if lower[end].isdigit():
            found.append((start, _FIGURE))
        elif end + 1 == size or not lower[end + 1].isalpha():
            found.append((start, lower[start : end + 1]))
    found.sort()
    return found


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
        match = _longest(text, hit.start(), rules, prose=False)
        if match:
            found.append(match)
            last = match.end
    return tuple(found)


def _longest(text: str, at: int, rules: tuple[Rule, ...], *, prose: bool) -> Match | None:
    best: Match | None = None
    for rule in rules:
        if prose and not rule.opening.match(text, at):
            continue
        hit = rule.expression.match(text, at)
        if hit and (best is None or hit.end() > best.end) and not (prose and _taken_away(rule, text, at)):
            best = Match(at, hit.end(), rule, hit)
    return best


def _taken_away(rule: Rule, text: str, at: int) -> bool:
    """Tell whether the words right before take the meaning away: "kế hoạch hằng năm"."""
    return rule.behind is not None and rule.behind.search(text, max(0, at - _LOOK_BACK), at) is not None
