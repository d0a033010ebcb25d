"""A running application over the sample documents, for a client and for a browser."""

from __future__ import annotations

import threading
from typing import TYPE_CHECKING

import pytest
import uvicorn
from starlette.testclient import TestClient

from luocdo.commands.shelf import Shelf
from luocdo.viz.web.application import application
from luocdo.viz.web.guard import Guard
from luocdo.viz.web.server import listening

if TYPE_CHECKING:
    from collections.abc import Iterator

HOSTS = frozenset({"127.0.0.1", "testserver"})


@pytest.fixture(scope="module")
def client(sample_store: str) -> Iterator[TestClient]:
    """A client of the application over the samples."""
    with TestClient(application(Shelf(sample_store), Guard(HOSTS))) as made:
        yield made


@pytest.fixture(scope="module")
def served(sample_store: str) -> Iterator[str]:
    """The address of a real server over the samples."""
    bound = listening("127.0.0.1", 0)
    config = uvicorn.Config(application(Shelf(sample_store), Guard(HOSTS)), log_level="error", lifespan="off")
    server = uvicorn.Server(config)
    thread = threading.Thread(target=server.run, kwargs={"sockets": [bound]}, daemon=True)
    thread.start()
    yield f"http://127.0.0.1:{bound.getsockname()[1]}"
    server.should_exit = True
    thread.join()
