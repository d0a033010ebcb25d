"""A document says the same in every format it arrives in: as text, Word, PDF, web page."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from rendered_papers import convert, facts, likeness, plan, scanned, set_as_word

from luocdo.graph.building.graph import build_graph
from luocdo.graph.units.resolving import UnitResolver
from luocdo.loaders.reading import read_file, read_record
from luocdo.loaders.source import decode_source, read_source

if TYPE_CHECKING:
    from collections import Counter

    from luocdo.graph.model import Graph

pytestmark = pytest.mark.office

SAMPLES = Path(__file__).resolve().parents[3] / "samples"
LEAST = {"docx": 0.99, "html": 0.99, "pdf": 0.97}
LEAST_OF_SCAN = 0.85
TASKS = 38
# Ten documents, by the beginnings of their names: ministries, provinces, Chính phủ; task tables,
# tasks in the body, lists.
REAL = {
    "seeds": ("000", "001", "004"),
    "corpus": ("001", "007", "015", "023", "057", "199", "369"),
}


def _papers() -> dict[str, str]:
    """Our samples of every kind, and a plan with merged cells over several pages."""
    samples = {
        path.stem: path.read_text(encoding="utf-8") for path in sorted(SAMPLES.glob("*.txt"))
    }
    return {**samples, "plan": plan(TASKS)}


@pytest.fixture(scope="module")
def rendered(soffice: str, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The folder that holds the papers in each format."""
    folder = tmp_path_factory.mktemp("papers")
    made = [set_as_word(text, folder / f"{name}.docx") for name, text in _papers().items()]
    for ending in LEAST:
        convert(soffice, made, ending, folder / ending)
    return folder


def _facts_of_text(name: str) -> dict[str, Counter[str]]:
    return facts(read_record(decode_source(f"{name}.txt", _papers()[name].encode())))


@pytest.mark.parametrize("ending", LEAST)
@pytest.mark.parametrize("name", _papers())
def test_facts_are_those_of_the_text(rendered: Path, name: str, ending: str) -> None:
    wanted, found = _facts_of_text(name), facts(read_file(rendered / ending / f"{name}.{ending}"))
    short = {
        part: (likeness(wanted[part], found[part]), wanted[part] - found[part]) for part in wanted
    }
    assert all(share >= LEAST[ending] for share, _ in short.values()), short


@pytest.fixture(scope="module")
def real(
    shared: Path, soffice: str, tmp_path_factory: pytest.TempPathFactory
) -> tuple[dict[str, str], Path]:
    """The texts of ten real documents, and the folder that holds them in each format."""
    folder = tmp_path_factory.mktemp("real")
    texts = {
        path.stem: path.read_text(encoding="utf-8")
        for place, beginnings in REAL.items()
        for path in sorted((shared / place).iterdir())
        if path.name.startswith(tuple(f"{one}_" for one in beginnings))
    }
    made = [set_as_word(text, folder / f"{name}.docx") for name, text in texts.items()]
    for ending in LEAST:
        convert(soffice, made, ending, folder / ending)
    return texts, folder


@pytest.mark.parametrize("ending", LEAST)
def test_ten_real_documents_say_the_same_in_every_format(
    real: tuple[dict[str, str], Path], ending: str
) -> None:
    texts, folder = real
    assert len(texts) == 10
    agree: dict[str, list[float]] = {}
    for name, text in texts.items():
        wanted = facts(read_record(decode_source(f"{name}.txt", text.encode())))
        found = facts(read_file(folder / ending / f"{name}.{ending}"))
        for part, told in wanted.items():
            right, all_of_them = agree.setdefault(part, [0.0, 0.0])
            agree[part] = [
                right + likeness(told, found[part]) * told.total(),
                all_of_them + told.total(),
            ]
    assert {
        part: right / total
        for part, (right, total) in agree.items()
        if right / total < LEAST[ending]
    } == {}


@pytest.mark.parametrize(
    ("ending", "name"),
    [
        ("doc", "131-qd-ttg"),
        ("odt", "plan"),
        ("rtf", "plan"),
    ],  # LibreOffice writes no table of ours into a .doc
)
def test_older_office_files_say_the_same(
    rendered: Path, soffice: str, ending: str, name: str
) -> None:
    (paper,) = convert(soffice, [rendered / f"{name}.docx"], ending, rendered / ending)
    wanted, found = _facts_of_text(name), facts(read_file(paper))
    assert {
        part: share
        for part in wanted
        if (share := likeness(wanted[part], found[part])) < LEAST["docx"]
    } == {}


def test_evidence_counts_in_the_text_that_is_printed(rendered: Path) -> None:
    source = read_source(rendered / "pdf" / "4268-qd-bgddt.pdf")
    for document in read_record(source).documents:
        for relation in document.relations:
            evidence = relation.evidence
            first = evidence.quote.split(" … ")[0]
            assert source.text[evidence.from_char : evidence.to_char].startswith(first)


def test_one_document_in_three_formats_is_one_document(rendered: Path) -> None:
    units = UnitResolver.load()
    records = [read_file(rendered / ending / f"4268-qd-bgddt.{ending}") for ending in LEAST]
    one, all_of_them = build_graph(records[:1], units), build_graph(records, units)
    for label in ("Document", "Task", "Deadline", "Deliverable", "Unit"):
        assert _count(all_of_them, label) == _count(one, label), label


def _count(graph: Graph, label: str) -> int:
    return sum(node.label == label for node in graph.nodes)


@pytest.mark.ocr
@pytest.mark.parametrize("name", ["131-qd-ttg", "4268-qd-bgddt", "plan"])
def test_facts_of_a_scan_are_those_of_the_text(rendered: Path, name: str, tmp_path: Path) -> None:
    record = read_file(scanned(rendered / "pdf" / f"{name}.pdf", tmp_path / f"{name}.pdf"))
    wanted, found = _facts_of_text(name), facts(record)
    assert record.format == "scan"
    assert {
        part: share
        for part in wanted
        if (share := likeness(wanted[part], found[part])) < LEAST_OF_SCAN
    } == {}
    evidence = [
        relation.evidence for document in record.documents for relation in document.relations
    ]
    assert all(one.confidence is not None and 0 < one.confidence <= 1 for one in evidence)


def test_the_plan_of_our_own_has_all_its_tasks() -> None:
    record = read_record(decode_source("plan.txt", plan(TASKS).encode()))
    codes = [task.code for task in record.documents[0].tasks if task.origin == "annex"]
    assert codes == [str(number) for number in range(1, TASKS + 1)]
