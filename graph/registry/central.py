"""Central bodies (cơ quan trung ương) and the units of ministries, from the TOML files."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from luocdo.graph.registry.datafiles import read_toml
from luocdo.graph.registry.entry import LITERAL, Entry, key_of
from luocdo.graph.units.grammar import kind_of

if TYPE_CHECKING:
    from collections.abc import Iterator

_FILES = ("central.toml", "assembly.toml", "party.toml", "front.toml", "enterprises.toml")


def central_entries() -> Iterator[Entry]:
    """Yield the bodies at the centre, each ministry with its head."""
    for name in _FILES:
        data = read_toml(name)
        for unit in data["unit"]:
            yield from _body(unit, data["sources"])


def ministry_entries(ministries: list[Entry]) -> Iterator[Entry]:
    """Yield the units within ministries; what several rows say of one unit is one entry, the first
    row's.
    """
    seen: set[str] = set()
    for entry in (*_education(), *_listed(ministries)):
        if entry.key not in seen:
            seen.add(entry.key)
            yield entry


def _body(unit: dict[str, Any], sources: dict[str, str]) -> Iterator[Entry]:
    parent = key_of(unit["parent"]) if "parent" in unit else None
    own = key_of(unit["name"], parent)
    aliases = tuple(unit.get("aliases", ()))
    dates = unit.get("active_from", ""), unit.get("active_to", "")
    yield Entry(
        own,
        unit["name"],
        unit["kind"],
        parent,
        next(iter(aliases), ""),
        aliases,
        tuple(unit.get("symbols", ())),
        *dates,
        by=sources[unit["by"]],
        alone=parent is not None,
    )
    if unit["kind"] == "bộ":
        head = f"Bộ trưởng {unit['name']}"
        names = ("Bộ trưởng", *(f"Bộ trưởng {alias}" for alias in aliases))
        yield Entry(
            key_of("Bộ trưởng", own),
            head,
            "thẩm quyền",
            own,
            "",
            names,
            (),
            *dates,
            by=sources[unit["by"]],
        )


def _education() -> Iterator[Entry]:
    data = read_toml("education.toml")
    body = key_of(data["body"]["name"])
    for name, (kind, short, aliases, start, end, by) in data["units"].items():
        yield Entry(
            key_of(name, body),
            name,
            kind,
            body,
            short,
            tuple(alias for alias in aliases if not alias.startswith(LITERAL)),
            (),
            start,
            end,
            data["sources"][by],
            literal=tuple(
                alias.removeprefix(LITERAL) for alias in aliases if alias.startswith(LITERAL)
            ),
        )


def _listed(ministries: list[Entry]) -> Iterator[Entry]:
    data = read_toml("ministries.toml")
    for block in data["body"]:
        parent = key_of(block["name"], key_of(block["parent"]) if "parent" in block else None)
        yield from _units(block, parent)
    for block in data["every_ministry"]:
        for ministry in ministries:
            if ministry.kind == "bộ" and ministry.name not in block["except"]:
                yield from _units({"to": ministry.active_to, **block}, ministry.key)


def _units(block: dict[str, Any], parent: str) -> Iterator[Entry]:
    only = block.get("only_name", False)
    for name, *aliases in block["units"]:
        yield Entry(
            key_of(name, parent),
            name,
            kind_of(name),
            parent,
            next(iter(aliases), ""),
            tuple(aliases),
            tuple(block.get("symbols", {}).get(name, ())),
            block.get("from", ""),
            block.get("to", ""),
            block["by"],
            alone=only is True,
            elsewhere=tuple(each for each in (name, *aliases) if each in only)
            if isinstance(only, list)
            else (),
        )
