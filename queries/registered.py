"""Names that the registry knows and no paper of the store says (danh bạ có, kho chưa nêu), with
who took over from them.

A look-up that finds nothing says so: that a name is right and without work here is another answer
than a misspelt one.
"""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING

from luocdo.graph.text import fold, squeeze
from luocdo.queries.describe import date_vi
from luocdo.queries.runner import run_in_pieces
from luocdo.queries.unit_names import told_without_filling, ways
from luocdo.queries.unit_rows import UnitNodesRow, UnitsRow

if TYPE_CHECKING:
    from collections.abc import Sequence

    from luocdo.graph.stores.base import Store
    from luocdo.graph.units.model import Succession, UnitRef
    from luocdo.graph.units.resolving import UnitResolver

_MOST = 5  # more than these is no name, but a word of many


def registered(store: Store, words: str) -> tuple[str, ...]:
    """Return a line for each unit of the registry that ``words`` name: that no paper here names
    it, who holds its work.
    """
    resolver = _resolver()
    units = {key: unit for key in _may_be(words) if (unit := resolver.get(key))}
    found = _called(words, [_row(unit) for unit in units.values()])
    if not 0 < len(found) <= _MOST:
        return ()
    after = {one.old.id: one for one in resolver.successions()}
    chains = {key: _chain(key, after) for key in found}
    heirs = [one.new.id for chain in chains.values() for one in chain]
    here = {row.node.id for row in run_in_pieces(store, UnitNodesRow, "units", heirs)}
    return tuple(
        _line(units[key], [one for one in chains[key] if one.new.id in here]) for key in found
    )


def _called(words: str, rows: Sequence[UnitsRow]) -> list[str]:
    """Return the keys of the units that the surest way of understanding ``words`` gives."""
    each = ([row.id for row in rows if fits(row)] for fits, _ in ways(words))
    return next((found for found in each if found), [])


@cache
def _resolver() -> UnitResolver:
    from luocdo.graph.units.resolving import UnitResolver  # noqa: PLC0415 - only a name that nothing answers to needs it

    return UnitResolver.load()


def _may_be(words: str) -> list[str]:
    """Return the keys of the units that may be meant: no other has all of the words, as such or as
    initials.
    """
    whole, tokens = squeeze(words), told_without_filling(fold(words))
    index = _letters()
    return [
        key
        for key, letters in index.items()
        if whole in letters or all(token in letters for token in tokens)
    ]


@cache
def _letters() -> dict[str, str]:
    """Return unit -> its folded names and those of the bodies above it, each also in one word and
    as initials.
    """
    registry = _resolver().registry
    own: dict[str, list[str]] = {
        key: [fold(entry.kind)] for key, entry in registry.entries.items()
    }
    called = (pair for names in registry.children.values() for pair in names.items())
    for name, key in ((name, key) for name, keys in called for key in keys):
        own[key].append(name)
    forms = {
        key: "|".join(each for name in names for each in _forms(name))
        for key, names in own.items()
    }
    return {key: "|".join(forms[one] for one in _with_bodies(key)) for key in own}


def _with_bodies(key: str) -> list[str]:
    """Return a unit and the bodies that it belongs to."""
    return [key, *(one.id for one in _resolver().ancestors(key))]


@cache
def _forms(name: str) -> tuple[str, str, str]:
    return name, name.replace(" ", ""), "".join(word[0] for word in name.split() if word != "va")


def _row(unit: UnitRef) -> UnitsRow:
    aliases = "|".join(fold(name) for name in (unit.short_name or "", *unit.aliases) if name)
    return UnitsRow(
        unit.id,
        unit.name,
        unit.display,
        unit.short_name or "",
        unit.kind,
        fold(unit.name),
        aliases,
    )


def _chain(key: str, after: dict[str, Succession]) -> list[Succession]:
    """Return who took over, one after the other."""
    found: list[Succession] = []
    while (step := after.get(key)) is not None and step not in found:
        found.append(step)
        key = step.new.id
    return found


def _line(unit: UnitRef, heirs: Sequence[Succession]) -> str:
    now = (
        f"; nay: {heirs[-1].new.display} (từ {date_vi(heirs[-1].date)}, {heirs[-1].by})"
        if heirs
        else ""
    )
    return f"{unit.display}: danh bạ có, chưa văn bản nào trong kho nêu{now}"
