"""Papers under way: my drafts, papers on their way to somebody, papers issued last; each list page by page."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, timedelta
from typing import TypeVar

from django.db.models import Q, QuerySet
from django.http import HttpResponse
from django.shortcuts import render
from django.urls import reverse

from yifa.interfaces.office.counting import count, so_many
from yifa.interfaces.office.declaring import READERS, page
from yifa.interfaces.office.desks import Asked
from yifa.interfaces.office.matters import matters
from yifa.interfaces.office.told_papers import told_drafts, told_service
from yifa.record.chain.chained import values_of
from yifa.record.dossiers.leaves import dated
from yifa.record.papers.choices import ServiceState
from yifa.record.papers.models import Document, Draft, Service

PAGE = 50
WINDOWS = (30, 120, 500)
"""So many days are looked at first for what was issued last."""
AnyRow = TypeVar("AnyRow", Service, Document)


@page("papers/", name="papers", roles=READERS)
def papers(request: Asked) -> HttpResponse:
    """What is under way: my drafts, papers on their way, papers issued last."""
    desk, speech, asked = request.desk, request.speech, request.GET
    drafts = Draft.objects.filter(drafter=desk.officer).select_related("case__organ", "drafter")
    ways = Service.objects.filter(state=ServiceState.UNDER_WAY).order_by("begun_on", "id")
    passed = int(asked["draft"][:6]) if asked.get("draft", "").isdecimal() else 0
    mine = list(drafts.order_by("-edited_at", "-id")[passed : passed + PAGE + 1])
    begun = _behind(ways, "begun_on__gt", asked.get("way", ""))
    services = list(begun.select_related("document__case__organ", "to__party")[: PAGE + 1])
    documents = _issued(asked.get("issued", ""), desk.today)
    shown = mine[:PAGE], services[:PAGE], documents[:PAGE]
    cases = [one.case for one in shown[0]] + [one.document.case for one in shown[1]] + [one.case for one in shown[2]]
    names = values_of([one.to.party for one in shown[1] if one.to is not None and one.to.party is not None])
    told = {
        "drafts": told_drafts(shown[0], speech),
        "on_the_way": [(one, told_service(one, names, desk.today, speech)) for one in shown[1]],
        "issued": [(one, dated(one.issued_on, speech)) for one in shown[2]],
        "counts": {"drafts": so_many(count(drafts)), "ways": so_many(count(ways))},
        "further": {
            "drafts": f"?draft={passed + PAGE}" if len(mine) > PAGE else "",
            "ways": _further("way", [f"{one.begun_on.isoformat()}_{one.id}" for one in services]),
            "issued": _further("issued", [f"{one.issued_on.isoformat()}_{one.id}" for one in documents]),
        },
        "begun": {
            name: reverse("papers") if asked.get(of) else ""
            for name, of in (("drafts", "draft"), ("ways", "way"), ("issued", "issued"))
        },
        "about": matters(cases, desk.today, speech),
    }
    return render(request, "papers/papers.html", told)


def _issued(after: str, today: date) -> list[Document]:
    """A page of what was issued, and one more. The last weeks are looked at first: so few are to be sorted."""
    rows = Document.objects.select_related("case__organ").order_by("-issued_on", "-id")
    rows = _behind(rows, "issued_on__lt", after)
    begin = min(_day(after.partition("_")[0]) or today, today)
    for days in WINDOWS:
        found = list(rows.filter(issued_on__gte=begin - timedelta(days=days))[: PAGE + 1])
        if len(found) > PAGE:
            return found
    return list(rows[: PAGE + 1])


def _behind(rows: QuerySet[AnyRow], later: str, after: str) -> QuerySet[AnyRow]:
    """Those behind a place, which tells the day and the number; `later`: which days come after one."""
    told, _, number = after.rpartition("_")
    if (day := _day(told)) is None or not (number.isascii() and number.isdigit() and len(number) < 19):
        return rows
    column, way = later.split("__")
    return rows.filter(Q(**{later: day}) | Q(**{column: day, f"id__{way}": int(number)}))


def _further(name: str, places: Sequence[str]) -> str:
    """Where the next page of a list begins; blank at its end."""
    return f"?{name}={places[PAGE - 1]}" if len(places) > PAGE else ""


def _day(text: str) -> date | None:
    try:
        return date.fromisoformat(text)
    except ValueError:
        return None
