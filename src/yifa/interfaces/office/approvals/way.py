"""The way of a sheet that is drawn up: for each step that is declared the posts that may be asked, and what was chosen.

A field `step-0`, `step-1` … for each step, `together` for those who are asked beside (会签), `because` for another way.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from django.http import QueryDict

from yifa.interfaces.office.desks import Desk
from yifa.interfaces.office.role_words import tell_rank
from yifa.interfaces.office.way_words import tell_step
from yifa.law.catalogue.approvals import Approval, ApprovalStep
from yifa.record.cases.models import Case
from yifa.record.chain.chained import values_of
from yifa.record.despatch.approvals import Asked as AskedPosts
from yifa.record.despatch.choices import StepRole
from yifa.record.despatch.ways import whom_to_ask
from yifa.record.organs.models import Post
from yifa.record.organs.queries import on_day
from yifa.wording import Language

PostChoice = tuple[int, str]


@dataclass(frozen=True)
class WayStep:
    """A step as it is asked for: as what, of which rank at least; who may be asked, and who only for a reason."""

    name: str
    role: str
    rank: str
    qualified: bool
    optional: bool
    able: tuple[PostChoice, ...]
    others: tuple[PostChoice, ...]
    chosen: int | None


@dataclass(frozen=True)
class Way:
    """The steps, the posts that may be asked together (会签), and what was chosen of both."""

    declared: Approval
    steps: tuple[WayStep, ...]
    together: tuple[PostChoice, ...]
    asked_together: frozenset[int]

    def asked(self, posts: dict[int, Post]) -> list[AskedPosts]:
        """Who is asked at which place, in the order of the way; those asked together just before the signature."""
        found: list[AskedPosts] = []
        first = 0
        for place in self.declared.places:
            shown, first = self.steps[first : first + len(place)], first + len(place)
            if place[0].role == "sign" and self.asked_together:
                beside = tuple(posts[one] for one in sorted(self.asked_together) if one in posts)
                found.append(AskedPosts(StepRole.COUNTERSIGN, beside))
            chosen = dict.fromkeys(one.chosen for one in shown if one.chosen is not None)
            if chosen:
                found.append(AskedPosts(StepRole(place[0].role), tuple(posts[one] for one in chosen)))
        return found


def posts_of(case: Case, desk: Desk) -> dict[int, Post]:
    """The posts of the organ of a case that somebody holds today, by their numbers."""
    return {
        one.id: one for one in on_day(Post.objects.filter(organ=case.organ_id), desk.today).select_related("officer")
    }


def way_of(case: Case, act: str, given: QueryDict | None, desk: Desk, speech: Language, declared: Approval) -> Way:
    """The way for an act as the form shows it: as it was chosen, or as it is proposed."""
    posts = posts_of(case, desk)
    words = post_words(posts.values())
    steps, taken = [], set[int]()
    for place, (step, able) in enumerate(whom_to_ask(case, act, desk.today)):
        name = f"step-{place}"
        may = tuple((post.id, words[post.id]) for post in able)
        known = {one for one, _ in may}
        others = tuple((one, words[one]) for one in posts if one not in known)
        if given is not None and name in given:
            number = str(given[name])
            chosen = int(number) if number.isdigit() and int(number) in posts else None
        else:
            chosen = _proposed(step, able, desk, taken)
        if chosen is not None:
            taken.add(posts[chosen].officer_id)
        steps.append(
            WayStep(
                name,
                tell_step(StepRole(step.role), speech),
                tell_rank(step.rank, speech),
                step.qualified,
                step.optional,
                may,
                others,
                chosen,
            )
        )
    together = given.getlist("together") if given is not None else []
    return Way(
        declared,
        tuple(steps),
        tuple((one.id, words[one.id]) for one in posts.values()),
        frozenset(int(one) for one in together if one.isdigit() and int(one) in posts),
    )


def _proposed(step: ApprovalStep, able: Sequence[Post], desk: Desk, taken: set[int]) -> int | None:
    """Whom the form proposes: who draws it up proposes, the lowest able rank decides; nobody twice, nobody optional."""
    if step.role == "propose":
        own = next((post.id for post in able if post.officer_id == desk.officer.id), None)
        if own is not None:
            return own
    if step.optional and not step.qualified:
        return None
    return next((post.id for post in able if post.officer_id not in taken), None)


def post_words(posts: Iterable[Post]) -> dict[int, str]:
    """Posts in words, each with its holder."""
    rows = list(posts)
    names = values_of([one.officer for one in rows])
    return {
        one.id: f"{names.get(one.officer.name) or one.officer.number}（{one.title or one.officer.number}）"
        for one in rows
    }
