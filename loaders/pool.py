"""Reading in other processes (tiến trình đọc): what they read comes as it is done, and none
outlives who asked.

A worker leads a process group of its own, with the programs it starts (LibreOffice, Tesseract):
the group is ended when the reading is, by whatever signal, and it ends itself when its parent is
gone without a word.
"""

from __future__ import annotations

import os
import signal
import threading
from concurrent.futures import FIRST_COMPLETED, ProcessPoolExecutor, wait
from contextlib import contextmanager, suppress
from itertools import islice
from multiprocessing import active_children, get_context, parent_process
from multiprocessing.connection import wait as wait_for
from typing import TYPE_CHECKING, NoReturn, TypeVar

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator
    from concurrent.futures import Future
    from multiprocessing.process import BaseProcess
    from multiprocessing.queues import SimpleQueue
    from types import FrameType

T = TypeVar("T")
R = TypeVar("R")
_AHEAD = 4  # files that wait for each worker: what is read is handed over soon, and little is held
_ENDING = ("SIGTERM", "SIGHUP")
_LISTENING = 0.5  # seconds between two looks at what the workers tell
_words: SimpleQueue[str] | None = None  # of a worker: to its parent


def tell_parent(line: str) -> None:
    """Say a line to whoever waits for this worker."""
    if _words is not None:
        _words.put(line)


def in_batches(
    work: Callable[[T], R],
    items: Iterable[T],
    jobs: int,
    hear: Callable[[str], None] = lambda _: None,
) -> Iterator[list[R]]:
    """Yield the results of ``work``, those together that are done together; ``hear`` what it tells
    (`tell_parent`).

    Raises:
        BrokenProcessPool: a worker died; what was not yielded is not done.
    """
    before = active_children()
    waiting = iter(items)
    context = get_context("spawn")
    words: SimpleQueue[str] = context.SimpleQueue()
    with (
        ending_by_signal(),
        ProcessPoolExecutor(jobs, context, living_with_parent, (words,)) as pool,
    ):
        try:
            running: set[Future[R]] = {
                pool.submit(work, item) for item in islice(waiting, jobs * _AHEAD)
            }
            while running:
                done, running = wait(running, _LISTENING, FIRST_COMPLETED)
                while not words.empty():
                    hear(words.get())
                running |= {pool.submit(work, item) for item in islice(waiting, len(done))}
                if done:
                    yield [one.result() for one in done]
        except BaseException:
            _end([child for child in active_children() if child not in before])
            raise


@contextmanager
def ending_by_signal() -> Iterator[None]:
    """Turn the signals that end a process into an exit that cleans up; one that is ignored (nohup)
    stays ignored.
    """
    if threading.current_thread() is not threading.main_thread():
        yield
        return
    numbers = [getattr(signal, name) for name in _ENDING if hasattr(signal, name)]
    old = {number: signal.getsignal(number) for number in numbers}
    for number in numbers:
        if old[number] == signal.SIG_DFL:
            signal.signal(number, _exit)
    try:
        yield
    finally:
        for number, handler in old.items():
            signal.signal(number, handler)


def _exit(number: int, _: FrameType | None) -> NoReturn:
    raise SystemExit(128 + number)


def living_with_parent(words: SimpleQueue[str] | None) -> None:
    """Begin a worker: no key pressed at the terminal reaches it, it watches its parent and tells
    it ``words``.
    """
    global _words  # noqa: PLW0603 - a worker has one parent
    _words = words
    if hasattr(os, "setsid"):
        with suppress(PermissionError):
            os.setsid()
    else:
        signal.signal(signal.SIGINT, signal.SIG_IGN)
    threading.Thread(target=_end_with_parent, daemon=True).start()


def _end_with_parent() -> None:
    parent = parent_process()
    if parent is not None:
        wait_for([parent.sentinel])
        _end_group(os.getpid())
        os._exit(1)


def _end(children: list[BaseProcess]) -> None:
    for child in children:
        if child.pid is not None:
            _end_group(child.pid)
        child.kill()


def _end_group(leader: int) -> None:
    """End a worker and the programs it has started, where the system knows groups."""
    if hasattr(os, "killpg"):
        with suppress(ProcessLookupError, PermissionError):
            os.killpg(leader, signal.SIGKILL)
