"""The page that says what governments run, which folder keeps it, and which test shows it."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

from yifa.interfaces.duty_telling import tell_rule_class
from yifa.interfaces.manual.words import tell_importance, tell_mode
from yifa.law.catalogue.coverage import keepers
from yifa.law.catalogue.entries import entered_only
from yifa.law.catalogue.folders import folder, procedure_ids
from yifa.law.catalogue.rules import CLASSES
from yifa.law.catalogue.systems import System, systems_file
from yifa.wording import Language


def coverage(speech: Language) -> Iterator[str]:
    """What is kept where, pillar by pillar."""
    zh = speech.tag == "zh"
    file, held = systems_file(), keepers()
    kept = sum(bool(names) for names in held.values())
    rules = {rule: line.class_ for id_ in procedure_ids() for rule, line in folder(id_).rules.items()}
    classed = Counter(rules.values())
    entered = sum(_entered_only(rule) for rule in rules)
    worked = sum(len(group.examples) for id_ in procedure_ids() for group in folder(id_).groups)
    modes = Counter(one.mode for one in file.systems.values())
    if zh:
        yield "# 覆盖情况"
        yield ""
        yield f"政府工作中运行的制度、台账和平台共{len(file.systems)}项，已有目录的{kept}项。"
        yield (
            "其中"
            + "、".join(f"{tell_mode(mode, speech)}的{modes[mode]}项" for mode in ("run", "collect", "attest"))
            + "。"
        )
        yield ""
        yield (
            f"规则：计算{classed['computed']}条（其中{entered}条只据“是否”栏），"
            + "，".join(f"{tell_rule_class(name, speech)}{classed[name]}条" for name in CLASSES[1:])
            + f"。示例{worked}个，在每种引擎上都运行。"
        )
        yield "“页面”一栏空缺的，尚无专门页面，可以用 `yifa corpus manual` 查看其栏目、环节和规则。"
        heads = "| 名称 | 编号 | 类别 | 方式 | 目录 | 计算的规则 | 示例 | 页面 | 测试 |"
    else:
        yield "# Coverage"
        yield ""
        yield f"Governments run {len(file.systems)} such procedures, registers and platforms; {kept} have a folder."
        yield "; ".join(f"{tell_mode(mode, speech)}: {modes[mode]}" for mode in ("run", "collect", "attest")) + "."
        yield ""
        yield (
            f"Rules: {classed['computed']} computed ({entered} of them from a yes/no entry alone), "
            + ", ".join(f"{classed[name]} {tell_rule_class(name, speech)}" for name in CLASSES[1:])
            + f". {worked} worked cases, run on every engine."
        )
        yield "Where no page is named there is none yet; `yifa corpus manual` shows its columns, steps and rules."
        heads = "| name | id | kind | mode | folder | rules computed | worked cases | page | test |"
    for pillar, title in file.pillars.items():
        yield from ("", f"## {title.zh if zh else title.en}", "", heads, "| --- " * 9 + "|")
        for id_, one in file.systems.items():
            if one.pillar == pillar:
                yield _row(id_, one, held[id_], speech)
    yield from _not_computed(speech)


def _not_computed(speech: Language) -> Iterator[str]:
    """The rules that no program computes, why, and which further column would change that."""
    zh = speech.tag == "zh"
    if zh:
        yield from ("", "## 没有计算的规则", "", "为什么不计算，多登记哪一栏就可以计算：", "")
        yield "| 规则 | 目录 | 分类 | 说明 |"
    else:
        yield from ("", "## Rules that are not computed", "", "Why not, and which column would change that:", "")
        yield "| rule | folder | class | why |"
    yield "| --- " * 4 + "|"
    for id_ in procedure_ids():
        for rule, line in folder(id_).rules.items():
            if line.class_ != "computed" and line.why is not None:
                why = line.why.zh if zh else line.why.en
                yield f"| `{rule}` | `{id_}` | {tell_rule_class(line.class_, speech)} | {why} |"


def _entered_only(rule: str) -> bool:
    """Whether every folder that carries out a rule does so by yes/no entries alone."""
    carried = [of for of in map(folder, procedure_ids()) if rule in of.rules and of.rules[rule].class_ == "computed"]
    return bool(carried) and all(entered_only(of, rule) for of in carried)


def _row(id_: str, one: System, names: tuple[str, ...], speech: Language) -> str:
    folders = [folder(name) for name in names]
    computed = sum(line.class_ == "computed" for each in folders for line in each.rules.values())
    examples = sum(len(group.examples) for each in folders for group in each.groups)
    cells = (
        one.zh if speech.tag == "zh" else one.en,
        f"`{id_}`",
        tell_importance(one.kind, speech),
        tell_mode(one.mode, speech),
        " ".join(f"`{name}`" for name in names) or "—",
        str(computed or "—"),
        str(examples or "—"),
        "—",
        _test(names),
    )
    return "| " + " | ".join(cells) + " |"


def _test(names: tuple[str, ...]) -> str:
    """The test that shows the folder at work: its worked cases on every engine, or its columns and steps."""
    if not names:
        return "—"
    return (
        "`tests/law/run/test_examples.py`" if names[0] in procedure_ids() else "`tests/law/catalogue/test_systems.py`"
    )
