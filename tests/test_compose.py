"""The compose file and the image: what they say must fit the rest of the project. No engine is
needed.
"""

from __future__ import annotations

import re
import shutil
import subprocess
import sys
from pathlib import Path
from urllib.parse import urlsplit

import pytest

ROOT = Path(__file__).resolve().parent.parent
COMPOSE = (ROOT / "docker-compose.yml").read_text(encoding="utf-8")


def test_it_follows_the_compose_specification() -> None:
    checker = [sys.executable, "-m", "check_jsonschema", "--builtin-schema", "vendor.compose-spec"]
    done = subprocess.run(
        [*checker, str(ROOT / "docker-compose.yml")], capture_output=True, text=True, check=False
    )
    assert done.returncode == 0, done.stdout


def test_the_tests_run_against_the_release_that_is_deployed() -> None:
    tested = re.search(
        r'NEO4J = "([\d.]+)"', (ROOT / "tests" / "neo4j_server.py").read_text(encoding="utf-8")
    )
    assert tested
    assert f"image: neo4j:{tested[1]}-community" in COMPOSE


def test_every_variable_is_explained_in_the_example() -> None:
    used = set(re.findall(r"(?<!\$)\$\{(\w+)", COMPOSE))
    explained = set(
        re.findall(r"(?m)^(\w+)=", (ROOT / ".env.example").read_text(encoding="utf-8"))
    )
    assert used == explained


def test_no_password_is_written_down() -> None:
    assert re.search(r'NEO4J_AUTH: "neo4j/\$\{LUOCDO_NEO4J_PASSWORD:\?', COMPOSE)
    assert re.search(
        r"(?m)^LUOCDO_NEO4J_PASSWORD=$", (ROOT / ".env.example").read_text(encoding="utf-8")
    )


def test_the_store_takes_its_address_and_its_password_apart(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    from luocdo.graph.stores.address import PASSWORD_VARIABLE
    from luocdo.graph.stores.neo4j import Neo4jStore

    (url,) = re.findall(r"LUOCDO_STORE: (\S+)", COMPOSE)
    monkeypatch.delenv(PASSWORD_VARIABLE, raising=False)
    assert Neo4jStore(url).url == url
    assert f"{PASSWORD_VARIABLE}: " in COMPOSE


def test_the_image_is_made_by_the_steps_of_the_readme() -> None:
    image = (ROOT / "Dockerfile").read_text(encoding="utf-8")
    steps = re.findall(
        r"bin/pip install ([^#\n]+?)\s*(?:#|$)",
        (ROOT / "README.md").read_text(encoding="utf-8"),
        re.MULTILINE,
    )
    taken = [
        line.replace("--no-cache-dir ", "").replace("--require-hashes ", "")
        for line in re.findall(r"pip install (.+)", image)
    ]
    assert taken == [
        step.replace("-e ", "") for step in steps
    ]  # installed for good, not to be worked on
    assert re.search(r"(?m)^USER (?!root)\w+$", image)


def test_the_commands_it_explains_exist() -> None:
    from luocdo.cli import main

    explained = set(re.findall(r"docker compose run --rm luocdo (\w+)", COMPOSE))
    assert explained
    assert explained <= set(main.commands)


@pytest.mark.neo4j
def test_the_password_question_of_the_health_check_reaches_the_server(neo4j_server: str) -> None:
    from neo4j import GraphDatabase

    shell = shutil.which("sh") or pytest.skip("no POSIX shell: the check runs in the image's")
    (stripped,) = re.findall(r'--password \\"\$(\$\{NEO4J_AUTH#\*/\})', COMPOSE)
    server = urlsplit(neo4j_server)
    asked = subprocess.run(
        [shell, "-c", f'printf %s "{stripped}"'],
        env={"NEO4J_AUTH": f"neo4j/{server.password}"},
        capture_output=True,
        text=True,
        check=True,
    )
    with GraphDatabase.driver(
        f"bolt://{server.hostname}:{server.port}", auth=("neo4j", asked.stdout)
    ) as driver:
        assert driver.execute_query("RETURN 1 AS one").records[0]["one"] == 1
