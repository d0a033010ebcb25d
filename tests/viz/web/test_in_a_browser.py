"""The pages in a real browser: found by keyboard, readable at two widths, no fault of
accessibility, nothing from outside.
"""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Literal

import pytest

if TYPE_CHECKING:
    from collections.abc import Iterator

    from playwright.sync_api import Browser, Page

PATHS = (
    "/",
    "/search?q=cuc+cntt",
    "/owners?doc=QĐ+131",
    "/lineage?doc=131",
    "/document?doc=131",
    "/unit?name=cuc+cntt",
    "/unit?name=van+phong",
    "/due?from=2022-01-01",
    "/unit?name=vu+gddh&status=1",
    "/gaps?doc=03/NQ-CP&taken=1",
    "/conflicts",
    "/compare?a=03/NQ-CP&b=100/KH-BGDĐT",
    "/find?words=chuyen+doi+so",
    "/new?since=2020-01-01",
    "/ask?q=con+mèo",
    "/targets?doc=749",
    "/money?doc=100/KH-BGDĐT",
    "/reports?doc=100/KH-BGDĐT",
    "/documents?ended=1&from=2025-01-01",
    "/units",
    "/corrections",
    "/review",
    "/review?doc=100/KH-BGDĐT",
    "/source?file=131-qd-ttg.txt&quote=Thủ+tướng+Chính+phủ",
    "/owners",
    "/why?a=100/KH-BGDĐT&b=57-NQ/TW",
    "/check",
    "/centrality",
    "/questions",
    "/questions/not_loaded",
    "/load",
)
IN_THE_DARK = (
    "/owners?doc=QĐ+131",
    "/document?doc=131",
    "/check",
    "/review?doc=100/KH-BGDĐT",
)  # every colour stands on one of them
Scheme = Literal["light", "dark"]
LIGHT: tuple[Scheme, ...] = ("light",)
DARK: tuple[Scheme, ...] = ("dark",)
WIDTHS = (1400, 390)
SAMPLES = Path(__file__).resolve().parents[3] / "samples"
pytestmark = pytest.mark.browser


@pytest.fixture
def tab(browser: Browser) -> Iterator[Page]:
    made = browser.new_page(viewport={"width": WIDTHS[0], "height": 900})
    yield made
    made.close()


def opened(tab: Page, address: str) -> None:
    tab.goto(address)
    tab.wait_for_selector("html[data-ready=yes]")


@pytest.fixture(scope="module")
def axe() -> str:
    """The script that finds faults of accessibility."""
    import axe_playwright_python

    script = next(Path(axe_playwright_python.__file__).parent.rglob("axe.min.js"))
    return script.read_text("utf-8")


@pytest.mark.parametrize("path", PATHS)
def test_a_page_is_accessible_fits_a_telephone_and_asks_nobody_else(
    tab: Page, served: str, axe: str, path: str
) -> None:
    asked: list[str] = []
    failures: list[str] = []
    tab.on("request", lambda request: asked.append(request.url))
    tab.on("pageerror", lambda error: failures.append(str(error)))
    tab.on(
        "console",
        lambda message: failures.append(message.text) if message.type == "error" else None,
    )
    opened(tab, served + path)
    assert {url for url in asked if not url.startswith((served, "data:"))} == set()
    assert [
        one for one in failures if "300" not in one
    ] == []  # a choice of names is no failure of the page
    tab.evaluate(axe)
    for scheme in (*LIGHT, *(DARK if path in IN_THE_DARK else ())):
        tab.emulate_media(color_scheme=scheme)
        assert faults(tab) == [], scheme
    tab.set_viewport_size({"width": WIDTHS[1], "height": 800})
    assert tab.evaluate("document.documentElement.scrollWidth") <= WIDTHS[1]


def faults(tab: Page) -> list[object]:
    """What axe finds: the rule, how often it is broken, the first piece of the page that does."""
    found: list[object] = tab.evaluate(
        "axe.run().then(r => r.violations.map(v => [v.id, v.nodes.length, v.nodes[0].html]))"
    )
    return found


def test_from_words_to_a_task_in_three_steps_by_keyboard_alone(tab: Page, served: str) -> None:
    opened(tab, served)
    tab.keyboard.press("/")
    tab.keyboard.type("cuc cntt")
    tab.wait_for_selector("#hits a")
    tab.keyboard.press("ArrowDown")
    tab.keyboard.press("Enter")
    tab.wait_for_url("**/unit?**")
    tab.focus("table a[href^='/task']")
    tab.keyboard.press("Enter")
    tab.wait_for_url("**/task?**")
    assert "Như in" in tab.inner_text("main")


def test_the_sentence_that_proves_a_task_stands_marked_one_click_away(
    tab: Page, served: str
) -> None:
    opened(tab, served + "/owners?doc=131")
    proof = tab.locator(".proof:visible").first
    proof.locator("summary").click()
    said = proof.locator("blockquote").inner_text()
    proof.locator("a").click()
    tab.wait_for_url("**/source?**")
    assert tab.locator("mark#cau").is_visible()
    assert " ".join(tab.locator("mark#cau").inner_text().split()) in " ".join(said.split())


def test_a_box_of_the_diagram_becomes_the_middle_and_the_way_back_stays(
    tab: Page, served: str
) -> None:
    opened(tab, served + "/document?doc=131")
    tab.click(".wide a:has(.box:not(.middle)):not(:has(.more))")
    tab.wait_for_url("**/document?doc=doc%3A**")
    assert tab.query_selector(".box.middle") is not None
    tab.go_back()
    assert tab.url.endswith("doc=131")


def test_a_table_is_sorted_by_its_head(tab: Page, served: str) -> None:
    opened(tab, served + "/due?from=2022-01-01")
    first = tab.locator("table.sortable").first
    first.locator("thead button").first.click()
    days = [
        cell.get_attribute("data-sort") for cell in first.locator("tbody td:first-child").all()
    ]
    assert days == sorted(days, key=str)


def test_a_table_is_filtered_and_its_columns_chosen_and_what_is_shown_is_taken_away(
    tab: Page, served: str
) -> None:
    opened(tab, served + "/gaps?doc=03/NQ-CP")
    tools = tab.locator(".over").first
    tools.locator("input[type=search]").fill("khong co dau nao nhu vay")
    assert tab.locator("tbody tr:visible").count() == 0
    tools.locator("input[type=search]").fill("bo")
    shown = tab.locator("tbody tr:visible").count()
    assert shown > 0
    tools.locator("summary").click()
    tools.locator("label", has_text="Chủ trì").locator("input").uncheck()
    assert tab.locator("thead th", has_text="Chủ trì").first.is_hidden()
    with tab.expect_download() as download:
        tools.locator("button").click()
    lines = Path(download.value.path()).read_text("utf-8-sig").splitlines()
    assert len(lines) == shown + 1
    assert "Chủ trì" not in lines[0]


def test_a_box_is_hidden_and_brought_back(tab: Page, served: str) -> None:
    opened(tab, served + "/owners?doc=131")
    section = tab.locator(".picture").first
    boxes = section.locator("a[data-key]:visible")
    before = boxes.count()
    section.locator(".hide").click()
    boxes.first.click()
    assert boxes.count() == before - 1
    section.locator(".back").click()
    assert boxes.count() == before
    boxes.first.focus()
    tab.keyboard.press("Delete")
    assert boxes.count() == before - 1


def test_a_box_that_is_pinned_stays_marked_and_at_hand_when_another_becomes_the_middle(
    tab: Page, served: str
) -> None:
    opened(tab, served + "/document?doc=131")
    kept = tab.locator("a[data-key]:visible:not(:has(.middle))").first
    name = kept.locator(".first").text_content()
    kept.focus()
    tab.keyboard.press("p")
    tab.locator("a[data-key]:visible:not(.pinned):not(:has(.middle))").first.click()
    tab.wait_for_url("**/document?doc=doc%3A**")
    assert name in tab.inner_text(".pins")
    tab.locator(".pins button").click()
    assert tab.locator(".pins").is_hidden()


@pytest.mark.parametrize("kind", ["svg", "png"])
def test_a_picture_is_taken_away_as_it_is_shown(tab: Page, served: str, kind: str) -> None:
    opened(tab, served + "/unit?name=vu+gddh")
    with tab.expect_download() as download:
        tab.locator(".picture").last.locator({"svg": ".vector", "png": ".png"}[kind]).click()
    data = Path(download.value.path()).read_bytes()
    assert data.startswith({"svg": b"<svg", "png": b"\x89PNG"}[kind])


def test_back_forward_and_reload_lead_to_the_same_pages(tab: Page, served: str) -> None:
    opened(tab, served + "/unit?name=vu+gddh")
    unit = tab.inner_text("h1")
    tab.locator(".quick a", has_text="30 ngày").click()
    tab.wait_for_url("**/due?**")
    tab.go_back()
    assert tab.inner_text("h1") == unit
    tab.go_forward()
    assert "/due" in tab.url
    tab.reload()
    assert tab.inner_text("h1").startswith("Hạn từ")


def test_filters_stand_folded_until_they_are_asked_for(tab: Page, served: str) -> None:
    opened(tab, served + "/owners?doc=131")
    state = tab.locator("select[name=only-state]")
    assert state.is_hidden()
    tab.locator(".choices summary").click()
    state.select_option("overdue")
    tab.locator("form.asof button").click()
    tab.wait_for_url("**only-state=overdue**")
    assert tab.locator("select[name=only-state]").is_visible()
    assert (
        tab.locator("tbody .state:visible").count()
        == tab.locator("tbody .state.overdue:visible").count()
        > 0
    )


def test_a_unit_of_the_picture_opens_into_its_rows_and_then_its_page(
    tab: Page, served: str
) -> None:
    opened(tab, served + "/owners?doc=131")
    unit = tab.locator("a[data-key*='only-unit']").first
    name = unit.locator(".first").text_content()
    unit.click()
    tab.wait_for_url("**only-unit=**")
    assert tab.locator("a[data-key^='/unit']").first.locator(".first").text_content() == name
    tab.locator("a[data-key^='/unit']").first.click()
    tab.wait_for_url("**/unit?**")


def test_a_form_leaves_what_is_empty_out_of_the_address(tab: Page, served: str) -> None:
    opened(tab, served + "/due")
    tab.locator(".choices summary").click()
    tab.fill("[name=month]", "12/2025")
    tab.locator("form.asof button").click()
    tab.wait_for_url("**/due?**")
    assert "quarter" not in tab.url


def test_two_tabs_answer_while_files_are_read(browser: Browser, own: str, tmp_path: Path) -> None:
    paper = tmp_path / "moi.txt"
    paper.write_text(
        (SAMPLES / "131-qd-ttg.txt").read_text("utf-8").replace("131/QĐ-TTg", "977/QĐ-TTg"),
        "utf-8",
    )
    loading, looking = browser.new_page(), browser.new_page()
    opened(loading, own + "/load")
    loading.set_input_files("input[type=file]", [str(paper), str(SAMPLES / "142-qd-ttg.txt")])
    assert loading.locator(".reading li").all_inner_texts() == [
        "moi.txt chờ",
        "142-qd-ttg.txt chờ",
    ]
    loading.evaluate("document.querySelector('form.load button').click()")
    opened(looking, own + "/document?doc=4268")
    looking.reload()
    assert "4268" in looking.inner_text("h1")
    loading.wait_for_selector(".outcome h2")
    taken = loading.locator(".outcome li", has_text="moi.txt")
    assert taken.locator("a", has_text="977/QĐ-TTg").count() == 1
    opened(looking, own + "/document?doc=977/QĐ-TTg")
    assert "977/QĐ-TTg" in looking.inner_text("h1")
    loading.close()
    looking.close()


@pytest.mark.parametrize(
    "path",
    ["/owners?doc=12", "/document?doc=12", "/find?words=ban+do", "/review?doc=12", "/gaps?doc=12"],
)
def test_markup_of_a_document_runs_nothing(tab: Page, hostile: str, path: str) -> None:
    told: list[str] = []
    tab.on("dialog", lambda dialog: (told.append(dialog.message), dialog.dismiss()))
    opened(tab, hostile + path)
    assert "<script>alert(1)</script>" in tab.inner_text("main")
    assert told == []
