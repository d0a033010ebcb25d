"""End loads into a server, and the server during loads (máy chủ bị dừng giữa chừng): what it holds
is the old graph or the new one, and the next load completes.
"""

from __future__ import annotations

import os
import secrets
import signal
import sys
import time
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING

sys.path.insert(0, str(Path(__file__).resolve().parent.parent / "tests"))

from conftest import free_port, running_neo4j
from nursery import FILES, Nursery, Process, compare, end_within, forget, papers

if TYPE_CHECKING:
    import random
    from collections.abc import Iterator


@dataclass(slots=True)
class ServerTrial:
    """Loads into a server of its own that are ended, and a server that is ended during loads."""

    nursery: Nursery
    chance: random.Random
    home: Path
    port: int
    first: Path
    second: Path
    password: str
    length: float = 0.0
    new: str = ""
    seen: dict[str, int] = field(default_factory=dict)

    @classmethod
    def begun(cls, chance: random.Random, nursery: Nursery) -> ServerTrial:
        """Return a trial whose server is not yet started."""
        folder = nursery.folder / "server"
        first, second = papers(folder / "first", 1), papers(folder / "second", FILES + 1)
        home = folder / "neo4j"
        home.mkdir()
        password = os.environ["NEO4J_PASSWORD"] = secrets.token_hex(8)
        return cls(nursery, chance, home, free_port(), first, second, password)

    @property
    def url(self) -> str:
        """The address of the server."""
        return f"bolt://neo4j@127.0.0.1:{self.port}"

    @contextmanager
    def serving(self) -> Iterator[int]:
        """Run the server on the data it has; yield the number of its process."""
        with running_neo4j(self.home, self.port, self.password) as server:
            yield server.pid

    def prepare(self) -> None:
        """Load the one archive, then the other, and remember both states."""
        self._loaded(self.first)
        old = self.nursery.state(self.url)
        started_at = time.perf_counter()
        self._loaded(self.second)
        self.length = time.perf_counter() - started_at
        self.new = self.nursery.state(self.url)
        self.seen = {old: 0, self.new: 0}

    def end_load(self, name: str) -> None:
        """End a load at a random moment; the next must complete."""
        load = self._begun()
        end_within(load, self.chance.uniform(0, 1.1) * self.length)
        self.check(name)

    def end_server(self, server: int, name: str) -> None:
        """End the server during a load, which must say so."""
        load = self._begun()
        time.sleep(self.chance.uniform(0.1, 1) * self.length)
        os.kill(server, signal.SIGKILL)
        if load.wait() < 0 or "Traceback" in load.said():
            self.nursery.fault(f"{name}: exit {load.code}: {load.said()[-300:]}")

    def check(self, name: str) -> None:
        """Compare what the server holds with both states; let the load be repeated."""
        compare(self.nursery, name, self.nursery.state(self.url), self.seen)
        again = self._loaded(self.second)  # waits for the lease of the one that died
        if again.code or self.nursery.state(self.url) != self.new:
            self.nursery.fault(f"{name}: the next load (exit {again.code}): {again.said()[-300:]}")
        print(f"{name}: {list(self.seen.values())}", flush=True)

    def _begun(self) -> Process:
        forget(self.nursery, self.url, self.second)
        return self.nursery.load(self.second, "--store", self.url, "--jobs", "1")

    def _loaded(self, folder: Path) -> Process:
        process = self.nursery.load(folder, "--store", self.url, "--jobs", "1")
        process.wait()
        return process


def kill_server_loads(kills: int, deaths: int, chance: random.Random, nursery: Nursery) -> None:
    """End ``kills`` loads into a server, then the server itself during ``deaths`` loads."""
    trial = ServerTrial.begun(chance, nursery)
    with trial.serving() as server:
        trial.prepare()
        for number in range(kills):
            trial.end_load(f"server kill {number + 1}/{kills}")
        if deaths:
            trial.end_server(server, f"death 1/{deaths}")
    for number in range(1, deaths + 1):  # a server that is started again is the next to be ended
        with trial.serving() as server:
            trial.check(f"death {number}/{deaths}")
            if number < deaths:
                trial.end_server(server, f"death {number + 1}/{deaths}")
