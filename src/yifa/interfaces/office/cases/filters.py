"""The filters of the list of cases: read from the address, so that a filtered list is a link like any other."""

from __future__ import annotations

from dataclasses import dataclass, fields, replace
from datetime import date
from urllib.parse import urlencode

from django.db.models import Exists, OuterRef, QuerySet
from django.http import QueryDict

from yifa.interfaces.office.desks import Desk
from yifa.oversight.standing.models import Mark
from yifa.oversight.standing.queries import amber, red
from yifa.oversight.standing.searching import found
from yifa.record.cases.choices import State
from yifa.record.cases.models import Case, Participant

LIGHTS = ("red", "amber", "green")
SORTS = ("opened", "due")


@dataclass(frozen=True)
class Filters:
    """What is asked of the list; blank where it is not asked."""

    q: str = ""
    state: str = ""
    light: str = ""
    procedure: str = ""
    organ: str = ""
    whose: str = ""
    due: str = ""
    first: str = ""
    last: str = ""
    sort: str = ""

    @classmethod
    def of(cls, asked: QueryDict) -> Filters:
        """As an address says it; what makes no sense is not asked."""
        told = {one.name: asked.get(one.name, "").strip()[:200] for one in fields(cls)}
        for name in ("due", "first", "last"):
            told[name] = told[name] if _day(told[name]) else ""
        told["light"] = told["light"] if told["light"] in LIGHTS else ""
        told["sort"] = told["sort"] if told["sort"] in SORTS else ""
        told["organ"] = told["organ"] if told["organ"].isdigit() else ""
        told["state"] = told["state"] if told["state"] in (*State.values, "all") else ""
        return cls(**told)

    def address(self, **changed: str) -> str:
        """The query of an address with some of it changed; what is blank is left out."""
        of = replace(self, **{name: value for name, value in changed.items() if name != "after"})
        told = {one.name: getattr(of, one.name) for one in fields(of) if getattr(of, one.name)}
        if changed.get("after"):
            told["after"] = changed["after"]
        return "?" + urlencode(told)

    @property
    def any(self) -> bool:
        """Whether anything is asked."""
        return any(getattr(self, one.name) for one in fields(self) if one.name != "sort")

    def chosen(self, desk: Desk) -> QuerySet[Case]:
        """The cases that are asked for."""
        rows = Case.objects.all()
        state = self.state or ("all" if self.q else State.OPEN)
        if state != "all":
            rows = rows.filter(state=state)
        for name in ("procedure", "organ"):
            if value := getattr(self, name):
                rows = rows.filter(**{"organ_id" if name == "organ" else name: value})
        if self.whose == "mine":
            own = Participant.objects.filter(officer=desk.officer, last=None).values("case")
            rows = rows.filter(id__in=own)
        if self.light == "red":
            rows = rows.filter(red(desk.today, "standing__"))
        elif self.light == "amber":
            rows = rows.filter(amber(desk.today, "standing__"))
        elif self.light == "green":
            rows = rows.filter(standing__isnull=False).exclude(red(desk.today, "standing__"))
            rows = rows.exclude(amber(desk.today, "standing__"))
        if self.due:
            waits = Mark.objects.filter(outcome="pending", of_party=False, not_before=False, due=_day(self.due))
            rows = rows.filter(Exists(waits.filter(case=OuterRef("pk"))))
        if day := _day(self.first):
            rows = rows.filter(opened__gte=day)
        if day := _day(self.last):
            rows = rows.filter(opened__lte=day)
        return found(rows, self.q) if self.q else rows


def _day(text: str) -> date | None:
    try:
        return date.fromisoformat(text)
    except ValueError:
        return None
