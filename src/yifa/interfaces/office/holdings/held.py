"""What people held on a day: posts, roles, files opened to them, signing in another's place; told line by line.

Of a file that was opened its number and organ are told; which who looks here need not be able to read.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from django.db.models import Q
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


def holdings(asked: AskedOfHoldings, organs: Iterable[int], speech: Language) -> list[Holding]:
    """What is asked for, person by person in the order of their organs and numbers; in a dozen queries at most."""
    day = asked.day
    people = _people(asked, organs)
    wanted = [Sort(asked.sort)] if asked.sort else list(Sort)
    found: list[tuple[int, Sort, Dated, str, int]] = []
    if Sort.POST in wanted:
        for post in on_day(Post.objects.filter(officer__in=people), day):
            rank = tell_rank(post.rank, speech)
            found.append(
                (post.officer_id, Sort.POST, post, f"{post.title}（{rank}）" if post.title else rank, post.organ_id)
            )
    if Sort.ROLE in wanted:
        for role in on_day(RoleHeld.objects.filter(officer__in=people), day):
            told = tell_role(RoleName(role.role), speech)
            found.append((role.officer_id, Sort.ROLE, role, told, role.organ_id))
    if Sort.FILE in wanted:
        grants = on_day(Grant.objects.filter(officer__in=people), day)
        told_of = {
            id_: (number, organ) for id_, number, organ in grants.values_list("id", "case__number", "case__organ")
        }
        for grant in grants:
            number, organ = told_of[grant.id]
            words = " · ".join(filter(None, (number, grant.task)))
            found.append((grant.officer_id, Sort.FILE, grant, words, organ))
    if Sort.SIGNS in wanted:
        delegations = list(on_day(Delegation.objects.filter(to__in=people), day).select_related("post"))
        holders = people_of({one.post.officer_id for one in delegations}, day)
        for one in delegations:
            found.append((one.to_id, Sort.SIGNS, one, _signing(one, holders, speech), one.post.organ_id))
    names = organ_names({organ for *_, organ in found}, day)
    told_sorts = {sort: tell_sort(sort, speech) for sort in Sort}
    lines = [
        Holding(people[officer], sort, told_sorts[sort], what, names.get(organ, ""), row.first, row.last)
        for officer, sort, row, what, organ in found
    ]
    order = list(Sort)
    return sorted(
        lines, key=lambda one: (one.person.organ, one.person.officer.number, order.index(one.sort), one.first)
    )


def _people(asked: AskedOfHoldings, organs: Iterable[int]) -> dict[int, Person]:
    """The officers that are looked at, of the organs whose people one keeps."""
    own = set(organs)
    chosen = {int(asked.organ)} & own if asked.organ else own
    rows = Officer.objects.filter(organ_id__in=chosen)
    if asked.who:
        named = KeptValue.objects.filter(sought_by=sought_by(canonical(asked.who))).values("commitment")
        rows = rows.filter(Q(number=asked.who) | Q(name__in=named))
    return people_of(rows.values_list("id", flat=True), asked.day)


def _signing(one: Delegation, holders: dict[int, Person], speech: Language) -> str:
    holder = holders.get(one.post.officer_id)
    words = speech.say("for {holder} ({post})", holder=holder.name if holder else "—", post=one.post.title)
    matters = speech.list([procedure_name(name, speech) for name in one.matters])
    return words if not matters else f"{words} · {matters}"
