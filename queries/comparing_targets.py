"""Targets of two papers (so chỉ tiêu): what a later paper sets higher, lower, for another day, or
no longer.
"""

from __future__ import annotations

from collections import defaultdict
from itertools import zip_longest
from typing import TYPE_CHECKING

from luocdo.graph.answers import Table
from luocdo.graph.text import fold
from luocdo.queries.describe import date_vi
from luocdo.queries.runner import run
from luocdo.queries.task_rows import TargetsRow

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from luocdo.graph.stores.base import Store
    from luocdo.queries.nodes import DocumentNode

Pair = tuple[TargetsRow | None, TargetsRow | None]
_COLUMNS = (
    "text",
    "value",
    "other_value",
    "by",
    "other_by",
    "place",
    "other_place",
    "quote",
    "other_quote",
)
_HEADS = (
    ("Chỉ tiêu", "Target"),
    ("Trước", "Earlier"),
    ("Sau", "Later"),
    ("Đến, trước", "By, earlier"),
    ("Đến, sau", "By, later"),
    ("Chỗ trước", "Earlier place"),
    ("Chỗ sau", "Later place"),
    ("Câu trích trước", "Earlier quote"),
    ("Câu trích sau", "Later quote"),
)
_HIDDEN = frozenset({"quote", "other_quote"})


def target_tables(
    store: Store, earlier: DocumentNode, later: DocumentNode, names: tuple[str, str]
) -> list[Table]:
    """Return the targets that differ, those of one paper only; of those said alike only a count
    stands in the title.
    """
    pairs = _paired(_targets(store, earlier), _targets(store, later))
    both = [(old, new) for old, new in pairs if old and new]
    changed: list[Pair] = [(old, new) for old, new in both if _said(old) != _said(new)]
    same = len(both) - len(changed)
    before, after = names
    return [
        _table(
            f"CHỈ TIÊU GHI KHÁC ({len(changed)}; {same} ghi như nhau)",
            f"TARGETS SAID DIFFERENTLY ({len(changed)}; {same} said alike)",
            changed,
        ),
        _table(
            f"CHỈ TIÊU CHỈ CÓ Ở {before}",
            f"TARGETS ONLY IN {before}",
            [pair for pair in pairs if not pair[1]],
        ),
        _table(
            f"CHỈ TIÊU CHỈ CÓ Ở {after}",
            f"TARGETS ONLY IN {after}",
            [pair for pair in pairs if not pair[0]],
        ),
    ]


def _targets(store: Store, document: DocumentNode) -> list[TargetsRow]:
    found = run(store, TargetsRow, documents=[document.id])
    return list({row.target_id: row for row in found}.values())  # a row for each body in it


def _paired(old: Iterable[TargetsRow], new: Iterable[TargetsRow]) -> list[Pair]:
    """Pair targets of the same words, those for the same day first: one indicator may have a value
    for each of two years.
    """
    groups: dict[str, tuple[list[TargetsRow], list[TargetsRow]]] = defaultdict(lambda: ([], []))
    for side, rows in enumerate((old, new)):
        for row in rows:
            groups[fold(row.text)][side].append(row)
    return [pair for mine, theirs in groups.values() for pair in _within(mine, theirs)]


def _within(old: Sequence[TargetsRow], new: Sequence[TargetsRow]) -> Iterable[Pair]:
    left = list(new)
    waiting: list[TargetsRow] = []
    for row in old:
        twin = next((one for one in left if one.by == row.by), None)
        if twin is None:
            waiting.append(row)
            continue
        left.remove(twin)
        yield row, twin
    yield from zip_longest(waiting, left)


def _said(row: TargetsRow) -> tuple[str, str, str]:
    return fold(row.value), fold(row.unit), row.by


def _table(title: str, english: str, pairs: Sequence[Pair]) -> Table:
    lines = tuple(tuple(" ".join(cell.split()) for cell in _line(*pair)) for pair in pairs)
    titles = (
        (title, english)
        if "(" in title
        else (f"{title} ({len(lines)})", f"{english} ({len(lines)})")
    )
    return Table(titles, _COLUMNS, _HEADS, lines, hidden=_HIDDEN)


def _line(old: TargetsRow | None, new: TargetsRow | None) -> tuple[str, ...]:
    one = old or new
    return (
        one.text if one else "",
        _value(old),
        _value(new),
        date_vi(old.by) if old else "",
        date_vi(new.by) if new else "",
        old.place if old else "",
        new.place if new else "",
        old.quote if old else "",
        new.quote if new else "",
    )


def _value(row: TargetsRow | None) -> str:
    return " ".join(filter(None, (row.value, row.unit))) if row else ""
