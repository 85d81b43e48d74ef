"""The stand-alone verifier, run as a citizen would: another Python process, with nothing but the one file."""

from __future__ import annotations

import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from tests.record.chain.records import ORGANS, Record, record
from yifa.record.chain import ALGORITHMS, Entry, proof_of, verifier
from yifa.record.chain.files import SEALS, NotAChainFile, chain_name, read_chain, read_seals, write_chain, write_seals


def written(kept: Record, folder: Path) -> Path:
    folder.mkdir()
    for organ, rows in kept.chains.items():
        write_chain(folder, organ, rows)
    write_seals(folder, [seal for seal, _ in kept.seals])
    return folder


def run(tmp_path: Path, *arguments: str) -> tuple[int, list[str]]:
    copy = tmp_path / "verifier.py"
    shutil.copy(Path(verifier.__file__), copy)
    done = subprocess.run([sys.executable, "-I", "-S", copy, *arguments], capture_output=True, text=True, check=False)
    assert done.stderr == ""
    return done.returncode, done.stdout.splitlines()


@pytest.mark.parametrize("algorithm", ALGORITHMS)
def test_a_folder_that_nobody_changed_is_told_to_be_so(tmp_path: Path, algorithm: str) -> None:
    kept = record(algorithm)
    folder = written(kept, tmp_path / "record")
    last = kept.seals[-1][1]
    assert run(tmp_path, str(folder), "--seal", last) == (
        0,
        ["3 chains, 24 entries (0 not sealed yet), 4 seals", "everything is as it was"],
    )


@pytest.mark.parametrize("seals", [(), ("--seal",), ("--seal", "12 34"), ("--seal", "of all", "of none")])
def test_without_a_seal_that_was_kept_it_says_no_more_than_it_knows(tmp_path: Path, seals: tuple[str, ...]) -> None:
    folder = written(record(), tmp_path / "record")
    code, told = run(tmp_path, str(folder), *seals)
    if seals:
        assert (code, told[0].partition(" with ")[0]) == (2, "Verifies a record of Yifa")
    else:
        agrees = "everything agrees; whether it is what was sealed only a seal tells that was kept elsewhere (--seal)"
        assert (code, told[1:]) == (0, [agrees])


def test_several_seals_may_be_given_in_capitals_too(tmp_path: Path) -> None:
    kept = record()
    folder = written(kept, tmp_path / "record")
    code, told = run(tmp_path, str(folder), "--seal", kept.seals[0][1].upper(), kept.seals[1][1], "f" * 64)
    assert (code, told[1:-1]) == (1, [f"WRONG  the seal you kept is not among these: {'f' * 64}"])


def test_a_chain_that_is_there_twice_and_a_line_broken_off_are_told(tmp_path: Path) -> None:
    folder = written(record(), tmp_path / "record")
    first = folder / chain_name(ORGANS[0])
    shutil.copy(first, folder / "chain-other.txt")
    with first.open("a", encoding="utf-8") as file:
        file.write("0" * 64 + ' {"form":"yifa.en')
    code, told = run(tmp_path, str(folder))
    assert (code, told[1:3]) == (
        1,
        [f"WRONG  {first.name} line 9: not an entry", f"WRONG  chain-other.txt: there is another file of {ORGANS[0]}"],
    )


def test_what_was_changed_is_told_with_its_place(tmp_path: Path) -> None:
    kept = record()
    folder = written(kept, tmp_path / "record")
    path = folder / chain_name(ORGANS[1])
    lines = path.read_text(encoding="utf-8").split("\n")
    lines[2] = lines[2].replace("case-filed", "case-fixed")
    path.write_text("\n".join(lines[:-2]) + "\n", encoding="utf-8")
    assert run(tmp_path, str(folder), "--seal", "0" * 64) == (
        1,
        [
            "3 chains, 23 entries (0 not sealed yet), 4 seals",
            f"WRONG  {path.name} line 3: the entry was changed",
            "WRONG  seal 4 of 2026-03-05: qp-market had 8 entries, found 7",
            f"WRONG  the seal you kept is not among these: {'0' * 64}",
            "3 things are not as they were",
        ],
    )


def test_a_proof_stands_for_its_entry_under_its_seal_and_for_no_other(tmp_path: Path) -> None:
    kept = record()
    number, text, held = kept.chains[ORGANS[0]][0]
    seal, digest = kept.seals[0]
    proof = proof_of(Entry(ORGANS[0], number, text, held), 0, kept.trees[0], seal)
    file = tmp_path / "proof.json"
    file.write_text(proof.text, encoding="utf-8")
    code, told = run(tmp_path, str(file), "--seal", digest)
    head = f"entry 1 of qp-justice, recorded 2026-03-02T09:00:00+08:00, seal of 2026-03-02 ({digest})"
    assert (code, told[0], told[-1]) == (0, head, "everything is as it was")
    file.write_text(proof.text.replace('\\"fine\\":', '\\"fine\\":1'), encoding="utf-8")
    code, told = run(tmp_path, str(file))
    assert (code, told[-2]) == (1, "WRONG  the entry does not stand under this seal")


def test_nobody_is_given_a_proof_of_another_entry() -> None:
    kept = record()
    number, text, held = kept.chains[ORGANS[0]][0]
    with pytest.raises(ValueError, match="chain of qp-justice: entry 1 is not leaf 1 of seal 1"):
        proof_of(Entry(ORGANS[0], number, text, held), 1, kept.trees[0], kept.seals[0][0])


def test_files_say_what_was_written_into_them(tmp_path: Path) -> None:
    kept = record()
    folder = written(kept, tmp_path / "record")
    assert read_seals(folder / SEALS) == kept.seals
    assert {
        read_chain(folder / chain_name(organ))[0]: read_chain(folder / chain_name(organ))[1] for organ in ORGANS
    } == (kept.chains)


@pytest.mark.parametrize(
    ("line", "told"),
    [
        ("nothing", "chain-x.txt line 1: expected a digest, a blank and a text"),
        ("00 {}", "chain-x.txt line 1: found no organ, expected an entry of a chain"),
        ("", "chain-x.txt: found no entry, expected at least one line"),
    ],
)
def test_what_is_no_chain_file_is_told_plainly(tmp_path: Path, line: str, told: str) -> None:
    path = tmp_path / "chain-x.txt"
    path.write_text(line and line + "\n", encoding="utf-8")
    with pytest.raises(NotAChainFile) as refused:
        read_chain(path)
    assert str(refused.value) == told


def test_a_line_that_is_no_seal_is_told_plainly(tmp_path: Path) -> None:
    path = tmp_path / SEALS
    path.write_text('00 {"form":"yifa.seal/1"}\n', encoding="utf-8")
    with pytest.raises(NotAChainFile) as refused:
        read_seals(path)
    expected = "seals.txt line 1: found something else, expected the canonical text of a seal (yifa.seal/1)"
    assert str(refused.value) == expected
