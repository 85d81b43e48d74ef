"""The way of an approval sheet as its procedure declares it, and who approved when it was signed.

负责人 is the principal head or a deputy, 主要负责人 the principal alone: the act says which of them it was.
"""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from django.db.models import QuerySet

from yifa.law.catalogue.approvals import RANKS, USUAL, Approval, ApprovalStep
from yifa.record.cases.columns import procedure_of
from yifa.record.cases.models import Case
from yifa.record.despatch.choices import SheetState, StepRole, StepState
from yifa.record.despatch.errors import NotTheWay, NotYours
from yifa.record.despatch.models import Sheet
from yifa.record.organs.choices import Rank
from yifa.record.organs.models import Officer, Post, ReviewerQualification
from yifa.record.organs.queries import on_day

_APPROVERS = {
    Rank.PRINCIPAL: ("principal", "head"),
    Rank.DEPUTY: ("deputy", "head"),
    Rank.SECTION_HEAD: ("department-head",),
}
"""What the fields of acts call who approved, where the procedure does not say; the first that the field knows."""
APPROVER = "approver"
Placed = Sequence[tuple[StepRole, Sequence[Post]]]


def approval_of(case: Case, act: str) -> Approval:
    """The way that the procedure of a case declares for an act, or the usual one."""
    return procedure_of(case).approvals.get(act, USUAL)


def whom_to_ask(case: Case, act: str, on: date) -> list[tuple[ApprovalStep, list[Post]]]:
    """The steps for an act, each with the posts of the organ that may be asked on a day, the lowest rank first."""
    posts = list(_posts(case, on))
    found = []
    for step in approval_of(case, act).steps:
        able = [post for post in posts if _high_enough(post, step)]
        if step.qualified:
            qualified = _qualified([post.officer_id for post in able], on)
            able = [post for post in able if post.officer_id in qualified]
        found.append((step, sorted(able, key=lambda post: (RANKS.index(post.rank), post.id))))
    return found


def _posts(case: Case, on: date) -> QuerySet[Post]:
    return on_day(Post.objects.filter(organ=case.organ_id), on).select_related("officer")


def check_way(case: Case, act: str, way: Placed, on: date, *, because: str = "") -> None:
    """Raise `NotYours` for a way without people or signature, `NotTheWay` for another one than is declared.

    More steps than are declared may be asked. With a reason (`because`) a sheet may go another way.
    """
    if not way or way[-1][0] != StepRole.SIGN or not all(posts for _, posts in way):
        raise NotYours(f"sheet for {act}: expected somebody at every step, and a signature at the last")
    declared = procedure_of(case).approvals.get(act)
    if declared is not None and not because:
        _goes_that_way(declared, act, way, on)


def _goes_that_way(declared: Approval, act: str, way: Placed, on: date) -> None:
    """Every declared step is asked in its order; steps of one place are posts of one place."""
    left = list(way)
    for steps in declared.places:
        needed = [step for step in steps if not step.optional]
        place = next((at for at, (role, posts) in enumerate(left) if _asks(role, posts, steps, len(needed), on)), None)
        if place is not None:
            left = left[place + 1 :]
        elif needed:
            law = f" ({'、'.join(declared.law)})" if declared.law else ""
            who = f"{needed[0].rank} or above{', qualified for legality reviews' if needed[0].qualified else ''}"
            many = f"{len(needed)} of " if len(needed) > 1 else ""
            raise NotTheWay(
                f"sheet for {act}: expected {steps[0].role} by {many}{who}{law} at its place, "
                "or a reason why it goes another way"
            )


def _asks(role: StepRole, posts: Sequence[Post], steps: Sequence[ApprovalStep], many: int, on: date) -> bool:
    """Whether a place asks what is declared for it: its role, enough posts, all of them able."""
    return role == steps[0].role and len(posts) >= many and all(_all_able(posts, step, on) for step in steps)


def check_post(case: Case, act: str, role: StepRole, post: Post, on: date, *, because: str = "") -> None:
    """Raise `NotTheWay` where a step is handed on to somebody whom no declared step of its role would ask.

    With a reason (`because`) it may be.
    """
    declared = procedure_of(case).approvals.get(act)
    steps = [step for step in declared.steps if step.role == role] if declared is not None else []
    if not steps or because or any(_all_able([post], step, on) for step in steps):
        return
    least = min((step.rank for step in steps), key=RANKS.index)
    raise NotTheWay(f"sheet for {act}: {role} handed on to {post.title}, expected {least} or above, or a reason")


def _all_able(posts: Sequence[Post], step: ApprovalStep, on: date) -> bool:
    if not all(_high_enough(post, step) for post in posts):
        return False
    return not step.qualified or {post.officer_id for post in posts} <= _qualified([p.officer_id for p in posts], on)


def _high_enough(post: Post, step: ApprovalStep) -> bool:
    return RANKS.index(post.rank) >= RANKS.index(step.rank)


def _qualified(officers: Sequence[int], on: date) -> set[int]:
    """Those who may review for legality on a day (行政处罚法 58)."""
    rows = on_day(ReviewerQualification.objects.filter(officer__in=officers), on)
    return {row.officer_id for row in rows if row.passed_legal_examination or row.reviewed_before}


def signed_rank(sheet: Sheet) -> Rank | None:
    """The highest rank that signed; None while it is not signed. Who signed in another's place counts by his own."""
    if sheet.state != SheetState.SIGNED:
        return None
    signed = sheet.steps.filter(round=sheet.round, role=StepRole.SIGN, state=StepState.PASSED)
    ranks = set()
    for step in signed.select_related("decided_by"):
        if step.in_place_of_holder and step.decided_by is not None and step.decided_on is not None:
            ranks.add(rank_of(step.decided_by, step.decided_on))
        else:
            ranks.add(Rank(step.rank))
    return max(ranks, key=lambda rank: RANKS.index(rank.value), default=None)


def rank_of(officer: Officer, on: date) -> Rank:
    """The highest rank of an officer's posts on a day."""
    ranks = on_day(Post.objects.filter(officer=officer), on).values_list("rank", flat=True)
    return Rank(max(ranks, key=RANKS.index, default=Rank.OFFICER.value))


def approver_of(sheet: Sheet) -> str | None:
    """Who approved, in the word the act has for such a rank; None while it is not signed, or where there is none."""
    rank = signed_rank(sheet)
    field = approver_field(sheet)
    if rank is None:
        return None
    declared = procedure_of(sheet.case).approvals.get(sheet.act)
    words = {} if declared is None else {str(known): word for known, word in declared.words.items()}
    if rank.value in words:
        return words[rank.value]
    known = () if field is None else procedure_of(sheet.case).vocabulary[sheet.act][field].words
    return next((word for word in _APPROVERS.get(rank, ()) if not known or word in known), None)


def approver_field(sheet: Sheet) -> str | None:
    """The field of the act that says who approved; None where it has none."""
    declared = procedure_of(sheet.case).approvals.get(sheet.act)
    if declared is not None and declared.field is not None:
        return declared.field
    return APPROVER if APPROVER in procedure_of(sheet.case).vocabulary.get(sheet.act, {}) else None
