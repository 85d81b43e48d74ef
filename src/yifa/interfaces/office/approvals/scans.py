"""The scan of a sheet that was signed on paper: kept in the secondary part of the file, told by its digest."""

from __future__ import annotations

from datetime import date
from typing import Any

from yifa.interfaces.office.act_words import act_name
from yifa.interfaces.office.desks import Desk
from yifa.record.cases.choices import Part
from yifa.record.cases.columns import procedure_of
from yifa.record.cases.errors import StateSecret
from yifa.record.cases.models import Case
from yifa.record.evidence.actions import keep_file
from yifa.record.evidence.choices import Sort
from yifa.record.evidence.errors import NotKept
from yifa.wording import CHINESE, Language, language


def keep_scan(case: Case, act: str, file: Any, desk: Desk, on: date, speech: Language) -> tuple[str, str]:
    """Keep the scan of a sheet, as it was uploaded; its digest, and what is wrong with it (one of the two is blank)."""
    say = speech.say
    if file is None or file.file is None:
        return "", say("The scan is missing: the signed paper as a PDF or a picture.")
    title = f"审批表扫描件：{act_name(procedure_of(case), act, language(CHINESE))}"
    try:
        item = keep_file(case, file.file, title, Sort.SCAN, actor=desk.actor(), on=on, part=Part.SECONDARY)
    except StateSecret:
        return "", say("It bears a mark of secrecy. State secrets are kept on their own systems; nothing was kept.")
    except NotKept:
        return "", say(
            "The scan cannot be kept: damaged, locked, empty or of another kind; expected a PDF or a picture."
        )
    return item.digest, ""
