"""separation: who does the one may not do the other.

    - id: hrg-chair-separation
      kind: separation
      title: {zh: 听证主持人不得是本案调查人员, en: The chair of a hearing is no investigator of the case}
      for: each hearing-held
      one: it.chair
      never-among: [case-filed.officers, inquiry-made.officers]
      breach: REVOKE
      law: 行政处罚法 64

`never-among`: a field of all occurrences of an act; `it.…` of this occurrence only.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Literal

from pydantic import Field

from yifa.law.catalogue.duty import Duty, Text, Wanted


class Separation(Duty):
    """A duty to keep people apart."""

    kind: Literal["separation"]
    one: str
    never_among: tuple[str, ...] = Field(alias="never-among", min_length=1)

    def texts(self) -> Iterator[Text]:
        """With those who are kept apart."""
        yield from super().texts()
        yield Text(("one",), self.one, Wanted.PEOPLE)
        for place, text in enumerate(self.never_among):
            yield Text(("never-among", place), text, Wanted.PEOPLE)


SCHEMA = Separation
