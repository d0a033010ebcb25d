"""Write the pages that the code itself tells: the graph's schema, the named questions, the
commands.

``make docs`` runs it; a test fails when a page does not say what the code does.
"""

from __future__ import annotations

from pathlib import Path

import click

from luocdo.cli import main
from luocdo.commands.wording import speak
from luocdo.graph.schema import EDGES, EVIDENCE, NODES, Property
from luocdo.queries.catalog import Question, questions

HERE = Path(__file__).resolve().parent
_WIDTH = 100
_WRITTEN = "Written by `make docs` from {source}; edit that.\n"


def schema_page() -> str:
    """The node and edge types with their Vietnamese terms, properties, and the vocabulary they
    stand for.
    """
    lines = [
        "# Schema",
        "",
        _WRITTEN.format(source="`graph/node_types.py` and `graph/edge_types.py`"),
        "## Nodes",
        "",
    ]
    for node in NODES:
        kept = "" if node.exported else " It serves the store and is not exported."
        stands = f" Stands for `{node.iri}`." if node.iri else ""
        lines += [
            f"### {node.label} ({node.term})",
            "",
            f"Shown by its `{node.caption}`.{stands}{kept}",
            "",
        ]
        lines += [*_properties(node.properties), ""]
    lines += ["## Edges", "", "Every edge that was read from a document carries its evidence:", ""]
    lines += [
        *_properties(EVIDENCE),
        "",
        "| edge | term | from → to | own properties | stands for |",
        "|---|---|---|---|---|",
    ]
    for edge in EDGES:
        pairs = ", ".join(f"{start} → {end}" for start, end in edge.pairs)
        own = ", ".join(f"`{one.name}` ({one.term})" for one in edge.properties)
        read = "" if edge.read else " (not read from a sentence)"
        lines.append(f"| {edge.name} | {edge.term}{read} | {pairs} | {own} | {edge.iri or ''} |")
    return "\n".join(lines) + "\n"


def _properties(properties: tuple[Property, ...]) -> list[str]:
    rows = [
        f"| `{one.name}` | {one.type} | {one.term}{'' if one.exported else ', for search'} |"
        for one in properties
    ]
    return ["| property | type | term |", "|---|---|---|", *rows]


def queries_page() -> str:
    """The named questions: what each answers, its parameters and columns, how to ask it."""
    lines = ["# Questions", "", _WRITTEN.format(source="the headers in `queries/*.cypher`")]
    lines += [
        (
            "Each runs as it is on Ladybug and on Neo4j: `luocdo query NAME`, or pasted into Neo4j"
            " Browser."
        ),
        "",
    ]
    for question in questions().values():
        lines += _question(question)
    return "\n".join(lines)


def _question(question: Question) -> list[str]:
    given = "".join(f' -p {one.name}="{one.example}"' for one in question.parameters)
    lines = [
        f"## {question.name}",
        "",
        *question.summary,
        "",
        f"    luocdo query {question.name}{given}",
        "",
    ]
    if question.parameters:
        lines += ["| parameter | type | term |", "|---|---|---|"]
        lines += [
            f"| `{one.name}` | {one.type} | {one.words} |" for one in question.parameters
        ] + [""]
    lines += [
        "| column | holds |",
        "|---|---|",
        *(f"| `{name}` | {words} |" for name, words in question.columns),
        "",
    ]
    return lines


def commands_page() -> str:
    """The help of each command."""
    speak(main, ())
    lines = ["# Commands", "", _WRITTEN.format(source="`commands/`")]
    whole = click.Context(main, info_name="luocdo", terminal_width=_WIDTH, **main.context_settings)
    for name, command in sorted(main.commands.items()):
        context = click.Context(command, parent=whole, info_name=name, terminal_width=_WIDTH)
        body = "\n".join(f"    {line}".rstrip() for line in command.get_help(context).splitlines())
        lines += [f"## {name}", "", body, ""]
    return "\n".join(lines)


def pages() -> dict[Path, str]:
    """Return each page's path with what should stand in it."""
    return {
        HERE / "schema.md": schema_page(),
        HERE / "queries.md": queries_page(),
        HERE / "commands.md": commands_page(),
    }


if __name__ == "__main__":
    for path, text in pages().items():
        path.write_text(text, encoding="utf-8", newline="\n")
