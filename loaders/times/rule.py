"""A rule of the grammar of time (luật): its name, its pattern, what it makes, where prose believes
it, and its witnesses.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from luocdo.loaders.times.terminals import compiled
from luocdo.loaders.times.time import Time

if TYPE_CHECKING:
    import re

OPENED = "(?:{by})?"  # a rule whose pattern begins so may have what opens a limit in front


@dataclass(frozen=True, slots=True)
class Words:
    """The words that a rule matched: ``[0]`` all of them with what opens them, ``[name]`` a group
    of the pattern.
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

CELL_ONLY = "(?!)"
ANYWHERE = ""


@dataclass(frozen=True)
class Rule:
    """One kind of time.

    ``expression`` is the pattern behind what opens it, which is read once for all rules.

    ``first``: the words, without accents, that a match may begin with (besides those of
    `terminals` and a figure). ``prose``: how a match must begin in a sentence; ``not_behind``:
    words of a sentence that, right before it, take its meaning away ("kế hoạch" before "hằng
    năm"); their own pattern, read to the end of what stands before. ``ahead``: how a match begins
    that a sentence believes only where the time lies ahead of the document: what has begun is
    told so too.
    """

    name: str
    pattern: str
    make: Make
    must: Witnesses
    must_not: tuple[str, ...] = ()
    first: str = ""
    prose: str = ANYWHERE
    not_behind: str = ""
    ahead: str = "(?!)"
    opened: bool = field(init=False, compare=False)
    expression: re.Pattern[str] = field(init=False, repr=False, compare=False)
    opening: re.Pattern[str] = field(init=False, repr=False, compare=False)
    coming: re.Pattern[str] = field(init=False, repr=False, compare=False)
    behind: re.Pattern[str] | None = field(init=False, repr=False, compare=False)

    def __post_init__(self) -> None:
        """Compile the patterns, once."""
        object.__setattr__(self, "opened", self.pattern.startswith(OPENED))
        object.__setattr__(self, "expression", compiled(self.pattern.removeprefix(OPENED)))
        object.__setattr__(self, "opening", compiled(self.prose))
        object.__setattr__(self, "coming", compiled(self.ahead))
        object.__setattr__(
            self, "behind", compiled(f"(?:{self.not_behind})~$") if self.not_behind else None
        )


def nothing(_: Words, __: int | None) -> tuple[Time, ...]:
    """Make no time: the words are read, so that no other rule takes them for a limit."""
    return ()


def always(time: Time) -> Make:
    """Return a maker of one time, whatever the words."""
    return lambda _hit, _year: (time,)
