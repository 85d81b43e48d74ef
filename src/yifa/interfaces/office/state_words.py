"""Where a case or a sheet stands, who takes part as what, how cases hang together, in words."""

from __future__ import annotations

from yifa.record.access.choices import SUPERVISION_FILES
from yifa.record.cases.choices import Leaving, LinkKind, Role, State
from yifa.record.despatch.choices import SheetState
from yifa.wording import Language

APPLIED_FOR = ("compensation", "disclosure", "licence", "reconsideration")
"""Procedures whose party applies for something."""


def tell_state(state: State, speech: Language) -> str:
    """Where a case stands."""
    say = speech.say
    return {
        State.OPEN: say("being handled"),
        State.CONCLUDED: say("done with"),
        State.CLOSED: say("closed"),
        State.MERGED: say("merged into another"),
        State.TRANSFERRED: say("transferred"),
        State.SENT: say("sent, not yet received"),
        State.VOID: say("import undone"),
    }[state]


def tell_part(role: Role, speech: Language) -> str:
    """Who somebody is in a case."""
    say = speech.say
    return {
        Role.PARTY: say("party"),
        Role.THIRD_PARTY: say("third party"),
        Role.REPRESENTATIVE: say("representative"),
        Role.WITNESS: say("witness"),
        Role.HANDLER: say("handles the case"),
        Role.ASSISTANT: say("assists"),
        Role.REVIEWER: say("reviews for legality"),
        Role.NAMED: say("named in the file"),
    }[role]


def tell_link(kind: LinkKind, speech: Language) -> str:
    """How one case hangs together with another, told of the first."""
    say = speech.say
    return {
        LinkKind.CHALLENGES: say("challenges"),
        LinkKind.ARISES_FROM: say("arises from"),
        LinkKind.RECTIFIES: say("puts right"),
        LinkKind.MERGED_INTO: say("merged into"),
        LinkKind.SPLIT_FROM: say("split from"),
        LinkKind.TRANSFERRED_TO: say("transferred to"),
    }[kind]


def tell_link_back(kind: LinkKind, speech: Language) -> str:
    """The same, told of the second."""
    say = speech.say
    return {
        LinkKind.CHALLENGES: say("is challenged by"),
        LinkKind.ARISES_FROM: say("gave rise to"),
        LinkKind.RECTIFIES: say("is put right by"),
        LinkKind.MERGED_INTO: say("has taken in"),
        LinkKind.SPLIT_FROM: say("was split into"),
        LinkKind.TRANSFERRED_TO: say("came from"),
    }[kind]


def tell_leaving(why: Leaving, speech: Language) -> str:
    """Why somebody takes part no more."""
    say = speech.say
    return {
        Leaving.AVOIDANCE: say("avoidance"),
        Leaving.REPLACED: say("replaced"),
        Leaving.MOVED: say("moved to other work"),
        Leaving.MISTAKEN: say("noted by mistake"),
    }[why]


def tell_sheet_state(state: SheetState, speech: Language) -> str:
    """Where a sheet stands."""
    say = speech.say
    return {
        SheetState.UNDER_WAY: say("under way"),
        SheetState.SIGNED: say("signed"),
        SheetState.REFUSED: say("refused"),
        SheetState.TAKEN_BACK: say("taken back"),
    }[state]


def tell_side(procedure: str, speech: Language) -> str:
    """What the party of a case is called under a procedure: who applies, who is supervised, the party of the others."""
    say = speech.say
    if procedure in APPLIED_FOR:
        return say("Applicant:")
    return say("Supervised:") if procedure in SUPERVISION_FILES else say("Party:")
