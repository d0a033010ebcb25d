"""Branches that are many and named alike (chi cục khu vực, UBND xã): told by the form of the name,
within a known body.
"""

from __future__ import annotations

import re
from functools import cache

from luocdo.graph.registry import branches, key_of
from luocdo.graph.text import fold
from luocdo.graph.units.model import UnitRef

_SHORT = (
    ("UBND ", "Ủy ban nhân dân "),
    ("HĐND ", "Hội đồng nhân dân "),
    ("NHNN ", "Ngân hàng Nhà nước "),
    ("KBNN ", "Kho bạc Nhà nước "),
)
_NUMBER = re.compile(r"(?:số\s+)?(?P<x>[IVX]+|\d{1,2})$")
_PROPER = re.compile(r"(?P<x>[A-ZĐÀ-Ỹ]\S*(?:\s+[A-ZĐÀ-Ỹ\d-]\S*){0,4})$")


def branch_of(words: str, province: UnitRef | None) -> UnitRef | None:
    """Return the branch that ``words`` name; a commune only within ``province``."""
    full = next(
        (long + words.removeprefix(short) for short, long in _SHORT if words.startswith(short)),
        words,
    )
    for start, kind, parent in _forms():
        if not fold(full).startswith(f"{fold(start)} "):
            continue
        rest = " ".join(full.split()[len(start.split()) :])
        found = (_PROPER if parent is None else _NUMBER).match(rest)
        body = parent or (province.id if province else None)
        if found and body:
            name = f"{start} {found['x']}"
            shown = f"{name} · {province.name}" if parent is None and province else name
            return UnitRef(key_of(name, body), name, shown, kind, body, aliases=(words,))
    return None


@cache
def _forms() -> tuple[tuple[str, str, str | None], ...]:
    forms = []
    for row in branches():
        parent: str | None = None
        for name in row["parent"].split("/") if row["parent"] != "{p}" else ():
            parent = key_of(name, parent)
        forms.append((row["name"].removesuffix(" {x}"), row["kind"], parent))
    return tuple(forms)
