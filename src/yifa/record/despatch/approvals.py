"""Approval sheets: 拟办 → 审核 → 会签 → 签发, in the office's own order.

A sheet goes round in steps: those of one place are asked together, the next place opens when all of them passed. A step
can pass, go back to an earlier place (a new round begins there), be handed on, or be given to further people; it can be
urged, signed in the place of a holder who is away, or recorded as signed on paper. The last signature makes the sheet
signed, and says who approved: 主要负责人 and 负责人 are not the same.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from django.db.models import QuerySet

from yifa.record.cases.acting import Happening, act_of_case, open_only
from yifa.record.cases.columns import procedure_of
from yifa.record.cases.kept_files import has_file
from yifa.record.cases.models import Case
from yifa.record.cases.secrecy import refuse_secrets
from yifa.record.chain.actions import Personal
from yifa.record.chain.writing import Writing
from yifa.record.despatch.choices import SheetState, StepRole, StepState
from yifa.record.despatch.errors import NoScan, NotYours
from yifa.record.despatch.models import Sheet, Step
from yifa.record.despatch.ways import check_post, check_way
from yifa.record.organs.actions import Actor, verb_of
from yifa.record.organs.models import Delegation, Officer, Post
from yifa.record.organs.queries import StandIns, on_day, signs_for

AT_ONCE = 600
"""So many steps are looked at together."""


@dataclass(frozen=True, slots=True)
class Signature:
    """A signature on paper: at which step, of which post, by whom, on which day, with which words."""

    role: StepRole
    post: Post
    officer: Officer
    on: date
    opinion: str = ""


@dataclass(frozen=True, slots=True)
class Asked:
    """Who is asked: posts at one place of the way, all together, as what."""

    role: StepRole
    posts: tuple[Post, ...]


def draw_up(
    case: Case,
    act: str,
    proposal: str,
    way: Sequence[Asked],
    *,
    drawn_by: Officer,
    actor: Actor,
    on: date,
    fields: Mapping[str, Any] | None = None,
) -> Sheet:
    """Draw up a sheet and send it on its way; the last place must sign.

    Raises `NotTheWay` where the procedure declares another way for the act, unless `actor` says why it goes this one.
    """
    told = _proposed(case, act, proposal, fields, actor)
    check_way(case, act, [(asked.role, asked.posts) for asked in way], on, because=actor.because)
    with verb_of("sheet-drawn-up", case.organ, actor, on, {"case_number": case.number}) as writing:
        [sheet] = writing.insert(_sheet(case, act, proposal, told, drawn_by, on))
        writing.insert(*_steps(sheet, way, 1))
    return sheet


def record_paper_sheet(
    case: Case,
    act: str,
    proposal: str,
    signed: Sequence[Signature],
    *,
    drawn_by: Officer,
    scan: str,
    actor: Actor,
    on: date,
    fields: Mapping[str, Any] | None = None,
) -> Sheet:
    """Record a whole sheet that went round on paper: who signed as what on which day, and the digest of its scan.

    Raises `NoScan` where the case has no such file.
    """
    _scanned(case, act, scan)
    told = _proposed(case, act, proposal, fields, actor)
    check_way(case, act, [(one.role, (one.post,)) for one in signed], on, because=actor.because)
    days = [one.on for one in signed]
    if days != sorted(days) or days[-1] > on:
        raise NotYours(f"sheet for {act}: found signatures out of the order of their days, or after {on}")
    refuse_secrets(*(one.opinion for one in signed))
    with verb_of("sheet-recorded", case.organ, actor, on, {"case_number": case.number}) as writing:
        sheet = _sheet(case, act, proposal, told, drawn_by, signed[0].on)
        sheet.state = SheetState.SIGNED
        [sheet] = writing.insert(sheet)
        writing.insert(
            *(
                Step(
                    sheet=sheet,
                    round=1,
                    place=place,
                    role=one.role,
                    post=one.post,
                    rank=one.post.rank,
                    state=StepState.PASSED,
                    opinion=Personal(one.opinion) if one.opinion else "",
                    decided_by=one.officer,
                    decided_on=one.on,
                    in_place_of_holder=one.officer != one.post.officer,
                    on_paper=scan,
                )
                for place, one in enumerate(signed, 1)
            )
        )
    return sheet


def _scanned(case: Case, act: str, scan: str) -> None:
    """Raise `NoScan` unless what was signed lies among the files of the case, where its recorder may read it."""
    if not scan:
        raise NoScan(f"sheet for {act}: signed on paper without a scan, expected its digest")
    if not has_file(case, scan):
        raise NoScan(f"sheet for {act}: case {case.number} has no file {scan!r}, expected the digest of its scan")


def _proposed(case: Case, act: str, proposal: str, fields: Mapping[str, Any] | None, actor: Actor) -> Mapping[str, Any]:
    """The fields of the act that is proposed, as they are kept. Raises `NotRecorded` for what the act has not."""
    open_only(case)
    refuse_secrets(proposal)
    made: Mapping[str, Any] = act_of_case(case, Happening(act, fields=fields or {}), actor, procedure_of(case)).fields
    return made


def _sheet(case: Case, act: str, proposal: str, fields: Mapping[str, Any], drawn_by: Officer, on: date) -> Sheet:
    told = Personal(proposal) if proposal else ""
    return Sheet(case=case, act=act, fields=dict(fields), proposal=told, drawn_by=drawn_by, drawn_on=on)


def _steps(sheet: Sheet, way: Sequence[Asked], round_: int) -> list[Step]:
    return [
        Step(
            sheet=sheet,
            round=round_,
            place=place,
            role=asked.role,
            post=post,
            rank=post.rank,
            state=StepState.OPEN if place == 1 else StepState.WAITING,
        )
        for place, asked in enumerate(way, 1)
        for post in asked.posts
    ]


def pass_on(step: Step, opinion: str, *, officer: Officer, actor: Actor, on: date) -> Sheet:
    """Agree. When everybody at this place did, the next place is asked; after the last the sheet is signed."""
    in_place = _may(step, officer, on)
    with verb_of(
        "sheet-step-passed", step.sheet.case.organ, actor, on, {"case_number": step.sheet.case.number}
    ) as writing:
        return _passed(writing, step, opinion, officer, on, in_place)


def record_signed_on_paper(step: Step, opinion: str, *, officer: Officer, scan: str, actor: Actor, on: date) -> Sheet:
    """Record that a step was signed on paper: by whom, on which day, and the digest of the scan, a file of the case."""
    in_place = _may(step, officer, on)
    _scanned(step.sheet.case, step.sheet.act, scan)
    with verb_of(
        "sheet-signed-on-paper", step.sheet.case.organ, actor, on, {"case_number": step.sheet.case.number}
    ) as writing:
        return _passed(writing, step, opinion, officer, on, in_place, scan)


def _decided(
    writing: Writing,
    step: Step,
    state: StepState,
    opinion: str,
    officer: Officer,
    on: date,
    in_place: bool,
    scan: str = "",
) -> None:
    """What somebody said at a step, when, and whether in the place of its holder."""
    refuse_secrets(opinion)
    writing.change(
        step,
        state=state,
        opinion=Personal(opinion) if opinion else "",
        decided_by=officer,
        decided_on=on,
        in_place_of_holder=in_place,
        on_paper=scan,
    )


def _passed(
    writing: Writing, step: Step, opinion: str, officer: Officer, on: date, in_place: bool, scan: str = ""
) -> Sheet:
    _decided(writing, step, StepState.PASSED, opinion, officer, on, in_place, scan)
    sheet = step.sheet
    others = list(sheet.steps.filter(round=step.round).exclude(id=step.id))
    if any(one.place == step.place and one.state == StepState.OPEN for one in others):
        return sheet
    later = sorted({one.place for one in others if one.place > step.place})
    if not later:
        return writing.change(sheet, state=SheetState.SIGNED)
    for one in others:
        if one.place == later[0]:
            writing.change(one, state=StepState.OPEN)
    return sheet


def send_back(step: Step, to: int, opinion: str, *, officer: Officer, actor: Actor, on: date) -> Sheet:
    """Send a sheet back to an earlier place (退回): from there on everybody is asked again, in a new round."""
    in_place = _may(step, officer, on)
    if not 0 < to < step.place and step.place > 1:
        raise NotYours(f"sheet for {step.sheet.act}: sent back to place {to}, expected one before {step.place}")
    sheet = step.sheet
    with verb_of("sheet-sent-back", sheet.case.organ, actor, on, {"case_number": sheet.case.number}) as writing:
        _decided(writing, step, StepState.RETURNED, opinion, officer, on, in_place)
        if step.place == 1:
            return writing.change(sheet, state=SheetState.TAKEN_BACK)
        rows = list(sheet.steps.order_by("place", "id"))
        for one in rows:
            if one.round == step.round and one.id != step.id and one.state in (StepState.OPEN, StepState.WAITING):
                writing.change(one, state=StepState.DROPPED)
        last = {one.place: max(row.round for row in rows if row.place == one.place) for one in rows}
        again = [
            one for one in rows if one.place >= to and one.round == last[one.place] and one.state != StepState.FORWARDED
        ]
        writing.insert(
            *(
                Step(
                    sheet=sheet,
                    round=step.round + 1,
                    place=one.place,
                    role=one.role,
                    post=one.post,
                    rank=one.post.rank,
                    state=StepState.OPEN if one.place == to else StepState.WAITING,
                )
                for one in again
            )
        )
        return writing.change(sheet, round=step.round + 1)


def refuse(step: Step, opinion: str, *, officer: Officer, actor: Actor, on: date) -> Sheet:
    """Refuse: the sheet has come to its end. Only who signs can."""
    in_place = _may(step, officer, on)
    if step.role != StepRole.SIGN:
        raise NotYours(
            f"sheet for {step.sheet.act}: refused at {step.role}, expected it to be sent back, or refused by who signs"
        )
    sheet = step.sheet
    with verb_of("sheet-refused", sheet.case.organ, actor, on, {"case_number": sheet.case.number}) as writing:
        _decided(writing, step, StepState.RETURNED, opinion, officer, on, in_place)
        for one in sheet.steps.filter(round=step.round, state__in=[StepState.OPEN, StepState.WAITING]):
            writing.change(one, state=StepState.DROPPED)
        return writing.change(sheet, state=SheetState.REFUSED)


def hand_on(step: Step, to: Post, opinion: str, *, officer: Officer, actor: Actor, on: date) -> Step:
    """Hand a step on to another post (转办), which is asked in its place; of no lower rank than the way asks for."""
    in_place = _may(step, officer, on)
    _not_asked(step, to)
    check_post(step.sheet.case, step.sheet.act, StepRole(step.role), to, on, because=actor.because)
    with verb_of(
        "sheet-handed-on", step.sheet.case.organ, actor, on, {"case_number": step.sheet.case.number}
    ) as writing:
        _decided(writing, step, StepState.FORWARDED, opinion, officer, on, in_place)
        [made] = writing.insert(_beside(step, to))
    return made


def ask_also(step: Step, to: Post, *, officer: Officer, actor: Actor, on: date) -> Step:
    """Ask a further post at the same place (加签): the sheet goes on when both passed."""
    _may(step, officer, on)
    _not_asked(step, to)
    with verb_of(
        "sheet-asked-also", step.sheet.case.organ, actor, on, {"case_number": step.sheet.case.number}
    ) as writing:
        [made] = writing.insert(_beside(step, to))
    return made


def _not_asked(step: Step, post: Post) -> None:
    """Raise `NotYours` where a post is asked at this place already, or is one of another organ."""
    asked = step.sheet.steps.filter(round=step.round, place=step.place, state=StepState.OPEN, post=post)
    if asked.exists():
        raise NotYours(
            f"sheet for {step.sheet.act}: {post.title} is asked at this place already, expected another post"
        )
    if post.organ_id != step.sheet.case.organ_id:
        raise NotYours(f"sheet for {step.sheet.act}: {post.title} is a post of another organ, expected one of its own")


def _beside(step: Step, post: Post) -> Step:
    return Step(
        sheet=step.sheet,
        round=step.round,
        place=step.place,
        role=step.role,
        post=post,
        rank=post.rank,
        state=StepState.OPEN,
    )


def urge(step: Step, *, actor: Actor, on: date) -> Step:
    """Urge whom a sheet waits for (催办), which is told in the record."""
    if step.state != StepState.OPEN:
        raise NotYours(f"sheet for {step.sheet.act}: the step is {step.state}, expected an open one")
    with verb_of("sheet-urged", step.sheet.case.organ, actor, on, {"case_number": step.sheet.case.number}) as writing:
        return writing.change(step, urged=step.urged + 1)


def waiting_for(officer: Officer, on: date) -> list[Step]:
    """The steps that wait for an officer on a day, the oldest first: of his posts, and of those he stands in for."""
    return steps_of(waiting_numbers(officer, on))


def steps_of(numbers: Sequence[int]) -> list[Step]:
    """Steps by their numbers, with their posts, sheets and cases, the oldest first."""
    rows = Step.objects.filter(id__in=numbers)
    return list(rows.select_related("post__officer", "sheet__case__organ").order_by("id"))


def waiting_numbers(
    officer: Officer, on: date, *, after: int = 0, most: int | None = None, sheet: int | None = None
) -> list[int]:
    """The numbers of these steps, behind one of them, and so many at the most; `sheet`: those of one sheet alone."""
    posts = _posts_signed_for(officer, on)
    stand_ins = StandIns.of(posts.values(), on)
    open_ = Step.objects.filter(post__in=list(posts), state=StepState.OPEN, sheet__state=SheetState.UNDER_WAY)
    open_ = open_ if sheet is None else open_.filter(sheet=sheet)
    rows = open_.order_by("id").values_list("id", "post_id", "sheet__case__procedure")
    found: list[int] = []
    while posts and (most is None or len(found) < most):
        some = list(rows.filter(id__gt=after)[:AT_ONCE])
        found += [id_ for id_, post, what in some if stand_ins.signs_for(posts[post], what) == officer]
        if len(some) < AT_ONCE:
            break
        after = some[-1][0]
    return found[:most]


def _posts_signed_for(officer: Officer, on: date) -> dict[int, Post]:
    """The posts of an officer, whichever organ's, and those that are delegated to him on a day."""
    own: QuerySet[Post] = QuerySet(Post).filter(officer=officer)
    delegated = on_day(Delegation.objects.filter(to=officer), on)
    held = own.values_list("id", "officer_id").union(delegated.values_list("post_id", "post__officer_id"))
    return {post: Post(id=post, officer=Officer(id=holder)) for post, holder in held}


def _may(step: Step, officer: Officer, on: date) -> bool:
    """Whether this officer may decide a step, else `NotYours`; true where he stands in for the holder."""
    if step.sheet.state != SheetState.UNDER_WAY or step.state != StepState.OPEN:
        raise NotYours(f"sheet for {step.sheet.act}: the step is {step.state}, expected an open one")
    if officer == step.post.officer:
        return False
    if signs_for(step.post, on, step.sheet.case.procedure) == officer:
        return True
    raise NotYours(f"sheet for {step.sheet.act}: waits for {step.post.title}, found officer {officer.number}")
