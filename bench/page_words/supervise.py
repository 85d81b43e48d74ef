"""The words of the tables of supervising ledgers in both languages."""

from __future__ import annotations

HEADINGS = {
    "supervise.city": {
        "en": (
            "a city, from workbooks to a workbook",
            "The ledgers of the invented city of `demo/city`, a workbook for each organ and procedure: opened, "
            "understood, judged by the duties of every procedure, told, written as a workbook of findings. Memory is "
            "that of all processes together.",
        ),
        "zh": (
            "一市：从台账工作簿到疑点工作簿",
            "`demo/city` 所造虚构一市的台账，每个机关每种程序一个工作簿：打开、识别、按各程序义务判断、写明、存为疑点"
            "工作簿。内存为全部进程合计。",
        ),
    },
    "supervise.province": {
        "en": ("a province, from .csv to a workbook", "The same for the invented province, its ledgers as .csv files."),
        "zh": ("一省：从 .csv 到疑点工作簿", "同上，虚构一省，台账为 .csv 文件。"),
    },
    "supervise.reading": {
        "en": ("workbooks opened", "The workbooks of a township, opened and nothing made of them."),
        "zh": ("打开工作簿", "一镇的工作簿，只打开，不作处理。"),
    },
    "ledgers.parquet": {
        "en": (
            "ten million cases as columns",
            "All duties of all procedures that ledgers feed, over cases that lie completed in Parquet. The reference "
            "reads the same columns and adds them up.",
        ),
        "zh": (
            "一千万件案件，按列存放",
            "台账所能提供的全部程序的全部义务，案件已备好，存为 Parquet。参照物只读同样的列并求和。",
        ),
    },
    "ledgers.next_day": {
        "en": (
            "the day after",
            "Some cases changed since: their acts are fetched, completed and judged, and what was found of them is "
            "replaced among all findings.",
        ),
        "zh": ("第二天", "部分案件有变动：取出其行为、备好、判断，在全部发现中替换其原有的发现。"),
    },
}

CHINESE = {
    "yifa: sheets as grids": "依法：工作表读成网格",
    "openpyxl, read only": "openpyxl，只读方式",
    "pandas (openpyxl)": "pandas（openpyxl）",
    "the cases that changed: fetched, completed, judged, their findings replaced": "有变动的案件：取出、备好、判断",
    "reading": "读入",
    "judging": "判断",
    "writing": "写出",
}

IN_CHINESE = (
    (r"from ledgers to findings, ([\d,]+) cases", "从台账到疑点，{} 件案件"),
    (r"peak memory of supervising ([\d,]+) cases", "体检 {} 件案件的内存峰值"),
    (
        r"([\d,]+) cases with ([\d,]+) acts in ([\d,]+) files: ([\d,]+) findings in ([\d.]+) s \(reading ([\d.]+) s, "
        r"judging ([\d.]+) s, writing ([\d.]+) s\), at most ([\d.]+) GB in all processes\.",
        "{} 件案件、{} 个行为、{} 个文件：{} 个疑点，共 {} 秒（读入 {} 秒，判断 {} 秒，写出 {} 秒），"
        "全部进程至多 {} GB。",
    ),
    (r"([\d,]+) workbooks opened", "打开 {} 个工作簿"),
    (r"All duties of (\d+) procedures, ([\d,]+) cases", "{} 种程序的全部义务，{} 件案件"),
    (
        r"(\d+) duties over ([\d,]+) rows of ([\d,]+) cases; ([\d,]+) times a duty applies\.",
        "{} 项义务，{} 行，{} 件案件；适用 {} 次。",
    ),
    (r"The day after: ([\d,]+) of ([\d,]+) cases changed", "第二天：{} 件有变动，共 {} 件"),
    (r"([\d,]+) changed of ([\d,]+) cases", "{} 件有变动，共 {} 件"),
)
