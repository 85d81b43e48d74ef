"""A recipe changes what it says in a lawful history, and nothing else."""

from __future__ import annotations

import numpy as np

from demo.city.days import NONE, calendar, number, told
from demo.city.draws import Draws
from demo.city.recipes import (
    Planted,
    Recipe,
    added,
    blank_day,
    breach,
    late,
    on_last_day,
    postponed,
    same_person,
    without,
    wrong,
)
from demo.city.scene import Scene, Told, tell
from demo.city.stories import NO, YES, Story, days, hours, step, workdays
from demo.city.values import Who, officers, person, same

PLAIN = Story(
    "penalty-ordinary",
    "plain",
    (
        step("case-filed", officers=officers(2), major=NO),
        step("inquiry-made", days(2, 9), officers=same("case-filed", "officers"), id_shown=YES),
        step("case-reviewed", workdays(1, 3), reviewer=person("reviewer")),
        step("decision-made", workdays(1, 3)),
        step("decision-served", workdays(1, 3)),
    ),
)


class Staff:
    """Officers 10 and up, reviewers 90 and up."""

    def drawn(self, role: str, organ: np.ndarray, count: int, draws: Draws) -> np.ndarray:
        return np.tile(np.arange(count) + {"officer": 10, "reviewer": 90}[role], (organ.size, 1))


def tale(story: Story, *, as_of: str = "2026-08-31", start: str = "2025-07-07", many: int = 40) -> Told:
    none = np.zeros(many, dtype=np.int64)
    scene = Scene(story, none, none, none, Draws("tale"), Staff())
    return tell(scene, np.full(many, number(start)), number(as_of))


def day(found: Told, label: str) -> np.ndarray:
    return next(act.day for act in found.acts if act.label == label)


def test_steps_follow_one_another_on_working_days() -> None:
    found = tale(PLAIN)
    assert [act.label for act in found.acts] == [one.label for one in PLAIN.steps]
    gap = day(found, "decision-made") - day(found, "case-reviewed")
    assert gap.min() >= 1
    assert calendar().is_working(day(found, "inquiry-made")).all()
    assert (day(found, "inquiry-made") - day(found, "case-filed")).min() >= 2


def test_late_is_after_the_rolled_last_day_and_the_last_day_itself_is_on_it() -> None:
    changed = breach(PLAIN, late("decision-made", after="case-filed", count=90), breaks="pen-decide-90d")
    assert (day(tale(changed.story), "decision-made") > number("2025-10-09")).all()
    in_time = breach(PLAIN, on_last_day("decision-made", after="case-filed", count=90), breaks="x")
    assert {told(one) for one in day(tale(in_time.story), "decision-made").tolist()} == {"2025-10-09"}


def test_what_followed_a_missing_step_follows_the_one_before_it() -> None:
    changed = breach(PLAIN, without("case-reviewed"), breaks="x")
    assert [one.label for one in changed.story.steps] == [
        "case-filed",
        "inquiry-made",
        "decision-made",
        "decision-served",
    ]
    gap = calendar().between(day(tale(changed.story), "inquiry-made"), day(tale(changed.story), "decision-made"))
    assert set(gap.tolist()) <= {1, 2, 3}


def test_a_step_put_off_comes_after_what_it_should_come_before() -> None:
    changed = breach(PLAIN, postponed("case-reviewed", workdays(1, 1), after="decision-made"), breaks="x")
    found = tale(changed.story)
    assert (day(found, "case-reviewed") > day(found, "decision-made")).all()


def test_the_same_person_is_among_the_others() -> None:
    changed = breach(PLAIN, same_person("case-reviewed.reviewer", "case-filed.officers"), breaks="x")
    reviewed = next(act for act in tale(changed.story, many=3).acts if act.label == "case-reviewed")
    assert isinstance(reviewed.fields["reviewer"], Who)
    assert reviewed.fields["reviewer"].at.tolist() == [10, 10, 10]


def test_a_day_nobody_wrote_leaves_the_act_there() -> None:
    changed = breach(PLAIN, blank_day("decision-made"), breaks="x")
    act = next(one for one in tale(changed.story).acts if one.label == "decision-made")
    assert (act.dayless, bool(act.there.all())) == (True, True)


def test_what_is_touched_is_what_nobody_could_see_it_without() -> None:
    assert breach(PLAIN, late("decision-made", after="case-filed", count=90), breaks="x").touches == (
        "decision-made",
        "case-filed",
    )
    assert breach(PLAIN, wrong("inquiry-made", id_shown=NO), breaks="x", see=("case-filed",)).touches == (
        "inquiry-made.id_shown",
        "case-filed",
    )


def test_a_duty_is_named_with_its_subject_and_class() -> None:
    found = breach(
        PLAIN, added(step("case-closed")), breaks=("one", "two@inquiry-made#1", "three:auto", "four@x#2:advisory")
    )
    assert found.breaks == (
        Planted("one", "case", "violation"),
        Planted("two", "inquiry-made#1", "violation"),
        Planted("three", "case", "auto"),
        Planted("four", "x#2", "advisory"),
    )


def test_what_has_not_happened_yet_is_in_no_ledger() -> None:
    found = tale(PLAIN, as_of="2025-07-10")
    assert (day(found, "case-filed") != NONE).all()
    assert (day(found, "decision-served") == NONE).all()


def test_a_recipe_shows_by_the_day_of_the_ledgers() -> None:
    changed: Recipe = breach(PLAIN, late("decision-served", after="case-filed", count=200), breaks="x")
    none = np.zeros(5, dtype=np.int64)
    scene = Scene(changed.story, none, none, none, Draws("late start"), Staff())
    found = tell(scene, np.full(5, number("2026-06-29")), number("2026-08-31"), kind="breach", whole=True)
    assert (day(found, "decision-served") != NONE).all()
    assert (day(found, "decision-served") <= number("2026-08-31")).all()


def test_hours_go_on_over_midnight() -> None:
    story = Story("x", "x", (step("a"), step("b", hours(20, 20))))
    found = tale(story, many=5)
    first, second = found.acts
    assert ((second.day - first.day) * 1440 + second.minute - first.minute).tolist() == [1200] * 5
