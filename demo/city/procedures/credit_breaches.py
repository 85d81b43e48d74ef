"""What goes wrong with lists, records and their repair."""

from __future__ import annotations

from demo.city.procedures.credit import (
    BY_LETTER,
    EARLY,
    FALSE,
    GENERAL,
    GRAVE,
    LONG_SERIOUS,
    MINOR,
    OBJECTED,
    ORDERED,
    OTHER_PROVINCE,
    PUSHED,
    RECORD,
    REMINDED,
    RESTRICTED,
    REVOKED,
    SEASON,
    SERIOUS,
    UNREACHABLE,
    listed,
)
from demo.city.recipes import added, blank_day, breach, late, lawful, moved, on_last_day, unknown, without, wrong
from demo.city.stories import NO, beyond, days, workdays
from demo.city.values import day_of, whole

ON_LIST, SECOND = "listed#1", "letter-returned-unsigned:2"

ABNORMAL = (
    breach(
        SEASON,
        late("listed", after="annual-report-season-ended", count=10, unit="workdays"),
        breaks="crd-abn-annual-report-10wd@annual-report-season-ended#1",
    ),
    lawful(SEASON, on_last_day("listed", after="annual-report-season-ended", count=10, unit="workdays")),
    breach(
        ORDERED,
        wrong("publication-ordered", period_days=whole(3, 7)),
        breaks="crd-abn-order-10d/period@publication-ordered#1",
    ),
    breach(
        ORDERED,
        without("information-published"),
        added(listed("abnormal", "not-published-on-order", workdays(10, 11))),
        breaks="crd-abn-order-10d/published@publication-ordered#1:advisory",
    ),
    breach(
        ORDERED,
        without("information-published"),
        added(listed("abnormal", "not-published-on-order", workdays(30, 50))),
        breaks=(
            "crd-abn-order-10d/published@publication-ordered#1:advisory",
            "crd-abn-order-list-10wd@publication-ordered#1",
        ),
    ),
    breach(
        FALSE,
        late("listed", after="ground-verified", count=10, unit="workdays"),
        breaks="crd-abn-false-10wd@ground-verified#1",
    ),
    breach(
        UNREACHABLE,
        late("listed", after="ground-verified", count=10, unit="workdays"),
        breaks="crd-abn-unreachable/listed@ground-verified#1",
    ),
    breach(
        BY_LETTER,
        late("listed", after=SECOND, count=10, unit="workdays"),
        breaks="crd-abn-unreachable/listed-by-letter@letter-returned-unsigned#2",
    ),
    breach(
        UNREACHABLE,
        moved(SECOND, days(5, 9, exact=True)),
        breaks="crd-abn-unreachable/letters@letter-returned-unsigned#2",
    ),
    breach(BY_LETTER, moved(SECOND, days(35, 60)), breaks="crd-abn-unreachable/letters@letter-returned-unsigned#2"),
    breach(REMINDED, without("reminder-announced"), breaks="crd-abn-3y-remind@listed#1"),
    breach(
        REMINDED,
        moved("reminder-announced", days(700, 900), after="listed"),
        breaks="crd-abn-3y-remind/not-early@listed#1",
    ),
    breach(
        OBJECTED,
        moved("objection", beyond(30, by=(2, 60)), after="published"),
        breaks="crd-abn-objection@objection#1:loss",
    ),
    breach(
        OBJECTED,
        late("objection-accepted", after="objection", count=5, unit="workdays"),
        breaks="crd-abn-objection-accept-5wd@objection#1",
    ),
    breach(
        OBJECTED,
        late("objection-answered", after="objection-accepted", count=20, unit="workdays"),
        breaks="crd-abn-objection-verify-20wd@objection-accepted#1",
    ),
    breach(
        OBJECTED,
        late("corrected", after="error-verified", count=5, unit="workdays", by=(1, 5)),
        moved("objection-answered", workdays(11, 14), after="objection-accepted"),
        breaks="crd-abn-error-5wd@error-verified#1",
    ),
    breach(
        SEASON,
        late("removed", after="removal-applied", count=5, unit="workdays"),
        breaks="crd-abn-remove-5wd@removal-applied#1",
    ),
    breach(
        UNREACHABLE,
        late("removed", after="removal-verified", count=5, unit="workdays"),
        breaks="crd-abn-remove-5wd/verified@removal-verified#1",
    ),
)

SERIOUS_LIST = (
    breach(SERIOUS, without("pre-listing-notice-served"), breaks=f"crd-bl-with-penalty/told@{ON_LIST}"),
    breach(
        SERIOUS,
        moved("listed", days(5, 30), after="decision-made"),
        breaks=(f"crd-bl-with-penalty/same-day@{ON_LIST}", "crd-bl-with-penalty/heavy@decision-made#1"),
    ),
    breach(SERIOUS, without("listed", "published"), breaks="crd-bl-with-penalty/heavy@decision-made#1"),
    breach(SERIOUS, wrong("listed", superior_consent=NO, level="county"), breaks=f"crd-bl-superior-consent@{ON_LIST}"),
    breach(
        SERIOUS, late("published", after="listed", count=20, unit="workdays"), breaks=f"crd-bl-publish-20wd@{ON_LIST}"
    ),
    breach(
        OTHER_PROVINCE,
        late("information-pushed", after="listed", count=10, unit="workdays"),
        breaks=f"crd-bl-push-10wd@{ON_LIST}",
    ),
    breach(
        PUSHED,
        late("published", after="pushed-information-received", count=10, unit="workdays"),
        breaks="crd-bl-publish-pushed-10wd@pushed-information-received#1",
    ),
    breach(
        EARLY,
        moved("early-removal-applied", days(200, 340), after="listed"),
        breaks="crd-bl-early-removal-1y@early-removal-applied#1",
    ),
    breach(
        EARLY,
        wrong("listed", restriction_until=day_of("listed", 700)),
        breaks="crd-bl-early-removal-1y/restriction@early-removal-applied#1",
    ),
    breach(
        EARLY,
        late("early-removal-accepted", after="early-removal-applied", count=2, unit="workdays"),
        breaks="crd-bl-accept-2wd@early-removal-applied#1",
    ),
    breach(
        EARLY,
        late("early-removal-decided", after="early-removal-accepted", count=15, unit="workdays"),
        breaks="crd-bl-verify-15wd@early-removal-accepted#1",
    ),
    breach(
        EARLY,
        late("removed", after="early-removal-decided", count=3, unit="workdays"),
        breaks="crd-bl-off-3wd@early-removal-decided#1",
    ),
    breach(
        REVOKED,
        late("removed", after="listing-revoked", count=3, unit="workdays"),
        breaks="crd-bl-penalty-revoked-3wd@revocation-served#1",
    ),
    breach(LONG_SERIOUS, without("removed"), breaks=f"crd-bl-3y-auto@{ON_LIST}:auto"),
    breach(
        RESTRICTED,
        moved("removed", days(210, 260), after="listed"),
        breaks=f"crd-bl-3y-auto/restriction@{ON_LIST}:auto",
        between=("2025-07-01", "2025-10-31"),
    ),
)

RECORDS = (
    breach(
        RECORD,
        late("published", after="administrative-information-produced", count=20, unit="workdays"),
        breaks="crd-eip-20wd@administrative-information-produced#1",
    ),
    breach(
        MINOR,
        moved("publication-ended", days(100, 150), after="dishonesty-published"),
        breaks="crd-repair-tiers/minor@dishonesty-published#1:advisory",
        between=("2025-07-01", "2025-12-31"),
    ),
    breach(
        GENERAL,
        without("publication-ended"),
        breaks="crd-repair-tiers/general@dishonesty-published#1:advisory",
        between=("2025-06-23", "2025-07-31"),
    ),
    breach(
        GENERAL,
        moved("publication-ended", days(20, 70), after="dishonesty-published"),
        breaks="crd-repair-tiers/general-min@publication-ended#1:advisory",
    ),
    breach(
        GRAVE,
        moved("publication-ended", days(100, 300), after="dishonesty-published"),
        breaks="crd-repair-tiers/serious-min@publication-ended#1:advisory",
    ),
    breach(
        SERIOUS,
        wrong("decision-served", repair_notice_served=NO),
        breaks="crd-repair-two-documents@decision-served#1:advisory",
    ),
)

UNKNOWNS = (
    unknown(RECORD, blank_day("published")),
    unknown(SEASON, blank_day("listed")),
)

RECIPES = (*ABNORMAL, *SERIOUS_LIST, *RECORDS, *UNKNOWNS)
