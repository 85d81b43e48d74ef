"""Every verb of the record is told in words: also those the demonstration office never does."""

from __future__ import annotations

import re
from typing import Any

import pytest
from django.db import transaction

from tests.record.register import register
from tests.record.verbs import AFTER, VERBS, prepare
from yifa.interfaces.office.logs.verb_words import verb_words
from yifa.record.chain.models import EntryRow
from yifa.record.scope import everything
from yifa.wording import language

pytestmark = pytest.mark.django_db


def test_every_verb_is_told_in_words(django_db_setup: None, django_db_blocker: Any) -> None:
    with django_db_blocker.unblock(), transaction.atomic(), everything("a test"):
        done = acts_of_all_verbs()
        transaction.set_rollback(True)

    assert {tag: done - verb_words(language(tag)).keys() for tag in ("zh", "en")} == {"zh": set(), "en": set()}


def acts_of_all_verbs() -> set[str]:
    """The names under which the chain keeps them, each verb done by itself."""
    prepare(register())
    tried = [(None, verb) for verb in VERBS.values()] + [(VERBS[before], verb) for before, verb in AFTER.values()]
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
