"""The course of a reconsideration since 2024, step by step, as its histories are put together from."""

from __future__ import annotations

from typing import Any

from demo.city.stories import NO, YES, Gap, Step, days, step, workdays
from demo.city.values import one_of, yuan

KEEPERS = ("justice",)
"""Who keeps these cases: the justice office of a government."""


def made(**more: Any) -> Step:
    """The act complained of."""
    held = {
        "act_kind": "other",
        "real_property": NO,
        "longer_period": NO,
        "reconsideration_first_told": NO,
        "fine": yuan(1000, 90000),
    }
    return step("act-made", **{**held, **more})


def served(remedies: bool = YES) -> Step:
    """The act complained of is served, with or without the remedies."""
    return step("act-served", workdays(0, 4), remedies_told=remedies)


def applied(
    gap: Gap | None = None, *, complete: bool = YES, attached: bool = NO, oral: bool = NO, **more: Any
) -> tuple[Step, ...]:
    """The application is made and comes in."""
    respondent = {"respondent": "department", "handled_by": "same-level-government", **more}
    return (
        step("reconsideration-application-filed", gap or days(4, 50), oral=oral, recorded=YES),
        step("application-received", workdays(0, 3), complete=complete, attached_document=attached, **respondent),
    )


def accepted(gap: Gap | None = None, **more: Any) -> Step:
    """The application is accepted; what is known of the case then."""
    held = {
        "procedure": "ordinary",
        "attached_document": NO,
        "competent": YES,
        "major": NO,
        "complex": NO,
        "technical": NO,
        "provincial_own_act": NO,
        "hearing_category": NO,
        "shorter_period": NO,
    }
    return step("application-accepted", gap or workdays(1, 5), **{**held, **more})


def answered(copy: Gap | None = None, answer: Gap | None = None) -> tuple[Step, ...]:
    """Copy to the respondent, its answer with evidence."""
    return (
        step("copy-sent", copy or workdays(1, 6), after="application-accepted"),
        step("copy-received-by-respondent", workdays(0, 2)),
        step("answer-filed", answer or workdays(3, 9), evidence_attached=YES),
    )


def heard() -> Step:
    """The parties are heard and it is written down."""
    return step("views-heard", workdays(10, 20), after="application-accepted", recorded=YES)


def result(word: Any, **more: Any) -> dict[str, Any]:
    """What a decision says."""
    held = {
        "procedure": "ordinary",
        "result": word,
        "third_party_asked": NO,
        "sealed": YES,
        "to_publish": YES,
        "redo_ordered": NO,
    }
    return {**held, **more}


def decided(gap: Gap | None = None, **says: Any) -> tuple[Step, ...]:
    """Agreed to by a head, decided, served."""
    return (
        step(
            "decision-approved",
            gap or days(38, 46),
            after="application-accepted",
            approver=one_of(head=3, deputy=3, gov_head=4),
        ),
        step("decision-made", workdays(1, 2), **says),
        step("decision-served", workdays(0, 4), remedies_told=YES),
    )


def closed(*before: Step, last: str = "decision-served") -> tuple[Step, ...]:
    """Published, copied to the superior department of the respondent, archived after the last of it."""
    return (
        step("decision-published", workdays(3, 15), after="decision-served"),
        step("copied-to-superior", workdays(3, 15), after="decision-served"),
        *before,
        step("dossier-archived", workdays(20, 40), after=last),
    )
