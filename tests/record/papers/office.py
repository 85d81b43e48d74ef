"""A penalty case of the market bureau with an officer, a deputy and a head, and papers written in it."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from tests.record.register import BEGAN, CLERK, NOW, register
from tests.record.scans import scanned
from yifa.record.cases.acting import Happening
from yifa.record.cases.actions import open_case, take_part
from yifa.record.cases.choices import Role
from yifa.record.cases.models import Case, Participant
from yifa.record.despatch.approvals import Signature, record_paper_sheet
from yifa.record.despatch.choices import StepRole
from yifa.record.despatch.models import Series, Sheet
from yifa.record.despatch.numbers import begin_series
from yifa.record.organs.actions import appoint
from yifa.record.organs.choices import Rank
from yifa.record.organs.models import Officer, Organ, Post
from yifa.record.papers.drafts import begin_draft
from yifa.record.papers.models import Draft

FILED, DECIDED = date(2025, 9, 1), date(2025, 9, 20)
DECISION = "行政处罚决定书"


@dataclass
class Office:
    """Who is there, and what they work on."""

    market: Organ
    officer: Officer
    section: Officer
    deputy: Officer
    head: Officer
    case: Case
    party: Participant
    series: Series

    def draft(self, act: str = "decision-made", paper: str = DECISION, text: str = "罚款五千元。") -> Draft:
        return begin_draft(self.case, act, paper, f"{paper}（柳三春）", text, drafter=self.officer, at=NOW)

    def sheet(self, act: str = "decision-made", signer: Officer | None = None, **fields: object) -> Sheet:
        """A sheet for an act that went round on paper, signed by the deputy or somebody else."""
        asked = [
            (StepRole.PROPOSE, self.officer),
            (StepRole.REVIEW, self.section),
            (StepRole.SIGN, signer or self.deputy),
        ]
        signed = [Signature(role, Post.objects.get(officer=who), who, DECIDED, "同意") for role, who in asked]
        return record_paper_sheet(
            self.case,
            act,
            "拟处罚",
            signed,
            drawn_by=self.officer,
            scan=scanned(self.case).digest,
            actor=CLERK,
            on=DECIDED,
            fields=fields,
        )


def office() -> Office:
    market = register().market
    ranks = [Rank.OFFICER, Rank.SECTION_HEAD, Rank.DEPUTY, Rank.PRINCIPAL]
    people = [
        appoint(market, str(number), f"人{number}", actor=CLERK, on=BEGAN, title=f"职{number}", rank=rank)
        for number, rank in enumerate(ranks, 1)
    ]
    acts = (Happening("case-filed", FILED, fields={"form_filled": True}),)
    case = open_case(market, "penalty-ordinary", "青市监案〔2025〕1号", actor=CLERK, on=FILED, acts=acts)
    party = take_part(case, Role.PARTY, actor=CLERK, on=FILED, name="柳三春")
    series = begin_series(market, DECISION, "青市监罚", actor=CLERK, on=FILED)
    return Office(market, *people, case, party, series)
