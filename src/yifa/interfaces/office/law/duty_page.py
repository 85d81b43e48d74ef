"""A duty by itself: what it asks, on which articles and texts it rests, cases worked through, and cases it touches."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import lru_cache
from typing import Any

from django.db.models import Count, Q, QuerySet
from django.http import Http404, HttpResponse
from django.shortcuts import render

from yifa.interfaces.duty_telling import tell_laws, tell_profile, tell_validity
from yifa.interfaces.manual.procedure_page import collect
from yifa.interfaces.office.declaring import ANYBODY, READERS, page
from yifa.interfaces.office.desks import Asked, Desk
from yifa.interfaces.office.law.resting import WHOLE, resting
from yifa.interfaces.office.marks import ToldMark, told_marks
from yifa.interfaces.office.matters import procedure_name
from yifa.law.catalogue.citations import citation
from yifa.law.catalogue.duty import Duty
from yifa.law.catalogue.folders import Folder, UnknownProcedure, folder
from yifa.law.catalogue.statutes import Statute
from yifa.law.duties.selection import nearer
from yifa.oversight.standing.models import Mark
from yifa.wording import Language, language

SHOWN = 30
"""So many cases of a duty; the list of cases has all."""


@page("law/procedures/<slug:procedure>/duties/<path:rule>/", name="one_duty", roles=ANYBODY)
def one_duty(request: Asked, procedure: str, rule: str) -> HttpResponse:
    """A duty by itself."""
    of = known_folder(procedure)
    duty = of.duty(rule)
    if duty is None:
        raise Http404
    speech = request.speech
    told = collected(of.id, speech.tag)
    own = [one for chapter in told["chapters"] for one in chapter["duties"]]
    shown: dict[str, Any] = {
        "one": next(one for one in [*own, *told["borrowed"]] if one["id"] == rule),
        "procedure": of.id,
        "of": procedure_name(of.id, speech),
        "articles": [_article(statute, article, speech) for statute, article in resting(duty)],
        "texts": list(_texts(duty, speech)),
        "in_its_place": [_overlay(one, speech) for one in nearer(duty, of.duties)],
        "in_the_place_of": [_overlay(one, speech) for id_ in duty.replaces if (one := of.duty(id_)) is not None],
        "examples": sorted(_examples(told, rule), key=lambda one: _rank(of, one["number"], rule)),
        "touched": _touched(of, duty, request.desk, speech) if request.desk.roles & READERS else None,
    }
    return render(request, "law/duty.html", shown)


def known_folder(procedure: str) -> Folder:
    """The folder of a procedure. Raises `Http404`."""
    try:
        return folder(procedure)
    except UnknownProcedure:
        raise Http404 from None


@lru_cache(maxsize=80)
def collected(procedure: str, tag: str) -> dict[str, Any]:
    """A procedure as its page tells it."""
    return collect(folder(procedure), language(tag))


def _article(statute: Statute, article: str, speech: Language) -> tuple[str, str, str]:
    """The id of a statute, an article of it or blank for the whole, and how both are cited."""
    of = "" if article == WHOLE else article
    return statute.id, of, _cited(statute, "", of, speech)


def _cited(statute: Statute, version: str, article: str, speech: Language) -> str:
    text = statute.title.short + (f"({version})" if version else "") + (f"§{article}" if article else "")
    return tell_laws([text], speech)[0]


def _texts(duty: Duty, speech: Language) -> Iterator[tuple[str, str]]:
    """Each text of the statutes it rests on: how the article is cited in it, from when to when it holds."""
    for text in duty.law:
        told = citation(text)
        for version in told.statute.versions:
            if told.by_text and version.id not in told.by_text:
                continue
            article = told.by_text.get(version.id, told.article) or ""
            year = "" if version.id == "unknown" else version.id
            yield _cited(told.statute, year, article, speech), tell_validity(version.valid, speech)


def _overlay(duty: Duty, speech: Language) -> dict[str, object]:
    return {
        "id": duty.id,
        "title": duty.title.zh if speech.tag == "zh" else duty.title.en,
        "profiles": [tell_profile(one, speech) for one in duty.overlay],
        "validity": tell_validity(duty.valid, speech),
    }


def _examples(told: Mapping[str, Any], rule: str) -> Iterator[dict[str, Any]]:
    """The worked cases that ask about it: what happened, and what it comes to."""
    for group in told["groups"]:
        for example in group["examples"]:
            outcomes = [(outcome, due) for id_, _, outcome, due in example["expected"] if id_ == rule]
            if outcomes:
                yield {**example, "about": group["about"], "outcomes": outcomes}


def _rank(of: Folder, number: int, rule: str) -> int:
    """What decides it stands first, what it does not apply to last."""
    examples = [example for group in of.groups for example in group.examples]
    outcomes = {one.outcome for one in examples[number - 1].expect.get(rule, ())}
    return 0 if outcomes & {"met", "unmet"} else 1 if outcomes - {"not-applicable"} else 2


@dataclass(frozen=True)
class Touched:
    """The cases of one's scope in which the duty waits, is broken or cannot be told."""

    broken: int
    waits: int
    unknown: int
    marks: tuple[ToldMark, ...]

    @property
    def many(self) -> int:
        """How many in all."""
        return self.broken + self.waits + self.unknown


def _touched(of: Folder, duty: Duty, desk: Desk, speech: Language) -> Touched:
    rows: QuerySet[Mark] = Mark.objects.filter(duty=duty.id, case__procedure=of.id)
    told = rows.order_by().aggregate(
        broken=Count("id", filter=Q(outcome="unmet")),
        waits=Count("id", filter=Q(outcome="pending")),
        unknown=Count("id", filter=Q(outcome="unknown")),
    )
    first = rows.select_related("case__organ").order_by("due", "id")
    some = [*first.filter(outcome="unmet")[:SHOWN], *first.filter(outcome="pending")[:SHOWN]]
    some += first.filter(outcome="unknown")[: max(SHOWN - len(some), 0)]
    return Touched(**told, marks=tuple(told_marks(some[:SHOWN], desk.today, speech)))
