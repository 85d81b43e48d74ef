"""A value kept apart that was changed shows, and one that is gone without an act that erased it."""

from __future__ import annotations

import pytest
from django.db import connection

from tests.record.register import CLERK, TODAY, register
from tests.record.there import WITH_REASON
from yifa.record.chain.canonical import canonical
from yifa.record.chain.faults import RowFault, RowFaultKind
from yifa.record.chain.models import KeptValue, sought_by
from yifa.record.chain.queries import faults, value
from yifa.record.chain.telling_rows import row_faults
from yifa.record.parties.actions import erase_party, note_party, rename_party
from yifa.record.parties.models import Party

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("reading_everything")]
OTHER = canonical("白露")


@pytest.fixture
def party() -> Party:
    """Of three values that are kept apart, two of one party."""
    market = register().market
    note_party(market, "何有田", actor=CLERK, on=TODAY)
    return note_party(market, "柳三春", "11010519491231002X", actor=CLERK, on=TODAY)


def as_owner(statement: str, *values: object) -> None:
    """What somebody does who owns the database, and can take its triggers away."""
    with connection.cursor() as cursor:
        if connection.vendor == "sqlite":
            cursor.execute("DROP TRIGGER chain_value_no_update")
        else:
            cursor.execute("ALTER TABLE chain_value DISABLE TRIGGER USER")
        cursor.execute(statement, values)


@pytest.mark.parametrize(
    ("statement", "held"),
    [
        ("UPDATE chain_value SET value = %s WHERE id = %s", OTHER),
        ("UPDATE chain_value SET salt = %s WHERE id = %s", "0" * 64),
        ("UPDATE chain_value SET sought_by = %s WHERE id = %s", sought_by(OTHER)),
    ],
    ids=["value", "salt", "sought by"],
)
def test_a_value_that_was_changed_shows(party: Party, statement: str, held: str) -> None:
    kept = KeptValue.objects.get(commitment=party.name)
    as_owner(statement, held, kept.id)
    assert list(row_faults([Party])) == [RowFault(RowFaultKind.VALUE_CHANGED, "chain_value", kept.id)]
    assert faults() == []


def test_a_value_that_is_gone_shows_unless_an_act_erased_it(party: Party) -> None:
    as_owner("DELETE FROM chain_value WHERE commitment = %s", party.identifier)
    gone = [RowFault(RowFaultKind.VALUE_GONE, "parties_party", party.id)]
    assert list(row_faults([Party])) == gone
    other = Party.objects.exclude(id=party.id).get()
    erase_party(other, actor=WITH_REASON)
    assert (value(other.name), list(row_faults([Party]))) == (None, gone)
    erase_party(party, actor=WITH_REASON)
    assert list(row_faults([Party])) == []


def test_a_name_that_was_replaced_is_not_missed(party: Party) -> None:
    rename_party(party, "柳三春茶行", actor=CLERK, on=TODAY)
    assert list(row_faults([Party])) == []
