"""A PostgreSQL of its own for the time of a command, in a folder that goes afterwards.

    with postgres() as url: …

The server listens on a socket in that folder alone. It never runs as root: where this does, as the user `postgres` or
`nobody`. Durable writes are left out, since nothing in it outlives the command, unless `durable`.
"""

from __future__ import annotations

import os
import pwd
import shutil
import subprocess
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from urllib.parse import quote

OLDEST = 15
NAME = "yifa"


class NoPostgres(RuntimeError):
    """PostgreSQL is not there, or did not start; the text says what to do."""


def binaries() -> Path:
    """The folder of the newest server programs on this machine."""
    folders = [path for path in Path("/usr/lib/postgresql").glob("*/bin") if (path / "initdb").exists()]
    on_path = shutil.which("initdb")
    found = {int(path.parent.name): path for path in folders if path.parent.name.isdigit()}
    if found and max(found) >= OLDEST:
        return found[max(found)]
    if on_path:
        return Path(on_path).parent
    raise NoPostgres(f"PostgreSQL {OLDEST} or newer is missing; install it (Debian: apt-get install postgresql)")


@contextmanager
def postgres(durable: bool = False) -> Iterator[str]:
    """The address of a fresh, empty database."""
    programs = binaries()
    folder = Path(tempfile.mkdtemp(prefix="yifa-postgres-"))
    user = _user()
    if user is not None:
        shutil.chown(folder, user, pwd.getpwnam(user).pw_gid)
    data = folder / "data"
    settings = "listen_addresses=''", f"unix_socket_directories='{folder}'", "max_connections=60"
    quick = () if durable else ("fsync=off", "synchronous_commit=off", "full_page_writes=off")
    try:
        _run([programs / "initdb", "--pgdata", data, "--auth=trust", f"--username={NAME}", "--encoding=UTF8"], user)
        with (data / "postgresql.conf").open("a", encoding="utf-8") as file:
            file.writelines(f"{line}\n" for line in (*settings, *quick))
        _run([programs / "pg_ctl", "--pgdata", data, "--wait", "--log", folder / "log", "start"], user)
        try:
            _run([programs / "createdb", "--host", folder, "--username", NAME, NAME], user)
            yield f"postgresql://{NAME}@{quote(str(folder), safe='')}/{NAME}"
        finally:
            _run([programs / "pg_ctl", "--pgdata", data, "--mode=immediate", "stop"], user)
    finally:
        shutil.rmtree(folder, ignore_errors=True)


def _user() -> str | None:
    """Whom to run the server as; None: as who runs this."""
    if os.geteuid() != 0:
        return None
    names = {one.pw_name for one in pwd.getpwall()}
    return "postgres" if "postgres" in names else "nobody"


def _run(command: list[Path | str], user: str | None) -> None:
    texts = [str(part) for part in command]
    done = subprocess.run(
        texts,
        user=user,
        capture_output=True,
        text=True,
        check=False,
        cwd=tempfile.gettempdir(),
        stdin=subprocess.DEVNULL,
    )
    if done.returncode:
        raise NoPostgres(f"{Path(texts[0]).name} failed: {(done.stderr or done.stdout).strip()[-400:]}")
