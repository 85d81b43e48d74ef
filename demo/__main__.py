"""`python -m demo`: due dates, cases, reports read, an invented county, its report, record and office; pages in `out/`.

`python -m demo city …` and `python -m demo compare …` are `yifa demo city` and `yifa demo compare`.
"""

from __future__ import annotations

import shlex
import sys
from pathlib import Path

from demo import annual_report, case_stories, city_checkup, city_record, front_page, office_site, report_reading
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
    codes.append(city_checkup.show(ask, OUT, 6 + report_reading.count(), zh=zh))
    codes.append(annual_report.show(ask, OUT, 7 + report_reading.count(), zh=zh))
    codes.append(city_record.show(OUT, 8 + report_reading.count(), zh=zh))
    front = front_page.write(OUT, zh=zh)
    print(f"\n{'从这一页到全部内容' if zh else 'One page that leads to everything'}: {front.as_uri()}")
    codes.append(office_site.show(OUT, 9 + report_reading.count(), zh=zh))
    return max(codes)


def asked(arguments: list[str]) -> int:
    """A command of `yifa demo`; without one, everything is shown."""
    if not arguments:
        return main()
    configuration = Configuration.from_environment()
    return run(("demo", *arguments), lang=configuration.lang, calendars=configuration.calendars)


if __name__ == "__main__":
    sys.exit(asked(sys.argv[1:]))
