"""The page of a case, why a day is a day, and where the case stands in the chain."""

from __future__ import annotations

from datetime import date

from django.http import Http404, HttpResponse
from django.shortcuts import render

from yifa.interfaces.leaflets.time_line import draw
from yifa.interfaces.office.case import around
from yifa.interfaces.office.case.courses import ABOUT, ANSWERED, course_of
from yifa.interfaces.office.case.recorded import acts_of, decided, place_in_chain, recorded
from yifa.interfaces.office.case.stages import fields_told, following, stages
from yifa.interfaces.office.case.told import ToldCase, reasons, told_case
from yifa.interfaces.office.declaring import READERS, Kind, page
from yifa.interfaces.office.desks import Asked
from yifa.interfaces.office.marks import sign_of_day, sign_of_standing, tell_far
from yifa.interfaces.office.matters import matters
from yifa.interfaces.office.names import names_in
from yifa.interfaces.office.next_act.choosing import NextStep, next_steps, steps_before, steps_of
from yifa.interfaces.office.state_words import tell_side, tell_state
from yifa.interfaces.ui.lights import Sign
from yifa.law.facts import Case as Facts
from yifa.law.run.one_case import engine
from yifa.law.run.story import tell_case
from yifa.oversight.standing.models import Standing
from yifa.record.cases.choices import LinkKind, State
from yifa.record.cases.columns import facts_of
from yifa.record.cases.models import Case
from yifa.record.scope import Remembered
from yifa.wording import Language

ACTS_IN_LINE = 3
"""So many acts that were done stand in the act line before those that come next; the list has all."""

STEPS_OF_COURSE = 3
"""So many acts of the course are offered."""
_ABOUT_ANOTHER = {"reconsideration": LinkKind.CHALLENGES, "supervision": LinkKind.ARISES_FROM}
"""Procedures that are about what was done in another case, and by which link that is told."""
_STANDING = Remembered(lambda case: Standing.objects.filter(case=case), int)


@page("cases/<int:case>/", name="case", roles=READERS)
def case_page(request: Asked, case: Case) -> HttpResponse:
    """A case: what was done, what is still to be done, and why."""
    desk, speech = request.desk, request.speech
    acts = acts_of(case)
    names, facts = names_in(acts), facts_of(case, acts)
    told = told_case(case, facts, desk.today, speech, names)
    may_write = desk.may_write(case.organ_id, case.procedure)
    may_record = case.takes_acts and may_write
    links = around.links(case, speech)
    asked_of = _ABOUT_ANOTHER.get(case.procedure)
    challenged = [one.case for one in links if one.kind == asked_of and not one.back]
    about = matters([case, *challenged], desk.today, speech)
    standing = next(iter(_STANDING(case.id)), None)
    return render(
        request,
        "case/case.html",
        {
            "matter": about[case.id],
            "state": tell_state(State(case.state), speech),
            "side": tell_side(case.procedure, speech),
            "opened": speech.day(case.opened),
            "sign": sign_of_standing(standing, desk.today),
            "told": told,
            "act_line": told.acts[-ACTS_IN_LINE:],
            "left_out": max(len(told.acts) - ACTS_IN_LINE, 0),
            "line": draw(told.story),
            "steps": _steps(case, facts, told, desk.today, speech) if may_record else [],
            "drafts": around.drafts(case, desk.officer, speech) if may_record else [],
            "may_write": may_write,
            "may_record": may_record,
            "stages": stages(course_of(case.procedure, speech), told.story.acts, speech),
            "about": fields_told(ABOUT.get(case.procedure, ()), told.story.acts, speech),
            "until": _until(case, told, desk.today, speech),
            "challenged": [(about[one.id], decided(one, speech)) for one in challenged],
            "people": around.people(case, speech),
            "urgings": around.urgings(case, speech),
            "sheets": around.sheets(case, speech),
            "papers": around.papers(case, desk.today, speech),
            "links": links,
            "recorded": recorded(case, acts, names, speech),
        },
    )


def _steps(case: Case, facts: Facts, told: ToldCase, today: date, speech: Language) -> list[NextStep]:
    """What must come before the next stage and was left out; what duties wait for; where they wait for nothing, or
    that may not be yet, also what comes next by the course.
    """
    waited = next_steps(case, facts, today, speech)
    of_stage = following(course_of(case.procedure, speech), told.story.acts)
    before = steps_before(case, facts, of_stage, today, speech)
    first = {one.kind for one in before}
    found = [*before, *(one for one in waited if one.kind not in first)]
    if waited and not any(one.reason and not one.depends for one in waited):
        return found
    known = {one.kind for one in found}
    kinds = [one for one in of_stage if one not in known]
    return [*found, *steps_of(case, facts, kinds[:STEPS_OF_COURSE], today, speech)]


def _until(case: Case, told: ToldCase, today: date, speech: Language) -> tuple[Sign, str] | None:
    """The light of a day that a paper of the case sets, and how far it is; none, where what it asks for is done."""
    field, answers = ANSWERED.get(case.procedure, ("", ()))
    kind, _, name = field.partition(".")
    days = [one.value for act in told.story.acts if act.kind == kind for one in act.fields if one.name == name]
    if not days or any(act.kind in answers for act in told.story.acts):
        return None
    due = date.fromisoformat(str(days[-1]))
    return sign_of_day(due, today), tell_far(due, today, None, speech)


@page("cases/<int:case>/why/", name="why", roles=READERS, kind=Kind.FRAGMENT)
def why(request: Asked, case: Case) -> HttpResponse:
    """Why a day is a day: from when a term runs, what it leaves out, under which article."""
    duty, subject = request.GET.get("duty", ""), request.GET.get("subject", "")
    story = tell_case(engine(case.procedure), facts_of(case, named=True), request.desk.today, only={duty})
    wanted = [one for one in story.duties if one.finding.result.key == (duty, subject)]
    if not wanted:
        raise Http404
    told = {"case": case, "reasons": list(reasons(wanted[0], request.speech)), "duty": wanted[0].duty}
    return render(request, "case/why.html", told)


@page("cases/<int:case>/chain/", name="chain", roles=READERS, kind=Kind.FRAGMENT)
def chain(request: Asked, case: Case) -> HttpResponse:
    """Where what was recorded last stands in the chain of its organ, and whether it is sealed."""
    place = place_in_chain(case)
    told = {
        "case": case,
        "place": place,
        "sealed_on": place and place.sealed_on and request.speech.day(place.sealed_on),
    }
    return render(request, "case/chain.html", told)
