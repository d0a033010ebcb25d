"""Word files of 1997 to 2003 (.doc, [MS-DOC]): made .docx within the process, by msdoc2docx
(imported as doc2docx).

It is young and pure Python; on eleven papers written by LibreOffice its text was that of the
.docx, word for word. What it does not take is left to LibreOffice.
"""

from __future__ import annotations

import tempfile
from pathlib import Path

import doc2docx
from doc2docx.errors import Doc2DocxError, EncryptedDocumentError

from luocdo.graph.errors import SourceError


def docx_of(name: str, data: bytes) -> bytes | None:
    """Return the .docx made of a .doc file's bytes; None where the converter does not take it.

    Raises:
        SourceError: the file called ``name`` has a password.
    """
    with tempfile.TemporaryDirectory() as folder:
        given, made = Path(folder, "given.doc"), Path(folder, "made.docx")
        given.write_bytes(data)
        try:
            doc2docx.convert(given, made)
            return made.read_bytes()
        except EncryptedDocumentError as error:
            raise SourceError(name, "tệp có mật khẩu; hãy lưu lại không mật khẩu") from error
        except (Doc2DocxError, ValueError, LookupError, ArithmeticError, OSError, RecursionError):
            return None  # broken or of a kind that it does not know yet: LibreOffice may read it
