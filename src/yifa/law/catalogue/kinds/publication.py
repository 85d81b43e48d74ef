"""publication: something must be made public, in time or (without a term) at all.

    - id: pen-township-transfer-published
      kind: publication
      title: {zh: 赋权决定应当公布, en: The decision handing down the power is published}
      for: each power-handed-down
      done: transfer-decision-published
      breach: REVOKE
      law: 行政处罚法 24

Without a term it is judged when `until` has happened; without that too it stays pending until done.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Literal

from yifa.law.catalogue.duty import Text, Wanted
from yifa.law.catalogue.term import TermDuty


class Publication(TermDuty):
    """A duty to publish, or to withdraw what was published."""

    kind: Literal["publication"]
    until: str | None = None

    def texts(self) -> Iterator[Text]:
        """With the event at which it is judged."""
        yield from super().texts()
        if self.until is not None:
            yield Text(("until",), self.until, Wanted.EVENT)


SCHEMA = Publication
