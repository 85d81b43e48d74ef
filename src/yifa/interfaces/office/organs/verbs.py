"""What is done with an organ: its forms, and the verb of the record that each of them is."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import timedelta
from typing import Any

from django.shortcuts import redirect

from yifa.interfaces.duty_telling import tell_profile
from yifa.interfaces.office.desks import Asked
from yifa.interfaces.office.matters import procedure_name
from yifa.interfaces.office.organs.told import tell_days
from yifa.interfaces.office.registers.asked_jobs import begin
from yifa.interfaces.office.registers.forms import Field, Verb, day_field, reason_field
from yifa.interfaces.office.registers.keeping import kept_organs, names_of_organs
from yifa.interfaces.office.registers.words import tell_kind, tell_level, tell_relation
from yifa.law.catalogue.folders import procedure_ids
from yifa.ledgers.registers.columns import PLACES, SECTORS
from yifa.record.jobs.register_jobs import end_with_cases
from yifa.record.organs.actions import Actor, end_relation, relate, rename, set_up
from yifa.record.organs.choices import Kind, Level, RelationKind, SuccessionKind
from yifa.record.organs.correcting import end_profile, give_profile, put_organ_right
from yifa.record.organs.errors import NobodyLeft
from yifa.record.organs.models import Organ, OrganName, OrganProfile, Relation
from yifa.record.organs.queries import on_day
from yifa.wording import Language

ENDING = "end_organ"
"""The name of the job by which an organ is ended."""
Values = Mapping[str, Any]
_DAY = timedelta(days=1)


def setting_up(request: Asked) -> Verb:
    """Set up a new organ below one whose register is kept."""
    say, desk = request.speech.say, request.desk
    kept = kept_organs(desk)

    def do(values: Values, actor: Actor) -> object:
        above: Organ = values["to"]
        if above.id not in kept:
            raise NobodyLeft("an organ was to be set up under one that is not kept")
        made = set_up(
            values["code"],
            values["name"],
            actor=actor,
            on=values["on"],
            kind=Kind(values["kind"]),
            level=Level(values["level"]),
            short=values["short"],
            credit_code=values["credit_code"],
            profiles=tuple(values["profiles"]),
        )
        relate(made, RelationKind.BELONGS_TO, above, actor=actor, on=values["on"], basis=values["because"][:200])
        return redirect("organ", organ=made.id)

    fields = (
        Field("name", say("Name"), longest=200),
        Field("short", say("Short name"), needed=False, longest=60),
        Field(
            "code",
            say("Code of the organ"),
            longest=64,
            help=say("Small letters, digits and -; it stays for ever, whatever the organ is called."),
        ),
        _kind_field(request.speech),
        _level_field(request.speech),
        Field("to", say("Belongs to"), "organ", offered=tuple(names_of_organs(kept, desk.today))),
        Field("credit_code", say("Credit code"), needed=False, longest=18),
        _profiles_field(request.speech),
        day_field(request.speech, desk.today),
        reason_field(request.speech),
    )
    return Verb(say("Set up an organ"), fields, do)


def verbs_of(request: Asked, organ: Organ) -> dict[str, Callable[[], Verb]]:
    """What can be done with an organ, by the word in the address."""
    return {
        "rename": lambda: _renaming(request, organ),
        "relate": lambda: _relating(request, organ),
        "end-relation": lambda: _ending_relation(request, organ),
        "rules": lambda: _profile(request, organ),
        "end-rules": lambda: _ending_profile(request, organ),
        "put-right": lambda: _putting_right(request, organ),
        "merge": lambda: _merging(request, organ),
        "split": lambda: _splitting(request, organ),
        "abolish": lambda: _abolishing(request, organ),
    }


def verb_words(speech: Language) -> tuple[tuple[str, str], ...]:
    """What can be done with an organ, for its page."""
    say = speech.say
    return (
        ("rename", say("Rename")),
        ("put-right", say("Put right what was entered wrongly")),
        ("relate", say("Put into a relation")),
        ("end-relation", say("End a relation")),
        ("rules", say("Add rules of a sector or place")),
        ("end-rules", say("End rules of a sector or place")),
        ("merge", say("Merge into another")),
        ("split", say("Split")),
        ("abolish", say("Abolish")),
    )


def _renaming(request: Asked, organ: Organ) -> Verb:
    speech, desk = request.speech, request.desk
    say = speech.say
    name = on_day(OrganName.objects.filter(organ=organ), desk.today).order_by("-first").first()

    def do(values: Values, actor: Actor) -> object:
        return rename(organ, values["name"], actor=actor, on=values["on"], short=values["short"])

    fields = (
        Field("name", say("New name"), value=name.name if name else ""),
        Field("short", say("Short name"), value=name.short if name else "", needed=False, longest=60),
        day_field(speech, desk.today),
        reason_field(speech),
    )
    return Verb(say("Rename"), fields, do, lead=say("Its cases, its chain and its code stay its own."))


def _relating(request: Asked, organ: Organ) -> Verb:
    speech, desk = request.speech, request.desk
    say = speech.say

    def do(values: Values, actor: Actor) -> object:
        items = [one.strip() for one in values["items"].replace("\n", "、").split("、") if one.strip()]
        kind, on = RelationKind(values["kind"]), values["on"]
        return relate(organ, kind, values["to"], actor=actor, on=on, items=items, basis=values["because"][:200])

    fields = (
        Field(
            "kind", say("Relation"), "choice", choices=tuple((one, tell_relation(one, speech)) for one in RelationKind)
        ),
        Field("to", say("To which organ"), "organ", offered=tuple(names_of_organs(kept_organs(desk), desk.today))),
        Field(
            "items",
            say("Powers it is about"),
            "long",
            needed=False,
            longest=2000,
            help=say("Only where it is about some; several with 、 between."),
        ),
        day_field(speech, desk.today),
        reason_field(speech),
    )
    lead = say("Who supervises the organ follows from its relations of the day.")
    return Verb(say("Put into a relation"), fields, do, lead=lead)


def _ending_relation(request: Asked, organ: Organ) -> Verb:
    speech, desk = request.speech, request.desk
    say = speech.say
    rows = {str(one.id): one for one in Relation.objects.filter(organ=organ, last=None).select_related("to")}
    names = dict(
        OrganName.objects.filter(organ__in=[one.to_id for one in rows.values()])
        .order_by("first")
        .values_list("organ_id", "name")
    )
    choices = tuple(
        (id_, f"{tell_relation(one.kind, speech)} {names.get(one.to_id, one.to.code)} · {tell_days(one, speech)}")
        for id_, one in rows.items()
    )
    fields = (
        Field("relation", say("Relation"), "choice", choices=choices),
        day_field(speech, desk.today, label=say("Last day on which it holds")),
        reason_field(speech),
    )

    def do(values: Values, actor: Actor) -> object:
        return end_relation(rows[values["relation"]], actor=actor, last=values["on"])

    return Verb(say("End a relation"), fields, do)


def _profile(request: Asked, organ: Organ) -> Verb:
    speech, desk = request.speech, request.desk
    say = speech.say
    known = tuple((one, tell_profile(one, speech)) for one in (*SECTORS, *PLACES))
    fields = (
        Field("profile", say("Rules of"), "choice", choices=known),
        day_field(speech, desk.today),
        reason_field(speech),
    )

    def do(values: Values, actor: Actor) -> object:
        return give_profile(organ, values["profile"], actor=actor, on=values["on"])

    lead = say("From that day on the duties of this sector or place hold for its cases as well.")
    return Verb(say("Add rules of a sector or place"), fields, do, lead=lead)


def _ending_profile(request: Asked, organ: Organ) -> Verb:
    speech, desk = request.speech, request.desk
    say = speech.say
    rows = {str(one.id): one for one in OrganProfile.objects.filter(organ=organ, last=None).order_by("id")}
    choices = tuple(
        (id_, f"{tell_profile(one.profile, speech)} · {tell_days(one, speech)}") for id_, one in rows.items()
    )
    fields = (
        Field("profile", say("Rules of"), "choice", choices=choices),
        day_field(speech, desk.today, label=say("Last day on which it holds")),
        reason_field(speech),
    )

    def do(values: Values, actor: Actor) -> object:
        return end_profile(rows[values["profile"]], actor=actor, last=values["on"])

    return Verb(say("End rules of a sector or place"), fields, do)


def _putting_right(request: Asked, organ: Organ) -> Verb:
    speech = request.speech
    say = speech.say
    fields = (
        _kind_field(speech, organ.kind),
        _level_field(speech, organ.level),
        Field("credit_code", say("Credit code"), value=organ.credit_code, needed=False, longest=18),
        Field("area", say("Code of its area"), value=organ.area, needed=False, longest=12),
        reason_field(speech),
    )

    def do(values: Values, actor: Actor) -> object:
        return put_organ_right(
            organ,
            actor=actor,
            on=request.desk.today,
            kind=Kind(values["kind"]),
            level=Level(values["level"]),
            credit_code=values["credit_code"],
            area=values["area"],
        )

    lead = say("For what was wrong from the beginning. What changes from a day on has a verb of its own.")
    return Verb(say("Put right what was entered wrongly"), fields, do, lead=lead)


def _merging(request: Asked, organ: Organ) -> Verb:
    say = request.speech.say

    def asked(values: Values) -> dict[str, Any]:
        return {"kind": SuccessionKind.MERGED, "among": {values["into"].code: []}}

    fields = (Field("into", say("Into which organ"), "organ", offered=_offered(request)),)
    lead = say(
        "The organ ends the day before; its open cases go on with the other, with their numbers and their clocks."
    )
    return _ending(request, organ, say("Merge into another"), fields, asked, lead)


def _splitting(request: Asked, organ: Organ) -> Verb:
    speech = request.speech
    say = speech.say
    procedures = tuple(sorted(((one, procedure_name(one, speech)) for one in procedure_ids()), key=lambda one: one[1]))

    def asked(values: Values) -> dict[str, Any]:
        among = {values["rest"].code: [], values["other"].code: values["procedures"]}
        return {"kind": SuccessionKind.SPLIT, "among": among, "rest": values["rest"].code}

    fields = (
        Field(
            "rest", say("First organ that takes over: all that is not named below"), "organ", offered=_offered(request)
        ),
        Field("other", say("Second organ that takes over"), "organ", offered=_offered(request)),
        Field("procedures", say("Procedures that go to the second"), "several", choices=procedures),
    )
    lead = say("Set both organs up first. Open cases go on with the organ to which their procedure goes.")
    return _ending(request, organ, say("Split"), fields, asked, lead)


def _abolishing(request: Asked, organ: Organ) -> Verb:
    say = request.speech.say

    def asked(values: Values) -> dict[str, Any]:
        if values["heir"] is None:
            return {"kind": SuccessionKind.ABOLISHED, "among": {}}
        return {"kind": SuccessionKind.MERGED, "among": {values["heir"].code: []}}

    help_ = say(
        "Who is sued and reconsiders in its place, and goes on with its open cases. Blank only where none is open."
    )
    fields = (
        Field(
            "heir",
            say("Organ that goes on with its powers"),
            "organ",
            needed=False,
            help=help_,
            offered=_offered(request),
        ),
    )
    return _ending(
        request, organ, say("Abolish"), fields, asked, say("The organ ends the day before, and stays on record.")
    )


def _ending(
    request: Asked,
    organ: Organ,
    title: str,
    fields: tuple[Field, ...],
    asked: Callable[[Values], dict[str, Any]],
    lead: str,
) -> Verb:
    """A verb that ends an organ: looked at first, with its open cases, then confirmed."""
    speech, desk = request.speech, request.desk

    def do(values: Values, actor: Actor) -> object:
        told = asked(values)
        heirs = Organ.objects.filter(code__in=told["among"]).exclude(id__in=kept_organs(desk))
        if heirs.exists():
            raise NobodyLeft(f"organ {organ.code}: would go up in one that is not kept")
        if organ.code in told["among"] or len(told["among"]) < {SuccessionKind.SPLIT: 2}.get(told["kind"], 0):
            raise NobodyLeft(f"organ {organ.code}: would go up in itself")
        told |= {"organ": organ.code, "on": values["on"].isoformat(), "because": values["because"]}
        job = begin(request, end_with_cases, ENDING, told, desk.officer.id, True)
        return redirect("organ_ending", job=job)

    button = speech.say("Look what would come of it")
    every = (
        *fields,
        day_field(speech, desk.today, label=speech.say("First day on which it is there no more")),
        reason_field(speech),
    )
    return Verb(title, every, do, lead=lead, button=button)


def _offered(request: Asked) -> tuple[str, ...]:
    return tuple(names_of_organs(kept_organs(request.desk), request.desk.today))


def _kind_field(speech: Language, value: str = "") -> Field:
    return Field(
        "kind", speech.say("What it is"), "choice", value, tuple((one, tell_kind(one, speech)) for one in Kind)
    )


def _level_field(speech: Language, value: str = "") -> Field:
    return Field("level", speech.say("Level"), "choice", value, tuple((one, tell_level(one, speech)) for one in Level))


def _profiles_field(speech: Language) -> Field:
    known = tuple((one, tell_profile(one, speech)) for one in (*SECTORS, *PLACES))
    return Field(
        "profiles", speech.say("Rules of a sector or place that hold for it"), "several", [], known, needed=False
    )
