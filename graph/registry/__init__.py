"""The registry of units (danh bạ cơ quan): names, abbreviations, bodies and successions as data,
each with its source.

``central.toml``, ``assembly.toml``, ``party.toml``, ``front.toml`` and ``enterprises.toml`` hold
bodies at the centre, ``ministries.toml`` and ``education.toml`` the units within ministries as
their decrees list them, ``provinces.tsv`` the provinces before and after 1 July 2025,
``provincial.tsv`` what each province has, ``abbreviations.tsv`` the abbreviations inside names,
``successions.tsv`` who took over from whom, ``symbols.tsv`` whose numbers a symbol marks.
"""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass
from datetime import date, timedelta
from functools import cache, cached_property
from typing import TYPE_CHECKING

from luocdo.graph.errors import RegistryError
from luocdo.graph.registry.central import central_entries, ministry_entries
from luocdo.graph.registry.datafiles import read_rows
from luocdo.graph.registry.entry import Entry, SuccessionEntry, key_of
from luocdo.graph.registry.provincial import body_key, provincial_entries
from luocdo.graph.registry.symbols import Symbols
from luocdo.graph.text import fold

if TYPE_CHECKING:
    from collections.abc import Iterator

__all__ = ["Entry", "Registry", "SuccessionEntry", "branches", "key_of"]

_MARKS = re.compile("[\u0300-\u036f]+")
_NO_LETTERS = re.compile(r"[^a-z0-9%\n]+")
_ASCII_D = str.maketrans("Đđ\u00d0\u00f0", "DdDd")
_EVERY_PROVINCE = "{p}"
_DEPARTMENT = "sở"
_MERGER = {"kind": "sáp nhập", "scope": "toàn bộ", "reading": "stated"}


@dataclass(frozen=True)
class Registry:
    """All entries, indexed by key, by folded name and body, by symbol, by body."""

    entries: dict[str, Entry]
    children: dict[str | None, dict[str, tuple[str, ...]]]
    units: dict[str | None, tuple[Entry, ...]]
    symbols: Symbols
    literal: dict[tuple[str | None, str], str]
    alone: dict[str, tuple[str, ...]]
    collectives: tuple[str, ...]
    abbreviations: dict[str, str]
    successions: tuple[SuccessionEntry, ...]
    provinces: dict[str, str]

    @cached_property
    def spelt(self) -> frozenset[str]:
        """All names of all units, folded: what is none of them is looked up nowhere."""
        literal = (fold(name) for _, name in self.literal)
        return frozenset(literal).union(*self.children.values())

    @cached_property
    def departments(self) -> frozenset[str]:
        """The folded names of provinces' departments (sở)."""
        return frozenset(
            fold(entry.name) for entry in self.entries.values() if entry.kind == _DEPARTMENT
        )

    @classmethod
    def load(cls) -> Registry:
        """Read the data files; once per process.

        Raises:
            RegistryError: two entries have one key, or a succession names no unit.
        """
        return _load()

    def named(self, name: str, parent: str | None) -> tuple[str, ...]:
        """Return the keys of the units called ``name`` (folded) directly within ``parent``."""
        return self.children.get(parent, {}).get(name, ())

    def within(self, parent: str | None) -> tuple[Entry, ...]:
        """Return the units directly within ``parent``."""
        return self.units.get(parent, ())

    def names(self) -> Iterator[tuple[str, str]]:
        """Yield (name, key) for every name of every entry."""
        for key, entry in self.entries.items():
            for name in entry.names:
                yield name, key


def branches() -> tuple[dict[str, str], ...]:
    """Return the forms of names of branches, row by row (``branches.tsv``)."""
    return tuple(read_rows("branches.tsv"))


@cache
def _load() -> Registry:
    entries = _entries()
    children: dict[str | None, dict[str, list[str]]] = {}
    units: dict[str | None, list[Entry]] = {}
    alone: dict[str, tuple[str, ...]] = {}
    names = {key: entry.names for key, entry in entries.items()}
    folded = _folded({name for own in names.values() for name in own})
    for key, entry in entries.items():
        units.setdefault(entry.parent, []).append(entry)
        own = children.setdefault(entry.parent, {})
        named_alone = {folded[name] for name in (names[key] if entry.alone else entry.elsewhere)}
        for name in dict.fromkeys([folded[name] for name in names[key]]):
            own.setdefault(name, []).append(key)
            if name in named_alone:
                alone[name] = (*alone.get(name, ()), key)
    return Registry(
        entries=entries,
        children={
            parent: {n: tuple(keys) for n, keys in own.items()} for parent, own in children.items()
        },
        units={parent: tuple(own) for parent, own in units.items()},
        symbols=Symbols.of(entries.values()),
        literal={
            (entry.parent, name): key for key, entry in entries.items() for name in entry.literal
        },
        alone=alone,
        collectives=tuple(row["name"] for row in read_rows("collectives.tsv")),
        abbreviations={row["short"]: row["full"] for row in read_rows("abbreviations.tsv")},
        successions=tuple(_successions(entries)),
        provinces={
            fold(entry.province): key for key, entry in entries.items() if entry.kind == "ubnd"
        },
    )


def _folded(names: set[str]) -> dict[str, str]:
    """Return `fold` of each name, all in one go: the registry is read at every start."""
    each = list(names)
    plain = unicodedata.normalize("NFD", "\n".join(each).translate(_ASCII_D))
    bare = _MARKS.sub("", plain).casefold()
    return dict(
        zip(each, (line.strip() for line in _NO_LETTERS.sub(" ", bare).split("\n")), strict=True)
    )


def _entries() -> dict[str, Entry]:
    central = list(central_entries())
    entries: dict[str, Entry] = {}
    for entry in (*central, *ministry_entries(central), *provincial_entries()):
        if entry.key in entries:
            message = f"danh bạ: {entry.key} có hai lần"
            raise RegistryError(message)
        if entry.parent is not None and entry.parent not in entries:
            message = f"danh bạ: không có {entry.parent}, cơ quan của {entry.key}"
            raise RegistryError(message)
        entries[entry.key] = entry
    return entries


def _successions(entries: dict[str, Entry]) -> Iterator[SuccessionEntry]:
    for row in read_rows("successions.tsv"):
        if row["body"] == _EVERY_PROVINCE:
            for province in read_rows("provinces.tsv"):
                if province["to"] and province["to"] < row["date"]:
                    continue
                body = body_key(province)
                yield _succession(entries, key_of(row["old"], body), key_of(row["new"], body), row)
            continue
        old = key_of(row["old"], key_of(row["body"]) if row["body"] else None)
        new = key_of(row["new"], key_of(row["new_body"]) if row["new_body"] else None)
        yield _succession(entries, old, new, row)
    yield from _mergers(entries)


def _mergers(entries: dict[str, Entry]) -> Iterator[SuccessionEntry]:
    """Yield who took over when provinces were merged: the committee, and of each of its bodies the
    one of that name.
    """
    provinces = {row["name"]: row for row in read_rows("provinces.tsv")}
    within: dict[str | None, list[Entry]] = {}
    for entry in entries.values():
        within.setdefault(entry.parent, []).append(entry)
    for row in provinces.values():
        if not row["merged_into"]:
            continue
        old, new = body_key(row), body_key(provinces[row["merged_into"]])
        day = (date.fromisoformat(row["to"]) + timedelta(days=1)).isoformat()
        facts = {**_MERGER, "date": day, "by": row["by"]}
        yield _succession(entries, old, new, facts)
        for entry in within[old]:
            successor = new + entry.key.removeprefix(old)
            if entry.alive(row["to"]) and successor in entries and entries[successor].alive(day):
                yield _succession(entries, entry.key, successor, {**facts, "reading": "inferred"})


def _succession(
    entries: dict[str, Entry], old: str, new: str, row: dict[str, str]
) -> SuccessionEntry:
    for key in (old, new):
        if key not in entries:
            message = f"danh bạ: không có {key} trong successions.tsv"
            raise RegistryError(message)
    return SuccessionEntry(
        old, new, row["date"], row["kind"], row["scope"], row["reading"], row["by"]
    )
