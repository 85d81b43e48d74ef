"""What no worked case of supervision says: every local period, and no other, is contested since the national text."""

from __future__ import annotations

from datetime import date

from yifa.law.catalogue.folders import folder

NATIONAL = "it > 2026-01-31"
"""The day after which a local period is shown beside the national regulation (rulebook 6.4 no. 13)."""
PLACES = {"shandong", "tianjin", "chongqing", "jilin", "sichuan"}


def test_every_local_term_from_day_to_day_is_contested_once_the_national_regulation_is_in_force() -> None:
    local = {
        duty.id: [one.when.replace("supervision-case-filed", "it") for one in duty.contested]
        for duty in folder("supervision").duties
        if set(duty.overlay) & PLACES and duty.kind == "time-limit" and duty.for_ != "each year"
    }
    assert len(local) == 19
    assert local == {id_: [NATIONAL] for id_ in local}


def test_no_duty_of_market_supervision_or_of_the_nation_is() -> None:
    others = [duty for duty in folder("supervision").duties if not set(duty.overlay) & PLACES]
    assert [duty.id for duty in others if duty.contested] == []


def test_the_national_regulation_takes_effect_the_day_after_local_texts_stand_alone() -> None:
    national = [duty for duty in folder("supervision").duties if duty.id.startswith("sup-national-")]
    assert {duty.valid.from_ for duty in national} == {date(2026, 2, 1)}
    assert {duty.id: duty.verified for duty in national} == {
        "sup-national-scope": "web",
        "sup-national-body": "web",
        "sup-national-instruments": "unverified",
    }
