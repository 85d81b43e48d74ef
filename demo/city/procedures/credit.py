"""Credit of market entities: abnormal operation, serious violators, records shown and repaired."""

from __future__ import annotations

from typing import Any

from demo.city.stories import NO, YES, Gap, Step, Story, days, same_day, step, workdays
from demo.city.values import day_of, of_case, one_of

MARKET = ("market",)
LONG_AGO = ("2023-03-01", "2023-07-14")


def listed(which: str, ground: str, gap: Gap, **more: Any) -> Step:
    """An entity is put on a list."""
    held: dict[str, Any] = {
        "entity": of_case("party_id"),
        "list": which,
        "ground": ground,
        "level": one_of(county=3, city=1),
        "superior_consent": YES,
        "party_same_province": YES,
        "restricted": NO,
        "longer_restriction": NO,
    }
    return step("listed", gap, **{**held, **more})


def removed(gap: Gap) -> Step:
    """Taken off, no longer shown."""
    return step("removed", gap, entity=of_case("party_id"), repair_basis="申请移出")


def story(name: str, weight: int, *steps: Step, **more: Any) -> Story:
    """A matter of credit."""
    return Story("credit", name, weight=weight, steps=steps, **{"sectors": MARKET, "party": "organisation", **more})


def serious(gap: Gap | None = None, **more: Any) -> tuple[Step, ...]:
    """Told beforehand, penalised heavily and listed on the same day, told of credit repair with the decision."""
    return (
        step("pre-listing-notice-served"),
        step("decision-made", gap or workdays(6, 12), heavy=YES),
        listed("serious", "heavy-penalty", same_day(), **more),
        step("decision-served", workdays(0, 3), repair_notice_served=YES),
    )


SEASON = story(
    "no annual report, listed, removed",
    20,
    step("annual-report-season-ended", filed=NO),
    listed("abnormal", "no-annual-report", workdays(2, 9)),
    step("published", workdays(0, 2)),
    step("removal-applied", days(30, 90)),
    removed(workdays(1, 4)),
)
FILED = story("annual report filed", 8, step("annual-report-season-ended", filed=YES))
ORDERED = story(
    "ordered and published", 6, step("publication-ordered", period_days=10), step("information-published", days(3, 9))
)
FALSE = story(
    "false information, listed",
    4,
    step("ground-verified", ground="false-information"),
    listed("abnormal", "false-information", workdays(2, 9)),
    step("published", workdays(0, 2)),
)
UNREACHABLE = story(
    "unreachable by two letters, verified",
    8,
    step("letter-returned-unsigned", no=1, mailed_on=day_of("letter-returned-unsigned", -8)),
    step(
        "letter-returned-unsigned",
        days(17, 20),
        called="letter-returned-unsigned:2",
        no=2,
        mailed_on=day_of("letter-returned-unsigned:2", -8),
    ),
    step("ground-verified", workdays(0, 2), ground="unreachable"),
    listed("abnormal", "unreachable", workdays(2, 8)),
    step("published", workdays(0, 2)),
    step("removal-verified", days(40, 90)),
    removed(workdays(1, 4)),
)
BY_LETTER = story(
    "unreachable by two letters",
    5,
    step("letter-returned-unsigned", no=1, mailed_on=day_of("letter-returned-unsigned", -8)),
    step(
        "letter-returned-unsigned",
        days(17, 20),
        called="letter-returned-unsigned:2",
        no=2,
        mailed_on=day_of("letter-returned-unsigned:2", -8),
    ),
    listed("abnormal", "unreachable", workdays(2, 8)),
    step("published", workdays(0, 2)),
)
OBJECTED = story(
    "objection answered, error corrected",
    4,
    step("annual-report-season-ended", filed=NO),
    listed("abnormal", "no-annual-report", workdays(2, 9)),
    step("published", workdays(0, 2)),
    step("objection", days(5, 25)),
    step("objection-accepted", workdays(1, 4)),
    step("error-verified", workdays(3, 9)),
    step("corrected", workdays(1, 4)),
    step("objection-answered", workdays(1, 4)),
)
REMINDED = story(
    "three years on the list, reminded",
    2,
    step("annual-report-season-ended", filed=NO),
    listed("abnormal", "no-annual-report", workdays(2, 9)),
    step("published", workdays(0, 2)),
    step("reminder-announced", days(1050, 1085), after="listed"),
    between=LONG_AGO,
)
SERIOUS = story("serious violator, listed and shown", 6, *serious(), step("published", workdays(3, 17), after="listed"))
OTHER_PROVINCE = story(
    "serious violator of another province",
    3,
    *serious(party_same_province=NO),
    step("information-pushed", workdays(2, 9), after="listed"),
)
PUSHED = story("pushed by another province", 3, step("pushed-information-received"), step("published", workdays(2, 9)))
EARLY = story(
    "removed early",
    2,
    *serious(restricted=YES, restriction_until=day_of("listed", 180)),
    step("published", workdays(3, 17), after="listed"),
    step("early-removal-applied", days(380, 480), after="listed"),
    step("early-removal-accepted", workdays(0, 2)),
    step("early-removal-decided", workdays(3, 14), result="granted"),
    removed(workdays(0, 3)),
    between=("2024-09-02", "2025-03-31"),
)
REVOKED = story(
    "penalty revoked, listing revoked",
    2,
    *serious(),
    step("published", workdays(3, 17), after="listed"),
    step("revocation-served", days(60, 120)),
    step("listing-revoked", workdays(0, 1)),
    removed(workdays(0, 2)),
)
LONG_SERIOUS = story(
    "three years as a serious violator",
    2,
    *serious(),
    step("published", workdays(3, 17), after="listed"),
    step("removed", days(1060, 1085), after="listed", entity=of_case("party_id"), repair_basis="届满移出"),
    between=LONG_AGO,
)
RESTRICTED = story(
    "a longer restriction",
    1,
    *serious(longer_restriction=YES, restricted=YES, restriction_until=day_of("listed", 200)),
    step("published", workdays(3, 17), after="listed"),
    step("removed", days(150, 185), after="listed", entity=of_case("party_id"), repair_basis="届满移出"),
)
RECORD = story(
    "administrative information shown",
    15,
    step("administrative-information-produced"),
    step("published", workdays(2, 18)),
)
MINOR = story(
    "minor breach of trust", 4, step("dishonesty-published", tier="minor"), step("publication-ended", days(30, 80))
)
GENERAL = story(
    "general breach of trust",
    4,
    step("dishonesty-published", tier="general"),
    step("publication-ended", days(100, 330)),
)
GRAVE = story(
    "serious breach of trust",
    2,
    step("dishonesty-published", tier="serious"),
    step("publication-ended", days(372, 400)),
    between=("2025-07-01", "2025-07-25"),
)

STORIES = (
    SEASON,
    FILED,
    ORDERED,
    FALSE,
    UNREACHABLE,
    BY_LETTER,
    OBJECTED,
    REMINDED,
    SERIOUS,
    OTHER_PROVINCE,
    PUSHED,
    EARLY,
    REVOKED,
    LONG_SERIOUS,
    RESTRICTED,
    RECORD,
    MINOR,
    GENERAL,
    GRAVE,
)
