"""Roles and files: who holds what, one officer's, and what the security administrator gives and takes."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import date
from urllib.parse import urlencode

from django.contrib import messages
from django.db.models import QuerySet
from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render

from yifa.interfaces.office.declaring import page
from yifa.interfaces.office.desks import Asked, Desk
from yifa.interfaces.office.granting.refusals import doubts_of, tell_doubt, tell_refusal
from yifa.interfaces.office.matters import organ_names
from yifa.interfaces.office.organ_choice import meant, to_choose
from yifa.interfaces.office.people import Person, people_of, told_people
from yifa.interfaces.office.role_words import tell_role
from yifa.record.access.actions import close_file, end_role, give_role, open_numbered_file, questionable
from yifa.record.access.choices import ADMINISTRATORS, RoleName
from yifa.record.access.errors import NotGranted
from yifa.record.access.models import Grant, RoleHeld
from yifa.record.organs.models import Officer, Organ
from yifa.record.organs.queries import on_day
from yifa.wording import Language

SECURITY = frozenset({RoleName.SECURITY_ADMINISTRATOR})
PAGE = 100
DOUBTS_SHOWN = 50
FIELDS = ("role", "organ", "last", "because", "of_organ", "number", "task", "until", "secondary")
Errors = list[tuple[str, str]]


@page("granting/", name="granting", roles=ADMINISTRATORS)
def granting(request: Asked) -> HttpResponse:
    """All roles that are held today, what is questionable among them, and the files that are open."""
    desk, speech = request.desk, request.speech
    organ, role, after = (request.GET.get(name, "") for name in ("organ", "role", "after"))
    rows = on_day(RoleHeld.objects.filter(officer__organ__in=desk.scope.people), desk.today).order_by("id")
    every = rows
    if organ:
        rows = rows.filter(organ_id=meant(organ, desk.scope.people, desk.today) or 0)
    if role in RoleName.values:
        rows = rows.filter(role=role)
    begun = int(after[:18]) if after.isdigit() else 0
    found = list(rows.filter(id__gt=begun).select_related("officer")[: PAGE + 1])
    files = _files(on_day(Grant.objects.filter(officer__organ__in=desk.scope.people), desk.today), desk.today)
    officers = [one.officer for one in found] + [one.grant.officer for one in files]
    people = told_people(officers, desk.today)
    organs = organ_names({*desk.scope.people, *(one.organ_id for one in found)}, desk.today)
    asked = "".join(f"&{urlencode({name: value})}" for name, value in (("organ", organ), ("role", role)) if value)
    doubts, more_doubts = _all_doubts(every.values_list("officer_id", "role"), desk, speech)
    told = {
        "lines": [_line(one, people, organs, desk.today, speech) for one in found[:PAGE]],
        "doubts": doubts,
        "more_doubts": more_doubts,
        "files": [(one.grant, people[one.grant.officer_id], one.number, organs.get(one.organ, "")) for one in files],
        "counted": rows.count(),
        "organs": to_choose(organs),
        "roles": [(one.value, tell_role(one, speech)) for one in RoleName],
        "organ": organ[:100],
        "role": role,
        "next": f"?after={found[PAGE - 1].id}{asked}" if len(found) > PAGE else "",
        "begun": f"?{asked[1:]}" if begun else "",
    }
    return render(request, "granting/granting.html", told)


@page("granting/<int:officer>/", name="granting_of", roles=ADMINISTRATORS)
def granting_of(request: Asked, officer: int) -> HttpResponse:
    """The roles of an officer, those that ended too, and the files that were opened to him."""
    return _shown(request, _officer(request.desk, officer), [])


@page("granting/<int:officer>/give/", name="role_give", roles=SECURITY, methods=("POST",), writes=True)
def role_give(request: Asked, officer: int) -> HttpResponse:
    """Give a role; what is questionable beside the others is told first, and given when it is confirmed."""
    desk, speech, say = request.desk, request.speech, request.speech.say
    of, errors = _officer(desk, officer), Errors()
    role, organ = request.POST.get("role", ""), _organ(desk, request.POST.get("organ", ""))
    because = request.POST.get("because", "").strip()
    last = _day(request.POST.get("last", ""), "last", errors, speech)
    if role not in RoleName.values:
        errors.append(("role", say("Say which role.")))
    if organ is None:
        errors.append(("organ", say("Say for which organ.")))
    if not because:
        errors.append(("because", say("Say on what it rests: the decision on his duties, a letter of secondment.")))
    if errors or organ is None:
        return _shown(request, of, errors)
    held = set(on_day(RoleHeld.objects.filter(officer=of), desk.today).values_list("role", flat=True))
    doubts = [tell_doubt(pair, speech) for pair in questionable(RoleName(role), held)]
    if doubts and request.POST.get("sure") != "yes":
        return _shown(request, of, [("sure", one) for one in doubts], doubtful=True)
    return _done(
        request,
        of,
        lambda: give_role(of, RoleName(role), organ, actor=desk.actor(because), on=desk.today, last=last),
        "role",
    )


@page("granting/roles/<int:held>/end/", name="role_end", roles=SECURITY, methods=("POST",), writes=True)
def role_end(request: Asked, held: int) -> HttpResponse:
    """End a role with today."""
    desk = request.desk
    rows = on_day(RoleHeld.objects.filter(officer__organ__in=desk.scope.people), desk.today)
    role = rows.select_related("officer__organ", "organ").filter(pk=held).first()
    if role is None:
        raise Http404
    because = request.POST.get("because", "").strip()
    return _done(request, role.officer, lambda: end_role(role, actor=desk.actor(because), last=desk.today), "")


@page("granting/<int:officer>/open-file/", name="file_open", roles=SECURITY, methods=("POST",), writes=True)
def file_open(request: Asked, officer: int) -> HttpResponse:
    """Open a file of another organ to an officer for a task, until a day."""
    desk, speech, say = request.desk, request.speech, request.speech.say
    of, errors = _officer(desk, officer), Errors()
    organ, number = _organ(desk, request.POST.get("of_organ", "")), request.POST.get("number", "").strip()
    last = _day(request.POST.get("until", ""), "until", errors, speech)
    task, secondary = request.POST.get("task", "").strip()[:200], request.POST.get("secondary") == "yes"
    if organ is None:
        errors.append(("of_organ", say("Say whose case it is.")))
    if not number:
        errors.append(("number", say("The number is missing.")))
    if last is None and not errors:
        errors.append(("until", say("Say until which day; a file is opened for a task, not for good.")))
    if errors or organ is None or last is None:
        return _shown(request, of, errors)
    actor, on = desk.actor(), desk.today
    return _done(
        request,
        of,
        lambda: open_numbered_file(of, organ, number, task, actor=actor, on=on, last=last, secondary=secondary),
        "number",
    )


@page("granting/files/<int:grant>/close/", name="file_close", roles=SECURITY, methods=("POST",), writes=True)
def file_close(request: Asked, grant: int) -> HttpResponse:
    """Close a file again before its day."""
    desk = request.desk
    rows = on_day(Grant.objects.filter(officer__organ__in=desk.scope.people), desk.today)
    opened = rows.select_related("officer__organ").filter(pk=grant).first()
    if opened is None:
        raise Http404
    return _done(request, opened.officer, lambda: close_file(opened, actor=desk.actor(), last=desk.today), "")


def _done(request: Asked, officer: Officer, do: Callable[[], object], field: str) -> HttpResponse:
    try:
        do()
    except NotGranted as error:
        return _shown(request, officer, [(field, tell_refusal(error, request.speech))])
    messages.success(request, request.speech.say("Done; it stands in the operation log."))
    return redirect("granting_of", officer=officer.id)


def _shown(request: Asked, officer: Officer, errors: Errors, *, doubtful: bool = False) -> HttpResponse:
    desk, speech = request.desk, request.speech
    rows = RoleHeld.objects.filter(officer=officer).select_related("officer").order_by("-first", "-id")
    files = _files(Grant.objects.filter(officer=officer), desk.today)
    people = people_of({officer.id}, desk.today)
    organs = organ_names({*desk.scope.people, *(one.organ_id for one in rows)}, desk.today)
    organs |= organ_names({one.organ for one in files} - organs.keys(), desk.today)
    held = {one.role for one in rows if one.first <= desk.today and (one.last is None or one.last >= desk.today)}
    own = officer.id == desk.officer.id
    told = {
        "person": people[officer.id],
        "lines": [_line(one, people, organs, desk.today, speech) for one in rows],
        "files": [(one.grant, one.number, organs.get(one.organ, ""), one.holds) for one in files],
        "doubts": doubts_of(held, speech),
        "organs": to_choose({id_: name for id_, name in organs.items() if id_ in desk.scope.people}),
        "own_organ": organs.get(officer.organ_id, ""),
        "roles": [(one.value, tell_role(one, speech)) for one in RoleName],
        "may_do": RoleName.SECURITY_ADMINISTRATOR in desk.roles and not own,
        "own": own,
        "errors": errors,
        "doubtful": doubtful,
        "values": {name: request.POST.get(name, "") for name in FIELDS},
    }
    return render(request, "granting/of_officer.html", told, status=409 if errors else 200)


def _line(
    one: RoleHeld, people: dict[int, Person], organs: dict[int, str], today: date, speech: Language
) -> dict[str, object]:
    return {
        "held": one,
        "person": people[one.officer_id],
        "role": tell_role(RoleName(one.role), speech),
        "organ": organs.get(one.organ_id, ""),
        "first": one.first.isoformat(),
        "last": "" if one.last is None else one.last.isoformat(),
        "holds": _holds(one, today),
    }


def _holds(one: RoleHeld | Grant, today: date) -> bool:
    return one.first <= today and (one.last is None or one.last >= today)


@dataclass(frozen=True)
class Opened:
    """A file that was opened: its number and organ are told, which who opened it need not be able to read."""

    grant: Grant
    number: str
    organ: int
    holds: bool


def _files(rows: QuerySet[Grant], today: date) -> list[Opened]:
    """Files that were opened, those that hold longest first."""
    found = list(rows.select_related("officer").order_by("-last", "-id")[:PAGE])
    told = Grant.objects.filter(id__in=[one.id for one in found]).values_list("id", "case__number", "case__organ_id")
    cases = {grant: (number, organ) for grant, number, organ in told}
    return [Opened(one, *cases[one.id], _holds(one, today)) for one in found]


def _all_doubts(
    rows: Iterable[tuple[int, str]], desk: Desk, speech: Language
) -> tuple[list[tuple[Person, list[str]]], int]:
    """Officers whose roles together are to be thought about, so many at the most; and how many there are besides."""
    held: dict[int, set[str]] = defaultdict(set)
    for officer, role in rows:
        held[officer].add(role)
    found = {officer: told for officer, roles in held.items() if len(roles) > 1 and (told := doubts_of(roles, speech))}
    shown = list(found)[:DOUBTS_SHOWN]
    people = people_of(shown, desk.today)
    return [(people[officer], found[officer]) for officer in shown], len(found) - len(shown)


def _officer(desk: Desk, number: int) -> Officer:
    found = Officer.objects.select_related("organ").filter(pk=number, organ_id__in=desk.scope.people).first()
    if found is None:
        raise Http404
    return found


def _organ(desk: Desk, said: str) -> Organ | None:
    """An organ one administers, as a form says it."""
    number = meant(said, desk.scope.people, desk.today)
    return None if number is None else Organ.objects.filter(pk=number).first()


def _day(said: str, field: str, errors: Errors, speech: Language) -> date | None:
    try:
        return date.fromisoformat(said) if said else None
    except ValueError:
        errors.append((field, speech.say("The day cannot be read; expected one such as 2026-03-02.")))
        return None
