"""Clerks sit before consoles of all kinds: no command, help or error fails where Vietnamese cannot
be shown.
"""

from __future__ import annotations

import io
import os
import subprocess
import sys

import pytest

from luocdo.cli import main

SLOW = ("spacy", "networkx", "neo4j", "pyvis", "luocdo.loaders")
LOOKUPS = [
    ["owners", "QĐ 131"],
    ["owners", "QĐ 131", "--format", "json"],
    ["owners", "QĐ 131", "--format", "csv"],
    ["owners", "QĐ 131", "--format", "md"],
    ["lineage", "131/QĐ-TTg"],
    ["document", "131/QĐ-TTg"],
    ["unit", "cuc cntt"],
    ["due", "--within", "2025"],
    ["why", "4268/QĐ-BGDĐT", "127/QĐ-TTg"],
    ["queries"],
    ["query", "not_loaded"],
    ["cypher", "MATCH (d:Document) RETURN d.title AS title ORDER BY title LIMIT 3"],
    ["check"],
]
ERRORS = [
    (["unit", "van phong khong co that"], 1),
    (["owners", "999/QĐ-TTg"], 1),
    (["owners"], 2),
    (["due", "--within", "năm nay"], 2),
    (["query", "không có"], 2),
    (["cypher", "CREATE (n:Document {id: 'x'})"], 2),
    (["cypher", "không phải Cypher"], 2),
]


def speak(
    arguments: list[str], encoding: str, monkeypatch: pytest.MonkeyPatch
) -> tuple[int, bytes]:
    """Run a command on a console of ``encoding``; return the exit code and what was shown."""
    shown = io.BytesIO()
    console = io.TextIOWrapper(shown, encoding=encoding, errors="strict", write_through=True)
    monkeypatch.setattr(sys, "stdout", console)
    monkeypatch.setattr(sys, "stderr", console)
    with pytest.raises(SystemExit) as ended:
        main(arguments)
    console.flush()
    return int(ended.value.code or 0), shown.getvalue()


@pytest.mark.parametrize("encoding", ["ascii", "cp437"])
@pytest.mark.parametrize("arguments", LOOKUPS, ids=" ".join)
def test_a_look_up_never_fails_on_a_console(
    sample_store: str, arguments: list[str], encoding: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("LUOCDO_STORE", sample_store)
    code, shown = speak(arguments, encoding, monkeypatch)
    assert code == 0
    assert shown.decode(
        "utf-8" if encoding == "ascii" else encoding
    ).strip()  # click takes ASCII for a missing locale


@pytest.mark.parametrize("command", ["", *sorted(main.commands)])
def test_help_never_fails_on_a_console(command: str, monkeypatch: pytest.MonkeyPatch) -> None:
    code, shown = speak([*command.split(), "--help"], "ascii", monkeypatch)
    assert code == 0
    assert "Cách dùng: ".encode() in shown


@pytest.mark.parametrize("encoding", ["ascii", "utf-8"])
@pytest.mark.parametrize(("arguments", "expected"), ERRORS)
def test_an_error_is_one_sentence_and_its_exit_code_on_any_console(
    sample_store: str,
    arguments: list[str],
    expected: int,
    encoding: str,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setenv("LUOCDO_STORE", sample_store)
    code, shown = speak(arguments, encoding, monkeypatch)
    assert code == expected
    assert "Lỗi: ".encode() in shown
    assert b"Traceback" not in shown


@pytest.mark.parametrize(
    "arguments", [["--help"], ["owners", "--help"], *LOOKUPS[:1], *LOOKUPS[4:]], ids=" ".join
)
def test_a_look_up_imports_nothing_slow(sample_store: str, arguments: list[str]) -> None:
    code = (
        f"import sys; from luocdo.cli import main\ntry: main({arguments!r})\nexcept SystemExit: pass\n"
        f"print('LOADED', *[m for m in {SLOW!r} if m in sys.modules])"
    )
    done = subprocess.run(
        [sys.executable, "-c", code],
        env={**os.environ, "LUOCDO_STORE": sample_store},
        capture_output=True,
        check=True,
    )
    assert done.stdout.decode().rpartition("LOADED")[2].split() == []
