"""The words of the registers: kinds and levels of organs, relations, what became of certificates and parties."""

from __future__ import annotations

from yifa.record.importing.register_sheets import KINDS, RELATIONS
from yifa.record.lists.choices import EditionState, ListKind
from yifa.record.organs.choices import CertificateEventKind, Kind, Level, RelationKind, SuccessionKind
from yifa.record.parties.choices import PartyFactKind, PartyKind, ReadHow
from yifa.wording import Language


def tell_kind(kind: str, speech: Language) -> str:
    """What an organ is."""
    say = speech.say
    if speech.tag == "zh":
        return KINDS[kind][0]
    return {
        Kind.GOVERNMENT: say("people's government"),
        Kind.DEPARTMENT: say("department of a government"),
        Kind.BRANCH: say("branch sent out"),
        Kind.ZONE: say("authority of a development zone"),
        Kind.EMPOWERED: say("organisation empowered by a statute"),
        Kind.ENTRUSTED: say("entrusted organisation"),
        Kind.SECTION: say("section within an organ"),
    }[Kind(kind)]


def tell_level(level: str, speech: Language) -> str:
    """At which level an organ stands; blank where nobody says."""
    say = speech.say
    return {
        "": "",
        Level.TOWNSHIP: say("township level"),
        Level.COUNTY: say("county level"),
        Level.CITY: say("city level"),
        Level.PROVINCE: say("province level"),
        Level.NATIONAL: say("national level"),
    }.get(level, level)


def tell_relation(kind: str, speech: Language) -> str:
    """How one organ stands to another."""
    say = speech.say
    if speech.tag == "zh":
        return RELATIONS[kind][0]
    return {
        RelationKind.BELONGS_TO: say("belongs to"),
        RelationKind.BRANCH_OF: say("sent out by"),
        RelationKind.VERTICAL: say("led from above by"),
        RelationKind.DUAL: say("led also by"),
        RelationKind.ZONE_OF: say("zone authority of"),
        RelationKind.ENTRUSTED_BY: say("entrusted by"),
        RelationKind.EMPOWERED_BY: say("has powers handed down by"),
        RelationKind.GUIDED_BY: say("guided in its sector by"),
        RelationKind.CENTRALISED_FROM: say("exercises powers of"),
        RelationKind.SECTION_OF: say("section of"),
    }[RelationKind(kind)]


def tell_succession(kind: str, speech: Language) -> str:
    """What became of an organ that ended."""
    say = speech.say
    return {
        SuccessionKind.MERGED: say("merged into another organ"),
        SuccessionKind.SPLIT: say("split"),
        SuccessionKind.ABOLISHED: say("abolished"),
    }[SuccessionKind(kind)]


def tell_event(kind: str, speech: Language) -> str:
    """What became of a certificate."""
    say = speech.say
    return {
        CertificateEventKind.CHECKED: say("checked in the yearly round"),
        CertificateEventKind.SUSPENDED: say("suspended"),
        CertificateEventKind.RESTORED: say("given back"),
        CertificateEventKind.CANCELLED: say("cancelled"),
    }[CertificateEventKind(kind)]


def tell_list_kind(kind: str, speech: Language) -> str:
    """Of what a list is."""
    say = speech.say
    return {
        ListKind.POWERS: say("list of powers and duties"),
        ListKind.PERMITS: say("list of permits"),
        ListKind.DISCRETION: say("bands of discretion"),
        ListKind.LENIENCY: say("list of lenient treatment"),
        ListKind.ENTERPRISES: say("list of exempted enterprises"),
        ListKind.INSPECTIONS: say("list of inspections"),
    }[ListKind(kind)]


def tell_edition_state(state: str, speech: Language) -> str:
    """Where an edition stands."""
    say = speech.say
    return {
        EditionState.DRAFT: say("draft"),
        EditionState.DROPPED: say("draft that was dropped"),
        EditionState.IN_FORCE: say("in force"),
        EditionState.AMENDED: say("replaced by a later edition"),
        EditionState.WITHDRAWN: say("withdrawn from force"),
    }[EditionState(state)]


def tell_party_kind(kind: str, speech: Language) -> str:
    """What a party is."""
    say = speech.say
    return {
        PartyKind.PERSON: say("natural person"),
        PartyKind.ORGANISATION: say("legal person or other organisation"),
        PartyKind.SOLE_TRADER: say("sole trader"),
    }[PartyKind(kind)]


def tell_fact(kind: str, speech: Language) -> str:
    """What holds of a party."""
    say = speech.say
    return {
        PartyFactKind.CREDIT_GRADE: say("credit grade"),
        PartyFactKind.ABNORMAL_LIST: say("list of abnormal operation"),
        PartyFactKind.SERIOUS_LIST: say("list of serious breaches"),
        PartyFactKind.EXEMPT_LIST: say("list of those not to be troubled"),
    }[PartyFactKind(kind)]


def tell_read(how: str, speech: Language) -> str:
    """How somebody looked at a party."""
    say = speech.say
    return {
        ReadHow.PAGE: say("looked at its page"),
        ReadHow.IDENTIFIER: say("had its whole identifier shown"),
        ReadHow.WORKBOOK: say("took it along in a workbook"),
    }[ReadHow(how)]
