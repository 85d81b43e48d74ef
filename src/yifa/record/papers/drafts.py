"""Drafts: begun, changed as often as anybody likes, and dropped. Nothing of it is chained. All raise `NotDrafted`."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any

from yifa.record.cases.acting import open_only
from yifa.record.cases.choices import Part
from yifa.record.cases.columns import procedure_of
from yifa.record.cases.models import Case
from yifa.record.cases.secrecy import refuse_secret_page, refuse_secret_values, refuse_secrets
from yifa.record.chain.under_way import drafting
from yifa.record.organs.models import Officer
from yifa.record.papers.errors import NotDrafted
from yifa.record.papers.models import Draft, Template


@dataclass(frozen=True, slots=True)
class Form:
    """A form that is filled: which edition (none: the one that comes with the program), what was written into its
    places, and the whole file, where somebody went on writing it in Word.
    """

    template: Template | None = None
    values: Mapping[str, str] = field(default_factory=dict)
    edited: bytes | None = None


def begin_draft(
    case: Case,
    act: str,
    paper: str,
    title: str,
    text: str = "",
    *,
    drafter: Officer,
    at: datetime,
    part: str = Part.MAIN,
    form: Form | None = None,
) -> Draft:
    """Begin a paper for an act of the procedure; `paper`: its kind, one of those the act leaves where any is named."""
    open_only(case)
    acts = procedure_of(case).acts
    if act not in acts:
        raise NotDrafted(f"{case.procedure}: has no act {act!r}, expected one of {', '.join(sorted(acts))}")
    if acts[act].papers and paper not in acts[act].papers:
        raise NotDrafted(f"{act}: leaves no {paper}, expected {'、'.join(acts[act].papers)}")
    _no_secret(title, text)
    told: dict[str, Any] = {} if form is None else _form(form)
    with drafting(NotDrafted):
        return Draft._base_manager.create(
            case=case, act=act, paper=paper, title=title, text=text, part=part, drafter=drafter, edited_at=at, **told
        )


def edit_draft(
    draft: Draft, *, at: datetime, title: str | None = None, text: str | None = None, form: Form | None = None
) -> Draft:
    """Change a draft; raises `NotDrafted` where somebody else changed it since it was read."""
    new_title, new_text = draft.title if title is None else title, draft.text if text is None else text
    _no_secret(new_title, new_text)
    told = {"title": new_title, "text": new_text, "edited_at": at, "version": draft.version + 1}
    if form is not None:
        told |= _form(form)
    with drafting(NotDrafted):
        done = Draft._base_manager.filter(pk=draft.pk, version=draft.version).update(**told)
    if done != 1:
        raise NotDrafted(f"draft of {draft.paper}: somebody changed it since it was read; read it again")
    for name, value in told.items():
        setattr(draft, name, value)
    return draft


def drop_draft(draft: Draft) -> None:
    """Drop a draft; nothing of it is left."""
    with drafting(NotDrafted):
        Draft._base_manager.filter(pk=draft.pk).delete()


def _form(form: Form) -> dict[str, Any]:
    """What a draft keeps of a form. Raises `StateSecret` where something that was written into it bears a mark."""
    refuse_secret_values(form.values)
    return {
        "from_form": True,
        "template": form.template,
        "values": dict(form.values),
        "edited": form.edited,
    }


def _no_secret(title: str, text: str) -> None:
    if not title:
        raise NotDrafted("a draft without a title, expected what it is called")
    refuse_secrets(title)
    refuse_secret_page(text)
