"""Reading in other processes (tiến trình đọc): whoever's they are, what they read comes as it is
done; of this machine's, none outlives who asked.

A worker leads a process group of its own, with the programs it starts (LibreOffice, Tesseract):
the group is ended when the reading is, by whatever signal, and it ends itself when its parent is
gone without a word.
"""

from __future__ import annotations

import os
import signal
import threading
from concurrent.futures import FIRST_COMPLETED, ProcessPoolExecutor, wait
from concurrent.futures.process import BrokenProcessPool
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from itertools import islice
from multiprocessing import active_children, get_context, parent_process
from multiprocessing.connection import wait as wait_for
from typing import TYPE_CHECKING, NoReturn, TypeVar

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator
    from concurrent.futures import Executor, Future
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


@dataclass(frozen=True, slots=True)
class Crew:
    """Who reads (tổ đọc): an executor, how many files it works on at once, how to hear what
    it tells.
    """

    executor: Executor
    width: Callable[[], int]
    listen: Callable[[], None] = lambda: None


def in_batches(
    work: Callable[[T], R],
    items: Iterable[T],
    crew: Crew,
    lost: Callable[[T, Exception], R],
) -> Iterator[list[tuple[T, R]]]:
    """Yield the items with their results of ``work``, those together that are done together;
    ``lost`` makes the result of an item that the executor gave up.

    Raises:
        BrokenProcessPool: a process of the pool died; what was not yielded is not done.
    """
    waiting = iter(items)
    running: dict[Future[R], T] = {}

    def hand_out() -> None:
        for item in islice(waiting, max(0, crew.width() * _AHEAD - len(running))):
            running[crew.executor.submit(work, item)] = item

    hand_out()
    while running:
        done, _ = wait(running, _LISTENING, FIRST_COMPLETED)
        crew.listen()
        batch = [(item, _outcome(one, item, lost)) for one in done for item in [running.pop(one)]]
        hand_out()
        if batch:
            yield batch


def _outcome(future: Future[R], item: T, lost: Callable[[T, Exception], R]) -> R:
    try:
        return future.result()
    except BrokenProcessPool:
        raise
    except Exception as error:  # noqa: BLE001 - whatever a scheduler says of it, the others are read
        return lost(item, error)


@contextmanager
def processes(jobs: int, hear: Callable[[str], None] = lambda _: None) -> Iterator[Crew]:
    """Read in ``jobs`` processes of this machine; ``hear`` what they tell (`tell_parent`)."""
    before = active_children()
    context = get_context("spawn")
    words: SimpleQueue[str] = context.SimpleQueue()

    def listen() -> None:
        while not words.empty():
            hear(words.get())

    with (
        ending_by_signal(),
        ProcessPoolExecutor(jobs, context, living_with_parent, (words,)) as pool,
    ):
        try:
            yield Crew(pool, lambda: jobs, listen)
        except BaseException:
            _end([child for child in active_children() if child not in before])
            raise


class Apart:
    """One process of its own (tiến trình riêng), kept from one piece of work to the next: started
    when it is first asked, anew when it died.
    """

    def __init__(self) -> None:
        """Start nothing yet."""
        self._pool: ProcessPoolExecutor | None = None

    def do(self, work: Callable[..., R], *given: object) -> R:
        """Return what ``work`` comes to there.

        Raises:
            BrokenProcessPool: the process died of it.
        """
        pool = self._pool or ProcessPoolExecutor(
            1, get_context("spawn"), living_with_parent, (None,)
        )
        self._pool = pool
        try:
            made: R = pool.submit(work, *given).result()
        except BrokenProcessPool:
            self._pool = None
            raise
        return made


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
