"""Older office files: .doc is made .docx by msdoc2docx, what it cannot read, .rtf and .odt by
LibreOffice, else a message.
"""

from __future__ import annotations

import os
import shutil
import signal
import subprocess
import tempfile
from dataclasses import replace
from hashlib import sha256
from pathlib import Path
from typing import TYPE_CHECKING

from luocdo.graph.errors import SourceError
from luocdo.loaders.formats import word
from luocdo.loaders.formats.archives import check_archive
from luocdo.loaders.formats.binary_word import docx_of

if TYPE_CHECKING:
    from luocdo.loaders.source import Source

_PROGRAMS = ("soffice", "libreoffice")
_SECONDS = 60
_KINDS = ((b"{\\rtf", ".rtf"), (b"PK", ".odt"))


def read(name: str, data: bytes) -> Source:
    """Read a .doc, .rtf or .odt file as the .docx it is made.

    Raises:
        SourceError: it has a password, or LibreOffice is needed and is not installed or cannot
        read it in a minute.
    """
    if _ending(data) == ".doc" and (made := docx_of(name, data)):
        return replace(word.read(name, made), digest=sha256(data).hexdigest(), format="doc")
    program = next((found for one in _PROGRAMS if (found := shutil.which(one))), None)
    ending = _ending(data)
    if program is None:
        raise SourceError(
            name, f"cần LibreOffice để đọc tệp {ending}: cài LibreOffice, hoặc lưu lại thành .docx"
        )
    if ending == ".odt":
        check_archive(name, data)
    with tempfile.TemporaryDirectory() as folder:
        source = word.read(name, _converted(program, Path(folder), ending, "docx", data, name))
    return replace(source, digest=sha256(data).hexdigest(), format=ending.removeprefix("."))


def _ending(data: bytes) -> str:
    """Tell the format by its first bytes: LibreOffice goes by the ending."""
    return next((ending for magic, ending in _KINDS if data.lstrip().startswith(magic)), ".doc")


def _converted(
    program: str, folder: Path, ending: str, target: str, data: bytes, name: str
) -> bytes:
    given = folder / f"given{ending}"
    given.write_bytes(data)
    profile = f"-env:UserInstallation={(folder / 'profile').as_uri()}"
    command = [
        program,
        profile,
        "--headless",
        "--convert-to",
        target,
        "--outdir",
        str(folder),
        str(given),
    ]
    try:
        _run(command, {**os.environ, "HOME": str(folder)})
        return (folder / f"given.{target}").read_bytes()
    except (subprocess.SubprocessError, OSError) as error:
        raise SourceError(name, f"LibreOffice không đọc được tệp {ending}") from error


def _run(command: list[str], environment: dict[str, str]) -> None:
    """Run LibreOffice; where it hangs, the office behind the program that was started is ended
    too.
    """
    with subprocess.Popen(  # noqa: S603 - a fixed program on a file of our own
        command,
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
        env=environment,
        start_new_session=True,
    ) as office:
        try:
            office.wait(_SECONDS)
        except subprocess.TimeoutExpired:
            if hasattr(os, "killpg"):
                os.killpg(office.pid, signal.SIGKILL)
            office.kill()
            raise
