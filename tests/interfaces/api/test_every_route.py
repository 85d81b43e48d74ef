"""Every route × role × own, sibling, upper, lower, foreign organ × grant × wall × inside and outside the circle of
those who may know: what is answered, and no more.

Routes are taken from the description: one that is not declared here fails. What somebody may read is worked out by hand
in `tests.record.access`; a request that may not write must leave the chain as it was.
"""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from itertools import count
from typing import Any

import pytest
from django.db import transaction
from django.test import Client

from tests.interfaces.api.world import LAST
from tests.record.access.test_every_answer import World, expected, world
from tests.record.register import CLERK, NOW, TODAY
from yifa.interfaces.api.site import build_api
from yifa.record.access.choices import RoleName
from yifa.record.cases.models import Act, Case
from yifa.record.chain.models import EntryRow
from yifa.record.evidence.models import Item
from yifa.record.jobs import moments
from yifa.record.scope import everything
from yifa.record.tokens.actions import issue

__all__ = ["world"]

pytestmark = pytest.mark.django_db
DAY = "2026-03-02"
ACT: Mapping[str, Any] = {"kind": "no-such-act", "on": DAY}
BECAUSE = {"reason": "补录"}
OF_A_CASE: dict[str, Any] = {
    "read_case": None,
    "list_acts": None,
    "record_act": ACT,
    "record_happened_act": {**ACT, **BECAUSE},
    "list_participants": None,
    "add_participant": {"role": "party", "on": DAY, "name": "白露"},
    "judge_case": None,
    "close_case": {"on": DAY},
    "reopen_case": BECAUSE,
    "list_documents": None,
    "list_files": None,
}
"""With a case in their path, and what is sent. Whether it can be done there is another question than who may."""
OF_AN_ACT: dict[str, Any] = {"prove_act": None, "correct_act": {**ACT, **BECAUSE}, "withdraw_act": BECAUSE}
OF_A_FILE = {"read_one_file"}
BY_WHAT_IS_SENT: dict[str, Callable[[Case], Any]] = {
    "open_case": lambda case: {"organ": case.organ.code, "procedure": case.procedure, "number": "new", "on": DAY},
    "import_batch": lambda case: {
        "batch": "new",
        "cases": [{"organ": case.organ.code, "procedure": case.procedure, "number": "new"}],
    },
}
"""That say in what is sent of which organ and procedure they are: who may write there is asked, and no more."""
OF_NOBODY: dict[str, Any] = {
    "list_organs": None,
    "read_organ": None,
    "list_officers": None,
    "list_cases": None,
    "list_lists": None,
    "read_list": None,
    "prove_entry": None,
    "undo_batch": BECAUSE,
    "send_ledger": None,
    "read_job": None,
    "list_seals": None,
    "read_seal": None,
    "read_verification": None,
    "begin_verification": None,
    "read_health": None,
    "list_subscriptions": None,
    "list_deliveries": None,
    "deliver_again": None,
}
"""Answered by role; what comes must tell of no case that may not be read."""
PLACES = {"{code}": "qp-market", "{kind}": "powers", "{number}": "1", "{batch}": "none", "{delivery}": "1"}
PLACES |= {"{job}": "00000000-0000-0000-0000-000000000000"}
WRITES = {"handler": "licence", "reconsideration": "reconsideration", "supervisor": "supervision"}
"""Which role writes cases of which of the procedures here: of its own organ alone."""
SOME = (("market", "licence"), ("market", "reconsideration"), ("township", "supervision"), ("city", "reconsideration"))
CIRCLED = (("market", "circled"), ("township", "circled"))
"""Licences of which only some may know: those to whom a file was opened beside; those of the county."""
KEYS = count(1)


@dataclass(frozen=True)
class Operation:
    """One route: how it is asked, whom it answers."""

    name: str
    method: str
    path: str
    roles: frozenset[str]
    writes: bool


def operations() -> list[Operation]:
    api = build_api()
    api.urls_namespace = "walked"
    paths = api.get_openapi_schema(path_prefix="/api/v1/")["paths"]
    return [
        Operation(
            one["operationId"], method.upper(), path, frozenset(map(str, one["x-yifa-roles"])), one["x-yifa-writes"]
        )
        for path, several in paths.items()
        for method, one in several.items()
    ]


def ask(secret: str, of: Operation, path: str, sent: Any) -> tuple[int, str]:
    """The status and text of an answer; what it wrote is taken back."""
    headers = {"Authorization": f"Bearer {secret}"}
    body = {} if sent is None else {"data": json.dumps(sent), "content_type": "application/json"}
    if of.writes:
        headers["Idempotency-Key"] = f"walk-{next(KEYS):08}"
    with transaction.atomic():
        answer = Client().generic(of.method, path, headers=headers, **body)
        text = b"".join(answer.streaming_content) if answer.streaming else answer.content
        transaction.set_rollback(of.writes and answer.status_code < 400)
    return answer.status_code, text.decode("utf-8", "replace")


@dataclass
class Walk:
    """One who asks for everything: what he may read by hand, and what was wrong."""

    world: World
    key: tuple[str, str, bool]
    secret: str
    cells: Counter[str]
    wrong: list[tuple[Any, ...]]

    def __post_init__(self) -> None:
        with everything("a test"):
            self.readable = {model: expected(self.world, model, *self.key) for model in (Case, Act, Item)}
            hidden = Case.objects.exclude(id__in=self.readable[Case]).values_list("number", flat=True)
            self.hidden = [f'"{one}"' for one in hidden]

    def may_write(self, case: Case) -> bool:
        role, place, _ = self.key
        writer = {one: who for who, one in WRITES.items()}.get(case.procedure, "handler")
        return role == writer and case.organ_id in self.world.organs([place])

    def go(self, of: Operation, path: str, sent: Any, reads: bool | None, writes: bool) -> None:
        status, text = ask(self.secret, of, path, sent)
        self.cells[of.name] += 1
        if self.key[0] not in of.roles:
            right = status == 403
        elif reads is False:
            right = status == 404
        elif of.writes and not writes:
            right = status == 403
        else:
            right = status not in (401, 403) and (reads is None or status != 404) and status < 500
        told = [one for one in self.hidden if one in text] if status < 400 else []
        if not right or told:
            self.wrong.append((*self.key, of.method, path, status, told[:2]))


def walked(world: World, keys: list[tuple[str, str, bool]], targets: tuple[tuple[str, str], ...]) -> tuple[Any, Any]:
    """Everybody asks for everything: what was wrong, and how many cells of which route."""
    with everything("a test"):
        cases = {f"{place}-{procedure}" for place, procedure in targets}
        of = {one.number: one for one in Case.objects.select_related("organ").filter(number__in=cases)}
        acts, files = list(Act.objects.filter(case__in=of.values()).select_related("case")), list(Item.objects.all())
        secrets = {
            key: issue(world.officers[key], "walk", actor=CLERK, on=TODAY, last=LAST, writes=True)[1] for key in keys
        }
        entries = EntryRow.objects.count()
    cells: Counter[str] = Counter()
    wrong: list[tuple[Any, ...]] = []
    for key in keys:
        one = Walk(world, key, secrets[key], cells, wrong)
        for operation in operations():
            for path, sent, reads, writes in requests(one, operation, list(of.values()), acts, files):
                one.go(operation, path, sent, reads, writes)
    with everything("a test"):
        assert EntryRow.objects.count() == entries
    return wrong[:8], cells


def requests(
    walk: Walk, of: Operation, cases: list[Case], acts: list[Act], files: list[Item]
) -> Iterator[tuple[str, Any, bool | None, bool]]:
    """How a route is asked for each row: path, what is sent, whether the row may be read, whether written."""
    if of.name in OF_A_CASE:
        for case in cases:
            path = of.path.replace("{case}", str(case.id))
            yield path, OF_A_CASE[of.name], case.id in walk.readable[Case], walk.may_write(case)
    elif of.name in OF_AN_ACT:
        for act in acts:
            path = of.path.replace("{act}", str(act.id))
            yield path, OF_AN_ACT[of.name], act.id in walk.readable[Act], walk.may_write(act.case)
    elif of.name in OF_A_FILE:
        for file in files:
            yield of.path.replace("{file}", str(file.id)), None, file.id in walk.readable[Item], False
    elif of.name in BY_WHAT_IS_SENT:
        for case in cases:
            yield of.path, BY_WHAT_IS_SENT[of.name](case), None, walk.may_write(case)
    else:
        sent, path = OF_NOBODY[of.name], of.path
        for place, value in PLACES.items():
            path = path.replace(place, value)
        yield path, sent, None, True


@pytest.fixture(autouse=True)
def as_often_as_one_likes(monkeypatch: pytest.MonkeyPatch) -> None:
    """Whoever walks through everything asks often."""
    monkeypatch.setattr("yifa.interfaces.api.holders.limit", lambda who: None)
    monkeypatch.setattr(moments, "now", lambda: NOW)


def test_every_route_answers_whom_it_may_and_tells_of_nothing_else(world: World) -> None:
    keys = [("handler", "market", True), ("handler", "market", False), ("supervisor", "county", False)]
    keys += [("reconsideration", "market", False), ("system-administrator", "market", True)]
    wrong, cells = walked(world, keys, SOME + CIRCLED)
    assert wrong == []
    assert sum(cells.values()) > 300


@pytest.mark.slow
@pytest.mark.timeout(1800)
def test_every_route_for_every_role_place_and_grant(world: World) -> None:
    every = tuple(
        (place, one)
        for place in ("market", "justice", "county", "township", "neighbour", "city")
        for one in (*WRITES.values(), "circled")
    )
    wrong, cells = walked(world, list(world.officers), every)
    assert wrong == []
    assert sum(cells.values()) > 10_000
    assert {role for role, _, _ in world.officers} == {one.value for one in RoleName}
