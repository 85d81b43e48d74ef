"""The whole tree of commands: help everywhere, in both languages, and the language decided first."""

from __future__ import annotations

import re
import subprocess
import sys

import click
import pytest

from checks.pages import faults, walk
from yifa.interfaces.cli import build
from yifa.interfaces.cli.tree import chosen_language
from yifa.wording import language

PATHS = sorted(path for path, _ in walk(build(language("en")), "yifa"))


def test_no_command_option_or_setting_lacks_help_or_a_page() -> None:
    assert faults() == []


def test_a_command_without_help_would_be_found(monkeypatch: pytest.MonkeyPatch) -> None:
    from checks import pages  # noqa: PLC0415

    def with_a_mute_one(speech):
        tree = build(speech)
        tree.add_command(click.Command("mute", params=[click.Option(["--silent"])]))
        return tree

    monkeypatch.setattr(pages, "build", with_a_mute_one)

    found = pages.faults()
    assert "`yifa mute` has no help (zh)" in found
    assert "`yifa mute --silent` has no help (en)" in found
    assert any("docs/lookup/commands.md is stale" in fault for fault in found)


@pytest.mark.parametrize("path", PATHS)
@pytest.mark.parametrize("lang", ["zh", "en"])
def test_every_command_shows_its_help(yifa, path: str, lang: str) -> None:
    said = yifa(*path.split()[1:], "--help", lang=lang)

    assert said.code == 0
    assert said.out.startswith("用法：" if lang == "zh" else "Usage:")
    if lang == "en":
        assert (
            re.search(
                r"[\u4e00-\u9fff]",
                said.out.split("Example")[0].replace("行政许可法", "").replace("03-01前", "").replace("前", ""),
            )
            is None
        )


@pytest.mark.parametrize("lang", ["zh", "en"])
def test_lists_of_commands_say_a_whole_sentence_of_each(yifa, lang: str) -> None:
    groups = [(path, one) for path, one in walk(build(language(lang)), "yifa") if isinstance(one, click.Group)]
    assert {"yifa", "yifa demo", "yifa record"} <= {path for path, _ in groups}
    for path, group in groups:
        listed = " ".join(yifa(*path.split()[1:], "--help", lang=lang).out.split())
        for one in group.commands.values():
            first = " ".join((one.short_help or "").split())
            assert first.endswith("。" if lang == "zh" else "."), (path, one.name, first)
            assert f"{one.name} {first}" in listed


@pytest.mark.parametrize("path", PATHS)
def test_chinese_help_has_no_english_sentence_left(yifa, path: str) -> None:
    out = yifa(*path.split()[1:], "--help").out
    prose = re.sub(r"yifa [^\n]*|--?[a-z-]+|\[[^\]]*\]|[A-Z_]{2,}|\b(zh|en)\b|MM-DD|THH:MM|yaml|json|html", "", out)

    assert re.findall(r"[a-z]{3,} [a-z]{2,} [a-z]{2,}", prose) == []


@pytest.mark.parametrize(
    ("arguments", "configured", "chosen"),
    [
        (["due"], "zh", "zh"),
        (["--lang", "en", "due"], "zh", "en"),
        (["due", "--lang=en"], "zh", "en"),
        (["due"], "en", "en"),
        (["due", "--lang"], "zh", "zh"),
    ],
)
def test_the_language_is_decided_before_anything_else(arguments: list[str], configured: str, chosen: str) -> None:
    assert chosen_language(arguments, configured) == chosen


def test_the_installed_command_speaks_the_language_of_the_environment() -> None:
    command = [sys.executable, "-m", "yifa", "due", "--from", "x", "--within", "5日"]
    chinese = subprocess.run(command, capture_output=True, text=True, check=False, env={"PYTHONUTF8": "1"})
    english = subprocess.run(
        command, capture_output=True, text=True, check=False, env={"YIFA_LANG": "en", "PYTHONUTF8": "1"}
    )
    wrong = subprocess.run(
        command, capture_output=True, text=True, check=False, env={"YIFA_LANG": "fr", "PYTHONUTF8": "1"}
    )

    assert (chinese.returncode, english.returncode, wrong.returncode) == (2, 2, 2)
    assert "错误" in chinese.stderr
    assert "'x' is not a day" in english.stderr
    assert wrong.stderr == "yifa: YIFA_LANG is 'fr'; expected zh or en\n"


def test_version_and_no_arguments(yifa) -> None:
    assert re.fullmatch(r"yifa \d+\.\d+.*\n", yifa("--version").out)
    bare = yifa()
    assert bare.code == 2
    assert "due" in bare.err + bare.out
