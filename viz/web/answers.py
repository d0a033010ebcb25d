"""Pages that answer (trang trả lời): one function a kind of page, each asking the library once."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import PurePosixPath
from typing import TYPE_CHECKING
from urllib.parse import quote, urlencode

from starlette.responses import HTMLResponse, PlainTextResponse, RedirectResponse, Response

from luocdo.viz.printing import View, printed
from luocdo.viz.web import narrowing
from luocdo.viz.web.addresses import address_of
from luocdo.viz.web.matrix import matrix
from luocdo.viz.web.months import month
from luocdo.viz.web.pictures import pictures
from luocdo.viz.web.refusing import LOST, refusal
from luocdo.viz.web.rendering import render
from luocdo.viz.web.sections import sections
from luocdo.viz.workbook import workbook

if TYPE_CHECKING:
    from luocdo.graph.answers import Answer
    from luocdo.viz.web.addresses import Page
    from luocdo.viz.web.reader import Reader

TYPES = {
    ".json": "application/json",
    ".csv": "text/csv; charset=utf-8",
    ".ics": "text/calendar; charset=utf-8",
}
SHEET = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
_HITS = 30
_SEE_OTHER, _WRONG = 303, 400
ROWS = 200  # rows of a section that stand on a page at once


def home(reader: Reader) -> Response:
    """Show what the library holds, what is due next, what needs a look."""
    overview = reader.library.overview(reader.as_of)
    return html(reader, "home.html", overview=overview)


def search(reader: Reader) -> Response:
    """Show what words may mean, grouped; as one types, only the list."""
    words = reader.word("q")
    hits = reader.library.search(words, _HITS) if words else ()
    template = "hits.html" if reader.partial else "search.html"
    return html(reader, template, words=words, typed=words, hits=hits)


def page(of: Page, form: str) -> Callable[[Reader], Response]:
    """Return what answers the page ``of``: as HTML, or as the ``form`` that a program or a
    spreadsheet reads.
    """

    def answered(reader: Reader) -> Response:
        asked = reader.asked(of)
        unknown = reader.unknown(of)
        missing = [name for name in of.arguments if name not in asked.words]
        if form and (unknown or missing):
            return PlainTextResponse(_wrong(of, missing, unknown), _WRONG)
        if missing:
            return html(reader, "ask.html", page=of)
        whole = reader.library.answer(asked)
        given = {name: reader.word(name) for name in narrowing.names()}
        answer = narrowing.narrowed(whole, given)
        if form:
            return file_of(answer, form, reader.lang, asked.command)
        return html(
            reader,
            "answer.html",
            page=of,
            asked=asked,
            answer=answer,
            filters=narrowing.filters(whole, given, reader.lang) if of.command != "task" else (),
            sections=sections(answer, asked.flags, asked.words.get("role", "")),
            pictures=pictures(reader, answer, asked),
            most=None if reader.word("limit") == "0" else ROWS,
            matrix=matrix(answer),
            month=month(answer.assignments, asked.as_of, reader.shown_month) if of.dated else None,
        )

    return answered


def _wrong(of: Page, missing: list[str], unknown: list[str]) -> str:
    """Say what an address lacks or has too much, and what its page takes."""
    told = [f"thiếu {', '.join(missing)}"] if missing else []
    told += [f"không hiểu {', '.join(unknown)}"] if unknown else []
    return (
        f"{of.path}: {'; '.join(told)}; trang này nhận"
        f" {', '.join((*of.arguments, *of.flags, *of.options))}"
    )


def file_of(answer: Answer, form: str, lang: str, name: str) -> Response:
    """Return an answer as the file that the command line writes."""
    if form == ".xlsx":
        headers = {"content-disposition": f'attachment; filename="luocdo-{name}.xlsx"'}
        return Response(workbook(answer), media_type=SHEET, headers=headers)
    if form == ".ics":
        # brings icalendar, for calendars alone
        from luocdo.viz.calendar import calendar_file  # noqa: PLC0415

        return Response(calendar_file(answer), media_type=TYPES[form])
    text = printed(answer, form.removeprefix("."), lang, View(duties=True, past=True, groups=True))
    return Response(text, media_type=TYPES[form])


def ask(reader: Reader) -> Response:
    """Lead a question in words to the page that answers it, or say what was not understood."""
    asked = reader.word("q")
    meaning = reader.library.meaning(asked, reader.as_of) if asked else None
    if meaning and not meaning.reason and (page_of := address_of(meaning.command)):
        joined = "&" if "?" in page_of else "?"
        return RedirectResponse(f"{page_of}{joined}{urlencode({'asked': asked})}", _SEE_OTHER)
    return html(reader, "asked.html", asked=asked, meaning=meaning)


def original(reader: Reader) -> Response:
    """Give a loaded file as it came, to be kept, never to be shown: what is in it is nobody's
    page.
    """
    file = reader.word("file")
    data = reader.library.original(file)
    if data is None:
        return refusal(reader, f"không có bản sao của {file}", LOST)
    name = quote(PurePosixPath(file).name)
    headers = {"content-disposition": f"attachment; filename*=UTF-8''{name}"}
    return Response(data, media_type="application/octet-stream", headers=headers)


def html(reader: Reader, template: str, **values: object) -> HTMLResponse:
    """Return a page of the application."""
    return HTMLResponse(render(template, reader.lang, reader=reader, **values))
