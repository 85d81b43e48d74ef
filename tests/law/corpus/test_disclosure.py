"""Disclosure: requests and the yearly report in one folder, and no period that does not write out its unit."""

from __future__ import annotations

from yifa.law.catalogue.folders import folder
from yifa.law.catalogue.term import TermDuty

FOLDER = folder("disclosure")


def test_the_yearly_report_is_handled_in_the_folder_of_the_requests() -> None:
    assert folder("disclosure-annual").id == "disclosure"


def test_every_period_of_the_regulation_is_in_working_days_and_says_why() -> None:
    terms = [duty for duty in FOLDER.duties if isinstance(duty, TermDuty) and duty.within is not None]
    written = {
        duty.id: (duty.within, duty.unit_reason is not None) for duty in terms if duty.within != "1 calendar days"
    }
    assert written == {
        "ogi-correction-7wd": ("7 working days", True),
        "ogi-answer-20wd": ("20 working days", True),
        "ogi-answer-20wd/silent": ("35 working days", True),
        "ogi-third-party-15wd": ("15 working days", True),
        "ogi-co-maker-15wd": ("15 working days", True),
        "ogi-proactive-20wd": ("20 working days", True),
        "ogi-proactive-20wd/changed": ("20 working days", True),
    }
