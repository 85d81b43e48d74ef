"""Readings made by hand, of invented places: what pages, workbooks and commands are shown in tests.

`reading()` holds two reports and a file that could not be read; `large(n)` one report of n figures.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from decimal import Decimal
from typing import Any

from yifa.reader.reading import (
    Check,
    Damage,
    Document,
    Extract,
    Facts,
    Figure,
    FigureKind,
    Prepared,
    Reading,
    Refusal,
    Section,
    Severity,
    Verdict,
    View,
)

QINGPING = """青屏县人民政府关于2023年度法治政府建设情况的报告
青政呈〔2023〕9号
望潮市人民政府：
2023年，青屏县坚持依法行政，现将有关情况报告如下。
一、主要举措和成效
(一)依法履行政府职能。取消行政许可事项12项，下放8项。县级政务服务事项网上可办率达到93.1%，全年办理政务服务事项8359件，应上网办理8974件。
(二)健全依法行政制度。审查规范性文件165件、合同40份、重大决策1件、其他文件27件，共计233件。清理规范性文件412件，其中废止31件、修改18件。
(三)严格规范公正文明执法。开展涉企行政检查41次，比上年增加了150%。办理行政处罚案件1304件，罚没款756260.11元，其中市场监管领域14144.44元、交通运输领域742115.67元。<b>案卷
(四)依法化解矛盾纠纷。收到行政复议申请32件，受理29件，受案率90%。接待来访咨询371件，满意率99.28%。办理12345热线诉求约1.2万件，办结率98.5%。受理行政复议申请30件。
二、党政主要负责人履行职责情况
县长主持常务会议学法4次，听取专题汇报2次。
三、存在的不足和原因
个别单位执法不够规范。��
四、下一年度工作安排
加强基层执法力量建设。
青屏县人民政府
2024年3月12日
"""

EARLIER = """青屏县人民政府关于2022年度法治政府建设情况的报告
一、主要举措和成效
(一)依法履行政府职能。取消行政许可事项9项。
(二)依法化解矛盾纠纷。收到行政复议申请26件，受理24件。办理行政处罚案件1190件。
青屏县人民政府
2023年2月20日
"""

C, P, A, D = FigureKind.COUNT, FigureKind.PERCENT, FigureKind.AMOUNT, FigureKind.DATE


class Report:
    """Makes a `Document` of a text: figures are named by their words, in the order in which they stand."""

    def __init__(self, file: str, text: str, facts: Facts) -> None:
        self.file, self.text, self.facts = file, text, facts
        self.figures: list[Figure] = []
        self.checks: list[Check] = []
        self.damage: list[Damage] = []
        self._at = 0

    def figure(
        self,
        words: str,
        kind: FigureKind,
        value: str,
        unit: str | None,
        subject: str | None = None,
        **more: Any,
    ) -> str:
        """Add the next figure written like this and return its id."""
        start = self.text.index(words, self._at)
        self._at = start + len(words)
        section = [one.path for one in sections(self.text) if one.start <= start]
        number = Decimal(value)
        standing: dict[str, Any] = {
            "value_to": None,
            "written": words,
            "precision": max(0, -int(number.as_tuple().exponent)),
            "scale": 1,
            "qualifiers": (),
            "predicate": None,
            "scope": None,
            "period": None,
            "measure": None,
            "measure_score": 0.0,
            "place": None,
            "parent": None,
        }
        one = Figure(
            id=f"f{len(self.figures) + 1}",
            start=start,
            end=self._at,
            text=words,
            value=number,
            unit=unit,
            kind=kind,
            subject=subject,
            section=section[-1] if section else "",
            line=self.text.count("\n", 0, start) + 1,
            sentence=self.text.count("。", 0, start),
            **(standing | more),
        )
        self.figures.append(one)
        return one.id

    def check(self, kind: str, verdict: Verdict, figures: list[str], computation: str, message: str) -> None:
        """Add a check of these figures."""
        self.checks.append(Check(f"c{len(self.checks) + 1}", kind, verdict, tuple(figures), computation, message))

    def note(self, kind: str, verdict: Verdict, words: str | None, message: str) -> None:
        """Add a check of a place, or of the text as a whole."""
        start = None if words is None else self.text.index(words)
        end = None if start is None or words is None else start + len(words)
        self.checks.append(Check(f"c{len(self.checks) + 1}", kind, verdict, (), "", message, start, end))

    def damaged(self, kind: str, severity: Severity, words: str, message: str) -> None:
        """Add a damaged place."""
        start = self.text.index(words)
        self.damage.append(Damage(kind, severity, start, start + len(words), message))

    def document(self) -> Document:
        """What was put together."""
        prepared = Prepared(
            Extract(self.file, self.text, "txt", "utf-8"),
            View(self.text, range(len(self.text) + 1)),
            sections(self.text),
            (),
            self.facts,
            tuple(self.damage),
        )
        return Document(prepared, tuple(self.figures), tuple(self.checks))


def sections(text: str) -> tuple[Section, ...]:
    """The headings of such a text: 一、 on a line of its own, (一) up to its full stop."""
    found: list[tuple[int, int, int, str, str]] = []
    above = ""
    at = 0
    for line in text.splitlines(keepends=True):
        if line[:1] in tuple("一二三四") and line[1:2] == "、":
            above = line[0]
            found.append((at, at + len(line) - 1, 1, above, line[2:-1]))
        elif line[0] == "(" and line[2:3] == ")" and "。" in line:
            title = line[3 : line.index("。")]
            found.append((at, at + line.index("。") + 1, 2, f"{above}({line[1]})", title))
        at += len(line)
    ends = [
        next((other[0] for other in found[place + 1 :] if other[2] <= one[2]), len(text))
        for place, one in enumerate(found)
    ]
    return tuple(
        Section(path, level, title, start, body, end)
        for (start, body, level, path, title), end in zip(found, ends, strict=True)
    )


def qingping() -> Document:
    """The report of 2023: every verdict stands in it."""
    facts = Facts(
        kind="annual-report",
        title="青屏县人民政府关于2023年度法治政府建设情况的报告",
        authority="青屏县人民政府",
        level="county",
        place="青屏",
        year=2023,
        period=(date(2023, 1, 1), date(2023, 12, 31)),
        number="青政呈〔2023〕9号",
        signed=date(2024, 3, 12),
        addressee="望潮市人民政府",
        spans={"title": (0, QINGPING.index("\n"))},
    )
    report = Report("qingping-2023.txt", QINGPING, facts)
    add = report.figure
    add("2023年度", D, "2023", "年")
    cancelled = add("12项", C, "12", "项", "行政许可事项", predicate="取消", measure="lic-cancelled", measure_score=0.9)
    add("8项", C, "8", "项", "行政许可事项", predicate="下放")
    rate = add("93.1%", P, "93.1", "%", "政务服务事项网上可办率", scope="县级")
    done = add("8359件", C, "8359", "件", "政务服务事项", predicate="办理", period="2023")
    due = add("8974件", C, "8974", "件", "应上网政务服务事项")
    parts = [
        add("165件", C, "165", "件", "规范性文件", predicate="审查"),
        add("40份", C, "40", "份", "合同", predicate="审查"),
        add("1件", C, "1", "件", "重大决策", predicate="审查"),
        add("27件", C, "27", "件", "其他文件", predicate="审查"),
    ]
    total = add("共计233件", C, "233", "件", "审查文件", qualifiers=("共计",))
    cleared = add("412件", C, "412", "件", "规范性文件", predicate="清理")
    gone = add("其中废止31件", C, "31", "件", "规范性文件", predicate="废止", qualifiers=("其中",), parent=cleared)
    add("18件", C, "18", "件", "规范性文件", predicate="修改")
    checks = add("41次", C, "41", "次", "涉企行政检查", predicate="开展")
    growth = add("增加了150%", P, "150", "%", "涉企行政检查", qualifiers=("比上年", "增加"))
    add("1304件", C, "1304", "件", "行政处罚案件", predicate="办理", measure="pen-ordinary", measure_score=0.8)
    fines = add("756260.11元", A, "756260.11", "元", "罚没款")
    market = add("14144.44元", A, "14144.44", "元", "罚没款", scope="市场监管领域", parent=fines)
    traffic = add("742115.67元", A, "742115.67", "元", "罚没款", scope="交通运输领域", parent=fines)
    asked = add("32件", C, "32", "件", "行政复议申请", predicate="收到", measure="rec-received", measure_score=0.9)
    taken = add("29件", C, "29", "件", "行政复议申请", predicate="受理", measure="rec-accepted", measure_score=0.9)
    taking = add("90%", P, "90", "%", "受案率")
    visits = add("371件", C, "371", "件", "来访咨询", predicate="接待")
    pleased = add("99.28%", P, "99.28", "%", "满意率")
    calls = add("约1.2万件", C, "12000", "件", "热线诉求", qualifiers=("约",), scale=10000, precision=1)
    settled = add("98.5%", P, "98.5", "%", "办结率")
    again = add("30件", C, "30", "件", "行政复议申请", predicate="受理", measure="rec-accepted", measure_score=0.9)
    add("4次", C, "4", "次", "常务会议学法")
    add("2次", C, "2", "次", "专题汇报", predicate="听取")
    report.check("rate", Verdict.HOLDS, [done, due, rate], "8359 ÷ 8974 = 93.15%", "率与分子、分母相符。")
    report.check("sum", Verdict.HOLDS, [*parts, total], "165 + 40 + 1 + 27 = 233", "各项之和等于合计。")
    report.check("part-of-whole", Verdict.HOLDS, [gone, cleared], "31 ≤ 412", "部分不大于整体。")
    report.check(
        "growth",
        Verdict.IMPOSSIBLE,
        [checks, growth],
        "41 ÷ (1 + 150%) = 16.4",
        "上年数应为整数，依本文所载推得16.4次。",
    )
    report.check(
        "sum", Verdict.HOLDS, [market, traffic, fines], "14144.44 + 742115.67 = 756260.11", "各项之和等于合计。"
    )
    report.check(
        "rate", Verdict.HOLDS_TRUNCATED, [taken, asked, taking], "29 ÷ 32 = 90.63%", "按截位相符，四舍五入为91%。"
    )
    report.check(
        "rate-denominator", Verdict.IMPOSSIBLE, [visits, pleased], "371 ÷ 99.28% = 373.69", "没有整数能得出这一比率。"
    )
    report.check(
        "twice-stated",
        Verdict.CONTRADICTED,
        [taken, again],
        "29 ≠ 30",
        "同一指标「行政复议受理」前后两处不一致，依本文所载未见口径差别。",
    )
    report.check("rate", Verdict.UNVERIFIABLE, [calls, settled], "", "文中没有办结数，无法核对。")
    report.note(
        "reporting-dates", Verdict.LATE, "2024年3月12日", "落款日期晚于3月1日；落款日期不等于报送日期，仅供参考。"
    )
    report.note("completeness-law", Verdict.THIN, "个别单位执法不够规范。", "「存在的不足和原因」仅一句，未写原因。")
    report.note("completeness-law", Verdict.MISSING, None, "未见「其他需要报告的情况」。")
    report.damaged("mojibake", Severity.SERIOUS, "��", "2个字符无法还原。")
    report.damaged("stray-markup", Severity.MINOR, "<b>", "残留的网页标记。")
    report.damaged("doc-number-year", Severity.INFO, "〔2023〕9号", "发文字号年份与落款年份不同。")
    assert cancelled == "f2"
    return report.document()


def earlier() -> Document:
    """The report of 2022."""
    facts = Facts(
        kind="annual-report",
        title="青屏县人民政府关于2022年度法治政府建设情况的报告",
        authority="青屏县人民政府",
        level="county",
        place="青屏",
        year=2022,
        period=(date(2022, 1, 1), date(2022, 12, 31)),
        signed=date(2023, 2, 20),
    )
    report = Report("qingping-2022.txt", EARLIER, facts)
    add = report.figure
    add("2022年度", D, "2022", "年")
    add("9项", C, "9", "项", "行政许可事项", predicate="取消", measure="lic-cancelled", measure_score=0.9)
    asked = add("26件", C, "26", "件", "行政复议申请", predicate="收到", measure="rec-received", measure_score=0.9)
    taken = add("24件", C, "24", "件", "行政复议申请", predicate="受理", measure="rec-accepted", measure_score=0.9)
    add("1190件", C, "1190", "件", "行政处罚案件", predicate="办理", measure="pen-ordinary", measure_score=0.8)
    report.check("funnel", Verdict.HOLDS, [asked, taken], "26 ≥ 24", "受理数不大于收到数。")
    return report.document()


def reading() -> Reading:
    """Two reports of one county, a check across them, and a file that could not be read."""
    across = (
        Check(
            "x1",
            "twice-stated",
            Verdict.CONTRADICTED,
            ("d1:f15", "d1:f16", "d2:f5"),
            "41 ÷ 1190",
            "两份报告所载不一致，请核口径。",
        ),
    )
    refused = (Refusal("scan.pdf", "no-text", "scan.pdf：没有文字层的扫描件；请先做文字识别。"),)
    return Reading((qingping(), earlier()), across, refused)


def in_english(reading: Reading) -> Reading:
    """The same reading with the words of its checks and damage in English."""

    def said(check: Check) -> Check:
        return replace(check, message=f"Message of {check.id}.")

    documents = tuple(
        replace(
            document,
            checks=tuple(map(said, document.checks)),
            prepared=replace(
                document.prepared,
                damage=tuple(replace(one, message=f"About {one.kind}.") for one in document.prepared.damage),
            ),
        )
        for document in reading.documents
    )
    refused = tuple(replace(one, message=f"{one.file} has no text.") for one in reading.refused)
    return Reading(documents, tuple(map(said, reading.across)), refused)


def large(count: int) -> Reading:
    """One long report of so many figures, every tenth checked."""
    lines = list(_lines(count))
    report = Report("large.txt", "\n".join(lines), Facts(kind="annual-report", title="云汀市长报告", year=2023))
    pair: list[str] = []
    for number in range(count):
        pair.append(report.figure(f"{number + 100}件", C, str(number + 100), "件", f"第{number}类事项"))
        if len(pair) == 10:
            verdict = Verdict.CONTRADICTED if number % 200 == 199 else Verdict.HOLDS
            report.check("sum", verdict, pair[:2], f"{number} + 1", "各项之和与合计。")
            pair = []
    return Reading((report.document(),))


def _lines(count: int) -> Iterator[str]:
    for start in range(0, count, 10):
        if start % 100 == 0:
            yield f"{'一二三四'[start // 100 % 4]}、第{start}部分的工作"
        yield "".join(
            f"云汀市各单位全年依法办理第{n}类有关事项并按期归档报送共{n + 100}件；" for n in range(start, start + 10)
        )
