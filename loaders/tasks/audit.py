"""What was not read (câu giao việc chưa thành dữ kiện): sentences with a word of duty that no fact
quotes.

Silence must not pass for absence: whoever checks a document sees which of its clauses still wait
for a reader.
"""

from __future__ import annotations

import re
from itertools import pairwise
from typing import TYPE_CHECKING

from luocdo.graph.records import Issue
from luocdo.loaders.text.bare import bare
from luocdo.loaders.text.covering import Cover
from luocdo.loaders.text.page import Span

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence

    from luocdo.loaders.context import ReadingContext
    from luocdo.loaders.text.clauses import Clause

_DUTY = re.compile(
    r"(?i)\b(?:(?<!to\schuc\s)(?<!don\svi\s)(?<!co\squan\s)(?<!dang\sky\s)chu\s+tri|phoi\s+hop\s+voi|chiu\s+trach\s+nhiem|co\s+trach\s+nhiem|lam\s+dau\s+moi|giao\s+cho|don\s+doc)\b"
)
_CUT = re.compile(r";\s+|\.(?<=[^\sA-Z0-9]\.)\s+(?=[A-Z])")
_ANNEX = re.compile(r"(?i)\b(?:phu\s+luc|bieu\s+kem|danh\s+muc\s+kem)\b")
_LONGEST = 300
_UNKNOWN = "câu có từ giao việc, chưa rõ đơn vị nào"


def unread_duties(
    context: ReadingContext,
    clauses: Sequence[Clause],
    facts: Sequence[Span],
    begins_with_unit: Callable[[Clause], bool] = lambda _: False,
) -> tuple[Issue, ...]:
    """Report each clause whose sentences hold a word of duty while none of ``facts`` (raw offsets)
    touches them.

    An item that begins with a unit, known or named as one, is reported whatever its words are.
    """
    text = bare(context.page.flat)
    told = Cover(facts)
    found: list[Issue] = []
    for clause in clauses:
        if begins_with_unit(clause) and not _is_quoted(context, clause.span, told):
            found.append(
                _issue(
                    context,
                    text,
                    clause,
                    [clause.span],
                    "mục mở đầu bằng tên đơn vị, chưa thành nhiệm vụ",
                )
            )
            continue
        if _DUTY.search(text, clause.span.start, clause.span.end) is None:
            continue
        left = [
            span for span in _sentences(text, clause.span) if not _is_quoted(context, span, told)
        ]
        left = [span for span in left if _DUTY.search(text, span.start, span.end)]
        if left:
            found.append(_issue(context, text, clause, left))
    return tuple(found)


def _sentences(text: str, span: Span) -> Iterator[Span]:
    cuts = [
        span.start,
        *(hit.end() for hit in _CUT.finditer(text, span.start, span.end)),
        span.end,
    ]
    yield from (Span(start, end) for start, end in pairwise(cuts) if text[start:end].strip())


def _is_quoted(context: ReadingContext, span: Span, facts: Cover) -> bool:
    return facts.touches(
        context.page.normal.raw_start(span.start), context.page.normal.raw_end(span.end)
    )


def _issue(
    context: ReadingContext, text: str, clause: Clause, left: list[Span], said: str = _UNKNOWN
) -> Issue:
    covered = any(_ANNEX.search(text, span.start, span.end) for span in left)
    message = "câu giao việc dẫn sang phụ lục" if covered else said
    first = context.page.trim(left[0])
    quote = context.page.normal.quote(first.start, min(first.end, first.start + _LONGEST))
    return Issue(
        kind="unread_duty",
        message=f"{message} ({len(left)} câu)" if len(left) > 1 else message,
        place=clause.place,
        quote=quote,
        from_char=context.page.normal.raw_start(first.start),
    )
