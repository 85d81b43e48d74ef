"""When a case is done with (办结), as the corpus declares it: `ends:` and `reopens:` of `procedure.yaml`.

A case is done with from such an act on, until one of `reopens` comes after it. What is still to be done then, such as
archiving and publication, stays a duty. Acts and the fields they hold say it, never a duty or a day.
"""

from __future__ import annotations

from pydantic import Field, field_validator

from yifa.law.catalogue.reading import CorpusModel
from yifa.law.catalogue.statutes import Bilingual


class Turning(CorpusModel):
    """Acts by which a case ends, or is open again.

    `by`: any of these. `when`: only where this holds, with `it` for the act. `without`: only where whoever keeps the
    record has no place for any of these, which would say it themselves (a ledger without a column of 结案). `law`: the
    article that makes it the end, or under which nothing is left to be done then; `ours`: no article is known that
    does, it is an order of this house.
    """

    by: tuple[str, ...] = Field(min_length=1)
    when: str | None = None
    without: tuple[str, ...] = ()
    law: tuple[str, ...] = ()
    ours: bool = False
    note: Bilingual | None = None

    @field_validator("by", "without", "law", mode="before")
    @classmethod
    def _one_is_a_list(cls, given: object) -> object:
        return (given,) if isinstance(given, str) else given
