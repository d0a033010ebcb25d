"""A reader goes through what was read, row by row; each word is kept, counted, and can be taken
back.
"""

from __future__ import annotations

import re
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from starlette.testclient import TestClient

from luocdo.commands.shelf import Shelf
from luocdo.graph.stores.opening import open_store
from luocdo.loaders.loading import load_paths
from luocdo.viz.web.application import application
from luocdo.viz.web.guard import Guard

if TYPE_CHECKING:
    import httpx

GUARD = Guard(frozenset({"testserver"}))
PLAN = Path(__file__).resolve().parents[3] / "samples" / "100-kh-bgddt.txt"

SAYS_NOTHING = [("lead", "", "Hoa"), ("due", "mai", "Hoa"), ("right", "", " "), ("eat", "", "Hoa")]


@pytest.fixture
def store(tmp_path: Path) -> str:
    url = f"ladybug:{tmp_path / 'kho.lbug'}"
    with open_store(url) as opened:
        load_paths(opened, [PLAN], jobs=1)
    return url


@pytest.fixture
def client(store: str) -> TestClient:
    return TestClient(application(Shelf(store), GUARD))


def fields(text: str) -> dict[str, str]:
    """The hidden fields of the form on a page."""
    return dict(re.findall(r'<input type="hidden" name="(\w+)" value="([^"]*)">', text))


def say(client: TestClient, kind: str, value: str = "", by: str = "Hoa") -> httpx.Response:
    given = fields(client.get(f"/review?doc={PLAN.name}").text)
    return client.post("/review", data={**given, "kind": kind, "value": value, "by": by})


def left(text: str) -> int:
    found = re.search(r"đã soát (\d+)/", text)
    assert found
    return int(found[1])


def test_a_row_stands_beside_its_sentence(client: TestClient) -> None:
    text = client.get(f"/review?doc={PLAN.name}").text
    assert '<mark id="cau"' in text
    assert left(text) == 0


def test_a_word_is_kept_and_the_next_row_comes(client: TestClient) -> None:
    first = fields(client.get(f"/review?doc={PLAN.name}").text)
    got = say(client, "right")
    assert got.status_code == 200
    assert left(got.text) == 1
    assert fields(got.text)["row"] != first["row"]
    assert 'value="Hoa"' in got.text  # who reviews is not asked again


def test_a_corrected_lead_is_what_the_task_then_has(client: TestClient) -> None:
    say(client, "lead", "Thanh tra Bộ Giáo dục và Đào tạo")
    rows = client.get("/owners.json?doc=100/KH-BGDĐT").json()
    (first, *_) = [one for one in rows if one["role"] == "lead" and one["place"] == "Phụ lục › 1"]
    assert first["unit"].startswith("Thanh tra")


def test_a_corrected_day_is_what_the_task_then_has(client: TestClient) -> None:
    say(client, "due", "15/06/2026")
    rows = client.get("/owners.json?doc=100/KH-BGDĐT").json()
    assert {one["end_date"] for one in rows if one["place"] == "Phụ lục › 1"} == {"2026-06-15"}


def test_what_was_said_is_listed_with_its_share_and_taken_back(client: TestClient) -> None:
    say(client, "left_out")
    text = client.get("/corrections").text
    assert "không phải nhiệm vụ" in text
    assert "100.0%" in text
    key = re.search(r'name="key" value="(\w+)"', text)
    assert key
    client.post("/corrections/undo", data={"form_token": GUARD.form_token, "key": key[1]})
    assert "không phải nhiệm vụ" not in client.get("/corrections").text


@pytest.mark.parametrize(
    ("kind", "value", "by"),
    [("lead", "", "Hoa"), ("due", "mai", "Hoa"), ("right", "", " "), ("eat", "", "Hoa")],
)
def test_a_word_that_says_nothing_is_refused(
    client: TestClient, kind: str, value: str, by: str
) -> None:
    assert say(client, kind, value, by).status_code == 400


def test_only_a_form_of_ours_is_heard(client: TestClient) -> None:
    assert client.post("/review", data={"form_token": "đoán", "kind": "right"}).status_code == 403
    assert client.post("/corrections/undo", data={"key": "x"}).status_code == 403


def test_a_server_that_only_reads_offers_and_takes_no_word(store: str) -> None:
    reading = TestClient(application(Shelf(store), GUARD, read_only=True))
    assert 'name="kind"' not in reading.get(f"/review?doc={PLAN.name}").text
    assert reading.post("/review", data={"form_token": GUARD.form_token}).status_code == 403
