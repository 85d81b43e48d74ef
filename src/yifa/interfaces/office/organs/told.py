"""One organ told for its page: what it is called since when, under whom, over whom and why, what became of it."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from typing import Any

from django.db.models import Case, Value, When

from yifa.interfaces.duty_telling import tell_profile
from yifa.interfaces.office.registers.words import tell_kind, tell_level, tell_relation, tell_succession
from yifa.interfaces.office.role_words import tell_rank
from yifa.record.chain.chained import values_of
from yifa.record.organs.columns import BEGINNING
from yifa.record.organs.models import Dated, Organ, OrganName, OrganProfile, Post, Relation, Succession
from yifa.record.organs.queries import name_of, on_day, supervised_by
from yifa.wording import Language

POSTS_SHOWN = 100
"""So many posts stand on a page."""
OVER_SHOWN = 200
"""So many organs that it supervises are named."""


@dataclass(frozen=True)
class Line:
    """Something dated of an organ. `holds`: on the day that is asked about; `to`: the organ it leads to."""

    words: str
    days: str
    holds: bool
    to: Organ | None = None
    called: str = ""
    more: str = ""


def told_organ(organ: Organ, day: date, speech: Language) -> dict[str, Any]:
    """An organ as of a day."""
    names = _names(day)
    own = Relation.objects.filter(organ=organ).select_related("to").order_by("first", "id")
    back = Relation.objects.filter(to=organ).select_related("organ").order_by("first", "id")
    return {
        "name": name_of(organ, day),
        "kind": tell_kind(organ.kind, speech),
        "level": tell_level(organ.level, speech),
        "days": tell_days(organ, speech),
        "lasts": organ.first <= day and (organ.last is None or organ.last >= day),
        "names": [
            Line(one.name, tell_days(one, speech), _holds(one, day), more=one.short)
            for one in OrganName.objects.filter(organ=organ).order_by("-first")
        ],
        "profiles": [
            Line(tell_profile(one.profile, speech), tell_days(one, speech), _holds(one, day))
            for one in OrganProfile.objects.filter(organ=organ).order_by("first", "id")
        ],
        "relations": [_relation(one, one.to, day, names, speech) for one in own],
        "back": [_relation(one, one.organ, day, names, speech) for one in back if _holds(one, day)],
        "became": _succession(Succession.objects.filter(organ=organ), names, speech),
        "came_from": _succession(Succession.objects.filter(successor=organ), names, speech, back=True),
        "over": _over(organ, day, names, speech),
    }


def tell_days(row: Dated, speech: Language) -> str:
    """From which day to which something holds; days as in a register, without their weekdays."""
    say = speech.say
    if row.first == BEGINNING:
        return say("to {last}", last=row.last.isoformat()) if row.last else say("always so far")
    if row.last is None:
        return say("since {first}", first=row.first.isoformat())
    return say("{first} to {last}", first=row.first.isoformat(), last=row.last.isoformat())


def _holds(row: Dated, day: date) -> bool:
    return row.first <= day and (row.last is None or row.last >= day)


def _names(day: date) -> dict[int, str]:
    """What organs are called on a day; those that are called nothing then, what they were called last."""
    last: dict[int, str] = {}
    now: dict[int, str] = {}
    for one in OrganName.objects.order_by("first"):
        last[one.organ_id] = one.name
        if _holds(one, day):
            now[one.organ_id] = one.name
    return {**last, **now}


def _relation(one: Relation, other: Organ, day: date, names: dict[int, str], speech: Language) -> Line:
    items = "、".join(one.items)
    more = (
        "；".join(filter(None, (items, one.basis)))
        if speech.tag == "zh"
        else "; ".join(filter(None, (items, one.basis)))
    )
    called = names.get(other.id, other.code)
    return Line(tell_relation(one.kind, speech), tell_days(one, speech), _holds(one, day), other, called, more)


def _succession(
    rows: Iterable[Succession], names: dict[int, str], speech: Language, *, back: bool = False
) -> list[tuple[str, str, Organ | None, str]]:
    found = []
    for one in rows:
        other = one.organ if back else one.successor
        called = names.get(other.id, other.code) if other else ""
        found.append((speech.day(one.on), tell_succession(one.kind, speech), other, called))
    return found


def _over(organ: Organ, day: date, names: dict[int, str], speech: Language) -> dict[str, Any]:
    """Whom it supervises, each with the relation by which it does; and whom it only observes."""
    seen = supervised_by(organ, day)
    whole = seen.fully | seen.observed
    why: dict[int, str] = {}
    for one in on_day(Relation.objects.filter(organ__in=whole, to__in=whole | {organ.id}), day).order_by("-id"):
        why[one.organ_id] = f"{tell_relation(one.kind, speech)} {names.get(one.to_id, '')}"
    rows = {one.id: one for one in Organ.objects.filter(id__in=whole - {organ.id}).order_by("code")}
    return {
        "fully": [(rows[id_], names.get(id_, ""), why.get(id_, "")) for id_ in rows if id_ in seen.fully][:OVER_SHOWN],
        "observed": [(rows[id_], names.get(id_, ""), why.get(id_, "")) for id_ in rows if id_ in seen.observed][
            :OVER_SHOWN
        ],
        "many": len(seen.fully) - 1,
    }


def posts_of(organ: Organ, day: date, speech: Language, after: int = 0) -> tuple[list[tuple[str, str, Post, str]], int]:
    """The posts that are held on a day, the highest first, so many of them from a place on; and how many there are.

    Those one may read.
    """
    ranks = [When(rank=rank, then=Value(place)) for place, rank in enumerate(("principal", "deputy", "section-head"))]
    rows = on_day(Post.objects.filter(organ=organ), day)
    ordered = rows.order_by(Case(*ranks, default=Value(len(ranks))), "officer__number", "id").select_related("officer")
    posts = list(ordered[after : after + POSTS_SHOWN])
    called = values_of([one.officer for one in posts])
    found = [
        (called.get(one.officer.name) or one.officer.number, one.title, one, tell_rank(one.rank, speech))
        for one in posts
    ]
    return found, rows.count()
