"""The filters of the list of clues, read from the address; and how many there are of each, under the other filters.

Of long lists it is only said that there are more than are counted, unless somebody asks to have them all counted.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Hashable, Iterable, Mapping, Sequence
from dataclasses import dataclass, fields, replace
from datetime import date, timedelta
from functools import partial
from typing import Any

from django.db.models import Count, Q, QuerySet
from django.http import QueryDict

from yifa.interfaces.office.asked_lists import AskedOfList
from yifa.interfaces.office.clues.words import Age
from yifa.interfaces.office.known_lists import ask
from yifa.oversight.clues.choices import GRAVITY, Sort, Stage
from yifa.oversight.clues.models import Clue
from yifa.oversight.clues.queries import WAITING
from yifa.record.cases.models import Participant
from yifa.record.organs.models import Officer

ALL, GONE, EXPLAINED = "all", "gone", "explained"
STAGES = ("", Stage.AGAIN.value, EXPLAINED, Stage.WAIT.value, Stage.TRUE.value, Stage.UNTRUE.value, GONE, ALL)
"""Blank: what waits to be screened."""
TO_BE_DONE = STAGES[:4]
"""What somebody has still to do something about: counted, however many others there are."""
SORTS = ("gravity", "found", "due")
FACETS = ("sort", "severity", "age", "procedure", "duty", "organ")
COUNTED = 1_000
"""Up to so many are counted."""
STAGED = ("here", "stage", "explained")
"""What tells the stage of a clue."""
_DAYS = {Age.WEEK: 7, Age.MONTH: 30}
_COLUMNS = {"organ": "organ_id", "age": "found_on"}


@dataclass(frozen=True)
class Counted:
    """How many there are of each value of a filter, under all the others; of a filter that is not here, too many.

    `stages`: so many at each; one more than `COUNTED` stands for more. `whole`: nothing was left uncounted.
    """

    stages: Mapping[str, int]
    by: Mapping[str, Mapping[str, int]]
    whole: bool


@dataclass(frozen=True)
class Filters(AskedOfList):
    """What is asked of the list; blank where it is not asked. `by`: in which order; `count`: whether all is counted."""

    stage: str = ""
    sort: str = ""
    severity: str = ""
    age: str = ""
    procedure: str = ""
    duty: str = ""
    organ: str = ""
    whose: str = ""
    by: str = ""
    count: str = ""

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
            "count": (ALL,),
        }
        for name, values in known.items():
            told[name] = told[name] if told[name] in values else ""
        told["organ"] = told["organ"] if told["organ"].isdigit() and len(told["organ"]) < 19 else ""
        return cls(**told)

    @property
    def any(self) -> bool:
        """Whether anything is asked."""
        return any(getattr(self, one.name) for one in fields(self) if one.name not in ("by", "count"))

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

    def parts(self, officer: Officer, today: date) -> list[Callable[[], QuerySet[Clue]]]:
        """The same in parts, each of which lies in the order of lists."""
        return [partial(self._part, officer, today, place) for place in range(len(_parts_of_stage(self.stage)))]

    def _part(self, officer: Officer, today: date, place: int) -> QuerySet[Clue]:
        return self.chosen(officer, today, without="stage").filter(_parts_of_stage(self.stage)[place])

    def known_by(self, officer: Officer, today: date) -> Hashable:
        """By what the queries of the list are known again."""
        return self, officer.id, today

    def counted(self, officer: Officer, today: date) -> Counted:
        """How many there are; where these are too many, of what is to be done alone, unless all is asked for."""
        if self.count == ALL:
            return self._all_counted(officer, today)
        unset = [name for name in FACETS if not getattr(self, name)]
        found = self._tally(officer, today, unset)
        by = {} if found is None else _by_value(found, unset, today)
        for name in FACETS:
            if getattr(self, name) and found is not None:
                own = self._tally(officer, today, [name], without=name)
                by |= {} if own is None else _by_value(own, [name], today)
        stages = self._stages(officer, today, None if found is None else sum(found.values()))
        return Counted(stages, by, len(by) == len(FACETS) and len(stages) == len(STAGES))

    def _all_counted(self, officer: Officer, today: date) -> Counted:
        """The same, all of it."""
        unset = [name for name in FACETS if not getattr(self, name)]
        by = _by_value(_tally(self.chosen(officer, today), unset), unset, today)
        for name in FACETS:
            if getattr(self, name):
                by |= _by_value(_tally(self.chosen(officer, today, without=name), [name]), [name], today)
        return Counted(_by_stage(_tally(self.chosen(officer, today, without="stage"), STAGED)), by, whole=True)

    def _tally(
        self, officer: Officer, today: date, names: Sequence[str], *, without: str = ""
    ) -> Counter[tuple[Any, ...]] | None:
        """How many clues there are of each combination of values; None where there are more than are counted."""

        def rows() -> QuerySet[Clue, Any]:
            chosen = self.chosen(officer, today, without=without)
            return chosen.order_by().values_list(*_columns(names))[: COUNTED + 1]

        found = ask((self.known_by(officer, today), COUNTED, without, *names), rows)
        return None if len(found) > COUNTED else Counter(found)

    def _stages(self, officer: Officer, today: date, here: int | None) -> dict[str, int]:
        """How many there are at each stage. `here`: at that which is asked for; None for more than are counted."""
        told = None if here is None else self._tally(officer, today, STAGED, without="stage")
        if told is not None:
            return _by_stage(told)
        found = {self.stage: COUNTED + 1 if here is None else here}
        for one in TO_BE_DONE:
            if one not in found:
                tally = replace(self, stage=one)._tally(officer, today, ["sort"])
                found[one] = COUNTED + 1 if tally is None else sum(tally.values())
        return found


def _at_stage(stage: str) -> Q:
    if stage == ALL:
        return Q()
    if stage == GONE:
        return Q(here=False)
    if stage == EXPLAINED:
        return Q(here=True, explained=True)
    return Q(here=True, stage=stage) if stage else Q(here=True, stage__in=WAITING)


def _parts_of_stage(stage: str) -> list[Q]:
    """The same as several, each of one stage."""
    if stage == ALL:
        return [*(Q(here=True, stage=one) for one in Stage), Q(here=False)]
    return [_at_stage(stage)] if stage else [Q(here=True, stage=one) for one in WAITING]


def _is_at(stage: str, here: bool, told: str, explained: bool) -> bool:
    """Whether a clue that stands so is at a stage of the list."""
    if stage in (ALL, GONE):
        return stage == ALL or not here
    if stage == EXPLAINED:
        return here and explained
    return here and (told == stage if stage else told in WAITING)


def _of_age(age: Age, today: date) -> Q:
    if age is Age.TODAY:
        return Q(found_on__gte=today)
    if age is Age.OLDER:
        return Q(found_on__lt=today - timedelta(days=_DAYS[Age.MONTH]))
    return Q(found_on__gte=today - timedelta(days=_DAYS[age]))


def _ages(found: date, today: date) -> list[str]:
    """Under which ages somebody who filters by age finds what was found on a day."""
    told = [Age.TODAY.value] if found >= today else []
    told += [age.value for age, days in _DAYS.items() if found >= today - timedelta(days=days)]
    return told if found >= today - timedelta(days=_DAYS[Age.MONTH]) else [Age.OLDER.value]


def _columns(names: Sequence[str]) -> list[str]:
    return [_COLUMNS.get(name, name) for name in names] or ["sort"]


def _tally(rows: QuerySet[Clue], names: Sequence[str]) -> Counter[tuple[Any, ...]]:
    """How many clues there are of each combination of values, counted by the database."""
    counted = rows.order_by().values_list(*_columns(names)).annotate(many=Count("id"))
    return Counter({tuple(key): many for *key, many in counted})


def _by_stage(tally: Counter[tuple[Any, ...]]) -> dict[str, int]:
    """How many there are at each stage of the list."""
    return {one: sum(many for key, many in tally.items() if _is_at(one, *key)) for one in STAGES}


def _by_value(tally: Counter[tuple[Any, ...]], names: Iterable[str], today: date) -> dict[str, Counter[str]]:
    """By filter how many there are of each of its values."""
    found = {name: Counter[str]() for name in names}
    for values, many in tally.items():
        for name, value in zip(found, values, strict=False):
            for told in _ages(value, today) if name == "age" else (str(value),):
                found[name][told] += many
    return found
