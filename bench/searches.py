"""How long the search of the web application takes, as one types, in a store of many tasks.

    python bench/searches.py --tasks 100000

The graph is made here (no file is read): 50 tasks a paper, a unit for every thirty tasks.
Milliseconds of the whole page through the application, the store kept open as the
server does; medians of rounds.
"""

from __future__ import annotations

import argparse
import statistics
import sys
import tempfile
import time
from contextlib import nullcontext
from pathlib import Path

from starlette.testclient import TestClient

from luocdo.commands.shelf import Shelf
from luocdo.graph.model import Edge, Graph, Node
from luocdo.graph.stores.ladybug import LadybugStore
from luocdo.graph.text import fold
from luocdo.viz.web.application import application
from luocdo.viz.web.guard import Guard

A_PAPER, A_UNIT, ROUNDS = 50, 30, 7
ACTIONS = ("Rà soát", "Xây dựng", "Kết nối", "Đánh giá", "Công bố", "Hướng dẫn sử dụng")
OBJECTS = (
    "cơ sở dữ liệu",
    "quy trình nội bộ",
    "danh mục hồ sơ",
    "kho học liệu",
    "hệ thống báo cáo",
)
WORDS = ("cuc so 77", "kho hoc lieu 4711", "17/kh-ubnd", "khong dau ca", "xay dung")


def graph(tasks: int) -> Graph:
    """Papers with their tasks, and the units that lead them."""
    nodes, edges = [], []
    for at in range(max(1, tasks // A_UNIT)):
        name = f"Cục số {at}"
        facts = {
            "name": name,
            "display": f"{name} · Bộ số {at % 22}",
            "kind": "cục",
            "known": True,
            "name_fold": fold(name),
        }
        nodes.append(Node("Unit", f"unit:{at}", facts))
    for paper in range(max(1, tasks // A_PAPER)):
        title = f"Kế hoạch triển khai số {paper}"
        name = f"{paper}/KH-UBND"
        facts = {
            "name": name,
            "number": name,
            "kind": "Kế hoạch",
            "status": "loaded",
            "title": title,
        }
        nodes.append(
            Node(
                "Document",
                f"doc:{paper}",
                {**facts, "name_fold": fold(name), "title_fold": fold(title)},
            )
        )
    for at in range(tasks):
        text = f"{ACTIONS[at % len(ACTIONS)]} {OBJECTS[at % len(OBJECTS)]} {at} của ngành"
        facts = {
            "text": text,
            "text_fold": fold(text),
            "place": f"Phụ lục › {at}",
            "ordinal": at,
            "origin": "annex",
        }
        nodes.append(
            Node(
                "Task",
                f"task:doc:{at // A_PAPER % max(1, tasks // A_PAPER)}#{at}",
                {**facts, "leaf": True, "basis": "none"},
            )
        )
        proof = {
            "source": "x.txt",
            "place": "Phụ lục",
            "quote": text,
            "reading": "stated",
            "from_char": 0,
            "to_char": 1,
        }
        paper, unit = at // A_PAPER % max(1, tasks // A_PAPER), at % max(1, tasks // A_UNIT)
        edges.append(
            Edge(
                "MANDATES",
                f"m{at}",
                f"doc:{paper}",
                f"task:doc:{at // A_PAPER % max(1, tasks // A_PAPER)}#{at}",
                proof,
            )
        )
        edges.append(
            Edge(
                "LED_BY",
                f"l{at}",
                f"task:doc:{at // A_PAPER % max(1, tasks // A_PAPER)}#{at}",
                f"unit:{unit}",
                proof,
            )
        )
    return Graph(tuple(nodes), tuple(edges))


def main() -> None:
    """Measure and print a line a search."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--tasks", type=int, default=100_000)
    given = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "nhieu.lbug"
        made = graph(given.tasks)
        store = LadybugStore(path, lambda _: nullcontext(made))
        store.replace({"x.txt": b'{"file":"x.txt"}'}, made)
        store.close()
        client = TestClient(
            application(Shelf(f"ladybug:{path}"), Guard(frozenset({"testserver"})))
        )
        for words in WORDS:
            times, processor = [], []
            for _ in range(ROUNDS):
                wall, own = time.perf_counter(), time.process_time()
                got = client.get("/search", params={"q": words}, headers={"hx-request": "true"})
                times.append((time.perf_counter() - wall) * 1000)
                processor.append((time.process_time() - own) * 1000)
            hits = got.text.count("<li>")
            told = (
                f"{statistics.median(times):6.0f} ms, processor"
                f" {statistics.median(processor):6.0f} ms"
            )
            sys.stdout.write(f"{given.tasks:7} tasks  {words:20} {told}  {hits} hits\n")
            sys.stdout.flush()


if __name__ == "__main__":
    main()
