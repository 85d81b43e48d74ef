"""What can be asked of organs: who was what on a day, under whom, and what became of it."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import TypeVar

from django.db import connection
from django.db.models import Q, QuerySet

from yifa.record.chain.known_statements import known_cursor
from yifa.record.organs.choices import CertificateEventKind, RelationKind
from yifa.record.organs.models import (
    Certificate,
    CertificateEvent,
    Dated,
    Delegation,
    Leave,
    Officer,
    Organ,
    OrganName,
    OrganProfile,
    Post,
    Relation,
    Succession,
)

AnyDated = TypeVar("AnyDated", bound=Dated)

UNDER = (
    RelationKind.BELONGS_TO,
    RelationKind.BRANCH_OF,
    RelationKind.DUAL,
    RelationKind.ZONE_OF,
    RelationKind.ENTRUSTED_BY,
    RelationKind.EMPOWERED_BY,
    RelationKind.SECTION_OF,
)
"""Relations by which the other organ supervises this one fully; vertical ones are seen to apart."""


def on_day(rows: QuerySet[AnyDated], day: date) -> QuerySet[AnyDated]:
    """Those that hold on a day."""
    return rows.filter(Q(last__isnull=True) | Q(last__gte=day), first__lte=day)


def organ(code: str) -> Organ:
    """The organ of a code; raises `Organ.DoesNotExist`."""
    return Organ.objects.get(code=code)


def name_of(one: Organ, day: date) -> str:
    """What it was called on a day; its code where the register does not say."""
    found = on_day(OrganName.objects.filter(organ=one), day).order_by("-first").first()
    return found.name if found else one.code


def called(name: str, day: date) -> QuerySet[Organ]:
    """Organs that were called so on a day, by their name or their short name."""
    names = on_day(OrganName.objects.filter(Q(name=name) | Q(short=name)), day)
    return Organ.objects.filter(names__in=names).distinct()


def profiles_of(one: Organ, day: date) -> set[str]:
    """The sectors and places whose overlays hold for it on a day."""
    return set(on_day(OrganProfile.objects.filter(organ=one), day).values_list("profile", flat=True))


NEAREST = (
    RelationKind.SECTION_OF,
    RelationKind.ENTRUSTED_BY,
    RelationKind.BRANCH_OF,
    RelationKind.VERTICAL,
    RelationKind.DUAL,
    RelationKind.GUIDED_BY,
    RelationKind.EMPOWERED_BY,
    RelationKind.ZONE_OF,
    RelationKind.BELONGS_TO,
)
"""Whom an organ looks to first: for whom it acts, who leads or guides it in its sector, then whom it belongs to."""


def looked_up_to(one: Organ, day: date) -> list[int]:
    """The organs above it on a day, by their numbers, the nearest first: step by step, each step as `NEAREST` says."""
    rows = on_day(Relation.objects.filter(kind__in=NEAREST), day)
    found, level = [one.id], [one.id]
    while level:
        steps = sorted(
            rows.filter(organ_id__in=level).values_list("organ_id", "kind", "id", "to_id"),
            key=lambda step: (NEAREST.index(RelationKind(step[1])), level.index(step[0]), step[2]),
        )
        level = list(dict.fromkeys(to for *_, to in steps if to not in found))
        found += level
    return found[1:]


@dataclass(frozen=True)
class Supervised:
    """Whom an organ supervises on a day, by their numbers, itself included.

    `observed`: led from above (垂直管理), so that it may see them and tell their superior, and nothing more.
    """

    fully: frozenset[int]
    observed: frozenset[int]


def supervised_by(one: Organ, day: date) -> Supervised:
    """Whom a government, and the offices that supervise for it, see on a day (行政执法监督).

    A government supervises what belongs to it, and so on downwards. A bureau that is led from above is supervised by
    the organ above; the government it lies under observes it, and what is under it.
    """
    with known_cursor() as cursor:
        cursor.execute(_SUPERVISED, [one.id, *[connection.ops.adapt_datefield_value(day)] * 6])
        seen = cursor.fetchall()
    return Supervised(
        frozenset(organ_id for organ_id, fully in seen if fully),
        frozenset(organ_id for organ_id, fully in seen if not fully),
    )


_HOLDS = "{0}.first <= %s AND ({0}.last IS NULL OR {0}.last >= %s)"
_UNDER = ", ".join(f"'{kind.value}'" for kind in UNDER)
_VERTICAL = f"'{RelationKind.VERTICAL.value}'"
_SUPERVISED = f"""
WITH RECURSIVE fully(id) AS (
  SELECT CAST(%s AS bigint)
  UNION
  SELECT step.organ_id FROM fully JOIN organs_relation step ON step.to_id = fully.id
  WHERE {_HOLDS.format("step")} AND (step.kind = {_VERTICAL} OR (step.kind IN ({_UNDER}) AND NOT EXISTS (
    SELECT 1 FROM organs_relation led
    WHERE led.organ_id = step.organ_id AND led.kind = {_VERTICAL} AND {_HOLDS.format("led")}
  )))
), seen(id) AS (
  SELECT id FROM fully
  UNION
  SELECT step.organ_id FROM seen JOIN organs_relation step ON step.to_id = seen.id
  WHERE {_HOLDS.format("step")} AND step.kind IN ({_VERTICAL}, {_UNDER})
)
SELECT id, id IN (SELECT id FROM fully) FROM seen
"""  # noqa: S608 - words of our own
"""Step by step downwards, from the organ asked about: whom it supervises, then whom it sees beside these."""


def _downwards(start: Iterable[int], under: dict[int, set[int]]) -> set[int]:
    found, waiting = set(start), list(start)
    while waiting:
        for organ_id in under.get(waiting.pop(), ()):
            if organ_id not in found:
                found.add(organ_id)
                waiting.append(organ_id)
    return found


def successors(one: Organ, day: date) -> set[Organ]:
    """Who stands in its place on a day: itself while it lasts, else those who took over, and so on."""
    if one.last is None or day <= one.last:
        return {one}
    found: set[Organ] = set()
    for step in Succession.objects.filter(organ=one, on__lte=day, successor__isnull=False).select_related("successor"):
        if step.successor is not None:
            found |= successors(step.successor, day)
    return found


def taken_over(organs: Iterable[int], day: date, steps: Iterable[tuple[int, int]] | None = None) -> frozenset[int]:
    """The organs, by their numbers, in whose place these stand on a day: those that ended and went up in them.

    `steps`: all of them up to the day, as successor and organ, where they were looked up already.
    """
    if steps is None:
        rows = Succession.objects.filter(on__lte=day, successor__isnull=False).values_list("successor_id", "organ_id")
        steps = [(successor, organ_id) for successor, organ_id in rows if successor is not None]
    ended: dict[int, set[int]] = defaultdict(set)
    for successor, organ_id in steps:
        ended[successor].add(organ_id)
    start = set(organs)
    return frozenset(_downwards(start, ended) - start)


def certified(officer: Officer, day: date) -> bool:
    """Whether an officer held a certificate on a day (行政处罚法 42): issued, not run out, suspended or cancelled."""
    return any(_in_force(one, day) for one in on_day(Certificate.objects.filter(officer=officer), day))


def _in_force(certificate: Certificate, day: date) -> bool:
    last = CertificateEvent.objects.filter(certificate=certificate, on__lte=day).exclude(
        kind=CertificateEventKind.CHECKED
    )
    event = last.order_by("-on", "-id").first()
    return event is None or event.kind == CertificateEventKind.RESTORED


def away(officer: Officer, day: date) -> bool:
    """Whether an officer is on leave on a day."""
    return on_day(Leave.objects.filter(officer=officer), day).exists()


def signs_for(post: Post, day: date, procedure: str) -> Officer | None:
    """Who signs on a day where this post must: its holder, or while he is away whom he delegated it to; else nobody."""
    return StandIns.of([post], day).signs_for(post, procedure)


@dataclass(frozen=True)
class StandIns:
    """Who stands in for whom on a day, of some posts: looked up at once."""

    away: frozenset[int]
    delegations: Mapping[int, Sequence[Delegation]]

    @classmethod
    def of(cls, posts: Iterable[Post], day: date) -> StandIns:
        """Of these posts; the last delegation of a post comes first."""
        found: dict[int, list[Delegation]] = defaultdict(list)
        held = list(posts)
        rows = on_day(Delegation.objects.filter(post__in=[post.id for post in held]), day)
        for one in rows.select_related("to").order_by("-first", "-id"):
            found[one.post_id].append(one)
        officers = {post.officer_id for post in held} | {one.to_id for ones in found.values() for one in ones}
        leaves = on_day(Leave.objects.filter(officer__in=officers), day)
        return cls(frozenset(leaves.values_list("officer_id", flat=True)), found)

    def signs_for(self, post: Post, procedure: str) -> Officer | None:
        """Who signs for a post in a procedure; nobody, where its holder and whom he named are away."""
        if post.officer_id not in self.away:
            return post.officer
        for one in self.delegations.get(post.id, ()):
            if (not one.matters or procedure in one.matters) and one.to_id not in self.away:
                return one.to
        return None
