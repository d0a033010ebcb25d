"""One correction (lời sửa): who says what of which place, when and why; a line of JSON when it is
exported.

A correction never changes what was read: it is kept beside the records and put to them each time a
graph is built. So it outlives re-loading and a new version of the reader, and can be taken back.
"""

from __future__ import annotations

from hashlib import sha256
from typing import Literal

import msgspec

Kind = Literal[
    "unit",
    "citation",
    "document",
    "lead",
    "coordinate",
    "due",
    "same",
    "not_same",
    "done",
    "left_out",
    "right",
]

NAMES_APART = "; "
"""What stands between the names of several units."""

KINDS: dict[str, str] = {
    "unit": "tên này là đơn vị",
    "citation": "lời dẫn này là văn bản",
    "document": "tệp này là văn bản",
    "lead": "chủ trì là",
    "coordinate": "phối hợp là",
    "due": "hạn là",
    "same": "cùng một việc với",
    "not_same": "không cùng việc với",
    "done": "việc đã xong",
    "left_out": "không phải nhiệm vụ",
    "right": "đã soát, đúng",
}


class Correction(msgspec.Struct, frozen=True, kw_only=True, omit_defaults=True):
    """What one reader says of one place.

    ``file`` and ``place`` say where; ``quote`` is the row's text, or the name as printed, as it
    stood when the word was given: by it the place is known again. ``value`` is what it shall be: a
    unit's display (of several, `NAMES_APART` between them), a document's number, a day (ISO), the
    proof of what is done. ``other_file``, ``other_place`` and ``other_quote`` name the second row
    of a pair; ``date`` and ``issuer`` go with a document's number. ``at`` is the moment, ISO with
    its offset.
    """

    kind: Kind
    file: str
    place: str = ""
    quote: str = ""
    value: str = ""
    other_file: str = ""
    other_place: str = ""
    other_quote: str = ""
    date: str = ""
    issuer: str = ""
    by: str
    at: str
    why: str = ""

    @property
    def id(self) -> str:
        """Return its short name, a function of what it speaks of: saying it again replaces what
        was said before.
        """
        subject = "same" if self.kind == "not_same" else self.kind
        about = (
            subject,
            self.file,
            self.place,
            self.quote,
            self.other_file,
            self.other_place,
            self.other_quote,
        )
        return sha256("\x00".join(about).encode()).hexdigest()[:8]


def as_line(correction: Correction) -> str:
    """Return the correction as one line of JSON."""
    return msgspec.json.encode(correction).decode()


def from_line(line: str) -> Correction:
    """Read what `as_line` wrote.

    Raises:
        msgspec.ValidationError: it is no correction.
    """
    return msgspec.json.decode(line, type=Correction)
