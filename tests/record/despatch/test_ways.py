"""The way of a sheet is the one its procedure declares; who approved is told in the word of the act."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, timedelta

import pytest

from tests.record.papers.office import DECIDED, Office, office
from tests.record.register import CLERK, NOW
from tests.record.scans import scanned
from yifa.law.catalogue.approvals import Approval, ApprovalStep
from yifa.record.cases.actions import open_case
from yifa.record.cases.errors import NoSuchAct, Unlawful
from yifa.record.despatch import ways
from yifa.record.despatch.approvals import Asked, Signature, draw_up, hand_on, pass_on, record_paper_sheet
from yifa.record.despatch.carrying_out import carry_out
from yifa.record.despatch.choices import StepRole
from yifa.record.despatch.errors import NotApproved, NotDespatched, NotTheWay
from yifa.record.despatch.models import Sheet, Step
from yifa.record.despatch.ways import approver_of, whom_to_ask
from yifa.record.organs.actions import Actor, delegate, grant_leave, qualify_reviewer
from yifa.record.organs.models import Officer, Post

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("reading_everything")]
WITH_REASON = Actor("officer 0412", NOW, "本机关无内设机构")


@pytest.fixture
def held() -> Office:
    return office()


def asked(*steps: tuple[StepRole, Officer]) -> list[Asked]:
    return [Asked(role, (Post.objects.get(officer=who),)) for role, who in steps]


def drawn_up(
    held: Office, *steps: tuple[StepRole, Officer], actor: Actor = CLERK, act: str = "extension-approved"
) -> Sheet:
    return draw_up(held.case, act, "拟办", asked(*steps), drawn_by=held.officer, actor=actor, on=DECIDED)


def test_who_may_be_asked_at_each_step_is_told_by_rank_and_qualification(held: Office) -> None:
    qualify_reviewer(held.section, actor=CLERK, on=DECIDED, passed=True)
    told = [
        (step.role, [post.officer.number for post in posts])
        for step, posts in whom_to_ask(held.case, "decision-made", DECIDED)
    ]
    assert told == [
        ("propose", ["1", "2", "3", "4"]),
        ("review", ["2", "3", "4"]),
        ("review", ["2"]),
        ("sign", ["3", "4"]),
    ]


def test_another_way_needs_a_reason(held: Office) -> None:
    short = ((StepRole.PROPOSE, held.officer), (StepRole.SIGN, held.deputy))
    with pytest.raises(NotTheWay) as refused:
        drawn_up(held, *short)
    assert str(refused.value) == (
        "sheet for extension-approved: expected review by section-head or above "
        "(行政处罚法 60、市场监督管理行政处罚程序规定 64) at its place, or a reason why it goes another way"
    )
    low = ((StepRole.PROPOSE, held.officer), (StepRole.REVIEW, held.section), (StepRole.SIGN, held.section))
    with pytest.raises(NotTheWay, match="expected sign by deputy or above"):
        drawn_up(held, *low)
    assert drawn_up(held, *short, actor=WITH_REASON).state == "under-way"
    more = (
        (StepRole.PROPOSE, held.officer),
        (StepRole.REVIEW, held.section),
        (StepRole.COUNTERSIGN, held.deputy),
        (StepRole.SIGN, held.head),
    )
    assert drawn_up(held, *more).state == "under-way"


def test_a_place_declared_for_two_asks_two_together(held: Office) -> None:
    together = [ApprovalStep(role="countersign", rank="section-head", beside=at > 0) for at in range(2)]
    declared = Approval(steps=(*together, ApprovalStep(role="sign", rank="deputy")))
    section, deputy, head = (Post.objects.get(officer=who) for who in (held.section, held.deputy, held.head))
    sign = (StepRole.SIGN, [head])
    ways._goes_that_way(declared, "x", [(StepRole.COUNTERSIGN, [section, deputy]), sign], DECIDED)
    with pytest.raises(NotTheWay, match="expected countersign by 2 of section-head or above at its place"):
        ways._goes_that_way(declared, "x", [(StepRole.COUNTERSIGN, [section]), sign], DECIDED)


def test_what_is_proposed_is_an_act_of_the_procedure_with_its_fields(held: Office) -> None:
    way = asked((StepRole.SIGN, held.deputy))
    with pytest.raises(NoSuchAct, match="penalty-ordinary: has no act 'fined'"):
        draw_up(held.case, "fined", "", way, drawn_by=held.officer, actor=CLERK, on=DECIDED)
    with pytest.raises(NoSuchAct, match=r"decision-made\.fine: expected an amount of money"):
        draw_up(
            held.case,
            "decision-made",
            "",
            way,
            drawn_by=held.officer,
            actor=WITH_REASON,
            on=DECIDED,
            fields={"fine": "多"},
        )


SIGNERS = [
    ("extension-approved", "deputy", "deputy", "deputy"),
    ("extension-approved", "head", "principal", "principal"),
    ("order-to-correct", "head", "principal", None),
]


@pytest.mark.parametrize(("act", "signer", "word", "recorded"), SIGNERS)
def test_who_signed_is_told_as_the_act_calls_him(
    held: Office, act: str, signer: str, word: str, recorded: str | None
) -> None:
    sheet = held.sheet(act, signer=getattr(held, signer), **({"days": "30 calendar days"} if recorded else {}))
    assert approver_of(sheet) == word
    made = carry_out(sheet, actor=WITH_REASON, on=DECIDED, as_happened=True)
    assert (made.fields.get("approver"), Sheet.objects.get().act_row) == (recorded, made)


def test_the_head_of_the_review_body_approves_where_the_law_says_so(held: Office) -> None:
    case = open_case(held.market, "reconsideration", "复1", actor=CLERK, on=DECIDED)
    signed = [
        Signature(role, Post.objects.get(officer=who), who, DECIDED)
        for role, who in ((StepRole.PROPOSE, held.officer), (StepRole.SIGN, held.section))
    ]
    sheet = record_paper_sheet(
        case,
        "extension-approved",
        "延期",
        signed,
        drawn_by=held.officer,
        scan=scanned(case).digest,
        actor=CLERK,
        on=DECIDED,
    )
    assert approver_of(sheet) == "review-body-head"


def test_where_the_law_asks_for_the_principal_no_deputy_may_sign(held: Office) -> None:
    case = open_case(held.market, "criminal-transfer", "移1", actor=CLERK, on=DECIDED)
    people = ((StepRole.PROPOSE, held.officer), (StepRole.REVIEW, held.section))
    for signer, approver in ((held.deputy, None), (held.head, "principal")):
        way = asked(*people, (StepRole.SIGN, signer))
        if approver is None:
            with pytest.raises(NotTheWay, match=r"expected sign by principal or above \(移送涉嫌犯罪案件规定 5\)"):
                draw_up(case, "transfer-approved", "移送", way, drawn_by=held.officer, actor=CLERK, on=DECIDED)
            continue
        sheet = draw_up(case, "transfer-approved", "移送", way, drawn_by=held.officer, actor=CLERK, on=DECIDED)
        for who in (held.officer, held.section, signer):
            pass_on(Step.objects.get(sheet=sheet, state="open"), "同意", officer=who, actor=CLERK, on=DECIDED)
        assert approver_of(Sheet.objects.get(id=sheet.id)) == approver


def test_a_deputy_in_the_place_of_the_principal_shows_where_only_he_may_sign(held: Office) -> None:
    case = open_case(held.market, "criminal-transfer", "移1", actor=CLERK, on=DECIDED)
    delegate(Post.objects.get(officer=held.head), held.deputy, actor=CLERK, on=DECIDED)
    grant_leave(held.head, actor=CLERK, first=DECIDED, last=DECIDED)
    way = asked((StepRole.PROPOSE, held.officer), (StepRole.REVIEW, held.section), (StepRole.SIGN, held.head))
    sheet = draw_up(case, "transfer-approved", "移送", way, drawn_by=held.officer, actor=CLERK, on=DECIDED)
    for who in (held.officer, held.section, held.deputy):
        sheet = pass_on(Step.objects.get(sheet=sheet, state="open"), "同意", officer=who, actor=CLERK, on=DECIDED)
    with pytest.raises(Unlawful, match="ljt-principal-approves"):
        carry_out(sheet, actor=CLERK, on=DECIDED)
    assert carry_out(sheet, actor=WITH_REASON, on=DECIDED, as_happened=True).fields == {"approver": "deputy"}


def test_who_signs_in_the_place_of_the_principal_approves_as_what_he_is(held: Office) -> None:
    post = Post.objects.get(officer=held.head)
    delegate(post, held.deputy, actor=CLERK, on=DECIDED)
    grant_leave(held.head, actor=CLERK, first=DECIDED, last=DECIDED)
    sheet = drawn_up(held, (StepRole.SIGN, held.head), act="order-to-correct")
    pass_on(Step.objects.get(sheet=sheet), "同意", officer=held.deputy, actor=CLERK, on=DECIDED)
    sheet = drawn_up(
        held, (StepRole.PROPOSE, held.officer), (StepRole.REVIEW, held.section), (StepRole.SIGN, held.head)
    )
    for who in (held.officer, held.section, held.deputy):
        pass_on(Step.objects.get(sheet=sheet, state="open"), "同意", officer=who, actor=CLERK, on=DECIDED)
    assert approver_of(Sheet.objects.get(id=sheet.id)) == "deputy"


def test_a_signature_is_handed_on_to_nobody_who_may_not_sign(held: Office) -> None:
    steps = ((StepRole.PROPOSE, held.officer), (StepRole.REVIEW, held.section), (StepRole.SIGN, held.head))
    sheet = drawn_up(held, *steps)
    for who in (held.officer, held.section):
        pass_on(Step.objects.get(sheet=sheet, state="open"), "同意", officer=who, actor=CLERK, on=DECIDED)
    step, section = Step.objects.get(sheet=sheet, state="open"), Post.objects.get(officer=held.section)
    with pytest.raises(NotTheWay, match="sign handed on to 职2, expected deputy or above, or a reason"):
        hand_on(step, section, "转", officer=held.head, actor=CLERK, on=DECIDED)
    deputy = Post.objects.get(officer=held.deputy)
    assert hand_on(step, deputy, "转", officer=held.head, actor=CLERK, on=DECIDED).post == deputy


REFUSED: dict[str, tuple[type[NotDespatched], Callable[[Office], object]]] = {
    "sheet for extension-approved: is under-way, expected a signed one": (
        NotApproved,
        lambda held: carry_out(drawn_up(held, (StepRole.SIGN, held.head), actor=WITH_REASON), actor=CLERK, on=DECIDED),
    ),
    "sheet for order-to-correct: signed on paper without a scan, expected its digest": (
        NotDespatched,
        lambda held: record_paper_sheet(
            held.case, "order-to-correct", "", [], drawn_by=held.officer, scan="", actor=CLERK, on=DECIDED
        ),
    ),
    "sheet for order-to-correct: found signatures out of the order of their days, or after 2025-09-20": (
        NotDespatched,
        lambda held: record_paper_sheet(
            held.case,
            "order-to-correct",
            "",
            [signature(held, StepRole.REVIEW, DECIDED), signature(held, StepRole.SIGN, DECIDED - timedelta(1))],
            drawn_by=held.officer,
            scan=scanned(held.case).digest,
            actor=CLERK,
            on=DECIDED,
        ),
    ),
}


def signature(held: Office, role: StepRole, on: date) -> Signature:
    return Signature(role, Post.objects.get(officer=held.deputy), held.deputy, on)


@pytest.mark.parametrize("told", list(REFUSED))
def test_what_cannot_be_is_told_with_what_was_expected(held: Office, told: str) -> None:
    kind, attempt = REFUSED[told]
    with pytest.raises(kind) as refused:
        attempt(held)
    assert str(refused.value) == told
