"""Making notices: of what the chains tell since, of clues that turned, and each day of what is due soon.

Told is who has an account: those who handle a case of its clues and days, who supervises of the new clues of a day, who
is asked of sheets. Safe to be done twice and by several at once: a notice has a key, and is made once.
"""

from __future__ import annotations

import json
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from datetime import date, timedelta
from typing import Any

from django.db import transaction
from django.db.models import Q

from yifa.oversight.clues.choices import Turned
from yifa.oversight.clues.models import Clue, Explanation, Screening, Turn
from yifa.oversight.notices.choices import About
from yifa.oversight.notices.models import Notice, Place
from yifa.oversight.standing.queries import due_between, warned_until
from yifa.record.access.choices import RoleName
from yifa.record.access.models import RoleHeld
from yifa.record.access.queries import roles_held, scope_of
from yifa.record.accounts.models import Account
from yifa.record.cases.choices import Role
from yifa.record.cases.models import Participant, Urging
from yifa.record.chain.models import EntryRow, HeadRow
from yifa.record.despatch.choices import SheetState, StepState
from yifa.record.despatch.models import Sheet, Step
from yifa.record.organs.models import Officer
from yifa.record.organs.queries import StandIns, on_day
from yifa.record.scope import everything, within

AT_ONCE = 500
"""So many entries, or turns, a transaction."""
LOOKED_BACK = 200
"""Turns that others were still writing may come with a lower number; so many are looked at again."""
SINGLY = 10
"""So many clues at once are told somebody one by one; more of them, as after a ledger was taken in, in one sum."""
HANDLE = (Role.HANDLER, Role.ASSISTANT)
KEPT_READ, KEPT = timedelta(days=60), timedelta(days=180)
TURNS, DAYS = "turns", "days"
_TABLES = {model._meta.db_table: model for model in (Step, Sheet, Screening, Explanation, Urging)}
"""What entries tell of that somebody is told of."""


@dataclass
class _Told:
    """Notices in the making. `handling`: who handles each case, looked up once."""

    today: date
    handling: dict[int, list[int]] = field(default_factory=dict)
    made: list[Notice] = field(default_factory=list)

    def tell(self, officers: Iterable[int], about: About, key: str, case: int | None, **told: Any) -> None:
        """Tell officers something."""
        for officer in officers:
            notice = Notice(officer_id=officer, key=key, about=about, case_id=case, told=told, on=self.today)
            self.made.append(notice)

    def of_case(self, case: int) -> list[int]:
        """Who handles a case today."""
        if case not in self.handling:
            rows = Participant.objects.filter(case=case, role__in=HANDLE, last=None, officer__isnull=False)
            self.handling[case] = sorted(set(rows.values_list("officer_id", flat=True)))
        return self.handling[case]

    def keep(self) -> int:
        """Put them where they are read, for those who have an account; how many there were."""
        wanted = {one.officer_id for one in self.made}
        reached = set(Account.objects.filter(officer__in=wanted, closed_on=None).values_list("officer_id", flat=True))
        rows = [one for one in self.made if one.officer_id in reached]
        Notice.objects.bulk_create(rows, ignore_conflicts=True)
        return len(rows)


def follow(today: date, *, thorough: bool = False) -> int:
    """Make the notices of what came since; how many were made or made before. `thorough`: let go of old ones too."""
    done = 0
    with everything("tell people what concerns them"):
        heads = dict(HeadRow.objects.filter(number__gt=0).values_list("organ", "number"))
        places = dict(Place.objects.values_list("of", "number"))
        for organ, head in heads.items():
            while places.get(organ, 0) < head:
                places[organ], made = _entries(organ, today)
                done += made
        done += _turns(today)
        done += _days(today)
    if thorough:
        Notice.objects.filter(Q(read_on__isnull=False, on__lt=today - KEPT_READ) | Q(on__lt=today - KEPT)).delete()
    return done


def _place(of: str) -> Place:
    """Up to where something was followed, held until the transaction ends."""
    Place.objects.bulk_create([Place(of=of)], ignore_conflicts=True)
    return Place.objects.select_for_update().get(of=of)


def _entries(organ: str, today: date) -> tuple[int, int]:
    """Follow the chain of an organ a step; up to where, and how many notices."""
    with transaction.atomic():
        place = _place(organ)
        rows = EntryRow.objects.filter(organ=organ, number__gt=place.number).order_by("number")
        texts = list(rows.values_list("number", "text")[:AT_ONCE])
        if not texts:
            return HeadRow.objects.filter(organ=organ).values_list("number", flat=True)[0], 0
        told = _Told(today)
        for table, ids in _rows_told(text for _, text in texts).items():
            _TELLERS[table](told, ids)
        made = told.keep()
        Place.objects.filter(of=organ).update(number=texts[-1][0])
    return texts[-1][0], made


def _rows_told(texts: Iterable[str]) -> dict[str, set[int]]:
    found: dict[str, set[int]] = defaultdict(set)
    for text in texts:
        if not any(f'"{table}"' in text for table in _TABLES):
            continue
        for row in json.loads(text)["what"].get("rows", ()):
            if row["table"] in _TABLES:
                found[row["table"]].add(row["row"]["id"])
    return found


def _steps(told: _Told, ids: Iterable[int]) -> None:
    """Whoever is asked hears of it; who drew a sheet up hears when it comes back to him."""
    rows = Step.objects.filter(id__in=ids).select_related("sheet", "post__officer", "sheet__case")
    stand_ins: StandIns | None = None
    for step in rows:
        sheet = step.sheet
        if step.state == StepState.OPEN:
            stand_ins = stand_ins or StandIns.of([one.post for one in rows], told.today)
            officer = stand_ins.signs_for(step.post, sheet.case.procedure)
            if officer is not None:
                told.tell([officer.id], About.ASKED, f"step/{step.id}", sheet.case_id, sheet=sheet.id, act=sheet.act)
        elif step.state == StepState.RETURNED and step.decided_by_id != sheet.drawn_by_id:
            said = {"sheet": sheet.id, "act": sheet.act, "came_to": "returned"}
            told.tell([sheet.drawn_by_id], About.ANSWERED, f"returned/{step.id}", sheet.case_id, **said)


def _sheets(told: _Told, ids: Iterable[int]) -> None:
    """Who drew a sheet up hears that it was signed or refused."""
    for sheet in Sheet.objects.filter(id__in=ids, state__in=(SheetState.SIGNED, SheetState.REFUSED)):
        said = {"sheet": sheet.id, "act": sheet.act, "came_to": sheet.state}
        told.tell([sheet.drawn_by_id], About.ANSWERED, f"sheet/{sheet.id}/{sheet.state}", sheet.case_id, **said)


def _screenings(told: _Told, ids: Iterable[int]) -> None:
    """Who handles the case hears what was said to a clue."""
    for one in Screening.objects.filter(id__in=ids):
        said = {"duty": one.duty, "subject": one.subject, "verdict": one.verdict}
        told.tell(told.of_case(one.case_id), About.SCREENED, f"screening/{one.id}", one.case_id, **said)


def _explanations(told: _Told, ids: Iterable[int]) -> None:
    """Who supervises the organ hears that a clue was explained; who screened it before, him alone."""
    for one in Explanation.objects.filter(id__in=ids).select_related("case"):
        same = Screening.objects.filter(case=one.case_id, duty=one.duty, subject=one.subject)
        whom = list(same.order_by("-id").values_list("screened_by_id", flat=True)[:1])
        if not whom:
            whom = [officer.id for officer, _ in supervisors(told.today) if _reads(officer, one.case_id, told.today)]
        said = {"duty": one.duty, "subject": one.subject}
        told.tell(whom, About.EXPLAINED, f"explanation/{one.id}", one.case_id, **said)


def _urgings(told: _Told, ids: Iterable[int]) -> None:
    for one in Urging.objects.filter(id__in=ids):
        told.tell([one.officer_id], About.URGED, f"urging/{one.id}", one.case_id)


_TELLERS = {
    Step._meta.db_table: _steps,
    Sheet._meta.db_table: _sheets,
    Screening._meta.db_table: _screenings,
    Explanation._meta.db_table: _explanations,
    Urging._meta.db_table: _urgings,
}


def supervisors(today: date) -> Iterator[tuple[Officer, list[RoleHeld]]]:
    """Who supervises today and has an account, with his roles."""
    held = on_day(RoleHeld.objects.filter(role=RoleName.SUPERVISOR), today).values("officer")
    accounts = Account.objects.filter(officer__in=held, closed_on=None).select_related("officer__organ")
    for account in accounts.order_by("id"):
        yield account.officer, roles_held(account.officer, today)


def _reads(officer: Officer, case: int, today: date) -> bool:
    scope = scope_of(officer, today)
    with within(scope):
        return Clue.objects.filter(case=case).exists()


def _turns(today: date) -> int:
    """Follow the turns of clues: each to who handles the case, the new of a day in sum to who supervises."""
    done = 0
    while True:
        with transaction.atomic():
            place = _place(TURNS)
            first = place.number - LOOKED_BACK if done == 0 else place.number
            rows = list(Turn.objects.filter(id__gt=first).order_by("id")[: AT_ONCE + LOOKED_BACK])
            if not rows or rows[-1].id <= place.number:
                return done
            done += _tell_turns(rows, place.number, today)
            if any(one.turned in (Turned.NEW, Turned.BACK) for one in rows):
                _sums(sorted({one.on for one in rows}))
            Place.objects.filter(of=TURNS).update(number=rows[-1].id)


def _tell_turns(rows: Sequence[Turn], behind: int, today: date) -> int:
    """Tell who handles the cases, one by one; who would hear of many at once, of so many. `behind`: told before."""
    told = _Told(today)
    whom: dict[int, list[Turn]] = defaultdict(list)
    for turn in rows:
        for officer in told.of_case(turn.case_id):
            whom[officer].append(turn)
    for officer, turns in whom.items():
        new = [one for one in turns if one.id > behind]
        if len(new) > SINGLY:
            _add_up(officer, len(new), today)
            continue
        for turn in turns if len(turns) <= SINGLY else new:
            said = {"duty": turn.duty, "subject": turn.subject, "turned": turn.turned}
            told.tell([officer], About.CLUE, f"turn/{turn.id}", turn.case_id, **said)
    return told.keep()


def _add_up(officer: int, many: int, today: date) -> None:
    """Say how many clues about matters of his own somebody got on a day, in one notice."""
    if not Account.objects.filter(officer=officer, closed_on=None).exists():
        return
    said = {"about": About.CLUES, "told": {"many": 0, "mine": "yes"}, "on": today}
    held, _ = Notice.objects.get_or_create(officer_id=officer, key=f"own/{today.isoformat()}", defaults=said)
    sum_ = held.told | {"many": held.told["many"] + many}
    Notice.objects.filter(id=held.id).update(told=sum_, read_on=None)


def _sums(days: Iterable[date]) -> None:
    """Say to who supervises how many clues were new on a day; said anew, and unread, where there are more by now."""
    for day in days:
        for officer, roles in supervisors(day):
            with within(scope_of(officer, day, roles)):
                new = Turn.objects.filter(on=day, turned__in=(Turned.NEW, Turned.BACK))
                many = sum(Counter(new.values_list("case", "duty", "subject")).values())
            if not many:
                continue
            key, told = f"clues/{day.isoformat()}", {"many": many}
            held, made = Notice.objects.get_or_create(
                officer=officer, key=key, defaults={"about": About.CLUES, "told": told, "on": day}
            )
            if not made and held.told != told:
                Notice.objects.filter(id=held.id).update(told=told, read_on=None)


def _days(today: date) -> int:
    """Once a day: what is due in the warning window, to who handles the case."""
    number = today.toordinal()
    if Place.objects.filter(of=DAYS, number__gte=number).exists():
        return 0
    with transaction.atomic():
        place = _place(DAYS)
        if place.number >= number:
            return 0
        told = _Told(today)
        for mark in due_between(today, warned_until(today)):
            day = "" if mark.due is None else mark.due.isoformat()
            key = f"due/{mark.case_id}/{mark.duty}/{mark.subject}/{day}"
            said = {"duty": mark.duty, "subject": mark.subject, "due": day}
            told.tell(told.of_case(mark.case_id), About.DUE, key, mark.case_id, **said)
        made = told.keep()
        Place.objects.filter(of=DAYS).update(number=number)
    return made
