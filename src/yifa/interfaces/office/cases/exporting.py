"""The list of cases as a workbook: asked for with its filters and columns, told within the scope of who asked."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from datetime import date
from typing import Any

from django.contrib import messages
from django.db.models import QuerySet
from django.http import HttpResponse, QueryDict
from django.shortcuts import redirect
from django.urls import reverse

from yifa.interfaces.office.cases.filters import Filters
from yifa.interfaces.office.cases.keyset import cut
from yifa.interfaces.office.cases.lines import lines
from yifa.interfaces.office.declaring import READERS, page
from yifa.interfaces.office.desks import Asked
from yifa.interfaces.office.exports.asking import TooMany, ask_for_export
from yifa.interfaces.office.exports.sheets import DAY, MONEY, Asker, Head, NotForHim, ToExport, Value
from yifa.interfaces.office.views.columns import USUAL, Column, columns_of
from yifa.interfaces.office.views.queries import chosen_columns, views_of
from yifa.record.cases.models import Case
from yifa.wording import Language

MOST = 100_000
"""A sheet is given so many lines; who needs more narrows the list."""
PART = 500


@page("cases/export/", name="export_cases", roles=READERS, methods=("GET", "POST"))
def export_cases(request: Asked) -> HttpResponse:
    """Let the list be written, as it is filtered and sorted, with the columns it has on the screen."""
    if request.method != "POST":
        return redirect("exports")
    desk, speech, query = request.desk, request.speech, request.POST.get("query", "")[:1000]
    view = next((one for one in views_of(desk.officer) if str(one.id) == request.POST.get("view")), None)
    columns = chosen_columns(desk.officer) if view is None else columns_of(view.columns)
    called = speech.say("Cases") if view is None else view.name
    title = f"{called} {desk.today.isoformat()}"
    try:
        ask_for_export(desk, speech, "cases", {"query": query, "columns": list(columns)}, title)
    except TooMany:
        messages.warning(request, speech.say("Several of your lists are being written already; wait for one of them."))
        return redirect(f"{reverse('cases')}?{query}")
    return redirect("exports")


def sheet(asked: Mapping[str, Any], asker: Asker, speech: Language) -> ToExport:
    """The list as it is written."""
    if not asker.roles & READERS:
        raise NotForHim
    filters, today = Filters.of(QueryDict(asked["query"])), asker.now.date()
    columns = columns_of(asked["columns"]) or USUAL
    chosen = filters.found(asker.officer, today)
    say = speech.say
    heads = [Head(say("Case"), 24), Head(say("Title"), 44), Head(say("Light"), 12), Head(say("Days"), 18)]
    heads += [Head(one.told(speech), _WIDTHS.get(one, 14), _FORMATS.get(one, "")) for one in columns]
    called = say("Cases")
    title = f"{called} {today.isoformat()}"
    return ToExport(title, heads, chosen.order_by().count(), _rows(chosen, filters.sort, columns, today, speech))


_WIDTHS = {Column.PROCEDURE: 18, Column.ORGAN: 22, Column.PARTY: 28, Column.DUTY: 30, Column.HANDLERS: 18}
_FORMATS = {Column.DUE: DAY, Column.OPENED: DAY, Column.LAST_ACT: DAY, Column.AMOUNT: MONEY}


def _rows(
    chosen: QuerySet[Case], sort: str, columns: Sequence[Column], today: date, speech: Language
) -> Iterator[Sequence[Value]]:
    """Part by part, each behind the last line of the one before."""
    after, left = "", MOST
    while left > 0:
        found, after = cut(chosen.all, sort, after, min(PART, left))
        left -= len(found)
        for line in lines(found, columns, today, speech):
            cells = (_value(column, line.cells[column]) for column in columns)
            yield line.matter.case.number, line.matter.title, line.sign.word(speech), line.far, *cells
        if not after:
            return


def _value(column: Column, text: str) -> Value:
    if not text or column not in _FORMATS:
        return text
    return float(text.replace(",", "")) if column is Column.AMOUNT else date.fromisoformat(text)
