"""Clues in the office: listed and counted as filtered, told as a story, screened by who may, taken as a workbook."""

from __future__ import annotations

import re
from io import BytesIO

import pytest
from django.test import Client
from django.urls import reverse
from openpyxl import load_workbook

from demo.city_office import Laid
from tests.interfaces.office.conftest import NOW, TODAY, At
from yifa.interfaces.office.clues import filters, keyset, pages
from yifa.interfaces.office.clues.export import sheet
from yifa.interfaces.office.exports.models import Export
from yifa.interfaces.office.exports.sheets import Asker
from yifa.oversight.clues.models import Clue, Explanation, Screening
from yifa.record.access.choices import RoleName
from yifa.record.access.queries import scope_of
from yifa.record.chain.models import EntryRow
from yifa.record.scope import everything, within
from yifa.wording import language

pytestmark = pytest.mark.django_db
DECIDE, WEEK, LAPSE = "pen-samr-decide-90d", "pen-preservation-7wd/samr", "pen-samr-preservation-lapse"
CLOSE, CORRECT = "pen-samr-close-15wd/paid", "pen-order-correction/correct"


def clue(duty: str) -> Clue:
    with everything("a test"):
        return Clue.objects.select_related("case").get(duty=duty)


def page_of(one: Clue) -> str:
    return f"{reverse('clue', kwargs={'case': one.case_id})}?duty={one.duty}&subject={one.subject.replace('#', '%23')}"


def mark(one: Clue) -> str:
    return f"{one.id}.{one.print}"


def duties(client: Client, query: str = "") -> list[str]:
    """The clues of the list, by the duties their links name, in their order."""
    text = client.get(f"/clues/{query}").content.decode()
    return [one.replace("%2F", "/") for one in re.findall(r'class="to" href="[^"]*\?duty=([^&"]+)', text)]


def chips(client: Client, query: str = "") -> dict[str, int]:
    """How many each chip says there are, by its address."""
    text = client.get(f"/clues/{query}").content.decode()
    found = re.findall(r'<li><a href="\?([^"]*)"[^>]*>(?:(?!</a>).)*<span class="n">([0-9]+)</span></a>', text)
    return {address.replace("&amp;", "&"): int(many) for address, many in found}


def test_the_list_is_filtered_sorted_and_counted_by_chip(laid: Laid, at: At) -> None:
    client = at("supervisor")

    assert duties(client, "?by=due") == [CLOSE, WEEK, LAPSE, DECIDE, CORRECT]
    assert duties(client, "?sort=violation&procedure=penalty-ordinary&age=week&by=due") == [
        CLOSE,
        WEEK,
        DECIDE,
        CORRECT,
    ]
    assert duties(client, f"?duty={DECIDE}") == [DECIDE]
    assert duties(client, "?age=older") == []
    assert duties(client, "?stage=gone") == []
    counted = chips(client, "?sort=violation")
    assert (counted["sort=violation"], counted["sort=auto"], counted["stage=true&sort=violation"]) == (4, 1, 0)


@pytest.mark.parametrize("by", ["", "found", "due"])
@pytest.mark.parametrize("stage", ["", "all"])
def test_pages_go_on_behind_the_last_line_and_leave_none_out(
    laid: Laid, at: At, by: str, stage: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    client, query = at("supervisor"), f"?by={by}&stage={stage}"
    whole = duties(client, query)
    monkeypatch.setattr(keyset, "PAGE", 2)
    found: list[list[str]] = []
    while query:
        found.append(duties(client, query))
        further = re.search(r'<a href="(\?[^"]+)" rel="next">', client.get(f"/clues/{query}").content.decode())
        query = further[1].replace("&amp;", "&") if further else ""

    assert [one for page in found for one in page] == whole
    assert [len(page) for page in found] == [2, 2, 1]


def test_of_more_than_are_counted_it_is_said_that_there_are_more_until_all_are_asked_for(
    laid: Laid, at: At, monkeypatch: pytest.MonkeyPatch
) -> None:
    client = at("supervisor")
    exact = chips(client)
    for module in (filters, pages):
        monkeypatch.setattr(module, "COUNTED", 2)
    text = client.get("/clues/").content.decode()
    few = chips(client, f"?duty={DECIDE}")

    assert '<span class="n">2+</span>' in text
    assert "sort=violation" not in chips(client)
    assert (few["duty=pen-samr-decide-90d"], few["sort=violation&duty=pen-samr-decide-90d"]) == (1, 1)
    assert [*chips(client, "?count=all").values()] == [*exact.values()]


def test_each_sees_the_clues_of_his_own_files(laid: Laid, at: At) -> None:
    assert [len(duties(at(who), "?stage=all")) for who in ("officer", "reviewer", "leader", "urban")] == [5, 5, 5, 0]
    assert duties(at("reconsideration"), "?stage=all") == []
    assert at("urban").get(page_of(clue(DECIDE))).status_code == 404


def test_a_clue_tells_its_story_from_fact_to_screening(laid: Laid, at: At) -> None:
    text = at("supervisor").get(page_of(clue(DECIDE))).content.decode()
    steps = re.findall(r"<li[^>]*><h2>([^<]+)</h2>", text)

    assert len(steps) == 6
    assert all(one in text for one in ("第64条", "2025年12月1日", "如属实，后果可能为", "依台账所载", "2026年3月2日"))


def test_screening_asks_for_a_reason_and_is_put_on_record(laid: Laid, at: At) -> None:
    client, one = at("supervisor"), clue(DECIDE)
    blank = client.post(page_of(one), {"how": "screen", "clue": mark(one), "verdict": "true", "reason": " "})
    done = client.post(
        page_of(one), {"how": "screen", "clue": mark(one), "verdict": "true", "reason": "调卷核实，未见延期审批"}
    )
    text = client.get(page_of(one)).content.decode()
    with everything("a test"):
        [row] = Screening.objects.all()

    assert (blank.status_code, b'href="#reason"' in blank.content, done.status_code) == (409, True, 302)
    assert (row.verdict, row.duty, row.case_id) == ("true", DECIDE, one.case_id)
    assert "调卷核实，未见延期审批" in text
    assert duties(client, "?stage=true") == [DECIDE]
    assert DECIDE not in duties(client)


def test_several_are_screened_together_and_none_where_one_has_changed(laid: Laid, at: At) -> None:
    client, chosen = at("supervisor"), [clue(WEEK), clue(LAPSE)]
    asked = {"clue": [mark(one) for one in chosen], "verdict": "untrue", "reason": "处理决定书在卷，台账漏录"}
    shown = client.get("/clues/screen/", {"clue": asked["clue"]}).content.decode()
    stale = client.post("/clues/screen/", asked | {"clue": [mark(chosen[0]), f"{chosen[1].id}.old"]})
    with everything("a test"):
        none, entries = Screening.objects.count(), EntryRow.objects.count()
    done = client.post("/clues/screen/", asked)
    with everything("a test"):
        rows = [(one.duty, one.verdict) for one in Screening.objects.order_by("id")]

    assert shown.count('type="hidden" name="clue"') == 2
    assert (stale.status_code, none, done.status_code) == (409, 0, 302)
    assert rows == [(WEEK, "untrue"), (LAPSE, "untrue")]
    with everything("a test"):
        assert EntryRow.objects.count() - entries == 2


def test_the_organ_explains_and_does_not_screen_its_own_clues(laid: Laid, at: At) -> None:
    client, one = at("officer"), clue(DECIDE)
    screened = client.post(
        page_of(one), {"how": "screen", "clue": mark(one), "verdict": "untrue", "reason": "没有的事"}
    )
    together = client.get("/clues/screen/").status_code
    sent = client.post(page_of(one), {"how": "explain", "text": "延期审批表在卷第12页，台账未登记"})
    seen = at("supervisor").get(page_of(one)).content.decode()
    with everything("a test"):
        counts = (Screening.objects.count(), Explanation.objects.count())

    assert (screened.status_code, together, sent.status_code) == (409, 403, 302)
    assert counts == (0, 1)
    assert "延期审批表在卷第12页" in seen
    assert duties(at("supervisor"), "?stage=explained") == [DECIDE]


def test_the_filtered_list_is_taken_along_as_a_workbook(laid: Laid, at: At) -> None:
    response = at("supervisor").get("/clues/export/?sort=violation&by=due")
    sheet = load_workbook(BytesIO(response.content)).worksheets[0]
    rows = list(sheet.iter_rows(values_only=True))

    assert response.headers["Content-Type"].endswith("spreadsheetml.sheet")
    assert [row[-1] for row in rows[1:]] == [CLOSE, WEEK, DECIDE, CORRECT]
    assert rows[3][2] == "青市监案〔2026〕34号"
    assert rows[0][9].startswith("如属实")


def test_a_long_list_is_written_in_the_background_as_it_is_filtered(laid: Laid, at: At) -> None:
    response = at("supervisor").post("/clues/export/", {"query": "?sort=violation&by=due"})
    officer = laid.officers["0211"]
    with everything("a test"):
        asked = Export.objects.get(officer_id=officer.id)
        scope = scope_of(officer, TODAY)
    with within(scope):
        told = sheet(asked.asked, Asker(officer, frozenset({RoleName.SUPERVISOR}), NOW), language("zh"))
        rows = list(told.rows)

    assert (response.headers["Location"], asked.kind, told.whole) == ("/exports/", "clues", 4)
    assert [(row[0], row[-1]) for row in rows] == [(1, CLOSE), (2, WEEK), (3, DECIDE), (4, CORRECT)]
    assert {len(row) for row in rows} == {len(told.columns)}
