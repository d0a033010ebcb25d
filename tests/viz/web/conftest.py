"""A running application over the sample documents, for a client and for a browser."""

from __future__ import annotations

import threading
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
import uvicorn
from hostile_paper import LETTER
from starlette.testclient import TestClient

from luocdo.commands.shelf import Shelf
from luocdo.graph.stores.opening import open_store
from luocdo.loaders.loading import load_paths
from luocdo.viz.web.application import application
from luocdo.viz.web.guard import Guard
from luocdo.viz.web.server import listening

if TYPE_CHECKING:
    from collections.abc import Iterator

SAMPLES = Path(__file__).resolve().parents[3] / "samples"
HOSTS = frozenset({"127.0.0.1", "testserver"})


@pytest.fixture(scope="module")
def client(sample_store: str) -> Iterator[TestClient]:
    """A client of the application over the samples."""
    with TestClient(application(Shelf(sample_store), Guard(HOSTS))) as made:
        yield made


@contextmanager
def serving(url: str) -> Iterator[str]:
    """Serve the store at ``url``; yield the address."""
    bound = listening("127.0.0.1", 0)
    config = uvicorn.Config(
        application(Shelf(url), Guard(HOSTS)), log_level="error", lifespan="off"
    )
    server = uvicorn.Server(config)
    thread = threading.Thread(target=server.run, kwargs={"sockets": [bound]}, daemon=True)
    thread.start()
    yield f"http://127.0.0.1:{bound.getsockname()[1]}"
    server.should_exit = True
    thread.join()


@pytest.fixture(scope="module")
def served(sample_store: str) -> Iterator[str]:
    """The address of a real server over the samples."""
    with serving(sample_store) as address:
        yield address


def holding(folder: Path, *papers: Path) -> str:
    """The URL of a store in ``folder`` that holds ``papers``."""
    url = f"ladybug:{folder / 'kho.lbug'}"
    with open_store(url) as store:
        load_paths(store, list(papers), jobs=1)
    return url


@pytest.fixture
def own(tmp_path: Path) -> Iterator[str]:
    """The address of a server over a store of its own, which a test may change."""
    with serving(holding(tmp_path, SAMPLES / "4268-qd-bgddt.txt")) as address:
        yield address


@pytest.fixture(scope="module")
def hostile(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """The address of a server over a document that is full of markup."""
    folder = tmp_path_factory.mktemp("hostile")
    paper = folder / "ke hoach.txt"
    paper.write_text(LETTER, encoding="utf-8")
    with serving(holding(folder, paper)) as address:
        yield address
