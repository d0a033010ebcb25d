"""What questions in words are made of (mẫu câu hỏi): the rules that map ideas to commands, from
data.
"""

from __future__ import annotations

import csv
import re
from functools import cache
from importlib.resources import files
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

_NEED = re.compile(r"(?P<slot>[DUT])(?:(?P<least>\d)(?:-(?P<most>\d))?|\*)")
_GAP = " .. "
_BEGINS, _ONLY = "^", "= "
_ANY_NAME = "#"
_SORT = "."
_MANY = 99
ALWAYS = frozenset(
    {"nothing", "courtesy", "please", "small", "of", "with", "by", "passive", "look"}
)
"""Ideas that turn no question into another one."""


class Rule(NamedTuple):
    """A row of question_rules.tsv."""

    command: str
    need: dict[str, tuple[int, int]]
    cues: tuple[str, ...]
    options: tuple[tuple[str, str], ...]
    admits: frozenset[str]
    forbids: tuple[str, ...]

    def accounts_for(self, idea: str) -> bool:
        """Return whether a question may hold ``idea`` and still be this one."""
        return idea in self.admits or sort_of(idea) in self.admits

    def cue_in(self, ideas: Sequence[str]) -> str | None:
        """Return the cue that stands in ``ideas``; none where there is one that must not stand
        there.
        """
        if any(has(ideas, one) for one in self.forbids):
            return None
        return next((one for one in self.cues if has(ideas, one)), None)


def has(ideas: Sequence[str], cue: str) -> bool:
    """Return whether the pieces of ``cue`` stand in ``ideas`` one behind the other."""
    if cue.startswith(_BEGINS):
        return _stands(ideas, cue.removeprefix(_BEGINS).split(), 0)
    if cue.startswith(_ONLY):
        wanted = cue.removeprefix(_ONLY).split()
        return len(ideas) == len(wanted) and _stands(ideas, wanted, 0)
    at = 0
    for piece in cue.split(_GAP):
        wanted = piece.split()
        found = next((one for one in range(at, len(ideas)) if _stands(ideas, wanted, one)), None)
        if found is None:
            return False
        at = found + len(wanted)
    return True


def _stands(ideas: Sequence[str], wanted: Sequence[str], at: int) -> bool:
    there = ideas[at : at + len(wanted)]
    return len(there) == len(wanted) and all(map(_is, there, wanted))


def _is(there: str, wanted: str) -> bool:
    """Return whether an idea is the one that a rule wants, or one of its sort ("not.lack" of
    "not"); ``#`` is any name.
    """
    if wanted == _ANY_NAME:
        return there.startswith(_ANY_NAME)
    return wanted in (there, sort_of(there))


def sort_of(idea: str) -> str:
    """Return the idea of which ``idea`` is a sort, itself where it is none.

    >>> sort_of("not.lack")
    'not'
    """
    return idea.partition(_SORT)[0]


@cache
def rules() -> tuple[Rule, ...]:
    """Return the rules in the order in which they are tried."""
    return tuple(_rule(row) for row in _rows("question_rules.tsv"))


def _rule(row: dict[str, str]) -> Rule:
    name, _, value = (row["options"] or "").partition(" ")
    return Rule(
        command=row["command"],
        need={found["slot"]: _range(found) for found in _NEED.finditer(row["need"])},
        cues=_pieces(row["cues"]),
        options=((name, value),) if name else (),
        admits=ALWAYS.union(_pieces(row["also"])),
        forbids=_pieces(row["not"]),
    )


def _range(found: re.Match[str]) -> tuple[int, int]:
    if not found["least"]:
        return 0, _MANY
    return int(found["least"]), int(found["most"] or found["least"])


def _pieces(cell: str | None) -> tuple[str, ...]:
    return tuple(piece.strip() for piece in (cell or "").split(";") if piece.strip())


def _rows(name: str) -> Iterator[dict[str, str]]:
    text = (files(__package__) / name).read_text("utf-8")
    lines = (line for line in text.splitlines() if not line.startswith("#"))
    yield from csv.DictReader(lines, delimiter="\t", quoting=csv.QUOTE_NONE)
