from fractions import Fraction

import pytest

from yifa.law.catalogue.figures import Counting
from yifa.law.figures import CountedFigure, Gap, work_out
from yifa.law.figures.grain import NOTHING, Told, Totals
from yifa.law.figures.working_out import Lack


def told(measure, totals, *, procedure="p", loaded=True, value=None, undated=NOTHING, untold=(), **way):
    counting = Counting.model_validate({"measure": measure, "of": "decision-made"} | way)
    figure = CountedFigure(0, procedure, counting, "decision-made", value=value)
    return Told(figure, totals, undated, frozenset(untold), loaded)


def test_ways_of_counting_are_added_up():
    found = work_out("pen-warning", [told("pen-warning", Totals(3)), told("pen-warning", Totals(4))])
    assert (found.value, found.gaps) == (7, ())


def test_money_is_given_in_the_unit_of_its_measure():
    found = work_out("pen-fine-amount", [told("pen-fine-amount", Totals(2, total=123456), value=1, sum="it.fine")])
    assert found.value == Fraction(123456, 100)


def test_a_rate_is_one_sum_over_another_in_per_cent():
    found = work_out("pen-conclusion-rate", [told("pen-concluded", Totals(2)), told("pen-filed", Totals(3))])
    assert (found.value, found.above, found.below) == (Fraction(200, 3), 2, 3)


def test_a_rate_of_nothing_has_no_value():
    found = work_out("pen-conclusion-rate", [told("pen-concluded", Totals(0)), told("pen-filed", Totals(0))])
    assert (found.value, found.gaps) == (None, (Gap(Lack.NOTHING_BELOW, "pen-conclusion-rate"),))


def test_a_rate_takes_the_formula_whose_parts_are_counted():
    found = work_out("lit-head-rate", [told("lit-head-present", Totals(3)), told("lit-hearings", Totals(4))])
    assert found.value == 75


@pytest.mark.parametrize(
    ("given", "gap"),
    [
        ({"totals": Totals(1, unknown=2)}, Gap(Lack.UNKNOWN, "p", 2)),
        ({"totals": Totals(1), "undated": Totals(2, 1)}, Gap(Lack.UNDATED, "p", 3)),
        ({"totals": Totals(1), "untold": ("qp",)}, Gap(Lack.NOT_CARRIED, "qp")),
        ({"totals": Totals(0), "loaded": False}, Gap(Lack.NO_DATA, "p")),
    ],
)
def test_what_is_open_goes_with_the_figure(given, gap):
    assert work_out("pen-filed", [told("pen-filed", **given)]).gaps == (gap,)


def test_what_no_organ_carries_is_no_nought():
    silent = Told(told("pen-hearings", NOTHING).figure, NOTHING, NOTHING, frozenset({"qp"}), silent=True)
    assert (work_out("pen-hearings", [silent]).value, work_out("pen-hearings", [silent]).gaps) == (
        None,
        (Gap(Lack.NOT_CARRIED, "qp"),),
    )


def test_what_nobody_counts_is_no_nought():
    assert work_out("sup-points", []).value is None
    assert work_out("sup-points", []).gaps == (Gap(Lack.NOT_COUNTED, "sup-points"),)


def test_cases_in_hand_are_those_that_came_less_those_that_went():
    way = {"of": None, "in-hand": "end", "since": ["a"], "until": ["b"]}
    counting = Counting.model_validate({"measure": "rec-pending", **{k: v for k, v in way.items() if v is not None}})
    one = Told(CountedFigure(0, "p", counting, None, since=("a",), until=("b",)), Totals(9, total=5))
    assert work_out("rec-pending", [one]).value == 4
