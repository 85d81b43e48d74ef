"""Which act comes next: what duties wait for, and every other act of the procedure, with what it would break today."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime

from yifa.interfaces.duty_telling import tell_laws
from yifa.interfaces.office.act_words import act_name
from yifa.interfaces.office.marks import duty_of, sign_of_day, tell_far
from yifa.interfaces.ui.lights import Sign
from yifa.law import facts
from yifa.oversight.standing.foresight import Stop, foresee_kinds, wanted_before, wanted_next
from yifa.record.cases.columns import procedure_of
from yifa.record.cases.models import Case
from yifa.wording import Language


@dataclass(frozen=True)
class NextStep:
    """An act that may come next. `waits`: what waits for it; `reason`: what it would break today.

    `depends`: that hangs on what is filled in.
    """

    kind: str
    name: str
    sign: Sign | None = None
    waits: str = ""
    far: str = ""
    reason: str = ""
    law: str = ""
    cure: str = ""
    depends: bool = False


def next_steps(case: Case, told: facts.Case, today: date, speech: Language) -> list[NextStep]:
    """The acts that duties wait for, the nearest day first."""
    procedure, wanted = procedure_of(case), wanted_next(case, told, today)
    broken = foresee_kinds(case, told, wanted, today)
    found = []
    for kind, result in wanted.items():
        duty = duty_of(case, result.duty)
        due = result.due.date() if isinstance(result.due, datetime) else result.due
        found.append(
            NextStep(
                kind,
                act_name(procedure, kind, speech),
                None if due is None else sign_of_day(due, today),
                duty.title.zh if speech.tag == "zh" else duty.title.en,
                "" if due is None else tell_far(due, today, duty, speech),
                *_reason(broken[kind], speech),
            )
        )
    return found


def all_steps(case: Case, told: facts.Case, today: date, speech: Language) -> list[NextStep]:
    """Every act of the procedure, in its order."""
    kinds = [kind for kind, act in procedure_of(case).acts.items() if not act.reconstructed]
    return steps_of(case, told, kinds, today, speech)


def steps_of(case: Case, told: facts.Case, kinds: Sequence[str], today: date, speech: Language) -> list[NextStep]:
    """Acts of these kinds, each with what it would break today."""
    procedure, broken = procedure_of(case), foresee_kinds(case, told, kinds, today)
    return [
        NextStep(kind, act_name(procedure, kind, speech), None, "", "", *_reason(broken[kind], speech))
        for kind in kinds
    ]


def steps_before(case: Case, told: facts.Case, kinds: Sequence[str], today: date, speech: Language) -> list[NextStep]:
    """The acts that must come before some that come next, and were left out so far."""
    before = wanted_before(case, told, foresee_kinds(case, told, kinds, today))
    return steps_of(case, told, before, today, speech)


def _reason(stops: Sequence[Stop], speech: Language) -> tuple[str, str, str, bool]:
    """Which duty it would break first, under which article, what cures it, whether the content decides; else blank."""
    if not stops:
        return "", "", "", False
    first = stops[0].finding
    cure = first.cure.get(speech.tag, "") if first.cure else ""
    return first.title[speech.tag], speech.list(tell_laws(first.law, speech)), cure, not stops[0].always
