"""The duties over the record are those over the ledgers it was filled from, row by row."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from demo.city.seasons import AS_OF
from demo.city.writing import LEDGERS, write
from tests.oversight.supervision.ledgers_by_hand import ledger, taken, worked
from tests.record.as_ledgers.sameness import bring_in, differences
from yifa.law.catalogue.folders import folder, procedure_ids
from yifa.ledgers.taken import Taken
from yifa.ledgers.taking_in import take_folder

pytestmark = [pytest.mark.django_db(transaction=True), pytest.mark.usefixtures("reading_everything")]


def sent_by_hand(*procedures: str) -> Taken:
    """The worked cases of some procedures as ledgers, one a procedure, of one organ."""
    return taken(*(ledger(one, worked(one), file=f"{one}.xlsx") for one in procedures))


def test_worked_cases_are_found_as_in_their_ledgers() -> None:
    sent = sent_by_hand("inspection", "qualification", "penalty-simple")
    assert bring_in(sent).new == sum(one.cases.num_rows for one in sent.ledgers)
    assert differences(sent, date(2026, 8, 31)) == ([], [], {})


@pytest.mark.slow
def test_worked_cases_of_every_procedure_are_found_as_in_their_ledgers() -> None:
    known = [one for one in procedure_ids() if folder(one).ledger is not None]
    sent = sent_by_hand(*known)
    cases = sum(one.cases.num_rows for one in sent.ledgers)
    assert (len(known) >= 30, bring_in(sent).new) == (True, cases)
    assert differences(sent, date(2026, 8, 31)) == ([], [], {})


@pytest.mark.slow
@pytest.mark.parametrize("scale", ["township", "county"])
def test_the_invented_city_is_found_as_in_its_ledgers(tmp_path: Path, scale: str) -> None:
    cases = write(tmp_path, 1, scale)
    sent = take_folder(tmp_path / LEDGERS, as_of=date.fromisoformat(AS_OF))
    assert bring_in(sent).new > cases * 0.99
    assert differences(sent, date.fromisoformat(AS_OF)) == ([], [], {})
    again = bring_in(sent, "b2")
    assert (again.new, again.changed, again.acts) == (0, 0, 0)
