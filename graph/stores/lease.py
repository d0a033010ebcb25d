"""One writer at a time on a server (phiên ghi): a node that says who writes and until when,
renewed while it lasts.

A lock of the server's own would end with its longest transaction; a lease ends by itself when its
holder dies.
"""

from __future__ import annotations

import os
import secrets
import socket
import threading
import time
from contextlib import contextmanager, suppress
from typing import TYPE_CHECKING

from luocdo.graph.errors import StoreError
from luocdo.graph.stores.locking import BusyError

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping, Sequence

    Write = Callable[[str, Mapping[str, object]], Sequence[Mapping[str, object]]]

LEASE = 30.0  # seconds: a writer that died blocks others no longer than this
UNIQUE = "CREATE CONSTRAINT writer_id IF NOT EXISTS FOR (w:Writer) REQUIRE w.id IS UNIQUE"
_EVERY = 0.2
# The first SET takes the server's lock on the node, so that what is asked behind it nobody changes
# meanwhile.
_TAKE = """MERGE (w:Writer {id: 'luocdo'}) SET w.asked = $me
WITH w WHERE w.holder IS NULL OR w.holder = $me OR w.until < timestamp()
SET w.holder = $me, w.until = timestamp() + $lease
RETURN w.holder AS holder"""
_HOLDER = "MATCH (w:Writer {id: 'luocdo'}) RETURN w.holder AS holder"
_RELEASE = "MATCH (w:Writer {id: 'luocdo'}) WHERE w.holder = $me DELETE w"


@contextmanager
def leased(url: str, write: Write, patience: float) -> Iterator[None]:
    """Hold the server's store as its one writer.

    Raises:
        BusyError: another holds it for longer than ``patience`` seconds; its process and machine
        are named.
    """
    values = {
        "me": f"{os.getpid()} ({socket.gethostname()}) {secrets.token_hex(4)}",
        "lease": int(LEASE * 1000),
    }
    write(UNIQUE, {})
    until = time.monotonic() + patience
    while not write(_TAKE, values):
        if time.monotonic() > until:
            message = (
                f"kho {url} đang được tiến trình {_holder(write)} ghi; đợi nó xong rồi làm lại"
            )
            raise BusyError(message)
        time.sleep(_EVERY)
    ended = threading.Event()
    renewal = threading.Thread(target=_renew, args=(write, values, ended), daemon=True)
    renewal.start()
    try:
        yield
    finally:
        ended.set()
        renewal.join()
        with suppress(StoreError):  # a server that is gone: the lease ends by itself
            write(_RELEASE, {"me": values["me"]})


def _renew(write: Write, values: Mapping[str, object], ended: threading.Event) -> None:
    while not ended.wait(LEASE / 3):
        with suppress(StoreError):  # whoever writes will hear of it
            write(_TAKE, values)


def _holder(write: Write) -> str:
    found = write(_HOLDER, {})
    return str(found[0]["holder"]).rpartition(" ")[0] if found else "?"
