"""Ctrl-C heard at the right moment (ngắt từ bàn phím): between two steps, never within one that
must be whole.
"""

from __future__ import annotations

import signal
import threading
from contextlib import contextmanager
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator


@contextmanager
def undisturbed() -> Iterator[None]:
    """Let the block end before Ctrl-C is heard; outside the main thread no signal arrives anyway.

    Raises:
        KeyboardInterrupt: Ctrl-C was pressed meanwhile; the block is done.
    """
    if threading.current_thread() is not threading.main_thread():
        yield
        return
    heard: list[int] = []
    before = signal.signal(signal.SIGINT, lambda number, _: heard.append(number))
    try:
        yield
    finally:
        signal.signal(signal.SIGINT, before)
    if heard:
        raise KeyboardInterrupt
