import os
import subprocess
import sys
from dataclasses import replace
from datetime import date
from fractions import Fraction
from pathlib import Path

import pyarrow as pa
import pyarrow.compute as pc
import pytest

from tests.law.run.counted import Record
from tests.oversight.reporting.kept import gathered, placed
from yifa.law.figures import Period
from yifa.law.figures.relations import Standing
from yifa.oversight.reporting.book_data import ROW_COLUMNS, book_data, read_rows, row_files
from yifa.oversight.reporting.canonical import digest, opened, sealed
from yifa.oversight.reporting.figure_book import Change, make_book
from yifa.oversight.reporting.last_year import Earlier, Origin

YEAR = Period.year(2024)
AS_OF = date(2024, 12, 31)
ROOT = Path(__file__).parents[3]


@pytest.fixture(scope="module")
def book():
    return make_book(gathered(), YEAR, as_of=AS_OF, records_from=date(2023, 1, 1))


def test_the_figures_of_the_year_stand_in_the_book(book):
    expected = {
        "pen-filed": 3,
        "pen-ordinary": 2,
        "pen-decided": 2,
        "pen-fined": 1,
        "pen-warning": 1,
        "pen-fine-amount": 1000,
        "pen-days": 20,
        "pen-conclusion-rate": Fraction(200, 3),
        "rec-carried-in": 1,
        "rec-accepted": 2,
        "rec-concluded": 2,
        "rec-pending": 1,
        "rec-correction-rate": 50,
    }
    assert {id_: book.entry(id_).figure.value for id_ in expected} == expected
    assert book.entry("sup-points") is None
    assert "sup-points" in book.not_counted


def test_a_measure_of_several_procedures_is_told_by_procedure():
    on_the_spot = [
        Record(f"s{n}", "qp", [("on-spot-decision", date(2024, 5, n), {"penalty": "warning"})]) for n in (1, 2)
    ]
    simple = placed("penalty-simple", on_the_spot, {"penalty": pa.string()})
    both = replace(gathered(), tables=(*gathered().tables, simple))
    book = make_book(both, YEAR, as_of=AS_OF, rows=False)
    told = {name: figure.value for name, figure in book.entry("pen-warning").by_procedure}
    assert (book.entry("pen-warning").figure.value, told) == (3, {"penalty-ordinary": 1, "penalty-simple": 2})
    assert book.entry("rec-accepted").by_procedure == ()


def test_last_year_is_counted_from_records_only_where_they_reach_so_far(book):
    assert book.entry("pen-filed").earlier == Earlier(Fraction(1), Origin.RECORDS)
    assert book.entry("pen-filed").change == Change(Fraction(2), Fraction(200))
    for first in (None, date(2023, 1, 2)):
        short = make_book(gathered(), YEAR, as_of=AS_OF, records_from=first, rows=False)
        assert {entry.earlier for entry in short.entries} == {None}


def test_what_last_years_report_says_goes_before_records():
    said = Earlier(Fraction(4), Origin.REPORT, "上年报告.txt", 7, "4件")
    told = make_book(gathered(), YEAR, as_of=AS_OF, published={"pen-filed": said}, records_from=date(2023, 1, 1))
    assert told.entry("pen-filed").earlier == said
    assert told.entry("pen-filed").change == Change(Fraction(-1), Fraction(-25))
    assert told.entry("pen-ordinary").earlier.origin is Origin.RECORDS


def test_a_rate_changes_in_points(book):
    rates = {"pen-conclusion-rate": Earlier(Fraction(50), Origin.REPORT)}
    told = make_book(gathered(), YEAR, as_of=AS_OF, published=rates, rows=False)
    assert told.entry("pen-conclusion-rate").change == Change(Fraction(50, 3), None)


def test_each_organ_has_its_own_figures(book):
    assert [(organ, figure.value) for organ, figure in book.entry("pen-filed").by_organ] == [("qp", 3)]
    assert [(organ, figure.value) for organ, figure in book.entry("rec-pending").by_organ] == [("js", 1)]
    assert [(level, figure.value) for level, figure in book.entry("pen-filed").by_level] == [("county", 3)]
    assert [(region, figure.value) for region, figure in book.entry("pen-filed").by_region] == [("zf", 3)]


def test_every_relation_of_these_figures_holds(book):
    assert {one.standing for one in book.relations} <= {Standing.HOLDS, Standing.OPEN}
    assert [of for filled in book.forms for of, check in filled.checks if check.standing is Standing.BROKEN] == []


def test_the_rows_behind_a_figure_say_where_each_case_stands(book):
    rows = [dict(zip(ROW_COLUMNS, row, strict=True)) for row in read_rows(row_files(book)["pen-fine-amount"])]
    assert [
        (row["number"], row["organ_name"], row["act_name"], row["day"], row["value"], row["row"]) for row in rows
    ] == [
        ("〔2024〕1号", "青屏县市场监督管理局", "作出决定", "2024-02-04", "100000", "2"),
        ("〔2024〕2号", "青屏县市场监督管理局", "作出决定", "2024-03-11", "0", "3"),
    ]


def test_the_book_as_data_names_each_file_of_rows_by_its_digest(book):
    files = row_files(book)
    data = opened(sealed(book_data(book, files)))
    told = {one["id"]: one for one in data["figures"]}
    assert told["pen-filed"]["rows"] == {
        "count": 3,
        "file": "rows/pen-filed.csv",
        "sha256": digest(files["pen-filed"]),
    }
    assert "rows" not in told["pen-decided"]
    assert (data["silent"], data["held"], told["pen-conclusion-rate"]["value"]) == (["zf"], 1, "200/3")


MAKE = """
from datetime import date
from tests.oversight.reporting.kept import gathered
from yifa.law.figures import Period
from yifa.oversight.reporting.book_data import book_data, row_files
from yifa.oversight.reporting.canonical import digest, sealed
from yifa.oversight.reporting.figure_book import make_book
book = make_book(gathered(), Period.year(2024), as_of=date(2024, 12, 31), records_from=date(2023, 1, 1))
print(digest(sealed(book_data(book, row_files(book)))))
"""


def test_the_same_records_give_the_same_bytes_elsewhere(book):
    here = digest(sealed(book_data(book, row_files(book))))
    for changed in (
        {"LC_ALL": "C", "TZ": "America/New_York", "POLARS_MAX_THREADS": "1", "PYTHONHASHSEED": "1"},
        {"LC_ALL": "C.UTF-8", "TZ": "Asia/Shanghai", "POLARS_MAX_THREADS": "4", "PYTHONHASHSEED": "77"},
    ):
        made = subprocess.run(
            [sys.executable, "-c", MAKE],
            cwd=ROOT,
            env={**os.environ, **changed},
            capture_output=True,
            text=True,
            check=True,
        )
        assert made.stdout.strip() == here


def test_more_accepted_than_received_is_told_by_the_form():
    kept = gathered()
    acts = kept.tables[1].acts
    without = acts.filter(pc.not_equal(acts["act"], "application-received"))
    changed = replace(kept, tables=(kept.tables[0], replace(kept.tables[1], acts=without)))
    forms = make_book(changed, YEAR, as_of=AS_OF, rows=False).forms
    checks = [check for filled in forms if filled.form.id == "reconsideration" for of, check in filled.checks if not of]
    assert [check.standing for check in checks] == [Standing.HOLDS, Standing.HOLDS, Standing.BROKEN]
