"""What was filled in to screen or explain clues, and doing it; what cannot be done is told in words."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from django.http import QueryDict

from yifa.interfaces.office.desks import Asked as Request
from yifa.oversight.clues.actions import LONGEST, explain, screen
from yifa.oversight.clues.choices import Verdict
from yifa.oversight.clues.errors import NoReason, NotEntitled, Outdated
from yifa.oversight.clues.models import Clue
from yifa.record.cases.errors import StateSecret

Errors = list[tuple[str, str]]


@dataclass(frozen=True)
class Asked:
    """A form as it was sent. `seen`: the prints of the clues as they were shown, by their numbers."""

    ids: tuple[int, ...] = ()
    seen: tuple[tuple[int, str], ...] = ()
    verdict: str = ""
    reason: str = ""
    text: str = ""

    @classmethod
    def of(cls, told: QueryDict) -> Asked:
        """As an address or a form says it."""
        pairs = [one.partition(".") for one in told.getlist("clue")]
        seen = [(int(number), mark) for number, _, mark in pairs if number.isascii() and number.isdigit()]
        return cls(
            tuple(dict.fromkeys(number for number, _ in seen)),
            tuple(seen),
            told.get("verdict", ""),
            told.get("reason", "").strip(),
            told.get("text", "").strip(),
        )


def screened(request: Request, clues: Sequence[Clue], asked: Asked) -> Errors:
    """Put on record what was said to clues; what is wrong, where it was not."""
    desk, say = request.desk, request.speech.say
    errors: Errors = []
    if asked.verdict not in Verdict.values:
        errors.append(("verdict", say("Choose: it is so, it is not so, or inquiry is needed.")))
    if not asked.reason:
        errors.append(("reason", say("Say why: what was looked at, and what it shows.")))
    if len(asked.reason) > LONGEST:
        errors.append(("reason", say("At most {n} signs; found {many}.", n=LONGEST, many=len(asked.reason))))
    if not clues:
        errors.append(("", say("No clue is chosen that you may screen.")))
    if errors:
        return errors
    verdict, seen = Verdict(asked.verdict), dict(asked.seen)
    try:
        screen(
            clues,
            verdict,
            asked.reason,
            officer=desk.officer,
            actor=desk.actor(),
            on=desk.today,
            seen=seen,
            held=desk.held,
        )
    except StateSecret:
        return [
            (
                "reason",
                say("It bears a mark of secrecy. State secrets are kept on their own systems; nothing was kept."),
            )
        ]
    except Outdated:
        return [
            ("", say("The record changed while you looked at it. Look again at what it says now; nothing was kept."))
        ]
    except NotEntitled:
        return [("", say("Only who supervises the organ, and takes no part in the case, says whether it is so."))]
    return []


def explained(request: Request, clue: Clue) -> Errors:
    """Put on record what the organ says to a clue; what is wrong, where it was not."""
    desk, say = request.desk, request.speech.say
    text = Asked.of(request.POST).text
    try:
        explain(clue, text, officer=desk.officer, actor=desk.actor(), on=desk.today, held=desk.held)
    except StateSecret:
        return [
            ("text", say("It bears a mark of secrecy. State secrets are kept on their own systems; nothing was kept."))
        ]
    except NoReason:
        if text:
            return [("text", say("At most {n} signs; found {many}.", n=LONGEST, many=len(text)))]
        return [("text", say("Write what it comes from, and where it can be seen."))]
    except Outdated:
        return [("", say("It is not found any more; there is nothing to explain."))]
    except NotEntitled:
        return [("", say("Only who handles such cases for the organ explains it."))]
    return []
