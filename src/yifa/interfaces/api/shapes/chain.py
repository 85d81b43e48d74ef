"""The chain, its seals and proofs, and how the record is kept, as the API tells them."""

from __future__ import annotations

from datetime import date, datetime
from typing import Any, Literal

from yifa.interfaces.api.shapes.fields import Told


class SealShape(Told):
    """A seal: its canonical text, and the digest of that."""

    number: int
    day: date
    digest: str
    text: str


class SealPage(Told):
    """Some seals; `next`: what to ask for `after` to get those that follow."""

    seals: list[SealShape]
    next: int | None


class ProofShape(Told):
    """The proof of an entry: `text` is the file that the stand-alone verifier reads. Blank while it is not sealed."""

    organ: str
    number: int
    digest: str
    sealed: bool
    text: str


class VerificationShape(Told):
    """What verifying came to the last time, and where the chains end now."""

    at: datetime | None
    well: bool | None
    entries: int
    seals: int
    faults: int
    first: list[dict[str, Any]]
    last_seal: SealShape | None


class HealthShape(Told):
    """How the installation is."""

    status: Literal["well", "look-into", "ill"]
    database: str
    chains: int
    entries: int
    last_seal: date | None
    last_seal_digest: str | None
    last_backup: datetime | None
    last_verified: datetime | None
    jobs_waiting: int
    workers: int
    deliveries_waiting: int
    deliveries_dead: int
    disk_free_bytes: int
    look_into: list[str]


class JobShape(Told):
    """A job that goes on in the background."""

    job: str
    name: str
    state: str
    done: int
    whole: int
    told: dict[str, Any]


class JobBegun(Told):
    """A job that was put into the queue."""

    job: str
