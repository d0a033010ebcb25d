"""Copies of the files that were loaded (bản sao tệp gốc), kept by digest: evidence is shown where
it was read. Beside a copy stands the text that reading made, where a reader kept it.

A copy is written beside its place and then renamed, so that none is ever half there; one digest is
one copy, however many files had those bytes.
"""

from __future__ import annotations

import os
import secrets
from contextlib import suppress
from dataclasses import dataclass
from hashlib import sha256
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

_DIGEST = 64  # hexadecimal digits of SHA-256
_TEXT = ".text"


@dataclass(frozen=True, slots=True)
class Copies:
    """The copies in one ``folder``."""

    folder: Path

    def keep(self, data: bytes) -> None:
        """Keep the bytes of a file; a folder that cannot be written keeps none, and the file is
        loaded all the same.
        """
        place = self._place(sha256(data).hexdigest())
        if not place.exists():
            self._write(place, data)

    def keep_text(self, digest: str, text: bytes) -> None:
        """Keep what reading the file of that digest made of it, in the place of an older text."""
        self._write(self._place(digest + _TEXT), text)

    def text(self, digest: str) -> bytes | None:
        """Return what `keep_text` kept; None where it kept nothing."""
        try:
            return self._place(digest + _TEXT).read_bytes()
        except OSError:
            return None

    def _write(self, place: Path, data: bytes) -> None:
        fresh = place.with_name(f"{place.name}.{os.getpid()}.{secrets.token_hex(4)}")
        try:
            place.parent.mkdir(parents=True, exist_ok=True)
            fresh.write_bytes(data)
            fresh.replace(place)
        except OSError:
            with suppress(OSError):
                fresh.unlink()

    def read(self, digest: str) -> bytes | None:
        """Return the bytes whose SHA-256 is ``digest``; None where there is no copy, or it was
        changed since.
        """
        if len(digest) != _DIGEST or not digest.isalnum():
            return None
        try:
            data = self._place(digest).read_bytes()
        except OSError:
            return None
        return data if sha256(data).hexdigest() == digest else None

    def keep_only(self, digests: Iterable[str]) -> None:
        """Remove the copies of files that are no longer kept."""
        wanted = set(digests)
        for place in self._kept():
            if place.name.removesuffix(_TEXT) not in wanted:
                Path(place.path).unlink(missing_ok=True)

    def _kept(self) -> Iterator[os.DirEntry[str]]:
        """Yield the copies: names alone, of many files."""
        if self.folder.is_dir():
            for part in os.scandir(self.folder):
                yield from os.scandir(part.path) if part.is_dir() else ()

    def _place(self, name: str) -> Path:
        return self.folder / name[:2] / name
