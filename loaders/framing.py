"""Where a sentence stands on a printed page (chỗ in): its words found again, framed; letters
apart, accents apart.

The words of a page come line after line, across all columns, while a quote holds one cell after
the other. So runs of three words are looked for, on the page and within each cell of its tables: a
narrow cell has not three words on a line. Runs that lie near one another make one frame; what the
page says elsewhere in the same words stays outside.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from luocdo.graph.text import fold

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from luocdo.loaders.drawn import Box
    from luocdo.loaders.formats.lines import Word

_RUN = 3  # words
_APART = 48  # points between the lines of one frame, at most: four lines of print
_AROUND = 2  # points

Run = tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Standing:
    """How much of a quote stands on a page, 0 to 1, and the frames around it."""

    share: float
    frames: tuple[Box, ...] = ()


def standing(words: Sequence[Word], quote: str, cells: Sequence[Box] = ()) -> Standing:
    """Return where ``quote`` stands among the ``words`` of a page whose tables have ``cells``."""
    wanted = _runs(_plain(quote.split()))
    if not wanted:
        return Standing(0)
    within = ([word for word in words if word.within(cell)] for cell in cells)
    groups = _near([one for each in (words, *within) for one in _found(each, wanted)])
    best = max(groups, key=_told, default=[])
    frames = tuple(_frame(group) for group in groups if _adds(group, best))
    return Standing(_told(best) / len(wanted), frames)


def _found(words: Sequence[Word], wanted: set[Run]) -> Iterator[tuple[Run, Word]]:
    """Yield each run that is wanted with each of its words."""
    length = len(next(iter(wanted)))
    kept = [(plain, word) for word in words for plain in _plain([word.text])]
    for at in range(len(kept) - length + 1):
        run = tuple(plain for plain, _ in kept[at : at + length])
        if run in wanted:
            yield from ((run, word) for _, word in kept[at : at + length])


def _plain(words: Sequence[str]) -> list[str]:
    plain = ("".join(letter for letter in fold(word) if letter.isalnum()) for word in words)
    return [word for word in plain if word]


def _runs(words: list[str]) -> set[Run]:
    length = min(_RUN, len(words))
    return (
        {tuple(words[at : at + length]) for at in range(len(words) - length + 1)}
        if words
        else set()
    )


def _near(found: Sequence[tuple[Run, Word]]) -> list[list[tuple[Run, Word]]]:
    """Group what was found from the top of the page to its foot; a gap of some lines begins a new
    group.
    """
    groups: list[list[tuple[Run, Word]]] = []
    for one in sorted(found, key=lambda each: each[1].top):
        if groups and one[1].top - max(word.bottom for _, word in groups[-1]) <= _APART:
            groups[-1].append(one)
        else:
            groups.append([one])
    return groups


def _told(group: Sequence[tuple[Run, Word]]) -> int:
    return len({run for run, _ in group})


def _adds(group: Sequence[tuple[Run, Word]], best: Sequence[tuple[Run, Word]]) -> bool:
    """Return whether a group is the best one, or holds a good piece of the quote that the best one
    does not.
    """
    own = {run for run, _ in group} - {run for run, _ in best}
    return group is best or len(own) > _told(best) // 2


def _frame(group: Sequence[tuple[Run, Word]]) -> Box:
    words = [word for _, word in group]
    return (
        min(word.x0 for word in words) - _AROUND,
        min(word.top for word in words) - _AROUND,
        max(word.x1 for word in words) + _AROUND,
        max(word.bottom for word in words) + _AROUND,
    )
