"""Ledgers in the record: the duties read there what they read in the files, row by row."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, datetime

import pyarrow as pa
import pytest

from tests.record.chain.records import CHINA
from yifa.law import facts
from yifa.law.conditions import day_number
from yifa.law.facts import EVERYTHING, Profile
from yifa.law.run.one_case import engine
from yifa.ledgers.taken import Lists, Office, Organs, Relation, RelationKind, Taken, TakenLedger
from yifa.record.cases.acting import Happening
from yifa.record.cases.actions import record_as_happened
from yifa.record.cases.choices import State
from yifa.record.cases.columns import facts_of, standing
from yifa.record.cases.concluding import source_of
from yifa.record.cases.forgetting import forget_party
from yifa.record.cases.models import Act, Case
from yifa.record.chain.models import EntryRow
from yifa.record.chain.queries import faults, value
from yifa.record.chain.telling_rows import row_faults
from yifa.record.importing.incoming import incoming
from yifa.record.importing.undoing import Undone, undo
from yifa.record.importing.writing_cases import import_cases
from yifa.record.importing.writing_organs import import_organs
from yifa.record.organs.actions import Actor
from yifa.record.organs.models import Certificate, Officer, Organ

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("reading_everything")]
ACTOR = Actor("clerk 1", datetime(2026, 3, 2, 9, 30, tzinfo=CHINA))
ON = date(2026, 3, 2)
PENALTY = "penalty-ordinary"


def day(text: str) -> int:
    return day_number(date.fromisoformat(text))


def taken() -> Taken:
    offices = {
        "Q1": Office("Q1", "青屏县人民政府", level="county"),
        "Q2": Office("Q2", "青屏县市场监督管理局", ("青屏县市监局",), level="county", sectors=(Profile("samr"),)),
    }
    relations = (Relation("Q2", RelationKind.BELONGS_TO, "Q1"),)
    officers = pa.table(
        {
            "name": ["冯知秋", "何有田"],
            "organ": ["Q2", "Q2"],
            "number": ["0412", "0413"],
            "issued": [day("2024-01-01"), day("2024-01-01")],
            "expires": [day("2026-12-31"), day("2025-06-30")],
            "suspended": [None, None],
            "restored": [None, None],
            "withdrawn": [None, None],
            "kind": ["行政执法", "行政执法"],
        }
    )
    return Taken(organs=Organs(offices, relations), lists=Lists(officers=officers))


ACTS = [
    ("〔2025〕1号", "case-filed", "2025-08-01", {"officers": ["冯知秋", "何有田"]}),
    ("〔2025〕1号", "legality-reviewed", "2025-08-20", {"reviewer": "冯知秋", "result": "pass"}),
    ("〔2025〕1号", "decision-made", "2025-12-20", {"fine": 500000, "result": "penalty"}),
    ("〔2025〕2号", "case-filed", "2025-08-04", {"officers": ["冯知秋", "外聘某"]}),
    ("〔2025〕2号", "decision-made", None, {"result": "penalty", "party_id": "91990000MA0000001X"}),
    ("〔2025〕3号", "case-filed", "2025-08-05", {"officers": ["冯知秋"]}),
    ("〔2025〕3号", "decision-made", "2025-09-01", {"result": "penalty", "party_id": "ZR0000001"}),
]


def ledger(acts: list[tuple[str, str, str | None, dict[str, object]]]) -> TakenLedger:
    numbers = list(dict.fromkeys(number for number, *_ in acts))
    fields = ("officers", "reviewer", "result", "fine", "party_id", "conduct")
    types = {"officers": pa.list_(pa.string()), "fine": pa.int64()}
    columns = {
        f"field.{name}": pa.array([one[3].get(name) for one in acts], types.get(name, pa.string())) for name in fields
    }
    table = pa.table(
        {
            "case": [f"Q2/{number}" for number, *_ in acts],
            "act": [kind for _, kind, *_ in acts],
            "day": pa.array([None if on is None else day(on) for _, _, on, _ in acts], pa.int64()),
            **columns,
        }
    )
    cases = pa.table(
        {
            "case": [f"Q2/{number}" for number in numbers],
            "number": numbers,
            "organ": ["Q2"] * len(numbers),
            "file": ["台账.xlsx"] * len(numbers),
            "sheet": ["案件"] * len(numbers),
            "row": pa.array(range(3, 3 + len(numbers)), pa.int32()),
            "shows.party": ["青屏县好邻超市"] * len(numbers),
            "shows.party-code": ["91990000MA0000001X"] * len(numbers),
        }
    )
    return TakenLedger(PENALTY, EVERYTHING, table, cases)


def brought(acts: list[tuple[str, str, str | None, dict[str, object]]], batch: str):  # type: ignore[no-untyped-def]
    found = import_cases(incoming(ledger(acts)), batch, actor=ACTOR)
    return found.new, found.changed, found.unchanged, found.acts, found.withdrawn


def test_organs_officers_and_certificates_come_in_once() -> None:
    first, again = (import_organs(taken(), actor=ACTOR, on=ON) for _ in range(2))
    assert (first.organs, first.relations, first.officers) == (2, 1, 2)
    assert (again.organs, again.relations, again.officers) == (0, 0, 0)
    told = [(one.officer.number, one.first, one.last) for one in Certificate.objects.order_by("id")]
    assert told == [("0412", date(2024, 1, 1), date(2026, 12, 31)), ("0413", date(2024, 1, 1), date(2025, 6, 30))]


def test_what_came_before_and_is_unchanged_is_passed_over() -> None:
    import_organs(taken(), actor=ACTOR, on=ON)
    assert brought(ACTS, "b1") == (3, 0, 0, 7, 0)
    entries = EntryRow.objects.count()
    assert brought(ACTS, "b2") == (0, 0, 3, 0, 0)
    assert EntryRow.objects.count() == entries
    changed = [
        *ACTS[:2],
        ("〔2025〕1号", "decision-made", "2025-12-22", {"fine": 500000, "result": "penalty"}),
        *ACTS[3:],
    ]
    assert brought(changed, "b3") == (0, 1, 2, 1, 1)
    case = Case.objects.get(number="〔2025〕1号")
    kinds = [(one.kind, one.on) for one in standing(case.acts.order_by("id"))]
    assert kinds[-1] == ("decision-made", date(2025, 12, 22))
    assert (len(kinds), case.acts.count(), faults()) == (3, 5, [])


def test_a_dry_run_writes_nothing() -> None:
    import_organs(taken(), actor=ACTOR, on=ON)
    found = import_cases(incoming(ledger(ACTS)), "b1", actor=ACTOR, dry_run=True)
    assert (found.new, Case.objects.count(), Act.objects.count()) == (3, 0, 0)


def test_cases_of_an_organ_nobody_knows_are_told_by_their_rows() -> None:
    found = import_cases(incoming(ledger(ACTS)), "b1", actor=ACTOR)
    assert found.without_organ == [("台账.xlsx", "案件", row) for row in (3, 4, 5)]


def test_a_batch_is_taken_back_by_correction_acts() -> None:
    import_organs(taken(), actor=ACTOR, on=ON)
    brought(ACTS, "b1")
    with pytest.raises(ValueError, match="batch b1: undone without a reason, expected one"):
        undo("b1", actor=ACTOR)
    assert undo("b1", actor=replace(ACTOR, because="送错年度")) == Undone(3, withdrawn=7)
    assert {one.state for one in Case.objects.all()} == {State.VOID}
    assert [standing(case.acts.order_by("id")) for case in Case.objects.all()] == [[], [], []]
    assert faults() == []


def test_what_was_taken_back_comes_in_again_with_the_same_ledger_or_another() -> None:
    import_organs(taken(), actor=ACTOR, on=ON)
    brought(ACTS, "b1")
    before = sorted((case.number, case.state) for case in Case.objects.all())
    seen = []
    for batch, acts in (("b2", ACTS), ("b3", [*ACTS, ("〔2025〕1号", "case-closed", "2026-01-12", {})]), ("b4", ACTS)):
        undo(f"b{int(batch[1]) - 1}", actor=replace(ACTOR, because="送错年度"))
        seen.append(brought(acts, batch))
    assert seen == [(0, 3, 0, 7, 0), (0, 3, 0, 8, 0), (0, 3, 0, 7, 0)]
    assert sorted((case.number, case.state) for case in Case.objects.all()) == before
    assert [len(standing(case.acts.order_by("id"))) for case in Case.objects.order_by("number")] == [
        sum(1 for one in ACTS if one[0] == number) for number in sorted({one[0] for one in ACTS})
    ]
    assert (faults(), list(row_faults([Case]))) == ([], [])


def test_the_duties_read_in_the_record_what_they_read_in_the_file() -> None:
    import_organs(taken(), actor=ACTOR, on=ON)
    brought(ACTS, "b1")
    of_file = file_cases()
    for case in Case.objects.all():
        in_record = engine(PENALTY).judge(facts_of(case), ON)
        assert in_record == engine(PENALTY).judge(of_file[case.number], ON)


def file_cases() -> dict[str, facts.Case]:
    spans = {
        "冯知秋": ((day("2024-01-01"), day("2026-12-31")),),
        "何有田": ((day("2024-01-01"), day("2025-06-30")),),
    }
    found = {}
    for number in ("〔2025〕1号", "〔2025〕2号", "〔2025〕3号"):
        acts = [
            facts.Act(kind, None if on is None else day(on), None, typed(fields))
            for one, kind, on, fields in ACTS
            if one == number
        ]
        organ = facts.Organ("Q2", (Profile("samr"),))
        register = facts.Register(spans, complete=True)
        found[number] = facts.Case(number, PENALTY, tuple(acts), organ, register=register)
    return found


def typed(fields: dict[str, object]) -> dict[str, object]:
    return {name: tuple(value) if isinstance(value, list) else value for name, value in fields.items()}


def test_no_name_stands_in_an_act_or_an_entry() -> None:
    import_organs(taken(), actor=ACTOR, on=ON)
    brought(ACTS, "b1")
    names = ("冯知秋", "何有田", "外聘某", "好邻超市", "91990000MA0000001X", "ZR0000001")
    assert not any(name in text for text in EntryRow.objects.values_list("text", flat=True) for name in names)
    assert not any(name in str(one.fields) for one in Act.objects.all() for name in names)
    assert Officer.objects.count() == 2
    assert Organ.objects.count() == 2


def test_another_name_alone_is_a_change_and_leaves_the_rest() -> None:
    import_organs(taken(), actor=ACTOR, on=ON)
    brought(ACTS, "b1")
    other = [
        (*one[:3], {**one[3], "officers": ["何有田"]}) if one[:2] == ("〔2025〕3号", "case-filed") else one
        for one in ACTS
    ]
    assert brought(other, "b2") == (0, 1, 2, 1, 1)
    case = Case.objects.get(number="〔2025〕3号")
    [filed] = [one for one in standing(case.acts.order_by("id")) if one.kind == "case-filed"]
    assert filed.fields == {"officers": [f"officer{Officer.objects.get(number='0413').id}"]}
    assert faults() == []


def test_what_identifies_a_party_is_one_reference_in_all_its_cases() -> None:
    import_organs(taken(), actor=ACTOR, on=ON)
    brought(ACTS, "b1")
    known = {case.number: case.participants.get(role="party").party_id for case in Case.objects.all()}
    assert len(set(known.values())) == 1
    act = Act.objects.get(case__number="〔2025〕2号", kind="decision-made")
    assert act.fields["party_id"] == f"party{known['〔2025〕2号']}"


def test_a_party_that_is_forgotten_leaves_nothing_that_tells_of_it() -> None:
    import_organs(taken(), actor=ACTOR, on=ON)
    brought(ACTS, "b1")
    case = Case.objects.get(number="〔2025〕1号")
    party = case.participants.get(role="party").party
    assert party is not None
    forget_party(party, actor=replace(ACTOR, because="本人申请"))
    assert [value(one) for one in (party.name, party.identifier, case.told_as)] == [None, None, None]
    entries = EntryRow.objects.count()
    again = import_cases(incoming(ledger(ACTS)), "b2", actor=ACTOR)
    assert (again.forgotten, again.changed) == ([("台账.xlsx", "案件", row) for row in (3, 4, 5)], 0)
    assert (faults(), EntryRow.objects.count()) == ([], entries)
    undo("b1", actor=replace(ACTOR, because="送错年度"))
    after = import_cases(incoming(ledger(ACTS)), "b3", actor=ACTOR)
    assert after.forgotten == again.forgotten


def test_words_that_are_kept_for_ever_name_no_party_and_the_rows_are_told() -> None:
    import_organs(taken(), actor=ACTOR, on=ON)
    said = "青屏县好邻超市（91990000MA0000001X）无照经营，外聘某在场，冯知秋查处"
    told = [(*ACTS[2][:3], {**ACTS[2][3], "conduct": said}), *ACTS[:2], *ACTS[3:]]
    told[1] = (*told[1][:3], {"officers": ["冯知秋", "外聘某"]})
    tried, first, again = (
        import_cases(incoming(ledger(told)), batch, actor=ACTOR, dry_run=dry)
        for batch, dry in (("b1", True), ("b1", False), ("b2", False))
    )
    at = [("台账.xlsx", "案件", 3)]
    assert [(one.named, one.unchanged) for one in (tried, first, again)] == [(at, 0), (at, 0), ([], 3)]
    act = Act.objects.get(case__number="〔2025〕1号", kind="decision-made")
    assert act.fields["conduct"] == "当事人（其证件号码）无照经营，有关人员在场，冯知秋查处"
    assert not any("好邻" in text or "外聘" in text for text in EntryRow.objects.values_list("text", flat=True))


def test_what_a_ledger_told_before_is_kept_no_longer_than_it_stands() -> None:
    import_organs(taken(), actor=ACTOR, on=ON)
    brought(ACTS, "b1")
    former = Case.objects.get(number="〔2025〕2号").told_as
    assert brought([*ACTS[:4], (*ACTS[4][:2], "2025-12-22", ACTS[4][3]), *ACTS[5:]], "b2")[1] == 1
    now = Case.objects.get(number="〔2025〕2号").told_as
    assert (value(former), value(now) is None) == (None, False)
    assert (faults(), list(row_faults([Case]))) == ([], [])


def test_a_case_that_bears_a_mark_of_secrecy_is_not_kept() -> None:
    import_organs(taken(), actor=ACTOR, on=ON)
    found = import_cases(incoming(ledger([*ACTS, ("机密★3年", "case-filed", "2025-08-01", {})])), "b1", actor=ACTOR)
    assert (found.new, found.secret) == (3, [("台账.xlsx", "案件", 6)])
    assert not any("机密" in text for text in EntryRow.objects.values_list("text", flat=True))


def test_cases_that_a_ledger_tells_the_end_of_are_done_with_and_are_handled_again_when_it_tells_so_no_more() -> None:
    import_organs(taken(), actor=ACTOR, on=ON)
    ended = [*ACTS, ("〔2025〕1号", "case-closed", "2026-01-12", {})]
    seen = []
    for batch, acts in (("b1", ended), ("b2", ACTS), ("b3", ended)):
        brought(acts, batch)
        seen.append(list(Case.objects.order_by("number").values_list("state", flat=True)))
    undo("b3", actor=replace(ACTOR, because="台账有误"))

    assert seen == [["concluded", "open", "open"], ["open"] * 3, ["concluded", "open", "open"]]
    assert (Case.objects.get(number="〔2025〕1号").state, faults()) == ("open", [])


def test_a_ledger_without_a_place_for_closing_ends_a_case_by_what_brings_that_about() -> None:
    import_organs(taken(), actor=ACTOR, on=ON)
    silent = replace(EVERYTHING, id="no-closing", without=frozenset(("case-closed",)))
    for number, source in (("〔2025〕8号", EVERYTHING), ("〔2025〕9号", silent)):
        acts = [
            (number, "case-filed", "2025-08-01", {}),
            (number, "decision-made", "2025-09-01", {"result": "no-penalty"}),
        ]
        import_cases(incoming(replace(ledger(acts), source=source)), number, actor=ACTOR)
    [case] = Case.objects.filter(state="concluded")
    record_as_happened(case, Happening("decision-served", date(2025, 9, 3)), actor=replace(ACTOR, because="补录"))

    assert (case.number, case.state, source_of(case).without) == ("〔2025〕9号", "concluded", silent.without)
