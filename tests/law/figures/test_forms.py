import pytest

from yifa.law.catalogue.figures import Counting
from yifa.law.catalogue.measures import measure
from yifa.law.catalogue.statistics_forms import statistics_form, statistics_forms
from yifa.law.figures import CountedFigure
from yifa.law.figures.forms import fill
from yifa.law.figures.grain import Told, Totals
from yifa.law.figures.relations import Standing

COUNTS = {"pen-warning": 3, "pen-fined": 5, "pen-ordinary": 6, "pen-simple": 2, "pen-revoked": 0}


def told(counts):
    def one(id_, count):
        return Told(CountedFigure(0, "p", Counting(measure=id_, of="decision-made"), "decision-made"), Totals(count))

    others = [id_ for id_ in statistics_form("enforcement-1").measures if not measure(id_).adds_up_from]
    return [one(id_, counts.get(id_, 0)) for id_ in dict.fromkeys((*counts, *others))]


def test_a_form_has_a_row_for_each_organ_with_anything_and_one_for_all():
    filled = fill(statistics_form("enforcement-1"), told(COUNTS), {"wc": told({}), "qp": told(COUNTS)})
    row = [3, 5, 0, 0, 0, 0, 0, 0, 0, 8, None]  # nobody counted amounts
    assert [(one.of, [cell.value for cell in one.figures]) for one in filled.rows] == [("qp", row), ("", row)]
    assert [(of, check.standing) for of, check in filled.checks] == [("qp", Standing.HOLDS), ("", Standing.HOLDS)]


def test_a_sum_that_differs_from_its_columns_is_told():
    filled = fill(statistics_form("enforcement-1"), told(COUNTS | {"pen-fined": 4}), {})
    assert [check.standing for _, check in filled.checks] == [Standing.BROKEN]


@pytest.mark.parametrize("form", statistics_forms(), ids=lambda form: form.id)
def test_what_a_form_asks_is_asked_of_measures_it_shows(form):
    shown = {cell.measure for cell in form.cells}
    assert {id_ for check in form.checks for id_ in (*check.left, *check.right)} <= shown
    assert len(shown - {None}) == sum(cell.measure is not None for cell in form.cells)
