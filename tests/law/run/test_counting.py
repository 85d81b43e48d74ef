from datetime import date
from fractions import Fraction

import pyarrow as pa
import pytest

from tests.law.run.counted import count_each, count_once, in_hand, records, tables
from yifa.law.facts import Source
from yifa.law.figures import Gap, Period, work_out
from yifa.law.figures.working_out import Lack
from yifa.law.run.counting import Counting, Tables

AS_OF = date(2025, 12, 31)
YEAR = Period.year(2024)
PENALTIES = {
    "case-filed": {},
    "decision-made": {
        "result": ("penalty", "penalty", "penalty", "no-penalty", "transferred"),
        "fine": (0, 5000, 123456, 20000000),
        "gains_confiscated": (0, 700),
        "mitigated": (True, False),
        "penalties": (["警告"], ["罚款", "警告"], ["没收违法所得", "罚款"], ["吊销许可证件", "罚款"], ["训诫"], []),
    },
    "case-closed": {},
    "hearing-held": {},
}
PENALTY_TYPES = {
    "result": pa.string(),
    "fine": pa.int64(),
    "gains_confiscated": pa.int64(),
    "mitigated": pa.bool_(),
    "penalties": pa.list_(pa.string()),
}
REVIEWS = {
    "application-received": {},
    "application-accepted": {"procedure": ("ordinary", "simple")},
    "decision-made": {"result": ("upheld", "revoked", "claim-rejected", "ordered-to-perform")},
    "mediated": {},
    "terminated": {"basis": ("41(1)", "41(5)")},
}
REVIEW_TYPES = {"procedure": pa.string(), "result": pa.string(), "basis": pa.string()}


def counting(procedure, found, types, **given):
    return Counting([Tables(procedure, *tables(found, types), **given)], as_of=AS_OF)


def grain_of(counted, measure):
    """The grain of one measure: a list with the sums of each of its figures."""
    figures = counted.grain.figures
    places = [
        at for at, one in enumerate(figures) if one.measure == measure and one.procedure in counted.grain.procedures
    ]
    found = []
    for place in places:
        rows = counted.grain.table.filter(counted.grain.table["figure"] == place)
        found.append({(row[1], row[2]): row[3:] for row in rows.iter_rows()})
    return found


def is_penalty(act, record):
    result = act[2]["result"]
    return None if result is None else result == "penalty"


def both(one, other):
    if one is False or other is False:
        return False
    return None if one is None or other is None else True


RANKS = {"警告": 1, "罚款": 3, "没收违法所得": 4, "吊销许可证件": 10}


def heaviest(step):
    def holds(act, record):
        words = act[2]["penalties"]
        rank = None if not words else max(RANKS.get(word, 0) for word in words)
        return both(is_penalty(act, record), None if rank is None else rank == step)

    return holds


@pytest.mark.parametrize("seed", range(8))
def test_counts_and_sums_of_penalties_are_those_of_a_plain_count(seed):
    found = records(seed, PENALTIES)
    counted = counting("penalty-ordinary", found, PENALTY_TYPES)
    expected = {
        "pen-filed": [count_once(found, "case-filed")],
        "pen-ordinary": [count_each(found, "decision-made", is_penalty)],
        "pen-concluded": [count_once(found, "case-closed")],
        "pen-hearings": [count_once(found, "hearing-held")],
        "pen-lenient": [count_each(found, "decision-made", lambda a, r: both(is_penalty(a, r), a[2]["mitigated"]))],
        "pen-fine-amount": [count_each(found, "decision-made", is_penalty, lambda a, r: a[2]["fine"])],
        "pen-warning": [count_each(found, "decision-made", heaviest(step)) for step in (1, 2)],
        "pen-fined": [count_each(found, "decision-made", heaviest(3))],
        "pen-confiscated": [count_each(found, "decision-made", heaviest(4))],
        "pen-revoked": [count_each(found, "decision-made", heaviest(10))],
        "pen-other-kinds": [count_each(found, "decision-made", heaviest(0))],
    }
    assert {measure: grain_of(counted, measure) for measure in expected} == expected


@pytest.mark.parametrize("seed", range(8))
def test_figures_that_look_at_other_acts_of_the_case_are_those_of_a_plain_count(seed):
    found = records(seed, REVIEWS, cases=80)
    counted = counting("reconsideration", found, REVIEW_TYPES)

    def undecided(act, record):
        return not record.of("decision-made")

    def withdrawn(act, record):
        basis = None if act[2]["basis"] is None else act[2]["basis"] == "41(1)"
        return both(both(basis, undecided(act, record)), not record.of("mediated"))

    expected = {
        "rec-mediated": [count_once(found, "mediated", undecided), count_once(found, "terminated", withdrawn)],
        "rec-received": [count_once(found, "application-received")],
        "rec-upheld": [
            count_once(
                found, "decision-made", lambda a, r: None if a[2]["result"] is None else a[2]["result"] == "upheld"
            )
        ],
    }
    assert {measure: grain_of(counted, measure) for measure in expected} == expected


@pytest.mark.parametrize("seed", range(8))
def test_cases_in_hand_are_those_of_a_plain_count(seed):
    found = records(seed, REVIEWS, cases=80, blanks=0.05)
    counted = counting("reconsideration", found, REVIEW_TYPES)
    told = counted.grain.told(YEAR)[""]
    since, until = ("application-accepted",), ("decision-made", "mediated", "terminated", "application-dismissed")
    for measure, day in (("rec-carried-in", date(2023, 12, 31)), ("rec-pending", date(2024, 12, 31))):
        sure, unknown = in_hand(found, since, until, day)
        gaps = (Gap(Lack.UNDATED, "reconsideration", unknown),) if unknown else ()
        figure = work_out(measure, told)
        assert (figure.value, figure.gaps) == (sure, gaps)
        assert len(counted.behind(measure, YEAR)) == sure


@pytest.mark.parametrize("measure", ["pen-ordinary", "pen-filed", "pen-fine-amount", "pen-fined", "pen-days"])
@pytest.mark.parametrize("seed", range(4))
def test_what_stands_behind_a_figure_adds_up_to_it(seed, measure):
    found = records(seed, PENALTIES)
    counted = counting("penalty-ordinary", found, PENALTY_TYPES)
    groups = {"qp-market": "county", "qp-justice": "county", "wc-traffic": "city"}
    for group in ("county", "city"):
        own = [one for one in counted.grain.told(YEAR, groups)[group] if one.figure.measure == measure]
        behind = counted.behind(measure, YEAR, groups, group)
        assert len(behind) == sum(one.totals.n for one in own)
        assert sum(one.value or 0 for one in behind) == sum(one.totals.total for one in own)
        assert all(groups[one.organ] == group and YEAR.first_day <= one.day <= YEAR.last_day for one in behind)


def test_days_are_added_up_and_never_averaged_at_the_grain():
    day = date(2024, 3, 1)
    found = records(1, {}, cases=0)
    for place, days in enumerate((10, 20, 90)):
        record = type("R", (), {})()
        record.case, record.organ = f"c{place}", "qp-market"
        record.acts = [
            ("case-filed", day, {}),
            ("decision-made", date.fromordinal(day.toordinal() + days), {"result": "penalty"}),
        ]
        found.append(record)
    counted = counting("penalty-ordinary", found, {"result": pa.string()})
    figure = work_out("pen-days", counted.grain.told(YEAR)[""])
    assert (figure.value, figure.above, figure.below) == (Fraction(40), 120, 3)


def test_what_the_data_of_an_organ_do_not_carry_is_a_gap_and_no_nought():
    found = records(2, PENALTIES, cases=10)
    silent = Source("poor", without=frozenset(("hearing-held", "decision-made.penalties")))
    counted = counting("penalty-ordinary", found, PENALTY_TYPES, sources=(silent,))
    told = counted.grain.told(YEAR)[""]
    organs = sorted({record.organ or "" for record in found})
    assert work_out("pen-hearings", told).gaps == tuple(Gap(Lack.NOT_CARRIED, organ) for organ in organs)
    assert {gap.lack for gap in work_out("pen-fined", told).gaps} >= {Lack.NOT_CARRIED}
    assert Lack.NOT_CARRIED not in {gap.lack for gap in work_out("pen-ordinary", told).gaps}


def test_acts_after_the_day_asked_about_do_not_exist():
    found = records(3, PENALTIES)
    acts, cases = tables(found, PENALTY_TYPES)
    early = Counting([Tables("penalty-ordinary", acts, cases)], as_of=date(2024, 2, 29))
    expected = [
        type(record)(record.case, record.organ, [a for a in record.acts if a[1] is None or a[1] <= date(2024, 2, 29)])
        for record in found
    ]
    assert grain_of(early, "pen-ordinary") == [count_each(expected, "decision-made", is_penalty)]


def test_the_grain_does_not_depend_on_the_order_of_the_rows():
    found = records(4, PENALTIES)
    acts, cases = tables(found, PENALTY_TYPES)
    turned = acts.take(pa.array(range(acts.num_rows - 1, -1, -1)))
    one, other = (Counting([Tables("penalty-ordinary", a, cases)], as_of=AS_OF) for a in (acts, turned))
    assert one.grain.told(YEAR) == other.grain.told(YEAR)


def test_procedures_without_data_are_a_gap_of_what_is_counted_from_them_too():
    counted = counting("penalty-ordinary", records(5, PENALTIES), PENALTY_TYPES)
    told = counted.grain.told(YEAR)[""]
    both_kinds, simple = work_out("pen-decided", told), work_out("pen-simple", told)
    assert (simple.value, simple.gaps) == (None, (Gap(Lack.NO_DATA, "penalty-simple"),))
    assert Gap(Lack.NO_DATA, "penalty-simple") in both_kinds.gaps
    assert both_kinds.value == work_out("pen-ordinary", told).value


def test_a_figure_is_asked_for_by_the_measures_it_adds_up_from():
    counted = counting("penalty-ordinary", records(6, PENALTIES), PENALTY_TYPES)
    assert counted.behind("pen-decided", YEAR) == counted.behind("pen-ordinary", YEAR) != []


def test_words_by_number_are_counted_as_words():
    found = records(7, REVIEWS)
    acts, cases = tables(found, REVIEW_TYPES)
    coded = acts
    for name in ("case", "act", "field.result"):
        coded = coded.set_column(coded.column_names.index(name), name, coded[name].dictionary_encode())
    one, other = (Counting([Tables("reconsideration", a, cases)], as_of=AS_OF) for a in (acts, coded))
    assert one.grain.told(YEAR) == other.grain.told(YEAR)
    assert one.behind_all(YEAR) == other.behind_all(YEAR)
