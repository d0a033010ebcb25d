"""Looking a name up in the registry (tra danh bạ): within the issuing body first, then the bodies
above, then the centre.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any

from luocdo.graph.text import fold
from luocdo.graph.vocabulary import Meaning, value_of
from luocdo.graph.vocabulary.wordings import wording

if TYPE_CHECKING:
    from collections.abc import Iterator

    from luocdo.graph.registry import Entry, Registry
    from luocdo.graph.units.model import UnitContext

# A body stays itself from term to term: "Quốc hội khóa XIV", "Hội đồng nhân dân tỉnh khóa XVIII,
# nhiệm kỳ 2021 - 2026".
_TERM, _OWN, _PLACE, _TIGHT, _JOINTS = (
    wording(__package__, "posts", name)
    for name in ("term of office", "own body", "place", "tight joint", "belongs to")
)
_BRACKET = re.compile(r"\s*\([^()]*\)$")
_LOOSE_END = ") ,\t\n"
_CAPITALS = re.compile(r"^[A-ZĐ][A-ZĐa-zđ&]{1,9}$")
_BEFORE_BODIES = frozenset(
    {"truc", "thuoc", "cua", "tinh", "thanh", "pho", "tp"}
)  # first words of `_JOINTS` and `_PLACE`
_PROVINCE_WORDS = frozenset(
    {
        "ubnd tinh",
        "uy ban nhan dan tinh",
        "ubnd thanh pho",
        "uy ban nhan dan thanh pho",
        "ubnd tp",
        "ubnd",
        "uy ban nhan dan",
        "tinh",
    },
)
_EVERYWHERE = frozenset(
    {
        "van phong",
        "vp",
        "thanh tra",
        "ttr",
        "thuong truc",
        "chu tich",
        "pho chu tich",
        "ct",
        "pct",
        "bo truong",
    },
)
_OF_MINISTRIES = frozenset({"cục", "vụ", "tổng cục", "ủy ban", "báo chí"})
_TELLING = 4  # words: a shorter name is had by many bodies
_MOST = 20_000
_GOVERNMENT = "unit:chinh-phu"
_COUNCIL = "hđnd"
_OFFICE = "unit:chinh-phu/van-phong-chinh-phu"


def keep_small(memory: dict[Any, Any]) -> None:
    """Forget all before a memory outgrows what a few documents need, so that a corpus of any size
    costs the same.
    """
    if len(memory) >= _MOST:
        memory.clear()


def _stripped(name: str) -> Iterator[str]:
    """Yield a folded name, then without each word before it that joins it to a unit or tells what
    kind of place it is.
    """
    yield name
    while (first := name.partition(" "))[0] in _BEFORE_BODIES and first[2]:
        name = first[2]
        yield name


class Lookup:
    """Finds the one entry that a name means; None where none or several are left."""

    def __init__(self, registry: Registry) -> None:
        """Look up in ``registry``."""
        self._registry = registry
        self._bodies: dict[tuple[str, str | None], str | None] = {}
        self._found: dict[tuple[str, str | None, str | None], Entry | None] = {}
        self._central: dict[str, list[str]] = {}
        bodies = (
            *registry.children.get(None, ()),
            *registry.children.get(_GOVERNMENT, ()),
            *registry.provinces,
        )
        self._ends = frozenset(bodies)
        self._beginnings = {name.partition(" ")[0] for name in bodies} | _BEFORE_BODIES
        self._scoped: dict[str | None, tuple[str, ...]] = {}
        for key, entry in registry.entries.items():
            if (
                entry.parent
                and not entry.province
                and entry.kind in _OF_MINISTRIES
                and len(entry.name.split()) >= _TELLING
            ):
                self._central.setdefault(fold(entry.name), []).append(key)

    def find(self, words: str, context: UnitContext) -> Entry | None:
        """Return the entry called ``words`` where it is called so; the same few names are asked
        for again and again.
        """
        key = (words, context.body, context.date)
        if key not in self._found:
            keep_small(self._found)
            self._found[key] = (
                self._plain(words, context)
                or self._with_body(words, context)
                or self._with_tail(words, context)
            )
        return self._found[key]

    def short(self, words: str, context: UnitContext) -> Entry | None:
        """Return the unit of the body whose abbreviation lacks its head word: "CNTT" is Cục CNTT
        ("Lưu: VT, CNTT").
        """
        if not _CAPITALS.match(words):
            return None
        letters = fold(words)
        for scope in self._scopes(context.body):
            own = [
                e
                for e in self._registry.within(scope)
                if any(fold(n).partition(" ")[2] == letters for n in e.names[1:])
            ]
            if found := self._one(tuple(entry.key for entry in own), context):
                return found
        return None

    def province_of(self, body: str | None) -> str | None:
        """Return the key of the provincial body that ``body`` is or belongs to."""
        return next((key for key in self._above(body) if self._kind(key) == "ubnd"), None)

    def ministry_of(self, body: str | None) -> str | None:
        """Return the key of the ministry that ``body`` is or belongs to."""
        return next((key for key in self._above(body) if self._kind(key) == "bộ"), None)

    def province_at(self, words: str) -> str | None:
        """Return the key of the People's Committee of the province that ``words`` name ("Hà Nội",
        "TP. Hồ Chí Minh").
        """
        place = _PLACE.search(words)
        key = self._registry.provinces.get(fold(place["name"] if place else words))
        return key if place or words[:1].isupper() else None

    def place(self, words: str) -> str | None:
        """Return the full name of the province that is named as if it were a unit."""
        key = self.province_at(words)
        if key is None:
            return None
        name = self._registry.entries[key].name.removeprefix("Ủy ban nhân dân ")
        return name[:1].upper() + name[1:]

    def body_behind(self, words: str, context: UnitContext) -> tuple[str, str] | None:
        """Cut "Vụ Pháp chế - Bộ Nội vụ" into the unit's own name and the key of the body named
        behind it.
        """
        return next(self._cuts(words, context), None)

    def _plain(self, words: str, context: UnitContext) -> Entry | None:
        name = fold(words)
        scopes = self._scopes(context.body) if name in self._registry.spelt else ()
        for place, scope in enumerate((*scopes, None)):
            if literal := self._registry.literal.get((scope, words)):
                return self._registry.entries[literal]
            if place and scope is not None and name in _EVERYWHERE:
                continue
            if found := self._one(self._registry.named(name, scope), context):
                return found
        province = self.province_of(context.body)
        if province and name in _PROVINCE_WORDS:
            return self._registry.entries[province]
        own = self._registry.entries.get(context.body or "")
        if (
            own and name == fold(own.name).split()[0] and value_of(Meaning.UNIT_HEAD, words)
        ):  # "Bộ", "Sở", "Cục" in its own papers
            return own
        return self._one(self._registry.alone.get(name, ()), context) or self._somewhere(
            name, context
        )

    def _somewhere(self, name: str, context: UnitContext) -> Entry | None:
        """Take a unit of some ministry by its full name where the document's own body has no such
        units.
        """
        if self.ministry_of(context.body):
            return None
        return self._one(tuple(self._central.get(name, ())), context)

    def _with_body(self, words: str, context: UnitContext) -> Entry | None:
        """Read a name with its body behind: "Cục CNTT Bộ GDĐT", "Sở Tài chính tỉnh Quảng Ngãi", "…
        - Bộ Tư pháp".
        """
        for head, body in self._cuts(words, context):
            found = self._one(self._registry.named(fold(head), body), context)
            if found and not (found.kind == _COUNCIL and words.startswith(f"{head},")):
                return found  # "Hội đồng nhân dân, Ủy ban nhân dân tỉnh A" are two bodies
        return None

    def _with_tail(self, words: str, context: UnitContext) -> Entry | None:
        """Leave out what only repeats the body ("Thanh tra Bộ") or explains the name ("Bộ Công an
        (…)").
        """
        own = _OWN.sub(_BRACKET.sub("", _TERM.sub(words)))
        return self._plain(own, context) if own and own != words and "," not in own else None

    def _cuts(self, words: str, context: UnitContext) -> Iterator[tuple[str, str]]:
        pieces = _TIGHT.sub(words, " - ").split()
        folded = [fold(piece) for piece in pieces]
        for cut in range(1, len(pieces)):
            first = folded[cut].partition(" ")[0]
            if first and first not in self._beginnings:
                continue
            if not any(
                name in self._ends for name in _stripped(" ".join(filter(None, folded[cut:])))
            ):
                continue
            tail = _JOINTS.sub(" ".join(pieces[cut:])).rstrip(_LOOSE_END)
            body = self._body(tail, context) if tail else None
            head = " ".join(pieces[:cut]).strip(" ,(-–")
            if body and head:
                yield head, body

    def _body(self, words: str, context: UnitContext) -> str | None:
        """Return the key of the body of the centre or the province that ``words`` name, looked up
        once.
        """
        key = (words, context.date)
        if key not in self._bodies:
            keep_small(self._bodies)
            self._bodies[key] = self._looked_up(words, context)
        return self._bodies[key]

    def _looked_up(self, words: str, context: UnitContext) -> str | None:
        name = fold(words)
        if found := self._one(self._registry.named(name, None), context):
            return found.key
        if found := self._one(self._registry.named(name, _GOVERNMENT), context):
            return found.key
        place = _PLACE.search(words)
        province = self._registry.provinces.get(fold(place["name"] if place else words))
        return province if province and (place or words[:1].isupper()) else None

    def _one(self, keys: tuple[str, ...], context: UnitContext) -> Entry | None:
        entries = [self._registry.entries[key] for key in keys]
        if len(entries) > 1:
            entries = [entry for entry in entries if entry.alive(context.date)]
        return entries[0] if len(entries) == 1 else None

    def _scopes(self, body: str | None) -> tuple[str, ...]:
        """Return the bodies in which a name is looked up; the Government's papers are written by
        its Office.
        """
        if body not in self._scoped:
            keep_small(self._scoped)
            above = tuple(self._above(body))
            self._scoped[body] = (
                (*above, _OFFICE) if _GOVERNMENT in above and _OFFICE not in above else above
            )
        return self._scoped[body]

    def _above(self, body: str | None) -> Iterator[str]:
        while body:
            yield body
            entry = self._registry.entries.get(body)
            body = entry.parent if entry else (body.rpartition("/")[0] or None)

    def _kind(self, key: str) -> str:
        entry = self._registry.entries.get(key)
        return entry.kind if entry else ""
