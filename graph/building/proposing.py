"""What a document without number or day may be (có thể là): the one that others cite by its very
title, for a reader to say.

Nothing is joined: a title recurs (every province has its plan), so `luocdo check` proposes and
``luocdo identify`` decides.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from luocdo.graph.building.names import first_words
from luocdo.graph.records import Issue, Value
from luocdo.graph.units.model import UnitContext

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from luocdo.graph.records import HeaderRecord
    from luocdo.graph.units.resolving import UnitResolver

_TELLING = 4  # words: a shorter title is many documents'


@dataclass(frozen=True, slots=True)
class Proposed:
    """A document of number and day that others cite by ``keys``, titles as compared, and the first
    of its titles as printed.
    """

    id: str
    properties: dict[str, Value]
    issuer: str
    title: str
    keys: list[str]


def opening(key: str) -> str:
    """Return by what titles are found that begin alike; a short one is found by all its words."""
    return first_words(key) or key


def proposals(
    file: str, header: HeaderRecord, title: str, cited: Iterable[Proposed], resolver: UnitResolver
) -> Iterator[Issue]:
    """Yield what a loaded document that lacks number or day may be of those that are ``cited`` by
    its ``title``.
    """
    if len(title.split()) < _TELLING:
        return
    for other in cited:
        named = any(_names(key, title) for key in other.keys)
        if named and _may_be(header, other.properties) and _may_issue(header, other, resolver):
            yield _proposal(file, other)


def _names(key: str, title: str) -> bool:
    """Return whether something is cited by ``title``, or by words that begin with it: a sentence
    runs on behind a title.
    """
    return key == title or (bool(first_words(title)) and key.startswith(f"{title} "))


def _may_be(header: HeaderRecord, facts: dict[str, Value]) -> bool:
    """Return whether nothing that the file says of itself speaks against it: kind, number, day,
    year.
    """
    same_kind = not header.kind or not facts.get("kind") or header.kind == facts["kind"]
    same_number = not header.number or header.number == facts.get("number")
    day = header.date or str(header.year or "")
    return same_kind and same_number and (not day or day == str(facts.get("date"))[: len(day)])


def _may_issue(header: HeaderRecord, other: Proposed, resolver: UnitResolver) -> bool:
    """Return whether the issuer of a letterhead may be that of a known number: the same body, or
    either unknown.
    """
    name = header.body or header.issuer
    unit = resolver.resolve(name, UnitContext(None, {}, header.date)) if name else None
    if unit is None or not other.issuer:
        return True
    return resolver.body_behind(unit).id == f"unit:{other.issuer}"


def _proposal(file: str, other: Proposed) -> Issue:
    number, date = str(other.properties["number"]), str(other.properties["date"])
    day = "/".join(reversed(date.split("-")))
    message = (
        f"có thể là {number} ngày {day}; nếu đúng: luocdo identify {file!r} {number} --date {date}"
    )
    return Issue(kind="possible_document", message=message, quote=other.title[:300])
