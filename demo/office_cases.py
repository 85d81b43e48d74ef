"""The cases of the invented office, each told by so many days before the day it is laid."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date, timedelta

from yifa.record.cases.acting import Happening

FILED = {
    "major": False,
    "complex": False,
    "hearing_held": False,
    "public_interest": False,
    "social_impact": False,
    "serious_dispute": False,
    "offender_unknown": False,
    "form_filled": True,
}
SHOWN = {"id_shown": True, "transcript_made": True}
CONCLUDED = {
    "party_stated": True,
    "course_stated": True,
    "facts_stated": True,
    "nature_stated": True,
    "measures_stated": True,
    "discretion_stated": True,
}
LONG = (
    "秦山市青屏县青云镇金穗路东段日用百货批发零售及仓储配送一体化综合服务有限责任公司第三分公司（个人独资转制筹备处）"
)
"""A name of about sixty signs: what tables and papers must bear."""


@dataclass(frozen=True)
class OfficeCase:
    """A case to be laid."""

    organ: str
    procedure: str
    number: str
    title: str
    party: str
    acts: tuple[Happening, ...]
    handlers: tuple[str, ...] = ()
    closed: date | None = None
    opened: date = field(default=date(2026, 1, 5))


def cases(today: date, who: Mapping[str, str]) -> Iterator[OfficeCase]:
    """All cases. `who`: how acts name an officer, by his number."""
    year = today.year

    def act(kind: str, ago: int, **fields: object) -> Happening:
        return Happening(kind, today - timedelta(days=ago), fields=fields)

    two = [who["0412"], who["0415"]]

    def opened(ago: int, filed: int) -> tuple[Happening, ...]:
        return (
            act("clue-received", ago, named_report=False),
            act("clue-verified", filed, filing_decided=True, standard_met=True),
            act("case-filed", filed, officers=two, **FILED),
        )

    def asked(ago: int) -> tuple[Happening, ...]:
        return (
            act("site-inspection-made", ago, officers=two, **SHOWN),
            act("inquiry-made", ago, officers=two, rights_told=True, of_party=True, **SHOWN),
        )

    def penalty(place: int, title: str, party: str, acts: tuple[Happening, ...], *more: str) -> OfficeCase:
        handlers = more or ("0412", "0415")
        return OfficeCase("qp-market", "penalty-ordinary", f"青市监案〔{year}〕{place}号", title, party, acts, handlers)

    yield penalty(
        31, "青屏县青云镇老街粮油店涉嫌销售超过保质期食品案", "青屏县青云镇老街粮油店", opened(96, 89) + asked(80)
    )
    yield penalty(34, "望春食品厂涉嫌生产标签不符合规定的食品案", "望春食品厂", opened(100, 92) + asked(85))
    yield penalty(37, f"{LONG}涉嫌虚假宣传案", LONG, opened(44, 40) + asked(36))
    yield penalty(
        41,
        "晴川路药店涉嫌未按规定储存药品案",
        "晴川路大药房",
        (
            *opened(60, 55),
            *asked(50),
            act("test-commissioned", 48, told_in_writing=True),
            act("test-report-received", 30),
            act("investigation-concluded", 20, **CONCLUDED),
            act("pre-decision-notice-served", 4, hearing_right=False, in_writing=True),
        ),
    )
    yield penalty(42, "云栖茶行涉嫌无照经营案", "云栖茶行", (act("clue-received", 16, named_report=True),))
    yield penalty(43, "东篱火锅店涉嫌使用非法添加物案", "东篱火锅店", (act("clue-received", 9, named_report=True),))
    yield penalty(
        28,
        "南浦五金店涉嫌销售不合格插座案",
        "南浦五金店",
        (
            *opened(75, 70),
            *asked(66),
            act("evidence-preserved", 24, officers=two, approver="deputy", approved_beforehand=True, urgent=False),
            act("investigation-suspended", 18, approver="deputy", cause="related-case"),
        ),
    )
    yield OfficeCase(
        "qp-market",
        "penalty-ordinary",
        f"青市监案〔{year}〕12号",
        "北山饮品店涉嫌未公示证照案",
        "北山饮品店",
        (
            *opened(150, 146),
            *asked(140),
            act("investigation-concluded", 130, **CONCLUDED),
            act("pre-decision-notice-served", 125, hearing_right=False, in_writing=True),
            act("rights-waived", 122, explicit=True, written=True),
            act("decision-made", 118, result="penalty", fine=100_000, remedies_told=True),
            act("decision-served", 116, fine=100_000, remedies_told=True),
            act("fine-paid", 110, channel="bank"),
        ),
        ("0412", "0415"),
        closed=today - timedelta(days=100),
    )
    yield OfficeCase(
        "qp-urban",
        "penalty-ordinary",
        f"青城管案〔{year}〕7号",
        "金穗路夜市摊点占道经营案",
        "梁七月",
        (
            act("clue-received", 30, named_report=False),
            act("clue-verified", 27, filing_decided=True, standard_met=True),
            act("case-filed", 27, officers=[who["0511"]], **FILED),
        ),
        ("0511",),
    )
    for place, title, ago, party in (
        (118, "食品经营许可申请", 18, "东篱火锅店"),
        (121, "食品经营许可申请（变更）", 26, "晴川路大药房"),
        (125, "人力资源服务许可申请", 3, "长亭人力资源服务有限公司"),
    ):
        yield OfficeCase(
            "qp-approval",
            "licence",
            f"青审〔{year}〕{place}号",
            f"{party}{title}",
            party,
            (act("application-received", ago, complete=True), act("application-accepted", max(ago - 2, 0))),
            ("0611",),
        )
    yield OfficeCase(
        "qp-justice",
        "reconsideration",
        f"青政复〔{year}〕9号",
        "北山饮品店不服青屏县市场监督管理局行政处罚复议案",
        "北山饮品店",
        (
            act("act-made", 118, act_kind="other", fine=100_000),
            act("act-served", 116, remedies_told=True),
            act("reconsideration-application-filed", 58, oral=False),
            act("application-received", 58, complete=True),
            act("application-accepted", 54, procedure="ordinary"),
            act("copy-sent", 50),
            act("copy-received-by-respondent", 49),
            act("answer-filed", 41, evidence_attached=True),
        ),
        ("0221",),
    )
    yield OfficeCase(
        "qp-justice",
        "supervision",
        f"青执监〔{year}〕3号",
        "对县城市管理局一人执法的监督",
        "",
        (
            act("matter-found", 20, found_by="complaint"),
            act("supervision-case-filed", 16, body="justice-department", subject="own-department"),
            act(
                "notice-sent",
                12,
                demands="explanation",
                unit="青屏县城市管理局",
                problem="一件处罚案只有一名执法人员办理",
                due_by=(today + timedelta(days=17)).isoformat(),
            ),
            act("notice-received", 11),
        ),
        ("0211",),
    )
    yield OfficeCase(
        "qp-urban",
        "normative-document",
        f"青城管规草〔{year}〕1号",
        "青屏县便民摊点管理办法",
        "",
        (
            act(
                "drafted",
                75,
                title_text="青屏县便民摊点管理办法",
                maker="department",
                market_related=True,
                secret=False,
                emergency=False,
            ),
            act("draft-published-for-comment", 70, market_related=True, shortened=False),
            act("comment-closed", 34),
            act("fair-competition-reviewed", 27, result="pass"),
            act("legality-review-sent", 14, complete=True),
            act("legality-reviewed", 5, result="pass"),
        ),
        ("0511",),
    )
