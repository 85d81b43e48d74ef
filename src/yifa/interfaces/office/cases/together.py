"""Several cases at once: what was chosen, what is asked before it is done, what was done and what was refused."""

from __future__ import annotations

from typing import Any

from django.contrib import messages
from django.http import HttpResponse, QueryDict
from django.shortcuts import redirect, render
from django.urls import reverse

from yifa.interfaces.office.cases.choices import officers
from yifa.interfaces.office.cases.deeds import DEEDS, Deed, Order, done, may, officers_of
from yifa.interfaces.office.declaring import READERS, page
from yifa.interfaces.office.desks import Asked
from yifa.interfaces.office.matters import Matter, matters
from yifa.interfaces.office.openness_words import tell_ground, tell_openness
from yifa.record.cases.choices import Ground, Openness
from yifa.record.cases.models import Case
from yifa.record.chain.chained import values_of
from yifa.record.organs.models import Officer
from yifa.wording import Language

AT_ONCE = 200
"""So many cases at once."""
LONGEST = 300
_KEPT = "together"


@page("cases/together/", name="together", roles=READERS, methods=("GET", "POST"), writes=True)
def together(request: Asked) -> HttpResponse:
    """Several cases at once: asked first, then done with each, then told."""
    if request.method != "POST":
        return _told(request)
    say, posted = request.speech.say, request.POST
    chosen = _chosen(posted)
    back = f"{reverse('cases')}?{posted.get('query', '')[:1000]}"
    if not chosen or posted.get("what") not in DEEDS:
        messages.warning(request, say("No case was chosen: tick the lines first."))
        return redirect(back)
    deed = Deed(posted["what"])
    if posted.get("step") != "do":
        return _asked(request, deed, chosen, {})
    order, errors = _order(deed, posted, request.speech)
    if errors or order is None:
        return _asked(request, deed, chosen, errors, status=409)
    about = matters(chosen, request.desk.today, request.speech)
    refused = []
    for case in chosen:
        if why := done(order, case, request.desk, request.speech):
            refused.append([case.id, _name(about[case.id]), why])
    request.session[_KEPT] = {
        "deed": deed.value,
        "done": [[one.id, _name(about[one.id])] for one in chosen if one.id not in {id_ for id_, *_ in refused}],
        "refused": refused,
        "query": posted.get("query", "")[:1000],
    }
    return redirect("together")


def _chosen(posted: QueryDict) -> list[Case]:
    """The cases that were ticked, as far as they may be read."""
    ids = [int(one) for one in posted.getlist("case") if one.isascii() and one.isdigit() and len(one) < 19]
    return list(Case.objects.filter(id__in=ids[:AT_ONCE]).select_related("organ").order_by("-opened", "-id"))


def _name(matter: Matter) -> str:
    return f"{matter.case.number} {matter.called}".strip()


def _told(request: Asked) -> HttpResponse:
    kept = request.session.get(_KEPT)
    if not kept or kept["deed"] not in DEEDS:
        return redirect("cases")
    name = Deed(kept["deed"]).name_in(request.speech)
    return render(request, "cases/together_done.html", {"name": name, **kept})


def _asked(
    request: Asked, deed: Deed, chosen: list[Case], errors: dict[str, str], *, status: int = 200
) -> HttpResponse:
    desk, speech, posted = request.desk, request.speech, request.POST
    about = matters(chosen, desk.today, speech)
    organs = {one.organ_id for one in chosen}
    handlers = officers_of(chosen) if deed is Deed.HAND_OVER else []
    names = values_of(handlers)
    told: dict[str, Any] = {
        "deed": deed,
        "name": deed.name_in(speech),
        "chosen": [(about[one.id], may(deed, one, desk)) for one in chosen],
        "able": sum(may(deed, one, desk) for one in chosen),
        "errors": list(errors.items()),
        "leaving": [(str(one.id), f"{names.get(one.name) or one.number}（{one.number}）") for one in handlers],
        "officers": officers(desk, str(next(iter(organs)))) if deed is Deed.HAND_OVER and len(organs) == 1 else [],
        "own": str(desk.officer.id),
        "openness": [(one.value, tell_openness(one, speech)) for one in Openness],
        "grounds": [(one.value, tell_ground(one, speech)) for one in Ground],
        "given": {name: posted.get(name, "") for name in ("leaving", "to", "words", "openness", "ground", "query")},
        "longest": LONGEST,
    }
    return render(request, "cases/together.html", told, status=status)


def _order(deed: Deed, posted: QueryDict, speech: Language) -> tuple[Order | None, dict[str, str]]:
    """What was filled in, or what is wrong with it, by the field."""
    say, errors = speech.say, {}
    words = posted.get("words", "").strip()[:LONGEST]
    if deed is Deed.HAND_OVER:
        leaving, to = _officer(posted.get("leaving", "")), _officer(posted.get("to", ""))
        if leaving is None:
            errors["leaving"] = say("Say whose part ends.")
        if to is None:
            errors["to"] = say("Say who goes on with the cases.")
        return (None if errors else Order(deed, leaving, to, words)), errors
    if deed is Deed.URGE:
        return Order(deed, words=words), errors
    openness, ground = posted.get("openness", ""), posted.get("ground", "")
    if openness not in Openness:
        errors["openness"] = say("Say whether they are made public.")
    if openness == Openness.CLOSED and ground not in Ground:
        errors["ground"] = say("What is not made public needs a ground of the regulation.")
    return Order(deed, words=words, openness=openness, ground=ground if openness == Openness.CLOSED else ""), errors


def _officer(text: str) -> Officer | None:
    known = text.isascii() and text.isdigit() and len(text) < 19
    return Officer.objects.filter(id=int(text)).first() if known else None
