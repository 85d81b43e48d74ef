"""required-act: something must have been done, or be so, when an act is done.

    - id: pen-collective-discussion
      kind: required-act
      title: {zh: 重大、复杂案件经负责人集体讨论, en: Major and complex cases are discussed by the heads together}
      for: each decision-made
      when: case-filed.major or case-filed.complex
      require: collective-discussion-held before it
      breach: REVOKE
      law: 行政处罚法 57

`until`: nothing is missing before that event; `until: open` where the law sets no time at all: pending until done.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Literal

from yifa.law.catalogue.duty import Duty, Text, Wanted

OPEN = "open"
"""No time is set at all."""


class RequiredAct(Duty):
    """A duty to have done something."""

    kind: Literal["required-act"]
    require: str
    until: str | None = None

    def texts(self) -> Iterator[Text]:
        """With what is required, and until when nothing is missing."""
        yield from super().texts()
        yield Text(("require",), self.require, Wanted.CONDITION)
        if self.until not in (None, OPEN):
            yield Text(("until",), str(self.until), Wanted.EVENT)


SCHEMA = RequiredAct
