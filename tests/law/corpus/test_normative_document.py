"""Normative documents: what lapses by itself does so on the day itself, wherever it is."""

from __future__ import annotations

from yifa.law.catalogue.folders import folder
from yifa.law.catalogue.term import TermDuty

FOLDER = folder("normative-document")


def test_no_end_of_validity_is_moved_by_a_day_off() -> None:
    lapsing = {duty.id: duty.rolls for duty in FOLDER.duties if isinstance(duty, TermDuty) and duty.breach == "AUTO"}
    assert lapsing == {
        "ndo-validity-sd": False,
        "ndo-validity-sd/trial": False,
        "ndo-validity-sd/renewed": False,
        "ndo-validity-hn": False,
        "ndo-validity-hn/implementing": False,
        "ndo-validity-hn/trial": False,
    }


def test_what_was_read_in_excerpts_only_is_an_advisory_and_what_was_not_read_is_off() -> None:
    graded = {duty.rule: duty.verified for duty in FOLDER.duties if duty.verified != "text"}
    assert graded == {
        "ndo-legality-review": "mixed",
        "ndo-procedure-5": "mixed",
        "ndo-legality-review-5-15wd": "unverified",
    }
