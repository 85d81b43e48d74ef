"""The list of cases, what is sought in it, and the panel beside it."""

from __future__ import annotations

from datetime import date
from functools import partial
from typing import Any
from urllib.parse import parse_qsl, urlencode

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse

from yifa.interfaces.office.cases.chips import chips
from yifa.interfaces.office.cases.choices import officers, organs, procedures
from yifa.interfaces.office.cases.filters import Filters
from yifa.interfaces.office.cases.keyset import SORTS, counted, cut, sort_of
from yifa.interfaces.office.cases.lines import lines
from yifa.interfaces.office.cases.seeking import LOOKED_AT, seek
from yifa.interfaces.office.counting import COUNTED, so_many
from yifa.interfaces.office.declaring import READERS, WRITERS, Kind, page
from yifa.interfaces.office.desks import Asked, Desk
from yifa.interfaces.office.marks import told_marks
from yifa.interfaces.office.matters import matters
from yifa.interfaces.office.state_words import tell_state
from yifa.interfaces.office.views.columns import Column, columns_of
from yifa.interfaces.office.views.queries import chosen_columns, views_of
from yifa.oversight.standing.models import Mark
from yifa.oversight.standing.searching import parties_known_as
from yifa.record.cases.choices import State
from yifa.record.cases.models import Case
from yifa.wording import Language


@page("cases/", name="cases", roles=READERS)
def cases(request: Asked) -> HttpResponse:
    """Cases one may read, filtered, fifty a page; in groups, where words are sought."""
    filters = Filters.of(request.GET)
    told = _frame(request, filters)
    if filters.q:
        groups, found = seek(filters, told["columns"], request.desk, request.speech)
        told |= {"groups": groups, "counted": f"{LOOKED_AT}+" if found.more else str(found.many)}
        return render(request, "cases/found.html", told)
    officer, today = request.desk.officer, request.desk.today
    place, key = request.GET.get("after", ""), filters.known_by(officer, today)
    chosen, standing = partial(filters.chosen, officer, today), partial(filters.standings, officer, today)
    standings = standing if filters.by_standing else None
    shown, after = cut(chosen, filters.sort, place, standings=standings, key=key, few=filters.of_somebody)
    by_light = standings is not None and filters.light
    rows = standing if by_light else chosen
    many = counted(rows, COUNTED + 1, key, few=filters.of_somebody) if after or place else len(shown)
    look = request.GET.get("look", "")
    told |= {
        "lines": lines(shown, told["columns"], request.desk.today, request.speech),
        "counted": so_many(many),
        "next": filters.address(after=after) if after else "",
        "begun": filters.address() if place else "",
        "beside": _beside(next((one for one in shown if str(one.id) == look), None), request.desk, request.speech),
    }
    return render(request, "cases/cases.html", told)


def _frame(request: Asked, filters: Filters) -> dict[str, Any]:
    """What stands around a list: filters and what can be chosen in them, chips, views, columns and their order."""
    desk, speech = request.desk, request.speech
    listed = organs(desk)
    views = views_of(desk.officer)
    view = next((one for one in views if str(one.id) == filters.view), None)
    columns = columns_of(view.columns) if view is not None else chosen_columns(desk.officer)
    if len(desk.scope.organs) == 1 and not desk.scope.cases:
        columns = tuple(one for one in columns if one is not Column.ORGAN)
    known = {str(id_): name for name, id_ in listed}
    return {
        "filters": filters,
        "organs": listed,
        "procedures": procedures(desk, speech),
        "officers": officers(desk, filters.organ),
        "states": [(one.value, tell_state(one, speech)) for one in State],
        "chips": chips(filters, desk, known, speech),
        "views": views,
        "view": view,
        "columns": columns,
        "heads": [(one, one.told(speech), _sorting(one, filters), one.kind, one.chinese) for one in columns],
        "number_sorting": _sorting("number", filters),
        "may_open": bool(desk.roles & WRITERS),
    }


def _sorting(column: str, filters: Filters) -> tuple[str, str, str]:
    """The address of the list sorted by a column (the other way, where it is), and how it is now; blank: it cannot."""
    if column not in SORTS:
        return "", "", ""
    by = filters.sort or "opened"
    if by.removeprefix("-") != column:
        return filters.address(sort=column), "", ""
    turned = column if by.startswith("-") else f"-{column}"
    falls = sort_of(by).falls
    return filters.address(sort=turned), "descending" if falls else "ascending", "↓" if falls else "↑"


@page("cases/by-party/", name="by_party", roles=READERS, methods=("GET", "POST"))
def by_party(request: Asked) -> HttpResponse:
    """The list of the cases of a party, known by its exact name or identifier, which stands in no address."""
    kept = dict(parse_qsl(request.POST.get("query", "")[:1000]))
    text, say = request.POST.get("party", "").strip(), request.speech.say
    found = parties_known_as(text) if text else []
    if not found:
        if text:
            messages.warning(request, say("No party of exactly this name or identifier is in the files you may read."))
        return redirect(f"{reverse('cases')}?{urlencode(kept)}")
    kept.pop("after", None)
    return redirect(f"{reverse('cases')}?{urlencode(kept | {'party': str(found[0].id)})}")


@page("cases/<int:case>/beside/", name="beside", roles=READERS, kind=Kind.FRAGMENT)
def beside(request: Asked, case: Case) -> HttpResponse:
    """A case in short, for the panel beside a list."""
    return render(request, "cases/beside.html", {"beside": _beside(case, request.desk, request.speech)})


def _beside(case: Case | None, desk: Desk, speech: Language) -> dict[str, object] | None:
    if case is None:
        return None
    rows = Mark.objects.filter(case=case).select_related("case__organ")
    wanted = [one for one in rows if one.outcome == "unmet" or (one.outcome == "pending" and one.due is not None)]
    wanted.sort(key=lambda one: (one.outcome != "unmet", one.due or date.max))
    return {
        "matter": matters([case], desk.today, speech)[case.id],
        "opened": speech.day(case.opened),
        "state": tell_state(State(case.state), speech),
        "marks": told_marks(wanted, desk.today, speech),
    }
