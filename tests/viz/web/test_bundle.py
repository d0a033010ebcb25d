"""What a browser is given is built from the sources beside it: the same bytes, and only what the
lock file names.
"""

from __future__ import annotations

import json
import shutil
import subprocess
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[3]
ASSETS, STATIC = ROOT / "viz" / "web" / "assets", ROOT / "viz" / "web" / "static"


@pytest.mark.node
def test_a_rebuild_gives_the_same_bytes(tmp_path: Path) -> None:
    npm = str(shutil.which("npm"))
    copy = tmp_path / "web" / "assets"
    shutil.copytree(ASSETS, copy, ignore=shutil.ignore_patterns("node_modules"))
    for command in (["ci", "--no-audit", "--no-fund"], ["run", "--silent", "build"]):
        done = subprocess.run(
            [npm, *command], cwd=copy, capture_output=True, text=True, check=False
        )
        assert done.returncode == 0, done.stderr
    assert (tmp_path / "web" / "static" / "app.js").read_bytes() == (
        STATIC / "app.js"
    ).read_bytes(), "run: make web"


def test_every_package_in_the_bundle_has_its_licence_beside_it() -> None:
    packages = json.loads((ASSETS / "package.json").read_text("utf-8"))["dependencies"]
    assert {name.partition(".")[0] for name in packages} == {
        path.stem for path in STATIC.glob("*.LICENSE")
    }
