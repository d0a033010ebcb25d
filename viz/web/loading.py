"""Files handed over on the page (nạp văn bản): limited in number and size, read in processes of
their own.
"""

from __future__ import annotations

import json
import shutil
import tempfile
import threading
from dataclasses import dataclass
from pathlib import Path, PurePosixPath
from queue import SimpleQueue
from typing import TYPE_CHECKING

from starlette.concurrency import run_in_threadpool
from starlette.datastructures import UploadFile
from starlette.exceptions import HTTPException
from starlette.responses import HTMLResponse, Response, StreamingResponse

from luocdo.graph.errors import LuocdoError
from luocdo.viz.web.refusing import FORBIDDEN, NOT_OURS, ONLY_READS, WRONG, refusal
from luocdo.viz.web.rendering import render

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

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
_TOO_LARGE, _WRONG_KIND = 413, 415
TOLD = "text/event-stream"  # what a browser asks for that wants to hear of each file


@dataclass(frozen=True, slots=True)
class Handed:
    """Files that were handed over, in a folder of their own; ``anyway``, what seems to be no
    document is read too.
    """

    folder: Path
    paths: list[Path]
    anyway: bool


def form(reader: Reader) -> Response:
    """Show the form."""
    return _page(reader, None)


def _page(reader: Reader, loaded: Loaded | None) -> Response:
    words = render(
        "load.html",
        reader.lang,
        reader=reader,
        loaded=loaded,
        endings=ENDINGS,
        most=MOST_FILES,
        largest=LARGEST // 2**20,
    )
    return HTMLResponse(words)


async def received(reader: Reader) -> Response:
    """Take the files of a form and load them; a browser that listens hears of each as it is
    read.
    """
    if reader.read_only:
        return refusal(reader, ONLY_READS, FORBIDDEN)
    length = int(reader.request.headers.get("content-length") or LARGEST + 1)
    if length > LARGEST:
        return refusal(reader, f"quá lớn: nhiều nhất {LARGEST // 2**20} MB một lần", _TOO_LARGE)
    try:
        return await _taken(reader)
    except HTTPException:  # more files than it may hold, or no form at all
        return refusal(reader, f"không đọc được biểu mẫu: nhiều nhất {MOST_FILES} tệp", WRONG)


async def _taken(reader: Reader) -> Response:
    async with reader.request.form(max_files=MOST_FILES, max_fields=4) as given:
        if not reader.guard.form_is_ours(str(given.get("form_token") or "")):
            return refusal(reader, NOT_OURS, FORBIDDEN)
        files = [
            one for one in given.getlist("files") if isinstance(one, UploadFile) and one.filename
        ]
        if wrong := [
            str(one.filename) for one in files if not str(one.filename).lower().endswith(ENDINGS)
        ]:
            return refusal(reader, f"không đọc loại tệp này: {', '.join(wrong)}", _WRONG_KIND)
        folder = Path(tempfile.mkdtemp(prefix="luocdo-"))
        handed = Handed(
            folder, [await _written(one, folder) for one in files], anyway="anyway" in given
        )
    if TOLD in reader.request.headers.get("accept", ""):
        return StreamingResponse(_telling(reader, handed), media_type=TOLD)
    return _page(reader, await run_in_threadpool(_loaded, reader, handed, _silent))


def _telling(reader: Reader, handed: Handed) -> Iterator[str]:
    """Yield an event for each file and for how far the load is, at the end one with the piece of
    the page that says what came of it. The load goes on when nobody listens any more.
    """
    told: SimpleQueue[dict[str, str]] = SimpleQueue()

    def work() -> None:
        loaded = _loaded(
            reader, handed, lambda file, words: told.put({"file": file, "words": words})
        )
        told.put({"page": render("loaded.html", reader.lang, reader=reader, loaded=loaded)})

    threading.Thread(target=work, daemon=True).start()
    while True:
        event = told.get()
        yield f"data: {json.dumps(event, ensure_ascii=False)}\n\n"
        if "page" in event:
            return


async def _written(file: UploadFile, folder: Path) -> Path:
    """Write one file under its bare name: a name that leads out of the folder stays in it."""
    name = PurePosixPath(str(file.filename).replace("\\", "/")).name or "tep"
    path = folder / name.lstrip(".")
    path.write_bytes(await file.read())
    return path


def _loaded(reader: Reader, handed: Handed, told: Callable[[str, str], None]) -> Loaded | None:
    """Load files and take their folder away, whatever happens."""
    from luocdo.viz.web.library import Loaded  # noqa: PLC0415

    try:
        if not handed.paths:
            return None
        return reader.library.load(handed.paths, told, anyway=handed.anyway)
    except LuocdoError as error:
        return Loaded(str(error))
    finally:
        shutil.rmtree(handed.folder, ignore_errors=True)


def _silent(_file: str, _words: str) -> None:
    """Hear nothing: the answer comes when all is done."""
