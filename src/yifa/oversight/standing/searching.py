"""Finding cases by words of their number, title and parties: words of two Chinese signs are found too.

Texts are taken apart into pairs of neighbouring signs. Names are personal, so pairs are kept as digests under the
secret of the installation, and go when what they were made of is erased.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Iterable
from functools import lru_cache

from django.db.models import Exists, OuterRef, Q, QuerySet
from django.utils.crypto import salted_hmac

from yifa.oversight.standing.models import Gram
from yifa.record.cases.models import Case, Participant
from yifa.record.chain.models import KeptValue

LONGEST = 60
"""So many signs of what is sought are looked at."""


def plain(text: str) -> str:
    """A text as it is sought: one width, small letters, no blanks and no signs between words."""
    wide = unicodedata.normalize("NFKC", text).lower()
    return "".join(one for one in wide if one.isalnum())


def pairs(text: str) -> set[str]:
    """The pairs of neighbouring signs of a text."""
    signs = plain(text)
    return {signs[place : place + 2] for place in range(len(signs) - 1)}


def note(cases: Iterable[Case]) -> None:
    """Note by which words cases are found, in the place of what was noted before."""
    rows = {case.id: case for case in cases}
    Gram.objects.filter(case__in=list(rows)).delete()
    told: list[tuple[int, str]] = [(case.id, case.title) for case in rows.values() if case.title]
    parties = Participant.objects.filter(case__in=list(rows), party__isnull=False).select_related("party")
    told += [(one.case_id, one.party.name) for one in parties if one.party is not None and one.party.name]
    kept = {one.commitment: one for one in KeptValue.objects.filter(commitment__in={one for _, one in told})}
    made = [
        Gram(gram=_digest(pair), case_id=case, value=kept[commitment])
        for case, commitment in told
        if commitment in kept
        for pair in sorted(pairs(str(kept[commitment].plain)))
    ]
    made += [
        Gram(gram=_digest(pair), case_id=case.id)
        for case in rows.values()
        for pair in sorted(pairs(f"{case.number}") | pairs(case.came_as))
    ]
    Gram.objects.bulk_create(made)


def found(cases: QuerySet[Case], sought: str) -> QuerySet[Case]:
    """Those of some cases that have all words of what is sought, in any order; none, where it has no pair of signs."""
    wanted = {_digest(pair) for word in sought[:LONGEST].split() for pair in pairs(word)}
    if not wanted:
        return cases.none()
    told = Q()
    for gram in sorted(wanted):
        told &= Q(Exists(Gram.objects.filter(gram=gram, case=OuterRef("pk"))))
    return cases.filter(told)


@lru_cache(maxsize=50_000)
def _digest(pair: str) -> int:
    made = salted_hmac("yifa.standing.gram", pair, algorithm="sha256").digest()
    return int.from_bytes(made[:8], "big", signed=True)
