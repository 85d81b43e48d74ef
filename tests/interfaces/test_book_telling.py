from pathlib import Path

import pytest

from tests.oversight.reporting.drafts import book, figures
from yifa.interfaces.book_telling import told_entry

FORM = {
    "contributor": "services",
    "file": "填报表.xlsx",
    "sheet": "填报",
    "cell": "I12",
    "person": "周某",
    "reviewer": "吴某",
    "day": None,
    "source": "",
}


def entry(id_, **more):
    one = next(one for one in book()["figures"] if one["id"] == id_)
    return told_entry({**one, **more}, figures()[id_], book(), Path("nowhere"), public=True)


@pytest.mark.parametrize(
    ("id_", "change", "told"),
    [
        ("rec-correction-rate", {"difference": "-5/2", "percent": None}, ("-2.5个百分点", "-2.5 points")),
        ("pen-decided", {"difference": "1", "percent": "100"}, ("+1（+100%）", "+1 (+100%)")),
    ],
)
def test_a_change_is_told_in_both_languages_and_of_a_rate_in_points(id_, change, told):
    earlier = {"value": "1", "origin": "records", "file": "", "line": 0, "written": ""}
    assert entry(id_, earlier=earlier, change=change)["earlier"]["change"] == told


def test_who_gave_a_figure_is_told_by_name():
    given = entry("pen-decided", reported=FORM)["given"]
    assert (given["office"], given["place"], given["person"]) == (
        ("行政审批服务局", "administrative services bureau"),
        ("填报 I12", "填报 I12"),
        "",
    )
