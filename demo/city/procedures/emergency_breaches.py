"""What goes wrong when emergencies are reported."""

from __future__ import annotations

from demo.city.procedures.emergency import (
    ACCIDENT,
    APPRAISED,
    CITY_ACCIDENT,
    EARLIER,
    FOUND,
    GRAVE,
    HAPPENED,
    KNOWN,
    LAB,
    LAB_KNOWN,
    MEASURES,
    MEDICAL_KNOWN,
    NETWORK,
    NO_NETWORK,
    OTHER_UNIT,
    PLAIN,
    PROVINCE_ACCIDENT,
)
from demo.city.recipes import breach, late, moved, unknown, without, wrong
from demo.city.stories import BLANK, days, hours
from demo.city.values import whole

BEFORE_HEALTH_LAW = ("2025-07-01", "2025-10-17")
OLD_CHAIN = {"between": BEFORE_HEALTH_LAW}
GOVERNMENT = ("government-reported:1", "government-reported:2", "government-reported:3")


def _afterwards(act: str, duty: str) -> object:
    return breach(MEASURES, without(act), breaks=f"{duty}@response-ended#1", see=("emergency-archived",))


RECIPES = (
    breach(PLAIN, without("first-report"), breaks=f"emg-county-immediate@{KNOWN}#1", see=("final-report",)),
    breach(
        PLAIN,
        moved("first-report", days(2, 6), after=KNOWN),
        moved("final-report", days(8, 12), after=KNOWN),
        breaks=f"emg-county-immediate/next-day@{KNOWN}#1:advisory",
    ),
    breach(
        PLAIN,
        without("first-report"),
        breaks=f"emg-old-county-immediate@{KNOWN}#1",
        between=EARLIER,
        see=("final-report",),
    ),
    breach(
        PLAIN,
        moved("first-report", days(2, 6), after=KNOWN),
        moved("final-report", days(8, 12), after=KNOWN),
        breaks=f"emg-old-county-immediate/next-day@{KNOWN}#1:advisory",
        between=EARLIER,
    ),
    breach(PLAIN, wrong("figures-verified", verified=whole(7, 12)), breaks="emg-no-late@figures-verified#1:advisory"),
    breach(
        PLAIN,
        wrong("figures-verified", verified=whole(7, 12)),
        breaks="emg-old-no-late@figures-verified#1:advisory",
        between=EARLIER,
    ),
    breach(
        ACCIDENT,
        moved("accident-reported-to-county", hours(3, 9), after="accident-report-to-unit-head"),
        breaks="emg-accident-unit-1h@accident-report-to-unit-head#1",
    ),
    breach(
        ACCIDENT,
        moved("accident-report-forwarded", hours(4, 30), after="accident-report-received"),
        breaks="emg-accident-level-2h/county@accident-report-received#1",
    ),
    breach(
        CITY_ACCIDENT,
        moved("accident-report-forwarded", hours(4, 30), after="accident-report-received"),
        breaks="emg-accident-level-2h/city@accident-report-received#1",
    ),
    breach(
        PROVINCE_ACCIDENT,
        moved("accident-report-forwarded", hours(4, 30), after="accident-report-received"),
        breaks="emg-accident-level-2h/province@accident-report-received#1",
    ),
    breach(
        ACCIDENT,
        without("supplementary-report"),
        breaks="emg-accident-supplement@casualties-changed#1",
        see=("investigation-report-submitted",),
    ),
    breach(
        ACCIDENT,
        late("investigation-report-submitted", after=HAPPENED, count=60),
        breaks="emg-accident-investigation-60d",
    ),
    breach(
        APPRAISED,
        late("investigation-report-submitted", after=HAPPENED, count=155),
        breaks="emg-accident-investigation-60d",
    ),
    breach(
        ACCIDENT, late("reply-issued", after="investigation-report-received", count=15), breaks="emg-accident-reply-15d"
    ),
    breach(
        GRAVE,
        late("reply-issued", after="investigation-report-submitted", count=60, by=(12, 40)),
        breaks="emg-accident-reply-15d/extra-serious",
    ),
    breach(MEASURES, without("npc-filed"), breaks="emg-npc-file@emergency-measures-issued#1", see=("response-ended",)),
    _afterwards("npc-special-report", "emg-npc-file/special-report"),
    _afterwards("losses-assessed", "emg-aftermath/assessed"),
    _afterwards("recovery-plan-made", "emg-aftermath/plan"),
    _afterwards("aftermath-reported", "emg-aftermath/reported"),
    _afterwards("lessons-reported", "emg-aftermath/lessons"),
    breach(NETWORK, moved("network-reported", hours(4, 20), after=FOUND), breaks=f"emg-health-unit-2h@{FOUND}#1"),
    breach(
        NO_NETWORK, moved("cdc-reported", hours(4, 20), after=FOUND), breaks=f"emg-health-unit-2h/no-network@{FOUND}#1"
    ),
    breach(
        MEDICAL_KNOWN, moved("first-report", hours(4, 8), after=KNOWN), breaks=f"emg-health-unit-2h/known@{KNOWN}#1"
    ),
    breach(LAB, moved("cdc-reported", hours(4, 20), after=FOUND), breaks=f"emg-health-lab-2h@{FOUND}#1"),
    breach(LAB_KNOWN, moved("first-report", hours(4, 8), after=KNOWN), breaks=f"emg-health-lab-2h/known@{KNOWN}#1"),
    breach(OTHER_UNIT, without("contained"), breaks=f"emg-health-other-now@{FOUND}#1", see=("response-ended",)),
    breach(
        NETWORK,
        moved("health-department-reported", hours(4, 20), after=FOUND),
        breaks=f"emg-health-2003-2h@{FOUND}#1",
        **OLD_CHAIN,
    ),
    breach(
        NETWORK,
        moved("health-department-reported", hours(4, 20), after=FOUND),
        breaks=f"emg-health-2003-2h@{FOUND}#1:advisory",
    ),
    breach(
        NETWORK,
        moved(GOVERNMENT[0], hours(4, 20), after="health-department-reported"),
        breaks="emg-health-2003-dept-2h@health-department-reported#1",
        **OLD_CHAIN,
    ),
    breach(
        NETWORK,
        moved(GOVERNMENT[1], hours(4, 20), after=GOVERNMENT[0]),
        breaks="emg-health-2003-county-2h@government-reported#1",
        **OLD_CHAIN,
    ),
    breach(
        NETWORK,
        moved(GOVERNMENT[2], hours(4, 20), after=GOVERNMENT[1]),
        breaks="emg-health-2003-city-2h@government-reported#2",
        **OLD_CHAIN,
    ),
    breach(
        NETWORK,
        moved("state-department-reported", hours(3, 20), after=GOVERNMENT[2]),
        breaks="emg-health-2003-province-1h@government-reported#3",
        **OLD_CHAIN,
    ),
    unknown(PLAIN, wrong("figures-verified", verified=BLANK)),
)
