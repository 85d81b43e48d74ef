"""Firms of the city have right check digits and a place that is nowhere; people have no number of anybody."""

from __future__ import annotations

import numpy as np
from stdnum.cn import uscc

from demo.city.draws import Draws
from demo.city.parties import PEOPLE_FROM, Parties, credit_codes

ORGAN_LETTERS = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ"
ORGAN_WEIGHTS = (3, 7, 9, 10, 5, 8, 4, 2)


def test_every_code_has_both_check_digits_right_and_lies_in_no_place() -> None:
    codes = credit_codes(np.arange(0, 30_000, 17)).tolist()
    for code in codes:
        assert uscc.is_valid(code)
        rest = (
            11
            - sum(ORGAN_LETTERS.index(one) * weight for one, weight in zip(code[8:16], ORGAN_WEIGHTS, strict=True)) % 11
        )
        assert code[16] == {10: "X", 11: "0"}.get(rest, str(rest))
        assert code[2:8] == "990000"
    assert len(set(codes)) == len(codes)


def test_kinds_are_drawn_as_asked_for_and_people_have_numbers_of_the_office() -> None:
    parties = Parties(500, 800, Draws("parties"))
    firms, persons = (parties.drawn(kind, 200, Draws(kind)) for kind in ("organisation", "citizen"))
    assert (firms < 500).all()
    assert ((persons >= PEOPLE_FROM) & (persons < PEOPLE_FROM + 800)).all()
    assert all(code.startswith("ZR") for code in parties.codes(persons))
    either = parties.drawn("", 1000, Draws("either"))
    assert 600 < int((either < PEOPLE_FROM).sum()) < 800


def test_names_of_firms_are_different_and_a_party_always_has_the_same_name() -> None:
    parties = Parties(3000, 800, Draws("parties"))
    assert len(set(parties.names(np.arange(3000)).tolist())) == 3000
    one = np.array([7, PEOPLE_FROM + 7])
    assert parties.names(one).tolist() == parties.names(one).tolist()
    assert set(parties.grades(np.arange(3000)).tolist()) == {"A", "B", "C", "D"}
