"""The words of the tables of the office in both languages."""

from __future__ import annotations

HEADINGS = {
    "office.desk": {
        "en": (
            "a desk among a million cases",
            "Pages asked for through the site as it is served, by somebody whose scope is a part of all offices.",
        ),
        "zh": ("百万件案件之中的一张办公桌", "经站点取得的页面，由权限只及部分机关的人员打开。"),
    },
}

CHINESE = {"list": "案件列表", "case": "案件页", "search": "搜索", "list at 16 clients": "16 个客户端的案件列表"}

_BOTH = "(SQLite|PostgreSQL)"
IN_CHINESE = (
    (
        rf"{_BOTH}: ([\d,]+) cases in (\d+) offices, made in (\d+) s; asked by a supervisor of (\d+) of them; load "
        r"([\d.]+)\.",
        "{}：{} 件案件，{} 个机关，用 {} 秒造出；由监督其中 {} 个机关的人员打开；负载 {}。",
    ),
    (rf"{_BOTH}: (list|case|search|list at 16 clients), p95", "{}：{}，p95"),
    (rf"{_BOTH}: first load", "{}：首次打开"),
    (rf"{_BOTH}: a swap", "{}：局部更新"),
    (
        rf"{_BOTH}: first load (\d+) kB, a swap ([\d.]+) kB, as sent\.",
        "{}：首次打开 {} kB，局部更新 {} kB（实际传输）。",
    ),
    (rf"{_BOTH}: slowest, median milliseconds: (.+)", "{}：最慢的页面，中位毫秒：{}"),
    (rf"{_BOTH}: milliseconds p50 / p95: (.+)", "{}：毫秒，p50 / p95：{}"),
    (
        r"Open Zaak publishes of its list of cases, at 1,000,000 of them: 200 ms for one user, 320–430 ms at 16 users "
        r"on ten pods; not measured here, on other machines, and with other content\.",
        "Open Zaak 公布其案件列表在 1,000,000 件时：一人 200 毫秒，16 人、十个实例时 320–430 毫秒；"
        "非在此处测得，机器与内容均不同。",
    ),
)
