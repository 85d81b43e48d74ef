"""Drafts of acts: what somebody typed into the form of an act and has not recorded. Nothing of it is chained.

Each has one of his own for an act of a case; it is gone once the act is recorded, or when he drops it.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import datetime

from yifa.record.cases.acting import open_only
from yifa.record.cases.columns import procedure_of
from yifa.record.cases.errors import NoSuchAct
from yifa.record.cases.models import ActDraft, Case
from yifa.record.cases.secrecy import refuse_secrets
from yifa.record.chain.under_way import drafting
from yifa.record.organs.models import Officer

LONGEST = 20_000
"""Signs of all that is typed into a form together."""


def keep_draft(
    case: Case, kind: str, typed: Mapping[str, Sequence[str]], *, drafter: Officer, at: datetime
) -> ActDraft:
    """Keep what was typed in the place of what was kept before. Raises `NotRecorded`."""
    open_only(case)
    if kind not in procedure_of(case).acts:
        raise NoSuchAct(f"{case.procedure}: has no act {kind!r}")
    texts = [text for several in typed.values() for text in several]
    if sum(map(len, texts)) > LONGEST:
        raise NoSuchAct(f"{kind}: a draft of more than {LONGEST} signs, expected a shorter one")
    refuse_secrets(*texts)
    told = {name: list(several) for name, several in typed.items()}
    with drafting(NoSuchAct):
        draft = ActDraft._base_manager.filter(case=case, kind=kind, drafter=drafter).first()
        if draft is None:
            draft = ActDraft(case=case, kind=kind, drafter=drafter, typed=told, edited_at=at)
            draft.save(force_insert=True)
        elif draft.typed != told:
            draft.typed, draft.edited_at, draft.version = told, at, draft.version + 1
            draft.save(force_update=True)
    return draft


def draft_of(case: Case, kind: str, drafter: Officer) -> ActDraft | None:
    """What somebody keeps of an act of a case."""
    return ActDraft.objects.filter(case=case, kind=kind, drafter=drafter).first()


def drop_draft(case: Case, kind: str, drafter: Officer) -> None:
    """Drop a draft; nothing of it is left."""
    with drafting(NoSuchAct):
        ActDraft._base_manager.filter(case=case, kind=kind, drafter=drafter).delete()
