"""The named questions (danh mục câu hỏi): one ``.cypher`` file each; the header comment is its
documentation.

Header lines: prose; ``// paths: closure`` or ``trail``; ``// param NAME TYPE = EXAMPLE : words``;
``// column NAMES: words``.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache
from importlib.resources import files
from typing import Literal, cast

from luocdo.graph.errors import QueryError
from luocdo.graph.stores.base import bare

ParameterType = Literal["document", "unit", "date", "text", "list"]
_TYPES = ("document", "unit", "date", "text", "list")
_PARAM = re.compile(r"^param (?P<name>\w+) (?P<type>\w+) = (?P<example>.*?) : (?P<words>.+)$")
_COLUMN = re.compile(r"^column (?P<names>\w+(?:, \w+)*): (?P<words>.+)$")
_PATHS = re.compile(r"^paths: (?:closure|trail)$")
_USED = re.compile(r"\$([A-Za-z_]\w*)")


@dataclass(frozen=True, slots=True)
class QueryParameter:
    """A parameter of a question: `type` says how its words are understood (a document is found by
    its name).
    """

    name: str
    type: ParameterType
    example: str
    words: str


@dataclass(frozen=True, slots=True)
class Question:
    """A named question: its ``text`` runs on both engines."""

    name: str
    text: str
    summary: tuple[str, ...]
    parameters: tuple[QueryParameter, ...]
    columns: tuple[tuple[str, str], ...]


@lru_cache(maxsize=1)
def questions() -> dict[str, Question]:
    """Return all questions by name, in alphabetical order.

    Raises:
        QueryError: a file's header and text do not agree; the message names file and line.
    """
    found = sorted(
        entry.name for entry in files(__package__).iterdir() if entry.name.endswith(".cypher")
    )
    return {name.removesuffix(".cypher"): question(name.removesuffix(".cypher")) for name in found}


@lru_cache(maxsize=128)
def question(name: str) -> Question:
    """Return one question by name, reading its file alone.

    Raises:
        QueryError: there is none of that name, or its header is wrong.
    """
    entry = files(__package__) / f"{name}.cypher"
    if not re.fullmatch(r"\w+", name) or not entry.is_file():
        message = f"không có câu hỏi '{name}'; xem danh mục: luocdo queries"
        raise QueryError(message)
    return parse(name, entry.read_text("utf-8"))


def parse(name: str, text: str) -> Question:
    """Read the header of a question's ``text``.

    Raises:
        QueryError: a header line is malformed, a parameter is declared twice, not used, or not
        declared.
    """
    summary: list[str] = []
    parameters: list[QueryParameter] = []
    columns: list[tuple[str, str]] = []
    for number, line in enumerate(text.splitlines(), 1):
        if not line.startswith("//"):
            break
        words = line[2:].strip()
        if found := _PARAM.match(words):
            parameters.append(_parameter(found, name, number))
        elif found := _COLUMN.match(words):
            columns += [(column, found["words"]) for column in found["names"].split(", ")]
        elif words.startswith(("param ", "column ")):
            _refuse(name, number, f"dòng khai báo sai dạng: {words}")
        elif not _PATHS.match(words):
            summary.append(words)
    _agree(name, text, [parameter.name for parameter in parameters])
    return Question(name, text, tuple(summary), tuple(parameters), tuple(columns))


def _parameter(found: re.Match[str], name: str, number: int) -> QueryParameter:
    if found["type"] not in _TYPES:
        _refuse(name, number, f"kiểu tham số lạ: {found['type']}")
    return QueryParameter(
        found["name"], cast("ParameterType", found["type"]), found["example"], found["words"]
    )


def _agree(name: str, text: str, declared: list[str]) -> None:
    used = {
        found: number
        for number, line in enumerate(text.splitlines(), 1)
        for found in _USED.findall(bare(line))
    }
    for parameter, number in used.items():
        if parameter not in declared:
            _refuse(name, number, f"${parameter} chưa khai báo")
    for parameter in declared:
        if declared.count(parameter) > 1 or parameter not in used:
            _refuse(name, 1, f"tham số {parameter} khai báo hai lần hoặc không dùng")


def _refuse(name: str, line: int, reason: str) -> None:
    message = f"{name}.cypher:{line}: {reason}"
    raise QueryError(message)
