"""What the pages and the README say is what the code does."""

from __future__ import annotations

import importlib.util
import re
import shlex
from pathlib import Path

import pytest
from click.testing import CliRunner

from luocdo.cli import main

ROOT = Path(__file__).resolve().parent.parent
README = (ROOT / "README.md").read_text(encoding="utf-8")
# The commands of the README's opening: a name, and what it answers behind two spaces or more.
OPENING = re.findall(r"(?m)^ {4}luocdo (.+?)(?: {2,}.*)?$", README.partition("## Set up")[0])


def test_the_generated_pages_say_what_the_code_says() -> None:
    spec = importlib.util.spec_from_file_location("write_pages", ROOT / "docs" / "write_pages.py")
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    stale = [
        path.name
        for path, text in module.pages().items()
        if path.read_text(encoding="utf-8") != text
    ]
    assert not stale, "run: make docs"


def test_the_readme_names_every_command() -> None:
    assert {name for name in main.commands if f"luocdo {name}" not in README} == set()


def test_the_readme_names_no_command_that_is_not() -> None:
    assert set(re.findall(r"`luocdo (\w+)", README)) <= set(main.commands)


@pytest.mark.parametrize("words", OPENING)
def test_a_command_of_the_readme_answers(words: str, sample_store: str) -> None:
    result = CliRunner().invoke(main, [*shlex.split(words), "--store", sample_store])
    assert result.exit_code == 0, result.output
    assert result.output.strip()


def test_the_readme_opens_with_commands() -> None:
    assert len(OPENING) > 3
