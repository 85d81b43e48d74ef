"""The pages about the house itself: commands, settings, words, and its own checks."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import fields
from pathlib import Path

import click
from ruamel.yaml import YAML

from yifa.project.configuration import Configuration, variable
from yifa.wording import Language

HOUSE = Path(__file__).resolve().parent.parent.parent.parent


def walk(command: click.Command, path: str) -> Iterator[tuple[str, click.Command]]:
    """A command and all below it, with the words that call each."""
    yield path, command
    if isinstance(command, click.Group):
        for name, below in sorted(command.commands.items()):
            yield from walk(below, f"{path} {name}")


def commands(tree: click.Group, speech: Language) -> Iterator[str]:
    """Every command with its help."""
    yield "# 命令" if speech.tag == "zh" else "# Commands"
    for path, command in walk(tree, "yifa"):
        context = click.Context(command, info_name=path, max_content_width=100)
        yield from ("", f"## {path}", "", "```text", command.get_help(context).rstrip(), "```")


def settings(speech: Language) -> Iterator[str]:
    """Every setting with its meaning."""
    zh = speech.tag == "zh"
    yield "# 设置" if zh else "# Settings"
    yield ""
    yield (
        "全部设置均为环境变量，均有缺省值。"
        if zh
        else "All settings are environment variables, and all have a default."
    )
    yield ""
    yield "| 变量 | 含义 |" if zh else "| variable | meaning |"
    yield "| --- | --- |"
    for one in fields(Configuration):
        yield f"| `{variable(one)}` | {one.metadata[speech.tag]} |"


def glossary(speech: Language) -> Iterator[str]:
    """The field's words."""
    zh = speech.tag == "zh"
    terms = YAML(typ="safe").load(HOUSE / "docs" / "glossary.yaml")["terms"]
    yield "# 术语表" if zh else "# Glossary"
    yield ""
    yield "| id | 中文 | English | 含义 |" if zh else "| id | Chinese | English | meaning |"
    yield "| --- | --- | --- | --- |"
    for term in terms:
        yield f"| `{term['id']}` | {term['zh']} | {term['en']} | {term['meaning'][speech.tag]} |"


def checks() -> Iterator[str]:
    """The checks of `make check`."""
    from check_house import CHECKS  # noqa: PLC0415 - that module imports this one

    yield "# Checks of the house"
    yield ""
    yield "`make check` runs them all; `.venv/bin/python tools/check_house.py ID` runs one."
    yield ""
    yield "| id | what must hold |"
    yield "| --- | --- |"
    for check in CHECKS:
        yield f"| `{check.id}` | {check.sentence} |"
