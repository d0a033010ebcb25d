"""End loads at random points and let writers meet: nothing may be lost, nothing left that stops
the next load.

``--kills`` loads of a small archive are ended by SIGKILL, each at a random moment of its life, and
repeated until they are done; what the engine holds must be the old graph or the new one after
every kill, and the new one at the end. ``--pairs`` pairs of loads of different files start
together; both files must be there afterwards, or the one that was refused must have said so.
``--server`` does the kills with a Neo4j server of its own, of which ``--deaths`` end the server,
not the load.
"""

from __future__ import annotations

import argparse
import random
import shutil
import sys
import tempfile
import time
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parent))

from nursery import FILES, Nursery, compare, end_within, papers

ENDINGS = ("", ".records", ".ledger", ".names", ".built", ".lock", ".files")


def kill_loads(kills: int, chance: random.Random, nursery: Nursery) -> None:
    """End ``kills`` loads into an embedded store at random moments."""
    folder = nursery.folder / "kills"
    first, second = papers(folder / "first", 1), papers(folder / "second", FILES + 1)
    before, wanted = folder / "before" / "kho.lbug", folder / "wanted" / "kho.lbug"
    nursery.load(first, "--store", f"ladybug:{before}", "--jobs", "1").wait()
    old = nursery.state(f"ladybug:{before}")
    shutil.copytree(before.parent, wanted.parent)
    started_at = time.perf_counter()
    nursery.load(second, "--store", f"ladybug:{wanted}", "--jobs", "1").wait()
    length = time.perf_counter() - started_at
    new = nursery.state(f"ladybug:{wanted}")
    seen = {old: 0, new: 0}
    for number in range(kills):
        place = folder / f"k{number}"
        shutil.copytree(before.parent, place)
        store = f"ladybug:{place / 'kho.lbug'}"
        load = nursery.load(second, "--store", store, "--jobs", "1" if number % 4 else "2")
        end_within(load, chance.uniform(0, 1.1) * length)
        between = nursery.state(store)
        compare(nursery, f"kill {number}", between, seen)
        again = nursery.load(second, "--store", store, "--jobs", "1")
        if again.wait() or nursery.state(store) != new:
            nursery.fault(
                f"kill {number}: the next load does not complete (exit {again.code}): {again.said()[-300:]}"
            )
        if left := {one.name for one in place.iterdir()} - {f"kho.lbug{end}" for end in ENDINGS}:
            nursery.fault(f"kill {number}: left behind: {sorted(left)}")
        shutil.rmtree(place)
        print(
            f"kill {number + 1}/{kills}: exit {load.code}, old {seen[old]}, new {seen[new]}",
            flush=True,
        )


def pair_loads(pairs: int, nursery: Nursery) -> None:
    """Let two loads of different files meet ``pairs`` times."""
    folder = nursery.folder / "pairs"
    one, two = papers(folder / "one", 1, 2), papers(folder / "two", 3, 2)
    wanted = f"ladybug:{folder / 'pair.lbug'}"
    nursery.load(one, two, "--store", wanted, "--jobs", "1").wait()
    whole, refused = nursery.state(wanted), 0
    for number in range(pairs):
        place = folder / f"p{number}"
        place.mkdir()
        store = f"ladybug:{place / 'kho.lbug'}"
        loads = [nursery.load(papers_, "--store", store, "--jobs", "1") for papers_ in (one, two)]
        codes = [load.wait() for load in loads]
        refused += any(codes)
        if not any(codes) and nursery.state(store) != whole:
            nursery.fault(f"pair {number}: a load was lost without a word")
        for load in loads:
            if load.code:
                nursery.fault(f"pair {number}: exit {load.code}: {load.said()[-300:]}")
        shutil.rmtree(place)
        print(f"pair {number + 1}/{pairs}: refused {refused}", flush=True)


def main() -> int:
    """Run them, print what went wrong; the exit code is 1 where anything did."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--kills", type=int, default=60)
    parser.add_argument("--pairs", type=int, default=40)
    parser.add_argument("--deaths", type=int, default=0)
    parser.add_argument("--server", action="store_true")
    parser.add_argument("--seed", type=int, default=1)
    options = parser.parse_args()
    chance = random.Random(options.seed)  # noqa: S311 - not for secrets
    with tempfile.TemporaryDirectory(prefix="luocdo-crashes-") as name:
        nursery = Nursery(Path(name))
        if options.server:
            from server_crashes import kill_server_loads  # noqa: PLC0415 - the server of the tests

            kill_server_loads(options.kills, options.deaths, chance, nursery)
        else:
            kill_loads(options.kills, chance, nursery)
            pair_loads(options.pairs, nursery)
    told = f"{options.kills} kills, {options.pairs} pairs, {options.deaths} deaths of the server"
    print("\n".join(nursery.faults) or f"{told}: nothing lost, nothing left behind")
    return 1 if nursery.faults else 0


if __name__ == "__main__":
    raise SystemExit(main())
