"""Two readings of a duty that speaks of days which no notice decides yet, and what they come to together.

The end of another duty's term may have an early and a late reading. A duty that names it is read twice, in all its
parts; one outcome in both is the outcome, unknown in one is unknown, otherwise it is pending. Broken in both, but in
one of them contested only, is contested.
"""

from __future__ import annotations

from dataclasses import replace

from yifa.law.conditions.columns import Derived, Told
from yifa.law.conditions.tree import (
    NO,
    NULL,
    YES,
    Choose,
    Compare,
    Comparison,
    Constant,
    Expr,
    IsKnown,
    Read,
    both,
    either,
    negated,
)
from yifa.law.duties.answers import Answer, Due, Outcome

OUTCOME = "outcome"


def together(duty: str, late: Answer, early: Answer) -> Answer:
    """Both readings as one answer; the outcomes are derived columns."""
    one, other = Read(Derived(duty, OUTCOME)), Read(Derived(duty, OUTCOME, early=True))

    def both_are(outcome: Outcome) -> Expr:
        return both(_is(one, outcome), _is(other, outcome))

    unknown = either(_is(one, Outcome.UNKNOWN), _is(other, Outcome.UNKNOWN))
    return replace(
        late,
        applies=negated(both_are(Outcome.NOT_APPLICABLE)),
        met=Choose(unknown, NULL, both_are(Outcome.MET)),
        pending=Choose(unknown, NULL, negated(either(both_are(Outcome.UNMET), both_are(Outcome.MET)))),
        contested=(*early.contested, *late.contested),
        due=_due(late.due, early.due),
    )


def _due(late: Due, early: Due) -> Due:
    return replace(late, earliest=early.earliest)


def _is(outcome: Expr, which: Outcome) -> Expr:
    return Compare(Comparison.EQUAL, outcome, Constant(int(which)))


def outcome_of(answer: Answer) -> Expr:
    """The number of an outcome, as `Outcome` has it; never NULL."""
    number = {outcome: Constant(int(outcome)) for outcome in Outcome}
    unmet = both(negated(answer.met), negated(answer.pending))
    decided = Choose(
        answer.met,
        number[Outcome.MET],
        Choose(answer.pending, number[Outcome.PENDING], Choose(unmet, number[Outcome.UNMET], number[Outcome.UNKNOWN])),
    )
    return Choose(
        negated(answer.applies),
        number[Outcome.NOT_APPLICABLE],
        Choose(IsKnown(answer.applies), decided, number[Outcome.UNKNOWN]),
    )


def part_of(answer: Answer, column: Derived, applies: Derived, clock: tuple[str, ...]) -> Expr:
    """What other duties may ask of a duty; a breach is not known where an act of its clock is not carried.

    `applies`: the column that says whether it applies.
    """
    told = Read(Told(clock)) if clock else YES
    match column.part:
        case "applies":
            return answer.applies
        case "met":
            return both(Read(applies), _heard(answer, told, met=YES, unmet=NO))
        case "unmet":
            return both(Read(applies), _heard(answer, told, met=NO, unmet=YES))
        case "outcome":
            return outcome_of(answer)
    day = answer.due.earliest if column.early else answer.due.latest
    return Choose(both(Read(applies), answer.due.certain), day, NULL)


def _heard(answer: Answer, told: Expr, *, met: Expr, unmet: Expr) -> Expr:
    broken = both(negated(answer.met), negated(answer.pending))
    return Choose(answer.met, met, Choose(answer.pending, NO, Choose(both(broken, told), unmet, NULL)))
