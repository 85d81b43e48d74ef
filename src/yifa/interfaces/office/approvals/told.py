"""An approval sheet told: about which act of which matter, with which facts, and its way with what was said."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from yifa.interfaces.case_telling import tell_name, tell_value
from yifa.interfaces.office.act_words import act_name
from yifa.interfaces.office.matters import Matter, matters
from yifa.interfaces.office.names import named, names_of
from yifa.interfaces.office.state_words import tell_sheet_state
from yifa.interfaces.office.way_words import tell_step
from yifa.law.run.told import told_act
from yifa.record.cases.columns import act_of, procedure_of
from yifa.record.cases.models import Act
from yifa.record.chain.chained import values_of
from yifa.record.despatch.choices import SheetState, StepRole, StepState
from yifa.record.despatch.models import Sheet, Step
from yifa.record.organs.queries import name_of
from yifa.wording import Language

FORM, DECISION = "审批表", "决定书"
"""What the forms are called that a sheet stands for (立案审批表), and the papers it is about (行政处罚决定书)."""


@dataclass(frozen=True)
class ToldStep:
    """A step of a sheet: who is asked, as what, and what he said when. `to`: whom it was handed on to."""

    id: int
    place: int
    role: str
    post: str
    name: str
    state: str
    opinion: str
    on: str
    instead: bool
    on_paper: bool
    open: bool
    urged: int


@dataclass(frozen=True)
class ToldSheet:
    """A sheet with its steps of the round under way, and of those before. `places`: where it can be sent back to."""

    sheet: Sheet
    matter: Matter
    organ: str
    title: str
    act: str
    state: str
    proposal: str
    drawn_by: str
    drawn_on: str
    fields: tuple[tuple[str, str], ...]
    rounds: tuple[tuple[int, tuple[ToldStep, ...]], ...]
    places: tuple[tuple[int, str], ...]
    open_steps: tuple[ToldStep, ...]


def told_sheet(sheet: Sheet, today: date, speech: Language) -> ToldSheet:
    """Tell a sheet."""
    case, procedure = sheet.case, procedure_of(sheet.case)
    rows = list(sheet.steps.select_related("post__officer", "decided_by").order_by("round", "place", "id"))
    people = [sheet.drawn_by, *(one.decided_by or one.post.officer for one in rows)]
    values = values_of([sheet, *rows, *people])
    act = Act(case=case, kind=sheet.act, on=today, fields=sheet.fields)
    names = names_of(str(sheet.fields))
    told = told_act(1, act_of(act, procedure), procedure)
    steps = [(one.round, _step(one, values, speech)) for one in rows]
    rounds = tuple((number, tuple(step for at, step in steps if at == number)) for number in range(1, sheet.round + 1))
    name = act_name(procedure, sheet.act, speech)
    form = _form(procedure.acts[sheet.act].papers)
    last = {step.place: step for _, step in steps}
    return ToldSheet(
        sheet=sheet,
        matter=matters([case], today, speech)[case.id],
        organ=name_of(case.organ, today),
        title=form if form and speech.tag == "zh" else speech.say("Approval sheet: {act}", act=name),
        act=name,
        state=tell_sheet_state(SheetState(sheet.state), speech),
        proposal=values.get(sheet.proposal, "") or "",
        drawn_by=values.get(sheet.drawn_by.name, "") or sheet.drawn_by.number,
        drawn_on=speech.day(sheet.drawn_on),
        fields=tuple((tell_name(one, speech), named(tell_value(one, speech), names)) for one in told.fields),
        rounds=rounds,
        places=tuple(
            (place, speech.say("{role}: {rank}", role=step.role, rank=step.post or step.name))
            for place, step in sorted(last.items())
        ),
        open_steps=tuple(step for _, step in steps if step.open),
    )


def _form(papers: Sequence[str]) -> str:
    """What the form of a sheet is called: as the procedure names it, else after the only decision it is about."""
    named = next((one for one in papers if one.endswith(FORM)), "")
    decisions = [one for one in papers if one.endswith(DECISION)]
    return named or (f"{decisions[0].removesuffix('书')}{FORM}" if len(decisions) == 1 else "")


def _step(step: Step, values: dict[str, str], speech: Language) -> ToldStep:
    say = speech.say
    states = {
        StepState.WAITING: say("not asked yet"),
        StepState.OPEN: say("asked"),
        StepState.PASSED: say("agreed"),
        StepState.RETURNED: say("sent back"),
        StepState.FORWARDED: say("handed on"),
        StepState.DROPPED: say("asked no more"),
    }
    who = step.decided_by or step.post.officer
    return ToldStep(
        id=step.id,
        place=step.place,
        role=tell_step(StepRole(step.role), speech),
        post=step.post.title,
        name=values.get(who.name, "") or who.number,
        state=say("submitted") if _is_first_word(step) else states[StepState(step.state)],
        opinion=values.get(step.opinion, "") or "",
        on="" if step.decided_on is None else speech.day(step.decided_on),
        instead=step.in_place_of_holder,
        on_paper=bool(step.on_paper),
        open=step.state == StepState.OPEN,
        urged=step.urged,
    )


def _is_first_word(step: Step) -> bool:
    """Whether it is that of who proposes, who agrees with nobody."""
    return step.role == StepRole.PROPOSE and step.state == StepState.PASSED
