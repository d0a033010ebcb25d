r"""Marks that steer a terminal or the direction of writing (ký tự điều khiển): shown, never sent.

A document may hold them, by chance or on purpose: an escape sequence writes on a clerk's screen
what no document says, a direction mark turns a number round. Each is shown as one character, so
that places in the text stay what they are.
"""

from __future__ import annotations

import re

# C0 but tab and line feed, DEL, C1, the direction marks of Unicode (UAX 9), line and paragraph
# separator, what has no width.
_STEERING = re.compile(
    "[\x00-\x08\x0b-\x0c\x0e-\x1f\x7f-\x9f\u061c\u200e\u200f\u2028\u2029\u202a-\u202e\u2066-\u2069\u206a-\u206f\ufff9-\ufffb"
    "\U000e0000-\U000e007f]|\r(?!\n)"
)
_PICTURES = {code: chr(0x2400 + code) for code in range(0x20)} | {
    0x7F: "\u2421"
}  # as Unicode draws them: ␛ for escape
_OTHER = "\ufffd"


def visible(words: str) -> str:
    r"""Return ``words`` with each steering mark as one visible character.

    >>> visible("A\x1b[2J\u202eB")
    'A␛[2J\ufffdB'
    """
    return _STEERING.sub(_shown, words)


def escaped(literal: str) -> str:
    r"""Return JSON (or a string literal that escapes as JSON does) with its steering marks
    escaped; it means the same.

    >>> escaped('"\u202e"')
    '"\\u202e"'
    """
    return _STEERING.sub(_escape, literal)


def _shown(found: re.Match[str]) -> str:
    return _PICTURES.get(ord(found[0]), _OTHER)


def _escape(found: re.Match[str]) -> str:
    units = found[0].encode("utf-16-be")
    return "".join(f"\\u{units[at : at + 2].hex()}" for at in range(0, len(units), 2))
