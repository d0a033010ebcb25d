"""Which reader read a file (phiên bản bộ đọc): a changed rule or a grown registry reads every file again."""

from __future__ import annotations

from functools import cache
from hashlib import sha256
from importlib.resources import files
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator
    from importlib.resources.abc import Traversable

_READS = ("luocdo.loaders", "luocdo.graph.units", "luocdo.graph.registry")  # on these a record depends
_TOLD = (".py", ".tsv", ".toml")


@cache
def reader_version() -> str:
    """Return a mark of the rules and the data that read: twelve hexadecimal digits."""
    mark = sha256()
    for package in _READS:
        for name, file in sorted(_files(files(package), package)):
            mark.update(name.encode() + b"\0" + file.read_bytes() + b"\0")
    return mark.hexdigest()[:12]


def _files(folder: Traversable, name: str) -> Iterator[tuple[str, Traversable]]:
    for entry in folder.iterdir():
        if entry.is_dir():
            yield from _files(entry, f"{name}/{entry.name}")
        elif entry.name.endswith(_TOLD):
            yield f"{name}/{entry.name}", entry
