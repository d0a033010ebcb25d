"""The lock files: what is declared is pinned, with hashes; development adds to what users get
without changing it.
"""

from __future__ import annotations

import re
import tomllib
from pathlib import Path

import pytest
from packaging.requirements import Requirement
from packaging.utils import canonicalize_name

ROOT = Path(__file__).resolve().parent.parent
DECLARED = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))
RUNTIME = [Requirement(each) for each in DECLARED["project"]["dependencies"]]
EXTRAS = [
    Requirement(each)
    for extra in DECLARED["project"]["optional-dependencies"].values()
    for each in extra
]
GROUPS = [Requirement(each) for group in DECLARED["dependency-groups"].values() for each in group]


def _pins(name: str) -> set[tuple[str, str]]:
    """The pairs of name and version; a package may be pinned once for each range of Python."""
    text = (ROOT / name).read_text(encoding="utf-8")
    return {
        (canonicalize_name(found[1]), found[2])
        for found in re.finditer(r"(?m)^([\w.-]+)==([^\s;\\]+)", text)
    }


@pytest.mark.parametrize(
    ("lock", "wanted"),
    [("requirements.lock", RUNTIME), ("requirements-dev.lock", [*RUNTIME, *EXTRAS, *GROUPS])],
    ids=["users", "development"],
)
def test_what_is_declared_is_pinned_within_its_range(lock: str, wanted: list[Requirement]) -> None:
    pins = _pins(lock)
    unmet = [
        str(each)
        for each in wanted
        if not any(
            name == canonicalize_name(each.name) and each.specifier.contains(version)
            for name, version in pins
        )
    ]
    assert unmet == [], "run `make lock`"


@pytest.mark.parametrize("lock", ["requirements.lock", "requirements-dev.lock"])
def test_every_pin_has_hashes(lock: str) -> None:
    blocks = re.split(r"(?m)^(?=[\w.-]+==)", (ROOT / lock).read_text(encoding="utf-8"))[1:]
    assert [block.split()[0] for block in blocks if "--hash=sha256:" not in block] == []


def test_development_uses_the_versions_that_users_get() -> None:
    assert _pins("requirements.lock") - _pins("requirements-dev.lock") == set()
