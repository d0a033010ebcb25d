"""What names of units are resolved to (cơ quan, đơn vị), and where a name stands."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping

GROUP = "nhóm"
AUTHORITY = "thẩm quyền"
SHOWN = " · "  # between a unit's name and its body's in `UnitRef.display`


@dataclass(frozen=True, slots=True)
class UnitRef:
    """What a mention was resolved to; ``known`` is False where only the grammar of
    names told it.
    """

    id: str
    name: str
    display: str
    kind: str
    parent: str | None = None
    short_name: str | None = None
    known: bool = True
    reading: str = "stated"
    reason: str | None = None
    aliases: tuple[str, ...] = ()
    active_from: str | None = None
    active_to: str | None = None


@dataclass(frozen=True, slots=True)
class UnitContext:
    """Where a name stands: within which body (a `UnitRef.id`), which document, with which
    abbreviations of its own.
    """

    body: str | None
    abbreviations: Mapping[str, str] = field(default_factory=dict)
    date: str | None = None
    document: str | None = None


@dataclass(frozen=True, slots=True)
class Succession:
    """``old`` was merged, split or renamed into ``new`` on ``date``, as the document
    ``by`` says.
    """

    old: UnitRef
    new: UnitRef
    date: str
    kind: str
    scope: str
    reading: str
    by: str
