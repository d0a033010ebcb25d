"""Files read by others (đọc ở tiến trình khác, máy khác): by processes of this machine or those of
a cluster, each file coming to a record or to the reason why it is refused.

What one comes to is bytes and words, so that it travels. To a cluster the bytes of a file travel
too: its machines see no disk of this one, and keep no copies.
"""

from __future__ import annotations

from concurrent.futures.process import BrokenProcessPool
from dataclasses import dataclass, replace
from functools import partial
from typing import TYPE_CHECKING

import msgspec

from luocdo.graph.errors import SourceError
from luocdo.graph.records import FileRecord, encode
from luocdo.graph.stores.stamps import Arrived, Stamp
from luocdo.loaders.advance import heard
from luocdo.loaders.allowance import allowance, in_main_thread
from luocdo.loaders.cluster import in_own_process, joined
from luocdo.loaders.pool import in_batches, processes, tell_parent
from luocdo.loaders.read_texts import worth_keeping, written
from luocdo.loaders.reading import read_record
from luocdo.loaders.version import reader_version

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence

    from luocdo.graph.stores.copies import Copies
    from luocdo.loaders.arrivals import Arrival

_WORTH_A_POOL = 4
_ABORTED = "việc đọc bị dừng giữa chừng (hết bộ nhớ?)"
_OTHER_READER = "máy đọc của cụm có bản luocdo khác: cài cùng một bản rồi nạp lại"


@dataclass(frozen=True, slots=True)
class Reading:
    """What reading one file came to: its record, with how many documents and tasks it holds; or
    why it was refused.

    ``text`` is what was recognised of a file that lies on another machine.
    """

    name: str
    refused: str = ""
    arrived: Arrived | None = None
    documents: int = 0
    tasks: int = 0
    text: bytes = b""


def in_processes(
    files: Sequence[Arrival], jobs: int, copies: Copies | None, say: Callable[[str], None]
) -> Iterator[list[Reading]]:
    """Read ``files``: in processes of their own where they are many, or where no limit would hold
    (`in_main_thread`).
    """
    if not files:
        return
    if in_main_thread() and (jobs == 1 or len(files) < _WORTH_A_POOL):
        yield from ([_reading(copies, say, one)] for one in files)
        return
    read = partial(_reading, copies, tell_parent)
    done: set[str] = set()
    try:
        with processes(min(jobs, len(files)), say) as crew:
            for batch in in_batches(read, _largest_first(files), crew, _lost):
                done |= {file.name for file, _ in batch}
                yield [one for _, one in batch]
    except BrokenProcessPool:
        yield from (_read_apart(read, one, say) for one in files if one.name not in done)


def in_a_cluster(
    files: Sequence[Arrival], scheduler: str, copies: Copies | None
) -> Iterator[list[Reading]]:
    """Read ``files`` on the machines of the ``scheduler``; copies are kept here.

    Raises:
        ClusterError: there is no such scheduler, or nobody works for it.
    """
    unreadable: list[Reading] = []

    def sent() -> Iterator[Arrival]:
        for file in _largest_first(files):
            try:
                yield replace(file, given=file.data())
            except SourceError as error:
                unreadable.append(Reading(file.name, error.reason))

    with joined(scheduler) as crew:
        for batch in in_batches(partial(in_own_process, _read_there, _lost), sent(), crew, _lost):
            yield [_received(file, one, copies) for file, one in batch]
    yield unreadable


def _largest_first(files: Sequence[Arrival]) -> list[Arrival]:
    return sorted(files, key=lambda one: one.size, reverse=True)


def _lost(file: Arrival, _: Exception) -> Reading:
    return Reading(file.name, _ABORTED)


def _read_there(file: Arrival) -> Reading:
    """Read one file on a machine of a cluster."""
    made: list[bytes] = []
    return replace(_reading(None, tell_parent, file, made), text=b"".join(made))


def _received(file: Arrival, reading: Reading, copies: Copies | None) -> Reading:
    """Take what a machine of a cluster made of ``file``, if it reads as this one would."""
    if reading.arrived is None:
        return reading
    if reading.arrived.stamp.reader != reader_version():
        return Reading(file.name, _OTHER_READER)
    if copies and (digest := reading.arrived.stamp.digest):
        copies.keep(file.data())
        if reading.text:
            copies.keep_text(digest, reading.text)
    return replace(reading, text=b"")


def _read_apart(
    read: Callable[[Arrival], Reading], file: Arrival, say: Callable[[str], None]
) -> list[Reading]:
    """Read a file in a process of its own: one that dies takes no other file with it."""
    try:
        with processes(1, say) as crew:
            return [one for batch in in_batches(read, [file], crew, _lost) for _, one in batch]
    except BrokenProcessPool as error:
        return [_lost(file, error)]


def _reading(
    copies: Copies | None,
    say: Callable[[str], None],
    file: Arrival,
    made: list[bytes] | None = None,
) -> Reading:
    """Read one file; ``say`` how far it is; ``made`` takes the text that was recognised."""
    texts: list[bytes] = [] if made is None else made
    with heard(file.name, say):
        name, found = read_one(file, texts.append)
    if isinstance(found, str):
        return Reading(name, found)
    if copies and found.digest:
        copies.keep(file.data())
        for text in texts:
            copies.keep_text(found.digest, text)
    arrived = Arrived(name, encode(found), Stamp(found.digest, found.reader, file.origin))
    return Reading(
        name, "", arrived, len(found.documents), sum(len(one.tasks) for one in found.documents)
    )


def read_one(
    file: Arrival, made: Callable[[bytes], None] = lambda _: None
) -> tuple[str, FileRecord | str]:
    """Read one file to its record, or to the reason why it is refused; ``made`` hears what text
    was recognised.
    """
    try:
        with allowance(file.name, file.size):
            source = file.source()
            if worth_keeping(source):
                made(written(source))
            record = read_record(source, anyway=file.anyway)
            return file.name, msgspec.structs.replace(record, folder=file.folder)
    except SourceError as error:
        return file.name, error.reason
    except Exception as error:  # noqa: BLE001 - whatever a file is, the others are read
        return file.name, f"lỗi khi đọc: {type(error).__name__}: {error}"
