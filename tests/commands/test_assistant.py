"""The official client of the protocol talks to the real server: tools, rows with proof, errors,
pages, no way to write.
"""

from __future__ import annotations

import asyncio
import sys
from pathlib import Path
from typing import Any

from mcp import ClientSession, StdioServerParameters
from mcp.client.stdio import stdio_client

LUOCDO = str(Path(sys.executable).parent / "luocdo")


def asked(
    store: str, *calls: tuple[str, dict[str, Any]], options: tuple[str, ...] = ()
) -> tuple[list[str], list[Any]]:
    """Return the names of the tools, and what each call was answered."""

    async def talk() -> tuple[list[str], list[Any]]:
        server = StdioServerParameters(command=LUOCDO, args=["mcp", "--store", store, *options])
        async with stdio_client(server) as (read, write), ClientSession(read, write) as session:
            await session.initialize()
            tools = await session.list_tools()
            answers = [await session.call_tool(name, arguments) for name, arguments in calls]
            assert all(tool.annotations.read_only_hint for tool in tools.tools)
            return [tool.name for tool in tools.tools], [one.structured_content for one in answers]

    return asyncio.run(talk())


def test_free_cypher_is_offered_only_where_it_was_asked_for(sample_store: str) -> None:
    names, _ = asked(sample_store)
    assert "cypher" not in names
    assert "cypher" in asked(sample_store, options=("--cypher",))[0]
    assert {"owners", "unit", "due", "why", "document", "lineage", "check", "question"} <= set(
        names
    )


def test_an_answer_carries_what_was_understood_its_rows_with_proof_and_what_was_left_out(
    sample_store: str,
) -> None:
    _, (answer,) = asked(sample_store, ("owners", {"document": "QĐ 131"}))
    assert answer["understood"].startswith("131/QĐ-TTg")
    assert all(row["quote"] and row["source"] for row in answer["rows"])
    assert answer["left_out"]


def test_what_is_not_found_is_an_answer_and_long_ones_come_in_pages(sample_store: str) -> None:
    _, (lost, first) = asked(
        sample_store,
        ("document", {"document": "QĐ 99999"}),
        ("question", {"name": "units", "parameters": {}}),
    )
    assert "99999" in lost["error"]
    _, (second,) = asked(sample_store, ("question", {"name": "units", "cursor": first["cursor"]}))
    assert first["rows"][0] not in second["rows"]


def test_a_question_that_writes_is_refused(sample_store: str) -> None:
    _, (answer,) = asked(
        sample_store, ("cypher", {"text": "CREATE (:Unit {id: 'x'})"}), options=("--cypher",)
    )
    assert "chỉ" in answer["error"]
