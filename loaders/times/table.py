"""The table of rules of time (bảng luật): `rules.toml`, read once and compiled."""

from __future__ import annotations

import tomllib
from importlib.resources import files
from typing import TYPE_CHECKING, Final

from luocdo.graph.vocabulary.notation import Term, term_of
from luocdo.loaders.times import rule
from luocdo.loaders.times.makers import MAKERS
from luocdo.loaders.times.terminals import PIECES

if TYPE_CHECKING:
    import re
    from collections.abc import Mapping

    from luocdo.loaders.times.rule import Rule


def _terms(said: Mapping[str, str]) -> dict[str, Term]:
    """Return the pieces and, each made of those before it, the terms of the table."""
    found = dict(PIECES)
    for name, notation in said.items():
        found[name] = term_of(notation, found)
    return found


_TABLE: Final = tomllib.loads((files(__package__) / "rules.toml").read_text("utf-8"))
_TERMS: Final = _terms(_TABLE["terms"])
RULES: Final[tuple[Rule, ...]] = tuple(
    rule.rule_of(row, MAKERS[row["makes"]], _TERMS) for row in _TABLE["rule"]
)


def compiled(notation: str) -> re.Pattern[str]:
    """Compile words and terms of time for another reader."""
    return rule.compiled(notation, _TERMS)
