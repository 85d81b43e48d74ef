"""Forgetting a party (个人信息保护法 47): what names it goes, with all that tells of the cases it was in.

Each room that keeps more than chained rows lets its own go: files, drafts, lists that were written, trays. Which do,
the setting `FORGETS` says; each is called inside the verb, and does with files what it must once that is on the disk.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import date

from django.apps import apps
from django.conf import settings
from django.db import connection, transaction
from django.db.models import QuerySet
from django.utils.module_loading import import_string

from yifa.record.cases.models import ActDraft, Participant
from yifa.record.chain.actions import erase
from yifa.record.chain.chained import PersonalField
from yifa.record.chain.entries import Entry
from yifa.record.chain.queries import value
from yifa.record.chain.writing import Writing
from yifa.record.organs.actions import Actor, verb_of
from yifa.record.parties.errors import NotAParty
from yifa.record.parties.models import Party
from yifa.record.scope import between


@dataclass(frozen=True, slots=True)
class Forgotten:
    """What is to be forgotten: of which cases, by which words it was known, on which day."""

    party: int
    cases: frozenset[int]
    words: tuple[str, ...]
    on: date


Forgets = Callable[[Forgotten, Writing], None]
"""What a room does: deletes what it keeps beside the chain, and changes chained rows by the writing it is given."""


def forget_party(party: Party, *, actor: Actor) -> Entry:
    """Erase what names a party, and titles, texts, files and drafts of all cases it took part in; its entry.

    Of every table that belongs to a case, whichever room keeps it, and whatever walls stand before who asks: what is to
    be forgotten is forgotten wholly. A reason is asked for.
    """
    if not actor.because:
        raise NotAParty("a party was to be erased without a reason, expected one")
    words = tuple(str(one) for one in map(value, filter(None, (party.name, party.identifier))) if one)
    if any(one in actor.because for one in words):
        raise NotAParty("the reason names the party that was to be erased, expected one that names nobody")
    on = actor.recorded.date()
    with verb_of("party-forgotten", party.organ, actor, on, {"party": f"party{party.id}"}) as writing:
        rows = list(QuerySet(Participant).filter(party=party).values_list("case_id", "case__organ_id"))
        of = Forgotten(party.id, frozenset(case for case, _ in rows), words, on)
        with between({party.organ_id, *(organ for _, organ in rows)}):
            ActDraft.objects.filter(case__in=of.cases).delete()
            for name in settings.FORGETS:
                forgets: Forgets = import_string(name)
                forgets(of, writing)
            gone = {one for one in (party.name, party.identifier) if one} | set(_commitments(of.cases))
            entry = erase(party.organ.code, sorted(gone), actor.because, actor.by, actor.recorded)
        transaction.on_commit(leave_no_page)
    return entry


def _commitments(cases: frozenset[int]) -> Iterator[str]:
    """The commitments to all personal values told of some cases: titles, texts, opinions, ledgers."""
    for model in apps.get_models():
        path: str | None = getattr(model, "case_path", None)
        names = [field.attname for field in model._meta.concrete_fields if isinstance(field, PersonalField)]
        if path is not None and names:
            for row in QuerySet(model).filter(**{f"{path}__in": cases}).values_list(*names):
                yield from filter(None, row)


def leave_no_page() -> None:
    """Let SQLite write what was erased over at once, in its file and in the log beside it."""
    if connection.vendor == "sqlite":
        with connection.cursor() as cursor:
            cursor.execute("PRAGMA wal_checkpoint(TRUNCATE)")
