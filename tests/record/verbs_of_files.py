"""The verbs of what a file holds: lists, papers and their service, evidence, dossiers; and of cases on their way."""

from __future__ import annotations

from collections.abc import Callable
from datetime import timedelta
from io import BytesIO
from unittest.mock import patch

from tests.record.evidence.files import word
from tests.record.register import CLERK, NOW, TODAY, Register
from tests.record.there import WITH_REASON, case, officer, organ, post_of
from yifa.record.cases import acting, showing, takeover, transfers
from yifa.record.cases import actions as cases
from yifa.record.cases.acting import Happening
from yifa.record.cases.choices import Ground, Openness
from yifa.record.despatch import approvals
from yifa.record.despatch.approvals import Signature
from yifa.record.despatch.carrying_out import carry_out
from yifa.record.despatch.choices import StepRole
from yifa.record.despatch.models import Series, Sheet
from yifa.record.dossiers.actions import make_up
from yifa.record.dossiers.choices import Retention
from yifa.record.evidence import actions as evidence
from yifa.record.evidence.choices import Media, Sort
from yifa.record.evidence.contents import Looked
from yifa.record.evidence.models import Item
from yifa.record.lists import actions as lists
from yifa.record.lists.choices import ListKind
from yifa.record.lists.models import Edition, OrganList
from yifa.record.lists.reading import ReadList, Row
from yifa.record.organs import actions as organs
from yifa.record.papers import documents, service
from yifa.record.papers.choices import Means
from yifa.record.papers.documents import Made, Openly
from yifa.record.papers.drafts import begin_draft
from yifa.record.papers.models import Document, Draft, Service
from yifa.record.papers.templates import FormOf, put_template

PNG = b"\x89PNG\r\n\x1a\n" + bytes(40) + b"IEND\xaeB`\x82"
PRINTED = Looked(Media.PDF, 1, "内容")
"""What a PDF is found to be: it is looked at in a process of its own, which hangs in a fork of one with threads."""

POWER = {"code": "P-1", "name": "对无照经营的处罚", "kind": "penalty", "organ": "qp-market"}
READ = ReadList(ListKind.POWERS, (Row("P-1", POWER, 3),), (), "权责清单.xlsx", "清单", "ab" * 32)
ORDER, NOTICE = "责令改正通知书", "行政处罚告知书"


def _printed(document: Document) -> Document:
    with patch("yifa.record.evidence.actions.look_at", lambda path: PRINTED):
        return documents.keep_print(document, BytesIO(b"%PDF-"), actor=CLERK, on=TODAY)


def prepare(held: Register) -> None:
    """A list in force and a draft of its next edition; papers, a service, a sheet, evidence; a closed case."""
    market = held.market
    powers = lists.begin_list(market, ListKind.POWERS, "权责清单", actor=CLERK, on=TODAY)
    first = lists.draw_up_edition(powers, READ, actor=CLERK, on=TODAY)
    lists.put_in_force(first, actor=CLERK, first=TODAY)
    lists.amend(powers, [{**POWER, "code": "P-2"}], actor=CLERK, on=TODAY)
    penalty = cases.open_case(market, "penalty-ordinary", "4", actor=CLERK, on=TODAY)
    written(penalty.number, "pre-decision-notice-served", NOTICE)
    notice = documents.issue(
        Draft.objects.get(paper=NOTICE), actor=CLERK, on=TODAY, made=lambda _: Made(word("内容"), "内容")
    )
    service.begin_service(notice, Means.DIRECT, actor=CLERK, on=TODAY)
    written(penalty.number, "order-to-correct", ORDER)
    for one, kind in ((penalty, "clue-received"), (case("2"), "application-accepted")):
        acting.prepared(one, Happening(kind, TODAY), actor=CLERK)  # the duties are read in here, once
    evidence.keep_file(penalty, BytesIO(PNG), "照片", Sort.OBJECT, actor=CLERK, on=TODAY, sensitive=True)
    evidence.keep_file(case("1"), BytesIO(PNG), "审批表扫描件", Sort.SCAN, actor=CLERK, on=TODAY)
    signed = [
        Signature(StepRole.PROPOSE, post_of("2"), officer("2"), TODAY),
        Signature(StepRole.SIGN, post_of("1"), officer("1"), TODAY),
    ]
    paper_sheet(signed)
    ended = cases.open_case(market, "licence", "5", actor=CLERK, on=TODAY)
    evidence.keep_file(ended, BytesIO(PNG + b"."), "照片二", Sort.OBJECT, actor=CLERK, on=TODAY)
    cases.close(ended, actor=CLERK, on=TODAY)


def written(number: str, act: str, paper: str) -> Draft:
    return begin_draft(case(number), act, paper, paper, "内容", drafter=officer("2"), at=NOW)


def paper_sheet(signed: list[Signature]) -> Sheet:
    scan = item().digest
    return approvals.record_paper_sheet(
        case("4"), "order-to-correct", "拟", signed, drawn_by=officer("2"), scan=scan, actor=CLERK, on=TODAY
    )


def item(title: str = "4") -> Item:
    return Item.objects.get(case__number=title, sort=Sort.OBJECT)


def draft_edition() -> Edition:
    return Edition.objects.get(state="draft")


VERBS: dict[str, Callable[[], object]] = {
    "begin_list": lambda: lists.begin_list(organ(), ListKind.PERMITS, "许可清单", actor=CLERK, on=TODAY),
    "draw_up_edition": lambda: lists.draw_up_edition(OrganList.objects.get(), READ, actor=CLERK, on=TODAY),
    "amend": lambda: lists.amend(OrganList.objects.get(), [{**POWER, "code": "P-3"}], ["P-1"], actor=CLERK, on=TODAY),
    "put_in_force": lambda: lists.put_in_force(draft_edition(), actor=CLERK, first=TODAY + timedelta(1)),
    "drop_edition": lambda: lists.drop_edition(draft_edition(), actor=CLERK, on=TODAY),
    "withdraw_list": lambda: lists.withdraw(Edition.objects.get(state="in-force"), actor=WITH_REASON, last=TODAY),
    "set_openness": lambda: showing.set_openness(
        case(), Openness.CLOSED, actor=CLERK, on=TODAY, ground=Ground.INTERNAL, reason="内部事务"
    ),
    "set_circle": lambda: showing.set_circle(case(), [officer(), post_of("2"), organ()], actor=CLERK, on=TODAY),
    "transfer": lambda: transfers.transfer(case(), organ("qp-justice"), "属其职权", actor=CLERK, on=TODAY),
    "issue": lambda: documents.issue(
        Draft.objects.get(paper=ORDER), number=Series.objects.get(), actor=CLERK, on=TODAY, sealed_on=TODAY
    ),
    "put_right": lambda: documents.put_right(Document.objects.get(), actor=WITH_REASON, on=TODAY, text="更正后"),
    "attach_scan": lambda: documents.attach_scan(Document.objects.get(), item(), actor=CLERK, on=TODAY),
    "keep_print": lambda: _printed(Document.objects.get()),
    "put_template": lambda: put_template(
        organ(),
        FormOf("penalty-ordinary", "order-to-correct", ORDER),
        BytesIO(word("〔案号〕")),
        actor=CLERK,
        on=TODAY,
        first=TODAY,
    ),
    "show": lambda: documents.show(
        Document.objects.get(), Openly(Openness.CLOSED, Ground.PRIVACY, "", [officer()]), actor=CLERK, on=TODAY
    ),
    "begin_service": lambda: service.begin_service(Document.objects.get(), Means.MAILED, actor=CLERK, on=TODAY),
    "end_service": lambda: service.end_service(Service.objects.get(), actor=WITH_REASON, on=TODAY),
    "fail_service": lambda: service.fail_service(Service.objects.get(), actor=WITH_REASON, on=TODAY),
    "record_paper_sheet": lambda: paper_sheet([Signature(StepRole.SIGN, post_of("1"), officer("1"), TODAY)]),
    "carry_out": lambda: carry_out(Sheet.objects.get(state="signed"), actor=CLERK, on=TODAY),
    "keep_file": lambda: evidence.keep_file(
        case(), BytesIO(PNG), "照片", Sort.OBJECT, actor=CLERK, on=TODAY, taken_by=officer()
    ),
    "note_recording": lambda: evidence.note_recording(
        case(),
        "执法记录仪 3",
        NOW,
        NOW + timedelta(hours=1),
        "执法音视频平台 /2026/3",
        "ab" * 32,
        actor=CLERK,
        on=TODAY,
    ),
    "read_file": lambda: list(evidence.read_file(item(), officer=officer(), actor=WITH_REASON, on=TODAY)),
    "destroy_file": lambda: evidence.destroy_file(item(), actor=WITH_REASON, on=TODAY),
    "make_up": lambda: make_up(
        case("5"), keeper=officer(), retention=Retention.TEN_YEARS, actor=CLERK, on=TODAY, note="无"
    ),
}
AFTER: dict[str, tuple[str, Callable[[], object]]] = {
    "receive": (
        "transfer",
        lambda: transfers.receive(case("qp-market/1"), "司法〔2026〕1号", "回执1", actor=CLERK, on=TODAY),
    ),
    "decline": ("transfer", lambda: transfers.decline(case("qp-market/1"), actor=WITH_REASON, on=TODAY)),
    "take_over": ("merge_market", lambda: takeover.take_over(organ(), actor=CLERK, on=TODAY)),
}
VERBS["merge_market"] = lambda: organs.merge([organ()], organ("qp-justice"), actor=CLERK, on=TODAY)
