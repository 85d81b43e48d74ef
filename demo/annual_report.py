"""The invented county's annual report: counted and asked for, contradictions found, drafted and issued."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any, NamedTuple

from demo import city_checkup
from demo.city_report import showing
from demo.city_report.planting import ANSWERS
from demo.city_report.years import YEAR
from yifa.interfaces.documents.fonts import NoFonts, find_fonts
from yifa.law.catalogue.measures import measure
from yifa.oversight.reporting.canonical import opened
from yifa.oversight.reporting.draft_text import numeral
from yifa.oversight.reporting.tokens import read_tokens

PLACE, AUTHORITY, ADDRESSEE = "青屏县", "青屏县人民政府", "秦山市人民政府"
NUMBER, DATED = "青政报〔2026〕3号", "2026-01-20"
DRAFT, ISSUED = "草稿", "印发"
HEAD = "签发人：闻松龄\n抄送：县委，县人大常委会，县监委。\n印发机关：青屏县人民政府办公室\n"
NOT_PUBLIC = "强化对权力运行的监督"
"""The paragraph that is sent and not published begins so."""
KEPT = ("司法局", "政府办公室", "行政审批服务局", "市场监督管理局", "应急管理局")
"""Of these offices the clerk keeps what they write of shortcomings and plans; of twelve a report names a few."""
COUNTED = re.compile(r"(【素材：([^】]+)】)([一二三四五六七八九十]+是)(.+)")
"""A paragraph of a list: the office, its number, its text."""


class Origins(NamedTuple):
    """How many figures stand in a report: counted from records, reported by offices."""

    records: int
    reported: int


def show(ask: Callable[..., int], out: Path, number: int, *, zh: bool) -> int:
    """Make the report out of the county's ledgers; 0 when everything planted was found and the report was issued."""
    title = (
        "虚构的一县：由台账和各单位填报，到年度法治政府建设情况报告"
        if zh
        else "An invented county: from ledgers and what offices report to the annual report"
    )
    print(f"\n── {number} ──\n{title}")
    codes, planted, settled = showing.collect(ask, out, out / city_checkup.CITY, PLACE, zh=zh)
    folder = out / showing.REPORT
    at = showing.from_here(folder)
    draft = folder / DRAFT / "draft.md"
    draft.parent.mkdir()
    book = ("--book", f"{at}/{showing.BOOK}/book.json")
    materials = ("--materials", f"{at}/{showing.AGAIN}", "--addressee", ADDRESSEE)
    asked = ("report", "draft", str(YEAR), f"{at}/{showing.BOOK}", "--authority", AUTHORITY, *materials)
    codes.append(ask(*asked, "-o", f"{at}/{DRAFT}/draft.md"))
    _edit(draft)
    codes.append(ask("report", "check", f"{at}/{DRAFT}/draft.md", *book))
    codes += _written(ask, f"{at}/{DRAFT}", book, f"{at}/{ISSUED}", zh=zh)
    origins = origins_of(draft.read_text(encoding="utf-8"), opened((folder / showing.BOOK / "book.json").read_bytes()))
    whole = planted.recall == planted.precision == settled.precision == 1
    print(_summary(origins, planted.planted, planted.found, zh=zh))
    return max(*codes, 0 if whole else 1)


def _written(ask: Callable[..., int], draft: str, book: tuple[str, ...], out: str, *, zh: bool) -> list[int]:
    """Issue the report; where no font has Chinese characters, for want of PDF, write both cuts without it."""
    try:
        find_fonts(None)
    except NoFonts:
        told = (
            "没有中文字体，不能写 PDF、不能印发" if zh else "No font has Chinese characters: no PDF, nothing is issued"
        )
        print(f"\n{told}")
        cuts = ("submitted", "public")
        return [ask("report", "render", draft, *book, "--to", "docx,html", "--cut", cut, "-o", out) for cut in cuts]
    issue = ("--issue", "--number", NUMBER, "--dated", DATED, "-o", out)
    return [ask("report", "render", draft, *book, *issue)]


def _edit(draft: Path) -> None:
    """What a clerk does: says who signs and who gets copies, keeps a few shortcomings and plans, marks the
    paragraph that is sent and not published."""
    text = draft.read_text(encoding="utf-8").replace("\n---\n", f"\n{HEAD}---\n", 1)
    marked = [
        f"【不公开：涉及正在办理的事项】{line}【/不公开】" if NOT_PUBLIC in line and line.startswith("【素材") else line
        for line in _kept(text.split("\n\n"))
    ]
    draft.write_text("\n\n".join(marked), encoding="utf-8", newline="\n")


def _kept(paragraphs: Sequence[str]) -> Iterator[str]:
    """The paragraphs of a draft, of lists only those that are kept, counted through."""
    number = 0
    for paragraph in paragraphs:
        match = COUNTED.fullmatch(paragraph)
        number = 0 if paragraph.startswith("#") else number
        if match is None:
            yield paragraph
        elif match[2] in KEPT:
            number += 1
            yield f"{match[1]}{numeral(number)}是{match[4]}"


def origins_of(draft: str, book: Mapping[str, Any]) -> Origins:
    """Where the figures of a draft come from; a rate is reported where anything it is made of is."""
    reported = {one["id"] for one in book["figures"] if "reported" in one}

    def given(id_: str) -> bool:
        of = measure(id_)
        made_of = [part for one in of.formulas for part in (*one.numerator, *one.denominator)]
        return id_ in reported or any(map(given, (*made_of, *of.adds_up_from)))

    forms = [(one.form, one.id) for one in read_tokens(draft)]
    counted = [form == "quoted" or given(id_) for form, id_ in forms if form != "year"]
    return Origins(counted.count(False), counted.count(True))


def _summary(origins: Origins, planted: int, found: int, *, zh: bool) -> str:
    whole = sum(origins)
    if zh:
        return (
            f"\n年度报告共有{whole}个数字：取自台账{origins.records}个，各单位填报{origins.reported}个；"
            f"填报中埋设矛盾{planted}处，查出{found}处。"
        )
    return (
        f"\nThe annual report holds {whole} figures: {origins.records} from records, {origins.reported} reported; "
        f"{planted} contradictions were planted in what was reported, {found} were found."
    )


def pages(out: Path) -> list[tuple[Path, str, str]]:
    """What there is to look at: the file, and what it is in both languages."""
    folder = out / showing.REPORT
    named = [
        (f"{ISSUED}/报送稿.docx", "年度报告（报送稿，Word）", "The report as sent (Word)"),
        (f"{ISSUED}/报送稿.pdf", "年度报告（报送稿，PDF）", "The report as sent (PDF)"),
        (f"{ISSUED}/公开稿.html", "年度报告（公开稿，网页）", "The report as published (page)"),
        (f"{ISSUED}/公开稿.pdf", "年度报告（公开稿，PDF）", "The report as published (PDF)"),
        (f"{ISSUED}/档案页.pdf", "档案页", "The archive page"),
        (f"{showing.BOOK}/book.html", "数据册（网页）", "The figure book (page)"),
        (f"{showing.BOOK}/book.xlsx", "数据册（表格）", "The figure book (workbook)"),
        (showing.LAST_YEAR, "上年报告", "Last year's report"),
        (showing.BACK, "各单位报来的填报表和素材", "What offices sent back"),
        (f"{showing.CHECKED}/missing.xlsx", "催报和核对清单", "What is missing or doubtful"),
        (ANSWERS, "埋设的矛盾（答案）", "What was planted"),
    ]
    return [(folder / path, zh, en) for path, zh, en in named]
