"""Approvals, services, dossiers and lists of a procedure: what is wrong is said with its place, what is right holds."""

from __future__ import annotations

from datetime import date

import pytest

from tests.law.invented import PROCEDURE, duty, folder
from yifa.law.catalogue import CorpusFaults
from yifa.law.catalogue.approvals import RANKS, USUAL
from yifa.law.catalogue.dossiers import USUAL_ORDER, order_for
from yifa.law.catalogue.folders import folder as shipped
from yifa.law.catalogue.folders import procedure_ids

RIGHT = """\
approvals:
  extended:
    steps: [{role: propose, rank: officer}, {role: review, rank: section-head}, {role: sign, rank: deputy}]
    field: approver
    words: {deputy: deputy, principal: head}
    law: 行政许可法 42
services:
  decided: {served: published, mailed: warned, notice: cut-1, law: 行政许可法 44}
dossiers:
- {main: [{zh: 决定, en: decision, of: [decided]}], secondary: [{zh: 呈批, en: sheets, takes: [sheets]}]}
- {overlay: samr, main: [{zh: 申请, en: application, of: [applied]}], valid: {from: 2022-01-01}}
from-lists:
  powers: {added: certificate-issued, fields: {officer: code}, tells: {heard: {signed: {by: chair, column: name}}}}
"""
TERM = duty("time-limit", "from: applied\ndone: decided\nwithin: 20 working days")
WRONG = [
    ("approvals:\n  extended:", "approvals:\n  extend:", "approvals.extend: «extend» is not among `acts`"),
    ("field: approver", "field: days", "approvals.extended.field: «days» is no word of `extended`"),
    (
        "principal: head}",
        "principal: chief}",
        "approvals.extended.words.principal: «chief» is no value of «approver»; there are head, deputy, clerk",
    ),
    (
        "law: 行政许可法 42\nservices",
        "law: 采伐法 3\nservices",
        "approvals.extended.law[0]: «采伐法 3» cites no statute of the corpus",
    ),
    (
        "{role: sign, rank: deputy}",
        "{role: review, rank: deputy}",
        "approvals.extended: the last step, and no other, is `sign`",
    ),
    (
        "{role: propose, rank: officer}",
        "{role: propose, rank: officer, beside: yes}",
        "approvals.extended: the first step stands beside none",
    ),
    (
        "{role: review, rank: section-head}",
        "{role: review, rank: section-head, beside: yes}",
        "approvals.extended: a step beside another has its role",
    ),
    ("served: published", "served: sent", "services.decided.served: «sent» is not among `acts`"),
    ("mailed: warned", "means: told", "services.decided.means: `published` has no field «told»"),
    ("notice: cut-1", "notice: cut-9", "services.decided.notice[0]: «cut-9» is no duty of this folder"),
    ("of: [decided]", "of: [decide]", "dossiers[0].main[0].of[0]: «decide» is not among `acts`"),
    (
        "fields: {officer: code}",
        "fields: {trees: code}",
        "from-lists.powers.fields.trees: «trees» is a field of neither `added` nor `removed`",
    ),
    ("{by: chair,", "{by: hat,", "from-lists.powers.tells.heard.signed.by: `heard` has no field «hat»"),
]


def test_what_is_declared_rightly_is_read() -> None:
    procedure = folder(TERM, procedure=PROCEDURE + RIGHT).procedure
    approval = procedure.approvals["extended"]
    assert (approval.signer, [len(place) for place in approval.places]) == ("deputy", [1, 1, 1])
    assert procedure.services["decided"].acts == (("served", "published"), ("mailed", "warned"))
    assert procedure.from_lists["powers"].acts == (("added", "certificate-issued"),)
    held = [
        order_for(procedure.dossiers, frozenset(profiles), day).main[0].zh
        for profiles, day in ((("samr",), date(2022, 1, 1)), (("samr",), date(2021, 12, 31)), ((), date(2022, 1, 1)))
    ]
    assert held == ["申请", "决定", "决定"]
    assert order_for((), frozenset(), date(2022, 1, 1)) is USUAL_ORDER


@pytest.mark.parametrize(("right", "wrong", "said"), WRONG, ids=[said[:50] for _, _, said in WRONG])
def test_what_is_declared_wrongly_is_said_with_its_place(right: str, wrong: str, said: str) -> None:
    assert right in RIGHT
    with pytest.raises(CorpusFaults) as caught:
        folder(TERM, procedure=PROCEDURE + RIGHT.replace(right, wrong))
    [told] = [str(fault) for fault in caught.value.faults]
    assert told.partition(": ")[2] == said


def test_every_field_of_an_approver_has_a_word_for_every_rank_that_may_sign() -> None:
    lacking = [
        f"{name}: {act}: {rank}"
        for name in procedure_ids()
        for act, approval in shipped(name).procedure.approvals.items()
        for rank in RANKS[RANKS.index(approval.signer) :]
        if approval.field is not None and rank not in approval.words
    ]
    assert lacking == []


def test_the_usual_way_is_signed_by_a_head() -> None:
    assert [(step.role, step.rank) for step in USUAL.steps] == [
        ("propose", "officer"),
        ("review", "section-head"),
        ("sign", "deputy"),
    ]
