"""The data files of the registry: TOML for lists with sources, TSV for tables; #
begins a remark.
"""

from __future__ import annotations

import csv
import tomllib
from importlib.resources import files
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Iterator


def read_toml(name: str) -> dict[str, Any]:
    """Return the contents of a TOML file of the registry."""
    return tomllib.loads(_text(name))


def read_rows(name: str) -> Iterator[dict[str, str]]:
    """Yield the rows of a TSV file of the registry by their headings."""
    lines = (line for line in _text(name).splitlines() if not line.startswith("#"))
    yield from csv.DictReader(lines, delimiter="\t", quoting=csv.QUOTE_NONE)


def _text(name: str) -> str:
    return (files(__package__) / "data" / name).read_text("utf-8")
