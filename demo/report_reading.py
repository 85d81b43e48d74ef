"""Published reports read and checked: the invented ones of this folder, then those of a folder the user names.

`make run REPORTS=folder` names it; without, the texts beside the house are taken where there are some.
"""

from __future__ import annotations

import os
from collections.abc import Callable
from pathlib import Path

HERE = Path(__file__).resolve().parent
EXAMPLES = HERE / "reports"
BESIDE = HERE.parent.parent / "shared" / "reports"
VARIABLE = "REPORTS"


def folders(beside: Path = BESIDE) -> list[tuple[str, Path]]:
    """What is read: a name for its pages in `out/`, and the folder; raises FileNotFoundError for one that is gone."""
    found = [("examples", EXAMPLES)]
    named = os.environ.get(VARIABLE, "").strip()
    if named and not Path(named).exists():
        raise FileNotFoundError(named)
    if named:
        found.append(("reports", Path(named)))
    elif beside.is_dir():
        found.append(("reports", beside))
    return found


def count() -> int:
    """How many folders are read; none that is gone is counted."""
    try:
        return len(folders())
    except FileNotFoundError:
        return 0


def texts(folder: Path) -> list[Path]:
    """The folder, or, where notes about it stand in it, its other files."""
    if folder.is_file() or not any(folder.glob("*.md")):
        return [folder]
    return sorted(path for path in folder.iterdir() if path.suffix != ".md" and not path.name.startswith("."))


def show(ask: Callable[..., int], out: Path, *, zh: bool) -> int:
    """Read each folder through the command line; 0 when every text could be read."""
    codes = []
    for number, (name, folder) in enumerate(folders(), 6):
        if name == "examples":
            title = (
                "五份虚构的报告：取出数字、逐项核对" if zh else "Five invented reports: figures taken out and checked"
            )
        else:
            title = f"{folder} 中的报告" if zh else f"The reports in {folder}"
        print(f"\n── {number} ──\n{title}")
        files = [_short(path) for path in texts(folder)]
        codes.append(ask("read", *files, "-o", _short(out / name)))
        for page in ("reading.html", "reading.xlsx"):
            label = ("在浏览器中打开" if zh else "Open in a browser") if page.endswith("html") else "Excel / WPS"
            if (out / name / page).exists():
                print(f"{label}: {(out / name / page).resolve().as_uri()}")
    return max(codes)


def _short(path: Path) -> str:
    """A path from where we stand, where that is shorter."""
    relative = os.path.relpath(path)
    return relative if len(relative) < len(str(path)) else str(path)
