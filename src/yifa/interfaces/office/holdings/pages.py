"""Who held what on a day: the page, and its workbook."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from django.contrib import messages
from django.http import HttpResponse, QueryDict
from django.shortcuts import redirect, render

from yifa.interfaces.office.counting import count, so_many
from yifa.interfaces.office.declaring import page
from yifa.interfaces.office.desks import Asked
from yifa.interfaces.office.exports.asking import TooMany, ask_for_export
from yifa.interfaces.office.exports.sheets import DAY, Asker, Head, NotForHim, ToExport, Value
from yifa.interfaces.office.holdings.held import (
    AskedOfHoldings,
    Sort,
    holders,
    holdings,
    many_holdings,
    page_of_holders,
    tell_sort,
)
from yifa.interfaces.office.matters import organ_names
from yifa.record.access.choices import ADMINISTRATORS
from yifa.record.scope import current
from yifa.wording import Language

PAGE, AT_ONCE = 50, 300
"""So many people on a page; so many are written at once."""


@page("holdings/", name="holdings", roles=ADMINISTRATORS)
def held(request: Asked) -> HttpResponse:
    """Posts, roles, opened files and delegations on a day, by person; filtered by organ, person and sort."""
    desk, speech = request.desk, request.speech
    asked = AskedOfHoldings.of(request.GET, desk.today)
    rows, after = holders(asked, desk.scope.people), request.GET.get("after", "")
    officers, following = page_of_holders(rows, after, PAGE)
    organs = organ_names(desk.scope.people, asked.day)
    told = {
        "asked": asked,
        "is_today": asked.day == desk.today,
        "lines": holdings(asked, officers, speech),
        "counted": so_many(count(rows)),
        "organs": sorted((name, id_) for id_, name in organs.items()) if len(organs) > 1 else [],
        "sorts": [(one.value, tell_sort(one, speech)) for one in Sort],
        "filtered": bool(asked.organ or asked.who or asked.sort),
        "next": asked.address(after=following) if following else "",
        "begun": asked.address() if after else "",
    }
    return render(request, "holdings/holdings.html", told)


@page("holdings/export/", name="holdings_export", roles=ADMINISTRATORS, methods=("POST",))
def holdings_export(request: Asked) -> HttpResponse:
    """Have the list written as a workbook, as it is filtered."""
    desk, say = request.desk, request.speech.say
    asked = AskedOfHoldings.of(request.POST, desk.today)
    title = say("Who held what on {day}", day=asked.on)
    try:
        ask_for_export(desk, request.speech, "holdings", asked.as_told(), title)
    except TooMany:
        messages.warning(request, say("Several of your lists are being written already; wait until one is ready."))
        return redirect("holdings")
    return redirect("exports")


def sheet(asked: Mapping[str, Any], asker: Asker, speech: Language) -> ToExport:
    """The list as a workbook, for who still may have it."""
    scope = current()
    if not asker.roles & ADMINISTRATORS or scope is None:
        raise NotForHim
    told = QueryDict(mutable=True)
    told.update({name: str(value) for name, value in asked.items()})
    of, say = AskedOfHoldings.of(told, asker.now.date()), speech.say
    columns = (
        Head(say("Officer")),
        Head(say("Staff number"), 12),
        Head(say("Organ"), 26),
        Head(say("Sort"), 14),
        Head(say("What"), 36),
        Head(say("For"), 26),
        Head(say("From"), 12, DAY),
        Head(say("Until"), 12, DAY),
    )
    many = many_holdings(of, scope.people)
    return ToExport(say("Who held what on {day}", day=of.on), columns, many, _rows(of, scope.people, speech))


def _rows(of: AskedOfHoldings, organs: frozenset[int], speech: Language) -> Iterator[Sequence[Value]]:
    """Person by person."""
    after, goes_on = "", True
    while goes_on:
        officers, after = page_of_holders(holders(of, organs), after, AT_ONCE)
        for one in holdings(of, officers, speech):
            who = one.person
            yield who.name, who.officer.number, who.organ, one.kind, one.what, one.organ, one.first, one.last
        goes_on = bool(after)
