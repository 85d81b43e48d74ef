"""Batches over the API: the same again changes nothing, what changed is put right, whose it is not writes nothing."""

from __future__ import annotations

import json
from datetime import date
from typing import Any

from tests.interfaces.api.world import World
from yifa.record.cases.columns import standing
from yifa.record.cases.models import Act, Case
from yifa.record.chain.models import EntryRow
from yifa.record.chain.queries import faults
from yifa.record.scope import everything


def batch(name: str, *cases: dict[str, Any]) -> dict[str, Any]:
    return {"batch": name, "cases": list(cases)}


def case(number: str, day: str = "2026-02-02", organ: str = "qp-market", **more: Any) -> dict[str, Any]:
    acts = [{"kind": "case-filed", "on": day, "people": {"officers": ["江临川", "外聘某"]}}]
    return {"organ": organ, "procedure": "penalty-ordinary", "number": number, "acts": acts, **more}


def test_a_batch_comes_in_once_changes_what_changed_and_is_taken_back(county: World) -> None:
    party = {"party_name": "柳三春", "party_identifier": "11010519491231002X"}
    first = county.ask("handler", "/imports", "POST", batch("b1", case("L1", **party), case("L2")))
    assert (first.status_code, json.loads(first.content)) == (
        200,
        {"batch": "b1", "new": 2, "changed": 0, "unchanged": 0, "acts": 2, "withdrawn": 0, "left_out": [], "named": []},
    )
    again = county.ask("handler", "/imports", "POST", batch("b2", case("L1", "2026-02-03", **party), case("L2")))
    assert json.loads(again.content) == {
        "batch": "b2",
        "new": 0,
        "changed": 1,
        "unchanged": 1,
        "acts": 1,
        "withdrawn": 1,
        "left_out": [],
        "named": [],
    }
    undone = county.ask("handler", "/imports/b1/undoing", "POST", {"reason": "送错"})
    assert json.loads(undone.content) == {"batch": "b1", "withdrawn": 1, "brought_back": 0, "worked_on": []}
    with everything("a test"):
        assert faults() == []
        assert sorted(Case.objects.filter(number__in=["L1", "L2"]).values_list("number", "state")) == [
            ("L1", "open"),
            ("L2", "void"),
        ]
        assert "江临川" not in str(list(Act.objects.values_list("fields", flat=True)))


def test_a_later_batch_that_is_taken_back_lets_the_earlier_one_stand_but_where_somebody_worked_since(
    county: World,
) -> None:
    county.ask("handler", "/imports", "POST", batch("b1", case("L1"), case("L2")))
    county.ask("handler", "/imports", "POST", batch("b2", case("L1", "2026-02-03"), case("L2", "2026-02-03")))
    with everything("a test"):
        second = Case.objects.get(number="L2").id
    happened = {"kind": "clue-received", "on": "2026-02-01", "reason": "补录"}
    assert county.ask("handler", f"/cases/{second}/acts/happened", "POST", happened).status_code == 201
    undone = county.ask("handler", "/imports/b2/undoing", "POST", {"reason": "送错"})
    assert json.loads(undone.content) == {"batch": "b2", "withdrawn": 1, "brought_back": 1, "worked_on": ["L2"]}
    with everything("a test"):
        cases = Case.objects.filter(number__in=["L1", "L2"])
        told = {one.number: (one.came_from["batch"], standing(one.acts.order_by("id"))) for one in cases}
        days = {
            number: (batch, [act.on for act in acts if act.kind == "case-filed"])
            for number, (batch, acts) in told.items()
        }
        assert (days, faults()) == ({"L1": ("b1", [date(2026, 2, 2)]), "L2": ("b2", [date(2026, 2, 3)])}, [])


def test_what_is_left_out_and_what_was_written_otherwise_is_told_by_its_place(county: World) -> None:
    decided = {"kind": "decision-made", "on": "2026-02-20", "fields": {"conduct": "柳三春无照经营"}}
    sent = batch("b1", case("机密★1年"), case("L2", party_name="柳三春", acts=[decided]))
    told = json.loads(county.ask("handler", "/imports", "POST", sent).content)
    assert (told["new"], told["left_out"], told["named"]) == (1, [{"place": 1, "why": "state-secret"}], [2])
    with everything("a test"):
        assert Act.objects.get(case__number="L2").fields == {"conduct": "当事人无照经营"}


def test_what_is_not_his_is_not_taken_in_and_nothing_of_the_rest(county: World) -> None:
    before = EntryRow.objects.count()
    for sent, expected in (
        (batch("b1", case("L1"), case("L2", organ="linyue")), 403),
        (batch("b1", case("L1"), case("L2", organ="nowhere")), 404),
        (batch("b1", case("L1"), case("L1")), 409),
        (batch("b1", case("L1", acts=[{"kind": "unheard-of"}])), 409),
        (batch("b1", case("L1", acts=[{"kind": "case-filed", "fields": {"officers": ["江临川"]}}])), 409),
    ):
        assert county.ask("handler", "/imports", "POST", sent).status_code == expected
    assert county.ask("reader", "/imports", "POST", batch("b1", case("L1"))).status_code == 403
    assert county.ask("handler", "/imports/none/undoing", "POST", {"reason": "送错"}).status_code == 404
    assert EntryRow.objects.count() == before
