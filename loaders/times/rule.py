"""A rule of the grammar of time (luật): its name, its words, what it makes, where prose believes
it, and its witnesses; the rows of `rules.toml`.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass
from typing import TYPE_CHECKING

from luocdo.graph.vocabulary.notation import NOTHING, Beginnings, Term, beginnings, pattern_of
from luocdo.loaders.times.time import Time

if TYPE_CHECKING:
    from collections.abc import Mapping

OPENED = "[{by}]"  # a rule whose words begin so may have what opens a limit in front
NEVER = "never"
"""What a sentence must begin with where only a cell is believed."""


@dataclass(frozen=True, slots=True)
class Words:
    """The words that a rule matched: ``[0]`` all of them with what opens them, ``[name]`` what
    the rule names.
    """

    text: str
    hit: re.Match[str]

    def __getitem__(self, group: str | int) -> str:
        """Return the text of a group, empty where it took no part."""
        return self.text if group == 0 else self.hit[group] or ""


# What a match means, read in the year that the plan or its heading names; nothing where a year is
# wanting.
Make = Callable[[Words, int | None], tuple[Time, ...]]
# Pairs of words and what they mean (`str` of each time, joined by "; "); years that are not
# printed are read as 2026.
Witnesses = tuple[tuple[str, str], ...]


@dataclass(frozen=True)
class Rule:
    """One kind of time.

    ``expression`` is the pattern behind what opens it, which is read once for all rules;
    ``begins`` are the words that a match may begin with, ``spoken`` those of a sentence.
    ``opening``: how a match must begin in a sentence; ``behind``: words of a sentence that, right
    before it, take its meaning away ("kế hoạch" before "hằng năm"); ``coming``: how a match begins
    that a sentence believes only where the time lies ahead of the document: what has begun is told
    so too.
    """

    name: str
    words: str
    make: Make
    must: Witnesses
    must_not: tuple[str, ...]
    sentence: str
    opened: bool
    expression: re.Pattern[str]
    opening: re.Pattern[str]
    coming: re.Pattern[str] | None
    behind: re.Pattern[str] | None
    begins: Beginnings
    spoken: Beginnings


def rule_of(row: Mapping[str, object], make: Make, terms: Mapping[str, Term]) -> Rule:
    """Return the rule of a row of the table, its patterns compiled."""
    words, sentence = str(row["words"]), str(row.get("sentence", ""))
    behind, ahead = row.get("not_behind"), row.get("ahead")
    rest = words.removeprefix(OPENED)
    return Rule(
        name=str(row["name"]),
        words=words,
        make=make,
        must=tuple((one[0], one[1]) for one in _list(row, "must")),
        must_not=tuple(_list(row, "must_not")),
        sentence=sentence,
        opened=rest != words,
        expression=compiled(rest, terms),
        opening=re.compile("(?!)") if sentence == NEVER else compiled(sentence, terms),
        coming=compiled(str(ahead), terms) if ahead else None,
        behind=compiled(f"({behind})~$", terms) if behind else None,
        begins=beginnings(f"[{{by}}]*2{rest}" if rest != words else rest, terms),
        spoken=_spoken(words, sentence, terms),
    )


def _list(row: Mapping[str, object], name: str) -> list[str]:
    found = row.get(name, [])
    return found if isinstance(found, list) else []


def compiled(notation: str, terms: Mapping[str, Term]) -> re.Pattern[str]:
    """Compile a notation: text without accents, in any case."""
    return re.compile(f"(?i){pattern_of(notation, terms)}")


def _spoken(words: str, sentence: str, terms: Mapping[str, Term]) -> Beginnings:
    """Return how a sentence may begin that a rule is believed in; no word between an opener and
    its time begins one.
    """
    if sentence == NEVER:
        return frozenset()
    rest = words.removeprefix(OPENED)
    opened = f"[{{opens}} [{{by}}]]{rest}" if rest != words else rest
    asked = beginnings(sentence, terms)
    all_ = beginnings(opened, terms)
    return (
        all_
        if asked == NOTHING
        else frozenset(filter(None, (_both(a, b) for a in all_ for b in asked)))
    )


def _both(one: tuple[str, ...], other: tuple[str, ...]) -> tuple[str, ...]:
    """Return the longer of two beginnings that agree; nothing where they do not."""
    agree = all(a == b or "*" in {a, b} for a, b in zip(one, other, strict=False))
    return max(one, other, key=len) if agree else ()
