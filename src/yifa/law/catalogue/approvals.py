"""Approval sheets (呈批) as the corpus declares them: who is asked about an act before it is done, and who signs.

`approvals:` of `procedure.yaml`, by act. The law says who approves; the steps before the signature are those of offices
(拟办, 审核, 会签). An act for which nothing is declared goes the usual way.
"""

from __future__ import annotations

from collections.abc import Mapping
from itertools import pairwise
from typing import Literal

from pydantic import Field, field_validator, model_validator

from yifa.law.catalogue.reading import CorpusModel

StepName = Literal["propose", "review", "countersign", "sign"]
RankName = Literal["officer", "section-head", "deputy", "principal"]
RANKS: tuple[RankName, ...] = ("officer", "section-head", "deputy", "principal")
"""From below: 承办人, 内设机构负责人, 分管负责人 (负责人), 主要负责人."""


class ApprovalStep(CorpusModel):
    """One step: as what somebody is asked, and the least rank he must have.

    `beside`: asked together with the step before it (会签). `qualified`: must be qualified to review (法制审核).
    `optional`: left out where the case does not need it.
    """

    role: StepName
    rank: RankName
    beside: bool = False
    qualified: bool = False
    optional: bool = False


class Approval(CorpusModel):
    """The way of a sheet for one act; the last step, and no other, signs.

    `field`: the field of the act that says who approved; `words`: what it says of each rank that may sign.
    """

    steps: tuple[ApprovalStep, ...] = Field(min_length=1)
    field: str | None = None
    words: Mapping[RankName, str] = Field(default_factory=dict)
    law: tuple[str, ...] = ()
    note: str | None = None

    @field_validator("law", mode="before")
    @classmethod
    def _one_law_is_a_list(cls, given: object) -> object:
        return (given,) if isinstance(given, str) else given

    @model_validator(mode="after")
    def _ends_with_the_signature(self) -> Approval:
        signs = [step.role == "sign" for step in self.steps]
        if not signs[-1] or any(signs[:-1]):
            raise ValueError("the last step, and no other, is `sign`")
        if self.steps[0].beside:
            raise ValueError("the first step stands beside none")
        if any(later.beside and later.role != step.role for step, later in pairwise(self.steps)):
            raise ValueError("a step beside another has its role")
        if self.steps[-1].optional:
            raise ValueError("the signature is not optional")
        if self.words and self.field is None:
            raise ValueError("`words` without the `field` that says them")
        return self

    @property
    def signer(self) -> RankName:
        """The least rank that may sign."""
        return self.steps[-1].rank

    @property
    def places(self) -> tuple[tuple[ApprovalStep, ...], ...]:
        """The steps by place: those of one place are asked together."""
        found: list[list[ApprovalStep]] = []
        for step in self.steps:
            if step.beside:
                found[-1].append(step)
            else:
                found.append([step])
        return tuple(map(tuple, found))


USUAL = Approval(
    steps=(
        ApprovalStep(role="propose", rank="officer"),
        ApprovalStep(role="review", rank="section-head"),
        ApprovalStep(role="sign", rank="deputy"),
    )
)
"""The way of an act for which nothing is declared: 承办人 → 内设机构负责人 → 机关负责人."""
