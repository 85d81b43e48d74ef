"""Lists of words, forms and overlays, to be looked at: they are changed in the corpus, with a release or a pack."""

from __future__ import annotations

from django.http import Http404, HttpResponse
from django.shortcuts import render

from yifa.interfaces.duty_telling import tell_profile
from yifa.interfaces.office.declaring import ANYBODY, page
from yifa.interfaces.office.desks import Asked
from yifa.interfaces.office.dictionaries.collecting import added, forms, overlays, word_lists
from yifa.interfaces.office.matters import organ_names, procedure_name
from yifa.law.catalogue.folders import UnknownProcedure, folder, procedure_ids
from yifa.record.organs.models import OrganProfile
from yifa.record.organs.queries import on_day


@page("dictionaries/", name="dictionaries", roles=ANYBODY)
def dictionaries(request: Asked) -> HttpResponse:
    """What there is."""
    speech = request.speech
    procedures = [
        (procedure_name(one, speech), one, len(folder(one).procedure.acts), len(folder(one).procedure.fields))
        for one in procedure_ids()
    ]
    told = {"lists": word_lists(speech), "procedures": sorted(procedures), "overlays": overlays(speech)}
    return render(request, "dictionaries/dictionaries.html", told)


@page("dictionaries/forms/<slug:procedure>/", name="dictionary_forms", roles=ANYBODY)
def dictionary_forms(request: Asked, procedure: str) -> HttpResponse:
    """The forms of a procedure: act by act, field by field."""
    try:
        found = forms(folder(procedure).id, request.speech)
    except UnknownProcedure:
        raise Http404 from None
    title = procedure_name(procedure, request.speech)
    return render(request, "dictionaries/forms.html", {"title": title, "forms": found, "procedure": procedure})


@page("dictionaries/overlays/<slug:profile>/", name="dictionary_overlay", roles=ANYBODY)
def dictionary_overlay(request: Asked, profile: str) -> HttpResponse:
    """What a sector or place adds, what it stands in for, and which organs it holds for."""
    found = added(profile, request.speech)
    if not found:
        raise Http404
    desk, organs = request.desk, list[str]()
    if desk.account is not None:
        rows = on_day(OrganProfile.objects.filter(profile=profile), desk.today).values_list("organ_id", flat=True)
        organs = sorted(organ_names(rows, desk.today).values())
    told = {
        "title": tell_profile(profile, request.speech),
        "profile": profile,
        "duties": found,
        "organs": organs,
    }
    return render(request, "dictionaries/overlay.html", told)
