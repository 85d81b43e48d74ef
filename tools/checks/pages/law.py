"""The pages about the law as data: statutes, calendars, counting policies, vectors."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from yifa.law.catalogue import calendar, contested_points, policies, statutes
from yifa.law.catalogue.statutes import DayLine, Statute, StatuteVersion
from yifa.law.catalogue.vectors import read_vectors
from yifa.law.clock.calendar import SATURDAY
from yifa.wording import Language

HOUSE = Path(__file__).resolve().parent.parent.parent.parent


def statutes_page(speech: Language) -> Iterator[str]:
    """Every version of every statute, and how it counts days."""
    zh = speech.tag == "zh"
    yield "# 法律法规与计日规则" if zh else "# Statutes and how they count days"
    yield ""
    yield (
        "「日」一栏说明该文本中不加说明的「日」指什么；「已读」一栏说明文本核对程度"
        "（text 已核对原文，web 网络摘录，unverified 未核对）。"
        if zh
        else "The column «日» says what a bare 「日」 means in that text; «read» how sure we are of it (text, web "
        "excerpt, unverified)."
    )
    for kind in (
        "law",
        "regulation",
        "interpretation",
        "department-rule",
        "party-regulation",
        "local-regulation",
        "local-rule",
        "policy-paper",
        "practice",
    ):
        members = [statute for statute in statutes() if statute.kind == kind]
        if members:
            yield from ("", f"## {_KINDS[kind][0 if zh else 1]}", "")
            yield (
                "| 名称 | 版本 | 施行 | 「日」 | 顺延 | 已读 |"
                if zh
                else "| title | version | in force | 「日」 | rolls over | read |"
            )
            yield "| --- | --- | --- | --- | --- | --- |"
            for statute in members:
                for version in statute.versions:
                    yield _statute_row(statute, version, zh)


_KINDS = {
    "law": ("法律", "Laws"),
    "regulation": ("行政法规", "Administrative regulations"),
    "interpretation": ("司法解释", "Judicial interpretations"),
    "department-rule": ("部门规章", "Department rules"),
    "party-regulation": ("党内法规和党政联合文件", "Party regulations"),
    "local-regulation": ("地方性法规", "Local regulations"),
    "local-rule": ("地方政府规章", "Local rules"),
    "policy-paper": ("规范性文件", "Policy papers"),
    "practice": ("其他依据", "Other sources"),
}


def _statute_row(statute: Statute, version: StatuteVersion, zh: bool) -> str:
    force = f"{version.valid.from_ or '?'} – {version.valid.to or ''}"
    counting = version.counting
    days = "；".join(_day_line(line, zh) for line in counting.days) if counting else "—"
    rolls = "—" if counting is None else ("是" if zh else "yes") if counting.rolls_over else ("否" if zh else "no")
    title = statute.title.short if zh else f"{statute.title.en} ({statute.title.short})"
    return f"| {title} | {version.id} | {force} | {days} | {rolls} | {version.verified} |"


def _day_line(line: DayLine, zh: bool) -> str:
    unit = {"working days": "工作日", "calendar days": "自然日"}[line.unit] if zh else line.unit
    lengths = line.lengths
    if lengths == "all":
        which = ""
    elif isinstance(lengths, tuple):
        which = "、".join(map(str, lengths)) + ("日：" if zh else " days: ")
    else:
        which = f"{lengths.up_to}日以内：" if zh else f"up to {lengths.up_to} days: "
    who = {"any": "", "agency": "机关，" if zh else "organ, ", "party": "当事人，" if zh else "party, "}[line.who]
    basis = line.article or line.policy
    return f"{who}{which}{unit}" + (
        f"（{'第' + line.article + '条' if line.article and zh else basis}）" if basis else ""
    )


def calendars(speech: Language) -> Iterator[str]:
    """Every notice, and the days it names."""
    zh = speech.tag == "zh"
    national = calendar()
    yield "# 放假通知与工作日" if zh else "# Holiday notices and working days"
    yield ""
    yield f"{'日历摘要' if zh else 'Calendar digest'}: `{national.digest}`"
    yield ""
    yield "| 通知 | 文号 | 发布 | 核对 |" if zh else "| notice | number | published | read |"
    yield "| --- | --- | --- | --- |"
    for notice in national.notices:
        title = f"[{notice.title}]({notice.source})" if notice.source else notice.title
        yield f"| {title} | {notice.number or '—'} | {notice.published or '—'} | {notice.verified} |"
    for year in sorted(national.known_years):
        named = [day for on, day in sorted(national.named.items()) if on.year == year]
        yield from ("", f"## {year}", "")
        off = "、".join(f"{day.on:%m-%d}{'*' if day.festival else ''}" for day in named if day.is_ == "off")
        work = "、".join(
            f"{day.on:%m-%d}（{speech.weekday(day.on)}）"
            for day in named
            if day.is_ == "work" and day.on.weekday() >= SATURDAY
        )
        yield f"- {'放假' if zh else 'off'}: {off}"
        yield f"- {'调休上班' if zh else 'make-up working days'}: {work or '—'}"
    yield ""
    yield "* 法定节日当日。" if zh else "* the statutory festival day itself."


def policies_page(speech: Language) -> Iterator[str]:
    """Counting policies and contested points."""
    zh = speech.tag == "zh"
    yield "# 计算口径与存疑之处" if zh else "# Counting policies and contested points"
    yield from ("", "## 计算口径" if zh else "## Policies", "")
    for policy in policies():
        rests = f"（{policy.rests_on}）" if policy.rests_on else ""
        yield f"- **{policy.id}** {policy.zh if zh else policy.en}{rests}"
    yield from ("", "## 存疑之处" if zh else "## Contested points", "")
    for point in contested_points():
        yield f"- **{point.id}** {point.zh if zh else point.en} {'**处理**：' if zh else '**What Yifa does**: '}" + (
            point.engine.zh if zh else point.engine.en
        )


def vectors(speech: Language) -> Iterator[str]:
    """How many vectors there are of what."""
    zh = speech.tag == "zh"
    files = read_vectors(HOUSE / "vectors")
    yield "# 期限测试向量" if zh else "# Deadline vectors"
    yield ""
    yield (
        "格式说明与运行办法见[用我们的向量检验你的系统](../do/run-our-vectors.md)。"
        if zh
        else "The format and how to run them: [run our vectors against your system](../do/run-our-vectors.en.md)."
    )
    yield ""
    yield "| 主题 | 数量 | 其中有暂停 | 其中有延长 |" if zh else "| topic | vectors | with pauses | with extensions |"
    yield "| --- | --: | --: | --: |"
    for file in files:
        pauses = sum(bool(vector.pauses) for vector in file.vectors)
        extensions = sum(bool(vector.extensions) for vector in file.vectors)
        yield f"| {file.topic} | {len(file.vectors)} | {pauses} | {extensions} |"
    yield f"| {'合计' if zh else 'all'} | {sum(len(file.vectors) for file in files)} | | |"
