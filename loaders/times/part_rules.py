"""The form of the rules that take a part of a month, quarter or year (đầu, giữa, cuối)."""

from __future__ import annotations

from luocdo.loaders.times.rule import Make, Rule, Witnesses
from luocdo.loaders.times.terminals import OPENS


def part_of(unit: str, make: Make, must: Witnesses) -> Rule:
    """Return the rule of "đầu", "giữa", "cuối" before a piece named ``unit``."""
    return Rule(
        name=f"part of a {unit}",
        pattern=rf"(?:{{by}})?(?P<part>{{part}}) {{{unit}}}",
        make=make,
        first="dau giua cuoi thuong trung ha",
        prose=OPENS,
        must=must,
    )
