"""order: one thing before another.

    - id: pen-pre-notice
      kind: order
      title: {zh: 决定之前告知, en: Notice comes before the decision}
      for: each decision-made
      earlier: pre-decision-notice-served
      breach: BAR
      law: [行政处罚法 44, 行政处罚法 62]

`earlier`: what must have come before `it`. `later`: what must come after `it`, where `it` has happened. `later-than`: a
day after which alone `it` may be done, such as the end of a period.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Literal

from pydantic import Field, model_validator

from yifa.law.catalogue.duty import Duty, Text, Wanted


class Order(Duty):
    """A duty to keep an order."""

    kind: Literal["order"]
    earlier: str | None = None
    later: str | None = None
    later_than: str | None = Field(default=None, alias="later-than")

    @model_validator(mode="after")
    def _says_one_thing(self) -> Order:
        given = [name for name in ("earlier", "later", "later_than") if getattr(self, name) is not None]
        if len(given) != 1:
            raise ValueError("one of `earlier`, `later`, `later-than` is needed, and one only")
        return self

    def texts(self) -> Iterator[Text]:
        """With what comes earlier or later."""
        yield from super().texts()
        if self.earlier is not None:
            yield Text(("earlier",), self.earlier, Wanted.EVENT)
        if self.later is not None:
            yield Text(("later",), self.later, Wanted.EVENT)
        if self.later_than is not None:
            yield Text(("later-than",), self.later_than, Wanted.DAY)


SCHEMA = Order
