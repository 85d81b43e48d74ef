"""Who takes part in a case, as what: joined, and left, for avoidance (回避) or another reason."""

from __future__ import annotations

from django.http import HttpResponse

from yifa.interfaces.office.amending.forms import (
    Errors,
    chosen,
    day_typed,
    done,
    form,
    kept_out,
    noted,
    typed,
)
from yifa.interfaces.office.amending.refusals import Refusal
from yifa.interfaces.office.case.around import people as told_people
from yifa.interfaces.office.declaring import WRITERS, page
from yifa.interfaces.office.desks import Asked
from yifa.interfaces.office.state_words import tell_leaving, tell_part
from yifa.record.cases.actions import take_part
from yifa.record.cases.choices import Leaving, Role
from yifa.record.cases.models import Case
from yifa.record.cases.parts import leave
from yifa.record.chain.chained import values_of
from yifa.record.organs.models import Officer
from yifa.record.parties.errors import NotAParty
from yifa.wording import Language

OF_OFFICERS = (Role.HANDLER, Role.ASSISTANT, Role.REVIEWER)
OF_OTHERS = (Role.PARTY, Role.THIRD_PARTY, Role.REPRESENTATIVE, Role.WITNESS)


@page("cases/<int:case>/amend/people/", name="people", roles=WRITERS, methods=("GET", "POST"), writes=True)
def people(request: Asked, case: Case) -> HttpResponse:
    """Let somebody take part, or leave."""
    if (answer := kept_out(request, case)) is not None:
        return answer
    say = request.speech.say
    errors: Errors = []
    refusal: Refusal | None = None
    if request.method == "POST":
        doing = {"officer": _officer_joins, "other": _other_joins, "leave": _leaves}.get(request.POST.get("how", ""))
        refusal = doing(request, case, errors) if doing is not None else None
        if not errors and refusal is None and doing is not None:
            return noted(request, say("Noted who takes part."), "people", case)
    speech = request.speech
    return form(
        request,
        case,
        "people",
        errors=errors,
        refusal=refusal,
        people=told_people(case, speech),
        officers=officers_of(case),
        of_officers=[(role.value, tell_part(role, speech)) for role in OF_OFFICERS],
        of_others=[(role.value, tell_part(role, speech)) for role in OF_OTHERS],
        leaving=[(why.value, _leaving(why, speech)) for why in Leaving],
    )


def officers_of(case: Case) -> list[tuple[int, str]]:
    """The officers of the organ of a case, by name and number."""
    rows = list(Officer.objects.filter(organ=case.organ_id).order_by("number"))
    names = values_of(rows)
    return [(one.id, f"{names.get(one.name) or one.number}（{one.number}）") for one in rows]


def _leaving(why: Leaving, speech: Language) -> str:
    words = tell_leaving(why, speech)
    return f"{words}（行政处罚法 43）" if why is Leaving.AVOIDANCE and speech.tag == "zh" else words


def _officer_joins(request: Asked, case: Case, errors: Errors) -> Refusal | None:
    desk, say = request.desk, request.speech.say
    officer = Officer.objects.filter(organ=case.organ_id, id=chosen(request, "officer")).first()
    role = request.POST.get("role", "")
    on = day_typed(request, errors, "officer-on")
    if officer is None:
        errors.append(("officer", say("Choose an officer of the organ.")))
    if role not in OF_OFFICERS:
        errors.append(("role", say("Choose as what.")))
    if errors or officer is None:
        return None
    return done(request, lambda: take_part(case, Role(role), actor=desk.actor(), on=on, officer=officer))


def _other_joins(request: Asked, case: Case, errors: Errors) -> Refusal | None:
    desk, say = request.desk, request.speech.say
    told = typed(request, "name", "code", "part")
    on = day_typed(request, errors, "other-on")
    if not told["name"]:
        errors.append(("name", say("The name is missing.")))
    if told["part"] not in OF_OTHERS:
        errors.append(("part", say("Choose as what.")))
    if errors:
        return None
    role = Role(told["part"])
    try:
        return done(
            request,
            lambda: take_part(case, role, actor=desk.actor(), on=on, name=told["name"], identifier=told["code"]),
        )
    except NotAParty:
        errors.append(("code", say("The check digit of the credit code or identity number is wrong.")))
        return None


def _leaves(request: Asked, case: Case, errors: Errors) -> Refusal | None:
    desk, say = request.desk, request.speech.say
    one = case.participants.filter(id=chosen(request, "who"), last=None).select_related("case__organ").first()
    told = typed(request, "why", "because")
    last = day_typed(request, errors, "last")
    if one is None:
        errors.append(("who", say("Choose who leaves.")))
    if told["why"] not in Leaving.values:
        errors.append(("why", say("Choose why.")))
    elif told["why"] == Leaving.AVOIDANCE and not told["because"]:
        errors.append(
            ("because", say("Avoidance is noted with its ground: what relation or interest it is (行政处罚法 43)."))
        )
    elif told["why"] == Leaving.AVOIDANCE and one is not None and one.officer_id is None:
        errors.append(("why", say("Officers avoid a case; others are replaced, or were noted by mistake.")))
    if one is not None and last < one.first:
        errors.append(("last", say("The day lies before the day on which this person came.")))
    if errors or one is None:
        return None
    return done(request, lambda: leave(one, Leaving(told["why"]), actor=desk.actor(told["because"]), last=last))
