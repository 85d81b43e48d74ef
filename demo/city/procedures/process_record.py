"""Full-process records of enforcement: every step in writing or on tape, the scenes that must be recorded
whole, upload and keeping.
"""

from __future__ import annotations

from typing import Any

from demo.city.recipes import breach, lawful, moved, unknown, without, wrong
from demo.city.stories import BLANK, NO, YES, Step, Story, days, hours, same_day, step, workdays
from demo.city.values import day_of, one_of

ORGANS = (
    "market",
    "agriculture",
    "transport",
    "urban",
    "environment",
    "emergency",
    "culture",
    "health",
    "labour",
    "land",
    "police",
)


def taken(**more: Any) -> Step:
    """A step of enforcement and how it is recorded."""
    held: dict[str, Any] = {
        "stage": one_of(start=1, evidence=4, review=1, decision=1, service=2),
        "scene": "other",
        "occasion": "other",
        "text_record": YES,
        "av_record": one_of(YES, NO),
        "av_full": NO,
        "file": "执法记录",
    }
    return step("step-taken", **{**held, **more})


def archived() -> tuple[Step, ...]:
    """Put away before the matter is closed."""
    return (step("dossier-archived", workdays(5, 20)), step("matter-closed", workdays(1, 5)))


def story(name: str, weight: int, *steps: Step, **more: Any) -> Story:
    """A matter that is recorded."""
    return Story("process-record", name, weight=weight, **{"sectors": ORGANS, **more}, steps=steps)


PLAIN = story("in writing", 30, taken(), *archived())
WHOLE = story(
    "recorded whole",
    20,
    taken(scene=one_of("liberty", "life-health", "major-property", "case-room"), av_record=YES, av_full=YES),
    *archived(),
)
DISPUTABLE = story(
    "likely to be disputed, on tape",
    20,
    taken(occasion=one_of("site", "evidence", "hearing", "lien-service"), av_record=YES),
    *archived(),
)
UPLOADED = story(
    "uploaded within a day under local rules",
    8,
    taken(av_record=YES),
    step("recording-ended", same_day(), excused=NO),
    step("recording-uploaded", hours(1, 6)),
    step("original-checked", days(10, 30), original_kept=YES),
    *archived(),
    places=("neimenggu",),
    sectors=(),
)
EXCUSED = story(
    "far away, uploaded later under local rules",
    3,
    taken(av_record=YES),
    step("recording-ended", same_day(), excused=YES),
    step("recording-uploaded", days(3, 6)),
    *archived(),
    places=("neimenggu",),
    sectors=(),
)
DESTROYED = story(
    "destroyed after its time under local rules",
    2,
    taken(av_record=YES),
    *archived(),
    step("record-destroyed", days(190, 260), after="step-taken", keep_until=day_of("step-taken", 180)),
    places=("neimenggu",),
    sectors=(),
    between=("2025-07-01", "2025-11-28"),
)

STORIES = (PLAIN, WHOLE, DISPUTABLE, UPLOADED, EXCUSED, DESTROYED)

RECIPES = (
    breach(PLAIN, wrong("step-taken", text_record=NO, av_record=NO), breaks="rcd-text/recorded@step-taken#1"),
    lawful(PLAIN, wrong("step-taken", text_record=NO, av_record=YES)),
    breach(PLAIN, without("dossier-archived"), breaks="rcd-text/archived@step-taken#1", see=("matter-closed",)),
    breach(WHOLE, wrong("step-taken", av_full=NO), breaks="rcd-av-full@step-taken#1", see=("step-taken.scene",)),
    breach(
        DISPUTABLE,
        wrong("step-taken", av_record=NO),
        breaks="rcd-av-disputable@step-taken#1:advisory",
        see=("step-taken.occasion",),
    ),
    breach(
        UPLOADED,
        moved("recording-uploaded", days(3, 9), after="recording-ended"),
        breaks="rcd-upload-24h-nm@recording-ended#1",
    ),
    breach(
        EXCUSED,
        without("recording-uploaded"),
        breaks="rcd-upload-24h-nm/excused@recording-ended#1",
        see=("matter-closed",),
    ),
    breach(UPLOADED, wrong("original-checked", original_kept=NO), breaks="rcd-no-edit@original-checked#1"),
    breach(
        DESTROYED,
        wrong("record-destroyed", keep_until=day_of("record-destroyed", 120)),
        breaks="rcd-no-edit/kept@record-destroyed#1",
    ),
    unknown(WHOLE, wrong("step-taken", av_full=BLANK)),
)
