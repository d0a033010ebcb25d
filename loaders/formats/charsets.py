"""Legacy Vietnamese character sets (bảng mã cũ): windows-1258, TCVN3 (ABC), VNI-Windows, told by
their letters.

TCVN 5712:1993 (TCVN3) and VNI put Vietnamese letters on the places of Western ones: a text in them
is full of combinations that no Vietnamese word has in Unicode.
"""

from __future__ import annotations

import re
import unicodedata

from charset_normalizer import from_bytes

_DECLARED = re.compile(rb"""(?i)charset\s*=\s*["']?\s*([\w-]+)""")
_HEAD = 4096
# TCVN 5712:1993, VN3: the lower-case letters with their marks, on the places of ISO 8859-1.
_TCVN3 = dict(
    zip(
        "\u00b5\u00b8\u00b6\u00b7\u00b9\u00a8\u00bb\u00be\u00bc\u00bd\u00c6\u00a9\u00c7\u00ca\u00c8\u00c9\u00cb\u00ae\u00cc\u00d0\u00ce\u00cf\u00d1"
        "\u00aa\u00d2\u00d5\u00d3\u00d4\u00d6\u00d7\u00dd\u00d8\u00dc\u00de\u00df\u00e3\u00e1\u00e2\u00e4\u00ab\u00e5\u00e8\u00e6\u00e7\u00e9\u00ac\u00ea"
        "\u00ed\u00eb\u00ec\u00ee\u00ef\u00f3\u00f1\u00f2\u00f4\u00ad\u00f5\u00f8\u00f6\u00f7\u00f9\u00fa\u00fd\u00fb\u00fc\u00fe\u00a1\u00a2\u00a7\u00a3\u00a4\u00a5\u00a6",
        "àáảãạăằắẳẵặâầấẩẫậđèéẻẽẹêềếểễệìíỉĩịòóỏõọôồốổỗộơờớởỡợùúủũụưừứửữựỳýỷỹỵĂÂĐÊÔƠƯ",
        strict=True,
    )
)
_TCVN3_LETTER = re.compile("[\u00b5-\u00b9\u00a8-\u00ae\u00bb-\u00be\u00c6-\u00d8\u00dc-\u00df]")
_VIETNAMESE = re.compile(r"[ăâđêôơưạảấầẩẫậắằẳẵặẹẻẽếềểễệỉịọỏốồổỗộớờởỡợụủứừửữựỳỵỷỹ]", re.IGNORECASE)
_FEW = 20
_STRIDE = 8  # one letter in eight tells what is most of them
# VNI-Windows: a vowel followed by the letter that stands for its mark.
_MARKS = {"ø": "\u0300", "ù": "\u0301", "û": "\u0309", "õ": "\u0303", "ï": "\u0323"}
_HATS = {
    "â": "\u0302",
    "à": "\u0302\u0300",
    "á": "\u0302\u0301",
    "å": "\u0302\u0309",
    "ã": "\u0302\u0303",
    "ä": "\u0302\u0323",
}
_BREVES = {
    "ê": "\u0306",
    "è": "\u0306\u0300",
    "é": "\u0306\u0301",
    "ú": "\u0306\u0309",
    "ü": "\u0306\u0303",
    "ë": "\u0306\u0323",
}
_HORNS = {"ô": "ơ", "ö": "ư"}


def _vni() -> dict[str, str]:
    marked = {
        f"{vowel}{letter}": vowel + mark for vowel in "aeouy" for letter, mark in _MARKS.items()
    }
    marked |= {
        f"{vowel}{letter}": vowel + mark for vowel in "aeo" for letter, mark in _HATS.items()
    }
    marked |= {f"a{letter}": f"a{mark}" for letter, mark in _BREVES.items()}
    marked |= {
        f"{horn}{letter}": vowel + mark
        for horn, vowel in _HORNS.items()
        for letter, mark in _MARKS.items()
    }
    both = marked | {pair.upper(): letter.upper() for pair, letter in marked.items()}
    both |= {pair[0].upper() + pair[1]: letter.capitalize() for pair, letter in marked.items()}
    return {pair: unicodedata.normalize("NFC", letter) for pair, letter in both.items()}


_VNI = _vni()
_VNI_PAIR = re.compile("|".join(sorted(_VNI)))
_VNI_SINGLE = str.maketrans("ñÑôÔöÖíÍìÌæÆóÓòÒîÎ", "đĐơƠưƯíÍìÌỉỈĩĨịỊỵỴ")
_UNICODE_ALONE = re.compile(r"[ăđơưĂĐƠƯ\u1ea0-\u1ef9]")  # no letter of VNI


def decode_page(data: bytes) -> tuple[str, str]:
    """Return the text of a page and the character set it was read by."""
    for mark, charset in (
        (b"\xef\xbb\xbf", "utf-8"),
        (b"\xff\xfe", "utf-16"),
        (b"\xfe\xff", "utf-16"),
    ):
        if data.startswith(mark):
            return data.decode(charset, "replace").removeprefix("\ufeff"), "utf-8"
    try:
        return data.decode("utf-8"), "utf-8"
    except UnicodeDecodeError:
        pass
    declared = _DECLARED.search(data[:_HEAD])
    charset = declared[1].decode("ascii").lower() if declared else ""
    charset = {"iso-8859-1": "windows-1252", "us-ascii": "windows-1252", "utf-8": ""}.get(
        charset, charset
    )
    charset = charset or _guessed(data[: 64 * _HEAD])
    try:
        text = data.decode(charset, "replace")
    except LookupError:
        charset = "windows-1258"
        text = data.decode(charset, "replace")
    return unicodedata.normalize("NFC", text), charset


def _guessed(data: bytes) -> str:
    """Return the character set of bytes that do not tell: the fonts of TCVN3 and VNI lie on
    windows-1252.
    """
    western = data.decode("windows-1252", "replace")
    if to_unicode(western) != western:
        return "windows-1252"
    marked = unicodedata.normalize("NFC", data.decode("windows-1258", "replace"))
    if len(_UNICODE_ALONE.findall(marked)) > len(marked) // 100:
        return "windows-1258"
    best = from_bytes(data).best()
    return best.encoding if best else "windows-1258"


def is_vietnamese(text: str) -> bool:
    """Return whether ``text`` has as many Vietnamese letters as the language needs."""
    return len(_VIETNAMESE.findall(text)) > len(text) // 50


def to_unicode(text: str) -> str:
    """Return ``text`` in Unicode where it is TCVN3 or VNI; any other text comes back as it was."""
    sample = text[::_STRIDE]
    if len(_UNICODE_ALONE.findall(sample)) > max(len(sample) // _FEW, _FEW):
        return text  # more letters of Unicode alone than either may have
    own = len(_UNICODE_ALONE.findall(text))
    pairs = len(_VNI_PAIR.findall(text))
    if pairs >= _FEW and own <= pairs // _FEW:
        return _VNI_PAIR.sub(lambda found: _VNI[found.group()], text).translate(_VNI_SINGLE)
    odd = len(_TCVN3_LETTER.findall(text))
    if odd < _FEW or own > odd // _FEW:
        return text
    return "".join(_TCVN3.get(character, character) for character in text)
