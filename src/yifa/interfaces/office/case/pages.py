"""The page of a case, why a day is a day, and where the case stands in the chain."""

from __future__ import annotations

from django.http import Http404, HttpResponse
from django.shortcuts import render

from yifa.interfaces.leaflets.time_line import draw
from yifa.interfaces.office.case import around
from yifa.interfaces.office.case.courses import course_of
from yifa.interfaces.office.case.recorded import acts_of, decided, place_in_chain, recorded
from yifa.interfaces.office.case.stages import stages
from yifa.interfaces.office.case.told import reasons, told_case
from yifa.interfaces.office.declaring import READERS, Kind, page
from yifa.interfaces.office.desks import Asked
from yifa.interfaces.office.marks import sign_of_standing
from yifa.interfaces.office.matters import matters
from yifa.interfaces.office.names import names_in
from yifa.interfaces.office.next_act.choosing import next_steps
from yifa.interfaces.office.state_words import tell_state
from yifa.law.run.one_case import engine
from yifa.law.run.story import tell_case
from yifa.oversight.standing.models import Standing
from yifa.record.cases.choices import LinkKind, State
from yifa.record.cases.columns import facts_of
from yifa.record.cases.models import Case
from yifa.record.scope import Remembered

ACTS_IN_LINE = 6
"""So many acts stand in the act line; the list has all."""


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
    challenged = [one.case for one in links if one.kind == LinkKind.CHALLENGES and not one.back]
    about = matters([case, *challenged], desk.today, speech)
    standing = next(iter(_STANDING(case.id)), None)
    return render(
        request,
        "case/case.html",
        {
            "matter": about[case.id],
            "state": tell_state(State(case.state), speech),
            "opened": speech.day(case.opened),
            "sign": sign_of_standing(standing, desk.today),
            "told": told,
            "act_line": told.acts[-ACTS_IN_LINE:],
            "left_out": max(len(told.acts) - ACTS_IN_LINE, 0),
            "line": draw(told.story),
            "steps": next_steps(case, facts, desk.today, speech) if may_record else [],
            "drafts": around.drafts(case, desk.officer, speech) if may_record else [],
            "may_write": may_write,
            "may_record": may_record,
            "stages": stages(course_of(case.procedure, speech), told.story.acts, speech),
            "challenged": [(about[one.id], decided(one, speech)) for one in challenged],
            "people": around.people(case, speech),
            "urgings": around.urgings(case, speech),
            "sheets": around.sheets(case, speech),
            "papers": around.papers(case, desk.today, speech),
            "links": links,
            "recorded": recorded(case, acts, names, speech),
        },
    )


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
