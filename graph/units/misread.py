"""Names that were printed or read wrongly (tên in sai, nhận dạng sai), mended where one unit is
left.
"""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from luocdo.graph.units.entry_units import unit_of
from luocdo.graph.units.misprints import mended
from luocdo.graph.units.restoring import is_garbled, restored

if TYPE_CHECKING:
    from collections.abc import Callable

    from luocdo.graph.registry import Registry
    from luocdo.graph.units.model import UnitContext, UnitRef


def misprinted(words: str, context: UnitContext, registry: Registry) -> UnitRef | None:
    """Read a misprint, where one unit of the same body is left."""
    own = (
        [entry for entry in registry.within(context.body) if entry.alive(context.date)]
        if context.body
        else []
    )
    found = mended(words, [(entry.key, entry.names) for entry in own])
    if found is None:
        return None
    key, meant = found
    unit = unit_of(registry.entries[key], registry)
    return replace(unit, reading="corrected", reason=f"in «{words}», gần nhất là {meant}")


def without_accents(
    words: str, context: UnitContext, registry: Registry, named: Callable[[str], UnitRef]
) -> UnitRef | None:
    """Read a name whose accents OCR lost, where one body, unit of the body or common
    collective is left; ``named`` gives the unit of a key or name.
    """
    if not is_garbled(words):
        return None
    near = (
        *registry.within(None),
        *(registry.within(context.body) if context.body else ()),
    )
    names = [(entry.key, entry.name) for entry in near] + [
        (name, name) for name in registry.collectives
    ]
    found = restored(words, names)
    if found is None:
        return None
    key, meant = found
    unit = named(key)
    return replace(unit, reading="corrected", reason=f"in «{words}» không dấu, đọc là {meant}")
