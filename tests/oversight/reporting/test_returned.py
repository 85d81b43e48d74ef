from fractions import Fraction

import pytest

from yifa.law.catalogue.contributors import Contributor, contributors
from yifa.law.catalogue.measures import measure
from yifa.law.figures import Period
from yifa.oversight.reporting.doubts import Doubt, Doubtful
from yifa.oversight.reporting.last_year import Earlier, Origin
from yifa.oversight.reporting.reported_data import read_reported, reported_data
from yifa.oversight.reporting.request_form import COLUMNS
from yifa.oversight.reporting.requesting import requests
from yifa.oversight.reporting.returned import Known, read_forms
from yifa.oversight.reporting.returned_forms import Sheet, exact_value

JUSTICE = Contributor.model_validate(
    {"id": "justice", "name": {"zh": "司法局", "en": "justice bureau"}, "measures": ["med-handled", "aid-*"]}
)
YEAR = Period.year(2025)
LAST = {"med-handled": Earlier(Fraction(100), Origin.REPORT), "aid-cases": Earlier(Fraction(40), Origin.REPORT)}
ASKED = requests(YEAR, [JUSTICE], published=LAST, only_published=True)
HEADS = [column.zh for column in COLUMNS]


def form(*rows, unit="司法局", file="司法局/填报表.xlsx", period="2025", last=()):
    cells = [["题目"], [f"填报单位：{unit}　统计期间：{period}"], [], HEADS]
    for number, (id_, value, *who) in enumerate(rows, 1):
        person, reviewer = who or ("张三", "李四")
        before = dict(last).get(id_, "")
        cells.append([number, id_, "", "", "", "", "", before, value, "台账", person, reviewer, "2026-01-10", ""])
    return Sheet(file, "填报表", cells)


def doubts(returned):
    return [(one.doubt, one.measure, one.cell, one.against) for one in returned.doubts]


def test_each_contributor_is_asked_for_what_it_is_named_for():
    assert [(one.contributor.id, [of.measure.id for of in one.figures]) for one in ASKED] == [
        ("justice", ["med-handled", "aid-cases"])
    ]
    assert requests(YEAR, [JUSTICE], published=LAST, only_published=True, counted={"med-handled", "aid-cases"}) == []


def test_a_rate_that_is_computed_is_never_asked_for_and_a_whole_beside_its_parts():
    for request in requests(YEAR, contributors()):
        assert not [one.measure.id for one in request.figures if one.measure.formulas]
        ids = [one.measure.id for one in request.figures]
        assert "dep-total" not in ids or {"dep-npc", "dep-cppcc"} <= set(ids)


def test_a_figure_is_taken_with_its_file_cell_person_and_day():
    returned = read_forms([form(("med-handled", 120))], ASKED)
    one = returned.figures["med-handled"]
    assert (one.value, one.contributor, one.file, one.sheet, one.cell) == (
        120, "justice", "司法局/填报表.xlsx", "填报表", "I5",
    )  # fmt: skip
    assert (one.person, one.reviewer, one.day, one.source) == ("张三", "李四", "2026-01-10", "台账")
    assert (returned.doubts, returned.missing) == ((), {"justice": ("aid-cases",)})


@pytest.mark.parametrize(
    ("unit", "found"), [("司法局", "justice"), ("justice bureau", "justice"), ("司法局办", "司法局办")]
)
def test_a_form_belongs_to_who_is_named_behind_its_label(unit, found):
    returned = read_forms([form(("med-handled", 120), unit=unit)], ASKED)
    assert {one.contributor for one in returned.figures.values()} == ({found} if found == "justice" else set())
    assert [one.contributor for one in returned.doubts] == ([] if found == "justice" else [found, "justice"])


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
    returned = read_forms([form(*rows)], ASKED, Known(own, records={"med-handled": Fraction(120)}))
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
    assert doubts(returned) == [
        (Doubt.SENT_TWICE, "", "", "司法局/填报表.xlsx"),
        (Doubt.TOLD_TWICE, "med-handled", "I5", "120 (司法局/填报表.xlsx I5)"),
    ]


def test_a_sheet_without_the_heads_is_no_form_unless_another_of_the_file_is():
    other = Sheet("司法局/填报表.xlsx", "说明", [["本表说明"]])
    assert read_forms([other, form(("med-handled", 120))], ASKED).doubts == ()
    assert read_forms([form(("med-handled", 120)), other], ASKED).doubts == ()
    assert read_forms([other], ASKED).doubts == (
        Doubtful(Doubt.NOT_READ, "", "司法局/填报表.xlsx"),
        Doubtful(Doubt.NOTHING_CAME, "justice", ""),
    )


def test_heads_are_found_wherever_they_stand_and_columns_in_any_order():
    sheet = Sheet("a.xlsx", "S", [["x"], ["填报单位：司法局"], ["本年数*", " 指标编号"], [7, "med-handled"]])
    one = read_forms([sheet], ASKED).figures["med-handled"]
    assert (one.value, one.cell, one.contributor) == (7, "A4", "justice")


def test_a_form_of_another_year_is_told_and_nothing_of_it_is_taken():
    returned = read_forms([form(("med-handled", 120), period="2024")], ASKED)
    assert (returned.figures, doubts(returned)) == ({}, [(Doubt.OTHER_PERIOD, "", "", "2025")])
    assert returned.missing == {"justice": ("med-handled", "aid-cases")}


def test_last_years_value_is_not_the_contributors_to_change():
    kept, changed = (
        read_forms([form(("med-handled", 120), last=[("med-handled", value)])], ASKED) for value in (100, 140)
    )
    assert doubts(kept) == []
    assert doubts(changed) == [(Doubt.EARLIER_CHANGED, "med-handled", "H5", "100")]


def test_a_form_of_nobody_and_one_that_never_came_are_told():
    returned = read_forms([form(("med-handled", 120), unit="体育局")], ASKED)
    assert [(one.doubt, one.contributor) for one in returned.doubts] == [
        (Doubt.FROM_NOBODY, "体育局"),
        (Doubt.NOTHING_CAME, "justice"),
    ]


def test_the_paper_sent_with_the_form_is_set_against_it():
    paper = {"justice": {"aid-cases": Earlier(Fraction(44), Origin.REPORT, "素材.docx", 4, "44件")}}
    returned = read_forms([form(("aid-cases", 43))], ASKED, Known(materials=paper))
    assert doubts(returned) == [(Doubt.OTHER_IN_MATERIAL, "aid-cases", "I5", "44件 (素材.docx: 4)")]


@pytest.mark.parametrize(
    ("rows", "known", "found"),
    [
        ({"ins-random-count": 10, "ins-joint-count": 11}, {}, [(Doubt.PART_EXCEEDS, "ins-joint-count")]),
        ({"ins-random-count": 10, "ins-joint-count": 10}, {}, []),
        ({"ins-random-count": 10}, {"ins-joint-count": 11}, [(Doubt.PART_EXCEEDS, "ins-random-count")]),
        ({"dep-total": 41, "dep-npc": 20, "dep-cppcc": 20}, {}, [(Doubt.SUM_DIFFERS, "dep-total")]),
        ({"dep-npc": 20, "dep-cppcc": 20}, {"dep-total": 39}, [(Doubt.SUM_DIFFERS, "dep-npc")]),
    ],
)
def test_figures_that_do_not_fit_together_are_told_where_one_of_them_was_reported(rows, known, found):
    records = {id_: Fraction(value) for id_, value in known.items()}
    returned = read_forms([form(*rows.items())], ASKED, Known(records=records))
    assert [(one.doubt, one.measure) for one in returned.doubts] == found
    still_open = read_forms([form(*rows.items())], ASKED, Known(records=records, open=frozenset(known)))
    assert [(one.doubt, one.measure) for one in still_open.doubts] == ([] if known else found)


def test_a_small_number_may_double_without_a_question():
    last = {"aid-cases": Earlier(Fraction(3), Origin.REPORT)}
    asked = requests(YEAR, [JUSTICE], published=last, only_published=True)
    assert [doubts(read_forms([form(("aid-cases", value))], asked)) for value in (8, 9)] == [
        [], [(Doubt.SUDDEN, "aid-cases", "I5", "3")],
    ]  # fmt: skip
