"""The page is self-contained, keeps documents' words from being markup, and shows in a real browser what was answered."""

from __future__ import annotations

import datetime
import re
from typing import TYPE_CHECKING

import pytest
from small_graph import small_store

from luocdo.graph.pictures import Picture, PictureEdge, PictureNode
from luocdo.queries.naming import find_document
from luocdo.queries.picture import picture
from luocdo.viz.layout import positions
from luocdo.viz.page import page

if TYPE_CHECKING:
    from pathlib import Path

    from playwright.sync_api import Browser

HOSTILE = "</script><img src=x onerror=alert(1)> https://example.org {{ 7 * 7 }}"
TODAY = datetime.date(2025, 11, 23)


@pytest.fixture
def hostile() -> Picture:
    nodes = (PictureNode("a", "Document", HOSTILE, 0, (("Trích yếu", HOSTILE),)), PictureNode("b", "Task", "việc", 1))
    return Picture(HOSTILE, nodes, (PictureEdge("a", "b", "MANDATES", "giao", HOSTILE, "tệp"),), (HOSTILE,))


@pytest.mark.parametrize("kind", ["owners", "lineage"])
def test_no_address_of_the_network_stands_in_the_page(tmp_path: Path, kind: str) -> None:
    with small_store(tmp_path) as store:
        (document,) = find_document(store, "QĐ 131").matches
        drawn = page(picture(store, document, kind, TODAY))
    assert not re.search(r"https?://", drawn)


def test_words_of_documents_are_never_markup(hostile: Picture) -> None:
    drawn = page(hostile)
    assert "<img src=x" not in drawn
    assert "49" not in re.findall(r"<h1>(.*?)</h1>", drawn)[0]


def test_layers_stand_from_left_to_right_and_no_two_boxes_on_one_place(hostile: Picture) -> None:
    places = positions(hostile)
    assert places["a"][0] < places["b"][0]
    assert len(set(places.values())) == len(places)


@pytest.mark.browser
def test_the_page_draws_in_a_browser_and_tells_the_sentence_on_a_click(browser: Browser, tmp_path: Path) -> None:
    with small_store(tmp_path) as store:
        (document,) = find_document(store, "QĐ 131").matches
        (tmp_path / "trang.html").write_text(page(picture(store, document, "owners", TODAY)), "utf-8")
    tab = browser.new_page(viewport={"width": 1500, "height": 900})
    failures: list[str] = []
    asked: list[str] = []
    tab.on("pageerror", lambda error: failures.append(str(error)))
    tab.on("request", lambda request: asked.append(request.url))
    tab.goto((tmp_path / "trang.html").as_uri())
    tab.wait_for_selector("body[data-ready=yes]")
    tab.fill("#search", "cuc cntt")
    tab.evaluate(
        "() => { const id = nodes.get().find((n) => n.caption.startsWith('1 ')).id; network.selectNodes([id]); network.body.emitter.emit('selectNode', {nodes: [id]}); }"
    )
    told = tab.inner_text("aside")
    tab.close()
    assert failures == []
    assert all(url.startswith("file:") for url in asked)
    assert "Quyết định số 131/QĐ-TTg ngày 25/01/2022" in told


@pytest.mark.browser
def test_hostile_words_run_nothing_in_a_browser(browser: Browser, tmp_path: Path, hostile: Picture) -> None:
    (tmp_path / "x.html").write_text(page(hostile), "utf-8")
    tab = browser.new_page()
    dialogs: list[str] = []
    tab.on("dialog", lambda dialog: dialogs.append(dialog.message))
    tab.goto((tmp_path / "x.html").as_uri())
    tab.wait_for_selector("body[data-ready=yes]")
    assert tab.title() == HOSTILE
    tab.close()
    assert dialogs == []
