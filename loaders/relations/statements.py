"""What a text says of other documents (ai nói về ai): "X sửa đổi Y", "Y được sửa đổi, bổ sung bởi X", "X thực hiện Y"."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from luocdo.graph.records import Statement, Value
from luocdo.graph.text import fold
from luocdo.loaders.citations.citing import Naming, edge
from luocdo.loaders.relations.change_verbs import change_before
from luocdo.loaders.relations.changes import CHANGING, LIST, PASSIVE, PASSIVE_TYPES
from luocdo.loaders.text.bare import bare
from luocdo.loaders.text.page import Span

if TYPE_CHECKING:
    from luocdo.loaders.context import ReadingContext

# A trích yếu that says what the act does; "về Chương trình … thực hiện X" only names its subject.
_ACTS = re.compile(
    r"(?i)(?:ve\s+viec\s+)?(?:ban\s+hanh|phe\s+duyet|sua\s+doi|bo\s+sung|trien\s+khai|thuc\s+hien|cu\s+the\s+hoa|tong\s+ket|so\s+ket)\b"
)
_CARRIES_OUT = re.compile(
    r"(?i)\b(?:(?:trien\s+khai\s+)?thuc\s+hien|trien\s+khai(?:\s+thi\s+hanh)?|tong\s+ket|so\s+ket)\s+$"
)
_FARTHEST = 400  # characters between a document and the one it was changed by
_ITEM = re.compile(r"(?i)[\s,]*(?:va\s+)?(?:cac\s+)?")


def nested_statements(context: ReadingContext, namings: list[Naming]) -> tuple[Statement, ...]:
    """Return what the text says of other documents: "X sửa đổi Y", "Y được sửa đổi bởi X", "X thực hiện Y"."""
    text = bare(context.page.flat)
    found: list[Statement] = []
    for naming in namings:
        outer = naming.citation
        if outer.title and not outer.nested:
            found += _of_title(context, text, naming, [n for n in namings if n.citation.nested])
    for at, after in enumerate(namings):
        found += _passive(context, text, namings, at, after)
    able = [one for one in found if one.relation.type == "IMPLEMENTS" or one.subject.kind in CHANGING]
    return tuple(_once(able))


def _of_title(context: ReadingContext, text: str, outer: Naming, nested: list[Naming]) -> list[Statement]:
    title = outer.citation.title or Span(0, 0)
    found: list[Statement] = []
    last: Naming | None = None
    kinds: tuple[tuple[str, dict[str, Value]], ...] = ()
    for inner in nested:
        at = inner.citation.name.start
        if not title.start <= at < title.end or _deeper(inner, nested):
            continue
        if last is None or not LIST.fullmatch(text, last.citation.span.end, at):
            kinds = _kinds(context, text, title, at)
        last = inner
        found += [_statement(context, outer, inner, kind, properties) for kind, properties in kinds]
    return found


def _deeper(inner: Naming, nested: list[Naming]) -> bool:
    at = inner.citation.name.start
    return any(
        one.citation.title and one is not inner and one.citation.title.start <= at < one.citation.title.end
        for one in nested
    )


def _kinds(context: ReadingContext, text: str, title: Span, at: int) -> tuple[tuple[str, dict[str, Value]], ...]:
    changes = change_before(context.page, text, title.start, at)
    if changes:
        return tuple((change.type, change.properties()) for change in changes)
    if _ACTS.match(text, title.start) and _CARRIES_OUT.search(text, title.start, at):
        return (("IMPLEMENTS", {}),)
    return ()


def _passive(context: ReadingContext, text: str, namings: list[Naming], at: int, after: Naming) -> list[Statement]:
    """Read "X được sửa đổi, bổ sung bởi Y, Z": facts about Y and Z; of several X that end there the one of Y's kind."""
    start = after.citation.name.start
    said = [
        (one, verb)
        for one in namings[:at]
        if 0 <= start - (end := one.citation.span.end) <= _FARTHEST and (verb := PASSIVE.fullmatch(text, end, start))
    ]
    if not said:
        return []
    alike = [one for one, _ in said if one.citation.mention.kind == after.citation.mention.kind]
    able = alike or [one for one, _ in said if not _is_law(one) or _is_law(after)]
    if not able:
        return []
    kind = PASSIVE_TYPES[" ".join(said[0][1]["verb"].lower().split())]
    properties: dict[str, Value] = {"extent": "part" if kind == "AMENDS" else "whole"}
    subjects = [after, *_listed(text, namings[at:])]
    return [_statement(context, one, able[0], kind, properties) for one in subjects]


def _is_law(naming: Naming) -> bool:
    return naming.citation.mention.kind in {"Luật", "Bộ luật", "Pháp lệnh"}


def _listed(text: str, namings: list[Naming]) -> list[Naming]:
    """Return the namings that follow the first as items of one enumeration."""
    found: list[Naming] = []
    last = namings[0]
    for naming in namings[1:]:
        if naming.citation.name.start < last.citation.span.end:
            continue
        if not _ITEM.fullmatch(text, last.citation.span.end, naming.citation.name.start):
            break
        found.append(naming)
        last = naming
    return found


def _statement(
    context: ReadingContext, subject: Naming, target: Naming, kind: str, properties: dict[str, Value]
) -> Statement:
    derives = kind in ("AMENDS", "GUIDES", "IMPLEMENTS")
    return Statement(
        subject=subject.citation.mention, relation=edge(context, target, kind, {"derives": derives} | properties)
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
