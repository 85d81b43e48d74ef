"""What goes wrong in ordinary penalty cases at the review, the notice, the discussion by the heads, and the hearing."""

from __future__ import annotations

from demo.city.procedures.penalty_breaches_1_opening import BEFORE_2026, SINCE_2026
from demo.city.procedures.penalty_ordinary import DEFENCE, HEARING, LARGE, MAJOR, PLAIN, REVIEWED, SMALL
from demo.city.procedures.penalty_police import POLICE_HEARING, POLICE_PLAIN
from demo.city.procedures.penalty_sectors import (
    FARM_DEFENCE,
    FARM_HEARING,
    FARM_PLAIN,
    FARM_QUICK,
    MARKET,
    MARKET_DEFENCE,
    MARKET_HEARING,
    MARKET_MAJOR,
    MARKET_PLAIN,
    ROAD_HEARING,
    ROAD_MAJOR,
)
from demo.city.recipes import (
    Changed,
    Recipe,
    added,
    breach,
    late,
    lawful,
    moved,
    on_last_day,
    postponed,
    same_person,
    without,
    wrong,
)
from demo.city.stories import NO, YES, days, step, workdays, workdays_before
from demo.city.values import one_of, part_of, yuan

NOTICE, DECISION = "pre-decision-notice-served", "decision-made"
RENOTICE = "pen-renotice-on-change@decision-made#1:advisory"
HEAVIER = wrong(DECISION, fine=part_of(NOTICE, "proposed_fine", 1, 1, 2000))

REVIEW = (
    breach(
        FARM_PLAIN,
        same_person("legality-reviewed.reviewer", "case-filed.officers"),
        breaks="pen-agri-review-separate@legality-reviewed#1",
    ),
    breach(
        MARKET_PLAIN,
        same_person("case-reviewed.reviewer", "case-filed.officers"),
        sectors=MARKET,
        breaks="pen-samr-review-separate@case-reviewed#1",
    ),
    breach(
        MARKET_PLAIN,
        late("case-reviewed", after="review-file-received", count=10, unit="workdays", by=(1, 8)),
        sectors=MARKET,
        breaks="pen-samr-review-10wd@review-file-received#1",
    ),
    lawful(
        MARKET_PLAIN,
        on_last_day("case-reviewed", after="review-file-received", count=10, unit="workdays"),
        sectors=MARKET,
    ),
    breach(
        FARM_QUICK,
        late("legality-reviewed", after="review-file-received", count=5, unit="workdays", by=(1, 8)),
        breaks="pen-agri-review-5wd@review-file-received#1",
    ),
    breach(
        FARM_QUICK,
        added(
            step("review-extended", workdays(2, 4), days="15 calendar days", approver="head"),
            before="legality-reviewed",
        ),
        moved("legality-reviewed", days(36, 42), after="review-file-received"),
        breaks="pen-agri-review-5wd/extended@review-file-received#1",
    ),
    breach(
        PLAIN,
        wrong(DECISION, on_review_catalogue=YES),
        breaks="lrv-required@decision-made#1",
        see=("legality-reviewed", "legality-reviewed.result"),
    ),
    *(
        breach(MAJOR, wrong("legality-reviewed", **{name: NO}), breaks="lrv-content@legality-reviewed#1")
        for name in ("crime_reviewed", "law_reviewed", "opinion_written")
    ),
    breach(FARM_QUICK, wrong("legality-reviewed", result="fail"), breaks="lrv-problem-resubmit@legality-reviewed#1"),
    breach(MAJOR, without("review-file-received", "legality-reviewed"), breaks="pen-legality-review@decision-made#1"),
    breach(
        MARKET_MAJOR,
        without("review-file-received", "legality-reviewed"),
        breaks="pen-legality-review@decision-made#1",
    ),
    breach(
        MAJOR,
        wrong("legality-reviewed", result="fail"),
        breaks=("pen-legality-review@decision-made#1", "lrv-problem-resubmit@legality-reviewed#1"),
    ),
    breach(
        MAJOR,
        postponed("legality-reviewed", workdays(1, 4), after=DECISION),
        breaks="pen-legality-review@decision-made#1",
    ),
    breach(
        MARKET_HEARING,
        without("legality-reviewed"),
        added(
            step("legality-reviewed", workdays(1, 1), called="legality-reviewed", **REVIEWED.fields),
            before="hearing-requested",
        ),
        breaks="pen-legality-review-after-hearing@hearing-held#1",
        see=("hearing-held",),
    ),
    breach(MAJOR, without("collective-discussion-held"), breaks="pen-collective-discussion@decision-made#1"),
    breach(
        MARKET_MAJOR, without("collective-discussion-held"), breaks="pen-collective-discussion/samr@decision-made#1"
    ),
    breach(
        MARKET_HEARING, without("collective-discussion-held"), breaks="pen-collective-discussion/samr@decision-made#1"
    ),
    breach(
        FARM_HEARING, without("collective-discussion-held"), breaks="pen-collective-discussion/agri@decision-made#1"
    ),
    breach(ROAD_MAJOR, without("collective-discussion-held"), breaks="pen-collective-discussion/trans@decision-made#1"),
    breach(
        MAJOR,
        postponed("collective-discussion-held", workdays(2, 6), after=DECISION),
        breaks="pen-collective-discussion@decision-made#1",
    ),
    breach(PLAIN, wrong(DECISION, approver="department-head"), breaks="pen-head-decides@decision-made#1"),
)

SHORT: tuple[Changed, ...] = (
    moved("rights-waived", workdays(1, 1)),
    wrong("rights-waived", explicit=NO),
    moved(DECISION, workdays(1, 1)),
)
WITHDRAWN: tuple[Changed, ...] = (
    wrong(NOTICE, hearing_right=YES),
    added(step("hearing-requested", workdays(1, 1), good_reason=NO, told_in_writing=YES), before=DECISION),
    added(step("hearing-request-withdrawn", workdays(1, 1)), before=DECISION),
)

NOTICES = (
    breach(
        MARKET_PLAIN,
        wrong(NOTICE, in_writing=NO),
        sectors=MARKET,
        breaks="pen-samr-pre-notice-written@pre-decision-notice-served#1",
    ),
    breach(
        PLAIN, without("rights-waived", NOTICE), wrong(DECISION, fine=SMALL), breaks="pen-pre-notice@decision-made#1"
    ),
    breach(
        DEFENCE,
        postponed(NOTICE, workdays(1, 3), after=DECISION),
        without("defence-received", "defence-reviewed"),
        wrong(DECISION, fine=SMALL),
        moved(DECISION, workdays(7, 9), after="investigation-concluded"),
        breaks="pen-pre-notice@decision-made#1",
    ),
    breach(
        MARKET_PLAIN,
        without("rights-waived"),
        moved(DECISION, workdays(7, 9), after=NOTICE),
        sectors=MARKET,
        breaks="pen-samr-defence-window@pre-decision-notice-served#1:auto",
    ),
    breach(
        FARM_PLAIN,
        without("rights-waived"),
        moved(DECISION, workdays(7, 9), after=NOTICE),
        breaks="pen-agri-defence-window@pre-decision-notice-served#1:auto",
    ),
    breach(MARKET_PLAIN, *SHORT, sectors=MARKET, breaks="pen-decision-after-window/samr@decision-made#1"),
    breach(FARM_PLAIN, *SHORT, breaks="pen-decision-after-window/agri@decision-made#1"),
    breach(
        PLAIN,
        without("rights-waived"),
        *WITHDRAWN,
        moved(DECISION, workdays(1, 2)),
        breaks="pen-decision-after-window/hearing@decision-made#1",
    ),
    breach(
        MAJOR,
        wrong(NOTICE, hearing_right=YES),
        without("rights-waived", "review-file-received"),
        moved("legality-reviewed", workdays(1, 1)),
        moved("collective-discussion-held", workdays(1, 1)),
        moved(DECISION, workdays(0, 1)),
        breaks=("pen-decision-after-window/hearing@decision-made#1", "hrg-request-5wd:loss"),
    ),
    breach(DEFENCE, without("defence-reviewed"), breaks="pen-defence-reviewed@defence-received#1"),
    breach(MARKET_DEFENCE, without("defence-reviewed"), breaks="pen-defence-reviewed@defence-received#1"),
    breach(FARM_DEFENCE, without("defence-reviewed"), breaks="pen-defence-reviewed@defence-received#1"),
    breach(
        DEFENCE,
        postponed("defence-reviewed", workdays(1, 3), after=DECISION),
        breaks="pen-defence-reviewed@defence-received#1",
    ),
    breach(DEFENCE, HEAVIER, breaks=("pen-no-heavier@decision-made#1", RENOTICE)),
    breach(DEFENCE, wrong(DECISION, fine=part_of(NOTICE, "proposed_fine", 1, 1, 1000), new_facts=YES), breaks=RENOTICE),
    lawful(DEFENCE, wrong(DECISION, fine=part_of(NOTICE, "proposed_fine", 3, 4))),
    breach(MARKET_HEARING, HEAVIER, breaks=("pen-no-heavier/samr-hearing@decision-made#1", RENOTICE)),
    breach(ROAD_HEARING, HEAVIER, breaks=("pen-no-heavier/trans-hearing@decision-made#1", RENOTICE)),
    breach(POLICE_HEARING, HEAVIER, breaks=("pen-no-heavier/psa-hearing@decision-made#1", RENOTICE)),
)

NO_HEARING = (
    without("hearing-started", "hearing-held", "hearing-ended", "hearing-report-made"),
    moved("collective-discussion-held", workdays(13, 16), after=NOTICE),
    moved(DECISION, workdays(0, 1)),
)

HEARINGS = (
    breach(PLAIN, wrong(NOTICE, larger_amount=YES), breaks="hrg-right-notified@pre-decision-notice-served#1"),
    breach(PLAIN, wrong(NOTICE, heavy_measure=YES), breaks="hrg-right-notified@pre-decision-notice-served#1"),
    breach(
        MARKET_PLAIN,
        wrong(NOTICE, proposed_fine=LARGE),
        sectors=MARKET,
        breaks="hrg-samr-threshold@pre-decision-notice-served#1",
        see=(f"{NOTICE}.party", f"{NOTICE}.hearing_right"),
    ),
    breach(
        MARKET_PLAIN,
        wrong(NOTICE, proposed_fine=yuan(12_000, 40_000)),
        sectors=MARKET,
        party="citizen",
        breaks="hrg-samr-threshold@pre-decision-notice-served#1",
        see=(f"{NOTICE}.party", f"{NOTICE}.hearing_right"),
    ),
    breach(
        POLICE_PLAIN,
        wrong(NOTICE, proposed_fine=one_of(200_000, 300_000)),
        between=BEFORE_2026,
        breaks="hrg-psa-threshold-2012@pre-decision-notice-served#1",
    ),
    breach(
        POLICE_PLAIN,
        wrong(NOTICE, proposed_fine=one_of(400_000, 500_000)),
        between=SINCE_2026,
        breaks="hrg-psa-threshold-2025@pre-decision-notice-served#1",
    ),
    lawful(POLICE_PLAIN, wrong(NOTICE, proposed_fine=one_of(300_000, 390_000)), between=SINCE_2026),
    breach(
        POLICE_PLAIN,
        wrong(NOTICE, minor_may_be_detained=YES, guardian_told=YES),
        between=SINCE_2026,
        breaks="hrg-psa-threshold-2025/minor@pre-decision-notice-served#1",
    ),
    breach(MAJOR, wrong(NOTICE, hearing_right=YES), breaks="hrg-request-5wd:loss"),
    breach(
        HEARING,
        moved("hearing-requested", workdays(6, 9), after=NOTICE),
        breaks="hrg-request-5wd:loss",
    ),
    lawful(HEARING, moved("hearing-requested", workdays(5, 5), after=NOTICE)),
    breach(FARM_PLAIN, wrong(NOTICE, hearing_right=YES), breaks="hrg-request-5wd/agri:loss"),
    breach(
        POLICE_HEARING,
        late("hearing-request-answered", after="hearing-requested", count=2, by=(1, 4)),
        breaks="hrg-psa-accept-2d@hearing-requested#1:auto",
    ),
    breach(HEARING, *NO_HEARING, breaks="hrg-held-if-requested@decision-made#1"),
    breach(ROAD_HEARING, *NO_HEARING, breaks="hrg-held-if-requested@decision-made#1"),
    breach(
        MARKET_HEARING,
        late("chair-appointed", after="hearing-requested", count=3, unit="workdays", by=(1, 5)),
        breaks="hrg-samr-chair-3wd@hearing-requested#1",
    ),
    breach(
        MARKET_HEARING,
        late("file-handed-to-chair", after="chair-appointed", count=3, unit="workdays", by=(1, 5)),
        breaks="hrg-samr-file-3wd@chair-appointed#1",
    ),
    breach(
        MARKET_HEARING,
        late("hearing-scheduled", after="file-handed-to-chair", count=5, unit="workdays", by=(1, 5)),
        breaks="hrg-samr-schedule-5wd@file-handed-to-chair#1",
    ),
    breach(
        HEARING,
        moved("hearing-started", workdays(2, 6), after="hearing-noticed"),
        breaks="hrg-notice-7wd@hearing-held#1",
        see=("hearing-held",),
    ),
    breach(
        HEARING,
        moved("hearing-started", workdays(7, 7), after="hearing-noticed"),
        breaks="hrg-notice-7wd@hearing-held#1:advisory",
        see=("hearing-held",),
    ),
    breach(
        MARKET_HEARING,
        postponed("hearing-announced", workdays_before(0, 2), after="hearing-started"),
        breaks="hrg-samr-public-announce@hearing-held#1",
        see=("hearing-held",),
    ),
    breach(MARKET_HEARING, without("hearing-announced"), breaks="hrg-samr-public-announce@hearing-held#1"),
    breach(HEARING, wrong("hearing-held", public=NO), breaks="hrg-public@hearing-held#1"),
    breach(POLICE_HEARING, wrong("hearing-held", public=NO), breaks="hrg-public/psa@hearing-held#1"),
    breach(POLICE_HEARING, wrong("hearing-held", minor_case=YES), breaks="hrg-public/psa@hearing-held#1"),
    lawful(HEARING, wrong("hearing-held", public=NO, closed_ground=YES)),
    breach(HEARING, wrong("hearing-held", transcript_made=NO), breaks="hrg-transcript@hearing-held#1"),
    breach(MARKET_HEARING, wrong("hearing-held", transcript_signed=NO), breaks="hrg-transcript@hearing-held#1"),
    breach(HEARING, wrong("hearing-held", charged_to_party=yuan(200, 900)), breaks="hrg-free@hearing-held#1"),
    breach(
        HEARING, same_person("hearing-held.chair", "case-filed.officers"), breaks="hrg-chair-separation@hearing-held#1"
    ),
    breach(
        FARM_HEARING,
        same_person("hearing-held.chair", "inquiry-made.officers"),
        breaks="hrg-chair-separation@hearing-held#1",
    ),
    breach(
        HEARING,
        *NO_HEARING,
        added(step("hearing-held", workdays(5, 8), after=DECISION, **HEARING.steps[HEARING.at("hearing-held")].fields)),
        breaks=("hrg-decide-on-record/after-hearing@hearing-held#1", "hrg-held-if-requested@decision-made#1"),
    ),
    breach(
        FARM_HEARING,
        moved("legality-reviewed", workdays(0, 0), after="hearing-held"),
        moved("collective-discussion-held", workdays(0, 1)),
        moved(DECISION, workdays(1, 2)),
        without("review-file-received"),
        breaks="hrg-decide-on-record/agri@decision-made#1",
        see=("hearing-held",),
    ),
    breach(
        MARKET_HEARING,
        late("hearing-report-made", after="hearing-ended", count=5, unit="workdays", by=(1, 6)),
        breaks="hrg-samr-report-5wd",
    ),
    lawful(MARKET_HEARING, on_last_day("hearing-report-made", after="hearing-ended", count=5, unit="workdays")),
)

RECIPES: tuple[Recipe, ...] = (*REVIEW, *NOTICES, *HEARINGS)
