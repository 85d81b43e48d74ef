"""Whatever is changed in a sealed record, it is found, and where it lies."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import date, datetime
from random import Random

import pytest

from tests.record.chain.records import CHINA, ORGANS, Record, as_row, record
from yifa.record.chain import ALGORITHMS, Chain, Fault, FaultKind, Head, Seal, digest, seal_of, verify_chain

Tampering = Callable[[Record, Random], tuple[str, int]]
"""Changes a record; gives the organ and the number from which on it is not what it was (`""`: a seal by its number)."""


def a_place(kept: Record, drawn: Random) -> tuple[str, int]:
    organ = drawn.choice([organ for organ in ORGANS if kept.chains[organ]])
    return organ, drawn.randrange(len(kept.chains[organ]))


def one_byte_of_a_text(kept: Record, drawn: Random) -> tuple[str, int]:
    organ, at = a_place(kept, drawn)
    number, text, held = kept.chains[organ][at]
    place = drawn.randrange(len(text))
    other = chr(ord(text[place]) ^ drawn.choice([1, 2, 4]))
    kept.chains[organ][at] = number, text[:place] + other + text[place + 1 :], held
    return organ, number


def one_byte_of_a_digest(kept: Record, drawn: Random) -> tuple[str, int]:
    organ, at = a_place(kept, drawn)
    number, text, held = kept.chains[organ][at]
    place = drawn.randrange(len(held))
    other = drawn.choice([sign for sign in "0123456789abcdef" if sign != held[place]])
    kept.chains[organ][at] = number, text, held[:place] + other + held[place + 1 :]
    return organ, number


def a_row_taken_out(kept: Record, drawn: Random) -> tuple[str, int]:
    organ, at = a_place(kept, drawn)
    number, *_ = kept.chains[organ].pop(at)
    return organ, number


def a_row_taken_out_and_the_rest_renumbered(kept: Record, drawn: Random) -> tuple[str, int]:
    organ, at = a_place(kept, drawn)
    kept.chains[organ].pop(at)
    kept.chains[organ] = [(number, text, held) for number, (_, text, held) in enumerate(kept.chains[organ], 1)]
    return organ, at + 1


def two_rows_exchanged(kept: Record, drawn: Random) -> tuple[str, int]:
    organ = drawn.choice([organ for organ in ORGANS if len(kept.chains[organ]) > 1])
    rows = kept.chains[organ]
    one, other = sorted(drawn.sample(range(len(rows)), 2))
    (first, *left), (second, *right) = rows[one], rows[other]
    rows[one], rows[other] = (first, *right), (second, *left)
    return organ, first


def the_tail_cut_off(kept: Record, drawn: Random) -> tuple[str, int]:
    organ, at = a_place(kept, drawn)
    del kept.chains[organ][at:]
    return organ, at + 1


def a_whole_chain_taken_away(kept: Record, drawn: Random) -> tuple[str, int]:
    organ, _ = a_place(kept, drawn)
    del kept.chains[organ]
    return organ, 1


def rewritten_from_a_row_on(kept: Record, drawn: Random) -> tuple[str, int]:
    """The forger knows how entries are made, and makes all digests anew; the seals he cannot reach."""
    organ, at = a_place(kept, drawn)
    rows = kept.chains[organ]
    chain = Chain(organ, at, rows[at - 1][2] if at else "")
    for place in range(at, len(rows)):
        entry, chain = chain.next({"act": "forged", "case": str(drawn.random())}, datetime(2026, 3, 2, tzinfo=CHINA))
        rows[place] = as_row(entry)
    return organ, at + 1


def rewritten_with_the_seals(kept: Record, drawn: Random) -> tuple[str, int]:
    """The forger makes the seals anew too; somebody else kept theirs."""
    organ, number = rewritten_from_a_row_on(kept, drawn)
    before: Seal | None = None
    seals = []
    for seal, _ in kept.seals:
        ends = {one: head.number for one, head in seal.heads.items()}
        starts = {one: head.number for one, head in before.heads.items()} if before else {}
        new = {
            one: [(at, held) for at, _, held in kept.chains[one][starts.get(one, 0) : end]] for one, end in ends.items()
        }
        before, _ = seal_of(seal.day, new, before)
        seals.append((before, before.digest))
    kept.seals[:] = seals
    return organ, number


def a_seal_changed(kept: Record, drawn: Random) -> tuple[str, int]:
    at = drawn.randrange(len(kept.seals))
    seal, held = kept.seals[at]
    heads = {**seal.heads, ORGANS[0]: Head(seal.heads[ORGANS[0]].number, "0" * 64)}
    day, root = drawn.choice([(date(2026, 1, 1), seal.root), (seal.day, "0" * 64)])
    changed = drawn.choice([heads, seal.heads])
    kept.seals[at] = Seal(seal.number, day, seal.previous, seal.leaves, root, changed), held
    return "", seal.number


def a_seal_taken_away(kept: Record, drawn: Random) -> tuple[str, int]:
    at = drawn.randrange(len(kept.seals))
    seal, _ = kept.seals.pop(at)
    return "", seal.number


TAMPERINGS: list[Tampering] = [
    one_byte_of_a_text,
    one_byte_of_a_digest,
    a_row_taken_out,
    a_row_taken_out_and_the_rest_renumbered,
    two_rows_exchanged,
    the_tail_cut_off,
    a_whole_chain_taken_away,
    rewritten_from_a_row_on,
    rewritten_with_the_seals,
    a_seal_changed,
    a_seal_taken_away,
]


def is_there(fault: Fault, organ: str, number: int, seals: list[tuple[Seal, str]]) -> bool:
    """Whether a fault leads to what was changed: the entry, a span of entries that begins at its seal, or the seal."""
    if fault.organ != organ:
        return False
    if fault.upto is not None:
        return fault.number <= number <= fault.upto or fault.number == number
    return fault.number == number


@pytest.mark.parametrize("algorithm", ALGORITHMS)
def test_a_record_that_nobody_changed_has_no_fault(algorithm: str) -> None:
    kept = record(algorithm)
    trusted = {seal.number: held for seal, held in kept.seals}
    assert kept.faults(trusted) == []
    assert [seed for seed in range(30) if not kept.is_sound(Random(seed), trusted)] == []


@pytest.mark.parametrize("tampering", TAMPERINGS, ids=lambda one: one.__name__)
def test_ten_thousand_tamperings_are_all_detected_and_located(tampering: Tampering) -> None:
    missed, elsewhere, taken_for_sound = [], [], []
    whole = record()
    trusted = {seal.number: held for seal, held in whole.seals}
    for seed in range(910):
        kept = Record({organ: list(rows) for organ, rows in whole.chains.items()}, list(whole.seals), whole.trees)
        organ, number = tampering(kept, Random(seed))
        faults = kept.faults(trusted)
        if kept.is_sound(Random(seed), trusted):
            taken_for_sound.append(seed)
        if not faults:
            missed.append(seed)
        elif tampering is rewritten_with_the_seals:
            first = next(seal.number for seal, _ in whole.seals if seal.heads.get(organ, Head(0, "")).number >= number)
            if not any(fault == Fault(FaultKind.SEAL_CHANGED, "", first) for fault in faults):
                elsewhere.append((seed, organ, number, faults))
        elif not any(is_there(fault, organ, number, kept.seals) for fault in faults):
            elsewhere.append((seed, organ, number, faults))
    assert (missed, elsewhere[:3], taken_for_sound) == ([], [], [])


@pytest.mark.parametrize("tampering", TAMPERINGS, ids=lambda one: one.__name__)
def test_without_seals_kept_elsewhere_what_is_taken_for_sound_has_no_fault_and_what_is_not_has_some(
    tampering: Tampering,
) -> None:
    differ = []
    whole = record()
    for seed in range(60):
        kept = Record({organ: list(rows) for organ, rows in whole.chains.items()}, list(whole.seals), whole.trees)
        tampering(kept, Random(seed))
        if kept.is_sound(Random(seed)) != (kept.faults() == []):
            differ.append((seed, kept.faults()))
    assert differ == []


def test_a_head_that_goes_back_or_changes_without_an_entry_is_found_though_the_seal_is_made_anew() -> None:
    for changed in (Head(2, "1" * 64), Head(3, "1" * 64)):
        kept = record()
        first, last = kept.seals[0][0], kept.seals[1][0]
        forged = replace(last, heads={**last.heads, ORGANS[0]: changed}, previous=first.digest)
        kept.seals[1:] = [(forged, forged.digest)]
        organ = ORGANS[0]
        kept.chains[organ] = kept.chains[organ][: first.heads[organ].number]
        assert Fault(FaultKind.SEAL_CHANGED, organ, 2) in kept.faults()
        assert not kept.is_sound(Random(1))


def test_a_chain_may_change_its_digest_on_the_way_and_is_sound() -> None:
    rows, seals = chain_of_two_digests()
    kept = Record({"qp-justice": rows}, seals, [])
    assert kept.faults() == []
    assert [seed for seed in range(20) if not kept.is_sound(Random(seed))] == []


def chain_of_two_digests() -> tuple[list[tuple[int, str, str]], list[tuple[Seal, str]]]:
    chain, rows = Chain("qp-justice"), []
    for algorithm in ("sha256", "sm3", "sm3", "sha256", "sha256"):
        entry, chain = chain.next({"act": "case-filed"}, datetime(2026, 3, 2, 9, tzinfo=CHINA), algorithm)
        rows.append(as_row(entry))
    one, _ = seal_of(date(2026, 3, 2), {"qp-justice": [(at, held) for at, _, held in rows[:3]]}, None, "sm3")
    two, _ = seal_of(date(2026, 3, 3), {"qp-justice": [(at, held) for at, _, held in rows[3:]]}, one)
    return rows, [(one, one.digest), (two, two.digest)]


def test_without_a_seal_that_was_kept_a_whole_rewriting_does_not_show() -> None:
    kept = record()
    rewritten_with_the_seals(kept, Random(3))
    assert kept.faults() == []


def test_the_entry_of_another_organ_is_misplaced() -> None:
    kept = record()
    assert verify_chain("qp-market", kept.chains["qp-justice"][:1]).faults == (
        Fault(FaultKind.MISPLACED, "qp-market", 1),
    )


def test_an_entry_in_another_form_is_not_taken_for_granted() -> None:
    text = '{"form":"yifa.entry/9"}'
    assert verify_chain("qp-market", [(1, text, digest(text.encode()).hex())]).faults == (
        Fault(FaultKind.UNKNOWN_FORM, "qp-market", 1),
    )


def test_what_is_sealed_must_follow_the_seal_before() -> None:
    with pytest.raises(ValueError, match="chain of qp-market: found entry 3 to be sealed, expected 1"):
        seal_of(date(2026, 3, 2), {"qp-market": [(3, "00" * 32)]})
