"""What whom a sheet waits for does with it: passes, sends back, refuses, asks a further one, hands on; others urge."""

from __future__ import annotations

from collections.abc import Callable

from yifa.interfaces.duty_telling import tell_law_on
from yifa.interfaces.office.approvals.way import posts_of
from yifa.interfaces.office.desks import Asked
from yifa.interfaces.office.way_words import tell_way
from yifa.record.cases.errors import StateSecret
from yifa.record.despatch.approvals import ask_also, hand_on, pass_on, refuse, send_back, urge
from yifa.record.despatch.choices import StepState
from yifa.record.despatch.errors import NotTheWay, NotYours
from yifa.record.despatch.models import Sheet, Step
from yifa.record.despatch.ways import approval_of
from yifa.record.organs.models import Post

SAYING_WHY = ("back", "refuse", "on")


def decided(request: Asked, step: Step) -> str:
    """Do what was decided; why it could not be done, where it could not."""
    desk, say = request.desk, request.speech.say
    opinion = request.POST.get("opinion", "").strip()
    how, to = request.POST.get("how", ""), request.POST.get("to", "1")
    if how in SAYING_WHY and not opinion:
        return say("Say why: a sheet is not sent back, handed on or refused without a word.")
    post = _post(request, step)
    if how in ("also", "on") and post is None:
        return say("Choose who is asked.")
    officer, on = desk.officer, desk.today
    actor, because = desk.actor(), desk.actor(request.POST.get("because", "").strip())
    doing: dict[str, Callable[[], object]] = {
        "pass": lambda: pass_on(step, opinion, officer=officer, actor=actor, on=on),
        "back": lambda: send_back(step, int(to), opinion, officer=officer, actor=actor, on=on),
        "refuse": lambda: refuse(step, opinion, officer=officer, actor=actor, on=on),
    }
    if post is not None:
        doing["also"] = lambda: ask_also(step, post, officer=officer, actor=actor, on=on)
        doing["on"] = lambda: hand_on(step, post, opinion, officer=officer, actor=because, on=on)
    try:
        doing.get(how, _nothing)()
    except NotTheWay:
        declared = approval_of(step.sheet.case, step.sheet.act)
        way, law = " → ".join(tell_way(declared, request.speech)), tell_law_on(declared.law, on, request.speech)
        return say("The procedure asks for: {way} ({law}). Say why this sheet goes another way.", way=way, law=law)
    except (NotYours, ValueError) as error:
        if isinstance(error, StateSecret):
            return say("It bears a mark of secrecy. State secrets are kept on their own systems; nothing was kept.")
        return say("This cannot be done with the sheet as it stands now; open it anew.")
    return ""


def urged(request: Asked, sheet: Sheet) -> str:
    """Urge whom a sheet waits for; each of them, where it is asked of several."""
    for step in sheet.steps.filter(state=StepState.OPEN).select_related("sheet__case__organ"):
        urge(step, actor=request.desk.actor(), on=request.desk.today)
    return ""


def _post(request: Asked, step: Step) -> Post | None:
    number = request.POST.get("post", "")
    return posts_of(step.sheet.case, request.desk).get(int(number)) if number.isdigit() else None


def _nothing() -> None:
    raise NotYours("nothing that is done with a sheet")
