"""What is done with an officer: posts, certificates, leave, delegations, the qualification to review."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from typing import Any

from django.db import transaction
from django.shortcuts import redirect

from yifa.interfaces.office.desks import Asked
from yifa.interfaces.office.matters import procedure_name
from yifa.interfaces.office.organs.told import tell_days
from yifa.interfaces.office.registers.forms import Field, Verb, day_field, reason_field
from yifa.interfaces.office.registers.keeping import kept_organs, names_of_organs
from yifa.interfaces.office.registers.words import tell_event
from yifa.interfaces.office.role_words import tell_rank
from yifa.law.catalogue.folders import procedure_ids
from yifa.record.chain.chained import values_of
from yifa.record.chain.queries import value
from yifa.record.organs import actions, correcting
from yifa.record.organs.actions import Actor
from yifa.record.organs.choices import CertificateEventKind, Rank
from yifa.record.organs.errors import NobodyLeft
from yifa.record.organs.models import Certificate, Delegation, Leave, Officer, Post, ReviewerQualification
from yifa.record.organs.queries import on_day
from yifa.wording import Language

Values = Mapping[str, Any]


def appointing(request: Asked) -> Verb:
    """Take an officer on."""
    speech, desk = request.speech, request.desk
    say, kept = speech.say, kept_organs(desk)

    def do(values: Values, actor: Actor) -> object:
        if values["organ"].id not in kept:
            raise NobodyLeft("an officer was to be taken on by an organ that is not kept")
        made = actions.appoint(
            values["organ"],
            values["number"],
            values["name"],
            actor=actor,
            on=values["on"],
            title=values["title"],
            rank=Rank(values["rank"]),
        )
        return redirect("officer", officer=made.id)

    fields = (
        Field("organ", say("Organ"), "organ", offered=tuple(names_of_organs(kept, desk.today))),
        Field("number", say("Staff number"), longest=40, help=say("The office's own; it stays his.")),
        Field("name", say("Full name"), longest=60),
        Field("title", say("Post"), longest=100),
        _rank_field(speech),
        day_field(speech, desk.today),
        reason_field(speech, needed=False),
    )
    return Verb(say("Take an officer on"), fields, do)


def checking(request: Asked, certificates: Sequence[Certificate]) -> Verb:
    """Note of many certificates at once what became of them in a yearly round; of all of them, or of none."""
    speech, desk = request.speech, request.desk
    kinds = tuple((one, tell_event(one, speech)) for one in CertificateEventKind)

    def do(values: Values, actor: Actor) -> object:
        with transaction.atomic():
            for one in certificates:
                actions.note_certificate(one, CertificateEventKind(values["kind"]), actor=actor, on=values["on"])
        return None

    fields = (
        Field("kind", speech.say("What became of it"), "choice", CertificateEventKind.CHECKED, kinds),
        day_field(speech, desk.today, label=speech.say("On which day"), ahead=False),
        reason_field(speech),
    )
    numbers = "、".join(one.number for one in certificates)
    many = speech.count("{n} certificate: {numbers}", "{n} certificates: {numbers}", len(certificates), numbers=numbers)
    return Verb(speech.say("Note of several certificates"), fields, do, lead=many)


def verb_words(speech: Language) -> tuple[tuple[str, str], ...]:
    """What can be done with an officer, for his page."""
    say = speech.say
    return (
        ("leave", say("Note a leave")),
        ("delegate", say("Let somebody sign instead")),
        ("post", say("Give a post")),
        ("event", say("Note what became of a certificate")),
        ("certificate", say("Issue a certificate")),
        ("renew", say("Renew a certificate")),
        ("end-post", say("End a post")),
        ("reviewer", say("Note what lets him review")),
        ("end", say("End a leave, a delegation or a qualification")),
        ("rename", say("Note another name")),
    )


def verbs_of(request: Asked, officer: Officer) -> dict[str, Callable[[], Verb]]:
    """What can be done with an officer, by the word in the address."""
    made = {
        "certificate": _certificate,
        "event": _event,
        "renew": _renewing,
        "post": _post,
        "end-post": _ending_post,
        "leave": _leave,
        "delegate": _delegating,
        "reviewer": _reviewer,
        "end": _ending,
        "rename": _renaming,
    }
    return {name: lambda verb=verb: verb(request, officer) for name, verb in made.items()}  # type: ignore[misc]


def _certificate(request: Asked, officer: Officer) -> Verb:
    speech, desk = request.speech, request.desk
    say = speech.say

    def do(values: Values, actor: Actor) -> object:
        return actions.issue_certificate(
            officer,
            values["number"],
            actor=actor,
            on=values["on"],
            last=values["last"],
            issuer=values["issuer"],
            work=values["work"],
        )

    fields = (
        Field("number", say("Number of the certificate"), longest=40),
        day_field(speech, desk.today, label=say("Issued by the authority on"), ahead=False),
        Field("last", say("Last day on which it holds"), "day", needed=False, ahead=True),
        Field("issuer", say("Issued by")),
        Field(
            "work", say("Kind of work"), needed=False, help=say("A certificate for supervision lets nobody enforce.")
        ),
        reason_field(speech, needed=False),
    )
    return Verb(say("Issue a certificate"), fields, do)


def _certificates(request: Asked, officer: Officer) -> tuple[dict[str, Certificate], Field]:
    rows = {str(one.id): one for one in Certificate.objects.filter(officer=officer).order_by("-first")}
    choices = tuple((id_, f"{one.number} · {tell_days(one, request.speech)}") for id_, one in rows.items())
    first = choices[0][0] if len(choices) == 1 else ""
    return rows, Field("certificate", request.speech.say("Certificate"), "choice", first, choices)


def _event(request: Asked, officer: Officer) -> Verb:
    speech, desk = request.speech, request.desk
    rows, field = _certificates(request, officer)
    kinds = tuple((one, tell_event(one, speech)) for one in CertificateEventKind)

    def do(values: Values, actor: Actor) -> object:
        kind = CertificateEventKind(values["kind"])
        return actions.note_certificate(rows[values["certificate"]], kind, actor=actor, on=values["on"])

    fields = (
        field,
        Field("kind", speech.say("What became of it"), "choice", choices=kinds),
        day_field(speech, desk.today, label=speech.say("On which day"), ahead=False),
        reason_field(speech),
    )
    lead = speech.say("Acts of that time are judged by it: who was suspended held no certificate.")
    return Verb(speech.say("Note what became of a certificate"), fields, do, lead=lead)


def _renewing(request: Asked, officer: Officer) -> Verb:
    speech, desk = request.speech, request.desk
    rows, field = _certificates(request, officer)

    def do(values: Values, actor: Actor) -> object:
        row = rows[values["certificate"]]
        return correcting.renew_certificate(row, actor=actor, on=desk.today, last=values["last"])

    fields = (
        field,
        Field("last", speech.say("Last day on which it holds"), "day", ahead=True),
        reason_field(speech),
    )
    return Verb(speech.say("Renew a certificate"), fields, do)


def _post(request: Asked, officer: Officer) -> Verb:
    speech, desk = request.speech, request.desk
    say, kept = speech.say, kept_organs(desk)
    own = names_of_organs(frozenset({officer.organ_id}), desk.today)

    def do(values: Values, actor: Actor) -> object:
        if values["organ"].id not in kept:
            raise NobodyLeft("a post was to be given in an organ that is not kept")
        rank = Rank(values["rank"])
        return actions.give_post(officer, values["organ"], values["title"], rank, actor=actor, on=values["on"])

    fields = (
        Field("title", say("Post"), longest=100),
        _rank_field(speech),
        Field(
            "organ",
            say("In which organ"),
            "organ",
            own[0] if own else "",
            offered=tuple(names_of_organs(kept, desk.today)),
        ),
        day_field(speech, desk.today),
        reason_field(speech, needed=False),
    )
    return Verb(say("Give a post"), fields, do)


def _ending_post(request: Asked, officer: Officer) -> Verb:
    speech, desk = request.speech, request.desk
    rows = {str(one.id): one for one in Post.objects.filter(officer=officer, last=None).order_by("id")}
    choices = tuple((id_, f"{one.title} · {tell_days(one, speech)}") for id_, one in rows.items())

    def do(values: Values, actor: Actor) -> object:
        return actions.end_post(rows[values["post"]], actor=actor, last=values["on"])

    fields = (
        Field("post", speech.say("Post"), "choice", choices=choices),
        day_field(speech, desk.today, label=speech.say("Last day on which it holds")),
        reason_field(speech),
    )
    lead = speech.say(
        "Sheets that wait for this post go to whoever holds it next; cases that he handles are handed over elsewhere."
    )
    return Verb(speech.say("End a post"), fields, do, lead=lead)


def _leave(request: Asked, officer: Officer) -> Verb:
    speech, desk = request.speech, request.desk

    def do(values: Values, actor: Actor) -> object:
        return actions.grant_leave(officer, actor=actor, first=values["on"], last=values["last"])

    fields = (
        day_field(speech, desk.today, label=speech.say("First day of the leave")),
        Field("last", speech.say("Last day of the leave"), "day", ahead=True),
        reason_field(speech, needed=False),
    )
    lead = speech.say("While he is away, whoever is named signs for his posts; nobody, where nobody is named.")
    return Verb(speech.say("Note a leave"), fields, do, lead=lead)


def _delegating(request: Asked, officer: Officer) -> Verb:
    speech, desk = request.speech, request.desk
    say = speech.say
    posts = {str(one.id): one for one in on_day(Post.objects.filter(officer=officer), desk.today).order_by("id")}
    others = [one for one in Officer.objects.filter(organ=officer.organ_id).order_by("number") if one.id != officer.id]
    called = values_of(others)
    people = {str(one.id): one for one in others}
    procedures = tuple(sorted(((one, procedure_name(one, speech)) for one in procedure_ids()), key=lambda one: one[1]))

    def do(values: Values, actor: Actor) -> object:
        return actions.delegate(
            posts[values["post"]],
            people[values["to"]],
            actor=actor,
            on=values["on"],
            last=values["last"],
            matters=values["matters"],
        )

    fields = (
        Field(
            "post",
            say("For which post"),
            "choice",
            next(iter(posts)) if len(posts) == 1 else "",
            tuple((id_, one.title) for id_, one in posts.items()),
        ),
        Field(
            "to",
            say("Who signs instead"),
            "choice",
            choices=tuple((id_, f"{called.get(one.name, '')} {one.number}") for id_, one in people.items()),
        ),
        day_field(speech, desk.today),
        Field("last", say("To which day"), "day", needed=False, ahead=True),
        Field("matters", say("Only in these procedures"), "several", [], procedures, needed=False),
        reason_field(speech),
    )
    return Verb(
        say("Let somebody sign instead"),
        fields,
        do,
        lead=say("He signs only while the holder of the post is on leave."),
    )


def _reviewer(request: Asked, officer: Officer) -> Verb:
    speech, desk = request.speech, request.desk
    say = speech.say

    def do(values: Values, actor: Actor) -> object:
        passed, before = values["passed"], values["before"]
        if not passed and not before:
            raise NobodyLeft(f"officer {officer.number}: neither passed nor reviewed before")
        return actions.qualify_reviewer(officer, actor=actor, on=values["on"], passed=passed, reviewed_before=before)

    fields = (
        Field("passed", say("Passed the legal examination (法律职业资格)"), "yes", needed=False),
        Field("before", say("Reviewed already before the examination was asked for"), "yes", needed=False),
        day_field(speech, desk.today),
        reason_field(speech),
    )
    lead = say("Who reviews penalties for the first time must have passed it (行政处罚法 58).")
    return Verb(say("Note what lets him review"), fields, do, lead=lead)


def _ending(request: Asked, officer: Officer) -> Verb:
    speech, desk = request.speech, request.desk
    say, today = speech.say, desk.today
    on_leave, stands_in, qualified = say("leave"), say("delegation"), say("qualification to review")
    rows: dict[str, Leave | Delegation | ReviewerQualification] = {}
    choices = []
    for leave in Leave.objects.filter(officer=officer, last__gte=today).order_by("first"):
        rows[f"leave-{leave.id}"] = leave
        choices.append((f"leave-{leave.id}", f"{on_leave} · {tell_days(leave, speech)}"))
    for delegation in Delegation.objects.filter(post__officer=officer).select_related("post").order_by("first"):
        if delegation.last is None or delegation.last >= today:
            rows[f"delegation-{delegation.id}"] = delegation
            words = f"{stands_in} · {delegation.post.title} · {tell_days(delegation, speech)}"
            choices.append((f"delegation-{delegation.id}", words))
    for one in ReviewerQualification.objects.filter(officer=officer, last=None):
        rows[f"reviewer-{one.id}"] = one
        choices.append((f"reviewer-{one.id}", f"{qualified} · {tell_days(one, speech)}"))

    def do(values: Values, actor: Actor) -> object:
        row: Any = rows[values["what"]]
        return correcting.end_early(row, actor=actor, last=values["on"])

    fields = (
        Field("what", say("What ends"), "choice", choices=tuple(choices)),
        day_field(speech, desk.today, label=say("Last day on which it holds")),
        reason_field(speech),
    )
    return Verb(say("End a leave, a delegation or a qualification"), fields, do)


def _renaming(request: Asked, officer: Officer) -> Verb:
    speech, desk = request.speech, request.desk

    def do(values: Values, actor: Actor) -> object:
        return correcting.rename_officer(officer, values["name"], actor=actor, on=values["on"])

    fields = (
        Field("name", speech.say("Full name"), value=value(officer.name) or "", longest=60),
        day_field(speech, desk.today),
        reason_field(speech),
    )
    return Verb(speech.say("Note another name"), fields, do)


def _rank_field(speech: Language) -> Field:
    choices = tuple((one, tell_rank(one, speech)) for one in Rank)
    help_ = speech.say(
        "A decision is signed by a leader; after discussion, by the principal one where the law says so."
    )
    return Field("rank", speech.say("What it lets him sign as"), "choice", "", choices, help=help_)
