"""document-element: what a paper must say or bear.

    - id: pen-decision-elements
      kind: document-element
      title: {zh: 处罚决定书应当载明的事项, en: What a penalty decision states}
      for: each decision-made
      paper: 行政处罚决定书
      elements: [party_stated, facts_stated, basis_stated]
      breach: DEFECT
      law: 行政处罚法 59

Every element is a yes/no field of `it`; one that is no breaks the duty.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Literal

from pydantic import Field

from yifa.law.catalogue.duty import Duty
from yifa.law.catalogue.reading import Steps
from yifa.law.conditions import Scope, Type


class DocumentElement(Duty):
    """A duty about a paper."""

    kind: Literal["document-element"]
    paper: str
    elements: tuple[str, ...] = Field(min_length=1)

    def faults(self, scope: Scope) -> Iterator[tuple[Steps, str]]:
        """Every element is a yes/no field of `it`."""
        fields = scope.acts.get(scope.it or "", {})
        for place, name in enumerate(self.elements):
            if name not in fields:
                yield ("elements", place), f"`{scope.it}` has no field «{name}»"
            elif fields[name].type is not Type.YES_NO:
                yield ("elements", place), f"an element is a yes/no field, «{name}» is {fields[name].type.article}"


SCHEMA = DocumentElement
