import pytest

LEDGER = """案号,办案机关,立案日期,决定日期,处理结果,罚款金额（元）,处罚种类,结案日期
青市监罚〔2024〕1号,青屏县市场监督管理局,2024-01-05,2024-02-04,给予处罚,1000,罚款、警告,2024-02-20
青市监罚〔2024〕2号,青屏县市场监督管理局,2024-03-01,2024-03-11,给予处罚,0,警告,2024-03-30
"""


@pytest.fixture
def book(yifa, tmp_path):
    folder = tmp_path / "ledgers"
    folder.mkdir()
    (folder / "行政处罚（普通程序、听证）.csv").write_text(LEDGER, encoding="utf-8")
    yifa("figures", "book", "2024", str(folder), "-o", str(tmp_path / "book"), lang="en")
    return tmp_path / "book" / "book.json"


def drafted(yifa, book, *options):
    return yifa("report", "draft", str(book), "--authority", "青屏县人民政府", *options, lang="en")


def test_a_draft_holds_tokens_and_with_numbers_the_numbers(yifa, book):
    said = drafted(yifa, book)
    assert (said.code, said.out.splitlines()[0]) == (0, "# 青屏县人民政府2024年度法治政府建设情况报告")
    assert "作出行政处罚决定{{ pen-decided }}；不予行政处罚{{ pen-spared }}。" in said.out
    assert "作出行政处罚决定2件；不予行政处罚0件。" in drafted(yifa, book, "--numbers").out


def test_a_check_tells_what_is_untraced_and_what_is_missing(yifa, book, tmp_path):
    path = tmp_path / "draft.md"
    said = drafted(yifa, book, "-o", str(path))
    assert said.code == 0
    assert "normative documents issued" in said.out
    text = path.read_text(encoding="utf-8")
    path.write_text(text.replace("{{ pen-decided }}", "3件"), encoding="utf-8")
    said = yifa("report", "check", str(path), "--book", str(book), lang="en")
    assert said.code == 1
    assert "untraced: " in said.out
    assert "【3件】" in said.out
    assert "【待补：制定行政规范性文件】" in said.out


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
