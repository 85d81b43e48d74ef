"""Approval sheets go round as paper ones do, and say who approved."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date

import pytest

from tests.record.register import BEGAN, CLERK, TODAY, register
from tests.record.scans import scanned
from yifa.record.cases.actions import open_case
from yifa.record.chain.queries import faults
from yifa.record.despatch.approvals import (
    Asked,
    ask_also,
    draw_up,
    hand_on,
    pass_on,
    record_paper_sheet,
    record_signed_on_paper,
    refuse,
    send_back,
    urge,
    waiting_for,
)
from yifa.record.despatch.choices import SheetState, StepRole, StepState
from yifa.record.despatch.errors import NoScan, NotYours
from yifa.record.despatch.models import Sheet, Step
from yifa.record.despatch.ways import approver_of
from yifa.record.evidence.actions import destroy_file
from yifa.record.organs.actions import appoint, delegate, grant_leave
from yifa.record.organs.choices import Rank
from yifa.record.organs.models import Officer, Organ, Post
from yifa.record.scope.scopes import Part, Scope, within

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("reading_everything")]


@dataclass
class Office:
    """Who is there, and a sheet on its way: proposed, reviewed, countersigned by two, signed."""

    officer: Officer
    reviewer: Officer
    one: Officer
    other: Officer
    deputy: Officer
    head: Officer
    sheet: Sheet

    def step(self, officer: Officer) -> Step:
        """The step that is open for an officer."""
        return Step.objects.get(post__officer=officer, state=StepState.OPEN, sheet=self.sheet)

    def passes(self, *officers: Officer) -> Sheet:
        """They agree one after the other."""
        for officer in officers:
            self.sheet = pass_on(self.step(officer), "同意", officer=officer, actor=CLERK, on=TODAY)
        return self.sheet

    def open(self) -> list[str]:
        """The numbers of those who are asked now."""
        steps = Step.objects.filter(sheet=self.sheet, state=StepState.OPEN).order_by("id")
        return [one.post.officer.number for one in steps]


@pytest.fixture
def office() -> Office:
    market = register().market
    ranks = [Rank.OFFICER, Rank.SECTION_HEAD, Rank.SECTION_HEAD, Rank.SECTION_HEAD, Rank.DEPUTY, Rank.PRINCIPAL]
    people = [
        appoint(market, str(number), f"人{number}", actor=CLERK, on=BEGAN, title=f"职{number}", rank=rank)
        for number, rank in enumerate(ranks, 1)
    ]
    case = open_case(market, "penalty-ordinary", "青市监案〔2026〕1号", actor=CLERK, on=TODAY)
    post = {officer.number: Post.objects.get(officer=officer) for officer in people}
    way = [
        Asked(StepRole.PROPOSE, (post["1"],)),
        Asked(StepRole.REVIEW, (post["2"],)),
        Asked(StepRole.COUNTERSIGN, (post["3"], post["4"])),
        Asked(StepRole.SIGN, (post["6"],)),
    ]
    sheet = draw_up(case, "decision-made", "拟给予罚款", way, drawn_by=people[0], actor=CLERK, on=TODAY)
    return Office(*people, sheet)


def test_a_sheet_goes_round_and_the_last_signature_makes_it_signed(office: Office) -> None:
    seen = [office.open()]
    for officer in (office.officer, office.reviewer, office.one, office.other):
        office.passes(officer)
        seen.append(office.open())
    assert seen == [["1"], ["2"], ["3", "4"], ["4"], ["6"]]
    assert approver_of(office.sheet) is None
    assert office.passes(office.head).state == SheetState.SIGNED
    assert approver_of(office.sheet) == "principal"
    assert faults() == []


def test_who_is_not_asked_cannot_decide(office: Office) -> None:
    step = office.step(office.officer)
    with pytest.raises(NotYours, match="sheet for decision-made: waits for 职1, found officer 2"):
        pass_on(step, "同意", officer=office.reviewer, actor=CLERK, on=TODAY)
    waiting = Step.objects.get(post__officer=office.head)
    with pytest.raises(NotYours, match="the step is waiting, expected an open one"):
        pass_on(waiting, "同意", officer=office.head, actor=CLERK, on=TODAY)


def test_a_sheet_that_goes_back_is_asked_again_from_there(office: Office) -> None:
    office.passes(office.officer, office.reviewer, office.one)
    office.sheet = send_back(office.step(office.other), 2, "补充证据", officer=office.other, actor=CLERK, on=TODAY)
    assert (office.sheet.round, office.open()) == (2, ["2"])
    office.passes(office.reviewer, office.one, office.other, office.head)
    assert office.sheet.state == SheetState.SIGNED
    told = [(one.round, one.post.officer.number, one.state) for one in Step.objects.order_by("id")]
    assert told == [
        (1, "1", "passed"),
        (1, "2", "passed"),
        (1, "3", "passed"),
        (1, "4", "returned"),
        (1, "6", "dropped"),
        (2, "2", "passed"),
        (2, "3", "passed"),
        (2, "4", "passed"),
        (2, "6", "passed"),
    ]


def test_a_step_is_handed_on_and_others_are_asked_also(office: Office) -> None:
    office.passes(office.officer, office.reviewer)
    deputy = Post.objects.get(officer=office.deputy)
    hand_on(office.step(office.one), deputy, "请分管领导阅", officer=office.one, actor=CLERK, on=TODAY)
    ask_also(
        office.step(office.other),
        Post.objects.get(officer=office.reviewer),
        officer=office.other,
        actor=CLERK,
        on=TODAY,
    )
    assert office.open() == ["4", "5", "2"]
    office.passes(office.other, office.deputy)
    assert office.open() == ["2"]
    office.passes(office.reviewer)
    assert office.open() == ["6"]


def test_who_stands_in_signs_in_the_place_of_the_head(office: Office) -> None:
    post = Post.objects.get(officer=office.head)
    delegate(post, office.deputy, actor=CLERK, on=date(2026, 1, 1))
    grant_leave(office.head, actor=CLERK, first=TODAY, last=TODAY)
    office.passes(office.officer, office.reviewer, office.one, office.other)
    assert [one.post for one in waiting_for(office.deputy, TODAY)] == [post]
    assert waiting_for(office.head, TODAY) == []
    pass_on(office.step(office.head), "同意", officer=office.deputy, actor=CLERK, on=TODAY)
    signed = Step.objects.get(post=post)
    assert (signed.decided_by, signed.in_place_of_holder, signed.state) == (office.deputy, True, "passed")


def test_a_signature_on_paper_is_recorded_with_its_scan(office: Office) -> None:
    office.passes(office.officer, office.reviewer, office.one, office.other)
    step = office.step(office.head)
    with pytest.raises(NotYours, match="signed on paper without a scan, expected its digest"):
        record_signed_on_paper(step, "同意", officer=office.head, scan="", actor=CLERK, on=TODAY)
    scan = scanned(step.sheet.case).digest
    sheet = record_signed_on_paper(step, "同意", officer=office.head, scan=scan, actor=CLERK, on=TODAY)
    signed = Step.objects.get(id=step.id)
    assert (sheet.state, signed.on_paper) == (SheetState.SIGNED, scan)
    assert (signed.decided_by, signed.decided_on, signed.in_place_of_holder) == (office.head, TODAY, False)


def test_a_scan_is_a_file_of_the_case_that_its_recorder_may_read(office: Office) -> None:
    office.passes(office.officer, office.reviewer, office.one, office.other)
    step, case = office.step(office.head), office.sheet.case
    other = scanned(open_case(case.organ, "penalty-ordinary", "青市监案〔2026〕2号", actor=CLERK, on=TODAY))

    def record(scan: str) -> Sheet:
        return record_signed_on_paper(step, "同意", officer=office.head, scan=scan, actor=CLERK, on=TODAY)

    for scan in ("扫描件", "ab" * 32, other.digest):
        with pytest.raises(NoScan, match=f"case 青市监案〔2026〕1号 has no file '{scan}', expected the digest of its"):
            record(scan)
    own = scanned(case)
    shut = Scope(parts=(Part(frozenset({case.organ_id}), frozenset(), frozenset()),))
    with within(shut), pytest.raises(NoScan):
        record_paper_sheet(case, "case-filed", "", [], drawn_by=office.officer, scan=own.digest, actor=CLERK, on=TODAY)
    destroy_file(own, actor=replace(CLERK, because="误传"), on=TODAY)
    with pytest.raises(NoScan):
        record(own.digest)
    assert Step.objects.get(id=step.id).state == StepState.OPEN
    assert record(scanned(case).digest).state == SheetState.SIGNED


def test_who_signs_can_refuse_and_nobody_else(office: Office) -> None:
    with pytest.raises(NotYours, match="refused at propose, expected it to be sent back, or refused by who signs"):
        refuse(office.step(office.officer), "不同意", officer=office.officer, actor=CLERK, on=TODAY)
    office.passes(office.officer, office.reviewer, office.one, office.other)
    sheet = refuse(office.step(office.head), "不同意", officer=office.head, actor=CLERK, on=TODAY)
    assert (sheet.state, approver_of(sheet), office.open()) == (SheetState.REFUSED, None, [])


def test_whom_a_sheet_waits_for_is_urged(office: Office) -> None:
    step = urge(urge(office.step(office.officer), actor=CLERK, on=TODAY), actor=CLERK, on=TODAY)
    assert step.urged == 2


def test_a_sheet_without_somebody_who_signs_is_not_drawn_up(office: Office) -> None:
    posts = (Post.objects.get(officer=office.officer),)
    with pytest.raises(NotYours, match="expected somebody at every step, and a signature at the last"):
        draw_up(
            office.sheet.case,
            "decision-made",
            "",
            [Asked(StepRole.PROPOSE, posts)],
            drawn_by=office.officer,
            actor=CLERK,
            on=TODAY,
        )


def test_a_sheet_that_came_back_goes_back_further_to_those_who_were_asked_before(office: Office) -> None:
    office.passes(office.officer, office.reviewer)
    office.sheet = send_back(office.step(office.one), 2, "补充", officer=office.one, actor=CLERK, on=TODAY)
    again = office.step(office.reviewer)
    office.sheet = send_back(again, 1, "请承办人补充", officer=office.reviewer, actor=CLERK, on=TODAY)

    assert (office.sheet.round, office.open()) == (3, ["1"])
    sheet = office.passes(office.officer, office.reviewer, office.one, office.other, office.head)
    assert sheet.state == SheetState.SIGNED


def test_nobody_is_asked_twice_at_one_place_nor_from_another_organ(office: Office) -> None:
    step, own = office.step(office.officer), Post.objects.get(officer=office.officer)
    elsewhere = appoint(Organ.objects.get(code="qp-justice"), "77", "某", actor=CLERK, on=BEGAN, title="某")

    with pytest.raises(NotYours, match="is asked at this place already"):
        ask_also(step, own, officer=office.officer, actor=CLERK, on=TODAY)
    with pytest.raises(NotYours, match="is a post of another organ"):
        ask_also(step, Post.objects.get(officer=elsewhere), officer=office.officer, actor=CLERK, on=TODAY)
