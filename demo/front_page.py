"""`out/index.html`: the page that leads to everything `make run` has written, in the language spoken."""

from __future__ import annotations

from html import escape
from pathlib import Path
from typing import NamedTuple
from urllib.parse import quote

from demo import annual_report, city_checkup, city_record
from demo.city.writing import ANSWERS, LEDGERS
from yifa.interfaces.leaflets.leaf import asset

PAGE = "index.html"
STYLE = """
main { max-width: 60em; margin: 0 auto; padding: 24px 20px 48px; }
h1 { font-size: 24px; line-height: 1.3; margin: 0 0 6px; }
.about { color: var(--soft); margin: 0 0 28px; }
section { border-top: 1px solid var(--line); padding: 16px 0 18px; }
h2 { font-size: 17px; margin: 0 0 2px; }
section p { color: var(--soft); margin: 0 0 8px; }
ul { list-style: none; margin: 0; padding: 0; }
li { margin: 0 28px 4px 0; display: inline-block; }
a { color: var(--ink); text-underline-offset: 3px; }
a:focus-visible { outline: 2px solid var(--ink); outline-offset: 2px; }
@media print { main { padding: 0; } a { color: inherit; } }
"""


KINDS = {".html": ("网页", "page"), ".xlsx": ("表格", "workbook")}


class Part(NamedTuple):
    """A part of what was shown: its title and what it is in both languages, and the files that belong to it."""

    zh: str
    en: str
    about_zh: str
    about_en: str
    files: tuple[tuple[str, str, str], ...]


def parts(out: Path) -> tuple[Part, ...]:
    """Everything there may be; files are named by their path in `out` and by a name in each language."""
    found = city_checkup.FOUND
    return (
        Part(
            "年度报告",
            "Annual report",
            "虚构的一县：从台账计数、各单位填报，到起草、核对、印发的年度法治政府建设情况报告，每个数字可查到底数。",
            "An invented county's annual report: counted from ledgers, reported by offices, checked, issued.",
            tuple((path.relative_to(out).as_posix(), zh, en) for path, zh, en in annual_report.pages(out)),
        ),
        Part(
            "台账体检",
            "Ledgers checked",
            "虚构的一县，各单位报来的台账逐案核对：疑点、依据、到期日，以及哪些能判、哪些缺列。",
            "An invented county's ledgers: what is doubtful, by which article, due when, and what cannot be told.",
            (
                *(
                    (
                        f"{found}/{path.name}",
                        f"{path.stem}（{KINDS[path.suffix][0]}）",
                        f"{path.stem} ({KINDS[path.suffix][1]})",
                    )
                    for path in city_checkup.pages(out)
                ),
                (f"{city_checkup.CITY}/{LEDGERS}", "报来的台账", "The ledgers"),
                (f"{city_checkup.CITY}/{ANSWERS}", "埋设的问题（答案）", "What was planted"),
            ),
        ),
        Part(
            "案卷记录",
            "The record",
            "虚构的一县存入记录：封存、核对无误；有人改动数据库的副本，当即查出。",
            "An invented county on record: sealed and verified; a copy of the database is changed, and it shows.",
            tuple((path.relative_to(out).as_posix(), "打开记录页", "The record") for path in city_record.pages(out)),
        ),
        Part(
            "期限查询",
            "Deadlines",
            "哪天到期，为什么。单个文件，断网可用。",
            "Which day is the last, and why. One file, works offline.",
            (("due.html", "打开期限查询页", "The deadline page"),),
        ),
        Part(
            "六个案件",
            "Six cases",
            "经过、义务、期限的理由、疑点，同在一页。",
            "What happened, what was due and why, what is doubtful, in one page.",
            (("cases.html", "打开案件页", "The cases"),),
        ),
        Part(
            "报告核验",
            "Reports checked",
            "取出公开报告中的数字，逐项核对。",
            "The figures of published reports, each checked against the others.",
            tuple(
                (f"{folder}/reading.{kind}", f"{zh}（{name_zh}）", f"{en} ({name_en})")
                for folder, zh, en in (
                    ("examples", "虚构的报告", "Invented reports"),
                    ("reports", "文件夹中的报告", "Reports of the folder"),
                )
                for kind, name_zh, name_en in (("html", "网页", "page"), ("xlsx", "表格", "workbook"))
            ),
        ),
        Part(
            "法律手册",
            "Manual of the law",
            "每个程序的步骤、义务、期限和依据。",
            "Steps, duties, periods and articles of every procedure.",
            (("manual/index.html", "打开手册", "The manual"),),
        ),
    )


def write(out: Path, *, zh: bool) -> Path:
    """Write the page; parts of which nothing is there are left out."""
    title = "依法 Yifa" if zh else "Yifa 依法"
    about = (
        "这次运行写下的全部内容。示例中的人名、地名、单位都是虚构的。"
        if zh
        else "Everything this run has written. Persons, places and organs of the examples are invented."
    )
    sections = []
    for part in parts(out):
        links = [
            f'<li><a href="{quote(path)}">{escape(name_zh if zh else name_en)}</a></li>'
            for path, name_zh, name_en in part.files
            if (out / path).exists()
        ]
        if links:
            heading, text = (part.zh, part.about_zh) if zh else (part.en, part.about_en)
            sections.append(
                f"<section><h2>{escape(heading)}</h2><p>{escape(text)}</p><ul>{''.join(links)}</ul></section>"
            )
    page = out / PAGE
    page.parent.mkdir(parents=True, exist_ok=True)
    page.write_text(
        f'<!doctype html>\n<html lang="{"zh-CN" if zh else "en"}"><head><meta charset="utf-8">'
        '<meta name="viewport" content="width=device-width, initial-scale=1">'
        f"<title>{title}</title><style>{asset('ground.css')}{STYLE}</style></head>"
        f'<body><main><h1>{title}</h1><p class="about">{about}</p>{"".join(sections)}</main></body></html>\n',
        encoding="utf-8",
    )
    return page
