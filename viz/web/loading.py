"""Files handed over on the page (nạp văn bản): limited in number and size, read in processes of
their own.
"""

from __future__ import annotations

import tempfile
from pathlib import Path, PurePosixPath
from typing import TYPE_CHECKING

from starlette.concurrency import run_in_threadpool
from starlette.datastructures import UploadFile
from starlette.responses import HTMLResponse, PlainTextResponse, Response

from luocdo.graph.errors import LuocdoError
from luocdo.viz.web.rendering import render

if TYPE_CHECKING:
    from luocdo.viz.web.library import Loaded
    from luocdo.viz.web.reader import Reader

MOST_FILES = 200
LARGEST = 100 * 1024 * 1024
ENDINGS = (
    ".txt",
    ".md",
    ".docx",
    ".doc",
    ".rtf",
    ".odt",
    ".pdf",
    ".htm",
    ".html",
    ".mht",
    ".xlsx",
    ".xls",
    ".zip",
    ".png",
    ".jpg",
    ".jpeg",
    ".tif",
    ".tiff",
)
_FORBIDDEN, _TOO_LARGE, _WRONG = 403, 413, 415


def form(reader: Reader) -> Response:
    """Show the form."""
    return HTMLResponse(
        render("load.html", reader.lang, reader=reader, loaded=None, endings=ENDINGS)
    )


async def received(reader: Reader) -> Response:
    """Take the files of a form and load them."""
    if reader.read_only:
        return PlainTextResponse("máy chủ này chỉ để đọc (--read-only)", _FORBIDDEN)
    length = int(reader.request.headers.get("content-length") or LARGEST + 1)
    if length > LARGEST:
        return PlainTextResponse(f"quá lớn: nhiều nhất {LARGEST // 2**20} MB một lần", _TOO_LARGE)
    async with reader.request.form(max_files=MOST_FILES, max_fields=4) as given:
        if not reader.guard.form_is_ours(str(given.get("form_token") or "")):
            return PlainTextResponse(
                "biểu mẫu không phải của trang này; tải lại trang rồi gửi lại", _FORBIDDEN
            )
        files = [
            one for one in given.getlist("files") if isinstance(one, UploadFile) and one.filename
        ]
        if wrong := [
            str(one.filename) for one in files if not str(one.filename).lower().endswith(ENDINGS)
        ]:
            return PlainTextResponse(f"không đọc loại tệp này: {', '.join(wrong)}", _WRONG)
        with tempfile.TemporaryDirectory(prefix="luocdo-") as folder:
            paths = [await _written(one, Path(folder)) for one in files]
            loaded = await run_in_threadpool(_loaded, reader, paths) if paths else None
    return HTMLResponse(
        render("load.html", reader.lang, reader=reader, loaded=loaded, endings=ENDINGS)
    )


async def _written(file: UploadFile, folder: Path) -> Path:
    """Write one file under its bare name: a name that leads out of the folder stays in it."""
    name = PurePosixPath(str(file.filename).replace("\\", "/")).name or "tep"
    path = folder / name.lstrip(".")
    path.write_bytes(await file.read())
    return path


def _loaded(reader: Reader, paths: list[Path]) -> Loaded | None:
    from luocdo.viz.web.library import Loaded  # noqa: PLC0415

    try:
        return reader.library.load(paths)
    except LuocdoError as error:
        return Loaded(str(error))
