"""Pictures of answers on their pages (hình trên trang): drawn here, each box a link, each picture
a file to take away.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace
from typing import TYPE_CHECKING
from urllib.parse import urlencode

from markupsafe import Markup
from starlette.responses import Response

from luocdo.viz.drawings.drawing import svg
from luocdo.viz.drawings.kinship import Links, kinship_drawing
from luocdo.viz.drawings.opening import Opened
from luocdo.viz.drawings.owners import OwnersLinks, owners_drawing
from luocdo.viz.drawings.path import path_drawing
from luocdo.viz.drawings.shared import TITLE, SharedLinks, shared_drawing
from luocdo.viz.drawings.timeline import timeline
from luocdo.viz.drawings.together import SIDES, TogetherLinks, together_drawing
from luocdo.viz.web.addresses import PAGES, address
from luocdo.viz.web.rendering import source_of

if TYPE_CHECKING:
    from luocdo.graph.answers import Answer, Assignment
    from luocdo.graph.diagrams import Diagram, Kinship
    from luocdo.viz.drawings.drawing import Drawing
    from luocdo.viz.web.library import Asked
    from luocdo.viz.web.reader import Reader

SVG = "image/svg+xml"
Picture = tuple[str, Markup, str]  # what it is called, its SVG, the file to take away


def pictures(reader: Reader, answer: Answer, asked: Asked) -> Sequence[Picture]:
    """Return the pictures of an answer, each with a file to take away."""
    if answer.kind == "document":
        diagram = reader.library.diagram(asked.words["doc"], asked.as_of)
        return _kinship(reader, diagram, asked.words["doc"])
    if answer.kind == "owners" and answer.block("direct", "stated", "inferred"):
        links, opened = _owners_links(reader), opened_part(reader)
        drawn = both(
            lambda narrow: owners_drawing(
                answer, links, lang=reader.lang, opened=opened, narrow=narrow
            )
        )
        file = address("owners", asked.words["doc"], form=".svg")
        return [(("Ai chủ trì", "Who owns it")[reader.lang == "en"], drawn, file)]
    if answer.kind in ("due", "unit") and (dated := _dated(answer)):
        drawn = both(
            lambda narrow: timeline(
                dated, asked.as_of, _task_address, lang=reader.lang, narrow=narrow
            )
        )
        times = (("Dòng thời gian", "Timeline")[reader.lang == "en"], drawn, "")
        return [times, *(_together(reader, answer) if answer.kind == "unit" else ())]
    if answer.kind == "centrality":
        return _shared(reader)
    return _path(reader, answer) if answer.kind == "why" and answer.tables else []


def _shared(reader: Reader) -> list[Picture]:
    """Return who works with whom in the whole store."""
    pairs, names = reader.library.shared_work()
    links = SharedLinks(
        lambda _, key: address("unit", key), lambda opened: reader.here(open=str(opened))
    )
    drawn = both(
        lambda narrow: shared_drawing(
            pairs, names, links, lang=reader.lang, opened=opened_part(reader), narrow=narrow
        )
    )
    return [(TITLE[reader.lang == "en"], drawn, "")] if drawn else []


def _together(reader: Reader, answer: Answer) -> list[Picture]:
    """Return with whom a unit works; the side that was opened stands alone."""
    opened = opened_part(reader)
    links = TogetherLinks(
        lambda key: address("unit", key), lambda opened: reader.here(open=str(opened))
    )
    side = opened if opened.part in SIDES else Opened()
    drawn = both(
        lambda narrow: together_drawing(
            answer, links, lang=reader.lang, narrow=narrow, opened=side
        )
    )
    return [(("Làm cùng ai", "Works with")[reader.lang == "en"], drawn, "")] if drawn else []


def _path(reader: Reader, answer: Answer) -> list[Picture]:
    """Return the way from one document to the other."""
    (way, *_) = answer.tables
    steps = [dict(zip(way.columns, row, strict=True)) for row in way.rows]
    drawing = path_drawing(
        steps,
        answer.title,
        lambda name: address("document", name),
        lambda step: source_of(step["source"], step["quote"], step["place"]),
    )
    return [(("Đường đi", "The way")[reader.lang == "en"], _shown(drawing), "")]


def _shown(drawing: Drawing) -> Markup:
    return Markup(svg(drawing))  # noqa: S704 - our own SVG, escaped by its template


def both(painted: Callable[[bool], Drawing | None]) -> Markup:
    """Return a picture as it is ``painted`` for a screen and, narrow, for a telephone; nothing
    where there is none.
    """
    wide, narrow = painted(False), painted(True)  # noqa: FBT003 - whether it is narrow
    if wide is None or narrow is None:
        return Markup()
    return Markup('<div class="wide">{}</div><div class="narrow">{}</div>').format(
        _shown(wide), _shown(narrow)
    )


def _task_address(leaf: str) -> str:
    return address("task", leaf)


def _dated(answer: Answer) -> list[Assignment]:
    """Return what has a day to come first, what is past after it; each group under its documents,
    the nearest day first.
    """
    kept = [one for one in answer.assignments if one.block not in ("draft", "duties")]
    groups: dict[tuple[bool, str], list[Assignment]] = {}
    for one in sorted(
        kept, key=lambda one: (one.limit is None or not one.limit.end_date, _end(one))
    ):
        groups.setdefault((one.state in ("overdue", "late"), one.document_id), []).append(one)
    return [
        one
        for past in (False, True)
        for (over, _), group in groups.items()
        if over is past
        for one in group
    ]


def _end(one: Assignment) -> str:
    return one.limit.end_date if one.limit else ""


def _kinship(reader: Reader, diagram: Diagram, words: str) -> list[Picture]:
    if not diagram.kinships:
        return []
    opened = opened_part(reader)
    links = Links(
        lambda key: address("document", key),
        lambda one, after: reader.here(open=str(Opened(_group_key(one), after))),
    )
    shown = _alone(diagram, opened.part)
    after = opened.after if shown is not diagram else 0
    name = ("Lược đồ", "Diagram")[reader.lang == "en"]
    drawn = both(
        lambda narrow: kinship_drawing(shown, links, lang=reader.lang, narrow=narrow, after=after)
    )
    return [(name, drawn, f"/diagram.svg?{urlencode({'doc': words})}")]


def _group_key(one: Kinship) -> str:
    return f"{one.side}-{one.relation}"


def opened_part(reader: Reader) -> Opened:
    """Return which part of a picture the address opens."""
    return Opened.parse(reader.word("open"))


def _alone(diagram: Diagram, key: str) -> Diagram:
    """Return the diagram with one group alone where a reader opened it."""
    chosen = tuple(one for one in diagram.kinships if _group_key(one) == key)
    return replace(diagram, kinships=chosen) if chosen else diagram


def _owners_links(reader: Reader) -> OwnersLinks:
    """Lead a unit to its own rows of this answer, and from there to its page."""
    chosen = reader.word("only-unit")
    return OwnersLinks(
        document=lambda key: address("document", key),
        unit=lambda key: (
            address("unit", key)
            if key == chosen
            else reader.here(**{"only-unit": key, "only-role": "lead", "open": ""})
        ),
        opened=lambda opened: reader.here(open=str(opened)),
    )


def diagram_file(reader: Reader) -> Response:
    """Give the diagram of a document as a file of its own."""
    diagram = reader.library.diagram(reader.word("doc"), reader.as_of)
    links = Links(lambda _: "", lambda _, __: "")
    return Response(
        svg(kinship_drawing(diagram, links, lang=reader.lang), standalone=True), media_type=SVG
    )


def owners_file(reader: Reader) -> Response:
    """Give the owners of a document as a picture of its own."""
    answer = reader.library.answer(reader.asked(PAGES["owners"]))
    drawing = owners_drawing(
        answer, OwnersLinks(lambda _: "", lambda _: "", lambda _: ""), lang=reader.lang
    )
    return Response(svg(drawing, standalone=True), media_type=SVG)
