"""Writes the generated pages of docs/lookup anew: `make docs`. `tools/check_house.py pages` fails when one is stale."""

from __future__ import annotations

import sys

from checks.pages import LOOKUP, rendered


def main() -> int:
    """Write every generated page that changed."""
    LOOKUP.mkdir(parents=True, exist_ok=True)
    for name, text in rendered().items():
        path = LOOKUP / name
        if not path.exists() or path.read_text(encoding="utf-8") != text:
            path.write_text(text, encoding="utf-8")
            print(f"docs: wrote docs/lookup/{name}")
    return 0


if __name__ == "__main__":
    sys.exit(main())
