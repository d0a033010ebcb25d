"""The named questions as saved Cypher of Neo4j Browser (câu hỏi lưu sẵn): one file each, its
parameters set before it.

Browser names a saved file by its first line, a comment; there stands the question in Vietnamese. A
line ``:param`` sets a parameter for Browser and for cypher-shell alike, so that the file can be
pasted into either as it is.
"""

from __future__ import annotations

import io
import json
from typing import TYPE_CHECKING
from zipfile import ZIP_DEFLATED, ZipFile, ZipInfo

from luocdo.queries.catalog import questions
from luocdo.queries.naming import find_document, find_unit

if TYPE_CHECKING:
    from luocdo.graph.stores.base import Store
    from luocdo.queries.catalog import QueryParameter, Question


def saved_files(store: Store) -> dict[str, str]:
    """Return file name -> text for every question; examples are looked up in ``store``, so that
    each has an answer.
    """
    return {f"{name}.cypher": _saved(question, store) for name, question in questions().items()}


def saved_archive(store: Store) -> bytes:
    """Return the files as one ZIP, the same bytes for the same questions."""
    packed = io.BytesIO()
    with ZipFile(packed, "w") as archive:
        for name, text in saved_files(store).items():
            archive.writestr(ZipInfo(name), text.encode(), ZIP_DEFLATED)
    return packed.getvalue()


def _saved(question: Question, store: Store) -> str:
    first, _, rest = question.text.partition("\n")
    given = "".join(
        f":param {one.name} => {json.dumps(_example(one, store), ensure_ascii=False)};\n"
        for one in question.parameters
    )
    return f"{first}\n{given}{rest.rstrip().rstrip(';')};\n"


def _example(parameter: QueryParameter, store: Store) -> object:
    """Return the example as the question takes it: an id for a name that one document
    or unit has.
    """
    if parameter.type == "list":
        return [parameter.example]
    if parameter.type not in {"document", "unit"}:
        return parameter.example
    find = find_document if parameter.type == "document" else find_unit
    matches = find(store, parameter.example).matches
    return matches[0].id if len(matches) == 1 else parameter.example
