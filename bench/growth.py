"""Measure how answers and exports grow with the papers that carry out one decision: processor
time, peak memory, exponents.

Each figure is of a process of its own, as a user starts it; the exponent is the slope between the
smallest and the largest number of papers on a scale of logarithms: 1 grows with the papers, 2 with
their square.
"""

from __future__ import annotations

import argparse
import math
import os
import subprocess
import sys
import tempfile
from multiprocessing import get_context
from pathlib import Path

from luocdo.graph.export import FORMATS
from luocdo.graph.library import change
from luocdo.graph.stores.opening import open_store

ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT / "tests"))
from many_papers import DECISION, papers  # noqa: E402 - the tests' own papers

LUOCDO = str(Path(sys.executable).with_name("luocdo"))
UNIT = "Cục Công nghệ thông tin · Bộ Khoa học và Công nghệ"


def measured(arguments: list[str], url: str, folder: Path) -> tuple[float, float]:
    """Return the seconds of the processor and the megabytes that one command took."""
    with (folder / "out").open("wb") as out:
        process = subprocess.Popen([LUOCDO, *arguments, "--store", url], stdout=out)
        _, status, usage = os.wait4(process.pid, 0)
    process.returncode = os.waitstatus_to_exitcode(status)
    if process.returncode:
        raise subprocess.CalledProcessError(process.returncode, arguments)
    return usage.ru_utime + usage.ru_stime, usage.ru_maxrss / 1024


def filled(url: str, number: int) -> None:
    """Fill a store with ``number`` papers."""
    with open_store(url) as store:
        change(store, {record.file: record for record in papers(number)})


def main() -> int:
    """Print a row for each command."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--papers", type=int, nargs="+", default=[250, 500, 1000, 2000])
    parser.add_argument("--only", default="", help="commands that begin so: owners, export …")
    options = parser.parse_args()
    sizes = options.papers
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        stores = {size: f"ladybug:{folder / f'{size}.lbug'}" for size in sizes}
        for size, url in stores.items():
            # apart, for what a process holds when it starts another counts as that one's memory
            filling = get_context("spawn").Process(target=filled, args=(url, size))
            filling.start()
            filling.join()
        print(
            "| command | "
            + " | ".join(f"{size} papers" for size in sizes)
            + " | exponent of time | of memory |"
        )
        print("|---|" + "---|" * (len(sizes) + 2))
        for arguments in (one for one in commands(folder) if one[0].startswith(options.only)):
            figures = [measured(arguments, stores[size], folder) for size in sizes]
            cells = " | ".join(
                f"{seconds:.1f} s, {megabytes:.0f} MB" for seconds, megabytes in figures
            )
            slopes = " | ".join(
                f"{slope(sizes, [one[at] for one in figures]):.2f}" for at in (0, 1)
            )
            print(
                f"| {' '.join(one for one in arguments if str(folder) not in one)} | {cells} |"
                f" {slopes} |",
                flush=True,
            )
    return 0


def commands(folder: Path) -> list[list[str]]:
    """Return the look-ups and exports that are measured."""
    page = ["-o", str(folder / "x.html")]
    lookups = [
        ["owners", DECISION],
        ["owners", DECISION, "--format", "json"],
        ["unit", UNIT],
        ["due", "--within", "2026"],
    ]
    others = [
        ["document", DECISION],
        ["lineage", DECISION],
        ["check"],
        ["centrality"],
        ["view", DECISION, *page],
    ]
    return [*lookups, *others, *(["export", "--format", form] for form in FORMATS)]


def slope(sizes: list[int], values: list[float]) -> float:
    """Return the exponent between the first and the last size."""
    return math.log(values[-1] / values[0]) / math.log(sizes[-1] / sizes[0])


if __name__ == "__main__":
    raise SystemExit(main())
