"""The page of a report: its text, and what each number opens."""

from __future__ import annotations

import re
from copy import deepcopy

import pytest
from lxml import html as markup

from tests.interfaces.documents.papers import laid, text
from tests.interfaces.leaflets.messages_said import LITERAL, asset, messages_of
from tests.oversight.reporting.drafts import ISSUE, book, checked, drafted, figures, rows
from yifa.interfaces.leaflets import report_page
from yifa.interfaces.leaflets.report_words import COUNTED, SAID
from yifa.oversight.reporting.cuts import Cut
from yifa.oversight.reporting.laid_out import lay_out


@pytest.fixture(scope="module")
def folder(tmp_path_factory):
    path = tmp_path_factory.mktemp("book")
    (path / "rows").mkdir()
    for id_, file in rows().items():
        (path / "rows" / f"{id_}.csv").write_bytes(file)
    return path


def page(cut, folder, **more):
    of = laid(cut, issued=cut is not Cut.WORKING)
    return report_page.render(of, book(), folder, sources=drafted().sources, seal="5" * 64, **more)


@pytest.fixture(scope="module")
def sent(folder):
    return markup.fromstring(page(Cut.SUBMITTED, folder))


@pytest.fixture(scope="module")
def public(folder):
    return page(Cut.PUBLIC, folder)


def words(node, tag="zh"):
    """What a node says in one language."""
    plain = deepcopy(node)
    for hidden in plain.xpath(f".//*[@class='{'en' if tag == 'zh' else 'zh'}']"):
        hidden.drop_tree()
    return " ".join(plain.text_content().split())


def opened(root, number):
    """What the number opens that stands behind some words of the text."""
    (link,) = root.xpath(f"(//a[@class='num'][contains(preceding-sibling::text()[1], '{number}')])[1]")
    (entry,) = root.xpath(f"//section[@id='{link.get('href')[1:]}']")
    return link, entry


def test_every_number_opens_an_entry_that_leads_back(sent):
    links = sent.xpath("//article//a[@class='num']")
    assert links
    for link in links:
        (entry,) = sent.xpath(f"//section[@id='{link.get('href')[1:]}']")
        places = entry.xpath(".//dd[@class='places']/a/@href")
        assert f"#{link.get('id')}" in places or len(places) == report_page.PLACES
    assert len(sent.xpath("//aside/section[@class='entry']")) == len({link.get("href") for link in links})


def test_a_figure_of_the_book_shows_meaning_last_year_and_rows(sent):
    link, entry = opened(sent, "全年作出行政处罚决定")
    assert link.text == "2件"
    told = words(entry)
    for part in ("作出行政处罚 2件", "口径", "上年", "1件", "+100%", "取自台账", "青屏县市场监督管理局"):
        assert part in told
    assert "penalties" in words(entry, "en")
    _, counted = opened(sent, "受理")
    (rows_,) = counted.xpath(".//table[@class='rows']")
    assert "〔2024〕2号 台账.xlsx 案件 3" in words(rows_)


def test_a_number_that_an_office_wrote_shows_its_paper_and_who_signed(sent):
    _, entry = opened(sent, "完成审计项目")
    told = words(entry)
    for part in ("审计局", "62个", "素材.docx", "周某", "吴某", "2025-01-08", "完成审计项目62个，移送"):
        assert part in told


def test_the_page_that_is_published_has_no_rows_no_persons_and_nothing_withheld(public):
    assert "周某" not in public
    assert "〔2024〕1号" not in public
    assert "尚未核定" not in public
    assert "rec-days" not in public
    assert "审计局" in public


def test_the_working_copy_shows_marks_and_what_the_check_found(folder):
    found = checked(text() + "\n另有7件。\n", issue=ISSUE).points
    left_out = laid(Cut.PUBLIC).withheld
    both = list(zip(found, found, strict=True))
    root = markup.fromstring(page(Cut.WORKING, folder, points=both, withheld=left_out))
    assert "【不公开：尚未核定】" in [mark.text for mark in root.xpath("//mark")]
    points, withheld = root.xpath("//section[@class='points']")
    assert found[0].key in words(points)
    assert "不公开：尚未核定" in words(withheld)


def test_what_goes_out_shows_neither(sent):
    assert not sent.xpath("//section[@class='points'] | //mark")


def test_words_of_a_draft_cannot_become_markup(folder):
    evil = text().replace("特此报告", '<img src=x onerror="alert(1)">')
    of = lay_out(evil, figures(), 2024, of=Cut.PUBLIC)
    page_ = report_page.render(of, book(), folder, sources=drafted().sources)
    assert "<img" not in page_
    assert "&lt;img" in page_


def test_the_page_is_one_file_that_names_no_address(public):
    assert not re.search(r"https?://|src=|<link|@import|url\(", public)
    assert public.count("<script") == 2


def test_scripts_and_template_say_only_messages_that_travel_with_the_page():
    said = messages_of(report_page.SCRIPTS, "report.html")
    assert (said.said | said.placed, said.counted) == (set(SAID), set(COUNTED))


@pytest.mark.parametrize("kind", ["js", "css"])
def test_assets_keep_to_an_old_chromium(kind):
    names = ["report"] if kind == "js" else ["report", "report-media"]
    source = "\n".join(asset(f"{name}.{kind}") for name in names)
    if kind == "js":
        plain = re.sub(LITERAL, "", source)
        assert not re.search(r"\?\?=|\|\|=|\.at\(|replaceAll|structuredClone|\.flatMap\(|#\w+ *=", plain)
    else:
        assert not re.search(
            r":has\(|@layer|@container|\binset\b|(?<!grid-)(?<!column-)\bgap:|:is\(|:where\(|&", source
        )
