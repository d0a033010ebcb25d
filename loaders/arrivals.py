"""What lies under the paths that are loaded (tệp đến): files, folders, archives of documents, standard input.

An archive (.zip) is a folder in one file: each document in it is named "<archive>/<its path>". Nothing is unpacked to
disk; links and names that lead out of the archive are refused.
"""

from __future__ import annotations

import stat
import sys
import zipfile
from dataclasses import dataclass
from hashlib import sha256
from pathlib import Path, PurePosixPath
from typing import TYPE_CHECKING

from luocdo.graph.errors import SourceError
from luocdo.loaders.formats.archives import check_archive
from luocdo.loaders.source import LARGEST_FILE, Source, decode_source, read_bytes

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

STANDARD_INPUT = "-"
_ARCHIVE = ".zip"
_IGNORED = frozenset({".tsv", ".json", ".yml", ".yaml", ".toml", ".py"})
_NOT_DOCUMENTS = (".", "README", "__init__", "~$", "__MACOSX")

Refusal = tuple[str, str]


@dataclass(frozen=True, slots=True)
class Arrival:
    """One file to be read: ``name`` in the store, ``path`` on disk, ``member`` within it where it is an archive."""

    name: str
    path: Path
    member: str | None = None
    size: int = 0

    def data(self) -> bytes:
        """Return its bytes.

        Raises:
            SourceError: it cannot be opened.
        """
        if str(self.path) == STANDARD_INPUT:
            return sys.stdin.buffer.read(LARGEST_FILE + 1)
        data = read_bytes(self.path)
        return data if self.member is None else _member(self.name, data, self.member)

    def source(self) -> Source:
        """Return its text.

        Raises:
            SourceError: it cannot be read; the message says the remedy.
        """
        return decode_source(self.name, self.data())

    def digest(self) -> str:
        """Return the SHA-256 of its bytes; nothing where it cannot be opened."""
        if str(self.path) == STANDARD_INPUT:
            return ""
        try:
            return sha256(self.data()).hexdigest()
        except SourceError:
            return ""


def arrivals(paths: Sequence[Path]) -> tuple[list[Arrival], list[Refusal]]:
    """List the files under ``paths``, in order, and what is refused before it is read."""
    found: dict[str, Arrival] = {}
    refused: list[Refusal] = []
    for one in _all(paths):
        if not isinstance(one, Arrival):
            refused.append(one)
        elif one.name in found and found[one.name] != one:
            refused.append((str(one.path), f"trùng tên với {found[one.name].path}: mỗi tệp một tên"))
        else:
            found[one.name] = one
    return list(found.values()), refused


def _all(paths: Iterable[Path]) -> Iterator[Arrival | Refusal]:
    for path in paths:
        for one in _in_folder(path) if path.is_dir() else (path,):
            if one.suffix.lower() == _ARCHIVE and one.is_file():
                yield from _in_archive(one)
            elif str(one) == STANDARD_INPUT:
                yield Arrival("stdin", one)
            else:
                yield Arrival(one.name, one, size=one.stat().st_size if one.is_file() else 0)


def _in_folder(folder: Path) -> Iterator[Path]:
    """Yield the files of a folder; links are not followed."""
    for path in sorted(folder.rglob("*")):
        if path.is_file() and not path.is_symlink() and _may_be_document(path.name):
            yield path


def _may_be_document(name: str) -> bool:
    return not name.startswith(_NOT_DOCUMENTS) and PurePosixPath(name).suffix.lower() not in _IGNORED


def _in_archive(path: Path) -> Iterator[Arrival | Refusal]:
    try:
        members = check_archive(path.name, read_bytes(path), of_documents=True).infolist()
    except SourceError as error:
        yield path.name, error.reason
        return
    for member in members:
        place = PurePosixPath(member.filename.replace("\\", "/"))
        name = f"{path.name}/{place}"
        if place.is_absolute() or ".." in place.parts or ":" in str(place):
            yield name, "tên tệp dẫn ra ngoài tệp nén"
        elif member.is_dir() or not all(_may_be_document(part) for part in place.parts):
            continue
        elif stat.S_ISLNK(member.external_attr >> 16):
            yield name, "liên kết trong tệp nén: không đi theo"
        else:
            yield Arrival(name, path, member.filename, member.file_size)


def _member(name: str, data: bytes, member: str) -> bytes:
    try:
        return check_archive(name, data, of_documents=True).read(member)
    except (KeyError, zipfile.BadZipFile, NotImplementedError, RuntimeError, OSError) as error:
        raise SourceError(name, "mục trong tệp nén bị hỏng") from error
