"""The pages of a report, measured against GB/T 9704-2012."""

from itertools import pairwise
from pathlib import Path

import numpy as np
import pytest

from tests.interfaces.documents.measured import MM, Glyph, glyphs, lines, pages, picture, png, read_png, size_of
from tests.interfaces.documents.papers import laid, short
from yifa.interfaces.documents import layout
from yifa.interfaces.documents.fonts import find_fonts, tell_replaced
from yifa.interfaces.documents.report_pdf import report_pdf
from yifa.oversight.reporting.cuts import Cut
from yifa.wording import language

GOLDEN = Path(__file__).with_name("golden")


@pytest.fixture(scope="module")
def sent():
    return report_pdf(laid(Cut.SUBMITTED), find_fonts(None))


@pytest.fixture(scope="module")
def public():
    return report_pdf(laid(Cut.PUBLIC), find_fonts(None))


def body(pdf, page):
    return lines(glyphs(pdf, page), layout.BODY)


def test_the_page_and_the_text_area_are_those_of_the_standard(public):
    assert size_of(public) == pytest.approx(layout.PAGE, abs=0.1)
    every = [glyph for page in range(pages(public) - 2) for line in body(public, page) for glyph in line]
    assert min(one.left for one in every) == pytest.approx(28, abs=1)
    assert max(one.right for one in every) == pytest.approx(28 + 156, abs=1)
    assert min(one.top for one in every) == pytest.approx(37, abs=1)
    below_the_last_line = (layout.LINE_PITCH - layout.BODY) * MM
    assert 37 + 225 - below_the_last_line - 1 < max(one.bottom for one in every) < 37 + 225 + 1


def test_a_full_page_has_22_lines_of_equal_distance(sent):
    full = body(sent, 1)
    assert len(full) == 22
    between = {round((after[0].base - before[0].base) / MM, 2) for before, after in pairwise(full)}
    assert between == {layout.LINE_PITCH}


def test_a_full_line_has_28_characters(public):
    every = [line for page in range(pages(public) - 2) for line in body(public, page)]
    of_han = [len(line) for line in every if all("\u4e00" <= one.text <= "\u9fff" for one in line)]
    assert max(of_han) == 28
    assert of_han.count(28) >= 5


def test_the_title_is_larger_in_the_middle_and_broken_on_the_sense(public):
    title = lines(glyphs(public, 0), layout.TITLE)
    assert ["".join(one.text for one in line) for line in title] == [
        "青屏县人民政府",
        "关于2024年度法治政府建设情况的报告",
    ]
    for line in title:
        assert (line[0].left + line[-1].right) / 2 == pytest.approx(28 + 156 / 2, abs=1)


def test_page_numbers_stand_outside_seven_millimetres_below(public):
    for page in (0, 1):
        own = [one for one in glyphs(public, page) if one.size == layout.SMALL]
        assert "".join(one.text for one in own) == f"—{page + 1}—"
        assert own[0].bottom == pytest.approx(37 + 225 + 7, abs=0.5)
        indent = layout.BODY * MM
        if page == 0:
            assert own[-1].right == pytest.approx(28 + 156 - indent, abs=0.5)
        else:
            assert own[0].left == pytest.approx(28 + indent, abs=0.5)


def test_the_head_stands_where_the_standard_puts_it(sent, public):
    def words(some):
        return "".join(one.text for one in some)

    first = glyphs(sent, 0)
    mark = [one for one in first if one.size > layout.TITLE]
    assert words(mark) == "青屏县人民政府"
    assert min(one.top for one in mark) == pytest.approx(37 + 35, abs=1)
    number, *_ = lines(first, layout.BODY)
    assert words(number) == "青政报〔2025〕3号签发人：林某"
    assert number[0].left == pytest.approx(28 + layout.BODY * MM, abs=1)
    assert not [one for one in glyphs(public, 0) if one.size > layout.TITLE]


def end_of(pdf):
    """The line at the very end of the last page."""
    last = glyphs(pdf, pages(pdf) - 1)
    (end,) = (line for line in lines(last, layout.SMALL) if "印发" in "".join(one.text for one in line))
    return end


def test_the_end_stands_at_the_foot_of_the_last_page_which_is_even(sent):
    end = end_of(sent)
    assert "".join(one.text for one in end) == "青屏县人民政府办公室2025年1月20日印发"
    assert end[0].bottom == pytest.approx(37 + 225, abs=5)
    assert pages(sent) % 2 == 0


def test_an_end_for_which_no_room_is_left_stands_at_the_foot_of_a_page_of_its_own_without_a_number():
    pdf = report_pdf(short(47), find_fonts(None))
    assert pages(pdf) == 4
    assert {one.size for one in glyphs(pdf, 3)} == {layout.SMALL}
    assert end_of(pdf)[0].bottom == pytest.approx(37 + 225, abs=5)
    assert "—" not in _text(glyphs(pdf, 3))


def test_the_head_of_a_table_stands_on_every_page_of_it(public):
    small = [_text([one for one in glyphs(public, page) if one.size == 12]) for page in range(pages(public))]
    with_rows = [text for text in small if "作出行政处罚" in text]
    assert len(with_rows) > 1
    assert all(text.startswith("指标数值") for text in with_rows)


def test_the_signature_never_stands_on_a_page_without_text(public):
    page = next(page for page in range(pages(public)) if "2025年1月20日" in _text(glyphs(public, page)))
    assert "特此报告" in _text(glyphs(public, page))


def _text(of: list[Glyph]) -> str:
    return "".join(one.text for one in of)


def test_what_is_withheld_stands_in_no_published_page(sent, public):
    def whole(pdf):
        return "".join(_text(glyphs(pdf, page)) for page in range(pages(pdf)))

    assert "平均审理时间" in whole(sent)
    assert "平均审理时间" not in whole(public)


def test_the_same_cut_gives_the_same_bytes(public):
    assert report_pdf(laid(Cut.PUBLIC), find_fonts(None)) == public
    assert b"20250120" in public


def test_it_is_made_to_be_kept(public):
    assert b"<pdfaid:part>2</pdfaid:part>" in public
    assert b"<pdfaid:conformance>A</pdfaid:conformance>" in public


def test_fonts_that_were_replaced_are_told_in_one_line():
    fonts = find_fonts(None)
    told = tell_replaced(fonts, language("en"))
    assert "\n" not in told
    assert all(office in told for office, _ in fonts.replaced)
    assert bool(told) == bool(fonts.replaced)


@pytest.mark.slow
@pytest.mark.parametrize(("name", "page"), [("first", 0), ("second", 1)])
def test_pages_look_as_they_looked(sent, name, page, tmp_path):
    """Pictures at 60 dots an inch, with the free fonts of the golden ones; the edges of letters may be a shade off."""
    if "Noto Serif CJK SC" not in find_fonts(None).families.values():
        pytest.skip("the golden pages are set in Noto Serif CJK SC")
    drawn = picture(sent, page)
    (tmp_path / f"{name}.png").write_bytes(png(drawn))
    golden = read_png((GOLDEN / f"{name}.png").read_bytes())
    assert drawn.shape == golden.shape
    assert np.abs(drawn.astype(int) - golden.astype(int)).mean() < 1.5
    other = picture(sent, 1 - page)
    assert np.abs(other.astype(int) - golden.astype(int)).mean() > 5
