"""Classes of bodies of the state (nhóm cơ quan nhà nước) that many papers address alike: "UBND các
tỉnh", "Các bộ, ngành".
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache

from luocdo.graph.registry.datafiles import read_rows
from luocdo.graph.text import fold

_FIRST = re.compile(r"^cac ")
# "Sở Y tế các tỉnh, thành phố", "Sở Nội vụ 34 tỉnh", or "Sở Y tế" alone: in papers of the centre
# the one of every province
_DEPARTMENT = re.compile(r"^(?P<name>so .+?)(?: (?:cua )?(?:cac |\d+ )?(?:tinh|dia phuong)\b.*)?$")
_COMMUNES = re.compile(
    r"^(?:uy ban nhan dan|ubnd) (?:cac )?(?:cap xa|(?:xa|phuong|dac khu|thi tran)(?: |$))"
)
COMMUNE = re.compile(
    r"/uy-ban-nhan-dan-(?:xa|phuong|dac-khu|thi-tran)-[^/]+$"
)  # the end of the id of a commune's committee
_CENTRE = "centre"


@dataclass(frozen=True, slots=True)
class StateClass:
    """``members`` are kinds of bodies or names of bodies; ``centre_only``: so called in papers of
    the centre alone.

    A class ``of_departments`` (sở) has as members the department of that folded name of every
    province.
    """

    members: frozenset[str]
    centre_only: bool
    of_departments: bool = False


def class_key(name: str) -> str:
    """Return the name of a class for comparison: "các" in front does not count."""
    return _FIRST.sub("", fold(name))


@cache
def state_classes() -> dict[str, StateClass]:
    """Return the classes of ``classes.tsv`` by `class_key`."""
    return {
        class_key(row["print"]): StateClass(
            frozenset(row["members"].split("|")), row["within"] == _CENTRE
        )
        for row in read_rows("classes.tsv")
    }


def department_class(name: str, departments: frozenset[str]) -> StateClass | None:
    """Return the class of provinces' departments that ``name`` is; ``departments`` are their
    names, folded.
    """
    found = _DEPARTMENT.match(class_key(name))
    if found is None or found["name"] not in departments:
        return None
    return StateClass(frozenset({found["name"]}), centre_only=True, of_departments=True)


def is_class_of_communes(name: str) -> bool:
    """Tell a class of communes' committees: "UBND các xã, phường, đặc khu", "UBND cấp xã"; "liên
    quan" covers nobody.
    """
    plain = fold(name)
    return _COMMUNES.match(plain) is not None and "lien quan" not in plain


@cache
def memberships() -> dict[str, tuple[str, str]]:
    """Return body -> the first and the last day on which it was of its kind, where it outlived
    that (``memberships.tsv``).
    """
    return {row["body"]: (row["from"], row["to"]) for row in read_rows("memberships.tsv")}
