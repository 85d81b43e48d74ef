"""A draft as a file: its form with what the case tells and what was written, or the file somebody went on writing."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from yifa.interfaces.documents.forms.filling import Paragraph, filled, paragraphs_of, places_of, words_of
from yifa.interfaces.office.papers.forms_in_use import FormInUse, form_in_use, form_of
from yifa.interfaces.office.papers.places import DATED, NUMBER, CaseWords, Place, chinese_day
from yifa.record.papers.documents import Made
from yifa.record.papers.models import Draft
from yifa.record.papers.templates import FormOf

BY_HAND = "＿＿＿＿＿＿"
"""What stands where something is left to be written by hand."""


@dataclass(frozen=True)
class DraftFile:
    """A draft with its form, its places, and what stands in each."""

    draft: Draft
    form: FormInUse
    data: bytes
    places: tuple[Place, ...]
    values: Mapping[str, str]

    @property
    def empty(self) -> list[Place]:
        """The places where nothing stands yet, without those that are filled when the paper is issued."""
        return [one for one in self.places if not one.when_issued and not self.values.get(one.name)]

    @property
    def paragraphs(self) -> list[Paragraph]:
        """The paragraphs of the form."""
        return paragraphs_of(self.data)

    def so_far(self) -> bytes:
        """The file as it stands: places where nothing stands are left as places."""
        return filled(self.data, self.values)

    def made(self, number: str, on: date) -> Made:
        """The file of the paper as it is issued."""
        values = {**self.values, NUMBER: number, DATED: chinese_day(on)}
        data = filled(self.data, values, blank=BY_HAND)
        return Made(data, words_of(data))


def draft_file(draft: Draft, day: date, given: Mapping[str, str] | None = None) -> DraftFile:
    """A draft as a file; `given`: what is written into its places just now, in place of what was kept."""
    case = draft.case
    of = FormOf(case.procedure, draft.act, draft.paper)
    form = form_of(of, draft.template) if draft.from_form else form_in_use(case.organ, of, day)
    data = bytes(draft.edited) if draft.edited is not None else form.data
    places = tuple(CaseWords(case, day, draft.act).places(places_of(data), form.hints))
    written = draft.values if given is None else given
    values = {one.name: str(written.get(one.name, one.told)) for one in places if not one.when_issued}
    return DraftFile(draft, form, data, places, values)


def only_written(places: tuple[Place, ...], given: Mapping[str, str]) -> dict[str, str]:
    """Of what was written into places, what the case does not say itself: it alone is kept with the draft."""
    told = {one.name: one.told for one in places}
    clean = {name: value.replace("\r\n", "\n").strip() for name, value in given.items() if name in told}
    return {name: value for name, value in clean.items() if value != told[name]}
