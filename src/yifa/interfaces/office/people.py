"""Officers as lists show them: name, number, organ and post, looked up for all lines at once."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from yifa.interfaces.office.matters import organ_names
from yifa.record.chain.chained import values_of
from yifa.record.organs.models import Officer, Post
from yifa.record.organs.queries import on_day


@dataclass(frozen=True)
class Person:
    """An officer. `posts`: what he is on the day, blank where he holds none."""

    officer: Officer
    name: str
    organ: str
    posts: str


def told_people(officers: Iterable[Officer], today: date) -> dict[int, Person]:
    """Officers by their numbers, in four queries however many they are; within the scope that holds."""
    rows = list({one.id: one for one in officers}.values())
    names = values_of(rows)
    organs = organ_names({one.organ_id for one in rows}, today)
    posts: dict[int, list[str]] = {}
    held = on_day(Post.objects.filter(officer__in=[one.id for one in rows]), today).order_by("id")
    for officer, title in held.values_list("officer_id", "title"):
        posts.setdefault(officer, []).append(title)
    return {
        one.id: Person(
            one,
            names.get(one.name) or one.number,
            organs.get(one.organ_id, ""),
            "、".join(filter(None, posts.get(one.id, ()))),
        )
        for one in rows
    }


def people_of(ids: Iterable[int], today: date) -> dict[int, Person]:
    """The same for officers by their numbers, as far as they may be read."""
    return told_people(Officer.objects.filter(id__in=set(ids)), today)
