"""Tables larger than that of any document (bảng quá lớn) in plain text: refused before their rows
are read.
"""

from __future__ import annotations

from luocdo.graph.errors import SourceError, TooLargeError
from luocdo.loaders.formats.blocks import MOST_COLUMNS, MOST_ROWS

_SEPARATORS = ("\t", "|")
_FEWEST = 2  # separators of a line that may be a row


def refuse_giant_tables(name: str, text: str) -> None:
    """Do nothing where the tables of ``text`` have the size of a document's.

    Raises:
        SourceError: there are more rows, or columns in one row, than any document prints.
    """
    rows = 0
    for line in text.split("\n"):
        separators = max(line.count(mark) for mark in _SEPARATORS)
        rows += separators >= _FEWEST
        if separators > MOST_COLUMNS + 1:
            raise SourceError(name, str(TooLargeError(MOST_COLUMNS, "cột")))
        if rows > MOST_ROWS:
            raise SourceError(name, str(TooLargeError(MOST_ROWS, "dòng")))
