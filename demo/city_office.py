"""An office of the invented county with people who can sign in, and cases at every stage; all of it made up.

`lay(today)` fills a record that is empty, or that has the ledgers of the invented county: organs that are not there,
officers with posts, certificates, roles and accounts, and the cases of `office_cases`, told as of a day so that
something is due today, something tomorrow, and something is late.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date, datetime, timedelta
from zoneinfo import ZoneInfo

from demo.office_cases import OfficeCase, cases
from yifa.record.access.actions import give_role, open_file
from yifa.record.access.choices import ADMINISTRATORS, RoleName
from yifa.record.accounts.actions import open_account, own_password_set
from yifa.record.accounts.models import Account
from yifa.record.cases.actions import close, open_case, take_part
from yifa.record.cases.choices import LinkKind, Role
from yifa.record.cases.links import link
from yifa.record.cases.models import Case
from yifa.record.despatch.approvals import Asked, draw_up, pass_on
from yifa.record.despatch.choices import StepRole
from yifa.record.despatch.numbers import begin_series
from yifa.record.organs.actions import Actor, appoint, issue_certificate, qualify_reviewer, relate, set_up
from yifa.record.organs.choices import Kind, Level, Rank, RelationKind
from yifa.record.organs.models import Officer, Organ, OrganName, Post
from yifa.record.scope import everything

PASSWORD = "Qingping-2026"  # noqa: S105 - the demonstration's, shown to whoever runs it
CHINA = ZoneInfo("Asia/Shanghai")
BEGAN = date(2019, 3, 1)


@dataclass(frozen=True)
class Person:
    """Somebody of the office. `account`: the name to sign in with, where there is one; `role` what it opens."""

    organ: str
    number: str
    name: str
    title: str
    rank: Rank = Rank.OFFICER
    role: RoleName | None = None
    account: str = ""
    certified: bool = False


ORGANS = (
    ("qp", "青屏县人民政府", "县政府", Kind.GOVERNMENT, ()),
    ("qp-justice", "青屏县司法局", "县司法局", Kind.DEPARTMENT, ()),
    ("qp-market", "青屏县市场监督管理局", "县市场监管局", Kind.DEPARTMENT, ("samr",)),
    ("qp-urban", "青屏县城市管理局", "县城管局", Kind.DEPARTMENT, ()),
    ("qp-approval", "青屏县行政审批服务局", "县审批局", Kind.DEPARTMENT, ()),
)
SERIES = (
    ("qp-market", "行政处罚告知书", "青市监罚告"),
    ("qp-market", "行政处罚决定书", "青市监罚"),
    ("qp-approval", "受理通知书", "青审受"),
    ("qp-approval", "准予行政许可决定书", "青审许"),
    ("qp-justice", "行政复议决定书", "青政复决"),
    ("qp-justice", "行政执法监督通知书", "青执监通"),
    ("qp-justice", "行政执法监督意见书", "青执监意"),
)
"""Papers that are numbered: organ, kind and letters."""
PEOPLE = (
    Person("qp-market", "0412", "陆知行", "执法一科科员", role=RoleName.HANDLER, account="officer", certified=True),
    Person("qp-market", "0415", "沈书言", "执法一科科员", role=RoleName.HANDLER, certified=True),
    Person(
        "qp-market", "0403", "温晏如", "执法一科科长", Rank.SECTION_HEAD, RoleName.HANDLER, "section", certified=True
    ),
    Person("qp-market", "0407", "顾清和", "法制科审核员", role=RoleName.REVIEWER, account="reviewer"),
    Person("qp-market", "0402", "何有田", "副局长", Rank.DEPUTY, RoleName.LEADER, "deputy"),
    Person("qp-market", "0401", "江临川", "局长", Rank.PRINCIPAL, RoleName.LEADER, "leader"),
    Person("qp-urban", "0511", "白叙", "执法大队队员", role=RoleName.HANDLER, account="urban", certified=True),
    Person("qp-approval", "0611", "叶听澜", "审批科科员", role=RoleName.HANDLER, account="licence"),
    Person("qp-justice", "0211", "张照临", "执法监督科科员", role=RoleName.SUPERVISOR, account="supervisor"),
    Person("qp-justice", "0221", "宋秋水", "行政复议科科员", role=RoleName.RECONSIDERATION, account="reconsideration"),
    Person("qp-justice", "0231", "孟一苇", "依法治县办科员", role=RoleName.REPORT_WRITER, account="report"),
    Person("qp-justice", "0241", "周慎之", "信息科科员", role=RoleName.SYSTEM_ADMINISTRATOR, account="system"),
    Person("qp-justice", "0242", "吴守一", "保密专员", role=RoleName.SECURITY_ADMINISTRATOR, account="security"),
    Person("qp-justice", "0243", "郑观澜", "审计专员", role=RoleName.AUDITOR, account="audit"),
    Person("qp-approval", "0603", "闻照夜", "审批科科长", Rank.SECTION_HEAD, RoleName.HANDLER, "licence-section"),
    Person("qp-approval", "0601", "陆怀谷", "局长", Rank.PRINCIPAL, RoleName.LEADER, "licence-head"),
)


@dataclass
class Laid:
    """What was laid: organs by code, officers by number, cases by number."""

    organs: dict[str, Organ] = field(default_factory=dict)
    officers: dict[str, Officer] = field(default_factory=dict)
    cases: dict[str, Case] = field(default_factory=dict)


def lay(today: date) -> Laid:
    """Fill a record as of a day."""
    actor = Actor("demo", datetime.combine(today, datetime.min.time(), CHINA) + timedelta(hours=8))
    laid = Laid()
    with everything("lay the office of the demonstration"):
        _organs(laid, actor)
        for person in PEOPLE:
            _person(laid, person, actor, today)
        for one in cases(today, {number: f"officer{row.id}" for number, row in laid.officers.items()}):
            laid.cases[one.number] = _case(laid, one, actor)
        _sheet(laid, laid.cases[f"青市监案〔{today.year}〕42号"], actor, today)
        for code, paper, letters in SERIES:
            begin_series(laid.organs[code], paper, letters, actor=actor, on=today)
        _challenged(laid, laid.cases[f"青市监案〔{today.year}〕12号"], actor, today)
        watched, about = (laid.cases[f"{one}〔{today.year}〕{n}号"] for one, n in (("青执监", 3), ("青城管案", 7)))
        link(watched, LinkKind.ARISES_FROM, about, actor=actor, on=watched.opened)
    return laid


def _organs(laid: Laid, actor: Actor) -> None:
    """The organs by the codes they have here, whatever the ledgers call them; those that are not there are set up."""
    there = {one.name: one.organ for one in OrganName.objects.filter(last=None).select_related("organ")}
    for code, name, short, kind, profiles in ORGANS:
        if name in there:
            laid.organs[code] = there[name]
            continue
        laid.organs[code] = set_up(
            code, name, actor=actor, on=BEGAN, kind=kind, level=Level.COUNTY, short=short, profiles=profiles
        )
        if code != "qp":
            relate(laid.organs[code], RelationKind.BELONGS_TO, laid.organs["qp"], actor=actor, on=BEGAN)


def _person(laid: Laid, person: Person, actor: Actor, today: date) -> None:
    organ = laid.organs[person.organ]
    officer = appoint(organ, person.number, person.name, actor=actor, on=BEGAN, title=person.title, rank=person.rank)
    laid.officers[person.number] = officer
    if person.certified:
        issue_certificate(officer, f"青执{person.number}", actor=actor, on=BEGAN, last=None, issuer="青屏县司法局")
    if person.role is not None:
        of = laid.organs["qp"] if person.role in {RoleName.SUPERVISOR, *ADMINISTRATORS} else organ
        give_role(officer, person.role, of, actor=actor, on=BEGAN)
    if person.role is RoleName.SUPERVISOR:
        give_role(officer, person.role, organ, actor=actor, on=BEGAN)
    if person.role is RoleName.REVIEWER:
        qualify_reviewer(officer, actor=actor, on=BEGAN, passed=True)
    if person.account:
        own_password_set(open_account(officer, person.account, PASSWORD, actor=actor, on=today), today)


def _case(laid: Laid, one: OfficeCase, actor: Actor) -> Case:
    case = open_case(
        laid.organs[one.organ],
        one.procedure,
        one.number,
        actor=actor,
        on=one.acts[0].on or one.opened,
        title=one.title,
        acts=one.acts,
    )
    for number in one.handlers:
        take_part(case, Role.HANDLER, actor=actor, on=case.opened, officer=laid.officers[number])
    if one.party:
        take_part(case, Role.PARTY, actor=actor, on=case.opened, name=one.party)
    return close(case, actor=actor, on=one.closed) if one.closed else case


def _challenged(laid: Laid, case: Case, actor: Actor, today: date) -> None:
    """The penalty that a reconsideration is about: its file is open to who handles that, and linked with it."""
    reviewing = laid.cases[f"青政复〔{today.year}〕9号"]
    until = today + timedelta(days=60)
    open_file(laid.officers["0221"], case, f"审理{reviewing.number}", actor=actor, on=today, last=until)
    link(reviewing, LinkKind.CHALLENGES, case, actor=actor, on=reviewing.opened)


def _sheet(laid: Laid, case: Case, actor: Actor, today: date) -> None:
    """A sheet for filing on its way: proposed by the handler, it waits for the head of his section."""
    asked = ((StepRole.PROPOSE, "0412"), (StepRole.REVIEW, "0403"), (StepRole.SIGN, "0402"))
    way = [Asked(role, (Post.objects.get(officer=laid.officers[number]),)) for role, number in asked]
    handler = laid.officers["0412"]
    sheet = draw_up(
        case, "case-filed", "经核查，举报属实，符合立案标准。", way, drawn_by=handler, actor=actor, on=today
    )
    pass_on(sheet.steps.get(state="open"), "拟立案", officer=handler, actor=actor, on=today)


def is_invented_county() -> bool:
    """Whether the record holds the ledgers of the invented county, and nobody who can sign in."""
    named = set(OrganName.objects.values_list("name", flat=True))
    return not Account.objects.exists() and {name for _, name, _, _, _ in ORGANS} <= named


def logins() -> list[tuple[str, str, str]]:
    """Who can sign in: account, name and post."""
    return [(one.account, one.name, one.title) for one in PEOPLE if one.account]


def account(name: str) -> Account:
    """An account of the demonstration by its name."""
    return Account.objects.get(username=name)
