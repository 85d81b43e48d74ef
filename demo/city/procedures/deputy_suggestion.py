"""Suggestions of deputies: assigned, talked over, answered in three months, six where hard; local rules
for joint handling and again.
"""

from __future__ import annotations

from typing import Any

from demo.city.recipes import blank_day, breach, late, lawful, on_last_day, unknown, without, wrong
from demo.city.stories import BLANK, NO, YES, Gap, Step, Story, days, step, workdays
from demo.city.values import one_of

ASSIGNED, RECEIVED, ANSWERED, CONTACT = (
    "suggestion-assigned",
    "suggestion-received",
    "suggestion-answered",
    "deputy-contacted",
)
OLD = ("2024-03-04", "2024-10-31")


def assigned(level: str = "county", *, hard: bool = NO, own: bool = YES) -> tuple[Step, ...]:
    """Assigned and received."""
    return (
        step(ASSIGNED, number="0186", kind="deputy", level=level, complex=hard, in_session=NO, unit="交通运输局"),
        step(RECEIVED, workdays(0, 3), own_field=own, unit="交通运输局"),
    )


def answered(gap: Gap | None = None) -> tuple[Step, ...]:
    """Talked over with the deputy, answered, rated."""
    return (
        step(CONTACT, workdays(3, 15), after=RECEIVED, manner=one_of("visit", "meeting", "telephone")),
        step(
            ANSWERED,
            gap or days(40, 80),
            after=ASSIGNED,
            class_of_answer=one_of("adopted", "in-progress", "planned", "explained"),
        ),
        step("deputy-rated", days(5, 20), rating="satisfied"),
        step("closed", workdays(2, 9)),
    )


def story(name: str, weight: int, *steps: Step, **more: Any) -> Story:
    """A suggestion."""
    return Story("deputy-suggestion", name, weight=weight, steps=steps, **more)


PLAIN = story("answered in three months", 30, *assigned(), *answered())
HARD = story("hard, answered in six months", 8, *assigned(hard=YES), *answered(days(100, 170)))
REASSIGNED = story(
    "assigned anew",
    5,
    *assigned(own=NO),
    step("suggestion-objected", workdays(1, 3), written=YES),
    step("reassigned", workdays(2, 6), unit="住房和城乡建设局"),
    step(CONTACT, workdays(3, 15), manner="visit"),
    step(ANSWERED, days(40, 80), after="reassigned", class_of_answer="adopted"),
    step("closed", workdays(2, 9)),
)
SHANDONG = story(
    "joint handling under local rules",
    5,
    *assigned("province"),
    step("co-handler-received", workdays(0, 3), unit="财政局"),
    step("co-handler-opinion", days(8, 24), unit="财政局", written=YES),
    *answered(),
    places=("shandong",),
)
SHANDONG_HARD = story(
    "longer with consent under local rules",
    3,
    *assigned("province", hard=YES),
    step("extension-approved", days(60, 80), days="3个月", approver="assigning-organ"),
    step(CONTACT, workdays(0, 3), manner="visit"),
    step(ANSWERED, days(100, 170), after=ASSIGNED, class_of_answer="adopted"),
    step("closed", workdays(2, 9)),
    places=("shandong",),
)
SHANDONG_AGAIN = story(
    "answered again under local rules",
    3,
    *assigned("province"),
    *answered()[:2],
    step("deputy-rated", days(5, 20), rating="dissatisfied"),
    step("re-answered", days(8, 25)),
    places=("shandong",),
)
SHANDONG_BACK = story(
    "not its own field under local rules",
    3,
    *assigned("province", own=NO),
    step("suggestion-objected", workdays(0, 1), written=YES),
    step("reassigned", workdays(2, 6), unit="住房和城乡建设局"),
    step(CONTACT, workdays(3, 15), manner="visit"),
    step(ANSWERED, days(40, 80), after="reassigned", class_of_answer="adopted"),
    places=("shandong",),
)
CHONGQING = story(
    "joint handling under local rules, other",
    4,
    *assigned("province"),
    step("co-handler-received", workdays(0, 3), unit="财政局"),
    step("co-handler-opinion", workdays(5, 20), unit="财政局", written=YES),
    step(CONTACT, workdays(8, 16), after=RECEIVED, manner="visit"),
    step(ANSWERED, days(50, 80), after=ASSIGNED, class_of_answer="adopted"),
    step("closed", workdays(2, 9)),
    places=("chongqing",),
)
CHONGQING_BACK = story(
    "not its own field under local rules, other",
    2,
    *assigned("province", own=NO),
    step("suggestion-objected", workdays(1, 6), written=YES),
    step("reassigned", workdays(2, 6), unit="住房和城乡建设局"),
    step(CONTACT, workdays(8, 10), after=RECEIVED, manner="visit"),
    step(ANSWERED, days(40, 80), after="reassigned", class_of_answer="adopted"),
    places=("chongqing",),
)

STORIES = (PLAIN, HARD, REASSIGNED, SHANDONG, SHANDONG_HARD, SHANDONG_AGAIN, SHANDONG_BACK, CHONGQING, CHONGQING_BACK)

RECIPES = (
    breach(PLAIN, late(ANSWERED, after=ASSIGNED, count=3, unit="months"), breaks="dep-answer-3m"),
    lawful(PLAIN, on_last_day(ANSWERED, after=ASSIGNED, count=3, unit="months")),
    breach(PLAIN, late(ANSWERED, after=ASSIGNED, count=3, unit="months"), breaks="dep-answer-3m/2015", between=OLD),
    breach(REASSIGNED, late(ANSWERED, after="reassigned", count=3, unit="months"), breaks="dep-answer-3m/reassigned"),
    breach(
        REASSIGNED,
        late(ANSWERED, after="reassigned", count=3, unit="months"),
        breaks="dep-answer-3m/reassigned-2015",
        between=OLD,
    ),
    breach(HARD, late(ANSWERED, after=ASSIGNED, count=6, unit="months"), breaks="dep-answer-6m"),
    breach(HARD, late(ANSWERED, after=ASSIGNED, count=6, unit="months"), breaks="dep-answer-6m/2015", between=OLD),
    breach(SHANDONG_HARD, without("extension-approved"), breaks="dep-answer-6m/sd-consent"),
    breach(PLAIN, without(CONTACT), breaks=f"dep-contact@{ANSWERED}#1"),
    breach(PLAIN, without(CONTACT), breaks=f"dep-contact/2015@{ANSWERED}#1", between=("2024-03-04", "2024-09-30")),
    breach(SHANDONG_BACK, late("suggestion-objected", after=RECEIVED, count=5), breaks="dep-sd-reassign-5d"),
    breach(
        SHANDONG,
        late("co-handler-opinion", after="co-handler-received", count=1, unit="months"),
        breaks="dep-co-1m@co-handler-received#1",
    ),
    breach(
        SHANDONG,
        without("co-handler-received"),
        late("co-handler-opinion", after=ASSIGNED, count=1, unit="months"),
        breaks="dep-co-1m/unregistered",
    ),
    breach(
        SHANDONG_AGAIN,
        late("re-answered", after="deputy-rated", count=1, unit="months"),
        breaks="dep-redo-1m@deputy-rated#1",
    ),
    breach(
        CHONGQING_BACK,
        late("suggestion-objected", after=ASSIGNED, count=10, unit="workdays"),
        breaks="dep-cq-reassign-10wd",
    ),
    breach(
        CHONGQING_BACK,
        wrong("suggestion-objected", written=NO),
        breaks="dep-cq-reassign-10wd/written@suggestion-objected#1",
    ),
    breach(CHONGQING, late("co-handler-opinion", after=ASSIGNED, count=30, unit="workdays"), breaks="dep-cq-co-30wd"),
    breach(
        CHONGQING, late(CONTACT, after=RECEIVED, count=20, unit="workdays", by=(1, 8)), breaks="dep-cq-contact-20wd"
    ),
    unknown(PLAIN, blank_day(ANSWERED)),
    unknown(CHONGQING_BACK, wrong("suggestion-objected", written=BLANK)),
)
