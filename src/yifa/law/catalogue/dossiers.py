"""The order of a dossier (案卷, 卷宗), as the corpus declares it: what lies where, in the main and the secondary part.

`dossiers:` of `procedure.yaml`. The main part (正卷) is what a party may be shown, the secondary part (副卷) is the
organ's own. A sector's order is its `overlay`; where nothing is declared the papers lie as they came.
"""

from __future__ import annotations

from datetime import date
from typing import Literal

from pydantic import Field, field_validator

from yifa.law.catalogue.reading import CorpusModel
from yifa.law.catalogue.statutes import Span

Holding = Literal["papers", "receipts", "sheets", "evidence"]
"""文书, 送达回证, 呈批表, 证据."""
EVERYTHING: tuple[Holding, ...] = ("papers", "receipts", "sheets", "evidence")


class DossierPlace(CorpusModel):
    """One place in the order: what it is called, which kinds of things it takes, and of which acts (of all, if none).

    A thing lies at the first place that names its act, else at the first that takes its kind.
    """

    zh: str
    en: str
    takes: tuple[Holding, ...] = ("papers", "receipts")
    of: tuple[str, ...] = ()


class DossierOrder(CorpusModel):
    """The order of one sector, or of all without one of their own."""

    overlay: tuple[str, ...] = ()
    main: tuple[DossierPlace, ...] = Field(min_length=1)
    secondary: tuple[DossierPlace, ...] = ()
    valid: Span = Span.model_validate({"from": None, "to": None})
    law: tuple[str, ...] = ()
    note: str | None = None

    @field_validator("overlay", "law", mode="before")
    @classmethod
    def _one_is_a_list(cls, given: object) -> object:
        return (given,) if isinstance(given, str) else given

    def holds(self, profiles: frozenset[str], day: date) -> bool:
        """Whether it is the order of an organ with these sectors and places on a day."""
        first, last = self.valid.from_, self.valid.to
        return set(self.overlay) <= profiles and (first is None or first <= day) and (last is None or day <= last)


USUAL_ORDER = DossierOrder(
    main=(
        DossierPlace(zh="文书及送达回证", en="papers, with the proofs of their service"),
        DossierPlace(zh="证据材料", en="evidence", takes=("evidence",)),
    ),
    secondary=(DossierPlace(zh="内部审批材料", en="internal approvals", takes=("sheets",)),),
)
"""Where nothing is declared: papers as they were issued, evidence, and apart the organ's own approvals."""


def order_for(orders: tuple[DossierOrder, ...], profiles: frozenset[str], day: date) -> DossierOrder:
    """The order that holds for an organ on a day; the one with the most of its profiles."""
    held = [order for order in orders if order.holds(profiles, day)]
    return max(held, key=lambda order: len(order.overlay), default=USUAL_ORDER)
