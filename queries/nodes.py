"""Nodes and edges as questions return them (nút, cạnh), typed: what is absent is empty text, zero
or false.
"""

from __future__ import annotations

from dataclasses import dataclass, fields
from functools import cache
from typing import TYPE_CHECKING, Self, cast

if TYPE_CHECKING:
    from collections.abc import Callable, Hashable, Mapping

Value = str | int | float | bool | None
_EVIDENCE = frozenset(
    {
        "id",
        "source",
        "place",
        "quote",
        "from_char",
        "to_char",
        "as_printed",
        "reading",
        "confidence",
    }
)


def text(facts: Mapping[str, object], key: str) -> str:
    """Return a property as text, empty where it is absent."""
    value = facts.get(key)
    return "" if value is None else str(value)


def number(value: object) -> int:
    """Return a value as a whole number, zero where there is none."""
    return int(value) if isinstance(value, int | float) else 0


@cache
def _kinds(kind: type[object]) -> tuple[tuple[str, str], ...]:
    return tuple((one.name, str(one.type)) for one in fields(cast("type[_FromFacts]", kind)))


@dataclass(frozen=True, slots=True)
class _FromFacts:
    """A node whose fields are named as its properties."""

    id: str = ""

    @classmethod
    def of(cls, value: object) -> Self:
        """Return what the engine gave; a node that is not there has no id."""
        if isinstance(value, cls):
            return value
        facts = value if isinstance(value, dict) else {}
        make = cast("Callable[..., Self]", cls)
        kinds = _kinds(cast("Hashable", cls))
        return make(*(_as(kind, facts.get(name)) for name, kind in kinds))

    def __bool__(self) -> bool:
        """Return whether there is such a node."""
        return bool(self.id)


def _as(kind: str, value: object) -> object:
    if kind == "str":
        return "" if value is None else str(value)
    return number(value) if kind == "int" else bool(value)


@dataclass(frozen=True, slots=True)
class DocumentNode(_FromFacts):
    """A document (văn bản)."""

    name: str = ""
    number: str = ""
    kind: str = ""
    issuer: str = ""
    date: str = ""
    year: int = 0
    title: str = ""
    signer: str = ""
    signer_title: str = ""
    status: str = ""
    draft: bool = False
    unnumbered: bool = False
    condensed: bool = False
    identified: str = ""
    effective_from: str = ""
    effective_except: str = ""
    effective_to: str = ""
    period_start: str = ""
    period_end: str = ""
    system: str = ""
    nature: str = ""
    source: str = ""

    @property
    def loaded(self) -> bool:
        """Return whether its own text was read."""
        return self.status == "loaded"

    @property
    def day_or_year(self) -> str:
        """Return its ISO day, else its year."""
        return self.date or str(self.year or "")


@dataclass(frozen=True, slots=True)
class UnitNode(_FromFacts):
    """A unit (cơ quan, đơn vị)."""

    name: str = ""
    display: str = ""
    short_name: str = ""
    aliases_fold: str = ""
    kind: str = ""
    active_from: str = ""
    active_to: str = ""
    known: bool = False


@dataclass(frozen=True, slots=True)
class TaskNode(_FromFacts):
    """A printed row, or an assignment of one (nhiệm vụ, phân công)."""

    code: str = ""
    text: str = ""
    section: str = ""
    origin: str = ""
    place: str = ""
    ordinal: int = 0
    leaf: bool = False
    basis: str = ""
    force: str = ""
    result: str = ""
    progress: str = ""
    state: str = ""


@dataclass(frozen=True, slots=True)
class DeadlineNode(_FromFacts):
    """A time limit (thời hạn)."""

    kind: str = ""
    text: str = ""
    start_date: str = ""
    end_date: str = ""
    exclusive: bool = False
    recurrence: str = ""


@dataclass(frozen=True, slots=True)
class AnyNode:
    """A node of any label, for what lists all that stands around a document."""

    label: str = ""
    id: str = ""
    facts: tuple[tuple[str, Value], ...] = ()

    @classmethod
    def of(cls, value: object) -> Self:
        """Return what the engine gave."""
        facts = value if isinstance(value, dict) else {}
        told = tuple(
            sorted(
                (key, value)
                for key, value in facts.items()
                if not key.startswith("_") and key != "id"
            )
        )
        return cls(text(facts, "_label"), text(facts, "id"), told)

    def fact(self, key: str) -> str:
        """Return a property as text, empty where it is absent."""
        return text(dict(self.facts), key)

    @property
    def document(self) -> DocumentNode:
        """Return it as a document; what is none has no id."""
        return (
            DocumentNode.of(dict(self.facts) | {"id": self.id})
            if self.label == "Document"
            else DocumentNode()
        )


@dataclass(frozen=True, slots=True)
class Link:
    """An edge with its sentence (cạnh, câu chứng minh); ``facts`` are the properties beside the
    evidence, by name.
    """

    id: str = ""
    type: str = ""
    source: str = ""
    place: str = ""
    quote: str = ""
    as_printed: str = ""
    reading: str = ""
    derives: bool = False
    facts: tuple[tuple[str, Value], ...] = ()

    @classmethod
    def of(cls, value: object) -> Self:
        """Return what the engine gave; an edge that is not there has no id."""
        facts = value if isinstance(value, dict) else {}
        told = (
            (key, one)
            for key, one in facts.items()
            if key not in _EVIDENCE and not key.startswith("_")
        )
        names = ("source", "place", "quote", "as_printed", "reading")
        evidence = {name: text(facts, name) for name in names}
        return cls(
            id=text(facts, "id"),
            type=text(facts, "_type"),
            derives=bool(facts.get("derives")),
            facts=tuple(sorted((key, one) for key, one in told if one is not None)),
            **evidence,
        )

    def fact(self, key: str) -> str:
        """Return a property as text, empty where it is absent."""
        return text(dict(self.facts), key)

    @property
    def line(self) -> str:
        """Return the sentence on one line."""
        return " ".join(self.quote.split())


@dataclass(frozen=True, slots=True)
class PathOfOne:
    """A path of one step (đường một bước): its edge, as it points, and the names of its ends."""

    link: Link
    start: DocumentNode
    end: DocumentNode

    @classmethod
    def of(cls, value: object) -> Self:
        """Return what the engine gave."""
        path = value if isinstance(value, dict) else {"nodes": [], "edges": [{}]}
        ends = {text(node, "id"): DocumentNode.of(node) for node in path["nodes"]}
        edge = path["edges"][0]
        absent = DocumentNode()
        return cls(
            Link.of(edge), ends.get(edge.get("_start"), absent), ends.get(edge.get("_end"), absent)
        )
