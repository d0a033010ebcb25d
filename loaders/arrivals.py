"""What lies under the paths that are loaded (tệp đến): files, folders, archives of documents,
standard input.

A file is named by its path below the folder that was named, so that two files of one name in two
folders are two. An archive (.zip) is a folder in one file: each document in it is named
"<archive>/<its path>". Nothing is unpacked to disk; links and names that lead out of the archive
are refused. What cannot be looked at is refused by name, the rest goes on.
"""

from __future__ import annotations

import os
import stat
import sys
import threading
import zipfile
from dataclasses import dataclass, replace
from hashlib import sha256
from pathlib import Path, PurePosixPath
from typing import TYPE_CHECKING

from luocdo.graph.errors import SourceError
from luocdo.loaders.formats.archives import BROKEN_MEMBER, check_archive
from luocdo.loaders.source import LARGEST_FILE, Source, check_size, decode_source, read_bytes

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

STANDARD_INPUT = "-"
_STANDARD_INPUT_NAME = "stdin"
_ARCHIVE = ".zip"
_IGNORED = frozenset({".tsv", ".json", ".yml", ".yaml", ".toml", ".py"})
_NOT_DOCUMENTS = (".", "README", "__init__", "~$", "__MACOSX")

Refusal = tuple[str, str]


@dataclass(frozen=True, slots=True)
class Arrival:
    """One file to be read: ``name`` in the store, ``path`` on disk, ``member`` within it where it
    is an archive.

    ``origin`` is the whole path with the member, which tells it from other files of its name;
    nothing where it lies there only now (standard input, what is handed over to a page). ``given``
    are the bytes of what can be read only once. ``belongs_to`` is the document that it is part of,
    as the reader says. ``anyway`` it is taken for a document whatever it seems to be. ``folder``
    is the same for what lies in one folder.
    """

    name: str
    path: Path
    member: str | None = None
    size: int = 0
    origin: str = ""
    given: bytes | None = None
    belongs_to: str | None = None
    anyway: bool = False
    folder: str = ""

    def data(self) -> bytes:
        """Return its bytes.

        Raises:
            SourceError: it cannot be opened.
        """
        if self.given is not None:
            return self.given
        return (
            read_bytes(self.path)
            if self.member is None
            else _member(self.name, self.path, self.member)
        )

    def source(self) -> Source:
        """Return its text.

        Raises:
            SourceError: it cannot be read; the message says the remedy.
        """
        return replace(decode_source(self.name, self.data()), belongs_to=self.belongs_to)

    def digest(self) -> str:
        """Return the SHA-256 of its bytes; nothing where it cannot be opened."""
        try:
            return sha256(self.data()).hexdigest()
        except SourceError:
            return ""


def arrivals(paths: Sequence[Path]) -> tuple[list[Arrival], list[Refusal]]:
    """List the files under ``paths``, in order, each once, and what is refused before
    it is read.
    """
    found: dict[str, Arrival] = {}
    refused: list[Refusal] = []
    for one in _all(paths):
        if not isinstance(one, Arrival):
            refused.append(one)
            continue
        key = one.origin or one.name
        if key not in found or len(one.name) > len(
            found[key].name
        ):  # named below the outermost folder
            found[key] = one
    return list(found.values()), refused


def in_their_folders(files: Sequence[Arrival], *, together: bool) -> list[Arrival]:
    """Return ``files``, each with a word for its folder that does not tell its path; those handed
    over ``together`` have one.
    """
    handed = "\n".join(sorted(one.name for one in files)) if together and len(files) > 1 else ""
    return [
        replace(one, folder=_word_for(handed if together else one.origin.rpartition("/")[0]))
        for one in files
    ]


def _word_for(folder: str) -> str:
    return sha256(folder.encode("utf-8", "surrogateescape")).hexdigest()[:16] if folder else ""


def _all(paths: Iterable[Path]) -> Iterator[Arrival | Refusal]:
    for path in paths:
        try:
            yield from _under(path)
        except (OSError, ValueError) as error:  # too long a name, a folder that may not be entered
            yield str(path), f"không mở được: {getattr(error, 'strerror', None) or error}"


def _under(path: Path) -> Iterator[Arrival | Refusal]:
    if str(path) == STANDARD_INPUT:
        given = sys.stdin.buffer.read(LARGEST_FILE + 1)
        yield Arrival(_STANDARD_INPUT_NAME, path, size=len(given), given=given)
    elif path.is_dir():
        for one in _in_folder(path):
            yield from _file(one, one.relative_to(path).as_posix())
    else:
        yield from _file(path, path.name)


def _file(path: Path, name: str) -> Iterator[Arrival | Refusal]:
    status = path.stat()
    if not stat.S_ISREG(status.st_mode):
        yield name, "không phải tệp thường; đưa qua đầu vào chuẩn: luocdo load -"
    elif path.suffix.lower() == _ARCHIVE:
        yield from _in_archive(path, name)
    else:
        yield Arrival(name, path, size=status.st_size, origin=_origin(path))


def _origin(path: Path, member: str = "") -> str:
    whole = os.path.realpath(path)
    return f"{whole}/{member}" if member else whole


def _in_folder(folder: Path) -> Iterator[Path]:
    """Yield the files of a folder; links are not followed."""
    for path in sorted(folder.rglob("*")):
        if path.is_file() and not path.is_symlink() and _may_be_document(path.name):
            yield path


def _may_be_document(name: str) -> bool:
    return (
        not name.startswith(_NOT_DOCUMENTS) and PurePosixPath(name).suffix.lower() not in _IGNORED
    )


def _in_archive(path: Path, called: str) -> Iterator[Arrival | Refusal]:
    try:
        members = _archive(called, path).infolist()
    except SourceError as error:
        yield called, error.reason
        return
    for member in members:
        place = PurePosixPath(member.filename.replace("\\", "/"))
        name = f"{called}/{place}"
        if place.is_absolute() or ".." in place.parts or ":" in str(place):
            yield name, "tên tệp dẫn ra ngoài tệp nén"
        elif member.is_dir() or not all(_may_be_document(part) for part in place.parts):
            continue
        elif stat.S_ISLNK(member.external_attr >> 16):
            yield name, "liên kết trong tệp nén: không đi theo"
        else:
            origin = _origin(path, member.filename)
            yield Arrival(name, path, member.filename, member.file_size, origin)


class _Opened(threading.local):
    """The archive that this thread looked into last, kept open: its list is read once, its members
    one by one.
    """

    state: tuple[str, int, int] | None = None
    archive: zipfile.ZipFile | None = None


_opened = _Opened()


def _archive(name: str, path: Path) -> zipfile.ZipFile:
    """Open an archive where it lies; one that is open already and unchanged is not read again.

    Raises:
        SourceError: it is none, too large or not safe.
    """
    check_size(path)
    status = path.stat()
    state = (os.path.realpath(path), status.st_mtime_ns, status.st_size)
    if _opened.archive is None or _opened.state != state:
        close_archive()
        _opened.archive, _opened.state = check_archive(name, path, of_documents=True), state
    return _opened.archive


def close_archive() -> None:
    """Close the archive that was looked into last, so that its file may be moved or deleted."""
    if _opened.archive is not None:
        _opened.archive.close()
    _opened.archive, _opened.state = None, None


def _member(name: str, path: Path, member: str) -> bytes:
    try:
        return _archive(name, path).read(member)
    except BROKEN_MEMBER as error:
        raise SourceError(name, "mục trong tệp nén bị hỏng") from error
