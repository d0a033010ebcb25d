"""What cannot be done, said (từ chối): as a page to a reader, as a line to a program, in the
language of whoever asks.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from starlette.responses import HTMLResponse, PlainTextResponse, Response

from luocdo.viz.web.rendering import render
from luocdo.viz.words import line_in

if TYPE_CHECKING:
    from luocdo.viz.web.reader import Reader

LOST, FORBIDDEN, WRONG = 404, 403, 400
ONLY_READS = "máy chủ này chỉ để đọc (--read-only)"
NOT_OURS = "biểu mẫu không phải của trang này; tải lại trang rồi gửi lại"


def refusal(reader: Reader, words: str, status: int, *, empty: bool = False) -> Response:
    """Say ``words`` with the ``status``; ``empty``, the library holds nothing yet."""
    if reader.of_a_program:
        return PlainTextResponse(line_in(words, reader.lang), status)
    return HTMLResponse(
        render("error.html", reader.lang, reader=reader, words=words, empty=empty), status
    )
