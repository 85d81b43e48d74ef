"""Whether a case is public (公开属性), and who may know of it (知悉范围)."""

from __future__ import annotations

from django.http import HttpResponse

from yifa.interfaces.office.amending.forms import Errors, chosen_many, day_typed, done, form, kept_out, noted, typed
from yifa.interfaces.office.amending.refusals import Refusal
from yifa.interfaces.office.amending.taking_part import officers_of
from yifa.interfaces.office.approvals.way import post_words, posts_of
from yifa.interfaces.office.declaring import WRITERS, page
from yifa.interfaces.office.desks import Asked
from yifa.interfaces.office.openness_words import tell_ground, tell_openness
from yifa.record.cases.choices import GROUND_ARTICLES, Ground, Openness
from yifa.record.cases.circles import Member, token, tokens
from yifa.record.cases.models import Case
from yifa.record.cases.showing import set_circle, set_openness
from yifa.record.organs.models import Officer


@page("cases/<int:case>/amend/openness/", name="openness", roles=WRITERS, methods=("GET", "POST"), writes=True)
def openness(request: Asked, case: Case) -> HttpResponse:
    """Decide whether a case is public, and on which ground it is not."""
    if (answer := kept_out(request, case)) is not None:
        return answer
    desk, speech, say = request.desk, request.speech, request.speech.say
    errors: Errors = []
    refusal: Refusal | None = None
    told = typed(request, "openness", "ground", "reason")
    if request.method == "POST":
        on = day_typed(request, errors)
        if told["openness"] not in Openness.values:
            errors.append(("openness", say("Choose one.")))
        closed = told["openness"] == Openness.CLOSED
        if closed and told["ground"] not in Ground.values:
            errors.append(("ground", say("Choose the ground on which it is not made public (政府信息公开条例 14–16).")))
        if not errors:
            refusal = done(
                request,
                lambda: set_openness(
                    case,
                    Openness(told["openness"]),
                    actor=desk.actor(),
                    on=on,
                    ground=told["ground"] if closed else "",
                    reason=told["reason"],
                ),
            )
            if refusal is None:
                return noted(request, say("Noted whether it is public."), "case", case)
    else:
        told = {"openness": case.openness, "ground": case.openness_ground, "reason": case.openness_reason}
    return form(
        request,
        case,
        "openness",
        errors=errors,
        refusal=refusal,
        held=told,
        ways=[(one.value, tell_openness(one, speech)) for one in Openness],
        grounds=[(one.value, tell_ground(one, speech), GROUND_ARTICLES[one]) for one in Ground],
    )


@page("cases/<int:case>/amend/circle/", name="circle", roles=WRITERS, methods=("GET", "POST"), writes=True)
def circle(request: Asked, case: Case) -> HttpResponse:
    """Say who alone may know of a case; nobody chosen is everybody in whose scope it lies."""
    if (answer := kept_out(request, case)) is not None:
        return answer
    desk, say = request.desk, request.speech.say
    errors: Errors = []
    refusal: Refusal | None = None
    posts = posts_of(case, desk)
    members: list[Member] = [
        *Officer.objects.filter(organ=case.organ_id, id__in=chosen_many(request, "officers")),
        *(posts[one] for one in sorted(chosen_many(request, "posts")) if one in posts),
    ]
    held = set(tokens(case.circle))
    if request.method == "POST":
        held = {token(one) for one in members}
        on = day_typed(request, errors)
        if held and not held & (desk.scope.knows or frozenset()):
            errors.append(("officers", say("You would shut yourself out; name yourself or your post too.")))
        if not errors:
            refusal = done(request, lambda: set_circle(case, members, actor=desk.actor(), on=on))
            if refusal is None:
                return noted(request, say("Noted who may know of it."), "case", case)
    words = post_words(posts.values())
    return form(
        request,
        case,
        "circle",
        errors=errors,
        refusal=refusal,
        officers=[(id_, name, f"officer{id_}" in held) for id_, name in officers_of(case)],
        posts=[(one, words[one], f"post{one}" in held) for one in posts],
        restricted=bool(case.circle),
    )
