"""Every duty is shown in every light by a worked case: met, broken, unknown, and not to be assessed from the source."""

from __future__ import annotations

import pytest

from yifa.law.catalogue.folders import folder

LIGHTS = frozenset(("met", "unmet", "unknown", "not-assessable"))
NEVER_UNASSESSABLE = {
    "litigation": (),
    "disclosure": ("ogi-correction-7wd/once",),
    "criminal-transfer": (),
    "compensation": (),
    "major-decision": (),
    "government-rule": (),
    "petition": (),
    "mediation": (),
}
"""The folders looked at, and their duties that read nothing beside the act they are judged at."""


@pytest.mark.parametrize("id_", NEVER_UNASSESSABLE)
def test_a_worked_case_shows_every_duty_in_every_light(id_: str) -> None:
    seen: dict[str, set[str]] = {duty.id: set() for duty in folder(id_).duties}
    for group in folder(id_).groups:
        for example in group.examples:
            for duty, expected in example.expect.items():
                seen[duty] |= {one.outcome for one in expected}
    missing = {duty: LIGHTS - outcomes for duty, outcomes in seen.items() if not outcomes >= LIGHTS}
    assert missing == {duty: {"not-assessable"} for duty in NEVER_UNASSESSABLE[id_]}
