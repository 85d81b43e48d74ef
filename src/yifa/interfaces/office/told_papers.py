"""Papers as pages tell them: drafts, documents with their editions, their way to whom they are for."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from django.utils import timezone

from yifa.interfaces.office.act_words import act_name
from yifa.interfaces.office.marks import sign_of_day
from yifa.interfaces.ui.lights import Sign
from yifa.record.cases.columns import procedure_of
from yifa.record.cases.models import Case, Participant
from yifa.record.chain.chained import values_of
from yifa.record.dossiers.leaves import dated, tell_means
from yifa.record.papers.choices import Means, ServiceState
from yifa.record.papers.models import Document, Draft, Service
from yifa.record.papers.queries import documents_of
from yifa.record.papers.service import notice_due, serving_of
from yifa.wording import Language


@dataclass(frozen=True)
class ToldService:
    """One way of a paper to somebody."""

    id: int
    state: str
    words: str
    sign: Sign
    to: str
    begun: str
    ended: str
    why: str
    receipt: int | None
    under_way: bool
    notice: str


@dataclass(frozen=True)
class ToldPaper:
    """A paper that was issued, with how it was served. `sign`: what is still to be done with it."""

    document: Document
    act: str
    title: str
    issued: str
    sign: Sign
    stands: str
    services: tuple[ToldService, ...]


@dataclass(frozen=True)
class ToldDraft:
    """A draft in a line."""

    draft: Draft
    act: str
    by: str
    edited: str


def told_papers(case: Case, today: date, speech: Language) -> list[ToldPaper]:
    """The papers of a case in their last editions, the newest first."""
    rows = documents_of(case)
    if not rows:
        return []
    services = list(
        Service.objects.filter(document__case=case).select_related("document__case__organ", "to__party").order_by("id")
    )
    parties = [one.to.party for one in services if one.to is not None and one.to.party is not None]
    told = values_of([*rows, *parties])
    first = {one.id: {held.id for held in _all_editions(one, case)} for one in rows}
    found = []
    for one in rows:
        mine = [service for service in services if service.document_id in first[one.id]]
        ways = tuple(told_service(service, told, today, speech) for service in mine)
        found.append(
            ToldPaper(
                one,
                act_name(procedure_of(case), one.act, speech),
                str(told.get(one.title, "")),
                dated(one.issued_on, speech),
                *_stands(one, mine, speech),
                ways,
            )
        )
    return found[::-1]


def _all_editions(document: Document, case: Case) -> Iterable[Document]:
    """A paper with the editions that were put right before it."""
    yield document
    while (earlier := document.corrects) is not None:
        document = earlier
        yield document


def _stands(document: Document, services: list[Service], speech: Language) -> tuple[Sign, str]:
    say = speech.say
    if any(one.state == ServiceState.SERVED for one in services):
        return Sign.GREEN, say("served")
    if any(one.state == ServiceState.UNDER_WAY for one in services):
        return Sign.UNKNOWN, say("on its way")
    if services:
        return Sign.AMBER, say("not served; try another way")
    serving = serving_of(document)
    if serving is None:
        return Sign.NONE, say("issued")
    if serving.served == document.act and document.act_row is not None:
        return Sign.GREEN, say("served, as the act says")
    return Sign.AMBER, say("to be served")


def told_service(one: Service, told: dict[str, str], today: date, speech: Language) -> ToldService:
    """A service as pages tell it. `told`: the names of those it is for, by their commitments."""
    say = speech.say
    due = notice_due(one) if one.state == ServiceState.UNDER_WAY else None
    words = {
        ServiceState.UNDER_WAY: say("on its way"),
        ServiceState.SERVED: say("served"),
        ServiceState.FAILED: say("not served"),
    }[ServiceState(one.state)]
    sign = {
        ServiceState.UNDER_WAY: Sign.UNKNOWN if due is None else sign_of_day(due, today),
        ServiceState.SERVED: Sign.GREEN,
        ServiceState.FAILED: Sign.AMBER,
    }[ServiceState(one.state)]
    return ToldService(
        one.id,
        words,
        tell_means(one.means, speech),
        sign,
        name_of_participant(one.to, told),
        dated(one.begun_on, speech),
        "" if one.ended_on is None else dated(one.ended_on, speech),
        one.failed_because or one.grounds,
        one.receipt_id,
        one.state == ServiceState.UNDER_WAY,
        "" if due is None else say("public notice runs until {day}", day=speech.day(due)),
    )


def name_of_participant(one: Participant | None, told: dict[str, str]) -> str:
    """What somebody is called who takes part from outside; blank where it was erased."""
    return "" if one is None or one.party is None else str(told.get(one.party.name, ""))


def told_drafts(drafts: Iterable[Draft], speech: Language) -> list[ToldDraft]:
    """Drafts in lines."""
    rows = list(drafts)
    told = values_of([one.drafter for one in rows])
    return [
        ToldDraft(
            one,
            act_name(procedure_of(one.case), one.act, speech),
            str(told.get(one.drafter.name, one.drafter.number)),
            speech.moment(timezone.localtime(one.edited_at)),
        )
        for one in rows
    ]


def means_words(speech: Language) -> list[tuple[str, str]]:
    """The means of service, in words."""
    return [(str(one.value), tell_means(one.value, speech)) for one in Means]
