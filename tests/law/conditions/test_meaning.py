"""What names and types come to, and how senseless conditions are refused."""

from __future__ import annotations

import pytest

from yifa.law.conditions import Declared, NotACondition, Scope, Type, condition, event, people, value
from yifa.law.conditions.columns import (
    AnyField,
    CountOf,
    DayOf,
    DutyPart,
    FieldOf,
    Happened,
    Match,
    MaybeDay,
    MinuteOf,
    Names,
    Occurrence,
    Pick,
    SizeOf,
    SomeOn,
    Span,
    SureDay,
)
from yifa.law.conditions.tree import (
    NO,
    NULL,
    YES,
    And,
    Choose,
    Coalesce,
    Compare,
    Comparison,
    Constant,
    IsKnown,
    Not,
    OneOf,
    Or,
    Read,
    replaced,
)

YES_NO, MONEY, NAMES, NUMBER = Declared(Type.YES_NO), Declared(Type.MONEY), Declared(Type.NAMES), Declared(Type.NUMBER)
ACTS = {
    "filed": {"officers": NAMES, "major": YES_NO},
    "reviewed": {"result": Declared(Type.WORD, ("pass", "fail")), "reviewer": Declared(Type.WORD)},
    "decided": {
        "fine": MONEY,
        "party": Declared(Type.WORD, ("citizen", "organisation")),
        "days": Declared(Type.LENGTH),
    },
    "reported": {"year": NUMBER, "recorded": YES_NO},
}
CASE = Scope(ACTS, duties=("decide-20wd",))
IT = Scope(ACTS, it="decided", bound={"review": Occurrence("reviewed", Pick.BEFORE)}, duties=("decide-20wd",))


def of(act: str, pick: Pick = Pick.FIRST, **more: object) -> Occurrence:
    return Occurrence(act, pick, **more)  # type: ignore[arg-type]


def happened(act: str, pick: Pick = Pick.FIRST) -> Read:
    return Read(Happened(of(act, pick)))


def test_what_belongs_to_an_act_that_did_not_happen_is_no() -> None:
    assert condition("filed.major", CASE) == And((happened("filed"), Read(FieldOf(of("filed"), "major"))))
    assert condition("not filed.major", CASE) == Not(And((happened("filed"), Read(FieldOf(of("filed"), "major")))))


def test_the_occurrence_looked_at_always_is() -> None:
    assert condition("it.fine > 200 yuan", IT) == Compare(
        Comparison.MORE, Read(FieldOf(of("decided", Pick.IT), "fine")), Constant(20000)
    )


def test_days_are_compared_to_the_minute_where_both_have_a_time() -> None:
    left, right = of("filed"), of("reviewed")
    assert condition("first filed before reviewed", CASE) == And(
        (
            happened("filed"),
            happened("reviewed"),
            Or(
                (
                    Compare(Comparison.LESS, Read(DayOf(left)), Read(DayOf(right))),
                    And(
                        (
                            Compare(Comparison.EQUAL, Read(DayOf(left)), Read(DayOf(right))),
                            Coalesce((Compare(Comparison.AT_MOST, Read(MinuteOf(left)), Read(MinuteOf(right))), YES)),
                        )
                    ),
                )
            ),
        )
    )


def test_some_act_with_a_day_is_enough_and_one_without_a_day_leaves_open_what_no_other_settles() -> None:
    filed = of("filed")
    really = replaced(
        condition("filed before 2024-03-01", CASE), lambda column: NULL if column == MaybeDay(filed) else None
    )
    assert really == And(
        (
            happened("filed"),
            Or(
                (
                    Compare(Comparison.AT_MOST, Read(SureDay(filed)), Constant(19783)),
                    Choose(IsKnown(Read(DayOf(filed))), NO, NULL),
                )
            ),
        )
    )


def test_on_asks_for_some_act_of_that_day() -> None:
    assert condition("filed on reviewed", CASE) == And(
        (happened("reviewed"), Read(SomeOn(of("filed"), of("reviewed"))))
    )
    with pytest.raises(NotACondition, match="«on» asks whether some act lies on the day of another: expected an act"):
        condition("filed on 2024-03-01", CASE)


def test_after_asks_for_the_last_occurrence_because_any_will_do() -> None:
    columns = condition("reviewed after filed", CASE)
    assert happened("reviewed", Pick.LAST) in columns.parts  # type: ignore[union-attr]


def test_another_act_of_the_same_kind_is_a_neighbour_of_it() -> None:
    assert condition("decided before it", IT) == happened("decided", Pick.BEFORE)
    assert condition("decided after it", IT) == happened("decided", Pick.AFTER)


def test_an_act_that_matches_only_if_a_blank_field_does_is_unknown() -> None:
    passed = (Match("result", ("pass",)),)
    certain, possible = of("reviewed", where=passed), of("reviewed", where=passed, blanks=True)
    assert condition("happened reviewed (result = pass)", CASE) == Or(
        (Read(Happened(certain)), And((Read(Happened(possible)), NULL)))
    )


def test_otherwise_gives_a_value_where_none_is_recorded() -> None:
    assert condition("filed.major otherwise no", CASE) == Coalesce(
        (
            Choose(happened("filed"), Read(FieldOf(of("filed"), "major")), NULL),
            Constant(False),
        )
    )


def test_words_are_values_of_the_field_beside_them() -> None:
    found = Read(FieldOf(of("decided", Pick.IT), "party"))
    assert condition("it.party = citizen", IT) == Compare(Comparison.EQUAL, found, Constant("citizen"))
    assert condition("it.party in [citizen]", IT) == OneOf(found, ("citizen",))


def test_counts_are_columns_of_their_own() -> None:
    assert value("count reported", CASE).expr == Read(CountOf("reported"))
    assert value("count last reported before it", IT).expr == Read(CountOf("reported", Span.BEFORE))
    assert value("count filed.officers", CASE).expr == Read(SizeOf(Names("filed", "officers", Pick.FIRST)))
    assert condition("any reported.recorded", CASE) == And(
        (happened("reported"), Read(AnyField("reported", "recorded")))
    )


def test_other_duties_are_asked_by_their_parts() -> None:
    assert condition("unmet decide-20wd", CASE) == Read(DutyPart("decide-20wd", "unmet"))
    assert value("due decide-20wd", CASE).expr == Read(DutyPart("decide-20wd", "due"))


def test_an_event_is_the_usual_occurrence_unless_it_says_which() -> None:
    assert event("filed", IT, usual=Pick.AFTER) == of("filed", Pick.AFTER)
    assert event("first filed", IT, usual=Pick.AFTER) == of("filed", Pick.FIRST)
    assert event("it", IT) == of("decided", Pick.IT)
    assert event("review", IT) == of("reviewed", Pick.BEFORE)
    assert event("reported (year = 2024)", CASE) == of("reported", where=(Match("year", (2024,)),))


def test_people_are_one_occurrence_or_all_of_an_act() -> None:
    assert people("filed.officers", CASE) == Names("filed", "officers", Pick.FIRST)
    assert people("filed.officers", CASE, of_all=True) == Names("filed", "officers", None)
    assert people("review.reviewer", IT, of_all=True) == Names("reviewed", "reviewer", Pick.BEFORE)


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("filled.major", "character 1: «filled» is no act of this procedure; did you mean «filed»?"),
        ("happened filled", "character 10: «filled» is no act of this procedure; did you mean «filed»?"),
        ("filed.mayor", "character 7: `filed` has no field «mayor»; did you mean «major»?"),
        ("reported.fine", "character 10: `reported` has no field «fine»; there are «year», «recorded»"),
        ("filed.major > 3", "character 15: «>» compares like with like: left is yes or no, right a whole number"),
        (
            "it.fine > 200",
            "character 11: «>» compares like with like: left is an amount of money, right a whole number",
        ),
        ("filed > 3", "character 9: «>» compares like with like: left is a day, right a whole number"),
        ("filed.major > yes", "character 13: «>» compares numbers, amounts and days, found yes or no"),
        (
            "filed.officers = filed.officers",
            "character 16: «=» does not compare names: lists of names are counted, or kept apart by a duty of kind "
            "separation",
        ),
        ("it.days = it.days", "character 9: «=» does not compare length: a length is read by the clock only"),
        (
            "it.party = citizan",
            "character 12: «citizan» is no value of «it.party»; there are «citizen», «organisation»",
        ),
        ("it.party in [firm]", "character 14: «firm» is no value of «it.party»; there are «citizen», «organisation»"),
        ("it.fine in [citizen]", "character 13: «it.fine» is an amount of money, «citizen» is a word"),
        ("filed.major in [yes]", "character 1: «in» takes a word or a number, found yes or no"),
        ("filed", "character 1: expected a condition, found a day; to ask whether it happened write «happened filed»"),
        ("it.fine", "character 1: expected a condition, found an amount of money"),
        ("it.fine before filed", "character 1: «before» stands between days or acts, found an amount of money"),
        ("filed + filed", "character 7: «+» does not go between a day and a day"),
        (
            "it.fine * it.fine > 0 yuan",
            "character 9: «*» does not go between an amount of money and an amount of money",
        ),
        (
            "filed.major otherwise 3",
            "character 23: «otherwise» gives a value of the same type: yes or no, found a whole number",
        ),
        ("latest [filed, it.fine] before it", "character 16: expected a day, found an amount of money"),
        (
            "unmet decide-20d",
            "character 7: «decide-20d» is no duty of this procedure for the same subject; did you mean «decide-20wd»?",
        ),
        ("any it.fine", "character 1: «any» is followed by an act and its field, such as inquiry-made.recorded"),
        ("every decided.fine", "character 15: «every» takes a yes/no field, «fine» is an amount of money"),
        ("count it.fine > 1", "character 7: only acts and lists of names are counted, found an amount of money"),
        ("count it > 1", "character 7: only acts and lists of names are counted"),
        ("happened last it", "character 10: «it» is one occurrence already"),
        ("happened filed (officers = a)", "character 17: «officers» is a list of names and cannot be matched"),
        ("happened reported (year = x)", "character 27: «year» is a whole number, «x» is a word"),
        ("happened reported (year = yes)", "character 27: «year» is a whole number, found yes or no"),
        ("nothing = 3", "character 1: «nothing» is no act, definition or name given under `with`"),
    ],
)
def test_a_senseless_condition_is_refused_with_what_was_expected(text: str, message: str) -> None:
    with pytest.raises(NotACondition) as caught:
        condition(text, IT)
    assert f"character {caught.value.at}: {caught.value.message}" == message


@pytest.mark.parametrize(
    ("text", "message"),
    [
        (
            "it.fine > 0 yuan",
            "character 1: «it» is an occurrence, and this duty is for the case; write `for: each …` first",
        ),
        (
            "happened reported (year = it.year)",
            "character 20: «it» is an occurrence, and this duty is for the case; write `for: each …` first",
        ),
        (
            "happened last filed before it",
            "character 10: «it» is an occurrence, and this duty is for the case; write `for: each …` first",
        ),
    ],
)
def test_a_duty_for_the_case_has_no_it(text: str, message: str) -> None:
    with pytest.raises(NotACondition) as caught:
        condition(text, CASE)
    assert f"character {caught.value.at}: {caught.value.message}" == message


def test_a_value_must_be_of_the_type_expected() -> None:
    with pytest.raises(NotACondition) as caught:
        value("filed.major", CASE, expected=Type.DAY)
    assert caught.value.message == "expected a day, found yes or no"


def test_people_must_be_people() -> None:
    with pytest.raises(NotACondition) as caught:
        people("filed", CASE)
    assert caught.value.message == "expected people, such as it.officers, found a day"
