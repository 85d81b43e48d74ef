"""Every verb of the record, each with what must be there before: for tests that go over all of them."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

import pyarrow as pa

from tests.record import verbs_of_files, verbs_of_people, verbs_of_registers, verbs_of_systems
from tests.record.register import BEGAN, CLERK, TODAY, Register
from tests.record.there import WITH_REASON, case, officer, organ, post_of, step
from yifa.law.conditions import day_number
from yifa.law.facts import EVERYTHING
from yifa.ledgers.taken import TakenLedger
from yifa.record.access import actions as access
from yifa.record.access.choices import RoleName
from yifa.record.access.models import Grant, RoleHeld
from yifa.record.cases import actions as cases
from yifa.record.cases import handing_over, links, parts
from yifa.record.cases.acting import Happening
from yifa.record.cases.choices import Leaving, LinkKind, Role
from yifa.record.cases.models import Act, Link, Participant
from yifa.record.chain.actions import seal
from yifa.record.despatch import approvals, numbers
from yifa.record.despatch.approvals import Asked
from yifa.record.despatch.choices import StepRole
from yifa.record.despatch.models import Number, Series
from yifa.record.evidence.models import Item
from yifa.record.importing.incoming import incoming
from yifa.record.importing.undoing import undo
from yifa.record.importing.writing_cases import import_cases
from yifa.record.organs import actions as organs
from yifa.record.organs import correcting
from yifa.record.organs.choices import CertificateEventKind, Kind, Level, Rank, RelationKind
from yifa.record.organs.models import Certificate, Leave, OrganProfile, Relation
from yifa.record.parties import actions as parties
from yifa.record.parties.choices import PartyFactKind
from yifa.record.parties.models import Party, PartyFact

RECEIVED = Happening("application-received", TODAY, fields={"complete": True})
ACCEPTED = Happening("application-accepted", TODAY)


def prepare(held: Register) -> None:
    """What the verbs need: an officer with post, certificate and role, a party, two cases, a series, a sheet."""
    market = held.market
    head = organs.appoint(market, "1", "江临川", actor=CLERK, on=BEGAN, title="局长", rank=Rank.PRINCIPAL)
    organs.appoint(market, "2", "何有田", actor=CLERK, on=BEGAN, title="副局长", rank=Rank.DEPUTY)
    organs.issue_certificate(head, "QP-1", actor=CLERK, on=BEGAN, last=None)
    parties.note_party(market, "柳三春", "11010519491231002X", actor=CLERK, on=TODAY)
    one = cases.open_case(market, "licence", "1", actor=CLERK, on=TODAY, acts=(RECEIVED,))
    cases.open_case(market, "licence", "2", actor=CLERK, on=TODAY, acts=(RECEIVED,))
    cases.take_part(one, Role.HANDLER, actor=CLERK, on=TODAY, officer=officer("2"))
    cases.open_case(held.justice, "licence", "3", actor=CLERK, on=TODAY)
    series = numbers.begin_series(market, "决定书", "青市监罚", actor=CLERK, on=TODAY)
    numbers.reserve(series, 2026, actor=CLERK, on=TODAY)
    access.give_role(head, RoleName.LEADER, market, actor=CLERK, on=TODAY)
    access.open_file(head, case("3"), "评查", actor=CLERK, on=TODAY, last=TODAY)
    way = [Asked(StepRole.PROPOSE, (post_of("2"),)), Asked(StepRole.SIGN, (post_of("1"),))]
    approvals.draw_up(one, "application-accepted", "拟受理", way, drawn_by=officer("2"), actor=CLERK, on=TODAY)
    verbs_of_files.prepare(held)
    verbs_of_systems.prepare(held)
    verbs_of_people.prepare(held)


def ledger(batch_day: str = "2026-02-01") -> TakenLedger:
    table = pa.table(
        {
            "case": ["qp-market/L1", "qp-market/L2"],
            "act": ["case-filed", "case-filed"],
            "day": [day_number(date.fromisoformat(batch_day))] * 2,
            "field.officers": [["江临川"], ["外聘某"]],
        }
    )
    rows = pa.table(
        {
            "case": ["qp-market/L1", "qp-market/L2"],
            "number": ["L1", "L2"],
            "organ": ["qp-market"] * 2,
            "file": ["台账.xlsx"] * 2,
            "sheet": ["案件"] * 2,
            "row": pa.array([3, 4], pa.int32()),
        }
    )
    return TakenLedger("penalty-ordinary", EVERYTHING, table, rows)


VERBS: dict[str, Callable[[], object]] = {
    "set_up": lambda: organs.set_up(
        "new", "新局", actor=CLERK, on=TODAY, kind=Kind.DEPARTMENT, level=Level.COUNTY, profiles=("samr",)
    ),
    "rename": lambda: organs.rename(organ(), "新名", actor=CLERK, on=TODAY),
    "relate": lambda: organs.relate(organ("linyue"), RelationKind.ENTRUSTED_BY, organ("qp"), actor=CLERK, on=TODAY),
    "end_relation": lambda: organs.end_relation(Relation.objects.all()[0], actor=CLERK, last=TODAY),
    "merge": lambda: organs.merge([organ("qp-tax")], organ("qp-justice"), actor=CLERK, on=TODAY),
    "split": lambda: organs.split(
        organ("qp-tax"), {organ("qp-justice"): ["a"], organ("qp"): ["b"]}, actor=CLERK, on=TODAY
    ),
    "abolish": lambda: organs.abolish(organ("linyue"), actor=CLERK, on=TODAY),
    "appoint": lambda: organs.appoint(organ(), "9", "章若水", actor=CLERK, on=TODAY),
    "give_post": lambda: organs.give_post(officer(), organ(), "主任", Rank.SECTION_HEAD, actor=CLERK, on=TODAY),
    "end_post": lambda: organs.end_post(post_of("2"), actor=CLERK, last=TODAY),
    "issue_certificate": lambda: organs.issue_certificate(officer("2"), "QP-2", actor=CLERK, on=TODAY, last=None),
    "note_certificate": lambda: organs.note_certificate(
        Certificate.objects.all()[0], CertificateEventKind.CHECKED, actor=CLERK, on=TODAY
    ),
    "qualify_reviewer": lambda: organs.qualify_reviewer(officer(), actor=CLERK, on=TODAY, passed=True),
    "delegate": lambda: organs.delegate(post_of("1"), officer("2"), actor=CLERK, on=TODAY),
    "grant_leave": lambda: organs.grant_leave(officer(), actor=CLERK, first=TODAY, last=TODAY),
    "put_organ_right": lambda: correcting.put_organ_right(
        organ(), actor=CLERK, on=TODAY, kind=Kind.EMPOWERED, level=Level.COUNTY
    ),
    "give_profile": lambda: correcting.give_profile(organ(), "agri", actor=CLERK, on=TODAY),
    "end_profile": lambda: correcting.end_profile(OrganProfile.objects.all()[0], actor=CLERK, last=TODAY),
    "rename_officer": lambda: correcting.rename_officer(officer(), "江海", actor=CLERK, on=TODAY),
    "renew_certificate": lambda: correcting.renew_certificate(
        Certificate.objects.all()[0], actor=CLERK, on=TODAY, last=date(2030, 1, 1)
    ),
    "note_party": lambda: parties.note_party(organ(), "白露", actor=CLERK, on=TODAY),
    "note_fact": lambda: parties.note_fact(
        Party.objects.all()[0], PartyFactKind.CREDIT_GRADE, "A", actor=CLERK, on=TODAY
    ),
    "rename_party": lambda: parties.rename_party(Party.objects.all()[0], "柳三春茶行", actor=CLERK, on=TODAY),
    "erase_party": lambda: parties.erase_party(Party.objects.all()[0], actor=WITH_REASON),
    "open_case": lambda: cases.open_case(organ(), "licence", "9", actor=CLERK, on=TODAY, acts=(RECEIVED, ACCEPTED)),
    "record": lambda: cases.record(case(), ACCEPTED, actor=CLERK),
    "record_as_happened": lambda: cases.record_as_happened(case(), ACCEPTED, actor=WITH_REASON),
    "correct": lambda: cases.correct(Act.objects.all()[0], RECEIVED, actor=WITH_REASON),
    "withdraw": lambda: cases.withdraw(Act.objects.all()[0], actor=WITH_REASON),
    "take_part": lambda: cases.take_part(case(), Role.PARTY, actor=CLERK, on=TODAY, name="白露"),
    "hand_over": lambda: handing_over.hand_over(case(), officer("2"), officer(), actor=CLERK, on=TODAY),
    "urge_handlers": lambda: handing_over.urge_handlers(case(), "请抓紧", actor=CLERK, on=TODAY),
    "link": lambda: links.link(case(), LinkKind.ARISES_FROM, case("2"), actor=CLERK, on=TODAY),
    "merge_cases": lambda: links.merge([case("2")], case(), actor=CLERK, on=TODAY),
    "split_case": lambda: links.split(case(), "9", actor=CLERK, on=TODAY, acts=(RECEIVED,)),
    "close": lambda: cases.close(case(), actor=CLERK, on=TODAY),
    "begin_series": lambda: numbers.begin_series(organ(), "告知书", "青市监告", actor=CLERK, on=TODAY),
    "reserve": lambda: numbers.reserve(Series.objects.all()[0], 2026, actor=CLERK, on=TODAY, many=2),
    "void": lambda: numbers.void(Number.objects.all()[0], actor=WITH_REASON, on=TODAY),
    "draw_up": lambda: approvals.draw_up(
        case(),
        "opinion-heard",
        "拟",
        [Asked(StepRole.SIGN, (post_of("1"),))],
        drawn_by=officer(),
        actor=CLERK,
        on=TODAY,
    ),
    "pass_on": lambda: approvals.pass_on(step(), "同意", officer=officer("2"), actor=CLERK, on=TODAY),
    "send_back": lambda: approvals.send_back(step(), 1, "退回", officer=officer("2"), actor=CLERK, on=TODAY),
    "hand_on": lambda: approvals.hand_on(step(), post_of("1"), "转", officer=officer("2"), actor=CLERK, on=TODAY),
    "ask_also": lambda: approvals.ask_also(step(), post_of("1"), officer=officer("2"), actor=CLERK, on=TODAY),
    "urge": lambda: approvals.urge(step(), actor=CLERK, on=TODAY),
    "give_role": lambda: access.give_role(officer("2"), RoleName.HANDLER, organ(), actor=CLERK, on=TODAY),
    "end_role": lambda: access.end_role(RoleHeld.objects.all()[0], actor=CLERK, last=TODAY),
    "open_file": lambda: access.open_file(officer("2"), case("3"), "评查", actor=CLERK, on=TODAY, last=TODAY),
    "open_numbered_file": lambda: access.open_numbered_file(
        officer("2"), organ("qp-justice"), "3", "评查", actor=CLERK, on=TODAY, last=TODAY, secondary=True
    ),
    "close_file": lambda: access.close_file(Grant.objects.all()[0], actor=CLERK, last=TODAY),
    "import_cases": lambda: import_cases(incoming(ledger()), "b1", actor=CLERK),
    "seal": lambda: seal(TODAY),
}
"""By name; those that need what another did are tried after it (`AFTER`)."""
AFTER: dict[str, tuple[str, Callable[[], object]]] = {
    "end_early": ("grant_leave", lambda: correcting.end_early(Leave.objects.all()[0], actor=CLERK, last=TODAY)),
    "end_fact": ("note_fact", lambda: parties.end_fact(PartyFact.objects.all()[0], actor=CLERK, last=TODAY)),
    "import_changed": ("import_cases", lambda: import_cases(incoming(ledger("2026-02-02")), "b2", actor=CLERK)),
    "undo": ("import_cases", lambda: undo("b1", actor=WITH_REASON)),
    "reopen": ("close", lambda: cases.reopen(case(), actor=WITH_REASON, on=TODAY)),
    "leave": (
        "take_part",
        lambda: parts.leave(Participant.objects.order_by("-id")[0], Leaving.REPLACED, actor=CLERK, last=TODAY),
    ),
    "unlink": ("link", lambda: links.unlink(Link.objects.order_by("-id")[0], actor=WITH_REASON, on=TODAY)),
    "refuse": ("pass_on", lambda: approvals.refuse(step(), "不同意", officer=officer(), actor=CLERK, on=TODAY)),
    "record_signed_on_paper": (
        "pass_on",
        lambda: approvals.record_signed_on_paper(
            step(), "同意", officer=officer(), scan=Item.objects.get(case__number="1").digest, actor=CLERK, on=TODAY
        ),
    ),
}

VERBS |= verbs_of_files.VERBS | verbs_of_systems.VERBS | verbs_of_people.VERBS | verbs_of_registers.VERBS
AFTER |= verbs_of_files.AFTER | verbs_of_people.AFTER
