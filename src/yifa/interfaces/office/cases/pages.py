"""The list of cases and the panel beside it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from functools import lru_cache

from django.http import HttpResponse
from django.shortcuts import render

from yifa.interfaces.office.cases.filters import Filters
from yifa.interfaces.office.cases.keyset import cut
from yifa.interfaces.office.declaring import READERS, WRITERS, Kind, page
from yifa.interfaces.office.desks import Asked, Desk
from yifa.interfaces.office.marks import duty_of, sign_of_standing, tell_far, told_marks
from yifa.interfaces.office.matters import Matter, matters, organ_names, procedure_name
from yifa.interfaces.office.state_words import tell_state
from yifa.interfaces.ui.lights import Sign
from yifa.oversight.standing.models import Mark
from yifa.record.cases.choices import State
from yifa.record.cases.models import Case
from yifa.record.scope import Scope
from yifa.wording import Language

COUNTED = 1000
"""Up to so many are counted."""
ORGANS_LISTED = 400


@dataclass(frozen=True)
class Line:
    """A line of the list."""

    matter: Matter
    sign: Sign
    far: str
    due: str
    opened: str
    state: str


@page("cases/", name="cases", roles=READERS)
def cases(request: Asked) -> HttpResponse:
    """Cases one may read, filtered, fifty a page."""
    desk, speech = request.desk, request.speech
    filters = Filters.of(request.GET)
    chosen = filters.chosen(desk)
    found, after = cut(chosen.select_related("organ", "standing"), filters.sort, request.GET.get("after", ""))
    counted = chosen.order_by()[: COUNTED + 1].count()
    look = request.GET.get("look", "")
    told = {
        "filters": filters,
        "lines": _lines(found, desk, speech),
        "counted": f"{COUNTED}+" if counted > COUNTED else str(counted),
        "next": filters.address(after=after) if after else "",
        "begun": filters.address() if request.GET.get("after") else "",
        "organs": _organs(desk),
        "procedures": _procedures(desk, speech),
        "states": [(one.value, tell_state(one, speech)) for one in State],
        "beside": _beside(next((one for one in found if str(one.id) == look), None), desk, speech),
        "may_open": bool(desk.roles & WRITERS),
    }
    return render(request, "cases/cases.html", told)


@page("cases/<int:case>/beside/", name="beside", roles=READERS, kind=Kind.FRAGMENT)
def beside(request: Asked, case: Case) -> HttpResponse:
    """A case in short, for the panel beside a list."""
    return render(request, "cases/beside.html", {"beside": _beside(case, request.desk, request.speech)})


def _lines(found: Sequence[Case], desk: Desk, speech: Language) -> list[Line]:
    about = matters(found, desk.today, speech)
    return [_line(one, about[one.id], desk.today, speech) for one in found]


def _line(case: Case, matter: Matter, today: date, speech: Language) -> Line:
    standing = getattr(case, "standing", None)
    due = None if standing is None else standing.missed or standing.due
    far = ""
    if standing is not None and due is not None:
        far = tell_far(due, today, duty_of(case, standing.missed_duty if standing.missed else standing.duty), speech)
    elif standing is not None and standing.broken:
        far = speech.say("not as the rule asks")
    return Line(
        matter,
        sign_of_standing(standing, today),
        far,
        "" if due is None else due.isoformat(),
        case.opened.isoformat(),
        tell_state(State(case.state), speech),
    )


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


def _procedures(desk: Desk, speech: Language) -> list[tuple[str, str]]:
    """The procedures to choose from: those of which there is a case, looked up every ten minutes."""
    known = _known(desk.scope, int(desk.now.timestamp()) // 600)
    return sorted((procedure_name(one, speech), one) for one in known)


@lru_cache(maxsize=500)
def _known(scope: Scope, at: int) -> frozenset[str]:
    return frozenset(Case.objects.order_by().values_list("procedure", flat=True).distinct())


def _organs(desk: Desk) -> list[tuple[str, int]]:
    """The organs to choose from, by name; none where there is but one, or far too many."""
    organs = desk.scope.organs
    if not 1 < len(organs) <= ORGANS_LISTED:
        return []
    return sorted((name, id_) for id_, name in organ_names(organs, desk.today).items())
