"""Writes the generated pages of docs/lookup anew, and the manual into out/manual: `make docs`.

`tools/check_house.py pages` fails when a page of docs/lookup is stale.
"""

from __future__ import annotations

import sys

from checks.pages import HOUSE, LOOKUP, rendered
from yifa.interfaces.manual import write_manual

MANUAL = HOUSE / "out" / "manual"


def main() -> int:
    """Write every generated page that changed."""
    LOOKUP.mkdir(parents=True, exist_ok=True)
    for name, text in rendered().items():
        path = LOOKUP / name
        if not path.exists() or path.read_text(encoding="utf-8") != text:
            path.write_text(text, encoding="utf-8")
            print(f"docs: wrote docs/lookup/{name}")
    pages = write_manual(MANUAL)
    print(f"docs: wrote {len(pages)} pages of the manual; open out/manual/index.html")
    return 0


if __name__ == "__main__":
    sys.exit(main())
