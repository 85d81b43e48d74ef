"""Every turning point of a sentence, and every one of the corpus with and without its figures."""

from fractions import Fraction

import pytest

from yifa.law.catalogue.measures import measure
from yifa.law.catalogue.report_outline import Pattern, outline
from yifa.oversight.reporting.sentences import Said, say_pattern, turn
from yifa.oversight.reporting.tokens import BookFigure, filled

PATTERN = Pattern(
    of="rec-received",
    text="收到{rec-received}[，{~rec-received}]，受理{rec-accepted}[，纠错率{rec-correction-rate}]。",
    zero="没有收到。",
)


def figure(id_, value, earlier=None):
    of = measure(id_)
    value = Fraction(value)
    if earlier is None:
        return BookFigure(id_, of.name.zh, of.kind, of.unit, value)
    difference = value - earlier
    percent = difference / earlier * 100 if earlier and of.kind != "percent" else None
    return BookFigure(id_, of.name.zh, of.kind, of.unit, value, difference, percent)


def said(*figures):
    held = {one.id: one for one in figures}
    return filled(say_pattern(PATTERN, held).text, held)


@pytest.mark.parametrize(
    ("value", "earlier", "text"),
    [
        (110, 100, "收到110件，同比增长10%，受理9件。"),
        (90, 100, "收到90件，同比下降10%，受理9件。"),
        (100, 100, "收到100件，与上年持平，受理9件。"),
        (7, 0, "收到7件，上年为零，受理9件。"),
        (7, None, "收到7件，受理9件。"),
        (0, 5, "没有收到。"),
        (0, None, "没有收到。"),
    ],
)
def test_a_sentence_turns_on_growth_decline_nought_and_the_first_year(value, earlier, text):
    assert said(figure("rec-received", value, earlier), figure("rec-accepted", 9)) == text


@pytest.mark.parametrize(
    ("value", "earlier", "text"),
    [(12, 10, "比上年提高2个百分点"), (9, 10, "比上年下降1个百分点"), (10, 10, "与上年持平")],
)
def test_a_rate_turns_in_points(value, earlier, text):
    one = figure("lit-head-rate", value, earlier)
    assert filled(turn(one), {one.id: one}) == text


def test_what_is_optional_is_left_out_where_its_figure_is_missing():
    both = figure("rec-received", 9), figure("rec-accepted", 9)
    assert said(*both) == "收到9件，受理9件。"
    assert said(*both, figure("rec-correction-rate", Fraction(25, 2))) == "收到9件，受理9件，纠错率12.5%。"


def test_beside_an_office_that_tells_it_already_only_the_rest_is_said():
    pattern = Pattern(
        of="lgc-counsel", text="聘请顾问{lgc-counsel}。", beside="[配备公职律师{lgc-public-lawyers}。]", extra=True
    )
    held = {one.id: one for one in (figure("lgc-counsel", 9), figure("lgc-public-lawyers", 3))}
    both = held | {"lgc-public-lawyers": figure("lgc-public-lawyers", 0)}
    told = [say_pattern(pattern, those, {"lgc-counsel"}).text for those in (held, both)]
    assert [filled(text, held) for text in told] == ["配备公职律师3名。", ""]


def test_a_figure_that_is_needed_and_missing_is_a_gap():
    assert say_pattern(PATTERN, {"rec-received": figure("rec-received", 9)}) == Said(
        "【待补：受理行政复议案件】", ("rec-accepted",)
    )


PATTERNS = [one for part in outline().parts for chapter in part.chapters for one in chapter.sentences]


@pytest.mark.parametrize("pattern", PATTERNS, ids=lambda one: one.of)
@pytest.mark.parametrize("earlier", [None, 0, 5, 8, 11])
def test_every_sentence_of_the_outline_is_whole_at_every_turn(pattern, earlier):
    held = {id_: figure(id_, 8, earlier) for id_ in pattern.named}
    for kept in (held, {id_: one for id_, one in held.items() if f"[，{{{id_}}}" not in pattern.text}):
        beside = filled(say_pattern(pattern, kept, {pattern.of}).text, kept)
        assert not beside or beside.endswith(("。", "】"))
        text = filled(say_pattern(pattern, kept).text, kept) + beside
        assert text.endswith(("。", "】"))
        assert not any(sign in text for sign in ("，，", "，。", "；。", "{", "[", "（）"))
