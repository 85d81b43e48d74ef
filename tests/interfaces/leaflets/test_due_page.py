"""The page as a text: nothing from outside, its own hashes, small, and every message accounted for."""

from __future__ import annotations

import base64
import hashlib
import json
import re
from pathlib import Path

import pytest
from click.testing import CliRunner

from tests.interfaces.leaflets.messages_said import LITERAL, asset, messages_of
from yifa.interfaces.cli.context import Shell
from yifa.interfaces.cli.page import page_group
from yifa.interfaces.leaflets import due_page, reading_page
from yifa.interfaces.leaflets.messages import COUNTED, SAID, TERMS, UNITS
from yifa.law.catalogue import calendar, statutes
from yifa.wording import language

TOO_NEW = {
    "css": (
        ":has(",
        "inset:",
        "aspect-ratio",
        ":focus-visible",
        ":is(",
        ":where(",
        "content-visibility",
        "accent-color",
    ),
    "js": ("?.", "??", "structuredClone", ".at(", ".replaceAll(", "||=", "&&=", "Object.hasOwn", "#private"),
}
"""What Chromium 83 cannot read."""


def test_page_is_one_small_file_that_names_no_address(html: str) -> None:
    assert len(html.encode()) < 400_000
    assert re.findall(r"https?:|//[a-z]+\.|\bsrc=|@import|url\(", html) == []
    assert "<link" not in html


def test_policy_allows_this_script_and_this_style_and_nothing_else(html: str) -> None:
    policy = re.search(r'Content-Security-Policy" content="([^"]+)"', html)
    assert policy is not None
    rules = dict(rule.strip().split(" ", 1) for rule in policy[1].replace("&#39;", "'").split(";"))
    inline = {
        "script-src": re.findall(r"<script>(.*?)</script>", html, re.DOTALL),
        "style-src": re.findall(r"<style>(.*?)</style>", html, re.DOTALL),
    }

    for name, found in inline.items():
        digests = [base64.b64encode(hashlib.sha256(text.encode()).digest()).decode() for text in found]
        assert [f"'sha256-{digest}'" for digest in digests] == [rules.pop(name)]
    assert rules == {"default-src": "'none'", "base-uri": "'none'", "form-action": "'none'"}
    assert not re.search(r"<[^>]+\s(style|on[a-z]+)=", html.partition("<body>")[2].partition("<script")[0])


def test_data_cannot_end_its_element(html: str) -> None:
    data = re.search(r'<script type="application/json" id="data">(.*?)</script>', html, re.DOTALL)
    assert data is not None
    assert "<" not in data[1]
    assert json.loads(data[1])["digest"] == calendar().digest


def test_every_statute_with_a_counting_rule_is_inside() -> None:
    inside = {one["id"] for one in due_page.collect(calendar())["statutes"]}

    assert inside == {one.id for one in statutes() if any(version.counting for version in one.versions)}


def test_scripts_say_only_messages_that_travel_with_the_page() -> None:
    units = {unit for _, unit in UNITS}
    found = messages_of(due_page.SCRIPTS, "due.html")

    assert found.said - {*SAID, *units} == set()
    assert found.placed - {*SAID, *units} == set()
    assert {*SAID} - found.said - found.placed - units == set()
    assert found.counted == set(COUNTED)
    assert found.terms == set(TERMS)


@pytest.mark.parametrize("kind", ["css", "js"])
def test_assets_keep_to_an_old_chromium(kind: str) -> None:
    pages = (due_page, reading_page)
    names = {name for page in pages for name in (page.STYLES if kind == "css" else page.SCRIPTS)}
    for name in names:
        text = re.sub(r"/\*.*?\*/", "", asset(f"{name}.{kind}"), flags=re.DOTALL)
        code = re.sub(LITERAL, '""', text) if kind == "js" else text
        assert [word for word in TOO_NEW[kind] if word in code] == [], name
        if kind == "css":
            assert not re.search(r"(?<!-)\bgap:", code), f"{name}: flex rows know no gap there; use grid-gap in grids"


def test_command_writes_the_page(tmp_path: Path) -> None:
    speech = language("en")
    target = tmp_path / "out" / "due.html"

    outcome = CliRunner().invoke(page_group(speech), ["due", "-o", str(target)], obj=Shell(speech, tmp_path))

    assert outcome.exit_code == 0, outcome.output
    assert target.read_text(encoding="utf-8") == due_page.render(calendar())
    assert str(target) in outcome.output.replace("\n", "")
    assert [path.name for path in target.parent.iterdir()] == ["due.html"]


def test_command_says_why_it_cannot_write(tmp_path: Path) -> None:
    speech = language("en")
    (tmp_path / "file").write_text("")

    outcome = CliRunner().invoke(
        page_group(speech), ["due", "-o", str(tmp_path / "file" / "due.html")], obj=Shell(speech, tmp_path)
    )

    assert outcome.exit_code == 1
    assert "cannot be written" in outcome.output
    assert "-o" in outcome.output
