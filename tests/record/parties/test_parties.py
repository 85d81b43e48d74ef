"""Parties: found again by what identifies them, and gone without a trace when they are erased."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest
from django.db import IntegrityError, connection, transaction

from tests.record.register import CLERK, NOW, TODAY, register
from yifa.record.chain.models import KeptValue
from yifa.record.chain.queries import faults, value
from yifa.record.organs.actions import Actor, appoint
from yifa.record.parties.actions import end_fact, erase_party, note_fact, note_party, rename_party
from yifa.record.parties.choices import IdentifierKind, PartyFactKind, PartyKind, ReadHow
from yifa.record.parties.errors import NotAParty
from yifa.record.parties.models import Party, PartyRead
from yifa.record.parties.queries import facts_on, parties_called
from yifa.record.parties.reads import note_read, reads_of

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


def test_a_fact_ends_and_a_party_is_called_otherwise_and_by_the_former_name_no_more() -> None:
    party = note_party(register().market, "柳三春", ID, actor=CLERK, on=TODAY)
    fact = note_fact(party, PartyFactKind.ABNORMAL_LIST, "31", actor=CLERK, on=TODAY)
    end_fact(fact, actor=CLERK, last=date(2026, 5, 1))
    rename_party(party, "柳三春茶行", actor=CLERK, on=TODAY)
    found = [[one.id for one in parties_called(words)] for words in ("茶行 三春", "柳三春", ID.lower(), "白", "")]
    assert found == [[party.id], [party.id], [party.id], [], []]
    assert [day for day in (TODAY, date(2026, 5, 1), date(2026, 5, 2)) if facts_on([party], day)] == [
        TODAY,
        date(2026, 5, 1),
    ]
    assert (KeptValue.objects.filter(value__contains="三春").count(), faults()) == (1, [])


def test_who_looked_at_a_party_is_noted_for_good() -> None:
    held = register()
    party = note_party(held.market, "柳三春", ID, actor=CLERK, on=TODAY)
    officer = appoint(held.market, "0412", "冯知秋", actor=CLERK, on=TODAY)
    note_read([party, party], officer, ReadHow.PAGE, NOW)
    row = reads_of([held.market.id]).get()
    assert (row.party_id, row.officer, row.how, row.at) == (party.id, officer.id, "page", NOW)
    assert list(reads_of([held.justice.id])) == []
    for attack in (row.delete, lambda: PartyRead.objects.update(officer=0)):
        with pytest.raises(IntegrityError), transaction.atomic():
            attack()


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
