"""What the pages show is what the commands say: every ```console block is run and compared."""

from __future__ import annotations

import re
import shlex
from pathlib import Path

import pytest
from ruamel.yaml import YAML

from checks.commits import tracked
from yifa.interfaces.cli import run
from yifa.law.catalogue.calendars import NoticeFile
from yifa.law.catalogue.reading import read_text
from yifa.law.catalogue.vectors import Vector

HOUSE = Path(__file__).parents[2]
PAGES = [path for path in tracked() if path.suffix == ".md"]
SAMPLES = [
    (path.relative_to(HOUSE).as_posix(), sample)
    for path in PAGES
    for block in re.findall(r"^```console\n(.*?)^```", path.read_text(encoding="utf-8"), re.MULTILINE | re.DOTALL)
    for sample in re.split(r"^(?=\$ )", block, flags=re.MULTILINE)
    if sample
]


@pytest.mark.parametrize(("page", "sample"), SAMPLES, ids=lambda part: part.splitlines()[0][:60])
def test_a_command_shown_says_what_the_page_says(
    page: str, sample: str, tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(HOUSE)
    command, *expected = sample.splitlines()
    program, *arguments = shlex.split(command.removeprefix("$ "))
    assert program == "yifa", f"{page}: only yifa is run here"

    run(arguments, lang="zh", calendars=tmp_path)

    said = capsys.readouterr().out.splitlines()
    place = 0
    skipping = False
    for line in expected:
        if line.strip() == "…":
            skipping = True
            continue
        if skipping:
            assert line in said[place:], f"{page}: {line!r} is not said"
            place = said.index(line, place)
        assert said[place] == line, page
        place, skipping = place + 1, False
    assert skipping or not any(line.strip() for line in said[place:]), f"{page}: more is said than shown"


def test_there_are_samples_in_both_languages() -> None:
    assert {page for page, _ in SAMPLES} >= {
        "README.md",
        "README.zh.md",
        "docs/learn/first-due-date.md",
        "docs/learn/first-due-date.en.md",
    }


@pytest.mark.parametrize("page", ["docs/do/new-notice.md", "docs/do/new-notice.en.md"])
def test_the_notice_shown_can_be_loaded(page: str) -> None:
    text = (HOUSE / page).read_text(encoding="utf-8")
    block = re.search(r"```yaml\n(.*?)```", text, re.DOTALL)

    assert block is not None
    assert len(read_text(block[1], NoticeFile, name=page).days) == 3


@pytest.mark.parametrize("page", ["docs/do/run-our-vectors.md", "docs/do/run-our-vectors.en.md"])
def test_every_key_of_the_vector_format_is_explained(page: str) -> None:
    text = (HOUSE / page).read_text(encoding="utf-8")
    keys = {field.alias or name for name, field in Vector.model_fields.items()}

    assert {key for key in keys if f"`{key}`" not in text} == set()


def test_every_page_for_users_has_its_other_language() -> None:
    for folder in ("learn", "do", "understand"):
        for page in (HOUSE / "docs" / folder).glob("*.md"):
            if "中文](" in page.read_text(encoding="utf-8")[:400]:
                assert page.with_name(page.name.replace(".en.md", ".md")).exists()
            if page.name.endswith(".en.md"):
                assert page.with_name(page.name.replace(".en.md", ".md")).exists(), page


def test_publiccode_names_this_version_and_licence() -> None:
    from yifa import __version__  # noqa: PLC0415

    described = YAML(typ="safe").load(HOUSE / "publiccode.yml")

    assert described["softwareVersion"] == __version__
    assert described["legal"]["license"] == "Apache-2.0"
    assert described["localisation"]["availableLanguages"] == ["zh-Hans", "en"]
