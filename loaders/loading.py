"""Loading files into a store (nạp): read in parallel, kept as soon as they are read, a bad file
never losing the others.
"""

from __future__ import annotations

import os
from collections import defaultdict
from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING

from luocdo.graph.library import take_in, withdraw
from luocdo.graph.stores.stamps import Stamp
from luocdo.loaders.arrivals import Arrival, arrivals, close_archive, in_their_folders
from luocdo.loaders.file_names import meant, named_apart
from luocdo.loaders.interrupts import undisturbed
from luocdo.loaders.readings import Reading, in_a_cluster, in_processes
from luocdo.loaders.version import reader_version

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
    from pathlib import Path

    from luocdo.graph.stores.base import Store
    from luocdo.graph.stores.copies import Copies

_NONE = Stamp("", "")


@dataclass(frozen=True, slots=True)
class LoadReport:
    """What a load did: files ``read``, ``skipped`` as unchanged, ``refused`` with the reason; what
    the read ones hold.

    ``resumed`` of the skipped ones had been read by a load that was stopped; ``renamed`` are files
    whose name another bore, ``twins`` those whose bytes another has (each with the other);
    ``stopped`` tells that more was to be read.
    """

    read: tuple[str, ...]
    skipped: tuple[str, ...]
    refused: tuple[tuple[str, str], ...]
    documents: int = 0
    tasks: int = 0
    resumed: tuple[str, ...] = ()
    renamed: tuple[tuple[str, str], ...] = ()
    twins: tuple[tuple[str, str], ...] = ()
    stopped: bool = False

    def summary(self) -> str:
        """Return the report in one line."""
        resumed = f" (đã đọc ở lần trước {len(self.resumed)})" if self.resumed else ""
        return (
            f"đã đọc {len(self.read)} tệp ({self.documents} văn bản, {self.tasks} nhiệm vụ), "
            f"không đổi {len(self.skipped)}{resumed}, không nạp {len(self.refused)}"
        )

    def notes(self) -> Iterator[str]:
        """Yield what a person should know of the files that were loaded."""
        yield from (
            f"{old}: đã có tệp khác cùng tên, tệp này vào kho với tên {new}"
            for old, new in self.renamed
        )
        yield from (f"{one}: cùng nội dung với {other}" for one, other in self.twins)
        if self.stopped:
            yield "đã dừng; những tệp đã đọc được giữ, chạy lại lệnh này để đọc tiếp"


@dataclass(slots=True)
class _Progress:
    """What has been read so far."""

    most: int
    say: Callable[[str], None]
    told: Callable[[Reading], None]
    read: dict[str, Reading] = field(default_factory=dict)
    refused: list[tuple[str, str]] = field(default_factory=list)
    stopped: bool = False

    def keep(self, store: Store, batch: Sequence[Reading]) -> None:
        """Keep what of ``batch`` is a document, and say how far it is."""
        store.stage([one.arrived for one in batch if one.arrived is not None])
        before = self._done // 10
        for one in batch:
            self.told(one)
            if one.arrived is None:
                self.refused.append((one.name, one.refused))
            else:
                self.read[one.name] = one
        if self._done // 10 > before or self._done == self.most:
            self.say(f"đọc {self._done}/{self.most}")

    @property
    def _done(self) -> int:
        return len(self.read) + len(self.refused)


def load_paths(  # noqa: PLR0913 - each says one thing of how files are read
    store: Store,
    paths: Sequence[Path],
    *,
    jobs: int | None = None,
    again: bool = False,
    passing: bool = False,
    copied: bool = True,
    belongs_to: str | None = None,
    anyway: bool = False,
    cluster: str | None = None,
    say: Callable[[str], None] = lambda _: None,
    told: Callable[[Reading], None] = lambda _: None,
) -> LoadReport:
    """Load files, folders and archives into ``store``; ``say`` hears of progress, ``told`` what
    each file came to as soon as it is read.

    ``copied``: a copy of each file is kept where the store has a place for it. ``passing`` files
    lie where they are only during the load, so their path does not tell them from others. Stopped
    from the keyboard, it takes into the graph what it has read; the same call then reads the rest.
    ``belongs_to`` is the document that tables without a letterhead are part of; the files are then
    read again. ``anyway``, what seems to be no document is read too. They are read by ``jobs``
    processes of this machine, or by those of a ``cluster`` (the address of its scheduler).
    """
    kept, waiting = store.stamps(), store.arrived()
    found, refused = arrivals(paths)
    found = in_their_folders(found, together=passing)
    found = [replace(one, origin="") for one in found] if passing else found
    found = [replace(one, belongs_to=belongs_to) for one in found]
    again = again or belongs_to is not None
    files = named_apart(found, kept | waiting)
    unchanged, resumed = _without_change(files, {} if again else kept, {} if again else waiting)
    todo = [replace(one, anyway=anyway) for one in files if one.name not in unchanged | resumed]
    progress = _Progress(len(todo), say, told)
    try:
        for batch in _read(todo, jobs, cluster, store.copies if copied else None, say):
            with undisturbed():
                progress.keep(store, batch)
    except KeyboardInterrupt:
        progress.stopped = True
    finally:
        close_archive()
    if progress.read or resumed:
        take_in(store, progress.read.keys() | resumed, say)
    read = progress.read.values()
    return LoadReport(
        tuple(sorted(progress.read)),
        tuple(sorted(unchanged | resumed)),
        tuple(sorted([*refused, *progress.refused])),
        sum(one.documents for one in read),
        sum(one.tasks for one in read),
        tuple(sorted(resumed)),
        _renamed(found, files, kept),
        _twins(files, kept, progress.read),
        progress.stopped,
    )


def forget_paths(store: Store, names: Sequence[str]) -> tuple[str, ...]:
    """Withdraw the files ``names`` (paths, bare names, archives with all they hold); what other
    files state stays.

    Raises:
        SourceError: a file is not in the store, or the name is that of several.
    """
    gone = withdraw(
        store, lambda held: frozenset[str]().union(*(meant(name, held) for name in names))
    )
    if store.copies:
        store.copies.keep_only(
            stamp.digest for stamp in (store.stamps() | store.arrived()).values()
        )
    return tuple(sorted(gone))


def _without_change(
    files: Iterable[Arrival], kept: Mapping[str, Stamp], waiting: Mapping[str, Stamp]
) -> tuple[set[str], set[str]]:
    """Return the files that are kept as they are, and those that were read as they are but are not
    in the graph.
    """
    unchanged, resumed = set(), set()
    for one in files:
        if one.name not in kept and one.name not in waiting:
            continue
        now = Stamp(one.digest(), reader_version())
        if now.same_reading(waiting.get(one.name, _NONE)):
            resumed.add(one.name)
        elif now.same_reading(kept.get(one.name, _NONE)):
            unchanged.add(one.name)
    return unchanged, resumed


def _renamed(
    found: Sequence[Arrival], files: Sequence[Arrival], kept: Mapping[str, Stamp]
) -> tuple[tuple[str, str], ...]:
    """Return the files that got another name than their own in this load."""
    pairs = zip(found, files, strict=True)
    return tuple(
        (old.name, new.name) for old, new in pairs if old.name != new.name and new.name not in kept
    )


def _twins(
    files: Iterable[Arrival], kept: Mapping[str, Stamp], read: Mapping[str, Reading]
) -> tuple[tuple[str, str], ...]:
    """Return the files of this load whose bytes another file has, each with one that has them: an
    older one if any.
    """
    digests = {name: stamp.digest for name, stamp in kept.items()}
    digests |= {name: one.arrived.stamp.digest for name, one in read.items() if one.arrived}
    alike: dict[str, list[str]] = defaultdict(list)
    for name in sorted(digests, key=lambda name: (name not in kept, name)):
        alike[digests[name]].append(name)
    named = sorted(one.name for one in files if digests.get(one.name))
    return tuple(
        (name, alike[digests[name]][0]) for name in named if alike[digests[name]][0] != name
    )


def _read(
    files: Sequence[Arrival],
    jobs: int | None,
    cluster: str | None,
    copies: Copies | None,
    say: Callable[[str], None],
) -> Iterator[list[Reading]]:
    if cluster and files:
        return in_a_cluster(files, cluster, copies)
    return in_processes(files, jobs or os.cpu_count() or 1, copies, say)
