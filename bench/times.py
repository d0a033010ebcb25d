"""Compare the limits that are read in prose with lists made by hand:
bench/annotations/times/*.tsv.

A list gives the line of the source that prints a limit and what it means, and none of the words of
the documents. What is missing may be a duty that was not read at all.
"""

from __future__ import annotations

import argparse
import csv
from collections import defaultdict
from pathlib import Path
from typing import TYPE_CHECKING

from luocdo.loaders.reading import read_file

if TYPE_CHECKING:
    from luocdo.graph.records import DeadlineRecord

ANNOTATIONS = Path(__file__).resolve().parent / "annotations" / "times"

Limits = set[tuple[int, str]]


def wanted(path: Path) -> tuple[dict[str, Limits], dict[str, set[int]]]:
    """Read a list: the limits of each file, and the lines that are not counted."""
    rows = csv.DictReader(
        (
            line
            for line in path.read_text(encoding="utf-8").splitlines()
            if not line.startswith("#")
        ),
        delimiter="\t",
    )
    limits: dict[str, Limits] = defaultdict(set)
    disputed: dict[str, set[int]] = defaultdict(set)
    for row in rows:
        limits[row["file"]] |= (
            set() if row["means"] in {"none", "?"} else {(int(row["line"]), row["means"])}
        )
        disputed[row["file"]] |= {int(row["line"])} if row["means"] == "?" else set()
    return limits, disputed


def read(path: Path) -> Limits:
    """Read the limits of all duties of ``path`` as the project does."""
    raw = path.read_bytes().decode("utf-8")  # line ends as they are, for places
    leaves = (
        leaf
        for document in read_file(path).documents
        for task in document.tasks
        for leaf in task.parts or (task,)
    )
    return {
        (raw.count("\n", 0, one.evidence.from_char) + 1, _means(one))
        for leaf in leaves
        for one in leaf.deadlines
    }


def _means(limit: DeadlineRecord) -> str:
    return (
        (limit.recurrence or "").replace("\n", " ")
        or limit.end_date
        or limit.start_date
        or limit.kind
    )


def main() -> int:
    """Print precision and recall of each list whose documents are there."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--shared", type=Path, default=ANNOTATIONS.parents[3] / "shared")
    options = parser.parse_args()
    for path in sorted(ANNOTATIONS.glob("*.tsv")):
        limits, disputed = wanted(path)
        found = missing = extra = 0
        for name, want in limits.items():
            source = options.shared / "corpus" / name
            if not source.is_file():
                continue
            have = {one for one in read(source) if one[0] not in disputed[name]}
            found, missing, extra = (
                found + len(want & have),
                missing + len(want - have),
                extra + len(have - want),
            )
            for line, means in sorted(want ^ have):
                print(
                    f"{name}  line {line}  {'missing' if (line, means) in want else 'extra'}"
                    f" {means}"
                )
        if found:
            print(
                f"{path.stem}  recall {found / (found + missing):.3f}  precision"
                f" {found / (found + extra):.3f}"
            )
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
