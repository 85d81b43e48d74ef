"""The filters of the list of cases: read from the address, so that a filtered list is a link like any other.

No name of a party stands in an address: a party is told by its number, and whoever opens the link sees only what he
may read.
"""

from __future__ import annotations

from dataclasses import dataclass, fields
from datetime import date
from decimal import Decimal, InvalidOperation

from django.db.models import Exists, OuterRef, QuerySet
from django.http import QueryDict

from yifa.interfaces.office.asked_lists import AskedOfList
from yifa.interfaces.office.cases.keyset import SORTS
from yifa.oversight.standing.models import Mark
from yifa.oversight.standing.queries import amber, green, red, unknown
from yifa.oversight.standing.searching import cases_of, found, same_party
from yifa.record.cases.choices import Role, State
from yifa.record.cases.models import Case, Participant
from yifa.record.organs.models import Officer
from yifa.record.parties.models import Party

LIGHTS = ("red", "amber", "green", "unknown")
MINE = "mine"
DAYS = ("due", "first", "last")
NUMBERS = ("organ", "party", "view")
SUMS = ("lowest", "highest")
LARGEST = Decimal(10) ** 15


@dataclass(frozen=True)
class Filters(AskedOfList):
    """What is asked of the list; blank where it is not asked.

    `whose`: mine, or the number of an officer; `party`: the number of a party; `lowest` and `highest`: sums in yuan.
    `view`: the saved view it came from, which says the columns.
    """

    q: str = ""
    state: str = ""
    light: str = ""
    procedure: str = ""
    organ: str = ""
    whose: str = ""
    party: str = ""
    due: str = ""
    first: str = ""
    last: str = ""
    lowest: str = ""
    highest: str = ""
    sort: str = ""
    view: str = ""

    @classmethod
    def of(cls, asked: QueryDict) -> Filters:
        """As an address says it; what makes no sense is not asked."""
        told = {one.name: asked.get(one.name, "").strip()[:200] for one in fields(cls)}
        for name in DAYS:
            told[name] = told[name] if _day(told[name]) else ""
        for name in NUMBERS:
            told[name] = told[name] if _is_number(told[name]) else ""
        for name in SUMS:
            told[name] = told[name].replace(",", "").replace("，", "") if fen_of(told[name]) is not None else ""
        told["light"] = told["light"] if told["light"] in LIGHTS else ""
        told["sort"] = told["sort"] if told["sort"].removeprefix("-") in SORTS else ""
        told["whose"] = told["whose"] if told["whose"] == MINE or _is_number(told["whose"]) else ""
        told["state"] = told["state"] if told["state"] in (*State.values, "all") else ""
        return cls(**told)

    @property
    def query(self) -> str:
        """The query without the view it came from, to be kept."""
        return self.address(view="")[1:]

    @property
    def any(self) -> bool:
        """Whether anything is asked."""
        return any(getattr(self, one.name) for one in fields(self) if one.name not in ("sort", "view"))

    @property
    def shown_state(self) -> str:
        """Which state is listed: what is being handled, unless something else is said, or something is sought."""
        return self.state or ("all" if self.q or self.party else State.OPEN)

    def chosen(self, reader: Officer, today: date) -> QuerySet[Case]:
        """The cases that are asked for, without the words that are sought."""
        rows = Case.objects.all()
        if self.shown_state != "all":
            rows = rows.filter(state=self.shown_state)
        if self.procedure:
            rows = rows.filter(procedure=self.procedure)
        if self.organ:
            rows = rows.filter(organ_id=int(self.organ))
        if self.whose:
            handles = {"role": Role.HANDLER} if self.whose != MINE else {}
            officer = reader.id if self.whose == MINE else int(self.whose)
            own = Participant.objects.filter(officer=officer, last=None, **handles)
            rows = rows.filter(id__in=own.values("case"))
        if self.party:
            party = Party.objects.filter(id=int(self.party)).first()
            rows = rows.none() if party is None else rows.filter(id__in=cases_of(same_party(party)))
        if day := _day(self.first):
            rows = rows.filter(opened__gte=day)
        if day := _day(self.last):
            rows = rows.filter(opened__lte=day)
        return self._by_standing(rows, today)

    def _by_standing(self, rows: QuerySet[Case], today: date) -> QuerySet[Case]:
        way = "standing__"
        if self.light == "red":
            rows = rows.filter(red(today, way))
        elif self.light == "amber":
            rows = rows.filter(amber(today, way))
        elif self.light == "green":
            rows = rows.filter(green(today, way))
        elif self.light == "unknown":
            rows = rows.filter(unknown(way))
        if (fen := fen_of(self.lowest)) is not None:
            rows = rows.filter(standing__amount__gte=fen)
        if (fen := fen_of(self.highest)) is not None:
            rows = rows.filter(standing__amount__lte=fen)
        if self.due:
            waits = Mark.objects.filter(outcome="pending", of_party=False, not_before=False, due=_day(self.due))
            rows = rows.filter(Exists(waits.filter(case=OuterRef("pk"))))
        return rows

    def found(self, reader: Officer, today: date) -> QuerySet[Case]:
        """The cases that are asked for, with the words that are sought."""
        rows = self.chosen(reader, today)
        return found(rows, self.q) if self.q else rows


def fen_of(yuan: str) -> int | None:
    """A sum in yuan, told in fen; None where it is none."""
    try:
        sum_ = Decimal(yuan.replace(",", "").replace("，", "")) if yuan else None
    except InvalidOperation:
        return None
    return int(sum_ * 100) if sum_ is not None and sum_.is_finite() and 0 <= sum_ < LARGEST else None


def _is_number(text: str) -> bool:
    return text.isascii() and text.isdigit() and len(text) < 19


def _day(text: str) -> date | None:
    try:
        return date.fromisoformat(text)
    except ValueError:
        return None
