"""The words of the tables of the record in both languages."""

from __future__ import annotations

HEADINGS = {
    "record.writing": {
        "en": (
            "one act a transaction",
            "A plain row; the same row with its entry in the chain; and the rows that two libraries of history keep.",
        ),
        "zh": ("一事一记", "普通的一行；同一行并记入链；以及两种历史记录库所存的行。"),
    },
    "record.acts": {
        "en": (
            "acts recorded in one process",
            "The verb that records an act, within a scope: the duties judged before and after, the act, the chain.",
        ),
        "zh": ("单个进程记录行为", "记录一个行为的全过程，在权限范围之内：事前事后判断义务，写入行为，记入链。"),
    },
    "record.http": {
        "en": (
            "acts recorded over HTTP",
            "Eight clients, a site of two processes, all on the same two cores: token, scope, duties, chain, and the "
            "answer that is kept for its key.",
        ),
        "zh": (
            "经 HTTP 记录行为",
            "八个客户端、两个进程的站点，同在两个核上：令牌、权限、义务、链，以及按键留存的答复。",
        ),
    },
    "record.importing": {
        "en": ("cases imported", "The ledgers of an invented county as .csv files, read, written and chained."),
        "zh": ("导入案件", "虚构一县的 .csv 台账，读入、写入并记入链。"),
    },
    "record.verifying": {
        "en": ("a record verified", "Every entry of every chain, from the database to the root of its seal."),
        "zh": ("核对记录", "每条链的每条记录，从数据库直到封存的根。"),
    },
    "record.snapshot": {
        "en": ("acts out of the database as columns", "The snapshot by ADBC, beside what Django's ORM does."),
        "zh": ("把行为按列取出", "经 ADBC 的快照，与 Django 的 ORM 并排。"),
    },
}

CHINESE = {
    "a plain row": "普通的一行",
    "yifa: row and chain": "依法：一行并记入链",
    "an act prepared here: duties judged, recorded, chained": "在此办理的行为：判断义务、写入、记入链",
    "an act that has happened, with a reason": "已经发生的行为，附理由",
    "yifa: chains, seals and roots": "依法：链、封存、根",
    "yifa: columns by ADBC": "依法：经 ADBC 按列取出",
}

_BOTH = "(SQLite|PostgreSQL)"
IN_CHINESE = (
    (rf"{_BOTH}: one act a transaction", "{}：一事一记"),
    (rf"{_BOTH}: chained write beside a plain row", "{}：记入链与普通一行之比"),
    (rf"{_BOTH}: acts recorded in one process", "{}：单个进程记录行为"),
    (rf"{_BOTH}: acts recorded over HTTP by (\d+) clients", "{}：{} 个客户端经 HTTP 记录行为"),
    (
        rf"{_BOTH}: ([\d,]+) acts a second over HTTP; half within (\d+) ms, 95 of 100 within (\d+) ms\.",
        "{}：每秒 {} 个；半数在 {} 毫秒内，百分之九十五在 {} 毫秒内。",
    ),
    (
        rf"{_BOTH}: ([\d.]+) ms of processor an act in the site, ([\d.]+) ms in the clients; "
        r"what the database's own processes take is not in it\.",
        "{}：每个行为站点占用处理器 {} 毫秒，客户端 {} 毫秒；数据库自身进程所用不在其内。",
    ),
    (rf"{_BOTH}: cases imported from \.csv", "{}：从 .csv 导入案件"),
    (
        rf"{_BOTH}: ([\d,]+) cases with ([\d,]+) acts: read in ([\d.]+) s \(([\d.]+) of processor\), written in "
        r"([\d.]+) s \(([\d.]+)\): ([\d,]+) cases a second written, ([\d,]+) from file to chain\.",
        "{}：{} 件案件、{} 个行为：读入 {} 秒（处理器 {} 秒），写入 {} 秒（处理器 {} 秒）；"
        "每秒写入 {} 件，从文件到链每秒 {} 件。",
    ),
    (rf"{_BOTH}: a record verified", "{}：核对记录"),
    (rf"{_BOTH}: entries verified", "{}：核对记录条数"),
    (
        rf"{_BOTH}: ([\d,]+) entries of about ([\d,]+) bytes, in (\d+) chains under (\d+) seals\.",
        "{}：{} 条记录，每条约 {} 字节，{} 条链，{} 次封存。",
    ),
    (rf"{_BOTH}: ([\d,]+) acts read", "{}：取出 {} 个行为"),
    (rf"{_BOTH}: instances beside the snapshot", "{}：模型实例与快照之比"),
    (rf"{_BOTH}: values_list beside the snapshot", "{}：values_list 与快照之比"),
)
