"""What is done with a party: note one, a grade or an entry in a list, another name; and erase what names it."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any

from django.shortcuts import redirect

from yifa.interfaces.office.desks import Asked
from yifa.interfaces.office.matters import organ_names
from yifa.interfaces.office.organs.told import tell_days
from yifa.interfaces.office.registers.forms import Field, Verb, day_field, reason_field
from yifa.interfaces.office.registers.keeping import PARTY_KEEPERS, organs_of
from yifa.interfaces.office.registers.words import tell_fact, tell_party_kind
from yifa.record.cases.choices import State
from yifa.record.cases.forgetting import forget_party
from yifa.record.cases.models import Case
from yifa.record.chain.queries import value
from yifa.record.organs.actions import Actor
from yifa.record.organs.models import Organ
from yifa.record.parties.actions import end_fact, note_fact, note_party, rename_party
from yifa.record.parties.choices import PartyFactKind, PartyKind
from yifa.record.parties.errors import StillNeeded
from yifa.record.parties.models import Party, PartyFact
from yifa.wording import Language

Values = Mapping[str, Any]


def noting(request: Asked) -> Verb:
    """Note a party by itself."""
    speech, desk = request.speech, request.desk
    say, organs = speech.say, organs_of(desk, PARTY_KEEPERS)
    names = organ_names(organs, desk.today)

    def do(values: Values, actor: Actor) -> object:
        organ = Organ.objects.get(pk=int(values["organ"]))
        kind = PartyKind(values["kind"])
        made = note_party(organ, values["name"], values["identifier"], actor=actor, on=desk.today, kind=kind)
        return redirect("party", party=made.id)

    only = str(next(iter(organs))) if len(organs) == 1 else ""
    fields = (
        Field("organ", say("Noted by"), "choice", only, tuple((str(id_), name) for id_, name in names.items())),
        Field("name", say("Name"), longest=200),
        Field("identifier", say("Credit code or identity number"), needed=False, longest=30),
        Field(
            "kind",
            say("What it is"),
            "choice",
            choices=tuple((one.value, tell_party_kind(one, speech)) for one in PartyKind),
        ),
    )
    lead = say("With a code or number the same party is known again in every case of the organ.")
    return Verb(say("Note a party"), fields, do, lead=lead)


def verb_words(speech: Language) -> tuple[tuple[str, str], ...]:
    """What can be done with a party by who handles for the organ."""
    say = speech.say
    return (
        ("fact", say("Note a grade or an entry in a list")),
        ("end-fact", say("End a grade or an entry")),
        ("rename", say("Note another name")),
    )


def verbs_of(request: Asked, party: Party) -> dict[str, Callable[[], Verb]]:
    """What can be done with a party, by the word in the address."""
    return {
        "fact": lambda: _fact(request, party),
        "end-fact": lambda: _ending_fact(request, party),
        "rename": lambda: _renaming(request, party),
    }


def _fact(request: Asked, party: Party) -> Verb:
    speech, desk = request.speech, request.desk
    say = speech.say

    def do(values: Values, actor: Actor) -> object:
        kind = PartyFactKind(values["kind"])
        return note_fact(
            party, kind, values["value"], actor=actor, on=values["on"], last=values["last"], source=values["source"]
        )

    fields = (
        Field(
            "kind",
            say("What holds of it"),
            "choice",
            choices=tuple((one.value, tell_fact(one, speech)) for one in PartyFactKind),
        ),
        Field("value", say("Grade, or number of the entry"), needed=False, longest=60),
        day_field(speech, desk.today),
        Field("last", say("Last day on which it holds"), "day", needed=False, ahead=True),
        Field("source", say("Where it was read"), help=say("System, document or announcement.")),
    )
    return Verb(say("Note a grade or an entry in a list"), fields, do)


def _ending_fact(request: Asked, party: Party) -> Verb:
    speech, desk = request.speech, request.desk
    rows = {str(one.id): one for one in PartyFact.objects.filter(party=party, last=None).order_by("-first")}
    choices = tuple(
        (id_, f"{tell_fact(one.kind, speech)} {one.value} · {tell_days(one, speech)}") for id_, one in rows.items()
    )

    def do(values: Values, actor: Actor) -> object:
        return end_fact(rows[values["fact"]], actor=actor, last=values["on"])

    fields = (
        Field("fact", speech.say("What ends"), "choice", choices=choices),
        day_field(speech, desk.today, label=speech.say("Last day on which it holds")),
        reason_field(speech),
    )
    return Verb(speech.say("End a grade or an entry"), fields, do)


def _renaming(request: Asked, party: Party) -> Verb:
    speech, desk = request.speech, request.desk

    def do(values: Values, actor: Actor) -> object:
        return rename_party(party, values["name"], actor=actor, on=desk.today)

    fields = (
        Field("name", speech.say("Name"), value=value(party.name) or ""),
        reason_field(speech),
    )
    lead = speech.say("The former name is not kept here; papers that bear it stay as they are.")
    return Verb(speech.say("Note another name"), fields, do, lead=lead)


def erasing(request: Asked, party: Party) -> Verb:
    """Erase what names a party, with what that brings told before."""
    speech = request.speech
    say, count = speech.say, speech.count
    cases = Case.objects.filter(participants__party=party).distinct()
    open_ = cases.filter(state=State.OPEN).count()

    def do(values: Values, actor: Actor) -> object:
        if open_:
            raise StillNeeded(f"party {party.id}: was to be erased with {open_} open cases, expected none")
        return forget_party(party, actor=actor)

    warns = [
        count(
            "Its name, what identifies it, and the title and texts of {n} case are gone for good; no copy stays.",
            "Its name, what identifies it, and the titles and texts of {n} cases are gone for good; no copy stays.",
            cases.count(),
        ),
        say("Cases, acts, days and amounts stay, without saying of whom; the chain verifies as before."),
        say("It is found by no search any more, and not known again in later cases."),
        say("Files and drafts of these cases are destroyed; a file that another case has too stays there."),
        say("Exported lists go, and what was handed in and names it; who needs a list asks for it again."),
        say("Backups hold it until they are replaced; what was handed out before is not called back."),
    ]
    if open_:
        warns.insert(
            0,
            count(
                "{n} case of it is still being handled; nothing is erased before it is closed.",
                "{n} cases of it are still being handled; nothing is erased before they are closed.",
                open_,
            ),
        )
    fields = (
        Field("sure", say("It has to be erased, and cannot be brought back"), "yes", needed=False),
        reason_field(
            speech, help=say("Who asked for it when, or which period of keeping ran out (个人信息保护法 47).")
        ),
    )
    return Verb(say("Erase what names it"), fields, do, button=say("Erase for good"), warns=tuple(warns))
