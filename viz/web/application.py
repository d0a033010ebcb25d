"""The application (ứng dụng): which address is answered by what; each page asks the library once
and fills a template.
"""

from __future__ import annotations

from collections.abc import Awaitable, Callable
from importlib.resources import files
from pathlib import Path
from typing import TYPE_CHECKING

from starlette.applications import Starlette
from starlette.middleware.gzip import GZipMiddleware
from starlette.responses import HTMLResponse, Response
from starlette.routing import Mount, Route
from starlette.staticfiles import StaticFiles

from luocdo.graph.errors import EmptyStoreError, LuocdoError
from luocdo.viz.web import answers, evidence, loading, pictures, questioning, reviewing
from luocdo.viz.web.addresses import PAGES
from luocdo.viz.web.guard import Guarded, bound
from luocdo.viz.web.library import Choice
from luocdo.viz.web.reader import Reader
from luocdo.viz.web.refusing import LOST, refusal
from luocdo.viz.web.rendering import render

if TYPE_CHECKING:
    from starlette.requests import Request

    from luocdo.viz.web.guard import Guard
    from luocdo.viz.web.library import Library

Handler = Callable[[Reader], Response]
_CANNOT, _BROKEN, _SEVERAL = 503, 500, 300
_FAULT = "luocdo gặp lỗi bên trong; cửa sổ đang chạy máy chủ nói lỗi gì"
_WORTH_PACKING = 2000  # bytes


def application(library: Library, guard: Guard, *, read_only: bool = False) -> Starlette:
    """Return the application that answers from ``library`` behind ``guard``; ``read_only`` takes
    no files.
    """

    def asked(handler: Handler) -> Callable[[Request], Response]:
        def answered(request: Request) -> Response:
            reader = Reader(request, library, guard, read_only=read_only)
            return reader.kept(_answered(handler, reader))

        return answered

    async def received(request: Request) -> Response:
        reader = Reader(request, library, guard, read_only=read_only)
        return await loading.received(reader)

    def said(
        handler: Callable[[Reader, dict[str, str]], Response],
    ) -> Callable[[Request], Awaitable[Response]]:
        async def answered(request: Request) -> Response:
            reader = Reader(request, library, guard, read_only=read_only)
            return await reviewing.written(reader, handler)

        return answered

    routes = [
        Route("/", asked(answers.home)),
        Route("/search", asked(answers.search)),
        *(
            Route(page.path + form, asked(answers.page(page, form)))
            for page in PAGES.values()
            for form in page.forms
        ),
        Route("/diagram.svg", asked(pictures.diagram_file)),
        Route("/owners.svg", asked(pictures.owners_file)),
        Route("/ask", asked(answers.ask)),
        Route("/questions", asked(questioning.questions)),
        Route("/questions/{name}", asked(questioning.question)),
        Route("/source", asked(evidence.source)),
        Route("/look", asked(evidence.look)),
        Route("/page.png", asked(evidence.picture)),
        Route("/file", asked(answers.original)),
        Route("/load", asked(loading.form)),
        Route("/load", received, methods=["POST"]),
        Route("/review", asked(reviewing.page)),
        Route("/review", said(reviewing.said), methods=["POST"]),
        Route("/corrections/undo", said(reviewing.taken_back), methods=["POST"]),
        Route("/static/drawing.css", drawing_style),
        Mount("/static", StaticFiles(directory=Path(str(files("luocdo.viz.web") / "static")))),
    ]

    async def lost(request: Request, _: Exception) -> Response:
        reader = Reader(request, library, guard, read_only=read_only)
        return refusal(reader, f"không có trang {request.url.path}", LOST)

    async def failed(request: Request, _: Exception) -> Response:
        reader = Reader(request, library, guard, read_only=read_only)
        return bound(refusal(reader, _FAULT, _BROKEN))

    made = Starlette(routes=routes, exception_handlers={LOST: lost, Exception: failed})
    made.add_middleware(GZipMiddleware, minimum_size=_WORTH_PACKING)
    made.add_middleware(Guarded, guard=guard)
    return made


def _answered(handler: Handler, reader: Reader) -> Response:
    """Answer, or say in a page of its own why not."""
    try:
        return handler(reader)
    except Choice as choice:
        status = _SEVERAL if choice.matches else LOST
        return HTMLResponse(
            render("choice.html", reader.lang, reader=reader, choice=choice), status
        )
    except LuocdoError as error:
        return refusal(reader, str(error), _CANNOT, empty=isinstance(error, EmptyStoreError))


def drawing_style(_: Request) -> Response:
    """Give the style of drawings, which a drawing taken away carries itself."""
    return Response(
        (files("luocdo.viz.drawings") / "drawing.css").read_bytes(), media_type="text/css"
    )
