from fractions import Fraction

import pytest

from yifa.oversight.reporting.tokens import (
    BookFigure,
    Token,
    Traced,
    UnknownToken,
    change_text,
    filled,
    quoting,
    read_tokens,
    token,
    token_of,
    traced,
    value_text,
)


def figure(kind, unit, value, difference=None, percent=None, earlier=None):
    return BookFigure("rec-accepted", "", kind, unit, Fraction(value), difference, percent, earlier=earlier)


@pytest.mark.parametrize(
    ("kind", "unit", "value", "text"),
    [
        ("count", "件", 1203, "1203件"),
        ("percent", "%", Fraction(200, 3), "66.67%"),
        ("amount", "元", 9999, "9999元"),
        ("amount", "元", 10000, "1万元"),
        ("amount", "元", Fraction(547784000, 100), "547.78万元"),
        ("amount", "元", 187000000, "1.87亿元"),
        ("duration", "天", Fraction(140, 3), "46.7天"),
    ],
)
def test_a_figure_is_written_as_reports_write_it(kind, unit, value, text):
    assert value_text(figure(kind, unit, value)) == text


def test_a_change_is_written_without_its_direction():
    assert change_text(figure("count", "件", 9, Fraction(-1), Fraction(-10))) == "10%"
    assert change_text(figure("percent", "%", 9, Fraction(-3, 2))) == "1.5个百分点"
    assert change_text(figure("count", "件", 9, Fraction(9))) == "9件"


def test_a_filled_text_knows_where_each_number_came_from():
    held = {"rec-accepted": figure("count", "件", 85, Fraction(5), Fraction(25, 4), Fraction(80))}
    text = f"受理{token('rec-accepted')}，增长{token('rec-accepted', 'change')}（{token('rec-accepted', 'earlier')}）。"
    assert traced(text, held) == (
        "受理85件，增长6.3%（80件）。",
        [
            Traced(2, 5, "rec-accepted"),
            Traced(8, 12, "rec-accepted", "change"),
            Traced(13, 16, "rec-accepted", "earlier"),
        ],
    )


def test_years_and_quoted_numbers_need_no_book():
    text = f"{token('年度', 'year')}年{quoting('62个', '审计局', 3)}，{token('下年度', 'year')}年。"
    assert text == "{{ 年度 }}年{{ 62个 @审计局#3 }}，{{ 下年度 }}年。"
    assert filled(text, {}, 2024) == "2024年62个，2025年。"
    assert [one.tag for one in read_tokens(text)] == ["年度", "@审计局#3", "下年度"]


@pytest.mark.parametrize("tag", ["rec-accepted", "rec-accepted.change", "rec-accepted.earlier", "年度"])
def test_a_tag_leads_back_to_its_token(tag):
    (one,) = read_tokens(token_of(tag, "85件"))
    assert one.tag == tag
    assert list(read_tokens(token_of("@审计局#3", "62个"))) == [Token(0, 16, "quoted", "审计局", "62个", 3)]


@pytest.mark.parametrize(
    "text", ["{{ rec-upheld }}", "{{ rec-accepted.change }}", "{{ rec-accepted.last }}", "{{ 年份 }}", "{{ }}"]
)
def test_a_token_without_a_figure_is_told(text):
    with pytest.raises(UnknownToken):
        traced(text, {"rec-accepted": figure("count", "件", 85)}, 2024)
