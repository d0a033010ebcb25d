"""A PDF of a few printed pages, written by hand: no program is needed to make one."""

from __future__ import annotations

TOP, LEADING, LEFT = (
    780,
    18,
    72,
)  # points from the foot of the page; between lines; from its left edge
FONT = "<< /Font << /F 3 0 R >> >>"


def pdf_of(*pages: tuple[str, ...]) -> bytes:
    """Return a PDF with the lines of each page, A4, in Helvetica; letters without accents only."""
    kids = " ".join(f"{4 + 2 * number} 0 R" for number in range(len(pages)))
    objects = [
        "<< /Type /Catalog /Pages 2 0 R >>",
        f"<< /Type /Pages /Kids [{kids}] /Count {len(pages)} >>",
        "<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>",
    ]
    for number, lines in enumerate(pages):
        spelt = "".join(
            f"1 0 0 1 {LEFT} {TOP - LEADING * at} Tm ({line}) Tj " for at, line in enumerate(lines)
        )
        words = f"BT /F 12 Tf {spelt}ET"
        objects += [
            f"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents {5 + 2 * number} 0 R /Resources {FONT} >>",
            f"<< /Length {len(words)} >>\nstream\n{words}\nendstream",
        ]
    return _written(objects)


def _written(objects: list[str]) -> bytes:
    out, places = b"%PDF-1.4\n", []
    for number, words in enumerate(objects, 1):
        places.append(len(out))
        out += f"{number} 0 obj\n{words}\nendobj\n".encode("ascii")
    table = "".join(f"{place:010d} 00000 n \n" for place in places)
    size = len(objects) + 1
    end = f"xref\n0 {size}\n0000000000 65535 f \n{table}trailer\n<< /Size {size} /Root 1 0 R >>\nstartxref\n{len(out)}\n%%EOF\n"
    return out + end.encode("ascii")
