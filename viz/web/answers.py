"""Pages that answer (trang trả lời): one function a kind of page, each asking the library once."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace
from pathlib import PurePosixPath
from typing import TYPE_CHECKING
from urllib.parse import quote

from markupsafe import Markup
from starlette.responses import HTMLResponse, Response

from luocdo.viz.drawings.drawing import svg
from luocdo.viz.drawings.kinship import Links, kinship_drawing
from luocdo.viz.drawings.owners import OwnersLinks, owners_drawing
from luocdo.viz.drawings.timeline import timeline
from luocdo.viz.printing import View, printed, printed_rows
from luocdo.viz.web.addresses import PAGES, Page, address
from luocdo.viz.web.matrix import matrix
from luocdo.viz.web.rendering import found_in, render
from luocdo.viz.web.sections import sections

if TYPE_CHECKING:
    from luocdo.graph.answers import Answer, Assignment
    from luocdo.graph.diagrams import Diagram, Kinship
    from luocdo.viz.web.library import Asked
    from luocdo.viz.web.reader import Reader

SVG = "image/svg+xml"
_TYPES = {".json": "application/json", ".csv": "text/csv; charset=utf-8"}
_HITS = 30
_ROWS = 200  # rows of a section that stand on a page at once

Picture = tuple[str, Markup, str]  # what it is called, its SVG, the file to take away


def home(reader: Reader) -> Response:
    """Show what the library holds, what is due next, what needs a look."""
    overview = reader.library.overview(reader.as_of)
    return _html(reader, "home.html", overview=overview)


def search(reader: Reader) -> Response:
    """Show what words may mean, grouped; as one types, only the list."""
    words = reader.word("q")
    hits = reader.library.search(words, _HITS) if words else ()
    template = "hits.html" if reader.partial else "search.html"
    return _html(reader, template, words=words, hits=hits)


def page(of: Page, form: str) -> Callable[[Reader], Response]:
    """Return what answers the page ``of``: as HTML, or as the ``form`` that a program or a spreadsheet reads."""

    def answered(reader: Reader) -> Response:
        asked = reader.asked(of)
        if missing := [name for name in of.arguments if name not in asked.words]:
            return _html(reader, "ask.html", page=of, missing=missing)
        answer = reader.library.answer(asked)
        if form:
            text = printed(answer, form.removeprefix("."), reader.lang, View(duties=True, past=True, groups=True))
            return Response(text, media_type=_TYPES[form])
        return _html(
            reader,
            "answer.html",
            page=of,
            asked=asked,
            answer=answer,
            sections=sections(answer, asked.flags),
            pictures=_pictures(reader, answer, asked),
            most=None if reader.word("limit") == "0" else _ROWS,
            matrix=matrix(answer) if of.command == "owners" else None,
        )

    return answered


def _pictures(reader: Reader, answer: Answer, asked: Asked) -> Sequence[Picture]:
    """Return the pictures of an answer, each with a file to take away."""
    if answer.kind == "document":
        diagram = reader.library.diagram(asked.words["doc"], asked.as_of)
        return _kinship(reader, diagram, asked.words["doc"])
    if answer.kind == "owners" and answer.block("direct", "stated", "inferred"):
        drawing = owners_drawing(answer, _owners_links(), lang=reader.lang)
        file = address("owners", asked.words["doc"], form=".svg")
        return [(("Ai chủ trì", "Who owns it")[reader.lang == "en"], Markup(svg(drawing)), file)]  # noqa: S704 - our own SVG, escaped by its template
    if answer.kind in ("due", "unit") and answer.assignments:
        drawing = timeline(_dated(answer), asked.as_of, lambda leaf: address("task", leaf), lang=reader.lang)
        return [(("Dòng thời gian", "Timeline")[reader.lang == "en"], Markup(svg(drawing)), "")]  # noqa: S704 - as above
    return []


def _dated(answer: Answer) -> list[Assignment]:
    order = {"overdue": 1, "late": 1}
    kept = [one for one in answer.assignments if one.block not in ("draft", "duties")]
    return sorted(kept, key=lambda one: (order.get(one.state, 0), one.limit is None))


def _kinship(reader: Reader, diagram: Diagram, words: str) -> list[Picture]:
    if not diagram.kinships:
        return []
    opened = reader.word("open")
    links = Links(lambda key: address("document", key), lambda one: reader.here(open=_group_key(one)))
    shown = _opened(diagram, opened)
    name = ("Lược đồ", "Diagram")[reader.lang == "en"]
    wide, narrow = (svg(kinship_drawing(shown, links, lang=reader.lang, narrow=thin)) for thin in (False, True))
    both = Markup('<div class="wide">{}</div><div class="narrow">{}</div>').format(Markup(wide), Markup(narrow))  # noqa: S704
    return [(name, both, f"/diagram.svg?doc={words}")]


def _group_key(one: Kinship) -> str:
    return f"{one.side}-{one.relation}"


def _opened(diagram: Diagram, key: str) -> Diagram:
    """Return the diagram with one group alone where a reader opened it."""
    chosen = tuple(one for one in diagram.kinships if _group_key(one) == key)
    return replace(diagram, kinships=chosen) if chosen else diagram


def _owners_links() -> OwnersLinks:
    return OwnersLinks(lambda key: address("document", key), lambda key: address("unit", key))


def diagram_file(reader: Reader) -> Response:
    """Give the diagram of a document as a file of its own."""
    diagram = reader.library.diagram(reader.word("doc"), reader.as_of)
    links = Links(lambda _: "", lambda _: "")
    return Response(svg(kinship_drawing(diagram, links, lang=reader.lang), standalone=True), media_type=SVG)


def owners_file(reader: Reader) -> Response:
    """Give the owners of a document as a picture of its own."""
    answer = reader.library.answer(reader.asked(PAGES["owners"]))
    drawing = owners_drawing(answer, OwnersLinks(lambda _: "", lambda _: ""), lang=reader.lang)
    return Response(svg(drawing, standalone=True), media_type=SVG)


def questions(reader: Reader) -> Response:
    """List the named questions."""
    return _html(reader, "questions.html", questions=reader.library.questions())


def question(reader: Reader) -> Response:
    """Show a named question as a form, and its rows where all its parameters are given."""
    name, _, form = str(reader.request.path_params["name"]).partition(".")
    one = next((each for each in reader.library.questions() if each.name == name), None)
    if one is None:
        return HTMLResponse(render("error.html", reader.lang, reader=reader, words=f"không có câu hỏi {name}"), 404)
    given = {parameter[0]: reader.word(parameter[0]) for parameter in one.parameters}
    if not all(given.values()):
        return _html(reader, "question.html", question=one, given=given, rows=None, most=_ROWS)
    rows = reader.library.rows(name, given)
    if form in ("json", "csv"):
        return Response(printed_rows(rows.columns, rows.rows, form), media_type=_TYPES[f".{form}"])
    return _html(reader, "question.html", question=one, given=given, rows=rows, most=_ROWS)


def source(reader: Reader) -> Response:
    """Show the text of a file with the sentence marked that an answer rests on."""
    file, said = reader.word("file"), reader.word("quote")
    passage = reader.library.passage(file)
    spans = found_in(passage.text, said) if passage else ()
    return _html(reader, "source.html", file=file, quote=said, place=reader.word("place"), passage=passage, spans=spans)


def original(reader: Reader) -> Response:
    """Give a loaded file as it came, to be kept, never to be shown: what is in it is nobody's page."""
    file = reader.word("file")
    data = reader.library.original(file)
    if data is None:
        return HTMLResponse(render("error.html", reader.lang, reader=reader, words=f"không có bản sao của {file}"), 404)
    name = quote(PurePosixPath(file).name)
    headers = {"content-disposition": f"attachment; filename*=UTF-8''{name}"}
    return Response(data, media_type="application/octet-stream", headers=headers)


def _html(reader: Reader, template: str, **values: object) -> HTMLResponse:
    return HTMLResponse(render(template, reader.lang, reader=reader, **values))
