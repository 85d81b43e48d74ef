"""What is done with several cases at once: each by its own verb, in its own entry; what is refused is told, the rest
is done all the same.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from enum import StrEnum

from yifa.interfaces.office.desks import Desk
from yifa.record.access.choices import RoleName
from yifa.record.cases.choices import Leaving, Openness, Role
from yifa.record.cases.errors import NoGround, NotRecorded, StateSecret, TakesNoPart, WrongState
from yifa.record.cases.handing_over import hand_over, urge_handlers
from yifa.record.cases.models import Case
from yifa.record.cases.showing import set_openness
from yifa.record.organs.models import Officer
from yifa.wording import Language


class Deed(StrEnum):
    """What can be done with several cases."""

    HAND_OVER = "hand-over"
    URGE = "urge"
    OPENNESS = "openness"

    def name_in(self, speech: Language) -> str:
        """What it is called."""
        say = speech.say
        return {
            Deed.HAND_OVER: say("Hand over to another officer"),
            Deed.URGE: say("Urge"),
            Deed.OPENNESS: say("Public or not"),
        }[self]


DEEDS = frozenset(one.value for one in Deed)


@dataclass(frozen=True)
class Order:
    """A deed as somebody filled it in. `leaving` and `to`: officers; `words` of an urging, or a reason."""

    deed: Deed
    leaving: Officer | None = None
    to: Officer | None = None
    words: str = ""
    openness: str = ""
    ground: str = ""


def done(order: Order, case: Case, desk: Desk, speech: Language) -> str:
    """Do it with one case; blank when it was done, else why it was not."""
    if not may(order.deed, case, desk):
        return speech.say("not yours to do in cases of this organ and procedure")
    try:
        _do(order, case, desk)
    except NotRecorded as error:
        return _refused(error, order, case, speech)
    return ""


def may(deed: Deed, case: Case, desk: Desk) -> bool:
    """Whether somebody may do so with a case: who writes it; its leader; who supervises; who discloses."""
    if desk.may_write(case.organ_id, case.procedure):
        return True
    if deed is Deed.OPENNESS:
        return (RoleName.DISCLOSURE, case.organ_id) in desk.held
    if (RoleName.LEADER, case.organ_id) in desk.held:
        return True
    return deed is Deed.URGE and RoleName.SUPERVISOR in desk.roles


def _do(order: Order, case: Case, desk: Desk) -> None:
    verbs: dict[Deed, Callable[[], object]] = {
        Deed.HAND_OVER: lambda: _hand_over(order, case, desk),
        Deed.URGE: lambda: urge_handlers(case, order.words, actor=desk.actor(), on=desk.today),
        Deed.OPENNESS: lambda: set_openness(
            case,
            Openness(order.openness),
            actor=desk.actor(),
            on=desk.today,
            ground=order.ground,
            reason=order.words,
        ),
    }
    verbs[order.deed]()


def _hand_over(order: Order, case: Case, desk: Desk) -> None:
    if order.leaving is None or order.to is None:
        raise TakesNoPart(f"case {case.number}: expected two officers")
    hand_over(case, order.leaving, order.to, actor=desk.actor(order.words), on=desk.today)


def _refused(error: NotRecorded, order: Order, case: Case, speech: Language) -> str:
    say = speech.say
    if isinstance(error, StateSecret):
        return say("It bears a mark of secrecy. State secrets are kept on their own systems; nothing was kept.")
    if isinstance(error, WrongState) or not case.takes_acts:
        return say("The case takes no more acts: it was closed, merged or transferred.")
    if isinstance(error, NoGround):
        return say("What is not made public needs a ground of the regulation.")
    if order.deed is Deed.URGE:
        return say("nobody handles it")
    if order.leaving is None or order.to is None or order.to.organ_id != case.organ_id:
        return say("the officer is not one of the organ of this case")
    parts = list(case.participants.filter(officer__in=(order.leaving, order.to)))
    if any(one.officer_id == order.to.id and one.left_for == Leaving.AVOIDANCE for one in parts):
        return say("the officer left this case for avoidance and does not come back into it")
    now = {one.officer_id for one in parts if one.last is None and one.role == Role.HANDLER}
    if order.leaving.id not in now:
        return say("the officer whose part was to end does not handle it")
    return say("the officer handles it already") if order.to.id in now else str(error)


def officers_of(cases: Sequence[Case]) -> list[Officer]:
    """The officers who handle any of some cases."""
    wanted = Officer.objects.filter(parts__case__in=[one.id for one in cases], parts__role=Role.HANDLER)
    return list(wanted.filter(parts__last=None).distinct().order_by("organ", "number"))
