"""What goes wrong in licensing: at the counter, in review, in time, at the decision, afterwards, with commitments."""

from __future__ import annotations

from demo.city.procedures.licence import (
    AUCTION,
    COMMISSIONED,
    CORRECTED,
    ENTITY,
    EQUIPMENT,
    EXPERTS,
    EXTENDED,
    FEE,
    HEARD,
    HEARING_DUE,
    JOINT,
    JOINT_EXTENDED,
    NOT_NEEDED,
    ON_SPOT,
    OPINION,
    PLAIN,
    REFUSED,
    REGISTRATION,
    REGISTRATION_EXTENDED,
    REJECTED,
    TENDER,
    TESTED,
    TWO_TIER,
    VERIFIED,
)
from demo.city.procedures.licence_afterwards import (
    AGAIN_AFTER_A_YEAR,
    AGAIN_AFTER_FRAUD,
    COMMITTED,
    DELEGATED,
    ENDED,
    LOCAL,
    OWN_MOTION,
    OWN_MOTION_PROMISED,
    PROMISED,
    PROOF,
    RENEWED,
    REVOKED,
    TAKEN_BACK,
    TEMPORARY,
)
from demo.city.recipes import Recipe, added, breach, late, lawful, moved, on_last_day, same_person, without, wrong
from demo.city.stories import NO, YES, days, step, workdays
from demo.city.values import day_of, officers

DECISION, ACCEPTED, RECEIVED = "decision-made", "application-accepted", "application-received"
OF = f"@{DECISION}#1"

COUNTER = (
    breach(PLAIN, wrong(ACCEPTED, item_listed=NO), breaks=f"lic-list-only@{ACCEPTED}#1"),
    breach(
        NOT_NEEDED,
        moved("application-not-needed", workdays(1, 6)),
        breaks=f"lic-no-permit-needed/not-needed@{RECEIVED}#1",
    ),
    breach(
        REJECTED,
        moved("application-rejected", workdays(1, 6)),
        breaks=f"lic-no-permit-needed/outside-competence@{RECEIVED}#1",
    ),
    breach(
        REJECTED,
        wrong("application-rejected", right_organ_named=NO),
        breaks="lic-no-permit-needed/right-organ@application-rejected#1",
    ),
    breach(
        CORRECTED,
        late("correction-notice", after=RECEIVED, count=5, unit="workdays", by=(1, 8)),
        moved("corrected-material-received", workdays(1, 2)),
        moved(ACCEPTED, workdays(0, 0)),
        moved("review-started", workdays(0, 0)),
        moved(DECISION, workdays(0, 0)),
        breaks="lic-correction-once-5wd:auto",
        see=(f"{RECEIVED}.complete",),
    ),
    lawful(CORRECTED, on_last_day("correction-notice", after=RECEIVED, count=5, unit="workdays")),
    breach(
        CORRECTED,
        added(
            step("correction-notice", workdays(1, 3), called="correction-notice:2", asks_nothing_new=NO),
            before=ACCEPTED,
        ),
        breaks=("lic-no-second-correction@correction-notice#2", "lic-one-time-notice-biz/once@correction-notice#2"),
    ),
    lawful(
        CORRECTED,
        added(
            step("correction-notice", workdays(1, 3), called="correction-notice:2", asks_nothing_new=YES),
            before=ACCEPTED,
        ),
    ),
    *(
        breach(PLAIN, wrong(ACCEPTED, **{name: NO}), breaks=f"lic-receipt-voucher/accepted@{ACCEPTED}#1")
        for name in ("voucher_issued", "voucher_sealed", "voucher_dated")
    ),
    breach(
        REJECTED,
        wrong("application-rejected", voucher_sealed=NO),
        breaks="lic-receipt-voucher/not-accepted@application-rejected#1",
    ),
    breach(ON_SPOT, moved(DECISION, workdays(1, 9)), breaks=f"lic-spot-decision@{RECEIVED}#1"),
    breach(ENTITY, moved(DECISION, workdays(1, 9)), breaks=f"lic-registration-spot@{RECEIVED}#1"),
    breach(
        REGISTRATION,
        late(DECISION, after=RECEIVED, count=3, unit="workdays", by=(1, 9)),
        breaks="lic-market-registration-3wd",
    ),
    lawful(REGISTRATION, on_last_day(DECISION, after=RECEIVED, count=3, unit="workdays")),
    breach(
        REGISTRATION_EXTENDED,
        late(DECISION, after=RECEIVED, count=6, unit="workdays", by=(1, 9)),
        breaks="lic-market-registration-3wd",
    ),
)

REVIEW = (
    breach(
        VERIFIED,
        wrong("material-verified", officers=officers(1, "clerk")),
        breaks="lic-two-verifiers@material-verified#1",
    ),
    breach(VERIFIED, without("material-verified"), breaks=f"lic-two-verifiers/made{OF}"),
    breach(
        EQUIPMENT,
        late("inspectors-assigned", after=ACCEPTED, count=5, unit="workdays", by=(1, 6)),
        breaks="lic-inspection-5wd",
    ),
    breach(
        EQUIPMENT,
        without("inspectors-assigned"),
        breaks=("lic-inspection-5wd", f"lic-inspection-5wd/before-grant{OF}"),
    ),
    breach(
        EQUIPMENT,
        wrong("inspectors-assigned", officers=officers(1, "clerk")),
        breaks="lic-inspection-5wd/two-staff@inspectors-assigned#1",
    ),
    breach(OPINION, without("interested-party-told"), breaks=f"lic-interested-party{OF}"),
    breach(OPINION, without("opinion-heard"), breaks=f"lic-interested-party/heard{OF}"),
    breach(
        HEARING_DUE,
        without("hearing-announced"),
        breaks=f"lic-hearing-own-motion{OF}",
        see=("review-started.hearing_required",),
    ),
    breach(
        HEARD,
        wrong("hearing-right-told", told_to="applicant"),
        breaks=f"lic-hearing-right{OF}",
        see=("review-started.opposed_interests",),
    ),
    breach(
        HEARD,
        moved("hearing-requested", workdays(6, 9), after="hearing-right-told"),
        breaks="lic-hearing-request-5wd@hearing-requested#1:advisory",
    ),
    breach(
        HEARD,
        late("hearing-held", after="hearing-requested", count=20, unit="workdays", by=(1, 12)),
        breaks="lic-hearing-20wd@hearing-requested#1",
    ),
    breach(
        HEARD,
        moved("hearing-held", workdays(2, 6), after="hearing-noticed"),
        breaks="lic-hearing-notice-7wd@hearing-held#1",
    ),
    breach(
        HEARD,
        moved("hearing-held", workdays(7, 7), after="hearing-noticed"),
        breaks="lic-hearing-notice-7wd@hearing-held#1:advisory",
    ),
    breach(
        HEARD, same_person("hearing-held.chair", "review-started.officers"), breaks="lic-hearing-chair@hearing-held#1"
    ),
    breach(
        HEARING_DUE,
        without("hearing-held", "hearing-ended"),
        breaks=(f"lic-hearing-record{OF}", f"lic-hearing-own-motion{OF}"),
    ),
    *(
        breach(HEARD, wrong("hearing-held", **{name: NO}), breaks="lic-hearing-record/transcript@hearing-held#1")
        for name in ("transcript_made", "transcript_signed")
    ),
)

OVERRUN = added(step("overrun-explained", workdays(1, 5), after=DECISION), before="dossier-archived")
LONG = f"lic-one-time-notice-biz/overrun{OF}"

TIME = (
    breach(PLAIN, late(DECISION, after=ACCEPTED, count=20, unit="workdays"), OVERRUN, breaks="lic-decide-20wd"),
    breach(PLAIN, late(DECISION, after=ACCEPTED, count=20, unit="workdays"), breaks=("lic-decide-20wd", LONG)),
    lawful(PLAIN, on_last_day(DECISION, after=ACCEPTED, count=20, unit="workdays")),
    breach(EXTENDED, late(DECISION, after=ACCEPTED, count=30, unit="workdays"), OVERRUN, breaks="lic-decide-20wd"),
    breach(
        EXTENDED,
        wrong("extension-approved", told_to_applicant=NO),
        late(DECISION, after=ACCEPTED, count=20, unit="workdays", by=(1, 8)),
        OVERRUN,
        breaks=("lic-decide-20wd", "lic-extension-told@extension-approved#1"),
    ),
    breach(
        EXTENDED,
        wrong("extension-approved", approver="department-head"),
        late(DECISION, after=ACCEPTED, count=20, unit="workdays", by=(1, 8)),
        OVERRUN,
        breaks="lic-decide-20wd",
    ),
    breach(JOINT, late(DECISION, after=ACCEPTED, count=45, unit="workdays"), OVERRUN, breaks="lic-joint-45wd"),
    breach(JOINT_EXTENDED, late(DECISION, after=ACCEPTED, count=60, unit="workdays"), OVERRUN, breaks="lic-joint-45wd"),
    breach(
        TWO_TIER,
        late("review-sent-up", after=ACCEPTED, count=20, unit="workdays"),
        breaks="lic-lower-review-20wd",
    ),
    breach(
        EXTENDED,
        wrong("extension-approved", told_to_applicant=NO),
        moved("extension-approved", workdays(9, 12), after=ACCEPTED),
        moved(DECISION, workdays(1, 5), after="extension-approved"),
        breaks="lic-extension-told@extension-approved#1",
    ),
    *(
        breach(
            story,
            wrong(begun, told_in_writing=NO),
            moved(ended, days(2, 6)),
            breaks=f"lic-excluded-time-told/{part}@{begun}#1",
        )
        for story, begun, ended, part in (
            (TESTED, "test-started", "test-ended", "test"),
            (COMMISSIONED, "test-commissioned", "test-report-received", "commissioned"),
            (EXPERTS, "expert-review-started", "expert-review-ended", "expert-review"),
            (TENDER, "tender-started", "tender-ended", "tender"),
            (AUCTION, "auction-started", "auction-ended", "auction"),
        )
    ),
    breach(
        TESTED,
        wrong("test-started", told_in_writing=NO),
        moved("test-ended", days(35, 50)),
        OVERRUN,
        breaks=("lic-excluded-time-told/test@test-started#1", "lic-decide-20wd"),
    ),
    breach(
        HEARD,
        wrong("hearing-requested", told_in_writing=NO),
        wrong("hearing-noticed", told_in_writing=NO),
        moved(DECISION, workdays(0, 0)),
        moved("hearing-held", workdays(8, 8)),
        moved("hearing-requested", workdays(1, 2)),
        breaks=(
            "lic-excluded-time-told/hearing-requested@hearing-requested#1",
            "lic-excluded-time-told/hearing-noticed@hearing-noticed#1",
        ),
    ),
)

DECISIONS = (
    breach(TENDER, without("tender-started", "tender-ended"), breaks=f"lic-auction{OF}"),
    *(
        breach(REFUSED, wrong(DECISION, **{name: NO}), breaks=f"lic-refusal-reasons{OF}")
        for name in ("written", "reasons_stated", "remedies_told")
    ),
    breach(
        PLAIN,
        late("certificate-delivered", after=DECISION, count=10, unit="workdays"),
        moved("dossier-archived", workdays(2, 9), after="certificate-delivered"),
        breaks=f"lic-deliver-10wd{OF}",
    ),
    lawful(
        PLAIN,
        on_last_day("certificate-delivered", after=DECISION, count=10, unit="workdays"),
        moved("dossier-archived", workdays(2, 9), after="certificate-delivered"),
    ),
    breach(
        PLAIN,
        without("decision-published"),
        moved("dossier-archived", workdays(9, 20), after=DECISION),
        breaks=f"lic-grant-public{OF}",
    ),
    breach(FEE, wrong("fee-charged", legal_basis=NO), breaks="lic-no-fee@fee-charged#1"),
)

LATER = (
    breach(
        RENEWED,
        wrong("renewal-applied", licence_expires=day_of("renewal-applied", 20)),
        moved("renewal-granted", workdays(2, 8)),
        breaks="lic-renewal-apply-30d:advisory",
    ),
    breach(RENEWED, moved("renewal-granted", days(65, 90)), breaks="lic-renewal-decide:auto"),
    breach(REVOKED, wrong("revoked", ground="none"), breaks="lic-revoke-grounds@revoked#1"),
    breach(REVOKED, wrong("revoked", revoked_by="other"), breaks="lic-revoke-grounds/by-whom@revoked#1"),
    breach(REVOKED, without("revoked", "cancelled"), breaks="lic-revoke-grounds/fraud@fraud-found#1"),
    breach(REVOKED, without("cancelled"), breaks="lic-cancel-register/revoked@revoked#1"),
    breach(TAKEN_BACK, without("cancelled"), breaks="lic-cancel-register/withdrawn@withdrawn#1"),
    breach(ENDED, without("cancelled"), breaks="lic-cancel-register/ended@licence-ended#1"),
    breach(
        AGAIN_AFTER_A_YEAR,
        moved("application-received:2", days(60, 300), after="application-rejected"),
        breaks=f"lic-ban-1y@{ACCEPTED}#1",
        see=(f"{ACCEPTED}.safety_related",),
    ),
    breach(
        AGAIN_AFTER_FRAUD,
        moved(RECEIVED, days(300, 1000), after="revoked"),
        between=("2022-08-01", "2023-03-31"),
        breaks=f"lic-ban-3y@{ACCEPTED}#1",
        see=(f"{ACCEPTED}.safety_related",),
    ),
    breach(
        TEMPORARY,
        late("local-regulation-proposed", after="temporary-licence-started", count=1, unit="years", rolls=False),
        breaks="lic-temporary-1y:advisory",
        between=("2024-09-02", "2025-05-30"),
    ),
    breach(DELEGATED, without("delegation-announced"), breaks="lic-delegate-public/announced@delegated#1"),
    breach(DELEGATED, wrong("delegated", delegate="enterprise"), breaks="lic-delegate-public/to-organ@delegated#1"),
    breach(DELEGATED, wrong("delegated", by_delegate=YES), breaks="lic-delegate-public/no-further@delegated#1"),
)

COMMITMENT = (
    breach(
        COMMITTED,
        wrong("commitment-offered", risk_field="finance"),
        breaks="com-scope-exclusion@commitment-offered#1:advisory",
    ),
    breach(COMMITTED, without("commitment-offered"), breaks="com-written-notice@commitment-signed#1:advisory"),
    breach(
        COMMITTED,
        wrong("commitment-offered", requirements_stated=NO),
        breaks="com-written-notice/notice@commitment-offered#1:advisory",
    ),
    breach(
        COMMITTED,
        wrong("commitment-signed", written=NO),
        breaks="com-written-notice/commitment@commitment-signed#1:advisory",
    ),
    breach(
        COMMITTED,
        wrong("commitment-signed", applicant_listed=YES),
        sectors=("market",),
        breaks="com-blacklist-excluded@commitment-signed#1",
    ),
    breach(COMMITTED, wrong("commitment-offered", item_allowed=NO), breaks="com-licence-basis@commitment-offered#1"),
    breach(PROOF, wrong("proof-demanded", proof_basis="other"), breaks="com-proof-basis@proof-demanded#1"),
    breach(PROOF, wrong("proof-demanded", proof_listed=NO), breaks="com-proof-basis@proof-demanded#1"),
)

LOCAL_PERIODS = (
    *(
        breach(LOCAL[place, mode], late(act, after=ACCEPTED, count=count), breaks=f"lic-local-default-{part}{tail}")
        for place, tail in (("shandong", ""), ("hunan", "-hn"))
        for mode, act, count, part in (
            ("single", DECISION, 20, "20"),
            ("joint", DECISION, 45, "45"),
            ("two-tier", "review-sent-up", 20, "lower-20"),
        )
    ),
    *(
        breach(
            PROMISED[mode], late(act, after=ACCEPTED, count=15, by=(1, 1)), breaks=f"lic-local-default-{part}/promised"
        )
        for mode, act, part in (
            ("single", DECISION, "20"),
            ("joint", DECISION, "45"),
            ("two-tier", "review-sent-up", "lower-20"),
        )
    ),
    *(
        breach(
            OWN_MOTION[place],
            late("own-motion-closed", after="own-motion-started", count=60),
            breaks=f"lic-local-ex-officio-60{tail}@own-motion-started#1",
        )
        for place, tail in (("shandong", ""), ("hunan", "-hn"))
    ),
    breach(
        OWN_MOTION_PROMISED,
        moved("own-motion-closed", days(54, 58)),  # past the promise, also where that rolls over a festival
        breaks="lic-local-ex-officio-60/promised@own-motion-started#1",
    ),
)

RECIPES: tuple[Recipe, ...] = (*COUNTER, *REVIEW, *TIME, *DECISIONS, *LATER, *COMMITMENT, *LOCAL_PERIODS)
