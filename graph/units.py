"""Units as documents name them (cơ quan, đơn vị): a name is resolved within the body whose document it stands in.

Posts below a body's head map to the unit; heads of bodies are authorities (thẩm quyền); collectives stay collectives,
abbreviations in them expanded, no word added. A misprint is mended only where one unit of the same body is left.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from functools import lru_cache

from luocdo.graph.registry import Entry, Registry, key_of
from luocdo.graph.text import clean, fold, squeeze
from luocdo.graph.unit_grammar import collective_of, is_collective, kind_of
from luocdo.graph.unit_misprints import mended
from luocdo.graph.unit_splitting import UnitPiece, split_cell

__all__ = ["Succession", "UnitContext", "UnitPiece", "UnitRef", "UnitResolver", "split_units"]

_POSTS = re.compile(
    r"(?i)^(?:các\s+)?(?:đồng chí\s+|ông\s+|bà\s+)?(?:quyền\s+|phó\s+)?(?:"
    r"chánh\s+(?=văn phòng|thanh tra|tòa án)|(?:cục|vụ|viện|tổng cục|chi cục|phòng|ban)\s+trưởng\s+(?=cục|vụ|viện|tổng cục|chi cục|phòng|ban|cơ quan)"
    r"|giám đốc\s+(?=\S)|tổng giám đốc\s+|trưởng\s+(?=ban|phòng|công an|đoàn)|hiệu trưởng\s+|chủ nhiệm\s+(?=văn phòng|ủy ban|uỷ ban)"
    r"|thủ trưởng\s+(?:cơ quan\s+)?(?=công an|bộ chỉ huy|kho bạc|thuế|bảo hiểm)|tổng biên tập\s+|viện trưởng\s+(?=viện)|chánh án\s+(?=tòa|toà)"
    r"|thống đốc\s+(?=ngân hàng|nhnn)|tổng\s+(?=thanh tra|kiểm toán)|chỉ huy trưởng\s+(?=bộ))",
)
_OWN = re.compile(r"(?i)\s+(?:bộ|tỉnh|thành phố|sở|huyện|xã|phường|cơ quan)$")
_PLACE = re.compile(r"(?i)\b(?:tỉnh|thành phố|tp\.?)\s+(?P<name>.+)$")
_ENDS = " \t\n.,;:-–*•+"
_TELLING = 4  # words: a shorter name is had by many bodies


@dataclass(frozen=True, slots=True)
class UnitRef:
    """What a mention was resolved to; ``known`` is False where only the grammar of names told it."""

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
    """Where a name stands: within which body (a `UnitRef.id`), which document, with which abbreviations of its own."""

    body: str | None
    abbreviations: Mapping[str, str] = field(default_factory=dict)
    date: str | None = None
    document: str | None = None


@dataclass(frozen=True, slots=True)
class Succession:
    """``old`` was merged, split or renamed into ``new`` on ``date``, as the document ``by`` says."""

    old: UnitRef
    new: UnitRef
    date: str
    kind: str
    scope: str
    reading: str
    by: str


class UnitResolver:
    """Resolves names by the registry and the grammar of names; made once, used for all documents."""

    def __init__(self, registry: Registry) -> None:
        """Use ``registry``."""
        self.registry = registry
        self._made: dict[str, UnitRef] = {}
        self._cache: dict[tuple[str, str | None, tuple[tuple[str, str], ...], str | None], UnitRef] = {}

    @classmethod
    def load(cls) -> UnitResolver:
        """Return a resolver over the registry's data files."""
        return cls(Registry.load())

    def resolve(self, mention: str, context: UnitContext) -> UnitRef:
        """Return the unit that ``mention`` names in ``context``; an unknown one keeps its own name, flagged."""
        words = clean(mention).strip(_ENDS)
        key = (words, context.body, tuple(sorted(context.abbreviations.items())), context.document)
        if key not in self._cache:
            self._cache[key] = self._remember(self._resolved(words, context))
        return self._cache[key]

    def get(self, key: str) -> UnitRef | None:
        """Return the unit of that id, from the registry or as it was made before."""
        entry = self.registry.entries.get(key)
        return self._of_entry(entry) if entry else self._made.get(key)

    def ancestors(self, unit: UnitRef | str) -> list[UnitRef]:
        """Return the bodies that ``unit`` belongs to, nearest first."""
        found: list[UnitRef] = []
        current = self.get(unit) if isinstance(unit, str) else unit
        while current is not None and current.parent is not None:
            current = self.get(current.parent)
            found += [current] if current is not None else []
        return found

    def body_behind(self, unit: UnitRef) -> UnitRef:
        """Return the body behind an authority: Bộ trưởng Bộ X is Bộ X; Thủ tướng Chính phủ stays."""
        if unit.kind == "thẩm quyền" and unit.parent is not None and unit.name.startswith(("Bộ trưởng", "Chủ tịch")):
            return self.get(unit.parent) or unit
        return unit

    def issuer_of_symbol(self, symbol: str, context_body: str | None, date: str | None = None) -> UnitRef | None:
        """Return who a symbol of a document number names; None where a province or several bodies are left."""
        keys = self.registry.symbols.get(fold(symbol), ())
        if len(keys) == 1:
            return self._of_entry(self.registry.entries[keys[0]])
        alive = [key for key in keys if self._alive(self.registry.entries[key], date)]
        if len(alive) == 1:
            return self._of_entry(self.registry.entries[alive[0]])
        province = self.province_of(context_body)
        if province is None:
            return None
        own = {
            "ubnd": province,
            "ctubnd": province,
            "hdnd": f"{province}/hoi-dong-nhan-dan",
            "tu": f"{province}/tinh-uy",
        }
        found = own.get(squeeze(symbol))
        return self.get(found) if found else None

    def province_of(self, body: str | None) -> str | None:
        """Return the id of the provincial body that ``body`` is or belongs to."""
        for key in (body, *(unit.id for unit in (self.ancestors(body) if body else []))):
            entry = self.registry.entries.get(key or "")
            if entry is not None and entry.kind == "ubnd":
                return entry.key
        return None

    def members(self, group: UnitRef, context: UnitContext) -> list[UnitRef]:
        """Return the units that a collective covers by the registry; "liên quan" covers nobody by itself."""
        words = fold(group.name)
        if context.body is None or "lien quan" in words or group.kind != "nhóm":
            return []
        kinds = collective_of(words)
        own = [
            entry
            for entry in self.registry.entries.values()
            if entry.parent == context.body and self._alive(entry, context.date)
        ]
        return [self._of_entry(entry) for entry in own if entry.kind in kinds]

    def successions(self) -> list[Succession]:
        """Return all changes of the registry."""
        entries = self.registry.entries
        return [
            Succession(
                self._of_entry(entries[s.old]), self._of_entry(entries[s.new]), s.date, s.kind, s.scope, s.reading, s.by
            )
            for s in self.registry.successions
        ]

    def expand(self, words: str, context: UnitContext) -> str:
        """Return ``words`` with abbreviations expanded: the document's own first, then the common ones."""
        known = {**self.registry.abbreviations, **context.abbreviations}
        return " ".join(_expanded(word, known) for word in words.split())

    def _remember(self, unit: UnitRef) -> UnitRef:
        self._made.setdefault(unit.id, unit)
        return unit

    def _resolved(self, words: str, context: UnitContext) -> UnitRef:
        if is_collective(words):
            return self._group(words, context)
        bare = _POSTS.sub("", words).strip() or words
        full = context.abbreviations.get(bare, bare)
        for name in dict.fromkeys((words, bare, full)):
            if found := self._known(name, context):
                return found
        return self._misprint(bare, context) or self._unknown(bare, context)

    def _known(self, words: str, context: UnitContext) -> UnitRef | None:
        """Look in the body, in the bodies above it, then among all bodies; then with the body named behind."""
        name = fold(words)
        for parent in (*self._scopes(context.body), None):
            keys = self._narrowed(self.registry.named(name, parent), context)
            if len(keys) == 1:
                return self._of_entry(self.registry.entries[keys[0]])
        return self._place(words, context) or self._with_body(words, context) or self._any(name, context)

    def _scopes(self, body: str | None) -> list[str]:
        return [body, *(unit.id for unit in self.ancestors(body))] if body else []

    def _narrowed(self, keys: tuple[str, ...], context: UnitContext) -> tuple[str, ...]:
        if len(keys) < 2:  # noqa: PLR2004 - one or none needs no choice
            return keys
        alive = tuple(key for key in keys if self._alive(self.registry.entries[key], context.date))
        return alive or keys

    def _place(self, words: str, context: UnitContext) -> UnitRef | None:
        """Read "UBND tỉnh", "tỉnh", "Ủy ban nhân dân" in a province's own document as that province's body."""
        province = self.province_of(context.body)
        if province and fold(words) in (
            "ubnd tinh",
            "uy ban nhan dan tinh",
            "ubnd thanh pho",
            "uy ban nhan dan thanh pho",
            "ubnd",
            "uy ban nhan dan",
            "tinh",
            "ubnd tp",
        ):
            return self.get(province)
        return None

    def _with_body(self, words: str, context: UnitContext) -> UnitRef | None:
        """Read a name with its body behind: "Cục CNTT Bộ GDĐT", "Sở Tài chính tỉnh Quảng Ngãi", "… thuộc Bộ …"."""
        pieces = words.split()
        for cut in range(1, len(pieces)):
            head, tail = (
                " ".join(pieces[:cut]),
                " ".join(pieces[cut:]).removeprefix("thuộc ").removeprefix("trực thuộc ").strip("(), "),
            )
            body = self._body(tail, context)
            if body is None:
                continue
            keys = self.registry.named(fold(head.strip(",( ")), body)
            if len(keys) == 1:
                return self._of_entry(self.registry.entries[keys[0]])
        own = _OWN.sub("", re.sub(r"\s*\([^()]*\)$", "", words))
        return self._known(own, context) if own and own != words and "," not in words else None

    def _body(self, words: str, context: UnitContext) -> str | None:
        keys = self._narrowed(self.registry.named(fold(words), None), context)
        if len(keys) == 1:
            return keys[0]
        place = _PLACE.search(words)
        province = self.registry.provinces.get(fold(place["name"] if place else words))
        return province if province and (place or words[:1].isupper()) else None

    def _any(self, name: str, context: UnitContext) -> UnitRef | None:
        """Take a unit of some central body where no other body has one of that name."""
        del context
        keys = self._by_name().get(name, ())
        return self._of_entry(self.registry.entries[keys[0]]) if len(keys) == 1 else None

    @lru_cache(maxsize=1)  # noqa: B019 - the resolver lives as long as the process
    def _by_name(self) -> dict[str, tuple[str, ...]]:
        found: dict[str, tuple[str, ...]] = {}
        for key, entry in self.registry.entries.items():
            if entry.parent is not None and len(fold(entry.name).split()) >= _TELLING and entry.kind != "thẩm quyền":
                found[fold(entry.name)] = (*found.get(fold(entry.name), ()), key)
        return found

    def _misprint(self, words: str, context: UnitContext) -> UnitRef | None:
        for parent in self._scopes(context.body)[:1]:
            own = [
                entry
                for entry in self.registry.entries.values()
                if entry.parent == parent and self._alive(entry, context.date)
            ]
            if found := mended(words, [(entry.key, entry.names) for entry in own]):
                key, meant = found
                unit = self._of_entry(self.registry.entries[key])
                return _corrected(unit, f"in «{words}», gần nhất là {meant}")
        return None

    def _group(self, words: str, context: UnitContext) -> UnitRef:
        name = self.expand(_of_heads(words), context)
        name = name[:1].upper() + name[1:]
        body = self.get(context.body) if context.body else None
        own = context.document if "lien quan" in fold(name) else None
        parent = body.id if body else None
        key = "/".join(
            piece
            for piece in (
                parent or "unit:",
                key_of(own).removeprefix("unit:") if own else "",
                fold(name).replace(" ", "-"),
            )
            if piece
        )
        display = f"{name} · {body.name}" if body else name
        return UnitRef(key.replace("unit:/", "unit:"), name, display, "nhóm", parent, aliases=(words,))

    def _unknown(self, words: str, context: UnitContext) -> UnitRef:
        """Keep what the registry does not have under its own name, within the body where it belongs to one."""
        name = self.expand(words, context)
        name = name[:1].upper() + name[1:] if name else words
        body = self.get(context.body) if context.body else None
        kind = kind_of(name)
        inside = body if kind not in ("bộ", "tập đoàn", "tổng công ty", "ngân hàng", "đại học") else None
        key = key_of(name or "khong-ro", inside.id if inside else None)
        display = f"{name} · {inside.name}" if inside else name
        reason = f"không có «{words}» trong danh bạ" + (f" của {inside.name}" if inside else "")
        return UnitRef(
            key, name, display, kind, inside.id if inside else None, known=False, reason=reason, aliases=(words,)
        )

    def _of_entry(self, entry: Entry) -> UnitRef:
        parent = self.registry.entries.get(entry.parent or "")
        shown = f"{entry.name} · {parent.name}" if parent and parent.name not in entry.name else entry.name
        return UnitRef(
            entry.key,
            entry.name,
            shown,
            entry.kind,
            entry.parent,
            entry.short_name or None,
            aliases=entry.aliases,
            active_from=entry.active_from or None,
            active_to=entry.active_to or None,
        )

    def _alive(self, entry: Entry, date: str | None) -> bool:
        day = date or ""
        return not day or (
            (not entry.active_from or entry.active_from[: len(day)] <= day)
            and (not entry.active_to or day <= entry.active_to[: len(day)])
        )


def split_units(cell: str, resolver: UnitResolver, context: UnitContext) -> list[UnitPiece]:
    """Split a cell into units: `UnitPiece` holds the text as printed, its place in ``cell`` and its name."""
    return split_cell(cell, lambda words: _is_known(words, resolver, context))


def _is_known(words: str, resolver: UnitResolver, context: UnitContext) -> bool:
    unit = resolver.resolve(words, context)
    return unit.known and unit.kind != "nhóm" and unit.reading == "stated"


def _corrected(unit: UnitRef, reason: str) -> UnitRef:
    return replace(unit, reading="corrected", reason=reason)


def _expanded(word: str, known: Mapping[str, str]) -> str:
    core = word.strip("(),;.")
    return word.replace(core, known[core]) if core in known else word


def _of_heads(words: str) -> str:
    """Return the collective behind its heads: "Thủ trưởng các đơn vị thuộc Bộ" is "Các đơn vị thuộc Bộ"."""
    bare = re.sub(
        r"(?i)^(?:thủ trưởng|người đứng đầu|giám đốc|chủ tịch|lãnh đạo|trưởng)\s+(?=các|cơ quan|những|sở|ubnd|ủy ban|đơn vị)",
        "",
        words,
    )
    heads = re.match(r"(?i)^(?:các\s+)?(?:đồng chí\s+)?bộ trưởng$", words)
    if heads:
        return "Các bộ"
    if re.match(r"(?i)^cơ quan ngang bộ", bare):
        return f"Các {bare[:1].lower()}{bare[1:]}"
    return bare
