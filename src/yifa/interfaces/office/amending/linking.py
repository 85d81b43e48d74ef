"""How a case hangs together with others: links, cases merged into it (并案), a part split off (分案)."""

from __future__ import annotations

from django.http import HttpResponse

from yifa.interfaces.office.act_words import act_name
from yifa.interfaces.office.amending.forms import (
    Errors,
    chosen,
    chosen_many,
    day_typed,
    done,
    form,
    kept_out,
    noted,
    typed,
)
from yifa.interfaces.office.amending.refusals import Refusal
from yifa.interfaces.office.case.around import links as told_links
from yifa.interfaces.office.case.around import people as told_people
from yifa.interfaces.office.declaring import WRITERS, page
from yifa.interfaces.office.desks import Asked
from yifa.interfaces.office.matters import matters
from yifa.interfaces.office.state_words import tell_link
from yifa.record.cases.choices import LinkKind, State
from yifa.record.cases.columns import procedure_of, standing
from yifa.record.cases.links import link, merge, split, unlink
from yifa.record.cases.models import Case, Link

BY_HAND = (LinkKind.CHALLENGES, LinkKind.ARISES_FROM, LinkKind.RECTIFIES)
MOST = 30
"""So many other cases are offered to be merged; others are named by their numbers."""


@page("cases/<int:case>/amend/links/", name="links", roles=WRITERS, methods=("GET", "POST"), writes=True)
def links(request: Asked, case: Case) -> HttpResponse:
    """Link a case to another one, or take a link away that was noted by mistake."""
    if (answer := kept_out(request, case)) is not None:
        return answer
    say, speech = request.speech.say, request.speech
    errors: Errors = []
    refusal: Refusal | None = None
    if request.method == "POST":
        taking = request.POST.get("how") == "unlink"
        refusal = _unlinks(request, case, errors) if taking else _links(request, case, errors)
        if not errors and refusal is None:
            return noted(request, say("The link is taken away.") if taking else say("Linked."), "links", case)
    return form(
        request,
        case,
        "links",
        errors=errors,
        refusal=refusal,
        links=told_links(case, speech),
        kinds=[(kind.value, tell_link(kind, speech)) for kind in BY_HAND],
        by_hand=BY_HAND,
    )


def _links(request: Asked, case: Case, errors: Errors) -> Refusal | None:
    desk, say = request.desk, request.speech.say
    told = typed(request, "kind", "number")
    on = day_typed(request, errors)
    if told["kind"] not in BY_HAND:
        errors.append(("kind", say("Choose how they hang together.")))
    to = _case_called(request, case, told["number"], errors)
    if errors or to is None:
        return None
    return done(request, lambda: link(case, LinkKind(told["kind"]), to, actor=desk.actor(), on=on))


def _unlinks(request: Asked, case: Case, errors: Errors) -> Refusal | None:
    desk, say = request.desk, request.speech.say
    because = request.POST.get("because", "").strip()
    row = Link.objects.filter(case=case, id=chosen(request, "link"), last=None).select_related("case__organ").first()
    if row is None:
        errors.append(("link", say("Choose a link.")))
    if not because:
        errors.append(("because", say("Say why; both stay in the record.")))
    if errors or row is None:
        return None
    return done(request, lambda: unlink(row, actor=desk.actor(because), on=desk.today))


def _case_called(request: Asked, case: Case, number: str, errors: Errors) -> Case | None:
    """The one case of a number that may be read; an error says what to do where there is none, or several."""
    say = request.speech.say
    found = list(Case.objects.filter(number=number).exclude(id=case.id).select_related("organ")[:2]) if number else []
    if len(found) == 1:
        return found[0]
    if not number:
        errors.append(("number", say("The number of the other case is missing.")))
    elif found:
        errors.append(("number", say("Several organs have a case of this number; link it from that case.")))
    else:
        errors.append(
            (
                "number",
                say(
                    "No case of this number may be read here. If it is another organ's, the security administrator "
                    "opens its file for the task."
                ),
            )
        )
    return None


@page("cases/<int:case>/amend/merge/", name="merge_cases", roles=WRITERS, methods=("GET", "POST"), writes=True)
def merge_cases(request: Asked, case: Case) -> HttpResponse:
    """Let other cases of the organ under the same procedure go on in this one (并案)."""
    if (answer := kept_out(request, case)) is not None:
        return answer
    desk, say = request.desk, request.speech.say
    errors: Errors = []
    refusal: Refusal | None = None
    same = Case.objects.filter(organ=case.organ_id, procedure=case.procedure, state=State.OPEN).exclude(id=case.id)
    picked = chosen_many(request, "cases")
    if request.method == "POST":
        numbers = [line.strip() for line in request.POST.get("numbers", "").splitlines() if line.strip()]
        rows = list(same.filter(id__in=picked).select_related("organ"))
        named = list(same.filter(number__in=numbers).select_related("organ"))
        on = day_typed(request, errors)
        if missing := sorted(set(numbers) - {one.number for one in named}):
            words = request.speech.list(missing)
            errors.append(("numbers", say("No open case of this organ and procedure: {numbers}", numbers=words)))
        cases = list({one.id: one for one in (*rows, *named)}.values())
        if not cases and not errors:
            errors.append(("numbers", say("Choose the cases that go on in this one, or give their numbers.")))
        if not errors:
            refusal = done(request, lambda: merge(cases, case, actor=desk.actor(), on=on))
            if refusal is None:
                return noted(request, say("Merged into this case."), "case", case)
    offered = list(same.order_by("-opened", "-id").select_related("organ")[:MOST])
    about = matters(offered, desk.today, request.speech)
    return form(
        request,
        case,
        "merge",
        errors=errors,
        refusal=refusal,
        offered=[about[one.id] for one in offered],
        picked=picked,
    )


@page("cases/<int:case>/amend/split/", name="split_case", roles=WRITERS, methods=("GET", "POST"), writes=True)
def split_case(request: Asked, case: Case) -> HttpResponse:
    """Take a case of its own out of this one (分案), with the acts and people that go along."""
    if (answer := kept_out(request, case)) is not None:
        return answer
    desk, speech, say = request.desk, request.speech, request.speech.say
    errors: Errors = []
    refusal: Refusal | None = None
    acts = standing(case.acts.order_by("id"))
    picked, going = chosen_many(request, "acts"), chosen_many(request, "people")
    told = typed(request, "number", "title")
    if request.method == "POST":
        on = day_typed(request, errors)
        if not told["number"]:
            errors.append(("number", say("The number is missing.")))
        elif Case.objects.filter(organ=case.organ_id, procedure=case.procedure, number=told["number"]).exists():
            errors.append(("number", say("There is a case with this number already.")))
        if not errors:
            made: list[Case] = []
            taking = [one for one in acts if one.id in picked]
            parts = list(case.participants.filter(id__in=going, last=None))
            refusal = done(
                request,
                lambda: made.append(
                    split(
                        case,
                        told["number"],
                        actor=desk.actor(),
                        on=on,
                        title=told["title"],
                        taking=taking,
                        participants=parts,
                    )
                ),
            )
            if refusal is None:
                return noted(request, say("Split off: {number}.", number=told["number"]), "case", made[0])
    procedure = procedure_of(case)
    return form(
        request,
        case,
        "split",
        errors=errors,
        refusal=refusal,
        acts=[
            (one.id, act_name(procedure, one.kind, speech), "—" if one.on is None else speech.day(one.on))
            for one in acts
        ],
        people=[one for one in told_people(case, speech) if not one.left],
        picked=picked,
        going=going,
    )
