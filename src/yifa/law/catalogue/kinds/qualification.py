"""qualification: enough people, each of whom may do it that day.

    - id: pen-two-qualified-officers/inquiry
      kind: qualification
      title: {zh: 询问由两名以上持证人员进行, en: An inquiry is made by two or more certified officers}
      for: each inquiry-made
      people: it.officers
      at-least: 2
      certified: yes
      breach: REVOKE
      law: 行政处罚法 42

`require`: a further condition on them, such as a passed examination.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Literal

from pydantic import Field, model_validator

from yifa.law.catalogue.duty import Duty, Text, Wanted


class Qualification(Duty):
    """A duty about who does it."""

    kind: Literal["qualification"]
    people: str | None = None
    at_least: int | None = Field(default=None, alias="at-least", ge=1)
    certified: bool = False
    require: str | None = None

    @model_validator(mode="after")
    def _asks_something(self) -> Qualification:
        if (self.at_least is not None or self.certified) and self.people is None:
            raise ValueError("`people` is missing: whose number or certificate is asked?")
        if self.people is not None and self.at_least is None and not self.certified:
            raise ValueError("`people` needs `at-least` or `certified: yes`")
        if self.people is None and self.require is None:
            raise ValueError("one of `people`, `require` is needed")
        return self

    def texts(self) -> Iterator[Text]:
        """With the people, and what is required of them."""
        yield from super().texts()
        if self.people is not None:
            yield Text(("people",), self.people, Wanted.PEOPLE)
        if self.require is not None:
            yield Text(("require",), self.require, Wanted.CONDITION)


SCHEMA = Qualification
