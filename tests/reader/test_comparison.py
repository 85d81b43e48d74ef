"""Measures of several texts side by side: matched by measure or by equal words, with growth and differences named."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from fractions import Fraction

from tests.reader.checks.passages import document
from yifa.reader.comparison import Difference, Growth, compare
from yifa.reader.reading import Document

RECEIVED = "subject=行政复议申请|predicate=收到|measure=rec-received"


def _report(year: int, text: str, place: str = "青屏", **facts: object) -> Document:
    given = {
        "kind": "annual-report",
        "authority": f"{place}县人民政府",
        "place": place,
        "level": "county",
        "year": year,
        "period": (date(year, 1, 1), date(year, 12, 31)),
    }
    return document(text, file=f"{place}{year}.txt", **{**given, **facts})


def test_one_authority_over_the_years_with_growth() -> None:
    found = compare(
        [
            _report(2022, f"收到申请{{50件|{RECEIVED}}}。"),
            _report(2023, f"收到申请{{58件|{RECEIVED}}}。"),
            _report(2024, f"收到申请{{85件|{RECEIVED}}}。"),
        ]
    )
    (row,) = found.rows
    assert found.files == ("青屏2022.txt", "青屏2023.txt", "青屏2024.txt")
    assert (row.measure, row.unit, [cell.figure.value for cell in row.cells if cell]) == (
        "rec-received",
        "件",
        [Decimal(50), Decimal(58), Decimal(85)],
    )
    assert row.growth == (
        Growth(0, 1, Decimal(8), Fraction(16)),
        Growth(1, 2, Decimal(27), 100 * Fraction(27, 58)),
    )
    assert row.differences == ()


def test_the_order_of_the_texts_is_kept_and_growth_goes_by_year() -> None:
    found = compare([_report(2024, f"收到申请{{85件|{RECEIVED}}}。"), _report(2023, f"收到申请{{58件|{RECEIVED}}}。")])
    (row,) = found.rows
    assert [cell.figure.value for cell in row.cells if cell] == [85, 58]
    assert row.growth == (Growth(1, 0, Decimal(27), 100 * Fraction(27, 58)),)


def test_peers_stand_side_by_side_without_growth() -> None:
    found = compare(
        [_report(2023, f"收到申请{{58件|{RECEIVED}}}。"), _report(2023, f"收到申请{{85件|{RECEIVED}}}。", "云汀")]
    )
    (row,) = found.rows
    assert [cell.figure.value for cell in row.cells if cell] == [58, 85]
    assert row.growth == ()


def test_rates_differ_in_points() -> None:
    rate = "subject=出庭应诉率|measure=lit-head-rate"
    found = compare([_report(2022, f"应诉率{{95.5%|{rate}}}。"), _report(2023, f"应诉率{{98%|{rate}}}。")])
    (row,) = found.rows
    assert row.growth == (Growth(0, 1, Decimal("2.5"), None),)


def test_what_one_text_states_alone_is_left_out() -> None:
    found = compare([_report(2022, f"收到申请{{50件|{RECEIVED}}}。"), _report(2023, "全年平安。")])
    assert found.rows == ()


def test_unmapped_figures_are_matched_by_equal_words_only() -> None:
    same, other = "subject=社会监督员|predicate=选聘", "subject=监督员|predicate=选聘"
    found = compare(
        [
            _report(2022, f"选聘{{20名|{same}}}。"),
            _report(2023, f"选聘{{22名|{same}}}。"),
            _report(2024, f"选聘{{25名|{other}}}。"),
        ]
    )
    (row,) = found.rows
    assert (row.measure, row.words) == (None, "社会监督员选聘")
    assert [cell and cell.figure.value for cell in row.cells] == [20, 22, None]


def test_the_whole_area_stands_for_the_measure_and_the_rest_is_kept() -> None:
    found = compare(
        [
            _report(2022, f"县本级{{30件|{RECEIVED}|scope=县本级}}，全县{{50件|{RECEIVED}|scope=全县}}。"),
            _report(2023, f"全县{{58件|{RECEIVED}|scope=全县}}。"),
        ]
    )
    (row,) = found.rows
    (first, second) = row.cells
    assert first
    assert second
    assert (first.figure.value, first.others, second.figure.value, second.others) == (50, ("f1",), 58, ())


def test_definitions_that_differ_are_named() -> None:
    found = compare(
        [
            _report(2022, f"收到{{50余件|{RECEIVED}|scope=县本级}}。"),
            _report(2023, f"收到{{58人次|{RECEIVED}|scope=全县}}。", published=date(2023, 11, 20)),
        ]
    )
    (row,) = found.rows
    assert row.differences == (Difference.UNIT, Difference.SCOPE, Difference.CUT_OFF, Difference.EXACTNESS)
    assert row.growth == ()


def test_changes_and_last_years_values_are_no_level() -> None:
    found = compare(
        [
            _report(2022, f"收到申请{{50件|{RECEIVED}}}。"),
            _report(2023, f"上年{{50件|{RECEIVED}|period=previous}}，收到申请{{58件|{RECEIVED}}}。"),
        ]
    )
    (row,) = found.rows
    assert [cell.figure.value for cell in row.cells if cell] == [50, 58]


def test_one_text_has_nothing_beside_it() -> None:
    assert compare([_report(2022, f"收到申请{{50件|{RECEIVED}}}。")]).rows == ()


def test_aims_for_the_next_year_are_not_compared() -> None:
    rate = "subject=纠错率|measure=rec-corrected-rate"
    found = compare(
        [
            _report(2022, f"直接纠错率{{12.76%|{rate}}}。力争直接纠错率不低于{{15%|{rate}}}。"),
            _report(2023, f"力争直接纠错率不低于{{16%|{rate}}}。直接纠错率{{13%|{rate}}}。"),
        ]
    )
    (row,) = found.rows
    assert [(cell.figure.value, cell.others) for cell in row.cells if cell] == [(Decimal("12.76"), ()), (13, ())]


def test_values_before_a_change_are_not_compared_and_the_change_is_no_part_of_the_name() -> None:
    days = "subject=登记时限|predicate=压减至"
    found = compare(
        [
            _report(2022, f"登记时限由{{9天|{days}}}压减至{{5天|{days}}}。"),
            _report(2023, f"登记时限由{{5天|{days}}}压减至{{3天|{days}}}。"),
        ]
    )
    (row,) = found.rows
    assert (row.words, [cell.figure.value for cell in row.cells if cell]) == ("登记时限", [5, 3])
