"""Numbers of papers (文号): the series of the organs one writes for, what was used, kept and voided in a year."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render

from yifa.interfaces.office.declaring import READERS, page
from yifa.interfaces.office.desks import Asked, Desk
from yifa.interfaces.office.matters import organ_names
from yifa.interfaces.office.papers.filled_in import Errors, number_in
from yifa.interfaces.office.papers.problems import tell_problem
from yifa.record.chain.writing import Overtaken
from yifa.record.despatch.choices import NumberState
from yifa.record.despatch.models import Number, NumberCount, Series
from yifa.record.despatch.numbers import begin_series, reserve, void
from yifa.record.organs.models import Organ
from yifa.record.papers.models import Document
from yifa.record.tokens.permits import WRITERS

MOST_AT_ONCE = 50
"""So many numbers are kept at once, at the most."""
SHOWN = 200


@dataclass(frozen=True)
class ToldNumber:
    """A number with what became of it."""

    number: Number
    state: str
    words: str
    paper: Document | None
    may_void: bool


@page("numbers/", name="numbers", roles=READERS, methods=("GET", "POST"), writes=True)
def numbers(request: Asked) -> HttpResponse:
    """The series of one's organs; one of them in a year, number by number."""
    desk = request.desk
    organs = _organs(desk)
    problem, errors = "", Errors()
    if request.method == "POST":
        problem = _done(request, organs, errors)
        if not problem and not errors:
            return redirect(request.get_full_path())
    every = list(Series.objects.select_related("organ").order_by("organ__code", "paper"))
    year = number_in(request.GET, "year") or desk.today.year
    chosen = next((one for one in every if str(one.id) == request.GET.get("series")), every[0] if every else None)
    told = {
        "series": every,
        "names": organ_names({one.organ_id for one in every} | set(organs), desk.today),
        "organs": organs,
        "chosen": chosen,
        "year": year,
        "years": _years(chosen, desk.today.year) if chosen else [],
        "numbers": _told(chosen, year, chosen.organ_id in organs, request) if chosen else [],
        "last": _last(chosen, year) if chosen else 0,
        "may_write": chosen is not None and chosen.organ_id in organs,
        "problem": problem,
        "errors": errors,
        "given": request.POST,
        "most": MOST_AT_ONCE,
    }
    return render(request, "papers/numbers.html", told, status=409 if problem or errors else 200)


def _organs(desk: Desk) -> dict[int, Organ]:
    """The organs for which somebody writes cases, by their ids."""
    ids = {organ for role, organ in desk.held if role in WRITERS}
    return {one.id: one for one in Organ.objects.filter(id__in=ids).order_by("code")}


def _done(request: Asked, organs: dict[int, Organ], errors: Errors) -> str:
    """Begin a series, keep numbers, or void one; why not, where it cannot be done."""
    given, desk, say = request.POST, request.desk, request.speech.say
    how, why = given.get("how", ""), given.get("why", "").strip()
    doing: Callable[[], object]
    if how == "begin":
        organ = organs.get(number_in(given, "organ") or 0) or (
            next(iter(organs.values())) if len(organs) == 1 else None
        )
        paper, letters = given.get("paper", "").strip(), given.get("letters", "").strip()
        if organ is None or not paper or not letters:
            errors.append(("paper", say("Say for which paper, and with which letters.")))
            return ""
        doing = lambda: begin_series(organ, paper, letters, actor=desk.actor(), on=desk.today)  # noqa: E731
        done = say("The series {letters} has begun.", letters=letters)
    elif how == "reserve":
        series = Series.objects.filter(organ__in=list(organs), pk=number_in(given, "of") or 0).first()
        many = number_in(given, "many") or 0
        if series is None or not 0 < many <= MOST_AT_ONCE:
            errors.append(("many", say("Keep between 1 and {most} numbers.", most=MOST_AT_ONCE)))
            return ""
        doing = lambda: reserve(series, desk.today.year, actor=desk.actor(), on=desk.today, many=many)  # noqa: E731
        done = say("Kept.")
    else:
        rows = Number.objects.filter(series__organ__in=list(organs)).select_related("series__organ")
        number = rows.filter(pk=number_in(given, "number") or 0).first()
        if number is None or not _may_void(number) or not why:
            errors.append(("why", say("Say why the number is voided; one that a paper bears is not.")))
            return ""
        doing = lambda: void(number, actor=desk.actor(why), on=desk.today)  # noqa: E731
        done = say("Voided: {number}.", number=number.text)
    try:
        doing()
    except (ValueError, Overtaken) as error:
        return tell_problem(error, request.speech)
    messages.success(request, done)
    return ""


def _may_void(number: Number) -> bool:
    """Whether no paper bears it and it is not voided."""
    return number.state == NumberState.RESERVED or (
        number.state == NumberState.USED and not Document.objects.filter(number=number).exists()
    )


def _years(series: Series, this: int) -> list[int]:
    held = NumberCount.objects.filter(series=series).values_list("year", flat=True)
    return sorted({this, *held}, reverse=True)


def _last(series: Series, year: int) -> int:
    count = NumberCount.objects.filter(series=series, year=year).first()
    return 0 if count is None else count.last


def _told(series: Series, year: int, may: bool, request: Asked) -> list[ToldNumber]:
    say = request.speech.say
    words = {
        NumberState.RESERVED: say("kept for a paper"),
        NumberState.USED: say("used"),
        NumberState.VOIDED: say("voided"),
    }
    rows = list(Number.objects.filter(series=series, year=year).order_by("-place")[:SHOWN])
    for one in rows:
        one.series = series
    papers: dict[int | None, Document] = {}
    for document in Document.objects.filter(number__in=rows).select_related("case").order_by("id"):
        papers[document.number_id] = document
    return [
        ToldNumber(
            one,
            one.state,
            words[NumberState(one.state)],
            papers.get(one.id),
            may and one.id not in papers and one.state != NumberState.VOIDED,
        )
        for one in rows
    ]
