"""Resolves the dependencies of pyproject.toml into hashed, index-free requirement files: `make lock`.

One universal resolution: `run` first, `lake`, `test`, `bench` and `spark` under its constraints, so that a machine that
has all holds one version of each package.
"""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

from setup_house import HOUSE, REQUIREMENTS, uv_environment

UV = Path(sys.executable).parent / "uv"
COMMON = [
    "--quiet",
    "--universal",
    "--python-version",
    "3.11",
    "--generate-hashes",
    "--no-emit-index-url",
    "--no-header",
]


def resolve(name: str, *arguments: str) -> None:
    """Write requirements/<name>.txt."""
    print(f"lock: {name} …", flush=True)
    target = REQUIREMENTS / f"{name}.txt"
    environment = uv_environment(Path(sys.executable))
    subprocess.run([UV, "pip", "compile", *COMMON, *arguments, "-o", target], cwd=HOUSE, env=environment, check=True)


if __name__ == "__main__":
    resolve("bootstrap", "requirements/bootstrap.in")
    resolve("bundle", "requirements/bundle.in")
    resolve("run", "pyproject.toml", "--group", "build", *sys.argv[1:])
    resolve("lake", "--group", "lake", "-c", "requirements/run.txt", *sys.argv[1:])
    resolve("test", "--group", "test", "-c", "requirements/run.txt", *sys.argv[1:])
    tested = ("-c", "requirements/run.txt", "-c", "requirements/test.txt")
    resolve("bench", "--group", "bench", *tested, *sys.argv[1:])
    resolve("spark", "--group", "spark", *tested, *sys.argv[1:])
