"""Older office files (.doc, .rtf, .odt): turned into .docx by LibreOffice where it is installed, else a clear message."""

from __future__ import annotations

import os
import shutil
import subprocess
import tempfile
from dataclasses import replace
from hashlib import sha256
from pathlib import Path, PurePath
from typing import TYPE_CHECKING

from luocdo.graph.errors import SourceError
from luocdo.loaders.formats import word

if TYPE_CHECKING:
    from luocdo.loaders.source import Source

_PROGRAMS = ("soffice", "libreoffice")
_SECONDS = 60


def read(name: str, data: bytes) -> Source:
    """Read a .doc, .rtf or .odt file through LibreOffice.

    Raises:
        SourceError: LibreOffice is not installed, or cannot read the file in a minute.
    """
    program = next((found for one in _PROGRAMS if (found := shutil.which(one))), None)
    ending = PurePath(name).suffix.lower()
    if program is None:
        raise SourceError(name, f"cần LibreOffice để đọc tệp {ending}: cài LibreOffice, hoặc lưu lại thành .docx")
    with tempfile.TemporaryDirectory() as folder:
        converted = _converted(program, Path(folder), ending, data, name)
        source = word.read(name, converted)
    return replace(source, digest=sha256(data).hexdigest(), format=ending.removeprefix("."))


def _converted(program: str, folder: Path, ending: str, data: bytes, name: str) -> bytes:
    given = folder / f"given{ending}"
    given.write_bytes(data)
    command = [
        program,
        f"-env:UserInstallation={(folder / 'profile').as_uri()}",
        "--headless",
        "--convert-to",
        "docx",
        "--outdir",
        str(folder),
        str(given),
    ]
    try:
        subprocess.run(  # noqa: S603 - a fixed program on a file of our own
            command, check=True, capture_output=True, timeout=_SECONDS, env={**os.environ, "HOME": str(folder)}
        )
        return (folder / "given.docx").read_bytes()
    except (subprocess.SubprocessError, OSError) as error:
        raise SourceError(name, f"LibreOffice không đọc được tệp {ending}") from error
