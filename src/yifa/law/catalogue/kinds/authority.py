"""authority: only who may, or what may, does it.

    - id: pen-preservation-approval
      kind: authority
      title: {zh: 先行登记保存经负责人批准, en: Preserving evidence is approved by a head}
      for: each evidence-preserved
      who: it.approver
      one-of: [head, deputy, principal]
      breach: REVOKE
      law: 行政处罚法 56

`require`: a condition instead of, or beside, the person.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Literal

from pydantic import Field, model_validator

from yifa.law.catalogue.duty import Duty, Text, Wanted
from yifa.law.catalogue.reading import Steps
from yifa.law.conditions import Scope, Type, value


class Authority(Duty):
    """A duty about power."""

    kind: Literal["authority"]
    who: str | None = None
    one_of: tuple[str, ...] = Field(default=(), alias="one-of")
    require: str | None = None

    @model_validator(mode="after")
    def _asks_something(self) -> Authority:
        if (self.who is None) != (not self.one_of):
            raise ValueError("`who` and `one-of` go together")
        if self.who is None and self.require is None:
            raise ValueError("one of `who`, `require` is needed")
        return self

    def texts(self) -> Iterator[Text]:
        """With who it is, and what is required."""
        yield from super().texts()
        if self.who is not None:
            yield Text(("who",), self.who, Wanted.VALUE)
        if self.require is not None:
            yield Text(("require",), self.require, Wanted.CONDITION)

    def faults(self, scope: Scope) -> Iterator[tuple[Steps, str]]:
        """Who it is is a word, and every word it may be is one it can be."""
        if self.who is None:
            return
        found = value(self.who, scope)
        if found.type is not Type.WORD:
            yield ("who",), f"expected a word, found {found.type.article}"
            return
        for place, word in enumerate(self.one_of):
            if found.words and word not in found.words:
                yield ("one-of", place), f"«{word}» is no value of «{self.who}»; there are {', '.join(found.words)}"


SCHEMA = Authority
