"""A term as duties of the kinds time-limit and publication state it: from when, how long, what stops or prolongs it."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Annotated, Literal

from pydantic import Field, field_validator, model_validator

from yifa.law.catalogue.duty import Duty, Text, Wanted
from yifa.law.catalogue.reading import CorpusModel
from yifa.law.clock import Length, NotALength, parse_length

WAYS = ("within", "ahead", "at_least", "after", "clear", "by", "upto")
"""The ways of setting a day; a duty has one of them."""
UNBOUNDED = "none"
"""Written as `at-most` where the text sets no bound to an extension."""


class ExtensionLine(CorpusModel):
    """Who may extend, by which act, how far each time and how often (P12).

    The length of one extension stands in the field `length-field` of the act; where that is blank it is `at-most`, and
    a bare number of days is of the unit of `at-most`. `at-most: none`: the text sets no bound; a bare number is then of
    the unit of `within`, and where the length is blank nobody knows the end. `times: any`: as often as it is approved.
    `needs-told` is the yes/no field that says the party was told.
    """

    act: str
    by: tuple[str, ...] = ()
    at_most: str = Field(alias="at-most")
    times: Annotated[int, Field(ge=1)] | Literal["any"] = 1
    needs_told: str | None = Field(default=None, alias="needs-told")
    approver: str = "approver"
    length_field: str = Field(default="days", alias="length-field")

    @property
    def bounded(self) -> bool:
        """Whether the text sets a bound to one extension."""
        return self.at_most != UNBOUNDED


class FurtherTerm(CorpusModel):
    """A second term of the same duty; the earlier end decides (K-several-clocks)."""

    from_: str = Field(alias="from")
    within: str


class TermDuty(Duty):
    """A duty to do something in time.

    Exactly one of: `within` (the last day, after `from`), `ahead` (so long before `from`), `at-least` and `after` (not
    earlier than so long after `from`, P15), `clear` (so many working days between), `by` (a date of every year, MM-DD,
    for duties `for: each year`), `upto` (a day told elsewhere, of an act or in a field, is the last day itself).
    `done`: what must be done; with several, the first of them that is done. `rolls: no` for the terms of P10;
    `last-day-contested` where what is done on the last day itself is in time in one reading only (P7). `who: party`
    where it is the party's period (P4).
    """

    FOR_CASE = True

    from_: str | None = Field(default=None, alias="from")
    done: tuple[str, ...] = Field(min_length=1)
    within: str | None = None
    ahead: str | None = None
    at_least: str | None = Field(default=None, alias="at-least")
    after: str | None = None
    clear: str | None = None
    by: str | None = Field(default=None, pattern=r"^\d\d-\d\d$")
    upto: str | None = None
    by_year: Literal["same", "next"] = Field(default="next", alias="by-year")
    before_word: bool = Field(default=False, alias="before-word")
    further: tuple[FurtherTerm, ...] = ()
    pauses: tuple[str, ...] = ()
    extension: ExtensionLine | None = None
    rolls: bool = True
    first_day_strict: bool = Field(default=False, alias="first-day-strict")
    last_day_contested: bool = Field(default=False, alias="last-day-contested")
    who: Literal["agency", "party"] = "agency"
    unit_reason: str | None = Field(default=None, alias="unit-reason")

    @field_validator("done", mode="before")
    @classmethod
    def _one_act_is_a_list(cls, given: object) -> object:
        return (given,) if isinstance(given, str) else given

    @model_validator(mode="after")
    def _has_one_way(self) -> TermDuty:
        given = [way for way in WAYS if getattr(self, way) is not None]
        if len(given) > 1:
            names = " and ".join(f"`{way.replace('_', '-')}`" for way in given)
            raise ValueError(f"{names} stand together; a duty sets its day in one way")
        if self.way not in ("within", None) and (self.pauses or self.extension or self.further):
            raise ValueError("`pauses`, `extension` and `further` go with `within` only")
        if self.upto is not None and self.from_ is not None:
            raise ValueError("`from` and `upto` stand together; the day that `upto` names is the last day itself")
        if self.way is None and (self.pauses or self.extension or self.further):
            raise ValueError("`within` is missing")
        return self

    def texts(self) -> Iterator[Text]:
        """With the days from which terms run, and what must be done."""
        yield from super().texts()
        if self.from_ is not None:
            yield Text(("from",), self.from_, Wanted.DAY)
        if self.upto is not None:
            yield Text(("upto",), self.upto, Wanted.DAY)
        for place, text in enumerate(self.done):
            yield Text(("done", place), text, Wanted.EVENT)
        for place, term in enumerate(self.further):
            yield Text(("further", place, "from"), term.from_, Wanted.DAY)

    @property
    def way(self) -> str | None:
        """The way in which the day is set, as the model names it."""
        return next((way for way in WAYS if getattr(self, way) is not None), None)

    @property
    def trigger(self) -> str | None:
        """The day from which the term runs, or up to which it does; None where it is that of `it`."""
        return self.from_ if self.upto is None else self.upto

    @property
    def length(self) -> Length | None:
        """The length, typed; None where there is none or it cannot be read."""
        text = getattr(self, self.way) if self.way not in (None, "by", "upto") else None
        try:
            return parse_length(text) if text else None
        except NotALength:
            return None
