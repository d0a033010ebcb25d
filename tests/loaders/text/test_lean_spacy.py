"""Reading starts without spaCy's command line, and takes nothing from those who want it."""

from __future__ import annotations

import subprocess
import sys

PROGRAM = """
import sys
from luocdo.loaders.text.pipeline import reading_pipeline
assert not {"typer", "requests", "weasel", "spacy.cli"} & set(sys.modules)
doc = reading_pipeline()("Số: 131/QĐ-TTg")
import spacy
assert "spacy_version" in spacy.info(silent=True)
import spacy.cli
assert spacy.cli.download
"""


def test_spacys_commands_are_left_out_until_somebody_asks_for_them() -> None:
    done = subprocess.run(
        [sys.executable, "-c", PROGRAM], capture_output=True, text=True, check=False
    )
    assert done.returncode == 0, done.stderr
