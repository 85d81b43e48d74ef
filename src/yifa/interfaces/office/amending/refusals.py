"""A refusal that teaches: what stands against it, under which article, what would make it possible, and who can."""

from __future__ import annotations

from dataclasses import dataclass

from yifa.record.cases.errors import (
    NamesAParty,
    NeedsReceipt,
    NoGround,
    NotRecorded,
    StateSecret,
    TakesNoPart,
    WrongState,
)
from yifa.wording import Language


@dataclass(frozen=True)
class Refusal:
    """Why something is not done. `law`: citations; `cure`: what would make it possible; `who`: who can."""

    what: str
    law: str = ""
    cure: str = ""
    who: str = ""


def told_refusal(error: NotRecorded, speech: Language) -> Refusal:
    """A refusal of a verb in words."""
    say = speech.say
    match error:
        case StateSecret():
            return Refusal(
                say("It bears a mark of secrecy. State secrets are kept on their own systems; nothing was kept."),
                "保守国家秘密法",
                say("Leave the marked text out; the paper itself is kept on the system for state secrets."),
                say("the security administrator of the organ"),
            )
        case NamesAParty():
            return Refusal(
                say("It names a party, and could never be erased. Say “the party” instead."),
                "个人信息保护法 47",
                say("Name nobody in reasons and grounds; the case tells whom it is about."),
                say("who handles the case"),
            )
        case TakesNoPart():
            return Refusal(
                say("This person takes part already, has left, or left for avoidance and does not come back."),
                "行政处罚法 43",
                say("Choose somebody else, or another part."),
                say("the head of the organ, who decides on avoidance"),
            )
        case NoGround():
            return Refusal(
                say("What is not made public needs a ground of the regulation, and what is public has none."),
                "政府信息公开条例 14、15、16",
                say("Choose the ground, or make it public on request."),
                say("who handles the case, with the disclosure officer"),
            )
        case NeedsReceipt():
            return Refusal(
                say("A transferred case is received with the number of a receipt, or declined with a reason."),
                "",
                say("Write the receipt and give its number here."),
                say("the organ to which it was sent"),
            )
        case WrongState():
            return Refusal(
                say("The case does not stand so that this can be done: closed, merged, sent, or done before."),
                "",
                say("Open it anew; a closed case is opened again with a reason."),
                say("who handles the case"),
            )
    return Refusal(say("This cannot be done with the case as it stands now; open it anew."))
