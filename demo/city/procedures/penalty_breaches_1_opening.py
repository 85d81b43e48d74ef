"""What goes wrong in ordinary penalty cases before the review: competence, limitation, filing, officers, evidence."""

from __future__ import annotations

from demo.city.procedures.penalty_further import (
    ASSISTED,
    CHALLENGED,
    DESIGNATED,
    DISPUTED,
    ENTRUSTED,
    MARKET_CHALLENGED,
)
from demo.city.procedures.penalty_ordinary import GENERAL, KEPT, MONITORED, NOT_FILED, PLAIN, TOWNSHIP
from demo.city.procedures.penalty_police import POLICE_ALONE, POLICE_KEPT, POLICE_PLAIN
from demo.city.procedures.penalty_sectors import (
    COMPLAINT,
    COMPLAINT_REJECTED,
    FARM_KEPT,
    FARM_PLAIN,
    FARM_URGENT,
    MARKET,
    MARKET_KEPT,
    MARKET_PLAIN,
    MARKET_SUSPENDED,
    MARKET_URGENT,
    REPORTED,
    ROAD_KEPT,
)
from demo.city.recipes import Recipe, added, breach, late, lawful, moved, on_last_day, without, wrong
from demo.city.stories import NO, YES, days, hours, step, workdays
from demo.city.values import Same, officers, together

ONE = officers(1)
NOT_TWO = (
    ONE,
    together(officers(1), officers(1, "uncertified")),
    together(officers(1), officers(1, "lapsed")),
    together(officers(1), officers(1, "suspended")),
    together(officers(1), officers(1, "fresh")),
)
"""Not two certified officers: one alone; one with someone whose certificate is none, over, suspended, not there yet."""
BEFORE_2026, SINCE_2026 = ("2025-07-01", "2025-11-14"), ("2026-01-06", "2026-04-30")

COMPETENCE = (
    breach(
        ENTRUSTED, wrong("body-entrusted", letter_made=NO), breaks="pen-entrustment-written/letter@body-entrusted#1"
    ),
    breach(
        ENTRUSTED, wrong("body-entrusted", period_stated=NO), breaks="pen-entrustment-written/letter@body-entrusted#1"
    ),
    breach(ENTRUSTED, without("entrustment-published"), breaks="pen-entrustment-written/published@body-entrusted#1"),
    breach(
        ENTRUSTED,
        wrong("body-entrusted", by_entrusted_body=YES),
        breaks="pen-entrustment-written/no-further@body-entrusted#1",
    ),
    breach(
        ENTRUSTED,
        wrong("decision-made", in_principals_name=NO),
        breaks="pen-entrustment-written/in-principals-name@decision-made#1",
    ),
    breach(TOWNSHIP, without("transfer-decision-published"), breaks="pen-township-transfer-published@decision-made#1"),
    breach(
        PLAIN,
        added(step("other-organ-filed"), before="case-filed"),
        moved("case-filed", workdays(2, 3)),
        breaks="pen-first-filer-jurisdiction@decision-made#1",
    ),
    breach(
        DISPUTED,
        late("jurisdiction-agreed", after="jurisdiction-dispute-arose", count=7, unit="workdays", by=(1, 6)),
        breaks="pen-samr-jurisdiction-dispute@jurisdiction-dispute-arose#1",
    ),
    breach(
        DESIGNATED,
        late("jurisdiction-designated", after="jurisdiction-referral-received", count=7, unit="workdays"),
        breaks="pen-samr-jurisdiction-designate@jurisdiction-referral-received#1",
    ),
    breach(
        PLAIN,
        late("violation-discovered", after="violation-ended", count=2, unit="years", rolls=False),
        between=("2023-06-15", "2024-04-30"),
        breaks="pen-limitation-2y:loss",
    ),
    breach(
        PLAIN,
        wrong("violation-ended", harm_life_health_finance=YES),
        late("violation-discovered", after="violation-ended", count=5, unit="years", rolls=False),
        between=("2020-06-15", "2021-04-30"),
        breaks="pen-limitation-5y:loss",
    ),
    lawful(
        PLAIN,
        wrong("violation-ended", harm_life_health_finance=YES),
        moved("violation-discovered", days(900, 1500), after="violation-ended"),
        between=("2022-06-15", "2022-07-30"),
    ),
    breach(
        POLICE_PLAIN,
        late("violation-discovered", after="violation-ended", count=6, unit="months", rolls=False),
        between=("2024-12-16", "2025-05-20"),
        breaks="pen-limitation-psa-6m-2012:loss",
    ),
    breach(
        POLICE_PLAIN,
        late("violation-discovered", after="violation-ended", count=6, unit="months", rolls=False),
        between=("2025-07-10", "2025-11-20"),
        breaks="pen-limitation-psa-6m-2025:loss",
    ),
)

FILING = (
    breach(
        COMPLAINT,
        late("complaint-accepted", after="complaint-received", count=7, unit="workdays"),
        breaks="pen-complaint-accept-7wd@complaint-received#1",
    ),
    breach(
        COMPLAINT_REJECTED,
        late("complaint-rejected", after="complaint-received", count=7, unit="workdays"),
        breaks="pen-complaint-accept-7wd@complaint-received#1",
    ),
    lawful(COMPLAINT, on_last_day("complaint-accepted", after="complaint-received", count=7, unit="workdays")),
    breach(
        COMPLAINT,
        late("mediation-agreed", after="complaint-accepted", count=45, unit="workdays"),
        breaks="pen-complaint-mediation-45wd@complaint-accepted#1:auto",
    ),
    breach(
        REPORTED, late("reporter-told", after="case-filed", count=5, unit="workdays"), breaks="pen-report-reply-5wd"
    ),
    breach(REPORTED, without("reporter-told"), breaks="pen-report-reply-5wd"),
    breach(
        MARKET_PLAIN,
        late("clue-verified", after="clue-received", count=15, unit="workdays"),
        sectors=MARKET,
        breaks="pen-samr-verify-clue",
    ),
    lawful(
        MARKET_PLAIN, on_last_day("clue-verified", after="clue-received", count=15, unit="workdays"), sectors=MARKET
    ),
    breach(
        MARKET_PLAIN,
        wrong("clue-verified", filing_decided=NO),
        late("case-filed", after="clue-received", count=15, unit="workdays"),
        sectors=MARKET,
        breaks="pen-samr-verify-clue/decided",
    ),
    breach(
        FARM_PLAIN,
        late("clue-verified", after="clue-received", count=7, unit="workdays"),
        breaks="pen-agri-verify-clue",
    ),
    breach(
        FARM_PLAIN,
        wrong("clue-verified", filing_decided=NO),
        late("case-filed", after="clue-received", count=7, unit="workdays"),
        breaks="pen-agri-verify-clue/decided",
    ),
    breach(
        NOT_FILED, wrong("clue-verified", standard_met=YES), sectors=GENERAL, breaks="pen-filing-prompt@clue-verified#1"
    ),
    breach(
        NOT_FILED,
        wrong("case-not-filed", form_filled=NO),
        sectors=MARKET,
        breaks="pen-filing-form/not-filed@case-not-filed#1",
    ),
    breach(
        MARKET_PLAIN, wrong("case-filed", form_filled=NO), sectors=MARKET, breaks="pen-filing-form/filed@case-filed#1"
    ),
    breach(
        REPORTED,
        wrong("case-filed", officers=ONE),
        *(wrong(name, officers=officers(2)) for name in ("inquiry-made", "site-inspection-made")),
        breaks="pen-filing-form/officers@case-filed#1",
    ),
)

OFFICERS = (
    *(
        breach(PLAIN, wrong("inquiry-made", officers=who), breaks="pen-two-qualified-officers/inquiry@inquiry-made#1")
        for who in NOT_TWO
    ),
    *(
        breach(
            PLAIN,
            wrong("site-inspection-made", officers=who),
            breaks="pen-two-qualified-officers/site@site-inspection-made#1",
        )
        for who in NOT_TWO[:3]
    ),
    *(
        breach(
            PLAIN,
            wrong("evidence-collected", officers=who),
            breaks="pen-two-qualified-officers/evidence@evidence-collected#1",
        )
        for who in NOT_TWO[:3]
    ),
    *(
        breach(PLAIN, wrong("sample-taken", officers=who), breaks="pen-two-qualified-officers/sample@sample-taken#1")
        for who in NOT_TWO[:2]
    ),
    *(
        breach(
            KEPT,
            wrong("evidence-preserved", officers=who),
            breaks="pen-two-qualified-officers/preservation@evidence-preserved#1",
        )
        for who in NOT_TWO[:2]
    ),
    breach(
        POLICE_PLAIN,
        wrong("inquiry-made", officers=ONE),
        between=SINCE_2026,
        breaks="pen-two-qualified-officers/inquiry-psa@inquiry-made#1",
    ),
    breach(
        POLICE_PLAIN,
        wrong("inquiry-made", officers=ONE),
        between=BEFORE_2026,
        breaks="pen-two-qualified-officers/inquiry@inquiry-made#1",
    ),
    breach(
        POLICE_ALONE,
        wrong("inquiry-made", officers=officers(1, "uncertified")),
        breaks="pen-two-qualified-officers/inquiry-psa-one@inquiry-made#1",
    ),
    breach(PLAIN, wrong("inquiry-made", id_shown=NO), breaks="pen-show-id/inquiry@inquiry-made#1"),
    breach(PLAIN, wrong("site-inspection-made", id_shown=NO), breaks="pen-show-id/site@site-inspection-made#1"),
    breach(PLAIN, wrong("inquiry-made", transcript_made=NO), breaks="pen-transcript/inquiry@inquiry-made#1"),
    breach(
        PLAIN, wrong("site-inspection-made", transcript_made=NO), breaks="pen-transcript/site@site-inspection-made#1"
    ),
    breach(
        REPORTED,
        wrong("inquiry-made", rights_told=NO),
        breaks="pen-samr-first-contact-notice/inquiry@inquiry-made#1",
    ),
    breach(
        MARKET_PLAIN,
        wrong("inquiry-made", rights_told=NO),
        wrong("evidence-collected", rights_told=NO),
        sectors=MARKET,
        breaks=(
            "pen-samr-first-contact-notice/inquiry@inquiry-made#1",
            "pen-samr-first-contact-notice/evidence@evidence-collected#1",
        ),
    ),
    breach(CHALLENGED, without("recusal-decided"), breaks="pen-recusal/answered@recusal-applied#1"),
    breach(
        CHALLENGED, wrong("recusal-decided", approver="department-head"), breaks="pen-recusal/decider@recusal-decided#1"
    ),
    breach(
        MARKET_CHALLENGED,
        wrong("recusal-decided", of_whom="head", approver="head"),
        breaks="pen-recusal/decider-samr@recusal-decided#1",
    ),
    breach(
        CHALLENGED,
        wrong("recusal-decided", recused=YES, officer=Same("case-filed", "officers", first=True)),
        moved("inquiry-made", workdays(1, 3)),
        breaks="pen-recusal/withdrawn@inquiry-made#1",
        see=("case-filed.officers", "inquiry-made.officers"),
    ),
)

EVIDENCE = (
    breach(
        MONITORED,
        wrong("monitoring-record-used", record_reviewed=NO),
        breaks="pen-emonitoring-review/record@monitoring-record-used#1",
    ),
    *(
        breach(
            MONITORED,
            wrong("monitoring-record-used", **{name: NO}),
            breaks="pen-emonitoring-review/device@monitoring-record-used#1",
        )
        for name in ("use_has_basis", "device_reviewed", "place_published")
    ),
    breach(
        MONITORED,
        wrong("monitoring-record-used", party_told=NO),
        breaks="pen-emonitoring-review/told@monitoring-record-used#1",
    ),
    breach(
        KEPT,
        wrong("evidence-preserved", approver="department-head"),
        breaks="pen-preservation-approval@evidence-preserved#1",
    ),
    breach(
        KEPT,
        wrong("evidence-preserved", approved_beforehand=NO),
        breaks="pen-preservation-approval@evidence-preserved#1",
    ),
    breach(
        MARKET_KEPT,
        wrong("evidence-preserved", approver="department-head"),
        breaks="pen-preservation-approval/samr@evidence-preserved#1",
    ),
    breach(
        FARM_KEPT,
        wrong("evidence-preserved", approved_beforehand=NO),
        breaks="pen-preservation-approval/agri@evidence-preserved#1",
    ),
    breach(
        FARM_URGENT,
        wrong("evidence-preserved", consent_by_message=NO),
        breaks="pen-preservation-approval/agri-urgent@evidence-preserved#1",
    ),
    breach(
        POLICE_KEPT,
        wrong("evidence-preserved", approved_beforehand=NO),
        breaks="pen-preservation-approval/psa@evidence-preserved#1",
    ),
    breach(
        KEPT,
        late("preservation-disposed", after="evidence-preserved", count=7, unit="workdays", by=(1, 12)),
        breaks="pen-preservation-7wd@evidence-preserved#1",
    ),
    lawful(KEPT, on_last_day("preservation-disposed", after="evidence-preserved", count=7, unit="workdays")),
    breach(KEPT, without("preservation-disposed"), breaks="pen-preservation-7wd@evidence-preserved#1"),
    *(
        breach(
            story,
            late("preservation-disposed", after="evidence-preserved", count=7, unit="workdays", by=(1, 3)),
            breaks=(
                f"pen-preservation-7wd{duty}@evidence-preserved#1",
                f"pen-samr-preservation-lapse{lapse}@evidence-preserved#1:auto",
            ),
        )
        for story, duty, lapse in (
            (MARKET_KEPT, "/samr", ""),
            (ROAD_KEPT, "/trans", "/trans"),
            (POLICE_KEPT, "", "/psa"),
        )
    ),
    breach(
        FARM_KEPT,
        late("preservation-disposed", after="evidence-preserved", count=7, unit="workdays", by=(1, 10)),
        breaks="pen-preservation-7wd/agri@evidence-preserved#1",
    ),
    breach(
        MARKET_URGENT,
        moved("approval-made-up", hours(26, 70), after="evidence-preserved"),
        breaks="pen-samr-preservation-24h@evidence-preserved#1",
    ),
    breach(MARKET_URGENT, without("approval-made-up"), breaks="pen-samr-preservation-24h@evidence-preserved#1"),
    breach(
        FARM_URGENT,
        moved("approval-made-up", hours(26, 70), after="evidence-preserved"),
        breaks="pen-agri-preservation-24h@evidence-preserved#1",
    ),
    *(
        breach(
            MARKET_KEPT,
            wrong("evidence-preserved", **{name: NO}),
            breaks="pen-samr-preservation-papers@evidence-preserved#1",
        )
        for name in ("list_made_on_spot", "list_signed", "notice_handed_over")
    ),
    breach(
        ASSISTED,
        late("assistance-answered", after="assistance-requested", count=15, unit="workdays", by=(1, 10)),
        breaks="pen-samr-assist-15wd@assistance-requested#1",
    ),
    breach(
        MARKET_SUSPENDED,
        wrong("investigation-suspended", approver="department-head"),
        breaks="pen-samr-suspend-valid@investigation-suspended#1",
    ),
    breach(
        MARKET_SUSPENDED,
        wrong("investigation-suspended", cause="none"),
        breaks="pen-samr-suspend-valid@investigation-suspended#1",
    ),
    breach(
        MARKET_SUSPENDED,
        moved("investigation-resumed", workdays(2, 12), after="suspension-cause-ended"),
        breaks="pen-samr-suspend-valid/resumed@suspension-cause-ended#1",
    ),
    *(
        breach(
            MARKET_PLAIN,
            wrong("investigation-concluded", **{name: NO}),
            sectors=MARKET,
            breaks="pen-samr-conclusion-report@investigation-concluded#1",
        )
        for name in ("course_stated", "discretion_stated")
    ),
)

RECIPES: tuple[Recipe, ...] = (*COMPETENCE, *FILING, *OFFICERS, *EVIDENCE)
