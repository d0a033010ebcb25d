"""What one file may cost (mức được dùng): processor time and memory; a file that takes more is
given up by name.

Time is that of the processor, so that a busy machine refuses nothing; it grows with what there is
to read (`grant`), so that a large honest file gets its time. Two limits stand behind one another:
an alarm that Python code hears, and, in a process of its own, the system's, which ends even what
hears nothing. Memory is limited where the system can.
"""

from __future__ import annotations

import signal
import threading
from contextlib import contextmanager
from multiprocessing import parent_process
from pathlib import Path
from typing import TYPE_CHECKING, NoReturn

from luocdo.graph.errors import SourceError

if TYPE_CHECKING:
    from collections.abc import Iterator
    from types import FrameType

SECONDS = 60.0  # of the processor, for any file
SECONDS_A_MEGABYTE = 30.0  # more, for each megabyte of the file and of its text
SECONDS_A_PAGE = 5.0  # more, for each page of a PDF
MEMORY = 3 * 2**29  # bytes, 1.5 GB, beside what the process holds already
_HARDER = 1.5  # the system's limit stands this much behind the alarm
_MEGABYTE = 1e6
_STATM = Path("/proc/self/statm")


class _OverdrawnError(BaseException):
    """The time is used up; no reader's own handling of errors may swallow it."""


@contextmanager
def allowance(name: str, size: int) -> Iterator[None]:
    """Read the file ``name`` of ``size`` bytes within its share.

    Raises:
        SourceError: it takes more time or memory.
    """
    try:
        with _within_memory(), _within_time(SECONDS + SECONDS_A_MEGABYTE * size / _MEGABYTE):
            yield
    except _OverdrawnError as error:
        raise SourceError(
            name, "đọc quá lâu so với cỡ tệp: bỏ tệp này, các tệp khác vẫn được đọc"
        ) from error
    except MemoryError as error:
        raise SourceError(
            name, "cần quá nhiều bộ nhớ: bỏ tệp này, các tệp khác vẫn được đọc"
        ) from error


def grant(seconds: float) -> None:
    """Give the file that is being read more time: there is more in it than its size told."""
    if not _can_alarm():
        return
    left, _ = signal.getitimer(signal.ITIMER_PROF)
    if left > 0:
        signal.setitimer(signal.ITIMER_PROF, left + seconds)
        _limit_by_system(left + seconds)


def grant_text(text: str) -> None:
    """Give more time for the text that was found."""
    grant(SECONDS_A_MEGABYTE * len(text) / _MEGABYTE)


def in_main_thread() -> bool:
    """Whether this is the thread that hears signals: limits of time and memory hold
    there alone.
    """
    return threading.current_thread() is threading.main_thread()


def _can_alarm() -> bool:
    return hasattr(signal, "setitimer") and in_main_thread()


@contextmanager
def _within_time(seconds: float) -> Iterator[None]:
    if not _can_alarm():
        yield
        return
    before = signal.signal(signal.SIGPROF, _overdrawn)
    signal.setitimer(signal.ITIMER_PROF, seconds)
    _limit_by_system(seconds)
    try:
        yield
    finally:
        signal.setitimer(signal.ITIMER_PROF, 0)
        signal.signal(signal.SIGPROF, before)
        _limit_by_system(None)


def _overdrawn(_: int, __: FrameType | None) -> NoReturn:
    raise _OverdrawnError


def _limit_by_system(seconds: float | None) -> None:
    """Let the system end this process, one of the readers', when it goes on long after the alarm;
    None takes it back.
    """
    if parent_process() is None:
        return
    import resource  # noqa: PLC0415 - absent on Windows, where `_can_alarm` is false

    used = resource.getrusage(resource.RUSAGE_SELF)
    _, hard = resource.getrlimit(resource.RLIMIT_CPU)
    most = hard if seconds is None else int(used.ru_utime + used.ru_stime + seconds * _HARDER) + 1
    resource.setrlimit(resource.RLIMIT_CPU, (most, hard))


@contextmanager
def _within_memory() -> Iterator[None]:
    if not _STATM.exists() or not in_main_thread():
        yield
        return
    import resource  # noqa: PLC0415 - see above

    soft, hard = resource.getrlimit(resource.RLIMIT_AS)
    held = int(_STATM.read_text("ascii").split()[0]) * resource.getpagesize()
    most = held + MEMORY
    lower = most if soft == resource.RLIM_INFINITY else min(soft, most)
    resource.setrlimit(resource.RLIMIT_AS, (lower, hard))
    try:
        yield
    finally:
        resource.setrlimit(resource.RLIMIT_AS, (soft, hard))
