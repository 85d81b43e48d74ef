"""Files handed over and transferred, personal data handled, public servants disciplined, reviewed and appealed."""

from __future__ import annotations

from typing import Any

from demo.city.recipes import breach, late, lawful, moved, unknown, without, wrong
from demo.city.stories import BLANK, NO, YES, Step, Story, beyond, days, step, workdays
from demo.city.values import one_of

FORMED, HANDLED, DECIDED, ASKED, APPEALED = (
    "record-formed",
    "personal-data-handled",
    "discipline-decided",
    "review-asked",
    "appeal-filed",
)


def story(name: str, weight: int, *steps: Step, **more: Any) -> Story:
    """A file, a use of data, or a discipline case."""
    return Story("archive", name, weight=weight, steps=steps, **more)


FILED = story(
    "handed over for filing",
    20,
    step("matter-closed"),
    step("handed-over", days(10, 60)),
    step("filing-checked", days(40, 80)),
)
COUNTY = story(
    "county records transferred",
    4,
    step(FORMED, level="county", deferral_consented=NO, open_class="ordinary"),
    step("transferred-to-archive", days(3300, 3600)),
    between=("2015-07-01", "2016-06-30"),
)
CITY = story(
    "city records transferred",
    3,
    step(FORMED, level="city", deferral_consented=NO, open_class="ordinary"),
    step("transferred-to-archive", days(6800, 7200)),
    between=("2006-03-01", "2006-06-30"),
)
DEFERRED = story(
    "transfer deferred with consent",
    2,
    step(FORMED, level="county", deferral_consented=YES, open_class="later"),
    between=("2012-03-01", "2014-06-30"),
)
OPENED = story(
    "records opened",
    3,
    step(FORMED, level="county", deferral_consented=YES, open_class="ordinary"),
    step("opened-to-public", days(8900, 9100)),
    between=("2001-01-05", "2001-06-29"),
)
ELECTRONIC = story(
    "electronic record filed",
    8,
    step("electronic-record-filed", origin_recorded=YES, time_recorded=YES, process_recorded=YES, unaltered=YES),
)
DATA = story(
    "personal data, told",
    12,
    step("person-told"),
    step(HANDLED, workdays(0, 3), handling="ordinary", told=YES, secret=NO, obstructs=NO, recorded=YES),
)
SENSITIVE = story(
    "sensitive data, assessed",
    8,
    step("impact-assessed"),
    step("person-told", workdays(1, 5)),
    step(
        HANDLED,
        workdays(0, 3),
        handling=one_of("sensitive", "automated", "entrusted", "disclosed"),
        told=YES,
        secret=NO,
        obstructs=NO,
        recorded=YES,
    ),
)


def disciplined(sanction: str) -> tuple[Step, ...]:
    """Filed, told, heard, decided."""
    return (
        step("discipline-case-filed"),
        step("facts-told", days(40, 90)),
        step("defence-heard", workdays(2, 6)),
        step(DECIDED, workdays(3, 9), sanction=sanction),
    )


WARNED = story(
    "warning",
    5,
    *disciplined("warning"),
    step("discipline-ended", days(150, 168)),
    between=("2024-09-02", "2025-12-31"),
)
DEMERIT = story(
    "demerit",
    3,
    *disciplined("demerit"),
    step("discipline-ended", days(320, 348)),
    between=("2024-06-03", "2025-03-31"),
)
GRAVE = story(
    "grave demerit",
    2,
    *disciplined("grave-demerit"),
    step("discipline-ended", days(500, 540)),
    between=("2024-01-08", "2024-10-31"),
)
REMOVED = story(
    "removal",
    1,
    *disciplined("removal"),
    step("discipline-ended", days(690, 712)),
    between=("2023-06-05", "2024-03-29"),
)
LONGER = story(
    "extended",
    2,
    step("discipline-case-filed"),
    step("extension-approved", days(150, 175), days="6个月", approver="head"),
    step("facts-told", days(60, 90)),
    step("defence-heard", workdays(2, 6)),
    step(DECIDED, workdays(3, 9), sanction="dismissal"),
    between=("2024-09-02", "2025-12-31"),
)
REVIEWED = story(
    "reviewed and appealed",
    4,
    step("personnel-act-known"),
    step(ASKED, days(5, 26)),
    step("review-decided", days(8, 26)),
    step("review-decision-received", workdays(0, 2)),
    step(APPEALED, days(3, 12)),
    step("appeal-accepted", workdays(1, 5)),
    step("appeal-decided", days(25, 52)),
    between=("2025-03-03", "2026-04-30"),
)
APPEALED_LONGER = story(
    "appealed at once, extended",
    2,
    step("personnel-act-known"),
    step(APPEALED, days(5, 26)),
    step("appeal-accepted", workdays(1, 5)),
    step("appeal-extended", days(40, 52), days="30日", approver="superior-organ"),
    step("appeal-decided", days(66, 82), after="appeal-accepted"),
    between=("2025-03-03", "2026-04-30"),
)

STORIES = (
    FILED,
    COUNTY,
    CITY,
    DEFERRED,
    OPENED,
    ELECTRONIC,
    DATA,
    SENSITIVE,
    WARNED,
    DEMERIT,
    GRAVE,
    REMOVED,
    LONGER,
    REVIEWED,
    APPEALED_LONGER,
)

RECIPES = (
    breach(FILED, without("handed-over"), breaks="arc-file-duty@matter-closed#1", see=("filing-checked",)),
    breach(COUNTY, without("transferred-to-archive"), breaks=f"arc-transfer/county@{FORMED}#1"),
    breach(CITY, without("transferred-to-archive"), breaks=f"arc-transfer/other@{FORMED}#1"),
    breach(OPENED, without("opened-to-public"), breaks=f"arc-open-25y@{FORMED}#1"),
    breach(
        ELECTRONIC, wrong("electronic-record-filed", unaltered=NO), breaks="arc-electronic@electronic-record-filed#1"
    ),
    breach(DATA, without("person-told"), wrong(HANDLED, told=NO), breaks=f"pip-state-organ@{HANDLED}#1"),
    lawful(DATA, without("person-told"), wrong(HANDLED, told=NO, secret=YES)),
    breach(SENSITIVE, without("impact-assessed"), breaks=f"pip-impact@{HANDLED}#1"),
    breach(SENSITIVE, wrong(HANDLED, recorded=NO), breaks=f"pip-impact/recorded@{HANDLED}#1"),
    breach(WARNED, without("defence-heard"), breaks=f"dsc-hear@{DECIDED}#1"),
    breach(WARNED, late(DECIDED, after="discipline-case-filed", count=6, unit="months"), breaks="dsc-6m"),
    breach(LONGER, late(DECIDED, after="discipline-case-filed", count=12, unit="months", by=(12, 40)), breaks="dsc-6m"),
    breach(
        WARNED, moved("discipline-ended", days(200, 260), after=DECIDED), breaks=f"dsc-periods/warning@{DECIDED}#1:auto"
    ),
    breach(
        DEMERIT,
        without("discipline-ended"),
        breaks=f"dsc-periods/demerit@{DECIDED}#1:auto",
        between=("2024-06-03", "2025-01-31"),
    ),
    breach(
        GRAVE,
        without("discipline-ended"),
        breaks=f"dsc-periods/grave-demerit@{DECIDED}#1:auto",
        between=("2024-01-08", "2024-07-31"),
    ),
    breach(
        REMOVED,
        without("discipline-ended"),
        breaks=f"dsc-periods/demotion-removal@{DECIDED}#1:auto",
        between=("2023-06-05", "2023-12-29"),
    ),
    breach(
        REVIEWED, moved(ASKED, beyond(30, by=(2, 30)), after="personnel-act-known"), breaks=f"dsc-review@{ASKED}#1:loss"
    ),
    breach(REVIEWED, late("review-decided", after=ASKED, count=30), breaks=f"dsc-review-decide-30d@{ASKED}#1"),
    breach(
        REVIEWED,
        moved(APPEALED, beyond(15, by=(2, 30)), after="review-decision-received"),
        breaks=f"dsc-appeal-15d@{APPEALED}#1:loss",
    ),
    breach(
        APPEALED_LONGER,
        moved(APPEALED, beyond(30, by=(2, 30)), after="personnel-act-known"),
        breaks=f"dsc-appeal-direct-30d@{APPEALED}#1:loss",
    ),
    breach(
        REVIEWED,
        late("appeal-decided", after="appeal-accepted", count=60),
        breaks="dsc-appeal-decide-60d@appeal-accepted#1",
    ),
    breach(
        APPEALED_LONGER,
        late("appeal-decided", after="appeal-accepted", count=90, by=(12, 40)),
        breaks="dsc-appeal-decide-60d@appeal-accepted#1",
    ),
    unknown(ELECTRONIC, wrong("electronic-record-filed", unaltered=BLANK)),
    unknown(SENSITIVE, wrong(HANDLED, recorded=BLANK)),
)
