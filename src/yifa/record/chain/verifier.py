#!/usr/bin/env python3
"""Verifies a record of Yifa with nothing but Python's standard library (3.8 or newer). Copy this one file anywhere.

    python3 verifier.py FOLDER [--seal DIGEST …]     chain files and seals of a folder
    python3 verifier.py PROOF.json [--seal DIGEST …] that one entry stood under a seal

--seal: the digest of a seal that you kept, or that was published, or several; without one you know that the files
agree with each other, not that they are the files that were sealed. Exit code 0: everything is as it was; 1: something
is not; 2: it cannot be read.

It is written apart from the programs that keep the record, shares nothing with them, and tells English only.
"""

from __future__ import annotations

import hashlib
import json
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any


def hexdigest(algorithm: str, data: bytes) -> str:
    """The digest of bytes in hex, by the algorithm a text names."""
    if algorithm not in ("sha256", "sm3"):
        raise SystemExit(f"verifier: unknown digest {algorithm!r}")
    return hashlib.new(algorithm, data).hexdigest()


def parsed(text: str) -> Any:
    """What a text says, if it is the canonical text of that, else None."""
    try:
        said = json.loads(text)
    except ValueError:
        return None
    again = json.dumps(said, ensure_ascii=False, sort_keys=True, separators=(",", ":"))
    return said if isinstance(said, dict) and again == text else None


def root_of(leaves: list[bytes], algorithm: str) -> str:
    """The root of a Merkle tree as RFC 6962 defines it, by its own recursion."""

    def branch(first: int, after: int) -> bytes:
        if after - first == 1:
            return hashlib.new(algorithm, b"\x00" + leaves[first]).digest()
        size = 1
        while size * 2 < after - first:
            size *= 2
        both = branch(first, first + size) + branch(first + size, after)
        return hashlib.new(algorithm, b"\x01" + both).digest()

    return (branch(0, len(leaves)) if leaves else hashlib.new(algorithm, b"").digest()).hex()


def lines_of(path: Path) -> Iterator[tuple[int, str, str]]:
    """The lines of a file: number, digest and text."""
    with path.open(encoding="utf-8", newline="\n") as file:
        for number, line in enumerate(file, 1):
            held, _, text = line[: -1 if line.endswith("\n") else None].partition(" ")
            yield number, held, text


def verify_chain(path: Path, wrong: list[str]) -> tuple[str, list[str]]:
    """Read one chain file; its organ and digests."""
    organ, previous = "", ""
    digests: list[str] = []
    for number, held, text in lines_of(path):
        said = parsed(text)
        if said is None or said.get("form") != "yifa.entry/1":
            wrong.append(f"{path.name} line {number}: not an entry")
            digests.append(held)
            previous = held
            continue
        organ = organ or said["organ"]
        if (said["organ"], said["number"], said["previous"]) != (organ, number, previous):
            wrong.append(
                f"{path.name} line {number}: this entry does not belong here (organ, number or previous differ)"
            )
        if hexdigest(said["hash"], text.encode()) != held:
            wrong.append(f"{path.name} line {number}: the entry was changed")
        digests.append(held)
        previous = held
    return organ, digests


def verify_folder(folder: Path, kept: list[str]) -> tuple[list[str], str]:
    """Chains and seals of a folder: what is wrong, one line each, and what was looked at."""
    wrong: list[str] = []
    chains: dict[str, list[str]] = {}
    heads: dict[str, int] = {}
    seen: set[str] = set()
    previous = ""
    for path in sorted(folder.glob("chain-*.txt")):
        organ, digests = verify_chain(path, wrong)
        if organ in chains:
            wrong.append(f"{path.name}: there is another file of {organ}")
        chains[organ] = digests
    number = 0
    for number, held, text in lines_of(folder / "seals.txt"):
        seal = parsed(text)
        if seal is None or seal.get("form") != "yifa.seal/1":
            wrong.append(f"seals.txt line {number}: not a seal")
            continue
        if (seal["number"], seal["previous"]) != (number, previous) or hexdigest(seal["hash"], text.encode()) != held:
            wrong.append(f"seals.txt line {number}: the seal was changed, or one before it")
        leaves: list[str] = []
        complete = True
        for organ in sorted(set(heads) | set(seal["heads"])):
            head = seal["heads"].get(organ, {"number": -1, "digest": ""})
            digests, start = chains.get(organ, []), heads.get(organ, 0)
            if head["number"] < start or len(digests) < head["number"]:
                wrong.append(
                    f"seal {number} of {seal['day']}: {organ} had {head['number']} entries, found {len(digests)}"
                )
                complete = False
            elif head["number"] and digests[head["number"] - 1] != head["digest"]:
                first, last = start + 1, head["number"]
                wrong.append(f"seal {number} of {seal['day']}: {organ}, entries {first} to {last} are not those sealed")
                complete = False
            leaves += digests[start : head["number"]]
            heads[organ] = head["number"]
        if complete and root_of([bytes.fromhex(leaf) for leaf in leaves], seal["hash"]) != seal["root"]:
            wrong.append(f"seal {number} of {seal['day']}: the entries do not give its root")
        previous = held
        seen.add(held)
    wrong += [f"the seal you kept is not among these: {digest}" for digest in kept if digest not in seen]
    entries = sum(map(len, chains.values()))
    unsealed = entries - sum(heads.values())
    return wrong, f"{len(chains)} chains, {entries} entries ({max(unsealed, 0)} not sealed yet), {number} seals"


def verify_proof(path: Path, kept: list[str]) -> tuple[list[str], str]:
    """A proof: what is wrong, and what the entry says."""
    proof = parsed(path.read_text(encoding="utf-8").rstrip("\n"))
    if proof is None or proof.get("form") != "yifa.proof/1":
        return ["not a proof"], ""
    seal, entry = parsed(proof["seal"]), parsed(proof["entry"])
    forms = [one and one.get("form") for one in (entry, seal)]
    if forms != ["yifa.entry/1", "yifa.seal/1"]:
        return ["the proof holds no entry or no seal"], ""
    algorithm = seal["hash"]
    wrong: list[str] = []
    digest = hexdigest(entry["hash"], proof["entry"].encode())
    node, place, leaves = (
        hashlib.new(algorithm, b"\x00" + bytes.fromhex(digest)).digest(),
        proof["place"],
        seal["leaves"],
    )
    path_left = [bytes.fromhex(one) for one in proof["path"]]
    while leaves > 1 and 0 <= place < leaves:
        if place % 2 or place + 1 < leaves:
            if not path_left:
                break
            beside = path_left.pop(0)
            both = beside + node if place % 2 else node + beside
            node = hashlib.new(algorithm, b"\x01" + both).digest()
        place, leaves = place // 2, (leaves + 1) // 2
    if leaves != 1 or place or path_left or node.hex() != seal["root"]:
        wrong.append("the entry does not stand under this seal")
    sealed = hexdigest(algorithm, proof["seal"].encode())
    if kept and sealed not in kept:
        wrong.append(f"the seal of the proof is not one you kept: {sealed}")
    said = json.dumps(entry["what"], ensure_ascii=False, indent=2, sort_keys=True)
    head = (
        f"entry {entry['number']} of {entry['organ']}, recorded {entry['recorded']}, seal of {seal['day']} ({sealed})"
    )
    return wrong, f"{head}\n{said}"


def main(arguments: list[str]) -> int:
    """Verify what the command line names."""
    kept: list[str] = []
    names: list[str] = []
    for argument in arguments:
        is_digest = len(argument) == 64 and not set(argument.lower()) - set("0123456789abcdef")
        if argument != "--seal":
            (kept if is_digest else names).append(argument.lower() if is_digest else argument)
    if len(names) != 1 or ("--seal" in arguments) != bool(kept):
        print(__doc__)
        return 2
    path = Path(names[0])
    try:
        wrong, told = verify_folder(path, kept) if path.is_dir() else verify_proof(path, kept)
    except (OSError, UnicodeDecodeError, KeyError, TypeError, ValueError) as error:
        print(f"verifier: cannot read {path}: {error!r}")
        return 2
    print(told)
    for line in wrong:
        print(f"WRONG  {line}")
    if wrong:
        print(f"{len(wrong)} things are not as they were")
    elif kept:
        print("everything is as it was")
    else:
        print("everything agrees; whether it is what was sealed only a seal tells that was kept elsewhere (--seal)")
    return 1 if wrong else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
