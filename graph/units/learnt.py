"""What papers have named (điều học được từ văn bản), to be kept, forgotten and known again."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from luocdo.graph.units.model import UnitRef

# A name as printed; the body, abbreviations, document and day of its context.
Question = tuple[str, str | None, tuple[tuple[str, str], ...], str | None, str | None]


class Learnt(NamedTuple):
    """What papers have named: units that are not in the registry, and what each name meant."""

    made: dict[str, UnitRef]
    cache: dict[Question, UnitRef]
