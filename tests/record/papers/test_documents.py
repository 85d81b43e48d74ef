"""A draft is issued with number, approval and act in one verb; a slip is put right, and both editions stay."""

from __future__ import annotations

from collections.abc import Callable
from datetime import timedelta

import pytest

from tests.record.papers.office import DECIDED, DECISION, Office, office
from tests.record.register import CLERK, NOW
from yifa.record.access.actions import give_role, open_file
from yifa.record.access.choices import RoleName
from yifa.record.access.queries import scope_of
from yifa.record.cases.actions import open_case
from yifa.record.cases.choices import Ground, Openness, Part
from yifa.record.cases.forgetting import forget_party
from yifa.record.chain.queries import faults, rows, value
from yifa.record.despatch.approvals import Asked, draw_up
from yifa.record.despatch.carrying_out import carry_out
from yifa.record.despatch.choices import StepRole
from yifa.record.despatch.errors import NotApproved, NotDespatched
from yifa.record.despatch.models import Number, Sheet
from yifa.record.despatch.numbers import reserve
from yifa.record.organs.actions import Actor, appoint
from yifa.record.organs.models import Organ, Post
from yifa.record.papers.choices import Means
from yifa.record.papers.documents import Openly, issue, put_right, show
from yifa.record.papers.drafts import begin_draft, edit_draft
from yifa.record.papers.errors import NotAPaper
from yifa.record.papers.models import Document, Draft, Service
from yifa.record.papers.queries import documents_of, editions_of
from yifa.record.papers.service import begin_service
from yifa.record.scope import Part as ScopePart
from yifa.record.scope import Scope, everything, within

pytestmark = pytest.mark.django_db
WITH_REASON = Actor("officer 0412", NOW, "笔误")


@pytest.fixture
def held() -> Office:
    with everything("a test"):
        return office()


def with_reason(held: Office) -> Document:
    sheet = held.sheet(result="penalty", fine=500_000)
    return issue(
        held.draft(),
        number=held.series,
        sheet=sheet,
        sealed_on=DECIDED,
        actor=WITH_REASON,
        on=DECIDED,
        as_happened=True,
    )


@pytest.mark.usefixtures("reading_everything")
def test_issuing_gives_number_act_and_approver_at_once(held: Office) -> None:
    document = with_reason(held)
    act = document.act_row
    assert act is not None
    assert (document.number_text, act.number, act.on) == ("青市监罚〔2025〕1号", "青市监罚〔2025〕1号", DECIDED)
    assert act.fields == {"result": "penalty", "fine": 500_000, "approver": "deputy"}
    assert (Draft.objects.count(), Sheet.objects.get().act_row, document.edition) == (0, act, 1)
    assert not any("柳三春" in text or "五千元" in text for _, text, _ in rows("qp-market"))
    assert (value(document.title), value(document.text), faults()) == (f"{DECISION}（柳三春）", "罚款五千元。", [])


@pytest.mark.usefixtures("reading_everything")
def test_a_slip_is_put_right_under_the_same_number_and_both_stay(held: Office) -> None:
    first = with_reason(held)
    second = put_right(first, text="罚款伍仟元。", actor=WITH_REASON, on=DECIDED + timedelta(1))
    assert (second.number_text, second.edition, second.reason) == (first.number_text, 2, "笔误")
    assert [value(one.text) for one in editions_of(second)] == ["罚款五千元。", "罚款伍仟元。"]
    assert (list(documents_of(held.case)), editions_of(first)) == ([second], [first, second])
    assert held.case.acts.filter(kind="decision-made").count() == 1


@pytest.mark.usefixtures("reading_everything")
def test_an_act_that_is_its_service_is_not_recorded_when_the_paper_is_issued(held: Office) -> None:
    draft = held.draft("pre-decision-notice-served", "行政处罚告知书")
    [number] = reserve(held.series, 2025, actor=CLERK, on=DECIDED)
    document = issue(draft, number=number, actor=CLERK, on=DECIDED)
    assert (document.act_row, Number.objects.get().state) == (None, "used")
    assert list(held.case.acts.values_list("kind", flat=True)) == ["case-filed"]


@pytest.mark.usefixtures("reading_everything")
def test_papers_of_one_act_share_it_when_its_sheet_was_carried_out(held: Office) -> None:
    sheet = held.sheet("order-to-correct", signer=held.head)
    act = carry_out(sheet, actor=CLERK, on=DECIDED)
    for text in ("甲", "乙"):
        draft = held.draft("order-to-correct", "责令改正通知书", text)
        assert issue(draft, sheet=sheet, actor=CLERK, on=DECIDED).act_row == act
    with pytest.raises(NotApproved, match="was carried out before, expected a sheet of its own for each act"):
        carry_out(sheet, actor=CLERK, on=DECIDED)
    assert held.case.acts.filter(kind="order-to-correct").count() == 1


@pytest.mark.usefixtures("reading_everything")
def test_forgetting_a_party_leaves_no_copy_in_papers(held: Office) -> None:
    document = with_reason(held)
    party = held.party.party
    assert party is not None
    with within(Scope((ScopePart(frozenset({held.market.id}), secondary=frozenset()),))):
        forget_party(party, actor=WITH_REASON)
    assert value(Sheet.objects.get().proposal) is None
    assert (value(document.title), value(document.text), faults()) == (None, None, [])


def test_the_secondary_part_and_the_circle_of_a_document_are_obeyed(held: Office) -> None:
    with everything("a test"):
        document = with_reason(held)
        note = begin_draft(
            held.case,
            "collective-discussion-held",
            "集体讨论记录",
            "记录",
            "讨论",
            drafter=held.officer,
            at=NOW,
            part=Part.SECONDARY,
        )
        issue(note, actor=WITH_REASON, on=DECIDED, as_happened=True)
        lent = appoint(Organ.objects.get(code="qp-justice"), "9", "人9", actor=CLERK, on=DECIDED)
        other = appoint(held.market, "8", "人8", actor=CLERK, on=DECIDED)
        for officer, role in ((held.officer, RoleName.HANDLER), (other, RoleName.DISCLOSURE)):
            give_role(officer, role, held.market, actor=CLERK, on=DECIDED)
        grant = open_file(lent, held.case, "评查", actor=CLERK, on=DECIDED, last=DECIDED)
        begin_service(document, Means.DIRECT, actor=CLERK, on=DECIDED)

    def papers(officer: object) -> list[str]:
        with within(scope_of(officer, DECIDED)):  # type: ignore[arg-type]
            return [
                *Document.objects.order_by("paper").values_list("paper", flat=True),
                *Sheet.objects.values_list("act", flat=True),
                *Service.objects.values_list("means", flat=True),
            ]

    both = [DECISION, "集体讨论记录", "decision-made", "direct"]
    served = [DECISION, "direct"]
    assert [papers(one) for one in (held.officer, other, lent)] == [both, served, served]
    with everything("a test"):
        show(document, Openly(Openness.CLOSED, Ground.PRIVACY, "个人信息", [held.deputy]), actor=CLERK, on=DECIDED)
        open_file(lent, held.case, "评查副卷", actor=CLERK, on=DECIDED, last=DECIDED, secondary=True)
    assert [papers(one) for one in (held.officer, other, lent)] == [both[1:3], [], both[1:3]]
    assert grant.secondary is False


def test_who_handles_requests_reads_the_approvals_of_requests(held: Office) -> None:
    with everything("a test"):
        own = open_case(held.market, "disclosure", "公1", actor=CLERK, on=DECIDED)
        for case, act in ((own, "answer-made"), (held.case, "decision-made")):
            way = [Asked(StepRole.SIGN, (Post.objects.get(officer=held.deputy),))]
            draw_up(case, act, "拟", way, drawn_by=held.officer, actor=WITH_REASON, on=DECIDED)
        give_role(held.section, RoleName.DISCLOSURE, held.market, actor=CLERK, on=DECIDED)
        give_role(held.head, RoleName.LEADER, held.market, actor=CLERK, on=DECIDED)
    seen = []
    for officer in (held.section, held.head):
        with within(scope_of(officer, DECIDED)):
            seen.append(sorted(Sheet.objects.values_list("act", flat=True)))
    assert seen == [["answer-made"], ["answer-made", "decision-made"]]


REFUSED: dict[str, Callable[[Office], object]] = {
    "行政处罚决定书: decision-made is approved by a sheet that is signed, expected one, or": lambda held: issue(
        held.draft(), actor=CLERK, on=DECIDED
    ),
    "行政处罚决定书: the draft was changed or issued since it was read; read it again": lambda held: issue(
        changed(held.draft()), actor=WITH_REASON, on=DECIDED, as_happened=True
    ),
    "行政处罚决定书: sealed on 2025-09-19, expected no day before it was issued": lambda held: issue(
        held.draft(), actor=WITH_REASON, on=DECIDED, as_happened=True, sealed_on=DECIDED - timedelta(1)
    ),
    "sheet for extension-approved: is not one for decision-made in case 青市监案〔2025〕1号": lambda held: issue(
        held.draft(), sheet=held.sheet("extension-approved"), actor=CLERK, on=DECIDED
    ),
    "行政处罚决定书: case-filed is not the act decision-made of case 青市监案〔2025〕1号": lambda held: issue(
        held.draft(), act=held.case.acts.get(), actor=CLERK, on=DECIDED
    ),
    "行政处罚决定书 青市监罚〔2025〕1号: put right without a reason, expected one": lambda held: put_right(
        with_reason(held), text="二", actor=CLERK, on=DECIDED
    ),
    "行政处罚决定书 青市监罚〔2025〕1号: says the same, expected what is put right": lambda held: put_right(
        with_reason(held), actor=WITH_REASON, on=DECIDED
    ),
    "行政处罚决定书 青市监罚〔2025〕1号: was put right before": lambda held: twice(with_reason(held)),
}


def changed(draft: Draft) -> Draft:
    edit_draft(Draft.objects.get(), at=NOW, text="改过")
    return draft


def twice(document: Document) -> Document:
    put_right(document, text="二", actor=WITH_REASON, on=DECIDED)
    return put_right(document, text="三", actor=WITH_REASON, on=DECIDED)


@pytest.mark.usefixtures("reading_everything")
@pytest.mark.parametrize("told", list(REFUSED))
def test_what_is_not_issued_is_told_with_what_was_expected(held: Office, told: str) -> None:
    with pytest.raises((NotAPaper, NotDespatched)) as refused:
        REFUSED[told](held)
    assert str(refused.value).startswith(told)
