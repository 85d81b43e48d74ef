"""The law in the browser: a duty with its articles and cases, what rests on an article, what applied on which day."""

from __future__ import annotations

import re
from datetime import date

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile

from demo.city_office import Laid
from tests.interfaces.office.conftest import At
from yifa.interfaces.office.law.resting import cited
from yifa.law.catalogue import calendar
from yifa.oversight.standing.models import Mark
from yifa.record.scope import everything

pytestmark = pytest.mark.django_db


def text(html: str) -> str:
    """A page as it reads."""
    return re.sub(r"\s+", " ", re.sub(r"<[^>]+>", " ", html))


def page(at: At, address: str, who: str = "officer") -> str:
    response = at(who).get(address)
    assert response.status_code == 200, address
    return response.content.decode()


def test_a_duty_leads_to_its_articles_its_worked_cases_and_the_cases_it_touches_within_the_scope(
    laid: Laid, at: At
) -> None:
    with everything("a test"):
        mark = Mark.objects.filter(outcome="unmet", case__organ__code="qp-market").order_by("id").first()
        assert mark is not None
        number = mark.case.number
    address = f"/law/procedures/{mark.case.procedure}/duties/{mark.duty}/"

    own, other, without = (page(at, address, who) for who in ("officer", "urban", "report"))

    assert (number in own, number in other, number in without) == (True, False, False)
    assert re.search(r'href="/law/statutes/[^"]+/[^"]+/"', own)


def test_an_article_has_exactly_the_duties_that_cite_it(laid: Laid, at: At) -> None:
    statute = next(one for one in cited().values() if one.statute.title.short == "行政处罚法")
    article, duties = next((name, rows) for name, rows in statute.ordered if len(rows) > 1)

    html = page(at, f"/law/statutes/{statute.statute.id}/{article}/")

    shown = set(re.findall(r"/law/procedures/[a-z-]+/duties/([a-z0-9/-]+)/", html))
    assert shown == {one.duty.id for one in duties}


def test_of_two_texts_the_one_of_the_day_and_of_the_organ_applies(laid: Laid, at: At) -> None:
    asked = "/law/applied/?procedure=penalty-ordinary&profile=psa"
    old, new = (page(at, f"{asked}&on={on}") for on in ("2025-12-31", "2026-01-01"))
    elsewhere = page(at, "/law/applied/?procedure=penalty-ordinary&on=2026-01-01")

    def found(html: str) -> tuple[bool, ...]:
        in_force = html.partition('<h2 class="group"')[2].partition('<h2 class="group"')[0]
        return tuple(f"/duties/{id_}/" in in_force for id_ in LIMITATIONS)

    assert found(old) == (True, False, False)
    assert found(new) == (False, True, False)
    assert found(elsewhere) == (False, False, True)


@pytest.mark.parametrize(
    ("on", "cited"), [("2021-07-14", "《行政处罚法》（2017）</td>"), ("2021-07-15", "《行政处罚法》（2021）第36条")]
)
def test_the_articles_are_those_of_the_text_that_held_on_the_day(laid: Laid, at: At, on: str, cited: str) -> None:
    html = page(at, f"/law/applied/?procedure=penalty-ordinary&on={on}")
    row = html.partition("/duties/pen-limitation-2y/")[2].partition("</tr>")[0]

    assert cited in row


LIMITATIONS = ("pen-limitation-psa-6m-2012", "pen-limitation-psa-6m-2025", "pen-limitation-2y")


def test_a_term_is_counted_forward_with_time_left_out_and_back_from_a_day(laid: Laid, at: At) -> None:
    def answer(query: str) -> str:
        found = re.search(r'role="status"><h2>(.+?)</h2>', page(at, f"/law/term/?{query}"))
        return found[1] if found else ""

    plain = answer("from=2026-03-02&n=5&unit=working+days")
    left_out = answer("from=2026-03-02&n=5&unit=working+days&left_from=2026-03-03&left_to=2026-03-05")
    back = answer("from=2026-03-10&n=7&unit=working+days&way=before")

    assert ["9日" in plain, "11日" in left_out, "2月28日" in back] == [True, True, True]
    wrong = page(at, "/law/term/?from=2026-03-02&n=5&left_from=2026-02-01")
    assert 'href="#left_from"' in wrong


NOTICE = """
id: cn-2026
kind: national
year: 2026
title: 试拟
verified: unverified
days:
- {on: 2026-03-05, is: off, name: 试}
- {on: 2026-03-07, is: work, name: 试}
"""


def test_a_notice_says_which_days_change_and_which_due_days_move_and_installs_nothing(laid: Laid, at: At) -> None:
    before = calendar().digest
    client = at("supervisor")
    html = client.post("/law/calendars/notice/", {"text": NOTICE}).content.decode()
    file = SimpleUploadedFile("cn.yaml", NOTICE.encode())
    by_file = client.post("/law/calendars/notice/", {"file": file}).content.decode()
    without = at("report").post("/law/calendars/notice/", {"text": NOTICE}).content.decode()

    assert "2026年3月5日" in html
    assert text(html).count("青") > text(without).count("青")
    assert (text(html) == text(by_file), calendar().digest) == (True, before)
    assert calendar().day(date(2026, 3, 5)).working is True


@pytest.mark.parametrize("wrong", ["", "id: [", "id: cn-2026\ndays: []", "a: &a [1]\nb: *a", "days: 3"])
def test_what_is_no_notice_is_told_with_what_is_wrong(laid: Laid, at: At, wrong: str) -> None:
    response = at("officer").post("/law/calendars/notice/", {"text": wrong})

    assert (response.status_code, b'role="alert"' in response.content) == (422, True)
    told = re.findall(r'<li><a href="#text">(.+?)</a></li>', response.content.decode())
    assert told
    assert not [one for one in told if re.search(r"expected|missing|readable|cannot|found", one)]


def test_a_year_without_a_notice_is_marked_provisional(laid: Laid, at: At) -> None:
    known, unknown = (page(at, f"/law/calendars/?year={year}") for year in (2026, 2027))

    assert ("国办发明电〔2025〕7号" in known, known.count('class="unknown"')) == (True, 0)
    assert unknown.count('class="unknown"') > 200
    assert at("officer").get("/law/calendars/?year=1900").status_code == 404
