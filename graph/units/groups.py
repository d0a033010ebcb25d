"""Collectives (nhóm đơn vị): one per issuing body, those with "liên quan" one per document; whom
they cover.
"""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING

from luocdo.graph.registry import Registry, key_of
from luocdo.graph.registry.classes import StateClass, class_key, department_class, state_classes
from luocdo.graph.text import fold
from luocdo.graph.units.grammar import collective_of
from luocdo.graph.units.model import GROUP, UnitContext, UnitRef
from luocdo.graph.units.posts import without_heads
from luocdo.graph.vocabulary.rows import prints
from luocdo.graph.vocabulary.term import Meaning
from luocdo.graph.vocabulary.wordings import wording

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

_OWNER, _LEADERS, _JOINT = (
    wording(__package__, "classes", name) for name in ("owner", "leaders", "joint")
)
_PROPER = frozenset({"Bộ", "Sở", "Vụ", "Cục", "Phòng", "Ban", "Viện", "Báo", "Tỉnh", "Thành"})
_PROVINCE = "unit:uy-ban-nhan-dan-"
_OWN_CLASS = "văn bản tự gọi tắt"
_OWN_WORD = {"bộ": "Bộ", "cơ quan ngang bộ": "cơ quan"}


@cache
def _regions() -> frozenset[str]:
    return prints(Meaning.REGION)


def _within_names(own: Mapping[str, str]) -> dict[str, str]:
    """Leave out what a place is called alone: it is no word within another name ("Tỉnh" in "Tỉnh
    ủy").
    """
    return {short: full for short, full in own.items() if short.lower() not in _regions()}


def expand(words: str, registry: Registry, own: Mapping[str, str]) -> str:
    """Return ``words`` with abbreviations expanded: the document's own first, then the common
    ones; names stay names.
    """
    known = {**registry.abbreviations, **_within_names(own)}
    done: list[str] = []
    for word in words.split():
        core = word.strip("(),;.")
        before = done[-1] if done else ""
        keys = registry.named(fold(f"Bộ {core}"), None) if before == "Bộ" else ()
        if len(keys) == 1:
            full = registry.entries[keys[0]].name.removeprefix("Bộ ")
        else:
            full = known.get(core, core)
            full = full[:1].upper() + full[1:] if before in _PROPER and core in known else full
        done.append(word.replace(core, full) if core else word)
    return " ".join(done)


def is_joint_class(words: str) -> bool:
    """Return whether this is a class of several bodies in one name: "HĐND, UBND các tỉnh", "Thường
    trực các Huyện ủy, Thành ủy".
    """
    return _JOINT.search(words) is not None


def group_of(
    words: str,
    context: UnitContext,
    body: UnitRef | None,
    registry: Registry,
    find: Callable[[str], UnitRef | None],
) -> UnitRef:
    """Return the collective that ``words`` name; ``find`` resolves the body that it belongs to
    where one is named.
    """
    name = expand(without_heads(words), registry, context.abbreviations)
    own_class = _is_own_class(name, context.abbreviations)
    if not own_class and state_class_of(name, body, registry):
        return _of_the_state(name, words)
    leaders = _LEADERS.search(expand(words, registry, context.abbreviations))
    name, body = _with_owner(name, leaders, body, find)
    name = name[:1].upper() + name[1:]
    told_apart = own_class or "lien quan" in fold(name)
    display = f"{name} · {body.display}" if body and body.name not in name else name
    return UnitRef(
        _key(name, body, context.document if told_apart else None),
        name,
        display,
        GROUP,
        body.id if body else None,
        _short(name),
        reason=_OWN_CLASS if own_class else None,
        aliases=(words,),
    )


def _with_owner(
    name: str,
    leaders: re.Match[str] | None,
    body: UnitRef | None,
    find: Callable[[str], UnitRef | None],
) -> tuple[str, UnitRef | None]:
    """Return the name of a class and the body that it belongs to: the one it names, else the one
    that speaks.
    """
    owner = _OWNER.search(name)
    named = find(owner["body"]) if owner else None
    if leaders and (led := find(leaders["body"])):
        return f"{leaders['what']} {led.name.split()[0]}", led
    if owner and named and body and named.id == body.id and body.kind in _OWN_WORD:
        return f"{owner['what']} {_OWN_WORD[body.kind]}", body
    return name, named or body


def _key(name: str, body: UnitRef | None, document: str | None) -> str:
    """Return the key of a class: its body's, the document that alone means it, its name."""
    own = [key_of(document).removeprefix("unit:")] if document else []
    pieces = [body.id if body else "unit:", *own, fold(name).replace(" ", "-")]
    return "/".join(pieces).replace("unit:/", "unit:")


def _is_own_class(name: str, abbreviations: Mapping[str, str]) -> bool:
    """Return whether a class, alone or behind the bodies of its places, is one that the document
    defines for itself.
    """
    plain = f" {fold(name)}"
    return any(
        full == short and plain.endswith(f" {fold(short)}")
        for short, full in abbreviations.items()
    )


def state_class_of(name: str, body: UnitRef | None, registry: Registry) -> StateClass | None:
    """Return the class of the state that ``name`` is in a paper of ``body``; None where it is a
    class of that body's own.
    """
    found = state_classes().get(class_key(name)) or department_class(name, registry.departments)
    is_local = body is not None and body.id.startswith(_PROVINCE)
    return None if found is None or (found.centre_only and is_local) else found


def departments_of(name: str, context: UnitContext, registry: Registry) -> UnitRef | None:
    """Return the class that a department's bare name is in a paper of the centre: no ministry has
    a "Sở Y tế" of its own.
    """
    if context.body is None or context.body.startswith(_PROVINCE):
        return None
    full = expand(name, registry, context.abbreviations)
    return _of_the_state(full, name) if department_class(full, registry.departments) else None


def _of_the_state(name: str, words: str) -> UnitRef:
    """Return a class that hangs on no issuer: whoever addresses it, the same bodies are meant."""
    name = name[:1].upper() + name[1:]
    return UnitRef(key_of(name), name, name, GROUP, None, _short(name), aliases=(words,))


def _short(name: str) -> str | None:
    """Return the name as clerks shorten it: "HĐND, UBND các tỉnh"; told by the name alone, whoever
    printed it.
    """
    short = name.replace("Ủy ban nhân dân", "UBND").replace("Hội đồng nhân dân", "HĐND")
    return short if short != name else None


def covered_kinds(group: UnitRef) -> frozenset[str]:
    """Return the kinds of unit that a collective covers within its body; "liên quan" covers nobody
    by itself.
    """
    words = fold(group.name)
    covers = group.kind == GROUP and group.reason != _OWN_CLASS and "lien quan" not in words
    return collective_of(words) if covers else frozenset()
