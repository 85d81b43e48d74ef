"""The invented county's report: last year's is read as it is meant, and everything planted in the files is found."""

from __future__ import annotations

from fractions import Fraction

import pytest

from demo.city_report import filling_in
from demo.city_report.comparing import compare
from demo.city_report.last_report import measures_named, write_report
from demo.city_report.planting import PLANTS, Plant
from demo.city_report.years import YEAR, Years, written
from yifa.interfaces.cli.figure_collecting import returned_of
from yifa.interfaces.documents.material import write_material
from yifa.interfaces.workbooks.request_forms import write_request
from yifa.law.catalogue.contributors import contributors
from yifa.law.catalogue.measures import measure
from yifa.law.figures import Period
from yifa.oversight.reporting.doubts import Doubt
from yifa.oversight.reporting.last_year import from_reports
from yifa.oversight.reporting.reported_data import reported_data
from yifa.oversight.reporting.requesting import requests
from yifa.oversight.reporting.returned import Known
from yifa.reader.whole import read_files
from yifa.wording import language

PLACE = "青屏县"
ZH = language("zh")


@pytest.fixture(scope="module")
def years():
    """The figures of two years, as if ledgers told everything that `last_year.yaml` does not, and parts of it."""
    counted = [id_ for id_ in (*measures_named(), "lrv-decisions") if id_ not in written()["values"]]
    sums = {part for id_ in counted for part in measure(id_).adds_up_from} - written()["values"].keys()
    values = {id_: 900 - place for place, id_ in enumerate([*counted, *sums]) if not measure(id_).adds_up_from}
    values |= {"pen-simple": 3000, "pen-ordinary": 1500, "lrv-decisions": 40}
    return Years({"figures": [{"id": id_, "value": str(value), "gaps": []} for id_, value in values.items()]})


@pytest.fixture(scope="module")
def published(years, tmp_path_factory):
    """Last year's report, as the reader reads it."""
    path = tmp_path_factory.mktemp("report") / "2024.docx"
    write_report(path, years.last, PLACE)
    return from_reports(read_files([path], speech=ZH).documents, YEAR - 1)


@pytest.fixture(scope="module")
def sent(published, tmp_path_factory):
    """The forms and papers that were sent out, and what was asked."""
    folder = tmp_path_factory.mktemp("sent")
    asked = requests(Period.year(YEAR), contributors(), published=published, only_published=True)
    for one in asked:
        own = folder / one.contributor.name.zh
        own.mkdir()
        write_request(own / filling_in.FORM, one, ZH)
        write_material(own / filling_in.PAPER, one, ZH)
    return folder, asked


def returned(sent, years, back, *, planted):
    folder, requested = sent
    asked = filling_in.fill_in(folder, back, years.this, PLACE, planted=planted)
    found = returned_of(back, requested, Period.year(YEAR), Known(records=years.counted), ZH)
    return compare(reported_data(found, Period.year(YEAR)), asked, planted=planted)


def test_every_figure_of_last_years_report_is_read_as_the_measure_it_is_meant_for(years, published):
    named = set(measures_named())
    assert {id_: round(float(one.value), 1) for id_, one in published.items()} == {
        id_: round(float(years.last[id_]), 1) for id_ in named
    }


def test_everything_planted_is_found_and_nothing_else(sent, years, tmp_path):
    found = returned(sent, years, tmp_path / "back", planted=True)
    assert (found.missed, found.more, found.recall, found.precision) == ((), (), 1, 1)
    assert found.planted == found.found == len(PLANTS)


def test_when_corrected_nothing_is_doubtful_or_missing(sent, years, tmp_path):
    found = returned(sent, years, tmp_path / "back", planted=False)
    assert (found.more, found.precision) == ((), 1)


def test_what_is_not_told_is_missed_and_what_is_told_beside_it_is_too_much():
    told = [{"doubt": "sudden", "contributor": "market", "measure": "biz-new"}]
    found = compare({"doubts": told, "missing": {}}, {})
    assert (found.found, len(found.missed), found.more) == (0, len(PLANTS), (Plant("sudden", "market", "biz-new"),))


def test_every_kind_of_doubt_a_clerk_may_meet_is_planted_but_what_no_file_can_show():
    planted = {one.kind for one in PLANTS} - {"missing"}
    assert {one.value for one in Doubt} - planted == {"not-read", "unknown-measure"}


@pytest.mark.parametrize("which", ["last", "this"])
def test_parts_stay_within_their_whole_and_wholes_are_the_sum_of_their_parts(years, which):
    values: dict[str, Fraction] = getattr(years, which)
    for id_, value in values.items():
        of = measure(id_)
        if of.part_of in values:
            assert value <= values[of.part_of]
        if of.adds_up_from and all(part in values for part in of.adds_up_from):
            assert value == sum(values[part] for part in of.adds_up_from)
