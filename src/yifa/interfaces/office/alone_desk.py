"""The desk of whoever sits alone at a machine: no account, no record, and the roles that the places for files need."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from yifa.interfaces.office.desks import Desk
from yifa.record.access.choices import RoleName


@dataclass(frozen=True)
class AloneDesk(Desk):
    """It reads nothing of a record, since there is none."""

    @property
    def roles(self) -> frozenset[RoleName]:
        """The roles whose pages are open."""
        return frozenset((RoleName.REPORT_WRITER,))


def alone_desk(moment: datetime, name: str) -> AloneDesk:
    """The desk at a moment; `name`: what stands where an office has the name of an organ."""
    nobody: None = None
    return AloneDesk(
        account=nobody,  # type: ignore[arg-type]
        officer=nobody,  # type: ignore[arg-type]
        held=frozenset(),
        scope=nobody,  # type: ignore[arg-type]
        now=moment,
        name="",
        organ=name,
        posts=(),
        new_password=False,
    )
