"""What people held on a day: posts, roles, files opened to them, signing in another's place; told line by line.

Of a file that was opened its number and organ are told; which who looks here need not be able to read.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from typing import Any

from django.db.models import Exists, OuterRef, Q, QuerySet
from django.http import QueryDict

from yifa.interfaces.office.asked_lists import AskedOfList
from yifa.interfaces.office.matters import organ_names, procedure_name
from yifa.interfaces.office.people import Person, people_of
from yifa.interfaces.office.role_words import tell_rank, tell_role
from yifa.record.access.choices import RoleName
from yifa.record.access.models import Grant, RoleHeld
from yifa.record.chain.canonical import canonical
from yifa.record.chain.models import KeptValue, sought_by
from yifa.record.organs.models import Dated, Delegation, Officer, Post
from yifa.record.organs.queries import on_day
from yifa.wording import Language

PLACE = 19
"""So many digits no number has."""


class Sort(StrEnum):
    """What it is that somebody held."""

    POST = "post"
    ROLE = "role"
    FILE = "file"
    SIGNS = "signs"


@dataclass(frozen=True)
class AskedOfHoldings(AskedOfList):
    """Filters; blank where not asked. `on`: as of which day; `who`: a whole name or staff number."""

    on: str = ""
    organ: str = ""
    who: str = ""
    sort: str = ""

    @classmethod
    def of(cls, asked: QueryDict, today: date) -> AskedOfHoldings:
        """As an address says it; today, where it says no day."""
        told = cls.said(asked)
        try:
            told["on"] = date.fromisoformat(told["on"]).isoformat()
        except ValueError:
            told["on"] = today.isoformat()
        told["organ"] = told["organ"][:18] if told["organ"].isdigit() else ""
        told["sort"] = told["sort"] if told["sort"] in set(Sort) else ""
        return cls(**told)

    @property
    def sorts(self) -> tuple[Sort, ...]:
        """Of which sorts."""
        return (Sort(self.sort),) if self.sort else tuple(Sort)

    @property
    def day(self) -> date:
        """As of which day."""
        return date.fromisoformat(self.on)


@dataclass(frozen=True)
class Holding:
    """A line: who held what, for which organ, from when to when."""

    person: Person
    sort: Sort
    kind: str
    what: str
    organ: str
    first: date
    last: date | None


def tell_sort(sort: Sort, speech: Language) -> str:
    """What it is called."""
    say = speech.say
    return {
        Sort.POST: say("post"),
        Sort.ROLE: say("role"),
        Sort.FILE: say("file opened"),
        Sort.SIGNS: say("signs in another's place"),
    }[sort]


def holders(asked: AskedOfHoldings, organs: Iterable[int]) -> QuerySet[Officer]:
    """Who held something of what is asked for, of the organs whose people one keeps."""
    own = set(organs)
    chosen = {int(asked.organ)} & own if asked.organ else own
    rows = Officer.objects.filter(organ_id__in=chosen)
    if asked.who:
        named = KeptValue.objects.filter(sought_by=sought_by(canonical(asked.who))).values("commitment")
        rows = rows.filter(Q(number=asked.who) | Q(name__in=named))
    held = Q()
    for sort in asked.sorts:
        held |= Q(Exists(_HELD[sort](asked.day).filter(**{_WHOSE[sort]: OuterRef("pk")})))
    return rows.filter(held)


def many_holdings(asked: AskedOfHoldings, organs: Iterable[int]) -> int:
    """How many lines there are in all."""
    people = holders(asked, organs).order_by().values("id")
    return sum(_HELD[sort](asked.day).filter(**{f"{_WHOSE[sort]}__in": people}).count() for sort in asked.sorts)


def page_of_holders(rows: QuerySet[Officer], after: str, many: int) -> tuple[list[int], str]:
    """So many officers by their numbers, in the order of organs and staff numbers; where the next begin, or blank."""
    organ, _, number = after.partition("-")
    if organ.isdecimal() and len(organ) < PLACE:
        rows = rows.filter(Q(organ_id__gt=int(organ)) | Q(organ_id=int(organ), number__gt=number))
    found = list(rows.order_by("organ_id", "number").values_list("id", "organ_id", "number")[: many + 1])
    last = found[many - 1] if len(found) > many else None
    return [id_ for id_, _, _ in found[:many]], "" if last is None else f"{last[1]}-{last[2]}"


def holdings(asked: AskedOfHoldings, officers: Iterable[int], speech: Language) -> list[Holding]:
    """What some officers held, person by person in the order of organs and numbers; in a dozen queries at most."""
    day, people = asked.day, people_of(officers, asked.day)
    rows: dict[Sort, list[Any]] = {
        sort: list(_HELD[sort](day).filter(**{f"{_WHOSE[sort]}__in": list(people)})) for sort in asked.sorts
    }
    found: list[tuple[int, Sort, Dated, str, int]] = []
    for post in rows.get(Sort.POST, ()):
        rank = tell_rank(post.rank, speech)
        words = f"{post.title}（{rank}）" if post.title else rank
        found.append((post.officer_id, Sort.POST, post, words, post.organ_id))
    for role in rows.get(Sort.ROLE, ()):
        found.append((role.officer_id, Sort.ROLE, role, tell_role(RoleName(role.role), speech), role.organ_id))
    grants = rows.get(Sort.FILE, ())
    of_grants = Grant.objects.filter(id__in=[one.id for one in grants])
    cases: dict[int, tuple[str, int]] = {
        id_: (number, organ) for id_, number, organ in of_grants.values_list("id", "case__number", "case__organ")
    }
    for grant in grants:
        number, organ = cases[grant.id]
        found.append((grant.officer_id, Sort.FILE, grant, " · ".join(filter(None, (number, grant.task))), organ))
    delegations = rows.get(Sort.SIGNS, ())
    others = people_of({one.post.officer_id for one in delegations}, day)
    for one in delegations:
        found.append((one.to_id, Sort.SIGNS, one, _signing(one, others, speech), one.post.organ_id))
    names = organ_names({organ for *_, organ in found}, day)
    told_sorts = {sort: tell_sort(sort, speech) for sort in Sort}
    lines = [
        Holding(people[officer], sort, told_sorts[sort], what, names.get(organ, ""), row.first, row.last)
        for officer, sort, row, what, organ in found
    ]
    order = list(Sort)
    return sorted(
        lines,
        key=lambda one: (
            one.person.officer.organ_id,
            one.person.officer.number,
            order.index(one.sort),
            one.first,
        ),
    )


_HELD: Mapping[Sort, Callable[[date], QuerySet[Any]]] = {
    Sort.POST: lambda day: on_day(Post.objects.all(), day),
    Sort.ROLE: lambda day: on_day(RoleHeld.objects.all(), day),
    Sort.FILE: lambda day: on_day(Grant.objects.all(), day),
    Sort.SIGNS: lambda day: on_day(Delegation.objects.select_related("post"), day),
}
_WHOSE = {Sort.POST: "officer", Sort.ROLE: "officer", Sort.FILE: "officer", Sort.SIGNS: "to"}


def _signing(one: Delegation, holders: dict[int, Person], speech: Language) -> str:
    holder = holders.get(one.post.officer_id)
    words = speech.say("for {holder} ({post})", holder=holder.name if holder else "—", post=one.post.title)
    matters = speech.list([procedure_name(name, speech) for name in one.matters])
    return words if not matters else f"{words} · {matters}"
