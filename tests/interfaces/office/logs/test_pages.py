"""The three logs: what was done, by whom, about whom; who came in and who did not; who read what; and as workbooks."""

from __future__ import annotations

import re

import pytest
from django.test import Client
from openpyxl import load_workbook

from demo.city_office import PASSWORD, Laid
from tests.interfaces.office.conftest import NOW, TODAY, At
from tests.record.register import CLERK
from yifa.interfaces.office.exports.models import Export
from yifa.interfaces.office.exports.tasks import folder, write_export
from yifa.interfaces.office.logs.between import first_since
from yifa.interfaces.office.logs.verb_words import verb_words
from yifa.record.access.models import Reading
from yifa.record.cases.actions import take_part
from yifa.record.cases.choices import Role
from yifa.record.cases.showing import set_circle
from yifa.record.chain.models import EntryRow
from yifa.record.scope import everything
from yifa.wording import language

pytestmark = pytest.mark.django_db


def cells(text: str) -> list[list[str]]:
    """The cells of the lines of a table."""
    rows = re.findall(r"<tr data-line>(.+?)</tr>", text, re.DOTALL)
    return [[re.sub(r"<[^>]+>", "", one).strip() for one in re.findall(r"<t[hd].*?</t[hd]>", row)] for row in rows]


def test_an_act_of_an_administrator_stands_in_the_log_with_whom_it_was_about(laid: Laid, at: At) -> None:
    at("system").post(f"/accounts/{laid.officers['0412'].id}/stop/")

    [line] = cells(at("audit").get("/logs/?verb=account-stopped").content.decode())

    assert line[1:5] == ["周慎之", "停用账号", "陆知行", "县市场监管局"]


def test_the_log_is_asked_by_who_organ_and_day_and_goes_on_page_by_page(laid: Laid, at: At) -> None:
    audit = at("audit")
    at("officer").post(f"/cases/{laid.cases['青市监案〔2026〕31号'].id}/acts/inquiry-made/", {"on": "2026-03-02"})

    first = audit.get("/logs/").content.decode()
    [further] = re.findall(r'<a href="([^"]+)" rel="next"', first)
    second = audit.get("/logs/" + further.replace("&amp;", "&")).content.decode()
    numbers = [line[-1] for line in cells(first) + cells(second)]
    market = laid.organs["qp-market"].id
    other_days = cells(audit.get("/logs/?first=2026-03-04").content.decode())

    assert len(cells(first)) == 50
    assert len(numbers) == len(set(zip(numbers, [line[4] for line in cells(first) + cells(second)], strict=True)))
    assert {line[4] for line in cells(audit.get(f"/logs/?organ={market}").content.decode())} == {"县市场监管局"}
    assert {line[1] for line in cells(audit.get("/logs/?who=0412").content.decode())} <= {"陆知行"}
    assert other_days == []


def test_of_parties_the_log_tells_masked_names_and_of_hidden_matters_numbers_alone(laid: Laid, at: At) -> None:
    case, open_matter = (laid.cases[f"青市监案〔2026〕{n}号"] for n in (31, 34))
    with everything("a test"):
        hidden = take_part(case, Role.WITNESS, actor=CLERK, on=TODAY, name="柳三春").party
        seen = take_part(open_matter, Role.WITNESS, actor=CLERK, on=TODAY, name="章若水").party
        set_circle(case, [laid.officers["0412"]], actor=CLERK, on=TODAY)
        assert hidden is not None
        assert seen is not None
    lines = cells(at("audit").get("/logs/?verb=participant-added").content.decode())

    told = " ".join(line[3] for line in lines)
    assert (f"章**（登记号{seen.id}）" in told, f"登记号{hidden.id}" in told) == (True, True)
    assert [name for name in ("章若水", "柳三春", "柳**") if name in told] == []


def test_a_day_begins_with_its_first_entry(laid: Laid) -> None:
    ids = list(EntryRow.objects.order_by("id").values_list("id", flat=True))

    since = {hour: first_since(NOW.replace(hour=hour)) for hour in (0, 23)}
    assert [[one for one in ids if one >= since[hour]] for hour in (0, 23)] == [ids, []]


def test_who_came_in_and_who_was_turned_away_stands_in_the_log(laid: Laid, at: At) -> None:
    Client().post("/sign-in/", {"login": "nobody", "password": "x"})
    Client().post("/sign-in/", {"login": "deputy", "password": PASSWORD})

    lines = cells(at("audit").get("/logs/sign-ins/").content.decode())

    assert {line[5] for line in lines[1:3]} == {"—"}
    assert [line[1:4] for line in lines[1:3]] == [["deputy", "何有田", "登录"], ["nobody", "—", "未获准登录"]]
    assert [line[1] for line in cells(at("audit").get("/logs/sign-ins/?verb=failed").content.decode())] == ["nobody"]


def test_who_reads_a_file_of_another_organ_is_noted_once_a_day(laid: Laid, at: At) -> None:
    case = laid.cases["青市监案〔2026〕31号"]
    for who in ("supervisor", "supervisor", "officer"):
        at(who).get(f"/cases/{case.id}/")

    lines = cells(at("audit").get("/logs/readings/").content.decode())

    assert [line[1:] for line in lines] == [["张照临", "县司法局", case.number, "属于其他机关"]]
    assert Reading.objects.count() == 1


def test_a_log_is_written_as_a_workbook_for_the_auditor_alone(laid: Laid, at: At, settings: object) -> None:
    answer = at("audit").post("/logs/operations/export/", {"first": TODAY.isoformat()})
    export = Export.objects.latest("id")
    write_export.func(export.id)
    export.refresh_from_db()
    sheet = load_workbook(folder() / export.file).active

    assert (answer.status_code, sheet["A1"].value, sheet.max_row - 1) == (302, "时间", EntryRow.objects.count())
    assert at("system").get(f"/exports/{export.id}/").status_code == 404


@pytest.mark.parametrize("tag", ["zh", "en"])
def test_every_verb_of_the_record_that_was_done_is_told_in_words(laid: Laid, tag: str) -> None:
    done = {re.findall(r'"act":"([a-z-]+)"', text)[0] for text in EntryRow.objects.values_list("text", flat=True)}

    assert done - verb_words(language(tag)).keys() == set()
