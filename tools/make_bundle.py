"""Writes the offline archive: `make bundle`, or `python tools/make_bundle.py --platform linux-x86_64 --python 3.12`.

Wheels come from the package index that `pip` is configured for, and are held against the hashes of the pins.
"""

from __future__ import annotations

import argparse
import sys
from pathlib import Path

from bundle.making import BundleFailed, make_bundle
from bundle.platforms import PLATFORMS
from setup_house import HOUSE

PYTHONS = ("3.11", "3.12", "3.13", "3.14")


def main(arguments: list[str] | None = None) -> int:
    """Write an archive for what the arguments name; 0, or 1 with one line that says why not."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--out", type=Path, default=HOUSE / "out" / "bundle")
    parser.add_argument("--platform", nargs="*", choices=sorted(PLATFORMS), default=sorted(PLATFORMS))
    parser.add_argument("--python", nargs="*", choices=PYTHONS, default=["3.11"])
    options = parser.parse_args(arguments)
    try:
        make_bundle(options.out, options.platform, options.python)
    except BundleFailed as failure:
        print(f"bundle: {failure}", file=sys.stderr)
        return 1
    return 0


if __name__ == "__main__":
    sys.exit(main())
