"""Which text of which duty applies: validity by its own trigger, overlays by the organ, replacing, exceptions."""

from __future__ import annotations

from datetime import date

import pytest

from tests.law.invented import engine, judged, said
from yifa.law.facts import Case, Organ, Profile
from yifa.law.facts.case_format import read_acts

HEAD = "- {id: cut-%s, kind: time-limit, title: {zh: 甲, en: One}, law: 行政许可法 42, breach: MINOR, "
TERM = "from: applied, done: decided, within: %s, %s}\n"


def duties(*lines: tuple[str, str, str]) -> str:
    """Duties by id, length and further keys."""
    return "duties:\n" + "".join(HEAD % id_ + TERM % (within, more) for id_, within, more in lines)


VERSIONS = engine(
    duties(
        ("old", "5 working days", "valid: {from: 2010-01-01, to: 2023-12-31}"),
        ("new", "10 working days", "valid: {from: 2024-01-01}"),
    )
)
OVERLAYS = engine(
    duties(
        ("base", "20 working days", "valid: {from: 2004-07-01}"),
        ("samr", "10 working days", "overlay: samr, replaces: cut-base, valid: {from: 2020-01-01}"),
        ("samr-sd", "5 working days", "overlay: [samr, shandong], replaces: cut-base, valid: {from: 2022-01-01}"),
        ("sd", "1 working days", "overlay: shandong, valid: {from: 2022-01-01}"),
    )
)
EXCEPT = engine(
    duties(
        ("a", "20 working days", "when: applied.major otherwise no, unless: happened warned, valid: {from: 2004-07-01}")
    )
)
CHOSEN = engine(
    duties(("a", "20 working days", "chosen-by: 'decided otherwise 2024-06-01', valid: {from: 2024-03-01}"))
)


@pytest.mark.parametrize(
    ("applied", "applies"),
    [("2009-12-31", []), ("2023-12-29", ["cut-old"]), ("2023-12-31", ["cut-old"]), ("2024-01-01", ["cut-new"])],
)
def test_a_running_term_keeps_the_text_of_the_day_it_began(applied: str, applies: list[str]) -> None:
    events = [{"on": applied, "act": "applied"}, {"on": "2024-05-01", "act": "decided"}]
    assert [one.duty for one in judged(VERSIONS, events) if said(one) != "not-applicable"] == applies


@pytest.mark.parametrize(
    ("profiles", "applied", "applies"),
    [
        ([], "2024-03-01", ["cut-base"]),
        (["samr"], "2024-03-01", ["cut-samr"]),
        (["samr"], "2019-12-31", ["cut-base"]),
        (["shandong"], "2024-03-01", ["cut-base", "cut-sd"]),
        (["samr", "shandong"], "2024-03-01", ["cut-samr-sd", "cut-sd"]),
        (["samr", "shandong"], "2021-03-01", ["cut-samr"]),
        (["agri"], "2024-03-01", ["cut-base"]),
    ],
)
def test_the_nearest_duty_stands_in_for_the_others(profiles: list[str], applied: str, applies: list[str]) -> None:
    results = judged(OVERLAYS, [{"on": applied, "act": "applied"}], *profiles)
    assert [one.duty for one in results if said(one) != "not-applicable"] == applies


def test_a_profile_counts_from_its_first_to_its_last_day() -> None:
    organ = Organ("o", (Profile("samr", date(2024, 3, 1), date(2024, 3, 31)),))
    found = []
    for day in ("2024-02-29", "2024-03-01", "2024-03-31", "2024-04-01"):
        acts = read_acts([{"on": day, "act": "applied"}], OVERLAYS.whole.folder.procedure).acts
        results = OVERLAYS.judge(Case("c", "tree-felling", acts, organ), date(2024, 4, 2))
        found.append([one.duty for one in results if said(one) != "not-applicable"])
    assert found == [["cut-base"], ["cut-samr"], ["cut-samr"], ["cut-base"]]


def test_a_blank_day_leaves_open_only_what_the_organ_could_be_bound_by() -> None:
    blank = [{"act": "applied"}, {"on": "2024-03-01", "act": "decided"}]
    assert [said(one) for one in judged(OVERLAYS, blank)] == ["unknown", *["not-applicable"] * 3]


def test_conditions_and_exceptions_make_it_not_applicable() -> None:
    applied = {"on": "2024-03-01", "act": "applied", "major": True}
    (one,) = judged(EXCEPT, [applied])
    (excepted,) = judged(EXCEPT, [applied, {"on": "2024-03-01", "act": "warned"}])
    (other,) = judged(EXCEPT, [{**applied, "major": None}])
    assert [said(result) for result in (one, excepted, other)] == [
        "pending 2024-03-29",
        "not-applicable",
        "not-applicable",
    ]


def test_another_day_can_choose_the_text() -> None:
    begun = {"on": "2024-02-20", "act": "applied"}
    (early,) = judged(CHOSEN, [begun, {"on": "2024-02-29", "act": "decided"}])
    (late,) = judged(CHOSEN, [begun, {"on": "2024-03-01", "act": "decided"}])
    assert [said(early), said(late).split()[0]] == ["not-applicable", "met"]


def test_what_rests_on_no_text_makes_no_finding_and_what_rests_on_excerpts_is_advisory() -> None:
    lines = duties(
        ("text", "5 working days", "verified: text"),
        ("web", "5 working days", "verified: web"),
        ("lifted", "5 working days", "verified: web, class: violation, class-reason: x"),
        ("none", "5 working days", "verified: unverified"),
    )
    auto = duties(("auto", "5 working days", "note: x")).removeprefix("duties:\n").replace("MINOR", "AUTO")
    of = engine(lines + auto)
    results = judged(of, [{"on": "2024-01-02", "act": "applied"}, {"on": "2024-03-01", "act": "decided"}])
    assert {one.duty: one.finding.word for one in results} == {
        "cut-text": "violation",
        "cut-web": "advisory",
        "cut-lifted": "violation",
        "cut-auto": "auto",
    }
