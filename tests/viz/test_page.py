"""The page is self-contained, keeps documents' words from being markup, and shows in a real
browser what was answered.
"""

from __future__ import annotations

import datetime
import re
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from small_graph import small_store

from luocdo.graph.pictures import Picture, PictureEdge, PictureNode
from luocdo.queries.naming import find_document
from luocdo.queries.picture import picture
from luocdo.viz.layout import positions
from luocdo.viz.page import page

if TYPE_CHECKING:
    from playwright.sync_api import Browser, Page

HOSTILE = "</script><img src=x onerror=alert(1)> https://example.org {{ 7 * 7 }}"
TODAY = datetime.date(2025, 11, 23)


@pytest.fixture
def hostile() -> Picture:
    nodes = (
        PictureNode("a", "Document", HOSTILE, 0, (("Trích yếu", HOSTILE),)),
        PictureNode("b", "Task", "việc", 1),
    )
    return Picture(
        HOSTILE, nodes, (PictureEdge("a", "b", "MANDATES", "giao", HOSTILE, "tệp"),), (HOSTILE,)
    )


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


def drawn_in(browser: Browser, folder: Path, words: str, width: int = 1500) -> Page:
    """The page opened in a browser."""
    (folder / "trang.html").write_text(words, "utf-8")
    tab = browser.new_page(viewport={"width": width, "height": 900})
    tab.on("pageerror", lambda error: pytest.fail(str(error)))
    tab.on(
        "request",
        lambda request: (
            request.url.startswith(("file:", "blob:", "data:")) or pytest.fail(request.url)
        ),
    )
    tab.goto((folder / "trang.html").as_uri())
    tab.wait_for_selector("body[data-ready=yes]")
    return tab


@pytest.fixture
def owners(tmp_path: Path) -> str:
    with small_store(tmp_path) as store:
        (document,) = find_document(store, "QĐ 131").matches
        return page(picture(store, document, "owners", TODAY))


def large() -> Picture:
    """A decision that gives a hundred tasks to four units."""
    tasks = [
        PictureNode(f"t{at}", "Task", f"{at} Việc", 1, due=f"20{25 + at % 3}-12-31", state="open")
        for at in range(100)
    ]
    units = [
        PictureNode(f"u{at}", "Unit", name, 2)
        for at, name in enumerate(("Vụ Giáo dục Đại học", "Văn phòng"))
    ]
    given = [
        PictureEdge("goc", task.id, "MANDATES", "giao", f"Câu {task.id}", "tệp") for task in tasks
    ]
    led = [
        PictureEdge(task.id, f"u{at % 2}", "LED_BY", "chủ trì", "Vụ", "tệp")
        for at, task in enumerate(tasks)
    ]
    return Picture(
        "Lớn", (PictureNode("goc", "Document", "131/QĐ-TTg", 0), *tasks, *units), (*given, *led)
    )


def test_every_arrow_is_a_row_of_the_table_with_its_day_and_its_sentence() -> None:
    drawn = page(large())
    rows = re.findall(r"<tr><td>.*?</tr>", drawn)
    assert len(rows) == 200
    assert all("31/12/20" in row for row in rows)
    assert "Câu t7" in rows[7]


@pytest.mark.browser
def test_words_and_abbreviations_lead_to_a_box_and_its_sentence(
    browser: Browser, tmp_path: Path, owners: str
) -> None:
    tab = drawn_in(browser, tmp_path, owners)
    tab.fill("#search", "cuc cntt")
    assert tab.inner_text("#name") == "Cục Công nghệ thông tin"
    assert "chủ trì" in tab.inner_text("#proofs")
    assert tab.locator("#proofs blockquote").count() > 0
    tab.click("#language")
    assert tab.inner_text("#name") == "Cục Công nghệ thông tin"  # what papers say stays
    assert "leads" in tab.inner_text("#proofs")
    left = tab.evaluate(
        "[...document.querySelectorAll('[data-said]')]"
        ".filter(one => !(one.dataset.said in data.english)).map(one => one.dataset.said)"
    )
    assert left == []
    tab.close()


@pytest.mark.browser
def test_boxes_are_folded_opened_hidden_and_brought_back_by_keyboard(
    browser: Browser, tmp_path: Path
) -> None:
    tab = drawn_in(browser, tmp_path, page(large()))
    count = lambda: tab.evaluate("nodes.length")  # noqa: E731 - a question asked again and again
    assert count() == 4
    tab.focus("#drawing")
    tab.keyboard.press("ArrowDown")
    tab.keyboard.press("ArrowRight")
    assert tab.inner_text("#name") == "100 nhiệm vụ · 131/QĐ-TTg"
    tab.keyboard.press("Enter")
    assert tab.inner_text("#name") == "nhiệm vụ 1 - 30"
    tab.keyboard.press("Enter")
    assert count() == 3 + 3 + 30
    assert "Câu t" in tab.inner_text("#proofs")
    tab.keyboard.press("Delete")
    assert count() == 3 + 3 + 29
    tab.click("#undo")
    tab.click("#undo")
    assert count() == 3 + 4
    tab.click("#fold")
    assert count() == 4
    tab.close()


@pytest.mark.browser
def test_what_is_folded_is_found_by_its_words_and_from_the_table(
    browser: Browser, tmp_path: Path
) -> None:
    tab = drawn_in(browser, tmp_path, page(large()))
    tab.fill("#search", "77 viec")
    assert tab.inner_text("#name") == "77 Việc"
    tab.click("text=Gập hết")
    tab.locator("td button", has_text="55 Việc").first.click()
    assert tab.inner_text("#name") == "55 Việc"
    tab.close()


@pytest.mark.browser
@pytest.mark.parametrize("width", [1500, 390])
def test_the_page_has_no_fault_of_accessibility_and_fits(
    browser: Browser, tmp_path: Path, width: int
) -> None:
    import axe_playwright_python

    script = next(Path(axe_playwright_python.__file__).parent.rglob("axe.min.js")).read_text(
        "utf-8"
    )
    tab = drawn_in(browser, tmp_path, page(large()), width)
    tab.evaluate(script)
    faults = tab.evaluate(
        "axe.run().then(r => r.violations.map(v => [v.id, v.nodes.length, v.nodes[0].html]))"
    )
    wide = tab.evaluate("document.documentElement.scrollWidth")
    tab.close()
    assert faults == []
    assert wide <= width


@pytest.mark.browser
def test_hostile_words_run_nothing_in_a_browser(
    browser: Browser, tmp_path: Path, hostile: Picture
) -> None:
    (tmp_path / "x.html").write_text(page(hostile), "utf-8")
    tab = browser.new_page()
    dialogs: list[str] = []
    tab.on("dialog", lambda dialog: dialogs.append(dialog.message))
    tab.goto((tmp_path / "x.html").as_uri())
    tab.wait_for_selector("body[data-ready=yes]")
    assert tab.title() == HOSTILE
    tab.close()
    assert dialogs == []
