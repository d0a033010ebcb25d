"""The look-ups for assistants (MCP): a server of the Model Context Protocol over standard input
and output, read-only.

Each tool answers with what was understood, its rows with sentence and source, what was left out,
and a cursor where there is more. Free Cypher is offered only where it was asked for.
"""

from __future__ import annotations

import datetime
from typing import TYPE_CHECKING, Any

import click

from luocdo.commands.console import store_option
from luocdo.commands.passages import Passages
from luocdo.graph.errors import LuocdoError, QueryError, StoreError

if TYPE_CHECKING:
    from collections.abc import Callable

    from mcp.server import MCPServer

    from luocdo.graph.answers import Answer
    from luocdo.graph.stores.base import Rows

PAGE = 50  # rows of one answer
_MISSING = 'trợ lý cần thêm một gói: pip install "luocdo[mcp]"'
_INSTRUCTIONS = (
    "Answers from Vietnamese administrative documents: who must do what, because of which"
    " decision, by when. Every row carries the sentence that proves it; quote it. Leads (lead) own"
    " a task, coordinators do not. Say what an answer left out (left_out). Documents and units may"
    " be named as people name them."
)


@click.command()
@store_option
@click.option("--cypher", is_flag=True, help="Cho hỏi cả bằng Cypher (chỉ đọc).")
def mcp(store: str | None, *, cypher: bool) -> None:
    """Máy chủ MCP cho trợ lý: các câu tra cứu, chỉ đọc, qua đầu vào và đầu ra chuẩn."""
    try:
        server = assistant_server(store, cypher=cypher)
    except ImportError as error:
        raise StoreError(_MISSING) from error
    server.run("stdio")


def assistant_server(store: str | None, *, cypher: bool = False) -> MCPServer:
    """Return the server of the store at ``store``; its tools open it anew for each question.

    Raises:
        ImportError: the extra ``mcp`` is not installed.
    """
    from importlib.metadata import version

    from mcp.server import MCPServer
    from mcp.types import ToolAnnotations

    server = MCPServer("luocdo", instructions=_INSTRUCTIONS, version=version("luocdo"))
    reading = ToolAnnotations(
        read_only_hint=True, destructive_hint=False, idempotent_hint=True, open_world_hint=False
    )
    tools = _Tools(store)
    offered: list[Callable[..., dict[str, Any]]] = [
        tools.owners, tools.lineage, tools.document, tools.unit, tools.due, tools.why,
        tools.find, tools.new, tools.compare, tools.gaps, tools.conflicts, tools.check,
        tools.question,
        *([tools.cypher] if cypher else []),
    ]  # fmt: skip
    for tool in offered:
        server.tool(annotations=reading)(tool)
    return server


class _Tools:
    """The tools; what a name means is looked up as on the command line."""

    def __init__(self, store: str | None) -> None:
        self._store = store

    def owners(self, document: str, as_of: str = "", cursor: int = 0) -> dict[str, Any]:
        """Who leads and coordinates everything that derives from a document (ai chủ trì việc bắt
        nguồn từ văn bản).
        """
        return self._answered(lambda library: library.owners(document, as_of=_day(as_of)), cursor)

    def lineage(self, document: str, cursor: int = 0) -> dict[str, Any]:
        """What a document rests on and what rests on it, each step with its sentence
        (gốc tích).
        """
        return self._answered(lambda library: library.lineage(document), cursor)

    def document(self, document: str, as_of: str = "", cursor: int = 0) -> dict[str, Any]:
        """All about one document: head, force, what it says of others, its tasks (một văn bản)."""
        return self._answered(
            lambda library: library.document(document, as_of=_day(as_of)), cursor
        )

    def unit(self, name: str, as_of: str = "", cursor: int = 0) -> dict[str, Any]:
        """What a unit leads, coordinates, approves, reports, nearest date first (việc của một đơn
        vị).
        """
        return self._answered(lambda library: library.unit(name, as_of=_day(as_of)), cursor)

    def due(
        self,
        start: str = "",
        finish: str = "",
        unit: str = "",
        document: str = "",
        cursor: int = 0,
    ) -> dict[str, Any]:
        """What is due between two days (2025-12-31), of one unit or from one document where named
        (việc đến hạn).
        """
        return self._answered(
            lambda library: library.due(
                _day(start), _day(finish), unit=unit, document=document, recurring=True
            ),
            cursor,
        )

    def why(self, first: str, second: str) -> dict[str, Any]:
        """By which steps one document is tied to another, each with its sentence (vì sao)."""
        return self._answered(lambda library: library.why(first, second), 0)

    def find(self, words: str, as_of: str = "", cursor: int = 0) -> dict[str, Any]:
        """Where words stand: in tasks, products, titles, targets, units; without accents and
        misspelt too (tìm lời).
        """
        return self._answered(lambda library: library.find(words, as_of=_day(as_of)), cursor)

    def new(self, since: str, unit: str = "", cursor: int = 0) -> dict[str, Any]:
        """Which papers came in since a day (2025-12-31), and what they give to whom
        (văn bản mới).
        """
        return self._answered(lambda library: library.new(_told_day(since), unit=unit), cursor)

    def compare(self, first: str, second: str, cursor: int = 0) -> dict[str, Any]:
        """What two papers have in common, say differently, have alone: a plan and its decision,
        two versions (so sánh).
        """
        return self._answered(lambda library: library.compare(first, second), cursor)

    def gaps(
        self, document: str, unit: str = "", plan: str = "", cursor: int = 0
    ) -> dict[str, Any]:
        """Which tasks of a document no loaded paper, or not this plan, takes up (việc chưa thấy
        triển khai).
        """
        return self._answered(lambda library: library.gaps(document, unit=unit, plan=plan), cursor)

    def conflicts(self, first: str = "", second: str = "", cursor: int = 0) -> dict[str, Any]:
        """What does not agree: two dates, two leads, a plan laxer than its decision (chỗ không
        khớp).
        """
        named = [one for one in (first, second) if one]
        return self._answered(lambda library: library.conflicts(*named), cursor)

    def check(self, kind: str = "", cursor: int = 0) -> dict[str, Any]:
        """What could not be read or does not agree (điều cần xem lại)."""
        return self._answered(lambda library: library.check(*filter(None, [kind])), cursor)

    def question(
        self, name: str, parameters: dict[str, str] | None = None, cursor: int = 0
    ) -> dict[str, Any]:
        """Run a named question; the names and parameters are those of `luocdo queries` (câu hỏi có
        tên).
        """
        return self._asked(lambda library: library.query(name, **(parameters or {})), cursor)

    def cypher(self, text: str, cursor: int = 0) -> dict[str, Any]:
        """Run a read-only question in Cypher over the graph (nodes Document, Unit, Task, Deadline
        …).
        """
        return self._asked(lambda library: library.cypher(text), cursor)

    def _answered(self, verb: Callable[[Any], Answer], cursor: int) -> dict[str, Any]:
        from luocdo.queries.lookups import open_lookups
        from luocdo.viz.printing import records_of

        try:
            with open_lookups(self._store, Passages()) as library:
                answer = verb(library)
        except LuocdoError as error:
            return {"error": str(error)}
        rows, notes = records_of(answer), [note.text for note in answer.heads]
        left_out = [note.text for note in answer.notes]
        return {
            "understood": answer.title,
            "notes": notes,
            **_page(rows, cursor),
            "left_out": left_out,
        }

    def _asked(self, verb: Callable[[Any], Rows], cursor: int) -> dict[str, Any]:
        from luocdo.queries.lookups import open_lookups

        try:
            with open_lookups(self._store, Passages()) as library:
                found = verb(library)
        except LuocdoError as error:
            return {"error": str(error)}
        return _page(found.dicts(), cursor)


def _page(rows: list[dict[str, Any]], cursor: int) -> dict[str, Any]:
    """Return one page of rows, how many there are in all, and where the next begins."""
    following = cursor + PAGE
    more = {"cursor": following} if following < len(rows) else {}
    return {"rows": rows[cursor:following], "total": len(rows), **more}


def _day(words: str) -> datetime.date | None:
    """Return a day of a tool's parameter; none where it is empty.

    Raises:
        QueryError: it is no day; the answer tells the assistant so.
    """
    return _told_day(words) if words else None


def _told_day(words: str) -> datetime.date:
    try:
        return datetime.date.fromisoformat(words)
    except ValueError as error:
        message = f"«{words}» không phải ngày; gõ như 2025-12-31"
        raise QueryError(message) from error
