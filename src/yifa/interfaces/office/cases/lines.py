"""A line of the list of cases: its light, the case, and a cell for each column somebody chose."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import NamedTuple

from yifa.interfaces.office.kept_values import values_behind
from yifa.interfaces.office.marks import duty_of, sign_of_standing, tell_standing
from yifa.interfaces.office.matters import Matter, matters
from yifa.interfaces.office.openness_words import tell_openness
from yifa.interfaces.office.state_words import tell_state
from yifa.interfaces.office.views.columns import Column
from yifa.interfaces.ui.lights import Sign
from yifa.oversight.standing.models import Standing
from yifa.record.cases.choices import Openness, Role, State
from yifa.record.cases.models import Case, Participant
from yifa.record.scope import OfMany
from yifa.wording import Language


@dataclass(frozen=True)
class Line:
    """A line of the list. `far`: so much past its day, or left; `state`: of a case that is not handled any more."""

    matter: Matter
    sign: Sign
    far: str
    state: str
    cells: Mapping[Column, str]


def lines(found: Sequence[Case], columns: Sequence[Column], today: date, speech: Language) -> list[Line]:
    """Cases as lines, in their order; the queries are as many for fifty as for one."""
    about = matters(found, today, speech)
    handlers = _handlers(found) if Column.HANDLERS in columns else {}
    told = []
    for case in found:
        standing: Standing | None = getattr(case, "standing", None)
        beside = _Beside(case, standing, about[case.id], handlers.get(case.id, ""), speech)
        cells = {column: _CELLS[column](beside) for column in columns}
        state = "" if case.state == State.OPEN else tell_state(State(case.state), speech)
        far = tell_standing(standing, case, today, speech)
        told.append(Line(about[case.id], sign_of_standing(standing, today), far, state, cells))
    return told


class _Beside(NamedTuple):
    """What cells are told from."""

    case: Case
    standing: Standing | None
    matter: Matter
    handlers: str
    speech: Language


_CELLS: Mapping[Column, Callable[[_Beside], str]] = {
    Column.PROCEDURE: lambda of: of.matter.procedure,
    Column.ORGAN: lambda of: of.matter.organ,
    Column.PARTY: lambda of: of.matter.party,
    Column.HANDLERS: lambda of: of.handlers,
    Column.DUTY: lambda of: _duty(of.case, of.standing, of.speech),
    Column.DUE: lambda of: _written(None if of.standing is None else of.standing.missed or of.standing.due),
    Column.OPENED: lambda of: _written(of.case.opened),
    Column.LAST_ACT: lambda of: _written(None if of.standing is None else of.standing.last_act),
    Column.AMOUNT: lambda of: tell_yuan(None if of.standing is None else of.standing.amount),
    Column.STATE: lambda of: tell_state(State(of.case.state), of.speech),
    Column.OPENNESS: lambda of: tell_openness(Openness(of.case.openness), of.speech),
    Column.CAME_AS: lambda of: of.case.came_as,
}


def _duty(case: Case, standing: Standing | None, speech: Language) -> str:
    id_ = "" if standing is None else standing.missed_duty or standing.duty
    if not id_:
        return ""
    title = duty_of(case, id_).title
    return title.zh if speech.tag == "zh" else title.en


_HANDLERS = OfMany(
    lambda cases: (
        Participant.objects.filter(case__in=cases, role=Role.HANDLER, last=None, officer__isnull=False)
        .order_by("id")
        .values_list("case_id", "officer__name", "officer__number")
    ),
    int,
)


def _handlers(found: Sequence[Case]) -> dict[int, str]:
    rows = _HANDLERS([one.id for one in found])
    told = values_behind(name for _, name, _ in rows)
    officers: dict[int, list[str]] = defaultdict(list)
    for case, name, number in rows:
        officers[case].append(told.get(name) or number)
    return {case: "、".join(names) for case, names in officers.items()}


def tell_yuan(fen: int | None) -> str:
    """A sum in yuan as a table has it: thousands apart, no fen where there are none."""
    if fen is None:
        return ""
    yuan, rest = divmod(fen, 100)
    return f"{yuan:,}.{rest:02}" if rest else f"{yuan:,}"


def _written(day: date | None) -> str:
    return "" if day is None else day.isoformat()
