"""Notices in words, and where each leads."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any
from urllib.parse import urlencode

from django.urls import reverse

from yifa.interfaces.office.act_words import act_name
from yifa.interfaces.office.clues.words import tell_turned, tell_verdict
from yifa.interfaces.office.marks import duty_of, sign_of_day, tell_far
from yifa.interfaces.office.matters import Matter, matters
from yifa.interfaces.ui.lights import Sign
from yifa.oversight.clues.choices import Turned, Verdict
from yifa.oversight.notices.choices import About
from yifa.oversight.notices.models import Notice
from yifa.record.cases.columns import procedure_of
from yifa.record.cases.models import Case
from yifa.wording import Language


@dataclass(frozen=True)
class Told:
    """A notice as lists show it. `matter` None: it is about no single one, or one that may not be read any more."""

    notice: Notice
    words: str
    detail: str
    matter: Matter | None
    day: str
    sign: Sign | None
    address: str


def told_notices(notices: Sequence[Notice], today: date, speech: Language) -> list[Told]:
    """Notices in their order; those about files that may not be read any more are left out."""
    rows = Case.objects.filter(id__in={one.case_id for one in notices if one.case_id}).select_related("organ")
    about = matters(rows, today, speech)
    return [
        _told(one, about.get(one.case_id or 0), today, speech)
        for one in notices
        if one.case_id is None or one.case_id in about
    ]


def _told(one: Notice, matter: Matter | None, today: date, speech: Language) -> Told:
    words, detail, sign = _words(one, matter, today, speech)
    return Told(one, words, detail, matter, speech.day(one.on), sign, address_of(one))


def _words(one: Notice, matter: Matter | None, today: date, speech: Language) -> tuple[str, str, Sign | None]:
    """What it says, about which duty or act, and the light of a day."""
    say, said = speech.say, one.told
    match About(one.about):
        case About.DUE:
            due = date.fromisoformat(said["due"])
            duty = None if matter is None else duty_of(matter.case, said["duty"])
            far = tell_far(due, today, duty, speech)
            return (
                say("due on {day}, {far}", day=speech.day(due), far=far),
                _duty(matter, said, speech),
                sign_of_day(due, today),
            )
        case About.CLUE:
            turned = Turned(said["turned"])
            words = (
                say("a new clue about a matter of yours")
                if turned is Turned.NEW
                else say("clue about a matter of yours: {turned}", turned=tell_turned(turned, speech))
            )
            return words, _duty(matter, said, speech), None
        case About.CLUES if said.get("mine"):
            many = speech.count("{n} clue about matters of yours", "{n} clues about matters of yours", said["many"])
            return many, "", None
        case About.CLUES:
            return speech.count("{n} new clue to be screened", "{n} new clues to be screened", said["many"]), "", None
        case About.SCREENED:
            words = say("clue screened: {verdict}", verdict=tell_verdict(Verdict(said["verdict"]), speech))
            return words, _duty(matter, said, speech), None
        case About.EXPLAINED:
            return say("clue explained by the organ"), _duty(matter, said, speech), None
        case About.ASKED:
            return say("an approval sheet waits for you"), _act(matter, said, speech), None
        case About.ANSWERED:
            came_to = {
                "returned": say("your sheet was sent back"),
                "signed": say("your sheet was signed"),
                "refused": say("your sheet was refused"),
            }
            return came_to[said["came_to"]], _act(matter, said, speech), None
        case About.URGED:
            return say("you were urged to get on with it"), "", None


def _duty(matter: Matter | None, said: Mapping[str, Any], speech: Language) -> str:
    if matter is None:
        return ""
    title = duty_of(matter.case, said["duty"]).title
    return title.zh if speech.tag == "zh" else title.en


def _act(matter: Matter | None, said: Mapping[str, Any], speech: Language) -> str:
    return "" if matter is None else act_name(procedure_of(matter.case), said["act"], speech)


def address_of(one: Notice) -> str:
    """Where a notice leads."""
    said = one.told
    match About(one.about):
        case About.CLUE | About.SCREENED | About.EXPLAINED:
            key = urlencode({"duty": said["duty"], "subject": said["subject"]})
            return f"{reverse('clue', kwargs={'case': one.case_id})}?{key}"
        case About.CLUES:
            return f"{reverse('clues')}?{'whose=mine' if said.get('mine') else 'age=week'}&by=found"
        case About.ASKED | About.ANSWERED:
            return reverse("approval", kwargs={"sheet": said["sheet"]})
        case About.DUE:
            return f"{reverse('case', kwargs={'case': one.case_id})}#{said['duty'].replace('/', '-')}"
    return reverse("case", kwargs={"case": one.case_id})
