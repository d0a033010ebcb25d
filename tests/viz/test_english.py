"""With --lang en what luocdo itself says is English; what documents say stays as it is."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

import pytest
from click.testing import CliRunner

from luocdo.cli import main
from luocdo.viz.english import in_english

if TYPE_CHECKING:
    from click.testing import Result


@pytest.mark.parametrize(
    ("vietnamese", "english"),
    [
        ("DỰ THẢO để ngoài: 3 phân công", "DRAFTS left out: 3 assignments"),
        ("HẠN TỪ 01/01/2024 ĐẾN 31/12/2024 · thuộc 131/QĐ-TTg", "DUE FROM 01/01/2024 TO 31/12/2024 · of 131/QĐ-TTg"),
        ("«học bổng»: 2 việc · 0 văn bản · 1 chỉ tiêu · 0 đơn vị", '"học bổng": 2 tasks · 0 documents · 1 targets · 0 units'),
        ('hiểu "cuc cntt" (bỏ dấu, viết tắt)', 'understood "cuc cntt" (accents dropped, abbreviated)'),
        ("Bộ Giáo dục và Đào tạo", "Bộ Giáo dục và Đào tạo"),  # a name stays
    ],
)  # fmt: skip
def test_a_line_by_its_template(vietnamese: str, english: str) -> None:
    assert in_english(vietnamese) == english


def run(*arguments: str, store: str) -> Result:
    return CliRunner().invoke(main, [*arguments, "--lang", "en", "--store", store])


# Words that luocdo says and no document of the samples does.
OURS = re.compile(
    r"để ngoài|phân công|còn hạn|đã qua hạn|Tính đến|suy ra|như trên|văn bản vào kho|không rõ|nói lại|hiểu "
)


@pytest.mark.parametrize(
    "arguments",
    [
        ("unit", "cuc cntt"),
        ("due", "--within", "2025"),
        ("find", "trí tuệ nhân tạo"),
        ("new", "--since", "1/1/2020"),
        ("compare", "NQ 03", "KH 100"),
        ("gaps", "NQ 03"),
        ("conflicts",),
        ("documents",),
    ],
    ids=" ".join,
)
def test_an_answer_in_english_says_nothing_in_vietnamese_of_its_own(
    arguments: tuple[str, ...], sample_store: str
) -> None:
    result = run(*arguments, store=sample_store)
    assert result.exit_code == 0, result.output
    assert not OURS.findall(result.output), result.output


VIETNAMESE = re.compile(
    "[ăâđêôơưạảấầẩẫậắằẳẵặẹẻẽếềểễệỉịọỏốồổỗộớờởỡợụủứừửữựỳỵỷỹàáãèéìíòóõùúý]", re.IGNORECASE
)
NAMES = re.compile(r'"[^"]*"|QĐ|đồng')  # examples and what has no English name


@pytest.mark.parametrize("name", [*main.commands, "correct lead", ""])
def test_help_is_english_throughout(name: str) -> None:
    result = CliRunner().invoke(main, [*name.split(), "--help", "--lang", "en"])
    assert result.exit_code == 0, result.output
    assert not VIETNAMESE.findall(NAMES.sub("", result.output)), result.output
    assert (
        "Tùy chọn" in CliRunner().invoke(main, [*name.split(), "--help"]).output
    )  # the next is Vietnamese again


@pytest.mark.parametrize(
    ("arguments", "told"),
    [
        (("due", "--from", "1/12/25", "--to", "1/11/25"), "is before --from"),
        (("due", "--month", "13/2025"), "--month is like 2025-11"),
        (
            ("unit", "khongcodonvinay"),
            "there is no unit 'khongcodonvinay'; the list: luocdo units",
        ),
        (("find", "khongcochunao"), '"khongcochunao" stands nowhere in the store'),
        (("ask", "thoi tiet"), "the question was not understood"),
        (("unit", "cuc cntt", "--row", "9999"), "the answer has only"),
        (("check", "--kind", "xyz"), "there is no kind xyz"),
    ],
)
def test_what_is_refused_is_told_in_english(
    arguments: tuple[str, ...], told: str, sample_store: str
) -> None:
    result = run(*arguments, store=sample_store)
    assert result.exit_code in (1, 2)
    assert told in result.output
