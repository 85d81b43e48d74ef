"""Chain files: what an archive, a court or the level above is given, and what the stand-alone verifier reads.

A folder with one file a chain (`chain-<digest of the organ's id>.txt`) and one of the seals (`seals.txt`). Each line is
a digest in hex, a blank and the canonical text it is the digest of: text with no line break in it, so that
`printf %s '<text>' | sha256sum` tells the same.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator
from datetime import date
from pathlib import Path

from yifa.record.chain.digests import ALGORITHMS, digest
from yifa.record.chain.seals import FORM as SEAL_FORM
from yifa.record.chain.seals import Head, Seal
from yifa.record.chain.verifying import Row

SEALS = "seals.txt"


class NotAChainFile(ValueError):
    """A line that is not a digest and a text; the message names file and line."""


def chain_name(organ: str) -> str:
    """The name of the file of an organ's chain: the same on every system, whatever signs the id has."""
    return f"chain-{digest(organ.encode()).hex()[:16]}.txt"


def write_chain(folder: Path, organ: str, rows: Iterable[Row]) -> Path:
    """Write the chain of an organ."""
    path = folder / chain_name(organ)
    with path.open("w", encoding="utf-8", newline="\n") as file:
        file.writelines(f"{held} {text}\n" for _, text, held in rows)
    return path


def write_seals(folder: Path, seals: Iterable[Seal]) -> Path:
    """Write the seals, in order."""
    path = folder / SEALS
    with path.open("w", encoding="utf-8", newline="\n") as file:
        file.writelines(f"{seal.digest} {seal.text}\n" for seal in seals)
    return path


def read_chain(path: Path) -> tuple[str, list[Row]]:
    """The organ of a chain file, as its first entry says, and its rows; a line is the entry of its own number."""
    rows = [(number, text, held) for number, (held, text) in enumerate(_lines(path), 1)]
    if not rows:
        raise NotAChainFile(f"{path.name}: found no entry, expected at least one line")
    try:
        return str(json.loads(rows[0][1])["organ"]), rows
    except (ValueError, KeyError, TypeError, RecursionError):
        raise NotAChainFile(f"{path.name} line 1: found no organ, expected an entry of a chain") from None


def read_seals(path: Path) -> list[tuple[Seal, str]]:
    """The seals of a file, each with the digest it is kept under. Raises `NotAChainFile`."""
    return [(seal_from(text, f"{path.name} line {at}"), held) for at, (held, text) in enumerate(_lines(path), 1)]


def seal_from(text: str, where: str) -> Seal:
    """A seal from its canonical text. Raises `NotAChainFile` for anything else."""
    try:
        said = json.loads(text)
        heads = {organ: Head(one["number"], one["digest"]) for organ, one in said["heads"].items()}
        day = date.fromisoformat(said["day"])
        parts = (said["number"], day, said["previous"], said["leaves"], said["root"], heads, said["hash"])
        texts = (said["previous"], said["root"], said["hash"], *(head.digest for head in heads.values()))
        numbers = (said["number"], said["leaves"], *(head.number for head in heads.values()))
        is_one = (
            said["form"] == SEAL_FORM
            and said["hash"] in ALGORITHMS
            and set(map(type, texts)) == {str}
            and set(map(type, numbers)) == {int}
        )
        if is_one and (seal := Seal(*parts)).text == text:
            return seal
    except (ValueError, KeyError, TypeError, AttributeError, RecursionError):
        pass
    raise NotAChainFile(f"{where}: found something else, expected the canonical text of a seal ({SEAL_FORM})")


def _lines(path: Path) -> Iterator[tuple[str, str]]:
    with path.open(encoding="utf-8", newline="\n") as file:
        for number, line in enumerate(file, 1):
            held, blank, text = line.removesuffix("\n").partition(" ")
            if not blank:
                raise NotAChainFile(f"{path.name} line {number}: expected a digest, a blank and a text")
            yield held, text
