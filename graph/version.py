"""Marks of rules and data (dấu của quy tắc và dữ liệu): what was made by others is made again."""

from __future__ import annotations

from functools import cache
from hashlib import sha256
from importlib.resources import files
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator
    from importlib.resources.abc import Traversable

_TOLD = (".py", ".tsv", ".toml")


@cache
def rules_version() -> str:
    """Return a mark of the rules and the data by which records become a graph."""
    return version_of("luocdo.graph")


def version_of(*packages: str) -> str:
    """Return a mark of all that ``packages`` hold: twelve hexadecimal digits."""
    mark = sha256()
    for package in packages:
        for name, file in sorted(_files(files(package), package)):
            mark.update(name.encode() + b"\0" + file.read_bytes() + b"\0")
    return mark.hexdigest()[:12]


def _files(folder: Traversable, name: str) -> Iterator[tuple[str, Traversable]]:
    for entry in folder.iterdir():
        if entry.is_dir():
            yield from _files(entry, f"{name}/{entry.name}")
        elif entry.name.endswith(_TOLD):
            yield f"{name}/{entry.name}", entry
