"""A case told: acts in order, lights, the clock's reasons, texts that changed meanwhile."""

from __future__ import annotations

from datetime import date

from tests.law.invented import case, engine
from yifa.law.conditions import Type
from yifa.law.run.story import Light, tell_case
from yifa.law.run.told import ToldField

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
    assert [(act.number, act.kind, str(act.on), act.fields) for act in story.acts] == [
        (1, "applied", "2024-03-01 10:30:00", (ToldField("trees", "株数", "trees", "7", Type.NUMBER),)),
        (2, "reviewed", "2024-03-04", ()),
        (3, "decided", "2024-03-08", (ToldField("approver", "批准人", "approver", "clerk"),)),
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


def test_a_text_of_a_sector_is_named_only_where_it_holds() -> None:
    local = engine(
        "duties:\n- {id: cut-g, kind: time-limit, title: {zh: 庚, en: G}, law: 行政许可法 42, breach: MINOR,"
        " valid: {from: 2024-03-04}, overlay: [agri], from: applied, done: decided, within: 5 working days}\n"
    )
    for profiles, named in (((), ()), (("agri",), ("行政许可法",))):
        told, source = case(local, EVENTS, *profiles)
        assert tell_case(local, told, date(2024, 3, 9), source=source).straddled == named


def test_what_is_broken_comes_by_its_consequence_and_what_is_open_by_its_day() -> None:
    duties = "".join(
        f"- {{id: cut-{name}, kind: required-act, title: {{zh: {name}, en: {name}}}, law: 行政许可法 42, breach: {tag},"
        " for: each decided, require: heard before it}\n"
        for name, tag in (("h", "MGMT"), ("i", "MINOR"), ("j", "VOID"))
    )
    terms = "".join(
        f"- {{id: cut-{name}, kind: time-limit, title: {{zh: {name}, en: {name}}}, law: 行政许可法 42, breach: MINOR,"
        f" from: applied, done: published, within: {days} working days}}\n"
        for name, days in (("k", 40), ("l", 20))
    )
    of = engine("duties:\n" + duties + terms)
    told, source = case(of, EVENTS)
    story = tell_case(of, told, date(2024, 3, 9), source=source)
    assert [one.duty.id for one in story.duties] == ["cut-j", "cut-i", "cut-h", "cut-l", "cut-k"]


def test_a_story_is_plain_data() -> None:
    told, source = case(OF, EVENTS)
    data = tell_case(OF, told, date(2024, 3, 9), source=source).as_data()
    assert data["procedure"] == {"id": "tree-felling", "zh": "采伐", "en": "Tree felling"}
    assert [duty["light"] for duty in data["duties"]] == ["red", "open", "green", "green"]
    assert data["duties"][2]["term"]["day"] == "2024-03-08"
    assert (data["duties"][2]["done"], data["duties"][2]["over"], data["duties"][2]["missing"]) == (
        "2024-03-08",
        None,
        [],
    )
    assert data["acts"][2]["fields"] == [{"field": "approver", "zh": "批准人", "en": "approver", "value": "clerk"}]
