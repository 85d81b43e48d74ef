"""Parties: found again by what identifies them, and gone without a trace when they are erased."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest
from django.db import connection

from tests.record.register import CLERK, NOW, TODAY, register
from yifa.record.chain.models import KeptValue
from yifa.record.chain.queries import faults, value
from yifa.record.organs.actions import Actor
from yifa.record.parties.actions import erase_party, note_fact, note_party
from yifa.record.parties.choices import IdentifierKind, PartyFactKind, PartyKind
from yifa.record.parties.errors import NotAParty
from yifa.record.parties.models import Party

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("reading_everything")]
ID = "11010519491231002X"


def test_a_party_is_known_again_by_its_identifier_within_an_organ() -> None:
    held = register()
    one = note_party(held.market, "柳三春", f" {ID.lower()} ", actor=CLERK, on=TODAY)
    assert note_party(held.market, "柳三春（改名）", ID, actor=CLERK, on=TODAY) == one
    assert note_party(held.justice, "柳三春", ID, actor=CLERK, on=TODAY) != one
    assert note_party(held.market, "柳三春", actor=CLERK, on=TODAY) != one
    assert (one.kind, one.identified_by) == (PartyKind.PERSON, IdentifierKind.IDENTITY_NUMBER)
    assert (value(one.name), value(one.identifier)) == ("柳三春", ID)


def test_an_identifier_with_a_wrong_check_digit_is_refused_without_telling_it() -> None:
    held = register()
    with pytest.raises(NotAParty) as refused:
        note_party(held.market, "柳三春", "110105194912310021", actor=CLERK, on=TODAY)
    expected = "identifier of a party: 11**************21 has no right check digit, expected a credit code or ID number"
    assert str(refused.value) == expected
    assert Party.objects.count() == 0


def test_facts_hold_from_a_day_to_a_day() -> None:
    party = note_party(register().market, "柳三春", ID, actor=CLERK, on=TODAY)
    fact = note_fact(party, PartyFactKind.CREDIT_GRADE, "A", actor=CLERK, on=TODAY, last=date(2026, 12, 31))
    assert (fact.value, fact.last) == ("A", date(2026, 12, 31))
    with pytest.raises(NotAParty, match="credit-grade: would end on 2026-01-01, expected a day not before 2026-03-02"):
        note_fact(party, PartyFactKind.CREDIT_GRADE, "A", actor=CLERK, on=TODAY, last=date(2026, 1, 1))


@pytest.mark.django_db(transaction=True)
def test_erased_nothing_of_a_name_is_left_and_the_record_verifies() -> None:
    party = note_party(register().market, "独一无二之名", ID, actor=CLERK, on=TODAY)
    with pytest.raises(NotAParty, match="a party was to be erased without a reason, expected one"):
        erase_party(party, actor=CLERK)
    erase_party(party, actor=Actor("clerk 1", NOW, "本人申请"))
    assert (value(party.name), value(party.identifier), KeptValue.objects.count(), faults()) == (None, None, 0, [])
    if connection.vendor == "sqlite":
        with connection.cursor() as cursor:
            cursor.execute("PRAGMA wal_checkpoint(TRUNCATE)")
        file = Path(connection.settings_dict["NAME"])
        assert all("独一无二之名".encode() not in one.read_bytes() for one in file.parent.glob(f"{file.name}*"))
