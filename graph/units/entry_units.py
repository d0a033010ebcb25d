"""Units of the registry (đơn vị trong danh bạ), as they are shown with the body above them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from luocdo.graph.units.model import SHOWN, UnitRef

if TYPE_CHECKING:
    from luocdo.graph.registry import Entry, Registry

# In a province, but not of its People's Committee: councils, the Party, the Front, courts,
# procuracies.
_APART = frozenset(
    {"hđnd", "cơ quan đảng", "đoàn thể", "tòa án", "viện kiểm sát", "cơ quan trung ương"}
)
_COMMITTEE = "Ủy ban nhân dân "


def unit_of(entry: Entry, registry: Registry) -> UnitRef:
    """Return the unit of ``entry``, shown with the body that it belongs to."""
    parent = registry.entries.get(entry.parent or "")
    apart = bool(entry.province) and entry.kind in _APART
    where = ""
    if parent:
        where = (
            parent.name.removeprefix(_COMMITTEE) if apart else unit_of(parent, registry).display
        )
    return UnitRef(
        entry.key,
        entry.name,
        f"{entry.name}{SHOWN}{where}" if where not in entry.name else entry.name,
        entry.kind,
        None if apart else entry.parent,
        entry.short_name or None,
        aliases=entry.aliases,
        active_from=entry.active_from or None,
        active_to=entry.active_to or None,
    )
