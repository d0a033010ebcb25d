"""Time until a picture can be used, by its number of boxes: ours beside plain pyvis, and others
where they are installed.

    python bench/pictures.py --sizes 60,1000,5000 --npm FOLDER

"Usable" is the second frame after everything stands in its place, in milliseconds since the page
was opened; what is not usable after a minute is given up. FOLDER may hold npm packages (cytoscape;
sigma with graphology): they are given the places that are computed here, as our own pictures are,
while plain pyvis finds its own.
"""

from __future__ import annotations

import argparse
import json
import shutil
import statistics
import sys
import tempfile
from pathlib import Path
from typing import TYPE_CHECKING

from playwright.sync_api import Error, sync_playwright
from pyvis.network import Network

from luocdo.graph.pictures import Picture, PictureEdge, PictureNode
from luocdo.viz.drawings.drawing import Box, Drawing, Line, svg
from luocdo.viz.layout import positions
from luocdo.viz.page import page

if TYPE_CHECKING:
    from collections.abc import Iterator

    from playwright.sync_api import Browser

RUNS, LONGEST = 3, 60_000  # runs of which the middle one counts; milliseconds
WIDTH, HEIGHT = 220, 30
USABLE = (
    "requestAnimationFrame(() => requestAnimationFrame(() => { window.usable = performance.now();"
    " }));"
)
FLAGS = [
    "--no-sandbox",
    "--disable-gpu",
    "--disable-background-networking",
    "--disable-component-update",
]


def graph(boxes: int) -> Picture:
    """A decision, papers, their tasks and the units that lead them: ``boxes`` in all."""
    papers, units = max(1, boxes // 40), max(2, boxes // 15)
    tasks = boxes - papers - units - 1
    nodes = [PictureNode("goc", "Document", "131/QĐ-TTg · Đề án", 0)]
    nodes += [
        PictureNode(f"p{at}", "Document", f"{at}/KH-UBND · Kế hoạch triển khai", 1)
        for at in range(papers)
    ]
    nodes += [
        PictureNode(f"t{at}", "Task", f"{at} Xây dựng cơ sở dữ liệu dùng chung", 2)
        for at in range(tasks)
    ]
    nodes += [PictureNode(f"u{at}", "Unit", f"Sở thứ {at} của tỉnh", 3) for at in range(units)]
    edges = [PictureEdge("goc", f"p{at}", "IMPLEMENTS", "triển khai") for at in range(papers)]
    edges += [PictureEdge(f"p{at % papers}", f"t{at}", "MANDATES", "giao") for at in range(tasks)]
    edges += [PictureEdge(f"t{at}", f"u{at % units}", "LED_BY", "chủ trì") for at in range(tasks)]
    return Picture("131/QĐ-TTg", tuple(nodes), tuple(edges))


def drawn(picture: Picture) -> str:
    """All boxes as SVG, each a link, as the web application draws."""
    places = positions(picture)
    left, top = min(x for x, _ in places.values()), min(y for _, y in places.values())
    at = {key: (x - left, y - top) for key, (x, y) in places.items()}
    boxes = tuple(
        Box(*at[one.id], WIDTH, HEIGHT, (one.caption[:30],), "", f"#{one.id}", one.caption)
        for one in picture.nodes
    )
    lines = tuple(
        Line((at[one.start], at[one.end]), "tie-owner", curved=True) for one in picture.edges
    )
    width, height = (max(place[side] for place in at.values()) + WIDTH for side in (0, 1))
    picture_words = svg(Drawing(picture.title, width, height, boxes, lines), standalone=True)
    return f"<!doctype html><meta charset=utf-8><body>{picture_words}<script>{USABLE}</script>"


def ours(picture: Picture) -> str:
    """The page that is passed on: folded, its table beside it."""
    wait = """const wait = () => document.body.dataset.ready
      ? (window.usable = performance.now()) : requestAnimationFrame(wait); wait();"""
    return page(picture).replace("</body>", f"<script>{wait}</script></body>")


def plain_pyvis(picture: Picture) -> str:
    """What pyvis makes of the same graph by itself."""
    network = Network(directed=True, cdn_resources="in_line")
    for one in picture.nodes:
        network.add_node(one.id, label=one.caption, shape="box")
    for edge in picture.edges:
        network.add_edge(edge.start, edge.end)
    script = f"network.once('stabilizationIterationsDone', () => {{ {USABLE} }});"
    return network.generate_html(notebook=False).replace(
        "</body>", f"<script>{script}</script></body>"
    )


def cytoscape(picture: Picture, library: Path) -> str:
    """Cytoscape.js with the places given."""
    places = positions(picture)
    elements = [
        {
            "data": {"id": one.id, "label": one.caption},
            "position": dict(zip("xy", places[one.id], strict=True)),
        }
        for one in picture.nodes
    ] + [{"data": {"source": one.start, "target": one.end}} for one in picture.edges]
    style = [
        {
            "selector": "node",
            "style": {
                "label": "data(label)",
                "shape": "rectangle",
                "width": WIDTH,
                "height": HEIGHT,
            },
        }
    ]
    made = f"""const cy = cytoscape({{container: document.getElementById("c"), elements: {json.dumps(elements)},
      style: {json.dumps(style)}, layout: {{name: "preset"}}}}); cy.ready(() => {{ cy.once("render", () => {{ {USABLE} }}); }});"""
    return _hosted(library, made)


def sigma(picture: Picture, libraries: tuple[Path, Path]) -> str:
    """Sigma.js with the places given."""
    places = positions(picture)
    nodes = [[one.id, one.caption, *places[one.id]] for one in picture.nodes]
    edges = [[one.start, one.end] for one in picture.edges]
    made = f"""const g = new graphology.Graph({{multi: true}});
      for (const [id, label, x, y] of {json.dumps(nodes)}) g.addNode(id, {{label, x, y: -y, size: 4}});
      for (const [a, b] of {json.dumps(edges)}) g.addEdge(a, b);
      const s = new Sigma(g, document.getElementById("c")); s.once("afterRender", () => {{ {USABLE} }}); s.refresh();"""
    return _hosted(libraries[0], made, libraries[1])


def _hosted(library: Path, script: str, *more: Path) -> str:
    spelt = (one.read_text("utf-8").replace("</script", "<\\/script") for one in (library, *more))
    loaded = "".join(f"<script>{words}</script>" for words in spelt)
    room = '<div id="c" style="width:1300px;height:850px"></div>'
    return f"<!doctype html><meta charset=utf-8><body>{room}{loaded}<script>{script}</script>"


def pages(picture: Picture, npm: Path | None) -> Iterator[tuple[str, str]]:
    """Yield each way to draw ``picture`` with its page."""
    yield "SVG drawn by the server", drawn(picture)
    yield "the page of luocdo view", ours(picture)
    yield "plain pyvis", plain_pyvis(picture)
    if npm is None:
        return
    one = npm / "node_modules/cytoscape/dist/cytoscape.min.js"
    if one.exists():
        yield "cytoscape.js, places given", cytoscape(picture, one)
    two = (
        npm / "node_modules/graphology/dist/graphology.umd.min.js",
        npm / "node_modules/sigma/dist/sigma.min.js",
    )
    if all(path.exists() for path in two):
        yield "sigma.js, places given", sigma(picture, two)


def usable(browser: Browser, file: Path) -> float | None:
    """Return after how many milliseconds the page can be used; None where it cannot within
    `LONGEST`.
    """
    tab = browser.new_page(viewport={"width": 1400, "height": 900})
    try:
        tab.goto(file.as_uri(), timeout=LONGEST)
        tab.wait_for_function("window.usable > 0", timeout=LONGEST)
        return float(tab.evaluate("window.usable"))
    except Error:
        return None
    finally:
        tab.close()


def main() -> None:
    """Measure and print a line a size and way."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--sizes", default="60,1000,5000")
    parser.add_argument("--npm", type=Path)
    given = parser.parse_args()
    chromium = next(
        (
            path
            for name in ("chromium", "chromium-browser", "google-chrome")
            if (path := shutil.which(name))
        ),
        None,
    )
    with tempfile.TemporaryDirectory() as folder, sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=chromium, args=FLAGS)
        for size in map(int, given.sizes.split(",")):
            for name, words in pages(graph(size), given.npm):
                file = Path(folder) / "trang.html"
                file.write_text(words, "utf-8")
                times = [usable(browser, file) for _ in range(RUNS)]
                found = [one for one in times if one is not None]
                told = (
                    f"{statistics.median(found):7.0f} ms"
                    if found
                    else f"not within {LONGEST // 1000} s"
                )
                sys.stdout.write(f"{size:6}  {name:28} {told}  {len(words) // 1000:6} kB\n")
                sys.stdout.flush()
        browser.close()


if __name__ == "__main__":
    main()
