"""“Add a duty in ten minutes”, followed to the letter: its blocks put where it says, its commands, its answers."""

from __future__ import annotations

import re
import shlex
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

import pytest

from yifa.interfaces.cli import run

PAGES = Path(__file__).resolve().parents[2] / "docs" / "do"


class Block(NamedTuple):
    """A block of the page: its language, its text, the words before it."""

    language: str
    text: str
    before: str


def blocks(page: str) -> Iterator[Block]:
    at = 0
    for found in re.finditer(r"^```(\w+)\n(.*?)^```$", page, re.DOTALL | re.MULTILINE):
        yield Block(found[1], found[2], page[at : found.start()])
        at = found.end()


def put(block: Block) -> None:
    """Append the block to the file its words name, or put it in the place of the line it changes."""
    named = re.findall(r"`((?:tree-felling/)?\w+\.yaml)`", block.before)
    if named:
        with Path(named[-1]).open("a", encoding="utf-8") as file:
            file.write(block.text)
        return
    key = block.text.split(":")[0]
    path = Path("tree-felling/duties.yaml")
    last = [line for line in path.read_text(encoding="utf-8").splitlines(keepends=True) if line.startswith(f"{key}:")][
        -1
    ]
    path.write_text(path.read_text(encoding="utf-8").replace(last, block.text), encoding="utf-8")


@pytest.mark.parametrize("name", ["add-a-duty.md", "add-a-duty.en.md"])
def test_it_works_as_written(
    name: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.chdir(tmp_path)
    asked, said = 0, ""
    for block in blocks((PAGES / name).read_text(encoding="utf-8")):
        if block.language == "yaml":
            put(block)
        elif block.language == "text":
            assert said == block.text
        else:
            for command in block.text.splitlines():
                words = shlex.split(command)[1:]
                lang, words = (words[1], words[2:]) if words[0] == "--lang" else ("zh", words)
                run(words, lang=lang, calendars=tmp_path / "calendars")
                printed = capsys.readouterr()
                said = printed.out + printed.err
                asked += 1
    assert asked == 7
    assert (tmp_path / "case.html").read_text(encoding="utf-8").startswith("<!doctype html>")


def test_a_limit_shifted_by_a_day_is_noticed_as_the_page_says(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.chdir(tmp_path)
    run(["corpus", "new", "tree-felling"], lang="en", calendars=tmp_path / "calendars")
    for block in blocks((PAGES / "add-a-duty.en.md").read_text(encoding="utf-8")):
        if block.language == "yaml":
            put(block)
    path = tmp_path / "tree-felling" / "duties.yaml"
    path.write_text(path.read_text(encoding="utf-8").replace("10 working days", "9 working days"), encoding="utf-8")
    capsys.readouterr()
    assert run(["corpus", "check", "tree-felling"], lang="en", calendars=tmp_path / "calendars") == 1
    assert "«第十个工作日送达，其间两个调休上班日计入»" in capsys.readouterr().err
