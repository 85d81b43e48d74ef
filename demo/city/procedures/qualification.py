"""Files of officers: training, certificate, yearly check, steps taken with it; and of confirmed subjects."""

from __future__ import annotations

from demo.city.procedures.penalty_ordinary import GENERAL
from demo.city.recipes import Recipe, added, breach, late, lawful, without, wrong
from demo.city.stories import NO, YES, Step, Story, days, step, workdays
from demo.city.values import officers, person, together, whole

QUALIFICATION = "qualification"
KEEPERS = (*GENERAL, "market", "agriculture", "transport", "police")
TRANSPORT = ("transport",)
WHO = person("outsider")
THE_YEAR = 2025
CERTIFICATE = {
    "officer": WHO,
    "issuer": "province",
    "vertical": NO,
    "face_to_face_hours": whole(60, 90),
    "public_law_hours": whole(40, 60),
}
TRAINED = step("trained", officer=WHO, public_law=YES, special_law=YES, professional_conduct=YES)
ISSUED = (
    TRAINED,
    step("exam-passed", workdays(3, 15), officer=WHO, score=whole(70, 98)),
    step("certificate-issued", workdays(5, 20), **CERTIFICATE),
)
TWO = officers(2)


def file(name: str, weight: int, *steps: Step, **more: object) -> Story:
    """A file of an officer."""
    return Story(QUALIFICATION, name, steps, weight, **({"sectors": KEEPERS} | more))  # type: ignore[arg-type]


TRAINING = step(
    "training-year-recorded", officer=person("officer"), year=THE_YEAR, hours=whole(60, 90), law_hours=whole(40, 55)
)
YEAR = file(
    "the year",
    1,
    step("annual-checked", officer=person("officer"), year=THE_YEAR, score=whole(60, 98), result="pass"),
    TRAINING,
    each_organ=True,
    between=("2025-12-01", "2025-12-19"),
    years=(THE_YEAR,),
)
NEW = file("a new officer", 20, *ISSUED)
STEPS = file(
    "steps taken",
    15,
    step("case-filed", officers=TWO),
    step("inspection-started", days(2, 20), officers=TWO),
    step("inquiry-made", days(2, 20), officers=TWO),
    step("on-spot-decision", days(2, 20), officers=TWO),
)
COERCION = file("coercion", 5, step("seizure-started", officers=TWO), step("freeze-started", days(5, 30), officers=TWO))
LEFT = file(
    "left and cancelled",
    4,
    step("officer-left", officer=person("officer")),
    step("cancelled", workdays(1, 15), officer=person("officer")),
    step("register-reviewed", days(10, 60)),
)
SUSPENDED = file(
    "suspended and given back",
    3,
    step("suspended", officer=person("officer")),
    step("restored", days(20, 60), officer=person("officer")),
    step("inspection-started", days(2, 20), officers=TWO),
    step("inquiry-made", days(2, 20), officers=TWO),
)
CHECKED_LATE = file(
    "check missed and made up",
    1,
    step("certificate-check-missed", officer=person("officer"), year=THE_YEAR),
    step(
        "annual-checked", workdays(2, 9), officer=person("officer"), year=THE_YEAR, score=whole(60, 90), result="pass"
    ),
    TRAINING,
    between=("2026-01-05", "2026-03-20"),
    years=(THE_YEAR,),
)
SUBJECT = file(
    "subject confirmed",
    1,
    step("subject-confirmed"),
    step("subject-announced", workdays(2, 9)),
    step("inspection-started", days(10, 40), officers=TWO),
)
CHAIRED = file(
    "a hearing chaired",
    2,
    step("chair-certificate-issued", chair=person("chair")),
    step("hearing-held", days(20, 90), chair=person("chair")),
)
SUPERVISED = file(
    "supervision",
    3,
    step("supervision-carried-out", officers=officers(2, "supervisor"), certificates_shown=YES),
    sectors=("justice",),
)
CONTRACT = file(
    "unqualified staff kept out",
    2,
    step("unqualified-staff-registered", officers=officers(1, "uncertified"), status="contract"),
    step("inspection-started", days(5, 30), officers=TWO),
    step("inquiry-made", days(2, 20), officers=TWO),
    step("on-spot-decision", days(2, 20), officers=TWO),
    step("seizure-started", days(2, 20), officers=TWO),
)
OLD_CARD = file(
    "an old certificate renewed",
    1,
    step("certificate-issued", **CERTIFICATE),
    step("certificate-renewed", days(1500, 1700), officer=WHO),
    step("inspection-started", days(200, 300), officers=TWO),
    step("inquiry-made", days(2, 20), officers=TWO),
    between=("2020-09-01", "2021-03-01"),
)
STORIES = (YEAR, NEW, STEPS, COERCION, LEFT, SUSPENDED, CHECKED_LATE, SUBJECT, CHAIRED, SUPERVISED, CONTRACT, OLD_CARD)

THREE = together(officers(2), officers(1, "uncertified"))
SHANDONG, GUANGXI = ("shandong",), ("guangxi",)
LOCAL = ("urban", "culture", "health")

RECIPES: tuple[Recipe, ...] = (
    breach(STEPS, wrong("case-filed", officers=THREE), breaks="qua-cert-before-duty/filed@case-filed#1"),
    *(
        breach(
            STEPS,
            wrong(act, officers=THREE),
            breaks=(f"qua-cert-before-duty/{part}@{act}#1", f"pen-two-qualified-officers/{act}@{act}#1"),
        )
        for act, part in (("inspection-started", "inspection"), ("inquiry-made", "inquiry"))
    ),
    breach(STEPS, wrong("on-spot-decision", officers=THREE), breaks="qua-cert-before-duty/on-spot@on-spot-decision#1"),
    breach(
        STEPS,
        wrong("inspection-started", officers=officers(1)),
        breaks="pen-two-qualified-officers/inspection-started@inspection-started#1",
    ),
    breach(
        STEPS,
        wrong("inquiry-made", officers=officers(1)),
        breaks="pen-two-qualified-officers/inquiry-made@inquiry-made#1",
    ),
    breach(
        COERCION, wrong("seizure-started", officers=THREE), breaks="qua-cert-before-coercion/seizure@seizure-started#1"
    ),
    breach(
        COERCION, wrong("freeze-started", officers=THREE), breaks="qua-cert-before-coercion/freeze@freeze-started#1"
    ),
    *(
        breach(
            STEPS,
            wrong(act, officers=THREE),
            sectors=LOCAL,
            places=SHANDONG,
            breaks=(
                f"qua-cert-before-duty-sd/{part}@{act}#1",
                f"qua-cert-before-duty/{part}@{act}#1",
                f"pen-two-qualified-officers/{act}@{act}#1",
            ),
        )
        for act, part in (("inspection-started", "inspection"), ("inquiry-made", "inquiry"))
    ),
    breach(
        NEW,
        wrong("trained", special_law=NO),
        sectors=LOCAL,
        places=SHANDONG,
        breaks="qua-cert-before-duty-sd/trained@certificate-issued#1",
    ),
    *(
        breach(
            CONTRACT,
            wrong("unqualified-staff-registered", officers=officers(1)),
            *(wrong(other, officers=officers(2, "supervisor")) for other in others if other != act),
            sectors=LOCAL,
            places=SHANDONG,
            breaks=f"qua-no-contract-staff/{part}@{act}#1",
            see=(f"{act}.officers",),
        )
        for others in (("inspection-started", "inquiry-made", "on-spot-decision", "seizure-started"),)
        for act, part in zip(others, ("inspection", "inquiry", "on-spot", "seizure"), strict=True)
    ),
    breach(
        SUSPENDED,
        without("restored"),
        added(step("restored", days(5, 20), officer=person("officer"))),
        sectors=TRANSPORT,
        breaks=(
            "qua-suspended-no-duty/inspection@inspection-started#1",
            "qua-suspended-no-duty/inquiry@inquiry-made#1",
        ),
    ),
    breach(
        CHAIRED,
        without("chair-certificate-issued"),
        sectors=LOCAL,
        places=SHANDONG,
        breaks="qua-hearing-chair-cert-sd@hearing-held#1",
    ),
    *(
        breach(
            SUPERVISED,
            wrong("supervision-carried-out", **changed),
            places=(place,),
            breaks=f"{duty}@supervision-carried-out#1",
        )
        for place, duty in (
            ("shandong", "qua-supervisor-cert"),
            ("jilin", "qua-supervisor-cert-jl"),
            ("sichuan", "qua-supervisor-cert-sc"),
        )
        for changed in ({"officers": officers(1, "supervisor")}, {"certificates_shown": NO})
    ),
    breach(
        YEAR,
        wrong("training-year-recorded", hours=whole(20, 59)),
        years=(THE_YEAR,),
        breaks=f"qua-annual-60h@year#{THE_YEAR}",
    ),
    breach(
        YEAR,
        wrong("training-year-recorded", law_hours=whole(10, 39)),
        sectors=LOCAL,
        places=("tianjin",),
        years=(THE_YEAR,),
        breaks=f"qua-annual-40h-tj@year#{THE_YEAR}",
    ),
    breach(
        NEW,
        wrong("certificate-issued", face_to_face_hours=whole(20, 59)),
        sectors=TRANSPORT,
        breaks="qua-entry-60h-trans@certificate-issued#1",
    ),
    breach(
        NEW,
        wrong("certificate-issued", issuer="other"),
        between=("2025-07-01", "2025-10-15"),
        breaks="qua-provincial-unified@certificate-issued#1",
    ),
    lawful(NEW, wrong("certificate-issued", issuer="ministry", vertical=YES), between=("2025-07-01", "2025-10-15")),
    breach(
        OLD_CARD,
        without("certificate-renewed"),
        late("inspection-started", after="certificate-issued", count=5, unit="years", rolls=False),
        sectors=LOCAL,
        places=GUANGXI,
        breaks=(
            "qua-cert-before-duty/expired-gx@inspection-started#1",
            "pen-two-qualified-officers/expired-gx@inspection-started#1",
            "pen-two-qualified-officers/expired-gx-inquiry@inquiry-made#1",
            "qua-validity-5y-gx@certificate-issued#1:auto",
        ),
    ),
    breach(
        CHECKED_LATE,
        without("annual-checked"),
        sectors=TRANSPORT,
        breaks="qua-annual-check-trans@certificate-check-missed#1:auto",
    ),
    breach(LEFT, without("cancelled"), sectors=TRANSPORT, breaks="qua-leave-cancel@officer-left#1"),
    breach(
        LEFT,
        added(step("inspection-started", days(5, 30), officers=TWO), before="register-reviewed"),
        sectors=TRANSPORT,
        breaks="qua-leave-cancel/inspection@inspection-started#1",
    ),
    breach(
        SUBJECT,
        without("subject-announced"),
        sectors=LOCAL,
        places=SHANDONG,
        breaks="qua-subject-announced@subject-confirmed#1",
    ),
)
