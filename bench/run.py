"""Measure what a user waits for: starting up, loading, loading again, and each look-up as a whole
process.

The documents beside the repository are loaded where they are there, the samples where not. The
names that are looked up are those with most to answer: the document that gives most tasks, the
unit that leads most.
"""

from __future__ import annotations

import argparse
import json
import os
import shutil
import statistics
import subprocess
import sys
import tempfile
import time
from collections import Counter
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
LUOCDO = shutil.which("luocdo", path=str(Path(sys.executable).parent)) or "luocdo"


def seconds(*command: str | Path) -> float:
    """Run one command to its end and return how long it took; a refusal is printed, not hidden."""
    started = time.perf_counter()
    done = subprocess.run(
        [str(part) for part in command], capture_output=True, text=True, check=False
    )
    taken = time.perf_counter() - started
    if done.returncode:
        print(
            f"(exit {done.returncode}) {' '.join(map(str, command))}:"
            f" {done.stderr.strip()[-300:]}",
            file=sys.stderr,
        )
    return taken


def peak_memory() -> float:
    """Return the memory that the largest process run so far took at most, in MB; nan where the
    system does not tell.
    """
    try:
        import resource  # noqa: PLC0415 - not on Windows
    except ImportError:
        return float("nan")
    return resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss / 1024


def row(what: str, value: float, unit: str, note: str = "") -> None:
    """Print one line of the table."""
    print(f"| {what} | {value:.3f} {unit} | {note} |", flush=True)


def folders(shared: Path) -> list[Path]:
    """What to load."""
    real = [path for name in ("seeds", "corpus") if (path := shared / name).is_dir()]
    return real or [ROOT / "samples"]


def busiest(store: str) -> tuple[str, str]:
    """Return the name of the document that mandates most and of the unit that leads most."""
    export = subprocess.run(
        [LUOCDO, "export", "--format", "jsonl", "--store", store], capture_output=True, check=True
    )
    names: dict[str, str] = {}
    mandates, leads = Counter[str](), Counter[str]()
    for line in export.stdout.decode().splitlines():
        item = json.loads(line)
        if item["type"] == "node":
            properties = item["properties"]
            names[item["id"]] = properties.get("display") or properties.get("name", "")
        elif item["label"] == "MANDATES":
            mandates[item["start"]["id"]] += 1
        elif item["label"] == "LED_BY":
            leads[item["end"]["id"]] += 1
    return names[mandates.most_common(1)[0][0]], names[leads.most_common(1)[0][0]]


def measure_loading(paths: list[Path], store: str, jobs: int) -> None:
    """Load, load again, and say how large the input was."""
    files = [file for path in paths for file in path.rglob("*") if file.is_file()]
    size = sum(file.stat().st_size for file in files) / 1e6
    load = [LUOCDO, "load", *paths, "--store", store, "--jobs", str(jobs)]
    taken = seconds(*load)
    row(
        "load",
        taken,
        "s",
        f"{len(files)} files, {size:.1f} MB, {size / taken:.2f} MB/s, {jobs} processes",
    )
    row("load, peak memory of the largest process", peak_memory(), "MB")
    row("load again, unchanged", seconds(*load), "s")


def measure_answers(store: str, times: int) -> None:
    """Time each look-up from the shell's view."""
    document, unit = busiest(store)
    asked = (
        ["owners", document],
        ["lineage", document],
        ["document", document],
        ["unit", unit],
        ["due"],
        ["check"],
    )
    row(
        "bare Python",
        statistics.median(seconds(sys.executable, "-c", "") for _ in range(times)),
        "s",
    )
    row("--version", statistics.median(seconds(LUOCDO, "--version") for _ in range(times)), "s")
    for command in asked:
        taken = [seconds(LUOCDO, *command, "--store", store) for _ in range(times)]
        row(
            " ".join(command),
            statistics.median(taken),
            "s",
            f"least {min(taken):.3f}, most {max(taken):.3f}",
        )


def main() -> None:
    """Print a table in Markdown."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--shared", type=Path, default=ROOT.parent / "shared")
    parser.add_argument("--jobs", type=int, default=os.cpu_count() or 1)
    parser.add_argument(
        "--times", type=int, default=7, help="runs of each look-up, of which the median is printed"
    )
    options = parser.parse_args()
    print("| what | measured | |\n|---|---|---|")
    with tempfile.TemporaryDirectory(prefix="luocdo-bench-") as folder:
        store = f"ladybug:{Path(folder) / 'graph.lbug'}"
        measure_loading(folders(options.shared), store, options.jobs)
        measure_answers(store, options.times)


if __name__ == "__main__":
    main()
