"""Certificates and powers are counted as there are on the last day of the period, each row by its own days."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from fractions import Fraction

import pyarrow as pa
import pytest

from tests.oversight.reporting.kept import gathered
from yifa.law.conditions import day_number
from yifa.law.figures import Gap, Period
from yifa.law.figures.working_out import Lack
from yifa.oversight.reporting.book_data import read_rows, row_files
from yifa.oversight.reporting.figure_book import make_book
from yifa.oversight.reporting.registers import Listed, listed, of_registers
from yifa.oversight.reporting.snapshot import read_snapshot, write_snapshot

LAST = date(2024, 12, 31)
BEGUN, ENDED = day_number(date(2022, 1, 1)), day_number(date(2024, 12, 30))


def officer(number, **more):
    usual = {"name": "罗远山", "organ": "qp", "number": number, "issued": BEGUN, "kind": "行政执法"}
    return {**dict.fromkeys(("expires", "suspended", "restored", "withdrawn")), **usual, **more}


def power(code, kind, **more):
    return {"organ": "qp", "code": code, "kind": kind, "from": None, "to": None, **more}


def table(*rows):
    names = {name: None for row in rows for name in row}
    return pa.table({name: pa.array([row.get(name) for row in rows]) for name in names})


def values(rows):
    return {id_: one.figure.value for id_, one in of_registers(rows, LAST).items()}


@pytest.mark.parametrize(
    ("more", "counts"),
    [
        ({}, 1),
        ({"issued": day_number(LAST)}, 1),
        ({"issued": day_number(LAST) + 1}, 0),
        ({"expires": day_number(LAST)}, 1),
        ({"expires": ENDED}, 0),
        ({"withdrawn": day_number(LAST)}, 0),
        ({"withdrawn": day_number(LAST) + 1}, 1),
        ({"suspended": ENDED}, 0),
        ({"suspended": BEGUN, "restored": day_number(LAST)}, 1),
        ({"suspended": BEGUN, "restored": day_number(LAST) + 1}, 0),
    ],
)
def test_a_certificate_counts_where_it_holds_on_the_last_day(more, counts):
    assert values(listed(table(officer("9901", **more)), None)) == {"qua-officers": Fraction(counts)}


def test_those_who_supervise_are_counted_apart_and_who_has_no_number_not_at_all():
    rows = listed(table(officer("1"), officer("2", kind="行政执法监督"), officer(None)), None)
    assert values(rows) == {"qua-officers": 1, "qua-supervisors": 1}


def test_of_a_certificate_without_its_day_it_is_open_whether_it_counts():
    figure = of_registers(listed(table(officer("1"), officer("2", issued=None)), None), LAST)["qua-officers"].figure
    assert (figure.value, figure.gaps) == (1, (Gap(Lack.UNDATED, "qualification", 1),))


def test_powers_are_counted_by_kind_and_all_together():
    rows = listed(None, table(power("1", "penalty"), power("2", "licence", to=ENDED), power("3", "reward")))
    assert values(rows) == {"itm-penalties": 1, "itm-licences": 0, "itm-powers": 2}


def test_they_stand_in_the_book_with_their_rows_and_come_back_from_a_snapshot(tmp_path):
    rows = (Listed("qua-officers", "qp", "9901", BEGUN), Listed("qua-officers", "js", "9902", BEGUN))
    whole = replace(gathered(), listed=rows)
    write_snapshot(tmp_path, whole, LAST)
    for one in (whole, read_snapshot(tmp_path).gathered):
        book = make_book(one, Period.year(2024), as_of=LAST)
        entry = book.entry("qua-officers")
        assert entry is not None
        assert (entry.figure.value, {organ: of.value for organ, of in entry.by_organ}) == (2, {"qp": 1, "js": 1})
        assert [row[1:3] for row in read_rows(row_files(book)["qua-officers"])] == [("9901", "qp"), ("9902", "js")]
