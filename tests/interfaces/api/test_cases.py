"""Cases over the API: what is read, what is written, what is refused, and that nobody learns of what is not his."""

from __future__ import annotations

import json
from collections import OrderedDict
from datetime import timedelta
from pathlib import Path
from typing import Any, get_args

import pytest

from tests.interfaces.api.world import World
from tests.record.register import CLERK, NOW, TODAY
from yifa.interfaces.api.shapes.cases import GroundWord, OpennessWord, StateWord
from yifa.record.cases.choices import Ground, Openness, State
from yifa.record.cases.models import Act, Case
from yifa.record.cases.transfers import transfer
from yifa.record.chain import verifier
from yifa.record.chain.actions import seal
from yifa.record.chain.models import EntryRow
from yifa.record.chain.queries import faults
from yifa.record.jobs import moments
from yifa.record.organs.models import Officer, Post
from yifa.record.scope import everything
from yifa.record.tokens.actions import revoke
from yifa.record.tokens.models import Token

ACCEPTED = {"kind": "application-accepted", "on": "2026-03-02"}
UNLAWFUL = {
    "kind": "decision-made",
    "on": "2026-03-20",
    "fields": {"result": "refused", "written": True, "reasons_stated": False, "remedies_told": True},
}


def entries() -> int:
    return EntryRow.objects.count()


def test_a_case_is_opened_worked_on_and_read(county: World) -> None:
    sent = {
        "organ": "qp-market",
        "procedure": "licence",
        "number": "7",
        "on": "2026-03-02",
        "title": "白露申请",
        "acts": [{"kind": "application-received", "on": "2026-03-02", "fields": {"complete": True}}],
    }
    opened = county.ask("handler", "/cases", "POST", sent)
    assert opened.status_code == 201
    id_ = json.loads(opened.content)["id"]
    recorded = county.ask("handler", f"/cases/{id_}/acts", "POST", ACCEPTED)
    assert recorded.status_code == 201
    told = json.loads(county.ask("reader", f"/cases/{id_}").content)
    assert told == {
        "id": id_,
        "organ": "qp-market",
        "procedure": "licence",
        "number": "7",
        "came_as": "",
        "title": "白露申请",
        "opened": "2026-03-02",
        "state": "open",
        "openness": "on-request",
        "openness_ground": "",
        "known_to": [],
        "facts": {},
        "version": 1,
    }
    acts = json.loads(county.ask("reader", f"/cases/{id_}/acts").content)["acts"]
    assert [(one["kind"], one["recorded_by"].split()[0], one["stands"]) for one in acts] == [
        ("application-received", acts[0]["recorded_by"].split()[0], True),
        ("application-accepted", acts[1]["recorded_by"].split()[0], True),
    ]
    duties = json.loads(county.ask("reader", f"/cases/{id_}/duties?as_of=2026-03-31").content)
    decide = next(one for one in duties["duties"] if one["duty"] == "lic-decide-20wd")
    assert (decide["light"], decide["outcome"], decide["due"]) == ("red", "unmet", "2026-03-30")
    with everything("a test"):
        assert faults() == []


def test_a_case_that_is_not_public_and_known_to_some_alone_is_so_from_its_first_moment(county: World) -> None:
    with everything("a test"):
        reader = Officer.objects.get(number="reader").id
        post = Post.objects.get(officer=reader).id
    city = f"organ{county.held.city.id}"
    sent = {"organ": "qp-market", "procedure": "licence", "number": "7", "on": "2026-03-02", "openness": "closed"}
    assert json.loads(county.ask("handler", "/cases", "POST", sent).content)["type"] == "urn:yifa:problem:not-recorded"
    sent |= {"openness_ground": "privacy", "openness_reason": "举报人信息"}
    for members, status in ((["officer999999"], 404), (["clerk1"], 422), ([f"post{post}", city], 201)):
        answer = county.ask("handler", "/cases", "POST", sent | {"known_to": members})
        assert answer.status_code == status
    id_ = json.loads(answer.content)["id"]
    told = json.loads(county.ask("reader", f"/cases/{id_}").content)
    assert (told["openness"], told["openness_ground"]) == ("closed", "privacy")
    assert told["known_to"] == [city, f"post{post}"]
    assert county.ask("handler", f"/cases/{id_}").status_code == 404
    with everything("a test"):
        assert (Case.objects.get(id=id_).openness_reason, faults()) == ("举报人信息", [])


def test_cases_are_asked_for_in_every_state_they_can_be_in(county: World) -> None:
    assert set(get_args(StateWord)) == set(State)
    assert (set(get_args(OpennessWord)), set(get_args(GroundWord))) == (set(Openness), set(Ground))
    with everything("a test"):
        transfer(county.cases["licence"], county.held.justice, "不属本机关管辖", actor=CLERK, on=TODAY)
    for state, numbers in (("sent", ["licence-1"]), ("open", []), ("concluded", [])):
        told = json.loads(county.ask("handler", f"/cases?state={state}").content)["cases"]
        assert [one["number"] for one in told] == numbers


def test_what_would_break_a_duty_is_refused_with_duty_article_and_cure_in_the_language_asked_for(county: World) -> None:
    case = county.cases["licence"].id
    county.ask("handler", f"/cases/{case}/acts", "POST", ACCEPTED)
    before = entries()
    refused = county.ask("handler", f"/cases/{case}/acts", "POST", UNLAWFUL, **{"Accept-Language": "zh-CN"})
    assert (refused.status_code, refused.headers["Content-Type"]) == (409, "application/problem+json")
    told = json.loads(refused.content)
    assert (told["type"], told["title"]) == ("urn:yifa:problem:not-lawful", "会违反法定义务")
    assert [(one["duty"], bool(one["law"]), bool(one["cure"])) for one in told["duties"]] == [
        ("lic-refusal-reasons", True, True)
    ]
    assert entries() == before
    asks_why = county.ask("handler", f"/cases/{case}/acts/happened", "POST", UNLAWFUL)
    assert (asks_why.status_code, json.loads(asks_why.content)["title"]) == (409, "A reason is needed")
    given = county.ask("handler", f"/cases/{case}/acts/happened", "POST", {**UNLAWFUL, "reason": "补录"})
    assert given.status_code == 201
    assert entries() == before + 1


def test_an_act_is_put_right_and_withdrawn_and_both_stay(county: World) -> None:
    case = county.cases["licence"].id
    act = json.loads(county.ask("handler", f"/cases/{case}/acts", "POST", ACCEPTED).content)["id"]
    sent = {**ACCEPTED, "on": "2026-03-01", "reason": "日期填错"}
    made = json.loads(county.ask("handler", f"/acts/{act}/correction", "POST", sent).content)["id"]
    county.ask("handler", f"/acts/{made}/withdrawal", "POST", {"reason": "并未受理"})
    acts = json.loads(county.ask("reader", f"/cases/{case}/acts").content)["acts"]
    assert [(one["corrects"], one["withdrawn"], one["stands"]) for one in acts[1:]] == [
        (None, False, False),
        (act, False, False),
        (made, True, False),
    ]


def test_who_may_not_read_or_write_learns_nothing_and_writes_nothing(county: World) -> None:
    own, walled, other = (county.cases[name].id for name in ("licence", "reconsideration", "other"))
    before = entries()
    for who, case, expected in (
        ("neighbour", own, 404),
        ("handler", other, 404),
        ("handler", walled, 404),
        ("supervisor", walled, 404),
        ("supervisor", own, 403),
        ("reader", own, 403),
        ("administrator", own, 403),
    ):
        answer = county.ask(who, f"/cases/{case}/acts", "POST", ACCEPTED)
        assert (who, answer.status_code) == (who, expected)
        assert "柳" not in answer.content.decode()
    assert entries() == before
    listed = {
        who: [one["number"] for one in json.loads(county.ask(who, "/cases").content)["cases"]]
        for who in ("handler", "reader", "supervisor", "neighbour")
    }
    assert listed == {
        "handler": ["licence-1"],
        "reader": ["licence-1", "reconsideration-1"],
        "supervisor": ["licence-1"],
        "neighbour": ["other-1"],
    }
    missing = county.ask("handler", "/cases/999999")
    assert missing.content == county.ask("handler", f"/cases/{other}").content


def test_names_are_masked_and_erased_ones_are_blank(county: World) -> None:
    case = county.cases["licence"].id
    people = json.loads(county.ask("reader", f"/cases/{case}/participants").content)["participants"]
    assert [(one["role"], one["name"]) for one in people] == [("party", "柳**")]
    officers = json.loads(county.ask("reader", "/organs/qp-market/officers").content)["officers"]
    assert [one["name"] for one in officers][:2] == ["h*********", "r********"]
    assert all("*" in held["number"] for one in officers for held in one["certificates"])


def test_lists_go_on_by_key_however_many_come_meanwhile(county: World) -> None:
    def opened(number: int) -> None:
        sent = {"organ": "qp-market", "procedure": "licence", "number": f"p{number}", "on": "2026-03-02"}
        assert county.ask("handler", "/cases", "POST", sent).status_code == 201

    for number in range(4):
        opened(number)
    found, after = [], 0
    while after is not None:
        page = json.loads(county.ask("handler", f"/cases?limit=2&after={after}").content)
        found += [one["number"] for one in page["cases"]]
        if after == 0:
            opened(9)
        after = page["next"]
    assert found == ["licence-1", "p0", "p1", "p2", "p3", "p9"]


def test_a_proof_is_verified_by_the_one_file_that_knows_nothing_of_us(county: World, tmp_path: Path) -> None:
    case = county.cases["licence"].id
    act = json.loads(county.ask("handler", f"/cases/{case}/acts", "POST", ACCEPTED).content)
    unsealed = json.loads(county.ask("reader", f"/acts/{act['id']}/proof").content)
    assert (unsealed["sealed"], unsealed["digest"]) == (False, act["digest"])
    with everything("a test"):
        for _ in range(3):
            made = seal(TODAY)
    told = json.loads(county.ask("reader", f"/acts/{act['id']}/proof").content)
    path = tmp_path / "proof.json"
    path.write_text(told["text"], encoding="utf-8")
    first = json.loads(county.ask("reader", "/seals/1").content)
    wrong, said = verifier.verify_proof(path, [first["digest"]])
    assert (wrong, "application-accepted" in said) == ([], True)
    assert made.number == 3
    entry = json.loads(county.ask("reader", f"/organs/qp-market/entries/{act['entry']}").content)
    assert entry["text"] == told["text"]
    assert county.ask("neighbour", f"/organs/qp-market/entries/{act['entry']}").status_code == 404


def test_a_token_is_answered_no_more_once_it_is_revoked(county: World) -> None:
    assert county.ask("reader", "/cases").status_code == 200
    with everything("a test"):
        revoke(Token.objects.get(label__startswith="reader"), actor=CLERK, on=TODAY)
    assert county.ask("reader", "/cases").status_code == 401
    county.secrets["reader"] = "yifa_guessed"
    assert county.ask("reader", "/cases").status_code == 401


@pytest.mark.parametrize("who", ["handler", ""])
def test_who_asks_too_often_is_told_when_to_ask_again(
    county: World, who: str, settings: Any, monkeypatch: pytest.MonkeyPatch
) -> None:
    settings.API_REQUESTS_A_MINUTE = 5
    monkeypatch.setattr("yifa.interfaces.api.limits.WITHOUT_TOKEN", 5)
    monkeypatch.setattr("yifa.interfaces.api.limits._buckets", OrderedDict())
    answers = [county.ask(who, "/seals") for _ in range(6)]
    assert [one.status_code for one in answers] == [200 if who else 401] * 5 + [429]
    assert 1 <= int(answers[-1].headers["Retry-After"]) <= 12


def test_nothing_is_written_twice_under_one_number(county: World) -> None:
    sent = {"organ": "qp-market", "procedure": "licence", "number": "licence-1", "on": "2026-03-02"}
    answer = county.ask("handler", "/cases", "POST", sent)
    assert (answer.status_code, json.loads(answer.content)["type"]) == (409, "urn:yifa:problem:there-already")
    with everything("a test"):
        assert (Case.objects.filter(number="licence-1").count(), Act.objects.count()) == (1, 2)


def test_two_who_close_one_case_the_second_is_told(county: World) -> None:
    case = county.cases["licence"].id
    assert county.ask("handler", f"/cases/{case}/closing", "POST", {"on": "2026-03-02"}).status_code == 200
    before = entries()
    for path, sent in (("closing", {"on": "2026-03-02"}), ("acts", ACCEPTED)):
        answer = county.ask("handler", f"/cases/{case}/{path}", "POST", sent)
        assert (answer.status_code, json.loads(answer.content)["type"]) == (409, "urn:yifa:problem:wrong-state")
    assert entries() == before
    reopened = county.ask("handler", f"/cases/{case}/reopening", "POST", {"reason": "漏办一项"})
    assert json.loads(reopened.content) == {"id": case, "version": 3}


def test_a_clock_that_goes_back_between_two_requests_breaks_nothing(
    county: World, monkeypatch: pytest.MonkeyPatch
) -> None:
    case = county.cases["licence"].id
    later = json.loads(county.ask("handler", f"/cases/{case}/acts", "POST", ACCEPTED).content)
    monkeypatch.setattr(moments, "now", lambda: NOW - timedelta(hours=9))
    sent = {**ACCEPTED, "reason": "日期填错"}
    earlier = json.loads(county.ask("handler", f"/acts/{later['id']}/correction", "POST", sent).content)
    assert earlier["entry"] == later["entry"] + 1
    acts = json.loads(county.ask("reader", f"/cases/{case}/acts").content)["acts"]
    assert [one["stands"] for one in acts] == [True, False, True]
    with everything("a test"):
        assert faults() == []
