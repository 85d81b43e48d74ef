"""An organ ends, and its cases go on with who takes over: both in one transaction, or neither.

An organ that ends without a successor must have no open case left: somebody has to go on with it (行政复议法 23,
行政诉讼法 26). Raises `CannotBe` and `NotRecorded`.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date

from django.db import transaction

from yifa.record.cases.choices import TAKES_ACTS, State
from yifa.record.cases.errors import WrongState
from yifa.record.cases.models import Case
from yifa.record.cases.takeover import take_over
from yifa.record.organs.actions import Actor, abolish, merge, split
from yifa.record.organs.choices import SuccessionKind
from yifa.record.organs.models import Organ


class CasesLeft(WrongState):
    """Open cases that nobody would go on with; `many` of them."""

    def __init__(self, organ: Organ, many: int) -> None:
        super().__init__(
            f"organ {organ.code}: {many} open cases would be left to nobody, expected who goes on with them"
        )
        self.many = many


@dataclass
class Ended:
    """What came of it: how many cases went on with whom, by the code of the organ."""

    cases: dict[str, int] = field(default_factory=dict)


def end_organ(
    organ: Organ,
    kind: SuccessionKind,
    among: Mapping[Organ, Sequence[str]],
    *,
    actor: Actor,
    on: date,
    rest: Organ | None = None,
    dry_run: bool = False,
) -> Ended:
    """End an organ with a day. `among`: who takes over, each with the procedures that go to it; `rest`: who takes all
    others, where there are several. `dry_run`: only what would come of it.
    """
    found = Ended()
    with transaction.atomic():
        cases = Case.objects.filter(organ=organ)
        opened = cases.filter(state=State.OPEN).count()
        if kind == SuccessionKind.ABOLISHED and opened:
            raise CasesLeft(organ, opened)
        going = list(cases.filter(state__in=TAKES_ACTS).values_list("procedure", flat=True))
        goes = {procedure: heir for heir, procedures in among.items() for procedure in procedures}
        last = rest or next(iter(among), None)
        match kind:
            case SuccessionKind.MERGED:
                merge([organ], next(iter(among)), actor=actor, on=on)
            case SuccessionKind.SPLIT:
                split(organ, among, actor=actor, on=on)
            case SuccessionKind.ABOLISHED:
                abolish(organ, actor=actor, on=on)
        if last is not None:
            for procedure in going:
                heir = goes.get(procedure, last)
                found.cases[heir.code] = found.cases.get(heir.code, 0) + 1
            ended = Organ.objects.get(pk=organ.id)
            take_over(ended, actor=actor, on=on, goes_to=lambda case: goes.get(case.procedure, last))
        if dry_run:
            transaction.set_rollback(True)
    return found
