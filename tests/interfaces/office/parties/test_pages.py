"""Parties: who finds whom, how much is shown, that looking is noted, and what erasing brings."""

from __future__ import annotations

import re

import pytest

from demo.city_office import Laid
from tests.interfaces.office.conftest import NOW, TODAY, At
from yifa.oversight.standing.models import Standing
from yifa.record.cases.actions import close, open_case, take_part
from yifa.record.cases.choices import Role
from yifa.record.cases.models import Participant
from yifa.record.organs.actions import Actor
from yifa.record.parties.actions import note_party
from yifa.record.parties.choices import PartyKind
from yifa.record.parties.models import Party, PartyFact, PartyRead
from yifa.record.scope import everything

pytestmark = pytest.mark.django_db
ID = "11010519491231002X"
ACTOR = Actor("demo", NOW)


@pytest.fixture
def person(laid: Laid, at: At) -> Party:
    """Somebody the market bureau knows, with a closed case and an open one."""
    with everything("a test"):
        market = laid.organs["qp-market"]
        party = note_party(market, "柳三春", ID, actor=ACTOR, on=TODAY, kind=PartyKind.PERSON)
        for number in ("许1", "许2"):
            case = open_case(market, "licence", number, actor=ACTOR, on=TODAY, title=f"柳三春申请{number}")
            take_part(case, Role.PARTY, actor=ACTOR, on=TODAY, name="柳三春", identifier=ID)
            if number == "许1":
                close(case, actor=ACTOR, on=TODAY)
    return party


def test_who_may_finds_a_party_and_sees_as_much_of_it_as_his_work_asks(laid: Laid, at: At, person: Party) -> None:
    seen = {}
    for who in ("officer", "leader", "supervisor", "urban"):
        html = at(who).get("/parties/", {"words": "三春"}).content.decode()
        seen[who] = ("柳三春" in html, "柳**" in html, ID in html)
    own = {who: at(who).get(f"/parties/{person.id}/?identifier=whole") for who in ("officer", "leader", "urban")}

    assert seen == {
        "officer": (True, False, False),
        "leader": (True, False, False),
        "supervisor": (False, True, False),
        "urban": (False, False, False),
    }
    assert [ID in own[who].content.decode() for who in ("officer", "leader")] == [True, False]
    assert own["urban"].status_code == 404
    assert str(person.id) in at("officer").get("/parties/", {"words": ID.lower()}).content.decode()


def test_the_cases_of_a_party_tell_their_light_in_words_and_days(laid: Laid, at: At) -> None:
    with everything("a test"):
        late = Standing.objects.filter(missed__isnull=False, case__organ__code="qp-market").values("case")
        party = Participant.objects.filter(case__in=late, role=Role.PARTY).values_list("party", flat=True)[0]

    page = at("officer").get(f"/parties/{party}/").content.decode()

    lights = re.findall(r'<td><span class="light (\w+)">.+?</span> (.+?)</span>', page)
    assert any(re.fullmatch(r"逾期\d+个(工作日|自然日)", words) for light, words in lights if light == "red")


def test_looking_is_noted_and_read_by_the_auditor_with_a_masked_name(laid: Laid, at: At, person: Party) -> None:
    at("officer").get("/parties/", {"words": "三春"})
    at("officer").get(f"/parties/{person.id}/")
    at("officer").get(f"/parties/{person.id}/?identifier=whole")
    at("officer").get("/parties/workbook/file/")

    rows = list(PartyRead.objects.filter(party=person).order_by("id").values_list("officer", "how"))
    log = at("audit").get("/parties/reads/").content.decode()
    assert rows == [(laid.officers["0412"].id, how) for how in ("page", "identifier", "workbook")]
    told = f"柳**（登记号{person.id}）"
    assert (log.count("陆知行") >= 3, log.count(told), "柳三春" in log) == (True, 3, False)
    assert at("officer").get("/parties/reads/").status_code == 403


def test_who_is_known_from_files_behind_a_wall_alone_is_found_by_nobody_outside(laid: Laid, at: At) -> None:
    with everything("a test"):
        justice = laid.organs["qp-justice"]
        case = open_case(justice, "reconsideration", "复1", actor=ACTOR, on=TODAY)
        party = take_part(case, Role.PARTY, actor=ACTOR, on=TODAY, name="章若水").party
    found = {
        who: (
            "章若水" in at(who).get("/parties/", {"words": "若水"}).content.decode(),
            at(who).get(f"/parties/{party.id}/").status_code,
        )
        for who in ("reconsideration", "supervisor")
    }

    assert found == {"reconsideration": (True, 200), "supervisor": (False, 404)}


def test_a_party_is_erased_by_the_leader_when_no_case_is_open(laid: Laid, at: At, person: Party) -> None:
    address = f"/parties/{person.id}/erase/"
    given = {"sure": "yes", "because": "2026年3月2日本人申请"}

    warned = at("leader").get(address).content.decode()
    unsure = at("leader").post(address, {"because": "本人申请"})
    refused = at("leader").post(address, given)
    with everything("a test"):
        for part in person.parts.filter(case__state="open").select_related("case"):
            close(part.case, actor=ACTOR, on=TODAY)
    done = at("leader").post(address, given)

    assert (unsure.status_code, refused.status_code, done.status_code) == (409, 409, 302)
    assert "1件" in warned
    assert at("officer").get(address).status_code == 403
    html = at("officer").get(f"/parties/{person.id}/").content.decode()
    assert ("柳三春" in html, "许1" in html) == (False, True)
    assert f"/parties/{person.id}/" not in at("officer").get("/parties/", {"words": "三春"}).content.decode()


def test_grades_and_entries_are_noted_with_their_days_by_who_handles(laid: Laid, at: At, person: Party) -> None:
    given = {"kind": "credit-grade", "value": "B", "on": "2026-01-01", "last": "2025-01-01", "source": "信用平台"}
    wrong = at("officer").post(f"/parties/{person.id}/fact/", given)
    done = at("officer").post(f"/parties/{person.id}/fact/", {**given, "last": ""})

    assert (wrong.status_code, done.status_code, at("leader").get(f"/parties/{person.id}/fact/").status_code) == (
        409,
        302,
        403,
    )
    with everything("a test"):
        assert list(PartyFact.objects.filter(party=person).values_list("kind", "value")) == [("credit-grade", "B")]
