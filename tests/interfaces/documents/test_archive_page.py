from tests.interfaces.documents.measured import glyphs, pages
from tests.interfaces.documents.papers import text
from tests.oversight.reporting.drafts import ISSUE, checked, figures
from yifa.interfaces.documents.archive_page import archive_page
from yifa.interfaces.documents.fonts import find_fonts
from yifa.oversight.reporting.releasing import Release


def test_the_archive_page_says_who_answers_for_what_and_what_was_withheld():
    done = checked(text(), issue=ISSUE)
    release = Release("untraced-1", "组织学习【9次】", "林某", "县政府办公室主任", "据会议纪要", "2025-01-19")
    asked = {
        "year": 2024, "book": "5" * 64, "files": {"报送稿.docx": "a" * 64}, "releases": [release],
        "fonts": find_fonts(None),
    }  # fmt: skip
    made = archive_page(done, figures(), **asked)
    words = "".join(one.text for page in range(pages(made)) for one in glyphs(made, page))
    for told in (
        "青政报〔2025〕3号",
        "2025年1月20日",
        "组织学习【9次】",
        "林某",
        "据会议纪要",
        "2025-01-19",
        "报送稿.docx",
    ):
        assert told in words
    assert "；平均审理时间36.5天" in words
    assert "尚未核定" in words
    assert archive_page(done, figures(), **asked) == made
    nothing = archive_page(checked(text().replace("【不公开：尚未核定】", "").replace("【/不公开】", ""), issue=ISSUE), figures(), **{**asked, "releases": []})  # fmt: skip # noqa: E501
    plain = "".join(one.text for one in glyphs(nothing, 0))
    assert "核验没有发现问题" in plain
    assert "公开稿与报送稿内容相同" in plain
