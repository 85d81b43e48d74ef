"""Makes an archive: wheels by the pins, each checked by its hash; our own wheel; scripts; and what all of it comes to.

out/bundle/yifa-0.1.0-offline.zip          one folder: wheels, requirements.txt, scripts, SHA256SUMS
out/bundle/yifa-0.1.0-offline.zip.sha256   its checksum
"""

from __future__ import annotations

import hashlib
import os
import re
import shutil
import subprocess
import sys
import tempfile
import zipfile
from collections.abc import Iterator, Sequence
from pathlib import Path

from packaging.requirements import Requirement

from bundle.platforms import PLATFORMS, Platform
from bundle.scripts import INSTALL_BAT, INSTALL_SH, README, START_BAT, START_SH, written
from setup_house import HOUSE, REQUIREMENTS

PIP = [sys.executable, "-m", "pip", "--disable-pip-version-check"]
LONG_AGO = (2020, 1, 1, 0, 0, 0)
"""The time of every file in the archive: the same inputs give the same bytes."""


class BundleFailed(RuntimeError):
    """What could not be fetched or built, with what the program said."""


def make_bundle(out: Path, platforms: Sequence[str], pythons: Sequence[str]) -> Path:
    """Write an archive for some platforms and Pythons; its path. Raises `BundleFailed`."""
    out.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory(prefix="yifa-bundle-") as place:
        wheels = Path(place) / "wheels"
        wheels.mkdir()
        own = _build_own(wheels)
        for name in platforms:
            for python in pythons:
                print(f"bundle: wheels for {name}, Python {python} …", flush=True)
                _fetch(PLATFORMS[name], python, wheels)
        version = own.name.split("-")[1]
        folder = Path(place) / f"yifa-{version}"
        folder.mkdir()
        wheels.rename(folder / "wheels")
        _write_words(folder, own.name, version, platforms, pythons)
        archive = _pack(folder, out / f"yifa-{version}-offline.zip")
    size = archive.stat().st_size / 1e6
    print(f"bundle: {archive} ({size:.0f} MB)", flush=True)
    return archive


def _build_own(wheels: Path) -> Path:
    """Our own wheel, from this tree with the build tools that are pinned."""
    environment = {**os.environ, "SOURCE_DATE_EPOCH": "1577836800"}
    _run(
        [*PIP, "wheel", "--quiet", "--no-deps", "--no-build-isolation", "--wheel-dir", str(wheels), str(HOUSE)],
        environment,
    )
    return next(wheels.glob("yifa-*.whl"))


def _fetch(platform: Platform, python: str, wheels: Path) -> None:
    """The wheels of the pins for one kind of machine, checked by their hashes."""
    abi = "cp" + python.replace(".", "")
    told = [argument for tag in platform.tags for argument in ("--platform", tag)]
    told += [argument for one in (abi, "abi3", "none") for argument in ("--abi", one)]
    with tempfile.NamedTemporaryFile("w", suffix=".txt", encoding="utf-8") as lock:
        for file in ("run.txt", "bundle.txt"):
            lock.writelines(_needed(REQUIREMENTS / file, platform.environment(python)))
        lock.flush()
        command = [*PIP, "download", "--quiet", "--no-deps", "--require-hashes", "--only-binary", ":all:"]
        command += ["--implementation", "cp", "--python-version", python, *told, "--dest", str(wheels), "-r", lock.name]
        _run(command)


def _needed(path: Path, environment: dict[str, str]) -> Iterator[str]:
    """The pins of a lock that a machine needs, with their hashes and without markers: pip would ask this machine."""
    for block in re.split(r"\n(?=[A-Za-z0-9])", path.read_text(encoding="utf-8")):
        lines = [line for line in block.splitlines() if line.strip() and not line.lstrip().startswith("#")]
        if not lines:
            continue
        text, *hashes = " ".join(line.removesuffix("\\").strip() for line in lines).split(" --hash=")
        pin = Requirement(text)
        if pin.marker is None or pin.marker.evaluate(environment):
            yield f"{pin.name}{pin.specifier} {' '.join(f'--hash={one}' for one in hashes)}\n"


def _write_words(folder: Path, own: str, version: str, platforms: Sequence[str], pythons: Sequence[str]) -> None:
    """Requirements, scripts, and the checksums of everything."""
    pip = next((folder / "wheels").glob("pip-*.whl")).name
    said = {"pythons": " ".join(pythons), "pip": pip, "version": version, "platforms": ", ".join(platforms)}
    lock = (REQUIREMENTS / "run.txt").read_text(encoding="utf-8").rstrip()
    mine = f"yifa=={version} --hash=sha256:{_digest(folder / 'wheels' / own)}"
    (folder / "requirements.txt").write_text(f"{lock}\n{mine}\n", encoding="utf-8")
    for name, text in (
        ("install.sh", INSTALL_SH),
        ("start.sh", START_SH),
        ("install.bat", INSTALL_BAT),
        ("start.bat", START_BAT),
        ("README.txt", README),
    ):
        (folder / name).write_text(written(text, **said), encoding="utf-8", newline="")
    for name in ("LICENSE", "src/yifa/record/chain/verifier.py"):
        shutil.copy(HOUSE / name, folder / Path(name).name)
    files = sorted(path for path in folder.rglob("*") if path.is_file())
    sums = "".join(f"{_digest(path)}  {path.relative_to(folder).as_posix()}\n" for path in files)
    (folder / "SHA256SUMS").write_text(sums, encoding="utf-8", newline="")


def _pack(folder: Path, archive: Path) -> Path:
    """One file of the folder, and its checksum beside it. Wheels are compressed already."""
    with zipfile.ZipFile(archive, "w", zipfile.ZIP_STORED) as file:
        for path in sorted(path for path in folder.rglob("*") if path.is_file()):
            name = f"{folder.name}/{path.relative_to(folder).as_posix()}"
            info = zipfile.ZipInfo(name, LONG_AGO)
            info.external_attr = (0o755 if path.suffix == ".sh" else 0o644) << 16
            with path.open("rb") as source, file.open(info, "w") as target:
                shutil.copyfileobj(source, target, 1 << 20)
    beside = archive.with_name(archive.name + ".sha256")
    beside.write_text(f"{_digest(archive)}  {archive.name}\n", encoding="utf-8")
    return archive


def _digest(path: Path) -> str:
    with path.open("rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest()


def _run(command: list[str], environment: dict[str, str] | None = None) -> None:
    done = subprocess.run(command, env=environment, capture_output=True, text=True, check=False)
    if done.returncode:
        said = (done.stderr or done.stdout).strip().splitlines()[-1:]
        raise BundleFailed(f"{' '.join(command[3:6])} …: {' '.join(said)[:400]}")
