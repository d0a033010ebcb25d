"""How good the offer of same work is: the pairs of rows said by hand, against what the graph
joins.

The documents named in ``annotations/pairs/same-work.tsv`` are loaded into a store of their own.
Precision counts every pair that is offered between them: one that nobody judged is listed and
counts as neither.
"""

from __future__ import annotations

import argparse
import csv
import sys
import tempfile
from collections import Counter
from pathlib import Path
from typing import TYPE_CHECKING

from luocdo.graph.stores.opening import open_store
from luocdo.loaders.loading import load_paths

if TYPE_CHECKING:
    from luocdo.graph.stores.base import Store

HERE = Path(__file__).resolve().parent
PAIRS = HERE / "annotations" / "pairs" / "same-work.tsv"
LEAST_PRECISION, LEAST_RECALL = 0.95, 0.80
JOINS = """MATCH (a:Task)-[r:TAKES_UP|SAME_AS]->(b:Task)
RETURN r.source AS file, r.place AS place, r.other_source AS other_file, r.other_place AS other_place, r.score AS score"""

Pair = frozenset[tuple[str, str]]


def said() -> dict[Pair, tuple[str, bool]]:
    """Return the judged pairs: half, and whether they are one piece of work."""
    with PAIRS.open(encoding="utf-8", newline="") as lines:
        rows = list(csv.DictReader(lines, delimiter="\t"))
    return {pair(row): (row["half"], row["same"] == "yes") for row in rows}


def pair(row: dict[str, str]) -> Pair:
    """Return a pair without order."""
    return frozenset(((row["file"], row["place"]), (row["other_file"], row["other_place"])))


def offered(store: Store) -> set[Pair]:
    """Return the pairs that the graph joins."""
    return {
        pair({key: str(value) for key, value in row.items()}) for row in store.run(JOINS).dicts()
    }


def figures(
    judged: dict[Pair, tuple[str, bool]], found: set[Pair]
) -> dict[str, tuple[float, float, int]]:
    """Return half -> precision, recall, number of pairs."""
    told: dict[str, tuple[float, float, int]] = {}
    for half in ("tuning", "held", "offered", "new", "blind"):
        counts = Counter((same, one in found) for one, (of, same) in judged.items() if of == half)
        right, wrong, missed = counts[True, True], counts[False, True], counts[True, False]
        told[half] = (
            right / max(1, right + wrong),
            right / max(1, right + missed),
            counts.total(),
        )
    return told


def main() -> int:
    """Print the figures; 1 where the half that was held back is below what is asked."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--shared", type=Path, default=HERE.parent.parent / "shared")
    shared = parser.parse_args().shared
    judged = said()
    names = {file for one in judged for file, _ in one}
    paths = [
        path
        for path in sorted([*(shared / "seeds").glob("*"), *(shared / "corpus").glob("*")])
        if path.name in names
    ]
    if not paths:
        print(f"nothing to compare: none of the documents lies in {shared}")
        return 0
    with (
        tempfile.TemporaryDirectory(prefix="luocdo-pairs-") as folder,
        open_store(f"ladybug:{folder}/pairs.lbug") as store,
    ):
        load_paths(store, paths)
        found = offered(store)
    told = figures(judged, found)
    for half, (precision, recall, number) in told.items():
        print(f"{half:8}  precision {precision:.3f}  recall {recall:.3f}  pairs {number}")
    right = sum(judged[one][1] for one in found if one in judged)
    unjudged = [one for one in found if one not in judged]
    print(
        f"offered   {len(found)}: {right} right, {len(found) - right - len(unjudged)} wrong,"
        f" {len(unjudged)} not judged"
    )
    for one in unjudged:
        print("  not judged:", " | ".join(f"{file} {place}" for file, place in sorted(one)))
    precision, recall, _ = told["held"]
    return 0 if precision >= LEAST_PRECISION and recall >= LEAST_RECALL else 1


if __name__ == "__main__":
    sys.exit(main())
