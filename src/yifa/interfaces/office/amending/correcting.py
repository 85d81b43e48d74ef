"""更正: an act on record is put right, or said not to have happened; both versions stay and are shown."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from django.http import Http404, HttpResponse, QueryDict

from yifa.interfaces.office.act_words import act_name
from yifa.interfaces.office.amending.forms import form, kept_out, noted
from yifa.interfaces.office.amending.refusals import Refusal, told_refusal
from yifa.interfaces.office.case.recorded import fields_of
from yifa.interfaces.office.declaring import WRITERS, Kind, page
from yifa.interfaces.office.desks import Asked
from yifa.interfaces.office.names import names_of
from yifa.interfaces.office.next_act.effect import effects
from yifa.interfaces.office.next_act.form import Form, form_of
from yifa.interfaces.office.next_act.pages import units
from yifa.interfaces.office.next_act.typed import given_again
from yifa.oversight.standing.foresight import foresee_correction
from yifa.record.cases.acting import Happening
from yifa.record.cases.actions import correct, withdraw
from yifa.record.cases.columns import procedure_of
from yifa.record.cases.errors import NotRecorded
from yifa.record.cases.models import Act, Case
from yifa.record.cases.values import kept
from yifa.wording import Language


@dataclass(frozen=True)
class Compared:
    """A fact in both versions; `changed`: they differ."""

    name: str
    was: str
    becomes: str

    @property
    def changed(self) -> bool:
        """Whether it becomes another."""
        return self.was != self.becomes


@page(
    "cases/<int:case>/amend/acts/<int:row>/",
    name="correct_act",
    roles=WRITERS,
    methods=("GET", "POST"),
    writes=True,
)
def correct_act(request: Asked, case: Case, row: int) -> HttpResponse:
    """Put an act right, for a reason; both versions and what changes are shown before and after."""
    if (answer := kept_out(request, case)) is not None:
        return answer
    desk, speech, say = request.desk, request.speech, request.speech.say
    act = _standing(case, row)
    filled = _filled(request, case, act)
    because, how = request.POST.get("because", "").strip(), request.POST.get("as", "")
    if request.method != "POST":
        return _form(request, case, act, filled, [])
    errors = list(filled.errors) if how != "withdraw" else []
    if not because:
        errors.append(("because", say("Say why it is put right; the reason stands beside both versions.")))
    compared = both(act, filled, speech)
    if how != "withdraw" and not errors and not any(one.changed for one in compared):
        errors.append(("", say("Nothing differs from what is on record.")))
    if errors or (filled.happening is None and how != "withdraw"):
        return _form(request, case, act, filled, errors)
    try:
        if how == "withdraw":
            withdraw(act, actor=desk.actor(because))
        elif filled.happening is not None:
            correct(act, filled.happening, actor=desk.actor(because))
    except NotRecorded as error:
        return _form(request, case, act, filled, [], refusal=told_refusal(error, speech))
    name = act_name(procedure_of(case), act.kind, speech)
    words = say("Withdrawn: {act}. Both stay in the record.", act=name)
    return noted(request, words if how == "withdraw" else say("Put right: {act}. Both stay.", act=name), "case", case)


@page(
    "cases/<int:case>/amend/acts/<int:row>/effect/",
    name="correction_effect",
    roles=WRITERS,
    kind=Kind.FRAGMENT,
    methods=("POST",),
)
def correction_effect(request: Asked, case: Case, row: int) -> HttpResponse:
    """Both versions and what a correction would do, as its form stands; nothing is recorded."""
    if (answer := kept_out(request, case)) is not None:
        return answer
    act = _standing(case, row)
    filled = _filled(request, case, act)
    return form(request, case, "versions", **_told(request, act, filled))


def _standing(case: Case, row: int) -> Act:
    """An act of the case that stands as it is."""
    act = case.acts.filter(pk=row, withdrawn=False).first()
    if act is None or act.corrections.exists():
        raise Http404
    act.case = case
    return act


def _filled(request: Asked, case: Case, act: Act) -> Form:
    given: QueryDict = request.POST
    if request.method != "POST":
        given = given_again(case, act.kind, act.fields, act.on, act.minute, act.number)
    return form_of(case, act.kind, given, request.desk.today, request.speech, also=names_of(str(act.fields)))


def both(act: Act, filled: Form, speech: Language) -> list[Compared]:
    """An act in both versions, fact by fact; nothing where the form cannot be read."""
    told = filled.happening
    if told is None:
        return []
    say = speech.say
    new = Act(case=act.case, kind=act.kind, on=told.on, fields=_kept(act.case, told))
    names = names_of(f"{act.fields} {new.fields}")
    was, becomes = (dict(fields_of(one, names, speech)) for one in (act, new))
    found = [
        Compared(
            say("Day on which it happened"),
            "" if act.on is None else speech.day(act.on),
            "" if told.on is None else speech.day(told.on),
        ),
        Compared(say("Time of the day"), _time(act.minute), _time(told.minute)),
        Compared(say("Number of its paper"), act.number, told.number),
    ]
    found += [Compared(name, was.get(name, ""), becomes.get(name, "")) for name in dict.fromkeys((*was, *becomes))]
    return [one for one in found if one.was or one.becomes]


def _kept(case: Case, told: Happening) -> dict[str, object]:
    """The fields as they would be kept."""
    declared = procedure_of(case).vocabulary[told.kind]
    return {name: kept(value, declared[name]) for name, value in told.fields.items()}


def _time(minute: int | None) -> str:
    return "" if minute is None else f"{minute // 60:02}:{minute % 60:02}"


def _told(request: Asked, act: Act, filled: Form) -> dict[str, Any]:
    """What the panel beside the form shows."""
    desk, speech = request.desk, request.speech
    found: list[object] = []
    if filled.happening is not None:
        try:
            found = list(effects(foresee_correction(act, filled.happening, actor=desk.actor()), speech))
        except NotRecorded:
            found = []
    return {"compared": both(act, filled, speech), "effects": found, "shown": filled.happening}


def _form(
    request: Asked,
    case: Case,
    act: Act,
    filled: Form,
    errors: list[tuple[str, str]],
    refusal: Refusal | None = None,
) -> HttpResponse:
    speech = request.speech
    gone = foresee_correction(
        act, Happening(act.kind, act.on, act.minute, act.fields, act.number), actor=request.desk.actor(), withdrawn=True
    )
    return form(
        request,
        case,
        "correct",
        errors=errors,
        refusal=refusal,
        act=act,
        name=act_name(procedure_of(case), act.kind, speech),
        filled=filled,
        units=units(speech),
        because=request.POST.get("because", ""),
        withdrawn=effects(gone, speech),
        **_told(request, act, filled),
    )
