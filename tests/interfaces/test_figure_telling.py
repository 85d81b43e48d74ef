from fractions import Fraction

import pytest

from tests.oversight.reporting.kept import gathered
from yifa.interfaces import figure_telling as telling
from yifa.law.catalogue.measures import measure
from yifa.law.figures import Figure, Gap
from yifa.law.figures.relations import Kind, Relation, Standing
from yifa.law.figures.working_out import Lack
from yifa.oversight.reporting.figure_book import Change, FigureBook
from yifa.wording import language

EN = language("en")
BOOK = FigureBook(None, None, gathered(), (), (), (), ())


@pytest.mark.parametrize(
    ("change", "id_", "text"),
    [
        (Change(Fraction(20), Fraction(50)), "pen-filed", "+20 (+50%)"),
        (Change(Fraction(-3), Fraction(-100, 3)), "pen-filed", "-3 (-33.3%)"),
        (Change(Fraction(0), Fraction(0)), "pen-filed", "0 (0%)"),
        (Change(Fraction(5), None), "pen-filed", "+5"),
        (Change(Fraction(-5, 2), None), "rec-correction-rate", "-2.5 points"),
        (None, "pen-filed", ""),
    ],
)
def test_a_change_is_told_with_its_sign(change, id_, text):
    assert telling.tell_change(change, measure(id_).kind, EN) == text


@pytest.mark.parametrize("lack", list(Lack))
def test_every_gap_has_a_sentence(lack):
    of = "pen-filed" if lack in (Lack.NOT_COUNTED, Lack.NOTHING_BELOW) else "penalty-ordinary"
    assert telling.tell_gap(Gap(lack, "qp" if lack is Lack.NOT_CARRIED else of, 3), BOOK, EN).endswith(".")


def test_a_rate_is_defined_by_what_is_divided_by_what():
    rate = Figure(measure("pen-conclusion-rate"), Fraction(200, 3), Fraction(2), Fraction(3))
    assert telling.tell_definition(rate, EN).split("\n")[1:] == ["penalty cases closed ÷ penalty cases filed", "2 ÷ 3"]


def test_a_relation_is_told_with_both_sides():
    sides = (("pen-simple", "pen-ordinary"), ("pen-decided",), Fraction(5), Fraction(7))
    told = telling.tell_relation(Relation(Kind.ADDS_UP, Standing.BROKEN, *sides), EN)
    assert told == ("penalties by simple procedure + penalties by ordinary procedure ≠ penalties decided: 5 ≠ 7")
    part = Relation(Kind.WITHIN, Standing.BROKEN, ("rec-upheld",), ("rec-concluded",), Fraction(9), Fraction(8))
    assert telling.tell_relation(part, EN).endswith("9 > 8")
