"""How papers are served (送达), as the corpus declares it: which acts the episode of a service is recorded as.

`services:` of `procedure.yaml`, by the act whose paper is served. Where the act *is* the service (告知书送达), issuing
the paper records nothing yet.
"""

from __future__ import annotations

from pydantic import Field, field_validator

from yifa.law.catalogue.reading import CorpusModel

NOTICE_DAYS = 30
"""公告送达 (民事诉讼法 95), where no duty of the procedure says how long."""


class Serving(CorpusModel):
    """One kind of paper, on its way to whom it is for.

    `served`: what is recorded on the day it has reached him; `means` the field that says how. `mailed`: when it is
    given to the post. `notice-started`, `notice-ended`: when it is put up in public, and when that time is over.
    `notice`: duties whose due day is the end of that time.
    """

    served: str
    means: str | None = None
    mailed: str | None = None
    notice_started: str | None = Field(default=None, alias="notice-started")
    notice_ended: str | None = Field(default=None, alias="notice-ended")
    notice: tuple[str, ...] = ()
    law: tuple[str, ...] = ()

    @field_validator("law", "notice", mode="before")
    @classmethod
    def _one_is_a_list(cls, given: object) -> object:
        return (given,) if isinstance(given, str) else given

    @property
    def acts(self) -> tuple[tuple[str, str], ...]:
        """The acts it names, each with the key that names it."""
        named = (
            ("served", self.served),
            ("mailed", self.mailed),
            ("notice-started", self.notice_started),
            ("notice-ended", self.notice_ended),
        )
        return tuple((key, act) for key, act in named if act is not None)
