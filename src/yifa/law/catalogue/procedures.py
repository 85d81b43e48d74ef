"""A procedure as the corpus has it: its acts and their fields, what stops its clocks, what the law takes as done.

`procedure.yaml` of a folder below `corpus/procedures`. A procedure is the vocabulary in which its duties are written;
it decides nothing. Act and field names are those of the case format, and never change.
"""

from __future__ import annotations

from collections.abc import Mapping
from functools import cached_property
from typing import Annotated, Literal

from pydantic import BeforeValidator, Field, field_validator

from yifa.law.catalogue.approvals import Approval
from yifa.law.catalogue.dossiers import DossierOrder
from yifa.law.catalogue.endings import Turning
from yifa.law.catalogue.from_lists import FromList, ListName
from yifa.law.catalogue.reading import CorpusModel
from yifa.law.catalogue.serving import Serving
from yifa.law.catalogue.statutes import Bilingual, Span
from yifa.law.conditions import Declared, Type

Mode = Literal["run", "collect", "attest"]
ALWAYS = Span.model_validate({"from": None, "to": None})
YEAR = "year"
"""The act each year of a register is an occurrence of, where duties are `for: each year`."""


def _words_alone(given: object) -> object:
    return dict.fromkeys(given) if isinstance(given, list | tuple) else given


class FieldOfActs(CorpusModel):
    """A field that acts may carry; `words` are the values a word may have, none given means any.

    Each word with its name in both languages, `words: {head: {zh: 负责人, en: head}}`, or alone where it needs none.
    `names: person`: it holds the names of people; `names: party`: what identifies a party, by which its cases are
    known. Where a record is kept of acts, such a field never holds them in plain text.
    """

    zh: str
    en: str
    type: Type
    names: Literal["person", "party"] | None = None
    words: Annotated[Mapping[str, Bilingual | None], BeforeValidator(_words_alone)] = Field(default_factory=dict)

    @property
    def declared(self) -> Declared:
        """As conditions take it."""
        return Declared(self.type, tuple(self.words))


class ActKind(CorpusModel):
    """A kind of act: its name in both languages, the fields it may carry, the papers it leaves.

    `ends`: with it the case is done with, whatever it says (more: `ends` of the procedure). `counts-as`: such an act
    counts as another act too where a yes/no field of it is yes. `reconstructed`: no source tells of this step, which
    must lie between those told.
    `case-format: no`: the case format has no such act; a case in that form which does not show it says nothing of it.
    `written-as`: other acts of the case format that mean this one where the rules asked do not name them themselves.
    """

    zh: str
    en: str
    fields: tuple[str, ...] = ()
    papers: tuple[str, ...] = ()
    ends: bool = False
    counts_as: Mapping[str, str] = Field(default_factory=dict, alias="counts-as")
    reconstructed: bool = False
    case_format: bool = Field(default=True, alias="case-format")
    written_as: tuple[str, ...] = Field(default=(), alias="written-as")
    note: str | None = None


class PauseKind(CorpusModel):
    """Time that a term may leave out, from an act to an act (P11); a duty names the kinds that stop its clock.

    `from`: an interval opens at the earliest of these. `to`: it closes at the first kind in this list that is recorded
    in the case at all. An end closes the earliest open start of each kind. `told`: the yes/no field of the opening act
    that says whether the party was told in writing; time that was not told is not left out (P8). With several fields
    each must be yes.
    """

    from_: tuple[str, ...] = Field(alias="from", min_length=1)
    to: tuple[str, ...] = Field(min_length=1)
    told: tuple[str, ...] = ()
    law: tuple[str, ...] = ()
    note: str | None = None

    @field_validator("told", mode="before")
    @classmethod
    def _one_field_is_a_list(cls, given: object) -> object:
        return (given,) if isinstance(given, str) else given


class Deemed(CorpusModel):
    """What the law takes as having happened: the act counts as done on the day `on` names, where `when` holds.

    Where the act was also really done, the earlier of the two days counts. `valid` is measured by the day `on` names.
    """

    on: str
    when: str
    law: tuple[str, ...]
    valid: Span = ALWAYS
    overlay: tuple[str, ...] = ()
    note: str | None = None


class Lapse(CorpusModel):
    """An act that ends the certificate of the officer it names, from the next day on, until one is issued anew.

    Only where the organ has all profiles of `overlay`, and while the text is `valid`, on the day of the step that asks
    for a certificate; elsewhere the act is on record and ends nothing.
    """

    act: str
    overlay: tuple[str, ...] = ()
    valid: Span = ALWAYS
    law: tuple[str, ...] = Field(min_length=1)
    note: str | None = None

    @field_validator("overlay", "law", mode="before")
    @classmethod
    def _one_is_a_list(cls, given: object) -> object:
        return (given,) if isinstance(given, str) else given


class Definition(CorpusModel):
    """A name for a condition or a value that several duties use."""

    zh: str
    en: str
    is_: str = Field(alias="is")
    law: tuple[str, ...] = ()


class Borrowed(CorpusModel):
    """Duties of another folder that are asked here too, with the acts and fields they need."""

    from_: str = Field(alias="from")
    duties: tuple[str, ...] = Field(min_length=1)


class Procedure(CorpusModel):
    """`procedure.yaml`: the vocabulary of one procedure.

    `also`: further procedure ids of the case format that are handled in this folder. `sections`: the sections of the
    rulebook that `rules.yaml` must class in full. `systems`: what of `corpus/systems.yaml` is kept here. `measures`:
    what is counted from it. `certificate-lapses`: what ends an officer's certificate, and where. `kept-by`: whose
    ledger it is. `must-not`: states it is kept to prevent, beside its duties. `approvals`, `services`: by act, who is
    asked before it and how its paper is served. `dossiers`: what lies where when the file is closed. `from-lists`: what
    the lists of the organ tell. `ends`, `reopens`: by which acts a case is done with, and open again. `yearly-after`:
    of which organs what each year owes is asked: of those that did such an act in it; none named: of all.
    """

    id: str = Field(pattern=r"^[a-z]+(-[a-z0-9]+)*$")
    title: Bilingual
    about: str
    mode: Mode
    also: tuple[str, ...] = ()
    sections: tuple[str, ...] = ()
    systems: tuple[str, ...] = ()
    measures: tuple[str, ...] = ()
    kept_by: Bilingual | None = Field(default=None, alias="kept-by")
    must_not: tuple[Bilingual, ...] = Field(default=(), alias="must-not")
    fields: Mapping[str, FieldOfActs]
    acts: Mapping[str, ActKind]
    attributes: Mapping[Literal["case", "organ"], Mapping[str, FieldOfActs]] = Field(default_factory=dict)
    pauses: Mapping[str, PauseKind] = Field(default_factory=dict)
    deemed: Mapping[str, tuple[Deemed, ...]] = Field(default_factory=dict)
    certificate_lapses: tuple[Lapse, ...] = Field(default=(), alias="certificate-lapses")
    definitions: Mapping[str, Definition] = Field(default_factory=dict)
    borrows: tuple[Borrowed, ...] = ()
    approvals: Mapping[str, Approval] = Field(default_factory=dict)
    services: Mapping[str, Serving] = Field(default_factory=dict)
    dossiers: tuple[DossierOrder, ...] = ()
    ends: tuple[Turning, ...] = ()
    reopens: tuple[Turning, ...] = ()
    yearly_after: tuple[str, ...] = Field(default=(), alias="yearly-after")
    from_lists: Mapping[ListName, FromList] = Field(default_factory=dict, alias="from-lists")

    @cached_property
    def ending_acts(self) -> frozenset[str]:
        """The acts by which a case may end."""
        always = (name for name, act in self.acts.items() if act.ends)
        return frozenset((*always, *(act for one in self.ends for act in one.by)))

    @cached_property
    def vocabulary(self) -> dict[str, dict[str, Declared]]:
        """The fields of every act, as conditions take them."""
        acts = {
            name: {field: self.fields[field].declared for field in act.fields if field in self.fields}
            for name, act in self.acts.items()
        }
        return acts | {YEAR: {YEAR: Declared(Type.NUMBER)}}
