"""cross-case: how often something may be in all cases of an organ together.

    - id: pen-one-act-one-fine
      kind: cross-case
      title: {zh: 同一违法行为不得给予两次以上罚款, en: No second fine for the same act}
      for: each decision-made
      when: it.fine > 0 yuan
      count:
        procedures: [penalty-ordinary, penalty-simple]
        act: decision-made
        same: [party_id, conduct]
        where: fine > 0 yuan
        other-cases: yes
      at-most: 0
      breach: REVOKE
      law: 行政处罚法 29

The count is made by whoever has all the cases and handed in; where nobody has, the duty cannot be assessed.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Literal

from pydantic import Field

from yifa.law.catalogue.duty import Duty
from yifa.law.catalogue.reading import CorpusModel, Steps
from yifa.law.conditions import Scope


class Count(CorpusModel):
    """What is counted: acts of a kind, in cases of these procedures, with the same values in these fields as `it`."""

    procedures: tuple[str, ...] = Field(min_length=1)
    act: str
    same: tuple[str, ...] = Field(min_length=1)
    where: str | None = None
    other_cases: bool = Field(default=True, alias="other-cases")


class CrossCase(Duty):
    """A duty about several cases."""

    kind: Literal["cross-case"]
    count: Count
    at_most: int = Field(alias="at-most", ge=0)

    def faults(self, scope: Scope) -> Iterator[tuple[Steps, str]]:
        """The act is known, and so are the fields that must agree."""
        fields = scope.acts.get(self.count.act)
        if fields is None:
            yield ("count", "act"), f"«{self.count.act}» is no act of this procedure"
            return
        for place, name in enumerate(self.count.same):
            if name not in fields:
                yield ("count", "same", place), f"`{self.count.act}` has no field «{name}»"


SCHEMA = CrossCase
