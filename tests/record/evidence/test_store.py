"""Files lie under their digests; what broke off or was refused is nowhere, and what was changed shows."""

from __future__ import annotations

import hashlib
from io import BytesIO
from pathlib import Path

import pytest

from yifa.record.evidence.errors import Damaged, WrongFile
from yifa.record.evidence.store import BLOCK, FileStore

DATA = bytes(range(256)) * 9000
DIGEST = hashlib.sha256(DATA).hexdigest()


def test_a_file_lies_under_its_digest_once_and_is_read_block_by_block(tmp_path: Path) -> None:
    store = FileStore(tmp_path)
    stored = [store.keep(BytesIO(DATA), len(DATA), lambda path: None) for _ in range(2)]
    assert [(one.digest, one.size) for one in stored] == [(DIGEST, len(DATA))] * 2
    blocks = list(store.read(DIGEST, len(DATA)))
    assert (b"".join(blocks) == DATA, max(map(len, blocks))) == (True, BLOCK)
    assert (list(store.digests()), list((tmp_path / "incoming").iterdir())) == ([DIGEST], [])


def test_what_is_refused_or_breaks_off_leaves_nothing(tmp_path: Path) -> None:
    store = FileStore(tmp_path)

    def refuse(path: Path) -> None:
        assert path.stat().st_size == len(DATA)
        raise WrongFile("refused")

    class Breaking(BytesIO):
        def read(self, size: int | None = -1, /) -> bytes:
            if self.tell():
                raise OSError("line cut")
            return super().read(size)

    with pytest.raises(WrongFile, match="refused"):
        store.keep(BytesIO(DATA), len(DATA), refuse)
    with pytest.raises(WrongFile, match=f"found a file of more than {len(DATA) - 1} bytes"):
        store.keep(BytesIO(DATA), len(DATA) - 1, lambda path: None)
    with pytest.raises(OSError, match="line cut"):
        store.keep(Breaking(DATA), len(DATA), lambda path: None)
    assert [one for one in tmp_path.rglob("*") if one.is_file()] == []


def test_a_file_that_is_missing_or_changed_is_told(tmp_path: Path) -> None:
    store = FileStore(tmp_path)
    store.keep(BytesIO(DATA), len(DATA), lambda path: None)
    assert store.state(DIGEST, len(DATA)) == "whole"
    path = store.path(DIGEST)
    path.chmod(0o640)
    path.write_bytes(DATA[:-1] + b"x")
    assert store.state(DIGEST, len(DATA)) == "changed"
    with pytest.raises(Damaged, match="is not what was taken in"):
        list(store.read(DIGEST, len(DATA)))
    store.keep(BytesIO(DATA), len(DATA), lambda path: None)
    assert store.state(DIGEST, len(DATA)) == "whole", "what comes again takes the place of what was changed"
    store.destroy(DIGEST)
    assert (store.state(DIGEST, len(DATA)), list(store.digests())) == ("missing", [])
