"""Two papers row by row (so hai văn bản): what a plan takes over of a decision, what changed
between two versions.

Rows are paired as they are joined in the graph (a reader's word, else offered by likeness); rows
of papers that nothing joins, as a draft and its final text, by likeness alone. What a pair says
differently stands in its row; nothing is judged.
"""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass
from typing import TYPE_CHECKING

from luocdo.graph.answers import Answer, Note, Table
from luocdo.graph.joining.scoring import OFFERED
from luocdo.graph.text import fold
from luocdo.queries.comparing_targets import target_tables
from luocdo.queries.describe import document_line, short_name
from luocdo.queries.gathering import Via, gather
from luocdo.queries.joined_rows import JoinsRow
from luocdo.queries.left_out import table_warnings
from luocdo.queries.nearest import nearest_rows
from luocdo.queries.runner import run
from luocdo.queries.task_rows import DocumentAssignmentsRow

if TYPE_CHECKING:
    import datetime
    from collections.abc import Iterable, Mapping, Sequence

    from luocdo.graph.answers import Assignment
    from luocdo.graph.stores.base import Store
    from luocdo.queries.nodes import DocumentNode

_PAIRS = (
    ("place", ("Chỗ trước", "Earlier place")),
    ("other_place", ("Chỗ sau", "Later place")),
    ("changes", ("Khác", "What differs")),
    ("text", ("Việc trước", "Earlier task")),
    ("other_text", ("Việc sau", "Later task")),
    ("score", ("Độ giống", "Likeness")),
    ("quote", ("Câu trích trước", "Earlier quote")),
    ("other_quote", ("Câu trích sau", "Later quote")),
    ("source", ("Tệp trước", "Earlier file")),
    ("other_source", ("Tệp sau", "Later file")),
)
_ALONE = (
    ("place", ("Chỗ", "Place")),
    ("text", ("Việc", "Task")),
    ("lead", ("Chủ trì", "Lead")),
    ("deadline", ("Hạn", "Due")),
    ("quote", ("Câu trích", "Quote")),
    ("source", ("Tệp", "File")),
)
_HIDDEN = frozenset({"quote", "other_quote", "source", "other_source"})


@dataclass(frozen=True, slots=True)
class _Row:
    """A printed row with all its assignments."""

    parts: tuple[Assignment, ...]

    @property
    def first(self) -> Assignment:
        """Return the assignment whose place and sentence stand for the row."""
        return self.parts[0]

    @property
    def text(self) -> str:
        """Return the words of the row."""
        return " ".join((self.first.top_text or self.first.text).split())

    @property
    def days(self) -> str:
        """Return its time limits as printed."""
        return "; ".join(dict.fromkeys(limit.text for one in self.parts for limit in one.limits))

    @property
    def last_days(self) -> tuple[str, ...]:
        """Return the days on which its parts end."""
        return tuple(
            sorted(
                {limit.last_day for one in self.parts for limit in one.limits if limit.last_day}
            )
        )

    @property
    def products(self) -> str:
        """Return what it makes."""
        return "; ".join(dict.fromkeys(product for one in self.parts for product in one.products))

    def units(self, role: str) -> str:
        """Return who stands in ``role``."""
        return "; ".join(sorted({each.unit for one in self.parts for each in one.units(role)}))


@dataclass(frozen=True, slots=True)
class _Pair:
    earlier: str
    later: str
    score: float


def compare(
    store: Store,
    one: DocumentNode,
    two: DocumentNode,
    as_of: datetime.date,
    *,
    duties: bool = False,
) -> Answer:
    """Answer what of the earlier paper stands in the later one, what it says differently, what
    stands in one only.
    """
    earlier, later = sorted(
        (one, two), key=lambda document: (document.day_or_year or "9999", not document.draft)
    )
    old, new = (
        _rows(store, earlier, as_of, duties=duties),
        _rows(store, later, as_of, duties=duties),
    )
    pairs = _pairs(store, earlier, later, old, new)
    changed = [pair for pair in pairs if _changes(old[pair.earlier], new[pair.later])]
    same = [pair for pair in pairs if pair not in changed]
    gone = [row for key, row in old.items() if key not in {pair.earlier for pair in pairs}]
    added = [row for key, row in new.items() if key not in {pair.later for pair in pairs}]
    before, after = short_name(earlier), short_name(later)
    tables = (
        _pair_table("CÓ Ở CẢ HAI, GHI KHÁC", "IN BOTH, SAID DIFFERENTLY", changed, old, new),
        _pair_table("CÓ Ở CẢ HAI, GHI NHƯ NHAU", "IN BOTH, SAID ALIKE", same, old, new),
        _alone_table(f"CHỈ CÓ Ở {before}", f"ONLY IN {before}", gone),
        _alone_table(f"CHỈ CÓ Ở {after}", f"ONLY IN {after}", added),
        *target_tables(store, earlier, later, (before, after)),
    )
    return Answer(
        kind="compare",
        title=(
            f"{before} → {after}: {len({pair.earlier for pair in pairs})}/{len(old)} việc của"
            f" {before} có ở {after} ({len(changed)} ghi khác), {len(added)} việc chỉ có ở {after}"
        ),
        heads=tuple(Note(document_line(document)) for document in (earlier, later)),
        tables=tuple(table for table in tables if table.rows),
        notes=(
            Note(
                "cặp việc ghép theo độ giống là suy ra; nói lại cho đúng",
                "luocdo correct not-same DOC CHỖ DOC CHỖ",
            ),
            *(() if duties else (Note("trách nhiệm trong thân văn bản để ngoài", "--duties"),)),
            *table_warnings(store, {earlier.source, later.source} - {""}),
        ),
        as_of=as_of.isoformat(),
        command=f'luocdo compare "{before}" "{after}"',
    )


def _rows(
    store: Store, document: DocumentNode, as_of: datetime.date, *, duties: bool
) -> dict[str, _Row]:
    """Return the rows of the paper by id, in its order."""
    leaves = {row.leaf_id for row in run(store, DocumentAssignmentsRow, id=document.id)}
    parts: dict[str, list[Assignment]] = defaultdict(list)
    for one in gather(store, {leaf: Via("direct") for leaf in leaves}, as_of):
        if duties or one.origin == "annex":
            parts[one.top].append(one)
    return {top: _Row(tuple(found)) for top, found in parts.items()}


def _pairs(
    store: Store,
    earlier: DocumentNode,
    later: DocumentNode,
    old: Mapping[str, _Row],
    new: Mapping[str, _Row],
) -> list[_Pair]:
    """Pair rows: as the graph joins them, else each with the one most like it where both have none
    yet.
    """
    joins = [row for row in run(store, JoinsRow, id=earlier.id) if row.other_document == later.id]
    pairs = [
        _Pair(row.task, row.other, row.score)
        for row in joins
        if row.task in old and row.other in new
    ]
    told = {pair.earlier for pair in pairs}
    taken = {pair.later for pair in pairs}
    left = {key: row for key, row in old.items() if key not in told}
    for pair in sorted(
        _offered(store, later, left, new), key=lambda pair: (-pair.score, pair.earlier, pair.later)
    ):
        if pair.later not in taken and pair.earlier not in told:
            pairs.append(pair)
            told.add(pair.earlier)
            taken.add(pair.later)
    order = {key: at for at, key in enumerate(old)}
    return sorted(pairs, key=lambda pair: (order[pair.earlier], pair.later))


def _offered(
    store: Store, later: DocumentNode, left: Mapping[str, _Row], new: Mapping[str, _Row]
) -> list[_Pair]:
    """Return the rows that may be one for those without a partner: the nearest, and those of the
    same words.
    """
    near = nearest_rows(store, {key: row.first for key, row in left.items()}, [later.id])
    offered = [
        _Pair(key, found.task, found.score) for key, found in near.items() if found.task in new
    ]
    offered += [_Pair(key, twin, 1.0) for key, twin in _twins(left, new)]
    return [pair for pair in offered if pair.score >= OFFERED]


def _twins(old: Mapping[str, _Row], new: Mapping[str, _Row]) -> Iterable[tuple[str, str]]:
    """Yield the rows of the very same words, where these stand once in each paper."""
    words: dict[str, list[str]] = defaultdict(list)
    for key, row in new.items():
        words[fold(row.text)].append(key)
    mine: dict[str, list[str]] = defaultdict(list)
    for key, row in old.items():
        mine[fold(row.text)].append(key)
    return [
        (keys[0], words[said][0])
        for said, keys in mine.items()
        if len(keys) == 1 and len(words[said]) == 1
    ]


def _changes(old: _Row, new: _Row) -> str:
    """Say what the later row says differently: dates, leads, partners, products, words."""
    told = []
    if old.last_days != new.last_days or (not old.last_days and fold(old.days) != fold(new.days)):
        told.append(f"hạn: {_said(old.days)} → {_said(new.days)}")
    for role, name in (("LED_BY", "chủ trì"), ("COORDINATED_BY", "phối hợp")):
        if old.units(role) != new.units(role):
            told.append(f"{name}: {_said(old.units(role))} → {_said(new.units(role))}")
    if fold(old.products) != fold(new.products):
        told.append(f"sản phẩm: {_said(old.products)} → {_said(new.products)}")
    if fold(old.text) != fold(new.text):
        told.append("lời việc")
    return " · ".join(told)


def _said(words: str) -> str:
    return words or "không ghi"


def _pair_table(
    title: str,
    english: str,
    pairs: Sequence[_Pair],
    old: Mapping[str, _Row],
    new: Mapping[str, _Row],
) -> Table:
    lines = [_pair_line(pair, old[pair.earlier], new[pair.later]) for pair in pairs]
    return _table(f"{title} ({len(lines)})", f"{english} ({len(lines)})", _PAIRS, lines)


def _pair_line(pair: _Pair, old: _Row, new: _Row) -> tuple[str, ...]:
    return (
        old.first.place,
        new.first.place,
        _changes(old, new),
        old.text,
        new.text if fold(new.text) != fold(old.text) else "như trên",
        f"{pair.score:.2f}",
        old.first.quote,
        new.first.quote,
        old.first.source,
        new.first.source,
    )


def _alone_table(title: str, english: str, rows: Sequence[_Row]) -> Table:
    lines = [
        (
            row.first.place,
            row.text,
            row.units("LED_BY"),
            row.days,
            row.first.quote,
            row.first.source,
        )
        for row in rows
    ]
    return _table(f"{title} ({len(lines)})", f"{english} ({len(lines)})", _ALONE, lines)


def _table(
    title: str,
    english: str,
    columns: tuple[tuple[str, tuple[str, str]], ...],
    lines: Sequence[tuple[str, ...]],
) -> Table:
    names, heads = tuple(name for name, _ in columns), tuple(head for _, head in columns)
    flat = tuple(tuple(" ".join(cell.split()) for cell in line) for line in lines)
    return Table((title, english), names, heads, flat, hidden=_HIDDEN)
