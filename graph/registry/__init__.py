"""The registry of units (danh bạ cơ quan): names, abbreviations, bodies and successions as data, each with its source.

``data/central.toml`` holds central bodies, ``education.toml`` the units of one ministry as its decrees list them,
``provinces.tsv`` the provinces before and after 1 July 2025, ``provincial.tsv`` what each province has,
``abbreviations.tsv`` the abbreviations inside names, ``successions.tsv`` who took over from whom.
"""

from __future__ import annotations

import csv
import tomllib
from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import cache
from importlib.resources import files
from typing import Any

from luocdo.graph.errors import RegistryError
from luocdo.graph.text import fold

PROVINCIAL_BODY = "Ủy ban nhân dân"


@dataclass(frozen=True, slots=True)
class Entry:
    """One unit of the registry; ``parent`` is the key of the body it belongs to, ``by`` names the source."""

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

    @property
    def names(self) -> tuple[str, ...]:
        """Return all names it goes by."""
        return tuple(name for name in (self.name, self.short_name, *self.aliases) if name)


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


@dataclass(frozen=True)
class Registry:
    """All entries, indexed by key, by folded name and body, and by symbol."""

    entries: dict[str, Entry]
    children: dict[str | None, dict[str, tuple[str, ...]]]
    symbols: dict[str, tuple[str, ...]]
    abbreviations: dict[str, str]
    successions: tuple[SuccessionEntry, ...]
    provinces: dict[str, str] = field(default_factory=dict)

    @classmethod
    def load(cls) -> Registry:
        """Read the data files; once per process."""
        return _load()

    def named(self, name: str, parent: str | None) -> tuple[str, ...]:
        """Return the keys of the units called ``name`` (folded) directly within ``parent``."""
        return self.children.get(parent, {}).get(name, ())

    def names(self) -> Iterator[tuple[str, str]]:
        """Yield (name, key) for every name of every entry."""
        for key, entry in self.entries.items():
            for name in entry.names:
                yield name, key


@cache
def _load() -> Registry:
    entries: dict[str, Entry] = {}
    for entry in (*_central(), *_ministry(), *_provincial()):
        if entry.key in entries:
            message = f"danh bạ: {entry.key} có hai lần"
            raise RegistryError(message)
        entries[entry.key] = entry
    children: dict[str | None, dict[str, tuple[str, ...]]] = {}
    symbols: dict[str, tuple[str, ...]] = {}
    for key, entry in entries.items():
        own = children.setdefault(entry.parent, {})
        for name in dict.fromkeys(fold(name) for name in entry.names):
            own[name] = (*own.get(name, ()), key)
        for symbol in dict.fromkeys(fold(symbol) for symbol in entry.symbols):
            symbols[symbol] = (*symbols.get(symbol, ()), key)
    provinces = {fold(entry.province): key for key, entry in entries.items() if entry.province and entry.parent is None}
    abbreviations = {row["short"]: row["full"] for row in _rows("abbreviations.tsv")}
    return Registry(entries, children, symbols, abbreviations, tuple(_successions(entries)), provinces)


def key_of(name: str, parent: str | None = None) -> str:
    """Return the key of a unit: its folded name below its body's key."""
    own = fold(name).replace(" ", "-")
    return f"{parent}/{own}" if parent else f"unit:{own}"


def _toml(name: str) -> dict[str, Any]:
    return tomllib.loads((files(__package__) / "data" / name).read_text("utf-8"))


def _rows(name: str) -> Iterator[dict[str, str]]:
    lines = (files(__package__) / "data" / name).read_text("utf-8").splitlines()
    yield from csv.DictReader(
        (line for line in lines if not line.startswith("#")), delimiter="\t", quoting=csv.QUOTE_NONE
    )


def _central() -> Iterator[Entry]:
    data = _toml("central.toml")
    for unit in data["unit"]:
        parent = key_of(unit["parent"]) if "parent" in unit else None
        yield Entry(
            key=key_of(unit["name"], parent),
            name=unit["name"],
            kind=unit["kind"],
            parent=parent,
            short_name=next(iter(unit.get("aliases", [])), ""),
            aliases=tuple(unit.get("aliases", [])),
            symbols=tuple(unit.get("symbols", [])),
            active_from=unit.get("active_from", ""),
            active_to=unit.get("active_to", ""),
            by=data["sources"][unit["by"]],
        )
        if unit["kind"] in ("bộ", "cơ quan ngang bộ") and unit["name"].startswith("Bộ "):
            own = key_of(unit["name"], parent)
            yield Entry(
                key_of("Bộ trưởng", own), f"Bộ trưởng {unit['name']}", "thẩm quyền", own, aliases=("Bộ trưởng",)
            )


def _ministry() -> Iterator[Entry]:
    data = _toml("education.toml")
    body = key_of(data["body"]["name"])
    for name, (kind, short, aliases, start, end, by) in data["units"].items():
        yield Entry(key_of(name, body), name, kind, body, short, tuple(aliases), (), start, end, data["sources"][by])


def _provincial() -> Iterator[Entry]:
    templates = list(_rows("provincial.tsv"))
    for province in _rows("provinces.tsv"):
        place = f"{province['kind']} {province['name']}"
        body = key_of(f"{PROVINCIAL_BODY} {place}")
        upper = f"Thành phố {province['name']}" if province["kind"] == "thành phố" else place
        aliases = (f"UBND {place}", f"UBND {upper}", f"{PROVINCIAL_BODY} {upper}", f"UBND TP {province['name']}")
        yield Entry(
            body,
            f"{PROVINCIAL_BODY} {place}",
            "ubnd",
            None,
            f"UBND {place}",
            aliases,
            province=province["name"],
            active_from=province["from"] or "",
            active_to=province["to"] or "",
            by=province["by"] or "",
        )
        chairman = f"Chủ tịch {PROVINCIAL_BODY} {place}"
        yield Entry(
            key_of("Chủ tịch", body),
            chairman,
            "thẩm quyền",
            body,
            "",
            (
                f"Chủ tịch UBND {place}",
                "Chủ tịch UBND",
                "Chủ tịch UBND tỉnh",
                "Chủ tịch UBND thành phố",
                "Chủ tịch Ủy ban nhân dân tỉnh",
                "Chủ tịch Ủy ban nhân dân thành phố",
            ),
            province=province["name"],
        )
        for row in templates:
            name = row["name"].replace("{p}", place)
            shown = tuple(alias.replace("{p}", place) for alias in (row["aliases"] or "").split("|") if alias)
            whole = () if place in name else (f"{name} {place}",)
            yield Entry(
                key_of(row["name"].replace(" {p}", ""), body),
                name,
                row["kind"],
                body,
                row["short"] or "",
                (*shown, *whole),
                province=province["name"],
            )


def _successions(entries: dict[str, Entry]) -> Iterator[SuccessionEntry]:
    for row in _rows("successions.tsv"):
        body = key_of(row["body"]) if row["body"] else None
        yield _succession(entries, key_of(row["old"], body), key_of(row["new"], body), row)
    for row in _rows("provinces.tsv"):
        if row["merged_into"]:
            new = next(r for r in _rows("provinces.tsv") if r["name"] == row["merged_into"])
            facts = {
                "date": "2025-01-01" if row["to"].startswith("2024") else "2025-07-01",
                "kind": "sáp nhập",
                "scope": "toàn bộ",
                "reading": "stated",
                "by": row["by"],
            }
            old_key = key_of(f"{PROVINCIAL_BODY} {row['kind']} {row['name']}")
            yield _succession(entries, old_key, key_of(f"{PROVINCIAL_BODY} {new['kind']} {new['name']}"), facts)


def _succession(entries: dict[str, Entry], old: str, new: str, row: dict[str, str]) -> SuccessionEntry:
    for key in (old, new):
        if key not in entries:
            message = f"danh bạ: không có {key} trong successions.tsv"
            raise RegistryError(message)
    return SuccessionEntry(old, new, row["date"], row["kind"], row["scope"], row["reading"], row["by"])
