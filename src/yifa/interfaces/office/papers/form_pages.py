"""Forms of papers (文书模板): which an organ uses, its editions, taking one down, putting another in."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from io import BytesIO

from django.contrib import messages
from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render

from yifa.interfaces.documents.forms.filling import places_of
from yifa.interfaces.documents.forms.package import NotAForm
from yifa.interfaces.duty_telling import tell_law_on
from yifa.interfaces.office.act_words import act_name
from yifa.interfaces.office.declaring import READERS, Kind, page
from yifa.interfaces.office.desks import Asked, Desk
from yifa.interfaces.office.matters import organ_names, procedure_name
from yifa.interfaces.office.papers.filled_in import Errors, day_in, file_response
from yifa.interfaces.office.papers.forms_in_use import (
    FormInUse,
    form_in_use,
    forms_of,
    has_own_form,
    program_form,
    tell_whose,
)
from yifa.interfaces.office.papers.places import CAPITAL, WHEN_ISSUED
from yifa.interfaces.office.papers.problems import tell_not_a_form, tell_problem
from yifa.law.catalogue.folders import UnknownProcedure, folder
from yifa.law.conditions import Type
from yifa.record.access.choices import RoleName
from yifa.record.chain.writing import Overtaken
from yifa.record.organs.models import Organ
from yifa.record.papers.templates import LARGEST, FormOf, editions, put_template, template_bytes, templates_for
from yifa.record.tokens.permits import WRITERS

KEEPERS = WRITERS | {RoleName.REVIEWER}
"""Who puts forms in for his organ: who writes its cases, and who reviews them for legality."""
ALWAYS = (
    "机关名称",
    "本级政府名称",
    "案号",
    "案件名称",
    "案由",
    "当事人",
    "当事人证件号码",
    "第三人",
    "代理人",
    "承办人",
    "承办人及证号",
    "今日",
)
"""Places that every case fills."""


@dataclass(frozen=True)
class ToldForm:
    """A form in a line. `whose`: whose it is, with its edition; blank where there is only a plain one."""

    of: FormOf
    place: int
    act: str
    whose: str


@page("papers/forms/", name="paper_forms", roles=READERS)
def paper_forms(request: Asked) -> HttpResponse:
    """The forms that the organ of the desk uses, procedure by procedure."""
    desk, speech = request.desk, request.speech
    organ = desk.officer.organ
    used = templates_for(organ, desk.today)
    organs = organ_names({organ.id, *(one.organ_id for one in used.values())}, desk.today)
    procedure = request.GET.get("procedure", "")
    names = sorted({of.procedure for of in (*_drawn(), *used)})

    def whose(of: FormOf) -> str:
        if of in used:
            return tell_whose(used[of], organ, organs, speech)
        return speech.say("form of the program") if has_own_form(of) else ""

    groups = []
    for name in [procedure] if _known(procedure) else names:
        rows = [
            ToldForm(of, place, act_name(folder(name).procedure, of.act, speech), whose(of))
            for of, place in _with_places(name)
        ]
        drawn = [one for one in rows if one.whose]
        groups.append((name, procedure_name(name, speech), drawn, rows if procedure else drawn, len(rows)))
    told = {
        "organ": organs.get(organ.id, organ.code),
        "groups": groups,
        "one": bool(procedure),
        "may_put": bool(_keeps(desk, organ)),
    }
    return render(request, "papers/forms.html", told)


@page(
    "papers/forms/<slug:procedure>/<slug:kind>/<int:place>/",
    name="paper_form",
    roles=READERS,
    methods=("GET", "POST"),
    writes=True,
)
def paper_form(request: Asked, procedure: str, kind: str, place: int) -> HttpResponse:
    """One form: whose is used, its places, its editions; another edition is put in, or the organ's own given up."""
    of, desk, speech = _of(procedure, kind, place), request.desk, request.speech
    organ = desk.officer.organ
    errors, problem = Errors(), ""
    may_put = _keeps(desk, organ)
    if request.method == "POST" and may_put:
        problem = _put(request, organ, of, errors)
        if not problem and not errors:
            messages.success(request, speech.say("The form is in use from the day you said."))
            return redirect("paper_form", procedure=procedure, kind=kind, place=place)
    rows = list(editions(organ, of))
    form = form_in_use(organ, of, desk.today)
    in_force = form.template
    from_above = in_force is not None and in_force.organ_id != organ.id
    organs = organ_names({organ.id, organ.id if in_force is None else in_force.organ_id}, desk.today)
    told = {
        "of": of,
        "place": place,
        "organ": organs.get(organ.id, organ.code),
        "procedure": procedure_name(procedure, speech),
        "act": act_name(folder(procedure).procedure, kind, speech),
        "form": form,
        "law": "" if form.drawn is None else tell_law_on(form.drawn.law, desk.today, speech),
        "has_own": has_own_form(of),
        "places": _told_places(form),
        "editions": [(one, speech.day(one.first)) for one in rows],
        "in_force": in_force,
        "whose": "" if in_force is None else tell_whose(in_force, organ, organs, speech),
        "from_above": from_above,
        "may_put": may_put,
        "known": list(_fields(of)),
        "always": (*WHEN_ISSUED, *ALWAYS),
        "first": request.POST.get("first", desk.today.isoformat()),
        "note": request.POST.get("note", ""),
        "errors": errors,
        "problem": problem,
    }
    return render(request, "papers/form.html", told, status=409 if errors or problem else 200)


@page(
    "papers/forms/<slug:procedure>/<slug:kind>/<int:place>/<int:edition>.docx",
    name="paper_form_file",
    roles=READERS,
    kind=Kind.EXPORT,
)
def paper_form_file(request: Asked, procedure: str, kind: str, place: int, edition: int) -> HttpResponse:
    """An edition of the organ's own as a Word document; 0 is the form that comes with the program."""
    of = _of(procedure, kind, place)
    if edition == 0:
        return file_response(program_form(of), of.paper, "docx")
    found = editions(request.desk.officer.organ, of).filter(number=edition).exclude(digest="").first()
    if found is None:
        raise Http404
    return file_response(template_bytes(found), f"{of.paper} {edition}", "docx")


@page(
    "papers/forms/<slug:procedure>/<slug:kind>/<int:place>/in-use.docx",
    name="paper_form_in_use",
    roles=READERS,
    kind=Kind.EXPORT,
)
def paper_form_in_use(request: Asked, procedure: str, kind: str, place: int) -> HttpResponse:
    """The form the organ of the desk uses today as a Word document, whosever it is."""
    of = _of(procedure, kind, place)
    return file_response(form_in_use(request.desk.officer.organ, of, request.desk.today).data, of.paper, "docx")


def _put(request: Asked, organ: Organ, of: FormOf, errors: Errors) -> str:
    """Put an edition in; why not, where it cannot be."""
    desk, say, given = request.desk, request.speech.say, request.POST
    first, note, file = day_in(given, "first"), given.get("note", "").strip(), request.FILES.get("file")
    back = given.get("how") == "none"
    if first is None:
        errors.append(("first", say("The day cannot be read; expected one such as 2026-03-02.")))
    if editions(organ, of).exists() and not note:
        errors.append(("note", say("Say what was changed, and why.")))
    data = b"" if file is None else file.read(LARGEST + 1)
    if not back:
        if file is None:
            errors.append(("file", say("Choose a file first.")))
        else:
            try:
                places = places_of(data)
            except NotAForm as error:
                errors.append(("file", tell_not_a_form(error.why, request.speech)))
            else:
                if not places:
                    errors.append(("file", say("It has no place to be filled, such as 〔案号〕.")))
    if errors or first is None:
        return ""
    stream = None if back else BytesIO(data)
    name = "" if back or file is None else str(file.name)[:200]
    try:
        put_template(organ, of, stream, name, actor=desk.actor(note), on=desk.today, first=first)
    except (ValueError, Overtaken) as error:
        return tell_problem(error, request.speech)
    return ""


def _told_places(form: FormInUse) -> list[tuple[str, str, str]]:
    """The places of a form: name, where it comes from (`issue`, `case`, `hand`), and what is asked for."""
    known = set(ALWAYS) | {name for _, names in _fields(form.of) for name in names}
    found = []
    for name in places_of(form.data):
        plain = name.removesuffix(CAPITAL)
        source = "issue" if name in WHEN_ISSUED else "case" if name in known or plain in known else "hand"
        found.append((name, source, form.hints.get(name, "")))
    return found


def _fields(of: FormOf) -> Iterator[tuple[str, list[str]]]:
    """What the acts of a procedure tell: by act, the names of places."""
    procedure = folder(of.procedure).procedure
    for act in procedure.acts.values():
        if act.reconstructed:
            continue
        names = [f"{act.zh}.日期", f"{act.zh}.文号"]
        for name in act.fields:
            if (declared := procedure.fields.get(name)) is not None:
                names.append(f"{act.zh}.{declared.zh}")
                if declared.type is Type.MONEY:
                    names.append(f"{act.zh}.{declared.zh}{CAPITAL}")
        yield act.zh, names


def _keeps(desk: Desk, organ: Organ) -> bool:
    return any((role, organ.id) in desk.held for role in KEEPERS)


def _drawn() -> list[FormOf]:
    return [
        of for name in ("penalty-ordinary", "licence", "reconsideration") for of in forms_of(name) if has_own_form(of)
    ]


def _known(procedure: str) -> bool:
    try:
        return bool(procedure) and bool(folder(procedure))
    except UnknownProcedure:
        return False


def _with_places(procedure: str) -> Iterator[tuple[FormOf, int]]:
    acts = folder(procedure).procedure.acts
    for of in forms_of(procedure):
        yield of, acts[of.act].papers.index(of.paper) + 1


def _of(procedure: str, kind: str, place: int) -> FormOf:
    """The form of an address."""
    if not _known(procedure):
        raise Http404
    act = folder(procedure).procedure.acts.get(kind)
    if act is None or not 0 < place <= len(act.papers):
        raise Http404
    return FormOf(procedure, kind, act.papers[place - 1])
