"""A PDF whose text layer is garbage or torn into letters is read from its picture; a good layer is
kept.
"""

from __future__ import annotations

import io

import pytest
from PIL import Image, ImageDraw, ImageFont

from luocdo.loaders.formats import engines, pdf
from luocdo.loaders.formats.text_layer import is_garbled

LINES = (
    "BỘ Y TẾ",
    "Số: 88/BYT-VP",
    "Hà Nội, ngày 04 tháng 3 năm 2026",
    "Kính gửi: Sở Y tế các tỉnh, thành phố",
    "Sở Y tế rà soát tủ thuốc của các trường học trên địa bàn.",
    "Báo cáo kết quả về Bộ trước ngày 30 tháng 6 năm 2026.",
)
FONT = "/usr/share/fonts/truetype/dejavu/DejaVuSerif.ttf"
GARBAGE = "xqz wrtk plmv zzqk jwvb kkrt qqqz bvcx nmkl wqrt zxcv hjkl qwrt plkj zzxq wvbk"
TORN = "B O Y T E S O H A N O I N G A Y T H A N G N A M S O Y T E R A S O A T"


def paper(layer: str) -> bytes:
    """A page of one picture with ``layer`` as its hidden text (rendering mode 3)."""
    sheet = Image.new("L", (1654, 2339), 255)
    draw = ImageDraw.Draw(sheet)
    font = ImageFont.truetype(FONT, 34)
    for number, line in enumerate(LINES):
        draw.text((180, 200 + 90 * number), line, fill=0, font=font)
    picture = io.BytesIO()
    sheet.save(picture, "JPEG", quality=90, dpi=(200, 200))
    spelt = "".join(f"1 0 0 1 50 {760 - 12 * at} Tm ({layer}) Tj " for at in range(30))
    content = f"q 595 0 0 842 0 0 cm /I Do Q BT /F 8 Tf 3 Tr {spelt} ET".encode("latin-1")
    objects = (
        b"<</Type/Catalog/Pages 2 0 R>>",
        b"<</Type/Pages/Kids[3 0 R]/Count 1>>",
        b"<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]/Contents 4 0 R/Resources<</Font<</F 6 0 R>>/XObject<</I 5 0 R>>>>>>",
        b"<</Length %d>>stream\n" % len(content) + content + b"\nendstream",
        b"<</Type/XObject/Subtype/Image/Width 1654/Height 2339/ColorSpace/DeviceGray/BitsPerComponent 8/Filter/DCTDecode"
        b"/Length %d>>stream\n" % len(picture.getvalue()) + picture.getvalue() + b"\nendstream",
        b"<</Type/Font/Subtype/Type1/BaseFont/Helvetica>>",
    )
    made = b"%PDF-1.4\n"
    places = []
    for number, one in enumerate(objects, 1):
        places.append(len(made))
        made += b"%d 0 obj\n" % number + one + b"\nendobj\n"
    table = b"".join(b"%010d 00000 n \n" % place for place in places)
    end = (
        b"xref\n0 7\n0000000000 65535 f \n"
        + table
        + b"trailer<</Root 1 0 R/Size 7>>\nstartxref\n%d\n%%%%EOF" % len(made)
    )
    return made + end


@pytest.mark.parametrize(
    "layer",
    [GARBAGE, TORN, "\\001\\002\\003\\004\\005\\006\\007\\010 " * 8],
    ids=["other", "torn", "unmapped"],
)
@pytest.mark.ocr
def test_a_page_whose_layer_is_garbage_is_read_from_its_picture(layer: str) -> None:
    text = pdf.read("a.pdf", paper(layer)).text
    assert all(line in " ".join(text.split()) for line in LINES[1:])
    assert layer[:20] not in text


def test_without_an_engine_the_layer_is_kept_and_the_page_reported(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(pdf, "can_recognise", lambda: False)
    source = pdf.read("a.pdf", paper(TORN))
    assert "B O Y T E" in source.text
    assert [(one.kind, one.place) for one in source.issues] == [("encoding", "trang 1")]


@pytest.mark.parametrize(
    "words",
    [
        "Sở Y tế chủ trì phối hợp với Sở Tài chính rà soát các trường học trên địa bàn tỉnh năm 2026",
        "SO Y TE CHU TRI PHOI HOP VOI SO TAI CHINH RA SOAT CAC TRUONG HOC TREN DIA BAN TINH",
        "TT 1 2 3 4 5 6 7 8 9 10 11 12 13 14 15 a b c",
        "Số 88/QĐ-BYT UBND HĐND CNTT báo cáo kết quả về Bộ Y tế trước ngày 30 tháng 6 hằng năm",
    ],
)
def test_what_somebody_wrote_is_no_garbage(words: str) -> None:
    assert not is_garbled(words.split())


@pytest.mark.ocr
def test_both_engines_give_the_same_words(monkeypatch: pytest.MonkeyPatch) -> None:
    inside = pdf.read("a.pdf", paper(TORN)).text
    monkeypatch.setattr(engines, "_embedded", lambda: None)
    assert pdf.read("a.pdf", paper(TORN)).text == inside


def test_the_engine_in_the_process_needs_no_program(monkeypatch: pytest.MonkeyPatch) -> None:
    pytest.importorskip("tesserocr")
    monkeypatch.setenv("PATH", "")
    assert all(
        line in " ".join(pdf.read("a.pdf", paper(GARBAGE)).text.split()) for line in LINES[1:]
    )
