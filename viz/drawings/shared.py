"""Who works with whom in the whole store (ai làm cùng ai), drawn: who leads on the left, who helps
on the right.

A box counts the assignments that it shares; the pairs that share most are drawn, each box with the
lines to those it shares most with; the units that have no room are folded into a count that opens.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass

from luocdo.viz.drawings.columns import (
    NARROW,
    REST,
    WIDE,
    Column,
    Ties,
    counted_box,
    joined,
    stacked,
)
from luocdo.viz.drawings.drawing import Box, Drawing
from luocdo.viz.drawings.opening import WHOLE, Opened, stretch

MOST = 28  # boxes of one side
MOST_TIES = 80  # lines: the strongest of each box, then those that stand for most
SIDES = {"leads": ("Chủ trì", "Leads"), "helps": ("Cùng làm", "Helps")}
TITLE = ("Ai làm cùng ai", "Who works with whom")


@dataclass(frozen=True, slots=True)
class Pair:
    """How many assignments the unit ``lead`` leads in which ``helper`` takes part."""

    lead: str
    helper: str
    number: int

    def end(self, side: str) -> str:
        """Return who stands on a side (`SIDES`)."""
        return self.lead if side == "leads" else self.helper


@dataclass(frozen=True, slots=True)
class SharedLinks:
    """Where boxes lead: a unit by its side and id, the rest of a side that is ``opened``."""

    unit: Callable[[str, str], str]
    opened: Callable[[Opened], str]


@dataclass(frozen=True, slots=True)
class Wording:
    """What a picture of pairs is called, and its sides: of units unless told otherwise."""

    title: tuple[str, str] = TITLE
    sides: tuple[tuple[str, str], tuple[str, str]] = (SIDES["leads"], SIDES["helps"])
    left_out: tuple[str, str] = (
        "xem ở trang từng đơn vị",
        "they stand on the pages of the units",
    )


_OF_UNITS = Wording()


def shared_drawing(
    pairs: Iterable[Pair],
    names: dict[str, str],
    links: SharedLinks,
    *,
    lang: str = "vi",
    opened: Opened = WHOLE,
    narrow: bool = False,
    wording: Wording = _OF_UNITS,
) -> Drawing | None:
    """Return the picture of ``pairs``, units called by ``names``; None where nobody works with
    another. ``opened`` is the side of which all units are drawn, a picture after the other.
    """
    found = list(pairs)
    if not found:
        return None
    english = int(lang == "en")
    title = wording.title[english]
    kept = _kept(found, opened)
    painter = _Painter(found, names, links, english, NARROW if narrow else WIDE)
    columns = (
        painter.column("leads", wording.sides[0], kept["leads"], opened),
        painter.column("helps", wording.sides[1], kept["helps"], opened),
    )
    if narrow:
        return stacked(title, columns)
    ties: Ties = Counter()
    for one in found:
        if one.lead in kept["leads"] and one.helper in kept["helps"]:
            ties[one.lead, one.helper] += one.number
    strongest = _strongest(ties)
    left = len({(one.lead, one.helper) for one in found}) - len(strongest)
    note = (
        f"{len(strongest)} đường đậm nhất; còn {left}, {wording.left_out[0]}",
        f"the {len(strongest)} strongest lines; {left} more, {wording.left_out[1]}",
    )[english]
    return joined(title, columns, strongest, note if left > 0 else "")


def _kept(pairs: Sequence[Pair], opened: Opened) -> dict[str, list[str]]:
    """Return who is drawn on each side: the pairs that share most, while there is room. Of a side
    that was opened the next units in order, on the other side those that they share most with.
    """
    ordered = sorted(pairs, key=lambda one: (-one.number, one.lead, one.helper))
    if opened.part in SIDES:
        ordered = _of_units(ordered, opened)
    kept: dict[str, list[str]] = {side: [] for side in SIDES}
    for one in ordered:
        new = {side: one.end(side) for side in SIDES if one.end(side) not in kept[side]}
        if all(len(kept[side]) < MOST for side in new):
            for side, key in new.items():
                kept[side].append(key)
    return kept


def _of_units(ordered: Sequence[Pair], opened: Opened) -> list[Pair]:
    """Return the pairs of the units that were opened, the strongest of each before all others."""
    order = list(_sums(ordered, opened.part))
    wanted = order[opened.after : opened.after + MOST] or order[-MOST:]
    mine = [one for one in ordered if one.end(opened.part) in wanted]
    strongest = {one.end(opened.part): one for one in reversed(mine)}
    return [*strongest.values(), *mine]


def _sums(pairs: Iterable[Pair], side: str) -> dict[str, int]:
    """Return how much each unit of a side shares, the most first."""
    sums: Counter[str] = Counter()
    for one in pairs:
        sums[one.end(side)] += one.number
    return {key: sums[key] for key in sorted(sums, key=lambda key: (-sums[key], key))}


def _strongest(ties: Ties) -> Ties:
    """Return the strongest line of each box, so that none stands alone, then the strongest of all
    up to `MOST_TIES`.
    """
    ordered = ties.most_common()
    joined: set[tuple[int, str]] = set()
    own: Ties = Counter()
    for ends, number in ordered:
        if not joined.issuperset(enumerate(ends)):
            joined.update(enumerate(ends))
            own[ends] = number
    others = [one for one in ordered if one[0] not in own][: max(0, MOST_TIES - len(own))]
    return own + Counter(dict(others))


class _Painter:
    """Makes boxes of one ``width`` in one language."""

    def __init__(
        self,
        pairs: Sequence[Pair],
        names: dict[str, str],
        links: SharedLinks,
        english: int,
        width: float,
    ) -> None:
        self._pairs, self._names, self._links = pairs, names, links
        self._english, self._width = english, width

    def column(
        self, side: str, heading: tuple[str, str], kept: Sequence[str], opened: Opened
    ) -> Column:
        """Return the units of a side, the one with most first, and one box for all others."""
        sums = _sums(self._pairs, side)
        first = opened.first(side)
        boxes = {
            key: self._box(self._names[key], sums[key], self._links.unit(side, key))
            for key in sums
            if key in kept
        }
        passed = first + len(boxes) if opened.part == side else 0
        rest = [key for at, key in enumerate(sums) if at >= passed and key not in kept]
        if rest:
            words = (f"… và {len(rest)} nữa", f"… and {len(rest)} more")[self._english]
            href = self._links.opened(Opened(side, passed))
            boxes[REST] = self._box(words, sum(sums[key] for key in rest), href)
        told = stretch(first, len(boxes) - bool(rest), len(sums))
        return Column(heading[self._english] + told, boxes)

    def _box(self, name: str, number: int, href: str) -> Box:
        own, _, body = name.partition(" · ")
        return counted_box(number, own, body, href, f"{name}: {number}", width=self._width)
