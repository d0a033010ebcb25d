"""Older Vietnamese character sets become Unicode; text that is Unicode already is left alone."""

from __future__ import annotations

import unicodedata

import pytest

from luocdo.loaders.formats.charsets import decode_page, to_unicode
from luocdo.loaders.source import decode_source

TONES = "\u0300\u0301\u0303\u0309\u0323"
UNICODE = (
    "Bộ Giáo dục và Đào tạo chủ trì, phối hợp với các đơn vị liên quan thực hiện Quyết định này"
)
TCVN3 = (
    "Bé Gi¸o dôc vµ §µo t¹o chñ tr×, phèi hîp víi c¸c ®¬n vÞ liªn quan thùc hiÖn QuyÕt ®Þnh nµy"
)
VNI = "Boä Giaùo duïc vaø Ñaøo taïo chuû trì, phoái hôïp vôùi caùc ñôn vò lieân quan thöïc hieän Quyeát ñònh naøy"


@pytest.mark.parametrize("old", [TCVN3, VNI], ids=["TCVN3", "VNI"])
def test_letters_of_old_fonts_become_unicode(old: str) -> None:
    assert to_unicode(f"{old}. {old}.") == f"{UNICODE}. {UNICODE}."


@pytest.mark.parametrize(
    "text", [UNICODE, "Số: 12/KH-BYT", "Le café est très bon à Genève, naïve façade" * 9]
)
def test_other_text_comes_back_as_it_was(text: str) -> None:
    assert to_unicode(text) == text


def _windows_1258(text: str) -> bytes:
    """Encode letter by letter; what the set has no letter for is a letter and the mark of its
    tone.
    """
    out = b""
    for letter in text:
        marks = unicodedata.normalize("NFD", letter)
        bare = unicodedata.normalize("NFC", "".join(one for one in marks if one not in TONES))
        out += bare.encode("windows-1258") + "".join(one for one in marks if one in TONES).encode(
            "windows-1258"
        )
    return out


def test_a_page_in_windows_1258_is_read_without_a_declaration() -> None:
    assert decode_page(_windows_1258(UNICODE))[0] == UNICODE


@pytest.mark.parametrize("old", [TCVN3, VNI], ids=["TCVN3", "VNI"])
def test_a_text_file_of_old_letters_is_read_and_reported(old: str) -> None:
    source = decode_source("a.txt", (f"{old}\n" * 3).encode("windows-1252"))
    assert source.text.startswith(UNICODE)
    assert [issue.kind for issue in source.issues] == ["encoding"]
