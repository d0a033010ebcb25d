"""Evidence (chứng cứ): the text of a file with a sentence marked, beside it the page as it was
printed, the place framed.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from starlette.responses import HTMLResponse, Response

from luocdo.viz.web.guard import LIKENESS_POLICY
from luocdo.viz.web.refusing import LOST, refusal
from luocdo.viz.web.rendering import found_in, render

if TYPE_CHECKING:
    from luocdo.viz.web.library import Passage, Sheet
    from luocdo.viz.web.reader import Reader


@dataclass(frozen=True, slots=True)
class Evidence:
    """A ``file`` at a ``quote``: its text where a copy is kept, the ``spans`` of the quote in it,
    its page where it has pages.

    ``look`` says that a page can be made that looks like the file.
    """

    file: str
    quote: str
    place: str
    passage: Passage | None
    spans: tuple[tuple[int, int], ...]
    sheet: Sheet | None
    look: bool


def evidence(reader: Reader, file: str, quote: str, place: str = "", page: str = "") -> Evidence:
    """Return what proves ``quote``; ``page`` turns to another page of the file."""
    passage = reader.library.passage(file)
    spans = found_in(passage.text, quote) if passage else ()
    wanted = int(page) if page.isascii() and page.isdigit() and len(page) < len("10000") else 0
    sheet = reader.library.sheet(file, quote, wanted)
    look = sheet is None and passage is not None and reader.library.has_likeness(file)
    return Evidence(file, quote, place, passage, spans, sheet, look)


def source(reader: Reader) -> Response:
    """Show the text of a file with the sentence marked that an answer rests on."""
    shown = evidence(
        reader,
        reader.word("file"),
        reader.word("quote"),
        reader.word("place"),
        reader.word("page"),
    )
    return HTMLResponse(render("source.html", reader.lang, reader=reader, evidence=shown))


def look(reader: Reader) -> Response:
    """Give a page that looks like a Word file or web page, for a frame in which nothing may run or
    ask for anything.
    """
    page = reader.library.likeness(reader.word("file"), reader.word("quote"))
    if page is None:
        words = f"không trình bày được {reader.word('file')}"
        return refusal(reader, words, LOST)
    return HTMLResponse(page, headers={"content-security-policy": LIKENESS_POLICY})


def picture(reader: Reader) -> Response:
    """Give a page of a file as a picture."""
    page = reader.word("page")
    number = int(page) if page.isascii() and page.isdigit() and len(page) < len("10000") else 0
    data = reader.library.picture(reader.word("file"), number)
    if data is None:
        words = f"không có hình trang {page}"
        return refusal(reader, words, LOST)
    return Response(data, media_type="image/png")
