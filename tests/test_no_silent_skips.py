"""A skipped test is a gap: allowed on a desk, where a program may be missing, never in CI."""

from __future__ import annotations

from pathlib import Path

import pytest

pytest_plugins = ["pytester"]

IN_A_TEST = "import pytest\n\ndef test_it():\n    pytest.skip('no tesseract here')\n"
IN_A_MARK = (
    "import pytest\n\n@pytest.mark.skip(reason='no tesseract here')\ndef test_it():\n    pass\n"
)
OF_A_MODULE = "import pytest\n\npytest.importorskip('a_module_that_is_not_there')\n\ndef test_it():\n    pass\n"
EXPECTED_FAILURE = (
    "import pytest\n\n@pytest.mark.xfail(reason='known')\ndef test_it():\n    assert False\n"
)


@pytest.fixture
def ours(pytester: pytest.Pytester) -> pytest.Pytester:
    """A test folder of its own that uses the project's conftest."""
    pytester.makeconftest(Path(__file__).with_name("conftest.py").read_text(encoding="utf-8"))
    return pytester


@pytest.mark.parametrize(
    "source", [IN_A_TEST, IN_A_MARK, OF_A_MODULE], ids=["call", "mark", "module"]
)
def test_in_ci_a_skip_fails(
    ours: pytest.Pytester, monkeypatch: pytest.MonkeyPatch, source: str
) -> None:
    monkeypatch.setenv("CI", "true")
    ours.makepyfile(source)
    result = ours.runpytest_inprocess("-p", "no:cacheprovider")
    assert result.ret in {pytest.ExitCode.TESTS_FAILED, pytest.ExitCode.INTERRUPTED}
    result.stdout.fnmatch_lines(["*skipped in CI*"])


@pytest.mark.parametrize("source", [IN_A_TEST, IN_A_MARK], ids=["call", "mark"])
def test_on_a_desk_a_skip_stays_one(
    ours: pytest.Pytester, monkeypatch: pytest.MonkeyPatch, source: str
) -> None:
    monkeypatch.delenv("CI", raising=False)
    ours.makepyfile(source)
    ours.runpytest_inprocess("-p", "no:cacheprovider").assert_outcomes(skipped=1)


def test_an_expected_failure_is_no_skip(
    ours: pytest.Pytester, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("CI", "true")
    ours.makepyfile(EXPECTED_FAILURE)
    ours.runpytest_inprocess("-p", "no:cacheprovider").assert_outcomes(xfailed=1)
