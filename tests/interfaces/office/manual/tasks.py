"""The ten things people of the office do most, told as keys, and how their interactions are counted.

An interaction is what a person decides and does in one go, as keystroke-level models of work at a screen group it: a
key or a chord (Ctrl+Enter; two keys that belong together, as `g a`), a text typed without a break, a choice. Signing
in, reading and thinking are not counted, nor is a key that merely leaves a field. A task begins where its table says,
with nothing focused, and no mouse is used.
"""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import nullcontext
from dataclasses import dataclass
from pathlib import Path

from playwright.sync_api import Page
from ruamel.yaml import YAML

from tests.interfaces.office.manual.screens import Words

TASKS = Path(__file__).with_name("ten_tasks.yaml")
MOST, LEADS = 4, " →"
DO = Path(__file__).resolve().parents[4] / "docs" / "do"
PAGES = {"zh": DO / "ten-tasks.md", "en": DO / "ten-tasks.en.md"}


@dataclass(frozen=True)
class Task:
    """A task. `keys`: each an interaction, a text in 「」, → where it leads on; `page`, `sees`: what is true then."""

    name: Words
    who: str
    place: Words
    at: str
    keys: tuple[str, ...]
    page: str
    sees: str


def tasks() -> tuple[Task, ...]:
    """The ten tasks, in order."""
    return tuple(
        Task(
            Words(told["task"]["zh"], told["task"]["en"]),
            told["who"],
            Words(told["from"]["zh"], told["from"]["en"]),
            told["from"]["at"],
            tuple(told["keys"]),
            told["then"]["page"],
            told["then"]["sees"],
        )
        for told in YAML(typ="safe").load(TASKS)
    )


def interact(page: Page, key: str) -> None:
    """One interaction: press keys, or type a text."""
    if key.startswith("「"):
        page.keyboard.insert_text(key[1:-1])
        return
    leads = page.expect_navigation() if key.endswith(LEADS) else nullcontext()
    with leads:
        for one in key.removesuffix(LEADS).split(" "):
            page.keyboard.press(one)


_WORDS = {
    "zh": {
        "title": "十件常事，四步以内",
        "other": "[English](ten-tasks.en.md)",
        "lead": "办公室里最常做的十件事，只用键盘各要几步。一步，是人想好之后一口气做的：按一个键或者一组键"
        "（`Ctrl+Enter`，或者连按的 `g` `a`）、打一段字、做一个选择。登录、阅读、思考不算。"
        "下表由测试逐件做过一遍后得出；全部按键按 `?` 查看，各页面见[办案人员手册](manual.md)。",
        "heads": "| 事 | 谁 | 从哪里开始 | 按键 | 步数 |",
        "type": "打字“{}”",
    },
    "en": {
        "title": "Ten tasks in four steps at most",
        "other": "[中文](ten-tasks.md)",
        "lead": "What people of the office do most, by keyboard alone. A step is what somebody decides and does in one "
        "go: a key or a chord (`Ctrl+Enter`, or `g` `a` that belong together), a text typed, a choice. Signing in, "
        "reading and thinking are not counted. A test does each of them as the table says; `?` shows all keys, and the "
        "screens stand in [the officer's manual](manual.en.md).",
        "heads": "| task | who | begins at | keys | steps |",
        "type": "type “{}”",
    },
}
_PEOPLE = {
    "officer": Words("承办人", "handler"),
    "section": Words("审核人", "reviewer of the sheet"),
    "leader": Words("负责人", "leader"),
    "supervisor": Words("执法监督人员", "supervisor"),
    "reconsideration": Words("复议人员", "reconsideration handler"),
    "report": Words("报告撰写人", "report writer"),
}


def written(language: str) -> str:
    """The page of the ten tasks in a language."""
    words = _WORDS[language]
    lines = [f"# {words['title']}", "", words["other"], "", words["lead"], "", words["heads"]]
    lines.append("| --- | --- | --- | --- | ---: |")
    for task in tasks():
        keys = " → ".join(_keys(task.keys, words["type"]))
        cells = (task.name.of(language), _PEOPLE[task.who].of(language), task.place.of(language), keys)
        lines.append(f"| {' | '.join(cells)} | {len(task.keys)} |")
    return "\n".join(lines) + "\n"


def _keys(keys: tuple[str, ...], typed: str) -> Iterator[str]:
    for key in keys:
        if key.startswith("「"):
            yield typed.format(key[1:-1])
        else:
            yield " ".join(f"`{one.replace('Control', 'Ctrl')}`" for one in key.removesuffix(LEADS).split(" "))
