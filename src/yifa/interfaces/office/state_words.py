"""Where a case stands, and who takes part as what, in words."""

from __future__ import annotations

from yifa.record.cases.choices import LinkKind, Role, State
from yifa.wording import Language


def tell_state(state: State, speech: Language) -> str:
    """Where a case stands."""
    say = speech.say
    return {
        State.OPEN: say("being handled"),
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
