"""The offline archive is installed and runs with the network cut off; every file is what the checksums say."""

from __future__ import annotations

import hashlib
import json
import os
import platform
import shutil
import subprocess
import sys
import zipfile
from pathlib import Path

import pytest

from bundle.making import _needed, make_bundle
from bundle.platforms import PLATFORMS
from setup_house import REQUIREMENTS

PYTHON = "{}.{}".format(*sys.version_info)
HERE = {"x86_64": "linux-x86_64", "aarch64": "linux-aarch64"}.get(platform.machine(), "")

# Brings the loopback of a fresh network namespace up, starts the site, asks whether it is alive, and stops it.
ASKS = """
import fcntl, json, os, signal, socket, struct, subprocess, sys, time, urllib.request
try:
    with socket.socket(socket.AF_INET, socket.SOCK_DGRAM) as one:
        fcntl.ioctl(one, 0x8914, struct.pack("16sh14s", b"lo", 0x1 | 0x40, b""))
except OSError:
    pass
with open("site-said.txt", "w+") as said:
    site = subprocess.Popen(["sh", "start.sh", "--port", "8431"], stderr=said, start_new_session=True)
    opener = urllib.request.build_opener(urllib.request.ProxyHandler({}))
    answer = None
    try:
        for _ in range(240):
            try:
                answer = json.load(opener.open("http://127.0.0.1:8431/alive", timeout=5))
                break
            except OSError:
                time.sleep(0.5)
        os.killpg(site.pid, signal.SIGTERM)
        site.wait(180)
    finally:
        try:
            os.killpg(site.pid, signal.SIGKILL)
        except ProcessLookupError:
            pass
        said.seek(0)
        sys.stderr.write(said.read())
print(json.dumps(answer))
sys.exit(answer is None)
"""


def cut_off() -> tuple[list[str], dict[str, str]]:
    """How a command is run without a network: in a namespace of its own, or behind a proxy that is not there."""
    bare = {name: value for name, value in os.environ.items() if name in ("PATH", "HOME", "LANG", "TMPDIR")}
    bare |= {"PIP_CONFIG_FILE": os.devnull, "YIFA_LANG": "en", "YIFA_PYTHON": sys.executable}
    if shutil.which("unshare") and subprocess.run(["unshare", "-n", "true"], check=False).returncode == 0:
        return ["unshare", "-n"], bare
    nobody = dict.fromkeys(("http_proxy", "https_proxy", "HTTP_PROXY", "HTTPS_PROXY"), "http://127.0.0.1:9")
    return [], {**bare, **nobody}


@pytest.mark.slow
@pytest.mark.timeout(1500)
@pytest.mark.skipif(not HERE or not sys.platform.startswith("linux"), reason="no archive is made for this machine")
def test_the_archive_is_installed_and_runs_with_the_network_cut_off(tmp_path: Path) -> None:
    archive = make_bundle(tmp_path / "out", [HERE], [PYTHON])
    told, _, name = (archive.with_name(archive.name + ".sha256")).read_text().strip().partition("  ")
    assert (told, name) == (hashlib.sha256(archive.read_bytes()).hexdigest(), archive.name)
    with zipfile.ZipFile(archive) as file:
        file.extractall(tmp_path / "there")
    [folder] = (tmp_path / "there").iterdir()
    sums = dict(reversed(line.split("  ", 1)) for line in (folder / "SHA256SUMS").read_text().splitlines())
    files = {path.relative_to(folder).as_posix(): path for path in folder.rglob("*") if path.is_file()}
    assert {
        name: hashlib.sha256(path.read_bytes()).hexdigest() for name, path in files.items() if name != "SHA256SUMS"
    } == sums
    alone, environment = cut_off()
    environment["YIFA_HOME"] = str(tmp_path / "home")

    def run(*command: str) -> str:
        done = subprocess.run(
            [*alone, *command], cwd=folder, env=environment, capture_output=True, text=True, check=False
        )
        assert (done.returncode, done.stderr if done.returncode else "") == (0, "")
        return done.stdout

    run("sh", "install.sh")
    yifa = "program/bin/yifa"
    told = run(yifa, "due", "--law", "行政许可法", "--from", "2024-09-25", "--within", "20 working days")
    assert told.splitlines()[0] == "Last day: Mon 28 Oct 2024"
    assert "最后一日" in run(yifa, "--lang", "zh", "due", "--from", "2024-09-25", "--within", "3 days")
    run(yifa, "record", "prepare")
    assert run(yifa, "record", "drill").splitlines()[-1] == "The drill held. Nothing of it was left behind."
    assert json.loads(run("program/bin/python", "-c", ASKS).splitlines()[-1]) == {"alive": True}


@pytest.mark.parametrize("name", sorted(PLATFORMS))
def test_markers_are_judged_for_the_machine_the_archive_is_for(name: str) -> None:
    pins = {line.split("==")[0] for line in _needed(REQUIREMENTS / "run.txt", PLATFORMS[name].environment("3.11"))}
    assert ("colorama" in pins) is (name == "windows-amd64")
    assert {"django", "granian", "polars", "yifa"} & pins == {"django", "granian", "polars"}
    lines = list(_needed(REQUIREMENTS / "run.txt", PLATFORMS[name].environment("3.13")))
    assert all("--hash=sha256:" in line and ";" not in line for line in lines)
    assert sum(line.startswith("numpy==") for line in lines) == 1
