"""Going through what was read (soát), row by row beside its passage; and taking back what was
said.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, get_args
from urllib.parse import urlencode

from starlette.concurrency import run_in_threadpool
from starlette.responses import HTMLResponse, RedirectResponse, Response

from luocdo.graph.errors import LuocdoError
from luocdo.viz.web.evidence import evidence
from luocdo.viz.web.library import ReviewKind, Word
from luocdo.viz.web.refusing import FORBIDDEN, NOT_OURS, ONLY_READS, WRONG, refusal
from luocdo.viz.web.rendering import render

if TYPE_CHECKING:
    from luocdo.viz.web.reader import Reader

_KINDS = get_args(ReviewKind)
_SEE_OTHER = 303

Given = dict[str, str]


def page(reader: Reader) -> Response:
    """Show one row beside its passage; without a paper, ask which."""
    words = reader.word("doc")
    if not words:
        papers = reader.library.overview(reader.as_of).papers
        return HTMLResponse(
            render("review.html", reader.lang, reader=reader, review=None, papers=papers)
        )
    review = reader.library.review(words)
    at = min(_place(reader.word("at")), max(0, len(review.rows) - 1))
    row = review.rows[at] if review.rows else None
    shown = evidence(reader, review.file, row.quote if row else "")
    return HTMLResponse(
        render(
            "review.html",
            reader.lang,
            reader=reader,
            review=review,
            at=at,
            row=row,
            evidence=shown,
            paper=words,
        )
    )


def said(reader: Reader, given: Given) -> Response:
    """Keep a word on a row and go on to the next one, which then stands in its place."""
    kind = next((one for one in _KINDS if one == given.get("kind")), None)
    if kind is None:
        return refusal(reader, "không rõ nói gì về dòng này", WRONG)
    word = Word(kind, given["file"], given["row"], given["by"].strip(), given["value"].strip())
    reader.library.say(word)
    stays = {"doc": given["doc"], "at": given["at"], "by": word.by}
    return RedirectResponse(f"/review?{urlencode(stays)}#cau", _SEE_OTHER)


def taken_back(reader: Reader, given: Given) -> Response:
    """Take back a word."""
    reader.library.undo(given.get("key", ""))
    return RedirectResponse("/corrections", _SEE_OTHER)


async def written(reader: Reader, handler: Callable[[Reader, Given], Response]) -> Response:
    """Let ``handler`` write what a form of ours says, unless the server only reads."""
    if reader.read_only:
        return refusal(reader, ONLY_READS, FORBIDDEN)
    async with reader.request.form(max_fields=12) as form:
        given = {key: str(value) for key, value in form.items()}
    if not reader.guard.form_is_ours(given.get("form_token", "")):
        return refusal(reader, NOT_OURS, FORBIDDEN)
    try:
        return await run_in_threadpool(handler, reader, given)
    except KeyError as missing:
        return refusal(reader, f"biểu mẫu thiếu {missing}", WRONG)
    except LuocdoError as error:
        return refusal(reader, str(error), WRONG)


def _place(words: str) -> int:
    return int(words) if words.isascii() and words.isdigit() and len(words) < len("1000000") else 0
