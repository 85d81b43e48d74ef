"""A small county whose offices are called by other systems: who holds which token, and which cases there are."""

from __future__ import annotations

import json
from dataclasses import dataclass, field
from datetime import date
from itertools import count
from typing import Any

from django.http import HttpResponse
from django.test import Client

from tests.record.register import BEGAN, CLERK, TODAY, Register, register
from yifa.record.access.actions import give_role
from yifa.record.access.choices import RoleName
from yifa.record.cases.actions import Happening, open_case, take_part
from yifa.record.cases.choices import Role
from yifa.record.cases.models import Case
from yifa.record.organs.actions import appoint, issue_certificate
from yifa.record.organs.models import Organ
from yifa.record.tokens.actions import issue

RECEIVED = Happening("application-received", TODAY, fields={"complete": True})
LAST = date(2026, 12, 31)
_KEYS = count(1)


@dataclass
class World:
    """Organs, cases by name, and secrets of tokens by who holds them."""

    held: Register
    cases: dict[str, Case] = field(default_factory=dict)
    secrets: dict[str, str] = field(default_factory=dict)

    def ask(self, who: str, path: str, method: str = "GET", sent: Any = None, **headers: str) -> HttpResponse:
        """Ask as somebody; what is sent bears a new key unless the headers name one."""
        told = {"Accept-Language": "en", **headers}
        if who:
            told["Authorization"] = f"Bearer {self.secrets[who]}"
        if method != "GET":
            told.setdefault("Idempotency-Key", f"key-{next(_KEYS):08}")
        body = {} if sent is None else {"data": json.dumps(sent), "content_type": "application/json"}
        asked: HttpResponse = Client().generic(method, f"/api/v1{path}", headers=told, **body)
        return asked


def world() -> World:
    """Set it up."""
    made = World(register())
    market, county = made.held.market, made.held.county
    for who, organ, role, writes in (
        ("handler", market, RoleName.HANDLER, True),
        ("reader", market, RoleName.LEADER, False),
        ("supervisor", county, RoleName.SUPERVISOR, True),
        ("neighbour", made.held.neighbour, RoleName.HANDLER, True),
        ("administrator", market, RoleName.SYSTEM_ADMINISTRATOR, True),
    ):
        made.secrets[who] = token(organ, who, role, writes)
    for name, organ, procedure in (
        ("licence", market, "licence"),
        ("reconsideration", market, "reconsideration"),
        ("other", made.held.neighbour, "licence"),
    ):
        case = open_case(
            organ,
            procedure,
            f"{name}-1",
            actor=CLERK,
            on=TODAY,
            title="柳三春申请",
            acts=(RECEIVED,) if procedure == "licence" else (),
        )
        take_part(case, Role.PARTY, actor=CLERK, on=TODAY, name="柳三春", identifier="11010519491231002X")
        made.cases[name] = case
    return made


def token(organ: Organ, number: str, role: RoleName, writes: bool) -> str:
    """Appoint an officer for a system, with a role and a token; its secret."""
    officer = appoint(organ, number, f"{number} 系统", actor=CLERK, on=BEGAN)
    issue_certificate(officer, f"QP-{number}-01", actor=CLERK, on=BEGAN, last=None)
    give_role(officer, role, organ, actor=CLERK, on=BEGAN)
    _, secret = issue(officer, f"{number} 办公系统", actor=CLERK, on=TODAY, last=LAST, writes=writes)
    return secret
