"""Each named question can be given to Neo4j Browser as it is: named in Vietnamese, its parameters
set, answered.
"""

from __future__ import annotations

import json
import re
from io import BytesIO
from typing import TYPE_CHECKING
from zipfile import ZipFile

import pytest
from click.testing import CliRunner

from luocdo.cli import main
from luocdo.graph.stores.neo4j import Neo4jStore
from luocdo.graph.stores.opening import open_store
from luocdo.graph.syncing import sync
from luocdo.queries.catalog import questions
from luocdo.queries.saved import saved_archive, saved_files

if TYPE_CHECKING:
    from pathlib import Path

    from conftest import Server

PARAM = re.compile(r"(?m)^:param (\w+) => (.+);\n")


@pytest.fixture
def files(sample_store: str) -> dict[str, str]:
    with open_store(sample_store) as store:
        return saved_files(store)


def test_every_question_is_saved_under_its_vietnamese_line(files: dict[str, str]) -> None:
    assert {name: text.splitlines()[0] for name, text in files.items()} == {
        f"{name}.cypher": f"// {question.summary[0]}" for name, question in questions().items()
    }


def test_parameters_are_set_before_the_question_that_takes_them(files: dict[str, str]) -> None:
    for name, question in questions().items():
        text = files[f"{name}.cypher"]
        assert [found[1] for found in PARAM.finditer(text)] == [
            one.name for one in question.parameters
        ]
        assert PARAM.sub("", text).rstrip(";\n") == question.text.rstrip(";\n")


def test_a_document_is_set_by_the_id_that_the_graph_has(files: dict[str, str]) -> None:
    assert (
        ':param id => "doc:chinh-phu/thu-tuong-chinh-phu/131-qd-ttg/2022";'
        in files["owners.cypher"]
    )


def test_the_archive_is_the_same_each_time(sample_store: str, files: dict[str, str]) -> None:
    with open_store(sample_store) as store:
        archive = saved_archive(store)
        assert archive == saved_archive(store)
    assert ZipFile(BytesIO(archive)).namelist() == list(files)


def test_the_command_writes_both(sample_store: str, tmp_path: Path) -> None:
    told = CliRunner().invoke(main, ["browser", "--store", sample_store, "-o", str(tmp_path)])
    assert told.exit_code == 0, told.output
    assert {path.name for path in tmp_path.iterdir()} == {"luocdo.grass", "luocdo-questions.zip"}


@pytest.mark.neo4j
def test_every_saved_question_runs_on_a_server(
    files: dict[str, str], server: Server, sample_store: str
) -> None:
    with open_store(sample_store) as ours, Neo4jStore(server.url) as theirs:
        sync(ours, theirs)
        for text in files.values():
            values = {found[1]: json.loads(found[2]) for found in PARAM.finditer(text)}
            assert theirs.run(PARAM.sub("", text), values).columns
