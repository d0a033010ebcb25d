"""Why one document is tied to another (vì sao): how it derives from it, else what else ties them,
each step with its sentence.

A derivation is a way upwards: each document carries out or rests on the next (design 4), the first
step perhaps a row of its own. Whatever ties them otherwise comes after, and is called so: a row
whose words name the other, a change, an origin in common; a basis of competence and a mere naming
last.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from luocdo.graph.answers import Answer, Note, Table
from luocdo.queries.as_of import is_later, not_yet
from luocdo.queries.describe import relation_vi, short_name
from luocdo.queries.document_rows import TiesRow
from luocdo.queries.runner import run, run_in_pieces
from luocdo.queries.task_rows import RowTiesRow

if TYPE_CHECKING:
    import datetime
    from collections.abc import Callable, Sequence

    from luocdo.graph.stores.base import Store
    from luocdo.queries.nodes import DocumentNode, PathOfOne

Step = tuple[str, ...]
_FARTHEST = 10  # steps of a derivation
_NEAR = 4  # steps of any other tie: what is farther apart has little to do with each other
_DERIVED = ("BẮT NGUỒN", "DERIVATION")
_THROUGH_WORDS = (
    "DẪN CHIẾU ĐỂ THỰC HIỆN, QUA LỜI CỦA NHIỆM VỤ",
    "CARRIED OUT BY THE WORDS OF A ROW",
)
_TIED = ("CÓ LIÊN QUAN, KHÔNG BẮT NGUỒN", "TIED, NOT DERIVED")
_OWN = "nhiệm vụ có căn cứ riêng là"
_TO_CHANGE = "nhiệm vụ được giao"
_MANNERS = {
    "carries_out": "nhiệm vụ dẫn chiếu để thực hiện",
    "about": "nhiệm vụ nói về",
    "procedure": "nhiệm vụ theo thủ tục của",
    "mention": "nhiệm vụ nhắc đến",
}
_STRENGTH = (
    "IMPLEMENTS",
    "BASED_ON",
    "ATTACHED_TO",
    "GUIDES",
    "AMENDS",
    "REPLACES",
    "REPEALS",
    "CITES",
)
_COLUMNS = ("from", "relation", "to", "quote", "place", "source")
_HEADS = (
    ("Từ", "From"),
    ("Quan hệ", "Relation"),
    ("Đến", "To"),
    ("Câu trích", "Quote"),
    ("Chỗ", "Place"),
    ("Tệp", "Source"),
)


@dataclass(frozen=True, slots=True)
class Way:
    """A chain of steps, what sort of tie it is, and which way it points."""

    title: tuple[str, str]
    steps: tuple[Step, ...]
    said: str = ""


def why(store: Store, first: DocumentNode, second: DocumentNode, as_of: datetime.date) -> Answer:
    """Answer by which chain ``first`` is tied to ``second``: by derivation where there is one,
    else by any tie.
    """
    way = _derivation(store, first, second, as_of) or _otherwise(store, first, second, as_of)
    tables = (
        (Table(way.title, _COLUMNS, _HEADS, way.steps, under=("quote", "place", "source")),)
        if way
        else ()
    )
    notes = (
        () if way else (Note(f"Không có đường nào qua các văn bản trong kho (đến {_NEAR} bước)."),)
    )
    told = (Note(way.said),) if way and way.said else ()
    return Answer(
        kind="why",
        title=f"{first.name} → {second.name}",
        heads=(*not_yet(first, as_of), *not_yet(second, as_of), *told),
        tables=tables,
        notes=notes,
        as_of=as_of.isoformat(),
    )


def _derivation(
    store: Store, first: DocumentNode, second: DocumentNode, as_of: datetime.date
) -> Way | None:
    """Return the chain by which one of the two derives from the other, whole or by a row of its
    own.
    """
    for child, parent in ((first, second), (second, first)):
        said = f"{short_name(child)} bắt nguồn từ {short_name(parent)}"
        if steps := shortest_way(store, child.id, parent.id, _upwards(as_of)):
            return Way(_DERIVED, steps, f"{said}.")
        rows = _rows(store, child, as_of)
        if steps := _by_a_row(store, child, parent, rows, as_of):
            return Way(_DERIVED, steps, f"{said} chỉ qua nhiệm vụ nêu ở bước đầu.")
        if carried := [
            row
            for row in rows
            if row.named.id == parent.id and row.link.fact("manner") == "carries_out"
        ]:
            return Way(_THROUGH_WORDS, (_row_step(child, carried[0]),))
    return None


def _by_a_row(
    store: Store,
    child: DocumentNode,
    parent: DocumentNode,
    rows: Sequence[RowTiesRow],
    as_of: datetime.date,
) -> tuple[Step, ...]:
    """Return the way that begins with a row's own basis: the document asked for, else one that
    derives from it.
    """
    bases = {row.named.id: row for row in reversed(rows) if row.link.type == "BASED_ON"}
    if parent.id in bases:
        return (_row_step(child, bases[parent.id]),)
    ways = (
        (_row_step(child, row), *further)
        for key, row in bases.items()
        if (further := shortest_way(store, key, parent.id, _upwards(as_of)))
    )
    return min(ways, key=len, default=())


def _otherwise(
    store: Store, first: DocumentNode, second: DocumentNode, as_of: datetime.date
) -> Way | None:
    """Return what else ties the two: a row that names the other, one step, then a way; competence
    and naming last.
    """
    for child, parent in ((first, second), (second, first)):
        if named := [row for row in _rows(store, child, as_of) if row.named.id == parent.id]:
            return Way(_TIED, (_row_step(child, min(named, key=_row_strength)),))
    for admits, most in ((_any(as_of), 1), (_strong(as_of), _NEAR), (_any(as_of), _NEAR)):
        if steps := shortest_way(store, first.id, second.id, admits, most=most):
            return Way(_TIED, steps)
    return None


def _rows(store: Store, document: DocumentNode, as_of: datetime.date) -> list[RowTiesRow]:
    rows = run(store, RowTiesRow, id=document.id)
    return [
        row
        for row in rows
        if not is_later(document.date, as_of) and not is_later(row.named.date, as_of)
    ]


def _row_strength(row: RowTiesRow) -> bool:
    return row.link.type == "CITES"


def _row_step(child: DocumentNode, row: RowTiesRow) -> Step:
    link = row.link
    if link.type == "CITES":
        relation = _MANNERS.get(link.fact("manner"), _MANNERS["mention"])
    else:
        relation = _OWN if link.type == "BASED_ON" else f"{_TO_CHANGE} {relation_vi(link.type)}"
    where, named = f"{short_name(child)}, {row.code or row.place}", short_name(row.named)
    return where, relation, named, link.line, link.place, link.source


def _upwards(as_of: datetime.date) -> Callable[[TiesRow], bool]:
    known = _any(as_of)
    return lambda row: row.p.link.derives and row.p.start.id == row.near_id and known(row)


def _strong(as_of: datetime.date) -> Callable[[TiesRow], bool]:
    known = _any(as_of)
    return lambda row: row.p.link.type != "CITES" and not _is_competence(row.p) and known(row)


def _any(as_of: datetime.date) -> Callable[[TiesRow], bool]:
    return lambda row: (
        not is_later(row.p.start.date, as_of) and not is_later(row.p.end.date, as_of)
    )


def shortest_way(
    store: Store,
    start: str,
    goal: str,
    admits: Callable[[TiesRow], bool],
    *,
    most: int = _FARTHEST,
) -> tuple[Step, ...]:
    """Return the steps of a shortest way between two documents over the edges that ``admits``
    allows, empty where none is.

    It is walked level by level. Of several ways equally short the strongest edges win (an
    implementation before a mere citation), then the order of ids, so that every engine shows the
    same.
    """
    came: dict[str, tuple[str, Step]] = {start: ("", ())}
    level = [start]
    for _ in range(most):
        if goal in came or not level:
            break
        rows = sorted(filter(admits, run_in_pieces(store, TiesRow, "documents", level)), key=_rank)
        level = []
        for row in rows:
            if row.far_id not in came:
                came[row.far_id] = row.near_id, _step(row.p)
                level.append(row.far_id)
    return _traced(came, goal) if goal in came and goal != start else ()


def _traced(came: dict[str, tuple[str, Step]], goal: str) -> tuple[Step, ...]:
    steps: list[Step] = []
    before, step = came[goal]
    while step:
        steps.append(step)
        before, step = came[before]
    return tuple(reversed(steps))


def _is_competence(path: PathOfOne) -> bool:
    return path.link.fact("basis_kind") == "competence"


def _rank(row: TiesRow) -> tuple[bool, int, str, str]:
    return _is_competence(row.p), _STRENGTH.index(row.p.link.type), row.near_id, row.far_id


def _step(path: PathOfOne) -> Step:
    """Return one edge as a row: from, relation, to, and the sentence that proves it."""
    link = path.link
    competence = " (thẩm quyền)" if _is_competence(path) else ""
    ends = short_name(path.start), short_name(path.end)
    return (
        ends[0],
        relation_vi(link.type) + competence,
        ends[1],
        link.line,
        link.place,
        link.source,
    )
