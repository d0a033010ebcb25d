"""One writer at a time (mỗi lúc một người ghi): a second waits a while, then is refused with the
first one's number.
"""

from __future__ import annotations

import os
from contextlib import contextmanager
from typing import TYPE_CHECKING

from luocdo.graph.errors import StoreError

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from luocdo.graph.stores.places import Places

PATIENCE = (
    60.0  # seconds that a second writer waits: some thousand documents are written in that time
)


class BusyError(StoreError):
    """Another process writes the store (kho đang được ghi)."""


@contextmanager
def alone(places: Places, patience: float = PATIENCE) -> Iterator[None]:
    """Hold the store as its one writer; the lock of a process that dies is freed by the system.

    Raises:
        BusyError: another holds it for longer than ``patience`` seconds; its process number is
        named. StoreError: the folder cannot be written.
    """
    # brings asyncio; a look-up locks nothing
    from filelock import FileLock, Timeout  # noqa: PLC0415

    holder = places.beside("writer")
    lock = FileLock(places.beside("lock"))
    try:
        lock.acquire(timeout=patience)
    except Timeout as error:
        message = (
            f"kho {places.graph} đang được tiến trình {_number(holder)} ghi; đợi nó xong rồi"
            " làm lại"
        )
        raise BusyError(message) from error
    except OSError as error:
        raise _unwritable(places, error) from error
    try:
        _say_who(places, holder)
        yield
    finally:
        holder.unlink(missing_ok=True)
        lock.release()


def _say_who(places: Places, holder: Path) -> None:
    try:
        holder.write_text(str(os.getpid()), "utf-8")
    except OSError as error:
        raise _unwritable(places, error) from error


def _unwritable(places: Places, error: OSError) -> StoreError:
    return StoreError(
        f"không ghi được vào {places.graph.parent}: {error.strerror}. Kho giữ như trước"
    )


def _number(holder: Path) -> str:
    try:
        return holder.read_text("utf-8") or "?"
    except OSError:
        return "?"
