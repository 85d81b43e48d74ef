"""The words of the tables of figures and the annual report in both languages."""

from __future__ import annotations

_BOOK = {
    "en": (
        "a year's figures",
        "Measures of penalties over a year, from the snapshot in columns: summed at grain (organ, month, procedure), "
        "then over the year, with the gaps that each carries. SQL by hand counts the same measures, and the reference "
        "reads the same columns.",
    ),
    "zh": (
        "一年的数据",
        "处罚各指标的全年数，取自按列存放的快照：先按最小单位（机关、月、程序）汇总，再汇总全年，并带出各自的缺口。"
        "手写 SQL 统计同样的指标；参照物只读同样的列。",
    ),
}
HEADINGS = {
    "figures.book": _BOOK,
    "figures.many": {
        "en": ("the same of ten million cases", _BOOK["en"][1]),
        "zh": ("一千万件案件的同样数据", _BOOK["zh"][1]),
    },
    "figures.report": {
        "en": (
            "an annual report",
            "A report of the size of a city's: drafted from a book and the papers of offices, checked, written as "
            "Word, PDF and page.",
        ),
        "zh": ("一份年度报告", "与一市报告篇幅相当：由数据册和各部门材料起草、检查、写成 Word、PDF 和网页。"),
    },
}

CHINESE = {
    "bare scan (DuckDB)": "单纯扫描（DuckDB）",
    "SQL by hand (DuckDB)": "手写 SQL（DuckDB）",
    "figures at grain, then the year": "依法：先按最小单位，再汇总全年",
    "over SQL by hand": "与手写 SQL 之比",
    "drafted": "起草",
    "checked": "检查",
    "written as docx, pdf and html": "写成 docx、pdf、html",
    "drafted, checked, written": "起草、检查、写成",
    "the whole report": "全部",
    "An annual report": "一份年度报告",
}

IN_CHINESE = (
    (r"Figures of a year, ([\d,]+) penalty cases", "一年的数据，{} 件处罚案件"),
    (r"([\d,]+) cases", "{} 件案件"),
    (r"([\d,]+) characters, ([\d,]+) figures; written: (.+)\.", "{} 字，{} 个数字；写成：{}。"),
)
