"""Every chained table refuses to change or lose a row, whatever program asks; checked on each with a row in it."""

from __future__ import annotations

import pytest
from django.apps import apps
from django.db import IntegrityError, connection, transaction

from tests.record.register import register
from tests.record.verbs import VERBS, prepare
from yifa.record.chain.chained import Chained
from yifa.record.chain.under_way import verb_under_way
from yifa.record.scope import everything

pytestmark = pytest.mark.django_db
MADE_BY = (
    "import_cases",
    "note_recording",
    "read_file",
    "make_up",
    "put_template",
    "qualify_reviewer",
    "delegate",
    "grant_leave",
)
MADE_BY += ("note_fact", "note_certificate", "link", "take_part", "urge_handlers", "transfer", "merge_market")
ROOMS = ("organs", "parties", "lists", "cases", "despatch", "evidence", "papers", "dossiers", "access")
GROWN = [model for model in apps.get_models() if issubclass(model, Chained)]


def test_every_chained_table_refuses_to_change_or_lose_a_row() -> None:
    with everything("a test"):
        prepare(register())
        for name in MADE_BY:
            VERBS[name]()
        here = [model for model in GROWN if model._meta.app_label in ROOMS]
        empty = [model.__name__ for model in here if not model._base_manager.exists()]
        changed = [sql for model in GROWN for sql in attacks(model) if not refused(sql)]
    assert (changed, empty) == ([], [])


def attacks(model: type[Chained]) -> list[str]:
    """Statements that change a row without a next version, skip one, or take all rows away."""
    if not model._base_manager.exists():
        return []
    table = model._meta.db_table
    changes = ("UPDATE {} SET version = version", "UPDATE {} SET version = version + 2", "DELETE FROM {}")
    return [change.format(table) for change in changes]


def refused(sql: str) -> bool:
    token = verb_under_way.set("an attack past the guard at the connection")
    try:
        with transaction.atomic(), connection.cursor() as cursor:
            cursor.execute(sql)
    except IntegrityError:
        return True
    finally:
        verb_under_way.reset(token)
    return False
