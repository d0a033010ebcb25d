"""End loads at random points and let writers meet: nothing may be lost, nothing left that stops
the next load.

``--kills`` loads of a small archive are ended by SIGKILL, each at a random moment of its life, and
repeated until they are done; the export must be the old one or the new one after every kill, and
the new one at the end. ``--pairs`` pairs of loads of different files start together; both files
must be there afterwards, or the one that was refused must have said so.
"""

from __future__ import annotations

import argparse
import io
import os
import random
import shutil
import signal
import subprocess
import sys
import tempfile
import time
from contextlib import suppress
from pathlib import Path

from luocdo.graph.export import write
from luocdo.graph.library import rebuild
from luocdo.graph.stores.opening import open_store

LUOCDO = shutil.which("luocdo", path=str(Path(sys.executable).parent)) or "luocdo"
PAPER = (
    "BỘ Y TẾ\nSố: {number:03}/KH-BYT\nHà Nội, ngày 10 tháng 3 năm 2025\n\nKẾ HOẠCH\nKiểm tra lần"
    " {number}\n\nThực hiện Quyết định số 131/QĐ-TTg ngày 25 tháng 01 năm 2022 của Thủ tướng Chính"
    " phủ, Bộ ban hành Kế hoạch như sau:\n1. Vụ Pháp chế chủ trì rà soát quy định, xong trước ngày"
    " 30/9/2025.\n2. Thanh tra chủ trì kiểm tra.\n"
)
FILES = 8


def papers(folder: Path, first: int = 1, many: int = FILES) -> Path:
    """Write an archive of plans."""
    folder.mkdir(parents=True)
    for number in range(first, first + many):
        (folder / f"{number:03}.txt").write_text(PAPER.format(number=number), encoding="utf-8")
    return folder


def started(*arguments: str | Path) -> subprocess.Popen[str]:
    """Start a command in a process group of its own."""
    command = [LUOCDO, *map(str, arguments)]
    return subprocess.Popen(
        command, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True, start_new_session=True
    )


def done(*arguments: str | Path) -> tuple[int, str]:
    """Run a command to its end; return its code and what it printed."""
    with started(*arguments) as process:
        said, complaint = process.communicate()
    return process.returncode, said + complaint


def state(place: Path) -> tuple[str, int]:
    """Return the export of the store's records, and how many documents its engine answers with."""
    with open_store(f"ladybug:{place}") as store:
        out = io.BytesIO()
        write(rebuild(store.records()), "jsonl", out)
        ((documents,),) = store.run("MATCH (d:Document) RETURN count(*) AS documents").rows
    return out.getvalue().decode(), int(str(documents))


def kill_loads(kills: int, chance: random.Random, folder: Path) -> list[str]:
    """End ``kills`` loads at random moments; return what went wrong."""
    faults: list[str] = []
    first, second = papers(folder / "first", 1), papers(folder / "second", FILES + 1)
    before, wanted = folder / "before" / "kho.lbug", folder / "wanted.lbug"
    done("load", first, "--store", f"ladybug:{before}")
    old = state(before)
    shutil.copy(before, wanted)
    for ending in ("records", "ledger", "names", "built"):
        shutil.copy(f"{before}.{ending}", f"{wanted}.{ending}")
    started_at = time.perf_counter()
    done("load", second, "--store", f"ladybug:{wanted}")
    length = time.perf_counter() - started_at
    new = state(wanted)
    for number in range(kills):
        place = folder / f"k{number}"
        shutil.copytree(before.parent, place)
        store = place / "kho.lbug"
        with started("load", second, "--store", f"ladybug:{store}") as load:
            time.sleep(chance.uniform(0.3, 1.1) * length)
            with suppress(ProcessLookupError):
                os.kill(load.pid, signal.SIGKILL)
            load.communicate()
        between = state(store)
        if between not in (old, new):
            faults.append(
                f"kill {number}: neither the old state nor the new one: {between[0][:200]}"
            )
        code, said = done("load", second, "--store", f"ladybug:{store}")
        if code or state(store) != new:
            faults.append(
                f"kill {number}: the next load does not complete (exit {code}): {said[-300:]}"
            )
        left = {one.name for one in place.iterdir()} - {
            f"kho.lbug{end}" for end in ("", ".records", ".ledger", ".names", ".built", ".lock")
        }
        if left:
            faults.append(f"kill {number}: left behind: {sorted(left)}")
        shutil.rmtree(place)
        what = "old" if between == old else "new"
        print(
            f"kill {number + 1}/{kills}: {what}; {said.splitlines()[-1]}; faults so far"
            f" {len(faults)}",
            flush=True,
        )
    return faults


def pair_loads(pairs: int, folder: Path) -> list[str]:
    """Let two loads of different files meet ``pairs`` times; return what went wrong."""
    faults: list[str] = []
    one, two = papers(folder / "one", 1, 2), papers(folder / "two", 3, 2)
    wanted = folder / "pair.lbug"
    done("load", one, two, "--store", f"ladybug:{wanted}")
    whole = state(wanted)
    for number in range(pairs):
        place = folder / f"p{number}"
        place.mkdir()
        store = f"ladybug:{place / 'kho.lbug'}"
        with (
            started("load", one, "--store", store) as left,
            started("load", two, "--store", store) as right,
        ):
            results = [(load.communicate(), load.returncode) for load in (left, right)]
        silent = [code for _, code in results if code]
        if not silent and state(place / "kho.lbug") != whole:
            faults.append(f"pair {number}: a load was lost without a word")
        faults += [
            f"pair {number}: exit {code}: {said[1][-300:]}" for said, code in results if code
        ]
        shutil.rmtree(place)
        print(
            f"pair {number + 1}/{pairs}: refused {len(silent)}, faults so far {len(faults)}",
            flush=True,
        )
    return faults


def main() -> int:
    """Run both, print what went wrong; the exit code is 1 where anything did."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--kills", type=int, default=60)
    parser.add_argument("--pairs", type=int, default=40)
    parser.add_argument("--seed", type=int, default=1)
    options = parser.parse_args()
    with tempfile.TemporaryDirectory(prefix="luocdo-crashes-") as name:
        folder = Path(name)
        faults = kill_loads(options.kills, random.Random(options.seed), folder / "kills")  # noqa: S311 - not for secrets
        faults += pair_loads(options.pairs, folder / "pairs")
    print(
        "\n".join(faults)
        or f"{options.kills} kills, {options.pairs} pairs: nothing lost, nothing left behind"
    )
    return 1 if faults else 0


if __name__ == "__main__":
    raise SystemExit(main())
