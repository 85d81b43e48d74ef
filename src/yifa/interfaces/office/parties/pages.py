"""当事人: seek one, its page, what is done with it, the register as a workbook, and who looked at whom."""

from __future__ import annotations

from datetime import date
from pathlib import Path

from django.http import Http404, HttpResponse
from django.shortcuts import render
from django.urls import reverse

from yifa.interfaces.office.declaring import READERS, Kind, page
from yifa.interfaces.office.desks import Asked
from yifa.interfaces.office.marks import sign_of_standing, tell_standing
from yifa.interfaces.office.matters import matters, organ_names
from yifa.interfaces.office.organs.told import tell_days
from yifa.interfaces.office.parties.masked import masked_parties
from yifa.interfaces.office.parties.showing import identifier_for, keeps, kind_for, name_for
from yifa.interfaces.office.parties.verbs import erasing, noting, verb_words, verbs_of
from yifa.interfaces.office.people import people_of
from yifa.interfaces.office.registers.forms import verb_page
from yifa.interfaces.office.registers.keeping import PARTY_ERASERS, PARTY_KEEPERS, organs_of
from yifa.interfaces.office.registers.words import tell_fact, tell_read
from yifa.interfaces.office.registers.workbooks import Register, register_file, workbook_page
from yifa.interfaces.office.state_words import tell_part, tell_state
from yifa.oversight.standing.models import Standing
from yifa.record.access.choices import RoleName
from yifa.record.cases.choices import Role, State
from yifa.record.cases.models import Participant
from yifa.record.cases.seen_parties import seen_parties
from yifa.record.chain.chained import values_of
from yifa.record.importing.changes import Changes
from yifa.record.importing.register_sheets import PARTIES
from yifa.record.importing.taking_parties import rows_of_parties, take_parties
from yifa.record.parties.choices import ReadHow
from yifa.record.parties.models import Party, PartyFact
from yifa.record.parties.queries import facts_on, parties_called
from yifa.record.parties.reads import note_read, reads_of

FOUND_SHOWN = 50
HANDED_OUT = 20_000
"""So many parties go into a workbook at most."""
READS_SHOWN = 100
CASES_SHOWN = 200


@page("parties/", name="parties", roles=READERS)
def parties(request: Asked) -> HttpResponse:
    """Seek a party by words of its name, or by what identifies it; nobody is shown who was not sought."""
    desk, speech = request.desk, request.speech
    words = request.GET.get("words", "").strip()[:100]
    rows = list(seen_parties(parties_called(words))[: FOUND_SHOWN + 1]) if words else []
    values, facts = values_of(rows), facts_on(rows, desk.today)
    organs = organ_names({one.organ_id for one in rows}, desk.today)
    told = {
        "words": words,
        "lines": [
            {
                "party": one,
                "name": name_for(one, values, desk, speech),
                "identifier": identifier_for(one, values, speech),
                "kind": kind_for(one, speech),
                "organ": organs.get(one.organ_id, ""),
                "facts": [f"{tell_fact(fact.kind, speech)} {fact.value}".strip() for fact in facts.get(one.id, [])],
            }
            for one in rows[:FOUND_SHOWN]
        ],
        "more": len(rows) > FOUND_SHOWN,
        "several": len(organs) > 1,
        "keeps": bool(organs_of(desk, PARTY_KEEPERS)),
    }
    return render(request, "parties/parties.html", told)


@page("parties/new/", name="new_party", roles=PARTY_KEEPERS, methods=("GET", "POST"), writes=True)
def new_party(request: Asked) -> HttpResponse:
    """Note a party."""
    return verb_page(request, noting(request), of=request.speech.say("Parties"), back=reverse("parties"))


@page("parties/workbook/", name="parties_workbook", roles=PARTY_KEEPERS, methods=("GET", "POST"), writes=True)
def parties_workbook(request: Asked) -> HttpResponse:
    """Send parties in."""
    say, desk = request.speech.say, request.desk
    kept = organs_of(desk, PARTY_KEEPERS)

    def take(path: Path, on: date, dry_run: bool) -> Changes:
        because = say("Register of parties, workbook {file}", file=path.name)
        return take_parties(path, actor=desk.actor(because), on=on, kept=kept, dry_run=dry_run)

    register = Register(
        say("Parties from a workbook"),
        reverse("parties_workbook"),
        reverse("parties"),
        reverse("parties_file"),
        take,
        say("New parties, other names and credit grades; known by credit code or identity number."),
        say("Parties"),
    )
    return workbook_page(request, register)


@page("parties/workbook/file/", name="parties_file", roles=PARTY_KEEPERS, kind=Kind.EXPORT)
def parties_file(request: Asked) -> HttpResponse:
    """The parties of one's organs as a workbook, identifiers in full; that they were handed out is noted of each."""
    desk = request.desk
    rows = seen_parties(Party.objects.filter(organ__in=organs_of(desk, PARTY_KEEPERS))).order_by("organ", "id")
    found = list(rows[:HANDED_OUT])
    note_read(found, desk.officer, ReadHow.WORKBOOK, desk.now)
    name = f"当事人-{desk.today.isoformat()}.xlsx"
    return register_file(request, name, "当事人", [(PARTIES, rows_of_parties(found, desk.today))])


@page("parties/reads/", name="party_reads", roles=frozenset({RoleName.AUDITOR}))
def party_reads(request: Asked) -> HttpResponse:
    """Who looked at which party, the last first; a party is told by its masked name and its number in the register."""
    desk, speech = request.desk, request.speech
    before = request.GET.get("before", "")
    rows = reads_of(desk.scope.people)
    rows = rows.filter(id__lt=int(before)) if before.isdigit() else rows
    found = list(rows[: READS_SHOWN + 1])
    people = people_of([one.officer for one in found], desk.today)
    organs = organ_names({one.organ_id for one in found}, desk.today)
    parties = masked_parties({one.party_id for one in found}, desk.scope.people, speech)
    told = {
        "lines": [
            {
                "at": speech.moment(one.at.astimezone(desk.now.tzinfo)),
                "officer": people[one.officer].name if one.officer in people else speech.say("no longer on record"),
                "party": parties[one.party_id],
                "organ": organs.get(one.organ_id, ""),
                "how": tell_read(one.how, speech),
            }
            for one in found[:READS_SHOWN]
        ],
        "next": f"?before={found[READS_SHOWN - 1].id}" if len(found) > READS_SHOWN else "",
        "begun": reverse("party_reads") if before else "",
    }
    return render(request, "parties/reads.html", told)


@page("parties/<int:party>/", name="party", roles=READERS)
def party(request: Asked, party: int) -> HttpResponse:
    """A party: what holds of it from when to when, and the cases that who asks may read. That he looked is noted."""
    desk, speech = request.desk, request.speech
    row = _party(party)
    keeper = keeps(desk, row)
    whole = keeper and request.GET.get("identifier") == "whole"
    note_read([row], desk.officer, ReadHow.IDENTIFIER if whole else ReadHow.PAGE, desk.now)
    values = values_of([row])
    parts = list(
        Participant.objects.filter(party=row)
        .select_related("case__organ")
        .order_by("-case__opened", "-id")[:CASES_SHOWN]
    )
    about = matters((one.case for one in parts), desk.today, speech)
    standing = {one.case_id: one for one in Standing.objects.filter(case__in=list(about))}
    erased = not any(one in values for one in (row.name, row.identifier) if one)
    told = {
        "party": row,
        "name": name_for(row, values, desk, speech),
        "identifier": identifier_for(row, values, speech, whole=whole),
        "may_see": keeper and not whole and row.identifier in values and identifier_for(row, values, speech).count("*"),
        "kind": kind_for(row, speech),
        "organ": organ_names({row.organ_id}, desk.today).get(row.organ_id, ""),
        "erased": erased,
        "facts": [
            {
                "words": tell_fact(one.kind, speech),
                "value": one.value,
                "source": one.source,
                "days": tell_days(one, speech),
                "holds": one.first <= desk.today and (one.last is None or one.last >= desk.today),
            }
            for one in PartyFact.objects.filter(party=row).order_by("-first", "-id")
        ],
        "cases": [
            {
                "matter": about[one.case_id],
                "part": tell_part(Role(one.role), speech),
                "state": tell_state(State(one.case.state), speech),
                "opened": speech.day(one.case.opened),
                "sign": sign_of_standing(standing.get(one.case_id), desk.today),
                "far": tell_standing(standing.get(one.case_id), one.case, desk.today, speech),
            }
            for one in parts
        ],
        "verbs": verb_words(speech) if keeper and not erased else (),
        "may_erase": not erased and row.organ_id in organs_of(desk, PARTY_ERASERS),
    }
    return render(request, "parties/party.html", told)


@page("parties/<int:party>/erase/", name="erase_party", roles=PARTY_ERASERS, methods=("GET", "POST"), writes=True)
def erase_party(request: Asked, party: int) -> HttpResponse:
    """Erase what names a party, with the consequences told."""
    row = _party(party)
    if row.organ_id not in organs_of(request.desk, PARTY_ERASERS):
        raise Http404
    name = name_for(row, values_of([row]), request.desk, request.speech)
    back = reverse("party", kwargs={"party": row.id})
    return verb_page(request, erasing(request, row), of=name, back=back)


@page("parties/<int:party>/<slug:verb>/", name="party_verb", roles=PARTY_KEEPERS, methods=("GET", "POST"), writes=True)
def party_verb(request: Asked, party: int, verb: str) -> HttpResponse:
    """Do something with a party of an organ for which one handles cases."""
    row = _party(party)
    verbs = verbs_of(request, row)
    if verb not in verbs or not keeps(request.desk, row):
        raise Http404
    name = name_for(row, values_of([row]), request.desk, request.speech)
    return verb_page(request, verbs[verb](), of=name, back=reverse("party", kwargs={"party": row.id}))


def _party(number: int) -> Party:
    found = seen_parties(Party.objects.select_related("organ").filter(pk=number)).first()
    if found is None:
        raise Http404
    return found
