"""Cases handed over to another organ (移送): sent, and then received with a receipt (回执), or declined.

What is sent arrives at once as a case of the other organ, without a number of its own; neither organ goes on with it
until it is received. Where only some may know of a matter (知悉范围), the receiving organ alone knows of what arrived,
and may narrow that; the sending one keeps its circle. Who was handed a case and thinks it is not his asks the common
superior, and does not hand it on (市场监督管理行政处罚程序规定 14). All raise `NotRecorded`.
"""

from __future__ import annotations

from datetime import date

from yifa.record.cases.acting import open_only
from yifa.record.cases.choices import LinkKind, State
from yifa.record.cases.circles import circle
from yifa.record.cases.columns import standing
from yifa.record.cases.errors import NeedsReceipt, WrongState
from yifa.record.cases.links import acts_again, title_again
from yifa.record.cases.models import Case, Link, Transfer
from yifa.record.cases.naming_nobody import refuse_names
from yifa.record.cases.secrecy import refuse_secrets
from yifa.record.organs.actions import Actor, verb_of
from yifa.record.organs.models import Organ
from yifa.record.scope import between


def transfer(case: Case, to: Organ, ground: str, *, actor: Actor, on: date) -> Transfer:
    """Send a case to another organ, with the acts done so far; `ground`: why it is that one's.

    One that was handed over itself goes further for a reason alone: the superior designated somebody.
    """
    open_only(case)
    refuse_secrets(ground)
    refuse_names(case, ground)
    if not ground:
        raise WrongState(f"case {case.number}: sent to {to.code} without a ground, expected why it is that organ's")
    if to.id == case.organ_id:
        raise WrongState(f"case {case.number}: is one of {to.code} already, expected another organ")
    if to.last is not None and on > to.last:
        raise WrongState(f"case {case.number}: {to.code} ended on {to.last}, expected an organ that lasts on {on}")
    if not actor.because and Transfer.objects.filter(arrived=case).exists():
        raise WrongState(
            f"case {case.number}: was handed over to this organ, which does not hand it on; "
            "expected a designation by the common superior, said as the reason"
        )
    title = title_again(case)
    with verb_of("case-sent", case.organ, actor, on) as writing:
        arrived = Case(
            organ=to,
            procedure=case.procedure,
            number=f"{case.organ.code}/{case.number}",
            came_as=case.number,
            title=title,
            opened=on,
            state=State.SENT,
            openness=case.openness,
            openness_ground=case.openness_ground,
            openness_reason=case.openness_reason,
            circle=circle([to]) if case.circle else "",
            facts=case.facts,
        )
        [arrived] = writing.insert(arrived)
        acts = standing(case.acts.order_by("id"))
        writing.insert(*acts_again(acts, arrived, actor, {"case": case.number, "organ": case.organ.code}))
        writing.change(case, state=State.SENT)
        [row] = writing.insert(Transfer(case=case, to=to, arrived=arrived, ground=ground, sent_on=on))
    return row


def receive(arrived: Case, number: str, receipt: str, *, actor: Actor, on: date) -> Case:
    """Receive a case that was sent, under a number of one's own; `receipt`: the number of the receipt given for it."""
    row = _waiting(arrived)
    refuse_secrets(number, receipt)
    if not receipt:
        raise NeedsReceipt(f"case {arrived.came_as}: received without a receipt, expected its number")
    if on < row.sent_on:
        raise WrongState(f"case {arrived.came_as}: was sent on {row.sent_on}, expected no earlier day; found {on}")
    both = (arrived.organ_id, row.case.organ_id)
    with verb_of("case-received", arrived.organ, actor, on) as writing, between(both):
        writing.change(arrived, state=State.OPEN, number=number)
        writing.change(row.case, state=State.TRANSFERRED)
        writing.change(row, answered_on=on, answered_by=actor.by, receipt=receipt)
        writing.insert(Link(case=row.case, kind=LinkKind.TRANSFERRED_TO, to=arrived, on=on))
    return arrived


def decline(arrived: Case, *, actor: Actor, on: date) -> Case:
    """Do not receive a case that was sent, for a reason that is said; it goes on where it was."""
    row = _waiting(arrived)
    if not actor.because:
        raise NeedsReceipt(f"case {arrived.came_as}: declined without a reason, expected one")
    refuse_secrets(actor.because)
    refuse_names(arrived, actor.because)
    both = (arrived.organ_id, row.case.organ_id)
    with verb_of("case-declined", arrived.organ, actor, on) as writing, between(both):
        writing.change(arrived, state=State.VOID)
        writing.change(row.case, state=State.OPEN)
        writing.change(row, answered_on=on, answered_by=actor.by, declined=actor.because)
    return row.case


def _waiting(arrived: Case) -> Transfer:
    """The transfer by which a case arrived and which nobody has answered yet."""
    row = Transfer.objects.select_related("case").filter(arrived=arrived, answered_on__isnull=True).first()
    if row is None or arrived.state != State.SENT:
        raise WrongState(f"case {arrived.number}: was not sent here and waits for no receipt")
    return row
