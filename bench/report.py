"""Measures the annual report: drafted from a figure book and the papers of offices, checked, and written three ways.

A report as long as published ones are, some 12,000 characters with 150 figures. What is timed is what the commands do
from files to files, without starting the program.
"""

from __future__ import annotations

import contextlib
import io
import tempfile
from collections.abc import Iterator
from datetime import date
from fractions import Fraction
from pathlib import Path

from docx import Document

from bench.race import Variant, race
from bench.workload import Goal, Outcome, Size, Workload
from yifa.interfaces.cli import run
from yifa.law.catalogue.contributors import asked_of, contributors
from yifa.law.catalogue.measures import Measure, measures
from yifa.law.figures import Period
from yifa.oversight.reporting.book_data import book_data, row_files
from yifa.oversight.reporting.canonical import sealed
from yifa.oversight.reporting.figure_book import make_book
from yifa.oversight.reporting.gathering import Gathered
from yifa.oversight.reporting.last_year import Earlier, Origin
from yifa.oversight.reporting.request_form import MATERIAL_PARTS
from yifa.oversight.reporting.returned import Reported
from yifa.project.configuration import Configuration

YEAR = Period.year(2025)
LENGTH = {Size.FULL: 12_000, Size.QUICK: 12_000, Size.TINY: 1_500}
ROUNDS = {Size.FULL: 5, Size.QUICK: 3, Size.TINY: 1}
DRAFT, CHECK, RENDER = "drafted", "checked", "written as docx, pdf and html"
WHOLE = "drafted, checked, written"
SENTENCE = "坚持把任务落到基层，健全部门会商和定期通报机制，逐项明确责任单位与完成时限，对进展缓慢的及时提醒，{told}。"


@contextlib.contextmanager
def files(length: int) -> Iterator[Path]:
    """A folder with a sealed book of reported figures and papers whose texts come to a length in characters."""
    with tempfile.TemporaryDirectory(prefix="yifa-bench-") as made:
        folder = Path(made)
        values = {one.id: Fraction(100 + place) for place, one in enumerate(measures()) if not one.formulas}
        asked = asked_of([one for one in measures() if one.id in values], contributors())
        _book(folder, values)
        for place, one in enumerate(contributors()):
            own = asked.get(one.id, [])
            _paper(folder / "papers" / one.name.zh, own[:6], values, length // len(contributors()), place)
        yield folder


def _book(folder: Path, values: dict[str, Fraction]) -> None:
    reported = {
        one.id: Reported(one, values[one.id], "justice", "填报表.xlsx", "填报表", "I5", "周知远", "梁承砚")
        for one in measures()
        if one.id in values and not one.adds_up_from
    }
    earlier = {id_: Earlier(value - 7, Origin.REPORT, "2024.docx", 9, str(value - 7)) for id_, value in values.items()}
    gathered = Gathered(())
    book = make_book(gathered, YEAR, as_of=date(2025, 12, 31), published=earlier, reported=reported)
    (folder / "book.json").write_bytes(sealed(book_data(book, row_files(book))))


def _paper(folder: Path, told: list[Measure], values: dict[str, Fraction], length: int, place: int) -> None:
    """The paper of an office: under each heading sentences, some of them with its figures."""
    folder.mkdir(parents=True)
    document = Document()
    figures = [f"{one.name.zh}{values[one.id]}{one.unit}" for one in told] or ["成效得到各方认可"]
    many = max(1, length // (len(MATERIAL_PARTS) * len(SENTENCE)))
    for number, part in enumerate(MATERIAL_PARTS):
        document.add_heading(part.zh, level=1)
        for line in range(many):
            said = figures[(number + line) % len(figures)] if part.kind == "measures" else "形成长效做法"
            document.add_paragraph(f"第{'一二三四五六七八九十'[(line + place) % 10]}项：" + SENTENCE.format(told=said))
    document.save(str(folder / "素材.docx"))


def _ask(*arguments: str) -> int:
    configuration = Configuration.from_environment()
    with contextlib.redirect_stdout(io.StringIO()), contextlib.redirect_stderr(io.StringIO()):
        return run(arguments, lang="zh", calendars=configuration.calendars)


def measure_report(size: Size) -> Outcome:
    """One report, from the book to its papers."""
    with files(LENGTH[size]) as folder:
        book, draft = str(folder / "book.json"), str(folder / "draft.md")
        materials = ("--materials", str(folder / "papers"))

        def drafted() -> int:
            return _ask("report", "draft", book, "--authority", "青屏县人民政府", *materials, "-o", draft)

        def checked() -> int:
            return _ask("report", "check", draft, "--book", book)

        def written() -> int:
            return _ask("report", "render", draft, "--book", book, "-o", str(folder / "out"))

        def whole() -> int:
            return max(drafted(), written(), 0 * checked())

        whole()  # the definitions are read and the fonts found once
        found = race(
            "An annual report, from the book to its papers",
            [
                Variant(DRAFT, drafted, 1),
                Variant(CHECK, checked, 1),
                Variant(RENDER, written, 1),
                Variant(WHOLE, whole, 1),
            ],
            reference=WHOLE,
            rounds=ROUNDS[size],
        )
        papers = sorted(path.name for path in (folder / "out").iterdir())
        text = Path(draft).read_text(encoding="utf-8")
    codes = found.answers[DRAFT], found.answers[RENDER]
    faults = () if codes == (0, 0) and len(papers) == len(FORMS) else (f"codes {codes}, written {papers}",)
    note = f"{len(text):,} characters, {text.count('{{')} figures; written: {', '.join(papers)}."
    goal = Goal("the whole report:", 5, found[WHOLE].seconds.median, "s", at_least=False)
    return Outcome((found,), (goal,), (note,), faults)


FORMS = ("docx", "pdf", "html")
WORKLOADS = (
    Workload(
        "figures.report",
        "How long does an annual report take: drafted from a book and papers, checked, written in three forms?",
        measure_report,
        ("python-docx", "typst"),
    ),
)
