from fractions import Fraction

import pytest

from yifa.law.catalogue.contributors import Contributor, contributors
from yifa.law.catalogue.measures import measure
from yifa.law.figures import Period
from yifa.oversight.reporting.last_year import Earlier, Origin
from yifa.oversight.reporting.reported_data import read_reported, reported_data
from yifa.oversight.reporting.request_form import COLUMNS
from yifa.oversight.reporting.requesting import requests
from yifa.oversight.reporting.returned import Doubt, Doubtful, Sheet, exact_value, read_forms

JUSTICE = Contributor.model_validate(
    {"id": "justice", "name": {"zh": "司法局", "en": "justice bureau"}, "measures": ["med-handled", "aid-*"]}
)
YEAR = Period.year(2025)
LAST = {"med-handled": Earlier(Fraction(100), Origin.REPORT), "aid-cases": Earlier(Fraction(40), Origin.REPORT)}
ASKED = requests(YEAR, [JUSTICE], published=LAST, only_published=True)
HEADS = [column.zh for column in COLUMNS]


def form(*rows, unit="司法局", file="司法局/填报表.xlsx"):
    cells = [["题目"], [f"填报单位：{unit}　统计期间：2025"], [], HEADS]
    for number, (id_, value, *who) in enumerate(rows, 1):
        person, reviewer = who or ("张三", "李四")
        cells.append([number, id_, "", "", "", "", "", "", value, "台账", person, reviewer, "2026-01-10", ""])
    return Sheet(file, "填报表", cells)


def doubts(returned):
    return [(one.doubt, one.measure, one.cell, one.against) for one in returned.doubts]


def test_each_contributor_is_asked_for_what_it_is_named_for():
    assert [(one.contributor.id, [of.measure.id for of in one.figures]) for one in ASKED] == [
        ("justice", ["med-handled", "aid-cases"])
    ]
    assert requests(YEAR, [JUSTICE], published=LAST, only_published=True, counted={"med-handled", "aid-cases"}) == []


def test_what_is_computed_from_others_is_never_asked_for():
    for request in requests(YEAR, contributors()):
        assert not [one.measure.id for one in request.figures if one.measure.formulas or one.measure.adds_up_from]


def test_a_figure_is_taken_with_its_file_cell_person_and_day():
    returned = read_forms([form(("med-handled", 120))], ASKED)
    one = returned.figures["med-handled"]
    assert (one.value, one.contributor, one.file, one.sheet, one.cell) == (
        120, "justice", "司法局/填报表.xlsx", "填报表", "I5",
    )  # fmt: skip
    assert (one.person, one.reviewer, one.day, one.source) == ("张三", "李四", "2026-01-10", "台账")
    assert (returned.doubts, returned.missing) == ((), {"justice": ("aid-cases",)})


def test_what_was_reported_comes_back_out_of_its_data():
    returned = read_forms([form(("med-handled", 120), ("aid-cases", 41))], ASKED)
    assert read_reported(reported_data(returned, YEAR)) == returned.figures
    assert returned.missing == {}


@pytest.mark.parametrize(
    ("value", "id_", "found"),
    [
        (12, "med-handled", Fraction(12)),
        (12.0, "med-handled", Fraction(12)),
        ("1,203件", "med-handled", Fraction(1203)),
        (" 1.2万 ", "med-handled", Fraction(12000)),
        (93.1, "med-rate", Fraction(931, 10)),
        ("93.1%", "med-rate", Fraction(931, 10)),
        ("12人次", "med-handled", Doubt.OTHER_UNIT),
        ("约120", "med-handled", Doubt.NOT_A_NUMBER),
        ("120余件", "med-handled", Doubt.OTHER_UNIT),
        ("12、13", "med-handled", Doubt.NOT_A_NUMBER),
        ("12,13", "med-handled", Doubt.NOT_A_NUMBER),
        ("1，203，456", "med-handled", Fraction(1203456)),
        (0.931, "med-rate", Doubt.OTHER_UNIT),
        ("0.931%", "med-rate", Fraction(931, 1000)),
        ("无", "med-handled", Doubt.NOT_A_NUMBER),
        (True, "med-handled", Doubt.NOT_A_NUMBER),
        (12.5, "med-handled", Doubt.NOT_WHOLE),
        (-3, "med-handled", Doubt.NOT_WHOLE),
    ],
)
def test_a_cell_is_one_exact_number_or_it_is_told_why_not(value, id_, found):
    assert exact_value(value, measure(id_)) == found


def test_planted_contradictions_are_found():
    own = {"justice": {"med-handled": Earlier(Fraction(112), Origin.REPORT, "司法局.docx", 9, "112件")}}
    rows = ("med-handled", 121, "张三", ""), ("aid-cases", 400), ("med-handle", 3)
    returned = read_forms([form(*rows)], ASKED, own_reports=own, records={"med-handled": Fraction(120)})
    assert doubts(returned) == [
        (Doubt.NOT_SIGNED, "med-handled", "I5", ""),
        (Doubt.OTHER_IN_REPORT, "med-handled", "I5", "112件 (司法局.docx: 9)"),
        (Doubt.OTHER_IN_RECORDS, "med-handled", "I5", "120"),
        (Doubt.SUDDEN, "aid-cases", "I6", "40"),
        (Doubt.UNKNOWN_MEASURE, "med-handle", "B7", ""),
    ]


def test_two_forms_that_differ_are_told_and_the_first_is_kept():
    forms = form(("med-handled", 120)), form(("med-handled", 119), file="b.xlsx")
    returned = read_forms(forms, ASKED)
    assert returned.figures["med-handled"].value == 120
    assert doubts(returned) == [(Doubt.TOLD_TWICE, "med-handled", "I5", "120 (司法局/填报表.xlsx I5)")]


def test_a_sheet_without_the_heads_is_no_form_unless_another_of_the_file_is():
    other = Sheet("司法局/填报表.xlsx", "说明", [["本表说明"]])
    assert read_forms([other, form(("med-handled", 120))], ASKED).doubts == ()
    assert read_forms([form(("med-handled", 120)), other], ASKED).doubts == ()
    assert read_forms([other], ASKED).doubts == (Doubtful(Doubt.NOT_READ, "", "司法局/填报表.xlsx"),)


def test_heads_are_found_wherever_they_stand_and_columns_in_any_order():
    sheet = Sheet("a.xlsx", "S", [["x"], ["填报单位：司法局"], ["本年数*", " 指标编号"], [7, "med-handled"]])
    one = read_forms([sheet], ASKED).figures["med-handled"]
    assert (one.value, one.cell, one.contributor) == (7, "A4", "justice")
