"""Who works with whom in the whole store (ai làm cùng ai), drawn: who leads on the left, who helps
on the right.

A box counts the assignments that it shares; the units that share most are drawn, the rest is
folded into a count that opens.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable
from dataclasses import dataclass

from luocdo.viz.drawings.columns import REST, WIDE, Column, Ties, stacked, two_columns
from luocdo.viz.drawings.drawing import BOLD, Box, Drawing, fitted

MOST = 28  # boxes of one side
MOST_TIES = 80  # lines, those that stand for most
_HIGH = 44
SIDES = {"leads": ("Chủ trì", "Leads"), "helps": ("Cùng làm", "Helps")}


@dataclass(frozen=True, slots=True)
class Pair:
    """How many assignments the unit ``lead`` leads in which ``helper`` takes part."""

    lead: str
    helper: str
    number: int


@dataclass(frozen=True, slots=True)
class SharedLinks:
    """Where boxes lead: a unit by its id, the rest of a side (`SIDES`) that is ``opened``."""

    unit: Callable[[str], str]
    opened: Callable[[str], str]


def shared_drawing(
    pairs: Iterable[Pair],
    names: dict[str, str],
    links: SharedLinks,
    *,
    lang: str = "vi",
    opened: str = "",
    narrow: bool = False,
) -> Drawing | None:
    """Return the picture of ``pairs``, units called by ``names``; None where nobody works with
    another. ``opened`` is a side drawn whole.
    """
    found = list(pairs)
    if not found:
        return None
    english = int(lang == "en")
    title = ("Ai làm cùng ai", "Who works with whom")[english]
    leads = _kept([(one.lead, one.number) for one in found], most=_room(opened, "leads"))
    helps = _kept([(one.helper, one.number) for one in found], most=_room(opened, "helps"))
    columns = (
        _column("leads", found, leads, names, links, english),
        _column("helps", found, helps, names, links, english),
    )
    if narrow:
        return stacked(title, columns)
    ties: Ties = Counter()
    for one in found:
        ties[_key(one.lead, leads), _key(one.helper, helps)] += one.number
    left = len(ties) - MOST_TIES
    note = (
        f"{MOST_TIES} đường đậm nhất; còn {left}, xem ở trang từng đơn vị",
        f"the {MOST_TIES} strongest lines; {left} more stand on the pages of the units",
    )[english]
    strongest = Counter(dict(ties.most_common(MOST_TIES)))
    return two_columns(title, columns, strongest, note if left > 0 else "")


def _room(opened: str, side: str) -> int | None:
    return None if opened == side else MOST


def _kept(counted: Iterable[tuple[str, int]], most: int | None) -> list[str]:
    """Return the ``most`` units of a side (None: all) that share most, the most first."""
    sums: Counter[str] = Counter()
    for key, number in counted:
        sums[key] += number
    return sorted(sums, key=lambda key: (-sums[key], key))[:most]


def _key(unit: str, kept: list[str]) -> str:
    return unit if unit in kept else REST


def _column(
    side: str,
    pairs: list[Pair],
    kept: list[str],
    names: dict[str, str],
    links: SharedLinks,
    english: int,
) -> Column:
    sums: Counter[str] = Counter()
    folded: set[str] = set()
    for one in pairs:
        unit = one.lead if side == "leads" else one.helper
        sums[_key(unit, kept)] += one.number
        folded |= {unit} - set(kept)
    boxes = {key: _box(names[key], sums[key], links.unit(key)) for key in kept}
    if folded:
        rest = (f"… và {len(folded)} nữa", f"… and {len(folded)} more")[english]
        boxes[REST] = _box(rest, sums[REST], links.opened(side))
    return Column(SIDES[side][english], boxes)


def _box(name: str, number: int, href: str) -> Box:
    own, _, body = name.partition(" · ")
    lines = (*fitted(f"({number}) {own}", WIDE, 1, BOLD), *(fitted(body, WIDE, 1) if body else ()))
    return Box(0, 0, WIDE, _HIGH, lines, "owner", href, f"{name}: {number}")
