"""`make run` shows what it promises: worked due dates, six cases told, reports read and checked, and the pages."""

from __future__ import annotations

import io
import json
import re
import urllib.request
from collections.abc import Iterator
from contextlib import redirect_stdout
from pathlib import Path
from typing import NamedTuple
from urllib.parse import unquote

import pytest

from demo import __main__ as demo
from demo import annual_report, city_checkup, city_record, office_site, report_reading
from demo.city_report.planting import PLANTS

pytestmark = pytest.mark.timeout(900)
OWN = (
    "云汀市2024年度法治政府建设情况报告\n\n一、主要工作\n收到行政复议申请40件，受理38件，受理率95%。\n\n2025年2月20日\n"
)


class Shown(NamedTuple):
    """What was printed, and where the pages are."""

    text: str
    out: Path


@pytest.fixture(scope="module")
def shown(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Shown]:
    folder = tmp_path_factory.mktemp("demo")
    reports = folder / "own"
    reports.mkdir()
    (reports / "云汀市.txt").write_text(OWN, encoding="gb18030")
    (reports / "README.md").write_text("About this folder.")
    with pytest.MonkeyPatch.context() as patch, redirect_stdout(io.StringIO()) as printed:
        patch.setattr(demo, "OUT", folder / "out")
        patch.setenv("YIFA_HOME", str(folder / "home"))
        patch.setenv("YIFA_LANG", "en")
        patch.setenv("REPORTS", str(reports))
        patch.setattr(city_checkup, "SCALE", "township")
        try:
            assert demo.main() == 0
            yield Shown(printed.getvalue(), folder / "out")
        finally:
            assert office_site.stop(folder / "out")


def test_every_case_is_answered_with_its_day(shown: Shown) -> None:
    assert "Last day: Thu 31 Oct 2024" in shown.text
    assert "Last day: Tue 28 Nov 2023" in shown.text
    assert "Done on Thu 30 Nov 2023: 2 calendar days late." in shown.text
    assert "Provisional: between Sat 30 Jan 2027" in shown.text


def test_every_question_can_be_typed_as_it_stands(shown: Shown) -> None:
    assert shown.text.count("$ yifa due --law") == 3
    assert shown.text.count("$ yifa read ") == 2
    assert shown.text.count("$ yifa explain ") == 1


def test_the_pages_are_written_and_named(shown: Shown) -> None:
    for name in ("due.html", "cases.html", "examples/reading.html", "reports/reading.html"):
        page = shown.out / name
        assert page.read_text(encoding="utf-8").startswith("<!doctype html>")
        assert page.as_uri() in shown.text
    for name in ("examples", "reports"):
        written = sorted(path.name for path in (shown.out / name).iterdir())
        assert written == ["reading.csv", "reading.html", "reading.json", "reading.xlsx"]


def test_the_city_is_checked_and_what_was_planted_is_found(shown: Shown) -> None:
    assert "Recall 100.00%, precision 100.00% over what can be decided." in shown.text
    assert {path.suffix for path in city_checkup.pages(shown.out)} == {".html", ".xlsx"}


def test_the_annual_report_is_issued_and_says_where_its_figures_come_from(shown: Shown) -> None:
    said = re.search(
        r"The annual report holds (\d+) figures: (\d+) from records, (\d+) reported; (\d+) contradictions were planted "
        r"in what was reported, (\d+) were found\.",
        shown.text,
    )
    assert said is not None
    whole, records, reported, planted, found = map(int, said.groups())
    assert (whole, planted, found) == (records + reported, len(PLANTS), len(PLANTS))
    assert min(records, reported) > 30
    assert "0 told though nothing is wrong" in shown.text
    assert [path for path, _, _ in annual_report.pages(shown.out) if not path.exists()] == []


def test_one_page_leads_to_every_page(shown: Shown) -> None:
    front = (shown.out / "index.html").read_text(encoding="utf-8")
    links = {unquote(link) for link in re.findall(r'href="([^"]+)"', front)}
    assert links >= {"due.html", "cases.html", "examples/reading.html", "reports/reading.html", "city/答案.csv"}
    made = (*city_record.pages(shown.out), *(path for path, _, _ in annual_report.pages(shown.out)))
    assert {path.relative_to(shown.out).as_posix() for path in made} <= links
    assert {f"city-found/{path.name}" for path in city_checkup.pages(shown.out)} <= links
    assert [link for link in links if not (shown.out / link).exists()] == []
    assert (shown.out / "index.html").as_uri() in shown.text


def test_the_office_is_left_open_and_says_who_can_sign_in(shown: Shown) -> None:
    said = re.search(r"The site is open: (http://127\.0\.0\.1:\d+/)", shown.text)
    assert said is not None
    with urllib.request.urlopen(said[1]) as answer:  # noqa: S310 - the site that was just opened
        assert 'name="password"' in answer.read().decode()
    names = (shown.out / "office" / "logins.txt").read_text(encoding="utf-8")
    assert {line.split()[0] for line in names.splitlines()} >= {
        "officer",
        "reviewer",
        "leader",
        "supervisor",
        "reconsideration",
        "report",
        "audit",
        "system",
    }


def test_what_does_not_add_up_is_spelled_out(shown: Shown) -> None:
    assert "47 + 9 + 5 + 4 = 65" in shown.text
    assert "▲ Does not agree (please check the basis)" in shown.text
    assert "▲ To be looked into" in shown.text


def test_the_folder_named_by_the_user_is_read_without_the_notes_about_it(shown: Shown) -> None:
    data = json.loads((shown.out / "reports" / "reading.json").read_text(encoding="utf-8"))

    assert [document["text"] for document in data["documents"]] == [OWN]


def test_a_folder_that_is_not_there_is_named(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(demo, "OUT", tmp_path / "out")
    monkeypatch.setenv("YIFA_LANG", "en")
    monkeypatch.setenv("REPORTS", str(tmp_path / "gone"))
    monkeypatch.setattr(city_checkup, "show", lambda *_asked, **_spoken: 0)
    monkeypatch.setattr(annual_report, "show", lambda *_asked, **_spoken: 0)
    monkeypatch.setattr(city_record, "show", lambda *_asked, **_spoken: 0)
    monkeypatch.setattr(office_site, "show", lambda *_asked, **_spoken: 0)

    assert demo.main() == 1
    assert f"There is no such folder: {tmp_path / 'gone'}" in capsys.readouterr().err


def test_without_a_name_the_reports_beside_the_house_are_read_where_there_are_some(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.delenv("REPORTS", raising=False)

    assert report_reading.folders(tmp_path / "none") == [("examples", report_reading.EXAMPLES)]
    assert report_reading.folders(tmp_path) == [("examples", report_reading.EXAMPLES), ("reports", tmp_path)]
