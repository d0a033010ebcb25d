"""Of a PDF the page as printed stands beside the text, the place framed; its picture is a file of
our own making.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from small_pdf import pdf_of
from starlette.testclient import TestClient

from luocdo.commands.shelf import Shelf
from luocdo.viz.web.application import application
from luocdo.viz.web.guard import Guard

if TYPE_CHECKING:
    from collections.abc import Iterator

PAPER = pdf_of(("KE HOACH", "Trang dau"), ("PHU LUC", "So Y te ra soat tu thuoc cua truong hoc"))
SAID = "Sở Y tế rà soát tủ thuốc"


class OnePaper(Shelf):
    """A shelf on which one PDF lies."""

    def original(self, file: str) -> bytes | None:
        return PAPER if file == "ke hoach.pdf" else None


@pytest.fixture(scope="module")
def paper(sample_store: str) -> Iterator[TestClient]:
    with TestClient(application(OnePaper(sample_store), Guard(frozenset({"testserver"})))) as made:
        yield made


def test_the_page_of_the_sentence_is_shown_with_its_frame(paper: TestClient) -> None:
    text = paper.get("/source", params={"file": "ke hoach.pdf", "quote": SAID}).text
    assert "Trang 2/2" in text
    assert '<rect class="frame"' in text
    assert "/page.png?file=ke%20hoach.pdf&page=2" in text.replace("&amp;", "&").replace("+", "%20")


def test_another_page_is_turned_to_and_says_that_the_sentence_is_not_on_it(
    paper: TestClient,
) -> None:
    text = paper.get("/source", params={"file": "ke hoach.pdf", "quote": SAID, "page": "1"}).text
    assert "Trang 1/2" in text
    assert "không thấy câu này trên trang" in text


def test_the_picture_of_a_page_is_a_png(paper: TestClient) -> None:
    got = paper.get("/page.png?file=ke hoach.pdf&page=2")
    assert got.headers["content-type"] == "image/png"
    assert got.content.startswith(b"\x89PNG")


@pytest.mark.parametrize("page", ["0", "3", "x", "-1", "99999999", "²"])
def test_a_page_that_is_not_is_said_to_be_missing(paper: TestClient, page: str) -> None:
    assert paper.get("/page.png", params={"file": "ke hoach.pdf", "page": page}).status_code == 404


def test_a_file_without_pages_shows_its_text_alone(paper: TestClient) -> None:
    text = paper.get("/source", params={"file": "131-qd-ttg.txt", "quote": "x"}).text
    assert "<svg" not in text
