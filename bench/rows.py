"""Compare the assignments of a document with a list made by hand: bench/annotations/*.tsv.

The lists hold who leads, who coordinates and the last day, in the order of print, and none of the
words of the documents.
"""

from __future__ import annotations

import argparse
import csv
from collections import Counter
from itertools import zip_longest
from pathlib import Path

from luocdo.graph.records import TaskRecord, UnitMention
from luocdo.graph.text import fold
from luocdo.loaders.reading import read_file

ANNOTATIONS = Path(__file__).resolve().parent / "annotations"
FIELDS = ("lead", "coordinate", "until")
ROLES = {"lead": "LED_BY", "coordinate": "COORDINATED_BY"}

Row = dict[str, Counter[str]]


def wanted(path: Path) -> tuple[str, list[Row]]:
    """Read a list: the name of the document's file in the first line, then one row for each
    assignment.
    """
    first, *lines = path.read_text(encoding="utf-8").splitlines()
    rows = csv.DictReader(lines, delimiter="\t", quoting=csv.QUOTE_NONE)
    found = [
        {
            field: Counter(fold(one) for one in (row[field] or "").split(";") if one)
            for field in FIELDS
        }
        for row in rows
    ]
    return first.removeprefix("# "), found


def read(path: Path) -> list[Row]:
    """Read the assignments of the annexes in ``path`` as the project does."""
    tasks = [
        task
        for document in read_file(path).documents
        for task in document.tasks
        if task.origin == "annex"
    ]
    return [_row(leaf) for task in tasks for leaf in task.parts or (task,)]


def _row(leaf: TaskRecord) -> Row:
    row: Row = {field: Counter() for field in FIELDS}
    for field, kind in ROLES.items():
        units = (one.target for one in leaf.relations if one.type == kind)
        row[field] = Counter(
            fold(unit.as_printed) for unit in units if isinstance(unit, UnitMention)
        )
    row["until"] = Counter(
        fold(one.end_date or one.start_date or one.kind) for one in leaf.deadlines
    )
    return row


def f1(want: list[Row], have: list[Row], field: str) -> float:
    """Return the F1 of one field over the rows, in their order."""
    empty: Counter[str] = Counter()
    pairs = [
        (w[field] if w else empty, h[field] if h else empty) for w, h in zip_longest(want, have)
    ]
    hit = sum((w & h).total() for w, h in pairs)
    return 2 * hit / (sum(w.total() + h.total() for w, h in pairs) or 1)


def main() -> int:
    """Print one line of figures for each list whose document is there."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--shared", type=Path, default=ANNOTATIONS.parent.parent.parent / "shared")
    options = parser.parse_args()
    for path in sorted(ANNOTATIONS.glob("*.tsv")):
        name, want = wanted(path)
        source = options.shared / "corpus" / name
        if source.is_file():
            have = read(source)
            figures = "  ".join(f"{field} {f1(want, have, field):.3f}" for field in FIELDS)
            print(f"{path.stem}  rows {len(have)} of {len(want)}  {figures}")
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
