"""Named questions as pages (câu hỏi có tên): a form, its rows as a table, counted by two of their
columns as a matrix and as a picture, and as files.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from starlette.responses import Response

from luocdo.viz.drawings.shared import SharedLinks, Wording, shared_drawing
from luocdo.viz.printing import printed_rows, rows_as_answer
from luocdo.viz.web.addresses import NARROWING
from luocdo.viz.web.answers import ROWS, TYPES, file_of, html
from luocdo.viz.web.crossing import ACROSS, DOWN, crossing, kept, words_of
from luocdo.viz.web.pictures import both, opened_part
from luocdo.viz.web.refusing import LOST, refusal

if TYPE_CHECKING:
    from luocdo.graph.stores.base import Rows
    from luocdo.viz.web.crossing import Crossing
    from luocdo.viz.web.pictures import Picture
    from luocdo.viz.web.reader import Reader

_PICTURE = ("Hình", "Picture")
_LEFT_OUT = ("xem ở ma trận", "they stand in the matrix")
_EMPTY = ("(trống)", "(empty)")


def questions(reader: Reader) -> Response:
    """List the named questions."""
    return html(reader, "questions.html", questions=reader.library.questions())


def question(reader: Reader) -> Response:
    """Show a named question as a form, and its rows where all its parameters are given."""
    name, _, form = str(reader.request.path_params["name"]).partition(".")
    one = next((each for each in reader.library.questions() if each.name == name), None)
    if one is None:
        return refusal(reader, f"không có câu hỏi {name}", LOST)
    given = {parameter[0]: reader.word(parameter[0]) for parameter in one.parameters}
    if not all(given.values()):
        return html(reader, "question.html", question=one, given=given, rows=None)
    rows = kept(reader.library.rows(name, given), _narrowing(reader))
    if form == "xlsx":
        return file_of(rows_as_answer(rows.columns, rows.rows), ".xlsx", reader.lang, name)
    if form in ("json", "csv"):
        return Response(printed_rows(rows.columns, rows.rows, form), media_type=TYPES[f".{form}"])
    counted = crossing(rows, reader.word(DOWN), reader.word(ACROSS))
    return html(
        reader,
        "question.html",
        question=one,
        given=given,
        rows=rows,
        shown=_shown(rows),
        narrowed=_narrowing(reader),
        counted=counted,
        pictures=_pictures(reader, counted),
        most=None if reader.word("limit") == "0" else ROWS,
    )


def _shown(rows: Rows) -> list[list[str]]:
    """Return the cells as a reader sees them."""
    return [[words_of(value) for value in row] for row in rows.rows]


def _narrowing(reader: Reader) -> dict[str, str]:
    """Return which columns must hold what, as the address says."""
    return {
        name.removeprefix(NARROWING): words
        for name, words in reader.request.query_params.items()
        if name.startswith(NARROWING)
    }


def _pictures(reader: Reader, counted: Crossing | None) -> list[Picture]:
    """Return the counts of two columns as boxes joined by lines."""
    if counted is None:
        return []
    english = reader.lang == "en"
    ends = {"leads": counted.down, "helps": counted.across}
    links = SharedLinks(
        lambda side, value: reader.here(**{NARROWING + ends[side]: value, "open": ""}),
        lambda opened: reader.here(open=str(opened)),
    )
    values = {value for one in counted.pairs for value in (one.lead, one.helper)}
    names = {value: value or _EMPTY[english] for value in values}
    sides = ((counted.down, counted.down), (counted.across, counted.across))
    drawn = both(
        lambda narrow: shared_drawing(
            counted.pairs,
            names,
            links,
            lang=reader.lang,
            opened=opened_part(reader),
            narrow=narrow,
            wording=Wording(_PICTURE, sides, _LEFT_OUT),
        )
    )
    return [(_PICTURE[english], drawn, "")]
