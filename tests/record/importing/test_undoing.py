"""Batches that are taken back, one on the other: afterwards the record says what it said before."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from io import BytesIO
from typing import Any

import pytest

from tests.record.evidence.files import PNG
from tests.record.importing.test_importing import ACTOR, ACTS, ON, PENALTY, brought, ledger, taken
from yifa.law.run.one_case import engine
from yifa.record.cases.acting import Happening
from yifa.record.cases.actions import close, correct, open_case, record_as_happened
from yifa.record.cases.choices import LinkKind, State
from yifa.record.cases.columns import facts_of, standing
from yifa.record.cases.links import link
from yifa.record.cases.models import Act, Case
from yifa.record.chain.models import EntryRow
from yifa.record.chain.queries import faults
from yifa.record.chain.telling_rows import row_faults
from yifa.record.evidence.actions import keep_file
from yifa.record.evidence.choices import Sort
from yifa.record.importing.incoming import incoming
from yifa.record.importing.undoing import WORK, Undone, undo
from yifa.record.importing.writing_cases import import_cases
from yifa.record.importing.writing_organs import import_organs
from yifa.record.organs.models import Organ

pytestmark = pytest.mark.django_db
WRONG = replace(ACTOR, because="送错年度")
FIRST = "〔2025〕1号"
Told = list[tuple[str, str, str | None, dict[str, object]]]
LATER: Told = [
    *ACTS[:2],
    (FIRST, "decision-made", "2025-12-22", {"fine": 800000, "result": "penalty"}),
    (FIRST, "case-closed", "2026-01-12", {}),
    *ACTS[3:],
]
"""Of the first case another decision, and its end."""
OTHER: Told = [(*one[:3], {**one[3], "fine": 1}) if one[3].get("fine") else one for one in LATER]


@pytest.fixture(autouse=True)
def organs(reading_everything: None) -> None:
    import_organs(taken(), actor=ACTOR, on=ON)


def said() -> dict[str, Any]:
    """What the record says of each case, and what the law comes to by it."""
    found: dict[str, Any] = {}
    for case in Case.objects.order_by("number"):
        acts = sorted(str((one.kind, one.on, one.fields, one.came_from)) for one in standing(case.acts.order_by("id")))
        judged = [] if case.state == "void" else engine(PENALTY).judge(facts_of(case), ON)
        found[case.number] = (case.state, case.facts, case.came_from, acts, judged)
    return found


def sound() -> bool:
    return (faults(), list(row_faults([Case, Act]))) == ([], [])


def test_after_a_later_batch_is_taken_back_the_record_says_what_it_said_before() -> None:
    brought(ACTS, "b1")
    before, acts = said(), Act.objects.count()
    assert brought(LATER, "b2") == (0, 1, 2, 2, 1)
    assert said() != before
    assert undo("b2", actor=WRONG) == Undone(1, withdrawn=2, brought_back=1)
    assert said() == before
    again = Act.objects.order_by("-id")[0]
    assert (again.kind, again.on, again.reason) == ("decision-made", date(2025, 12, 20), "送错年度")
    gone = again.corrects
    assert gone is not None
    assert (gone.withdrawn, gone.corrects is not None) == (True, True)
    assert (Act.objects.count(), sound()) == (acts + 6, True)


def test_what_was_taken_back_once_is_not_taken_back_again() -> None:
    brought(ACTS, "b1")
    brought(LATER, "b2")
    undo("b2", actor=WRONG)
    entries, before = EntryRow.objects.count(), said()
    assert not undo("b2", actor=WRONG)
    assert (EntryRow.objects.count(), said()) == (entries, before)
    assert undo("b1", actor=WRONG) == Undone(3, withdrawn=7)
    entries = EntryRow.objects.count()
    assert not undo("b1", actor=WRONG)
    assert EntryRow.objects.count() == entries
    assert {one.state for one in Case.objects.all()} == {"void"}


def test_batches_are_taken_back_one_after_the_other_to_before_the_first() -> None:
    seen = [said()]
    for batch, acts in (("b1", ACTS), ("b2", LATER), ("b3", OTHER), ("b4", ACTS)):
        brought(acts, batch)
        seen.append(said())
    for batch in ("b4", "b3", "b2"):
        undo(batch, actor=WRONG)
        assert said() == seen[int(batch[1]) - 1]
    undo("b1", actor=WRONG)
    assert [(one[0], one[3]) for one in said().values()] == [("void", [])] * 3
    assert sound()


def test_a_batch_below_a_later_one_is_that_ones_until_it_is_taken_back() -> None:
    brought(ACTS, "b1")
    first = said()
    brought(LATER, "b2")
    brought(OTHER, "b3")
    top = said()
    assert not undo("b2", actor=WRONG)
    assert said() == top
    undo("b3", actor=WRONG)
    undo("b2", actor=WRONG)
    assert said() == first


def test_the_same_ledger_comes_in_again_after_it_was_taken_back() -> None:
    brought(ACTS, "b1")
    brought(LATER, "b2")
    later = {number: one[3] for number, one in said().items() if number != FIRST}
    undo("b2", actor=WRONG)
    assert brought(ACTS, "b3")[3:] == (0, 0)
    before = said()
    assert brought(LATER, "b4")[3:] == (2, 1)
    assert Case.objects.get(number=FIRST).state == "concluded"
    assert {number: one[3] for number, one in said().items() if number != FIRST} == later
    assert undo("b4", actor=WRONG) == Undone(1, withdrawn=2, brought_back=1)
    assert (said(), sound()) == (before, True)


def test_a_batch_that_told_of_a_case_without_a_new_act_is_taken_back_too() -> None:
    brought(ACTS, "b1")
    brought(LATER, "b2")
    undo("b2", actor=WRONG)
    before = said()
    assert brought(ACTS, "b3") == (0, 1, 2, 0, 0)  # its digest went with the batch
    assert undo("b3", actor=WRONG) == Undone(1)
    assert not undo("b3", actor=WRONG)
    assert (said(), sound()) == (before, True)


def test_a_batch_that_came_in_two_parts_is_taken_back_whole() -> None:
    brought(ACTS, "b1")
    before = said()
    brought(LATER, "b2")
    assert brought(OTHER, "b2")[1] == 1
    assert undo("b2", actor=WRONG) == Undone(1, withdrawn=2, brought_back=1)
    assert (said(), sound()) == (before, True)


def test_a_case_in_which_somebody_worked_since_is_left_and_told() -> None:
    brought(ACTS, "b1")
    brought([(*one[:2], "2025-08-06", one[3]) if one[1] == "case-filed" else one for one in LATER], "b2")
    [first, second, third] = Case.objects.order_by("number")
    made = first.acts.filter(kind="decision-made").order_by("-id").exclude(withdrawn=True)[0]
    correct(made, Happening("decision-made", date(2025, 12, 23), fields=made.fields), actor=WRONG)
    close(second, actor=WRONG, on=ON)
    before = said()
    found = undo("b2", actor=WRONG)
    assert (found.worked_on, found.withdrawn, found.brought_back) == ([first.number, second.number], 1, 1)
    after = said()
    assert {number: after[number] for number in found.worked_on} == {
        number: before[number] for number in found.worked_on
    }
    assert after[third.number][2]["batch"] == "b1"
    assert undo("b2", actor=WRONG) == Undone(worked_on=[first.number, second.number])
    assert sound()


def test_a_case_that_came_new_is_not_void_while_something_of_somebody_lies_in_it() -> None:
    brought(ACTS, "b1")
    [first, second, third] = Case.objects.order_by("number")
    brought(LATER, "b2")
    keep_file(first, BytesIO(PNG), "照片", Sort.OBJECT, actor=WRONG, on=ON)
    keep_file(second, BytesIO(PNG), "照片", Sort.OBJECT, actor=WRONG, on=ON)
    assert undo("b2", actor=WRONG) == Undone(1, withdrawn=2, brought_back=1)  # the first goes back, with its file
    link(third, LinkKind.ARISES_FROM, first, actor=WRONG, on=ON)
    before, entries = said(), EntryRow.objects.count()
    assert undo("b1", actor=WRONG) == Undone(worked_on=[first.number, second.number, third.number])
    assert (said(), EntryRow.objects.count()) == (before, entries)
    assert State.VOID not in {one.state for one in Case.objects.all()}


def test_whatever_can_hang_on_a_case_is_work_or_is_known_to_be_none() -> None:
    told = {"acts", "participants"}  # by the batch, or looked at act by act
    beside = {"clues", "grants", "marks", "standing"}  # of who reads and who supervises
    assert {one.get_accessor_name() for one in Case._meta.related_objects} - set(WORK) == told | beside


def test_what_somebody_did_before_the_batch_stays() -> None:
    brought(ACTS, "b1")
    case = Case.objects.get(number="〔2025〕3号")
    record_as_happened(case, Happening("decision-served", date(2025, 9, 3)), actor=WRONG)
    close(Case.objects.get(number=FIRST), actor=WRONG, on=ON)
    before = said()
    brought([(*one[:2], "2025-08-06", one[3]) if one[1] == "case-filed" else one for one in LATER], "b2")
    assert undo("b2", actor=WRONG).worked_on == []
    assert said() == before
    assert undo("b1", actor=WRONG).worked_on == [FIRST, "〔2025〕3号"]


def test_a_case_that_was_opened_by_hand_is_as_it_was_opened() -> None:
    organ = Organ.objects.get(code="Q2")
    filed = Happening("case-filed", date(2025, 8, 1))
    open_case(organ, PENALTY, "〔2025〕7号", actor=WRONG, on=ON, acts=(filed,))
    open_case(organ, PENALTY, "〔2025〕8号", actor=WRONG, on=ON)
    before = said()
    for number in ("〔2025〕7号", "〔2025〕8号"):
        decided = (number, "decision-made", "2025-09-01", {"result": "no-penalty"})
        import_cases(incoming(ledger([decided])), "b1", actor=ACTOR)
    assert said() != before
    assert undo("b1", actor=WRONG) == Undone(2, withdrawn=2)
    assert (said(), sound()) == (before, True)
