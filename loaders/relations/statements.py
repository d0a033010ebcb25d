"""What a text says of other documents (ai nói về ai): "X sửa đổi Y", "Y được sửa đổi, bổ sung bởi
X", "X thực hiện Y".
"""

from __future__ import annotations

import re
from bisect import bisect_left
from typing import TYPE_CHECKING

from luocdo.graph.records import Statement, Value
from luocdo.graph.text import fold
from luocdo.graph.vocabulary import Meaning
from luocdo.graph.vocabulary.phrasing import of, optional
from luocdo.loaders.citations.changing import AND, CHANGING, DETERMINER, MATTER, type_of
from luocdo.loaders.citations.citation import is_younger
from luocdo.loaders.citations.citing import Naming, edge
from luocdo.loaders.relations.bases import CARRIES_OUT
from luocdo.loaders.relations.change_clauses import LIST, without_short_names
from luocdo.loaders.relations.change_kinds import may_change
from luocdo.loaders.relations.change_verbs import change_before
from luocdo.loaders.relations.passives import (
    BRACKETED,
    changed_by,
    done_by_what_follows,
    said_to_suffer,
)
from luocdo.loaders.text.bare import bare
from luocdo.loaders.text.covering import Cover
from luocdo.loaders.text.page import Span

if TYPE_CHECKING:
    from luocdo.loaders.context import ReadingContext

# A trích yếu that says what the act does; "về Chương trình … thực hiện X" only names its subject.
_ACTS = re.compile(
    rf"(?i){MATTER}(?:{of(Meaning.ISSUING, 'signed', 'approved')}|{CHANGING}|{CARRIES_OUT})"
)
_CARRIES_OUT = re.compile(rf"(?i){CARRIES_OUT}\s+$")
_ITEM = re.compile(rf"(?i)[\s,]*{optional(AND)}{optional(DETERMINER)}")


def nested_statements(context: ReadingContext, namings: list[Naming]) -> tuple[Statement, ...]:
    """Return what the text says of other documents: "X sửa đổi Y", "Y được sửa đổi bởi X", "X thực
    hiện Y".
    """
    text = without_short_names(bare(context.page.flat))
    found: list[Statement] = []
    nested = sorted((naming for naming in namings if naming.citation.nested), key=_place)
    deeper = Cover(naming.citation.title for naming in nested if naming.citation.title)
    for naming in namings:
        if naming.citation.title and not naming.citation.nested:
            inner = [
                one
                for one in _within(nested, naming.citation.title)
                if not deeper.holds(_place(one))
            ]
            found += _of_title(context, text, naming, inner)
    suffering = said_to_suffer(text, namings)
    for at in range(len(namings)):
        found += _passive(context, text, namings, at, suffering)
        found += _bracketed(context, text, namings, at)
    return tuple(_once([one for one in found if _is_able(one)]))


def _is_able(statement: Statement) -> bool:
    target = getattr(statement.relation.target, "kind", None)
    return statement.relation.type == "IMPLEMENTS" or may_change(statement.subject.kind, target)


def _place(naming: Naming) -> int:
    return naming.citation.name.start


def _within(namings: list[Naming], title: Span) -> list[Naming]:
    """Return those of ``namings``, in order of place, that begin in ``title``."""
    return namings[
        bisect_left(namings, title.start, key=_place) : bisect_left(namings, title.end, key=_place)
    ]


def _of_title(
    context: ReadingContext, text: str, outer: Naming, within: list[Naming]
) -> list[Statement]:
    """Read what a title says its act does to what is named ``within``; what is younger is its
    neighbour, no part of it.
    """
    title = outer.citation.title or Span(0, 0)
    found: list[Statement] = []
    last: Naming | None = None
    kinds: tuple[tuple[str, dict[str, Value]], ...] = ()
    backwards = False
    for inner in within:
        at = _place(inner)
        if last is None or not LIST.fullmatch(text, last.citation.span.end, at):
            kinds, backwards = _kinds(context, text, title, at)
        last = inner
        subject, target = (inner, outer) if backwards else (outer, inner)
        if not is_younger(target.citation.mention, subject.citation.mention):
            found += [
                _statement(context, subject, target, kind, properties)
                for kind, properties in kinds
            ]
    return found


def _kinds(
    context: ReadingContext, text: str, title: Span, at: int
) -> tuple[tuple[tuple[str, dict[str, Value]], ...], bool]:
    """Return the ties of a title to what it names at ``at``, and whether they run backwards: "(sửa
    đổi tại …)".
    """
    if kind := done_by_what_follows(text, max(0, title.start - 2), at):
        return ((kind, _extent(kind)),), True
    changes = change_before(context.page, text, title.start, at)
    if changes:
        return tuple((change.type, change.properties()) for change in changes), False
    if _ACTS.match(text, title.start) and _CARRIES_OUT.search(text, title.start, at):
        return (("IMPLEMENTS", {}),), False
    return (), False


def _passive(
    context: ReadingContext, text: str, namings: list[Naming], at: int, suffering: list[int]
) -> list[Statement]:
    """Read "X được sửa đổi, bổ sung bởi Y, Z": facts about Y and Z; a Z older than X is no more of
    the list.
    """
    said = changed_by(text, namings, at, suffering)
    if said is None:
        return []
    changed = said.changed.citation.mention
    listed = _listed(text, namings, at)
    able = [one for one in listed if not is_younger(changed, one.citation.mention)]
    subjects = [namings[at], *able]
    return [
        _statement(context, one, said.changed, said.type, _extent(said.type)) for one in subjects
    ]


def _bracketed(
    context: ReadingContext, text: str, namings: list[Naming], at: int
) -> list[Statement]:
    """Read "Y (sửa đổi, bổ sung một số điều của X)" of the naming at ``at``."""
    outer = namings[at]
    end = outer.citation.span.end
    inner = next(
        (namings[later] for later in range(at + 1, len(namings)) if _place(namings[later]) >= end),
        None,
    )
    verb = BRACKETED.fullmatch(text, end, inner.citation.name.start) if inner else None
    if inner is None or verb is None or is_younger(inner.citation.mention, outer.citation.mention):
        return []
    kind = type_of(verb["verb"])
    return [_statement(context, outer, inner, kind, _extent(kind))]


def _extent(kind: str) -> dict[str, Value]:
    return {"extent": "part" if kind in ("AMENDS", "CORRECTS") else "whole"}


def _listed(text: str, namings: list[Naming], at: int) -> list[Naming]:
    """Return the namings that follow the one at ``at`` as items of one enumeration."""
    found: list[Naming] = []
    last = namings[at]
    for following in range(at + 1, len(namings)):
        naming = namings[following]
        if naming.citation.name.start < last.citation.span.end:
            continue
        if not _ITEM.fullmatch(text, last.citation.span.end, naming.citation.name.start):
            break
        found.append(naming)
        last = naming
    return found


def _statement(
    context: ReadingContext,
    subject: Naming,
    target: Naming,
    kind: str,
    properties: dict[str, Value],
) -> Statement:
    derives = kind in ("AMENDS", "GUIDES", "IMPLEMENTS")
    return Statement(
        subject=subject.citation.mention,
        relation=edge(context, target, kind, {"derives": derives} | properties),
    )


def _once(statements: list[Statement]) -> list[Statement]:
    kept: dict[tuple[str, str, str], Statement] = {}
    for one in statements:
        target = one.relation.target
        key = (
            fold(one.subject.number or one.subject.name),
            one.relation.type,
            fold(getattr(target, "number", None) or getattr(target, "name", None)),
        )
        if key[0] != key[2]:
            kept.setdefault(key, one)
    return list(kept.values())
