"""What questions in words are made of (lời của câu hỏi): the rules that map them, the words that
say nothing, from data.

Rules are compared without accents. Words that say nothing have theirs: "có" says nothing, "cơ" of
"cơ sở" does; only what is typed without accents may be either.
"""

from __future__ import annotations

import csv
import re
from functools import cache
from importlib.resources import files
from typing import TYPE_CHECKING, NamedTuple

from luocdo.graph.vocabulary.lexicon import as_compared
from luocdo.graph.words import Word, shown, words_of

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

Phrase = tuple[Word, ...]
_NEED = re.compile(r"(?P<slot>[DUT])(?:(?P<least>\d)(?:-(?P<most>\d))?|\*)")
_GAP = " .. "
_ANY_NAME = "#"
_MANY = 99
_TURNS = (
    "khong",
    "chua",
    "k",
    "ko",
    "hong",
)  # at the end they ask, elsewhere they say the contrary


class Rule(NamedTuple):
    """A row of question_rules.tsv."""

    command: str
    need: dict[str, tuple[int, int]]
    cues: tuple[str, ...]
    options: tuple[tuple[str, str], ...]
    admits: tuple[Phrase, ...]
    forbids: tuple[str, ...]

    def cue_in(self, plain: Sequence[str]) -> str | None:
        """Return the longest cue that stands in ``plain``; none where there is one that must not
        stand there.
        """
        if any(_has(plain, one) for one in self.forbids):
            return None
        return next((one for one in self.cues if _has(plain, one)), None)


def _has(plain: Sequence[str], cue: str) -> bool:
    """Return whether the pieces of ``cue`` stand in ``plain`` one behind the other."""
    if cue.startswith("^"):
        return _stands(plain, cue[1:].split(), 0)
    at = 0
    for piece in cue.split(_GAP):
        words = piece.split()
        found = next((one for one in range(at, len(plain)) if _stands(plain, words, one)), None)
        if found is None:
            return False
        at = found + len(words)
    return True


def _stands(plain: Sequence[str], words: Sequence[str], at: int) -> bool:
    there = plain[at : at + len(words)]
    return len(there) == len(words) and all(
        _is_word(one, word) for one, word in zip(there, words, strict=True)
    )


def _is_word(there: str, wanted: str) -> bool:
    """Return whether a word is the one that a rule wants; ``#`` is any name."""
    return there.startswith(_ANY_NAME) if wanted == _ANY_NAME else there == wanted


def told(words: Sequence[Word]) -> Sequence[Word]:
    """Return the words without those at either end that say nothing of what is looked for."""
    while size := _longest(fillers("before a topic"), words, ahead=True):
        words = words[size:]
    while size := _longest(fillers("behind a topic"), words, ahead=False):
        words = words[:-size]
    return words


def _longest(phrases: Iterable[Phrase], words: Sequence[Word], *, ahead: bool) -> int:
    """Return how many words the longest of ``phrases`` takes at the beginning or the end of
    ``words``; 0 where none does.
    """
    fitting = (
        one for one in phrases if _fits(words[: len(one)] if ahead else words[-len(one) :], one)
    )
    return max(map(len, fitting), default=0)


def asking_end(words: Sequence[Word]) -> int | None:
    """Return which word makes a question of it ("không", "chưa", "k"), if it ends so; words of
    courtesy may follow.
    """
    for at in reversed(range(len(words))):
        if words[at].plain in _TURNS:
            return at
        if not any(_fits(words[at : at + 1], one) for one in fillers("courtesy")):
            return None
    return None


def cross_out(words: Sequence[Word], phrases: Iterable[Phrase], known: list[bool]) -> None:
    """Mark in ``known`` the words that belong to one of ``phrases``."""
    for phrase in phrases:
        for at in range(len(words) - len(phrase) + 1):
            if _fits(words[at : at + len(phrase)], phrase):
                known[at : at + len(phrase)] = [True] * len(phrase)


def _fits(words: Sequence[Word], phrase: Phrase) -> bool:
    return len(words) == len(phrase) and all(
        _is_same(typed, known) for typed, known in zip(words, phrase, strict=True)
    )


def _is_same(typed: Word, known: Word) -> bool:
    """Return whether a typed word is a known one: with its accents, or either of them written
    without any.
    """
    if typed.plain != known.plain:
        return False
    is_bare = typed.printed.isascii() or known.printed.isascii()
    return is_bare or as_compared(typed.printed) == as_compared(known.printed)


@cache
def rules() -> tuple[Rule, ...]:
    """Return the rules in the order in which they are tried."""
    return tuple(_rule(row) for row in _rows("question_rules.tsv"))


def _rule(row: dict[str, str]) -> Rule:
    need = {found["slot"]: _range(found) for found in _NEED.finditer(row["need"])}
    cues = tuple(sorted(_pieces(row["cues"]), key=len, reverse=True))  # the longest says most
    name, _, value = (row["options"] or "").partition(" ")
    admits = {piece for cue in cues for piece in cue.removeprefix("^").split(_GAP)} | set(
        _pieces(row["also"])
    )
    options = ((name, value),) if name else ()
    return Rule(
        row["command"],
        need,
        cues,
        options,
        tuple(map(_phrase, sorted(admits))),
        _pieces(row["not"]),
    )


def _range(found: re.Match[str]) -> tuple[int, int]:
    if not found["least"]:
        return 0, _MANY
    return int(found["least"]), int(found["most"] or found["least"])


@cache
def fillers(*kinds: str) -> tuple[Phrase, ...]:
    """Return the words of these kinds that say nothing of what is asked."""
    rows = (row for row in _rows("question_fillers.tsv") if row["kind"] in kinds)
    return tuple(_phrase(words) for row in rows for words in _pieces(row["words"]))


def _phrase(words: str) -> Phrase:
    return tuple(words_of(shown(words)))


def _pieces(cell: str | None) -> tuple[str, ...]:
    return tuple(piece.strip() for piece in (cell or "").split(";") if piece.strip())


def _rows(name: str) -> Iterator[dict[str, str]]:
    text = (files(__package__) / name).read_text("utf-8")
    lines = (line for line in text.splitlines() if not line.startswith("#"))
    yield from csv.DictReader(lines, delimiter="\t", quoting=csv.QUOTE_NONE)
