"""The records of an embedded store (bản ghi của kho nhúng), and its one writer at a time."""

from __future__ import annotations

from contextlib import contextmanager
from typing import TYPE_CHECKING

from luocdo.graph.errors import StoreError
from luocdo.graph.stores.locking import PATIENCE, alone
from luocdo.graph.stores.places import Places, is_old_form
from luocdo.graph.stores.record_file import RecordFile

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from pathlib import Path

    from luocdo.graph.stores.copies import Copies
    from luocdo.graph.stores.stamps import Arrived, Stamp


class FileRecords:
    """What an embedded store does with records: an SQLite file beside the graph holds them."""

    def __init__(self, path: Path, patience: float = PATIENCE) -> None:
        """Name the store at ``path``; a second writer waits ``patience`` seconds for the first."""
        self.path = path
        self.url = f"ladybug:{path}"
        self._patience = patience
        self._places = Places(path)
        self._file = RecordFile(self._places.records)
        self._is_writing = False

    @property
    def copies(self) -> Copies:
        """Return where copies of loaded files are kept: beside the graph."""
        from luocdo.graph.stores.copies import Copies  # noqa: PLC0415 - a look-up shows no file

        return Copies(self.path.with_name(f"{self.path.name}.files"))

    def beside(self, what: str) -> Path:
        """Return ``NAME.what``, beside the graph."""
        return self._places.beside(what)

    def records(self) -> dict[str, bytes]:
        """Return the kept records.

        Raises:
            StoreError: the records do not agree with their checksum.
        """
        return self._records().kept()

    def stamps(self) -> dict[str, Stamp]:
        """Return what tells of each kept file whether it must be read again."""
        return self._records().stamps()

    def arrived(self) -> dict[str, Stamp]:
        """Return the same of files that were read but are not in the graph."""
        return self._records().arrived()

    def arrived_records(self, files: Iterable[str]) -> dict[str, bytes]:
        """Return the records of those of ``files`` that have arrived."""
        return self._records().arrived_records(files)

    def stage(self, batch: Iterable[Arrived]) -> None:
        """Keep what was just read; the graph does not change."""
        if not self._file.path.exists():
            with self.writing():  # the first record makes the store
                self._file.stage(batch)
        else:
            self._records().stage(batch)

    @contextmanager
    def writing(self) -> Iterator[None]:
        """Hold the store as its one writer, as often as one likes."""
        with self._holding(self._patience):
            yield

    def checksums(self) -> dict[str, str]:
        """Return the checksum of each kept record."""
        return self._records().checksums()

    def record(self, file: str) -> bytes:
        """Return the kept record of ``file``."""
        return self._records().record(file)

    def generation(self) -> str:
        """Return what the set of kept records is told by."""
        return self._records().generation()

    @contextmanager
    def _holding(self, patience: float) -> Iterator[None]:
        if self._is_writing:
            yield
            return
        self._make_folder()
        with alone(self._places, patience):
            self._places.refuse_foreign()
            if is_old_form(self._places.records):
                self._file.take_over()
            self._is_writing = True
            try:
                yield
            finally:
                self._is_writing = False

    def _make_folder(self) -> None:
        try:
            self.path.parent.mkdir(parents=True, exist_ok=True)
        except OSError as error:
            message = f"không tạo được thư mục {self.path.parent}: {error.strerror}"
            raise StoreError(message) from error

    def _records(self) -> RecordFile:
        """Return the records, taken over from the older form where they still have it.

        Raises:
            StoreError: what stands there is not luocdo's.
        """
        if is_old_form(self._places.records):
            with self.writing():
                pass
        self._places.refuse_foreign()
        return self._file
