"""Further verbs of the register: put an organ right, give and end sectors and places, renew a certificate, end what is
dated. All raise `CannotBe`.

What was wrong from the beginning is put right and not given a day; what changed is ended with its last day. Either way
every version stays in the chain.
"""

from __future__ import annotations

from datetime import date
from typing import TypeVar

from yifa.record.chain.actions import Personal
from yifa.record.chain.queries import value
from yifa.record.organs.actions import Actor, verb_of
from yifa.record.organs.choices import Kind, Level
from yifa.record.organs.errors import AlreadyThere, NobodyLeft, OutOfOrder
from yifa.record.organs.models import (
    Certificate,
    Delegation,
    Leave,
    Officer,
    Organ,
    OrganProfile,
    ReviewerQualification,
)
from yifa.record.organs.queries import on_day

AnyEnding = TypeVar("AnyEnding", Delegation, Leave, ReviewerQualification)


def put_organ_right(
    organ: Organ, *, actor: Actor, on: date, kind: Kind, level: Level, credit_code: str = "", area: str = ""
) -> Organ:
    """Put right what an organ is, where it was entered wrongly: its kind, level, area and credit code."""
    told = {"kind": kind, "level": level, "credit_code": credit_code, "area": area}
    changed = {name: held for name, held in told.items() if getattr(organ, name) != held}
    if not changed:
        raise NobodyLeft(f"organ {organ.code}: is so already, expected something else", what=organ.code)
    with verb_of("organ-put-right", organ, actor, on) as writing:
        return writing.change(organ, **changed)


def give_profile(organ: Organ, profile: str, *, actor: Actor, on: date) -> OrganProfile:
    """Let the rules of a sector or a place hold for an organ from a day on."""
    if on_day(OrganProfile.objects.filter(organ=organ, profile=profile), on).exists():
        raise AlreadyThere(f"organ {organ.code}: has the profile {profile} on {on} already", what=profile)
    with verb_of("organ-profile-given", organ, actor, on) as writing:
        [row] = writing.insert(OrganProfile(organ=organ, profile=profile, first=on))
    return row


def end_profile(profile: OrganProfile, *, actor: Actor, last: date) -> OrganProfile:
    """Let the rules of a sector or a place hold for an organ no longer than to a day."""
    _not_before(profile.first, last, f"profile {profile.profile} of {profile.organ.code}")
    with verb_of("organ-profile-ended", profile.organ, actor, last) as writing:
        return writing.change(profile, last=last)


def rename_officer(officer: Officer, name: str, *, actor: Actor, on: date) -> Officer:
    """Give an officer the name he has now; the former one stays kept under its own commitment."""
    if value(officer.name) == name:
        raise AlreadyThere(f"officer {officer.number}: is called so already", what=officer.number)
    with verb_of("officer-renamed", officer.organ, actor, on) as writing:
        return writing.change(officer, name=Personal(name))


def renew_certificate(certificate: Certificate, *, actor: Actor, on: date, last: date | None) -> Certificate:
    """Let a certificate run to another day."""
    if last is not None:
        _not_before(certificate.first, last, f"certificate {certificate.number}")
    if last == certificate.last:
        raise AlreadyThere(f"certificate {certificate.number}: runs to {last} already", what=certificate.number)
    with verb_of("certificate-renewed", certificate.officer.organ, actor, on) as writing:
        return writing.change(certificate, last=last)


def end_early(row: AnyEnding, *, actor: Actor, last: date) -> AnyEnding:
    """End a delegation, a leave or the qualification of a reviewer with a day."""
    _not_before(row.first, last, f"{row._meta.verbose_name} {row.id}")
    organ = row.post.organ if isinstance(row, Delegation) else row.officer.organ
    act = {Delegation: "delegation-ended", Leave: "leave-ended", ReviewerQualification: "reviewer-no-more"}[type(row)]
    with verb_of(act, organ, actor, last) as writing:
        return writing.change(row, last=last)


def _not_before(first: date, last: date, what: str) -> None:
    if last < first:
        raise OutOfOrder(f"{what}: began on {first}, expected no earlier day; found {last}", first=first)
