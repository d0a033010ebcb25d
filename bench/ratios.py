"""Measure luocdo against the least that the same work could cost, side by side in one run; ratios,
medians of rounds.

Reading: against one bare pass of the citation pattern over the same bytes. Questions: against the
same Cypher given to the driver bare, and the same walk in networkx. A look-up as a process:
against a bare Python that opens the store and asks the same questions. Rounds alternate between
the two, so that a noisy machine troubles both alike.
"""

from __future__ import annotations

import argparse
import json
import os
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING, cast

import ladybug
from run import LUOCDO, ROOT, busiest, folders

from luocdo.graph.errors import LuocdoError
from luocdo.graph.library import rebuild
from luocdo.graph.network import as_network
from luocdo.graph.schema import DERIVING
from luocdo.graph.stores.dialect import for_ladybug
from luocdo.graph.stores.opening import open_store
from luocdo.graph.text import NormalText
from luocdo.loaders.loading import load_paths
from luocdo.loaders.reading import read_file, resolver
from luocdo.loaders.text.bare import bare
from luocdo.loaders.text.numbers import NUMBER
from luocdo.loaders.text.page import Page
from luocdo.loaders.text.pipeline import reading_pipeline
from luocdo.queries.catalog import QueryParameter, question, questions
from luocdo.queries.naming import find_document, find_unit
from luocdo.queries.unit import unit as unit_answer

if TYPE_CHECKING:
    from luocdo.graph.model import Graph
    from luocdo.graph.stores.base import Parameters, Rows, Store
    from luocdo.queries.nodes import DocumentNode, UnitNode

Work = Callable[[], object]
TEXT = {".txt", ".md"}


def seconds(work: Work) -> float:
    """Return how long ``work`` took."""
    started = time.perf_counter()
    work()
    return time.perf_counter() - started


def side_by_side(
    what: str, ours: Work, least: Work, rounds: int, *, goal: str, faster: bool = False
) -> float:
    """Print the medians of both and their ratio; ``faster``: as speed reached of the bare one,
    else as time taken.
    """
    pairs = [(seconds(ours), seconds(least)) for _ in range(rounds)]
    mine, theirs = (statistics.median(column) for column in zip(*pairs, strict=True))
    ratio = theirs / mine if faster else mine / theirs
    print(
        f"| {what} | {mine * 1000:.2f} ms | {theirs * 1000:.2f} ms | {ratio:.3f} | {goal} |",
        flush=True,
    )
    return ratio


def measure_reading(paths: list[Path], rounds: int) -> None:
    """Find into a Doc, and read to records, against decoding and one pass of the pattern."""
    files = [file for path in paths for file in sorted(path.rglob("*")) if file.suffix in TEXT]
    data = [file.read_bytes() for file in files]
    nlp = reading_pipeline({unit.name: key for key, unit in resolver().registry.entries.items()})

    def bare_pass() -> None:
        for one in data:
            sum(
                1
                for _ in NUMBER.finditer(bare(NormalText.of(one.decode("utf-8", "replace")).text))
            )

    def into_docs() -> None:
        for one in data:
            page = Page.of("a.txt", one.decode("utf-8", "replace"))
            nlp(bare(page.flat))

    def to_records() -> None:
        for file in files:
            try:
                read_file(file)
            except LuocdoError:  # what is no document is refused
                continue

    size = sum(map(len, data)) / 1e6
    print(f"| | {len(files)} text files, {size:.1f} MB | | | |")
    side_by_side("finding into a Doc", into_docs, bare_pass, rounds, goal=">= 0.12", faster=True)
    side_by_side(
        "file to records, one core",
        to_records,
        bare_pass,
        max(1, rounds // 3),
        goal=">= 0.06",
        faster=True,
    )


def measure_questions(url: str, rounds: int) -> None:
    """Ask each named question through luocdo and bare, on open connections."""
    path = Path(url.removeprefix("ladybug:"))
    document, unit = busiest(url)
    with open_store(url) as store:
        (subject,), (body,) = (
            find_document(store, document).matches[:1],
            find_unit(store, unit).matches[:1],
        )
        connection = ladybug.Connection(ladybug.Database(str(path), read_only=True))
        worst = 0.0
        for name, asked in questions().items():
            values = {one.name: example_value(one, subject, body) for one in asked.parameters}
            text = for_ladybug(asked.text)
            worst = max(
                worst,
                side_by_side(
                    f"question {name}",
                    lambda asked=asked, values=values: store.run(asked.text, values),
                    lambda text=text, values=values: connection.execute(text, values).get_all(),
                    rounds,
                    goal="<= 1.2",
                ),
            )
        print(f"| the slowest of {len(questions())} questions | | | {worst:.3f} | <= 1.2 |")


def example_value(parameter: QueryParameter, document: DocumentNode, unit: UnitNode) -> object:
    """Give a parameter a value that has an answer."""
    if parameter.type in {"document", "unit"}:
        return (document if parameter.type == "document" else unit).id
    return [parameter.example] if parameter.type == "list" else parameter.example


def measure_walks(url: str, graph: Graph, rounds: int) -> None:
    """Compare the derivation of a document's owners with the same walk in networkx, the graph in
    memory already.
    """
    document, _ = busiest(url)
    network = as_network(graph)
    deriving = frozenset(DERIVING)
    with open_store(url) as store:
        subject, *_ = find_document(store, document).matches

        def walk() -> set[tuple[str, str]]:
            reached, todo = {subject.id}, [subject.id]
            while todo:
                for start, _, facts in network.in_edges(todo.pop(), data=True):
                    if facts["type"] in deriving and facts.get("derives") and start not in reached:
                        reached.add(start)
                        todo.append(start)
            tops = {
                end
                for one in reached
                for _, end, facts in network.out_edges(one, data=True)
                if facts["type"] == "MANDATES"
            }
            return {
                (task, end)
                for task in tops
                for _, end, facts in network.out_edges(task, data=True)
                if facts["type"] == "LED_BY"
            }

        asked = question("owners")
        side_by_side(
            "derivation of owners against networkx",
            lambda: store.run(asked.text, {"id": subject.id}),
            walk,
            rounds,
            goal="reported",
        )


class _Listening:
    """A store that notes what it is asked."""

    def __init__(self, store: Store) -> None:
        self.url, self.asked, self._store = store.url, [], store
        self.asked: list[tuple[str, Parameters]]

    def run(self, query: str, parameters: Parameters | None = None) -> Rows:
        """Note the question and answer it."""
        self.asked.append((for_ladybug(query), dict(parameters or {})))
        return self._store.run(query, parameters)


def measure_process(url: str, rounds: int, folder: Path) -> None:
    """Time ``luocdo unit`` as a process against a bare Python that opens the store and asks the
    same questions.
    """
    _, unit = busiest(url)
    with open_store(url) as store:
        heard = cast("Store", _Listening(store))
        (body,) = find_unit(heard, unit).matches[:1]
        unit_answer(heard, body, datetime.now(tz=UTC).date())
    questions_file = folder / "asked.json"
    questions_file.write_text(json.dumps(cast("_Listening", heard).asked), "utf-8")
    least = (
        "import json,"
        f" ladybug;c=ladybug.Connection(ladybug.Database({url.removeprefix('ladybug:')!r},"
        " read_only=True));[c.execute(text, values).get_all() for text, values in"
        f" json.load(open({str(questions_file)!r}))]"
    )
    side_by_side(
        "process of luocdo unit",
        lambda: subprocess.run(
            [LUOCDO, "unit", unit, "--store", url], capture_output=True, check=True
        ),
        lambda: subprocess.run([sys.executable, "-c", least], capture_output=True, check=True),
        rounds,
        goal="<= 1.5",
    )


def measure_memory(paths: list[Path]) -> None:
    """Compare the peak memory of a process that reads all text files once with one that reads them
    three times over.

    Only Linux tells the peak of one process.
    """
    read = (
        "import sys, pathlib;"
        "from contextlib import suppress;"
        "from luocdo.graph.errors import LuocdoError;"
        "from luocdo.loaders.reading import read_file\n"
        "for _ in range(int(sys.argv[1])):\n"
        "  for path in sys.argv[2:]:\n"
        "    with suppress(LuocdoError): read_file(pathlib.Path(path))\n"
        # resource would count what it was forked from
        "status = pathlib.Path('/proc/self/status').read_text()\n"
        "print(status.partition('VmHWM:')[2].split()[0])"
    )
    files = [
        str(file) for path in paths for file in sorted(path.rglob("*")) if file.suffix in TEXT
    ]
    once, thrice = (
        int(
            subprocess.run(
                [sys.executable, "-c", read, times, *files], capture_output=True, check=True
            ).stdout
        )
        / 1024
        for times in ("1", "3")
    )
    print(
        f"| peak memory of reading, three times the files | {thrice:.0f} MB | {once:.0f} MB |"
        f" {thrice / once:.3f} | flat |"
    )


def main() -> None:
    """Print a table in Markdown."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--shared", type=Path, default=ROOT.parent / "shared")
    parser.add_argument("--rounds", type=int, default=9)
    options = parser.parse_args()
    paths = folders(options.shared)
    print("| what | luocdo | bare | ratio | goal |\n|---|---|---|---|---|")
    measure_reading(paths, options.rounds)
    measure_memory(paths)
    with tempfile.TemporaryDirectory(prefix="luocdo-ratios-") as folder:
        url = f"ladybug:{Path(folder) / 'graph.lbug'}"
        with open_store(url) as store:
            started, busy = time.perf_counter(), sum(os.times()[:4])
            load_paths(store, paths)
            wall, busy = time.perf_counter() - started, sum(os.times()[:4]) - busy
            print(
                f"| load of the folder | {wall:.1f} s | {busy:.1f} s of processor |"
                f" {busy / wall:.2f} cores kept busy | |"
            )
            graph = rebuild(store.records())
        measure_questions(url, options.rounds)
        measure_walks(url, graph, options.rounds)
        measure_process(url, options.rounds, Path(folder))


if __name__ == "__main__":
    main()
