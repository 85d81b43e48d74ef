"""How the record is kept: seals and proofs for everybody, verification and health for those who see to it."""

from __future__ import annotations

from django.http import Http404
from ninja import Router

from yifa.interfaces.api.declaring import ANYBODY, KEEPERS, READERS, route
from yifa.interfaces.api.health import health
from yifa.interfaces.api.holders import Asked
from yifa.interfaces.api.shapes.chain import (
    HealthShape,
    JobBegun,
    ProofShape,
    SealPage,
    SealShape,
    VerificationShape,
)
from yifa.interfaces.api.shapes.fields import After, Code, Id, Many
from yifa.record.chain.models import SealRow
from yifa.record.chain.proving import entry_at, proof
from yifa.record.deliveries.events import may_be_read
from yifa.record.jobs.outcomes import last
from yifa.record.jobs.tasks import verify_record
from yifa.record.organs.models import Organ

router = Router(tags=["keeping"])


@route(router, "GET", "/seals", roles=ANYBODY, answer=SealPage)
def list_seals(request: Asked, after: After = 0, limit: Many = 50) -> SealPage:
    """List the seals, the first first. Whoever keeps one can tell any later change up to it."""
    page = list(SealRow.objects.filter(number__gt=after).order_by("number")[: limit + 1])
    following = page[limit - 1].number if len(page) > limit else None
    return SealPage(seals=[_seal(one) for one in page[:limit]], next=following)


@route(router, "GET", "/seals/{number}", roles=ANYBODY, answer=SealShape, refuses=(404,))
def read_seal(request: Asked, number: Id) -> SealShape:
    """Read one seal."""
    found = SealRow.objects.filter(number=number).first()
    if found is None:
        raise Http404
    return _seal(found)


@route(router, "GET", "/organs/{code}/entries/{number}", roles=READERS, answer=ProofShape, refuses=(404,))
def prove_entry(request: Asked, code: Code, number: Id) -> ProofShape:
    """Give the proof of an entry of an organ's chain: of an event, for example, that was sent."""
    organ = Organ.objects.filter(code=code).first()
    entry = entry_at(code, number) if organ is not None and organ.id in request.auth.scope.organs else None
    if entry is None or not may_be_read(entry.text):
        raise Http404
    found = proof(entry)
    text = "" if found is None else found.text
    return ProofShape(organ=code, number=number, digest=entry.digest, sealed=found is not None, text=text)


@route(router, "GET", "/verification", roles=KEEPERS, answer=VerificationShape)
def read_verification(request: Asked) -> VerificationShape:
    """Say what verifying the whole record came to the last time."""
    outcome, row = last("verify"), SealRow.objects.order_by("-number").first()
    told = {} if outcome is None else outcome.told
    return VerificationShape(
        at=None if outcome is None else outcome.at,
        well=None if outcome is None else outcome.well,
        entries=told.get("entries", 0),
        seals=told.get("seals", 0),
        faults=told.get("faults", 0),
        first=told.get("first", []),
        last_seal=None if row is None else _seal(row),
    )


@route(router, "POST", "/verification", roles=KEEPERS, writes=True, answer=JobBegun, status=202)
def begin_verification(request: Asked) -> JobBegun:
    """Have the whole record verified in the background."""
    return JobBegun(job=str(verify_record.enqueue().id))


@route(router, "GET", "/health", roles=KEEPERS, answer=HealthShape)
def read_health(request: Asked) -> HealthShape:
    """Say how the installation is: database, chains, last seal and backup, what waits, and room on the disk."""
    return health()


def _seal(row: SealRow) -> SealShape:
    return SealShape(number=row.number, day=row.day, digest=row.digest, text=row.text)
