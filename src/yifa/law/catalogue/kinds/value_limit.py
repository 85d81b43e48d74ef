"""value-limit: a number or an amount within bounds.

    - id: smp-value-limit
      kind: value-limit
      title: {zh: 当场处罚的罚款数额, en: The amount of an on-spot fine}
      for: each on-spot-decision
      value: it.fine
      limits:
      - {when: it.party = citizen, at-most: 200 yuan}
      - {when: it.party = organisation, at-most: 3000 yuan}
      breach: REVOKE
      law: 行政处罚法 51

The first limit whose `when` holds counts; where none holds the duty does not apply. `days` names numbers of days that
the clock counts, for limits that grow by the day.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Literal

from pydantic import Field, model_validator

from yifa.law.catalogue.duty import Duty, Text, Wanted
from yifa.law.catalogue.reading import CorpusModel, Steps
from yifa.law.conditions import Scope, Type, value


class Limit(CorpusModel):
    """Bounds that hold under a condition; the bound itself is lawful."""

    when: str | None = None
    at_most: str | int | None = Field(default=None, alias="at-most")
    at_least: str | int | None = Field(default=None, alias="at-least")

    @model_validator(mode="after")
    def _bounds(self) -> Limit:
        if self.at_most is None and self.at_least is None:
            raise ValueError("one of `at-most`, `at-least` is needed")
        return self

    def bounds(self) -> dict[str, str]:
        """The bounds given, by key, as texts."""
        given = {"at-most": self.at_most, "at-least": self.at_least}
        return {key: str(bound) for key, bound in given.items() if bound is not None}


class DaysCounted(CorpusModel):
    """Calendar days after one day up to and including another, without the pauses of the kinds named."""

    from_: str = Field(alias="from")
    to: str
    pauses: tuple[str, ...] = ()


class ValueLimit(Duty):
    """A duty to stay within bounds."""

    kind: Literal["value-limit"]
    value: str
    limits: tuple[Limit, ...] = Field(min_length=1)
    days: Mapping[str, DaysCounted] = Field(default_factory=dict)

    def texts(self) -> Iterator[Text]:
        """With the value, its bounds, and the days between which the clock counts."""
        yield from super().texts()
        for name, counted in self.days.items():
            yield Text(("days", name, "from"), counted.from_, Wanted.DAY)
            yield Text(("days", name, "to"), counted.to, Wanted.DAY)
        yield Text(("value",), self.value, Wanted.VALUE)
        for place, limit in enumerate(self.limits):
            if limit.when is not None:
                yield Text(("limits", place, "when"), limit.when, Wanted.CONDITION)
            for key, bound in limit.bounds().items():
                yield Text(("limits", place, key), bound, Wanted.VALUE)

    def faults(self, scope: Scope) -> Iterator[tuple[Steps, str]]:
        """A value and its bounds are of one type."""
        of = value(self.value, scope).type
        if of not in (Type.NUMBER, Type.MONEY, Type.DAY):
            yield ("value",), f"expected a number, an amount or a day, found {of.article}"
            return
        for place, limit in enumerate(self.limits):
            for key, bound in limit.bounds().items():
                found = value(bound, scope).type
                if found is not of:
                    yield ("limits", place, key), f"expected {of.article}, as the value is, found {found.article}"


SCHEMA = ValueLimit
