"""The site at the end of `make run`: the invented county on record, people who can sign in, open until it is stopped.

`python -m demo.office_site stop` (`make stop`) stops it. It runs by itself, so that the command ends; what it says lies
in `out/office/site.log`.
"""

from __future__ import annotations

import os
import shutil
import signal
import socket
import subprocess
import sys
import time
import urllib.error
import urllib.request
from collections.abc import Mapping
from pathlib import Path

from demo import city_record

FOLDER, RECORD, LOG, RUNNING, LOGINS = "office", "record.sqlite3", "site.log", "site.pid", "logins.txt"
HOST, PORT = "127.0.0.1", 8000
PATIENCE_SECONDS = 60.0
_LEFT_OPEN: list[subprocess.Popen[bytes]] = []
"""Sites that this process left open; held, since they outlive what started them."""


def show(out: Path, number: int, *, zh: bool, port: int = PORT) -> int:
    """Lay the office onto the county's record and open the site; 0 when it answers. `port`: or the next free."""
    title = (
        "办公平台：同一县的案卷，用演示账号登录" if zh else "The office: the same county, with people who can sign in"
    )
    print(f"\n── {number} ──\n{title}", flush=True)
    stop(out)
    home = (out / FOLDER).resolve()
    shutil.rmtree(home, ignore_errors=True)
    home.mkdir(parents=True)
    laid = out / city_record.FOLDER / city_record.RECORD
    if laid.exists():
        shutil.copyfile(laid, home / RECORD)
    settings = {**os.environ, "YIFA_HOME": str(home), "YIFA_DATABASE": str(home / RECORD)}
    print("$ python -m demo.open_office", flush=True)
    command = [sys.executable, "-m", "demo.open_office"]
    done = subprocess.run(command, env=settings, check=False, stdout=subprocess.PIPE, text=True, encoding="utf-8")
    print(done.stdout, end="", flush=True)
    if done.returncode:
        return 1
    (home / LOGINS).write_text(done.stdout, encoding="utf-8")
    return _open(home, settings, _free(port), zh=zh)


def _open(home: Path, settings: Mapping[str, str], port: int, *, zh: bool) -> int:
    """Start the site and wait until it answers."""
    print(f"$ yifa serve --port {port}", flush=True)
    with (home / LOG).open("wb") as log:
        site = subprocess.Popen(
            [sys.executable, "-m", "yifa", "serve", "--host", HOST, "--port", str(port)],
            env=settings,
            stdin=subprocess.DEVNULL,
            stdout=log,
            stderr=log,
            start_new_session=True,
        )
    _LEFT_OPEN.append(site)
    (home / RUNNING).write_text(f"{site.pid}\n", encoding="ascii")
    address = f"http://{HOST}:{port}/"
    until = time.monotonic() + PATIENCE_SECONDS
    while time.monotonic() < until and site.poll() is None:
        if _answers(address):
            print(
                f"平台已打开：{address}（账号、口令见上；停止：make stop）"
                if zh
                else f"The site is open: {address} (accounts and password above; stop it with: make stop)",
                flush=True,
            )
            return 0
        time.sleep(0.3)
    print(
        f"平台没有打开，原因见 {home / LOG}" if zh else f"The site did not open; why, says {home / LOG}",
        file=sys.stderr,
    )
    return 1


def stop(out: Path) -> bool:
    """Stop the site that was left open; whether one was."""
    noted = out / FOLDER / RUNNING
    if not noted.exists():
        return False
    process = int(noted.read_text(encoding="ascii"))
    noted.unlink()
    if not _is_ours(process):
        return False
    os.killpg(process, signal.SIGTERM)
    for site in [one for one in _LEFT_OPEN if one.pid == process]:
        site.wait(timeout=PATIENCE_SECONDS)
        _LEFT_OPEN.remove(site)
    until = time.monotonic() + PATIENCE_SECONDS
    while time.monotonic() < until and _is_ours(process):
        time.sleep(0.1)
    return True


def _is_ours(process: int) -> bool:
    """Whether a process is a site, and not another that has its number now."""
    try:
        line = Path(f"/proc/{process}/cmdline").read_bytes().split(b"\0")
    except OSError:
        return False
    return b"yifa" in line and b"serve" in line


def _free(port: int) -> int:
    """This port, or the next above it that nobody has."""
    for one in range(port, port + 100):
        with socket.socket() as tried:
            tried.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
            try:
                tried.bind((HOST, one))
            except OSError:
                continue
            return one
    return port


def _answers(address: str) -> bool:
    try:
        with urllib.request.urlopen(address, timeout=5) as answer:  # noqa: S310 - our own site on this machine
            return bool(answer.status == 200)
    except (urllib.error.URLError, OSError):
        return False


if __name__ == "__main__":
    OUT = Path(__file__).resolve().parent.parent / "out"
    if sys.argv[1:] == ["stop"]:
        print("stopped" if stop(OUT) else "no site was open")
    else:
        sys.exit(show(OUT, 1, zh=not os.environ.get("YIFA_LANG", "zh").startswith("en")))
