"""Six worked cases of invented offices told in one page: two of each procedure, each with a point of its own.

The cases are files a clerk could have written, `demo/cases`; what they expect was worked out by hand.
"""

from __future__ import annotations

import os
from collections.abc import Callable
from pathlib import Path

CASES = Path(__file__).resolve().parent / "cases"
PAGE = "cases.html"


def show(ask: Callable[..., int], out: Path, number: int, *, zh: bool) -> int:
    """Tell them through the command line; 0 when the page was written."""
    title = "六个虚构的案件：经过、义务、期限的理由、疑点，同在一页" if zh else "Six invented cases in one page"
    print(f"\n── {number} ──\n{title}")
    page = out / PAGE
    code = ask("explain", os.path.relpath(CASES), "--html", os.path.relpath(page))
    print(f"{'在浏览器中打开' if zh else 'Open in a browser'}: {page.resolve().as_uri()}")
    return code
