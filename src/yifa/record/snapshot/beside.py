"""Reads SQLite by ADBC in a process begun for it, which hands the tables over as Arrow through a pipe.

ADBC brings a SQLite of its own. Two of them in one process know nothing of each other, and locks on files are those of
the process: what one of them gives back, the other has lost. Another process could then write in the midst of a
transaction. Where processes cannot be begun so, locks are not of that kind.
"""

from __future__ import annotations

import os
import warnings
from collections.abc import Iterator, Mapping, Sequence
from contextlib import closing, contextmanager
from pathlib import Path
from typing import Any, BinaryIO
from urllib.parse import quote

import pyarrow as pa
from django.db import DatabaseError

_ROWS = 65_536
"""So many rows at once."""
_WELL, _ILL = b"\x01", b"\x00"


def tables_of(file: Path, asked: Mapping[str, str]) -> Iterator[tuple[str, Any]]:
    """The Arrow tables that queries give, by name, all of one moment. Raises `DatabaseError`."""
    from adbc_driver_sqlite import dbapi  # noqa: PLC0415 - only where it is the database

    if not hasattr(os, "fork"):
        with _opened(dbapi, file) as cursor:
            for name, sql in asked.items():
                cursor.execute(sql)
                yield name, cursor.fetch_arrow_table()
        return
    with _another(dbapi, file, list(asked.values())) as told:
        for name in asked:
            if told.read(1) != _WELL:
                raise DatabaseError(told.read().decode("utf-8", "replace") or "the process that read tables stopped")
            yield name, pa.ipc.open_stream(told).read_all()


@contextmanager
def _another(dbapi: Any, file: Path, asked: Sequence[str]) -> Iterator[BinaryIO]:
    """A process that reads, and the end of the pipe where it tells."""
    reading, writing = os.pipe()
    with warnings.catch_warnings():
        warnings.simplefilter("ignore", DeprecationWarning)  # of beginning one beside threads: it only reads
        process = os.fork()
    if not process:
        _tell(dbapi, file, asked, writing)
    os.close(writing)
    try:
        with os.fdopen(reading, "rb") as told:
            yield told
    finally:
        os.waitpid(process, 0)


def _tell(dbapi: Any, file: Path, asked: Sequence[str], writing: int) -> None:
    """Read and tell, and end the process, come what may."""
    try:
        with os.fdopen(writing, "wb") as told:
            try:
                with _opened(dbapi, file) as cursor:
                    for sql in asked:
                        cursor.execute(sql)
                        batches = cursor.fetch_record_batch()
                        told.write(_WELL)
                        with pa.ipc.new_stream(told, batches.schema) as stream:
                            for batch in batches:
                                stream.write_batch(batch)
            except Exception as error:
                told.write(_ILL + str(error).encode())
    finally:
        os._exit(0)


@contextmanager
def _opened(dbapi: Any, file: Path) -> Iterator[Any]:
    """A cursor in a transaction of one moment that can only read."""
    with closing(dbapi.connect(f"file:{quote(str(file))}?mode=ro")) as opened, closing(opened.cursor()) as cursor:
        cursor.adbc_statement.set_options(**{"adbc.sqlite.query.batch_rows": str(_ROWS)})
        yield cursor
