"""Why something cannot be done with a register, in words: what was found, what was expected, from which day."""

from __future__ import annotations

from yifa.ledgers.problems import Problem
from yifa.ledgers.telling import SENTENCES
from yifa.record.cases.errors import NotRecorded
from yifa.record.lists.errors import NotListed, WrongItem, WrongState
from yifa.record.lists.errors import OutOfOrder as EditionsOutOfOrder
from yifa.record.lists.telling import tell_list_problem
from yifa.record.organs.errors import AlreadyThere, CannotBe, InACircle, NobodyLeft, NotInForce, OutOfOrder
from yifa.record.parties.errors import NotAParty, StillNeeded, WrongIdentifier
from yifa.wording import Language

Refusal = CannotBe | NotListed | NotAParty | NotRecorded
REFUSALS = (CannotBe, NotListed, NotAParty, NotRecorded)
"""What verbs of the registers raise where something cannot be done."""


def tell_refusal(error: Refusal, speech: Language) -> str:
    """Why a verb was refused."""
    say = speech.say
    match error:
        case AlreadyThere():
            return say("«{what}» is there already; nothing would change, or the number is taken.", what=error.what)
        case InACircle():
            return say("«{what}» already stands under this organ; organs cannot stand in a circle.", what=error.what)
        case NobodyLeft():
            return say("That would change nothing, or leave nobody: choose something or somebody else.")
        case NotInForce() if error.last is not None and error.first is not None:
            days = {"first": speech.day(error.first), "last": speech.day(error.last)}
            return say("«{what}» lasts from {first} to {last}; choose a day within.", what=error.what, **days)
        case NotInForce() | OutOfOrder() | NotAParty() if error.first is not None:
            return say("The day lies too early; the first possible is {day}.", day=speech.day(error.first))
        case StillNeeded():
            return say("A case of it is still being handled; nothing is erased before it is closed.")
        case WrongIdentifier():
            return say("The check digit is wrong: expected a credit code of 18 signs, or an identity number.")
        case EditionsOutOfOrder():
            return say("The day must lie after the day on which the edition before began or ended.")
        case WrongState():
            return say("The edition does not stand where this can be done with it any more; open it anew.")
        case WrongItem():
            return say("There is no item, one of this code already, or something in it that is to be corrected first.")
    return say("This cannot be done with the register as it stands now; open the page anew.")


def tell_register_problem(problem: Problem, speech: Language) -> str:
    """What is wrong with a cell or a row of a register."""
    say = speech.say
    match problem.kind:
        case "organ-not-kept":
            return say("«{value}» is no organ whose register you keep.", value=problem.value)
        case "organ-without-superior":
            return say("A new organ needs the organ it belongs to, one whose register you keep.")
        case "organ-ended":
            return say("«{value}» has ended; an organ that ended is not set up anew.", value=problem.value)
        case "organ-several":
            return say(
                "Several organs are called «{value}»; write the code of the one that is meant.", value=problem.value
            )
        case "officers-of-one-name":
            return say(
                "Several officers of the organ are called «{value}»; tell the staff number.", value=problem.value
            )
        case "too-many-rows":
            return say("More than {n} organs: divide the workbook.", n=problem.values["most"])
        case "days-not-in-order":
            return say(
                "A certificate of {value} runs out, or was suspended, before it was issued.", value=problem.value
            )
        case "certificate-day-untold":
            return say(
                "Another row tells of a certificate {value} too; tell the day of issue, by which they are told apart.",
                value=problem.value,
            )
        case "party-identifier":
            return say("The check digit is wrong: expected a credit code of 18 signs, or an identity number.")
        case kind if kind.startswith("register-"):
            return tell_refusal(problem.values["error"], speech)
        case "sheet-unknown":
            return say("No sheet of it has the headings of this register.")
        case "item-twice" | "column-missing":
            return tell_list_problem(problem, speech)
    return SENTENCES[problem.kind](speech, {**problem.values, "value": problem.value, "heading": problem.heading})
