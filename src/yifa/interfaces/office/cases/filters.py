"""The filters of the list of cases: read from the address, so that a filtered list is a link like any other.

No name of a party stands in an address: a party is told by its number, and whoever opens the link sees only what he
may read.
"""

from __future__ import annotations

from collections.abc import Callable, Hashable, Iterator, Mapping
from dataclasses import dataclass, fields
from datetime import date
from decimal import Decimal, InvalidOperation

from django.db.models import Exists, OuterRef, Q, QuerySet
from django.http import QueryDict

from yifa.interfaces.office.asked_lists import AskedOfList
from yifa.interfaces.office.cases.keyset import SORTS, sort_of
from yifa.oversight.standing.models import Mark, Standing
from yifa.oversight.standing.queries import amber, green, red, unknown
from yifa.oversight.standing.searching import cases_of, found, same_party
from yifa.record.cases.choices import TAKES_ACTS, Role, State
from yifa.record.cases.models import Case, Participant
from yifa.record.organs.models import Officer
from yifa.record.parties.models import Party

FOLLOWED, ALL = "followed", "all"
"""States of lists that are none of a case: what takes acts, and so has days that are followed; and every one."""
LIGHTS = ("red", "amber", "green", "unknown")
MINE = "mine"
DAYS = ("due", "first", "last")
NUMBERS = ("organ", "party", "view")
SUMS = ("lowest", "highest")
LARGEST = Decimal(10) ** 15
_LIGHTS: Mapping[str, Callable[[date, str], Q]] = {"red": red, "amber": amber, "green": green}


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
        told = cls.said(asked, 200)
        for name in DAYS:
            told[name] = told[name] if _day(told[name]) else ""
        for name in NUMBERS:
            told[name] = told[name] if _is_number(told[name]) else ""
        for name in SUMS:
            told[name] = told[name].replace(",", "").replace("，", "") if fen_of(told[name]) is not None else ""
        told["light"] = told["light"] if told["light"] in LIGHTS else ""
        told["sort"] = told["sort"] if told["sort"].removeprefix("-") in SORTS else ""
        told["whose"] = told["whose"] if told["whose"] == MINE or _is_number(told["whose"]) else ""
        told["state"] = told["state"] if told["state"] in (*State.values, FOLLOWED, ALL) else ""
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
        """Which state is listed: what is being handled, unless something else is said, or something is sought.

        Who asks for days and their lights asks for all whose days are followed: also what is done with but for these.
        """
        if self.state or self.q or self.party:
            return self.state or ALL
        return FOLLOWED if self.due or self.light in ("red", "amber") else State.OPEN

    @property
    def by_standing(self) -> bool:
        """Whether what is asked for is sooner found by how cases stand than by the cases themselves."""
        return self.light in ("red", "amber", "green") or sort_of(self.sort).of_standing

    @property
    def of_somebody(self) -> bool:
        """Whether the cases of an officer or of a party are asked for, who has no more than can be sorted."""
        return bool(self.whose or self.party)

    def known_by(self, reader: Officer, today: date) -> Hashable | None:
        """By what the queries of the list are known again; None where what was found goes into them."""
        return None if self.party else (self, reader.id, today)

    def chosen(self, reader: Officer, today: date) -> QuerySet[Case]:
        """The cases that are asked for, without the words that are sought."""
        return Case.objects.filter(*self._asked("", "standing__", reader, today))

    def standings(self, reader: Officer, today: date) -> QuerySet[Standing]:
        """The same, as their standings: those not judged yet are not among them.

        Where cases take acts, their standing says so too: lists by light so pass over the others in their index. Of
        those that have a day nothing else is true, and a database that does not know it would expect to find fewer.
        """
        rows = Standing.objects.filter(*self._asked("case__", "", reader, today))
        if self.shown_state in (FOLLOWED, *TAKES_ACTS) and not sort_of(self.sort).of_standing:
            return rows.filter(open=True)
        return rows

    def _asked(self, case: str, standing: str, reader: Officer, today: date) -> Iterator[Q | Exists]:
        """What is asked, of a table that has organ and day of opening; the ways to the case and to its standing."""
        if self.shown_state == FOLLOWED:
            yield Q(**{f"{case}state__in": TAKES_ACTS})
        elif self.shown_state != ALL:
            yield Q(**{f"{case}state": self.shown_state})
        if self.procedure:
            yield Q(**{f"{case}procedure": self.procedure})
            if self.shown_state == ALL:
                yield Q(**{f"{case}state__in": State.values})  # every one there is, so that its index can be used
        if self.organ:
            yield Q(organ_id=int(self.organ))
        if self.whose:
            handles = {"role": Role.HANDLER} if self.whose != MINE else {}
            officer = reader.id if self.whose == MINE else int(self.whose)
            own = Participant.objects.filter(officer=officer, last=None, **handles)
            yield Q(pk__in=own.values("case"))
        if self.party:
            party = Party.objects.filter(id=int(self.party)).first()
            yield Q(pk__in=[] if party is None else cases_of(same_party(party)))
        if day := _day(self.first):
            yield Q(opened__gte=day)
        if day := _day(self.last):
            yield Q(opened__lte=day)
        yield from self._asked_of_standing(standing, today)

    def _asked_of_standing(self, way: str, today: date) -> Iterator[Q | Exists]:
        if self.light:
            yield unknown(way) if self.light == "unknown" else _LIGHTS[self.light](today, way)
        if (fen := fen_of(self.lowest)) is not None:
            yield Q(**{f"{way}amount__gte": fen})
        if (fen := fen_of(self.highest)) is not None:
            yield Q(**{f"{way}amount__lte": fen})
        if self.due:
            waits = Mark.objects.filter(outcome="pending", of_party=False, not_before=False, due=_day(self.due))
            yield Exists(waits.filter(case=OuterRef("pk")))

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
