import json
import re

import openpyxl
import pytest

LEDGER = """案号,办案机关,立案日期,决定日期,处理结果,罚款金额（元）,处罚种类,结案日期
青市监罚〔2024〕1号,青屏县市场监督管理局,2024-01-05,2024-02-04,给予处罚,1000,罚款、警告,2024-02-20
青市监罚〔2024〕2号,青屏县市场监督管理局,2024-03-01,2024-03-11,给予处罚,0,警告,2024-03-30
青市监罚〔2024〕3号,青屏县市场监督管理局,2024-12-01,,,,,
"""
REPORT = """青屏县人民政府2023年度法治政府建设情况报告

一、主要举措和成效
全县作出行政处罚决定8件。
"""


@pytest.fixture
def ledgers(tmp_path):
    folder = tmp_path / "ledgers"
    folder.mkdir()
    (folder / "行政处罚（普通程序、听证）.csv").write_text(LEDGER, encoding="utf-8")
    return folder


def test_a_book_is_written_from_a_folder_of_ledgers(yifa, ledgers, tmp_path):
    report = tmp_path / "2023.txt"
    report.write_text(REPORT, encoding="utf-8")
    out = tmp_path / "out"
    said = yifa("figures", "book", "2024", str(ledgers), "-o", str(out), "--last-year", str(report), lang="en")
    assert (said.code, said.err) == (0, "")
    assert said.out.splitlines()[-3:] == [str(out / name) for name in ("book.json", "book.xlsx", "book.html")]
    book = json.loads((out / "book.json").read_text(encoding="utf-8"))
    told = {one["id"]: one for one in book["figures"]}
    assert (told["pen-filed"]["value"], told["pen-fined"]["value"], told["pen-days"]["value"]) == ("3", "1", "20")
    assert told["pen-decided"]["earlier"]["value"] == "8"
    assert told["pen-decided"]["change"] == {"difference": "-6", "percent": "-75"}
    assert "pen-hearings" in book["not_counted"]
    assert (out / "rows" / "pen-filed.csv").read_text(encoding="utf-8").count("\n") == 4


@pytest.mark.parametrize("period", ["2024-13", "last year", "24"])
def test_what_is_no_period_is_a_usage_error(yifa, ledgers, period):
    said = yifa("figures", "book", period, str(ledgers), lang="en")
    assert said.code == 2
    assert "is no period" in said.err


def test_a_folder_without_ledgers_is_told_with_the_remedy(yifa, tmp_path):
    (tmp_path / "empty").mkdir()
    said = yifa("figures", "book", "2024", str(tmp_path / "empty"), "-o", str(tmp_path / "out"), lang="en")
    assert said.code == 1
    assert "no ledger was found" in said.err


def test_a_book_is_not_written_into_the_ledgers(yifa, ledgers):
    said = yifa("figures", "book", "2024", str(ledgers), "-o", str(ledgers / "out"), lang="en")
    assert said.code == 1
    assert "would be read with them" in said.err


CONTRIBUTORS = """contributors:
- id: justice
  name: {zh: 司法局, en: justice bureau}
  measures: [pen-hearings, pen-list-items]
"""


@pytest.fixture
def asked(yifa, ledgers, tmp_path):
    """Forms sent out for what the ledgers do not tell: the folder, and the options for reading them back."""
    (tmp_path / "contributors.yaml").write_text(CONTRIBUTORS, encoding="utf-8")
    yifa("figures", "book", "2024", str(ledgers), "-o", str(tmp_path / "book"), lang="en")
    options = ["--book", str(tmp_path / "book" / "book.json"), "--contributors", str(tmp_path / "contributors.yaml")]
    said = yifa("figures", "request", "2024", "-o", str(tmp_path / "forms"), *options, lang="en")
    assert (said.code, said.out) == (0, "justice bureau: 2 figures asked, 0 of them with last year's value\n")
    return tmp_path / "forms", options


def fill_in(path, values):
    """Fill a form in as a contributor does; only cells that are open."""
    book = openpyxl.load_workbook(path)
    sheet = book.active
    heads = {cell.value: cell.column for cell in sheet[4]}
    for row in range(5, sheet.max_row + 1):
        id_ = sheet.cell(row, heads["Measure id"]).value
        given = {"This year": values[id_], "Filled in by": "张三", "Checked by": "李四"}
        for head, value in given.items():
            cell = sheet.cell(row, heads[head])
            assert not cell.protection.locked
            cell.value = value
    book.save(path)


def test_forms_are_sent_filled_in_and_stand_in_the_book(yifa, ledgers, asked, tmp_path):
    folder, options = asked
    fill_in(folder / "司法局" / "填报表.xlsx", {"pen-hearings": 1, "pen-list-items": 12})
    said = yifa("figures", "returned", "2024", str(folder), "-o", str(tmp_path / "back"), *options, lang="en")
    assert (said.code, said.out.splitlines()[0]) == (
        0,
        "2 figures reported, 0 doubts, 0 still missing from 0 contributors.",
    )
    reported = tmp_path / "back" / "reported.json"
    out = tmp_path / "with"
    yifa("figures", "book", "2024", str(ledgers), "-o", str(out), "--reported", str(reported), lang="en")
    told = {one["id"]: one for one in json.loads((out / "book.json").read_text(encoding="utf-8"))["figures"]}
    assert told["pen-hearings"]["value"] == "1"
    assert told["pen-hearings"]["reported"] == {
        "contributor": "justice",
        "file": "司法局/填报表.xlsx",
        "sheet": "Form",
        "cell": "I6",
        "person": "张三",
        "reviewer": "李四",
        "day": "",
        "source": "",
    } | {"cell": told["pen-hearings"]["reported"]["cell"]}
    assert re.fullmatch("I[56]", told["pen-hearings"]["reported"]["cell"])


def test_what_is_missing_and_doubtful_is_told(yifa, asked):
    folder, options = asked
    fill_in(folder / "司法局" / "填报表.xlsx", {"pen-hearings": "约3", "pen-list-items": None})
    (folder / "broken.xlsx").write_bytes(b"PK")
    said = yifa("figures", "returned", "2024", str(folder), *options, lang="en")
    assert said.code == 1
    assert "«约3» is not one exact number" in said.out
    assert "broken.xlsx is no form that can be read" in said.out
    assert "Still missing from justice bureau: 2" in said.out


def test_a_changed_book_is_refused(yifa, asked, tmp_path):
    book = tmp_path / "book" / "book.json"
    book.write_bytes(book.read_bytes().replace(b'"value":"3"', b'"value":"4"'))
    said = yifa("figures", "request", "2024", "-o", str(tmp_path / "again"), *asked[1], lang="en")
    assert said.code == 1
    assert "was changed after it was sealed" in said.err


def test_a_book_is_made_from_a_snapshot_as_from_the_ledgers(yifa, ledgers, tmp_path):
    kept = tmp_path / "kept"
    said = yifa("figures", "snapshot", str(ledgers), "-o", str(kept), "--as-of", "2024-12-31", lang="en")
    assert (said.code, said.out.splitlines()[-1]) == (0, str(kept))
    for name, folder in (("one", ledgers), ("other", kept)):
        again = yifa("figures", "book", "2024", str(folder), "-o", str(tmp_path / name), "--to", "json", lang="en")
        assert (again.code, again.out.splitlines()[-1]) == (0, str(tmp_path / name / "book.json"))
    assert (tmp_path / "one" / "book.json").read_bytes() == (tmp_path / "other" / "book.json").read_bytes()
    late = yifa("figures", "book", "2025", str(kept), "-o", str(tmp_path / "late"), lang="en")
    assert (late.code, late.err.count("reaches to 2024-12-31 only")) == (1, 1)


def test_a_form_of_a_book_that_there_is_not_is_a_usage_error(yifa, ledgers, tmp_path):
    said = yifa("figures", "book", "2024", str(ledgers), "-o", str(tmp_path / "o"), "--to", "docx", lang="en")
    assert (said.code, "docx is no form of a book" in said.err) == (2, True)
