"""Reading on other machines (cụm máy đọc): files go out over a Dask scheduler that runs already;
what it cannot do is a sentence.

Dask, for its client is an executor of the standard library's kind and small. A worker of its
reads in a process of its own: the limits of a file hold there, and a file that breaks them takes
no worker along. A file whose worker dies is given to another by the scheduler.
"""

from __future__ import annotations

import logging
import threading
import warnings
from concurrent.futures.process import BrokenProcessPool
from contextlib import contextmanager
from multiprocessing import current_process
from typing import TYPE_CHECKING, TypeVar

from luocdo.graph.errors import ClusterError
from luocdo.loaders.pool import Apart, Crew, ending_by_signal

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from distributed import Client

T = TypeVar("T")
R = TypeVar("R")
PATIENCE = 30  # seconds until there must be a scheduler, and somebody who works for it
_MISSING = 'đọc trên cụm máy cần thêm một gói: pip install "luocdo[cluster]"'
_here = threading.local()  # of a worker's thread: the process that reads for it


@contextmanager
def joined(scheduler: str) -> Iterator[Crew]:
    """Read with the workers of ``scheduler`` (tcp://HOST:PORT), however many there are by then.

    Raises:
        ClusterError: the extra ``cluster`` is not installed, no scheduler answers, nobody works
        for it.
    """
    with (
        ending_by_signal(),
        warnings.catch_warnings(),
        _client(scheduler) as client,
    ):
        warnings.filterwarnings("ignore", "Sending large graph")  # a file is what it is
        executor = client.get_executor(pure=False)
        try:
            yield Crew(executor, lambda: max(1, sum(client.ncores().values())))
        finally:
            executor.shutdown(wait=False)


def _client(scheduler: str) -> Client:
    try:
        from distributed import Client  # noqa: PLC0415 - an extra, and slow to import
    except ImportError as error:
        raise ClusterError(_MISSING) from error
    logging.getLogger("distributed").setLevel(logging.CRITICAL)  # what it says is told below
    try:
        client = Client(scheduler, timeout=PATIENCE, set_as_default=False)
    except (OSError, ValueError) as error:
        message = (
            f"{scheduler}: không tới được bộ lập lịch Dask; nó có chạy và đúng địa chỉ không?"
        )
        raise ClusterError(message) from error
    try:
        client.wait_for_workers(1, PATIENCE)
    except TimeoutError as error:
        client.close()
        message = (
            f"{scheduler}: chưa có máy nào làm việc; trên mỗi máy chạy: dask worker {scheduler}"
        )
        raise ClusterError(message) from error
    return client


def in_own_process(work: Callable[[T], R], lost: Callable[[T, Exception], R], item: T) -> R:
    """Do ``work`` in a process that this worker's thread keeps for it; what it died of is
    ``lost``.
    """
    if not hasattr(_here, "apart"):
        current_process().daemon = False  # Dask's nanny makes it one, which may have no children
        _here.apart = Apart()
    kept: Apart = _here.apart
    try:
        return kept.do(work, item)
    except BrokenProcessPool as error:
        return lost(item, error)
