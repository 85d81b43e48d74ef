"""A case told: acts in order, lights, the clock's reasons, texts that changed meanwhile."""

from __future__ import annotations

from datetime import date

from tests.law.invented import case, engine
from yifa.law.run.story import Light, ToldField, tell_case

DUTIES = """\
duties:
- {id: cut-a, kind: time-limit, title: {zh: 甲, en: A}, law: 行政许可法 42, breach: MINOR, valid: {from: 2024-02-01},
   from: applied, done: decided, within: 5 working days}
- {id: cut-b, kind: order, title: {zh: 乙, en: B}, law: 行政许可法 42, breach: BAR,
   for: each decided, earlier: reviewed}
- {id: cut-c, kind: required-act, title: {zh: 丙, en: C}, law: 行政许可法 40, breach: MGMT,
   for: each decided, require: published after it, until: open}
- {id: cut-d, kind: authority, title: {zh: 丁, en: D}, law: 行政许可法 42, breach: REVOKE,
   for: each decided, who: it.approver, one-of: [head]}
- {id: cut-e, kind: time-limit, title: {zh: 戊, en: E}, law: 行政许可法 42, breach: MINOR,
   from: warned, done: decided, within: 5 working days}
- {id: cut-f, kind: time-limit, title: {zh: 己, en: F}, law: 行政处罚法 60, breach: LOSS, valid: {from: 2024-03-04},
   from: accepted, done: decided, within: 90 calendar days}
"""
OF = engine(DUTIES)
EVENTS = [
    {"on": "2024-03-08", "act": "decided", "approver": "clerk"},
    {"on": "2024-03-01T10:30", "act": "applied", "trees": 7},
    {"on": "2024-03-04", "act": "reviewed"},
]


def test_acts_come_in_order_of_time_with_what_they_say() -> None:
    told, source = case(OF, EVENTS)
    story = tell_case(OF, told, date(2024, 3, 9), source=source)
    assert [(act.kind, str(act.on), act.fields) for act in story.acts] == [
        ("applied", "2024-03-01 10:30:00", (ToldField("trees", "株数", "trees", "7"),)),
        ("reviewed", "2024-03-04", ()),
        ("decided", "2024-03-08", (ToldField("approver", "批准人", "approver", "clerk"),)),
    ]


def test_duties_come_by_their_light_and_days_with_their_reasons() -> None:
    told, source = case(OF, EVENTS)
    story = tell_case(OF, told, date(2024, 3, 9), source=source)
    assert [(one.duty.id, one.light) for one in story.duties] == [
        ("cut-d", Light.RED),
        ("cut-c", Light.OPEN),
        ("cut-a", Light.GREEN),
        ("cut-b", Light.GREEN),
    ]
    assert story.not_applicable == 2
    assert [one.duty.id for one in story.findings] == ["cut-d"]
    term = story.duties[2].term
    assert term is not None
    assert term.replay() == date(2024, 3, 8)


def test_a_text_that_began_while_the_case_ran_is_named() -> None:
    told, source = case(OF, EVENTS)
    assert tell_case(OF, told, date(2024, 3, 9), source=source).straddled == ("行政处罚法",)


def test_a_story_is_plain_data() -> None:
    told, source = case(OF, EVENTS)
    data = tell_case(OF, told, date(2024, 3, 9), source=source).as_data()
    assert data["procedure"] == {"id": "tree-felling", "zh": "采伐", "en": "Tree felling"}
    assert [duty["light"] for duty in data["duties"]] == ["red", "open", "green", "green"]
    assert data["duties"][2]["term"]["day"] == "2024-03-08"
