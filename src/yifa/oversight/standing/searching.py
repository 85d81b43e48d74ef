"""Finding cases by words of their numbers, title and parties: words of two Chinese signs are found too.

Texts are taken apart into pairs of neighbouring signs. Names are personal, so pairs are kept as digests under the
secret of the installation, and go when what they were made of is erased. What identifies a party is found whole or not
at all, by the digest beside the value itself. What lies outside the scope is neither found nor counted.
"""

from __future__ import annotations

import unicodedata
from collections import defaultdict
from collections.abc import Callable, Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import cache, lru_cache
from typing import Any

from django.db.models import Exists, OuterRef, Q, QuerySet
from django.utils.crypto import salted_hmac

from yifa.oversight.standing.models import Gram, Place
from yifa.record.cases.columns import standing
from yifa.record.cases.models import Act, Case, Participant
from yifa.record.chain.canonical import canonical
from yifa.record.chain.models import KeptValue, sought_by
from yifa.record.parties.actions import identified
from yifa.record.parties.choices import IdentifierKind
from yifa.record.parties.models import Party
from yifa.record.scope import OfMany, Remembered, current

LONGEST = 60
"""So many signs of what is sought are looked at."""
MOST = 2_000
"""Up to so many cases are gathered before they are filtered and sorted; with more, each case in turn is asked."""
FIRST_WINDOW = 20_000
"""So many of the numbers given last are looked at first."""
PART = 120
LOOKED_AT = 300
"""So often a pair must stand before it is no matter any more which of two is the rarer."""


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
    told = [(case, Place.TITLE, case.title) for case in rows.values() if case.title]
    parties = Participant.objects.filter(case__in=list(rows), party__isnull=False).select_related("party")
    named = [(rows[one.case_id], one.party) for one in parties if one.party is not None]
    told += [(case, Place.PARTY, party.name) for case, party in named if party.name]
    kept = {one.commitment: one for one in KeptValue.objects.filter(commitment__in={one for *_, one in told})}
    made = [
        gram
        for case, place, commitment in told
        if commitment in kept
        for gram in grams(case, place, str(kept[commitment].plain), kept[commitment])
    ]
    made += [gram for case in rows.values() for gram in grams(case, Place.NUMBER, case.number, also=case.came_as)]
    acts: dict[int, list[Act]] = defaultdict(list)
    for act in Act.objects.filter(case__in=list(rows)).order_by("id"):
        acts[act.case_id].append(act)
    for id_, several in acts.items():
        numbers = sorted({one.number for one in standing(several) if one.number})
        made += grams(rows[id_], Place.PAPER, "", also="\n".join(numbers))
    Gram.objects.bulk_create(made, batch_size=2_000)


def grams(case: Case, place: Place, text: str, value: KeptValue | None = None, also: str = "") -> list[Gram]:
    """The rows by which a case is found by a text, and by further texts, one a line."""
    found = pairs(text).union(*(pairs(line) for line in also.splitlines()))
    rows = ({"gram": digest(one), "case_id": case.id, "place": place, "value": value} for one in sorted(found))
    return [Gram(organ_id=case.organ_id, **row) for row in rows]


def found(cases: QuerySet[Case], sought: str) -> QuerySet[Case]:
    """Those of some cases that have all words of what is sought, in any order, or a party identified so.

    None, where it has no pair of signs.
    """
    ids = identified_cases(sought)
    if ids is not None:
        return cases.filter(id__in=ids)
    wanted = _digests(sought)
    if not wanted:
        return cases.none()
    gathered = _gathered(_rarest_first(wanted))
    if len(gathered) <= MOST:
        return cases.filter(id__in=gathered)
    told = Q()
    for gram in wanted:
        told &= Q(Exists(Gram.objects.filter(gram=gram, case=OuterRef("pk"))))
    return cases.filter(told)


def identified_cases(sought: str) -> list[int] | None:
    """The cases of the party that an identifier names, without its check digit wrong; None for what is none."""
    identifier, kind = identified(unicodedata.normalize("NFKC", sought))
    if kind not in (IdentifierKind.CREDIT_CODE, IdentifierKind.IDENTITY_NUMBER):
        return None
    return cases_of(_parties(identifier, "identifier"))


def parties_known_as(text: str) -> list[Party]:
    """The parties, within the scope, of exactly this name or identifier."""
    identifier, kind = identified(unicodedata.normalize("NFKC", text))
    if kind in (IdentifierKind.CREDIT_CODE, IdentifierKind.IDENTITY_NUMBER):
        return _parties(identifier, "identifier")
    return _parties(text.strip(), "name")


def same_party(party: Party) -> list[Party]:
    """A party and those, within the scope, that the same identifier names; where there is none, the same name."""
    column = "identifier" if party.identifier else "name"
    kept = KeptValue.objects.filter(commitment=getattr(party, column)).first()
    return [party] if kept is None else _parties(str(kept.plain), column)


def cases_of(parties: Sequence[Party]) -> list[int]:
    """The cases in which parties take part, within the scope."""
    parts = Participant.objects.filter(party__in=[one.id for one in parties])
    return list(parts.order_by().values_list("case_id", flat=True).distinct())


def _parties(text: str, column: str) -> list[Party]:
    if not text:
        return []
    written = canonical(text)
    kept = KeptValue.objects.filter(sought_by=sought_by(written), value=written).values_list("commitment", flat=True)
    return list(Party.objects.filter(**{f"{column}__in": list(kept)}).order_by("id"))


@dataclass(frozen=True)
class Found:
    """What was found: cases by where the words stand, the newest first; `more`: there are more than were looked at.

    A case whose words stand in several places is found under the first of them that has all, else under none.
    """

    by_place: Mapping[Place | None, Sequence[int]]
    more: bool

    @property
    def many(self) -> int:
        """How many cases were looked at."""
        return sum(map(len, self.by_place.values()))


Among = Callable[[Sequence[int]], Collection[int]]
"""Tells which of some numbers are of the cases among which is sought."""


def found_by_place(cases: QuerySet[Case], sought: str, most: int, among: Among | None = None) -> Found:
    """Cases that have all words of what is sought, by where these stand; at most so many, the newest.

    `among`: a way to ask which of some numbers are of these cases, where there is one that is put together already.
    """
    identified = identified_cases(sought)
    if identified is not None:
        ids = list(cases.filter(id__in=identified).order_by("-id").values_list("id", flat=True)[: most + 1])
        return Found({Place.PARTY: ids[:most]} if ids else {}, len(ids) > most)
    wanted = set(_digests(sought))
    told = among or (lambda numbers: cases.filter(id__in=numbers).values_list("id", flat=True))
    ids = _newest(cases, told, _rarest_first(wanted), most + 1) if wanted else []
    shown = ids[:most]
    places: dict[int, dict[int, set[int]]] = defaultdict(lambda: defaultdict(set))
    for case, place, gram in _standing_at(len(wanted))(shown, *wanted) if shown else ():
        places[case][place].add(gram)
    by_place: dict[Place | None, list[int]] = defaultdict(list)
    for case in shown:
        whole = (place for place in Place if places[case][place] == wanted)
        by_place[next(whole, None)].append(case)
    return Found(by_place, len(ids) > most)


@cache
def _standing_at(many: int) -> OfMany[tuple[int, int, int]]:
    """Of some cases, where so many pairs stand."""

    def asked(cases: Sequence[int], *wanted: int) -> QuerySet[Gram, tuple[int, int, int]]:
        rows = Gram.objects.filter(case__in=cases, gram__in=wanted).order_by()
        return rows.values_list("case_id", "place", "gram")

    return OfMany(asked, int, *(int,) * many)


def _digests(sought: str) -> list[int]:
    return sorted({digest(pair) for word in sought[:LONGEST].split() for pair in pairs(word)})


def _newest(cases: QuerySet[Case], among: Among, wanted: Sequence[int], many: int) -> list[int]:
    """The numbers of so many of some cases that have all of some pairs, the newest first.

    The last cases that came are looked at first, then as many as seem to be needed, then all; where the pairs stand in
    too many cases to gather, each case in turn is asked.
    """
    last = next((case for (case,) in _LAST()), 0)
    width = FIRST_WINDOW
    while len(gathered := _gathered(wanted, last - width)) <= MOST:
        shown = _those_of(among, sorted(gathered, reverse=True), many)
        if len(shown) == many or width >= last:
            return shown
        width = width * many * 3 // (len(shown) * 2) if shown else last
        width = last if width * 2 > last else width
    told = Q(*(Exists(Gram.objects.filter(gram=gram, case=OuterRef("pk"))) for gram in wanted))
    return list(cases.filter(told).order_by("-id").values_list("id", flat=True)[:many])


_LAST = Remembered(lambda: Gram.objects.order_by("-case_id").values_list("case_id")[:1])


def _those_of(among: Among, ids: Sequence[int], many: int) -> list[int]:
    """The first so many of some numbers, the greatest first, that are of some cases, asked part by part.

    Of long lists of numbers a database without statistics thinks that it is sooner done by way of the organs.
    """
    shown: list[int] = []
    for start in range(0, len(ids), PART):
        some = ids[start : start + PART]
        told = set(among(some))
        shown += [one for one in some if one in told]
        if len(shown) >= many:
            break
    return shown[:many]


def _gathered(wanted: Sequence[int], behind: int = 0) -> list[int]:
    """The cases of the scope's organs, behind a number, that have all of some pairs, the rarest of which comes first.

    Of more than can be gathered, one more. What is found is not narrowed to the scope yet.
    """
    return [case for (case,) in _gathering(len(wanted))(behind, *wanted)]


@cache
def _gathering(many: int) -> Remembered[tuple[int]]:
    """What so many pairs stand in."""

    def asked(behind: int, rarest: int, *others: int) -> QuerySet[Gram, tuple[int]]:
        rows = _of_scope(Gram.objects.filter(gram=rarest, case_id__gt=behind))
        for gram in others:
            rows = rows.filter(Exists(Gram.objects.filter(case=OuterRef("case_id"), gram=gram)))
        return rows.order_by().values_list("case_id").distinct()[: MOST + 1]

    return Remembered(asked, *(int,) * (many + 1))


def _rarest_first(wanted: Iterable[int]) -> list[int]:
    """Some pairs, that first which stands in the fewest cases of the scope, as far as they are looked at."""
    seen = {gram: len(_SEEN(gram)) for gram in wanted}
    return sorted(seen, key=lambda one: (seen[one], one))


def _of_scope(rows: QuerySet[Gram]) -> QuerySet[Gram]:
    """Those of the organs of the scope, and of the files that were opened beside."""
    scope = current()
    if scope is None or scope.is_everything:
        return rows
    own: dict[str, Any] = {"organ_id__in": sorted(scope.organs)}
    opened = sorted(scope.cases | scope.whole)
    return rows.filter(Q(**own) | Q(case_id__in=opened)) if opened else rows.filter(**own)


_SEEN = Remembered(lambda gram: _of_scope(Gram.objects.filter(gram=gram)).values_list("case_id")[:LOOKED_AT], int)


@lru_cache(maxsize=50_000)
def digest(pair: str) -> int:
    """A pair of signs as it is kept: nobody without the secret of the installation can tell which it is."""
    made = salted_hmac("yifa.standing.gram", pair, algorithm="sha256").digest()
    return int.from_bytes(made[:8], "big", signed=True)
