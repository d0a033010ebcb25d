"""What is looked at is made in another process within the limits of a reading; one that dies is
started anew.
"""

from __future__ import annotations

import os
from typing import TYPE_CHECKING

import pytest
from small_pdf import pdf_of

from luocdo.graph.errors import SourceError
from luocdo.loaders.viewing import Viewer

if TYPE_CHECKING:
    from collections.abc import Callable


def dying(_: str, __: bytes) -> None:
    """Die as a process does that the system ends."""
    os._exit(1)


def swelling(_: str, __: bytes) -> int:
    """Ask for more memory than a reading may have."""
    return len(bytearray(4 * 2**30))


@pytest.mark.parametrize("work", [dying, swelling])
def test_what_takes_too_much_is_refused_by_name_and_the_next_one_is_shown(
    work: Callable[[str, bytes], None],
) -> None:
    viewer = Viewer()
    with pytest.raises(SourceError, match=r"ke hoach\.pdf"):
        viewer._made(work, "ke hoach.pdf", b"x")  # noqa: SLF001 - no file takes too much in a test's time
    assert "SO Y TE" in viewer.text(
        "ke hoach.pdf", pdf_of(("SO Y TE ra soat tu thuoc cua truong",))
    )


def test_the_text_of_a_plain_file_needs_no_process() -> None:
    viewer = Viewer()
    assert viewer.text("a.txt", b"KE HOACH") == "KE HOACH"
    assert viewer._apart._pool is None  # noqa: SLF001 - that none was started is seen nowhere else
