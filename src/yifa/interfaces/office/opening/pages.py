"""The page on which a case is opened."""

from __future__ import annotations

import re
from datetime import date

from django.contrib import messages
from django.db.models import Max
from django.http import HttpResponse
from django.shortcuts import redirect, render

from yifa.interfaces.office.declaring import WRITERS, page
from yifa.interfaces.office.desks import Asked, Desk
from yifa.interfaces.office.matters import organ_names, procedure_name
from yifa.law.catalogue.folders import folder, procedure_ids
from yifa.record.cases.actions import open_case as open_a_case
from yifa.record.cases.actions import take_part
from yifa.record.cases.choices import Role
from yifa.record.cases.errors import NotRecorded, StateSecret
from yifa.record.cases.models import Case
from yifa.record.organs.models import Organ
from yifa.record.parties.errors import NotAParty
from yifa.wording import Language

LOOKED_AT = 100
"""So many numbers are looked at for the highest."""
_NUMBER = re.compile(r"(?P<letters>[^〔〕]+)〔(?P<year>\d{4})〕(?P<place>\d{1,9})号")


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
        doubts: list[str] = []
        case = _opened(desk, values, errors, doubts, speech)
        if case is not None:
            messages.success(request, speech.say("Opened: {number}. Record its first act now.", number=case.number))
            for doubt in doubts:
                messages.warning(request, doubt)
            return redirect("case", case=case.id)
    else:
        values["on"] = desk.today.isoformat()
    organs = _organs(desk)
    last = _last(organs)
    used = {one.procedure for one in last}
    procedures = sorted((procedure_name(one, speech), one) for one in _procedures(desk))
    told = {
        "values": values,
        "errors": errors,
        "organs": organs,
        "used": [one for one in procedures if one[1] in used],
        "procedures": [one for one in procedures if one[1] not in used],
        "last_numbers": [
            (procedure_name(one.procedure, speech), number, following(number, desk.today.year))
            for one in last
            for number in [_highest(one)]
        ],
    }
    return render(request, "opening/open.html", told, status=409 if errors else 200)


def _last(organs: list[tuple[str, int]]) -> list[Case]:
    """The case opened last under each procedure, so that the next number follows its own."""
    ids = [id_ for _, id_ in organs]
    last = Case.objects.filter(organ__in=ids).order_by().values("organ", "procedure").annotate(last=Max("id"))
    return list(Case.objects.filter(id__in=[one["last"] for one in last]).order_by("procedure", "id"))


def _highest(case: Case) -> str:
    """The highest number among the last that were given with the letters and year of this one."""
    found = _NUMBER.fullmatch(case.number)
    if found is None:
        return case.number
    begins = case.number[: found.start("place")]
    rows = Case.objects.filter(organ=case.organ_id, procedure=case.procedure, number__startswith=begins)
    given = (_NUMBER.fullmatch(one) for one in rows.order_by("-id").values_list("number", flat=True)[:LOOKED_AT])
    return f"{begins}{max(int(one['place']) for one in given if one is not None)}号"


def following(number: str, year: int) -> str:
    """The number after one such as 青市监案〔2026〕43号, in another year the first; blank where it is no such.

    >>> [following(one, 2026) for one in ("青市监案〔2026〕43号", "青市监案〔2025〕43号", "A-17")]
    ['青市监案〔2026〕44号', '青市监案〔2026〕1号', '']
    """
    found = _NUMBER.fullmatch(number)
    if found is None:
        return ""
    place = int(found["place"]) + 1 if found["year"] == str(year) else 1
    return f"{found['letters']}〔{year}〕{place}号"


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


def _opened(
    desk: Desk, values: dict[str, str], errors: list[tuple[str, str]], doubts: list[str], speech: Language
) -> Case | None:
    """The case, opened; nothing, where `errors` say why not. `doubts`: what of it was left out."""
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
        take_part(made, Role.HANDLER, actor=desk.actor(), on=on, officer=desk.officer)
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
            doubts.append(say("The code of the party was not kept: its check digit is wrong."))
    return made
