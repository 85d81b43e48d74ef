"""What the matrix of access walks over: a small register with a row of every kind, and who sits where.

A page whose address has a parameter that is not in `ROWS` fails: say there how a real row is got, and to whom it
belongs.
"""

from __future__ import annotations

import uuid
from collections.abc import Callable
from dataclasses import dataclass, field
from enum import StrEnum
from typing import Any

from tests.record import verbs
from tests.record.register import BEGAN, CLERK, TODAY, Register, register
from yifa.record.access.actions import give_role, open_file
from yifa.record.access.choices import RoleName
from yifa.record.access.models import Grant, RoleHeld
from yifa.record.accounts.actions import open_account, own_password_set
from yifa.record.accounts.models import Account
from yifa.record.announcements.actions import put_up
from yifa.record.announcements.models import Announcement
from yifa.record.cases.acting import Happening
from yifa.record.cases.actions import open_case, take_part
from yifa.record.cases.choices import Role
from yifa.record.cases.models import Act, Case
from yifa.record.despatch.models import Sheet
from yifa.record.dossiers.models import Dossier
from yifa.record.evidence.models import Item
from yifa.record.lists.models import OrganList
from yifa.record.organs.actions import appoint, relate, set_up
from yifa.record.organs.choices import Kind, Level, RelationKind
from yifa.record.organs.models import Officer, Organ
from yifa.record.papers.models import Document, Draft, Service
from yifa.record.parties.models import Party
from yifa.record.scope import everything
from yifa.record.tokens.models import Token

PASSWORD = "Qingping-2026"  # noqa: S105 - made up
PLAIN, ENDED, RECONSIDERED, SUPERVISED = "4", "5", "青市监复〔2026〕701号", "青市监督〔2026〕702号"
"""Cases of the market bureau: with papers and evidence; closed, with its dossier; behind the one wall and the other."""
PARTIES = {PLAIN: "蒲映雪", ENDED: "柏栖梧", RECONSIDERED: "容疏影", SUPERVISED: "阮听潮"}
"""Who stands in which case: a name that must not be read by who may not read the case."""
TOLD = "今晚八点停机维护，请先保存。"
PLACES = ("own", "sibling", "parent", "child")


@dataclass(frozen=True)
class Somebody:
    """A role at a place, seen from the market bureau; `granted`: the case with papers was opened to him for a task."""

    role: RoleName
    place: str
    granted: bool = False


@dataclass
class Ground:
    """What was laid."""

    organs: dict[str, Organ]
    cases: dict[str, Case] = field(default_factory=dict)
    accounts: dict[Somebody, Account] = field(default_factory=dict)


def lay_ground() -> Ground:
    """Lay a row of every kind, in the market bureau; and somebody in every role at every place."""
    held = register()
    with everything("a test"):
        verbs.prepare(held)
        verbs.VERBS["make_up"]()
        ground = Ground(_organs(held))
        for number, procedure, act in (
            (RECONSIDERED, "reconsideration", "application-received"),
            (SUPERVISED, "supervision", ""),
        ):
            acts = (Happening(act, TODAY),) if act else ()
            open_case(held.market, procedure, number, actor=CLERK, on=TODAY, acts=acts)
        for number, party in PARTIES.items():
            ground.cases[number] = case = Case.objects.get(number=number)
            take_part(case, Role.PARTY, actor=CLERK, on=TODAY, name=party)
        put_up(held.market, TOLD, actor=CLERK, on=TODAY, first=TODAY, last=TODAY)
        for place in PLACES:
            for role in RoleName:
                for granted in (False,) if place == "own" else (False, True):
                    one = Somebody(role, place, granted)
                    ground.accounts[one] = _account(ground, one)
    return ground


def _organs(held: Register) -> dict[str, Organ]:
    child = set_up("qp-market-3", "青云市场监管所", actor=CLERK, on=BEGAN, kind=Kind.BRANCH, level=Level.TOWNSHIP)
    relate(child, RelationKind.BRANCH_OF, held.market, actor=CLERK, on=BEGAN)
    return {"own": held.market, "sibling": held.justice, "parent": held.county, "child": child}


def _account(ground: Ground, one: Somebody) -> Account:
    organ = ground.organs[one.place]
    number = f"m{len(ground.accounts)}"
    officer = appoint(organ, number, "某某", actor=CLERK, on=BEGAN)
    give_role(officer, one.role, organ, actor=CLERK, on=TODAY)
    if one.granted:
        open_file(officer, ground.cases[PLAIN], "借调", actor=CLERK, on=TODAY, last=TODAY)
    return own_password_set(open_account(officer, number, PASSWORD, actor=CLERK, on=TODAY), TODAY)


class Of(StrEnum):
    """To whom a row belongs."""

    CASE = "case"
    """to a case: who may not read it is told that it is not there"""
    PEOPLE = "people"
    """to an organ's people or systems: who does not administer the organ is told that it is not there"""
    ORGAN = "organ"
    """to an organ, read by its roles; others are told that it is not there, or see what is public"""
    FILES = "files"
    """to an organ's files: who reads none of them is told that it is not there"""
    OWN = "own"
    """to somebody else: it is not there for anybody who is walked"""
    LAW = "law"
    """to nobody: public, or a word of the address"""


@dataclass(frozen=True)
class Row:
    """How a real row is got, and to whom it belongs."""

    get: Callable[[], Any]
    of: Of


def _clerk() -> Officer:
    return Officer.objects.get(organ__code="qp-market", number="2")


ROWS: dict[str, Row] = {
    "case": Row(lambda: Case.objects.get(number=PLAIN), Of.CASE),
    "sheet": Row(lambda: Sheet.objects.filter(case__number=PLAIN)[0], Of.CASE),
    "row": Row(lambda: Act.objects.filter(case__number="1")[0], Of.CASE),
    "document": Row(lambda: Document.objects.filter(case__number=PLAIN)[0], Of.CASE),
    "draft": Row(lambda: Draft.objects.filter(case__number=PLAIN, paper="责令改正通知书")[0], Of.CASE),
    "service": Row(lambda: Service.objects.filter(document__case__number=PLAIN)[0], Of.CASE),
    "item": Row(lambda: Item.objects.filter(case__number=PLAIN)[0], Of.CASE),
    "dossier": Row(lambda: Dossier.objects.filter(case__number=ENDED)[0], Of.CASE),
    "officer": Row(_clerk, Of.PEOPLE),
    "held": Row(lambda: RoleHeld.objects.filter(organ__code="qp-market", role="handler")[0], Of.PEOPLE),
    "grant": Row(lambda: Grant.objects.filter(officer__organ__code="qp-market")[0], Of.PEOPLE),
    "token": Row(lambda: Token.objects.filter(officer__organ__code="qp-market")[0], Of.PEOPLE),
    "party": Row(lambda: Party.objects.filter(organ__code="qp-market")[0], Of.FILES),
    "organ_list": Row(lambda: OrganList.objects.filter(organ__code="qp-market")[0], Of.ORGAN),
    "announcement": Row(lambda: Announcement.objects.get(text=TOLD), Of.ORGAN),
    "organ": Row(lambda: Organ.objects.get(code="qp-market"), Of.LAW),
    "kind": Row(lambda: "clue-verified", Of.LAW),
    "procedure": Row(lambda: "penalty-ordinary", Of.LAW),
    "ledger": Row(lambda: "penalty-simple", Of.LAW),
    "profile": Row(lambda: "samr", Of.LAW),
    "rule": Row(lambda: "pen-entrustment-written/letter", Of.LAW),
    "statute": Row(lambda: "penalty-law", Of.LAW),
    "line": Row(lambda: 1, Of.OWN),
    "verb": Row(lambda: "rename", Of.LAW),
    "article": Row(lambda: "57", Of.LAW),
    "which": Row(lambda: "operations", Of.LAW),
    "what": Row(lambda: "stop", Of.LAW),
    "job": Row(lambda: "tidy", Of.LAW),
    "provider_id": Row(lambda: "office", Of.LAW),
    "figure": Row(lambda: "cases-filed", Of.LAW),
    "file": Row(lambda: "report.html", Of.LAW),
    "edition": Row(lambda: 1, Of.LAW),
    "place": Row(lambda: 1, Of.OWN),
    "pk": Row(lambda: 1, Of.OWN),
    "notice": Row(lambda: 1, Of.OWN),
    "export": Row(lambda: 1, Of.OWN),
    "tray": Row(lambda: "nobodys-tray", Of.OWN),
    "secret": Row(lambda: "nobodys-secret", Of.OWN),
    "failed": Row(uuid.uuid4, Of.OWN),
    "letter": Row(lambda: 1, Of.OWN),
}
"""By the name of the parameter in the address."""

WRITTEN_BY_LOOKING = {
    "django_session": "that somebody is still there",
    "usersessions_usersession": "that somebody is still there",
    "parties_read": "that somebody looked at a party",
    "access_reading": "that a sensitive file was read, for the auditor",
}
"""Tables that a page writes when it is looked at, each with why; the record is none of them."""
