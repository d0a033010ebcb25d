"""The grammar of time (ngữ pháp thời hạn): the one reader that finds what the rules of the table
match.

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

from luocdo.graph.vocabulary import Meaning
from luocdo.graph.vocabulary.notation import ANY, FIGURE
from luocdo.loaders.times.rule import Rule, Words
from luocdo.loaders.times.table import RULES, compiled
from luocdo.loaders.times.terminals import words_of

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from luocdo.graph.vocabulary.notation import Beginnings
    from luocdo.loaders.times.time import Time

_LOOK_BACK = 90
_MOST_OPENERS = 6
_OPENER = compiled("{by}")
_WORD = re.compile(r"(?<!\w)(?:\d|[^\W\d_]+)")
_NEXT_WORD = re.compile(r"\W{0,12}(\d|[^\W\d_]+)")
# A figure in front of these words may begin a match: "15 ngày sau khi kết thúc quý", "02 lần/năm",
# "3 tháng một lần".
_BEHIND_FIGURE: Final = frozenset({"ngay", "lan"})
_ONE = words_of(Meaning.TIME_NUMBER, "1")
_FIGURE_BEFORE = re.compile(
    rf"(?<![\d/.,])\d{{1,3}}\s{{0,3}}"
    rf"(?:{words_of(Meaning.TIME_UNIT)}(?:\s{{0,3}}/|\s+(?:{_ONE}|0?1))?\s{{0,3}})?$"
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


def _by_first_word(begins: Callable[[Rule], Beginnings]) -> dict[str, tuple[Rule, ...]]:
    """Return which rules may begin with each word."""
    firsts: dict[str, list[Rule]] = {}
    for rule in RULES:
        for word in sorted({beginning[0] for beginning in begins(rule)}):
            firsts.setdefault(word, []).append(rule)
    return {word: tuple(found) for word, found in firsts.items()}


def _by_second_word() -> dict[str, frozenset[str] | None]:
    """Return what may follow each first word in a sentence; None where anything may."""
    seconds: dict[str, set[str]] = {}
    for rule in RULES:
        for first, *second in rule.spoken:
            seconds.setdefault(first, set()).update(second or (ANY,))
    return {word: None if ANY in found else frozenset(found) for word, found in seconds.items()}


Openings = tuple[tuple[re.Pattern[str], tuple[Rule, ...]], ...]


def _by_opening(rules: tuple[Rule, ...]) -> Openings:
    """Group rules by what a sentence must begin with, so that each opening is tried once."""
    groups: dict[re.Pattern[str], list[Rule]] = {}
    for rule in rules:
        groups.setdefault(rule.opening, []).append(rule)
    return tuple((opening, tuple(found)) for opening, found in groups.items())


_RANK: Final = {rule.name: rank for rank, rule in enumerate(RULES)}
_IN_CELL: Final = _by_first_word(lambda rule: rule.begins)
_IN_SENTENCE: Final = {
    word: _by_opening(rules) for word, rules in _by_first_word(lambda rule: rule.spoken).items()
}
_SECOND: Final = _by_second_word()


def _automaton(words: set[str]) -> ahocorasick.Automaton:
    automaton = ahocorasick.Automaton()
    for word in words:
        automaton.add_word(word, len(word))
    automaton.make_automaton()
    return automaton


_FIRST_WORDS: Final = _automaton(({*_IN_SENTENCE} | _BEHIND_FIGURE) - {FIGURE})


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
    key = FIGURE if word[0].isdigit() else word[0].lower()
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
        figure = word in _BEHIND_FIGURE and _FIGURE_BEFORE.search(lower, max(0, start - 16), start)
        if figure:
            found.append((figure.start(), FIGURE))
        if word in _SECOND and _may_follow(lower, behind, _SECOND[word]):
            found.append((start, word))
    found.sort()
    return found


def _may_follow(lower: str, behind: int, seconds: frozenset[str] | None) -> bool:
    """Return whether the next word is one that a match may go on with."""
    if seconds is None:
        return True
    following = _NEXT_WORD.match(lower, behind)
    if following is None:
        return False
    return following[1] in seconds or (following[1].isdigit() and FIGURE in seconds)


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
        rules = _IN_CELL.get(FIGURE if word.isdigit() else word)
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
