"""Score what is read from the annotated documents that lie beside the repository.

The seeds and every annotated document are loaded into a fresh store with the command a user types,
exported as jsonl and handed to the scorer that belongs to the annotations. The figures may not
fall below ``floors.json``. Documents that were annotated for their tasks alone (``gold-unread``)
are a set of their own with the floors of ``floors-unread.json``: their heads and citations were
not read off.
"""

from __future__ import annotations

import argparse
import json
import shutil
import subprocess
import sys
import tempfile
from pathlib import Path

HERE = Path(__file__).resolve().parent
SETS = {"gold": HERE / "floors.json", "gold-unread": HERE / "floors-unread.json"}


def annotations(shared: Path, folder: str) -> list[Path]:
    """The annotation files; the questions beside them are a list, not an annotation of one
    document.
    """
    files = sorted((shared / folder).glob("*.json"))
    return [
        path for path in files if isinstance(json.loads(path.read_text(encoding="utf-8")), dict)
    ]


def documents(shared: Path, gold: list[Path]) -> list[Path]:
    """The documents that an annotation names: of the seeds all, for they name one another, of the
    corpus its own.
    """
    named = [json.loads(path.read_text(encoding="utf-8"))["source"] for path in gold]
    corpus = [shared / "corpus" / Path(source).name for source in named]
    seeds = sorted((shared / "seeds").glob("*.txt"))
    of_seeds = any((shared / "seeds" / Path(source).name).is_file() for source in named)
    return [*(seeds if of_seeds else ()), *(path for path in corpus if path.is_file())]


def run(*command: str | Path) -> int:
    """Run one command with its output in sight."""
    print("+", *command, flush=True)
    return subprocess.run([str(part) for part in command], check=False).returncode


def export(paths: list[Path], folder: Path) -> Path:
    """Load the documents into a store of their own and write the graph as jsonl."""
    luocdo = shutil.which("luocdo", path=str(Path(sys.executable).parent)) or "luocdo"
    store, graph = f"ladybug:{folder / 'graph.lbug'}", folder / "graph.jsonl"
    if run(luocdo, "load", *paths, "--store", store) != 0:
        sys.exit("the documents could not be loaded")
    with graph.open("wb") as out:
        subprocess.run(
            [luocdo, "export", "--format", "jsonl", "--store", store], stdout=out, check=True
        )
    return graph


def score(options: argparse.Namespace, scorer: Path, folder: str, floors: Path) -> int:
    """Score the documents of one set of annotations; 0 where there are none."""
    gold = annotations(options.shared, folder)
    if not gold:
        return 0
    extras = ["--floors", floors] if floors.is_file() else []
    extras += ["--misses"] if options.misses else []
    extras += (
        ["--json", options.json.with_stem(f"{options.json.stem}-{folder}")] if options.json else []
    )
    with tempfile.TemporaryDirectory(prefix="luocdo-score-") as store:
        graph = export(documents(options.shared, gold), Path(store))
        return run(sys.executable, scorer, graph, *gold, "--sources", options.shared, *extras)


def main() -> int:
    """Return the scorer's exit code, or 0 with a word where there is nothing to score against."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--shared", type=Path, default=HERE.parent.parent / "shared")
    parser.add_argument("--misses", action="store_true", help="print every difference")
    parser.add_argument("--json", type=Path, help="write the figures here")
    options = parser.parse_args()
    scorer = options.shared / "score" / "score.py"
    if not scorer.is_file():
        print(f"nothing to score: there are no annotated documents in {options.shared}")
        return 0
    codes = [score(options, scorer, folder, floors) for folder, floors in SETS.items()]
    code = max(codes)
    print(
        "score: every figure is at or above its floor" if code == 0 else "score: below the floors",
        flush=True,
    )
    return code


if __name__ == "__main__":
    sys.exit(main())
