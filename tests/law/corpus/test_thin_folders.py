"""The folders of the supporting machines: every duty that is on is shown in every light by a worked case."""

from __future__ import annotations

import pytest

from yifa.law.catalogue.folders import folder
from yifa.law.catalogue.rulebook import rulebook

LIGHTS = frozenset(("met", "unmet", "unknown", "not-assessable"))
FOLDERS = (
    "supervision",
    "credit",
    "emergency",
    "qualification",
    "publication",
    "duty-list",
    "discretion",
    "dossier-review",
    "annual-report",
    "archive",
    "data-sharing",
    "process-record",
)


@pytest.mark.parametrize("id_", FOLDERS)
def test_a_worked_case_shows_every_duty_that_is_on_in_every_light(id_: str) -> None:
    of = folder(id_)
    seen: dict[str, set[str]] = {
        duty.id: set() for duty in of.duties if duty.id in of.own and duty.verified != "unverified"
    }
    for group in of.groups:
        for example in group.examples:
            for duty in seen.keys() & example.expect.keys():
                seen[duty] |= {one.outcome for one in example.expect[duty]}
    assert {duty: LIGHTS - lights for duty, lights in seen.items() if not lights >= LIGHTS} == {}


@pytest.mark.parametrize("id_", FOLDERS)
def test_a_duty_nobody_has_read_is_written_down_and_switched_off(id_: str) -> None:
    of = folder(id_)
    off = [duty.id for duty in of.duties if duty.verified == "unverified"]
    shown = {
        duty: {one.outcome for group in of.groups for example in group.examples for one in example.expect.get(duty, ())}
        for duty in off
    }
    assert shown == {id_: {"not-applicable"} for id_ in off}


def test_the_rules_of_the_list_and_of_data_sharing_make_up_their_section() -> None:
    assert {*folder("duty-list").rules, *folder("data-sharing").rules} == set(rulebook()["DUT"])
