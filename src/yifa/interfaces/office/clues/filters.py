"""The filters of the list of clues, read from the address; and how many there are of each, under the other filters."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass, fields
from datetime import date, timedelta

from django.db.models import Case as When
from django.db.models import CharField, Count, Q, QuerySet, Value
from django.db.models import When as If
from django.http import QueryDict

from yifa.interfaces.office.asked_lists import AskedOfList
from yifa.interfaces.office.clues.words import Age
from yifa.oversight.clues.choices import GRAVITY, Sort, Stage
from yifa.oversight.clues.models import Clue
from yifa.oversight.clues.queries import WAITING
from yifa.record.cases.models import Participant
from yifa.record.organs.models import Officer

ALL, GONE, EXPLAINED = "all", "gone", "explained"
STAGES = ("", Stage.AGAIN.value, EXPLAINED, Stage.WAIT.value, Stage.TRUE.value, Stage.UNTRUE.value, GONE, ALL)
"""Blank: what waits to be screened."""
SORTS = ("gravity", "found", "due")
FACETS = ("stage", "sort", "severity", "age", "procedure", "duty", "organ")
_DAYS = {Age.WEEK: 7, Age.MONTH: 30}


@dataclass(frozen=True)
class Filters(AskedOfList):
    """What is asked of the list; blank where it is not asked. `by`: in which order."""

    stage: str = ""
    sort: str = ""
    severity: str = ""
    age: str = ""
    procedure: str = ""
    duty: str = ""
    organ: str = ""
    whose: str = ""
    by: str = ""

    @classmethod
    def of(cls, asked: QueryDict) -> Filters:
        """As an address says it; what makes no sense is not asked."""
        told = cls.said(asked, 120)
        known: Mapping[str, tuple[str, ...]] = {
            "stage": STAGES,
            "sort": tuple(Sort.values),
            "severity": GRAVITY,
            "age": tuple(Age),
            "whose": ("mine",),
            "by": SORTS,
        }
        for name, values in known.items():
            told[name] = told[name] if told[name] in values else ""
        told["organ"] = told["organ"] if told["organ"].isdigit() else ""
        return cls(**told)

    @property
    def any(self) -> bool:
        """Whether anything is asked."""
        return any(getattr(self, one.name) for one in fields(self) if one.name != "by")

    def chosen(self, officer: Officer, today: date, *, without: str = "") -> QuerySet[Clue]:
        """The clues that are asked for; `without`: leaving one filter out."""
        rows = Clue.objects.all()
        if self.whose == "mine":
            rows = rows.filter(case__in=Participant.objects.filter(officer=officer, last=None).values("case"))
        if without != "stage":
            rows = rows.filter(_at_stage(self.stage))
        for name in ("sort", "severity", "procedure", "duty"):
            if name != without and getattr(self, name):
                rows = rows.filter(**{name: getattr(self, name)})
        if self.organ and without != "organ":
            rows = rows.filter(organ_id=int(self.organ))
        if self.age and without != "age":
            rows = rows.filter(_of_age(Age(self.age), today))
        return rows

    def counted(self, officer: Officer, today: date) -> dict[str, Counter[str]]:
        """By filter how many there are of each of its values, under all the others. In one query for each that is set.

        Filters that are not set share one with the stage, which always is.
        """
        unset = [name for name in FACETS if not getattr(self, name) and name != "stage"]
        found = {name: Counter[str]() for name in FACETS}
        for told, many in _groups(self.chosen(officer, today, without="stage"), [*unset, "stage"], today):
            stages = _values("stage", told)
            for value in stages:
                found["stage"][value] += many
            for name in unset if self.stage in stages else ():
                found[name][told[name]] += many
        for name in set(FACETS) - {*unset, "stage"}:
            for told, many in _groups(self.chosen(officer, today, without=name), [name], today):
                for value in _values(name, told):
                    found[name][value] += many
        return found


def _at_stage(stage: str) -> Q:
    if stage == ALL:
        return Q()
    if stage == GONE:
        return Q(here=False)
    if stage == EXPLAINED:
        return Q(here=True, explained=True)
    return Q(here=True, stage=stage) if stage else Q(here=True, stage__in=WAITING)


def _of_age(age: Age, today: date) -> Q:
    if age is Age.TODAY:
        return Q(found_on__gte=today)
    if age is Age.OLDER:
        return Q(found_on__lt=today - timedelta(days=_DAYS[Age.MONTH]))
    return Q(found_on__gte=today - timedelta(days=_DAYS[age]))


def _groups(rows: QuerySet[Clue], names: list[str], today: date) -> list[tuple[dict[str, str], int]]:
    """How many there are of each combination of some filters."""
    columns = {"organ": "organ_id", "age": "aged"}
    wanted = [columns.get(name, name) for name in names]
    wanted += ["here", "explained"] if "stage" in names else []
    if "age" in names:
        bands = [If(_of_age(age, today), then=Value(age.value)) for age in (Age.TODAY, Age.WEEK, Age.MONTH)]
        rows = rows.annotate(aged=When(*bands, default=Value(Age.OLDER.value), output_field=CharField()))
    counted = rows.order_by().values_list(*wanted).annotate(many=Count("id")) if wanted else []
    found = []
    for *told, many in counted:
        values = dict(zip([*names, *("here", "explained")], told, strict=False))
        found.append(({name: value if isinstance(value, bool) else str(value) for name, value in values.items()}, many))
    return found  # type: ignore[return-value]


def _values(name: str, told: Mapping[str, object]) -> list[str]:
    """Under which values of a filter a group counts."""
    if name != "stage":
        return [str(told[name])]
    if not told["here"]:
        return [ALL, GONE]
    found = [ALL, str(told["stage"])]
    found += [EXPLAINED] if told["explained"] else []
    return [*found, ""] if told["stage"] in {one.value for one in WAITING} else found
