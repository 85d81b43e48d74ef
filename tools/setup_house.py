"""Sets up the virtual environment of the house: `setup_house.py run [lake] [spark] [test] [bench] [--debian …]`.

Only the standard library is used, because nothing is installed yet. Running it again is quick: a stamp in the
environment remembers what was installed. Every package is pinned by hash in `requirements/`; `uv` (pinned like the
rest) installs them with the system's own certificates and the index that `pip` is configured for, and where `uv`
cannot, `pip` does. Parts of Debian that the tests need are installed when this runs as root, otherwise the exact
command is named.
"""

from __future__ import annotations

import argparse
import hashlib
import os
import re
import shutil
import subprocess
import sys
import time
from pathlib import Path

from postgres import NoPostgres, binaries

HOUSE = Path(__file__).resolve().parent.parent
REQUIREMENTS = HOUSE / "requirements"

GROUPS = ("run", "lake", "spark", "test", "bench")
"""What can be set up; each has a lock of its name."""
JAVA = 17
"""The oldest version that Spark 4 runs on."""
CHROMIUM_NAMES = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable")


class SetupFailed(Exception):
    """What could not be set up, with the remedy in its text."""


def main(argv: list[str] | None = None) -> int:
    """Set up what the arguments name; 0 when all stands, 1 with one clear line when it does not."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("groups", nargs="*", default=["run"], choices=GROUPS)
    parser.add_argument("--debian", nargs="*", default=[], choices=sorted(DEBIAN_PARTS))
    parser.add_argument("--venv", type=Path, default=HOUSE / ".venv")
    parser.add_argument("--python", default=sys.executable, help="interpreter of the environment")
    options = parser.parse_args(argv)
    try:
        set_up_environment(options.venv, options.python, options.groups or ["run"])
        for part in options.debian:
            install_debian_part(part)
    except SetupFailed as failure:
        print(f"setup: {failure}", file=sys.stderr)
        return 1
    return 0


def say(text: str) -> None:
    """One line of progress, at once."""
    print(f"setup: {text}", flush=True)


def set_up_environment(venv: Path, python: str, groups: list[str]) -> None:
    """Make the environment and install the groups, unless the stamp says that just these already stand."""
    stamp = venv / ".yifa-installed"
    wanted = fingerprint(groups)
    done = set(stamp.read_text().split()) if stamp.exists() else set()
    if wanted <= done and runs(venv / "bin" / "python"):
        return
    started = time.monotonic()
    if not runs(venv / "bin" / "python"):
        create_environment(venv, python)
    files = [REQUIREMENTS / f"{group}.txt" for group in ("bootstrap", *groups)]
    say(f"installing {', '.join(groups)} into {venv.name} (pinned by hash) …")
    install(venv, files)
    say("installing yifa itself …")
    install_project(venv)
    stamp.write_text("\n".join(sorted(wanted)) + "\n")
    say(f"{venv.name} is ready after {time.monotonic() - started:.0f} s")


def fingerprint(groups: list[str]) -> set[str]:
    """Digests of what decides an installation: one for the project, one for each group's lock."""
    project = hashlib.sha256((HOUSE / "pyproject.toml").read_bytes())
    project.update((HOUSE / "tools" / "build_messages.py").read_bytes())
    for messages in sorted((HOUSE / "src" / "yifa" / "locale").glob("**/*.po")):
        project.update(messages.read_bytes())
    marks = {f"project:{project.hexdigest()[:20]}"}
    for group in groups:
        digest = hashlib.sha256((REQUIREMENTS / f"{group}.txt").read_bytes()).hexdigest()
        marks.add(f"{group}:{digest[:20]}")
    return marks


def runs(python: Path) -> bool:
    """Whether an environment's interpreter starts and is new enough (a copied or moved one may not be)."""
    if not python.exists():
        return False
    check = "import sys; sys.exit(sys.version_info < (3, 11))"
    return subprocess.run([python, "-c", check], capture_output=True, check=False).returncode == 0


def create_environment(venv: Path, python: str) -> None:
    """Make an empty virtual environment, installing Debian's venv module first where it is missing."""
    shutil.rmtree(venv, ignore_errors=True)
    say(f"making {venv.name} with {python} …")
    command = [python, "-m", "venv", str(venv)]
    made = subprocess.run(command, capture_output=True, text=True, check=False)
    if made.returncode and "ensurepip" in made.stdout + made.stderr:
        version = subprocess.run(
            [python, "-c", "import sys; print('%d.%d' % sys.version_info[:2])"],
            capture_output=True,
            text=True,
            check=True,
        ).stdout.strip()
        debian_install([f"python{version}-venv"])
        made = subprocess.run(command, capture_output=True, text=True, check=False)
    if made.returncode:
        raise SetupFailed(f"could not make a virtual environment: {(made.stderr or made.stdout).strip()[-300:]}")


def install(venv: Path, files: list[Path]) -> None:
    """Install locked requirement files: with uv, or with pip where uv cannot reach the index."""
    python = venv / "bin" / "python"
    pip = [python, "-m", "pip", "--disable-pip-version-check", "install", "--quiet", "--require-hashes"]
    locks = [argument for file in files for argument in ("-r", str(file))]
    bootstrap = subprocess.run(
        [*pip, "-r", REQUIREMENTS / "bootstrap.txt"], capture_output=True, text=True, check=False
    )
    if bootstrap.returncode == 0:
        uv = [venv / "bin" / "uv", "pip", "install", "--quiet", "--require-hashes", "--python", str(python), *locks]
        if subprocess.run(uv, env=uv_environment(python), capture_output=True, check=False).returncode == 0:
            return
    finished = subprocess.run([*pip, *locks], capture_output=True, text=True, check=False)
    if finished.returncode:
        last = (finished.stderr.strip() or bootstrap.stderr.strip()).splitlines()[-1:]
        raise SetupFailed(
            f"packages could not be installed: {' '.join(last)[:300]} — is a Python package index reachable? "
            "Behind a mirror or proxy, set it once with `pip config set global.index-url …`."
        )


def uv_environment(python: Path) -> dict[str, str]:
    """The environment for uv: the system's certificates, and the index configured for pip if there is one."""
    environment = {**os.environ, "UV_SYSTEM_CERTS": "1", "UV_NO_CONFIG": "1", "UV_PYTHON_DOWNLOADS": "never"}
    configured = subprocess.run(
        [python, "-m", "pip", "config", "get", "global.index-url"], capture_output=True, text=True, check=False
    )
    if configured.returncode == 0 and configured.stdout.strip():
        environment.setdefault("UV_DEFAULT_INDEX", configured.stdout.strip())
    return environment


def install_project(venv: Path) -> None:
    """Install this tree in editable form; its build tools are pinned in `run` and no other is fetched."""
    python = venv / "bin" / "python"
    command = [python, "-m", "pip", "--disable-pip-version-check", "install", "--quiet"]
    command += ["--no-deps", "--no-build-isolation", "--editable", str(HOUSE)]
    finished = subprocess.run(command, capture_output=True, text=True, check=False)
    if finished.returncode:
        raise SetupFailed(f"yifa itself could not be installed: {finished.stderr.strip()[-400:]}")


def install_debian_part(part: str) -> None:
    """See that a part of the operating system stands; install it when we may."""
    package, stands = DEBIAN_PARTS[part]
    if not stands():
        debian_install([package])
        if not stands():
            raise SetupFailed(f"{package} was installed but is still not found")


def debian_install(packages: list[str]) -> None:
    """Install Debian packages as root, or name the command that does it."""
    remedy = f"apt-get update && apt-get install -y {' '.join(packages)}"
    if not shutil.which("apt-get"):
        raise SetupFailed(f"this machine lacks {', '.join(packages)} (names as on Debian); please install them")
    if os.geteuid() != 0:
        raise SetupFailed(f"please type once: sudo sh -c '{remedy}'")
    say(f"installing from Debian: {' '.join(packages)} …")
    environment = {**os.environ, "DEBIAN_FRONTEND": "noninteractive"}
    for command in (["apt-get", "update", "-q"], ["apt-get", "install", "-yq", "--no-install-recommends", *packages]):
        finished = subprocess.run(command, env=environment, capture_output=True, text=True, check=False)
        if finished.returncode and command[1] == "install":
            raise SetupFailed(f"`{remedy}` failed: {finished.stderr.strip()[-300:]}")


def has_postgres() -> bool:
    """Whether the programs of a PostgreSQL server are there that is new enough."""
    try:
        binaries()
    except NoPostgres:
        return False
    return True


def has_java() -> bool:
    """Whether a Java stands that Spark can use."""
    if not shutil.which("java"):
        return False
    said = subprocess.run(["java", "-version"], capture_output=True, text=True, check=False)
    version = re.search(r'version "(\d+)', said.stderr + said.stdout)
    return version is not None and int(version[1]) >= JAVA


def has_chinese_font() -> bool:
    """Whether pages can be drawn with Chinese characters."""
    folders = ("/usr/share/fonts", "/usr/local/share/fonts", str(Path.home() / ".local/share/fonts"))
    names = ("NotoSansCJK", "NotoSerifCJK", "NotoSansSC", "SourceHanSans", "wqy-", "simsun", "msyh")
    return any(
        name in file.name for folder in folders for file in Path(folder).glob("**/*.[to]t[cf]") for name in names
    )


# Part of the set-up: its Debian package, and whether it stands already.
DEBIAN_PARTS = {
    "chromium": ("chromium", lambda: any(map(shutil.which, CHROMIUM_NAMES))),
    "fonts": ("fonts-noto-cjk", has_chinese_font),
    "postgres": ("postgresql", has_postgres),
    "java": (f"openjdk-{JAVA}-jre-headless", has_java),
}


if __name__ == "__main__":
    sys.exit(main())
