"""Every verb of the record is told in words, also those the demonstration office never does; and no other is."""

from __future__ import annotations

import re
from collections.abc import Callable
from datetime import timedelta
from functools import partial
from typing import Any

import pytest
from django.db import transaction

from tests.record.register import CLERK, TODAY, register
from tests.record.there import case
from tests.record.verbs import AFTER, VERBS, prepare
from yifa.interfaces.office.logs.verb_words import verb_words
from yifa.record.cases.acting import Happening
from yifa.record.cases.actions import record
from yifa.record.cases.concluding import turn_on_their_day
from yifa.record.chain.models import EntryRow
from yifa.record.organs import actions as organs
from yifa.record.organs import correcting
from yifa.record.organs.choices import CertificateEventKind
from yifa.record.organs.models import Certificate, Delegation, ReviewerQualification
from yifa.record.scope import everything
from yifa.wording import language

pytestmark = pytest.mark.django_db


def test_every_verb_is_told_in_words(django_db_setup: None, django_db_blocker: Any) -> None:
    with django_db_blocker.unblock(), transaction.atomic(), everything("a test"):
        done = acts_of_all_verbs()
        transaction.set_rollback(True)

    assert {tag: set(verb_words(language(tag))) ^ done for tag in ("zh", "en")} == {"zh": set(), "en": set()}


def note_event(kind: CertificateEventKind) -> object:
    return organs.note_certificate(Certificate.objects.earliest("id"), kind, actor=CLERK, on=TODAY)


def come_to_its_day() -> object:
    """A case that is done with on a day after today, and that day."""
    record(case("1"), Happening("application-withdrawn", TODAY + timedelta(days=3)), actor=CLERK)
    return turn_on_their_day([case("1")], TODAY + timedelta(days=3), CLERK.recorded)


OTHERWISE: list[tuple[str | None, Callable[[], object]]] = [
    *((None, partial(note_event, kind)) for kind in CertificateEventKind),
    ("delegate", lambda: correcting.end_early(Delegation.objects.latest("id"), actor=CLERK, last=TODAY)),
    (
        "qualify_reviewer",
        lambda: correcting.end_early(ReviewerQualification.objects.latest("id"), actor=CLERK, last=TODAY),
    ),
    (None, come_to_its_day),
]
"""Verbs that bear several names, by what they are about."""


def acts_of_all_verbs() -> set[str]:
    """The names under which the chain keeps them, each verb done by itself."""
    prepare(register())
    tried: list[tuple[Callable[[], object] | None, Callable[[], object]]]
    tried = [(None, verb) for verb in VERBS.values()] + [(VERBS[before], verb) for before, verb in AFTER.values()]
    tried += [(None if before is None else VERBS[before], verb) for before, verb in OTHERWISE]
    done: set[str] = set()
    for before, verb in tried:
        with transaction.atomic():
            if before is not None:
                before()
            verb()
            texts = EntryRow.objects.values_list("text", flat=True)
            done |= {re.findall(r'"act":"([a-z-]+)"', text)[0] for text in texts}
            transaction.set_rollback(True)
    return done
