"""What the frame of reading takes of spaCy (khung đọc), imported without spaCy's own command line.

typer, requests and weasel are a third of what importing spaCy costs, and every load of one small
file waits for it. Whoever wants `spacy.cli` afterwards gets it.
"""

from __future__ import annotations

import importlib
import sys
from contextlib import contextmanager
from types import ModuleType
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator

_COMMANDS = "spacy.cli"
_INFO = "spacy.cli.info"  # all that `import spacy` takes of them


def _info(*arguments: object, **named: object) -> object:
    """Answer `spacy.info` by the command that was left out."""
    return importlib.import_module(_INFO).info(*arguments, **named)


@contextmanager
def _without_commands() -> Iterator[None]:
    """Leave spaCy's commands out while it is imported; where it has been imported before nothing
    is left out.
    """
    if "spacy" in sys.modules:
        yield
        return
    commands, info = ModuleType(_COMMANDS), ModuleType(_INFO)
    commands.__path__ = []
    info.__dict__["info"] = _info
    sys.modules.update({_COMMANDS: commands, _INFO: info})
    try:
        yield
    finally:
        del sys.modules[_COMMANDS], sys.modules[_INFO]


with _without_commands():
    from spacy.attrs import LOWER
    from spacy.language import Language
    from spacy.tokens import Doc
    from spacy.vocab import Vocab

__all__ = ["LOWER", "Doc", "Language", "Vocab"]
