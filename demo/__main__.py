"""`python -m demo`: worked due dates and the deadline page, cases told, reports read and checked; pages in `out/`."""

from __future__ import annotations

import shlex
import sys
from pathlib import Path

from demo import case_stories, report_reading
from demo.due_dates import CASES
from yifa.interfaces.cli import run
from yifa.project.configuration import Configuration

HOUSE = Path(__file__).resolve().parent.parent
OUT = HOUSE / "out"


def main() -> int:
    """Ask every question through the command line itself; 0 when all were answered."""
    configuration = Configuration.from_environment()
    zh = configuration.lang.startswith("zh")

    def ask(*arguments: str) -> int:
        print(f"\n$ yifa {shlex.join(arguments)}", flush=True)
        return run(arguments, lang=configuration.lang, calendars=configuration.calendars)

    codes = []
    for number, case in enumerate(CASES, 1):
        print(f"\n── {number} ──\n{case.zh if zh else case.en}")
        codes.append(ask(*case.question))
    print("\n── 4 ──\n" + ("期限查询页，单个文件，断网可用：" if zh else "The deadline page, one file, works offline:"))
    page = OUT / "due.html"
    codes.append(
        ask("page", "due", "-o", str(page.relative_to(Path.cwd()) if page.is_relative_to(Path.cwd()) else page))
    )
    print(f"\n{'在浏览器中打开' if zh else 'Open in a browser'}: {page.as_uri()}")
    codes.append(case_stories.show(ask, OUT, 5, zh=zh))
    try:
        codes.append(report_reading.show(ask, OUT, zh=zh))
    except FileNotFoundError as missing:
        print(f"{'没有这个文件夹' if zh else 'There is no such folder'}: {missing}", file=sys.stderr)
        codes.append(1)
    return max(codes)


if __name__ == "__main__":
    sys.exit(main())
