"""Emergencies: reported up at once and by the hour, accidents investigated in sixty days, public-health
events by the network.
"""

from __future__ import annotations

from typing import Any

from demo.city.stories import NO, YES, Step, Story, days, hours, same_day, step, workdays
from demo.city.values import same, whole

KEEPERS = ("emergency", "government")
HEALTH = ("health",)
EARLIER = ("2024-02-05", "2024-07-31")
SINCE_HEALTH_LAW = ("2025-11-17", "2026-06-30")
KNOWN, HAPPENED, FOUND = "event-known", "accident-occurred", "health-event-found"
AT_ONCE = hours(0.2, 1.5)


def known(**more: Any) -> tuple[Step, ...]:
    """An event is known, reported, followed, its end reported."""
    return (
        step(KNOWN, **{"event": "暴雨内涝", "level": "county", "major": NO, "finder": "other", **more}),
        step("first-report", AT_ONCE),
        step("progress-report", hours(2, 6)),
        step("final-report", days(2, 6)),
        step("figures-verified", days(5, 15), reported=whole(0, 6), verified=same("figures-verified", "reported")),
    )


def story(name: str, weight: int, sectors: tuple[str, ...], *steps: Step, **more: Any) -> Story:
    """An event."""
    return Story("emergency", name, weight=weight, sectors=sectors, steps=steps, **more)


PLAIN = story("reported at once", 25, KEEPERS, *known())
MEASURES = story(
    "with emergency measures",
    6,
    ("government",),
    *known(),
    step("emergency-measures-issued", days(1, 3), after=KNOWN),
    step("npc-filed", days(2, 9)),
    step("response-ended", days(10, 20)),
    step("npc-special-report", days(20, 40)),
    step("losses-assessed", days(10, 20), after="response-ended"),
    step("recovery-plan-made", days(10, 20), after="response-ended"),
    step("aftermath-reported", days(15, 30), after="response-ended"),
    step("lessons-reported", days(20, 40), after="response-ended"),
    step("emergency-archived", days(60, 80), after="response-ended"),
)
ACCIDENT = story(
    "accident, investigated",
    15,
    ("emergency",),
    step(HAPPENED, accident_kind="other", grade="ordinary"),
    step("accident-report-to-unit-head", hours(0.1, 0.4)),
    step("accident-reported-to-county", hours(0.2, 0.7)),
    step("accident-report-received", hours(0.1, 0.2), level="county"),
    step("accident-report-forwarded", hours(0.3, 1.4), level="city"),
    step("casualties-changed", days(3, 9)),
    step("supplementary-report", same_day()),
    step("investigation-report-submitted", days(35, 48), after=HAPPENED),
    step("investigation-report-received", workdays(0, 2)),
    step("reply-issued", days(5, 12)),
)
CITY_ACCIDENT = story(
    "accident reported by the city",
    4,
    ("emergency",),
    step("accident-report-received", level="city"),
    step("accident-report-forwarded", hours(0.3, 1.4), level="province"),
)
PROVINCE_ACCIDENT = story(
    "accident reported by the province",
    2,
    ("emergency",),
    step("accident-report-received", level="province"),
    step("accident-report-forwarded", hours(0.3, 1.4), level="state"),
)
APPRAISED = story(
    "accident with an appraisal, extended",
    4,
    ("emergency",),
    step(HAPPENED, accident_kind="traffic", grade="larger"),
    step("casualties-changed", days(2, 3, exact=True)),
    step("supplementary-report", same_day()),
    step("appraisal-started", days(5, 10)),
    step("appraisal-ended", days(20, 30)),
    step("extension-approved", days(50, 58), after=HAPPENED, days="60日", approver="government"),
    step("investigation-report-submitted", days(90, 125), after=HAPPENED),
    step("reply-issued", days(5, 12)),
)
GRAVE = story(
    "extra-serious accident",
    1,
    ("emergency",),
    step(HAPPENED, accident_kind="fire", grade="extra-serious"),
    step("investigation-report-submitted", days(35, 48)),
    step("reply-extended", days(15, 25), days="30日", approver="government"),
    step("reply-issued", days(35, 52), after="investigation-report-submitted"),
)


def chain(after: str = FOUND) -> tuple[Step, ...]:
    """The chain of 2003: county health department, government of the county, city, province, the centre."""
    return (
        step("health-department-reported", hours(0.2, 1.2), after=after),
        step("government-reported", hours(0.2, 1.2), called="government-reported:1", level="county"),
        step("government-reported", hours(0.2, 1.2), called="government-reported:2", level="city"),
        step("government-reported", hours(0.2, 1.2), called="government-reported:3", level="province"),
        step("state-department-reported", hours(0.2, 0.7)),
    )


NETWORK = story(
    "public-health event, by the network",
    8,
    HEALTH,
    step(FOUND, finder="medical", has_network=YES),
    step("network-reported", AT_ONCE),
    *chain(),
    between=SINCE_HEALTH_LAW,
)
NO_NETWORK = story(
    "public-health event, no network",
    3,
    HEALTH,
    step(FOUND, finder="medical", has_network=NO),
    step("cdc-reported", AT_ONCE),
    *chain(),
    between=SINCE_HEALTH_LAW,
)
LAB = story(
    "public-health event, found by a laboratory",
    3,
    HEALTH,
    step(FOUND, finder="lab", has_network=YES),
    step("cdc-reported", AT_ONCE),
    between=SINCE_HEALTH_LAW,
)
OTHER_UNIT = story(
    "public-health event, found by another unit",
    3,
    HEALTH,
    step(FOUND, finder="other", has_network=NO),
    step("contained", hours(0.1, 0.5)),
    step("cdc-reported", hours(0.1, 0.5)),
    step("sector-office-told", hours(0.1, 0.5)),
    *chain(),
    step("response-ended", days(5, 20)),
    step("losses-assessed", days(5, 9)),
    step("recovery-plan-made", days(2, 5)),
    step("aftermath-reported", days(2, 5)),
    step("lessons-reported", days(2, 5)),
    step("emergency-archived", days(10, 20)),
    between=SINCE_HEALTH_LAW,
)
MEDICAL_KNOWN = story(
    "a hospital knows of an event",
    3,
    HEALTH,
    *known(finder="medical", event="群体性不明原因疾病"),
    between=SINCE_HEALTH_LAW,
)
LAB_KNOWN = story(
    "a laboratory knows of an event",
    2,
    HEALTH,
    *known(finder="lab", event="群体性不明原因疾病"),
    between=SINCE_HEALTH_LAW,
)

STORIES = (
    PLAIN,
    MEASURES,
    ACCIDENT,
    CITY_ACCIDENT,
    PROVINCE_ACCIDENT,
    APPRAISED,
    GRAVE,
    NETWORK,
    NO_NETWORK,
    LAB,
    OTHER_UNIT,
    MEDICAL_KNOWN,
    LAB_KNOWN,
)
