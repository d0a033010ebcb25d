"""Units as documents name them (cơ quan, đơn vị): a name is resolved within the body whose
document it stands in.

Posts below a body's head map to the unit; heads of bodies are authorities (thẩm quyền);
collectives stay collectives, abbreviations in them expanded, no word added. A misprint is mended
only where one unit of the same body is left.
"""

from __future__ import annotations

from dataclasses import replace
from functools import cached_property

from luocdo.graph.registry import Registry, key_of
from luocdo.graph.text import clean, fold
from luocdo.graph.units.branches import branch_of
from luocdo.graph.units.entry_units import unit_of
from luocdo.graph.units.grammar import is_collective, starts_with_head
from luocdo.graph.units.groups import departments_of, expand, group_of, is_joint_class
from luocdo.graph.units.learnt import Learnt, Question
from luocdo.graph.units.lookup import Lookup, keep_small
from luocdo.graph.units.membership import own_members, state_members
from luocdo.graph.units.misread import misprinted, without_accents
from luocdo.graph.units.model import AUTHORITY, SHOWN, Succession, UnitContext, UnitRef
from luocdo.graph.units.name_endings import name_endings
from luocdo.graph.units.pieces import LONGEST_NAME
from luocdo.graph.units.posts import beginnings, without_doing, without_post
from luocdo.graph.units.symbol_issuers import issuer_of_symbol, sharing
from luocdo.graph.units.unlisted import unlisted
from luocdo.graph.vocabulary.wordings import wording

__all__ = ["Succession", "UnitContext", "UnitRef", "UnitResolver"]

_ENDS = " \t\n.,;:-–*•+"
_MINISTERS = wording(__package__, "posts", "ministers")
_PLACE = "địa phương"  # a province named as such, not its People's Committee
_OWN_SCHOOL = frozenset({"nha truong", "truong", "hoc vien", "dai hoc"})
_SCHOOLS = frozenset({"trường", "đại học", "học viện"})


class UnitResolver:
    """Resolves names by the registry and the grammar of names; made once, used for all
    documents.
    """

    def __init__(self, registry: Registry) -> None:
        """Use ``registry``."""
        self.registry = registry
        self._lookup = Lookup(registry)
        self._made: dict[str, UnitRef] = {}
        self._told: dict[tuple[str, str | None, str | None], bool] = {}
        self._cache: dict[Question, UnitRef] = {}

    @classmethod
    def load(cls) -> UnitResolver:
        """Return a resolver over the registry's data files."""
        return cls(Registry.load())

    def forget(self) -> None:
        """Forget what papers have named so far, so that nothing depends on which were
        read before.
        """
        self._made.clear()
        self._cache.clear()

    def learnt(self) -> Learnt:
        """Return what papers have named since it was made to `forget`."""
        return Learnt(dict(self._made), dict(self._cache))

    def recall(self, learnt: Learnt) -> None:
        """Know what had been ``learnt``, and nothing else that papers have named."""
        self._made, self._cache = dict(learnt.made), dict(learnt.cache)

    def resolve(self, mention: str, context: UnitContext) -> UnitRef:
        """Return the unit that ``mention`` names in ``context``; an unknown one keeps its own
        name, flagged.

        A unit's id and its display ("Văn phòng · Bộ Nội vụ") are understood as well.
        """
        words = clean(mention).strip(_ENDS)
        key = (
            words,
            context.body,
            tuple(sorted(context.abbreviations.items())),
            context.document,
            context.date,
        )
        if key not in self._cache:
            self._cache[key] = self._remember(
                self.get(words)
                or self._own_school(words, context)
                or self._resolved(words, context)
            )
        return self._cache[key]

    def knows(self, words: str, context: UnitContext) -> bool:
        """Return whether ``words`` are, as they stand, the name of one unit or of its head."""
        if len(words) > LONGEST_NAME:
            return False
        key = (words, context.body, context.date)
        if key not in self._told:
            keep_small(self._told)
            self._told[key] = self._is_known(clean(words).strip(_ENDS), context)
        return self._told[key]

    @cached_property
    def endings(self) -> frozenset[str]:
        """The last words of all names, with accents and without: what ends in another word is no
        name of the registry.
        """
        return name_endings(self.registry)

    def _is_known(self, name: str, context: UnitContext) -> bool:
        if is_collective(name):
            return False
        return (
            self._known(without_post(name), context) is not None
            or self._restored(name, context) is not None
        )

    def get(self, key: str) -> UnitRef | None:
        """Return the unit of that id, from the registry or as it was made before."""
        entry = self.registry.entries.get(key)
        return unit_of(entry, self.registry) if entry else self._made.get(key)

    def ancestors(self, unit: UnitRef | str) -> list[UnitRef]:
        """Return the bodies that ``unit`` belongs to, nearest first."""
        found: list[UnitRef] = []
        current = self.get(unit) if isinstance(unit, str) else unit
        while current is not None and current.parent is not None:
            current = self.get(current.parent)
            found += [current] if current is not None else []
        return found

    def body_behind(self, unit: UnitRef) -> UnitRef:
        """Return the body behind an authority: Bộ trưởng Bộ X is Bộ X; Thủ tướng Chính
        phủ stays.
        """
        if (
            unit.kind == AUTHORITY
            and unit.parent is not None
            and unit.name.startswith(("Bộ trưởng", "Chủ tịch"))
        ):
            return self.get(unit.parent) or unit
        return unit

    def issuer_of_symbol(
        self, symbol: str, context_body: str | None, date: str | None = None
    ) -> UnitRef | None:
        """Return who a symbol of a document number names; None where a province or several bodies
        are left.

        Of a symbol that goes on with an office ("BNN-KHCN") or with further issuers ("BTC-BTP")
        the first piece counts.
        """
        return issuer_of_symbol(symbol, self.province_of(context_body), date, self.registry)

    def sharing(self, symbol: str) -> tuple[UnitRef, ...]:
        """Return the bodies that use one symbol ("TW": Bộ Chính trị, Ban Bí thư, Ban Chấp hành
        Trung ương).
        """
        return sharing(symbol, self.registry)

    def province_of(self, body: str | None) -> str | None:
        """Return the id of the provincial body that ``body`` is or belongs to."""
        return self._lookup.province_of(body)

    def members(self, group: UnitRef, context: UnitContext) -> list[UnitRef]:
        """Return the units of its body that a collective covers by the registry on its day."""
        return [
            unit_of(entry, self.registry) for entry in own_members(self.registry, group, context)
        ]

    def members_of_the_state(self, group: UnitRef, day: str | None) -> list[UnitRef]:
        """Return the bodies that a class of the state ("UBND các tỉnh") had on ``day``, without a
        day those of today.
        """
        return [
            unit_of(entry, self.registry) for entry in state_members(self.registry, group, day)
        ]

    def successions(self) -> list[Succession]:
        """Return all changes of the registry."""
        entries = self.registry.entries
        return [
            Succession(
                unit_of(entries[s.old], self.registry),
                unit_of(entries[s.new], self.registry),
                s.date,
                s.kind,
                s.scope,
                s.reading,
                s.by,
            )
            for s in self.registry.successions
        ]

    def expand(self, words: str, context: UnitContext) -> str:
        """Return ``words`` with abbreviations expanded: the document's own first, then the common
        ones.
        """
        return expand(words, self.registry, context.abbreviations)

    def _remember(self, unit: UnitRef) -> UnitRef:
        self._made.setdefault(unit.id, unit)
        return unit

    def _resolved(self, mention: str, context: UnitContext) -> UnitRef:
        words = self._in_full(without_doing(mention), context)
        if SHOWN in words:
            name, _, body = words.partition(SHOWN)
            above = self.resolve(body, replace(context, body=None))
            own = self._lookup.province_at(body) if above.kind == _PLACE else above.id
            return self.resolve(name, replace(context, body=own))
        if _MINISTERS.search(words) and not self._lookup.ministry_of(context.body):
            words = "Các bộ"
        if is_collective(words) or is_joint_class(words):
            owner = self.get(context.body) if context.body else None
            return group_of(
                words, context, owner, self.registry, lambda name: self._known(name, context)
            )
        bare = without_post(words)
        full = context.abbreviations.get(bare, bare)
        for name in dict.fromkeys((words, bare, full, self.expand(bare, context))):
            if found := self._known(name, context):
                return found
        if short := self._lookup.short(bare, context):
            return unit_of(short, self.registry)
        if place := self._lookup.place(full):
            return UnitRef(key_of(place), place, place, _PLACE, aliases=(bare,))
        return (
            branch_of(bare, self.get(self.province_of(context.body) or ""))
            or misprinted(bare, context, self.registry)
            or self._behind(bare, context)
            or self._beginning(words, context)
            or self._restored(words, context)
            or departments_of(bare, context, self.registry)
            or self._unknown(bare, context)
        )

    def _in_full(self, words: str, context: UnitContext) -> str:
        """Return what an abbreviation of the document's own stands for, whatever others mean by it
        ("Chủ nhiệm … (BCN)").
        """
        full = context.abbreviations.get(words, words)
        return full if starts_with_head(full) else words

    def _own_school(self, words: str, context: UnitContext) -> UnitRef | None:
        """Read "Nhà trường" in the papers of a school."""
        own = self.get(context.body) if context.body and fold(words) in _OWN_SCHOOL else None
        return own if own and own.kind in _SCHOOLS else None

    def _known(self, words: str, context: UnitContext) -> UnitRef | None:
        entry = self._lookup.find(words, context)
        return unit_of(entry, self.registry) if entry else None

    def _behind(self, words: str, context: UnitContext) -> UnitRef | None:
        """Read a letterhead in one line, the upper body first: "Cục Thuế Thuế tỉnh Tây Ninh"."""
        pieces = words.split()
        for cut in range(2, len(pieces) - 1):
            upper = self._known(" ".join(pieces[:cut]), replace(context, body=None))
            if upper and (
                found := self._known(" ".join(pieces[cut:]), replace(context, body=upper.id))
            ):
                return found
        return None

    def _restored(self, words: str, context: UnitContext) -> UnitRef | None:
        return without_accents(
            words, context, self.registry, lambda key: self.get(key) or self.resolve(key, context)
        )

    def _beginning(self, words: str, context: UnitContext) -> UnitRef | None:
        """Read a unit's name at the head of a clause ("Sở Y tế trong việc …") and of a person
        ("Phó Thủ tướng …").
        """
        for name in beginnings(words):
            unit = None if is_collective(name) else self._known(without_post(name), context)
            if unit:
                return unit
        return None

    def _unknown(self, words: str, context: UnitContext) -> UnitRef:
        """Keep what the registry does not have under its own name, within the body that is named,
        or the document's.
        """
        full = context.abbreviations.get(words, words)
        named = self._lookup.body_behind(full, context)
        own, body = named or (full, context.body)
        inside = self.get(body) if body else None
        return unlisted(words, self.expand(own, context), inside, named=named is not None)
