"""What a line of an expectation means: `NAME.expect` says what must be read from the small
document beside it.

    tasks = 4                                     so many assignments (leaf tasks) task WORDS |
    lead = A; B | due = 2026-03-31   the leaves whose words, or whose parent's, hold WORDS, taken
    together none WORDS                                    no task holds WORDS edge SENT_TO = A; B
    all ends of the document's edges of that type has SENT_TO = A; not SENT_TO = A              is,
    is not among them unit A; nounit A                              a unit of that name is, is not
    in the graph header number = 15/KH-UBND                    a property of the loaded document
    doc 72/2025/QH15 | issuer = Quốc hội          exactly one document has that number or name,
    with these properties

The roles of a task are lead, with, report, approve and partner; a list is compared whole, "-" is
the empty one; due is the last day, start:DAY, or the kind of a limit without one. Names are
compared without accents, case and "các" in front.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

from luocdo.graph.text import fold

if TYPE_CHECKING:
    from collections.abc import Iterable

ROLES = {
    "lead": "LED_BY",
    "with": "COORDINATED_BY",
    "report": "REPORTS_TO",
    "approve": "APPROVED_BY",
    "partner": "NAMED_PARTNER",
    "product": "PRODUCES",
}
Line = dict[str, Any]


def plain(words: object) -> str:
    """Return words as they are compared."""
    return re.sub(
        r"^(?:cac|moi) ", "", " ".join(re.sub(r"[^\w/]+", " ", fold(str(words))).split())
    )


def several(words: str) -> list[str]:
    return [] if words.strip() == "-" else [plain(one) for one in words.split(";") if one.strip()]


@dataclass
class Exported:
    """A graph as it was exported, one line a node or an edge."""

    nodes: dict[str, Line] = field(default_factory=dict)
    edges: list[Line] = field(default_factory=list)

    @classmethod
    def of(cls, lines: Iterable[Line]) -> Exported:
        graph = cls()
        for line in lines:
            if line["type"] == "node":
                graph.nodes[line["id"]] = line
            else:
                graph.edges.append(line)
        return graph

    def ends(self, starts: Iterable[str], kind: str) -> list[Line]:
        of = set(starts)
        return [edge for edge in self.edges if edge["label"] == kind and edge["start"]["id"] in of]

    def labelled(self, label: str) -> dict[str, Line]:
        return {
            key: node["properties"] for key, node in self.nodes.items() if label in node["labels"]
        }

    def leaves(self) -> dict[str, Line]:
        parents = {edge["end"]["id"] for edge in self.edges if edge["label"] == "PART_OF"}
        return {key: task for key, task in self.labelled("Task").items() if key not in parents}

    def named(self, words: str) -> list[str]:
        """Return the leaves whose words, or those of what they belong to, hold ``words``."""
        tasks = self.labelled("Task")
        own = {
            key: [key, *(edge["end"]["id"] for edge in self.ends([key], "PART_OF"))]
            for key in self.leaves()
        }
        return [
            key
            for key, all_ in own.items()
            if any(plain(words) in plain(tasks[one]["text"]) for one in all_)
        ]

    def names(self, edge: Line) -> set[str]:
        node = self.nodes[edge["end"]["id"]]["properties"]
        display = str(node.get("display") or "")
        said = [node.get(one) for one in ("number", "name", "short_name", "text")]
        said += [display, display.partition(" · ")[0], edge["properties"].get("as_printed")]
        return {plain(one) for one in said if one}

    def differences(self, wanted: list[str], edges: list[Line]) -> list[str]:
        """Return what is missing, and what was read beside it."""
        found: dict[str, set[str]] = {}
        for edge in edges:
            found.setdefault(edge["end"]["id"], set()).update(self.names(edge))
        missing = [
            f"missing {one}" for one in wanted if not any(one in names for names in found.values())
        ]
        return missing + [
            f"extra {min(names, key=len)}"
            for names in found.values()
            if not names.intersection(wanted)
        ]

    def limits(self, tasks: list[str]) -> list[str]:
        told = [self.nodes[edge["end"]["id"]]["properties"] for edge in self.ends(tasks, "DUE")]
        start = [one.get("start_date") for one in told]
        return sorted(
            {
                str(one.get("end_date") or (f"start:{begun}" if begun else one.get("kind")))
                for one, begun in zip(told, start, strict=True)
            }
        )


def wrong_in(line: str, graph: Exported) -> list[str]:
    """Return what does not hold of a line; empty where all of it does."""
    word, _, rest = line.partition(" ")
    return _READERS[word](rest, graph) if word in _READERS else [f"no such line: {line}"]


def _own(graph: Exported) -> list[str]:
    return [
        key for key, node in graph.labelled("Document").items() if node.get("status") == "loaded"
    ]


def _parted(rest: str) -> tuple[str, str]:
    key, _, value = (part.strip() for part in rest.partition("="))
    return key, value


def _tasks(rest: str, graph: Exported) -> list[str]:
    found = len(graph.leaves())
    return [] if found == int(rest.lstrip("= ")) else [f"{found} tasks"]


def _none(rest: str, graph: Exported) -> list[str]:
    return [graph.labelled("Task")[key]["text"] for key in graph.named(rest)]


def _edge(rest: str, graph: Exported) -> list[str]:
    kind, value = _parted(rest)
    return graph.differences(several(value), graph.ends(_own(graph), kind))


def _has(rest: str, graph: Exported) -> list[str]:
    return [one for one in _edge(rest, graph) if one.startswith("missing")]


def _not(rest: str, graph: Exported) -> list[str]:
    kind, value = _parted(rest)
    named = {name for edge in graph.ends(_own(graph), kind) for name in graph.names(edge)}
    return [f"{one} is there" for one in several(value) if one in named]


def _has_unit(name: str, graph: Exported) -> bool:
    units = graph.labelled("Unit").values()
    shown = {
        plain(str(one.get(key) or "").partition(" · ")[0])
        for one in units
        for key in ("name", "display")
    }
    return plain(name) in shown


def _unit(rest: str, graph: Exported) -> list[str]:
    return [] if _has_unit(rest, graph) else [f"no {rest}"]


def _nounit(rest: str, graph: Exported) -> list[str]:
    return [f"{rest} is there"] if _has_unit(rest, graph) else []


def _header(rest: str, graph: Exported) -> list[str]:
    key, value = _parted(rest)
    found = [graph.labelled("Document")[one].get(key) for one in _own(graph)]
    return [] if plain(value) in map(plain, found) else [f"{key}: {found}"]


def _doc(rest: str, graph: Exported) -> list[str]:
    name, *fields = (part.strip() for part in re.split(r"\s\|\s", rest))
    named = ("number", "name")
    hits = [
        one
        for one in graph.labelled("Document").values()
        if plain(name) in (plain(one.get(key) or "") for key in named)
    ]
    wrong = [] if len(hits) == 1 else [f"{len(hits)} documents"]
    for key, value in map(_parted, fields):
        found = [one.get(key) for one in hits]
        wrong += [] if plain(value) in map(plain, found) else [f"{key}: {found}"]
    return wrong


def _task(rest: str, graph: Exported) -> list[str]:
    words, *fields = (part.strip() for part in re.split(r"\s\|\s", rest))
    tasks = graph.named(words)
    if not tasks:
        return ["no such task"]
    wrong: list[str] = []
    for one in fields:
        key, _, value = (part.strip() for part in one.partition("="))
        if key == "due":
            wanted = sorted(part.strip() for part in value.split(";") if part.strip() != "-")
            wrong += [] if wanted == graph.limits(tasks) else [f"due: {graph.limits(tasks)}"]
        else:
            found = graph.differences(several(value), graph.ends(tasks, ROLES[key]))
            wrong += [f"{key}: {said}" for said in found]
    return wrong


_READERS = {
    "tasks": _tasks,
    "task": _task,
    "none": _none,
    "edge": _edge,
    "has": _has,
    "not": _not,
    "unit": _unit,
    "nounit": _nounit,
    "header": _header,
    "doc": _doc,
}
