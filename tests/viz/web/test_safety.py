"""Who may ask and write, and that words of documents stay words."""

from __future__ import annotations

import json
import secrets
from typing import TYPE_CHECKING
from urllib.parse import quote

import pytest
from hostile_paper import HOSTILE, LETTER
from starlette.testclient import TestClient

from luocdo.commands.shelf import Shelf
from luocdo.graph.stores.opening import open_store
from luocdo.loaders.loading import load_paths
from luocdo.viz.web.application import application
from luocdo.viz.web.guard import Guard

if TYPE_CHECKING:
    from pathlib import Path

TOKEN = secrets.token_urlsafe(8)


@pytest.fixture
def store(tmp_path: Path) -> str:
    paper = tmp_path / "ke hoach.txt"
    paper.write_text(LETTER, encoding="utf-8")
    url = f"ladybug:{tmp_path / 'kho.lbug'}"
    with open_store(url) as opened:
        load_paths(opened, [paper], jobs=1)
    return url


def client_of(url: str, guard: Guard | None = None, *, read_only: bool = False) -> TestClient:
    made = application(Shelf(url), guard or Guard(frozenset({"testserver"})), read_only=read_only)
    return TestClient(made, follow_redirects=False)


@pytest.mark.parametrize(
    "path",
    [
        "/",
        "/owners?doc=12",
        "/document?doc=12",
        "/due?from=2020-01-01",
        "/unit?name=so y te nghe an",
        "/gaps?doc=12",
        "/search?q=ban do",
        "/check",
        "/conflicts",
        "/corrections",
        "/documents",
        "/review?doc=12",
        "/source?file=ke hoach.txt&quote=" + quote(HOSTILE),
        "/why?a=12&b=" + quote(HOSTILE),
        "/owners?doc=12&only-unit=" + quote(HOSTILE),
        "/search?q=" + quote(HOSTILE),
    ],
)
def test_markup_in_a_document_is_shown_as_words(store: str, path: str) -> None:
    text = client_of(store).get(path).text
    assert "<script>alert" not in text
    assert "<img src=x" not in text
    assert "\u202e" not in text


def test_a_page_may_load_nothing_but_its_own_files(store: str) -> None:
    policy = client_of(store).get("/").headers["content-security-policy"]
    assert policy.startswith("default-src 'none'")
    assert "unsafe" not in policy
    assert "http" not in policy


def test_a_foreign_host_name_is_refused(store: str) -> None:
    assert client_of(store).get("/", headers={"host": "evil.example"}).status_code == 421


def test_a_server_that_others_reach_demands_its_token(store: str) -> None:
    client = client_of(store, Guard(frozenset({"testserver"}), TOKEN))
    assert client.get("/").status_code == 401
    assert client.get("/?token=sai").status_code == 401
    sent_to_a_colleague = client.get("/due", params={"from": "2020-01-01", "token": TOKEN})
    assert sent_to_a_colleague.status_code == 303
    assert sent_to_a_colleague.headers["location"] == "/due?from=2020-01-01"
    assert client.get("/").status_code == 200


def test_a_calendar_is_given_to_whoever_shows_the_token_in_its_address(store: str) -> None:
    client = client_of(store, Guard(frozenset({"testserver"}), TOKEN))
    assert client.get("/due.ics").status_code == 401
    assert client.get("/due.ics?token=sai").status_code == 401
    assert client.get("/due.ics", params={"token": TOKEN}).status_code == 200
    assert client.get("/", params={"token": TOKEN}).status_code == 303
    assert f"token={TOKEN}" in client.get("/due?from=2020-01-01").text


def sent(client: TestClient, token: str, name: str = "van ban.txt") -> int:
    files = {"files": (name, LETTER.encode(), "text/plain")}
    return client.post("/load", data={"form_token": token}, files=files).status_code


def test_only_a_form_of_ours_writes(store: str) -> None:
    guard = Guard(frozenset({"testserver"}))
    client = client_of(store, guard)
    assert sent(client, "") == 403
    assert sent(client, "đoán") == 403
    assert sent(client, guard.form_token) == 200


def test_a_server_that_only_reads_takes_no_files(store: str) -> None:
    guard = Guard(frozenset({"testserver"}))
    assert sent(client_of(store, guard, read_only=True), guard.form_token) == 403


def test_files_of_other_kinds_are_refused(store: str) -> None:
    guard = Guard(frozenset({"testserver"}))
    assert sent(client_of(store, guard), guard.form_token, "x.exe") == 415


def test_a_file_handed_over_is_read_and_what_it_was_taken_for_is_said(store: str) -> None:
    guard = Guard(frozenset({"testserver"}))
    files = {"files": ("../../moi.txt", LETTER.replace("12/KH", "13/KH").encode(), "text/plain")}
    client = client_of(store, guard)
    got = client.post("/load", data={"form_token": guard.form_token}, files=files)
    assert "moi.txt" in got.text
    assert client.get("/document?doc=13/KH-UBND").status_code == 200
    again = client.post("/load", data={"form_token": guard.form_token}, files=files)
    assert "không đổi 1" in again.text


def test_a_fault_of_the_server_is_a_page_that_is_bound_as_all_are(
    store: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    def fails(*_: object) -> None:
        raise ZeroDivisionError

    monkeypatch.setattr(Shelf, "overview", fails)
    served = application(Shelf(store), Guard(frozenset({"testserver"})))
    client = TestClient(served, raise_server_exceptions=False)
    got = client.get("/", headers={"accept": "text/html"})
    assert got.status_code == 500
    assert "lỗi bên trong" in got.text
    assert "default-src 'none'" in got.headers["content-security-policy"]


def test_an_empty_library_leads_to_loading(tmp_path: Path) -> None:
    got = client_of(f"ladybug:{tmp_path / 'moi.lbug'}").get("/")
    assert got.status_code == 503
    assert 'class="button" href="/load"' in got.text


def test_a_browser_that_listens_hears_of_each_file_and_then_what_came_of_it(store: str) -> None:
    guard = Guard(frozenset({"testserver"}))
    papers = [
        ("files", (f"{at}.txt", words.encode(), "text/plain"))
        for at, words in enumerate((LETTER.replace("12/KH", "13/KH"), "ngắn"))
    ]
    got = client_of(store, guard).post(
        "/load",
        data={"form_token": guard.form_token},
        files=papers,
        headers={"accept": "text/event-stream"},
    )
    events = [json.loads(line.removeprefix("data: ")) for line in got.text.split("\n\n") if line]
    assert {event["file"] for event in events if event.get("file")} == {"0.txt", "1.txt"}
    assert "13/KH-UBND" in events[-1]["page"]
    assert 'class="refused"><b>1.txt' in events[-1]["page"]
