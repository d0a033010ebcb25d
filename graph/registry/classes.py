"""Classes of bodies of the state (nhóm cơ quan nhà nước) that many papers address alike: "UBND các tỉnh", "Các bộ, ngành"."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache

from luocdo.graph.registry.datafiles import read_rows
from luocdo.graph.text import fold

_FIRST = re.compile(r"^cac ")
_CENTRE = "centre"


@dataclass(frozen=True, slots=True)
class StateClass:
    """``members`` are kinds of bodies or names of bodies; ``centre_only``: so called in papers of the centre alone."""

    members: frozenset[str]
    centre_only: bool


def class_key(name: str) -> str:
    """Return the name of a class for comparison: "các" in front does not count."""
    return _FIRST.sub("", fold(name))


@cache
def state_classes() -> dict[str, StateClass]:
    """Return the classes of ``classes.tsv`` by `class_key`."""
    return {
        class_key(row["print"]): StateClass(frozenset(row["members"].split("|")), row["within"] == _CENTRE)
        for row in read_rows("classes.tsv")
    }
