"""What the registry holds (mục trong danh bạ): a unit, and that one took over from another."""

from __future__ import annotations

from dataclasses import dataclass

from luocdo.graph.text import fold

LITERAL = "="


@dataclass(frozen=True, slots=True)
class Entry:
    """One unit of the registry; ``parent`` is the key of the body it belongs to, ``by`` names the
    source.

    ``literal`` names are compared letter by letter; ``alone`` says that the unit is called by its
    name without its body in other bodies' documents too (Cục Thuế, Kho bạc Nhà nước);
    ``elsewhere`` are those of its names that alone mean it.
    """

    key: str
    name: str
    kind: str
    parent: str | None = None
    short_name: str = ""
    aliases: tuple[str, ...] = ()
    symbols: tuple[str, ...] = ()
    active_from: str = ""
    active_to: str = ""
    by: str = ""
    province: str = ""
    literal: tuple[str, ...] = ()
    alone: bool = False
    elsewhere: tuple[str, ...] = ()

    @property
    def names(self) -> tuple[str, ...]:
        """Return all names it goes by."""
        return tuple(name for name in (self.name, self.short_name, *self.aliases) if name)

    def alive(self, day: str | None) -> bool:
        """Return whether the unit existed on ``day`` (ISO, or a year); without a day it did."""
        if not day:
            return True
        began = not self.active_from or self.active_from[: len(day)] <= day
        return began and (not self.active_to or day <= self.active_to[: len(day)])


@dataclass(frozen=True, slots=True)
class SuccessionEntry:
    """One unit took over from another (sáp nhập, chia tách, đổi tên), by keys."""

    old: str
    new: str
    date: str
    kind: str
    scope: str
    reading: str
    by: str


def key_of(name: str, parent: str | None = None) -> str:
    """Return the key of a unit: its folded name below its body's key."""
    own = fold(name).replace(" ", "-")
    return f"{parent}/{own}" if parent else f"unit:{own}"
