"""The verbs of the register of organs: set up, rename, relate, merge, split, abolish; appoint, certify, delegate.

Each is one transaction and one entry in the chain of the organ concerned. `by` is who does it, `on` the day from which
it holds, `recorded` the moment it is written. All raise `CannotBe`.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from contextlib import AbstractContextManager
from dataclasses import dataclass
from datetime import date, datetime, timedelta

from yifa.record.chain.actions import Personal
from yifa.record.chain.one_row import write_one
from yifa.record.chain.writing import AnyRow, Writing, verb
from yifa.record.organs.choices import CertificateEventKind, Kind, Level, Rank, RelationKind, SuccessionKind
from yifa.record.organs.errors import AlreadyThere, InACircle, NobodyLeft, NotInForce, OutOfOrder
from yifa.record.organs.models import (
    Certificate,
    CertificateEvent,
    Delegation,
    Leave,
    Officer,
    Organ,
    OrganName,
    OrganProfile,
    Post,
    Relation,
    ReviewerQualification,
    Succession,
)
from yifa.record.organs.queries import on_day

_DAY = timedelta(days=1)


@dataclass(frozen=True, slots=True)
class Actor:
    """Who does something, and when it is written down."""

    by: str
    recorded: datetime
    because: str = ""


def set_up(
    code: str,
    name: str,
    *,
    actor: Actor,
    on: date,
    kind: Kind,
    level: Level,
    short: str = "",
    area: str = "",
    credit_code: str = "",
    profiles: Sequence[str] = (),
) -> Organ:
    """Set up an organ, with its name and its sectors and places."""
    if Organ.objects.filter(code=code).exists():
        raise AlreadyThere(f"organ {code}: the code is taken, expected one that no organ ever had", what=code)
    made = Organ(code=code, kind=kind, level=level, area=area, credit_code=credit_code, first=on)
    with verb_of("organ-set-up", made, actor, on) as writing:
        [organ] = writing.insert(made)
        writing.insert(OrganName(organ=organ, name=name, short=short, first=on))
        writing.insert(*(OrganProfile(organ=organ, profile=one, first=on) for one in profiles))
    return organ


def rename(organ: Organ, name: str, *, actor: Actor, on: date, short: str = "") -> OrganName:
    """Give an organ another name from a day on; its cases stay its own."""
    _lasts(organ, on)
    with verb_of("organ-renamed", organ, actor, on) as writing:
        for old in on_day(OrganName.objects.filter(organ=organ), on):
            if old.first >= on:
                told = f"organ {organ.code}: is called {old.name} since {old.first}, expected a later day"
                raise OutOfOrder(told, what=old.name, first=old.first + _DAY)
            writing.change(old, last=on - _DAY)
        [made] = writing.insert(OrganName(organ=organ, name=name, short=short, first=on))
    return made


def relate(
    organ: Organ, kind: RelationKind, to: Organ, *, actor: Actor, on: date, items: Sequence[str] = (), basis: str = ""
) -> Relation:
    """Put an organ into a relation to another from a day on."""
    _lasts(organ, on)
    _lasts(to, on)
    if _leads_to(to, organ, on):
        raise InACircle(f"organ {organ.code}: {to.code} already stands under it; expected no circle", what=to.code)
    with verb_of("organ-related", organ, actor, on) as writing:
        made = Relation(organ=organ, kind=kind, to=to, items=list(items), basis=basis, first=on)
        [relation] = writing.insert(made)
    return relation


def end_relation(relation: Relation, *, actor: Actor, last: date) -> Relation:
    """End a relation with a day, the last on which it holds."""
    if last < relation.first:
        told = f"relation of {relation.organ.code}: began on {relation.first}, expected no earlier day"
        raise OutOfOrder(told, first=relation.first)
    with verb_of("organ-relation-ended", relation.organ, actor, last) as writing:
        return writing.change(relation, last=last)


def merge(organs: Sequence[Organ], into: Organ, *, actor: Actor, on: date) -> None:
    """Let organs go up in another from a day on, which takes over what is open; their chains end, and stay."""
    _lasts(into, on)
    for organ in organs:
        _end(organ, SuccessionKind.MERGED, {into: ()}, actor, on)


def split(organ: Organ, among: Mapping[Organ, Sequence[str]], *, actor: Actor, on: date) -> None:
    """Let an organ go up in several from a day on, each with its powers."""
    for successor in among:
        _lasts(successor, on)
    _end(organ, SuccessionKind.SPLIT, among, actor, on)


def abolish(organ: Organ, *, actor: Actor, on: date) -> None:
    """End an organ; from a day on nobody stands in its place."""
    _end(organ, SuccessionKind.ABOLISHED, {}, actor, on)


def _end(organ: Organ, kind: SuccessionKind, successors: Mapping[Organ, Sequence[str]], actor: Actor, on: date) -> None:
    _lasts(organ, on)
    last = on - _DAY
    if last < organ.first:
        told = f"organ {organ.code}: was set up on {organ.first}, expected a later day to end it"
        raise OutOfOrder(told, what=organ.code, first=organ.first + _DAY)
    with verb_of(f"organ-{kind}", organ, actor, on) as writing:
        writing.change(organ, last=last)
        for rows in (OrganName.objects, OrganProfile.objects, Relation.objects):
            for row in on_day(rows.filter(organ=organ), on):
                writing.change(row, last=max(last, row.first))
        steps = [
            Succession(organ=organ, kind=kind, successor=one, on=on, items=list(items))
            for one, items in successors.items()
        ]
        writing.insert(*(steps or [Succession(organ=organ, kind=kind, successor=None, on=on)]))


def appoint(
    organ: Organ, number: str, name: str, *, actor: Actor, on: date, title: str = "", rank: Rank = Rank.OFFICER
) -> Officer:
    """Take on an officer of an organ, with his first post."""
    _lasts(organ, on)
    if Officer.objects.filter(organ=organ, number=number).exists():
        told = f"organ {organ.code}: the number {number} is taken, expected one of its own for each officer"
        raise AlreadyThere(told, what=number)
    with verb_of("officer-appointed", organ, actor, on) as writing:
        [officer] = writing.insert(Officer(organ=organ, number=number, name=Personal(name)))
        writing.insert(Post(officer=officer, organ=organ, title=title, rank=rank, first=on))
    return officer


def give_post(officer: Officer, organ: Organ, title: str, rank: Rank, *, actor: Actor, on: date) -> Post:
    """Give an officer a further post."""
    _lasts(organ, on)
    with verb_of("post-given", organ, actor, on) as writing:
        [post] = writing.insert(Post(officer=officer, organ=organ, title=title, rank=rank, first=on))
    return post


def end_post(post: Post, *, actor: Actor, last: date) -> Post:
    """End a post with a day."""
    if last < post.first:
        raise OutOfOrder(f"post {post.title}: began on {post.first}, expected no earlier day", first=post.first)
    with verb_of("post-ended", post.organ, actor, last) as writing:
        return writing.change(post, last=last)


def issue_certificate(
    officer: Officer, number: str, *, actor: Actor, on: date, last: date | None, issuer: str = "", work: str = ""
) -> Certificate:
    """Issue an enforcement certificate to an officer, to the day it runs out."""
    if last is not None and last < on:
        raise OutOfOrder(f"certificate {number}: would run out on {last}, expected a day not before {on}", first=on)
    with verb_of("certificate-issued", officer.organ, actor, on) as writing:
        made = Certificate(officer=officer, number=number, issuer=issuer, scope_of_work=work, first=on, last=last)
        [certificate] = writing.insert(made)
    return certificate


def note_certificate(
    certificate: Certificate, kind: CertificateEventKind, *, actor: Actor, on: date
) -> CertificateEvent:
    """Note what became of a certificate."""
    if on < certificate.first:
        told = f"certificate {certificate.number}: was issued on {certificate.first}, expected no earlier day"
        raise NotInForce(told, what=certificate.number, first=certificate.first)
    with verb_of(f"certificate-{kind}", certificate.officer.organ, actor, on) as writing:
        [event] = writing.insert(CertificateEvent(certificate=certificate, kind=kind, on=on))
    return event


def qualify_reviewer(
    officer: Officer, *, actor: Actor, on: date, passed: bool, reviewed_before: bool = False
) -> ReviewerQualification:
    """Note what lets an officer review for legality."""
    with verb_of("reviewer-qualified", officer.organ, actor, on) as writing:
        made = ReviewerQualification(
            officer=officer, passed_legal_examination=passed, reviewed_before=reviewed_before, first=on
        )
        [row] = writing.insert(made)
    return row


def delegate(
    post: Post, to: Officer, *, actor: Actor, on: date, last: date | None = None, matters: Sequence[str] = ()
) -> Delegation:
    """Let somebody sign in the place of a post while its holder is away."""
    if to == post.officer:
        raise NobodyLeft(f"post {post.title}: its holder cannot stand in for himself, expected another officer")
    with verb_of("post-delegated", post.organ, actor, on) as writing:
        [row] = writing.insert(Delegation(post=post, to=to, matters=list(matters), first=on, last=last))
    return row


def grant_leave(officer: Officer, *, actor: Actor, first: date, last: date) -> Leave:
    """Note the days on which an officer is away."""
    if last < first:
        raise OutOfOrder(f"leave of {officer.number}: ends on {last}, expected a day not before {first}", first=first)
    with verb_of("leave-granted", officer.organ, actor, first) as writing:
        [row] = writing.insert(Leave(officer=officer, first=first, last=last))
    return row


def verb_of(
    act: str, organ: Organ, actor: Actor, on: date, about: Mapping[str, object] | None = None
) -> AbstractContextManager[Writing]:
    """Open the transaction of a verb of an organ, for this room and those above it."""
    return verb(act, organ=organ.code, by=actor.by, on=on, recorded=actor.recorded, because=actor.because, about=about)


def write_one_of(
    act: str, organ: Organ, actor: Actor, on: date, row: AnyRow, about: Mapping[str, object] | None = None
) -> AnyRow:
    """The verb of an organ that writes one row and nothing beside it, for this room and those above it."""
    return write_one(
        row, act, organ=organ.code, by=actor.by, on=on, recorded=actor.recorded, because=actor.because, about=about
    )


def _lasts(organ: Organ, on: date) -> None:
    if on < organ.first or (organ.last is not None and on > organ.last):
        until = organ.last or "further on"
        told = f"organ {organ.code}: lasts from {organ.first} to {until}, expected a day within; found {on}"
        raise NotInForce(told, what=organ.code, first=organ.first, last=organ.last)


def _leads_to(start: Organ, end: Organ, on: date) -> bool:
    """Whether one organ stands under another on a day, by any way."""
    found, waiting = {start.id}, [start.id]
    while waiting:
        above = on_day(Relation.objects.filter(organ_id__in=waiting), on).values_list("to_id", flat=True)
        waiting = [one for one in set(above) if one not in found]
        found |= set(waiting)
    return end.id in found
