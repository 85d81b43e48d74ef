"""The page on which a case is opened."""

from __future__ import annotations

from datetime import date

from django.contrib import messages
from django.db.models import Max
from django.http import HttpResponse
from django.shortcuts import redirect, render

from yifa.interfaces.office.declaring import WRITERS, page
from yifa.interfaces.office.desks import Asked, Desk
from yifa.interfaces.office.matters import organ_names, procedure_name
from yifa.law.catalogue.folders import folder, procedure_ids
from yifa.record.access.choices import RoleName
from yifa.record.cases.actions import open_case as open_a_case
from yifa.record.cases.actions import take_part
from yifa.record.cases.choices import Role
from yifa.record.cases.errors import NotRecorded, StateSecret
from yifa.record.cases.models import Case
from yifa.record.organs.models import Organ
from yifa.record.parties.errors import NotAParty
from yifa.wording import Language


@page("open/", name="open_case", roles=WRITERS, methods=("GET", "POST"), writes=True)
def open_case(request: Asked) -> HttpResponse:
    """Open a case, and go on to its page."""
    desk, speech = request.desk, request.speech
    values = {
        name: request.POST.get(name, "").strip()
        for name in ("procedure", "organ", "number", "title", "party", "code", "on")
    }
    errors: list[tuple[str, str]] = []
    if request.method == "POST":
        case = _opened(desk, values, errors, speech)
        if case is not None:
            messages.success(request, speech.say("Opened: {number}. Record its first act now.", number=case.number))
            return redirect("case", case=case.id)
    else:
        values["on"] = desk.today.isoformat()
    organs = _organs(desk)
    told = {
        "values": values,
        "errors": errors,
        "organs": organs,
        "procedures": sorted((procedure_name(one, speech), one) for one in _procedures(desk)),
        "last_numbers": _last_numbers(organs, speech),
    }
    return render(request, "opening/open.html", told, status=409 if errors else 200)


def _last_numbers(organs: list[tuple[str, int]], speech: Language) -> list[tuple[str, str]]:
    """The number given last under each procedure, so that the next one follows it."""
    ids = [id_ for _, id_ in organs]
    last = Case.objects.filter(organ__in=ids).order_by().values("organ", "procedure").annotate(last=Max("id"))
    rows = Case.objects.filter(id__in=[one["last"] for one in last]).order_by("procedure", "id")
    return [(procedure_name(one.procedure, speech), one.number) for one in rows]


def _organs(desk: Desk) -> list[tuple[str, int]]:
    ids = {organ for _, organ in desk.held if any(desk.may_write(organ, one) for one in procedure_ids())}
    return sorted((name, id_) for id_, name in organ_names(ids, desk.today).items())


def _procedures(desk: Desk) -> list[str]:
    """The procedures under which who sits here opens cases; what is only collected elsewhere is not opened here."""
    return [
        one
        for one in procedure_ids()
        if folder(one).procedure.mode == "run" and any(desk.may_write(organ, one) for _, organ in desk.held)
    ]


def _opened(desk: Desk, values: dict[str, str], errors: list[tuple[str, str]], speech: Language) -> Case | None:
    say = speech.say
    for name, words in (
        ("procedure", say("Say under which procedure.")),
        ("number", say("The number is missing.")),
        ("on", say("The day is missing.")),
    ):
        if not values[name]:
            errors.append((name, words))
    organs = {id_ for _, id_ in _organs(desk)}
    organ = int(values["organ"]) if values["organ"].isdigit() else next(iter(organs)) if len(organs) == 1 else 0
    if organ not in organs or not desk.may_write(organ, values["procedure"]):
        errors.append(("organ", say("You do not open cases of this kind for this organ.")))
    try:
        on = date.fromisoformat(values["on"]) if values["on"] else desk.today
    except ValueError:
        errors.append(("on", say("The day cannot be read; expected one such as 2026-03-02.")))
    if errors:
        return None
    if on > desk.today:
        errors.append(("on", say("The day lies ahead; what has not happened yet is not recorded.")))
        return None
    of = Organ.objects.get(pk=organ)
    if Case.objects.filter(organ=of, procedure=values["procedure"], number=values["number"]).exists():
        errors.append(("number", say("There is a case with this number already.")))
        return None
    try:
        made = open_a_case(of, values["procedure"], values["number"], actor=desk.actor(), on=on, title=values["title"])
        part = Role.HANDLER if RoleName.HANDLER in desk.roles else Role.ASSISTANT
        take_part(made, part, actor=desk.actor(), on=on, officer=desk.officer)
    except StateSecret:
        errors.append(
            ("title", say("It bears a mark of secrecy. State secrets are kept on their own systems; nothing was kept."))
        )
        return None
    except NotRecorded as error:
        errors.append(("", str(error)))
        return None
    if values["party"]:
        try:
            take_part(made, Role.PARTY, actor=desk.actor(), on=on, name=values["party"], identifier=values["code"])
        except NotAParty:
            take_part(made, Role.PARTY, actor=desk.actor(), on=on, name=values["party"])
    return made
