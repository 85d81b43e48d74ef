"""Petitions under two regulations: one takes over where the other ends, and only the objection counts working days."""

from __future__ import annotations

from datetime import timedelta

from yifa.law.catalogue.folders import folder
from yifa.law.catalogue.term import TermDuty
from yifa.law.clock import Unit

FOLDER = folder("petition")
DUTIES = {duty.id: duty for duty in FOLDER.duties}
SAME_DUTY_BY_ANOTHER_NAME = {"pet-old-decide-15d": "pet-transferred-tell-15d"}


def _successor(id_: str) -> str:
    return SAME_DUTY_BY_ANOTHER_NAME.get(id_, id_.replace("pet-old-", "pet-", 1))


def test_the_regulation_of_2022_takes_over_each_duty_on_the_day_after_that_of_2005_ends() -> None:
    old = [duty for duty in FOLDER.duties if duty.id.startswith("pet-old-")]
    gaps = [
        duty.id
        for duty in old
        if duty.valid.to is None or DUTIES[_successor(duty.id)].valid.from_ != duty.valid.to + timedelta(days=1)
    ]
    assert (len(old), gaps) == (12, [])


def test_only_the_objection_to_a_transfer_is_counted_in_working_days() -> None:
    terms = [duty for duty in FOLDER.duties if isinstance(duty, TermDuty) and duty.length is not None]
    in_working_days = {duty.id for duty in terms if duty.length and duty.length.unit is Unit.WORKING_DAYS}
    assert in_working_days == {"pet-objection-5wd"}


def test_a_hearing_stops_the_clock_of_the_re_examination_only() -> None:
    stopped = {duty.id for duty in FOLDER.duties if isinstance(duty, TermDuty) and duty.pauses}
    assert stopped == {"pet-recheck-30d", "pet-old-recheck-30d"}
