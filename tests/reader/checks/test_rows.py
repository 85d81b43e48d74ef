"""Sentences as rows: the words between figures, brackets, and numbers that only describe the next."""

from __future__ import annotations

from tests.reader.checks.passages import document
from yifa.reader.checks.rows import Sheet, comparable, even, same_unit


def test_words_are_made_even() -> None:
    assert even("其中 ，“甲”（乙）：丙；丁") == "其中,甲(乙):丙;丁"


def test_a_row_holds_the_words_before_and_behind_each_figure() -> None:
    (row,) = Sheet(document("全年共受理{120件}案件，其中涉企{30件}。")).rows
    assert [(spot.lead, spot.label, spot.clause, spot.follows, spot.words) for spot in row.spots] == [
        ("全年共受理", "全年共受理", "全年共受理", "案件", "全年共受理件案件"),
        ("案件,其中涉企", "其中涉企", "其中涉企", "", "其中涉企件"),
    ]


def test_brackets_are_counted() -> None:
    (row,) = Sheet(document("办理{9件}（处罚{5件}（含简易{2件}）、强制{4件}），共{9件}。")).rows
    assert [spot.depth for spot in row.spots] == [0, 1, 2, 1, 0]


def test_a_number_that_only_describes_hands_its_clause_on() -> None:
    (row,) = Sheet(document("窗口统一受理{14个}单位的{79项}事项。")).rows
    first, second = row.spots
    assert (first.describes, second.describes, second.clause) == (True, False, "窗口统一受理个单位的")


def test_the_sentence_before_is_known_within_a_paragraph_only() -> None:
    rows = Sheet(document("甲{1件}。乙{2件}。\n丙{3件}。")).rows
    assert [row.before and row.before.number for row in rows] == [None, 0, None]


def test_dates_and_codes_stay_among_the_words() -> None:
    (row,) = Sheet(document("2022年文号〔2022〕6号共{3件}。")).rows
    assert [spot.lead for spot in row.spots] == ["2022年文号(2022)6号共"]


def test_units_that_count_the_same() -> None:
    figures = document("{1件}{2宗}{3人}{4名}{5个}{6项}{7}{8%}").figures
    assert [same_unit(figures[0], one) for one in figures] == [True, True] + [False] * 6
    assert [comparable(figures[4], one) for one in figures] == [True] + [False] * 3 + [True] * 3 + [False]
