import json
import os
import subprocess
import sys

import docx
import pytest

from yifa.oversight.reporting.canonical import opened, sealed

LEDGER = """案号,办案机关,立案日期,决定日期,处理结果,罚款金额（元）,处罚种类,结案日期
青市监罚〔2024〕1号,青屏县市场监督管理局,2024-01-05,2024-02-04,给予处罚,1000,罚款、警告,2024-02-20
青市监罚〔2024〕2号,青屏县市场监督管理局,2024-03-01,2024-03-11,给予处罚,0,警告,2024-03-30
"""
DRAFT = """---
主送机关：秦山市人民政府
发文机关：青屏县人民政府
印发机关：青屏县人民政府办公室
---

# 青屏县人民政府关于{{ 年度 }}年度法治政府建设情况的报告

现将有关情况报告如下：

## 一、主要举措和成效

作出行政处罚决定{{ pen-decided }}【不公开：尚在复核】，不予处罚{{ pen-spared }}【/不公开】。

## 二、存在的不足和原因

业务培训不够，主要是培训计划落实不到位。

## 三、党政主要负责人履行推进法治建设第一责任人职责情况

主要负责人亲自部署、过问、督办重点工作。

## 四、{{ 下年度 }}年主要安排

完成执法人员轮训。

## 五、其他需要报告的情况

没有其他需要报告的情况。

特此报告。
"""
ISSUE = ("--issue", "--number", "青政报〔2025〕3号", "--dated", "2025-01-20")


@pytest.fixture(scope="module")
def book(tmp_path_factory):
    """The book of two penalties, made once."""
    from yifa.interfaces.cli import run  # noqa: PLC0415 - the fixture that calls it is of one test

    folder = tmp_path_factory.mktemp("report")
    (folder / "ledgers").mkdir()
    (folder / "ledgers" / "行政处罚（普通程序、听证）.csv").write_text(LEDGER, encoding="utf-8")
    asked = ["figures", "book", "2024", str(folder / "ledgers"), "-o", str(folder / "book"), "--quiet"]
    run(asked, lang="en", calendars=folder / "calendars")
    return folder / "book" / "book.json"


@pytest.fixture
def report(tmp_path):
    path = tmp_path / "report" / "draft.md"
    path.parent.mkdir()
    path.write_text(DRAFT, encoding="utf-8")
    return path


def drafted(yifa, book, *options):
    return yifa("report", "draft", str(book), "--authority", "青屏县人民政府", *options, lang="en")


def test_a_draft_holds_tokens_and_with_numbers_the_numbers(yifa, book):
    said = drafted(yifa, book)
    assert (said.code, said.out.splitlines()[4]) == (
        0,
        "# 青屏县人民政府关于{{ 年度 }}年度法治政府建设情况的报告",
    )
    assert "作出行政处罚决定{{ pen-decided }}。" in said.out
    assert "作出行政处罚决定2件。" in drafted(yifa, book, "--numbers").out


def test_a_draft_is_asked_for_by_year_and_folder(yifa, book):
    asked = ("--authority", "青屏县人民政府")
    assert yifa("report", "draft", "2024", str(book.parent), *asked, lang="en").code == 0
    said = yifa("report", "draft", "2023", str(book.parent), *asked, lang="en")
    assert (said.code, "is the book of 2024" in said.err) == (1, True)


def test_a_draft_is_written_with_its_sources_and_checked(yifa, book, tmp_path):
    path = tmp_path / "draft.md"
    said = drafted(yifa, book, "-o", str(path), "--addressee", "秦山市人民政府")
    assert said.code == 0
    assert "normative documents issued" in said.out
    assert "Sentences left out because nothing is known of: " in said.out
    assert json.loads((tmp_path / "draft.sources.json").read_bytes())["year"] == 2024
    text = path.read_text(encoding="utf-8")
    path.write_text(text.replace("{{ pen-decided }}", "3件"), encoding="utf-8")
    said = yifa("report", "check", str(path), "--book", str(book), lang="en")
    assert said.code == 1
    assert "全年作出行政处罚决定【3件】" in said.out
    assert "【待补：制定行政规范性文件】" in said.out


def test_a_draft_that_was_edited_is_not_written_over(yifa, book, tmp_path):
    path = tmp_path / "draft.md"
    drafted(yifa, book, "-o", str(path))
    assert drafted(yifa, book, "-o", str(path)).code == 0
    path.write_text("# 改过\n", encoding="utf-8")
    said = drafted(yifa, book, "-o", str(path))
    assert (said.code, "has been edited since it was drafted" in said.err) == (1, True)
    assert path.read_text(encoding="utf-8") == "# 改过\n"
    assert drafted(yifa, book, "-o", str(path), "--overwrite").code == 0


def test_sources_changed_by_hand_are_refused(yifa, book, tmp_path):
    path = tmp_path / "draft.md"
    drafted(yifa, book, "-o", str(path))
    sources = tmp_path / "draft.sources.json"
    sources.write_bytes(sources.read_bytes().replace(b"2024", b"2023"))
    said = yifa("report", "check", str(path), "--book", str(book), lang="en")
    assert (said.code, "was changed by hand" in said.err) == (1, True)


def test_a_draft_is_bound_to_another_book_and_to_late_papers(yifa, book, tmp_path):
    path = tmp_path / "draft.md"
    drafted(yifa, book, "-o", str(path))
    other = tmp_path / "other" / "book.json"
    other.parent.mkdir()
    data = opened(book.read_bytes())
    for one in data["figures"]:
        if one["id"] == "pen-decided":
            one["value"] = "3"
    other.write_bytes(sealed(data))
    said = yifa("report", "check", str(path), "--book", str(other), lang="en")
    assert "the draft was made from another figure book" in said.out
    paper = docx.Document()
    paper.add_heading("主要举措和成效", 1)
    paper.add_paragraph("完成审计项目62个。")
    (tmp_path / "forms" / "审计局").mkdir(parents=True)
    paper.save(tmp_path / "forms" / "审计局" / "素材.docx")
    asked = ("--book", str(other), "--materials", str(tmp_path / "forms"))
    said = yifa("report", "update", str(path), *asked, lang="en")
    assert said.code == 0
    assert said.out.splitlines()[:2] == [
        "  penalties decided: 2件 → 3件",
        "【素材：审计局】完成审计项目{{ 62个 @审计局#1 }}。",
    ]
    said = yifa("report", "check", str(path), "--book", str(other), lang="en")
    assert "another figure book" not in said.out


def test_a_token_of_another_book_is_told(yifa, book, tmp_path):
    path = tmp_path / "draft.md"
    path.write_text("受理{{ rec-accepted }}。\n", encoding="utf-8")
    said = yifa("report", "check", str(path), "--book", str(book), lang="en")
    assert said.code == 1
    assert "{{ rec-accepted }} is a token the book has no figure for" in said.err


def test_what_is_no_book_is_refused(yifa, tmp_path):
    path = tmp_path / "book.json"
    path.write_text("{}", encoding="utf-8")
    said = drafted(yifa, path)
    assert said.code == 1
    assert "is no figure book" in said.err
    lost = yifa("report", "check", str(path), lang="en")
    assert lost.code == 1


def test_the_papers_of_a_draft_are_written(yifa, book, report):
    said = yifa("report", "render", str(report), "--book", str(book), lang="en")
    assert said.code == 0
    assert sorted(one.name for one in (report.parent / "papers").iterdir()) == [
        "工作稿.docx",
        "工作稿.html",
        "工作稿.pdf",
    ]
    said = yifa("report", "render", str(report), "--book", str(book), "--to", "docx", "--cut", "public", lang="en")
    assert (said.code, said.out.split()[-1].endswith("公开稿.docx")) == (0, True)
    said = yifa("report", "render", str(report), "--book", str(book), "--to", "odt", lang="en")
    assert (said.code, "odt is no form of paper" in said.err) == (1, True)


def issue(yifa, book, report, *more):
    return yifa("report", "render", str(report), "--book", str(book), *ISSUE, *more, lang="en")


def test_a_report_is_issued_only_when_somebody_answers_for_every_point(yifa, book, report):
    report.write_text(DRAFT.replace("亲自部署", "主持会议4次，亲自部署"), encoding="utf-8")
    refused = issue(yifa, book, report)
    assert refused.code == 1
    assert "Not issued: 1 points are left." in refused.out
    assert not (report.parent / "issued").exists()
    key = refused.out.split("[")[1].split("]")[0]
    asked = ("--book", str(book), "--by", "林某", "--post", "县司法局局长", "--reason", "据会议纪要")
    wrong = yifa("report", "release", str(report), "untraced-000000", *asked, lang="en")
    assert (wrong.code, "the check found no point untraced-000000" in wrong.err) == (1, True)
    released = yifa("report", "release", str(report), key, *asked, "--day", "2025-01-19", lang="en")
    assert "县司法局局长 林某 answers for 1 points; 0 are left." in released.out
    said = yifa("report", "check", str(report), "--book", str(book), lang="en")
    assert (said.code, "县司法局局长 林某: 据会议纪要" in said.out) == (0, True)
    assert issue(yifa, book, report).code == 0
    manifest = json.loads((report.parent / "issued" / "manifest.json").read_bytes())
    assert [(one["by"], one["reason"]) for one in manifest["releases"]] == [("林某", "据会议纪要")]
    assert [(one["reason"], one["words"]) for one in manifest["withheld"]] == [
        ("尚在复核", "，不予处罚{{ pen-spared }}")
    ]


def test_what_cannot_be_answered_for_must_be_mended(yifa, book, report):
    report.write_text(DRAFT.replace("完成执法", "【待补：安排】完成执法"), encoding="utf-8")
    refused = issue(yifa, book, report)
    key = refused.out.split("[")[1].split("]")[0]
    asked = ("--book", str(book), "--by", "林某", "--post", "局长", "--reason", "急")
    said = yifa("report", "release", str(report), key, *asked, lang="en")
    assert (said.code, "nobody can answer for this" in said.err) == (1, True)


def test_an_issue_needs_a_number_and_a_day(yifa, book, report):
    said = yifa("report", "render", str(report), "--book", str(book), "--issue", lang="en")
    assert (said.code, "a number and a day" in said.err) == (1, True)


def test_an_issued_report_is_verified_and_every_change_found(yifa, book, report):
    assert issue(yifa, book, report).code == 0
    folder = report.parent / "issued"
    assert sorted(one.name for one in folder.iterdir()) == sorted(
        ["报送稿.docx", "报送稿.pdf", "报送稿.html", "公开稿.docx", "公开稿.pdf", "公开稿.html", "档案页.pdf",
         "manifest.json", "kept"]
    )  # fmt: skip
    said = yifa("report", "verify", str(folder), lang="en")
    assert (said.code, said.out) == (0, "7 files are as they were issued; the text comes out the same again.\n")
    page = folder / "公开稿.html"
    page.write_bytes(page.read_bytes() + b" ")
    said = yifa("report", "verify", str(folder), lang="en")
    assert (said.code, said.out) == (1, "  ▲ 公开稿.html is missing or was changed\n")
    (folder / "kept" / "draft.md").write_text("#", encoding="utf-8")
    assert "kept/draft.md" in yifa("report", "verify", str(folder), lang="en").out
    manifest = folder / "manifest.json"
    manifest.write_bytes(manifest.read_bytes().replace("〔2025〕3号".encode(), "〔2025〕4号".encode()))
    assert yifa("report", "verify", str(folder), lang="en").code == 1


def test_an_edited_document_comes_back_into_the_draft(yifa, book, report):
    yifa("report", "render", str(report), "--book", str(book), "--to", "docx", lang="en")
    path = report.parent / "papers" / "工作稿.docx"
    document = docx.Document(path)
    last = next(one for one in document.paragraphs if "特此报告" in one.text)
    last.runs[0].text = "全年培训3期。特此报告。"
    document.save(path)
    new = report.parent / "draft-2.md"
    said = yifa("report", "reconcile", str(path), str(report), "--book", str(book), "-o", str(new), lang="en")
    assert said.code == 1
    assert "3期 was typed" in said.out
    assert new.read_text(encoding="utf-8") == DRAFT.replace("特此报告", "全年培训3期。特此报告")
    said = yifa("report", "reconcile", str(report), str(report), "--book", str(book), lang="en")
    assert (said.code, "is no Word document" in said.err) == (1, True)


PLACES = (
    {"LC_ALL": "C", "TZ": "Asia/Shanghai", "POLARS_MAX_THREADS": "1", "RAYON_NUM_THREADS": "1"},
    {"LC_ALL": "C.UTF-8", "TZ": "America/New_York", "POLARS_MAX_THREADS": "4", "RAYON_NUM_THREADS": "4"},
)


@pytest.mark.slow
def test_book_and_papers_are_the_same_bytes_on_another_locale_time_zone_and_thread_count(book, report):
    """The whole way from ledgers to issued papers, in two processes that share no setting."""
    made = []
    for number, place in enumerate(PLACES):
        folder = report.parent / str(number)
        environment = {**os.environ, **place, "YIFA_HOME": str(folder), "PYTHONHASHSEED": str(number + 1)}
        own = folder / "report" / "draft.md"
        own.parent.mkdir(parents=True)
        own.write_text(DRAFT, encoding="utf-8")
        ledgers, out = book.parents[1] / "ledgers", folder / "report" / "book"
        for asked in (
            ["figures", "book", "2024", str(ledgers), "-o", str(out), "--quiet"],
            ["report", "render", str(own), *ISSUE, "-o", str(folder / "issued")],
        ):
            command = [sys.executable, "-c", "from yifa.project.command import main; main()", *asked]
            subprocess.run(command, env=environment, check=True, capture_output=True)
        files = [*sorted((folder / "issued").rglob("*")), out / "book.json"]
        made.append({one.relative_to(folder): one.read_bytes() for one in files if one.is_file()})
    assert made[0].keys() == made[1].keys()
    assert [name for name in made[0] if made[0][name] != made[1][name]] == []
