"""The words of the tables of the duties in both languages: headings, what a table shows, the Chinese of variants."""

from __future__ import annotations

HEADINGS = {
    "duties.named": {
        "en": (
            "forty-four duties beside a bare scan",
            "The named workload: ten duties of licences, twenty-six of penalties, two each of four other procedures "
            "(`bench/forty_four`), on invented cases of 2025. The acts have become rows and the clock has answered; an "
            "engine reads them from Parquet, one file a grain, and gives the masks of all duties. The reference reads "
            "the same columns and adds them up.",
        ),
        "zh": (
            "四十四项义务，与单纯扫描并排",
            "指定的工作量：许可十项、处罚二十六项，另四种程序各两项（`bench/forty_four`），案件为虚构的 2025 年案件。"
            "行为已转为行，期限已由时钟算好；引擎从 Parquet 读入（每种行一个文件），得出全部义务的掩码。"
            "参照物只读同样的列并求和。",
        ),
    },
    "duties.shipped": {
        "en": (
            "what is shipped, beside a bare scan",
            "All duties of three procedures with all five masks, on their worked examples, each many times and moved "
            "by up to a year. Worked examples try both sides of every boundary: more duties apply than in real cases.",
        ),
        "zh": (
            "随附的义务，与单纯扫描并排",
            "三种程序的全部义务、全部五种掩码；案件为各程序的示例，每例重复多次、前后移动至多一年。示例专取界限两侧，适用的义务"
            "比真实案件多。",
        ),
    },
    "duties.by_hand": {
        "en": (
            "compiled, and SQL by hand",
            "Ten licence duties on one engine and the same rows: compiled; by hand with all that they mean (a blank "
            "day, a term that stands still, a calendar not settled yet); and by hand for rows that have none of that.",
        ),
        "zh": (
            "编译得出的与手写的 SQL",
            "许可的十项义务，同一引擎、同样的行：编译得出；按全部含义手写（日期空缺、期限中止、日历未定）；以及只为没有这些情形的"
            "行手写。",
        ),
    },
    "duties.pivot": {
        "en": (
            "from acts to rows",
            "Acts are read from Parquet and pivoted, pauses and extensions folded, every term counted. The reference "
            "reads all columns of the acts and adds them up.",
        ),
        "zh": (
            "从行为到行",
            "从 Parquet 读入行为，转成行，折算暂停与延长，算出每个期限。参照物读入行为的全部列并求和。",
        ),
    },
    "duties.tick": {
        "en": (
            "a new day",
            "A day passes on which nothing was recorded. Each case has a day of waking, the next on which anything of "
            "it can change; only the cases that wake are judged again, and what a full run finds changed must be "
            "among them.",
        ),
        "zh": (
            "新的一天",
            "过了一天，没有新的记录。每个案件都有“醒来”之日，即其结论最早可能改变的那一天；只重新判断醒来的案件，而全量运行所发现的"
            "变化必须都在其中。",
        ),
    },
    "duties.single": {
        "en": (
            "one case",
            "The compiled function on rows that are ready, and the whole way from the acts on. Each call timed by "
            "itself.",
        ),
        "zh": ("单个案件", "行已备好时的编译函数，以及从行为开始的全程。逐次计时。"),
    },
    "duties.peers": {
        "en": (
            "beside a rule engine and a workflow engine",
            "Ten licence duties of one case. The others get every last day ready made and say yes or no; what is "
            "broken must be the same.",
        ),
        "zh": (
            "与规则引擎、流程引擎并排",
            "单个案件的十项许可义务。其他工具得到算好的期限，只答是或否；被违反的义务必须一致。",
        ),
    },
    "duties.memory": {
        "en": ("memory of a large run", "The named workload from acts on disk to findings on disk, part after part."),
        "zh": ("大批量运行的内存", "指定的工作量，从磁盘上的行为到磁盘上的发现，逐部分处理。"),
    },
}

CHINESE = {
    "bare scan: read the same columns and add them up (DuckDB)": "单纯扫描：读同样的列并求和（DuckDB）",
    "the same scan in Polars": "同样的扫描，Polars",
    "all duties, DuckDB": "全部义务，DuckDB",
    "all duties, Polars": "全部义务，Polars",
    "written by hand in full": "按全部含义手写",
    "written by hand for these rows alone": "只为这些行手写",
    "compiled from the duties": "由义务编译",
    "bare scan": "单纯扫描",
    "bare scan: read all columns of the acts and add them up (DuckDB)": "单纯扫描：读行为的全部列并求和（DuckDB）",
    "reading, pivot and clock": "读入、转成行、时钟",
    "a full run": "全量运行",
    "the clock's tick: the cases that wake": "只判断醒来的案件",
    "the compiled function: forty-four duties, rows ready": "编译函数：四十四项义务，行已备好",
    "from the acts on: rows, clock and duties": "从行为开始：行、时钟、义务",
    "One case": "单个案件",
    "Ten licence duties of one case, everything ready made": "单个案件的十项许可义务，一切备好",
    "yifa: the compiled function, five outcomes": "依法：编译函数，五种结论",
    "zen-engine: one decision of ten expressions": "zen-engine：一个决策，十个表达式",
    "SpiffWorkflow: one process of ten script tasks": "SpiffWorkflow：一个流程，十个脚本任务",
    "Polars over the bare scan": "Polars 与单纯扫描之比",
    "DuckDB over the bare scan": "DuckDB 与单纯扫描之比",
    "compiled over written by hand in full": "编译与按全部含义手写之比",
    "a full run over the tick": "全量运行与只判断醒来的案件之比",
    "zen-engine over the compiled function": "zen-engine 与编译函数之比",
    "the rows of forty-four duties": "四十四项义务的行",
    "the rows of licence": "许可的行",
    "the rows of penalty-ordinary": "普通程序处罚的行",
    "the rows of reconsideration": "复议的行",
    "licence": "许可",
    "penalty-ordinary": "普通程序处罚",
    "reconsideration": "复议",
}

IN_CHINESE = (
    (r"Forty-four duties, ([\d,]+) cases", "四十四项义务，{} 件案件"),
    (r"(\S+), (\d+) duties in (\d+) grains, ([\d,]+) cases", "{}：{} 项义务，{} 种行，{} 件案件"),
    (r"Ten licence duties, ([\d,]+) cases, DuckDB", "许可的十项义务，{} 件案件，DuckDB"),
    (r"From ([\d,]+) acts to (.+), over the scan of the acts", "从 {} 个行为到{}，与扫描行为之比"),
    (r"From ([\d,]+) acts to (.+)", "从 {} 个行为到{}"),
    (r"A new day, ([\d,]+) licences of which most are under way", "新的一天，{} 件许可"),
    (r"(\S+), (Polars|DuckDB) over the bare scan", "{}，{} 与单纯扫描之比"),
    (r"p99 of (\S+), rows ready", "{}，行已备好，p99"),
    (r"p99 of (.+)", "{}，p99"),
    (r"(\S+), rows ready", "{}，行已备好"),
    (r"(\S+), from the acts on", "{}，从行为开始"),
    (r"peak memory of judging ([\d,]+) cases", "判断 {} 件案件的内存峰值"),
    (
        r"(\S+): ([\d.]+) duties apply to a case on average; millions of these judged a second: "
        r"DuckDB ([\d.]+), Polars ([\d.]+)\.",
        "{}：每件平均适用 {} 项义务；按适用的义务计，每秒 DuckDB {} 百万项，Polars {} 百万项。",
    ),
    (
        r"([\d.]+) duties apply to a case on average; millions of these judged a second: "
        r"DuckDB ([\d.]+), Polars ([\d.]+)\.",
        "每件平均适用 {} 项义务；按适用的义务计，每秒 DuckDB {} 百万项，Polars {} 百万项。",
    ),
    (
        r"([\d,]+) cases wake \(([\d.]+%)\); ([\d,]+) outcomes change, all of them seen by the tick\.",
        "{} 件醒来（{}）；{} 项结论改变，全部在其中。",
    ),
    (
        r"What is broken is the same in all of ([\d,]+) cases; only the compiled function tells more than that\.",
        "{} 件案件中被违反的义务全部一致；只有编译函数还给出更多结论。",
    ),
    (
        r"([\d,]+) cases with ([\d,]+) acts in (\d+) parts: ([\d,]+) findings, each with the facts it rests on, "
        r"in (\d+) s from acts on disk to findings on disk\.",
        "{} 件案件、{} 个行为，分 {} 部分：{} 项发现，各附所依据的事实；从磁盘上的行为到磁盘上的发现共 {} 秒。",
    ),
)
