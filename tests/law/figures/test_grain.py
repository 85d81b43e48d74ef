import polars as pl

from yifa.law.catalogue.figures import Counting
from yifa.law.figures import CountedFigure, Grain, Period
from yifa.law.figures.grain import COLUMNS, Totals

YEAR = Period.year(2024)
FILED = Counting.model_validate({"measure": "pen-filed", "of": "case-filed"})
CARRIED = {"measure": "rec-carried-in", "in-hand": "start", "since": ["a"], "until": ["b"]}
FIGURES = (
    CountedFigure(0, "p", FILED, "case-filed"),
    CountedFigure(1, "p", Counting.model_validate(CARRIED), None, since=("a",), until=("b",)),
)


def grain(*rows, untold=None):
    return Grain(
        FIGURES,
        pl.DataFrame(list(rows), schema=list(COLUMNS), orient="row"),
        {"p": frozenset({"qp", "wc", "yt"})},
        untold or {},
    )


def test_only_the_months_of_the_period_are_added_up_and_what_has_no_day_stands_apart():
    january = YEAR.first
    found = grain(
        (0, "qp", january - 1, 5, 0, 0, 0),
        (0, "qp", january, 2, 1, 0, 0),
        (0, "wc", YEAR.last, 3, 0, 0, 0),
        (0, "wc", YEAR.last + 1, 7, 0, 0, 0),
        (0, "qp", None, 4, 0, 0, 0),
    ).told(YEAR)[""][0]
    assert (found.totals, found.undated) == (Totals(5, 1), Totals(4))


def test_what_is_in_hand_at_the_start_is_added_up_from_all_months_before():
    found = grain((1, "qp", YEAR.first - 20, 5, 0, 1, 0), (1, "qp", YEAR.first, 8, 0, 2, 0)).told(YEAR)[""][1]
    assert found.totals == Totals(5, total=1)


def test_groups_hold_their_organs_and_leave_others_out():
    groups = {"qp": "county", "yt": "city"}
    rows = (0, "qp", YEAR.first, 5, 0, 0, 0), (0, "wc", YEAR.first, 8, 0, 0, 0)
    told = grain(*rows, untold={0: frozenset({"yt", "wc"})}).told(YEAR, groups)
    assert {name: (own[0].totals, own[0].untold, own[0].silent) for name, own in told.items()} == {
        "county": (Totals(5), frozenset(), False),
        "city": (Totals(), frozenset({"yt"}), True),
    }
