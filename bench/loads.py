"""How the cost of a load, of adding a few documents, of forgetting one and of each look-up grows
with the archive.

    python bench/loads.py --sizes 125 250 500 1000 --plot loads.svg

Each size is an archive of `archive.py`, loaded into a new store. Processor time of a command is
its own and that of all it starts; memory is that of the largest of them. The exponent is the slope
of the logarithms: 1 is in proportion, 0 is flat.
"""

from __future__ import annotations

import argparse
import math
import os
import shutil
import subprocess
import sys
import tempfile
from pathlib import Path
from typing import NamedTuple

sys.path.insert(0, str(Path(__file__).resolve().parent))

from archive import write_archive

LUOCDO = shutil.which("luocdo", path=str(Path(sys.executable).parent)) or "luocdo"
ADDED = 10
WHAT = ("load", "add", "again", "forget", "unit", "document", "owners")
COLOURS = ("#1f5fa8", "#c62828", "#2e7d32", "#ef6c00", "#6a1b9a", "#00838f", "#5d4037")


class Cost(NamedTuple):
    """What a command took: processor seconds, and MB of the largest of its processes."""

    seconds: float
    memory: float


def cost(*arguments: str | Path) -> Cost:
    """Run a command to its end; a refusal is printed, not hidden."""
    command = [LUOCDO, *map(str, arguments)]
    with subprocess.Popen(
        command, stdout=subprocess.DEVNULL, stderr=subprocess.PIPE, text=True
    ) as process:
        complaint = process.stderr.read() if process.stderr else ""
        _, status, used = os.wait4(process.pid, 0)
        process.returncode = os.waitstatus_to_exitcode(status)
    if process.returncode:
        print(
            f"(exit {process.returncode}) {' '.join(command)}: {complaint.strip()[-300:]}",
            file=sys.stderr,
        )
    return Cost(used.ru_utime + used.ru_stime, used.ru_maxrss / 1024)


def measured(size: int, folder: Path) -> dict[str, Cost]:
    """Return the cost of each step on an archive of ``size`` documents."""
    papers, more = folder / f"{size}", folder / f"{size}-more"
    store = f"ladybug:{folder / f'{size}.lbug'}"
    write_archive(papers, size)
    write_archive(more, size + ADDED, first=size)
    return {
        "load": cost("load", papers, "--store", store),
        "add": cost("load", more, "--store", store),
        "again": cost("load", papers, "--store", store),
        "forget": cost("forget", f"{size:06}.txt", "--store", store),
        "unit": cost("unit", "vu phap che bo y te", "--store", store),
        "document": cost("document", "100/QĐ-TTg", "--store", store),
        "owners": cost("owners", "100/QĐ-TTg", "--store", store),
    }


def exponent(points: list[tuple[int, float]]) -> float:
    """Return the slope of the line through the logarithms of ``points``."""
    logs = [(math.log(x), math.log(max(y, 1e-9))) for x, y in points]
    middle_x, middle_y = (sum(values) / len(logs) for values in zip(*logs, strict=True))
    above = sum((x - middle_x) * (y - middle_y) for x, y in logs)
    return above / (sum((x - middle_x) ** 2 for x, _ in logs) or 1)


def table(costs: dict[int, dict[str, Cost]]) -> str:
    """Return the figures as Markdown."""
    sizes = sorted(costs)
    lines = [
        f"| processor time, s | {' | '.join(map(str, sizes))} | exponent |",
        "|---" * (len(sizes) + 2) + "|",
    ]
    for what in WHAT:
        points = [(size, costs[size][what].seconds) for size in sizes]
        lines.append(
            f"| {what} | {' | '.join(f'{y:.2f}' for _, y in points)} | {exponent(points):.2f} |"
        )
    points = [(size, costs[size]["load"].memory) for size in sizes]
    lines.append(
        f"| load, MB | {' | '.join(f'{y:.0f}' for _, y in points)} | {exponent(points):.2f} |"
    )
    return "\n".join(lines)


def plot(costs: dict[int, dict[str, Cost]]) -> str:
    """Return the same as a picture: both axes logarithmic, a line a step."""
    sizes = sorted(costs)
    values = [costs[size][what].seconds for size in sizes for what in WHAT]
    low, high = math.log(min(values)), math.log(max(values))
    left, right = math.log(sizes[0]), math.log(sizes[-1])

    def at(size: int, seconds: float) -> str:
        x = 60 + 500 * (math.log(size) - left) / ((right - left) or 1)
        return f"{x:.0f},{20 + 300 * (high - math.log(seconds)) / ((high - low) or 1):.0f}"

    canvas = 'xmlns="http://www.w3.org/2000/svg" viewBox="0 0 700 380"'
    lines = [f'<svg {canvas} font-family="sans-serif" font-size="12">']
    for what, colour in zip(WHAT, COLOURS, strict=True):
        points = [at(size, costs[size][what].seconds) for size in sizes]
        lines.append(
            f'<polyline points="{" ".join(points)}" fill="none" stroke="{colour}"'
            ' stroke-width="2"/>'
        )
        x, y = points[-1].split(",")
        lines.append(f'<text x="{int(x) + 6}" y="{int(y) + 4}" fill="{colour}">{what}</text>')
    for size in sizes:
        x = at(size, min(values)).split(",")[0]
        lines.append(f'<text x="{x}" y="350" text-anchor="middle">{size}</text>')
    lines += [
        f'<text x="4" y="{20 + 300 * step / 4:.0f}">{math.exp(high - (high - low) * step / 4):.2g}'
        " s</text>"
        for step in range(5)
    ]
    return "\n".join(
        [*lines, '<text x="310" y="372" text-anchor="middle">documents</text>', "</svg>"]
    )


def main() -> None:
    """Print the figures, and draw them where asked to."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--sizes", type=int, nargs="+", default=[125, 250, 500, 1000])
    parser.add_argument("--plot", type=Path, help="an SVG file for the curves")
    options = parser.parse_args()
    costs: dict[int, dict[str, Cost]] = {}
    with tempfile.TemporaryDirectory(prefix="luocdo-growth-") as name:
        for size in sorted(options.sizes):
            costs[size] = measured(size, Path(name))
            print(
                f"{size}:"
                f" {', '.join(f'{what} {one.seconds:.2f} s' for what, one in costs[size].items())}",
                flush=True,
            )
    print(table(costs))
    if options.plot:
        options.plot.write_text(plot(costs), encoding="utf-8")


if __name__ == "__main__":
    main()
