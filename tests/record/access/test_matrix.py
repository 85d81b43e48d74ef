"""Every role × where the file lies × what procedure × grant: what is read, through every model that hangs on a case."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta

import pytest
from django.apps import apps
from django.db import models

from tests.record.register import BEGAN, CLERK, TODAY, Register, register
from yifa.record.access.actions import close_file, end_role, give_role, open_file
from yifa.record.access.choices import RoleName
from yifa.record.access.errors import NotGranted
from yifa.record.access.models import Grant, RoleHeld
from yifa.record.access.queries import roles_held, scope_of
from yifa.record.cases.actions import Happening, open_case, take_part
from yifa.record.cases.choices import Role
from yifa.record.cases.models import Act, Case, Participant
from yifa.record.chain.queries import faults
from yifa.record.organs.actions import appoint
from yifa.record.organs.models import Officer, Organ
from yifa.record.scope import ScopedManager, everything, within

pytestmark = pytest.mark.django_db
PROCEDURES = {"licence": "application-received", "reconsideration": "application-received", "supervision": ""}
OWN_ROLES = ("handler", "reviewer", "leader", "reconsideration", "disclosure")
BEHIND_WALLS = {
    "handler": {"reconsideration", "supervision"},
    "reviewer": {"supervision"},
    "leader": set(),
    "supervisor": {"reconsideration"},
    "reconsideration": {"supervision"},
    "disclosure": {"reconsideration", "supervision"},
}
"""Written here a second time, by hand."""


@dataclass
class World:
    """Cases of three procedures in every organ, each with an act and a participant."""

    held: Register
    cases: dict[tuple[str, str], Case]

    @property
    def organs(self) -> dict[str, Organ]:
        return {name: getattr(self.held, name) for name in self.held.__dataclass_fields__}


@pytest.fixture
def world() -> World:
    held = register()
    found = World(held, {})
    with everything("a test"):
        for name, organ in found.organs.items():
            for procedure, act in PROCEDURES.items():
                acts = (Happening(act, TODAY),) if act else ()
                case = open_case(organ, procedure, f"{name}-{procedure}", actor=CLERK, on=TODAY, acts=acts)
                take_part(case, Role.PARTY, actor=CLERK, on=TODAY, name="柳三春")
                found.cases[name, procedure] = case
    return found


def reads(officer: Officer, on: date = TODAY) -> set[str]:
    """The numbers of the cases somebody reads; acts and participants must tell of no other."""
    with within(scope_of(officer, on)):
        cases = set(Case.objects.values_list("number", flat=True))
        assert set(Act.objects.values_list("case__number", flat=True)) == {
            one for one in cases if "supervision" not in one
        }
        assert set(Participant.objects.values_list("case__number", flat=True)) == cases
        for case in Case.objects.all():
            assert {one.case_id for one in case.acts.all()} <= {case.id}
    return cases


def expected(role: str, place: str, granted: bool) -> set[str]:
    """What a role in the market bureau, or for the county, reads: by hand."""
    organs = {"market": {"market"}, "county": {"county", "justice", "market", "township"}}[place]
    found = set()
    if role == "supervisor" or role in OWN_ROLES:
        reach = organs if role == "supervisor" else {place}
        found = {f"{o}-{p}" for o in reach for p in PROCEDURES if p not in BEHIND_WALLS[role]}
    return found | ({"neighbour-reconsideration"} if granted else set())


@pytest.mark.parametrize("granted", [False, True])
@pytest.mark.parametrize("place", ["market", "county"])
@pytest.mark.parametrize("role", list(RoleName))
def test_what_a_role_reads(world: World, role: RoleName, place: str, granted: bool) -> None:
    organ = world.organs[place]
    with everything("a test"):
        officer = appoint(organ, "7", "何有田", actor=CLERK, on=BEGAN)
        give_role(officer, role, organ, actor=CLERK, on=TODAY)
        if granted:
            case = world.cases["neighbour", "reconsideration"]
            open_file(officer, case, "借调阅卷", actor=CLERK, on=TODAY, last=TODAY)
    assert reads(officer) == expected(role.value, place, granted)
    assert reads(officer, TODAY - timedelta(1)) == set()
    assert reads(officer, TODAY + timedelta(1)) == expected(role.value, place, granted=False)
    with everything("a test"):
        assert [(one.role, one.organ_id) for one in roles_held(officer, TODAY)] == [(role, organ.id)]


def test_two_roles_read_what_either_may_and_no_more(world: World) -> None:
    with everything("a test"):
        officer = appoint(world.held.justice, "7", "何有田", actor=CLERK, on=BEGAN)
        give_role(officer, RoleName.RECONSIDERATION, world.held.justice, actor=CLERK, on=TODAY)
        _, doubts = give_role(officer, RoleName.SUPERVISOR, world.held.county, actor=CLERK, on=TODAY)
    assert doubts == ["reconsideration + supervisor"]
    supervised = {f"{o}-{p}" for o in ("county", "justice", "market", "township") for p in ("licence", "supervision")}
    assert reads(officer) == supervised | {"justice-reconsideration"}


def test_roles_end_and_files_close(world: World) -> None:
    with everything("a test"):
        officer = appoint(world.held.market, "7", "何有田", actor=CLERK, on=BEGAN)
        role, _ = give_role(officer, RoleName.LEADER, world.held.market, actor=CLERK, on=date(2026, 1, 1))
        case = world.cases["neighbour", "licence"]
        grant = open_file(officer, case, "评查", actor=CLERK, on=date(2026, 1, 1), last=date(2026, 12, 31))
        end_role(role, actor=CLERK, last=date(2026, 2, 1))
        close_file(grant, actor=CLERK, last=date(2026, 2, 1))
    assert len(reads(officer, date(2026, 2, 1))) == 4
    assert reads(officer, date(2026, 2, 2)) == set()
    assert faults() == []


def test_who_has_no_role_reads_nothing(world: World) -> None:
    with everything("a test"):
        officer = appoint(world.held.market, "7", "何有田", actor=CLERK, on=BEGAN)
    assert reads(officer) == set()


def test_the_three_administrators_are_three_people(world: World) -> None:
    with everything("a test"):
        officer = appoint(world.held.market, "7", "何有田", actor=CLERK, on=BEGAN)
        give_role(officer, RoleName.AUDITOR, world.held.market, actor=CLERK, on=TODAY)
        with pytest.raises(NotGranted, match="officer 7: system-administrator does not go with auditor"):
            give_role(officer, RoleName.SYSTEM_ADMINISTRATOR, world.held.market, actor=CLERK, on=TODAY)
        assert RoleHeld.objects.count() == 1


def test_roles_that_stand_apart_do_so_on_every_day_of_both(world: World) -> None:
    tomorrow, next_year = TODAY + timedelta(1), TODAY + timedelta(365)
    with everything("a test"):
        officer = appoint(world.held.market, "7", "何有田", actor=CLERK, on=BEGAN)
        give_role(officer, RoleName.AUDITOR, world.held.market, actor=CLERK, on=tomorrow, last=next_year)
        for last in (None, tomorrow):
            with pytest.raises(NotGranted, match="officer 7: system-administrator does not go with auditor"):
                give_role(officer, RoleName.SYSTEM_ADMINISTRATOR, world.held.market, actor=CLERK, on=TODAY, last=last)
        with pytest.raises(NotGranted, match="officer 7: is auditor for qp-market already"):
            give_role(officer, RoleName.AUDITOR, world.held.market, actor=CLERK, on=TODAY)
        give_role(officer, RoleName.SYSTEM_ADMINISTRATOR, world.held.market, actor=CLERK, on=TODAY, last=TODAY)
        later = next_year + timedelta(1)
        give_role(officer, RoleName.SYSTEM_ADMINISTRATOR, world.held.market, actor=CLERK, on=later)
        _, doubts = give_role(officer, RoleName.HANDLER, world.held.market, actor=CLERK, on=tomorrow)
        _, doubted = give_role(officer, RoleName.REVIEWER, world.held.market, actor=CLERK, on=TODAY)
        assert (doubts, doubted) == ([], ["handler + reviewer"])
        held = [[one.role for one in roles_held(officer, day)] for day in (TODAY, tomorrow, later)]
    assert held == [
        ["system-administrator", "reviewer"],
        ["auditor", "handler", "reviewer"],
        ["system-administrator", "handler", "reviewer"],
    ]


def test_nobody_is_opened_a_file_of_his_own_organ_or_for_nothing(world: World) -> None:
    with everything("a test"):
        officer = appoint(world.held.market, "7", "何有田", actor=CLERK, on=BEGAN)
        own, other = world.cases["market", "licence"], world.cases["justice", "licence"]
        with pytest.raises(NotGranted, match="is one of his own organ's, expected another's"):
            open_file(officer, own, "评查", actor=CLERK, on=TODAY, last=TODAY)
        with pytest.raises(NotGranted, match="opened for nothing, expected a task"):
            open_file(officer, other, "", actor=CLERK, on=TODAY, last=TODAY)
        assert Grant.objects.count() == 0


def test_every_table_that_tells_of_a_case_is_read_within_a_scope() -> None:
    open_to_all = [
        model.__name__
        for model in apps.get_models()
        if model._meta.app_label in ("cases", "despatch", "access")
        and not isinstance(model._meta.default_manager, ScopedManager)
        and any(isinstance(field, models.ForeignKey) for field in model._meta.get_fields())
    ]
    assert open_to_all == ["NumberCount"]
