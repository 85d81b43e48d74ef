"""Which parties somebody sees: those of his scope that take part in a case he may read, or in none at all.

Who a party of a case behind a wall is (复议 | 执法监督), or of one that only some may know of, is told by no register.
"""

from __future__ import annotations

from django.db.models import Exists, OuterRef, QuerySet

from yifa.record.cases.models import Participant
from yifa.record.parties.models import Party


def seen_parties(parties: QuerySet[Party]) -> QuerySet[Party]:
    """Those of some parties that may be seen within the scope that holds."""
    mine = Participant.objects.filter(party=OuterRef("pk"))
    anybodys: QuerySet[Participant] = QuerySet(Participant).filter(party=OuterRef("pk"))
    return parties.filter(Exists(mine) | ~Exists(anybodys))
