"""The digital signatures of a PDF are kept as the lines that text copies of signed files carry:
when, where, who.
"""

from __future__ import annotations

from luocdo.loaders.source import decode_source


def pdf(*objects: str) -> bytes:
    """Return a PDF of ``objects``, the first of which is its catalogue."""
    out, places = b"%PDF-1.4\n", []
    for number, words in enumerate(objects, 1):
        places.append(len(out))
        out += f"{number} 0 obj\n{words}\nendobj\n".encode("latin-1")
    table = "".join(f"{place:010d} 00000 n \n" for place in places)
    size = len(objects) + 1
    end = f"xref\n0 {size}\n0000000000 65535 f \n{table}trailer\n<< /Size {size} /Root 1 0 R >>\nstartxref\n{len(out)}\n"
    return out + f"{end}%%EOF\n".encode()


def utf16(words: str) -> str:
    return f"<{(chr(0xFEFF) + words).encode('utf-16-be').hex()}>"


def signed(*signatures: tuple[str, str]) -> bytes:
    """Return a page signed by (name, time) each."""
    words = "BT /F1 12 Tf 72 700 Td (Van ban co chu ky so cua co quan ban hanh) Tj ET"
    fields = [
        f"<< /FT /Sig /T (s{number}) /V << /Type /Sig /ByteRange [0 1 2 3] /Name {utf16(name)} /M (D:{time}) "
        f"/Location {utf16('Hà Nội')} >> >>"
        for number, (name, time) in enumerate(signatures)
    ]
    references = " ".join(f"{number} 0 R" for number in range(6, 6 + len(fields)))
    return pdf(
        f"<< /Type /Catalog /Pages 2 0 R /AcroForm << /Fields [{references}] >> >>",
        "<< /Type /Pages /Kids [3 0 R] /Count 1 >>",
        "<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents 4 0 R /Resources << /Font << /F1 5 0 R >> >> >>",
        f"<< /Length {len(words)} >>\nstream\n{words}\nendstream",
        "<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>",
        *fields,
    )


def test_signatures_follow_the_text_oldest_first() -> None:
    data = signed(
        ("Văn phòng Bộ", "20251016145102+07'00'"), ("Trần Văn An", "20251014160401+07'00'")
    )
    assert decode_source("a.pdf", data).text.splitlines()[1:] == [
        "",
        "\t2025-10-14T16:04:01+0700",
        "\tHà Nội",
        "\tTrần Văn An đã ký lên văn bản này!",
        "",
        "\t2025-10-16T14:51:02+0700",
        "\tHà Nội",
        "\tVăn phòng Bộ đã ký lên văn bản này!",
    ]


def test_a_file_without_signatures_has_no_such_lines() -> None:
    assert "đã ký" not in decode_source("a.pdf", signed()).text
