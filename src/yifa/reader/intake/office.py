"""LibreOffice, where it is installed: opens what is too old or too odd for the readers of this room.

It runs without a window, on a copy in a folder of its own, with a profile of its own and macros off, and is ended when
it takes too long. What it makes is a .docx, which is then read like any other.
"""

from __future__ import annotations

import os
import shutil
import signal
import subprocess
import tempfile
from collections.abc import Mapping
from contextlib import suppress
from pathlib import Path

from yifa.reader.intake.limits import LARGEST_FILE, OFFICE_SECONDS

_PROGRAMS = ("soffice", "libreoffice")


def office_program() -> str | None:
    """The LibreOffice of this machine, or None."""
    return next(filter(None, map(shutil.which, _PROGRAMS)), None)


def convert(data: bytes, suffix: str, *, seconds: int = OFFICE_SECONDS) -> bytes | None:
    """The document as .docx, or None when there is no LibreOffice, or it cannot open the file or takes too long."""
    program = office_program()
    if program is None:
        return None
    with tempfile.TemporaryDirectory(prefix="yifa-", ignore_cleanup_errors=True) as folder:
        source = Path(folder, f"in{suffix if suffix.isascii() else '.doc'}")
        source.write_bytes(data)
        made = make(program, source, "docx:MS Word 2007 XML", seconds=seconds)
        if not made.is_file() or made.stat().st_size > LARGEST_FILE:
            return None
        return made.read_bytes()


def make(program: str, source: Path, to: str, *, seconds: int, settings: Mapping[str, str] | None = None) -> Path:
    """Let LibreOffice make another form of a file, beside it; where that lies, if it could. `settings`: further ones.

    The file must be alone in its folder.
    """
    folder = source.parent
    command = [program, f"-env:UserInstallation={(folder / 'profile').as_uri()}", "--headless", "--norestore"]
    command += ["--convert-to", to, "--outdir", str(folder / "out"), str(source)]
    _run(command, seconds, {**os.environ, **(settings or {})})
    return folder / "out" / f"{source.stem}.{to.partition(':')[0]}"


def _run(command: list[str], seconds: int, settings: Mapping[str, str]) -> None:
    """Run a program that starts others, and end all of them when it takes too long."""
    alone = os.name == "posix"
    with suppress(OSError):
        process = subprocess.Popen(
            command,
            stdin=subprocess.DEVNULL,
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
            start_new_session=alone,
            env=settings,
        )
        try:
            process.wait(timeout=seconds)
        except subprocess.TimeoutExpired:
            if alone:
                os.killpg(process.pid, signal.SIGKILL)
            process.kill()
            process.wait()
