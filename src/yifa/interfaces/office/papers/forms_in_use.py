"""Which form a paper is written with: the edition an organ put in, else that of the nearest organ above it, else the
one of the program.

A paper that nobody drew a form for has a plain one: name, number, text, organ and day.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from functools import lru_cache

from yifa.interfaces.documents.forms.drawing import draw
from yifa.interfaces.documents.forms.drawn_forms import DrawnForm, FormKey, drawn_docx, drawn_forms
from yifa.law.catalogue.folders import folder
from yifa.record.organs.models import Organ
from yifa.record.papers.models import Template
from yifa.record.papers.templates import FormOf, template_bytes, template_for
from yifa.wording import Language

TEXT = "正文"
RECEIPT = "送达回证"
_PLAIN = (
    ("number", "〔文号〕"),
    ("text", f"〔{TEXT}〕"),
    ("sign", "〔机关名称〕"),
    ("seal", "（印章）"),
    ("date", "〔成文日期〕"),
)


@dataclass(frozen=True)
class FormInUse:
    """A form as it is used: its file, the edition of the organ or of one above it (none: that of the program), what its
    places ask for.
    """

    of: FormOf
    data: bytes
    template: Template | None = None
    drawn: DrawnForm | None = None
    hints: Mapping[str, str] = field(default_factory=dict)

    @property
    def heading(self) -> str:
        """What stands on the paper."""
        return self.of.paper if self.drawn is None else self.drawn.heading


def form_in_use(organ: Organ, of: FormOf, day: date) -> FormInUse:
    """The form of a paper on a day. Raises `Damaged` where its file is not whole."""
    return form_of(of, template_for(organ, of, day))


def form_of(of: FormOf, held: Template | None) -> FormInUse:
    """An edition of a form, or the one of the program. Raises `Damaged` where its file is not whole."""
    drawn = drawn_forms().get(FormKey(of.procedure, of.act, of.paper))
    hints = {} if drawn is None else drawn.asks
    if held is not None:
        return FormInUse(of, template_bytes(held), held, drawn, hints)
    return FormInUse(of, program_form(of), None, drawn, hints)


def tell_whose(held: Template, organ: Organ, names: Mapping[int, str], speech: Language) -> str:
    """Whose form it is and which edition, as an organ sees it; `names`: the organs by their numbers."""
    if held.organ_id == organ.id:
        return speech.say("form of the organ, edition {n}", n=held.number)
    return speech.say("form of {organ}, edition {n}", organ=names.get(held.organ_id, ""), n=held.number)


def program_form(of: FormOf) -> bytes:
    """The form that comes with the program."""
    key = FormKey(of.procedure, of.act, of.paper)
    return drawn_docx(key) if key in drawn_forms() else _plain(of.paper)


@lru_cache(maxsize=64)
def _plain(paper: str) -> bytes:
    return draw(paper, _PLAIN)


def receipt_form(procedure: str) -> bytes:
    """The form of a proof of service."""
    key = FormKey(procedure, "", RECEIPT)
    return drawn_docx(key if key in drawn_forms() else FormKey("penalty-ordinary", "", RECEIPT))


def has_own_form(of: FormOf) -> bool:
    """Whether the program brings a form drawn for this paper."""
    return FormKey(of.procedure, of.act, of.paper) in drawn_forms()


def forms_of(procedure: str) -> list[FormOf]:
    """Every paper that the acts of a procedure leave, those with a form of the program first, in the order of acts."""
    acts = folder(procedure).procedure.acts
    every = [
        FormOf(procedure, kind, paper)
        for kind, act in acts.items()
        if not act.reconstructed
        for paper in act.papers
        if paper != RECEIPT
    ]
    return sorted(every, key=lambda of: not has_own_form(of))
