"""Every table, query and verb × role × place × grant × wall × open and closed × inside and outside the circle of those
who may know: what is answered, and no more.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import timedelta
from functools import cached_property
from io import BytesIO
from typing import Any

import pytest
from django.apps import apps
from django.core.exceptions import ObjectDoesNotExist
from django.db import models

from tests.record import verbs
from tests.record.access.declared import (
    ABOUT_ORGANS,
    ASKED,
    OF_PROOF,
    OPEN,
    Told,
    called_by,
    known_queries,
    known_verbs,
)
from tests.record.evidence.files import PNG
from tests.record.register import BEGAN, CLERK, TODAY, Register, register
from yifa.record.access.actions import give_role, open_file
from yifa.record.access.choices import RoleName
from yifa.record.access.queries import scope_of
from yifa.record.cases.acting import Happening
from yifa.record.cases.actions import close, open_case, take_part
from yifa.record.cases.choices import Role
from yifa.record.cases.models import Case
from yifa.record.cases.showing import set_circle
from yifa.record.chain.models import EntryRow
from yifa.record.evidence.actions import keep_file, read_file
from yifa.record.evidence.choices import Sort
from yifa.record.organs.actions import appoint, set_up
from yifa.record.organs.choices import Kind, Level
from yifa.record.organs.models import Officer, Organ
from yifa.record.papers.documents import Openly, show
from yifa.record.papers.models import Service
from yifa.record.scope import Scope, ScopedManager, everything, within

pytestmark = pytest.mark.django_db
WALLED = {
    "handler": "reconsideration supervision",
    "reviewer": "supervision",
    "leader": "",
    "supervisor": "reconsideration",
}
WALLED |= {"reconsideration": "supervision", "disclosure": "reconsideration supervision"}
"""Behind which walls each role is: written here a second time, by hand; other roles read no file."""
WHOLE = ("handler", "reviewer", "leader", "supervisor")
"""Roles that read the secondary part of files (副卷) too."""
ADMINISTRATORS = ("system-administrator", "security-administrator", "auditor")
"""Who reads who the officers are and what these hold, and no file but one that was opened to him."""
OF_PEOPLE = ("Officer", "Certificate", "CertificateEvent", "Post", "Delegation", "Leave", "ReviewerQualification")
OF_PEOPLE += ("RoleHeld", "Grant", "Token", "Subscription")
PLACES = ("market", "justice", "county", "township", "neighbour")
"""Where an officer sits, seen from the market bureau: there, beside it, above it, below it, elsewhere."""
SUPERVISED = {"county": ("county", "justice", "market", "township")}
PROCEDURES = {"licence": "application-received", "reconsideration": "application-received", "supervision": ""}
SCOPED = [model for model in apps.get_models() if isinstance(model._meta.default_manager, ScopedManager)]


@dataclass
class World:
    """What every verb needs is there; and in every organ a case of each procedure, one of them closed, one granted."""

    held: Register
    officers: dict[tuple[str, str, bool], Officer]

    def organs(self, names: Iterable[str]) -> set[int]:
        """The numbers of organs."""
        return {getattr(self.held, name).id for name in names}

    @cached_property
    def rows(self) -> dict[type[models.Model], list[Mapping[str, Any]]]:
        """All rows of scoped tables: their number, organ, case, its procedure, and whether of the secondary part."""
        return {model: _rows(model) for model in SCOPED}


def _rows(model: Any) -> list[Mapping[str, Any]]:
    case = getattr(model, "case_path", None)
    paths = {"organ": f"{getattr(model, 'organ_path', 'organ')}_id"}
    if case is not None:
        paths |= {"case": case if case == "id" else f"{case}_id"}
        paths |= {"procedure": "procedure" if case == "id" else f"{case}__procedure"}
        paths |= {"circle": "circle" if case == "id" else f"{case}__circle"}
    if hasattr(model, "circle_path"):
        paths["own_circle"] = model.circle_path
    if hasattr(model, "also_organ_path"):
        paths["also"] = f"{model.also_organ_path}_id"
    secondary = getattr(model, "secondary_part", False)
    if isinstance(secondary, str):
        paths["part"] = secondary
    told = model.objects.values_list("pk", *paths.values())
    return [dict(zip(("id", *paths), row, strict=True)) | {"always": secondary is True} for row in told]


@pytest.fixture
def world() -> World:
    held = register()
    with everything("a test"):
        verbs.prepare(held)
        verbs.VERBS["make_up"]()
        granted, circled = None, list[Case]()
        for name in held.__dataclass_fields__:
            organ = getattr(held, name)
            for procedure, act in PROCEDURES.items():
                acts = (Happening(act, TODAY),) if act else ()
                case = open_case(organ, procedure, f"{name}-{procedure}", actor=CLERK, on=TODAY, acts=acts)
                take_part(case, Role.PARTY, actor=CLERK, on=TODAY, name="柳三春")
                if procedure == "licence":
                    close(case, actor=CLERK, on=TODAY)
                if (name, procedure) == ("city", "reconsideration"):
                    granted = case
            act = Happening("application-received", TODAY)
            closed = open_case(organ, "licence", f"{name}-circled", actor=CLERK, on=TODAY, acts=(act,))
            take_part(closed, Role.PARTY, actor=CLERK, on=TODAY, name="柳三春")
            circled.append(closed)
        officers = {}
        for place in PLACES:
            for number, role in enumerate(RoleName if place == "market" else map(RoleName, WALLED)):
                for opened in (False, True):
                    organ = getattr(held, place)
                    officer = appoint(organ, f"7{number}{opened:d}", "何有田", actor=CLERK, on=BEGAN)
                    give_role(officer, role, organ, actor=CLERK, on=TODAY)
                    if opened:
                        assert granted is not None
                        open_file(officer, granted, "借调阅卷", actor=CLERK, on=TODAY, last=TODAY)
                    officers[role.value, place, opened] = officer
        _only_some_know(circled, held, [one for (*_, opened), one in officers.items() if opened])
    return World(held, officers)


def _only_some_know(circled: Iterable[Case], held: Register, inside: Sequence[Officer]) -> None:
    """Of some cases only those know to whom a file was opened beside; of others all of the county; so of a paper, a
    file, and what hangs on them, in cases that all may know of.
    """
    for case in circled:
        known_to: Sequence[Officer | Organ] = [held.county] if case.organ == held.township else inside
        set_circle(case, known_to, actor=CLERK, on=TODAY)
        keep_file(case, BytesIO(PNG), "照片", Sort.OBJECT, actor=CLERK, on=TODAY)
    known = Case.objects.get(number="market-licence")
    about = {"actor": CLERK, "on": TODAY}
    item = keep_file(known, BytesIO(PNG), "信", Sort.OBJECT, sensitive=True, known_to=inside, **about)
    for _ in read_file(item, officer=inside[0], actor=replace(CLERK, because="核对"), on=TODAY):
        pass
    served = Service.objects.filter(document__corrects=None).order_by("id")[0].document
    show(served, Openly(known_to=inside), actor=CLERK, on=TODAY)


def knows(officer: Officer, circle: str | None) -> bool:
    """Whether somebody is inside: by hand; nobody here has a post."""
    inside = (circle or "").strip("|").split("|")
    return inside == [""] or f"officer{officer.id}" in inside or f"organ{officer.organ_id}" in inside


def expected(world: World, model: type[models.Model], role: str, place: str, opened: bool) -> set[int]:
    """The rows of a table that somebody may read: by hand."""
    reach = world.organs(SUPERVISED.get(place, (place,)) if role == "supervisor" else (place,))
    granted = Case.objects.get(number="city-reconsideration").id if opened else None
    officer = world.officers[role, place, opened]
    if role in ADMINISTRATORS:
        of_people = model.__name__ in OF_PEOPLE
        reach = world.organs(SUPERVISED.get(place, (place,))) if of_people else set()
        opened_to_him = {row["id"] for row in world.rows[model] if opened and row.get("case") == granted}
        return opened_to_him | {row["id"] for row in world.rows[model] if row["organ"] in reach}
    found = set()
    for row in world.rows[model]:
        secondary = row["always"] or row.get("part") == "secondary"
        in_reach = role in WALLED and bool(reach & {row["organ"], row.get("also")})
        on_this_side = row.get("procedure") not in WALLED.get(role, "").split()
        if not knows(officer, row.get("own_circle")):
            continue
        inside = knows(officer, row.get("circle"))
        if in_reach and on_this_side and inside and (role in WHOLE or not secondary):
            found.add(row["id"])
        if granted is not None and row.get("case") == granted and not secondary:
            found.add(row["id"])
    return found


def test_each_reads_what_he_may_of_every_table_and_no_more(world: World) -> None:
    wrong, cells = [], 0
    with everything("a test"):
        entries = EntryRow.objects.count()
        by_hand = {
            (*key, model): expected(world, model, *key)
            for key in world.officers
            for model in SCOPED
            if world.rows[model]
        }
    for key, officer in world.officers.items():
        with within(scope_of(officer, TODAY)):
            for model in SCOPED:
                if (*key, model) in by_hand:
                    cells += 1
                    read = set(model._default_manager.values_list("pk", flat=True))
                    if read != by_hand[(*key, model)]:
                        wrong.append((*key, model.__name__, read ^ by_hand[(*key, model)]))
        for day in (TODAY - timedelta(1), TODAY + timedelta(1)) if key[2] else ():
            with within(scope_of(officer, day)):
                assert not Case.objects.filter(number="city-reconsideration").exists()
    assert (wrong[:5], EntryRow.objects.count()) == ([], entries)
    assert cells > 1_200
    of_circles = {model.__name__ for *_, model in by_hand if {"circle", "own_circle"} & world.rows[model][0].keys()}
    assert of_circles >= {"Case", "Act", "Participant", "Item", "Document", "Service", "Reading", "Sheet", "Step"}
    assert inside_and_outside(by_hand, Case, "market-circled") == (7, 7)


def inside_and_outside(by_hand: Mapping[Any, set[int]], model: type[models.Model], number: str) -> tuple[int, int]:
    """How many of those who read the licences of the organ are inside and outside a circle there."""
    with everything("a test"):
        open_to_all = Case.objects.get(number=number.replace("circled", "licence")).id
        circled = Case.objects.get(number=number).id
    readers = [rows for (*_, one), rows in by_hand.items() if one is model and open_to_all in rows]
    return sum(circled in rows for rows in readers), sum(circled not in rows for rows in readers)


def test_no_query_tells_a_stranger_of_what_he_may_not_read(world: World) -> None:
    with everything("a test"):
        case, officer = Case.objects.get(number="4"), Officer.objects.get(number="1")
        some = {model._meta.db_table: model._default_manager.first() for model in SCOPED if world.rows[model]}
        told = Told(case, officer, verbs.post_of("1"), world.held.market, some)
        given = [case, officer, *some.values()]
        entries = EntryRow.objects.count()
        allowed = {
            (*key, model): expected(world, model, *key)
            for key in world.officers
            for model in SCOPED
            if world.rows[model]
        }
    leaked, answered = [], 0
    for key, somebody in world.officers.items():
        with within(scope_of(somebody, TODAY)):
            for name, ask in ASKED.items():
                try:
                    answer = list(rows_in(ask(told)))
                except ObjectDoesNotExist:
                    continue
                answered += 1
                new = [row for row in answer if row not in given]
                leaked += [(*key, name, row) for row in new if row.pk not in allowed.get((*key, type(row)), {row.pk})]
    assert (leaked[:5], EntryRow.objects.count()) == ([], entries)
    assert answered > len(world.officers)


def rows_in(answer: Any) -> Iterable[models.Model]:
    """The rows that an answer holds, however deep."""
    if isinstance(answer, models.Model):
        yield answer
    elif isinstance(answer, Mapping):
        yield from (row for part in answer.items() for one in part for row in rows_in(one))
    elif isinstance(answer, list | tuple | set | frozenset | models.QuerySet):
        yield from (row for one in answer for row in rows_in(one))


def test_no_verb_gets_at_a_file_from_outside_its_scope(world: World) -> None:
    empty = set_up("yunting", "云汀市档案局", actor=CLERK, on=BEGAN, kind=Kind.DEPARTMENT, level=Level.CITY)
    entries, reached = EntryRow.objects.count(), []
    with within(Scope.of([empty.id])):
        for name, verb in verbs.VERBS.items():
            if name in ABOUT_ORGANS:
                continue
            try:
                verb()
                reached.append(name)
            except (ObjectDoesNotExist, IndexError):
                pass
    assert (reached, EntryRow.objects.count()) == ([], entries)


def test_every_query_and_every_verb_is_declared() -> None:
    assert known_queries() ^ (ASKED.keys() | OPEN | OF_PROOF) == set()
    tried = called_by([*verbs.VERBS.values(), *(verb for _, verb in verbs.AFTER.values())])
    assert known_verbs() - tried == {
        "yifa.record.cases.acting.happened",  # writes nothing itself; whoever does is tried
        "yifa.record.cases.acting.prepared",
        "yifa.record.dossiers.actions.hand_out_files",  # reads; of what is sensitive `read_file` tells
        "yifa.record.dossiers.actions.hand_out_pdf",
    }


def test_six_people_can_run_a_bureau() -> None:
    bureau = register().market
    roles = (
        ("leader", "security-administrator"),
        ("reviewer", "auditor"),
        ("handler", "system-administrator"),
        ("handler",),
        ("handler", "reviewer"),
        ("disclosure", "report-writer", "reconsideration"),
    )
    doubts = []
    with everything("a test"):
        for number, several in enumerate(roles):
            officer = appoint(bureau, f"9{number}", "章若水", actor=CLERK, on=BEGAN)
            for role in several:
                _, found = give_role(officer, RoleName(role), bureau, actor=CLERK, on=TODAY)
                doubts += [(number, doubt) for doubt in found]
    assert doubts == [(4, "handler + reviewer")]
    assert {role for several in roles for role in several} == set(RoleName) - {"supervisor"}
